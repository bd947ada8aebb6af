package main

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestContentHasAllWords(t *testing.T) {
	c, err := ours(filepath.Join(t.TempDir(), "page.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	tex, err := latex(c)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range append([]string{c.Title, c.Marking, c.Purpose, c.Facts[0].Value}, c.Objectives...) {
		if text == "" || !strings.Contains(string(tex), escape(text)) {
			t.Errorf("page.tex is without %q", text)
		}
	}
	for _, p := range c.Parts {
		if len(p.Items) == 0 && len(p.Rows) == 0 || p.Heading.String() == "" {
			t.Errorf("part %q has no content", p.Heading)
		}
		for _, row := range p.Rows {
			if len(row) != len(p.Head) {
				t.Errorf("part %q: row %v has %d cells, header %d", p.Heading, row, len(row), len(p.Head))
			}
		}
	}
}

func TestHyphenated(t *testing.T) {
	const item = "The bi-national frameworks stand."
	for _, tt := range []struct {
		end, start string
		want       bool
	}{
		{"frame-", "works", true},
		{"frame\u00ad", "works", true},
		{"bi-", "national", false},
		{"national", "frameworks", false},
	} {
		if got := hyphenated(line{words: []string{tt.end}}, line{words: []string{tt.start}}, item); got != tt.want {
			t.Errorf("%q, %q: %v", tt.end, tt.start, got)
		}
	}
}

func TestGather(t *testing.T) {
	c := column{words: []word{
		{Left: 30, Top: 9, Right: 34, Base: 18, Text: "2"}, // raised
		{Left: 10, Top: 10, Right: 30, Base: 23, Text: "safe."},
		{Left: 10, Top: 22.3, Right: 25, Base: 35.3, Text: "Next"},
		{Left: 0, Top: 10, Right: 4, Base: 23, Text: "•"},
	}}
	c.gather()
	if len(c.lines) != 2 || strings.Join(c.lines[0].words, " ") != "• safe. 2" || c.lines[0].right != 34 {
		t.Errorf("lines %+v", c.lines)
	}
	if found := c.find("safe.2"); len(found) != 1 {
		t.Errorf("found %+v", found)
	}
}

func TestSpread(t *testing.T) {
	if mean, deviation := spread([]float64{0.8, 1}); mean != 0.9 || deviation < 0.0999 || deviation > 0.1001 {
		t.Errorf("mean %v, deviation %v", mean, deviation)
	}
}
