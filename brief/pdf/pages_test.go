package pdf

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"

	"readahead/brief/layout"
)

// twoPages returns a page of text that leads to notes on a second one of
// another size and language, and back.
func twoPages() []layout.Page {
	first := newSheet("Quay repairs")
	p := first.element(0, layout.P)
	x := first.run(p, margin, "The quay is closed", "regular", 10*layout.Pt)
	for _, target := range []string{"note-1", "note-2"} {
		link := first.element(first.element(p, layout.Reference), layout.Link)
		first.Elements[link].Target = target
		x = first.run(link, x, target[5:], "semibold", 6*layout.Pt)
		x += 2 * layout.Pt
	}
	first.Elements[p].ID = "text"

	second := newSheet("Notes")
	second.Lang, second.Width, second.Height = "fr", 400*layout.Pt, 300*layout.Pt
	for i, text := range []string{"La Gazette du port, le 4 mars. ", "Le Phare, le 5 mars. "} {
		note := second.element(0, layout.Note)
		second.Elements[note].ID = []string{"note-1", "note-2"}[i]
		second.run(note, margin, text, "regular", 8*layout.Pt)
		link := second.element(note, layout.Link)
		second.Elements[link].Target = "text"
		second.run(link, 3*margin, "retour", "italic", 8*layout.Pt)
		second.y += 10 * layout.Pt
	}
	return []layout.Page{first.Page, second.Page}
}

func TestPages(t *testing.T) {
	f, _ := writtenAll(t, twoPages(), Meta{})
	parts, err := extract(f)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range parts {
		got = append(got, s.tag+": "+string(s.text))
	}
	want := []string{
		"P: The quay is closed", "Link: 1", "Link: 2",
		"Note: La Gazette du port, le 4 mars. ", "Link: retour", "Note: Le Phare, le 5 mars. ", "Link: retour",
	}
	if !slices.Equal(got, want) {
		t.Errorf("text %q, want %q", got, want)
	}
	pages := f.catalog("Pages", "Kids").([]any)
	if box := f.at(pages[1], "MediaBox").([]any); box[2] != 400 || box[3] != 300 {
		t.Errorf("the second page is %v", box)
	}
	if f.at(f.trailer["Info"], "Title") != "Quay repairs" || f.catalog("Lang") != "en-GB" {
		t.Errorf("title %v in %v, want those of the first page", f.at(f.trailer["Info"], "Title"), f.catalog("Lang"))
	}
	root := f.catalog("StructTreeRoot", "K").(dict)
	kids := root["K"].([]any)
	if root["S"] != name("Document") || len(kids) != 3 {
		t.Fatalf("root %v", root)
	}
	for i, want := range []struct {
		tag, lang any
		page      int
	}{{name("P"), nil, 0}, {name("Note"), "fr", 1}, {name("Note"), "fr", 1}} {
		e := f.get(kids[i]).(dict)
		if e["S"] != want.tag || e["Lang"] != want.lang || e["Pg"] != pages[want.page] {
			t.Errorf("element %d is %v, want %v", i, e, want)
		}
	}
	if ids := f.catalog("StructTreeRoot", "IDTree", "Names").([]any); len(ids) != 6 {
		t.Errorf("identifiers %v", ids)
	}
}

