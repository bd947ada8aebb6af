package brief

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	nethtml "golang.org/x/net/html"

	"readahead/brief/doc"
	"readahead/brief/galley"
	"readahead/brief/layout"
)

// exports makes every format but the PDF of a brief.
func exports(t *testing.T, b doc.Brief, second *galley.Second) map[Format]string {
	t.Helper()
	p, files := harbour()
	setter, err := newSetter(memory(p, files))
	if err != nil {
		t.Fatal(err)
	}
	r := Result{Brief: b, setter: setter, second: second}
	out := map[Format]string{}
	for _, f := range Formats()[1:] {
		data, err := r.Export(f)
		if err != nil {
			t.Fatalf("%s: %v", f, err)
		}
		again, _ := r.Export(f)
		if !bytes.Equal(data, again) {
			t.Errorf("%s: the second export differs from the first", f)
		}
		out[f] = string(data)
	}
	return out
}

// words returns what a reader of a format sees, in the order of the content,
// without white space and without the marks that the format adds.
func words(t *testing.T, f Format, file string) string {
	t.Helper()
	switch f {
	case HTML:
		return squeeze(htmlText(t, file))
	case Markdown:
		var b bytes.Buffer
		if err := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote)).Convert([]byte(file), &b); err != nil {
			t.Fatal(err)
		}
		return squeeze(htmlText(t, b.String()))
	case DOCX:
		parts := unzip(t, file)
		var all string
		for _, name := range []string{"header1", "document", "footer1"} {
			all += wordText(t, parts["word/"+name+".xml"])
		}
		return squeeze(all)
	}
	return squeeze(file)
}

// squeeze takes out white space, isolates and check boxes.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u2068' || r == '\u2069' || r == '☐' {
			return -1
		}
		return r
	}, s)
}

func htmlText(t *testing.T, file string) string {
	t.Helper()
	var b strings.Builder
	z := nethtml.NewTokenizer(strings.NewReader(file))
	for skip := 0; ; {
		switch z.Next() {
		case nethtml.ErrorToken:
			if z.Err() != io.EOF {
				t.Fatal(z.Err())
			}
			return b.String()
		case nethtml.StartTagToken:
			if name, _ := z.TagName(); string(name) == "head" || string(name) == "caption" {
				skip++
			}
		case nethtml.EndTagToken:
			if name, _ := z.TagName(); string(name) == "head" || string(name) == "caption" {
				skip--
			}
		case nethtml.TextToken:
			if skip == 0 {
				b.Write(z.Text()) // unescaped
			}
		}
	}
}

func unzip(t *testing.T, file string) map[string]string {
	t.Helper()
	r, err := zip.NewReader(strings.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(in)
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		parts[f.Name] = string(data)
	}
	return parts
}

// wordText returns the text of a part, which must be well-formed.
func wordText(t *testing.T, part string) string {
	t.Helper()
	var b strings.Builder
	d := xml.NewDecoder(strings.NewReader(part))
	inText := false
	for {
		token, err := d.Token()
		if err == io.EOF {
			return b.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			inText = token.Name.Local == "t"
		case xml.EndElement:
			inText = false
		case xml.CharData:
			if inText {
				b.Write(token)
			}
		}
	}
}

// A claim is a text that every format must have, with its numbers and flags.
type claim struct {
	text  string
	cites []int
	flags string
	cell  bool
}

// in returns the claim as a format writes it, squeezed.
func (c claim) in(f Format) string {
	var numbers []string
	for _, n := range c.cites {
		numbers = append(numbers, strconv.Itoa(n))
	}
	s, flags := layout.Printable(c.text), layout.Printable(c.flags)
	mark := strings.Join(numbers, ",")
	if (f == Text || f == Markdown) && mark != "" {
		mark = "[" + mark + "]"
	}
	if flags != "" && (f == Text || f == Markdown) {
		flags = "(" + flags + ")"
	}
	return squeeze(strings.ToValidUTF8(xmlSafe(s+mark+flags), "\uFFFD"))
}

// xmlSafe replaces the noncharacters among the hostile texts, which HTML and
// XML cannot hold.
func xmlSafe(s string) string {
	return strings.NewReplacer("\uFFFE", "\uFFFD", "\uFFFF", "\uFFFD", "\uFDD0", "\uFFFD", "\U0001FFFE", "\uFFFD").Replace(s)
}

