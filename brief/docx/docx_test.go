package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"readahead/brief/doc"
	"readahead/brief/galley"
)

// harbour is a galley of the usual kind, about invented places.
func harbour() galley.Galley {
	text := func(s string, cites ...int) galley.Text { return galley.Text{Words: s, Cites: cites} }
	return galley.Galley{
		Lang: "en-GB", Title: "Lirna–Askvoll Harbour Talks", Author: "Ports Division", AsOf: doc.NewDate(2026, time.March, 9),
		Paper: galley.Paper{Width: 612, Height: 792, Side: 40}, Marking: galley.Marking{Text: "OFFICIAL – SENSITIVE"},
		Kicker: "For the Minister", Purpose: "Settle the dredging calendar.",
		Facts: []galley.Fact{{Label: "Where", Value: "Customs House"}, {Label: "As of", Value: "9 Mar 2026 · 2 sources"}},
		Body: []galley.Part{
			{Kind: galley.BottomLine, Title: text("Bottom line"), Blocks: []galley.Block{
				galley.Paragraph{Text: text("The deep channel closes for nine days in April.", 2)},
			}},
			{Kind: galley.Section, Short: "1", Title: text("1 Dredging"), Aside: "2 of 9 items", Blocks: []galley.Block{
				galley.List{Items: []galley.Text{
					text("The harbours would share a dredger.", 1, 2),
					{Words: "Silt has risen by 40 percent.", Cites: []int{1}, Flags: "stale: 2022"},
				}},
				galley.Table{Caption: "Dredging: To do", Head: []string{"To do", "Detail"}, Checks: true, Rows: [][]galley.Text{
					{text("Joint survey"), text("Agree on one datum", 2)},
					{text("Spoil ground"), text("Look for a second site", 2)},
				}},
			}},
			{Kind: galley.Section, Short: "2", Title: text("2 סעיף"), Blocks: []galley.Block{
				galley.List{Items: []galley.Text{text("שלום לנמל 12", 1)}},
				galley.Paragraph{Text: text("Nothing more."), Quiet: true},
			}},
			{Kind: galley.Tracker, Title: text("Outcomes", 2), Blocks: []galley.Block{
				galley.Table{Caption: "Outcomes", Head: []string{"Outcome", "", "Actual"}, Rows: [][]galley.Text{
					{text("Trust"), text(""), text("To be assessed")},
				}},
			}},
		},
		SourcesTitle: "Sources", SourcesNote: "reliability A–F",
		Sources: []galley.Source{
			{Number: 1, Title: "Two harbours", Rest: ", Kysten, 14 Jan 2026 (C3)"},
			{Number: 2, Title: "Worries about silt", Rest: ", undated (E3)", URL: "https://maritime.example/silt?a=1&b=2"},
		},
		Remarks: []galley.Fact{{Label: "Left out", Value: "9 items"}},
	}
}

// written returns the parts of the document.
func written(t *testing.T, g galley.Galley) map[string]string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, g); err != nil {
		t.Fatal(err)
	}
	r, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for i, f := range r.File {
		if i == 0 && f.Name != "[Content_Types].xml" {
			t.Errorf("the first part is %s", f.Name)
		}
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		wellFormed(t, f.Name, string(data))
		parts[f.Name] = string(data)
	}
	return parts
}

func wellFormed(t *testing.T, name, text string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
}

// Word refuses a document with a part that has no type or a relation that
// leads nowhere.
func TestPackage(t *testing.T) {
	parts := written(t, harbour())
	types := parts["[Content_Types].xml"]
	for name := range parts {
		if !strings.HasSuffix(name, ".rels") && name != "[Content_Types].xml" && !strings.Contains(types, `PartName="/`+name+`"`) {
			t.Errorf("%s has no type", name)
		}
	}
	for name, text := range parts {
		if !strings.HasSuffix(name, ".rels") {
			continue
		}
		var all struct {
			Relationship []struct {
				ID         string `xml:"Id,attr"`
				Target     string `xml:",attr"`
				TargetMode string `xml:",attr"`
			}
		}
		if err := xml.Unmarshal([]byte(text), &all); err != nil {
			t.Fatal(err)
		}
		folder := strings.TrimSuffix(name[:strings.LastIndex(name, "/")], "_rels")
		seen := map[string]bool{}
		for _, r := range all.Relationship {
			if seen[r.ID] {
				t.Errorf("%s: the identifier %s is there twice", name, r.ID)
			}
			seen[r.ID] = true
			if r.TargetMode == "" && parts[folder+r.Target] == "" {
				t.Errorf("%s leads to %s, which is not there", name, folder+r.Target)
			}
		}
	}
	if got := parts["word/_rels/document.xml.rels"]; !strings.Contains(got, "a=1&amp;b=2") {
		t.Errorf("relations of the document: %s", got)
	}
}

