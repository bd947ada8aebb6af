package ingest

import (
	"strings"
	"testing"

	"readahead/brief/doc"
)

func TestReadMarkdownBlocks(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"paragraphs", "one\ntwo\n\n  three  \nfour\n", "p one two\np three four"},
		{"headings", "# One #\n## Two {#two}\n###Three\n#### C#\n", "# One\n## Two\np ###Three\n#### C#"},
		{"heading ends a paragraph", "one\n# Two\nthree", "p one\n# Two\np three"},
		{"underlined headings", "One\n===\nTwo\n---\n", "# One\n## Two"},
		{"rule under a paragraph", "one\ntwo\n---\nthree", "p one two\np three"},
		{"rules", "one\n\n***\n* * *\n_ _ _\n\ntwo", "p one\np two"},
		{"lists", "- one\n- two\n\n* three\n+ four\n", "- one / two / three / four"},
		{"numbered list", "1. one\n2) two\n", "1 one / two"},
		{"copied bullets", "• one\n• two\n", "- one / two"},
		{"list after a paragraph", "Ask:\n- one\n- two\nthree\n\nfour", "p Ask:\n- one / two three\np four"},
		{"a year does not begin a list", "It was\n1986. It was cold.", "p It was 1986. It was cold."},
		{"nor at the beginning", "1986. It was cold.", "p 1986. It was cold."},
		{"nested lists", "- one\n  - two\n    1. three\n  - four\n- five", "- one / two / three / four / five"},
		{"loose list", "- one\n\n  more\n\n- two\n\nthree", "- one more / two\np three"},
		{"kinds of lists", "- one\n1. two", "- one\n1 two"},
		{"tasks", "- [ ] one\n- [x] two", "- one / two"},
		{"quotations", "> one\n> two\nthree\n\nfour\n> five", "p one two three\np four\np five"},
		{"quoted list", "> - one\n> - two\n\nthree", "- one / two\np three"},
		{"quotation in quotation", "> > one\n> two", "p one two"},
		{"table", "| a | b |\n|---|:-:|\n| c | d |\n| e |\n\nf", "t a | b / c | d / e | \np f"},
		{"table without outer pipes", "text\na | b\n--|--\nc | d\nmore", "p text\nt a | b / c | d\np more"},
		{"table with pipes in cells", "a | b\n-|-\nc \\| d | `e`", "t a | b / c | d | e"},
		{"table with a pipe too many", "a | b | c |\n---|---|---|\nd | e | f | g |\n", "t a | b | c |  / d | e | f | g"},
		{"too few dashes", "a | b | c | d\n-|-\n", "p a | b | c | d -|-"},
		{"dashes alone make no table", "a | b\n---\n", "## a | b"},
		{"fenced lines", "```\na  b\n\nc\n```\nd", "l a  b\nl c\np d"},
		{"fenced code", "~~~ go\nfunc\n~~~\nd", "p d"},
		{"fence without an end", "```\none\n\ntwo", "p one\np two"},
		{"indented text is text", "one\n\n    two", "p one\np two"},
		{"definitions", "one [two][2]\n\n[2]: /two \"Two\"\n[^n]: note\nmore of it\n\n[Ada]: I saw it.", "p one two\np [Ada]: I saw it."},
		{"table of contents", "* Contents\n{:toc}\n\none", "p one"},
		{"comment", "one\n\n<!-- two\n\nthree -->\n\nfour", "p one\np four"},
		{"block of HTML", "one\n\n<div class=\"box\"><p>two</p>\n<ul><li>three</li></ul>\n</div>\n\n*four*", "p one\np two\n- three\np four"},
		{"table in HTML", "<table><tr><th>a<th>b\n\n<tr><td>c<td>d</table>\n\ne", "t a | b / c | d\np e"},
		{"line of links", "[Older](/a) ~ [Newer](/b)\nMade by hand", "p Older ~ Newer\np Made by hand"},
		{"line of one link", "[Older](/a)\nand newer", "p Older and newer"},
		{"link in a wrapped line", "see the\n[old](/a) [pond](/b)\nthere", "p see the old pond there"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := show(mustParse(t, "a.md", tt.in)); got != tt.want {
				t.Errorf("Parse(%q) is\n%s\nwant\n%s", tt.in, got, tt.want)
			}
		})
	}
}

