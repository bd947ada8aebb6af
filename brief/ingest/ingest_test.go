package ingest

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"readahead/brief/doc"
)

// mustParse parses data and checks what holds for every document.
func mustParse(t *testing.T, file, data string) doc.Document {
	t.Helper()
	d, err := Parse(file, []byte(data))
	if err != nil {
		t.Fatalf("Parse(%q): %v", file, err)
	}
	checkDocument(t, []byte(data), d)
	return d
}

// show writes the blocks of d in a short form, one line for each: "# heading",
// "p paragraph", "l line / line", "- item / item", "1 item / item" and
// "t header | header / cell | cell".
func show(d doc.Document) string {
	var out []string
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case doc.Heading:
			out = append(out, strings.Repeat("#", b.Level)+" "+b.Text.String())
		case doc.Paragraph:
			out = append(out, "p "+b.Text.String())
		case doc.Lines:
			out = append(out, "l "+join(b.Lines, " / "))
		case doc.List:
			mark := "- "
			if b.Ordered {
				mark = "1 "
			}
			out = append(out, mark+join(b.Items, " / "))
		case doc.Table:
			rows := []string{join(b.Header, " | ")}
			for _, row := range b.Rows {
				rows = append(rows, join(row, " | "))
			}
			out = append(out, "t "+strings.Join(rows, " / "))
		}
	}
	return strings.Join(out, "\n")
}

func join(ts []doc.Text, sep string) string {
	var s []string
	for _, t := range ts {
		s = append(s, t.String())
	}
	return strings.Join(s, sep)
}

// showDropped writes what was dropped, "reason: text" in a line each.
func showDropped(d doc.Document) string {
	var out []string
	for _, x := range d.Dropped {
		out = append(out, fmt.Sprintf("%s: %s", x.Reason, x.Text))
	}
	return strings.Join(out, "\n")
}

// texts returns all texts of d.
func texts(d doc.Document) []doc.Text {
	out := []doc.Text{d.Title}
	for _, b := range d.Blocks {
		out = append(out, doc.Texts(b)...)
	}
	for _, x := range d.Dropped {
		out = append(out, x.Text)
	}
	return out
}

// checkDocument checks the form of d: valid, visible text in blocks that keep
// to their kind, and places inside of the file and in its order.
func checkDocument(t *testing.T, data []byte, d doc.Document) {
	t.Helper()
	if d.Size != len(data) || len(d.SHA256) != 64 || d.Encoding == "" || d.Format == "" {
		t.Errorf("size %d, digest %q, encoding %q, format %q of %d bytes", d.Size, d.SHA256, d.Encoding, d.Format, len(data))
	}
	for i, at := range d.Lines {
		if at < 0 || at > len(data) || i > 0 && at <= d.Lines[i-1] {
			t.Errorf("line %d begins at %d", i+1, at)
		}
	}
	for _, b := range d.Blocks {
		if table, ok := b.(doc.Table); ok {
			for _, row := range table.Rows {
				if len(row) != len(table.Header) {
					t.Errorf("row has %d cells, header has %d", len(row), len(table.Header))
				}
			}
		}
		_, cell := b.(doc.Table)
		for _, text := range doc.Texts(b) {
			s := text.String()
			if s == "" && !cell {
				t.Errorf("empty text in %T", b)
			}
			if _, lines := b.(doc.Lines); !lines && (strings.Contains(s, "  ") || strings.TrimSpace(s) != s) {
				t.Errorf("spaces in %T %q", b, s)
			}
			for _, r := range s {
				if r != '\t' && (unicode.IsControl(r) || kindOf(r) != ordinary && r != 0x200c && r != 0x200d) {
					t.Errorf("%U in %q", r, s)
				}
			}
		}
	}
	for _, text := range texts(d) {
		if !utf8.ValidString(text.String()) {
			t.Errorf("%q is not UTF-8", text)
		}
		last := 0
		for _, r := range text.Ranges() {
			if r.Start < last || r.End <= r.Start || r.End > len(data) {
				t.Errorf("%q stands at %v in %d bytes", text, text.Ranges(), len(data))
				break
			}
			last = r.End
		}
		if strings.TrimSpace(text.String()) != "" && text.Start() < 0 {
			t.Errorf("%q comes from nowhere", text)
		}
	}
}

