package ingest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"readahead/brief/doc"
)

// page puts a sentence after body, so that there is something to read.
func pageWith(body string) string {
	return "<!doctype html><body>" + body + "<p>So said the heron, and left for the river at once."
}

const said = "p So said the heron, and left for the river at once."

func TestReadHTMLBlocks(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"paragraphs", "<p>one\n  two</p><p>three<p>four", "p one two\np three\np four"},
		{"text without a paragraph", "one<div>two</div>three", "p one\np two\np three"},
		{"inline tags", "<p>w<b>or</b>d<span> and</span> more<wbr>over", "p word and moreover"},
		{"upper case and no quotes", "<P CLASS=a>one<BR>two</P>", "p one two"},
		{"line breaks", "<p>one<br>two<br><br>three<br> <br/>four", "p one two\np three\np four"},
		{"headings", "<h1>One</h1><h2>Two<h3>Three</h2><p>four", "# One\n## Two\n### Three\np four"},
		{"heading without an end", "<h2>One<p>two<h3><p>Three</p></h3>", "## One\np two\n### Three"},
		{"entities", "<p>a &amp;amp; b&nbsp;&mdash; c&shy;d &lt;e&gt;", "p a & b — cd <e>"},
		{"bold line above text", "<p><b>One</b> <br>two</p><p><strong>Three:</strong><br>four<br><b>five</b> six<br>seven", "p One\np two\np Three: four five six seven"},
		{"parts that wikis do not print", "<h2>One<span class=mw-editsection>[<a href=/>edit</a>]</span></h2><div class='x hatnote'>two</div>three", "## One\np three"},
		{"bulleted lines", "<p>one:<br>• two<br>• three</p><p>four<br>·five", "p one:\n- two / three\np four ·five"},
		{"spaces at the edges of a link", "<p>one <a href=/> two </a> three", "p one two three"},
		{"bullets in two places", "<div>• one</div><p>• two", "- one\n- two"},
		{"bulleted paragraphs", "<p>•&nbsp; one<p>•&nbsp; two<p>three", "- one / two\np three"},
		{"breaks in a cell", "<table><tr><td>one<br><br>two<td>three<br><br>four<br><br>five</table>", "p one\np two\np three\np four\np five"},
		{"list", "<ul><li>one<li>two</ul>", "- one / two"},
		{"numbered list", "<ol><li><p>one</p></li><li>two</li></ol>", "1 one / two"},
		{"nested lists", "<ul><li>one<ul><li>two<li>three</ul>four<li>five</ul>", "- one / two / three / four / five"},
		{"item of two paragraphs", "<ul><li><p>one</p><p>two</p></li></ul>", "- one two"},
		{"items that are cards", "<ul><li>one<li><h3>Two</h3><p>three</p></li><li>four</ul>", "- one\n### Two\np three\n- four"},
		{"item without a list", "<li>one</li>", "p one"},
		{"text between items", "<ul>one<li>two</ul>", "- one / two"},
		{"definitions", "<dl><dt>one<dd>two<dt>three<dd>four</dl>", "p one\np two\np three\np four"},
		{"quotation", "<blockquote><p>one</p>two</blockquote>", "p one\np two"},
		{"figure", "<figure><img src=a alt=b><figcaption>one</figcaption></figure>", "p one"},
		{"set lines", "<pre>one  two\n\n  three\n</pre>", "l one  two\nl   three"},
		{"comment and declaration", "one<!-- two --><?three?>four", "p onefour"},
		{"table", "<table><thead><tr><th>a<th>b<tbody><tr><td>c<td>d<br>e<tr><td>f</table>", "t a | b / c | d e / f | "},
		{"table without header cells", "<table><tr><td>a<td>b<tr><td>c<td>d</table>", "t a | b / c | d"},
		{"rows with headings", "<table><tr><th>a<td>b<tr><th>c<td>d</table>", "t  |  / a | b / c | d"},
		{"caption", "<table><caption>one</caption><tr><th>a<th>b<tr><td>c<td>d</table>", "p one\nt a | b / c | d"},
		{"title row", "<table><tr><th colspan=2>one<tr><th>a<th>b<tr><td>c<td>d</table>", "p one\nt a | b / c | d"},
		{"cell over columns", "<table><tr><th>a<th>b<th>c<tr><td colspan=2>d<td>e</table>", "t a | b | c / d |  | e"},
		{"cell over rows", "<table><tr><th>a<th>b<tr><td rowspan=2>c<td>d<tr><td>e</table>", "t a | b / c | d /  | e"},
		{"empty rows and columns", "<table><tr><th>a<th>b<th><tr><td><td><td><tr><td>c<td>d<td></table>", "t a | b / c | d"},
		{"list in a cell", "<table><tr><th>a<th>b<tr><td>c<td><ul><li>d<li>e</ul></table>", "t a | b / c | d e"},
		{"layout", "<table><tr><td>one<td><h2>Two</h2><p>three</p><p>four</p></table>", "p one\n## Two\np three\np four"},
		{"layout by role", "<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>", "p a\np b\np c\np d"},
		{"table in a layout", "<table><tr><td>one<td><table><tr><th>a<th>b<tr><td>c<td>d</table></table>", "p one\nt a | b / c | d"},
		{"single column", "<table><tr><td>one<tr><td>two</table>", "p one\np two"},
		{"spans without end", "<table><tr><td>a<td>b<tr><td colspan=999999>c<td rowspan=999999>d</table>", "t a | b |  / c |  | d"},
		{"text among cells", "<table><tr><th>a<th>b<tr><td>c</td>d</table>", "t a | b / c | d"},
		{"rows taken from above", "<table><tr><th>a<th>b<tr><td rowspan=3>c<td>d<tr><td>e<tr><td>f<tr><td>g<td>h</table>", "t a | b / c | d /  | e /  | f / g | h"},
		{"mostly empty", "<table><tr><td>one<td><td><td><tr><td><td><td><td>two</table>", "p one\np two"},
		{"list in a heading", "<h2>One<ul><li>two</ul></h2><h3><ul><li>three</ul></h3>", "## One\n- two\n- three"},
		{"script without content", "<script src=a /><p>one</p><script>two</script>", "p one"},
		{"stray end tags", "</div></p></table>one</li>two</b>", "p one\np two"},
		{"end tags that cross", "<div><p><b>one</div>two</b></p>", "p one\np two"},
		{"cell keeps to itself", "<div><table><tr><td>a</div><td>b<tr><td>c<td>d</table>one</div>", "t a | b / c | d\np one"},
		{"title without an end", "<title>" + strings.Repeat("word ", 500), "p " + strings.TrimSpace(strings.Repeat("word ", 500))},
	} {
		t.Run(tt.name, func(t *testing.T) {
			want := tt.want + "\n" + said
			if got := show(mustParse(t, "a.html", pageWith(tt.in))); got != want {
				t.Errorf("Parse(%q) is\n%s\nwant\n%s", tt.in, got, want)
			}
		})
	}
}

