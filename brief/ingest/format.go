package ingest

import (
	"path/filepath"
	"strings"

	"readahead/brief/doc"
)

// lookAt is how much of a file's beginning its format is told from, in bytes.
const lookAt = 64 << 10

// formatOf tells the format of a text: by its content where that leaves no
// doubt, else by the extension of its file, else by the marks it uses.
func formatOf(file, s string) doc.Format {
	head := s[:min(len(s), lookAt)]
	if startsAsHTML(head) {
		return doc.HTML
	}
	switch strings.ToLower(filepath.Ext(file)) {
	case ".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd":
		return doc.Markdown
	case ".html", ".htm", ".xhtml", ".shtml":
		if strings.Contains(head, "<") {
			return doc.HTML
		}
	}
	switch {
	case isFragment(head):
		return doc.HTML
	case frontMatterEnd(s) > 0, usesMarkdown(head):
		return doc.Markdown
	}
	return doc.PlainText
}

// isFragment reports whether s is HTML without the elements around a page: it
// begins with a tag, or has one soon and tags all over. Text that shows some
// HTML further down is not.
func isFragment(s string) bool {
	const soon, often = 500, 400 // bytes
	n := tags(s)
	if strings.HasPrefix(strings.TrimSpace(s), "<") {
		return n >= 3
	}
	return n >= 6 && n*often >= len(s) && tags(s[:min(len(s), soon)]) > 0
}

// startsAsHTML reports whether s begins with a document type or an element
// that only whole pages have, after comments and an XML declaration.
func startsAsHTML(s string) bool {
	for {
		s = strings.TrimLeft(s, " \t\r\n\ufeff")
		var end string
		switch {
		case strings.HasPrefix(s, "<!--"):
			end = "-->"
		case strings.HasPrefix(s, "<?xml"):
			end = "?>"
		default:
			for _, start := range [...]string{"<!doctype html", "<html", "<head", "<body"} {
				if len(s) > len(start) && strings.EqualFold(s[:len(start)], start) {
					return true
				}
			}
			return false
		}
		i := strings.Index(s, end)
		if i < 0 {
			return false
		}
		s = s[i+len(end):]
	}
}

// tags counts the tags in s that stand for blocks, line breaks and links.
func tags(s string) int {
	n := 0
	for i := strings.IndexByte(s, '<'); i >= 0 && i+1 < len(s); {
		at := i + 1
		if s[at] == '/' {
			at++
		}
		if tag, end := tagName(s, at, min(len(s), at+16)); tag != 0 && end < len(s) && (isBlock(tag) || tag.String() == "a" || tag.String() == "br") {
			n++
		}
		k := strings.IndexByte(s[at:], '<')
		if k < 0 {
			break
		}
		i = at + k
	}
	return n
}

// usesMarkdown reports whether s has so many of those marks of Markdown that
// plain text hardly uses, headings, links with their addresses and bold type,
// that it must be Markdown. Bullets, rules and tables do not count, for they
// are in plain text as well.
func usesMarkdown(s string) bool {
	headings, links, bold, lines := 0, 0, 0, 0
	blank := true // whether the line before is
	for line := range strings.Lines(s) {
		line = strings.TrimRight(line, " \t\r\n")
		if level := atxLevel(line); level > 0 && blank && len(line) > level+1 {
			headings++
		}
		if strings.Contains(line, "](http") || strings.Contains(line, "](/") {
			links++
		}
		if i := strings.Index(line, "**"); i >= 0 && strings.Contains(line[i+2:], "**") {
			bold++
		}
		if blank = line == ""; !blank {
			lines++
		}
	}
	if headings == 0 && links*10 < lines {
		return false
	}
	return 2*headings+min(links, 4)+min(bold, 2) >= 4
}

// atxLevel returns the level of a Markdown heading that the line begins as, 0
// if it is none.
func atxLevel(line string) int {
	s := strings.TrimLeft(line, " ")
	if len(line)-len(s) > 3 {
		return 0
	}
	level := len(s) - len(strings.TrimLeft(s, "#"))
	if level == 0 || level > 6 || level < len(s) && s[level] != ' ' && s[level] != '\t' {
		return 0
	}
	return level
}