// checkPlaces checks that the bytes at each text's places, decoded and mended
// by themselves, are the text. What was dropped may be as it was.
func checkPlaces(t *testing.T, data []byte, d doc.Document) {
	t.Helper()
	d.Dropped = nil
	for _, text := range texts(d) {
		if strings.Contains(string(bytesAt(data, text)), "=?") {
			continue // encoded words of a mail header stand for their text as a whole
		}
		if got, want := reread(data, text, encoding(d.Encoding)), squeeze(text.String()); got != want {
			t.Errorf("%s: the bytes at %v are %q, the text is %q", d.File, text.Ranges(), got, want)
		}
	}
}

func bytesAt(data []byte, text doc.Text) []byte {
	var out []byte
	for _, r := range text.Ranges() {
		out = append(out, data[r.Start:r.End]...)
	}
	return out
}

// reread decodes and mends the bytes of text.
func reread(data []byte, text doc.Text, enc encoding) string {
	raw := bytesAt(data, text)
	var t doc.Text
	switch enc {
	case utf16LE, utf16BE:
		t = decodeUTF16(raw, enc)
	default:
		t, _, _, _ = decode(append([]byte("charset="+string(enc)+"\n"), raw...), censusOf(raw))
		t = t.Slice(len("charset="+string(enc)+"\n"), t.Len())
	}
	m := mender{bytes: *censusOf(t.String())}
	return squeeze(m.piece(m.whole(t), false).String())
}

// squeeze returns s without white space.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func TestParseChoosesFormat(t *testing.T) {
	for _, tt := range []struct {
		name, file, data string
		want             doc.Format
	}{
		{"text", "a.txt", "The pond froze.", doc.PlainText},
		{"page in a text file", "a.txt", "<!DOCTYPE html>\n<p>The pond froze over in one night, said the heron.", doc.HTML},
		{"page after a comment", "a", "<!-- saved -->\n<html><p>The pond froze over in one night, said the heron.", doc.HTML},
		{"fragment", "a.txt", "<p>The pond froze over.</p><p>The heron left for the river.</p>", doc.HTML},
		{"text about tags", "a.txt", strings.Repeat("Long before that came the plain words. ", 30) + "<p><p><p><p><p><p>", doc.PlainText},
		{"page without tags", "a.html", "The pond froze over in one night, said the heron.", doc.PlainText},
		{"Markdown by name", "a.md", "The pond froze.", doc.Markdown},
		{"Markdown by its marks", "a.txt", "# Pond\n\nIt *froze*.\n\n## Heron\n\nIt left.", doc.Markdown},
		{"front matter", "a.txt", "---\ntitle: Pond\n---\nIt froze.", doc.Markdown},
		{"a few links", "a.txt", strings.Repeat("Long before that came the plain words.\n", 50) + strings.Repeat("See [it](http://pond.example).\n", 4), doc.PlainText},
		{"bullets and tables are no proof", "a.txt", "- one\n- two\n\na | b\n---|---\nc | d\n", doc.PlainText},
		{"page in a Markdown file", "a.md", "<html><body><p>The pond froze over in one night, said the heron.", doc.HTML},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := mustParse(t, tt.file, tt.data).Format; got != tt.want {
				t.Errorf("format is %s, want %s", got, tt.want)
			}
		})
	}
}

