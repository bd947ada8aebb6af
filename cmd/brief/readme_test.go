package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestReadme runs the commands that the README shows, in a copy of the folders
// they use, and compares what they print with what the README says.
func TestReadme(t *testing.T) {
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, folder := range []string{"config", "seeds"} {
		if err := os.CopyFS(filepath.Join(dir, folder), os.DirFS(filepath.Join("../..", folder))); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	const prompt = "    $ go run ./cmd/brief "
	ran := 0
	lines := strings.Split(string(text), "\n")
	for i, line := range lines {
		args, ok := strings.CutPrefix(line, prompt)
		if !ok {
			continue
		}
		var want []string
		for _, l := range lines[i+1:] {
			if !strings.HasPrefix(l, "    ") || strings.HasPrefix(l, prompt) {
				break
			}
			want = append(want, strings.TrimPrefix(l, "    "))
		}
		var out, errs bytes.Buffer
		if status := run(strings.Fields(args), strings.NewReader(""), &out, &errs); status != 0 {
			t.Errorf("brief %s: exit status %d\n%s", args, status, errs.String())
		}
		for _, w := range want {
			if !strings.Contains(out.String(), w+"\n") {
				t.Errorf("brief %s prints\n%snot %q", args, out.String(), w)
			}
		}
		ran++
	}
	if ran < 3 {
		t.Errorf("only %d commands found", ran)
	}
}
