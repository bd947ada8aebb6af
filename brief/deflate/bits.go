package deflate

import "encoding/binary"

// A bitWriter puts bits into bytes, the lowest first.
type bitWriter struct {
	bytes   []byte
	pending uint64
	n       uint // bits pending
}

// write writes the n ≤ 32 lowest bits of v; there are no others.
func (w *bitWriter) write(v uint32, n int) {
	w.pending |= uint64(v) << w.n
	w.n += uint(n)
	if w.n >= 32 {
		w.bytes = binary.LittleEndian.AppendUint32(w.bytes, uint32(w.pending))
		w.pending >>= 32
		w.n -= 32
	}
}

func (w *bitWriter) string(s bitString) { w.write(uint32(s.bits), int(s.n)) }

// followed writes a code and behind it the extra lowest bits of v.
func (w *bitWriter) followed(s bitString, v uint32, extra int) {
	w.write(uint32(s.bits)|v&(1<<extra-1)<<s.n, int(s.n)+extra)
}

// align fills the last byte up.
func (w *bitWriter) align() {
	for ; w.n > 0; w.n -= min(w.n, 8) {
		w.bytes = append(w.bytes, byte(w.pending))
		w.pending >>= 8
	}
}
