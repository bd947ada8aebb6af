package preflight

import (
	"bytes"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden")

// TestStructText compares the tags of the sample, with their text as a reader
// of another make hears it, with a golden.
func TestStructText(t *testing.T) {
	file := filepath.Join(t.TempDir(), "sample.pdf")
	if err := os.WriteFile(file, build(t, sample(t)), 0o644); err != nil {
		t.Fatal(err)
	}
	got, err := exec.Command(tool(t, "pdfinfo"), "-struct-text", file).Output()
	if err != nil {
		t.Fatal(err)
	}
	golden := filepath.Join("testdata", "structure.golden")
	if *update {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("the sample's tags have changed; if they should, go test ./brief/preflight -update:\n%s", got)
	}
}
