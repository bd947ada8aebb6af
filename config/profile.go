package config

import (
	"fmt"
	"net/url"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"readahead/brief/doc"
	"readahead/brief/profile"
)

// The keys of a config. "$schema" is for editors and is not read.
var (
	topKeys = []string{
		"title", "language", "marking", "tlp", "cui", "seeds", "as_of", "prepared_for", "from", "meeting",
		"purpose", "objectives", "asks", "talking_points", "closed", "sections", "sources", "page", "schedule", "notify", "engine", "$schema",
	}
	meetingKeys = []string{"with", "at", "minutes", "place", "attendees"}
	sectionKeys = []string{"id", "title", "keywords", "min_items", "max_items", "weight"}
	sourceKeys  = []string{"match", "title", "publisher", "published", "reliability", "url"}
	pageKeys    = []string{"size", "template", "hyphenation", "fonts", "logo", "second", "formats", "attach_sources"}
	logoKeys    = []string{"file", "alt", "height"}
	cuiKeys     = []string{"controlled_by", "categories", "dissemination", "poc"}

	reliabilities = []string{"A", "B", "C", "D", "E", "F"}
	pageSizes     = []string{"letter", "a4"}
	secondBlocks  = []string{"talking_points", "todo", "sources"}
	formats       = []string{"pdf", "html", "md", "text", "docx"}

	// tlpLabels are those of the Traffic Light Protocol (FIRST, TLP 2.0).
	tlpLabels = []string{"CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"}
)

// The largest sizes that a config for one page can have.
const (
	maxTitle    = 300   // characters of a name or title
	maxText     = 2_000 // characters of a purpose, an objective, an ask
	maxPath     = 4_096 // characters of a path or an address
	maxList     = 100   // objectives, asks, attendees
	maxSections = 50
	maxKeywords = 1_000 // of a section
	maxSources  = 10_000
	maxSeeds    = 10_000
	maxFonts    = 100
	maxClosed   = 1_000
	maxItems    = 1_000
	maxMinutes  = 7 * 24 * 60
	maxLogo     = 96 // points
	maxWeight   = 1_000
)

// variables returns the keys that can be given by environment variables.
func variables() []string {
	var keys []string
	for _, key := range topKeys {
		switch key {
		case "meeting":
			keys = appendPrefixed(keys, "meeting.", meetingKeys)
		case "page":
			keys = appendPrefixed(keys, "page.", pageKeys)
		case "schedule":
			keys = appendPrefixed(keys, "schedule.", scheduleKeys)
		case "$schema":
		default:
			keys = append(keys, key)
		}
	}
	return keys
}

func appendPrefixed(keys []string, prefix string, names []string) []string {
	for _, name := range names {
		keys = append(keys, prefix+name)
	}
	return keys
}

// profile reads the whole config; root is what stands in the file.
func (r *reader) profile(root value) profile.Profile {
	r.known(root, "", topKeys)
	for _, nested := range []struct {
		key  string
		keys []string
	}{{"meeting", meetingKeys}, {"page", pageKeys}, {"schedule", scheduleKeys}} {
		v := field(root, nested.key)
		if nested.key == "schedule" && v.kind != mapping {
			continue // short for its cron
		}
		if v.kind != mapping && v.kind != null {
			r.failf(v, "its keys are "+strings.Join(nested.keys, ", "), "%s is %v, not a mapping with keys", nested.key, v.kind)
		}
		r.known(v, nested.key+": ", nested.keys)
	}
	p := profile.Profile{
		Name:        Name(r.file),
		Title:       r.required(r.get("title"), value{file: r.file}, "title", maxTitle),
		Language:    r.language(r.get("language")),
		Marking:     r.text(r.get("marking"), "marking", maxTitle),
		TLP:         r.choice(r.get("tlp"), "tlp", tlpLabels, ""),
		CUI:         r.cui(r.get("cui")),
		Seeds:       r.paths(r.get("seeds"), "seeds", maxSeeds),
		AsOf:        r.asOf(r.get("as_of")),
		PreparedFor: r.text(r.get("prepared_for"), "prepared_for", maxTitle),
		From:        r.text(r.get("from"), "from", maxTitle),
		Meeting:     r.meeting(),
		Purpose:     r.text(r.get("purpose"), "purpose", maxText),
		Objectives:  r.texts(r.get("objectives"), "objectives", maxList, maxText),
		Asks:        r.texts(r.get("asks"), "asks", maxList, maxText),
		Talking:     r.texts(r.get("talking_points"), "talking_points", maxList, maxText),
		Closed:      r.texts(r.get("closed"), "closed", maxClosed, maxText),
		Sections:    r.sections(r.get("sections")),
		Sources:     r.sources(r.get("sources")),
		Page:        r.page(),
		Schedule:    r.schedule(root),
		Notify:      r.channels(r.get("notify")),
		Engine:      r.engine(r.get("engine")),
	}
	if v := r.get("marking"); p.CUI != nil && p.Marking != "" && !strings.Contains(p.Marking, "CUI") {
		r.failf(v, "take marking out, and CUI is printed, or write the marking with CUI in it", "marking is %q, without the CUI that the key cui asks for", p.Marking)
	}
	if v := r.get("talking_points"); len(p.Talking) > 0 && !slices.Contains(p.Page.Second, "talking_points") {
		r.failf(v, "write page: {second: [talking_points]}", "talking_points are not printed without a second page")
	}
	if strings.TrimLeft(p.Name, ".") == "" {
		r.failf(value{file: r.file}, "call it something like harbour.yaml: the briefing has the same name", "the file has no name before its extension")
	}
	return p
}

