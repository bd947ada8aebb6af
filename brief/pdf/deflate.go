package pdf

import (
	"bytes"
	"encoding/binary"
	"hash/adler32"

	"github.com/klauspost/compress/flate"
)

// deflate returns data as FlateDecode reads it: in the zlib format (RFC 1950).
//
// The stateless compressor needs next to no memory of its own. The ones with
// state take most of a megabyte each, which a process that writes one page
// pays for with more time than the compressing takes.
func deflate(data []byte) []byte {
	var out bytes.Buffer
	out.Grow(len(data)*3/4 + 64)
	out.Write([]byte{0x78, 0x01})
	// It fails only if the writer does, and a bytes.Buffer takes everything.
	_ = flate.StatelessDeflate(&out, data, true, nil)
	return binary.BigEndian.AppendUint32(out.Bytes(), adler32.Checksum(data))
}
