package html

import (
	"crypto/sha256"
	"encoding/base64"
	"maps"
	"math"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"readahead/brief/galley"
)

// written returns the file of a galley, and its elements by their names.
func written(t *testing.T, g galley.Galley) (string, map[string][]*html.Node) {
	t.Helper()
	var b strings.Builder
	if err := Write(&b, g); err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	elements := map[string][]*html.Node{}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			elements[n.Data] = append(elements[n.Data], n)
		}
	}
	return b.String(), elements
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

func quay() galley.Galley {
	return galley.Galley{
		Lang: "en", Title: "Quay & crane", Marking: galley.Marking{Text: "INTERNAL"}, Paper: galley.Paper{Width: 612, Height: 792, Side: 40},
		Facts: []galley.Fact{{Label: "Where", Value: "Pier"}},
		Body: []galley.Part{
			{Kind: galley.BottomLine, Title: galley.Text{Words: "Bottom line"}, Blocks: []galley.Block{
				galley.Paragraph{Text: galley.Text{Words: "The crane needs a motor.", Cites: []int{2}}}}},
			{Kind: galley.Section, Short: "1", Title: galley.Text{Words: "1 Quay"}, Aside: "2 items", Blocks: []galley.Block{
				galley.List{Items: []galley.Text{{Words: "One <b>.", Cites: []int{1, 2}, Flags: "stale"}, {Words: "רציף", Cites: []int{1, 9}}}},
				galley.Table{Caption: "Quay: To do", Checks: true, Head: []string{"To do", ""}, Rows: [][]galley.Text{{{Words: "Order"}, {Words: "the motor", Cites: []int{2}}}}},
			}},
		},
		SourcesTitle: "Sources",
		Sources:      []galley.Source{{Number: 1, Title: "Log", URL: "https://a.example/?x=1&y=2"}, {Number: 2, Title: "Letters", Rest: ", undated"}},
	}
}

// The links of citations and endnotes lead somewhere and say where, and no
// identifier is there twice.
func TestLinks(t *testing.T) {
	_, e := written(t, quay())
	checkLinks(t, e, map[string]int{"doc-noteref": 5, "doc-backlink": 3, "": 1})

	g := quay()
	g.Columns = 1
	g.Designation = []galley.Fact{{Label: "POC", Value: "555"}}
	g.Marking.TLP, g.Marking.Color = "TLP:GREEN", "33FF00"
	g.Annex = &galley.Annex{Title: "Quay & crane", Page: "page 2", Parts: []galley.Part{
		{Kind: galley.Tasks, Title: galley.Text{Words: "To do"}, Blocks: []galley.Block{
			galley.List{Marks: []string{"a."}, Items: []galley.Text{{Words: "Order", Cites: []int{2, 3}}}}}},
		{Kind: galley.Notes, Title: galley.Text{Words: "Sources"}, Blocks: []galley.Block{
			galley.Endnotes{Sources: []galley.Source{g.Sources[0], g.Sources[1], {Number: 3, Title: "Chart"}, {Number: 3, Title: "Again"}}}}},
	}}
	file, e := written(t, g)
	checkLinks(t, e, map[string]int{"doc-noteref": 7, "doc-backlink": 3, "": 2})
	if strings.Count(file, ">TLP:GREEN<") != 4 || !strings.Contains(file, ".tlp{color:#33FF00}") || len(e["h3"]) != 2 {
		t.Errorf("the second page or its label is lacking: %s", file)
	}
}

func checkLinks(t *testing.T, e map[string][]*html.Node, want map[string]int) {
	t.Helper()
	ids := map[string]bool{}
	for _, nodes := range e {
		for _, n := range nodes {
			if id := attr(n, "id"); id != "" {
				if ids[id] {
					t.Errorf("the identifier %s is there twice", id)
				}
				ids[id] = true
			}
		}
	}
	roles := map[string]int{}
	for _, a := range e["a"] {
		href := attr(a, "href")
		if id, ok := strings.CutPrefix(href, "#"); ok {
			if !ids[id] {
				t.Errorf("a link leads to %s, which is not there", href)
			}
			if name := attr(a, "aria-label"); !strings.Contains(name, text(a)) || name == text(a) && attr(a, "role") == "doc-noteref" {
				t.Errorf("the link %q has the name %q", text(a), name)
			}
		}
		roles[attr(a, "role")]++
	}
	if !maps.Equal(roles, want) {
		t.Errorf("links: %v, want %v", roles, want)
	}
	for _, n := range e["section"] {
		if !ids[attr(n, "aria-labelledby")] {
			t.Errorf("a section has no name: %v", n.Attr)
		}
	}
}

