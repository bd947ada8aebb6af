package config

import (
	"errors"
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/viper"

	"readahead/brief/doc"
)

// maxErrors are reported at a time.
const maxErrors = 20

// A reader turns values into the fields of a profile and collects what is
// wrong with them. A value that is wrong reads as zero.
type reader struct {
	viper    *viper.Viper
	file     string
	dir      string // the folder that paths in the file start from
	problems []*doc.Error
}

// err returns the problems in the order of their lines.
func (r *reader) err() error {
	slices.SortStableFunc(r.problems, func(a, b *doc.Error) int { return a.Line - b.Line })
	var errs []error
	for i, p := range r.problems {
		if i == maxErrors {
			errs = append(errs, &doc.Error{File: r.file, Msg: fmt.Sprintf("and %d more problems", len(r.problems)-i)})
			break
		}
		errs = append(errs, p)
	}
	return errors.Join(errs...)
}

// failf reports a problem with v.
func (r *reader) failf(v value, hint, format string, args ...any) {
	r.problems = append(r.problems, &doc.Error{File: v.file, Line: v.line, Msg: fmt.Sprintf(format, args...), Hint: hint})
}

// get returns the value of the key from where Viper finds it first: the
// environment, the file, the defaults.
func (r *reader) get(key string) value {
	switch v := r.viper.Get(key).(type) {
	case value:
		return v
	case string:
		for _, name := range variablesOf(key) {
			if os.Getenv(name) != "" {
				return value{kind: loose, text: v, file: name}
			}
		}
		return value{kind: loose, text: v, file: r.file}
	}
	return value{file: r.file}
}

// variablesOf returns the names of the environment variables for the key, of
// which the first that is set counts. BRIEF_SCHEDULE is short for its cron, as
// schedule is in a file.
func variablesOf(key string) []string {
	if key == "schedule.cron" {
		return []string{variable(key), variable("schedule")}
	}
	return []string{variable(key)}
}

// variable returns the name of the environment variable for the key.
func variable(key string) string {
	return "BRIEF_" + strings.ToUpper(strings.ReplaceAll(key, ".", "_"))
}

// known reports the keys of v that are not among known. what names v in a
// message: "section 2: ", or "" for the config itself.
func (r *reader) known(v value, what string, known []string) {
	for _, e := range v.keys {
		if slices.ContainsFunc(known, func(k string) bool { return strings.EqualFold(k, e.name) }) {
			continue
		}
		hint := "the keys are " + strings.Join(known, ", ")
		if near := Nearest(e.name, known); near != "" {
			hint = fmt.Sprintf("did you mean %q?", near)
		} else if group, _, ok := strings.Cut(e.name, "."); ok && slices.Contains(known, group) {
			hint = fmt.Sprintf("%s is a mapping: write its keys under it, indented", group)
		}
		r.failf(value{file: v.file, line: e.line}, hint, "%sunknown key %q", what, e.name)
	}
}

// field returns the value of the key in a mapping. Where it is missing, it
// stands where the mapping does.
func field(v value, key string) value {
	if e, ok := v.get(key); ok {
		return e.value
	}
	return value{file: v.file, line: v.line}
}

// scalar returns the text of a scalar of one of the kinds, and whether it is
// one. A missing value is none and is no problem.
func (r *reader) scalar(v value, name, needs string, kinds ...kind) (string, bool) {
	if v.kind == null {
		return "", false
	}
	if v.kind == loose || slices.Contains(kinds, v.kind) {
		return v.text, true
	}
	hint := ""
	if needs == "text" && v.text != "" {
		hint = fmt.Sprintf("put it in quotes: %q", v.text)
	}
	r.failf(v, hint, "%s is %v, not %s", name, v.kind, needs)
	return "", false
}

// text reads a text of at most max characters. Line breaks and runs of spaces
// are one space, as in a folded text of YAML.
func (r *reader) text(v value, name string, max int) string {
	v.text = strings.Join(strings.FieldsFunc(v.text, func(c rune) bool { return c == ' ' || '\t' <= c && c <= '\r' }), " ")
	return r.verbatim(v, name, max)
}

