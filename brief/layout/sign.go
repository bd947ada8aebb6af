package layout

import (
	"strings"

	"readahead/brief/doc"
	"readahead/brief/font"
)

// This file draws the sign of what is new or differs since the edition before:
// in the place of a bullet, and else between the text and the number, box or
// label before it. Nothing is moved for it, so that a page has the same lines
// with it as without.

// NewsOf says in which way a thing is new, or nothing.
func (w *Words) NewsOf(n doc.News) string {
	switch n {
	case doc.IsNew:
		return w.IsNew
	case doc.IsReworded:
		return w.IsReworded
	case doc.IsChanged:
		return w.IsChanged
	}
	return ""
}

// isCounted reports whether bullets count.
func (w *Words) isCounted() bool { return strings.IndexByte(w.Bullet, '{') >= 0 }

// signOf returns the sign for a thing and what it says, or nothing.
func (w *Words) signOf(n doc.News) (sign, says string) {
	says = Printable(w.NewsOf(n))
	if sign = Printable(w.BulletNew); sign == "" || says == "" {
		return "", ""
	}
	return sign, says
}

// facing returns the sign as it points to the text: where that will be turned
// over, the other way.
func (w *work) facing(sign string) string {
	if !w.mirrored {
		return sign
	}
	return strings.Map(font.Mirror, sign)
}

// sign draws the sign close before x, smaller than a bullet where it has too
// little room behind left, and not at all where it has none. What it says is
// heard in its place, in an element in parent.
func (w *work) sign(n doc.News, left, x, baseline Length, parent, unit int) {
	text, says := w.t.Words.signOf(n)
	if text == "" {
		return
	}
	text = w.facing(text)
	b, room := w.sheet.bullet, (x-left)*4/5
	for b.size > MinSize && b.width(text) > room {
		b.size = max(b.size-Pt/4, MinSize)
	}
	width := b.width(text)
	if width > room {
		return
	}
	w.page.Boxes = append(w.page.Boxes, Run{
		Element: w.element(Element{Tag: SpanTag, Parent: parent, Actual: says + " "}),
		X:       x - width - min(x-left-width, width)/2, Y: baseline, Width: width, Text: text,
		Face: b.base, Size: b.size, Color: b.color, Tracking: b.tracking, From: unit,
	})
}
