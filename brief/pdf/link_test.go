package pdf

import (
	"math"
	"strings"
	"testing"

	"readahead/brief/layout"
)

func TestLinkURL(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"web", "https://harbour.example/a?b=c&d#e", "https://harbour.example/a?b=c&d#e"},
		{"capitals", "HTTP://Harbour.example", "http://Harbour.example"},
		{"mail", "mailto:pilot@harbour.example", "mailto:pilot@harbour.example"},
		{"parentheses", "http://a.example/(b)>>>>", "http://a.example/(b)%3E%3E%3E%3E"},
		{"accents", "http://a.example/é", "http://a.example/%C3%A9"},
		{"spaces and control characters", " http://a.example/b c\n\x00d ", "http://a.example/b%20c%0A%00d"},
		{"not UTF-8", "http://a.example/\xFF\\", "http://a.example/%FF%5C"},
		{"script", "javascript:alert(1)", ""},
		{"file", "file:///etc/passwd", ""},
		{"script in a different coat", "java\nscript:alert(1)", ""},
		{"data", "data:text/html,x", ""},
		{"no scheme", "www.harbour.example", ""},
		{"no host", "http:///a", ""},
		{"nothing but a scheme", "https://", ""},
		{"one slash", "https:/a.example", ""},
		{"no address", "mailto:", ""},
		{"within the page", "#source-1", ""},
		{"empty", "", ""},
		{"endless", "http://a.example/" + strings.Repeat("x", 9000), ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := linkURL(tt.in); got != tt.want {
				t.Errorf("linkURL(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

// A link over two lines has an annotation on each; one that is not to be
// followed is not called a link.
func TestLinks(t *testing.T) {
	s := newSheet("t")
	note := s.element(0, layout.Note)
	link := s.element(note, layout.Link)
	s.Elements[link].URL = "https://harbour.example/)>>"
	inner := s.element(link, layout.SpanTag)
	x := s.run(link, margin, "Harbour ", "regular", 8*layout.Pt)
	x = s.run(inner, x, "gazette, ", "italic", 8*layout.Pt)
	s.y += 10 * layout.Pt
	end := s.run(link, margin, "page 4", "regular", 8*layout.Pt)
	bad := s.element(note, layout.Link)
	s.Elements[bad].URL = "file:///etc/passwd"
	s.run(bad, end, "local", "regular", 8*layout.Pt)

	f, _ := written(t, s.Page, Meta{})
	page := f.catalog("Pages", "Kids", 0)
	annots := f.at(page, "Annots").([]any)
	if len(annots) != 2 {
		t.Fatalf("%d annotations, want 2", len(annots))
	}
	root := f.catalog("StructTreeRoot").(dict)["K"].(reference)
	element := f.at(root + reference(link)).(dict)
	numbers := f.catalog("StructTreeRoot", "ParentTree", "Nums").([]any)
	for i, a := range annots {
		if got := f.at(a, "A", "URI"); got != "https://harbour.example/)%3E%3E" {
			t.Errorf("annotation %d leads to %v", i, got)
		}
		if got := f.at(a, "Contents"); got != "Harbour gazette, page 4 (https://harbour.example/)%3E%3E)" {
			t.Errorf("annotation %d is described as %v", i, got)
		}
		if key := f.at(a, "StructParent"); key != i+1 || numbers[2*(i+1)] != key || numbers[2*(i+1)+1] != root+reference(link) {
			t.Errorf("annotation %d has key %v in parent tree %v", i, key, numbers)
		}
		held := false
		for _, k := range element["K"].([]any) {
			d, _ := k.(dict)
			held = held || d["Type"] == name("OBJR") && d["Obj"] == a
		}
		if !held {
			t.Errorf("annotation %d is not in the link: %v", i, element["K"])
		}
	}
	first := f.at(annots[0], "Rect").([]any)
	if first[0] != 48 || !near(first[2], x) {
		t.Errorf("the first annotation stands at %v, want 48 to %g", first, x.Points())
	}
	if got := f.at(root+reference(bad), "S"); got != name("Span") {
		t.Errorf("the address that must not be followed is in a %v", got)
	}
}

// near reports whether v is l to the nearest point.
func near(v any, l layout.Length) bool { return math.Abs(float(v)-l.Points()) <= 0.5 }

// A link that shows an address is described by its host and by what stands
// behind it, in words that no program takes for an address.
func TestAddressDescribed(t *testing.T) {
	for _, tt := range []struct{ name, shown, behind, url, want string }{
		{"title", "Pilot log", ", Pilot office", "https://skerry.example/log", "Pilot log (https://skerry.example/log)"},
		{"address", "https://skerry.example/log", ", Pilot office, 4 May", "https://skerry.example/log", "skerry.example, Pilot office, 4 May (https://skerry.example/log)"},
		{"another address", "HTTP://skerry.example", ", Pilot office", "https://skerry.example/log", "skerry.example, Pilot office (https://skerry.example/log)"},
		{"address alone", "https://skerry.example/log", "", "https://skerry.example/log", "skerry.example (https://skerry.example/log)"},
		{"mail", "mailto:keeper@skerry.example", "", "mailto:keeper@skerry.example?subject=oil", "keeper@skerry.example (mailto:keeper@skerry.example?subject=oil)"},
		{"nothing shown", "", ", Pilot office", "https://skerry.example#x", "skerry.example (https://skerry.example#x)"},
		{"title with a colon", "Oil: a record", "", "https://skerry.example/", "Oil: a record (https://skerry.example/)"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := newSheet("t")
			p := s.element(0, layout.P) // no citation leads to it
			x := s.run(p, margin, "3 ", "regular", 8*layout.Pt)
			link := s.element(p, layout.Link)
			s.Elements[link].URL = tt.url
			x = s.run(link, x, tt.shown, "regular", 8*layout.Pt)
			s.run(p, x, tt.behind, "regular", 8*layout.Pt)
			f, _ := written(t, s.Page, Meta{})
			annots, _ := f.at(f.catalog("Pages", "Kids", 0), "Annots").([]any)
			if len(annots) != 1 {
				t.Fatalf("%d annotations", len(annots))
			}
			if got := f.at(annots[0], "Contents"); got != tt.want {
				t.Errorf("described as %q, want %q", got, tt.want)
			}
		})
	}
}

// A page from right to left says so to readers that show two at a time.
func TestDirection(t *testing.T) {
	for _, rtl := range []bool{false, true} {
		s := newSheet("t")
		s.RightToLeft = rtl
		f, _ := written(t, s.Page, Meta{})
		if got := f.at(f.catalog("ViewerPreferences"), "Direction") == name("R2L"); got != rtl {
			t.Errorf("right to left: %v, said: %v", rtl, got)
		}
	}
}