func (r *reader) meeting() profile.Meeting {
	return profile.Meeting{
		With:      r.text(r.get("meeting.with"), "meeting.with", maxTitle),
		At:        r.instant(r.get("meeting.at"), "meeting.at"),
		Minutes:   r.whole(r.get("meeting.minutes"), "meeting.minutes", maxMinutes, 0),
		Place:     r.text(r.get("meeting.place"), "meeting.place", maxTitle),
		Attendees: r.texts(r.get("meeting.attendees"), "meeting.attendees", maxList, maxTitle),
	}
}

func (r *reader) sections(v value) []profile.Section {
	before := len(r.problems)
	items := r.mappings(v, "sections", maxSections)
	if len(items) == 0 && len(r.problems) == before {
		r.failf(v, "name at least one section with id, title and keywords", "sections is missing")
	}
	var out []profile.Section
	lines := map[string]int{} // of the ids
	for i, item := range items {
		what := fmt.Sprintf("section %d: ", i+1)
		r.known(item, what, sectionKeys)
		s := profile.Section{
			ID:       r.id(item, what),
			Title:    r.required(field(item, "title"), item, what+"title", maxTitle),
			Keywords: r.keywords(item, what),
			MinItems: r.whole(field(item, "min_items"), what+"min_items", maxItems, -1),
			MaxItems: r.whole(field(item, "max_items"), what+"max_items", maxItems, 0),
			Weight:   r.positive(field(item, "weight"), what+"weight", maxWeight, 1),
		}
		if s.MaxItems > 0 && s.MinItems > s.MaxItems {
			r.failf(field(item, "min_items"), "", "%smin_items is %d, more than max_items, which is %d", what, s.MinItems, s.MaxItems)
		}
		if line, ok := lines[s.ID]; ok && s.ID != "" {
			r.failf(field(item, "id"), "give each section an id of its own", "%sid %q is taken by the section in line %d", what, s.ID, line)
		}
		lines[s.ID] = field(item, "id").line
		out = append(out, s)
	}
	return out
}

func (r *reader) id(section value, what string) string {
	v := field(section, "id")
	id := r.required(v, section, what+"id", 64)
	if strings.ContainsFunc(id, unicode.IsSpace) {
		r.failf(v, fmt.Sprintf("write %q", strings.Join(strings.Fields(id), "-")), "%sid %q has spaces", what, id)
	}
	return id
}

func (r *reader) keywords(section value, what string) []string {
	v := field(section, "keywords")
	before := len(r.problems)
	words := r.texts(v, what+"keywords", maxKeywords, 200)
	if len(words) == 0 && len(r.problems) == before {
		r.failf(v, "write words that sentences about the section use: keywords: [harbour, port]", "%skeywords are missing", what)
	}
	return words
}

func (r *reader) sources(v value) []profile.Source {
	var out []profile.Source
	for i, item := range r.mappings(v, "sources", maxSources) {
		what := fmt.Sprintf("source %d: ", i+1)
		r.known(item, what, sourceKeys)
		s := profile.Source{
			Match:       r.match(item, what),
			Title:       r.text(field(item, "title"), what+"title", maxTitle),
			Publisher:   r.text(field(item, "publisher"), what+"publisher", maxTitle),
			Published:   r.date(field(item, "published"), what+"published"),
			Reliability: r.choice(field(item, "reliability"), what+"reliability", reliabilities, ""),
			URL:         r.url(field(item, "url"), what+"url"),
		}
		out = append(out, s)
	}
	return out
}

func (r *reader) match(source value, what string) string {
	v := field(source, "match")
	if v.kind == null || v.text == "" && v.kind == text {
		r.failf(v, `name a file, or several by a pattern like "004*"`, "%smatch is missing", what)
		return ""
	}
	s := r.verbatim(v, what+"match", maxPath)
	if _, err := path.Match(s, ""); err != nil {
		r.failf(v, `* stands for any characters, ? for one, [ab] for one of them; \[ is a bracket`,
			"%smatch %q is not a pattern for file names", what, s)
	}
	return s
}

