package docx

import (
	"archive/zip"
	"hash/crc32"
	"io"

	"readahead/brief/deflate"
)

// A part is a file of the package (ECMA-376, part 2).
type part struct{ name, text string }

// archive writes the parts as a ZIP archive. It has no dates, and the sizes
// stand before the data, so that it can be read from a stream.
func archive(w io.Writer, parts []part) error {
	z := zip.NewWriter(w)
	for _, p := range parts {
		data := deflate.Zlib([]byte(p.text))
		data = data[2 : len(data)-4] // without the header and checksum of the zlib format (RFC 1950)
		f, err := z.CreateRaw(&zip.FileHeader{
			Name: p.name, Method: zip.Deflate,
			CRC32:              crc32.ChecksumIEEE([]byte(p.text)),
			CompressedSize64:   uint64(len(data)),
			UncompressedSize64: uint64(len(p.text)),
			//lint:ignore SA1019 of the fields for the date, CreateRaw writes this one
			ModifiedDate: 1<<5 | 1, // 1 January 1980, the first day that ZIP knows
		})
		if err != nil {
			return err
		}
		if _, err := f.Write(data); err != nil {
			return err
		}
	}
	return z.Close()
}
