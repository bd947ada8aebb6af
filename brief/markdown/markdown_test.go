package markdown

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"golang.org/x/net/html"

	"readahead/brief/galley"
)

func TestEscape(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"The U.S. paid $9.3 million (net).", `The U.S. paid \$9.3 million (net).`},
		{"well-known – a dash", "well-known – a dash"},
		{"# heading", `\# heading`},
		{"a # b", "a # b"},
		{"1. one", `1\. one`},
		{"1.5 metres", "1.5 metres"},
		{"12) twelve", `12\) twelve`},
		{"a--b", `a\-\-b`},
		{"*b* _i_ `c`", "\\*b\\* \\_i\\_ \\`c\\`"},
		{"[a](b) ![c](d)", `\[a\](b) \!\[c\](d)`},
		{"<b> &amp; a|b", `\<b\> \&amp; a\|b`},
		{"www.a.example http://b.example", `www\.a.example http\://b.example`},
		{`back\slash`, `back\\slash`},
		{"ask @harbour, or @", `ask \@<!-- -->harbour, or \@`},
		{"a@b.example 12:30:45 x: y", `a\@b.example 12:30:45 x: y`},
		{"a :ship: b", `a :<!-- -->ship: b`},
		{"日本*", `日本\*`},
		{"", ""},
	} {
		if got := escape(tt.in); got != tt.want {
			t.Errorf("escape(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

// read returns the text of Markdown as GitHub's dialect, and the names of the
// elements in it.
func read(t *testing.T, s string) (text string, elements []string) {
	t.Helper()
	var b bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote)).Convert([]byte(s), &b); err != nil {
		t.Fatal(err)
	}
	z := html.NewTokenizer(&b)
	var words strings.Builder
	for {
		switch z.Next() {
		case html.ErrorToken:
			return strings.TrimSpace(words.String()), elements
		case html.TextToken:
			words.Write(z.Text())
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			elements = append(elements, string(name))
		case html.CommentToken:
			elements = append(elements, "comment")
		}
	}
}

func TestWrite(t *testing.T) {
	var b strings.Builder
	err := Write(&b, galley.Galley{
		Title: "Quay", Marking: galley.Marking{Text: "INTERNAL"},
		Facts: []galley.Fact{{Label: "As of", Value: "1 May · 2 sources"}},
		Body: []galley.Part{{Kind: galley.Section, Short: "1", Title: galley.Text{Words: "1 Crane"}, Aside: "1 of 3 items", Blocks: []galley.Block{
			galley.List{Items: []galley.Text{{Words: "It broke.", Cites: []int{1, 2, 7}, Flags: "stale"}}},
			galley.Table{Head: []string{"To do", "By"}, Checks: true, Rows: [][]galley.Text{{{Words: "a|b"}, {Words: "May", Cites: []int{2}}}}},
		}}},
		SourcesTitle: "Sources",
		Sources:      []galley.Source{{Number: 1, Title: "Log_", URL: "https://a.example/x_y?a=1&b=(2)"}, {Number: 2, Title: "Letters", Rest: ", undated (F6)"}},
		Remarks:      []galley.Fact{{Label: "Left out", Value: "2 items"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	const want = `**INTERNAL**

# Quay

- **As of:** 1 May · 2 sources

## 1 Crane

*1 of 3 items*

- It broke. \[[1](#sources), [2](#sources), 7\] *(stale)*

| To do | By |
| --- | --- |
| ☐ a\|b | May \[[2](#sources)\] |

## Sources

1. *[Log\_](<https://a.example/x%5Fy?a=1&amp;b=(2)>)*
2. *Letters*, undated (F6)

**Left out:** 2 items

**INTERNAL**
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

// Sources whose numbers are not in order keep them.
func TestUncited(t *testing.T) {
	var b strings.Builder
	if err := Write(&b, galley.Galley{Title: "T", SourcesTitle: "Sources", Sources: []galley.Source{{Number: 1, Title: "Log"}, {Number: 1, Title: "Letters"}}}); err != nil {
		t.Fatal(err)
	}
	text, _ := read(t, b.String())
	for _, want := range []string{"[1] Log", "[1] Letters"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in %q", want, text)
		}
	}
}

// FuzzEscape: whatever a line of text is, it reads as itself, in a paragraph,
// an item and a cell.
func FuzzEscape(f *testing.F) {
	for _, s := range []string{"*a*", "1. x", "[^1]: y", "a|b\\", "<!-- -->", "&#42;", "~~~", "http://a.example", "- [ ] x", "$a$", "\\|", "``"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "\uFFFD")
		s = strings.Map(func(r rune) rune {
			if r < ' ' || 0x7F <= r && r < 0xA0 {
				return -1 // galleys have no controls
			}
			return r
		}, s)
		s = strings.Join(strings.Fields(s), " ")
		if s == "" || strings.Contains(s, "@") { // an address with @ is still linked
			return
		}
		for around, want := range map[string]string{
			"%":                        "p",
			"- %":                      "ul li",
			"| a |\n| --- |\n| x% |\n": "table thead tr th tbody tr td",
		} {
			text, elements := read(t, strings.Replace(around, "%", escape(s), 1))
			elements = slices.DeleteFunc(elements, func(s string) bool { return s == "comment" }) // which nobody sees
			if got := strings.Join(elements, " "); got != want {
				t.Fatalf("%q as %q has the elements %s", s, around, got)
			}
			if !strings.HasSuffix(strings.Join(strings.Fields(text), " "), s) {
				t.Errorf("%q as %q reads as %q", s, around, text)
			}
		}
	})
}