func (r *reader) url(v value, name string) string {
	s := r.text(v, name, maxPath)
	if s == "" {
		return ""
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		r.failf(v, "write it out, with https://", "%s %q is not a web address", name, s)
		return ""
	}
	return s
}

func (r *reader) asOf(v value) doc.Date {
	if strings.EqualFold(strings.TrimSpace(v.text), "auto") {
		return doc.Date{}
	}
	return r.date(v, "as_of")
}

// language reads a tag of BCP 47. Its form is checked (RFC 5646, 2.1, without
// the irregular ones), not whether the language exists.
func (r *reader) language(v value) string {
	s := r.text(v, "language", 64)
	for i, sub := range strings.Split(s, "-") {
		ok := len(sub) >= 1 && len(sub) <= 8
		for _, c := range []byte(sub) {
			letter := 'a' <= c|0x20 && c|0x20 <= 'z'
			ok = ok && (letter || i > 0 && '0' <= c && c <= '9')
		}
		if i == 0 && len(sub) < 2 {
			ok = false
		}
		if !ok && s != "" {
			r.failf(v, "write a tag like en-US or ja", "language %q is not a language tag", s)
			return ""
		}
	}
	return s
}

func (r *reader) page() profile.Page {
	p := profile.Page{Size: r.choice(r.get("page.size"), "page.size", pageSizes, "")}
	v := r.get("page.template")
	p.Template = r.verbatim(v, "page.template", maxPath)
	if strings.ContainsAny(p.Template, `/\.`) { // names of templates have none of these
		p.Template = r.path(v, p.Template)
	}
	v = r.get("page.hyphenation")
	p.Hyphenation = r.path(v, r.verbatim(v, "page.hyphenation", maxPath))
	if r.dir != "" {
		p.Templates = filepath.Join(r.dir, "templates")
	}
	p.Fonts = r.paths(r.get("page.fonts"), "page.fonts", maxFonts)
	p.Logo = r.logo(r.get("page.logo"))
	p.Second = r.choices(r.get("page.second"), "page.second", secondBlocks)
	p.Formats = r.choices(r.get("page.formats"), "page.formats", formats)
	p.AttachSources = r.flag(r.get("page.attach_sources"), "page.attach_sources")
	return p
}

// group reads a mapping with the keys, which a variable may hold as YAML or
// JSON, and reports whether there is one.
func (r *reader) group(v value, name string, keys []string) (value, bool) {
	if v.kind == loose {
		parsed, ok := r.notation(v)
		if !ok {
			return v, false
		}
		v = parsed
	}
	if v.kind == null {
		return v, false
	}
	if v.kind != mapping {
		r.failf(v, "its keys are "+strings.Join(keys, ", "), "%s is %v, not a mapping with keys", name, v.kind)
		return v, false
	}
	r.known(v, name+": ", keys)
	return v, true
}

func (r *reader) logo(v value) (l profile.Logo) {
	v, ok := r.group(v, "page.logo", logoKeys)
	if !ok {
		return l
	}
	file := field(v, "file")
	l.File = r.path(file, r.required(file, v, "page.logo.file", maxPath))
	l.Alt = r.required(field(v, "alt"), v, "page.logo.alt", maxTitle)
	l.Height = r.positive(field(v, "height"), "page.logo.height", maxLogo, 30)
	return l
}

// cui reads the designation of controlled unclassified information. The
// program fills in nothing.
func (r *reader) cui(v value) *doc.CUI {
	v, ok := r.group(v, "cui", cuiKeys)
	if !ok {
		return nil
	}
	c := &doc.CUI{
		ControlledBy:  r.texts(field(v, "controlled_by"), "cui.controlled_by", 4, maxTitle),
		Categories:    r.texts(field(v, "categories"), "cui.categories", 20, maxTitle),
		Dissemination: r.text(field(v, "dissemination"), "cui.dissemination", maxTitle),
		POC:           r.required(field(v, "poc"), v, "cui.poc", maxTitle),
	}
	if len(c.ControlledBy) == 0 {
		r.failf(v, "", "cui.controlled_by is missing")
	}
	if len(c.Categories) == 0 {
		r.failf(v, "", "cui.categories is missing")
	}
	return c
}

// paths reads a list of files and folders.
func (r *reader) paths(v value, name string, most int) []string {
	return r.each(v, name, most, func(item value, name string) string {
		return r.path(v, r.verbatim(item, name, maxPath))
	})
}

// path returns a path that can be opened for one that v gives.
func (r *reader) path(v value, p string) string {
	if p == "" {
		return ""
	}
	fromVariable := v.file != r.file
	if fromVariable || filepath.IsAbs(p) {
		return filepath.Clean(p)
	}
	return filepath.Join(r.dir, filepath.FromSlash(p))
}
