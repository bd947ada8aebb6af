package layout

import "strconv"

// MarkOf returns what stands before the i-th item of a list: words.bullet,
// which may count in numbers with {n}, or in letters with {a}.
func (w *Words) MarkOf(i int) string {
	bullet := w.Bullet
	if !w.isCounted() {
		return bullet
	}
	return fill(bullet, "n", strconv.Itoa(i+1), "a", letters(i))
}

// letters counts a to z, aa to az, and so on.
func letters(i int) string {
	s := string(rune('a' + i%26))
	if i < 26 {
		return s
	}
	return letters(i/26-1) + s
}

// widestMark returns the width of the widest mark of lists of a usual length.
func (t *Template) widestMark(bullet *style) Length {
	widest := Length(0)
	for i := range 26 {
		widest = max(widest, bullet.width(t.Words.MarkOf(i)))
	}
	if t.Words.isCounted() {
		return widest
	}
	return max(widest, bullet.width(t.Words.BulletNew))
}
