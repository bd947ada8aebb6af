// Command peers writes the words of the sample page in the notations of other
// typesetters, so that they can be timed on an equivalent page.
//
//	peers -o DIR        writes page.txt, page.html, page.typ and page.tex
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"html"
	"log"
	"os"
	"path/filepath"
	"strings"

	"readahead/brief"
	"readahead/brief/doc"
	"readahead/config"
	"readahead/seeds"
)

func main() {
	out := flag.String("o", ".", "folder to write to")
	flag.Parse()
	b, err := sample()
	if err != nil {
		log.Fatal(err)
	}
	for name, n := range map[string]notation{"page.txt": text, "page.html": web, "page.typ": typst, "page.tex": latex} {
		if err := os.WriteFile(filepath.Join(*out, name), n.write(b), 0o644); err != nil {
			log.Fatal(err)
		}
	}
}

// sample builds the briefing that is built in.
func sample() (doc.Brief, error) {
	p, err := config.Sample()
	if err != nil {
		return doc.Brief{}, err
	}
	r, err := brief.Build(context.Background(), brief.Options{Profile: p, Seeds: seeds.Names(), ReadFile: seeds.ReadFile})
	if err != nil {
		return doc.Brief{}, err
	}
	return r.Brief, nil
}

// A notation says how the parts of a page are written. Rows are given all at
// once because some notations open and close a table.
type notation struct {
	start, end         string
	heading, bullet    func(s string) string
	paragraph          func(s string) string
	table              func(rows [][]string) string
	startList, endList string
}

func (n notation) write(b doc.Brief) []byte {
	var o bytes.Buffer
	p := func(s string) { o.WriteString(s); o.WriteByte('\n') }
	p(n.start)
	p(n.heading(b.Title))
	p(n.paragraph(b.Purpose))
	if b.BottomLine != nil {
		p(n.paragraph(b.BottomLine.Text + " " + strings.Join(b.Asks, " ")))
	}
	for _, s := range b.Sections {
		p(n.heading(s.Title))
		p(n.startList)
		for _, it := range s.Items {
			p(n.bullet(fmt.Sprintf("%s [%d]", it.Text, it.Citation)))
		}
		p(n.endList)
		var rows [][]string
		for _, t := range s.Tasks {
			rows = append(rows, t.Cells)
		}
		if len(rows) > 0 {
			p(n.table(rows))
		}
	}
	for _, t := range b.Trackers {
		p(n.table(append([][]string{t.Header}, t.Rows...)))
	}
	for _, s := range b.Sources {
		p(n.paragraph(fmt.Sprintf("%d %s, %s %s (%s)", s.Citation, s.Title, s.Publisher, s.Published, s.Grade)))
	}
	p(n.end)
	return o.Bytes()
}

func wrap(before, after string, escape func(string) string) func(string) string {
	return func(s string) string { return before + escape(s) + after }
}

func table(open, row, cell, end, shut string, escape func(string) string) func([][]string) string {
	return func(rows [][]string) string {
		var o strings.Builder
		wide := 0
		for _, r := range rows {
			wide = max(wide, len(r))
		}
		o.WriteString(strings.ReplaceAll(open, "N", fmt.Sprint(wide)))
		for _, r := range rows {
			cells := make([]string, wide)
			for i, c := range r {
				cells[i] = escape(c)
			}
			o.WriteString(row + strings.Join(cells, cell) + end)
		}
		o.WriteString(shut)
		return o.String()
	}
}

var (
	plain = func(s string) string { return s }
	text  = notation{
		heading: wrap("# ", "", plain), bullet: wrap("- ", "", plain), paragraph: plain,
		table: table("", "", " | ", "\n", "", plain),
	}
	web = notation{
		start: "<!doctype html><meta charset=utf-8><style>@page{size:letter;margin:30pt 40pt}" +
			"body{font:7.5pt/9.5pt 'DejaVu Sans';columns:2}h2{font-size:9pt;margin:4pt 0}ul{margin:0;padding-left:9pt}td{border-bottom:.4pt solid}</style>",
		heading: wrap("<h2>", "</h2>", html.EscapeString), bullet: wrap("<li>", "", html.EscapeString),
		paragraph: wrap("<p>", "</p>", html.EscapeString), startList: "<ul>", endList: "</ul>",
		table: table("<table>", "<tr><td>", "<td>", "\n", "</table>", html.EscapeString),
	}
	typst = notation{
		start:   "#set page(paper: \"us-letter\", margin: (x: 40pt, y: 30pt), columns: 2)\n#set text(size: 7.5pt)\n",
		heading: wrap("= ", "\n", escapeTypst), bullet: wrap("- ", "", escapeTypst), paragraph: wrap("", "\n", escapeTypst),
		table: table("#table(columns: N,\n", "[", "], [", "],\n", ")\n", escapeTypst),
	}
	latex = notation{
		start: "\\documentclass[8pt,twocolumn]{extarticle}\\usepackage[letterpaper,margin=30pt]{geometry}" +
			"\\usepackage[T1]{fontenc}\\usepackage[utf8]{inputenc}\\usepackage{tabularx}\\setlength\\parindent{0pt}\\pagestyle{empty}\\begin{document}\\scriptsize",
		end:     "\\end{document}",
		heading: wrap("\\subsection*{", "}", escapeLatex), bullet: wrap("$\\cdot$ ", "\n", escapeLatex), paragraph: wrap("", "\n", escapeLatex),
		table: table("\\begin{tabularx}{\\linewidth}{*{N}{X}}\n", "", " & ", "\\\\\n", "\\end{tabularx}\n", escapeLatex),
	}
)

func escapeTypst(s string) string {
	return strings.NewReplacer(`\`, `\\`, "#", `\#`, "$", `\$`, "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "@", `\@`, "<", `\<`, "`", "\\`").Replace(s)
}

func escapeLatex(s string) string {
	return strings.NewReplacer(`\`, `\textbackslash{}`, "#", `\#`, "$", `\$`, "%", `\%`, "&", `\&`, "_", `\_`, "{", `\{`, "}", `\}`, "~", `\textasciitilde{}`, "^", `\textasciicircum{}`).Replace(s)
}
