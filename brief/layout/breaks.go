package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A chance says how willingly a line ends at a place: 0 gladly, more less so.
type chance int32

// never in the place of a chance: a line must not end there.
const never chance = -1

const (
	afterNumber chance = 60  // "12 | ships"
	afterLetter chance = 40  // "a | ship", "the | ship"
	afterLink   chance = 15  // "of | ships": a word that leads on to the next
	insideWord  chance = 50  // after a hyphen, dash or slash
	atHyphen    chance = 300 // a hyphen is put in
	insideAside chance = 600 // within a flag
	insideGlue  chance = 900 // where it is forbidden, but there is no room
	anywhere    chance = 2000
)

// nextBreak returns the first place behind from where a line may end: the
// text before it ends at to, what follows begins at next, with the space that
// the break takes between them. At the end of the text the chance is 0 if it
// ends with a space, else never. The rules are a small part of Unicode's UAX
// #14 and what good typesetting adds: a number stays with its unit, a sign
// with its sum, a title with its name.
func nextBreak(s string, from int) (to, next int, c chance) {
	const farBack = 512
	back := max(from-farBack, 0)
	token := back + strings.LastIndexByte(s[back:from], ' ') + 1 // start of the run without spaces
	prev := rune(-1)
	for i := from; i < len(s); {
		b := s[i]
		if b == ' ' {
			if c := atSpace(s, token, i); c != never {
				return i, i + 1, c
			}
			i++
			token, prev = i, ' '
			continue
		}
		r, n := rune(b), 1
		if b >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		if i > from && (b >= utf8.RuneSelf || prev >= utf8.RuneSelf) && breaksBetween(prev, r) {
			return i, i, 0
		}
		i += n
		prev = r
		if i < len(s) && s[i] != ' ' && insideToken(s, token, i, r) {
			return i, i, insideWord
		}
	}
	return len(s), len(s), never
}

// insideToken reports whether a line may end at i, behind the character r, in
// a run without spaces that begins at token.
func insideToken(s string, token, i int, r rune) bool {
	after, _ := utf8.DecodeRuneInString(s[i:])
	switch r {
	case '-', '\u2010':
		return unicode.IsLetter(after) && letterBefore(s[token:i-utf8.RuneLen(r)], 2)
	case '–':
		return unicode.IsLetter(after) && i-token > len("–")+1
	case '—':
		return (unicode.IsLetter(after) || unicode.IsDigit(after)) && i-token > len("—")
	case '/':
		if letterBefore(s[token:i-1], 3) && letterBefore(strings.SplitN(s[i:min(i+4, len(s))], " ", 2)[0], 3) {
			return true
		}
		fallthrough
	case '.', '?', '&', '=', '_', '#':
		return isURL(s[token:i]) && (unicode.IsLetter(after) || unicode.IsDigit(after))
	}
	return false
}

// letterBefore reports whether s is at least n bytes long and ends with a
// letter, or with the period of an abbreviation.
func letterBefore(s string, n int) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return len(s) >= n && (unicode.IsLetter(r) || r == '.')
}

func isURL(token string) bool {
	head := token[:min(len(token), 16)]
	return strings.HasPrefix(head, "www.") || strings.Contains(head, "://")
}

// atSpace returns the chance of a line's end at the space s[i]. The word
// before it begins at token or, where the two are glued, before that.
func atSpace(s string, token, i int) chance {
	before := strings.TrimLeft(s[token:i], "(“‘\"'")
	after := s[i+1:]
	if len(after) > 24 {
		after = after[:24]
	}
	if k := strings.IndexByte(after, ' '); k >= 0 {
		after = after[:k]
	}
	switch {
	case before == "" || after == "":
		return 0
	case glued(before, after):
		return never
	case isDigit(before[len(before)-1]):
		return afterNumber
	case len(before) == 1:
		return afterLetter
	}
	return afterWord(before)
}

// afterWord prices the end of a line behind a word of English that leads on to
// the next: an article, a preposition, a conjunction.
func afterWord(s string) chance {
	switch s {
	case "an", "the", "An", "The":
		return afterLetter
	case "of", "to", "in", "on", "at", "by", "as", "or", "no", "for", "and", "not", "with", "from",
		"Of", "To", "In", "On", "At", "By", "As", "No", "For", "And", "With", "From":
		return afterLink
	}
	return 0
}

// glued reports whether two words must stand on one line.
func glued(before, after string) bool {
	first := after[0]
	last, _ := utf8.DecodeLastRuneInString(before)
	switch {
	case strings.HasPrefix(after, "–"), strings.HasPrefix(after, "—"), after == "-", after == "·":
		return true
	case isDigit(first):
		return unicode.Is(unicode.Sc, last) || isCurrency(before) || isAbbreviation(before) ||
			isMonth(before) && len(strings.TrimRight(after, ".,;:!?)")) <= 2
	case isDigit(before[len(before)-1]):
		bare := strings.TrimRight(after, ".,;:!?)”’\"'")
		return isUnit(bare) || isMonth(bare)
	case before == "per":
		return strings.HasPrefix(after, "cent")
	case len(before) == 2 && before[1] == '.' && 'A' <= before[0] && before[0] <= 'Z':
		return 'A' <= first && first <= 'Z' // an initial and a name
	}
	return isAbbreviation(before)
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isCurrency(s string) bool {
	switch s {
	case "USD", "EUR", "GBP", "JPY", "CHF", "CNY", "AUD", "CAD", "KRW", "INR", "SEK", "NOK", "DKK", "PLN", "Rs", "Rs.":
		return true
	}
	return false
}

func isMonth(s string) bool {
	switch strings.TrimSuffix(s, ".") {
	case "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
		"Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec":
		return true
	}
	return false
}

// isAbbreviation reports whether a name or number follows s.
func isAbbreviation(s string) bool {
	switch s {
	case "No.", "Nos.", "Art.", "Fig.", "p.", "pp.", "vol.", "§", "§§", "Mr", "Mrs", "Ms", "Dr", "Mr.", "Mrs.", "Ms.", "Dr.",
		"Gen.", "Lt.", "Col.", "Maj.", "Capt.", "Adm.", "Sgt.", "Sen.", "Rep.", "Gov.", "Prof.", "St.":
		return true
	}
	return false
}

// isUnit reports whether s is what a number counts or measures in.
func isUnit(s string) bool {
	switch s {
	case "%", "percent", "per", "pct", "hundred", "thousand", "million", "billion", "trillion", "mn", "bn", "tn",
		"m", "km", "cm", "mm", "km²", "m²", "m³", "ft", "mi", "nm", "ha", "g", "kg", "t", "Mt", "Gt", "lb", "L", "l",
		"W", "kW", "MW", "GW", "TW", "kWh", "MWh", "GWh", "TWh", "V", "kV", "Hz", "kHz", "MHz", "GHz", "°C", "°F", "K",
		"B", "KB", "MB", "GB", "TB", "bit", "s", "ms", "min", "h", "am", "pm", "a.m", "p.m", "GMT", "UTC", "CET", "EST", "JST",
		"dollars", "euros", "pounds", "yen":
		return true
	}
	return false
}
