package typeface

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"unicode"
)

// An index is what is known of the fonts in folders, the most suitable font
// first. It is kept on disk from run to run: which characters a font has takes
// longer to find out than anything else about it.
type index struct {
	dirs  []stamp
	fonts []listed
}

// A stamp is a folder as it was when its fonts were listed.
type stamp struct {
	path    string
	changed int64 // nanoseconds since 1970; absent if there was none
}

const absent = -1

// A listed font is a file, or one of a collection, whose number follows a #.
type listed struct {
	path  string
	known bool // the rest is

	size, changed int64 // of the file, when it was looked into
	chars         coverage
}

// indexHead begins the file of an index. It changes with the format, and with
// whatever an index depends on that is not in it.
const indexHead = "readahead fonts 1\n"

// encode writes an index: the head; the folders and the fonts, each list
// behind its length; the SHA-256 digest of all that.
func (x *index) encode() []byte {
	b := []byte(indexHead)
	text := func(s string) {
		b = binary.AppendUvarint(b, uint64(len(s)))
		b = append(b, s...)
	}
	b = binary.AppendUvarint(b, uint64(len(x.dirs)))
	for _, d := range x.dirs {
		text(d.path)
		b = binary.AppendVarint(b, d.changed)
	}
	b = binary.AppendUvarint(b, uint64(len(x.fonts)))
	for _, f := range x.fonts {
		text(f.path)
		if !f.known {
			b = append(b, 0)
			continue
		}
		b = append(b, 1)
		b = binary.AppendVarint(b, f.size)
		b = binary.AppendVarint(b, f.changed)
		b = binary.AppendUvarint(b, uint64(len(f.chars)))
		before := rune(-1)
		for _, s := range f.chars {
			b = binary.AppendUvarint(b, uint64(s.first-before))
			b = binary.AppendUvarint(b, uint64(s.last-s.first))
			before = s.last
		}
	}
	return sealed(b)
}

// sealed appends the digest of b.
func sealed(b []byte) []byte {
	sum := sha256.Sum256(b)
	return append(b, sum[:]...)
}

// decode reads what encode wrote, and reports whether it is whole.
func decode(b []byte) (x index, ok bool) {
	end := len(b) - sha256.Size
	if end < 0 || !bytes.HasPrefix(b, []byte(indexHead)) || sha256.Sum256(b[:end]) != [sha256.Size]byte(b[end:]) {
		return index{}, false
	}
	r := indexReader{rest: b[len(indexHead):end]}
	x.dirs = make([]stamp, r.count(2))
	for i := range x.dirs {
		x.dirs[i] = stamp{r.text(), r.signed()}
	}
	x.fonts = make([]listed, r.count(2))
	for i := range x.fonts {
		f := &x.fonts[i]
		f.path = r.text()
		if f.known = r.number(1) == 1; f.known {
			f.size, f.changed, f.chars = r.signed(), r.signed(), r.coverage()
		}
	}
	if r.bad || len(r.rest) > 0 {
		return index{}, false
	}
	return x, true
}

// An indexReader takes an index apart. After the first mistake all it reads is
// zero.
type indexReader struct {
	rest []byte
	bad  bool
}

// number reads a number from 0 to most.
func (r *indexReader) number(most uint64) uint64 {
	v, n := binary.Uvarint(r.rest)
	if n <= 0 || v > most || r.bad {
		r.bad = true
		return 0
	}
	r.rest = r.rest[n:]
	return v
}

func (r *indexReader) signed() int64 {
	v, n := binary.Varint(r.rest)
	if n <= 0 || r.bad {
		r.bad = true
		return 0
	}
	r.rest = r.rest[n:]
	return v
}

// count reads the length of a list whose elements take so many bytes each, or
// more.
func (r *indexReader) count(bytes int) int { return int(r.number(uint64(len(r.rest) / bytes))) }

func (r *indexReader) text() string {
	n := r.number(uint64(len(r.rest)))
	if n > uint64(len(r.rest)) {
		r.bad = true
		return ""
	}
	s := string(r.rest[:n])
	r.rest = r.rest[n:]
	return s
}

func (r *indexReader) coverage() coverage {
	c := make(coverage, r.count(2))
	before := rune(-1)
	for i := range c {
		first := before + rune(r.number(unicode.MaxRune+1))
		last := first + rune(r.number(unicode.MaxRune))
		if first <= before || last > unicode.MaxRune {
			r.bad = true
			return nil
		}
		c[i], before = span{first, last}, last
	}
	return c
}