func TestMarkdownInline(t *testing.T) {
	for _, tt := range []struct{ name, in, want, dropped string }{
		{"emphasis", "*a* **b** ***c*** _d_ __e__ ~~f~~", "a b c d e f", ""},
		{"emphasis in words", "un*frozen*ly snake_case_name", "unfrozenly snake_case_name", ""},
		{"nested emphasis", "**a *b* c** *d **e***", "a b c d e", ""},
		{"no emphasis", "3 * 4 * 5, 7*24*60, a * b, ~c~, * d", "3 * 4 * 5, 7*24*60, a * b, ~c~, * d", ""},
		{"half open", "*a **b", "*a **b", ""},
		{"code", "`a` ``b ` c`` `d", "a b ` c `d", ""},
		{"escapes", `\*a\* \[b\] \\ \c`, `*a* [b] \ \c`, ""},
		{"entities", "a &amp; b&nbsp;c", "a & b c", ""},
		{"links", `[a](/a) [b](<c d> "e") [f](g(h)) [i]( /j 'k' )`, "a b f i", ""},
		{"references", "[a][x] [x][] [x] [y]", "a x x [y]", ""},
		{"link in a link", "[a [b](c) d](e)", "[a b d](e)", ""},
		{"no links", "[a] (b) [c](d e) [f](", "[a] (b) [c](d e) [f](", ""},
		{"pictures", "a ![b](c) ![d][x] e", "a e", "picture: ![b](c)\npicture: ![d][x]"},
		{"picture in a link", "[![a](b)](c) d [e ![f](g)](h)", "d e", "picture: ![a](b)\npicture: ![f](g)"},
		{"footnotes", "a[^1] b[^note].", "a b.", "footnote mark: [^1]\nfootnote mark: [^note]"},
		{"tags", "a<b>b</b><br>c <img src=x> 1 < 2 > 0", "ab c 1 < 2 > 0", ""},
		{"cited", "<cite>Ada</cite>", "Ada", ""},
		{"addresses", "<https://pond.example/a> <a@b.example>", "https://pond.example/a a@b.example", ""},
		{"comment", "a <!-- b --> c", "a c", "comment: <!-- b -->"},
		{"directives", "a {% b %}{{ c }} d {: .e} f", "a d f", "template directive: {% b %}\ntemplate directive: {{ c }}\nattributes: {: .e}"},
		{"braces", "{a} {b: c} {{ d", "{a} {b: c} {{ d", ""},
		{"hard breaks", "a  \nb\\\nc", "a b c", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := reader{}
			r.mend.bytes = *censusOf(tt.in)
			got, _, _ := r.markdownInline(doc.NewText(tt.in, 0), map[string]bool{"x": true})
			if got.String() != tt.want || showDropped(r.doc) != tt.dropped {
				t.Errorf("markdownInline(%q) = %q, dropped %q; want %q, %q", tt.in, got, showDropped(r.doc), tt.want, tt.dropped)
			}
		})
	}
}

func TestMarkdownContext(t *testing.T) {
	d := mustParse(t, "a.md", "a [bc](d) e\n\n![f](g){: .h}\n*The pond. Photo: Ada*\n\n> i\n\n- [j](k) l\n")
	want := []doc.Context{{Linked: 2}, {Path: "figure figcaption"}, {Path: "blockquote"}, {Linked: 1}}
	for i, b := range d.Blocks {
		var c doc.Context
		switch b := b.(type) {
		case doc.Paragraph:
			c = b.Context
		case doc.List:
			c = b.Context
		}
		if c != want[i] {
			t.Errorf("context of block %d is %+v, want %+v", i, c, want[i])
		}
	}
}

func TestFrontMatter(t *testing.T) {
	for _, tt := range []struct{ name, in, title, meta, want string }{
		{"YAML", "---\ntitle: \"The *pond*: a story\"\nauthor: Ada Vale # she\ndate: 2025-03-28\npublication: 'Reed & Co'\nlang: en_GB\nurl: https://pond.example/\ntags:\n  - ice\n---\nIt froze.", "The pond: a story", "Reed & Co|Ada Vale|2025-03-28|https://pond.example/|en-GB", "p It froze."},
		{"TOML", "+++\ntitle = 'Pond'\n[extra]\ndate = 2025-03-28T09:00:00Z\n+++\nIt froze.", "Pond", "||2025-03-28||", "p It froze."},
		{"list of authors", "---\nauthors: [Ada Vale, Ben Reed]\n---\nIt froze.", "", "|Ada Vale, Ben Reed|||", "p It froze."},
		{"nothing is evaluated", "---\ntitle: {{ .Secret }}\npages: 900\n---\nIt froze.", "", "||||", "p It froze."},
		{"comment, not front matter", "---\n# Pond\n---\nIt froze.", "Pond", "||||", "# Pond\np It froze."},
		{"rule, not front matter", "---\n\nIt froze.\n\n---\n\nStill.", "", "||||", "p It froze.\np Still."},
		{"without an end", "---\ntitle: Pond\n\nIt froze.", "", "||||", "p title: Pond\np It froze."},
		{"title from a heading", "# Pond\n\nIt froze.", "Pond", "||||", "# Pond\np It froze."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := mustParse(t, "a.md", tt.in)
			m := d.Meta
			meta := strings.Join([]string{m.Publisher, m.Author, m.Published.String(), m.URL, d.Lang}, "|")
			if d.Title.String() != tt.title || m.Title != tt.title || meta != tt.meta || show(d) != tt.want {
				t.Errorf("title %q and %q, meta %q, blocks %q; want %q, %q, %q", d.Title, m.Title, meta, show(d), tt.title, tt.meta, tt.want)
			}
		})
	}
}
