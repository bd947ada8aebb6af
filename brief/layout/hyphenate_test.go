package layout

import (
	"math/rand/v2"
	"strings"
	"testing"

	"readahead/brief/hyphen"
)

// hyphenating returns a setter that hyphenates American English in its own
// way: "never", "sparing" or "free".
func hyphenating(t testing.TB, how string) *Setter {
	t.Helper()
	tmpl := setter(t, "letter").template
	tmpl.Body.Hyphenation = how
	s, err := NewSetter(tmpl, "letter")
	if err != nil {
		t.Fatal(err)
	}
	return s.Hyphenating(hyphen.For("en-US"))
}

// linesOf returns the lines of a paragraph, "-" behind those that end in a
// hyphen that the text lacks.
func linesOf(w *work, p *paragraph) (lines []string) {
	starts := w.breakParagraph(p)
	for i := range len(starts) - 1 {
		atoms := p.atoms[starts[i]:starts[i+1]]
		last := atoms[len(atoms)-1]
		line := p.spans[0].text[atoms[0].from:last.to]
		if last.hyphen > 0 {
			line += "-"
		}
		lines = append(lines, line)
	}
	return lines
}

func TestHyphenate(t *testing.T) {
	for _, tt := range []struct {
		name, how, text string
		measure         Length
		shape           shape
		want            string
	}{
		{"a visibly short line", "sparing", "At the quay the administration of big ships begins anew at noon", 106 * Pt, prose,
			"At the quay the admin-|istration of big ships|begins anew at noon"},
		{"never", "never", "At the quay the administration of big ships begins anew at noon", 106 * Pt, prose,
			"At the quay the|administration of big|ships begins anew|at noon"},
		{"a line not so short", "sparing", "Around the old quay the administration of big ships begins anew", 136 * Pt, prose,
			"Around the old quay the|administration of big ships|begins anew"},
		{"a name", "sparing", "At the quay the Featherstonehaugh of dredging begins anew", 106 * Pt, prose,
			"At the quay the|Featherstonehaugh of|dredging begins anew"},
		{"capitals", "sparing", "At the quay the ADMINISTRATION of all dredging", 112 * Pt, prose,
			"At the quay the|ADMINISTRATION of|all dredging"},
		{"the last word", "sparing", "At the quay the administration", 106 * Pt, prose, "At the quay|the administration"},
		{"the last word has a stop", "sparing", "At the quay the administration.", 106 * Pt, prose, "At the quay|the administration."},
		{"parts of compounds", "sparing", "At the quay the wide-administrating board begins", 106 * Pt, prose,
			"At the quay the|wide-administrating|board begins"},
		{"a cell where it saves no line", "sparing", "The administrators speak again", 66 * Pt, balanced,
			"The|administrators|speak again"},
		{"a cell where it saves one", "sparing", "An administrator met", 66 * Pt, balanced, "An adminis-|trator met"},
		{"a word wider than the cell", "sparing", "Telecommunication", 66 * Pt, balanced, "Telecom-|munication"},
		{"a word wider than the cell, never", "never", "Telecommunication", 66 * Pt, balanced, "Telecomm|unication"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			w := hyphenating(t, tt.how).work(10 * Pt)
			p := w.text(0, &w.sheet.body, tt.shape, tt.text, tt.measure)
			if got := strings.Join(linesOf(w, &p), "|"); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

var longWords = strings.Fields(`administration of internationalization the harbour in Featherstonehaugh a telecommunication
	quay (notwithstanding) “circumnavigation” NATO-led U.S.–Japan 12 km www.port.example/administration don’t representatives,
	office different, ﬁrst responsibilities; the counterproductive misunderstanding. Kriegsschiff café`)

// Whatever is hyphenated, no letter is lost, the lines are as many as were
// counted, and each hyphen is where it may be.
func TestHyphenatedText(t *testing.T) {
	rnd := rand.New(rand.NewPCG(4, 20))
	hyphens := 0
	for _, how := range []string{"never", "sparing", "free"} {
		w := hyphenating(t, how).work(10 * Pt)
		for range 4000 {
			words := make([]string, 1+rnd.IntN(25))
			for i := range words {
				words[i] = longWords[rnd.IntN(len(longWords))]
			}
			text := Printable(strings.Join(words, " "))
			measure := Length(30+rnd.IntN(220)) * Pt
			s := shape(rnd.IntN(2))
			p := w.text(0, &w.sheet.body, s, text, measure)
			lines := linesOf(w, &p)
			if len(lines) != p.lines {
				t.Fatalf("%q has %d lines, counted were %d", text, len(lines), p.lines)
			}
			starts := w.breakParagraph(&p)
			loose := p.widest() < measure && len(p.atoms) > 0 // words had to be broken
			for i := range lines {
				of := p.atoms[starts[i]:starts[i+1]]
				a := of[len(of)-1]
				if width := lineWidth(of); width > measure {
					t.Fatalf("%q: %q is %.2f points wide, the measure is %.2f", text, lines[i], width.Points(), measure.Points())
				}
				if a.hyphen == 0 {
					continue
				}
				hyphens++
				switch {
				case how == "never":
					t.Fatalf("%q is hyphenated", lines[i])
				case a.end != atHyphen: // it had to be
				case i+1 == len(lines):
					t.Fatalf("%q: the paragraph ends in a hyphen", text)
				case i > 0 && p.atoms[starts[i]-1].hyphen > 0:
					t.Fatalf("%q: two hyphens running", lines)
				case i+2 == len(lines) && !strings.Contains(lines[i+1], " ") && loose:
					t.Fatalf("%q: the last word is hyphenated", lines)
				}
			}
			joined := strings.Join(lines, "\n")
			for i, line := range lines[:len(lines)-1] {
				of := p.atoms[starts[i]:starts[i+1]]
				if of[len(of)-1].hyphen > 0 {
					joined = strings.Replace(joined, line+"\n", strings.TrimSuffix(line, "-"), 1)
				}
			}
			if squeeze(strings.ReplaceAll(joined, "\n", "")) != squeeze(text) {
				t.Fatalf("%q became %q", text, lines)
			}
		}
	}
	if hyphens < 100 {
		t.Errorf("only %d lines were hyphenated", hyphens)
	}
}

// A hyphen is in the width of its run, and copied text does not have it.
func TestRunHyphen(t *testing.T) {
	w := hyphenating(t, "sparing").work(10 * Pt)
	p := w.text(0, &w.sheet.body, prose, "At the quay the administration of big ships begins anew at noon", 106*Pt)
	w.draw(&p, 0, 0, Artifact, 0)
	runs := runsOf(w.page)
	r := runs[0]
	if !r.Hyphen || r.Text != "At the quay the admin" || r.Width != w.sheet.body.width(r.Text+"-") {
		t.Errorf("%+v", r)
	}
	if r = runs[1]; r.Hyphen || r.Text != "istration of big ships " {
		t.Errorf("%+v", r)
	}
}
