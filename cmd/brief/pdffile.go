package main

import (
	"bytes"
	"compress/zlib"
	"errors"
	"io"
	"maps"
	"slices"
	"strconv"
)

// maxDamaged is how many objects without a readable value a PDF may have.
const maxDamaged = 1000

// maxInflated is how much the streams of a PDF may inflate to together, bytes.
const maxInflated = 64 << 20

// A pdfFile holds the objects of a PDF (ISO 32000-1, 7.3) by their numbers. It
// is read only as far as brief check and brief explain need it, and holds of
// each value the bytes as they are written.
type pdfFile map[int]pdfObject

// A pdfObject is a value, in most cases a dictionary, with its stream.
type pdfObject struct {
	value  []byte
	stream []byte // inflated
}

var errNoPDF = errors.New("is not a PDF, or is damaged")

// readPDF finds the objects one after the other, without the cross-reference
// table: what comes later in the file takes the place of what came before.
func readPDF(data []byte) (pdfFile, error) {
	f := pdfFile{}
	room, damaged := maxInflated, 0
	if !bytes.HasPrefix(data, []byte("%PDF-")) {
		return nil, errNoPDF
	}
	for at := 0; ; {
		i := bytes.Index(data[at:], []byte(" 0 obj"))
		if i < 0 {
			break
		}
		number, ok := numberBefore(data[:at+i])
		at += i + len(" 0 obj")
		if !ok {
			continue
		}
		value, rest := cutValue(data[at:])
		if len(value) == 0 {
			if damaged++; damaged > maxDamaged {
				return nil, errNoPDF
			}
		}
		o := pdfObject{value: value}
		at = len(data) - len(rest)
		if after, ok := bytes.CutPrefix(bytes.TrimLeft(rest, " \r\n\t"), []byte("stream")); ok {
			after = after[len(lineEnd(after)):]
			raw := streamBytes(after, value)
			at = len(data) - len(after) + len(raw)
			o.stream = raw
			if bytes.Contains(entry(value, "Filter"), []byte("FlateDecode")) {
				o.stream = inflate(raw, room)
				room -= len(o.stream)
			}
		}
		f[number] = o
		if string(entry(value, "Type")) == "/ObjStm" {
			f.addPacked(o)
		}
	}
	if len(f) == 0 {
		return nil, errNoPDF
	}
	return f, nil
}

// addPacked adds the objects that an object stream holds (7.5.7): first pairs
// of numbers and places, then the values.
func (f pdfFile) addPacked(o pdfObject) {
	n, first := integer(entry(o.value, "N")), integer(entry(o.value, "First"))
	if first > len(o.stream) {
		return
	}
	head, body := o.stream[:first], o.stream[first:]
	for range n {
		var number, place []byte
		number, head = cutValue(head)
		place, head = cutValue(head)
		if len(place) == 0 {
			return
		}
		if at := integer(place); at < len(body) {
			value, _ := cutValue(body[at:])
			f[integer(number)] = pdfObject{value: value}
		}
	}
}

// resolve returns the object that v refers to, or v itself.
func (f pdfFile) resolve(v []byte) pdfObject {
	if len(v) > 0 && referenceLen(v, wordLen(v)) == len(v) {
		return f[integer(v[:wordLen(v)])]
	}
	return pdfObject{value: v}
}

// get returns what stands at the path of keys, through references.
func (f pdfFile) get(v []byte, keys ...string) pdfObject {
	o := f.resolve(v)
	for _, k := range keys {
		o = f.resolve(entry(o.value, k))
	}
	return o
}

// ofType returns the objects whose Type is that name, in the order of their
// numbers.
func (f pdfFile) ofType(name string) []pdfObject {
	var out []pdfObject
	for _, n := range slices.Sorted(maps.Keys(f)) {
		if string(entry(f[n].value, "Type")) == "/"+name {
			out = append(out, f[n])
		}
	}
	return out
}

// tagged reports whether the file says that it has a structure tree, and has
// one (14.7, 14.8).
func (f pdfFile) tagged() bool {
	for _, catalog := range f.ofType("Catalog") {
		marked := string(f.get(catalog.value, "MarkInfo", "Marked").value) == "true"
		if marked && len(f.get(catalog.value, "StructTreeRoot", "K").value) > 0 {
			return true
		}
	}
	return false
}

// sidecar returns the first embedded file (7.11.4) that is JSON, or nil.
func (f pdfFile) sidecar() []byte {
	for _, o := range f.ofType("EmbeddedFile") {
		if bytes.HasPrefix(bytes.TrimSpace(o.stream), []byte("{")) {
			return o.stream
		}
	}
	return nil
}

// streamBytes returns the bytes of the stream that b begins with.
func streamBytes(b, dict []byte) []byte {
	if n := integer(entry(dict, "Length")); n <= len(b) && bytes.HasPrefix(bytes.TrimLeft(b[n:], "\r\n"), []byte("endstream")) {
		return b[:n]
	}
	if i := bytes.Index(b, []byte("endstream")); i >= 0 {
		return b[:i]
	}
	return b
}

// inflate returns what b holds, or nil if it is damaged or larger than room.
func inflate(b []byte, room int) []byte {
	r, err := zlib.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil
	}
	data, err := io.ReadAll(io.LimitReader(r, int64(room)+1))
	if err != nil || len(data) > room {
		return nil
	}
	return data
}

// lineEnd returns the line end that b begins with.
func lineEnd(b []byte) []byte {
	for _, end := range []string{"\r\n", "\n"} {
		if bytes.HasPrefix(b, []byte(end)) {
			return b[:len(end)]
		}
	}
	return nil
}

// numberBefore returns the number that b ends with.
func numberBefore(b []byte) (int, bool) {
	i := len(b)
	for i > 0 && b[i-1] >= '0' && b[i-1] <= '9' {
		i--
	}
	n, err := strconv.Atoi(string(b[i:]))
	return n, err == nil
}

// integer returns the value of a number, 0 if it is none or less.
func integer(v []byte) int {
	n, err := strconv.Atoi(string(v))
	if err != nil || n < 0 {
		return 0
	}
	return n
}
