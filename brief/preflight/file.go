package preflight

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"
)

// A File is a PDF file that has been read.
type File struct {
	data    []byte
	objects map[int]value // by number
	order   []int         // their numbers, rising
	trailer dict          // of the newest part of the file
	faults  []fault       // against the rules of writing objects down

	table   map[int]place
	loading map[int]bool
	packed  map[int]*packed // object streams that have been opened
	budget  int             // values that may still be read
	room    int             // bytes that streams may still inflate to
	pasted  int             // bytes of content that may still be put together
}

// A fault is a breach of the rules for writing objects down that can be read
// all the same.
type fault struct {
	standard, clause string
	object           int
	msg              string
}

// maxInflated is how much the streams of a file may inflate to together, in
// bytes.
const maxInflated = 64 << 20

var errNoPDF = errors.New("is not a PDF, or is damaged")

// Open reads all objects of a PDF file: those that its cross-reference tables
// and streams, newest first, say where to find (ISO 32000-1, 7.5.4 to 7.5.8).
// It is an error if they cannot be found or read, or if the file is encrypted;
// nothing is guessed.
func Open(data []byte) (*File, error) {
	if !bytes.HasPrefix(data, []byte("%PDF-")) {
		return nil, errNoPDF
	}
	f := &File{
		data:    data,
		objects: map[int]value{},
		table:   map[int]place{},
		loading: map[int]bool{},
		packed:  map[int]*packed{},
		budget:  maxValues,
		room:    maxInflated,
		pasted:  4 * maxInflated,
	}
	if err := f.readTables(); err != nil {
		return nil, damaged(err)
	}
	if f.trailer["Encrypt"] != nil {
		return nil, ErrEncrypted
	}
	for _, n := range slices.Sorted(maps.Keys(f.table)) {
		if err := f.load(n); err != nil {
			return nil, damaged(fmt.Errorf("object %d: %w", n, err))
		}
	}
	f.order = slices.Sorted(maps.Keys(f.objects))
	if f.in(f.trailer, "Root") == nil {
		return nil, damaged(errors.New("no catalog"))
	}
	return f, nil
}

// ErrEncrypted is the error of [Open] for a file that is encrypted, which
// neither an archive nor a reader's software is served by (ISO 19005-3, 6.1.3).
var ErrEncrypted = errors.New("is encrypted")

// damaged puts the reason behind what is wrong, where both can be told.
func damaged(err error) error { return fmt.Errorf("%w: %w", errNoPDF, err) }

// load reads object n into f.objects.
func (f *File) load(n int) error {
	if _, ok := f.objects[n]; ok {
		return nil
	}
	if f.loading[n] {
		return errors.New("refers to itself for its length")
	}
	f.loading[n] = true
	defer delete(f.loading, n)
	p, ok := f.table[n]
	if !ok {
		return nil
	}
	var v value
	var err error
	if p.kind == packedPlace {
		v, err = f.loadPacked(n, p)
	} else {
		v, err = f.loadAt(n, p.at)
	}
	if err != nil {
		return err
	}
	f.objects[n] = v
	return nil
}

// loadAt reads the object n that stands at a place in the file.
func (f *File) loadAt(n, at int) (value, error) {
	l := &lexer{b: f.data, at: min(at, len(f.data)), budget: &f.budget}
	if !l.header(n) {
		return nil, errors.New("is not where the file says")
	}
	if !spacedHeader(f.data, at, l.at) {
		f.fault(A, "6.1.9", n, "the line that begins the object is not written as it should be")
	}
	v, err := l.value(0)
	if err != nil {
		return nil, err
	}
	if _, ok := v.(keyword); ok {
		return nil, errSyntax
	}
	for _, msg := range l.faults {
		f.fault(A, "6.1.6", n, msg)
	}
	l.skipSpace()
	if d, ok := v.(dict); ok && bytes.HasPrefix(f.data[l.at:], []byte("stream")) {
		l.at += len("stream")
		if v, err = f.readStream(n, d, l); err != nil {
			return nil, err
		}
	}
	return v, f.endObject(n, l)
}