// claims returns what a brief says, in the order of the page.
func claims(b doc.Brief) []claim {
	var out []claim
	say := func(text string, cites ...int) { out = append(out, claim{text: text, cites: cites}) }
	item := func(it *doc.Item) {
		c := claim{text: it.Text, cites: layout.Citations(it)}
		for _, f := range it.Flags {
			c.flags += f.Note
		}
		if layout.Printable(c.text) != "" { // an item of nothing is not printed
			out = append(out, c)
		}
	}
	for _, s := range []string{b.Marking, b.Kicker, b.Title, b.Purpose, b.With, strings.Join(b.Attendees, ", "), b.Place, b.From} {
		say(s)
	}
	for _, s := range b.Objectives {
		say(s)
	}
	if b.BottomLine != nil {
		item(b.BottomLine)
	}
	for _, s := range b.Asks {
		say(s)
	}
	for i := range b.Sections {
		sec := &b.Sections[i]
		say(strconv.Itoa(i+1) + " " + sec.Title)
		for k := range sec.Items {
			item(&sec.Items[k])
		}
		for _, task := range sec.Tasks {
			for _, cell := range task.Cells {
				out = append(out, claim{text: cell, cell: true})
			}
		}
	}
	for _, tr := range b.Trackers {
		say(tr.Title, tr.Citation)
		for _, row := range append([][]string{tr.Header}, tr.Rows...) {
			for _, cell := range row {
				out = append(out, claim{text: cell, cell: true})
			}
		}
	}
	return out
}

// compare checks that a file makes all the claims, one behind the other, and
// names all sources.
func compare(t *testing.T, f Format, file string, b doc.Brief) {
	t.Helper()
	all := words(t, f, file)
	rest := all
	for _, c := range claims(b) {
		want := c.in(f)
		if c.cell && f == Text {
			// Cells stand side by side, in lines.
			if at := subsequence(rest, want); at < 0 {
				t.Fatalf("%s lacks the cell %q, or not behind what comes before it", f, want)
			}
			continue
		}
		i := strings.Index(rest, want)
		if i < 0 {
			t.Fatalf("%s lacks %q, or not behind what comes before it: …%.300s", f, want, rest)
		}
		rest = rest[i+len(want):]
	}
	for _, s := range b.Sources {
		want := squeeze(xmlSafe(layout.Printable(s.Title)))
		if !strings.Contains(all, want) || !strings.Contains(all, s.Grade) {
			t.Errorf("%s lacks the source %q (%s)", f, want, s.Grade)
		}
	}
	for _, s := range append([]string{b.Changes}, b.Summary...) {
		if want := squeeze(xmlSafe(layout.Printable(s))); !strings.Contains(all, want) {
			t.Errorf("%s lacks the remark %q", f, want)
		}
	}
	if b.Marking != "" && strings.Count(all, squeeze(xmlSafe(layout.Printable(b.Marking)))) < 2 {
		t.Errorf("%s has the marking once", f)
	}
}

// subsequence returns where in s the characters of want, which stand there in
// order but not side by side, end; or -1.
func subsequence(s, want string) int {
	at := 0
	for _, r := range want {
		i := strings.IndexRune(s[at:], r)
		if i < 0 {
			return -1
		}
		at += i + len(string(r))
	}
	return at
}

// TestExportSample: what the sidecar of the sample says is in every format.
func TestExportSample(t *testing.T) {
	r := build(t, sample())
	var s Sidecar
	if err := json.Unmarshal(r.Sidecar, &s); err != nil {
		t.Fatal(err)
	}
	for _, f := range Formats()[1:] {
		file, err := r.Export(f)
		if err != nil {
			t.Fatal(err)
		}
		all := words(t, f, string(file))
		rest := all
		find := func(c claim) {
			t.Helper()
			want := c.in(f)
			i := strings.Index(rest, want)
			if i < 0 {
				t.Fatalf("%s lacks %q", f, want)
			}
			rest = rest[i+len(want):]
		}
		find(claim{text: s.Title})
		find(claim{text: s.BottomLine.Text, cites: append([]int{s.BottomLine.Citation}, s.BottomLine.Also...)})
		for i, sec := range s.Sections {
			find(claim{text: fmt.Sprint(i+1, " ", sec.Title)})
			for _, it := range sec.Items {
				find(claim{text: it.Text, cites: append([]int{it.Citation}, it.Also...)})
				for _, flag := range it.Flags {
					_, note, _ := strings.Cut(flag, ": ")
					find(claim{text: note})
				}
			}
			for _, row := range sec.Todo {
				for _, cell := range row.Cells {
					if want := squeeze(cell); f != Text && !strings.Contains(rest, want) || subsequence(rest, want) < 0 {
						t.Errorf("%s lacks the to-do cell %q", f, cell)
					}
				}
			}
		}
		for _, table := range s.Tables {
			if !table.Printed {
				continue
			}
			find(claim{text: table.Title})
			for _, row := range append([][]string{table.Header}, table.Rows...) {
				for _, cell := range row {
					if subsequence(rest, squeeze(cell)) < 0 {
						t.Errorf("%s lacks the cell %q", f, cell)
					}
				}
			}
		}
		for _, src := range s.Sources {
			if src.Citation > 0 && (!strings.Contains(all, squeeze(src.Title)) || !strings.Contains(all, "("+src.Grade+")")) {
				t.Errorf("%s lacks the source %q", f, src.Title)
			}
		}
		if f != DOCX {
			golden(t, "sample"+f.Extension(), file)
		}
	}
	parts := unzip(t, string(must(r.Export(DOCX))))
	golden(t, "sample.docx", []byte(strings.ReplaceAll(parts["word/document.xml"], "<w:p>", "\n<w:p>")))
}

