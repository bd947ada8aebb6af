// Package templates holds the page templates that come with the program.
package templates

import (
	"embed"
	"strings"
)

//go:embed *.yaml
var files embed.FS

const extension = ".yaml"

// Builtin returns the text of the template of that name, "read-ahead" say, and
// whether there is one.
func Builtin(name string) ([]byte, bool) {
	text, err := files.ReadFile(name + extension)
	return text, err == nil
}

// Names returns the names of all built-in templates in alphabetical order.
func Names() []string {
	entries, err := files.ReadDir(".")
	if err != nil {
		panic(err) // embedded: it is there
	}
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = strings.TrimSuffix(e.Name(), extension)
	}
	return names
}
