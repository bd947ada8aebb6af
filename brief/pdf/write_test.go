package pdf

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"errors"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"readahead/brief/doc"
	"readahead/brief/layout"
)

// written writes a page and reads the file back.
func written(t *testing.T, p layout.Page, m Meta) (*parsed, []byte) {
	t.Helper()
	return writtenAll(t, []layout.Page{p}, m)
}

// writtenAll writes pages and reads the file back.
func writtenAll(t *testing.T, pages []layout.Page, m Meta) (*parsed, []byte) {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, pages, m); err != nil {
		t.Fatal(err)
	}
	f, err := parseFile(b.Bytes())
	if err != nil {
		t.Fatalf("the file cannot be read: %v", err)
	}
	return f, b.Bytes()
}

// texts writes a page and shows its text: "P: …" for each marked-content
// sequence.
func texts(t *testing.T, p layout.Page) []string {
	t.Helper()
	f, _ := written(t, p, Meta{})
	parts, err := extract(f)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, s := range parts {
		out = append(out, s.tag+": "+string(s.text))
	}
	return out
}

// onePage returns a page with one paragraph.
func onePage(text string) *sheet {
	s := newSheet("Quay repairs")
	s.run(s.element(0, layout.P), margin, text, "regular", 10*layout.Pt)
	return s
}

func TestTextComesBack(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"ASCII", `Berth (9) \ 100% <ready> & "paid"`, ""},
		{"ligatures", "The traffic office at Affton, Lufft & Craft", ""},
		{"accents", "Škoda, Łódź, Ναύπλιο, Одеса, Việt Nam", ""},
		{"combining marks", "re\u0301sume\u0301, q\u0303", ""},
		{"alike but different", "a\u00A0b c\u2011d\u2010e-f µμ ΩΩ", ""},
		{"soft hyphen", "har\u00ADbour", ""},
		{"beyond the basic plane", "ship 🚢 in the rain ☔︎", ""},
		{"scripts the face lacks", "港 القاهرة नमस्ते", ""},
		{"white space", "a\tb\nc\u3000d", "a b c\u3000d"},
		{"control characters", "a\x00b\x1Bc\u0085d", "a\uFFFDb\uFFFDc d"},
		{"not UTF-8", "a\xFFb\xED\xA0\x80c", "a\uFFFDb\uFFFD\uFFFD\uFFFDc"},
		{"noncharacters", "a\uFFFEb\uFFFFc\U0001FFFEd", "a\uFFFDb\uFFFDc\uFFFDd"},
		{"byte order mark", "a\uFEFFb", "a\u2060b"},
		{"private use", "a\uE000b", "a\uFFFDb"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			want := "P: " + cmp.Or(tt.want, tt.in)
			if got := texts(t, onePage(tt.in).Page); len(got) != 1 || got[0] != want {
				t.Errorf("%+q came back as %+q, want %+q", tt.in, got, want)
			}
		})
	}
}

// A string in a content stream has a greatest length.
func TestLongLine(t *testing.T) {
	in := strings.Repeat("quay", 20000)
	s := newSheet("t")
	s.run(s.element(0, layout.P), 0, in, "regular", layout.Pt/10)
	if got := texts(t, s.Page); got[0] != "P: "+in {
		t.Errorf("%d bytes came back", len(got[0]))
	}
}

// A glyph number has two bytes; more different characters than that share.
func TestTooManyCharacters(t *testing.T) {
	var b strings.Builder
	for r := rune(0x20000); r < 0x20000+70000; r++ {
		b.WriteRune(r)
	}
	s := newSheet("t")
	s.run(s.element(0, layout.P), 0, b.String(), "regular", layout.Pt/10)
	got := texts(t, s.Page)
	if n := len([]rune(got[0])); n != 70000+3 {
		t.Errorf("%d characters came back", n-3)
	}
}

func TestMarkedContent(t *testing.T) {
	s := newSheet("t")
	s.run(layout.Artifact, 0, "head", "bold", layout.Pt)
	s.rule(0, layout.Pt, layout.Pt)
	p := s.element(0, layout.P)
	empty := s.element(p, layout.SpanTag) // holds nothing; stays where it is
	note := s.element(p, layout.Note)
	s.run(p, 0, "one ", "regular", layout.Pt)
	s.run(p, 0, "two ", "bold", layout.Pt)
	s.run(note, 0, "aside ", "italic", layout.Pt)
	s.run(p, 0, "three", "regular", layout.Pt)
	last := s.element(0, layout.SpanTag)

	got := texts(t, s.Page)
	want := []string{"Artifact: head", "Artifact: ", "P: one two ", "Note: aside ", "P: three"}
	if !slices.Equal(got, want) {
		t.Errorf("sequences %q, want %q", got, want)
	}
	f, _ := written(t, s.Page, Meta{})
	if parts, err := extract(f); err != nil || parts[0].kind != "Pagination" || parts[1].kind != "Layout" {
		t.Errorf("artifacts %v, error %v", parts[:2], err)
	}
	root := f.catalog("StructTreeRoot").(dict)["K"].(reference)
	at := func(element int) reference { return root + reference(element) }
	if got := f.at(at(0), "K").([]any); !slices.Equal(got, []any{at(p), at(last)}) {
		t.Errorf("the document holds %v", got)
	}
	if got := f.at(at(p), "K").([]any); !slices.Equal(got, []any{0, at(empty), at(note), 2}) {
		t.Errorf("the paragraph holds %v", got)
	}
}

