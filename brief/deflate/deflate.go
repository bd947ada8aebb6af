// Package deflate compresses small pieces of data well with little memory.
//
// The usual compressors keep most of a megabyte of state. That pays for long
// streams. A process that writes one file of a few dozen kilobytes in a dozen
// streams spends more time on getting that memory than on compressing. Here
// the state is a sixth of that, and is used again.
//
// There is one function, [Zlib].
package deflate

import (
	"encoding/binary"
	"hash/adler32"
	"sync"
)

// Zlib returns data in the zlib format (RFC 1950): compressed with deflate
// (RFC 1951). The same data give the same bytes. Cuts are offsets, in
// ascending order, at which the kind of data changes, so that what is behind
// gets codes of its own.
func Zlib(data []byte, cuts ...int) []byte {
	c := compressors.Get().(*compressor)
	defer compressors.Put(c)
	c.out = bitWriter{bytes: append(make([]byte, 0, len(data)/2+64), 0x78, 0x9C)}
	c.compress(data, cuts)
	c.out.align()
	c.data = nil
	return binary.BigEndian.AppendUint32(c.out.bytes, adler32.Checksum(data))
}

var compressors = sync.Pool{New: func() any { return &compressor{tokens: make([]token, 0, maxTokens)} }}

// A compressor holds what a compression needs beside its data.
type compressor struct {
	matcher
	out      bitWriter
	tokens   []token
	literals [literalCodes]uint32 // how often each code is in tokens
	offsets  [offsetCodes]uint32
	coder    coder
	header   header
	leaves   [literalCodes]uint64 // of a Huffman tree: counts and symbols
	weights  [literalCodes]uint32
}

// maxTokens is how many tokens a block has at most.
const maxTokens = 1 << 12

func (c *compressor) compress(data []byte, cuts []int) {
	c.reset(data)
	for begin := 0; ; {
		for len(cuts) > 0 && cuts[0] <= begin {
			cuts = cuts[1:]
		}
		end := len(data)
		if len(cuts) > 0 {
			end = min(end, cuts[0])
		}
		c.tokens = c.tokens[:0]
		done := c.parse(begin, end)
		c.writeBlock(data[begin:done], done == len(data))
		if begin = done; begin == len(data) {
			return
		}
	}
}
