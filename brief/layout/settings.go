package layout

import (
	"bytes"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"readahead/brief/doc"
)

// A setting is a key of a template with its value: a text or more settings.
type setting struct {
	key     string
	line    int
	kind    settingKind
	value   string
	inner   []setting
	keyLine int
}

type settingKind int8

const (
	textSetting settingKind = iota
	mapSetting
	listSetting  // of texts; its value has them with commas between
	otherSetting // nothing at all, or a list of something else
)

// readSettings reads a template's YAML. What most templates are written in is
// read here; the rest of the language, which takes a hundred times as long, by
// package yaml.
func readSettings(file string, data []byte) (setting, error) {
	if root, ok := readPlain(data); ok {
		return root, nil
	}
	var n yaml.Node
	if err := yaml.Unmarshal(data, &n); err != nil {
		return setting{}, syntaxError(file, err)
	}
	if len(n.Content) == 0 {
		return setting{}, &doc.Error{File: file, Msg: "the template is empty", Hint: "start from a copy of the template read-ahead"}
	}
	return fromYAML("", 1, n.Content[0], 0), nil
}

// maxDepth is deeper than templates go, and keeps an alias that contains
// itself from being followed for ever.
const maxDepth = 8

func fromYAML(key string, keyLine int, n *yaml.Node, depth int) setting {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	s := setting{key: key, keyLine: keyLine, line: n.Line, value: n.Value, kind: otherSetting}
	switch {
	case n.Kind == yaml.ScalarNode && n.Tag != "!!null":
		s.kind = textSetting
	case n.Kind == yaml.SequenceNode && depth < maxDepth:
		s.kind = listSetting
		var texts []string
		for _, item := range n.Content {
			if item.Kind != yaml.ScalarNode {
				s.kind = otherSetting
			}
			texts = append(texts, item.Value)
		}
		s.value = strings.Join(texts, ", ")
	case n.Kind == yaml.MappingNode && depth < maxDepth:
		s.kind = mapSetting
		for i := 0; i+1 < len(n.Content); i += 2 {
			s.inner = append(s.inner, fromYAML(n.Content[i].Value, n.Content[i].Line, n.Content[i+1], depth+1))
		}
	}
	return s
}

// syntaxError turns the YAML reader's message, "yaml: line 3: …", into an
// error with a place.
func syntaxError(file string, err error) error {
	msg := strings.TrimPrefix(err.Error(), "yaml: ")
	line := 0
	if rest, ok := strings.CutPrefix(msg, "line "); ok {
		if number, text, ok := strings.Cut(rest, ": "); ok {
			line, _ = strconv.Atoi(number)
			msg = text
		}
	}
	return &doc.Error{File: file, Line: line, Msg: "not YAML: " + msg}
}

// readPlain reads YAML in which settings stand under headings, a line each,
// with plain or double-quoted values or, in braces, plain settings. It returns
// false for anything else, right or wrong.
func readPlain(data []byte) (root setting, ok bool) {
	root = setting{kind: mapSetting, line: 1, inner: make([]setting, 0, 16)}
	for _, r := range string(data) {
		if r < ' ' && r != '\n' || 0x7F <= r && r < 0xA0 || 0x2028 <= r && r <= 0x2029 || r > 0xD7FF {
			return root, false
		}
	}
	var heading *setting
	line := 0
	for len(data) > 0 {
		text, rest, _ := bytes.Cut(data, []byte("\n"))
		data = rest
		line++
		s := string(text)
		body := strings.TrimLeft(s, " ")
		if body == "" || body[0] == '#' {
			continue
		}
		indent := len(s) - len(body)
		key, value, ok := strings.Cut(body, ":")
		if !ok || !isPlainKey(key) || value != "" && value[0] != ' ' {
			return root, false
		}
		one, ok := plainValue(strings.TrimLeft(value, " "), line)
		if !ok {
			return root, false
		}
		one.key, one.keyLine = key, line
		switch {
		case indent == 0 && one.kind == otherSetting:
			root.inner = append(root.inner, one)
			heading = &root.inner[len(root.inner)-1]
			heading.kind = mapSetting
			heading.inner = make([]setting, 0, 24)
		case indent == 0:
			root.inner = append(root.inner, one)
			heading = nil
		case indent == 2 && heading != nil && one.kind != otherSetting:
			heading.inner = append(heading.inner, one)
		default:
			return root, false
		}
	}
	for _, s := range root.inner {
		if s.kind == mapSetting && len(s.inner) == 0 {
			return root, false
		}
	}
	return root, len(root.inner) > 0
}

// plainValue reads what stands behind a key.
func plainValue(s string, line int) (setting, bool) {
	v := setting{line: line}
	switch {
	case s == "" || s[0] == '#':
		v.kind = otherSetting
		return v, true
	case s[0] == '"':
		end := strings.IndexByte(s[1:], '"') + 1
		if end == 0 {
			return v, false
		}
		v.value = s[1:end]
		return v, strings.IndexByte(v.value, '\\') < 0 && isComment(s[end+1:])
	case s[0] == '{':
		v.kind = mapSetting
		v.inner = make([]setting, 0, 5) // as many as a style has
		inside, after, ok := strings.Cut(s[1:], "}")
		if !ok || !isComment(after) {
			return v, false
		}
		for pair := range strings.SplitSeq(inside, ",") {
			key, value, ok := strings.Cut(strings.TrimSpace(pair), ": ")
			value = strings.TrimSpace(value)
			if !ok || !isPlainKey(key) || !isPlainText(value) {
				return v, false
			}
			v.inner = append(v.inner, setting{key: key, keyLine: line, line: line, value: value})
		}
		return v, true
	}
	s, _, _ = strings.Cut(s, " #")
	v.value = strings.TrimRight(s, " ")
	return v, isPlainText(v.value)
}

// isComment reports whether there is nothing but a comment, if that.
func isComment(s string) bool {
	rest := strings.TrimLeft(s, " ")
	return rest == "" || rest[0] == '#' && rest != s
}

func isPlainKey(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < 'a' || c > 'z') && c != '_' {
			return false
		}
	}
	return s != "" && s != "null"
}

// isPlainText reports whether s means itself in YAML.
func isPlainText(s string) bool {
	s = strings.TrimPrefix(s, "-") // of a number
	return s != "" && s[0] != ' ' && s != "null" && s != "~" &&
		strings.IndexByte("-?:,[]{}#&*!|>'\"%@`", s[0]) < 0 &&
		!strings.ContainsAny(s, "\t\r\x00{}[]") && !strings.Contains(s, ": ") && s[len(s)-1] != ':'
}