func TestReadHTMLDrops(t *testing.T) {
	for _, tt := range []struct{ name, in, want, dropped string }{
		{"script and style", "<script>if (a<b) {c()}</script><style>p{}</style>", "", "script: if (a<b) {c()}\nstyle sheet: p{}"},
		{"comment", "<!-- one -->", "", "comment: <!-- one -->"},
		{"without scripts", "<noscript><p>one</noscript><iframe>two</iframe>", "", "not shown: noscript: <p>one\nnot shown: iframe: two"},
		{"navigation", "<nav><ul><li>one</li><li>two</ul></nav><footer>three</footer><aside>four</aside>", "", "navigation: one two\nfooter: three\naside: four"},
		{"navigation by role", "<div role=navigation>one<div>two</div></div><div role=contentinfo>three</div>", "", "navigation: one two\nfooter: three"},
		{"hidden", "<p hidden>one</p><div style='color:red; DISPLAY: none'>two<p>three</div><p>four<span aria-hidden=true>five</span></p>", "p four", "hidden: one\nhidden: two three\nhidden: five"},
		{"for screen readers", "<p>one<span class='sr-only'> (opens a window)</span></p>", "p one", "for screen readers: (opens a window)"},
		{"picture", "<svg><title>one</title><text>two</text></svg><p>three", "p three", "picture, sound or film: onetwo"},
		{"template", "<template><p>one</template>", "", "template: one"},
		{"form controls", "<p>one <button>two</button> three", "p one three", "form control: two"},
		{"heading that unfolds", "<h2><button>One</button></h2>", "## One", ""},
		{"sign-up form", "<div><h4>One</h4>two<input type=email><button>three</button></div>", "", "form control: three\ncaption of form controls: One\ncaption of form controls: two"},
		{"question with buttons", "<div><p>one?</p><button>yes</button><button>no</button></div>", "", "form control: yes\nform control: no\ncaption of form controls: one?"},
		{"card with a button", "<div><h4>One</h4><p>two</p><button>three</button><button>four</button></div>", "#### One\np two", "form control: three\nform control: four"},
		{"form around a page", "<form><input><p>" + strings.Repeat("word ", 40) + "</p></form>", "p " + strings.TrimSpace(strings.Repeat("word ", 40)), ""},
		{"superscripts", "<p>one<sup><a href=#x>2024, 2025, 2026</a></sup>", "p one2024, 2025, 2026", ""},
		{"footnote marks", "<p>one<sup><a href=#n1>1</a></sup> m<sup>2</sup> <a href=#n2><sup>[2]</sup></a>, 5<sup><a href=#x>th</a></sup>", "p one m2 , 5th", "footnote mark: 1\nfootnote mark: [2]"},
		{"ruby", "<p><ruby>池<rt>いけ</rt></ruby>は", "p 池は", "ruby annotation: いけ"},
		{"unfolded by script", "<div role=region hidden>one</div><div hidden id='S:0'>two</div>", "p one\np two", ""},
		{"hidden body", "<main aria-hidden=true><p>one</main>", "p one", ""},
		{"unclosed navigation ends with what is around it", "<div><nav>one</div>two", "p two", "navigation: one"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := mustParse(t, "a.html", pageWith(tt.in))
			if got, want := show(d), strings.TrimPrefix(tt.want+"\n"+said, "\n"); got != want {
				t.Errorf("Parse(%q) is\n%s\nwant\n%s", tt.in, got, want)
			}
			if got := showDropped(d); got != tt.dropped {
				t.Errorf("Parse(%q) dropped\n%s\nwant\n%s", tt.in, got, tt.dropped)
			}
		})
	}
}

