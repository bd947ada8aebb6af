package ingest

import (
	"bytes"

	"readahead/brief/doc"
)

// refuse returns an error that says what data looks like if it is no text, or
// nil. The error's File is left to the caller; c is the census of data.
func refuse(data []byte, c *census) *doc.Error {
	if len(bytes.TrimLeft(bytes.TrimPrefix(data, bomUTF8), " \t\r\n")) == 0 || isOnlyBOM16(data) {
		return &doc.Error{Msg: "is empty", Hint: "save the document again, or take it off the list"}
	}
	binary := c.controls() && looksBinary(data)
	if kind, hint := signature(data, binary); kind != "" {
		return &doc.Error{Msg: "is no text; it looks like " + kind, Hint: hint}
	}
	if binary && utf16Order(data) == notUTF16 {
		return &doc.Error{Msg: "is no text; it looks like binary data", Hint: "export it as text, Markdown or HTML"}
	}
	return refuseMarks(data)
}

// maxMarks is the most lines, tags or entities that a source may have. With
// more of them than any book has, a file is not meant to be read, and their
// places would use up the memory.
const maxMarks = 1 << 20

// refuseMarks returns an error if data has more than [maxMarks] of one of
// them, or nil. The error's File is left to the caller.
func refuseMarks(data []byte) *doc.Error {
	if len(data) <= maxMarks {
		return nil
	}
	for _, mark := range [...]struct {
		c    byte
		what string
	}{{'\n', "lines"}, {'\r', "lines"}, {'\f', "pages"}, {'<', "tags"}, {'&', "entities"}} {
		if bytes.Count(data, []byte{mark.c}) > maxMarks {
			return &doc.Error{
				Msg:  "has more than a million " + mark.what,
				Hint: "keep the part that matters in a file of its own",
			}
		}
	}
	return nil
}

// signature names the format that data begins like, with what to do about it.
// Signatures that plain text could begin with count only if the data is
// binary.
//
// The signatures are those of the formats' specifications, as collected in the
// WHATWG MIME Sniffing standard and file(1)'s magic.
func signature(data []byte, binary bool) (kind, hint string) {
	const (
		unpack = "unpack it and give the files in it"
		export = "export it as text, Markdown or HTML"
		words  = "a picture has no text; give the text it shows"
	)
	has := func(at int, magic string) bool {
		return len(data) >= at+len(magic) && string(data[at:at+len(magic)]) == magic
	}
	switch {
	case has(0, "%PDF-"):
		return "a PDF", "save its text as a file, with pdftotext or from a PDF reader"
	case has(0, `{\rtf`):
		return "a rich-text (RTF) document", export
	case has(0, "%!PS"):
		return "a PostScript file", export
	case has(0, "\x1f\x8b"):
		return "gzip data", unpack
	case has(0, "PK\x03\x04"):
		return zipKind(data)
	case has(0, "\xfd7zXZ\x00"), has(0, "\x28\xb5\x2f\xfd"), has(0, "7z\xbc\xaf\x27\x1c"), has(0, "Rar!\x1a\x07"), has(257, "ustar"):
		return "an archive", unpack
	case has(0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
		return "an old Office document", export
	case has(0, "SQLite format 3\x00"):
		return "a database", export
	case has(0, "\x89PNG\r\n"), has(0, "\xff\xd8\xff"), has(0, "II*\x00"), has(0, "MM\x00*"), has(0, "\x00\x00\x01\x00"):
		return "a picture", words
	case has(0, "\x7fELF"), has(0, "\xca\xfe\xba\xbe"), has(0, "\xcf\xfa\xed\xfe"), has(0, "\x00asm"):
		return "a program", export
	case has(0, "\xff\xfe\x00\x00"), has(0, "\x00\x00\xfe\xff"):
		return "text in UTF-32", "save it as UTF-8"
	case has(4, "ftyp"):
		return "a film or sound", export
	}
	if !binary {
		return "", ""
	}
	switch {
	case has(0, "BZh"):
		return "an archive", unpack
	case has(0, "GIF8"), has(0, "BM"), has(8, "WEBP"):
		return "a picture", words
	case has(0, "MZ"):
		return "a program", export
	case has(0, "ID3"), has(0, "OggS"), has(0, "RIFF"):
		return "a film or sound", export
	}
	return "", ""
}

// zipKind tells the kinds of documents that are zip archives apart.
func zipKind(data []byte) (kind, hint string) {
	head := data[:min(len(data), 4096)]
	const export = "open it and save it as text, Markdown or HTML"
	switch {
	case bytes.Contains(head, []byte("application/vnd.oasis")):
		return "an OpenDocument file", export
	case bytes.Contains(head, []byte("application/epub")):
		return "an e-book", export
	case bytes.Contains(head, []byte("[Content_Types].xml")), bytes.Contains(head, []byte("word/")), bytes.Contains(head, []byte("docProps/")):
		return "an Office document", export
	}
	return "a zip archive", "unpack it and give the files in it"
}

// looksBinary reports whether data has more control characters than any text:
// one NUL in a thousand bytes, or one other control character in fifty. The
// controls that terminals and printers know do not count.
func looksBinary(data []byte) bool {
	nul := bytes.Count(data, []byte{0})
	if nul > 0 && nul*1000 >= len(data) {
		return true
	}
	n := 0
	for _, c := range data {
		if c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != '\b' && c != '\a' && c != 0x1b || c == 0x7f {
			n++
		}
	}
	return n*50 > len(data)
}
