// Command plainfpdf sets the words of a page with fpdf alone, the way its
// documentation shows: UTF-8 fonts, Cell and MultiCell.
//
//	plainfpdf page.txt out.pdf
//
// Each line of page.txt is a heading ("# "), a bullet ("- "), a table row
// (cells between "|") or a paragraph.
package main

import (
	"log"
	"os"
	"strings"

	"codeberg.org/go-pdf/fpdf"
)

const fonts = "/usr/share/fonts/truetype/dejavu/"

func main() {
	page, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	p := fpdf.New("P", "pt", "Letter", fonts)
	p.SetAutoPageBreak(false, 0)
	p.AddUTF8Font("sans", "", "DejaVuSans.ttf")
	p.AddUTF8Font("sans", "B", "DejaVuSans-Bold.ttf")
	p.AddUTF8Font("mono", "", "DejaVuSansMono.ttf")
	p.AddUTF8Font("serif", "", "DejaVuSerif.ttf")
	p.AddPage()
	p.SetMargins(40, 30, 40)
	p.SetXY(40, 30)
	for line := range strings.Lines(string(page)) {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "# "):
			p.SetFont("sans", "B", 9)
			p.MultiCell(532, 11, line[2:], "B", "L", false)
		case strings.HasPrefix(line, "- "):
			p.SetFont("sans", "", 7)
			p.MultiCell(532, 8.6, "• "+line[2:], "", "L", false)
		case strings.Contains(line, "|"):
			p.SetFont("serif", "", 6.5)
			cells := strings.Split(line, "|")
			for _, c := range cells {
				p.CellFormat(532/float64(len(cells)), 8.4, strings.TrimSpace(c), "B", 0, "L", false, 0, "")
			}
			p.Ln(8.4)
		case line != "":
			p.SetFont("mono", "", 6)
			p.MultiCell(532, 7.6, line, "", "L", false)
		}
	}
	if err := p.OutputFileAndClose(os.Args[2]); err != nil {
		log.Fatal(err)
	}
}