func must(b []byte, err error) []byte {
	if err != nil {
		panic(err)
	}
	return b
}

// TestExportLikePage: the pages and every other format have the same letters
// and digits, each as often: none has a word that another has not. With every
// template, with a second page, labels and a designation, and from right to
// left.
func TestExportLikePage(t *testing.T) {
	for _, name := range []string{"read-ahead", "two-column", "memo", "dense"} {
		full := memory(harbour())
		p := &full.Profile
		p.TLP, p.CUI, p.Marking = "AMBER+STRICT", &doc.CUI{ControlledBy: []string{"Ports"}, Categories: []string{"PORT"}, POC: "555"}, ""
		p.Talking, p.Page.Second = []string{"Thank the pilots.", "Ask for a day."}, []string{"talking_points", "todo", "sources"}
		p.Objectives = []string{"agree on a day", "agree on a price"}
		hebrew := memory(harbour())
		hebrew.Profile.Language, hebrew.Profile.Title, hebrew.Profile.Asks = "he", "הנמל 12", []string{"לאשר את הרציף", "approve"}
		counted := memory(harbour())
		_, first := edition(t, counted, nil)
		counted.Seeds, counted.Edition, counted.Previous = []string{"b.txt"}, 2, first
		// Everything is new; so it is with a second page, where the bottom line
		// has other words, and from right to left.
		news := memory(harbour())
		news.Edition, news.Previous = 2, &Sidecar{Edition: 1}
		newsTwice, newsHebrew := full, hebrew
		_, second := edition(t, newsTwice, nil)
		second.BottomLine.Text += " it was said"
		second.Sections = nil
		newsTwice.Edition, newsTwice.Previous = 2, second
		newsHebrew.Edition, newsHebrew.Previous = 2, news.Previous
		for i, o := range []Options{sample(), memory(harbour()), full, hebrew, counted, news, newsTwice, newsHebrew} {
			o.Profile.Page.Template = name
			t.Run(fmt.Sprint(name, i), func(t *testing.T) { likePage(t, o) })
		}
	}
}

