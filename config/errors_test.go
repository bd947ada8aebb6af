package config

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readahead/brief/doc"
)

// problems returns what the error holds as lines "3: message (hint)".
func problems(err error) []string {
	if err == nil {
		return nil
	}
	var many interface{ Unwrap() []error }
	if errors.As(err, &many) {
		var out []string
		for _, e := range many.Unwrap() {
			out = append(out, problems(e)...)
		}
		return out
	}
	var p *doc.Error
	if !errors.As(err, &p) {
		return []string{"not a *doc.Error: " + err.Error()}
	}
	s := fmt.Sprintf("%d: %s", p.Line, p.Msg)
	if p.Hint != "" {
		s += " (" + p.Hint + ")"
	}
	return []string{s}
}

// rest completes a config that is about other keys.
const rest = "title: T\nsections: [{id: a, title: A, keywords: [b]}]\n"

func TestErrors(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"empty", "", []string{
			"0: title is missing",
			"0: sections is missing (name at least one section with id, title and keywords)",
		}},
		{"only a comment", "# nothing\n", []string{
			"0: title is missing",
			"0: sections is missing (name at least one section with id, title and keywords)",
		}},
		{"not a mapping", "- a\n- b\n", []string{"1: is a list, not a config (a config has lines like title: Harbour talks)"}},
		{"unknown key with a near one", rest + "markng: X\n", []string{`3: unknown key "markng" (did you mean "marking"?)`}},
		{"unknown key far from all", rest + "colour: X\n", []string{
			`3: unknown key "colour" (the keys are title, language, marking, tlp, cui, seeds, as_of, prepared_for, from, meeting, purpose, objectives, asks, talking_points, closed, sections, sources, page, schedule, notify, engine, $schema)`,
		}},
		{"marking without CUI", rest + "marking: INTERNAL\ncui: {controlled_by: [a], categories: [b], poc: c}\n", []string{
			`3: marking is "INTERNAL", without the CUI that the key cui asks for (take marking out, and CUI is printed, or write the marking with CUI in it)`,
		}},
		{"talking points nowhere", rest + "talking_points: [a]\n", []string{
			`3: talking_points are not printed without a second page (write page: {second: [talking_points]})`,
		}},
		{"second page", rest + "page: {second: [todo, source, todo]}\n", []string{
			`3: entry 2 of page.second cannot be "source" (did you mean "sources"?)`,
			`3: page.second has todo twice (remove one of them)`,
		}},
		{"unknown format", rest + "page: {formats: [pdf, doc, pdf]}\n", []string{
			`3: entry 2 of page.formats cannot be "doc" (did you mean "docx"?)`,
			`3: page.formats has pdf twice (remove one of them)`,
		}},
		{"no truth", rest + "page: {attach_sources: yes please}\n", []string{`3: page.attach_sources is text, not true or false`}},
		{"a block twice", rest + "page: {second: [todo, todo]}\n", []string{`3: page.second has todo twice (remove one of them)`}},
		{"unknown nested keys", rest + "meeting:\n  who: X\n  Minutes: 1\npage: {sise: a4}\n", []string{
			`4: meeting: unknown key "who" (the keys are with, at, minutes, place, attendees)`,
			`6: page: unknown key "sise" (did you mean "size"?)`,
		}},
		{"unknown keys in lists", "title: T\nsections:\n  - id: a\n    title: A\n    keyword: [b]\nsources:\n  - match: x\n    date: 2020-01-01\n", []string{
			"3: section 1: keywords are missing (write words that sentences about the section use: keywords: [harbour, port])",
			`5: section 1: unknown key "keyword" (did you mean "keywords"?)`,
			`8: source 1: unknown key "date" (the keys are match, title, publisher, published, reliability, url)`,
		}},
		{"key twice", rest + "Title: U\n", []string{`3: key "Title" is here a second time, first in line 1 (remove one of them)`}},
		{"key with a dot", rest + "page.size: a4\n", []string{`3: unknown key "page.size" (page is a mapping: write its keys under it, indented)`}},
		{"number for text", "title: 2026\nsections: [{id: a, title: A, keywords: [5]}]\n", []string{
			`1: title is a number, not text (put it in quotes: "2026")`,
			`2: entry 1 of section 1: keywords is a number, not text (put it in quotes: "5")`,
		}},
		{"date for text", rest + "purpose: 2026-01-02\n", []string{`3: purpose is a date, not text (put it in quotes: "2026-01-02")`}},
		{"truth for text", rest + "from: true\n", []string{`3: from is true or false, not text (put it in quotes: "true")`}},
		{"mapping for text", rest + "from: {a: b}\n", []string{"3: from is a mapping, not text"}},
		{"list for text", rest + "from:\n  - b\n", []string{"4: from is a list, not text"}},
		{"text for list", rest + "asks: a, b\n", []string{"3: asks is text, not a list (write it in brackets: [a, b])"}},
		{"mapping for list", rest + "asks: {a: b}\n", []string{"3: asks is a mapping, not a list (begin each item with - in a line of its own)"}},
		{"text for mapping", rest + "meeting: soon\n", []string{"3: meeting is text, not a mapping with keys (its keys are with, at, minutes, place, attendees)"}},
		{"mapping for sections", "title: T\nsections: {a: b}\n", []string{"2: sections is a mapping, not a list (begin each of them with - in a line of its own)"}},
		{"texts for sections", "title: T\nsections: [military]\n", []string{"2: sections: entry 1 is text, not a mapping with keys"}},
		{"no sections", "title: T\nsections: []\n", []string{"2: sections is missing (name at least one section with id, title and keywords)"}},
		{"empty title", "title: ' '\nsections: [{id: a, title: A, keywords: [b]}]\n", []string{"1: title is missing"}},
		{"empty keywords", "title: T\nsections: [{id: a, title: A, keywords: []}]\n", []string{
			"2: section 1: keywords are missing (write words that sentences about the section use: keywords: [harbour, port])",
		}},
		{"empty keyword", "title: T\nsections: [{id: a, title: A, keywords: [b, '']}]\n", []string{
			"2: entry 2 of section 1: keywords is empty (remove it or write something)",
		}},
		{"section without anything", "title: T\nsections:\n- weight: 1\n", []string{
			"3: section 1: id is missing",
			"3: section 1: title is missing",
			"3: section 1: keywords are missing (write words that sentences about the section use: keywords: [harbour, port])",
		}},
		{"id twice", "title: T\nsections:\n- {id: a, title: A, keywords: [b]}\n- {id: a, title: A, keywords: [b]}\n", []string{
			`4: section 2: id "a" is taken by the section in line 3 (give each section an id of its own)`,
		}},
		{"id with spaces", "title: T\nsections: [{id: a b, title: A, keywords: [b]}]\n", []string{`2: section 1: id "a b" has spaces (write "a-b")`}},
		{"bad limits", "title: T\nsections:\n- {id: a, title: A, keywords: [b], min_items: 3, max_items: 2}\n- {id: b, title: A, keywords: [b], min_items: -1, max_items: 1.5}\n- {id: c, title: A, keywords: [b], min_items: many, max_items: 99999}\n", []string{
			"3: section 1: min_items is 3, more than max_items, which is 2",
			"4: section 2: min_items is -1, less than 0",
			`4: section 2: max_items is "1.5", not a whole number`,
			"5: section 3: min_items is text, not a whole number",
			"5: section 3: max_items is 99999, more than 1000",
		}},
		{"bad weights", "title: T\nsections:\n- {id: a, title: A, keywords: [b], weight: 0}\n- {id: b, title: A, keywords: [b], weight: .nan}\n- {id: c, title: A, keywords: [b], weight: .inf}\n- {id: d, title: A, keywords: [b], weight: -2}\n", []string{
			"3: section 1: weight is 0, not more than 0",
			`4: section 2: weight is ".nan", not a number`,
			`5: section 3: weight is ".inf", not a number`,
			"6: section 4: weight is -2, not more than 0",
		}},
		{"bad dates", rest + "as_of: yesterday\nmeeting: {at: 2026-02-30T09:00:00Z}\nsources:\n- {match: a, published: 2026-13-01}\n- {match: b, published: 26}\n", []string{
			`3: as_of: "yesterday" is not a date like 2025-03-28 (write it as year-month-day)`,
			`4: meeting.at is "2026-02-30T09:00:00Z", not a date and time (write it as 2025-03-30T09:00:00+09:00)`,
			`6: source 1: published: "2026-13-01" is not a date like 2025-03-28 (write it as year-month-day)`,
			"7: source 2: published is a number, not a date",
		}},
		{"meeting without a zone", rest + "meeting: {at: 2026-05-06 09:00}\n", []string{
			"3: meeting.at is 2026-05-06 09:00 without a time zone (write the difference from UTC after it, as in 2026-05-06T09:00+09:00)",
		}},
		{"meeting without a time", rest + "meeting: {at: 2026-05-06}\n", []string{
			`3: meeting.at is "2026-05-06", not a date and time (write it as 2025-03-30T09:00:00+09:00)`,
		}},
		{"bad reliability", rest + "sources: [{match: a, reliability: G}, {match: b, reliability: good}]\n", []string{
			`3: source 1: reliability cannot be "G" (it can be A, B, C, D, E, F)`,
			`3: source 2: reliability cannot be "good" (it can be A, B, C, D, E, F)`,
		}},
		{"bad page size", rest + "page: {size: leter}\n", []string{`3: page.size cannot be "leter" (did you mean "letter"?)`}},
		{"bad language", rest + "language: English (US)\n", []string{`3: language "English (US)" is not a language tag (write a tag like en-US or ja)`}},
		{"bad pattern", rest + "sources: [{match: 'a[b'}, {title: x}]\n", []string{
			`3: source 1: match "a[b" is not a pattern for file names (* stands for any characters, ? for one, [ab] for one of them; \[ is a bracket)`,
			`3: source 2: match is missing (name a file, or several by a pattern like "004*")`,
		}},
		{"bad address", rest + "sources: [{match: a, url: javascript:alert(1)}, {match: b, url: example.com}]\n", []string{
			`3: source 1: url "javascript:alert(1)" is not a web address (write it out, with https://)`,
			`3: source 2: url "example.com" is not a web address (write it out, with https://)`,
		}},
		{"control character", rest + `purpose: "a\u0007b"` + "\n", []string{`3: purpose holds the control character "\a" (take it out)`}},
		{"long text", rest + "from: " + strings.Repeat("é", 301) + "\n", []string{"3: from has 301 characters, more than 300 (shorten it)"}},
		{"bad YAML", rest + "from: a: b\n", []string{
			"3: is not YAML: mapping values are not allowed in this context (look for a missing space after a colon, a tab, or text with a colon or # that needs quotes)",
		}},
		{"two documents", rest + "---\n" + rest, []string{"3: a second document starts here (write one config to a file)"}},
		{"merge key", "x: &x {id: a}\nsections: [{<<: *x}]\n", []string{
			"2: merging with << is not supported (write the keys out; an alias for a single value works)",
		}},
		{"alias", "title: &t 5\nfrom: *t\nsections: [{id: a, title: A, keywords: [b]}]\n", []string{
			`1: title is a number, not text (put it in quotes: "5")`,
			`2: from is a number, not text (put it in quotes: "5")`,
		}},
		{"not UTF-8", rest + "from: caf\xe9\n", []string{"3: is not UTF-8 text (save it as UTF-8)"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Load(write(t, "a.yaml", tt.text))
			if got := problems(err); strings.Join(got, "\n") != strings.Join(tt.want, "\n") {
				t.Errorf("Load(%q)\n got %s\nwant %s", tt.text, strings.Join(got, "\n     "), strings.Join(tt.want, "\n     "))
			}
		})
	}
}

