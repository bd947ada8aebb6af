package layout

import (
	"errors"
	"fmt"
	"testing"

	"readahead/brief/doc"
	"readahead/templates"
)

func builtin(t testing.TB) []byte {
	t.Helper()
	text, ok := templates.Builtin("read-ahead")
	if !ok {
		t.Fatal("the built-in template is missing")
	}
	return text
}

func setter(t testing.TB, paper string) *Setter {
	t.Helper()
	return setterOf(t, "read-ahead", paper)
}

// load reads a built-in template.
func load(t testing.TB, name string) Template {
	t.Helper()
	text, ok := templates.Builtin(name)
	if !ok {
		t.Fatalf("no template %s", name)
	}
	tmpl, err := LoadTemplate(name, text, findBuiltin)
	if err != nil {
		t.Fatal(err)
	}
	return tmpl
}

func findBuiltin(name string, _ []string) (string, []byte, error) {
	text, ok := templates.Builtin(name)
	if !ok {
		return "", nil, errors.New("no such template")
	}
	return name, text, nil
}

func setterOf(t testing.TB, template, paper string) *Setter {
	t.Helper()
	s, err := NewSetter(load(t, template), paper)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// A SamplePage is a page to look at.
type SamplePage struct {
	Name string
	Note string
	Page Page
}

// looks are all built-in templates with both papers.
func looks() (out [][2]string) {
	for _, name := range templates.Names() {
		for _, paper := range []string{"letter", "a4"} {
			out = append(out, [2]string{name, paper})
		}
	}
	return out
}

// SamplePages returns pages of usual, little and much content on both papers,
// each in the largest type that fits.
func SamplePages(t testing.TB) []SamplePage {
	var pages []SamplePage
	for _, look := range looks() {
		paper := look[1]
		s := setterOf(t, look[0], paper)
		for _, b := range []struct {
			name  string
			brief doc.Brief
		}{{"usual", harbour()}, {"sparse", sparse()}, {"small", small()}, {"dense", dense()}, {"crowded", crowded()}, {"bare", doc.Brief{Title: "Bare", Sections: []doc.Section{{Title: "Only one", Items: []doc.Item{{Text: "A single sentence stands on this page, and nothing else does."}}}}}}} {
			sizes := s.Sizes()
			for i := len(sizes) - 1; i >= 0; i-- {
				size := sizes[i]
				f, err := s.Set(b.brief, size)
				if err != nil {
					t.Fatal(err)
				}
				if f.Overflow > 0 {
					if i == 0 && (look[0] == "read-ahead" || look[0] == "dense") { // the others hold less
						t.Errorf("%s, %s on %s: %.1f points too high", look[0], b.name, paper, f.Overflow.Points())
					}
					continue
				}
				pages = append(pages, SamplePage{look[0] + "-" + b.name + "-" + paper, fmt.Sprintf("at %.1f, slack %.1f, uneven %.1f, fill %.3f, %d boxes", size.Points(), f.Slack.Points(), f.Uneven.Points(), f.Fill, len(f.Page.Boxes)), f.Page})
				break
			}
		}
	}
	return pages
}
