package segment

import "unicode/utf8"

// A class of abbreviations, by what follows them.
type class uint8

const (
	none    class = iota
	never         // never ends a sentence: vs.
	title         // a name: Dr., Gen.
	place         // a name, or the next sentence: St. (Saint, street)
	counted       // a number, or the next sentence: No., p., approx., etc.
	last          // often the last of a name, more of which may follow: Inc., Jr., Calif., Sept.
)

// classOf returns the class of w, which stands before a full stop.
func classOf(w string) class {
	var buf [foldLimit]byte
	switch string(fold(buf[:], w)) {
	case "vs", "cf", "viz", "eg", "ie", "bzw", "vgl", "resp", "sog", "bijv":
		return never

	case "mr", "mrs", "ms", "mx", "dr", "prof", "messrs", "mme", "mlle", "mm",
		"gen", "lt", "ltc", "ltg", "col", "maj", "capt", "cmdr", "cdr", "comdr", "cpl", "sgt", "pvt", "pfc", "spc",
		"adm", "radm", "vadm", "brig", "ssgt", "msgt", "cpt", "msgr", "supt", "insp", "det",
		"sen", "rep", "gov", "pres", "hon", "rev", "amb", "atty", "asst", "ald", "fr",
		"hr", "dhr", "mevr", "ee", "sra", "srta", "dra", "sig", "dott", "avv", "exmo", "ing":
		return title

	case "st", "mt", "ft", "ste":
		return place

	case "no", "nos", "nr", "n°", "nº", "núm", "p", "pp", "pg", "pág", "vol", "vols", "fig", "figs", "art", "arts",
		"sec", "secs", "sect", "ch", "chap", "para", "paras", "eq", "eqs", "op", "ext", "tel", "app", "bk", "pt", "pts",
		"ver", "approx", "ca", "circa", "min", "max", "avg", "ed", "eds", "esp", "etc", "usw", "enz", "cap", "sq",
		"yr", "yrs", "hrs", "lb", "lbs", "oz", "gal", "km", "mi", "pct", "incl", "excl", "inkl", "abs", "kap", "tab",
		"abb", "kl", "c", "misc", "temp", "tbsp", "tsp", "cu", "mph", "nb", "ps":
		return counted

	case "co", "inc", "ltd", "corp", "bros", "pty", "gmbh", "cie", "jr", "sr", "esq", "ret", "al",
		"dept", "univ", "assn", "assoc", "natl", "intl", "govt", "dist", "div", "inst", "mfg", "bldg", "apt",
		"ave", "blvd", "rd", "hwy", "pkwy", "est", "mio", "mrd", "av", "str":
		return last

	case "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
		"mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
		"ala", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "ky", "la", "mass",
		"md", "mich", "minn", "miss", "mo", "mont", "neb", "nev", "okla", "ore", "pa", "penn", "tenn", "tex", "va",
		"vt", "wash", "wis", "wyo", "ont", "alta", "sask", "que":
		if c, _ := utf8.DecodeRuneInString(w); isUpper(c) { // not the words wash, sat, ill
			return last
		}
	}
	return none
}

// isInitialism reports whether w, without its last full stop, is made of
// letters with full stops between them: "U.S", "a.m", "Ph.D", "EE.UU", "f.eks".
func isInitialism(w string) bool {
	letters, stops := 0, 0
	for p, c := range w {
		switch {
		case c == '.' && letters > 0:
			letters = 0
			stops++
		case isLetter(c) && (letters < 2 || letters == 2 && p+1 == len(w) && isLower(c) && stops > 0):
			letters++
		default:
			return false
		}
	}
	return stops > 0 && letters > 0
}

// isRoman reports whether w is a Roman number in capitals below 90.
func isRoman(w string) bool {
	for i := 0; i < len(w); i++ {
		if w[i] != 'I' && w[i] != 'V' && w[i] != 'X' && w[i] != 'L' {
			return false
		}
	}
	return w != "" && w != "I"
}

// foldLimit is the length of the longest word in the lists, and a bit.
const foldLimit = 16

// fold writes w in ASCII lower case to buf and returns it; nothing if buf,
// and so every word in the lists, is too short.
func fold(buf []byte, w string) []byte {
	if len(w) > len(buf) {
		return nil
	}
	for i := 0; i < len(w); i++ {
		c := w[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf[i] = c
	}
	return buf[:len(w)]
}