func likePage(t *testing.T, o Options) {
	s, err := run(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	r := Result{Brief: s.page.brief, setter: s.setter, second: s.secondPage()}
	words := s.setter.Words()
	for _, f := range Formats()[1:] {
		// Markdown and Word number the sources' list by themselves, Word all lists.
		digits, labels := f == Text || f == HTML, f != DOCX
		balance := map[rune]int{}
		count := func(text string, n int) {
			for _, r := range text {
				if unicode.IsLetter(r) || digits && unicode.IsDigit(r) {
					balance[r] += n
				}
			}
		}
		for i, page := range s.pages() {
			for _, box := range page.Boxes {
				// The label of lines for notes by hand is nothing that is said.
				r, ok := box.(layout.Run)
				if !ok || r.Element == layout.Artifact || r.Text == words.Jotting {
					continue
				}
				if elem := page.Elements[r.Element]; elem.Actual != "" {
					count(elem.Actual, 1) // of a sign
				} else if labels || elem.Tag != layout.Lbl {
					count(r.Text, 1)
				}
			}
			if i == 0 || f != DOCX { // the lower marking of a page is an artifact
				count(layout.MarkingOf(&r.Brief)+layout.TLPOf(&r.Brief), 1)
			} else { // Word's header and footer are there once
				count(layout.MarkingOf(&r.Brief)+layout.TLPOf(&r.Brief), -1)
			}
		}
		if n := len(s.pages()); n > 1 { // only paper has a first page
			count(words.PageOfPages(1, n), -1)
		}
		count(r.Brief.Legend, -1) // signs are on the page only
		count(exported(t, f, string(must(r.Export(f)))), -1)
		for r, n := range balance {
			if n != 0 {
				t.Errorf("the pages have %q %+d times more often than %s", r, n, f)
			}
		}
	}
}

// exported returns what a reader sees of a format: HTML with the numbers of
// its endnotes, and without the links back from them.
func exported(t *testing.T, f Format, file string) string {
	if f != HTML {
		return words(t, f, file)
	}
	pieces := strings.Split(file, `<span class="back">`)
	for i, p := range pieces[1:] {
		_, pieces[i+1], _ = strings.Cut(p, "</span>")
	}
	file = strings.Join(pieces, "")
	numbers := strings.Split(file, `<li id="source-`)
	numbers = append(numbers, strings.Split(file, `<li id="annex-source-`)[1:]...)
	numbers = append(numbers, strings.Split(file, `<li value="`)[1:]...)
	text := words(t, f, file)
	for _, n := range numbers[1:] {
		text += n[:strings.IndexByte(n, '"')]
	}
	return text
}

// hostileTexts are what sources and configs may try to get past the writers.
var hostileTexts = []string{
	`<script>alert("1")</script><img src=x onerror=alert(1)>`,
	`"><svg/onload=x> ' onclick='x' --> ]]> <![CDATA[x]]> <!-- y`,
	`</style></title></w:t></w:r><w:r><w:t>gone &amp; &#x3C;b&#x3E; &lt;i&gt;`,
	"[click](javascript:alert(1)) ![img](http://x.example/p.png) <http://auto.example> http://bare.example www.bare.example",
	"*bold* _it_ **b** __b__ ~~gone~~ `code` ``` $x^2$ ^sup^ | a | b \\| c \\ d\\",
	"[^1] [^2]: note [x]: /url {#id .class} @cite :smile:",
	"# heading", "- item", "+ item", "1. one", "1) one", "(a) x", "a. b", "> quote", "=====", "---", "***", "::: div", ": def", "% title", "| cell |", "    code", "\ttab",
	"line\nbreak\r\n# heading\n\n- item", "a\u2028b\u2029c\u0085d",
	"nul\x00 bell\x07 esc\x1b[31m del\x7f c1\u009b", "\xff\xfe broken \xc3( utf-8", "lone \xed\xa0\x80 surrogate \xed\xb0\x80",
	"non\uFFFEchar\uFFFFacter \uFDD0 \U0001FFFE", "bidi \u202eevil\u202c \u2066iso\u2069 \u200fmark",
	"שלום עולם, 12 ships", "السفينة في الميناء (12)", "ships שלום and العربية mixed",
	"日本語の文章は空白なしで書かれる。長い行も「括弧」で折り返すことができる、と記者は述べた。", "한국어 문장", "ภาษาไทย", "é e\u0301 👩‍🚀 🚢",
	strings.Repeat("verylongword", 40), strings.Repeat("many words ", 300) + "end", "",
}

// noSource is a number that hostile briefs cite and have no source of.
const noSource = 4

// hostileBrief has the hostile texts in all of its fields, from the i-th on.
func hostileBrief(i int) doc.Brief {
	next := func() string {
		i++
		return hostileTexts[i%len(hostileTexts)]
	}
	item := func() doc.Item {
		it := doc.Item{Text: next(), Citation: 1 + i%3, Flags: []doc.Flag{{Kind: doc.Dated, Note: next()}}}
		if i%2 == 0 {
			it.Also = []int{noSource, 1 + (i+1)%3}
		}
		return it
	}
	b := doc.Brief{
		Title: "T" + next(), Lang: []string{"en", "ar", "ja", ""}[i%4], Marking: next(), Kicker: next(), From: next(), Purpose: next(),
		With: next(), Place: next(), Attendees: []string{next(), next()}, Objectives: []string{next(), next()}, Asks: []string{next()},
		At: time.Date(2026, 5, 4, 9, 0, 0, 0, time.UTC), Minutes: 30, AsOf: doc.NewDate(2026, time.May, 1),
		TLP: next(), CUI: &doc.CUI{ControlledBy: []string{next()}, Categories: []string{next(), next()}, Dissemination: next(), POC: next()},
		Summary: []string{next()}, Changes: next(), LeftOut: 2, Edition: 3,
	}
	it := item()
	b.BottomLine = &it
	for s := range 3 {
		sec := doc.Section{ID: next(), Title: next(), Available: 3}
		for k := 0; k < s*2; k++ {
			sec.Items = append(sec.Items, item())
			sec.Tasks = append(sec.Tasks, doc.Task{
				Header: []string{"a", "b", "c"}, Cells: []string{next(), next(), next()},
				Columns: []doc.Column{doc.ActionColumn, doc.DetailColumn, doc.OwnerColumn}, Citation: 2,
			})
		}
		b.Sections = append(b.Sections, sec)
	}
	b.Trackers = []doc.Tracker{
		{Title: "Tracker " + next(), Header: []string{next(), next(), next()}, Rows: [][]string{{next(), next()}, {next(), next(), next()}}, Citation: 3},
	}
	for n := 1; n <= 3; n++ {
		b.Sources = append(b.Sources, doc.Source{
			Citation: n, File: "f", Title: "Source " + next(), Publisher: next(), Grade: "B2",
			URL: []string{"javascript:alert(1)", "https://a.example/x?y=1&z='\"><b>)](*_", "data:text/html,x"}[n-1],
		})
	}
	return b
}

// TestExportHostile: whatever stands in the fields of a brief, every format
// says it and none takes it for markup.
func TestExportHostile(t *testing.T) {
	for i := range hostileTexts {
		b := hostileBrief(i * 3)
		second := &galley.Second{Annex: doc.Annex{
			Blocks: []string{"talking_points", "todo", "sources"}, Talking: b.Objectives, Sections: b.Sections, Sources: b.Sources, Summary: b.Summary,
		}}
		for f, file := range exports(t, b, second) {
			compare(t, f, file, b)
			inert(t, f, file)
		}
	}
}

// inert checks that a file has no markup but the writers' own.
func inert(t *testing.T, f Format, file string) {
	t.Helper()
	switch f {
	case Markdown:
		var b bytes.Buffer
		if err := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote)).Convert([]byte(file), &b); err != nil {
			t.Fatal(err)
		}
		elements(t, f, b.String(), "h1 h2 p strong em ul li table thead tbody tr th td sup a div ol hr")
	case HTML:
		elements(t, f, file, "html head meta title style body header main footer section div p h1 h2 h3 dl dt dd ul ol li table caption thead tbody tr th td span a cite")
	case DOCX:
		for name, part := range unzip(t, file) {
			wordText(t, part)
			if strings.Contains(part, "javascript:") && strings.HasSuffix(name, ".rels") {
				t.Errorf("%s links a script", name)
			}
		}
	case Text:
		for _, line := range strings.Split(file, "\n") {
			if strings.HasSuffix(line, " ") || strings.ContainsFunc(line, func(r rune) bool { return r < ' ' || 0x202A <= r && r <= 0x202E }) {
				t.Errorf("line %q", line)
			}
		}
	}
}

