package assess

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readahead/brief/doc"
	"readahead/brief/profile"
)

// source says what is known of d, document n, as a source, without its grade.
// What the profile says comes before what the document says of itself.
func (c *corpus) source(d doc.Document, n int, p profile.Profile) doc.Source {
	given := given(d.File, p)
	s := doc.Source{
		File:      d.File,
		SHA256:    d.SHA256,
		Title:     given.Title,
		Publisher: given.Publisher,
		Published: given.Published,
		URL:       given.URL,
	}
	f := c.furniture(d)
	if s.Publisher == "" {
		s.Publisher = d.Meta.Publisher
	}
	if s.Publisher == "" {
		_, s.Publisher = f.siteOf(d, cmp.Or(d.Title.String(), d.Meta.Title))
	}
	if s.Publisher == "" {
		s.Publisher = f.masthead()
	}
	if s.Title == "" {
		s.Title = c.title(d, n, f, s.Publisher)
	}
	if s.Published.IsZero() {
		s.Published = d.Meta.Published
	}
	if s.Published.IsZero() {
		s.Published = f.published()
	}
	if s.URL == "" {
		s.URL = d.Meta.URL
	}
	return s
}

// given returns the first source of the profile whose pattern fits the file's
// base name.
func given(file string, p profile.Profile) profile.Source {
	base := path.Base(strings.ReplaceAll(file, `\`, "/"))
	for _, s := range p.Sources {
		if s.Match == base || s.Match == file {
			return s
		}
		if ok, err := path.Match(s.Match, base); ok && err == nil {
			return s
		}
	}
	return profile.Source{}
}

// title returns the document's title: its own, that of its markup, a heading
// above the text, a line above the text that speaks of what the text does or
// stands above the author's or the day's, any heading, or the file's name.
func (c *corpus) title(d doc.Document, n int, f furniture, publisher string) string {
	first := heading(d.Blocks[:min(len(d.Blocks), 1)])
	if unnumbered(d, first) != first {
		first = "" // that of the first section
	}
	for _, t := range []string{d.Title.String(), d.Meta.Title, first} {
		if own, _ := f.siteOf(d, t); own != "" {
			return own
		}
		if t = tidy(t, publisher); t != "" && !(d.Format == doc.PlainText && f.dates(t)) {
			return t
		}
	}
	for _, t := range []string{c.headline(f.top, n), f.titleAbove(d), c.headline(f.edge, n)} {
		if t != "" {
			return t
		}
	}
	if t := tidy(unnumbered(d, heading(d.Blocks)), publisher); t != "" {
		return t
	}
	return fileTitle(d.File)
}

// heading returns the text of the first heading among the blocks, or "".
func heading(blocks []doc.Block) string {
	for _, b := range blocks {
		if h, ok := b.(doc.Heading); ok && h.Text.Len() > 0 {
			return h.Text.String()
		}
	}
	return ""
}

// headline returns the line above the text of document n that shares most
// terms with it, the nearest of equal ones, or "". It must share at least
// three, and more than half of its own.
func (c *corpus) headline(lines []string, n int) string {
	var spoken []int32
	if len(lines) > 0 {
		for _, r := range c.document(n) {
			spoken = append(spoken, r.terms...)
		}
		slices.Sort(spoken)
	}
	best, most := "", 2
	for _, l := range lines {
		l, _, _ = strings.Cut(l, " | ") // what follows names the site
		var words [24]word
		var terms [24]int32
		var times [2]expression
		ws := c.split(words[:0], l)
		if len(ws) < 3 || len(ws) > 20 || strings.HasSuffix(l, ".") || strings.ContainsAny(l, "@<>") ||
			slices.ContainsFunc(c.expressions(times[:0], l, ws), func(e expression) bool { return e.form == dayForm }) {
			continue
		}
		own := c.subject(terms[:0], ws)
		shared := 0
		for _, t := range own {
			if _, ok := slices.BinarySearch(spoken, t); ok {
				shared++
			}
		}
		if shared >= max(most, 3) && 2*shared > len(own) {
			best, most = l, shared
		}
	}
	return best
}

// tidy returns a title on one line, without the publisher's name at its end
// that web pages put there: "Ferry halted | The Harbour Post".
func tidy(t, publisher string) string {
	t = withoutReply(strings.Join(strings.Fields(t), " "))
	if publisher == "" {
		return t
	}
	if n := len(t) - len(publisher); n > 0 && strings.EqualFold(t[n:], publisher) {
		if s := strings.TrimRight(t[:n], " |:·•–—-»/"); s != "" && len(s) <= n-2 {
			return s
		}
	}
	return t
}

// withoutReply returns the subject of a mail without the marks of answers and
// forwarded mails before it: "Re: Fwd: Ferry halted".
func withoutReply(t string) string {
	for {
		mark, rest, ok := strings.Cut(t, ":")
		if !ok || strings.TrimSpace(rest) == "" {
			return t
		}
		switch strings.ToLower(mark) {
		case "re", "fw", "fwd", "aw", "wg", "sv", "tr", "antw":
			t = strings.TrimSpace(rest)
		default:
			return t
		}
	}
}

// siteOf takes the title of a page apart as siteOf does, over its first heading
// or a line above the text.
func (f furniture) siteOf(d doc.Document, t string) (title, site string) {
	if title, site = siteOf(t, heading(d.Blocks[:min(len(d.Blocks), 1)])); title != "" {
		return title, site
	}
	for _, l := range f.top {
		if title, site = siteOf(t, l); title != "" && len(strings.Fields(title)) >= 3 {
			return title, site
		}
	}
	return "", ""
}

// siteOf takes a web page's title apart that has the page's heading in it and,
// before or after a mark, the name of the site: "The Harbour Post – Ferry
// halted" over the heading Ferry halted. It returns "" if t is not such a title.
func siteOf(t, heading string) (title, site string) {
	t, heading = strings.Join(strings.Fields(t), " "), strings.Join(strings.Fields(heading), " ")
	const marks = "|:·•–—-»/ "
	n := len(t) - len(heading)
	if heading == "" || n < 4 {
		return "", ""
	}
	switch {
	case strings.EqualFold(t[n:], heading):
		site = t[:n]
	case strings.EqualFold(t[:len(heading)], heading):
		site = t[len(heading):]
	default:
		return "", ""
	}
	name := strings.Trim(site, marks)
	if words := len(strings.Fields(name)); len(name)+2 > len(site) || words == 0 || words > 6 || strings.ContainsAny(name, marks[:len(marks)-1]) {
		return "", ""
	}
	return heading, name
}

// fileTitle makes a title of a file's name: "reports/03_harbour-dues.txt" is
// "Harbour dues". A name that is a number or a hash stays as it is.
func fileTitle(file string) string {
	base := path.Base(strings.ReplaceAll(file, `\`, "/"))
	name := strings.TrimSuffix(base, path.Ext(base))
	if name == "" {
		name = base
	}
	t := strings.Map(func(r rune) rune {
		if r == '_' || r == '-' || r == '.' || unicode.IsSpace(r) {
			return ' '
		}
		return r
	}, name)
	t = strings.TrimSpace(strings.TrimLeft(t, "0123456789 "))
	words := strings.Fields(t)
	if len(words) == 0 || !hasWord(words) {
		return name
	}
	t = strings.Join(words, " ")
	r, n := utf8.DecodeRuneInString(t)
	return string(unicode.ToUpper(r)) + t[n:]
}

// hasWord reports whether one of the words is all letters and longer than two.
func hasWord(words []string) bool {
	for _, w := range words {
		letters := 0
		for _, r := range w {
			if !unicode.IsLetter(r) {
				letters = -1
				break
			}
			letters++
		}
		if letters > 2 {
			return true
		}
	}
	return false
}
