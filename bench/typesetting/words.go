package main

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"os/exec"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// A column is the lines of one column of the page, from the top.
type column struct {
	left, right float64
	words       []word
	lines       []line
}

// A line is the words that stand on one baseline.
type line struct {
	base  float64 // lower edge of its tallest word: the same distance below the baseline for type of one kind
	right float64
	words []string
}

// A word is where poppler says that a word stands.
type word struct {
	Left  float64 `xml:"xMin,attr"`
	Top   float64 `xml:"yMin,attr"`
	Right float64 `xml:"xMax,attr"`
	Base  float64 `xml:"yMax,attr"`
	Text  string  `xml:",chardata"`
}

// readColumns returns the lines between the head and the foot of a page.
func readColumns(file string, c *content) ([2]column, error) {
	var columns [2]column
	out, err := exec.Command("pdftotext", "-bbox", file, "-").Output()
	if err != nil {
		return columns, fmt.Errorf("pdftotext: %w", err)
	}
	var page struct {
		Words []word `xml:"body>doc>page>word"`
	}
	d := xml.NewDecoder(strings.NewReader(string(out)))
	d.Strict, d.Entity = false, xml.HTMLEntity
	if err := d.Decode(&page); err != nil {
		return columns, fmt.Errorf("pdftotext: %w", err)
	}
	grid := &c.Template.Grid
	middle, half := c.Width.Points()/2, grid.Gutter.Points()/2
	columns[0].left, columns[0].right = grid.Side.Points(), middle-half
	columns[1].left, columns[1].right = middle+half, c.Width.Points()-grid.Side.Points()
	top, bottom := between(page.Words, c)
	for _, w := range page.Words {
		switch {
		case w.Top < top || w.Top >= bottom:
		case w.Left < middle:
			columns[0].words = append(columns[0].words, w)
		default:
			columns[1].words = append(columns[1].words, w)
		}
	}
	for k := range columns {
		columns[k].gather()
	}
	return columns, nil
}

// between returns the upper edges of the first heading and of the foot.
func between(words []word, c *content) (top, bottom float64) {
	const slack = 4 // words beside these may begin higher
	first := strings.Fields(c.Parts[0].Heading.String())
	side := c.Template.Grid.Side.Points() + 1
	for i, w := range words {
		switch {
		case i > 0 && w.Text == first[1] && words[i-1].Text == first[0] && words[i-1].Left < side:
			top = w.Top - slack
		case w.Text == c.Template.Words.Sources && w.Left < side:
			bottom = w.Top - slack
		}
	}
	return top, bottom
}

// gather makes lines of the words. The tallest words found them; raised and
// smaller ones join the line that their middle is in.
func (c *column) gather() {
	slices.SortStableFunc(c.words, func(a, b word) int { return cmp.Compare(b.Base-b.Top, a.Base-a.Top) })
	var lines [][]word
	for _, w := range c.words {
		middle := (w.Top + w.Base) / 2
		k := slices.IndexFunc(lines, func(l []word) bool {
			edge := (l[0].Base - l[0].Top) / 5
			return l[0].Top+edge < middle && middle < l[0].Base-edge
		})
		if k < 0 {
			lines = append(lines, []word{w})
			continue
		}
		lines[k] = append(lines[k], w)
	}
	slices.SortFunc(lines, func(a, b []word) int { return cmp.Compare(a[0].Base, b[0].Base) })
	for _, words := range lines {
		l := line{base: words[0].Base}
		slices.SortFunc(words, func(a, b word) int { return cmp.Compare(a.Left, b.Left) })
		for _, w := range words {
			l.right = max(l.right, w.Right)
			l.words = append(l.words, w.Text)
		}
		c.lines = append(c.lines, l)
	}
}

// find returns the lines of a bullet, or nil.
func (c *column) find(item string) []line {
	want := letters(item)
	for i := range c.lines {
		got := ""
		for k := i; k < len(c.lines) && strings.HasPrefix(want, got); k++ {
			if got += c.lines[k].letters(); got == want {
				return c.lines[i : k+1]
			}
		}
	}
	return nil
}

func (l line) letters() string { return letters(strings.Join(l.words, "")) }

// letters returns the letters and digits of s, without the forms that
// typesetters give them: ligatures, superior figures.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, norm.NFKC.String(s))
}