// A mark of a citation is a link to the note, wherever that is, and says what
// it leads to.
func TestTargets(t *testing.T) {
	f, _ := writtenAll(t, twoPages(), Meta{})
	pages := f.catalog("Pages", "Kids").([]any)
	nums := f.catalog("StructTreeRoot", "ParentTree", "Nums").([]any)
	for page, want := range [][]struct {
		says string
		to   int
		y    any
	}{
		{{"La Gazette du port, le 4 mars. retour", 1, 258}, {"Le Phare, le 5 mars. retour", 1, 248}},
		{{"The quay is closed12", 0, 752}, {"The quay is closed12", 0, 752}},
	} {
		annots := f.at(pages[page], "Annots").([]any)
		if len(annots) != len(want) {
			t.Fatalf("page %d has %d annotations", page, len(annots))
		}
		for i, w := range want {
			a := f.get(annots[i]).(dict)
			dest := a["Dest"].([]any)
			if a["Contents"] != w.says || dest[0] != pages[w.to] || dest[1] != name("XYZ") || dest[2] != 48 || dest[3] != w.y {
				t.Errorf("page %d, annotation %d: %v leads to %v, want %v", page, i, a["Contents"], dest, w)
			}
			key := slices.Index(nums, a["StructParent"])
			if key < 0 || f.at(nums[key+1], "S") != name("Link") {
				t.Errorf("annotation %d is in the parent tree under %v: %v", i, a["StructParent"], nums)
			}
		}
	}
	annots := f.at(pages[0], "Annots").([]any)
	left, right := f.at(annots[0], "Rect").([]any), f.at(annots[1], "Rect").([]any)
	if w, h := float(left[2])-float(left[0]), float(left[3])-float(left[1]); w < 6 || h < 10 {
		t.Errorf("the first link is %g × %g points large", w, h)
	}
	if left[2] != right[0] {
		t.Errorf("the links reach to %v and from %v", left[2], right[0])
	}
}

// What leads nowhere is no link.
func TestTargetIsNowhere(t *testing.T) {
	s := newSheet("t")
	link := s.element(s.element(0, layout.P), layout.Link)
	s.Elements[link].Target = "note-9"
	s.run(link, margin, "9", "regular", 8*layout.Pt)
	if got := texts(t, s.Page); !slices.Equal(got, []string{"Span: 9"}) {
		t.Errorf("%q", got)
	}
	f, _ := written(t, s.Page, Meta{})
	if a := f.at(f.catalog("Pages", "Kids", 0), "Annots"); a != nil {
		t.Errorf("annotations %v", a)
	}
}

func TestBeginning(t *testing.T) {
	long := strings.Repeat("harbour ", 20)
	for _, tt := range []struct{ name, in, want string }{
		{"short", "Harbour gazette", "Harbour gazette"},
		{"long", long, strings.TrimSpace(long[:96]) + "…"},
		{"one word", strings.Repeat("é", 80), strings.Repeat("é", 50) + "…"},
		{"one word, cut in a letter", "x" + strings.Repeat("é", 80), "x" + strings.Repeat("é", 49) + "…"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := beginning(tt.in); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// Content of the Document itself may be on every page.
func TestDocumentOnTwoPages(t *testing.T) {
	first, second := onePage("a"), onePage("b")
	first.run(0, margin, "one", "regular", layout.Pt)
	second.run(0, margin, "two", "regular", layout.Pt)
	f, _ := writtenAll(t, []layout.Page{first.Page, second.Page}, Meta{})
	if _, err := extract(f); err != nil {
		t.Error(err)
	}
}

func TestPagesNotWellFormed(t *testing.T) {
	pages := twoPages()
	for _, tt := range []struct {
		name  string
		pages []layout.Page
		want  string
	}{
		{"none", nil, "there is none"},
		{"one twice", []layout.Page{pages[0], pages[0]}, `identifier "text" twice`},
		{"a Document that is led to", func() []layout.Page {
			p := onePage("x").Page
			p.Elements[0].ID = "top"
			return []layout.Page{pages[0], p}
		}(), `identifier "top" of page 2's Document`},
		{"no Document", func() []layout.Page {
			p := onePage("x").Page
			p.Elements[0].Tag = layout.Sect
			return []layout.Page{p}
		}(), `begins with a "Sect"`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			err := Write(io.Discard, tt.pages, Meta{})
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want one with %q", err, tt.want)
			}
		})
	}
}

// Pages share what they show: a second one like the first adds no fonts.
func TestPagesShare(t *testing.T) {
	var one, two bytes.Buffer
	page, again := fullPage(1), fullPage(1)
	if err := Write(&one, []layout.Page{page}, Meta{}); err != nil {
		t.Fatal(err)
	}
	if err := Write(&two, []layout.Page{page, again}, Meta{}); err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(two.Bytes(), []byte(" 0 obj")) - bytes.Count(one.Bytes(), []byte(" 0 obj")); n != 1 {
		t.Errorf("a second page like the first takes %d streams more, want 1", n)
	}
}
