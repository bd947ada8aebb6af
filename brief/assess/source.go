package assess

import (
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"readahead/brief/doc"
	"readahead/brief/profile"
)

// source says what is known of the document as a source, without its grade.
// What the profile says comes before what the document says of itself.
func (c *corpus) source(d doc.Document, p profile.Profile) doc.Source {
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
		s.Publisher = f.masthead()
	}
	if s.Title == "" {
		s.Title = title(d, s.Publisher)
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

// title returns the document's title: its own, that of its markup, its first
// heading, or the file's name.
func title(d doc.Document, publisher string) string {
	for _, t := range []string{d.Title.String(), d.Meta.Title} {
		if t = tidy(t, publisher); t != "" {
			return t
		}
	}
	for _, b := range d.Blocks {
		if h, ok := b.(doc.Heading); ok {
			if t := tidy(h.Text.String(), publisher); t != "" {
				return t
			}
		}
	}
	return fileTitle(d.File)
}

// tidy returns a title on one line, without the publisher's name at its end
// that web pages put there: "Ferry halted | The Harbour Post".
func tidy(t, publisher string) string {
	t = strings.Join(strings.Fields(t), " ")
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