func TestStructure(t *testing.T) {
	file, e := written(t, quay())
	for name, n := range map[string]int{"main": 1, "header": 1, "footer": 1, "h1": 1, "h2": 3, "caption": 1, "dl": 1, "ol": 1, "script": 0, "b": 0, "title": 1} {
		if len(e[name]) != n {
			t.Errorf("%d elements %s, want %d", len(e[name]), name, n)
		}
	}
	for _, th := range e["th"] {
		if attr(th, "scope") == "" {
			t.Errorf("the table heading %q has no scope", text(th))
		}
	}
	if got := text(e["title"][0]); got != "Quay & crane" {
		t.Errorf("title %q", got)
	}
	if !strings.Contains(file, `<li dir="auto"><span lang="he">רציף</span>`) {
		t.Error("an item from right to left has not its direction")
	}
	g := quay()
	g.Lang, g.Paper = "ar", galley.Paper{Width: 595.28, Height: 841.89, Side: 40}
	file, e = written(t, g)
	if root := e["html"][0]; attr(root, "dir") != "rtl" || attr(root, "lang") != "ar" {
		t.Errorf("html has %v", root.Attr)
	}
	if !strings.Contains(file, "@page{size:595.28pt 841.89pt;") {
		t.Error("the paper is not the config's")
	}
}

// The policy allows the style sheet, by its digest, and nothing else.
func TestPolicy(t *testing.T) {
	_, e := written(t, quay())
	sum := sha256.Sum256([]byte(text(e["style"][0])))
	want := "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; base-uri 'none'; form-action 'none'"
	for _, m := range e["meta"] {
		if attr(m, "http-equiv") == "Content-Security-Policy" && attr(m, "content") == want {
			return
		}
	}
	t.Errorf("no policy %q", want)
}

// Text has a contrast of at least 4.5:1 to its ground in both looks (WCAG 2.2,
// 1.4.3).
func TestContrast(t *testing.T) {
	looks := strings.Split(style, ":root{")[1:]
	if len(looks) != 2 {
		t.Fatalf("%d looks", len(looks))
	}
	for i, look := range looks {
		colors := map[string]string{}
		rules, _, _ := strings.Cut(look, "}")
		for _, rule := range strings.Split(rules, ";") {
			if name, value, ok := strings.Cut(rule, ":"); ok {
				colors[name] = value
			}
		}
		for _, fore := range []string{"--text", "--quiet", "--muted", "--accent", "--alert"} {
			for _, back := range []string{"--paper", "--tint"} {
				if c := contrast(luminance(t, colors[fore]), luminance(t, colors[back])); c < 4.5 {
					t.Errorf("look %d: %s on %s has a contrast of %.2f", i, fore, back, c)
				}
			}
		}
	}
}

func contrast(a, b float64) float64 { return (max(a, b) + 0.05) / (min(a, b) + 0.05) }

// luminance is the relative luminance of WCAG 2.2.
func luminance(t *testing.T, color string) float64 {
	t.Helper()
	n, err := strconv.ParseUint(strings.TrimPrefix(color, "#"), 16, 24)
	if err != nil || len(color) != 7 {
		t.Fatalf("colour %q", color)
	}
	part := func(shift int) float64 {
		c := float64(n>>shift&0xFF) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*part(16) + 0.7152*part(8) + 0.0722*part(0)
}

func FuzzEscape(f *testing.F) {
	for _, s := range []string{"a & b &amp; &lt", `"><script>`, "\x00\x1b\ufffe", "\xff\xed\xa0\x80", "'x' <!-- -->"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		z := html.NewTokenizer(strings.NewReader(`<p title="` + escape(s) + `">` + escape(s) + "</p>"))
		z.Next()
		title := attr(&html.Node{Attr: z.Token().Attr}, "title")
		body := ""
		if z.Next() == html.TextToken {
			body = string(z.Text())
			z.Next()
		}
		if token := z.Token(); token.Data != "p" || token.Type != html.EndTagToken {
			t.Fatalf("escape(%q) has markup", s)
		}
		want := strings.Map(func(r rune) rune {
			if forbidden(r) {
				return '\uFFFD'
			}
			return r
		}, s)
		if body != want || title != want {
			t.Errorf("escape(%q) reads as %q and %q", s, body, title)
		}
	})
}
