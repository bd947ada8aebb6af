// Package config reads the configs of briefings. A config is a YAML, TOML or
// JSON file; [Load] turns it into a [profile.Profile] and says of everything
// that is wrong with it where it stands and what to do.
//
// Every key can also be given by an environment variable: BRIEF_ and the key
// in capitals with _ for the dot, as BRIEF_TITLE and BRIEF_MEETING_WITH. A
// variable that is set and not empty comes before the file. Lists of texts are
// separated by commas, or are written as in YAML with brackets; sections,
// sources and notify are written as in YAML or JSON. BRIEF_SCHEDULE is its cron.
//
// Seeds, page.template, page.fonts, the files of secrets and the programs of
// notify in a file are paths from the file's folder, or from its parent where
// that folder is called config. In a variable they are paths from the current
// folder, as on the command line.
//
// Secrets are in no config. One says where they are to be found, {env: NAME}
// or {file: PATH}; what stands there instead is an error whose message does
// not repeat it. Only BRIEF_ENGINE may hold a password.
package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/viper"

	"readahead/brief/doc"
	"readahead/brief/profile"
)

// maxSize of a config, bytes: a hundred times what a full one needs.
const maxSize = 1 << 20

// Load reads the config in the file. The format is known by the extension; a
// file without one is YAML, which JSON is too. If anything is wrong, the error
// is a [*doc.Error], or several joined with errors.Join in the order of their
// lines.
func Load(file string) (profile.Profile, error) {
	format, err := formatOf(file)
	if err != nil {
		return profile.Profile{}, err
	}
	data, err := read(file)
	if err != nil {
		return profile.Profile{}, err
	}
	return parse(file, format, data, root(file))
}

// Name returns the name of the profile that the config file describes: its
// base name without the extension.
func Name(file string) string {
	base := filepath.Base(file)
	return strings.TrimSuffix(base, filepath.Ext(base))
}

// Find returns the config files in the folder, ordered by name. Hidden files
// and JSON Schemas (schema.json, *.schema.json) are passed over.
func Find(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var files []string
	for _, e := range entries {
		name := e.Name()
		if e.IsDir() || name[0] == '.' || name == "schema.json" || strings.HasSuffix(name, ".schema.json") {
			continue
		}
		if slices.Contains(Extensions(), filepath.Ext(name)) {
			files = append(files, filepath.Join(dir, name))
		}
	}
	slices.SortStableFunc(files, func(a, b string) int { return strings.Compare(Name(a), Name(b)) })
	return files, nil
}

// Extensions returns the extensions that configs have.
func Extensions() []string { return []string{".yaml", ".yml", ".toml", ".json"} }

func formatOf(file string) (string, error) {
	switch ext := filepath.Ext(file); ext {
	case ".yaml", ".yml", "":
		return "yaml", nil
	case ".toml", ".json":
		return ext[1:], nil
	default:
		return "", &doc.Error{
			File: file,
			Msg:  fmt.Sprintf("%q is not the extension of a config", ext),
			Hint: "write the config in YAML, TOML or JSON and call it so: .yaml, .toml, .json",
		}
	}
}

func read(file string) ([]byte, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, unreadable(file, err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxSize+1))
	if err != nil {
		return nil, unreadable(file, err)
	}
	if len(data) > maxSize {
		return nil, &doc.Error{
			File: file,
			Msg:  fmt.Sprintf("is larger than %d bytes, too large for a config", maxSize),
			Hint: "is it one of the seeds? those are named with --seeds",
		}
	}
	return data, nil
}

func unreadable(file string, err error) error {
	e := &doc.Error{File: file, Msg: err.Error()}
	var path *os.PathError
	if errors.As(err, &path) {
		e.Msg = path.Err.Error() // which names the file no second time
	}
	if errors.Is(err, os.ErrNotExist) {
		e.Hint = "brief init writes a config to start from"
	}
	return e
}

// root returns the folder that the paths in the config file start from.
func root(file string) string {
	dir := filepath.Dir(file)
	abs, err := filepath.Abs(dir)
	if err == nil && filepath.Base(abs) == "config" {
		return filepath.Join(dir, "..")
	}
	return dir
}

// parse reads a config. Viper brings together what the file, the environment
// and the defaults say; a value from the file carries its place with it.
func parse(file, format string, data []byte, dir string) (profile.Profile, error) {
	if line := invalidUTF8(data); line > 0 {
		return profile.Profile{}, &doc.Error{File: file, Line: line, Msg: "is not UTF-8 text", Hint: "save it as UTF-8"}
	}
	dec := &decoder{file: file}
	v := viper.NewWithOptions(viper.WithDecoderRegistry(dec))
	v.SetConfigType(format)
	for _, key := range variables() {
		v.MustBindEnv(append([]string{key}, variablesOf(key)...)...)
	}
	v.SetDefault("language", "en-US")
	v.SetDefault("seeds", "seeds")
	v.SetDefault("as_of", "auto")
	v.SetDefault("page.template", "read-ahead")
	if err := v.ReadConfig(bytes.NewReader(data)); err != nil {
		var problem *doc.Error
		if errors.As(err, &problem) {
			return profile.Profile{}, problem
		}
		return profile.Profile{}, &doc.Error{File: file, Msg: err.Error()}
	}
	r := &reader{viper: v, file: file, dir: dir}
	p := r.profile(dec.root)
	return p, r.err()
}

// invalidUTF8 returns the number of the first line that is not UTF-8, or 0.
func invalidUTF8(data []byte) int {
	if utf8.Valid(data) {
		return 0
	}
	for i := 0; ; {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			return 1 + bytes.Count(data[:i], []byte("\n"))
		}
		i += n
	}
}