// TestReadHTMLKeepsPage checks that the page itself is read when all of it
// stands in an element that is usually dropped.
func TestReadHTMLKeepsPage(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("The pond froze over in one night. ", 60))
	for _, in := range []string{
		"<nav><a href=/>Home</a><p>" + long + "</nav>",
		"<div aria-hidden=true><p>" + long + "</div>",
		"<aside>An advertisement<p>" + long,
	} {
		d := mustParse(t, "a.html", pageWith(in))
		if !strings.Contains(show(d), "p "+long) {
			t.Errorf("%.40q is not read: %.80q", in, show(d))
		}
		if in[1] == 'n' && len(d.Dropped) > 0 {
			t.Errorf("dropped %q", showDropped(d))
		}
	}
}

func TestReadHTMLContext(t *testing.T) {
	d := mustParse(t, "a.html", `<body class="Home"><div id=Main class="story  Wide" itemprop=articleBody role=main>`+
		`<p>The <a href=/p>old po<b>nd</b></a> froze over in one night, <a>it</a> says.<div><a href=/b>Two</div><p>and three</p><ul class=links><li><a href=/a>One</a><li>two</ul></div>`)
	want := []string{
		"body.home div.articlebody.main.story.wide#main p 8",
		"body.home div.articlebody.main.story.wide#main div 3",
		"body.home div.articlebody.main.story.wide#main p 0",
		"body.home div.articlebody.main.story.wide#main ul.links 3",
	}
	for i, b := range d.Blocks {
		var c doc.Context
		switch b := b.(type) {
		case doc.Paragraph:
			c = b.Context
		case doc.List:
			c = b.Context
		}
		if got := fmt.Sprint(c.Path, " ", c.Linked); got != want[i] {
			t.Errorf("context of block %d is %q, want %q", i, got, want[i])
		}
	}
}

// TestReadHTMLBoundsTables checks that spans cannot make a large table of a
// small file.
func TestReadHTMLBoundsTables(t *testing.T) {
	for _, span := range []string{"<td rowspan=9999>a", "<td>a"} {
		in := "<table><tr>" + strings.Repeat(span, 1000) + strings.Repeat("<tr><td colspan=9999>b", 1000) + "</table>"
		for _, b := range mustParse(t, "a.html", pageWith(in)).Blocks {
			if _, ok := b.(doc.Table); ok {
				t.Errorf("%s... is a table", in[:40])
			}
		}
	}
	row := []doc.Text{doc.NewText("a", 0)}
	rows := [][]doc.Text{slices.Repeat(row, 1000)}
	if table, ok := newTable(row, rows, doc.Context{}); !ok || len(table.Header) != 1000 {
		t.Errorf("newTable = %d columns, %v", len(table.Header), ok)
	}
	if _, ok := newTable(row, append(rows, slices.Repeat([][]doc.Text{row}, 1000)...), doc.Context{}); ok {
		t.Error("newTable fills a thousand rows up to a thousand columns")
	}
}

