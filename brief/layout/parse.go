package layout

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"readahead/brief/doc"
)

// ParseTemplate reads a template written in YAML. Name is its file's or, of a
// built-in one, its own. What is wrong with it comes back as a [*doc.Error]
// with the line: keys that are missing, unknown or there twice, values of the
// wrong kind, and sizes that no page can be set in.
func ParseTemplate(name string, data []byte) (Template, error) {
	t := Template{Name: name}
	root, err := readSettings(name, data)
	if err != nil {
		return t, err
	}
	d := &decoder{file: name, root: &root}
	if err := d.fields(&root, reflect.ValueOf(&t).Elem(), "the template"); err != nil {
		return t, err
	}
	return t, t.check(d)
}

// A decoder fills a Template's fields from settings.
type decoder struct {
	file string
	root *setting
}

func (d *decoder) errorf(line int, hint, format string, args ...any) error {
	return &doc.Error{File: d.file, Line: line, Msg: fmt.Sprintf(format, args...), Hint: hint}
}

// line returns the line of the setting at a path like "styles.body.size".
func (d *decoder) line(path string) int {
	at := d.root
	for key := range strings.SplitSeq(path, ".") {
		for i := range at.inner {
			if at.inner[i].key == key {
				at = &at.inner[i]
				break
			}
		}
	}
	return at.line
}

// fields reads a mapping, which what names, into the fields of a struct.
func (d *decoder) fields(s *setting, v reflect.Value, what string) error {
	if s.kind != mapSetting {
		return d.errorf(s.line, "", "%s is not a mapping of keys to values", what)
	}
	keys := keysOf(v.Type())
	seen := make([]bool, len(keys))
	for i := range s.inner {
		in := &s.inner[i]
		k := slices.Index(keys, in.key)
		if k < 0 || in.key == "" {
			return d.errorf(in.keyLine, "did you mean "+nearest(in.key, keys)+"?", "unknown key %q in %s", in.key, what)
		}
		if seen[k] {
			return d.errorf(in.keyLine, "", "key %q stands twice in %s", in.key, what)
		}
		seen[k] = true
		if err := d.value(in, v.Field(k), what); err != nil {
			return err
		}
	}
	for k, ok := range seen {
		if !ok && keys[k] != "" {
			return d.errorf(s.line, "the template read-ahead has it", "key %q is missing in %s", keys[k], what)
		}
	}
	return nil
}

// value reads one setting into a field, by the field's type.
func (d *decoder) value(s *setting, v reflect.Value, what string) error {
	ok, hint := false, ""
	switch p := v.Addr().Interface().(type) {
	case *string:
		*p, ok, hint = s.value, true, "give it a text"
	case *Length:
		*p, ok = parseLength(s.value)
		hint = "a length in points, like 9.5"
	case *Share:
		*p, ok = parseShare(s.value)
		hint = "a share, like 125%"
	case *Size:
		*p, ok = parseSize(s.value)
		hint = "points, like 8.5, or a share of the body size, like 90%"
	case *Elastic:
		*p, ok = parseElastic(s.value)
		hint = "a length, like 8, or two, like 8 .. 16"
	case *Color:
		*p, ok = parseColor(s.value)
		hint = `a colour in quotes, like "#1d4172"`
	default:
		return d.fields(s, v, s.key)
	}
	if !ok || s.kind != textSetting {
		return d.errorf(s.line, hint, "%s cannot be %q in %s", s.key, s.value, what)
	}
	return nil
}

// keysOf returns the keys of a struct's fields, "" for a field that is not
// read.
func keysOf(t reflect.Type) []string {
	keys := make([]string, t.NumField())
	for i := range keys {
		switch f := t.Field(i); f.Tag.Get("yaml") {
		case "":
			keys[i] = strings.ToLower(f.Name)
		case "-":
		default:
			keys[i] = f.Tag.Get("yaml")
		}
	}
	return keys
}

// nearest returns the key that takes the fewest changes of a letter to get
// from what was written (Levenshtein's distance).
func nearest(written string, keys []string) string {
	written = written[:min(len(written), 64)]
	best, least := "", -1
	for _, key := range keys {
		if key == "" {
			continue
		}
		row := make([]int, len(key)+1)
		for j := range row {
			row[j] = j
		}
		for i := range len(written) {
			diagonal := row[0]
			row[0] = i + 1
			for j := range len(key) {
				change := diagonal
				if written[i] != key[j] {
					change++
				}
				diagonal = row[j+1]
				row[j+1] = min(change, row[j]+1, row[j+1]+1)
			}
		}
		if distance := row[len(key)]; least < 0 || distance < least {
			best, least = key, distance
		}
	}
	return strconv.Quote(best)
}
