package pdf

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"readahead/brief/layout"
)

// saved writes a page to a file for other programs to read.
func saved(t *testing.T, m Meta, pages ...layout.Page) string {
	t.Helper()
	_, b := writtenAll(t, pages, m)
	file := filepath.Join(t.TempDir(), "page.pdf")
	if err := os.WriteFile(file, b, 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

// worstPage returns a page that has one of everything that has ever to be
// guarded against.
func worstPage() (layout.Page, Meta) {
	s := newSheet(hostile)
	s.Lang = "x)"
	for _, text := range []string{
		hostile, "a\uFEFFb\uE000c\U000F0000d\uFFFFe\U000E0041f", "\xFF\xED\xA0\x80", "港 القاهرة नमस्ते 🚢", "re\u0301 q\u0303\u0301 \u0301",
		"a\u00A0b\u00ADc\u2011d\u200De\t\n\u0085", "µμΩΩ∆Δ", "EMC ET BT /Artifact BMC",
	} {
		s.y += 20 * layout.Pt
		note := s.element(0, layout.Note)
		s.Elements[note].ID, s.Elements[note].Alt, s.Elements[note].Lang = text, text, text
		link := s.element(note, layout.Link)
		s.Elements[link].URL, s.Elements[link].Alt = "http://a.example/"+text, text
		x := s.run(note, margin, text, "regular", 10*layout.Pt)
		s.run(link, x, text, "italic", 10*layout.Pt)
		r := s.Boxes[len(s.Boxes)-1].(layout.Run)
		r.Tracking, r.WordSpace = layout.Pt, layout.Pt
		s.Boxes[len(s.Boxes)-1] = r
	}
	figure := s.element(0, layout.Figure)
	s.Elements[figure].Alt = hostile
	s.Boxes = append(s.Boxes, layout.Rect{Element: figure, X: margin, Y: s.y, W: margin, H: margin, Color: 0xFF0000, Stroke: layout.Pt})
	s.element(0, layout.Link) // holds nothing and leads nowhere
	m := Meta{Title: hostile, Author: hostile, Subject: hostile, Keywords: hostile, Creator: hostile, Producer: hostile}
	m.Attachments = []Attachment{{Name: hostile, MIME: hostile, Description: hostile, Relationship: hostile, Data: []byte(hostile)}}
	return s.Page, m
}

// tool skips the test where a program is not installed. What .ci/run installs
// must be there in CI.
func tool(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("%s is not installed", name)
		}
		t.Skipf("%s is not installed", name)
	}
	return path
}

func TestQpdf(t *testing.T) {
	qpdf := tool(t, "qpdf")
	worst, worstMeta := worstPage()
	for _, file := range []string{
		saved(t, fullMeta(), fullPage(1)),
		saved(t, worstMeta, worst),
		saved(t, Meta{}, boxPage()),
		saved(t, Meta{}, twoPages()...),
	} {
		out, err := exec.Command(qpdf, "--check", file).CombinedOutput()
		if err != nil || bytes.Contains(out, []byte("WARNING")) {
			t.Errorf("qpdf: %v\n%s", err, out)
		}
	}
}

func TestPdftotext(t *testing.T) {
	out, err := exec.Command(tool(t, "pdftotext"), saved(t, fullMeta(), fullPage(1)), "-").CombinedOutput()
	if err != nil {
		t.Fatalf("pdftotext: %v\n%s", err, out)
	}
	got := strings.Fields(string(out))
	f, _ := written(t, fullPage(1), fullMeta())
	parts, err := extract(f)
	if err != nil {
		t.Fatal(err)
	}
	words := map[string]int{}
	for _, s := range parts {
		for _, w := range strings.Fields(string(s.text)) {
			words[w]++
		}
	}
	for _, w := range got {
		words[w]--
	}
	for w, n := range words {
		if n != 0 {
			t.Errorf("%q comes back %d times too few", w, n)
		}
	}
}

// TestVeraPDF runs the validator of PDF/A and PDF/UA, by a command verapdf
// that takes what its command-line interface takes.
func TestVeraPDF(t *testing.T) {
	vera := tool(t, "verapdf")
	worst, worstMeta := worstPage()
	blank := newSheet("Nothing yet").Page
	files := []string{
		saved(t, fullMeta(), fullPage(1)),
		saved(t, worstMeta, worst),
		saved(t, Meta{}, blank),
		saved(t, Meta{}, boxPage()),
		saved(t, Meta{}, twoPages()...),
	}
	for _, profile := range []string{"ua1", "3a"} {
		out, err := exec.Command(vera, append([]string{"-f", profile, "--format", "text", "-v"}, files...)...).CombinedOutput()
		if err != nil || bytes.Count(out, []byte("PASS ")) != len(files) {
			t.Errorf("profile %s: %v\n%s", profile, err, out)
		}
	}
}
