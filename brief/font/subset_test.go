package font

import (
	"bytes"
	"testing"
)

// tablesOf takes a TrueType program apart and checks its checksums.
func tablesOf(t *testing.T, data []byte) map[string][]byte {
	t.Helper()
	if sum := checksum(data); sum != 0xB1B0AFBA {
		t.Errorf("checksum of the file: %#x", sum)
	}
	tables := map[string][]byte{}
	last := ""
	for i := range int(be.Uint16(data[4:])) {
		record := data[12+16*i:]
		tag := string(record[:4])
		at, size := int(be.Uint32(record[8:])), int(be.Uint32(record[12:]))
		if tag <= last || at%4 != 0 || at+size > len(data) {
			t.Fatalf("table %s behind %s at %d, %d bytes", tag, last, at, size)
		}
		table := bytes.Clone(data[at : at+align4(size)])
		if tag == "head" {
			be.PutUint32(table[8:], 0)
		}
		if sum := checksum(table); sum != be.Uint32(record[4:]) {
			t.Errorf("checksum of table %s: %#x", tag, sum)
		}
		tables[tag], last = data[at:at+size], tag
	}
	return tables
}

func TestSubset(t *testing.T) {
	f := Builtin("italic")
	var ids []uint16
	for _, r := range "\uFFFFÅÅgß ½" { // composites, a repeated one, a blank one; the first is missing
		ids = append(ids, f.glyph(r))
	}
	given := bytes.Clone(f.glyf)
	tables := tablesOf(t, f.Subset(ids))
	if !bytes.Equal(f.glyf, given) {
		t.Error("the face itself was changed")
	}
	n := int(be.Uint16(tables["maxp"][4:]))
	if n <= len(ids) {
		t.Fatalf("%d glyphs: no parts behind the %d asked for", n, len(ids))
	}
	if len(tables["loca"]) != 2*(n+1) || len(tables["hmtx"]) != 4*n || int(be.Uint16(tables["hhea"][34:])) != n || be.Uint16(tables["head"][50:]) != 0 {
		t.Error("the tables are not of one number of glyphs")
	}
	outline := func(i int) []byte {
		from, to := int(be.Uint16(tables["loca"][2*i:])), int(be.Uint16(tables["loca"][2*i+2:]))
		return tables["glyf"][2*from : 2*to]
	}
	var same func(got, want []byte) bool // with components followed
	same = func(got, want []byte) bool {
		a, b := bytes.Clone(got), bytes.Clone(want)
		for at := range components(got) {
			part := be.Uint16(got[at:])
			if int(part) >= n || !same(outline(int(part)), f.outline(be.Uint16(want[at:]))) {
				return false
			}
			be.PutUint16(a[at:], 0)
			be.PutUint16(b[at:], 0)
		}
		return bytes.Equal(a, b)
	}
	for i, id := range ids {
		if !same(outline(i), f.outline(id)) {
			t.Errorf("glyph %d is not the face's %d", i, id)
		}
		if w := int(be.Uint16(tables["hmtx"][4*i:])); w != f.Advance(id) {
			t.Errorf("glyph %d is %d wide, want %d", i, w, f.Advance(id))
		}
	}
}

// Every glyph of every face must be fit to be cut out.
func TestSubsetOfAll(t *testing.T) {
	for _, name := range names {
		f := Builtin(name)
		ids := make([]uint16, f.NumGlyphs())
		for i := range ids {
			ids[i] = uint16(i)
		}
		tables := tablesOf(t, f.Subset(ids))
		if !bytes.Equal(tables["glyf"], f.glyf) {
			t.Errorf("%s: all glyphs in their order are not the face's outlines", name)
		}
		tables = tablesOf(t, f.Subset(append(ids, ids...))) // too much for short offsets
		last := be.Uint32(tables["loca"][len(tables["loca"])-4:])
		if be.Uint16(tables["head"][50:]) != 1 || int(last) != 2*len(f.glyf) || len(tables["glyf"]) != int(last) {
			t.Errorf("%s: two of each glyph end at %d, want %d", name, last, 2*len(f.glyf))
		}
	}
}

func BenchmarkSubset(b *testing.B) {
	f := Builtin("regular")
	ids := []uint16{0}
	for r := rune(' '); r < 0x7F; r++ {
		ids = append(ids, f.glyph(r))
	}
	b.ReportAllocs()
	for b.Loop() {
		f.Subset(ids)
	}
}