// header reads "12 0 obj".
func (l *lexer) header(n int) bool {
	l.skipSpace()
	number := l.word()
	l.skipSpace()
	generation := l.word()
	l.skipSpace()
	return number == fmt.Sprint(n) && isGeneration(generation) && l.word() == "obj"
}

// spacedHeader reports whether the beginning of an object is written as
// PDF/A wants it: at the start of a line, with single spaces, on a line of its
// own.
func spacedHeader(b []byte, from, to int) bool {
	line := b[from:to]
	return from > 0 && isLineEnd(b[from-1]) && bytes.Count(line, []byte(" ")) == 2 &&
		bytes.IndexAny(line, "\t\r\n\f\x00%") < 0 && to < len(b) && isLineEnd(b[to])
}

// endObject checks the word that ends an object.
func (f *File) endObject(n int, l *lexer) error {
	l.skipSpace()
	at := l.at
	if !bytes.HasPrefix(f.data[at:], []byte("endobj")) {
		return errors.New("has no end")
	}
	end := at + len("endobj")
	if !isLineEnd(f.data[at-1]) || end < len(f.data) && !isLineEnd(f.data[end]) {
		f.fault(A, "6.1.9", n, "the word endobj does not stand on a line of its own")
	}
	return nil
}

func (f *File) fault(standard, clause string, object int, msg string) {
	if len(f.faults) < maxFindings {
		f.faults = append(f.faults, fault{standard, clause, object, msg})
	}
}

func isLineEnd(c byte) bool { return c == '\n' || c == '\r' }

// A packed is an opened object stream (7.5.7).
type packed struct {
	body    []byte
	numbers []int
	offsets []int
}

// loadPacked reads an object that lies in an object stream.
func (f *File) loadPacked(n int, p place) (value, error) {
	o, err := f.openPacked(p.at)
	if err != nil {
		return nil, err
	}
	if p.index >= len(o.numbers) || o.numbers[p.index] != n || o.offsets[p.index] > len(o.body) {
		return nil, errors.New("is not in its object stream")
	}
	l := &lexer{b: o.body, at: o.offsets[p.index], budget: &f.budget}
	v, err := l.value(0)
	if _, ok := v.(keyword); ok {
		err = errSyntax
	}
	for _, msg := range l.faults {
		f.fault(A, "6.1.6", n, msg)
	}
	return v, err
}

func (f *File) openPacked(n int) (*packed, error) {
	if o := f.packed[n]; o != nil {
		return o, nil
	}
	if f.table[n].kind != inFile {
		return nil, errors.New("is in an object stream that is none")
	}
	if err := f.load(n); err != nil {
		return nil, err
	}
	s, ok := f.objects[n].(*stream)
	if !ok || f.name(s.dict["Type"]) != "ObjStm" {
		return nil, errors.New("is in an object stream that is none")
	}
	data, err := f.decode(s)
	if err != nil {
		return nil, err
	}
	count, _ := s.dict["N"].(int)
	first, _ := s.dict["First"].(int)
	if count < 0 || first < 0 || first > len(data) || count > len(data) {
		return nil, errors.New("is in a damaged object stream")
	}
	o := &packed{body: data[first:]}
	l := &lexer{b: data[:first], content: true, budget: &f.budget}
	for range count {
		number, err1 := l.value(0)
		offset, err2 := l.value(0)
		k, ok1 := number.(int)
		at, ok2 := offset.(int)
		if err := errors.Join(err1, err2); err != nil || !ok1 || !ok2 || at < 0 {
			return nil, errors.New("is in a damaged object stream")
		}
		o.numbers, o.offsets = append(o.numbers, k), append(o.offsets, at)
	}
	f.packed[n] = o
	return o, nil
}
