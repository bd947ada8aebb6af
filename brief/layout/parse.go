package layout

import (
	"fmt"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"readahead/brief/doc"
)

// ParseTemplate reads a template that extends none; see [LoadTemplate].
func ParseTemplate(name string, data []byte) (Template, error) {
	return LoadTemplate(name, data, nil)
}

// LoadTemplate reads a template written in YAML. Name is its file's or, of a
// built-in one, its own. Where the template extends another, base finds that:
// it gets the name, and the files of the chain so far, which it must not
// return again.
//
// What is wrong comes back as a [*doc.Error] with the file and the line: keys
// that are missing, unknown or there twice, values of the wrong kind, sizes
// that no page can be set in, and colours that cannot be told apart.
func LoadTemplate(name string, data []byte, base Finder) (Template, error) {
	t := Template{Name: name}
	layers, err := readLayers(name, data, base)
	if err != nil {
		return t, err
	}
	d := &decoder{layers: layers}
	for i := len(layers) - 1; i >= 0; i-- {
		d.file, d.partial = layers[i].file, i < len(layers)-1
		logo := t.Logo.File
		if err := d.fields(&layers[i].root, reflect.ValueOf(&t).Elem(), "the template"); err != nil {
			return t, err
		}
		if t.Logo.File != logo && !filepath.IsAbs(t.Logo.File) {
			t.Logo.File = filepath.Join(filepath.Dir(d.file), t.Logo.File)
		}
	}
	return t, t.check(d)
}

// A decoder fills a Template's fields from settings.
type decoder struct {
	layers  []layer // the template, the one that it extends, and so on
	file    string  // of the layer that is read
	partial bool    // what it lacks is there already
	known   []typeKeys
}

// typeKeys are the keys of a struct's fields.
type typeKeys struct {
	of   reflect.Type
	keys []string
}

// keysOf returns the keys of a struct's fields. Most templates have twenty
// styles and more, which have the same.
func (d *decoder) keysOf(t reflect.Type) []string {
	for i := range d.known {
		if d.known[i].of == t {
			return d.known[i].keys
		}
	}
	d.known = append(d.known, typeKeys{t, keysOf(t)})
	return d.known[len(d.known)-1].keys
}

func (d *decoder) errorf(line int, hint, format string, args ...any) error {
	return &doc.Error{File: d.file, Line: line, Msg: fmt.Sprintf(format, args...), Hint: hint}
}

// find returns the file and the line of the setting at a path like
// "styles.body.size": where it was set last, or else what comes nearest in the
// template itself.
func (d *decoder) find(path string) (file string, line int) {
	for i := range d.layers {
		at, all := &d.layers[i].root, true
		for key := range strings.SplitSeq(path, ".") {
			k := slices.IndexFunc(at.inner, func(s setting) bool { return s.key == key })
			if k < 0 {
				all = false
				continue
			}
			at = &at.inner[k]
		}
		if all || i == 0 {
			file, line = d.layers[i].file, at.line
		}
		if all {
			break
		}
	}
	return file, line
}

// fields reads a mapping, which what names, into the fields of a struct.
func (d *decoder) fields(s *setting, v reflect.Value, what string) error {
	if s.kind != mapSetting {
		return d.errorf(s.line, "", "%s is not a mapping of keys to values", what)
	}
	keys := d.keysOf(v.Type())
	seen := make([]bool, len(keys))
	for i := range s.inner {
		in := &s.inner[i]
		k := slices.Index(keys, in.key)
		if k < 0 || in.key == "" {
			return d.errorf(in.keyLine, "did you mean "+strconv.Quote(Nearest(in.key, keys))+"?", "unknown key %q in %s", in.key, what)
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
		if !ok && keys[k] != "" && !d.partial && !isOptional(v.Type().Field(k)) {
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
	case *Count:
		*p, ok = parseCount(s.value)
		hint = "1 or 2"
	case *Blocks:
		if *p, ok = parseBlocks(s.value); s.kind == listSetting {
			s.kind = textSetting
		}
		hint = "names with commas between: " + blockNames()
	default:
		return d.fields(s, v, s.key)
	}
	if !ok || s.kind != textSetting {
		written := s.value
		if s.kind == listSetting {
			written = "[" + written + "]"
		}
		return d.errorf(s.line, hint, "%s cannot be %q in %s", s.key, written, what)
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
			keys[i], _, _ = strings.Cut(f.Tag.Get("yaml"), ",")
		}
	}
	return keys
}

// isOptional reports whether a template need not have the field.
func isOptional(f reflect.StructField) bool { return strings.HasSuffix(f.Tag.Get("yaml"), ",optional") }

// Nearest returns the one of some words that takes the fewest changes of a letter to get
// from what was written (Levenshtein's distance), "" if there is none.
func Nearest(written string, keys []string) string {
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
	return best
}
