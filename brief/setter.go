package brief

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"readahead/brief/doc"
	"readahead/brief/hyphen"
	"readahead/brief/layout"
	"readahead/templates"
)

// newSetter makes the typesetter for the profile's template and paper.
func newSetter(o Options) (*layout.Setter, error) {
	name := o.Profile.Page.Template
	text, err := template(o)
	if err != nil {
		return nil, err
	}
	t, err := layout.ParseTemplate(name, text)
	if err != nil {
		return nil, err
	}
	s, err := layout.NewSetter(t, o.Profile.Page.Size)
	if err != nil {
		return nil, err
	}
	patterns, err := hyphens(o)
	if err != nil {
		return nil, err
	}
	s = s.Hyphenating(patterns)
	if o.Fonts != nil {
		s.Fallback = o.Fonts
	}
	return s, nil
}

// hyphens returns the patterns by which the profile's language is hyphenated:
// those of the file that it names, or built-in ones if there are any.
func hyphens(o Options) (*hyphen.Patterns, error) {
	name, text := o.Profile.Page.Hyphenation, o.Hyphenation
	if name == "" && text == nil {
		return hyphen.For(o.Profile.Language), nil
	}
	if text == nil {
		var err error
		if text, err = os.ReadFile(name); err != nil {
			return nil, &doc.Error{File: name, Msg: fmt.Sprintf("cannot be read: %v", err), Hint: "page.hyphenation names a file of hyphenation patterns"}
		}
	}
	return hyphen.Parse(name, o.Profile.Language, text)
}

// template returns the text of the page template: what o gives, or a built-in
// one, or a file.
func template(o Options) ([]byte, error) {
	name := o.Profile.Page.Template
	if o.Template != nil {
		return o.Template, nil
	}
	if text, ok := templates.Builtin(name); ok {
		return text, nil
	}
	text, err := os.ReadFile(name)
	if err == nil {
		return text, nil
	}
	msg := "no such template"
	if !errors.Is(err, os.ErrNotExist) {
		msg = fmt.Sprintf("cannot be read: %v", err)
	}
	return nil, &doc.Error{
		File: name, Msg: msg,
		Hint: "page.template names a file or one of: " + strings.Join(templates.Names(), ", "),
	}
}
