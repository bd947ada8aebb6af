package preflight

import (
	"bytes"
	"errors"
	"strconv"
)

// A place says where an object is.
type place struct {
	kind  int
	at    int // offset in the file, or the number of the object stream
	index int // in the object stream
}

// The kinds of place, numbered as in a cross-reference stream (ISO 32000-1,
// table 18).
const (
	free        = 0
	inFile      = 1
	packedPlace = 2
)

var errTable = errors.New("the cross-reference table cannot be read")

// readTables reads the cross-reference sections, from the newest on back
// through Prev. What a newer one says of an object, holds.
func (f *File) readTables() error {
	at := bytes.LastIndex(f.data, []byte("startxref"))
	if at < 0 {
		return errTable
	}
	l := &lexer{b: f.data, at: at + len("startxref"), budget: &f.budget}
	l.skipSpace()
	next, err := strconv.Atoi(l.word())
	if err != nil {
		return errTable
	}
	seen := map[int]bool{}
	for next >= 0 {
		if next >= len(f.data) || seen[next] {
			return errTable
		}
		seen[next] = true
		trailer, err := f.readTable(next)
		if err != nil {
			return err
		}
		if f.trailer == nil {
			f.trailer = trailer
		} else if trailer["Encrypt"] != nil {
			f.trailer["Encrypt"] = trailer["Encrypt"]
		}
		if hidden, ok := trailer["XRefStm"].(int); ok { // a hybrid file (7.5.8.4)
			if hidden < 0 || hidden >= len(f.data) || seen[hidden] {
				return errTable
			}
			seen[hidden] = true
			if _, err := f.readTable(hidden); err != nil {
				return err
			}
		}
		next = -1
		if prev, ok := trailer["Prev"].(int); ok {
			next = max(prev, 0)
		}
	}
	for n, p := range f.table {
		if p.kind == free {
			delete(f.table, n)
		}
	}
	return nil
}

// readTable reads one section, table or stream, and returns its trailer.
func (f *File) readTable(at int) (dict, error) {
	l := &lexer{b: f.data, at: at, budget: &f.budget}
	l.skipSpace()
	if bytes.HasPrefix(f.data[l.at:], []byte("xref")) {
		l.at += len("xref")
		return f.readRows(l)
	}
	back := l.at
	number, err := strconv.Atoi(l.word())
	if err != nil || number < 0 {
		return nil, errTable
	}
	v, err := f.loadAt(number, back)
	if err != nil {
		return nil, err
	}
	s, ok := v.(*stream)
	if !ok || s.dict["Type"] != name("XRef") {
		return nil, errTable
	}
	f.enter(number, place{kind: inFile, at: back})
	return s.dict, f.readXRefStream(s)
}

// readRows reads a table: subsections of rows of twenty bytes.
func (f *File) readRows(l *lexer) (dict, error) {
	if !oneLineEnd(f.data, l.at) {
		f.fault(A, "6.1.4", 0, "the word xref does not stand on a line of its own")
	}
	for {
		l.skipSpace()
		word := l.word()
		if word == "trailer" {
			break
		}
		first, err := strconv.Atoi(word)
		l.skipSpace()
		count, err2 := strconv.Atoi(l.word())
		if err != nil || err2 != nil || first < 0 || count < 0 || count > len(f.data)/10 {
			return nil, errTable
		}
		for i := range count {
			if *l.budget--; *l.budget < 0 {
				return nil, errMany
			}
			l.skipSpace()
			from := l.at
			offset, err := strconv.Atoi(l.word())
			l.skipSpace()
			l.word()
			l.skipSpace()
			kind := l.word()
			if err != nil || offset < 0 || kind != "n" && kind != "f" {
				return nil, errTable
			}
			if end := f.data[l.at:min(l.at+2, len(f.data))]; l.at-from != 18 || !oneOf(string(end), "\r\n") && string(end) != " \n" && string(end) != " \r" {
				f.fault(PDF, "7.5.4", 0, "a row of the cross-reference table is not 20 bytes long")
			}
			p := place{kind: inFile, at: offset}
			if kind == "f" {
				p = place{kind: free}
			}
			f.enter(first+i, p)
		}
	}
	v, err := l.value(0)
	if err != nil {
		return nil, err
	}
	d, ok := v.(dict)
	if !ok {
		return nil, errTable
	}
	return d, nil
}

// oneLineEnd reports whether b has one line end at the place.
func oneLineEnd(b []byte, at int) bool {
	rest := b[at:]
	for _, end := range []string{"\r\n", "\n", "\r"} {
		if bytes.HasPrefix(rest, []byte(end)) {
			return len(rest) > len(end) && !isSpace(rest[len(end)])
		}
	}
	return false
}

// readXRefStream reads a cross-reference stream (7.5.8): rows of three
// numbers, whose widths W tells.
func (f *File) readXRefStream(s *stream) error {
	data, err := f.decode(s)
	if err != nil {
		return err
	}
	var w [3]int
	widths, _ := s.dict["W"].(array)
	if len(widths) != 3 {
		return errTable
	}
	for i := range w {
		n, ok := widths[i].(int)
		if !ok || n < 0 || n > 7 {
			return errTable
		}
		w[i] = n
	}
	row := w[0] + w[1] + w[2]
	size, _ := s.dict["Size"].(int)
	index, ok := s.dict["Index"].(array)
	if !ok {
		index = array{0, size}
	}
	if row == 0 || len(index)%2 != 0 {
		return errTable
	}
	for i := 0; i < len(index); i += 2 {
		first, ok1 := index[i].(int)
		count, ok2 := index[i+1].(int)
		if !ok1 || !ok2 || first < 0 || count < 0 || count > len(data)/row {
			return errTable
		}
		for k := range count {
			if f.budget--; f.budget < 0 {
				return errMany
			}
			fields := [3]int{1, 0, 0} // without a width, the kind is 1
			for j, at := 0, 0; j < 3; j++ {
				if w[j] > 0 {
					fields[j] = bigEndian(data[at : at+w[j]])
				}
				at += w[j]
			}
			data = data[row:]
			f.enter(first+k, place{fields[0], fields[1], fields[2]})
		}
	}
	return nil
}

// enter notes where an object is, unless a newer table has done so.
func (f *File) enter(n int, p place) {
	if _, ok := f.table[n]; ok {
		return
	}
	switch p.kind {
	case free, inFile, packedPlace:
		f.table[n] = p
	}
}

func bigEndian(b []byte) int {
	n := 0
	for _, c := range b {
		n = n<<8 | int(c)
	}
	return n
}
