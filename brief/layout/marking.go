package layout

import (
	"slices"
	"strings"

	"readahead/brief/doc"
)

// A marking is what stands above and below everything else: the marking of
// the config in the middle, and a label of the Traffic Light Protocol at the
// right.
type marking struct {
	text, tlp paragraph
	page      paragraph // which page it is, below at the left, where there are two
	banner    Length    // height of the colour behind the text, or 0
	lines     Length    // by how much its text is higher than a line
	more      Length    // by how much it needs more room than the grid provides for
}

// The label of the Traffic Light Protocol: "in 12 point type or greater",
// right-justified, on black (FIRST, TLP 2.0, "Usage").
const (
	tlpSize   = 12 * Pt
	tlpPad    = 4 * Pt   // beside the text, in its box
	tlpAbove  = 11 * Pt  // from the baseline to the box's upper edge
	tlpBelow  = 4 * Pt   // from the baseline to its lower edge
	tlpMargin = 4 * Pt   // between the box and what is on the page
	tlpGround = 0x000000 // FIRST, TLP 2.0, "TLP in RGB, CMYK and Hex"
)

// TLPColor returns the colour of a label on black (FIRST, TLP 2.0, same table).
func TLPColor(label string) Color {
	switch label {
	case "RED":
		return 0xFF2B2B
	case "AMBER", "AMBER+STRICT":
		return 0xFFC000
	case "GREEN":
		return 0x33FF00
	}
	return 0xFFFFFF // CLEAR
}

// bannerPad is above and below the text of a banner.
const bannerPad = 2 * Pt

// marking sets the marking.
func (w *work) marking(b *doc.Brief, page int) marking {
	var m marking
	st := &w.sheet.marking
	measure, aside := w.measure(), Length(0)
	if b.TLP != "" {
		w.sheet.tlp = style{base: st.base, face: st.base, size: tlpSize, leading: tlpAbove + tlpBelow, ascent: tlpAbove, color: TLPColor(b.TLP)}
		m.tlp = w.text(w.unit(TLPUnit, -1, -1), &w.sheet.tlp, balanced, TLPOf(b), measure)
		aside = m.tlp.natural() + 2*tlpPad
	}
	if b.Pages > 1 {
		text := w.t.Words.PageOfPages(page, b.Pages)
		m.page = w.text(w.unit(LabelUnit, -1, -1), &w.sheet.count, balanced, text, measure/4)
		aside = max(aside, m.page.natural())
	}
	if aside > 0 {
		measure -= 2 * (aside + w.t.Space.Label) // the text stays in the middle
	}
	m.text = w.text(w.unit(MarkingUnit, -1, -1), st, balanced, MarkingOf(b), measure)
	m.lines = max(m.text.height()-st.leading, 0)
	if w.banner() && !m.text.empty() {
		m.banner = m.text.height() + 2*bannerPad
		if b.TLP != "" {
			m.banner = max(m.banner, tlpAbove+tlpBelow)
		}
		m.lines = m.banner - st.leading
	}
	m.more = m.lines
	if m.banner > 0 && b.Pages > 1 {
		m.more += m.page.height() + bannerPad // which stands above the banner
	}
	if b.TLP != "" {
		g := &w.t.Grid
		m.more += max(0, w.firstBaseline(&m)+tlpBelow+tlpMargin-g.Top, g.MarkingBottom+tlpAbove+tlpMargin-g.Bottom)
	}
	return m
}

func (w *work) banner() bool { return w.t.Arrange.Marking == "banner" }

// firstBaseline returns the baseline of the marking above.
func (w *work) firstBaseline(m *marking) Length {
	if m.tlp.empty() {
		return w.t.Grid.MarkingTop
	}
	return max(w.t.Grid.MarkingTop, tlpAbove+tlpMargin)
}

func (w *work) drawMarkingAbove(m *marking) {
	w.drawMarking(m, w.firstBaseline(m), false)
}

func (w *work) drawMarkingBelow(m *marking) {
	w.drawMarking(m, w.paper.height-w.t.Grid.MarkingBottom-m.lines, true)
}

// drawMarking draws the marking with its first line on the baseline. What is
// below is a repetition.
func (w *work) drawMarking(m *marking, baseline Length, again bool) {
	elem := func() int {
		if again {
			return Artifact
		}
		return w.tag(P, 0)
	}
	left, st := w.t.Grid.Side, &w.sheet.marking
	if !m.text.empty() {
		top := baseline - st.ascent
		if m.banner > 0 {
			w.fill(left, top, w.measure(), m.banner, w.t.Palette.Banner)
			top += (m.banner - m.text.height()) / 2
		}
		w.draw(&m.text, left+(w.measure()-m.text.measure)/2, top, elem(), 500)
	}
	if again && !m.page.empty() {
		top := baseline - m.page.style.ascent
		if m.banner > 0 {
			top = baseline - st.ascent - m.page.height() - bannerPad
		}
		w.draw(&m.page, left, top, w.tag(P, 0), 0)
	}
	if !m.tlp.empty() {
		if m.banner > 0 {
			baseline += tlpAbove - st.ascent + (m.banner-tlpAbove-tlpBelow)/2
		}
		width := m.tlp.natural()
		x := left + w.measure() - width - tlpPad
		w.fill(x-tlpPad, baseline-tlpAbove, width+2*tlpPad, tlpAbove+tlpBelow, tlpGround)
		w.draw(&m.tlp, x, baseline-tlpAbove, elem(), 0)
	}
}

// MarkingOf returns the marking of a brief. One of controlled unclassified
// information that has no other is marked CUI (32 CFR 2002.20(b)).
func MarkingOf(b *doc.Brief) string {
	if b.Marking == "" && b.CUI != nil {
		return "CUI"
	}
	return b.Marking
}

// TLPOf returns the label of the Traffic Light Protocol, or nothing if there
// is none.
func TLPOf(b *doc.Brief) string {
	if b.TLP == "" {
		return ""
	}
	return "TLP:" + b.TLP
}

// DesignationOf returns the lines of the designation indicator that have a
// value.
func (w *Words) DesignationOf(cui *doc.CUI) []Fact {
	if cui == nil {
		return nil
	}
	lines := w.designation(cui)
	return slices.DeleteFunc(lines[:], func(f Fact) bool { return Printable(f.Value) == "" })
}

func (w *Words) designation(cui *doc.CUI) [4]Fact {
	return [...]Fact{
		{w.ControlledBy, strings.Join(cui.ControlledBy, ", ")},
		{w.Category, strings.Join(cui.Categories, ", ")},
		{w.Dissemination, cui.Dissemination},
		{w.Contact, cui.POC},
	}
}

// designation appends the lines of the designation indicator, which so stand
// at the lower right (DoDI 5200.48, 3.4.b).
func (w *work) designation(pieces []footPiece, cui *doc.CUI) []footPiece {
	if cui == nil {
		return pieces
	}
	first := len(pieces)
	for i, line := range w.t.Words.designation(cui) {
		pieces = w.about(pieces, CUIUnit, line.Label, line.Value)
		w.units[len(w.units)-1].Index = i
	}
	for i := first; i < len(pieces)-1; i++ {
		pieces[i].keep = true
	}
	return pieces
}
