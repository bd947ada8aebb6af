package brief

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestStages compares what each stage makes of the sample seeds with the
// goldens.
func TestStages(t *testing.T) {
	for _, stage := range Stages() {
		t.Run(stage, func(t *testing.T) {
			var got bytes.Buffer
			if err := Dump(context.Background(), &got, stage, sample()); err != nil {
				t.Fatal(err)
			}
			golden(t, stage, got.Bytes())
		})
	}
}

// TestSidecarGolden does the same for the sidecar.
func TestSidecarGolden(t *testing.T) {
	var lines bytes.Buffer
	if err := json.Indent(&lines, build(t, sample()).Sidecar, "", " "); err != nil {
		t.Fatal(err)
	}
	golden(t, "sidecar", lines.Bytes())
}

// golden compares got with a golden file, or rewrites it.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.MkdirAll("testdata", 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, got, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	g, w := strings.Split(string(got), "\n"), strings.Split(string(want), "\n")
	for i := range max(len(g), len(w)) {
		if i >= len(g) || i >= len(w) || g[i] != w[i] {
			t.Fatalf("%s differs in line %d; if it should, go test -update\ngot  %s\nwant %s", file, i+1, at(g, i), at(w, i))
		}
	}
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(nothing)"
}
