package brief

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"readahead/brief/art"
	"readahead/brief/doc"
	"readahead/brief/layout"
	"readahead/templates"
)

// A TemplateFile is a template that can be named in a config.
type TemplateFile struct {
	Name string
	File string // empty: it is built in
}

// Templates lists the templates of a folder, if it has any, and the built-in
// ones that none of those stands in for, in the order of their names.
func Templates(folder string) []TemplateFile {
	var list []TemplateFile
	entries, _ := os.ReadDir(folder) // without the folder there are the built-in ones
	for _, e := range entries {
		if name, ok := strings.CutSuffix(e.Name(), templateExtension); ok && name != "" && name[0] != '.' && !e.IsDir() {
			list = append(list, TemplateFile{name, filepath.Join(folder, e.Name())})
		}
	}
	for _, name := range templates.Names() {
		if !slices.ContainsFunc(list, func(t TemplateFile) bool { return t.Name == name }) {
			list = append(list, TemplateFile{Name: name})
		}
	}
	slices.SortFunc(list, func(a, b TemplateFile) int { return strings.Compare(a.Name, b.Name) })
	return list
}

// FindTemplate returns the file and the text of the template of that name: of
// the file NAME.yaml in the folder, or else of the built-in one, which has its
// name for a file. A name with a dot or a slash in it is a file's own.
func FindTemplate(name, folder string) (file string, text []byte, err error) {
	return findTemplate(name, folder, nil)
}

// LoadTemplate finds and reads a template, with those that it extends.
func LoadTemplate(name, folder string) (layout.Template, error) {
	file, text, err := FindTemplate(name, folder)
	if err != nil {
		return layout.Template{}, err
	}
	return layout.LoadTemplate(file, text, finder(folder))
}

// finder finds the templates that others extend: beside them, in the folder,
// or among the built-in ones. A template may so extend the built-in one of its
// own name.
func finder(folder string) layout.Finder {
	return func(name string, chain []string) (string, []byte, error) {
		from := chain[len(chain)-1]
		beside := ""
		if isFile(from) {
			beside = filepath.Dir(from)
		}
		if isFile(name) && !filepath.IsAbs(name) {
			name = filepath.Join(beside, name)
		}
		return findTemplate(name, beside, chain, folder)
	}
}

// isFile reports whether a template's name is that of a file.
func isFile(name string) bool { return strings.ContainsAny(name, `/\.`) }

const (
	templateExtension = ".yaml"
	maxTemplate       = 1 << 20 // bytes
)

// findTemplate looks in the folder, then in the others, then among the
// built-in templates. It passes over those in the chain.
func findTemplate(name, folder string, chain []string, others ...string) (string, []byte, error) {
	var looked []string
	cycle := false
	if isFile(name) {
		looked = append(looked, name)
	} else {
		for _, dir := range append([]string{folder}, others...) {
			if file := filepath.Join(dir, name+templateExtension); dir != "" && !slices.Contains(looked, file) {
				looked = append(looked, file)
			}
		}
	}
	for _, file := range looked {
		if slices.Contains(chain, file) {
			cycle = true
			continue
		}
		text, err := readTemplate(file)
		if err == nil || !errors.Is(err, fs.ErrNotExist) {
			return file, text, err
		}
	}
	if text, ok := templates.Builtin(name); ok {
		if !slices.Contains(chain, name) {
			return name, text, nil
		}
		cycle = true
	}
	problem := &doc.Error{File: name, Msg: "no such template"}
	if cycle {
		problem.Msg = "the template extends itself"
		if n := len(chain); n > 1 {
			problem.Msg += " by way of " + chain[n-1]
		}
		return "", nil, problem
	}
	known := templates.Names()
	for _, dir := range append([]string{folder}, others...) {
		for _, t := range Templates(dir) {
			known = append(known, t.Name)
		}
	}
	problem.Hint = "looked for " + strings.Join(looked, ", ") + ", and among the built-in ones: " + strings.Join(templates.Names(), ", ")
	if len(looked) == 0 {
		problem.Hint = "the built-in ones are " + strings.Join(templates.Names(), ", ")
	}
	near := layout.Nearest(name, known)
	problem.Hint = fmt.Sprintf("did you mean %s? %s", near, problem.Hint)
	return "", nil, problem
}

// readTemplate reads a template's file. It keeps [fs.ErrNotExist] in an error.
func readTemplate(file string) ([]byte, error) {
	f, err := os.Open(file)
	if err == nil {
		defer f.Close()
		var text []byte
		text, err = io.ReadAll(io.LimitReader(f, maxTemplate+1))
		if len(text) > maxTemplate {
			return nil, &doc.Error{File: file, Msg: fmt.Sprintf("is larger than %d bytes, too large for a template", maxTemplate)}
		}
		if err == nil {
			return text, nil
		}
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	return nil, unreadable(file, err)
}

// readLogo reads the file of the template's logo, if it has one.
func readLogo(t *layout.Template) error {
	if t.Logo.File == "" {
		return nil
	}
	f, err := os.Open(t.Logo.File)
	if errors.Is(err, fs.ErrNotExist) {
		return &doc.Error{File: t.Logo.File, Msg: "no such logo", Hint: "a template names it from its own folder, a config from its seeds' folder"}
	}
	if err != nil {
		return unreadable(t.Logo.File, err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, art.MaxBytes+1))
	if err != nil {
		return unreadable(t.Logo.File, err)
	}
	t.Logo.SHA256 = digest(data)
	t.Logo.Art, err = art.Read(t.Logo.File, data)
	return err
}
