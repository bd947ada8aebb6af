package typeface

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"readahead/brief/doc"
)

var be = binary.BigEndian

const (
	maxFile   = 256 << 20 // bytes of a font file; the largest collections have 100 MB
	maxTables = 128
)

// A file is an OpenType font, or one of a collection, that lies on disk
// (OpenType, font file). Of its tables only where they are is known; each is
// read when it is asked for.
type file struct {
	path    string // as it was asked for
	r       io.ReaderAt
	size    int64
	changed int64 // when it was, nanoseconds since 1970
	at      int64 // of the table directory
	sum     [sha256.Size]byte
	tables  []table
}

type table struct {
	tag       string
	at, bytes int64
}

// openFile opens a font file. Of a collection it takes the font whose number
// follows a # at the end of the name, else the first.
func openFile(path string) (f *file, err error) {
	name, number := member(path)
	on, err := os.Open(name)
	if err != nil {
		return nil, &doc.Error{File: path, Msg: "cannot be read: " + cause(err), Hint: "page.fonts names font files; paths start where those of seeds do"}
	}
	defer func() {
		if err != nil {
			on.Close()
		}
	}()
	info, err := on.Stat()
	if err != nil {
		return nil, &doc.Error{File: path, Msg: "cannot be read: " + cause(err)}
	}
	if !info.Mode().IsRegular() || info.Size() > maxFile {
		return nil, &doc.Error{File: path, Msg: "is no font file", Hint: "a .ttf, .otf or .ttc file of less than 256 MB is wanted"}
	}
	if f, err = newFile(path, on, info.Size(), number); err == nil {
		f.changed = info.ModTime().UnixNano()
	}
	return f, err
}

// member splits the name of a font into that of its file and its number there.
func member(path string) (name string, number int) {
	if i := strings.LastIndexByte(path, '#'); i > 0 {
		if n, err := strconv.Atoi(path[i+1:]); err == nil {
			return path[:i], n
		}
	}
	return path, 0
}

// newFile reads the directory of a font, of a collection that of the font
// with the given number.
func newFile(path string, r io.ReaderAt, size int64, number int) (*file, error) {
	f := &file{path: path, r: r, size: size}
	head, err := f.bytes(0, 12)
	if err != nil {
		return nil, f.damaged("it is too short")
	}
	switch string(head[:4]) {
	case "wOFF", "wOF2":
		return nil, &doc.Error{File: path, Msg: "is a web font (WOFF)", Hint: "name the .ttf or .otf file of the typeface"}
	case "typ1", "%!PS":
		return nil, &doc.Error{File: path, Msg: "is a Type 1 font", Hint: "name a .ttf or .otf file of the typeface"}
	case "ttcf":
		count := int64(be.Uint32(head[8:]))
		if number < 0 || int64(number) >= count {
			return nil, &doc.Error{File: path, Msg: fmt.Sprintf("the collection has %d fonts", count), Hint: "the number behind # counts from 0"}
		}
		offset, err := f.bytes(12+4*int64(number), 4)
		if err != nil {
			return nil, f.damaged("its directory is cut off")
		}
		f.at = int64(be.Uint32(offset))
		if head, err = f.bytes(f.at, 12); err != nil {
			return nil, f.damaged("its directory is cut off")
		}
	default:
		if number != 0 {
			return nil, &doc.Error{File: path, Msg: "is no collection", Hint: "leave out the # and the number behind it"}
		}
	}
	switch string(head[:4]) {
	case "\x00\x01\x00\x00", "true", "OTTO":
	default:
		return nil, &doc.Error{File: path, Msg: "is no font file", Hint: "a TrueType or OpenType font (.ttf, .otf, .ttc) is wanted"}
	}
	n := int64(be.Uint16(head[4:]))
	records, err := f.bytes(f.at+12, 16*n)
	if err != nil || n > maxTables {
		return nil, f.damaged("its directory is cut off")
	}
	f.sum = sha256.Sum256(records) // which have a checksum and the length of each table
	sum := int64(0)
	for ; len(records) > 0; records = records[16:] {
		t := table{string(records[:4]), int64(be.Uint32(records[8:])), int64(be.Uint32(records[12:]))}
		if t.at+t.bytes > size {
			return nil, f.damaged(fmt.Sprintf("table %q reaches beyond its end", t.tag))
		}
		if sum += t.bytes; sum > size {
			return nil, f.damaged("its tables overlap")
		}
		f.tables = append(f.tables, t)
	}
	return f, nil
}

func cause(err error) string {
	if os.IsNotExist(err) {
		return "there is no such file"
	}
	return err.Error()
}

func (f *file) damaged(how string) error {
	return &doc.Error{File: f.path, Msg: "the font is damaged: " + how, Hint: "get the file anew, or name another font"}
}

// table returns where a table lies; it has no bytes if there is none.
func (f *file) table(tag string) table {
	for _, t := range f.tables {
		if t.tag == tag {
			return t
		}
	}
	return table{}
}

func (f *file) has(tag string) bool { return f.table(tag).bytes > 0 }

// read returns a table, which has at least so many bytes.
func (f *file) read(tag string, least int) ([]byte, error) {
	t := f.table(tag)
	if t.bytes == 0 || t.bytes < int64(least) {
		return nil, f.damaged(fmt.Sprintf("it has no table %q, or a short one", tag))
	}
	b, err := f.bytes(t.at, t.bytes)
	if err != nil {
		return nil, f.damaged(fmt.Sprintf("table %q cannot be read", tag))
	}
	return b, nil
}

// close closes the file on disk, after which nothing can be read any more.
func (f *file) close() {
	if c, ok := f.r.(io.Closer); ok {
		c.Close()
	}
}

// bytes reads a part of the file, all of which has to be there.
func (f *file) bytes(at, n int64) ([]byte, error) {
	if at < 0 || n < 0 || at+n > f.size {
		return nil, io.ErrUnexpectedEOF
	}
	b := make([]byte, n)
	if _, err := f.r.ReadAt(b, at); err != nil && err != io.EOF {
		return nil, err
	}
	return b, nil
}