func TestErrorsOfOtherFormats(t *testing.T) {
	const jsonHint = " (look for a missing comma or quote, or one too many)"
	const tomlHint = " (text stands in quotes, lists in brackets; a key stands in a table once)"
	for _, tt := range []struct {
		name, file, text string
		want             []string
	}{
		{"JSON values", "a.json", "{\"title\": 5,\n\"sections\": [\n{\"id\": \"a\", \"title\": \"A\",\n\"keywords\": [\"b\"], \"wieght\": 1}]}", []string{
			`1: title is a number, not text (put it in quotes: "5")`,
			`4: section 1: unknown key "wieght" (did you mean "weight"?)`,
		}},
		{"JSON key twice", "a.json", "{\"title\": \"T\",\n\"title\": \"U\"}", []string{`2: key "title" is here a second time, first in line 1 (remove one of them)`}},
		{"JSON comma", "a.json", "{\"title\": \"T\"\n\n\"from\": \"U\"}", []string{"3: is not JSON: invalid character '\"' after object key:value pair" + jsonHint}},
		{"JSON cut off", "a.json", "{\"title\": \"T\",\n\"from\": [\n\n", []string{"2: is not JSON: it ends in the middle" + jsonHint}},
		{"JSON and more", "a.json", "{}\n{}", []string{"2: is not JSON: there is more after the end of the config" + jsonHint}},
		{"JSON list", "a.json", "[1]", []string{"1: is a list, not a config (a config has lines like title: Harbour talks)"}},
		{"JSON empty", "a.json", "", []string{"0: title is missing", "0: sections is missing (name at least one section with id, title and keywords)"}},
		{"TOML values", "a.toml", "title = 5\n\n[[sections]]\nid = 'a'\ntitle = 'A'\nkeywords = [\n 'b',\n 7]\n[meeting]\nminutes = true\n[[sections]]\nid='b'\n", []string{
			`1: title is a number, not text (put it in quotes: "5")`,
			`8: entry 2 of section 1: keywords is a number, not text (put it in quotes: "7")`,
			"10: meeting.minutes is true or false, not a whole number",
			"11: section 2: title is missing",
			"11: section 2: keywords are missing (write words that sentences about the section use: keywords: [harbour, port])",
		}},
		{"TOML local time", "a.toml", "title = 'T'\nmeeting.at = 2026-05-06T09:00:00\nsections = [{id = 'a', title = 'A', keywords = ['b'], wait = 1}]\n", []string{
			"2: meeting.at is 2026-05-06T09:00:00 without a time zone (write the difference from UTC after it, as in 2026-05-06T09:00:00+09:00)",
			`3: section 1: unknown key "wait" (the keys are id, title, keywords, min_items, max_items, weight)`,
		}},
		{"TOML table in a list", "a.toml", "title = 'T'\n[[sections]]\nid = 'a'\ntitle = 'A'\nkeywords = ['b']\n[sections.more]\nweight = 2\n", []string{
			`6: section 1: unknown key "more" (the keys are id, title, keywords, min_items, max_items, weight)`,
		}},
		{"TOML syntax", "a.toml", "title = 'T'\nfrom = U\n", []string{"2: is not TOML: incomplete number" + tomlHint}},
		{"extension", "a.txt", "", []string{`0: ".txt" is not the extension of a config (write the config in YAML, TOML or JSON and call it so: .yaml, .toml, .json)`}},
		{"no name", ".yaml", rest, []string{"0: the file has no name before its extension (call it something like harbour.yaml: the briefing has the same name)"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Load(write(t, tt.file, tt.text))
			if got := problems(err); strings.Join(got, "\n") != strings.Join(tt.want, "\n") {
				t.Errorf("Load(%q)\n got %s\nwant %s", tt.text, strings.Join(got, "\n     "), strings.Join(tt.want, "\n     "))
			}
		})
	}
}

