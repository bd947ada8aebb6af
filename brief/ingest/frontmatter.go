package ingest

import (
	"strings"

	"readahead/brief/doc"
)

// longestFrontMatter bounds the front matter that is looked for, in bytes.
const longestFrontMatter = 64 << 10

// frontMatterEnd returns where the text after front matter begins: YAML
// between lines of three dashes or TOML between lines of three pluses, at the
// very top. It is 0 if there is none.
func frontMatterEnd(s string) int {
	s = s[:min(len(s), longestFrontMatter)]
	end, at := endOfLine(s, 0)
	fence := strings.TrimRight(s[:end], " \t")
	if fence != "---" && fence != "+++" {
		return 0
	}
	mark := byte(':')
	if fence == "+++" {
		mark = '='
	}
	keys := 0
	for at < len(s) {
		end, next := endOfLine(s, at)
		line := strings.TrimRight(s[at:end], " \t")
		switch {
		case line == fence, line == "..." && mark == ':':
			if keys == 0 {
				return 0
			}
			return next
		case line == "", isBlank(line[0]), line[0] == '#', line[0] == '-', line[0] == '[', line[0] == ']', line[0] == '}':
			// the inside of a value, or nothing
		case keyLength(line, mark) > 0:
			keys++
		default:
			return 0
		}
		at = next
	}
	return 0
}

// keyLength returns the length of the key that a line of front matter begins
// with, 0 if there is none.
func keyLength(line string, mark byte) int {
	n := strings.IndexByte(line, mark)
	if n <= 0 {
		return 0
	}
	key := strings.TrimRight(line[:n], " \t")
	if strings.ContainsAny(key, " \t") && key[0] != '"' {
		return 0
	}
	return len(key)
}

// frontMatter takes the front matter off the top of t and fills in what it
// says. Nothing in it is evaluated, and only plain values are read.
func (r *reader) frontMatter(t doc.Text) doc.Text {
	s := t.String()
	end := frontMatterEnd(s)
	if end == 0 {
		return t
	}
	mark := byte(':')
	if s[0] == '+' {
		mark = '='
	}
	m := &r.doc.Meta
	for _, line := range splitLines(t.Slice(0, end)) {
		n := keyLength(line.String(), mark)
		if n == 0 || isBlank(line.String()[0]) {
			continue
		}
		key := strings.ToLower(strings.Trim(line.String()[:n], `"'`))
		value := r.value(line.Slice(strings.IndexByte(line.String(), mark)+1, line.Len()))
		if value.Len() == 0 {
			continue
		}
		switch key {
		case "title", "headline":
			if title, _, _ := r.markdownInline(value, nil); m.Title == "" && title.Len() > 0 {
				r.doc.Title, m.Title = title, title.String()
			}
		case "author", "authors", "byline", "by":
			first(&m.Author, value.String())
		case "publication", "publisher", "outlet", "site", "site_name", "newspaper", "source":
			if !strings.Contains(value.String(), "://") {
				first(&m.Publisher, value.String())
			}
		case "date", "published", "publish_date", "publishdate", "date_published", "pubdate", "created":
			if m.Published.IsZero() {
				m.Published = writtenDate(value.String())
			}
		case "lang", "language", "locale":
			first(&r.doc.Lang, strings.ReplaceAll(value.String(), "_", "-"))
		case "url", "canonical", "canonical_url", "canonicalurl", "link":
			if strings.Contains(value.String(), "://") {
				first(&m.URL, value.String())
			}
		}
	}
	r.drop(t.Slice(0, end), "front matter")
	return t.Slice(end, len(s))
}

// value returns a value of front matter without its quotes, brackets or
// comment. Block scalars and nested values are none.
func (r *reader) value(t doc.Text) doc.Text {
	t = t.TrimSpace()
	s := t.String()
	if s == "" || strings.IndexByte("|>{&*!#", s[0]) >= 0 {
		return doc.Text{}
	}
	if s[0] == '[' {
		t = t.Slice(1, len(strings.TrimRight(s, "] \t"))).TrimSpace()
		if s = t.String(); s == "" {
			return t
		}
	}
	if q := s[0]; q == '"' || q == '\'' {
		if n := strings.IndexByte(s[1:], q); n >= 0 {
			return collapse(r.mend.piece(t.Slice(1, 1+n), true)).TrimSpace()
		}
	}
	if n := strings.Index(s, " #"); n >= 0 {
		t = t.Slice(0, n)
	}
	return collapse(r.mend.piece(t, true)).TrimSpace()
}
