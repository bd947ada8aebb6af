package config

import (
	"fmt"
	"strings"

	"github.com/spf13/viper"

	"readahead/brief/doc"
)

// A value is one value of a config with its place.
type value struct {
	kind  kind
	text  string // of a scalar: as it is written, without quotes
	file  string // or the environment variable that it is from
	line  int    // in the file, from 1
	items []value
	keys  []entry // in the order of the file
}

// An entry is a key of a mapping with its value.
type entry struct {
	name string
	line int
	value
}

// A kind says how a value is written.
type kind int

const (
	null kind = iota
	text
	number
	boolean
	moment // a date, a time of day or both, without quotes
	loose  // from a variable or a default: text that may mean any scalar
	list
	mapping
)

func (k kind) String() string {
	switch k {
	case null:
		return "nothing"
	case text, loose:
		return "text"
	case number:
		return "a number"
	case boolean:
		return "true or false"
	case moment:
		return "a date"
	case list:
		return "a list"
	}
	return "a mapping"
}

// Limits on the number of values, of keys in one mapping, and on nesting. They
// stop a small file from growing through YAML's aliases and from exhausting
// time or stack.
const (
	maxValues = 100_000
	maxKeys   = 200
	maxDepth  = 50
)

// add appends the entry to the mapping. Keys are the same in capitals, as
// Viper has it.
func (v *value) add(e entry) error {
	if len(v.keys) == maxKeys {
		return &doc.Error{File: v.file, Line: e.line, Msg: fmt.Sprintf("more than %d keys, too many for a config", maxKeys)}
	}
	for _, old := range v.keys {
		if strings.EqualFold(old.name, e.name) {
			return &doc.Error{
				File: v.file,
				Line: e.line,
				Msg:  fmt.Sprintf("key %q is here a second time, first in line %d", e.name, old.line),
				Hint: "remove one of them",
			}
		}
	}
	v.keys = append(v.keys, e)
	return nil
}

func (v *value) get(key string) (entry, bool) {
	for _, e := range v.keys {
		if strings.EqualFold(e.name, key) {
			return e, true
		}
	}
	return entry{}, false
}

// A decoder decodes configs for Viper into values that know their places.
type decoder struct {
	file string
	root value
}

// Decoder implements [viper.DecoderRegistry].
func (d *decoder) Decoder(format string) (viper.Decoder, error) {
	switch format {
	case "json":
		return decodeFunc(func(b []byte, m map[string]any) error { return d.decode(b, m, decodeJSON) }), nil
	case "toml":
		return decodeFunc(func(b []byte, m map[string]any) error { return d.decode(b, m, decodeTOML) }), nil
	}
	return decodeFunc(func(b []byte, m map[string]any) error { return d.decode(b, m, decodeYAML) }), nil
}

type decodeFunc func(b []byte, m map[string]any) error

func (f decodeFunc) Decode(b []byte, m map[string]any) error { return f(b, m) }

// decode fills m with the values of the config. The mappings meeting, page and
// schedule are maps to Viper; whatever else there is goes through it untouched.
func (d *decoder) decode(b []byte, m map[string]any, parse func(file string, data []byte) (value, error)) error {
	root, err := parse(d.file, b)
	if err != nil {
		return err
	}
	if root.kind != mapping && root.kind != null {
		return &doc.Error{
			File: d.file,
			Line: root.line,
			Msg:  "is " + root.kind.String() + ", not a config",
			Hint: "a config has lines like title: Harbour talks",
		}
	}
	d.root = root
	for _, e := range root.keys {
		name := strings.ToLower(e.name)
		if name == "schedule" && e.kind != mapping {
			m[name] = map[string]any{}
			put(m[name].(map[string]any), "cron", e.value) // which it is short for
			continue
		}
		if e.kind != mapping || name != "meeting" && name != "page" && name != "schedule" {
			put(m, name, e.value)
			continue
		}
		inner := make(map[string]any, len(e.keys))
		for _, f := range e.keys {
			put(inner, strings.ToLower(f.name), f.value)
		}
		m[name] = inner
	}
	return nil
}

// put leaves out keys without a value, so that their defaults count.
func put(m map[string]any, name string, v value) {
	if v.kind != null {
		m[name] = v
	}
}
