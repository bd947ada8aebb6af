package brief

import (
	"context"
	"errors"
	"strings"
	"testing"

	"readahead/brief/doc"
)

// TestHostile feeds documents that mean harm or are broken, each together
// with a healthy one: what has to be refused is refused by name, the rest is
// cleaned, and the page is one.
func TestHostile(t *testing.T) {
	const notice = "The quay ladder was replaced on Friday."
	for _, tt := range []struct {
		name, file, text string
		refused          bool
		want             []string // in the cleaned text
		never            []string // not in it
	}{
		{name: "byte order mark alone", file: "a.txt", text: "\ufeff", refused: true},
		{name: "gzip", file: "a.txt", text: "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x00\x00", refused: true},
		{name: "only menus and scripts", file: "a.html", refused: true,
			text: "<html><body><nav><a href=/>Home</a> <a href=/x>Ships</a></nav><script>track(1)</script><button>Accept</button></body></html>"},
		{name: "two encodings", file: "a.txt",
			text: "The Zoë lies at the quay.\n\nCaf\xe9 owners on the quay complain.\n\n" + notice + "\n",
			want: []string{"The Zoë lies at the quay.", notice}, never: []string{"Ã"}},
		{name: "terminal codes", file: "a.txt",
			text: "\x1b]0;log\x07\x1b[1;31mThe quay ladder\x1b[0m was replaced on Friday.\x07\n",
			want: []string{notice}, never: []string{"\x1b", "\x07", "[1;31m", "log"}},
		{name: "templates", file: "a.md",
			text: "---\ntitle: {{.Secret}}\nout: /etc\n---\n{% include x %}\n" + notice + " It cost %d crowns and ${HOME}.\n",
			want: []string{notice}, never: []string{"<no value>", "%!d("}},
		{name: "PDF operators", file: "a.txt",
			text: notice + " (unbalanced \\( ) BT /F1 12 Tf (x) Tj ET endstream endobj >>>> \\input{x}\n",
			want: []string{notice}},
		{name: "bidi tricks", file: "a.txt",
			text:  "The quay ladder was \u202edecalper\u202c on Friday, say the \u2066harbour\u2069 masters.\n",
			never: []string{"\u202e", "\u2066"}},
		{name: "ninety marks on a letter", file: "a.txt",
			text: "The qu" + strings.Repeat("a"+strings.Repeat("\u0301\u0323", 45), 8) + "y was tidy. " + notice + "\n",
			want: []string{notice}},
		{name: "three thousand columns", file: "a.txt",
			text: notice + "\n\n" + strings.Repeat("| col ", 3000) + "|\n" + strings.Repeat("|---", 3000) + "|\n" + strings.Repeat("| cell ", 3000) + "|\n",
			want: []string{notice}},
		{name: "unclosed tags", file: "a.html",
			text: "<html><body><p>" + strings.Repeat("<b><font color=red>", 40000) + notice,
			want: []string{notice}, never: []string{"<b", "<font"}},
		{name: "one long line", file: "a.txt", text: strings.Repeat("x", 1<<20) + "\n\n" + notice + "\n", want: []string{notice}},
		{name: "deep lists", file: "a.md", text: strings.Repeat("> - ", 20000) + notice + "\n", want: []string{notice}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p, files := harbour()
			files[tt.file+"x"] = files["a.txt"]
			delete(files, "a.txt")
			files[tt.file] = tt.text
			s, err := run(context.Background(), memory(p, files))
			if err != nil {
				t.Fatal(err)
			}
			if refused := len(s.skipped) == 1 && s.skipped[0].File == tt.file; refused != tt.refused {
				t.Fatalf("skipped: %v", s.skipped)
			}
			if s.page.set.Overflow > 0 {
				t.Error("more than a page")
			}
			if tt.refused {
				if s.skipped[0].Hint == "" {
					t.Errorf("%v: no hint", s.skipped[0])
				}
				return
			}
			for _, d := range s.docs {
				if d.File != tt.file {
					continue
				}
				text := strings.Join(strings.Fields(doc.ToPlainText(d)), " ")
				for _, w := range tt.want {
					if !strings.Contains(text, w) {
						t.Errorf("the cleaned text lacks %q", w)
					}
				}
				for _, w := range tt.never {
					if strings.Contains(text, w) {
						t.Errorf("the cleaned text has %q", w)
					}
				}
			}
			if _, err := Build(context.Background(), memory(p, files)); err != nil {
				t.Error(err)
			}
		})
	}
}

// TestNothingUsable: a build of refused documents alone is an error that
// names each.
func TestNothingUsable(t *testing.T) {
	p, files := harbour()
	clear(files)
	files["a.txt"], files["b.txt"] = "", "\x00\x01\x02"
	_, err := Build(context.Background(), memory(p, files))
	var e *doc.Error
	if !errors.As(err, &e) {
		t.Fatalf("error %v", err)
	}
	for _, name := range []string{"a.txt: ", "b.txt: "} {
		if !strings.Contains(err.Error(), name) {
			t.Errorf("%q does not name %s", err, name)
		}
	}
}