// What is far too large is refused soon, in bounded memory and stack.
func TestAbsurdSizes(t *testing.T) {
	manySections := "title: T\nsections:\n" + strings.Repeat("- {id: a, title: A, keywords: [b]}\n", 10_000)
	aliases := "a: &a [x,x,x,x,x,x,x,x,x]\n"
	for c := 'b'; c <= 'i'; c++ {
		aliases += fmt.Sprintf("%c: &%c [*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c]\n", c, c, c-1, c-1, c-1, c-1, c-1, c-1, c-1, c-1, c-1)
	}
	for _, tt := range []struct{ name, file, text, want string }{
		{"10 MB", "a.yaml", strings.Repeat("# filler\n", 10<<20/9), "larger than 1048576 bytes"},
		{"10,000 sections", "a.yaml", manySections, "sections has 10000 entries, more than 50"},
		{"aliases", "a.yaml", aliases, "more than 100000 values"},
		{"an alias to itself", "a.yaml", "a: &a [*a]\n", "50 levels"},
		{"deep YAML", "a.yaml", "a: " + strings.Repeat("[", 9_000) + strings.Repeat("]", 9_000), "50 levels"},
		{"deep JSON", "a.json", `{"a":` + strings.Repeat("[", 500_000), "50 levels"},
		{"deep TOML", "a.toml", "a = " + strings.Repeat("[", 500_000), "50 levels"},
		{"10,000 keys", "a.yaml", manyKeys(10_000), "more than 200 keys"},
		{"100 unknown keys", "a.yaml", manyKeys(100), "and 82 more problems"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Load(write(t, tt.file, tt.text))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %.300v, want one with %q", err, tt.want)
			}
		})
	}
}