// elements checks that an HTML file has only the given elements, no attribute
// that runs anything, and links within itself and to the web only.
func elements(t *testing.T, f Format, file, allowed string) {
	t.Helper()
	names := strings.Fields(allowed)
	z := nethtml.NewTokenizer(strings.NewReader(file))
	for {
		switch z.Next() {
		case nethtml.ErrorToken:
			return
		case nethtml.CommentToken:
			if f != Markdown || string(z.Raw()) != "<!-- raw HTML omitted -->" { // the renderer's, for the writer's own
				t.Errorf("%s: a comment %q", f, z.Raw())
			}
		case nethtml.StartTagToken, nethtml.SelfClosingTagToken:
			token := z.Token()
			if !slices.Contains(names, token.Data) {
				t.Errorf("%s: an element %q", f, token)
			}
			for _, a := range token.Attr {
				switch {
				case strings.HasPrefix(a.Key, "on") || a.Key == "src" || a.Key == "style" && f == HTML:
					t.Errorf("%s: %q", f, token)
				case a.Key == "href" && !strings.HasPrefix(a.Val, "#") && !strings.HasPrefix(a.Val, "https://a.example/") && !(f == Markdown && strings.HasPrefix(a.Val, "mailto:")):
					t.Errorf("%s: a link to %q", f, a.Val)
				}
			}
		}
	}
}

// TestExportNothing: an empty brief is an empty file of each format, not a
// failure.
func TestExportNothing(t *testing.T) {
	for f, file := range exports(t, doc.Brief{}, &galley.Second{}) {
		if f == DOCX {
			unzip(t, file)
		}
		inert(t, f, file)
	}
	if _, err := new(Result).Export(HTML); err == nil {
		t.Error("a result of nothing was exported")
	}
	if _, err := new(Result).Export("odt"); err == nil || !strings.Contains(err.Error(), "odt") {
		t.Errorf("error %v", err)
	}
}

func BenchmarkExport(b *testing.B) {
	r, err := Build(b.Context(), sample())
	if err != nil {
		b.Fatal(err)
	}
	for _, f := range Formats()[1:] {
		b.Run(string(f), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := r.Export(f); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