func TestAttributes(t *testing.T) {
	s := newSheet("t")
	row := s.element(s.element(0, layout.TableTag), layout.TR)
	for _, scope := range []string{"Column", "Row", ""} {
		s.Elements[s.element(row, layout.TH)].Scope = scope
	}
	list := s.element(0, layout.L)
	sign := s.element(s.element(list, layout.LI), layout.Lbl)
	s.Elements[sign].Actual = "neu (é)"
	s.run(sign, 0, "»", "regular", layout.Pt)
	item := s.element(list, layout.LI)
	s.run(s.element(item, layout.Lbl), 0, "3.", "regular", layout.Pt)
	figure := s.element(0, layout.Figure)
	s.Elements[figure].Alt = "Plan (of the) quay"
	s.Boxes = append(s.Boxes, layout.Rect{Element: figure, X: layout.Pt, Y: 2 * layout.Pt, W: 30 * layout.Pt, H: 40 * layout.Pt})
	s.Elements[s.element(0, layout.P)].Lang = "fr"

	f, _ := written(t, s.Page, Meta{})
	root := f.catalog("StructTreeRoot").(dict)["K"].(reference)
	for _, tt := range []struct {
		element int
		path    []any
		want    any
	}{
		{3, []any{"A", "Scope"}, name("Column")},
		{4, []any{"A", "Scope"}, name("Row")},
		{5, []any{"A", "Scope"}, name("Column")},
		{list, []any{"A", "ListNumbering"}, name("Decimal")},
		{figure, []any{"Alt"}, "Plan (of the) quay"},
		{figure, []any{"A", "BBox", 1}, 750},
		{figure, []any{"A", "BBox", 3}, 790},
		{figure + 1, []any{"Lang"}, "fr"},
	} {
		if got := f.at(root+reference(tt.element), tt.path...); got != tt.want {
			t.Errorf("element %d %v: %v, want %v", tt.element, tt.path, got, tt.want)
		}
	}
	if got := textString(f.at(root+reference(sign), "ActualText")); got != "neu (é)" {
		t.Errorf("the sign says %q", got)
	}
}

func TestIdentifiers(t *testing.T) {
	s := newSheet("t")
	for _, id := range []string{"z", "", "a)(", ""} {
		s.Elements[s.element(0, layout.Note)].ID = id
	}
	f, _ := written(t, s.Page, Meta{})
	root := f.catalog("StructTreeRoot").(dict)["K"].(reference)
	names := f.catalog("StructTreeRoot", "IDTree", "Names").([]any)
	if len(names) != 8 {
		t.Fatalf("identifiers: %v", names)
	}
	for i := 0; i < len(names); i += 2 {
		if i > 0 && names[i].(string) <= names[i-2].(string) {
			t.Errorf("%q comes behind %q", names[i], names[i-2])
		}
		if f.at(names[i+1], "ID") != names[i] {
			t.Errorf("%q leads to %v", names[i], f.at(names[i+1]))
		}
	}
	if names[6] != "z" || names[7] != root+1 || names[5] != root+3 {
		t.Errorf("identifiers: %v", names)
	}
}

func TestSameBytes(t *testing.T) {
	_, first := written(t, fullPage(1), fullMeta())
	before := runtime.GOMAXPROCS(0)
	defer runtime.GOMAXPROCS(before)
	for _, n := range []int{1, 2, 8} {
		runtime.GOMAXPROCS(n)
		if _, b := written(t, fullPage(1), fullMeta()); !bytes.Equal(b, first) {
			t.Fatalf("GOMAXPROCS=%d writes another file", n)
		}
	}
	if _, b := written(t, fullPage(2), fullMeta()); bytes.Equal(b, first) {
		t.Error("another page makes the same file")
	}
}

// Fifty runs one after the other and fifty at once give one file.
func TestManyAtOnce(t *testing.T) {
	pages := []layout.Page{fullPage(1), boxPage()}
	digest := func() [sha256.Size]byte {
		var b bytes.Buffer
		if err := Write(&b, pages, fullMeta()); err != nil {
			t.Error(err)
		}
		return sha256.Sum256(b.Bytes())
	}
	want := digest()
	for range 50 {
		if digest() != want {
			t.Fatal("another file in another run")
		}
	}
	var all sync.WaitGroup
	for range 50 {
		all.Go(func() {
			if digest() != want {
				t.Error("another file where many are written at once")
			}
		})
	}
	all.Wait()
}

