package docx

import (
	"encoding/xml"
	"io"
	"slices"
	"strings"
	"testing"

	"readahead/brief/galley"
)

// inOrder has, for elements whose children Word wants in one order (ECMA-376,
// part 1, annex A), those children that a document uses.
var inOrder = map[string]string{
	"pPr":       "pStyle keepNext keepLines numPr pBdr shd tabs bidi spacing ind jc outlineLvl rPr sectPr",
	"rPr":       "rStyle rFonts b bCs i iCs color sz szCs u shd vertAlign rtl lang",
	"tblPr":     "tblStyle bidiVisual tblW tblInd tblBorders tblLayout tblCellMar tblLook tblCaption tblDescription",
	"tbl":       "tblPr tblGrid tr",
	"tr":        "trPr tc",
	"tc":        "tcPr p",
	"sectPr":    "headerReference footerReference type pgSz pgMar cols bidi",
	"style":     "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr tblStylePr",
	"lvl":       "start numFmt pStyle lvlText lvlJc pPr rPr",
	"num":       "abstractNumId lvlOverride",
	"styles":    "docDefaults style",
	"body":      "p tbl sectPr",
	"numbering": "abstractNum num",
	"settings":  "zoom defaultTabStop characterSpacingControl compat themeFontLang clrSchemeMapping",
}

// Word calls a document damaged if an element stands where the schema does
// not have it.
func TestOrder(t *testing.T) {
	for _, lang := range []string{"en", "he", "ja", ""} {
		g := harbour()
		g.Lang = lang
		g.Sources = append(g.Sources, galley.Source{Number: 2, Title: "Again"})
		g.Marking.TLP, g.Marking.Color, g.Counting = "TLP:RED", "FF2B2B", galley.Counting{Counted: true, Letters: true, Behind: "."}
		g.Designation = []galley.Fact{{Label: "POC", Value: "555-0100"}}
		g.Annex = &galley.Annex{Title: "Again", Page: "page 2", Parts: []galley.Part{{Title: galley.Text{Words: "Say"}, Blocks: []galley.Block{
			galley.List{Items: []galley.Text{{Words: "one"}, {Words: "two"}}, Marks: []string{"a.", "b."}}, galley.Endnotes{Sources: g.Sources}}}}}
		for name, text := range written(t, g) {
			if strings.HasPrefix(name, "word/") && !strings.Contains(name, "theme") && !strings.Contains(name, "rels") {
				checkOrder(t, name, text)
			}
		}
	}
}

func checkOrder(t *testing.T, name, text string) {
	t.Helper()
	type open struct {
		name string
		last int // index of its last child in the order
	}
	var stack []open
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			if len(stack) > 0 {
				parent := &stack[len(stack)-1]
				if order, ok := inOrder[parent.name]; ok {
					at := slices.Index(strings.Fields(order), token.Name.Local)
					if at < 0 || at < parent.last && parent.name != "body" {
						t.Errorf("%s: %s may not stand there in %s", name, token.Name.Local, parent.name)
					}
					parent.last = at
				}
			}
			stack = append(stack, open{name: token.Name.Local})
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		}
	}
}
