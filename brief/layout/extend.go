package layout

import (
	"errors"
	"fmt"

	"readahead/brief/doc"
)

// A Finder returns the file and the text of the template of that name. Chain
// has the files that extend it, the nearest last; none of them may be
// returned.
type Finder func(name string, chain []string) (file string, text []byte, err error)

// A layer is a template as it stands in its file, of a chain of templates of
// which each extends the next.
type layer struct {
	file string
	root setting
}

// maxLayers is the most templates in a chain.
const maxLayers = 8

// readLayers reads the template and those that it extends.
func readLayers(file string, data []byte, base Finder) ([]layer, error) {
	layers := make([]layer, 0, 2)
	var chain []string
	for {
		root, err := readSettings(file, data)
		if err != nil {
			return nil, err
		}
		layers = append(layers, layer{file, root})
		chain = append(chain, file)
		extends := root.find("extends")
		if extends == nil {
			return layers, nil
		}
		problem := &doc.Error{File: file, Line: extends.line}
		switch {
		case extends.kind != textSetting || extends.value == "":
			problem.Msg, problem.Hint = "extends is not the name of a template", "like extends: read-ahead"
			return nil, problem
		case len(layers) == maxLayers:
			problem.Msg = fmt.Sprintf("more than %d templates extend each other", maxLayers)
			return nil, problem
		case base == nil:
			problem.Msg = fmt.Sprintf("extends %q, which cannot be looked for here", extends.value)
			return nil, problem
		}
		if file, data, err = base(extends.value, chain); err != nil {
			problem.Msg = fmt.Sprintf("extends %q: %v", extends.value, err)
			var cause *doc.Error
			if errors.As(err, &cause) {
				problem.Msg = fmt.Sprintf("extends %q: %s", extends.value, cause.Msg)
				problem.Hint = cause.Hint
			}
			return nil, problem
		}
	}
}

// find returns the setting under a key, or nil.
func (s *setting) find(key string) *setting {
	for i := range s.inner {
		if s.inner[i].key == key {
			return &s.inner[i]
		}
	}
	return nil
}
