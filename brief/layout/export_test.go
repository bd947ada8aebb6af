package layout

import (
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
	tmpl, err := ParseTemplate("read-ahead", builtin(t))
	if err != nil {
		t.Fatal(err)
	}
	s, err := NewSetter(tmpl, paper)
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

// SamplePages returns pages of usual, little and much content on both papers,
// each in the largest type that fits.
func SamplePages(t testing.TB) []SamplePage {
	var pages []SamplePage
	for _, paper := range []string{"letter", "a4"} {
		s := setter(t, paper)
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
					if i == 0 {
						t.Errorf("%s on %s: %.1f points too high", b.name, paper, f.Overflow.Points())
					}
					continue
				}
				pages = append(pages, SamplePage{b.name + "-" + paper, fmt.Sprintf("at %.1f, slack %.1f, uneven %.1f, fill %.3f, %d boxes", size.Points(), f.Slack.Points(), f.Uneven.Points(), f.Fill, len(f.Page.Boxes)), f.Page})
				break
			}
		}
	}
	return pages
}
