package layout

import (
	"strings"
	"unicode"
)

// breaksBetween reports whether a line may end between two characters without
// a space because one of them belongs to a script that is written without.
func breaksBetween(a, b rune) bool {
	if !(isSpaceless(a) || isSpaceless(b)) || a == ' ' || b == ' ' || a == 0xA0 || b == 0xA0 {
		return false
	}
	return !opens(a) && !closes(b) && !unicode.Is(unicode.M, b)
}

// isSpaceless reports whether r belongs to such a script: Chinese and Japanese
// with their punctuation, Thai, Lao, Khmer, Myanmar.
func isSpaceless(r rune) bool {
	switch {
	case r < 0x0E00:
		return false
	case r <= 0x0EFF, 0x1000 <= r && r <= 0x109F, 0x1780 <= r && r <= 0x17FF:
		return true
	case 0x2E80 <= r && r <= 0x31FF, 0x3400 <= r && r <= 0x9FFF, 0xF900 <= r && r <= 0xFAFF:
		return true
	}
	return 0xFF00 <= r && r <= 0xFFEF || 0x20000 <= r && r <= 0x3FFFF
}

// opens reports whether r stays with what follows it: opening brackets, and
// vowels of Thai and Lao that are written first.
func opens(r rune) bool {
	if 0x0E40 <= r && r <= 0x0E44 || 0x0EC0 <= r && r <= 0x0EC4 {
		return true
	}
	return r == '“' || r == '‘' || r == '(' || r == '[' || unicode.In(r, unicode.Ps, unicode.Sc)
}

// closes reports whether r stays with what precedes it: closing brackets,
// stops, small kana, and signs that follow a Thai or Lao letter.
func closes(r rune) bool {
	switch {
	case 0x0E2F <= r && r <= 0x0E3A, 0x0E45 <= r && r <= 0x0E4E, 0x0EAF <= r && r <= 0x0EBD, 0x0EC6 <= r && r <= 0x0ECE:
		return true
	case r < 0x80:
		return strings.ContainsRune(".,;:!?)]}%'\"-/", r)
	}
	return unicode.In(r, unicode.Pe, unicode.Pf) ||
		strings.ContainsRune("…–—、。，．・：；！？％ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々ゝゞヽヾ", r)
}
