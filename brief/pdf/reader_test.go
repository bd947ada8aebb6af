package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"maps"
	"strconv"
	"strings"
	"unicode/utf16"
)

// A small strict reader of PDF files with cross-reference streams, to see what
// was written. It takes no second guess: what is not exactly right is an
// error.

type (
	name      string
	dict      map[name]any
	reference ref // "5 0 R"
)

// A streamed is a stream object.
type streamed struct {
	dict dict
	data []byte // inflated
}

// A parsed is a PDF file read whole.
type parsed struct {
	trailer dict
	objects map[ref]any // dict, []any, streamed …
}

// get follows a reference.
func (p *parsed) get(v any) any {
	for {
		l, ok := v.(reference)
		if !ok {
			return v
		}
		v = p.objects[ref(l)]
	}
}

// at walks down dictionaries and arrays by keys and indices.
func (p *parsed) at(v any, path ...any) any {
	v = p.get(v)
	for _, step := range path {
		switch step := step.(type) {
		case string:
			d, ok := v.(dict)
			if !ok {
				if s, ok := v.(streamed); ok {
					d = s.dict
				}
			}
			v = p.get(d[name(step)])
		case int:
			a, _ := v.([]any)
			if step >= len(a) {
				return nil
			}
			v = p.get(a[step])
		}
	}
	return v
}

func (p *parsed) catalog(path ...any) any { return p.at(p.trailer["Root"], path...) }

func parseFile(b []byte) (p *parsed, err error) {
	defer func() {
		if r := recover(); r != nil {
			p, err = nil, fmt.Errorf("%v", r)
		}
	}()
	expect(bytes.HasPrefix(b, []byte("%PDF-1.7\n%")), "header")
	tail := bytes.LastIndex(b, []byte("startxref\n"))
	expect(tail > 0, "startxref")
	rest, ok := bytes.CutSuffix(b[tail+10:], []byte("\n%%EOF\n"))
	expect(ok, "end of file")
	start, err := strconv.Atoi(string(rest))
	expect(err == nil, "startxref: %v", err)

	p = &parsed{objects: map[ref]any{}}
	table := readObject(b, start, 0, p)
	p.trailer = table.(streamed).dict
	expect(p.trailer["Type"] == name("XRef"), "no cross-reference stream")
	p.readTable(b, table.(streamed))
	expect(len(p.objects) > 3, "no objects")
	for r, v := range p.objects {
		p.checkLinks(v, r)
	}
	return p, nil
}

func (p *parsed) readTable(b []byte, table streamed) {
	var w [3]int
	for i, v := range table.dict["W"].([]any) {
		w[i] = v.(int)
	}
	size := table.dict["Size"].(int)
	width := w[0] + w[1] + w[2]
	expect(len(table.data) == size*width, "cross-reference stream of %d bytes for %d objects", len(table.data), size)
	inside := map[ref]map[int]ref{} // by object stream and index
	for r := range ref(size) {
		row := table.data[int(r)*width:]
		var fields [3]int
		for i, n := range w {
			for range n {
				fields[i] = fields[i]<<8 | int(row[0])
				row = row[1:]
			}
		}
		switch fields[0] {
		case 0:
			expect(r == 0, "object %d is nowhere", r)
		case 1:
			p.objects[r] = readObject(b, fields[1], r, p)
		case 2:
			holder := ref(fields[1])
			if inside[holder] == nil {
				inside[holder] = map[int]ref{}
			}
			inside[holder][fields[2]] = r
		}
	}
	for holder, refs := range inside {
		p.readObjectStream(p.objects[holder].(streamed), refs)
	}
}

func (p *parsed) readObjectStream(s streamed, refs map[int]ref) {
	expect(s.dict["Type"] == name("ObjStm") && s.dict["N"] == len(refs), "object stream %v", s.dict)
	first := s.dict["First"].(int)
	heads := (&lexer{b: s.data[:first]}).all()
	for i := 0; i < len(heads); i += 2 {
		r, at := ref(heads[i].(int)), heads[i+1].(int)
		expect(refs[i/2] == r, "object %d is %d in the table", r, refs[i/2])
		l := &lexer{b: s.data, at: first + at}
		p.objects[r] = l.value()
		end := len(s.data)
		if i+3 < len(heads) {
			end = first + heads[i+3].(int)
		}
		l.space()
		expect(l.at == end, "object %d ends at %d, not %d", r, l.at, end)
	}
}

// readObject reads an object with a stream; want 0 takes any number.
func readObject(b []byte, at int, want ref, p *parsed) any {
	l := &lexer{b: b, at: at}
	r := l.value()
	expect(want == 0 || r == int(want), "object %v in the place of %d", r, want)
	l.literal(" 0 obj\n")
	d := l.value().(dict)
	l.literal("\nstream\n")
	n := d["Length"].(int)
	data := b[l.at : l.at+n]
	l.at += n
	l.literal("\nendstream\nendobj\n")
	if d["Filter"] != nil {
		expect(d["Filter"] == name("FlateDecode"), "filter %v", d["Filter"])
		z, err := zlib.NewReader(bytes.NewReader(data))
		expect(err == nil, "%v", err)
		data, err = io.ReadAll(z)
		expect(err == nil, "object %v: %v", r, err)
	}
	if parms, ok := d["DecodeParms"].(dict); ok {
		expect(parms["Predictor"] == 12, "predictor %v", parms["Predictor"])
		data = undoUp(data, parms["Columns"].(int))
	}
	return streamed{d, data}
}

// undoUp undoes the PNG predictor Up.
func undoUp(b []byte, columns int) []byte {
	expect(len(b)%(columns+1) == 0, "%d bytes in rows of %d", len(b), columns)
	out := make([]byte, columns) // a row of zeros above the first
	for ; len(b) > 0; b = b[columns+1:] {
		expect(b[0] == 2, "predictor %d of a row", b[0])
		for _, c := range b[1 : columns+1] {
			out = append(out, c+out[len(out)-columns])
		}
	}
	return out[columns:]
}

// checkLinks sees to it that references lead to objects.
func (p *parsed) checkLinks(v any, from ref) {
	switch v := v.(type) {
	case reference:
		expect(p.objects[ref(v)] != nil, "object %d refers to %d, which is not there", from, v)
	case dict:
		for x := range maps.Values(v) {
			p.checkLinks(x, from)
		}
	case []any:
		for _, x := range v {
			p.checkLinks(x, from)
		}
	case streamed:
		p.checkLinks(v.dict, from)
	}
}

func expect(ok bool, format string, args ...any) {
	if !ok {
		panic(fmt.Sprintf(format, args...))
	}
}

// textString decodes a text string.
func textString(v any) string {
	s, _ := v.(string)
	if len(s) < 2 || s[:2] != "\xFE\xFF" {
		doc := strings.NewReplacer("\x80", "•", "\x83", "…", "\x84", "—", "\x85", "–", "\x8C", "„",
			"\x8D", "“", "\x8E", "”", "\x8F", "‘", "\x90", "’", "\x91", "‚", "\xA0", "€")
		var b strings.Builder
		for i := range len(s) {
			if s[i] < 0xA1 {
				b.WriteString(doc.Replace(s[i : i+1]))
			} else {
				b.WriteRune(rune(s[i])) // as in Latin-1
			}
		}
		return b.String()
	}
	var u []uint16
	for i := 2; i+1 < len(s); i += 2 {
		u = append(u, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(u))
}