// Every style that is used is there, no source is lost, and every citation
// refers to one.
func TestReferences(t *testing.T) {
	for name, change := range map[string]func(*galley.Galley){
		"numbered in order":    func(*galley.Galley) {},
		"numbers out of order": func(g *galley.Galley) { g.Sources[0].Number, g.Sources[1].Number = 2, 1 },
		"one number twice":     func(g *galley.Galley) { g.Sources[1].Number = 1 },
		"no number":            func(g *galley.Galley) { g.Sources[1].Number = 0 },
		"no facts":             func(g *galley.Galley) { g.Facts, g.SourcesNote = nil, "" },
		"label at the right":   func(g *galley.Galley) { g.Marking.TLP, g.Marking.Color = "TLP:RED", "FF2B2B" },
		"long marking": func(g *galley.Galley) {
			g.Marking = galley.Marking{Text: strings.Repeat("long ", 20), TLP: "TLP:RED", Color: "FF2B2B"}
		},
		"second page":   func(g *galley.Galley) { g.Annex = &galley.Annex{Title: "T", Page: "2", Parts: g.Body} },
		"no sources":    func(g *galley.Galley) { g.Sources = nil },
		"right to left": func(g *galley.Galley) { g.Lang = "he" },
		"no marking":    func(g *galley.Galley) { g.Marking.Text = "" },
	} {
		t.Run(name, func(t *testing.T) {
			g := harbour()
			change(&g)
			parts := written(t, g)
			body := parts["word/document.xml"]
			for _, text := range []string{body, parts["word/header1.xml"], parts["word/footer1.xml"], parts["word/numbering.xml"]} {
				for _, mark := range []string{"pStyle", "rStyle", "tblStyle"} {
					for _, id := range values(text, `<w:`+mark+` w:val="`) {
						if !strings.Contains(parts["word/styles.xml"], `w:styleId="`+id+`"`) {
							t.Errorf("no style %s", id)
						}
					}
				}
			}
			for _, id := range values(body, `<w:numId w:val="`) {
				if !strings.Contains(parts["word/numbering.xml"], `<w:num w:numId="`+id+`"`) {
					t.Errorf("no list %s", id)
				}
			}
			for _, s := range g.Sources {
				if !strings.Contains(body, ">"+s.Title+"<") {
					t.Errorf("the source %q is lost", s.Title)
				}
			}
			refers := append(values(body, `<w:instrText xml:space="preserve"> REF `), values(body, `w:anchor="`)...)
			if len(g.Sources) > 0 && len(refers) == 0 {
				t.Error("no citation refers to its source")
			}
			for _, field := range refers {
				if id, _, _ := strings.Cut(field, " "); strings.Count(body, `w:name="`+strings.TrimSuffix(id, "<")+`"`) != 1 {
					t.Errorf("a citation refers to %s, which is not one place", id)
				}
			}
			if has := strings.Contains(body, "headerReference"); has == g.Marking.IsEmpty() {
				t.Errorf("has a header: %v", has)
			}
		})
	}
}

// values returns what stands in quotes behind each occurrence of before.
func values(s, before string) []string {
	var out []string
	for _, after := range strings.Split(s, before)[1:] {
		v, _, _ := strings.Cut(after, `"`)
		out = append(out, v)
	}
	return out
}

func TestAccessible(t *testing.T) {
	parts := written(t, harbour())
	body := parts["word/document.xml"]
	for _, want := range []string{
		`<w:tblHeader/>`, `<w:tblCaption w:val="Dredging: To do"/>`, `<w:pStyle w:val="Heading1"/>`, `<w:pStyle w:val="ListBullet"/>`,
		`<w:pgSz w:w="12240" w:h="15840"/>`, `<w:bidi/></w:pPr><w:r><w:rPr><w:rtl/><w:lang w:bidi="he"/></w:rPr>`,
	} {
		if !strings.Contains(body, want) {
			t.Errorf("no %s", want)
		}
	}
	for _, want := range []string{"<dc:title>Lirna–Askvoll Harbour Talks</dc:title>", "<dc:creator>Ports Division</dc:creator>", "<dc:language>en-GB</dc:language>", ">2026-03-09T00:00:00Z<"} {
		if !strings.Contains(parts["docProps/core.xml"], want) {
			t.Errorf("the properties lack %s", want)
		}
	}
	if !strings.Contains(parts["word/styles.xml"], `<w:lang w:val="en-GB"/>`) {
		t.Error("the styles have no language")
	}
	if got := strings.Count(parts["word/header1.xml"]+parts["word/footer1.xml"], ">OFFICIAL – SENSITIVE<"); got != 2 {
		t.Errorf("the marking stands %d times in the margins", got)
	}
}

func TestDeterministic(t *testing.T) {
	var a, b bytes.Buffer
	_, _ = Write(&a, harbour()), Write(&b, harbour())
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("the same galley gives different files")
	}
}

func FuzzEscape(f *testing.F) {
	for _, s := range []string{"a & b", "]]>", "\x00\x1b\ufffe\uffff", "\xff\xed\xa0\x80", `"<w:t>`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var got struct {
			A string `xml:"a,attr"`
			T string `xml:",chardata"`
		}
		e := escape(s)
		if err := xml.Unmarshal([]byte(`<x a="`+e+`">`+e+`</x>`), &got); err != nil {
			t.Fatalf("escape(%q) = %q: %v", s, e, err)
		}
		if strings.ContainsAny(s, "\r\n\t") {
			return // XML takes other white space for these; galleys have none
		}
		if n := utf8.RuneCountInString(got.T); n != utf8.RuneCountInString(s) || got.A != got.T {
			t.Errorf("escape(%q) comes back as %q and %q", s, got.T, got.A)
		}
	})
}
