package layout

import (
	"fmt"
	"strings"
	"sync"

	"readahead/brief/doc"
	"readahead/brief/font"
	"readahead/brief/hyphen"
)

// A paper is a size of paper.
type paper struct {
	name          string
	width, height Length
}

var papers = [...]paper{
	{"letter", 612 * Pt, 792 * Pt},
	{"a4", 210 * 72 * 10 * Pt / 254, 297 * 72 * 10 * Pt / 254},
}

// A Setter sets briefs by a template on paper of one size. It may be used by
// many goroutines at once.
type Setter struct {
	// Fallback finds faces for what those of the template lack; nil: a box is
	// printed in its place. It is not changed once the Setter is in use.
	Fallback Fallback

	template Template
	paper    paper
	hyphens  *hyphen.Patterns // nil: none are known
	pool     sync.Pool        // of *work
}

// NewSetter returns a Setter for paper "letter" or "a4", or for the template's
// own where the name is empty.
func NewSetter(t Template, name string) (*Setter, error) {
	if name == "" {
		name = t.Paper
	}
	p, ok := paperOf(strings.ToLower(name))
	if !ok {
		return nil, &doc.Error{Msg: fmt.Sprintf("unknown paper %q", name), Hint: `"letter" or "a4"`}
	}
	return &Setter{template: t, paper: p}, nil
}

func paperOf(name string) (paper, bool) {
	for _, p := range papers {
		if p.name == name {
			return p, true
		}
	}
	return paper{}, false
}

// Hyphenating returns a Setter like s that hyphenates by the patterns of the
// briefs' language, as far as the template lets it; nil: it never does.
func (s *Setter) Hyphenating(p *hyphen.Patterns) *Setter {
	return &Setter{Fallback: s.Fallback, template: s.template, paper: s.paper, hyphens: p}
}

// measure returns the width of the text area.
func (s *Setter) measure() Length { return s.paper.width - 2*s.template.Grid.Side }

// columns returns how many columns the body has.
func (s *Setter) columns() Length { return Length(s.template.Grid.Columns) }

// half returns the width of each of two columns: the foot's, and the body's
// where it has two.
func (s *Setter) half() Length { return (s.measure() - s.template.Grid.Gutter) / 2 }

// column returns the width of a column of the body.
func (s *Setter) column() Length {
	if s.columns() == 1 {
		return s.measure()
	}
	return s.half()
}

// work is the setting of one brief at one body size. Texts are measured into
// a few large slices that it owns, so that a page takes few allocations.
type work struct {
	*Setter
	t     *Template
	body  Length
	sheet *sheet
	hsize Length // width of the column that is being set (TeX has the name)

	known      map[textKey]measured
	knownBytes int
	scraps     []scrap
	glyphs     []font.Glyph
	spans      []span
	atoms      []atom
	nodes      []node
	starts     []int32
	places     []int
	search     widthSearch
	line       bidiLine
	main       stream // what flows through the columns

	open                 paragraph // the one under way
	firstSpan, firstAtom int

	units    []Unit
	warnings []Warning
	hopeless bool // there is so much text that not all was measured

	page     Page
	mirrored bool // what is drawn will be turned over; see mirror
}

// work returns an empty work; give it back with done.
func (s *Setter) work(body Length) *work {
	w, _ := s.pool.Get().(*work)
	if w == nil {
		w = &work{Setter: s, t: &s.template, atoms: make([]atom, 0, 2048)} // about as many as a page has words
	}
	if w.body != body {
		w.body, w.sheet = body, newSheet(w.t, body, w.Fallback)
	}
	w.hsize = s.column()
	return w
}

// column returns the width of the column that is being set.
func (w *work) column() Length { return w.hsize }

// across calls f to set or draw something in columns of the given width.
func (w *work) across(hsize Length, f func()) {
	before := w.hsize
	w.hsize = hsize
	f()
	w.hsize = before
}

// done keeps the storage of w for another brief. What the page consists of
// is not part of it.
func (w *work) done() {
	w.spans, w.atoms = w.spans[:0], w.atoms[:0]
	w.units, w.warnings, w.hopeless = nil, nil, false
	w.page = Page{}
	w.pool.Put(w)
}

// unit registers a printed unit and returns its index.
func (w *work) unit(kind UnitKind, section, index int) int {
	w.units = append(w.units, Unit{Kind: kind, Section: section, Index: index})
	return len(w.units) - 1
}
