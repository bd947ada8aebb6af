package main

import (
	"bytes"
	_ "embed"
	"fmt"
	"strings"
	"text/template"

	"readahead/brief/layout"
)

var (
	//go:embed page.typ
	typPage []byte
	//go:embed page.tex
	texPage string
)

// latex fills the content into page.tex.
func latex(c *content) ([]byte, error) {
	t, err := template.New("page.tex").Delims("<<", ">>").Funcs(template.FuncMap{
		"pt": func(l layout.Length) string { return fmt.Sprintf("%.4fbp", l.Points()) },
		"grows": func(e layout.Elastic) string {
			return fmt.Sprintf("%.2fbp plus %.2fbp", e.Is.Points(), (e.Max - e.Is).Points())
		},
		"hex":   func(k layout.Color) string { return fmt.Sprintf("%06X", uint32(k)) },
		"style": func(s layout.Style) string { return style(c, s) },
		"tex":   escape,
		"rich":  spans,
		"width": func(p part, column int) string { return points(width(c, p, column)) },
		"gap":   func(p part) string { return points(gap(c, p)) },
	}).Parse(texPage)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = t.Execute(&b, c)
	return b.Bytes(), err
}

// points returns a length in TeX's name for our points.
func points(l layout.Length) string { return fmt.Sprintf("%.4fbp", l.Points()) }

// style returns the commands that choose a style of the template.
func style(c *content, s layout.Style) string {
	size := s.Size.At(c.Body)
	o := fmt.Sprintf(`\fontsize{%.3fbp}{%.3fbp}\%s\color{%s}`, size.Points(), s.Leading.Of(size).Points(), s.Face, s.Color)
	if s.Tracking != 0 {
		o += fmt.Sprintf(`\addfontfeature{LetterSpace=%.1f}`, float64(s.Tracking)/10)
	}
	return o
}

// gap is the space between the columns of a table: a little less than the
// template's where they are all text that is to stay on one line.
func gap(c *content, p part) layout.Length {
	if p.Checks {
		return c.Template.Space.Cell
	}
	return c.Template.Space.Cell - layout.Pt
}

// width returns the width of a column of a table: for to-do rows in one grid
// for all, else by the longest cell of each.
func width(c *content, p part, column int) layout.Length {
	t := &c.Template
	n := layout.Length(len(p.Head))
	room := (c.Width-2*t.Grid.Side-t.Grid.Gutter)/2 - (n-1)*gap(c, p)
	if p.Checks {
		room -= t.Space.CheckIndent
		if column == 0 {
			return room * 41 / 100
		}
		return room * 59 / 100 / (n - 1)
	}
	longest := make([]layout.Length, n)
	sum := layout.Length(0)
	for k := range p.Head {
		most := len(p.Head[k])
		for _, row := range p.Rows {
			most = max(most, len(row[k].String()))
		}
		longest[k] = layout.Length(most) * 100
		if k == 0 {
			longest[k] = longest[k] * 110 / 100 // it is semibold
		}
		sum += longest[k]
	}
	return room * longest[column] / sum
}

// spans returns a rich text. The mark of a citation is the face's own superior
// figure.
func spans(r rich) string {
	var b strings.Builder
	for _, s := range r {
		if s.Raised {
			fmt.Fprintf(&b, `\cited{%s}`, s.Text)
			continue
		}
		fmt.Fprintf(&b, `{\fontsize{%.3fbp}{0bp}\selectfont\%s\color[HTML]{%06X}%s}`, s.Size.Points(), s.Face, uint32(s.Color), escape(s.Text))
	}
	return b.String()
}

func escape(s string) string {
	return strings.NewReplacer(`\`, `\textbackslash{}`, "#", `\#`, "$", `\$`, "%", `\%`, "&", `\&`, "_", `\_`,
		"{", `\{`, "}", `\}`, "~", `\textasciitilde{}`, "^", `\textasciicircum{}`).Replace(s)
}
