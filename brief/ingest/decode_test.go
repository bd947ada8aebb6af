package ingest

import (
	"slices"
	"testing"

	"readahead/brief/doc"
)

func TestDecode(t *testing.T) {
	for _, tt := range []struct{ name, data, want, enc string }{
		{"ASCII", "Pond", "Pond", "utf-8"},
		{"UTF-8", "Teich und Röhricht", "Teich und Röhricht", "utf-8"},
		{"UTF-8 with mark", "\xef\xbb\xbfTeich", "Teich", "utf-8"},
		{"wide, little end first", wide("“Pond” 池 🐟"), "“Pond” 池 🐟", "utf-16le"},
		{"wide without mark", wide("The pond froze over.\n")[2:], "The pond froze over.\n", "utf-16le"},
		{"wide, big end first", "\xfe\xff\x00P\x00o\x20\x19\x00n\xd8\x3d\xdc\x1f", "Po’n🐟", "utf-16be"},
		{"wide, big end first, without mark", swap(wide("The pond froze over.\n"))[2:], "The pond froze over.\n", "utf-16be"},
		{"wide Cyrillic without mark", wide("Пруд замёрз за одну ночь.\n")[2:], "Пруд замёрз за одну ночь.\n", "utf-16le"},
		{"half a pair", "\xff\xfeP\x00\x3d\xd8o\x00", "P\ufffdo", "utf-16le"},
		{"odd byte", "\xff\xfeP\x00o", "P\ufffd", "utf-16le"},
		{"Windows-1252", "\x93Pond\x94 \x96 caf\xe9 \x80", "“Pond” – café €", "windows-1252"},
		{"byte pair that could be UTF-8", "\xabCAF\xc9\xbb, c\xf4t\xe9 nord", "«CAFÉ», côté nord", "windows-1252"},
		{"passage in Windows-1252", "Le café.\n\nUn caf\xe9 \x97 noir.\n\nLe thé.", "Le café.\n\nUn café — noir.\n\nLe thé.", "utf-8"},
		{"more passages than not", "Le café.\nUn caf\xe9.\nUn th\xe9.", "Le café.\nUn café.\nUn thé.", "utf-8"},
		{"hardly any UTF-8", "caf\xe9\n\xe9t\xe9\nna\xefve\n\xe0 c\xf4t\xe9\nno\xebl\nthé", "café\nété\nnaïve\nà côté\nnoël\nthé", "windows-1252"},
		{"one bad byte", "Café, thé, crème et na\xefve", "Café, thé, crème et naïve", "utf-8"},
		{"cut off", "Café crème ‘noir\xe2\x80", "Café crème ‘noir\ufffd", "utf-8"},
		{"declared Cyrillic", "<meta charset=windows-1251>\xcf\xf0\xf3\xe4", "<meta charset=windows-1251>Пруд", "windows-1251"},
		{"declared in XML", "<?xml version='1.0' encoding='ISO-8859-2'?>\xb1\xe6", "<?xml version='1.0' encoding='ISO-8859-2'?>ąć", "iso-8859-2"},
		{"declared Japanese", `<meta http-equiv=x content="text/html; charset=Shift_JIS">` + "\x92\x72a\x82\xcd", `<meta http-equiv=x content="text/html; charset=Shift_JIS">池aは`, "shift_jis"},
		{"declared with escapes", "charset=iso-2022-jp \x1b$BCS\x1b(B.", "charset=iso-2022-jp 池.", "iso-2022-jp"},
		{"wrongly declared", "<meta charset=windows-1251>Röhricht", "<meta charset=windows-1251>Röhricht", "utf-8"},
		{"wrongly declared, with a bad byte", "<meta charset=windows-1251>Röhricht, Müll, na\xefv", "<meta charset=windows-1251>Röhricht, Müll, naïv", "utf-8"},
		{"unknown label", "<meta charset=pond>caf\xe9", "<meta charset=pond>café", "windows-1252"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			data := []byte(tt.data)
			text, enc, _, err := decode(data, censusOf(data))
			if err != nil || text.String() != tt.want || enc != tt.enc {
				t.Errorf("decode = %q in %s, %v; want %q in %s", text, enc, err, tt.want, tt.enc)
			}
		})
	}
}