// verbatim reads a text of one line and at most max characters as it is.
func (r *reader) verbatim(v value, name string, max int) string {
	s, ok := r.scalar(v, name, "text", text)
	if !ok {
		return ""
	}
	if i := strings.IndexFunc(s, unicode.IsControl); i >= 0 {
		r.failf(v, "take it out", "%s holds the control character %+q", name, s[i:i+1])
		return ""
	}
	if n := utf8.RuneCountInString(s); n > max {
		r.failf(v, "shorten it", "%s has %d characters, more than %d", name, n, max)
		return ""
	}
	return s
}

// required reads a text that must be there. The message about one that is not
// stands at the place of whole, the mapping that lacks it.
func (r *reader) required(v, whole value, name string, max int) string {
	before := len(r.problems)
	s := r.text(v, name, max)
	if s == "" && len(r.problems) == before {
		if v.kind == null {
			v = whole
		}
		r.failf(v, "", "%s is missing", name)
	}
	return s
}

// list returns the items of a list of at most max values. A variable's value
// is split at the commas.
func (r *reader) list(v value, name string, max int) []value {
	items := v.items
	switch v.kind {
	case null, list:
	case loose:
		items = r.split(v)
	default:
		hint := "begin each item with - in a line of its own"
		if v.text != "" {
			hint = fmt.Sprintf("write it in brackets: [%s]", v.text)
		}
		r.failf(v, hint, "%s is %v, not a list", name, v.kind)
		return nil
	}
	if len(items) > max {
		r.failf(v, "", "%s has %d entries, more than %d", name, len(items), max)
		return nil
	}
	return items
}

// split reads a list from a variable.
func (r *reader) split(v value) []value {
	if strings.HasPrefix(strings.TrimSpace(v.text), "[") {
		parsed, _ := r.notation(v)
		return parsed.items
	}
	var items []value
	for _, s := range strings.Split(v.text, ",") {
		if s = strings.TrimSpace(s); s != "" {
			items = append(items, value{kind: loose, text: s, file: v.file})
		}
	}
	return items
}

// notation reads a variable whose value is written as YAML or JSON.
func (r *reader) notation(v value) (value, bool) {
	parsed, err := decodeYAML(v.file, []byte(v.text))
	if err == nil {
		return parsed, true
	}
	var problem *doc.Error
	errors.As(err, &problem)
	r.problems = append(r.problems, problem)
	return value{}, false
}

// mappings returns the items of a list whose items have keys.
func (r *reader) mappings(v value, name string, max int) []value {
	if v.kind == loose {
		parsed, ok := r.notation(v)
		if !ok {
			return nil
		}
		v = parsed
	}
	if v.kind != list && v.kind != null {
		r.failf(v, "begin each of them with - in a line of its own", "%s is %v, not a list", name, v.kind)
		return nil
	}
	items := r.list(v, name, max)
	for i, item := range items {
		if item.kind != mapping {
			r.failf(item, "", "%s: entry %d is %v, not a mapping with keys", name, i+1, item.kind)
			return nil
		}
	}
	return items
}

// texts reads a list of texts of at most maxLen characters each.
func (r *reader) texts(v value, name string, maxItems, maxLen int) []string {
	return r.each(v, name, maxItems, func(v value, name string) string { return r.text(v, name, maxLen) })
}

// each reads the items of a list, none of which may be empty.
func (r *reader) each(v value, name string, maxItems int, read func(v value, name string) string) []string {
	var out []string
	for i, item := range r.list(v, name, maxItems) {
		before := len(r.problems)
		s := read(item, fmt.Sprintf("entry %d of %s", i+1, name))
		if s != "" {
			out = append(out, s)
		} else if len(r.problems) == before {
			r.failf(item, "remove it or write something", "entry %d of %s is empty", i+1, name)
		}
	}
	return out
}

