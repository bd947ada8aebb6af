package preflight

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// A book is a file taken apart, to be changed and put together again.
type book struct {
	t       testing.TB
	objects map[int]value
	trailer dict
}

// takeApart reads a file into objects without packing.
func takeApart(t testing.TB, data []byte) *book {
	t.Helper()
	f, err := Open(data)
	if err != nil {
		t.Fatal(err)
	}
	b := &book{t: t, objects: map[int]value{}, trailer: dict{"Root": f.trailer["Root"], "Info": f.trailer["Info"], "ID": f.trailer["ID"]}}
	for n, v := range f.objects {
		if s, ok := v.(*stream); ok {
			if k := f.name(s.dict["Type"]); k == "ObjStm" || k == "XRef" {
				continue
			}
			data, err := f.decode(s)
			if err != nil {
				t.Fatal(err)
			}
			delete(s.dict, "Filter")
			delete(s.dict, "DecodeParms")
			v = &stream{dict: s.dict, raw: bytes.Clone(data)}
		}
		b.objects[n] = v
	}
	return b
}

// bytes puts the file together, with a table at its end.
func (b *book) bytes() []byte {
	out := []byte("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	numbers := slices.Sorted(maps.Keys(b.objects))
	offsets := map[int]int{}
	for _, n := range numbers {
		offsets[n] = len(out)
		out = fmt.Appendf(out, "%d 0 obj\n", n)
		if s, ok := b.objects[n].(*stream); ok {
			if s.dict["Length"] != "kept" {
				s.dict["Length"] = len(s.raw)
			}
			out = appendValue(out, s.dict)
			out = append(out, "\nstream\n"...)
			out = append(out, s.raw...)
			out = append(out, "\nendstream"...)
		} else {
			out = appendValue(out, b.objects[n])
		}
		out = append(out, "\nendobj\n"...)
	}
	start := len(out)
	size := numbers[len(numbers)-1] + 1
	out = fmt.Appendf(out, "xref\n0 %d\n", size)
	for n := range size {
		if at, ok := offsets[n]; ok {
			out = fmt.Appendf(out, "%010d 00000 n \n", at)
		} else {
			out = append(out, "0000000000 65535 f \n"...)
		}
	}
	b.trailer["Size"] = size
	out = append(out, "trailer\n"...)
	out = appendValue(out, b.trailer)
	return fmt.Appendf(out, "\nstartxref\n%d\n%%%%EOF\n", start)
}

func appendValue(b []byte, v value) []byte {
	switch v := v.(type) {
	case nil:
		return append(b, "null"...)
	case bool:
		return strconv.AppendBool(b, v)
	case int:
		return strconv.AppendInt(b, int64(v), 10)
	case float64:
		return strconv.AppendFloat(b, v, 'f', -1, 64)
	case ref:
		return fmt.Appendf(b, "%d 0 R", int(v))
	case keyword: // to write down what no value is
		return append(b, v...)
	case name:
		b = append(b, '/')
		for i := range len(v) {
			if c := v[i]; c > 32 && c < 127 && isRegular(c) && c != '#' {
				b = append(b, c)
			} else {
				b = fmt.Appendf(b, "#%02X", c)
			}
		}
		return b
	case text:
		return fmt.Appendf(b, "<%x>", string(v))
	case array:
		b = append(b, '[')
		for _, e := range v {
			b = append(appendValue(b, e), ' ')
		}
		return append(b, ']')
	case dict:
		b = append(b, "<<"...)
		for _, k := range keys(v) {
			b = appendValue(b, k)
			b = append(b, ' ')
			b = append(appendValue(b, v[k]), '\n')
		}
		return append(b, ">>"...)
	}
	panic(fmt.Sprintf("%T", v))
}

// at returns the value that v is or refers to.
func (b *book) at(v value) value {
	for {
		r, ok := v.(ref)
		if !ok {
			return v
		}
		v = b.objects[int(r)]
	}
}

// get returns the dictionary at a path of keys.
func (b *book) get(v value, path ...name) dict {
	b.t.Helper()
	for _, k := range append([]name{""}, path...) {
		if k != "" {
			v = v.(dict)[k]
		}
		v = b.at(v)
		if a, ok := v.(array); ok {
			v = b.at(a[0])
		}
		if s, ok := v.(*stream); ok {
			v = s.dict
		}
	}
	d, ok := v.(dict)
	if !ok {
		b.t.Fatalf("no dictionary at %v", path)
	}
	return d
}

func (b *book) catalog() dict { return b.get(b.trailer["Root"]) }
func (b *book) page() dict    { return b.get(b.catalog(), "Pages", "Kids") }
func (b *book) root() dict    { return b.get(b.catalog(), "StructTreeRoot") }
func (b *book) link() dict    { return b.get(b.page(), "Annots") }
func (b *book) font() dict    { return b.get(b.page(), "Resources", "Font", "F0") }
func (b *book) cidFont() dict { return b.get(b.font(), "DescendantFonts") }

// add adds an object.
func (b *book) add(v value) ref {
	n := slices.Max(slices.Collect(maps.Keys(b.objects))) + 1
	b.objects[n] = v
	return ref(n)
}

// element returns the nth element of a type, and its object.
func (b *book) element(tag name, nth int) (dict, ref) {
	b.t.Helper()
	for _, n := range slices.Sorted(maps.Keys(b.objects)) {
		if d, ok := b.objects[n].(dict); ok && d["S"] == tag && d["P"] != nil {
			if nth--; nth < 0 {
				return d, ref(n)
			}
		}
	}
	b.t.Fatalf("no element %s", tag)
	return nil, 0
}

// el is element for those who do not need the object.
func (b *book) el(tag name, nth int) dict { d, _ := b.element(tag, nth); return d }

// kids returns the children of an element.
func (b *book) kids(d dict) array { return d["K"].(array) }

// streamAt returns the stream that v refers to.
func (b *book) streamAt(v value) *stream { return b.at(v).(*stream) }

// edit replaces the first old in a stream by new.
func (b *book) edit(v value, old, new string) {
	b.t.Helper()
	s := b.streamAt(v)
	if !bytes.Contains(s.raw, []byte(old)) {
		b.t.Fatalf("%q is not there", old)
	}
	s.raw = []byte(strings.Replace(string(s.raw), old, new, 1))
}

func (b *book) content(old, new string) { b.t.Helper(); b.edit(b.page()["Contents"], old, new) }
func (b *book) xmp(old, new string)     { b.t.Helper(); b.edit(b.catalog()["Metadata"], old, new) }

// draw puts content before all other.
func (b *book) draw(ops string) {
	s := b.streamAt(b.page()["Contents"])
	s.raw = append([]byte(ops+"\n"), s.raw...)
}