func TestReadHTMLBoundsPath(t *testing.T) {
	d := mustParse(t, "a.html", pageWith(strings.Repeat("<div class='one two three four five six seven eight'>", 1000)+strings.Repeat("<div class="+strings.Repeat("x", 5000)+">", 10)+"deep"))
	for _, b := range d.Blocks {
		if p := b.(doc.Paragraph); len(p.Context.Path) > longestPath {
			t.Errorf("path has %d bytes", len(p.Context.Path))
		}
	}
	d = mustParse(t, "a.html", pageWith("<div class='one "+strings.Repeat("x", 500)+" two' class=three>four</div>"))
	if got := d.Blocks[0].(doc.Paragraph).Context.Path; got != "body div.one.two" {
		t.Errorf("path is %q", got)
	}
}

func TestReadHTMLUnfinished(t *testing.T) {
	d := mustParse(t, "a.html", pageWith("")+`<a href="/pond>`+strings.Repeat("word ", 100))
	if len(d.Warnings) != 1 || !strings.HasPrefix(showDropped(d), "unfinished tag: <a href=") {
		t.Errorf("warnings %v, dropped %q", d.Warnings, showDropped(d))
	}
}

func TestPageMeta(t *testing.T) {
	const story = "<p>The pond froze over in one night, and the heron left.</p>"
	for _, tt := range []struct{ name, in, title, meta string }{
		{"title element", "<title>The pond froze &mdash; again</title>" + story, "The pond froze — again", "||||"},
		{"heading in the title element", "<html lang=en-GB><title>The pond froze | Reed News</title><h1>Reed</h1><h1>The <i>pond</i> froze</h1>" + story, "The pond froze", "Reed News||||en-GB"},
		{"shared title", "<title>Reed News - Pond</title><meta property='og:title' content='The pond &amp; ice'><meta property=og:site_name content='Reed News'>" + story, "The pond & ice", "Reed News||||"},
		{"heading of something else", "<title>The pond froze</title><h1>Welcome to the reed</h1><h1>Weather</h1>" + story, "The pond froze", "||||"},
		{"site cut off", "<title>The pond froze - Reed News</title><meta property=og:site_name content='Reed News'>" + story, "The pond froze", "Reed News||||"},
		{"only heading", "<h1>The pond</h1>" + story, "The pond", "||||"},
		{"no title", story, "", "||||"},
		{"meta elements", "<meta name=Author content='Ada Vale'><meta property='article:published_time' content='2025-03-28T09:00:00Z'><meta name=date content=2024-01-01><link rel=canonical href='https://pond.example/1'><meta property=og:locale content=en_US>" + story, "", "|Ada Vale|2025-03-28|https://pond.example/1|en-US"},
		{"time element", "<time datetime=2025-03-28 class=published>today</time>" + story, "", "||2025-03-28||"},
		{"linked data", `<script type="application/ld+json">{"@graph":[{"@type":"WebPage","datePublished":"2020-01-01"},{"@type":["NewsArticle"],"headline":"Pond","datePublished":"2025-03-28","publisher":{"name":"Reed"},"author":[{"name":"Ada"},{"name":"Ben"}]}]}</script>` + story, "", "Reed|Ada|2025-03-28||"},
		{"broken linked data", `<script type="application/ld+json">{"@type":"NewsArticle",</script>` + story, "", "||||"},
		{"address as author", "<meta name=author content='https://pond.example/ada'><link rel=canonical href=/1>" + story, "", "||||"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := mustParse(t, "a.html", tt.in)
			m := d.Meta
			meta := strings.Join([]string{m.Publisher, m.Author, m.Published.String(), m.URL, d.Lang}, "|")
			if d.Title.String() != tt.title || meta != tt.meta {
				t.Errorf("title %q, meta %q; want %q, %q", d.Title, meta, tt.title, tt.meta)
			}
			checkPlaces(t, []byte(tt.in), d)
		})
	}
}