func manyKeys(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "key_%d: x\n", i)
	}
	return b.String()
}

func TestUnreadable(t *testing.T) {
	dir := t.TempDir()
	_, err := Load(filepath.Join(dir, "none.yaml"))
	want := "0: no such file or directory (brief init writes a config to start from)"
	if got := problems(err); len(got) != 1 || got[0] != want {
		t.Errorf("no file: %q, want %q", got, want)
	}
	folder := filepath.Join(dir, "folder.yaml")
	if err := os.Mkdir(folder, 0o777); err != nil {
		t.Fatal(err)
	}
	if got := problems(func() error { _, err := Load(folder); return err }()); len(got) != 1 || got[0] != "0: is a directory" {
		t.Errorf("a folder: %q", got)
	}
}

func TestEnvironmentErrorsNameTheVariable(t *testing.T) {
	t.Setenv("BRIEF_PAGE_SIZE", "a5")
	t.Setenv("BRIEF_SOURCES", "[")
	_, err := Load(write(t, "a.yaml", rest))
	for _, want := range []string{`BRIEF_PAGE_SIZE: page.size cannot be "a5"`, "BRIEF_SOURCES:1: is not YAML"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want one with %q", err, want)
		}
	}
}

// FuzzLoad: whatever stands in a config, the outcome is a profile that keeps
// what its documentation says, or errors of ours.
func FuzzLoad(f *testing.F) {
	for name, text := range full {
		f.Add(filepath.Ext(name)[1:], text)
	}
	f.Add("yaml", "a: &a [*a]\n? [x]\n: y\n")
	f.Add("yaml", "title: !!binary aGk=\nsections: !!set {a, b}\n")
	f.Add("json", `{"title":"\ud800","sections":[{"id":1e999}]}`)
	f.Add("toml", "a.b.c = {d.e = 1}\n[[a.x]]\n[a.x.y]\n")
	f.Fuzz(func(t *testing.T, format, text string) {
		if format != "yaml" && format != "json" && format != "toml" {
			return
		}
		p, err := parse("a."+format, format, []byte(text), "")
		if err != nil {
			for _, s := range problems(err) {
				if strings.HasPrefix(s, "not a *doc.Error") {
					t.Error(s)
				}
			}
			return
		}
		if p.Title == "" || len(p.Sections) == 0 || p.Page.Template == "" {
			t.Errorf("accepted %q as %+v", text, p)
		}
		for _, s := range p.Sections {
			if s.ID == "" || s.Title == "" || len(s.Keywords) == 0 || s.MinItems < -1 || !(s.Weight > 0) {
				t.Errorf("accepted section %+v", s)
			}
		}
	})
}
