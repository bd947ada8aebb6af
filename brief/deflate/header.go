package deflate

// A header tells the lengths of a block's codes (RFC 1951, 3.2.7).
type header struct {
	literals, offsets int     // how many lengths are told
	ops               []uint8 // lengths, and repeats of lengths, each with a count
	lengths           [19]uint8
	counts            [19]uint32
	store             [2 * (literalCodes + offsetCodes)]uint8
}

// Symbols that repeat a length.
const (
	repeatLast  = 16 // 3 to 6 times
	repeatZero  = 17 // 3 to 10 times
	repeatZeros = 18 // 11 to 138 times
)

// make makes the header for the codes of a block.
func (h *header) make(c *compressor) {
	clear(h.counts[:])
	h.literals = trim(c.coder.literalLengths[:], 257)
	h.offsets = trim(c.coder.offsetLengths[:], 1)
	var all [literalCodes + offsetCodes]uint8
	n := copy(all[:], c.coder.literalLengths[:h.literals])
	n += copy(all[n:], c.coder.offsetLengths[:h.offsets])
	h.ops = h.store[:0]
	for i := 0; i < n; {
		run := 1
		for i+run < n && all[i+run] == all[i] {
			run++
		}
		i += h.add(all[i], run, i > 0 && all[i-1] == all[i])
	}
	c.lengths(h.lengths[:], h.counts[:], 7)
}

// trim returns how many lengths there are without the zeros at the end, but at
// least some.
func trim(lengths []uint8, least int) int {
	n := len(lengths)
	for n > least && lengths[n-1] == 0 {
		n--
	}
	return n
}

// add adds a length that comes run times, or what of that one symbol can say,
// and returns how often that is.
func (h *header) add(length uint8, run int, again bool) int {
	symbol, extra := length, 0
	switch {
	case length == 0 && run > 10:
		run = min(run, 138)
		symbol, extra = repeatZeros, run-11
	case length == 0 && run > 2:
		symbol, extra = repeatZero, run-3
	case again && run > 2:
		run = min(run, 6)
		symbol, extra = repeatLast, run-3
	default:
		run = 1
	}
	h.ops = append(h.ops, symbol, uint8(extra))
	h.counts[symbol]++
	return run
}

// order is the order in which the lengths of the symbols' own codes are told.
var order = [19]uint8{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}

// extraBits returns how many bits say how often a length is repeated.
func extraBits(symbol uint8) int {
	switch symbol {
	case repeatLast:
		return 2
	case repeatZero:
		return 3
	case repeatZeros:
		return 7
	}
	return 0
}

// told returns how many lengths of the symbols' own codes are told.
func (h *header) told() int {
	n := len(order)
	for n > 4 && h.lengths[order[n-1]] == 0 {
		n--
	}
	return n
}

// size returns how many bits the header takes.
func (h *header) size() int {
	size := 5 + 5 + 4 + 3*h.told()
	for symbol, n := range h.counts {
		size += int(n) * (int(h.lengths[symbol]) + extraBits(uint8(symbol)))
	}
	return size
}

func (h *header) write(w *bitWriter) {
	told := h.told()
	w.write(uint32(h.literals-257), 5)
	w.write(uint32(h.offsets-1), 5)
	w.write(uint32(told-4), 4)
	for _, symbol := range order[:told] {
		w.write(uint32(h.lengths[symbol]), 3)
	}
	var codes [19]bitString
	bitStrings(codes[:], h.lengths[:])
	for i := 0; i < len(h.ops); i += 2 {
		w.string(codes[h.ops[i]])
		w.write(uint32(h.ops[i+1]), extraBits(h.ops[i]))
	}
}
