package deflate

import "math/bits"

// The codes of RFC 1951, 3.2.5: bytes, the end of a block, lengths; offsets.
const (
	endOfBlock   = 256
	literalCodes = 288 // the last two only make the fixed code whole
	offsetCodes  = 30
)

// lengthCode returns the code of a match's length, and how many extra bits
// follow it.
func lengthCode(length int) (code, extra int) {
	if length == maxMatch {
		return 285, 0
	}
	l := length - 3
	extra = max(bits.Len(uint(l))-3, 0)
	return 257 + 4*extra + l>>extra, extra
}

// offsetCode returns the code of a match's offset, less one, and how many
// extra bits follow it.
func offsetCode(offset int) (code, extra int) {
	extra = max(bits.Len(uint(offset))-2, 0)
	return 2*extra + offset>>extra, extra
}

func (c *compressor) literal(b byte) {
	c.tokens = append(c.tokens, token(b))
	c.literals[b]++
}

func (c *compressor) match(length, offset int) {
	c.tokens = append(c.tokens, token(length<<16|(offset-1)))
	code, _ := lengthCode(length)
	c.literals[code]++
	code, _ = offsetCode(offset - 1)
	c.offsets[code]++
}
