package typeface

import (
	"slices"
	"testing"

	"readahead/brief/font"
)

// letters are what the synthetic font has: a simple glyph, a composite one, a
// blank one.
const letters = "aé 港"

// synthetic returns a TrueType font made of glyphs of the built-in face, with
// some tables replaced, or left out where the replacement is nil.
func synthetic(t testing.TB, replaced map[string][]byte) []byte {
	t.Helper()
	f := font.Builtin("regular")
	ids := []uint16{0}
	for _, g := range f.Shape(nil, letters[:len("aé ")]) {
		ids = append(ids, g.ID)
	}
	ids = append(ids, ids[1]) // 港 looks like a
	tables := map[string][]byte{
		"cmap": characterMap(letters),
		"OS/2": make([]byte, 78),
		"post": make([]byte, 32),
	}
	be.PutUint16(tables["OS/2"][4:], 400)
	program := f.Subset(ids)
	for i := range int(be.Uint16(program[4:])) {
		rec := program[12+16*i:]
		tables[string(rec[:4])] = program[be.Uint32(rec[8:]):][:be.Uint32(rec[12:])]
	}
	for tag, content := range replaced {
		tables[tag] = content
		if content == nil {
			delete(tables, tag)
		}
	}
	return fontFile("\x00\x01\x00\x00", tables)
}

// fontFile puts tables together.
func fontFile(signature string, tables map[string][]byte) []byte {
	var tags []string
	for tag := range tables {
		tags = append(tags, tag)
	}
	slices.Sort(tags)
	b := be.AppendUint16([]byte(signature), uint16(len(tags)))
	b = append(b, make([]byte, 6)...)
	at := 12 + 16*len(tags)
	for _, tag := range tags {
		b = append(b, tag...)
		b = be.AppendUint32(b, 0)
		b = be.AppendUint32(b, uint32(at))
		b = be.AppendUint32(b, uint32(len(tables[tag])))
		at += len(tables[tag])
	}
	for _, tag := range tags {
		b = append(b, tables[tag]...)
	}
	return b
}

// characterMap gives the characters the glyphs 1, 2, 3 and so on (OpenType,
// cmap, format 12).
func characterMap(text string) []byte {
	var groups []byte
	n, id := 0, 1
	for _, r := range text {
		for _, v := range []uint32{uint32(r), uint32(r), uint32(id)} {
			groups = be.AppendUint32(groups, v)
		}
		n, id = n+1, id+1
	}
	// Groups have to be in the order of their characters.
	sorted := make([][]byte, 0, n)
	for g := range slices.Chunk(groups, 12) {
		sorted = append(sorted, g)
	}
	slices.SortFunc(sorted, func(a, b []byte) int { return slices.Compare(a, b) })
	b := []byte{0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0}
	b = be.AppendUint32(b, uint32(16+len(groups)))
	b = be.AppendUint32(b, 0)
	b = be.AppendUint32(b, uint32(n))
	return append(b, slices.Concat(sorted...)...)
}
