package assess

import "strings"

// A holder is a person whom a sentence names in an office: "the Ardal finance
// minister, Ida Moen,".
type holder struct {
	reading int
	office  string   // "finance minister", "mayor"
	land    string   // what the office belongs to, in lower case, or ""
	name    []string // in lower case, the family name last
	fresh   bool     // newly appointed
	after   int      // the last word of all that
}

// family returns the name by which the holder is spoken of later.
func (h holder) family() string { return h.name[len(h.name)-1] }

// samePerson reports whether the names may be of one person: the family names
// are alike, in whichever place they stand, or all that is known of one person
// is a name of the other.
func (h holder) samePerson(g holder) bool {
	a, b := h.name, g.name
	if len(a) > 1 && len(b) > 1 {
		return alike(h.family(), g.family()) || alike(a[0], g.family()) || alike(h.family(), b[0])
	}
	for _, x := range a {
		for _, y := range b {
			if alike(x, y) {
				return true
			}
		}
	}
	return false
}

// alike reports whether the names begin alike, as other spellings of a foreign
// name do.
func alike(a, b string) bool {
	n := min(len(a), len(b), 4)
	return a[:n] == b[:n]
}

// sameOffice reports whether only one person at a time can be both h and g.
// Whose office it is must be known, and be the same. It need not be for
// secretaries of something, whom few countries have; nor for an office that
// every town has only one of, if one of the two is new in it.
func (h holder) sameOffice(g holder) bool {
	if h.office != g.office {
		return false
	}
	if h.land != "" && g.land != "" {
		return sameLand(h.land, g.land)
	}
	field, head, ok := strings.Cut(h.office, " ")
	if !ok {
		field, head = "", field
	}
	switch head {
	case "secretary":
		return field != "general" && field != "executive" // societies have those
	case "mayor", "superintendent", "sheriff":
		return h.fresh || g.fresh
	case "director", "chief", "commissioner":
		return field != "" && (h.fresh || g.fresh)
	}
	return false
}

// sameLand reports whether a and b name one land, as "japan" and "japanese".
func sameLand(a, b string) bool {
	a, b = landName(a), landName(b)
	n := min(len(a), len(b), 5)
	return a == b || n >= 4 && a[:n] == b[:n]
}

func landName(w string) string {
	switch w {
	case "u.s", "usa", "u.s.a", "america", "american", "states":
		return "u.s"
	case "uk", "u.k", "britain", "british", "kingdom":
		return "u.k"
	}
	return w
}

// holders appends the holders of offices in reading i to dst. One without a
// name is appended too: "as finance minister, she".
func (c *corpus) holders(dst []holder, i int) []holder {
	r := &c.readings[i]
	for k, w := range r.words {
		if !c.is(w, office) {
			continue
		}
		if h, ok := c.holder(r.words, k); ok {
			h.reading = i
			dst = append(dst, h)
		}
	}
	return dst
}

// holder reads the office whose head is word k, and the name after or before
// it.
func (c *corpus) holder(ws []word, k int) (holder, bool) {
	h := holder{office: c.text(ws[k])}
	first, last := k, k
	if k > 0 && c.is(ws[k-1], domain) && c.joined(ws, k-1) {
		h.office = c.text(ws[k-1]) + " " + h.office
		first--
	} else {
		last = c.officeOf(ws, k, &h)
	}
	if h.office == "secretary" || h.office == "minister" {
		return h, false // there are many of them
	}
	// What stands before: whose it is, and whether it is held now.
	if n := first - 1; n >= 0 && (c.joined(ws, n) || ws[n].owns) && ws[n].upper && !c.is(ws[n], stop|notNow|fresh|office) {
		h.land = c.text(ws[n])
		first = n
	}
	for n := first - 1; n >= max(0, first-3) && c.joined(ws, n); n-- {
		if c.is(ws[n], notNow) {
			return h, false
		}
		if c.is(ws[n], fresh) {
			h.fresh = true
		}
	}
	end := last
	if h.name, end = c.nameAfter(ws, last); h.name == nil {
		h.name = c.nameBefore(ws, first)
	}
	if h.land == "" && end+2 < len(ws) && c.text(ws[end+1]) == "of" && ws[end+2].upper {
		h.land = c.text(ws[end+2]) // Prime Minister Ola Berg of Ardal
	}
	h.after = end
	return h, true
}

// officeOf reads what follows the head k of an office, "of state", "of Ardal",
// and returns the last word of it.
func (c *corpus) officeOf(ws []word, k int, h *holder) int {
	j := k + 2
	if j >= len(ws) || c.text(ws[k+1]) != "of" && c.text(ws[k+1]) != "for" {
		return k
	}
	if c.text(ws[j]) == "the" && j+1 < len(ws) {
		j++
	}
	switch {
	case c.is(ws[j], domain):
		h.office = c.text(ws[j]) + " " + h.office
		return j
	case ws[j].upper:
		h.land = c.text(ws[j])
		for j+1 < len(ws) && ws[j+1].upper && c.joined(ws, j) {
			j++
		}
		return j
	}
	return k
}

// nameAfter reads the name that follows word k, "Secretary of State Ann Ost",
// and returns the last word of it.
func (c *corpus) nameAfter(ws []word, k int) ([]string, int) {
	var name []string
	for len(name) < 4 && c.joined(ws, k) && c.personal(ws, k+1) && !ws[k].owns {
		k++
		name = append(name, c.text(ws[k]))
	}
	return withoutSuffix(name), k
}

// nameBefore reads the name that the office beginning at word first is in
// apposition to: "Ann Ost, the Ardal minister of trade".
func (c *corpus) nameBefore(ws []word, first int) []string {
	end := first - 1
	if end >= 0 && (c.text(ws[end]) == "the" || c.text(ws[end]) == "its") {
		first, end = end, end-1
	}
	if end < 0 || ws[first].start-ws[end].end != len(", ") {
		return nil
	}
	k := end
	for k > 0 && end-k < 3 && c.personal(ws, k-1) && c.joined(ws, k-1) {
		k--
	}
	if k == end || !c.personal(ws, end) {
		return nil
	}
	var name []string
	for _, w := range ws[k : end+1] {
		name = append(name, c.text(w))
	}
	return withoutSuffix(name)
}

// personal reports whether word k may be part of a person's name. A word that
// usually is none, as Per, may be one before another.
func (c *corpus) personal(ws []word, k int) bool {
	return ws[k].upper && !c.is(ws[k], month|weekday|office|domain) &&
		(!c.is(ws[k], stop) || k > 0 && c.joined(ws, k) && ws[k+1].upper)
}

// withoutSuffix takes off what is no name: III, Jr; and initials.
func withoutSuffix(name []string) []string {
	var out []string
	for _, n := range name {
		switch n {
		case "ii", "iii", "iv", "jr", "sr":
			continue
		}
		if len(n) > 1 {
			out = append(out, n)
		}
	}
	return out
}

// joined reports whether only a space or a hyphen, or the full stop of an
// abbreviation, stands between word k and the next.
func (c *lexicon) joined(ws []word, k int) bool {
	if k+1 >= len(ws) {
		return false
	}
	gap := ws[k+1].start - ws[k].end
	return gap == 1 || gap == 2 && (len(c.text(ws[k])) <= 2 || strings.Contains(c.text(ws[k]), "."))
}
