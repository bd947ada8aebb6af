package deflate

// A bitWriter puts bits into bytes, the lowest first.
type bitWriter struct {
	bytes   []byte
	pending uint64
	n       uint // bits pending
}

// write writes the n ≤ 16 lowest bits of v; there are no others.
func (w *bitWriter) write(v uint32, n int) {
	w.pending |= uint64(v) << w.n
	w.n += uint(n)
	for w.n >= 32 {
		p := w.pending
		w.bytes = append(w.bytes, byte(p), byte(p>>8), byte(p>>16), byte(p>>24))
		w.pending >>= 32
		w.n -= 32
	}
}

func (w *bitWriter) string(s bitString) { w.write(uint32(s.bits), int(s.n)) }

// align fills the last byte up.
func (w *bitWriter) align() {
	for ; w.n > 0; w.n -= min(w.n, 8) {
		w.bytes = append(w.bytes, byte(w.pending))
		w.pending >>= 8
	}
}
