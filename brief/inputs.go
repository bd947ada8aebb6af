package brief

import (
	"path/filepath"
	"slices"
	"strings"

	"readahead/brief/layout"
)

// Inputs returns the files and folders that decide what Build makes of o, the
// config's own file aside: seeds, the template with those that it extends,
// logo, fonts and hyphenation patterns. Some may not be there: a build looks
// for them, and would be another one if they came.
func Inputs(o Options) []string {
	page := o.Profile.Page
	var in []string
	if o.ReadFile == nil {
		in = append(in, o.Seeds...)
		if len(o.Seeds) == 0 {
			in = append(in, o.Profile.Seeds...)
		}
	}
	if o.Template == nil {
		in = append(in, templateFiles(page.Template, page.Templates)...)
	}
	in = append(in, page.Logo.File, page.Hyphenation)
	for _, font := range page.Fonts {
		file := font
		if i := strings.LastIndexByte(font, '#'); i > 0 { // of a collection
			file = font[:i]
		}
		in = append(in, file)
	}
	slices.Sort(in)
	in = slices.Compact(in)
	if len(in) > 0 && in[0] == "" {
		in = in[1:]
	}
	return in
}

// templateFiles returns the files of a template, of those that it extends and
// of its logo, and the places where they would stand before the built-in ones.
func templateFiles(name, folder string) []string {
	var files []string
	note := func(name, file string) {
		if !isFile(name) && folder != "" {
			files = append(files, filepath.Join(folder, name+templateExtension))
		}
		if isFile(file) {
			files = append(files, file)
		}
	}
	note(name, name)
	file, text, err := FindTemplate(name, folder)
	if err != nil {
		return files
	}
	find := finder(folder)
	t, _ := layout.LoadTemplate(file, text, func(name string, chain []string) (string, []byte, error) {
		file, text, err := find(name, chain)
		note(name, file)
		return file, text, err
	})
	note(file, file)
	return append(files, t.Logo.File)
}