// date reads a day; a time of day after it is dropped.
func (r *reader) date(v value, name string) doc.Date {
	s, ok := r.scalar(v, name, "a date", text, moment)
	if !ok || s == "" {
		return doc.Date{}
	}
	d, err := doc.ParseDate(s)
	if err != nil {
		r.failf(v, "write it as year-month-day", "%s: %v", name, err)
	}
	return d
}

// instant reads a day and a time of day with its zone. The time keeps the
// offset that is written, without a name; [time.Parse] would name it where the
// machine's own zone has the same.
func (r *reader) instant(v value, name string) time.Time {
	s, ok := r.scalar(v, name, "a date and time", text, moment)
	if !ok || s == "" {
		return time.Time{}
	}
	norm := strings.Replace(strings.ToUpper(s), " ", "T", 1) // as RFC 3339 allows
	norm = strings.ReplaceAll(norm, " ", "")
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05Z0700", "2006-01-02T15:04Z0700"} {
		if t, err := time.ParseInLocation(layout, norm, time.UTC); err == nil {
			return t
		}
	}
	hint := "write it as 2025-03-30T09:00:00+09:00"
	for _, layout := range []string{"2006-01-02T15:04:05", "2006-01-02T15:04"} {
		if _, err := time.Parse(layout, norm); err == nil {
			r.failf(v, fmt.Sprintf("write the difference from UTC after it, as in %s+09:00", norm), "%s is %s without a time zone", name, s)
			return time.Time{}
		}
	}
	r.failf(v, hint, "%s is %q, not a date and time", name, s)
	return time.Time{}
}

// whole reads a whole number from 0 to max; missing is what it is when the
// key is not there.
func (r *reader) whole(v value, name string, max, missing int) int {
	s, ok := r.scalar(v, name, "a whole number", number)
	if !ok {
		return missing
	}
	n, err := strconv.Atoi(strings.ReplaceAll(s, "_", ""))
	switch {
	case err != nil:
		r.failf(v, "", "%s is %q, not a whole number", name, s)
	case n < 0:
		r.failf(v, "", "%s is %d, less than 0", name, n)
	case n > max:
		r.failf(v, "", "%s is %d, more than %d", name, n, max)
	default:
		return n
	}
	return missing
}

// positive reads a number greater than 0 and up to max.
func (r *reader) positive(v value, name string, max, missing float64) float64 {
	s, ok := r.scalar(v, name, "a number", number)
	if !ok {
		return missing
	}
	f, err := strconv.ParseFloat(strings.ReplaceAll(s, "_", ""), 64)
	switch {
	case err != nil || math.IsNaN(f):
		r.failf(v, "", "%s is %q, not a number", name, s)
	case f <= 0:
		r.failf(v, "", "%s is %s, not more than 0", name, s)
	case f > max:
		r.failf(v, "", "%s is %s, more than %g", name, s, max)
	default:
		return f
	}
	return missing
}

// choice reads one of the words, whatever its capitals.
func (r *reader) choice(v value, name string, words []string, missing string) string {
	s, ok := r.scalar(v, name, "text", text)
	if !ok {
		return missing
	}
	for _, w := range words {
		if strings.EqualFold(s, w) {
			return w
		}
	}
	hint := "it can be " + strings.Join(words, ", ")
	if near := Nearest(s, words); near != "" {
		hint = fmt.Sprintf("did you mean %q?", near)
	}
	r.failf(v, hint, "%s cannot be %q", name, s)
	return missing
}

// choices reads a list of the words, each once.
func (r *reader) choices(v value, name string, words []string) []string {
	out := r.each(v, name, len(words), func(item value, name string) string { return r.choice(item, name, words, "") })
	for i, word := range out {
		if slices.Contains(out[:i], word) {
			r.failf(v, "remove one of them", "%s has %s twice", name, word)
		}
	}
	return out
}

// flag reads true or false, which is also what it is when the key is not
// there.
func (r *reader) flag(v value, name string) bool {
	s, ok := r.scalar(v, name, "true or false", boolean)
	if !ok {
		return false
	}
	switch strings.ToLower(s) {
	case "true":
		return true
	case "false":
		return false
	}
	r.failf(v, "write true or false", "%s is %q, not true or false", name, s)
	return false
}