// swap exchanges the bytes of each pair.
func swap(s string) string {
	b := []byte(s)
	for i := 0; i+1 < len(b); i += 2 {
		b[i], b[i+1] = b[i+1], b[i]
	}
	return string(b)
}

func TestDecodePlaces(t *testing.T) {
	for _, tt := range []struct {
		name, data string
		i, j       int // bytes of the text
		want       doc.Range
	}{
		{"after the mark", "\xef\xbb\xbfPond", 0, 4, doc.Range{Start: 3, End: 7}},
		{"one byte for two", "caf\xe9 noir", 3, 5, doc.Range{Start: 3, End: 4}},
		{"after one byte for two", "caf\xe9 noir", 6, 10, doc.Range{Start: 5, End: 9}},
		{"wide ASCII", wide("a pond"), 2, 6, doc.Range{Start: 6, End: 14}},
		{"wide letter of two bytes", wide("étang"), 2, 4, doc.Range{Start: 4, End: 8}},
		{"wide letter of three bytes", wide("池は凍る"), 3, 6, doc.Range{Start: 4, End: 6}},
		{"wide pair", wide("a🐟b")[:4] + "\x3d\xd8\x1f\xdcb\x00", 1, 5, doc.Range{Start: 4, End: 8}},
		{"Japanese", "charset=shift_jis \x92\x72a\x82\xcd", 21, 22, doc.Range{Start: 20, End: 21}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			data := []byte(tt.data)
			text, _, _, _ := decode(data, censusOf(data))
			if got := text.Slice(tt.i, tt.j).Bounds(); got != tt.want {
				t.Errorf("%q[%d:%d] stands at %v, want %v", text, tt.i, tt.j, got, tt.want)
			}
		})
	}
}

func TestDecodeWarnsOfMixture(t *testing.T) {
	d := mustParse(t, "a.txt", "Café.\nCaf\xe9.\nThé.")
	if len(d.Warnings) != 1 || d.Warnings[0].At != 10 || d.Line(d.Warnings[0].At) != 2 {
		t.Errorf("warnings are %+v, want one at byte 10, line 2", d.Warnings)
	}
}

func TestLineStarts(t *testing.T) {
	for _, tt := range []struct {
		name, data string
		want       []int
	}{
		{"none", "pond", []int{0}},
		{"unix", "a\nb\n\nc\n", []int{0, 2, 4, 5}},
		{"dos", "a\r\nb\r\n", []int{0, 3}},
		{"old mac", "a\rb\rc", []int{0, 2, 4}},
		{"wide", wide("a\r\nb\nc"), []int{0, 8, 12}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			data := []byte(tt.data)
			if got := lineStarts(data, string(utf16Order(data))); !slices.Equal(got, tt.want) {
				t.Errorf("lineStarts(%q) = %v, want %v", tt.data, got, tt.want)
			}
		})
	}
}

func TestSplitLines(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"unix", "a\nb\n\nc\n", "a|b||c"},
		{"dos", "a\r\nb\r\n", "a|b"},
		{"old mac", "a\rb", "a|b"},
		{"careless conversion", "a\r\r\nb\r\r\n", "a|b"},
		{"next line", "a\u0085b", "a|b"},
		{"line separator", "a\u2028b", "a|b"},
		{"vertical tab", "a\vb", "a|b"},
		{"pages are apart", "a\fb", "a||b"},
		{"paragraphs are apart", "a\u2029b", "a||b"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := join(splitLines(doc.NewText(tt.in, 0)), "|"); got != tt.want {
				t.Errorf("splitLines(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}
