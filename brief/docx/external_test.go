package docx

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// office converts a document with LibreOffice and returns the new file's
// name. The test is skipped where it is not installed, but not in CI.
func office(t *testing.T, file, to string) string {
	t.Helper()
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("soffice is not installed")
		}
		t.Skip("soffice is not installed")
	}
	dir := t.TempDir()
	cmd := exec.Command(soffice, "--headless", "-env:UserInstallation=file://"+filepath.Join(dir, "profile"),
		"--convert-to", to, "--outdir", dir, file)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
	ext, _, _ := strings.Cut(to, ":")
	return filepath.Join(dir, strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))+"."+ext)
}

// TestLibreOffice opens the document with another program and looks for its
// texts, headings, tables and references in what that makes of it.
func TestLibreOffice(t *testing.T) {
	var b bytes.Buffer
	if err := Write(&b, harbour()); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "harbour.docx")
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	content := inside(t, office(t, file, "odt"), "content.xml")
	text := plain(content)
	for _, want := range []string{
		"The deep channel closes for nine days in April.2", "1 Dredging", "The harbours would share a dredger.1,2",
		"Silt has risen by 40 percent.1 stale: 2022", "☐Joint survey", "Agree on one datum2", "שלום לנמל 12",
		"To be assessed", "Worries about silt, undated (E3)", "Two harbours, Kysten", "Left out 9 items",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is lost", want)
		}
	}
	for what, n := range map[string]int{
		`<text:bookmark-ref text:reference-format="number-no-superior" text:ref-name="_Source`: 8, `text:outline-level="1"`: 5, `<table:table-header-rows>`: 2, `xlink:href="https://maritime.example/silt?a=1&amp;b=2"`: 1,
	} {
		if got := strings.Count(content, what); got != n {
			t.Errorf("%s stands %d times, want %d", what, got, n)
		}
	}

	// And back: styles and footnotes are still what they were.
	again := office(t, file, "docx")
	if notes := inside(t, again, "word/document.xml"); !strings.Contains(notes, "REF _Source2 ") {
		t.Error("the references do not survive")
	}
	body := inside(t, again, "word/document.xml")
	for _, style := range []string{"Title", "Heading1", "ListBullet"} {
		if !strings.Contains(body, `Style w:val="`+style+`"`) {
			t.Errorf("the style %s does not survive", style)
		}
	}
}

// inside returns a file of an archive.
func inside(t *testing.T, archive, name string) string {
	t.Helper()
	r, err := zip.OpenReader(archive)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	f, err := r.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// plain returns what stands between the tags of a part.
func plain(xml string) string {
	var b strings.Builder
	for _, piece := range strings.Split(strings.ReplaceAll(xml, "<text:s/>", " "), "<") {
		_, text, _ := strings.Cut(piece, ">")
		b.WriteString(text)
	}
	return b.String()
}
