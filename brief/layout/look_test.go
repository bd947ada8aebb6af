package layout_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"readahead/brief/layout"
	"readahead/brief/pdf"
)

// TestLook writes sample pages as PDF files into the folder that the
// environment variable LOOK names, for people to look at.
func TestLook(t *testing.T) {
	dir := os.Getenv("LOOK")
	for _, p := range layout.SamplePages(t) {
		var out bytes.Buffer
		if err := pdf.Write(&out, []layout.Page{p.Page}, pdf.Meta{Date: time.Date(2026, 3, 9, 0, 0, 0, 0, time.UTC)}); err != nil {
			t.Errorf("%s: %v", p.Name, err)
			continue
		}
		if dir != "" {
			fmt.Println(p.Name, p.Note)
			if err := os.WriteFile(filepath.Join(dir, p.Name+".pdf"), out.Bytes(), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
}
