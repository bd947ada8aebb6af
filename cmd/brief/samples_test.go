package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestScriptSamples builds the samples of docs/scripts.md in a copy of their folder,
// with the template that stands there.
func TestScriptSamples(t *testing.T) {
	for _, font := range []string{"vlgothic/VL-PGothic-Regular.ttf", "noto/NotoSansArabic-Regular.ttf", "noto/NotoSansArabic-Bold.ttf"} {
		if _, err := os.Stat(filepath.Join("/usr/share/fonts/truetype", font)); err != nil {
			if os.Getenv("CI") != "" {
				t.Fatal(err)
			}
			t.Skip(err)
		}
	}
	text, err := os.ReadFile("../../docs/scripts.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(text), "```yaml\n")
	template, _, ok := strings.Cut(rest, "```")
	if !ok {
		t.Fatal("docs/scripts.md has no template")
	}
	dir := t.TempDir()
	samples := filepath.Join(dir, "docs", "scripts")
	if err := os.CopyFS(samples, os.DirFS("../../docs/scripts")); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(samples, "templates"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(samples, "templates", "arabic.yaml"), []byte(template), 0o666); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	ran := 0
	for line := range strings.Lines(string(text)) {
		before, args, ok := strings.Cut(strings.TrimSpace(line), "brief build ")
		if !ok || !strings.HasPrefix(line, "    ") {
			continue
		}
		ran++
		t.Run(args, func(t *testing.T) {
			if name, value, ok := strings.Cut(strings.TrimSpace(before), "="); ok {
				t.Setenv(name, value)
			}
			var out, errs bytes.Buffer
			if status := run(append([]string{"build"}, strings.Fields(args)...), strings.NewReader(""), &out, &errs); status != 0 || errs.Len() > 0 {
				t.Errorf("exit status %d\n%s", status, errs.String())
			}
			if !strings.Contains(out.String(), "3 to-do rows, 2 sources") {
				t.Errorf("it prints %s", out.String())
			}
		})
	}
	if ran != 2 {
		t.Errorf("%d commands found", ran)
	}
}