func TestParseRefuses(t *testing.T) {
	for _, tt := range []struct{ name, file, data, want string }{
		{"nothing", "a.txt", "", "is empty"},
		{"byte order mark", "a.txt", "\xef\xbb\xbf", "is empty"},
		{"wide byte order mark", "a.txt", "\xff\xfe", "is empty"},
		{"blank lines", "a.txt", "\n \r\n\t\n", "is empty"},
		{"marks only", "a.txt", "***\n---\n", "no text"},
		{"menu only", "a.html", "<nav><a href=/>Home</a></nav><div><a href=/b>Boats</a></div><footer>Write to us</footer>", "no text"},
		{"gzip", "a.txt", "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff\xab\x56", "gzip"},
		{"zip", "a.txt", "PK\x03\x04\x14\x00\x00\x00", "zip archive"},
		{"word processor", "a.docx", "PK\x03\x04\x14\x00\x06\x00\x08\x00[Content_Types].xml", "Office document"},
		{"open document", "a.odt", "PK\x03\x04\x14\x00mimetypeapplication/vnd.oasis.opendocument.text", "OpenDocument"},
		{"PDF", "a.txt", "%PDF-1.7\n1 0 obj", "PDF"},
		{"rich text", "a.txt", `{\rtf1\ansi Pond}`, "RTF"},
		{"picture", "a.txt", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "picture"},
		{"GIF", "a.txt", "GIF89a\x01\x00\x01\x00\x00\x00\x00", "picture"},
		{"program", "a", "\x7fELF\x02\x01\x01\x00", "program"},
		{"UTF-32", "a", "\xff\xfe\x00\x00P\x00\x00\x00", "UTF-32"},
		{"control characters", "a.txt", "pond\x01\x02\x03 pond\x04", "binary"},
		{"NULs", "a.txt", "pond\x00and ice and snow and\x00heron", "binary"},
		{"noise", "a.txt", string([]byte{7, 0, 200, 13, 1, 2, 3, 0, 9, 255, 4, 5, 0, 6}), "binary"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Parse(tt.file, []byte(tt.data))
			var e *doc.Error
			if !errors.As(err, &e) {
				t.Fatalf("Parse = %v, want a *doc.Error", err)
			}
			if e.File != tt.file || !strings.Contains(e.Msg, tt.want) || e.Hint == "" {
				t.Errorf("error is %q with hint %q, want it to name %s and say %q", e, e.Hint, tt.file, tt.want)
			}
		})
	}
	if _, err := Parse("a.txt", make([]byte, MaxSize+1)); err == nil || !strings.Contains(err.Error(), "larger than") {
		t.Errorf("Parse of too much = %v", err)
	}
	// Words that programs and pictures begin with are words all the same.
	for _, s := range []string{"MZ is short for Mainz.", "BM 12 was the bus to the mill.", "GIF87 and its heirs.", "RIFF-RAFF, she said.", "BZh!"} {
		mustParse(t, "a.txt", s)
	}
}

func TestParsePlaces(t *testing.T) {
	for _, tt := range []struct{ name, file, data string }{
		{"text", "a.txt", "The pond froze.\r\n\r\nThe heron\tleft.\r\n"},
		{"Latin", "a.txt", "Le héron quitta l\x92\xe9tang.\n\nIl faisait \x968 degr\xe9s.\n"},
		{"wide", "a.txt", wide("The “pond” froze.\r\nЦапля улетела — 池は凍った。 🐟\r\n")},
		{"mojibake", "a.txt", "The heronâ€™s pond\n\nfroze at âˆ’8 Â°C near JÃ¤rvi\n"},
		{"entities", "a.txt", "Pond &amp; heron&nbsp;&#8212; &amp;quot;cold&amp;quot;\n"},
		{"terminal", "a.txt", "\x1b]0;pond.log\x07\x1b[1mThe p\bpo\bon\bnd\bd\x1b[0m froze.\n"},
		{"page", "a.html", "<html><head><title>Pond</title></head><body><h1>Po<b>nd</b></h1><p>The pond\n  froze <a href=/>over</a>&nbsp;&mdash; \xe9arly &shy;on.<br>The her&shy;on left.<ul><li>one<li>t<i>w</i>o</ul><table><tr><th>a<th>b<tr><td>c<td>d</table>"},
		{"Markdown", "a.md", "# The *pond*\n\nThe **heron** left\nthe [pond](/p) \\* `early`.\n\n> It was\n> cold.\n\n- one\n  two\n- three\n\na | b\n-|-\nc \\| d | e\n"},
		{"mail", "a.eml", "From: Ada Vale <ada@vale.example>\nSubject: The pond\n  froze\n\nCome and see.\n"},
		{"Japanese", "a.html", "<meta charset=shift_jis><p>\x92\x72\x82\xcd\x93\x80\x82\xc1\x82\xbd\x81B The pond has frozen over for the first time.</p>"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := mustParse(t, tt.file, tt.data)
			checkPlaces(t, []byte(tt.data), d)
		})
	}
}