// Numbers of objects, places and indices take more than two bytes.
func TestLargeFile(t *testing.T) {
	s := newSheet("t")
	for range 70000 {
		s.element(0, layout.P)
	}
	noise := make([]byte, 1<<17)
	rand.NewChaCha8([32]byte{}).Read(noise)
	written(t, s.Page, Meta{Attachments: []Attachment{{Name: "noise", Data: noise}}})
}

func TestIdentifierOfFile(t *testing.T) {
	a, _ := written(t, fullPage(1), fullMeta())
	b, _ := written(t, fullPage(1), Meta{})
	ids := a.trailer["ID"].([]any)
	if len(ids) != 2 || len(ids[0].(string)) != 16 || ids[0] != ids[1] {
		t.Errorf("identifier %q", ids)
	}
	if other := b.trailer["ID"].([]any); ids[0] == other[0] {
		t.Error("two files have one identifier")
	}
}

func TestSize(t *testing.T) {
	if _, b := written(t, fullPage(1), fullMeta()); len(b) > 35<<10 {
		t.Errorf("a full page takes %d bytes, want at most 35 KB", len(b))
	}
}

func TestAllocations(t *testing.T) {
	p, m := fullPage(1), fullMeta()
	var b bytes.Buffer
	if n := testing.AllocsPerRun(5, func() { b.Reset(); Write(&b, []layout.Page{p}, m) }); n > 2500 {
		t.Errorf("%g allocations, want at most 2500", n)
	}
}

func TestNotWellFormed(t *testing.T) {
	for _, tt := range []struct {
		name  string
		spoil func(s *sheet)
		want  string
	}{
		{"no elements", func(s *sheet) { s.Elements = nil }, "no structure tree"},
		{"root with a parent", func(s *sheet) { s.Elements[0].Parent = 0 }, "element 0: parent 0"},
		{"parent behind its child", func(s *sheet) { s.Elements[1].Parent = 1 }, "element 1: parent 1"},
		{"unknown tag", func(s *sheet) { s.Elements[1].Tag = "Blink" }, `unknown tag "Blink"`},
		{"figure without a text", func(s *sheet) { s.Elements[1].Tag = layout.Figure }, "without alternate text"},
		{"identifier twice", func(s *sheet) { s.Elements[0].ID, s.Elements[1].ID = "a", "a" }, `identifier "a" twice`},
		{"endless identifier", func(s *sheet) { s.Elements[1].ID = strings.Repeat("x", 5000) }, "identifier of 5000 bytes"},
		{"no face", func(s *sheet) {
			s.run(1, 0, "x", "regular", 1)
			r := s.Boxes[1].(layout.Run)
			r.Face = nil
			s.Boxes[1] = r
		}, `no face`},
		{"no such element", func(s *sheet) { s.run(7, 0, "x", "regular", 1) }, "box 1: no element 7"},
		{"no size", func(s *sheet) { s.run(1, 0, "x", "regular", 0) }, "type size 0"},
		{"off the page", func(s *sheet) { s.run(1, 1<<60, "x", "regular", 1) }, "off the page"},
		{"as far off as can be", func(s *sheet) { s.run(1, math.MinInt64, "x", "regular", 1) }, "off the page"},
		{"no box", func(s *sheet) { s.Boxes = append(s.Boxes, nil) }, "unknown kind"},
		{"no page", func(s *sheet) { s.Width = 0 }, "page size 0 × 792"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := onePage("x")
			tt.spoil(s)
			var b bytes.Buffer
			err := Write(&b, []layout.Page{s.Page}, Meta{})
			var e *doc.Error
			if !errors.As(err, &e) || !strings.Contains(e.Msg, tt.want) {
				t.Errorf("error %v, want one with %q", err, tt.want)
			}
			if b.Len() > 0 {
				t.Error("something was written")
			}
		})
	}
}

func TestWriteFails(t *testing.T) {
	want := errors.New("disk full")
	if err := Write(failing{want}, []layout.Page{onePage("x").Page}, Meta{}); !errors.Is(err, want) {
		t.Errorf("error %v, want %v", err, want)
	}
}

type failing struct{ err error }

func (w failing) Write([]byte) (int, error) { return 0, w.err }

func BenchmarkWrite(b *testing.B) {
	p, m := fullPage(1), fullMeta()
	var buf bytes.Buffer
	b.ReportAllocs()
	for b.Loop() {
		buf.Reset()
		if err := Write(&buf, []layout.Page{p}, m); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(buf.Len()), "file-bytes")
}
