package brief

import (
	"fmt"
	"os"

	"readahead/brief/doc"
	"readahead/brief/hyphen"
	"readahead/brief/layout"
)

// newSetter makes the typesetter for the profile's template, logo and paper.
func newSetter(o Options) (*layout.Setter, error) {
	page := o.Profile.Page
	var t layout.Template
	var err error
	if o.Template != nil {
		t, err = layout.LoadTemplate(page.Template, o.Template, finder(page.Templates))
	} else {
		t, err = LoadTemplate(page.Template, page.Templates)
	}
	if err != nil {
		return nil, err
	}
	if logo := page.Logo; logo.File != "" {
		t.Logo = layout.Logo{File: logo.File, Alt: logo.Alt, Height: layout.Points(logo.Height)}
	}
	if err := readLogo(&t); err != nil {
		return nil, err
	}
	s, err := layout.NewSetter(t, page.Size)
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
	text, err := hyphenation(o)
	if err != nil {
		return nil, err
	}
	if text == nil {
		return hyphen.For(o.Profile.Language), nil
	}
	return hyphen.Parse(o.Profile.Page.Hyphenation, o.Profile.Language, text)
}

// hyphenation returns the text of the file of patterns that the profile names,
// nil if it names none.
func hyphenation(o Options) ([]byte, error) {
	name := o.Profile.Page.Hyphenation
	if o.Hyphenation != nil || name == "" {
		return o.Hyphenation, nil
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, &doc.Error{File: name, Msg: fmt.Sprintf("cannot be read: %v", err), Hint: "page.hyphenation names a file of hyphenation patterns"}
	}
	return text, nil
}

// CheckTemplate reads the template in a file as a build would, with those that
// it extends and its logo.
func CheckTemplate(file string) (layout.Template, error) {
	text, err := readTemplate(file)
	if err != nil {
		return layout.Template{}, err
	}
	t, err := layout.LoadTemplate(file, text, finder(""))
	if err != nil {
		return t, err
	}
	return t, readLogo(&t)
}

// unreadable is the error for a file that is there and cannot be read.
func unreadable(file string, err error) error {
	return &doc.Error{File: file, Msg: "cannot be read: " + err.Error()}
}
