package deflate

// How a block is coded (RFC 1951, 3.2.3).
const (
	stored  = 0
	fixed   = 1
	dynamic = 2
)

// A coder codes the tokens of a block.
type coder struct {
	literalLengths [literalCodes]uint8
	offsetLengths  [offsetCodes]uint8
	literals       [literalCodes]bitString
	offsets        [offsetCodes]bitString
}

// writeBlock writes the tokens, which stand for data, in the way that takes
// the least room, and forgets them.
func (c *compressor) writeBlock(data []byte, last bool) {
	c.literals[endOfBlock]++
	c.lengths(c.coder.literalLengths[:], c.literals[:], 15)
	c.lengths(c.coder.offsetLengths[:], c.offsets[:], 15)
	c.header.make(c)
	kind, size := dynamic, c.header.size()+c.size()
	if n := c.fixedSize(); n <= size {
		kind, size = fixed, n
		c.coder.fix()
	}
	final := uint32(0)
	if last {
		final = 1
	}
	if (size+3+7)/8 > len(data)+5*(len(data)/maxStored+1) {
		c.store(data, final)
	} else {
		c.out.write(final|uint32(kind)<<1, 3)
		if kind == dynamic {
			c.header.write(&c.out)
		}
		c.writeTokens()
	}
	clear(c.literals[:])
	clear(c.offsets[:])
}

// fix sets the codes that need no header.
func (k *coder) fix() {
	for i := range k.literalLengths {
		k.literalLengths[i] = fixedLength(i)
	}
	for i := range k.offsetLengths {
		k.offsetLengths[i] = 5
	}
}

func fixedLength(code int) uint8 {
	switch {
	case code < 144 || code >= 280:
		return 8
	case code < 256:
		return 9
	}
	return 7
}

// size returns how many bits the tokens take with codes of their own.
func (c *compressor) size() int {
	size := c.extra()
	for code, n := range c.literals {
		size += int(n) * int(c.coder.literalLengths[code])
	}
	for code, n := range c.offsets {
		size += int(n) * int(c.coder.offsetLengths[code])
	}
	return size
}

// fixedSize returns how many bits they take with the fixed codes.
func (c *compressor) fixedSize() int {
	size := c.extra()
	for code, n := range c.literals {
		size += int(n) * int(fixedLength(code))
	}
	for _, n := range c.offsets {
		size += int(n) * 5
	}
	return size
}

// extra returns how many bits tell which length and offset a code stands for.
func (c *compressor) extra() int {
	size := 0
	for code := 265; code < 285; code++ {
		size += int(c.literals[code]) * ((code - 261) / 4)
	}
	for code := 4; code < offsetCodes; code++ {
		size += int(c.offsets[code]) * (code/2 - 1)
	}
	return size
}

// maxStored is how many bytes one block stores.
const maxStored = 0xFFFF

// store writes data as they are.
func (c *compressor) store(data []byte, final uint32) {
	for {
		part := data[:min(len(data), maxStored)]
		data = data[len(part):]
		last := final
		if len(data) > 0 {
			last = 0
		}
		c.out.write(last, 3)
		c.out.align()
		n := len(part)
		c.out.bytes = append(c.out.bytes, byte(n), byte(n>>8), ^byte(n), ^byte(n>>8))
		c.out.bytes = append(c.out.bytes, part...)
		if len(data) == 0 {
			return
		}
	}
}

func (c *compressor) writeTokens() {
	w, k := &c.out, &c.coder
	bitStrings(k.literals[:], k.literalLengths[:])
	bitStrings(k.offsets[:], k.offsetLengths[:])
	for _, t := range c.tokens {
		length := int(t >> 16)
		if length == 0 {
			w.string(k.literals[t])
			continue
		}
		code, extra := lengthCode(length)
		w.followed(k.literals[code], uint32(length-3), extra)
		offset := int(t & 0xFFFF)
		code, extra = offsetCode(offset)
		w.followed(k.offsets[code], uint32(offset), extra)
	}
	w.string(k.literals[endOfBlock])
}
