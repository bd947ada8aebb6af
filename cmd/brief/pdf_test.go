package main

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"strings"
	"testing"
)

// plainPDF is a PDF as other programs write it: no object streams, values
// spread over lines, strings of all kinds.
const plainPDF = `%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R % a comment
   /MarkInfo << /Marked true >> /StructTreeRoot 3 0 R >>
endobj
2 0 obj << /Type /Pages /Kids [ 4 0 R ] /Count 1 >> endobj
3 0 obj << /Type /StructTreeRoot /K [ ] >> endobj
4 0 obj
<< /Type /Page /Parent 2 0 R /Contents [ 5 0 R 6 0 R ]
   /Resources << /Font << /F1 7 0 R >> >> >>
endobj
5 0 obj << /Length 9 0 R >>
stream
BT /F1 12 Tf [ <0001> -20.5 (\000\002\000\)) ] TJ ET
endstream
endobj
6 0 obj << /Length 29 >>
stream
BT <0004 0005 00 06> Tj ET    
endstream
endobj
7 0 obj << /Type /Font /Subtype /Type0 /ToUnicode 8 0 R >> endobj
8 0 obj << >>
stream
3 beginbfchar <0001> <0048> <0002> <00660069> <0029> <D83DDE00> endbfchar
2 beginbfrange <0004> <0005> <0061> <0006> <0006> [ <00E9> ] endbfrange
endstream
endobj
9 0 obj 56 endobj
trailer << /Root 1 0 R >>
`

func TestReadPDF(t *testing.T) {
	f, err := readPDF([]byte(plainPDF))
	if err != nil {
		t.Fatal(err)
	}
	pages := f.ofType("Page")
	if len(pages) != 1 || !f.tagged() || f.sidecar() != nil {
		t.Errorf("%d pages, tagged %v, sidecar %q", len(pages), f.tagged(), f.sidecar())
	}
	if got, want := f.pageText(pages[0].value), "Hfi\U0001F600abé"; got != want {
		t.Errorf("the page says %q, want %q", got, want)
	}
	for _, change := range []struct{ name, from, to string }{
		{"not marked", "/Marked true", "/Marked false"},
		{"no tree", "/StructTreeRoot 3 0 R", ""},
		{"an empty tree", "/K [ ]", ""},
	} {
		f, err := readPDF([]byte(strings.Replace(plainPDF, change.from, change.to, 1)))
		if err != nil || f.tagged() {
			t.Errorf("%s: tagged %v, %v", change.name, f.tagged(), err)
		}
	}
	for _, bad := range []string{"", "text", "%PDF-1.7", "%PDF-1.7\nnothing"} {
		if _, err := readPDF([]byte(bad)); err == nil {
			t.Errorf("%q is read as a PDF", bad)
		}
	}
}

func TestMissing(t *testing.T) {
	page := "Berths 1 The pier opens in May.² Café ti\nmes."
	for _, tt := range []struct {
		text string
		gone bool
	}{
		{"The pier opens in May.", false},
		{"The pier opens  in May", false},
		{"Cafe\u0301 times", false},
		{"The pier closes in May.", true},
		{"opens The pier", true},
		{"The pier \u2603 opens", false},
		{"pier \u0e2b opens", false},
		{"\u0e2b\u0e49\u0e2d\u0e07", true},
	} {
		if gone := len(missing(page, []string{tt.text})) > 0; gone != tt.gone {
			t.Errorf("%q missing: %v, want %v", tt.text, gone, tt.gone)
		}
	}
}

// A file that is damaged throughout is given up: each of its objects could
// cost as much as a whole one.
func TestReadPDFGivesUp(t *testing.T) {
	for _, piece := range []string{"1 0 obj [ ", "1 0 obj << /A ", "1 0 obj (", "1 0 obj <", "1 0 obj " + strings.Repeat("[", 60)} {
		if _, err := readPDF([]byte("%PDF-1.7\n" + strings.Repeat(piece, 2*maxDamaged))); err == nil {
			t.Errorf("%q, again and again, is read as a PDF", piece)
		}
	}
}

// packedPDF returns a PDF whose objects are in a deflated object stream, and
// that has a file attached.
func packedPDF() []byte {
	values := []string{
		"<</Type/Catalog/MarkInfo<</Marked true>>/StructTreeRoot 2 0 R>>",
		"<</Type/StructTreeRoot/K 3 0 R>>",
		"<</Type/StructElem/S/Document>>",
		"<</Type/Page/Contents 5 0 R>>",
	}
	head, body := "", ""
	for i, v := range values {
		head += fmt.Sprintf("%d %d ", i+1, len(body))
		body += v + "\n"
	}
	var packed bytes.Buffer
	w := zlib.NewWriter(&packed)
	io.WriteString(w, head+body)
	w.Close()
	return fmt.Appendf(nil, "%%PDF-1.7\n7 0 obj\n<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream\nendobj\n"+
		"8 0 obj\n<</Type/EmbeddedFile/Length 14>>\nstream\n{\"schema\": 1}\n\nendstream\nendobj\n",
		len(values), len(head), packed.Len(), packed.Bytes())
}

func TestReadPackedPDF(t *testing.T) {
	f, err := readPDF(packedPDF())
	if err != nil {
		t.Fatal(err)
	}
	if !f.tagged() || len(f.ofType("Page")) != 1 || string(f.sidecar()) != "{\"schema\": 1}\n" {
		t.Errorf("tagged %v, %d pages, sidecar %q", f.tagged(), len(f.ofType("Page")), f.sidecar())
	}
}

func FuzzReadPDF(f *testing.F) {
	f.Add([]byte(plainPDF))
	f.Add(packedPDF())
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := readPDF(data)
		if err != nil {
			return
		}
		file.tagged()
		file.sidecar()
		for _, p := range file.ofType("Page") {
			file.pageText(p.value)
		}
	})
}
