package brief

import (
	"readahead/brief/doc"
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
	return layout.NewSetter(t, page.Size)
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