// shared returns the folder of shared data beside the module, if it is there.
func shared(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	for err == nil && dir != filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			if found, err := os.Stat(filepath.Join(dir, "..", "shared")); err == nil && found.IsDir() {
				return filepath.Join(dir, "..", "shared")
			}
			break
		}
		dir = filepath.Dir(dir)
	}
	t.Skip("no shared data")
	return ""
}

// TestParseSharedSeeds reads real and made-up sources of all kinds.
func TestParseSharedSeeds(t *testing.T) {
	root := shared(t)
	files, _ := filepath.Glob(filepath.Join(root, "evaluation", "*", "seeds", "*"))
	more, _ := filepath.Glob(filepath.Join(root, "evaluation", "hostile", "files", "*"))
	for _, file := range append(files, more...) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			d, err := Parse(file, data)
			if err != nil {
				t.Log(err)
				return
			}
			checkDocument(t, data, d)
			checkPlaces(t, data, d)
		})
	}
}

func FuzzParse(f *testing.F) {
	for _, ext := range []string{".txt", ".md", ".html"} {
		for _, s := range []string{
			"Pond\n====\n\n- a\n  - b\n\n1. c\n\n| a | b |\n|---|---|\n| c | d |\n\n```\ncode\n```\n> quote\n[x]: http://a 'b'\n[^1]: note\n",
			"<!doctype html><title>Pond</title><h1>Pond</h1><p>a<br><br>b<ul><li>c<li><h2>d</h2></ul><table><tr><td colspan=2>e<tr><td>f<td>g</table><nav>h</nav><form><input>i</form>",
			"From: a@b\nSubject: =?utf-8?q?P=C3=B6nd?=\n\nThe pondâ€™s &amp;nbsp; edge \x1b[1m\bx\u0085\u202e",
			"---\ntitle: \"Pond\"\n---\n*a **b** c* [d](e) ![f](g) <b>h</b> {% i %} {{ j }} {: k} `l` \\m",
			"\xff\xfeP\x00o\x00n\x00d\x00 \x00", "P\xf6nd \xe2\x80", "\x1b$B=\x1b(B charset=iso-2022-jp",
		} {
			f.Add(ext, []byte(s))
		}
	}
	f.Fuzz(func(t *testing.T, ext string, data []byte) {
		d, err := Parse("a"+ext, data)
		if err != nil {
			if e, ok := err.(*doc.Error); !ok || e.File != "a"+ext {
				t.Errorf("error is %T %v", err, err)
			}
			return
		}
		checkDocument(t, data, d)
		if c := censusOf(data); c.ascii() && !c['&'] && !c.controls() && !bytes.Contains(data, []byte("=?")) {
			for _, text := range texts(d) { // nothing to mend: the bytes are the text
				if got, want := squeeze(string(bytesAt(data, text))), squeeze(text.String()); got != want {
					t.Errorf("the bytes at %v are %q, the text is %q", text.Ranges(), got, want)
				}
			}
		}
	})
}
