package main

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
)

// measures are what can be told of a page from the places of its words.
// Lengths are in points.
type measures struct {
	name    string
	bullets int     // lines of the bullets together
	fill    float64 // mean width of these lines but the last of each, share of the measure
	ragged  float64 // standard deviation of the same
	hyphens int     // lines of bullets that end in a hyphen of the typesetter's
	short   int     // last lines under a third of the measure
	beside  float64 // share of the right column's bullet lines with one at the left on the same baseline
	rows    int     // lines of the to-do tables, with headers
	tables  float64 // height of the to-do tables, from baseline of the header to that of the last line
	uneven  float64 // from the last line of one column to that of the other
	unfound int     // bullets of the content that are not on the page
}

// measure measures the page in file, whose words are those of c.
func measure(file string, c *content) (measures, error) {
	var m measures
	columns, err := readColumns(file, c)
	if err != nil {
		return m, err
	}
	var fills []float64
	var bases [2][]float64 // of lines of bullets, by column
	indent := c.Template.Space.BulletIndent.Points()
	for _, item := range items(c) {
		k, lines := 0, columns[0].find(item)
		if lines == nil {
			k, lines = 1, columns[1].find(item)
		}
		if lines == nil {
			m.unfound++
			continue
		}
		m.bullets += len(lines)
		left := columns[k].left + indent
		for i, l := range lines {
			bases[k] = append(bases[k], l.base)
			share := (l.right - left) / (columns[k].right - left)
			switch {
			case i < len(lines)-1:
				fills = append(fills, share)
				if hyphenated(l, lines[i+1], item) {
					m.hyphens++
				}
			case share < 1./3:
				m.short++
			}
		}
	}
	m.fill, m.ragged = spread(fills)
	m.beside = beside(bases[0], bases[1])
	for k := range columns {
		rows, height := columns[k].tables(c)
		m.rows += rows
		m.tables += height
	}
	m.uneven = math.Abs(last(columns[0]) - last(columns[1]))
	return m, nil
}

func last(c column) float64 { return c.lines[len(c.lines)-1].base }

func items(c *content) (all []string) {
	for _, p := range c.Parts {
		for _, item := range p.Items {
			all = append(all, item.String())
		}
	}
	return all
}

// hyphenated reports whether a hyphen at the end of the line l is none of the
// item's own.
func hyphenated(l, next line, item string) bool {
	const hyphens = "-\u2010\u00ad"
	last := l.words[len(l.words)-1]
	head := strings.TrimRight(last, hyphens)
	return head != last && strings.Contains(item, head+next.words[0])
}

// tables returns the number of lines and the height of the to-do tables: from
// each header to the next heading, bullet or end of the column. A table that
// begins the column without a header counts from its first line.
func (c *column) tables(of *content) (rows int, height float64) {
	words := &of.Template.Words
	inside, from := false, 0.0
	for i, l := range c.lines {
		plain := l.words[0] != words.Bullet && !isHeading(of, l)
		header := l.letters() == letters(words.Todo+words.Detail)
		if header || i == 0 && plain {
			inside, from = true, l.base
		}
		if inside = inside && plain; inside {
			rows++
			height += l.base - from
			from = l.base
		}
	}
	return rows, height
}

// isHeading reports whether l is of the heading of a part.
func isHeading(c *content, l line) bool {
	const enough = 12 // of a heading that has more lines
	s := l.letters()
	return slices.ContainsFunc(c.Parts, func(p part) bool {
		h := letters(p.Heading.String())
		return strings.HasPrefix(s, h) || len(s) >= enough && strings.Contains(h, s)
	})
}

// spread returns mean and standard deviation.
func spread(x []float64) (mean, deviation float64) {
	for _, v := range x {
		mean += v / float64(len(x))
	}
	for _, v := range x {
		deviation += (v - mean) * (v - mean) / float64(len(x))
	}
	return mean, math.Sqrt(deviation)
}

// beside returns the share of the baselines at the right that are within 0.3
// points of one at the left.
func beside(left, right []float64) float64 {
	n := 0
	for _, r := range right {
		if slices.ContainsFunc(left, func(l float64) bool { return math.Abs(l-r) <= 0.3 }) {
			n++
		}
	}
	return float64(n) / float64(max(len(right), 1))
}

// table writes the measures, a row a measure.
func table(w io.Writer, pages []measures) error {
	rows := []struct {
		name string
		cell func(m measures) string
	}{
		{"", func(m measures) string { return m.name }},
		{"---", func(measures) string { return "---:" }},
		{"lines of the bullets", func(m measures) string { return fmt.Sprint(m.bullets) }},
		{"mean width of their lines", func(m measures) string { return fmt.Sprintf("%.1f %%", m.fill*100) }},
		{"standard deviation of it", func(m measures) string { return fmt.Sprintf("%.1f %%", m.ragged*100) }},
		{"hyphens", func(m measures) string { return fmt.Sprint(m.hyphens) }},
		{"last lines under a third", func(m measures) string { return fmt.Sprint(m.short) }},
		{"lines on a baseline of the other column", func(m measures) string { return fmt.Sprintf("%.0f %%", m.beside*100) }},
		{"lines of the to-do tables", func(m measures) string { return fmt.Sprint(m.rows) }},
		{"height of the to-do tables, pt", func(m measures) string { return fmt.Sprintf("%.1f", m.tables) }},
		{"columns end apart, pt", func(m measures) string { return fmt.Sprintf("%.1f", m.uneven) }},
		{"bullets not found", func(m measures) string { return fmt.Sprint(m.unfound) }},
	}
	for _, row := range rows {
		cells := make([]string, len(pages))
		for i, m := range pages {
			cells[i] = row.cell(m)
		}
		if _, err := fmt.Fprintf(w, "| %s | %s |\n", row.name, strings.Join(cells, " | ")); err != nil {
			return err
		}
	}
	return nil
}
