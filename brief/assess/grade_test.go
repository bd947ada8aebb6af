package assess

import (
	"strings"
	"testing"

	"readahead/brief/doc"
	"readahead/brief/profile"
)

const (
	ticketsA = "In June skippers with a season ticket paid on average half of what the others paid at the gate."
	ticketsB = "Whoever bought a season ticket was charged half the gate toll in all of June, skippers reckon."
)

func TestGrade(t *testing.T) {
	publisher := func(name string) func(*doc.Document) {
		return func(d *doc.Document) { d.Meta.Publisher = name }
	}
	site := func(url string) func(*doc.Document) {
		return func(d *doc.Document) { d.Meta.URL = url }
	}
	other := []string{"Eels are smoked on the quay.", "The bell is cracked.", "Tar is dear.", "Nets dry on poles.", "A cat guards the shed.",
		"Snow fell in April.", "The band plays on Sundays.", "Rope is sold by weight.", "Two lamps are out.", "Gulls steal bread.", "A plank is loose."}
	for _, tt := range []struct {
		name         string
		a, b         []string
		editA, editB func(*doc.Document)
		letters      [2]string
		want         string
	}{
		{"alone", []string{other[0]}, []string{other[1]}, nil, nil, [2]string{}, "F6 F6"},
		{"letter of the profile", []string{other[0]}, []string{other[1]}, nil, nil, [2]string{"B", "D"}, "B6 D6"},
		{"supported", []string{ticketsA, other[0]}, []string{ticketsB, other[1]}, publisher("Ost Press"), publisher("Vik Press"), [2]string{"B", ""}, "B2 F2"},
		{"supported in little", append([]string{ticketsA}, other...), []string{ticketsB, "Eggs are cheap."}, nil, nil, [2]string{}, "F3 F2"},
		{"same publisher", []string{ticketsA, other[0]}, []string{ticketsB, other[1]}, publisher("Ost Press"), publisher("OST PRESS"), [2]string{}, "F6 F6"},
		{"same site", []string{ticketsA, other[0]}, []string{ticketsB, other[1]}, site("https://www.ost.example/a"), site("https://ost.example/b"), [2]string{}, "F6 F6"},
		{"word for word", []string{ticketsA, other[0]}, []string{ticketsA, other[1]}, nil, nil, [2]string{}, "F6 F6"},
		{"a copy that is supported", []string{ticketsA, other[0], other[2], other[3]}, []string{ticketsB, other[0], other[2], other[3]}, nil, nil, [2]string{}, "F3 F3"},
		{"contradicted by a better source", []string{"The pump was last serviced on 4 April.", other[0]},
			[]string{"The log shows that the pump was last serviced on 14 April.", other[1]}, nil, nil, [2]string{"D", "B"}, "D4 B6"},
		{"contradicted by an equal", []string{"The pump was last serviced on 4 April.", other[0]},
			[]string{"The log shows that the pump was last serviced on 14 April.", other[1]}, nil, nil, [2]string{"C", "C"}, "C6 C6"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, b := document(t, "a.txt", "2025-10-01", tt.a...), document(t, "b.txt", "2025-10-02", tt.b...)
			if tt.editA != nil {
				tt.editA(&a)
				tt.editB(&b)
			}
			p := profile.Profile{Sources: []profile.Source{
				{Match: "a.txt", Reliability: tt.letters[0]}, {Match: "b.txt", Reliability: tt.letters[1]},
			}}
			x := Assess(append([]doc.Document{a, b}, filler(t)...), p)
			if got := x.Sources[0].Grade + " " + x.Sources[1].Grade; got != tt.want {
				t.Errorf("grades %s, want %s", got, tt.want)
			}
		})
	}
}

func TestSummary(t *testing.T) {
	docs := append(filler(t),
		document(t, "a.txt", "2025-10-01", ticketsA, "The pump was last serviced on 4 April.", "The fair opens on 12 October."),
		document(t, "b.txt", "2025-11-02", ticketsB, "The log shows that the pump was last serviced on 14 April."),
		document(t, "c.txt", "", "It was sold at the opening. of the fair.", "They drank what was left. warm beer."),
		document(t, "d.txt", "2024-01-10", "Ardal Finance Minister Ida Moen spoke."),
		document(t, "e.txt", "2025-01-10", "Ardal Finance Minister Ola Berg spoke."),
	)
	a := Assess(docs, profile.Profile{})
	cite := func(files ...string) (out []doc.Source) {
		for _, f := range files {
			for _, s := range a.Sources {
				if s.File == f {
					s.Citation = len(out) + 1
					out = append(out, s)
				}
			}
		}
		return out
	}
	for _, tt := range []struct {
		name  string
		cited []doc.Source
		want  string
	}{
		{"none", nil, ""},
		{"one", cite("b.txt"), "One source; nothing is corroborated."},
		{"agree and contradict", cite("a.txt", "b.txt"), "Sources 1 and 2 agree in part; sources 1 and 2 contradict each other (day). Source 1 announces what is past."},
		{"the other is not cited", cite("filler1.txt", "b.txt"), ""},
		{"undated and damaged", cite("filler1.txt", "c.txt"), "Source 2 gives no date; source 2 is damaged in places."},
		{"office-holder", cite("e.txt", "d.txt"), "Source 2 names earlier office-holders."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := strings.Join(Summary(a, tt.cited), " "); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestSummaryOfUndated(t *testing.T) {
	docs := []doc.Document{document(t, "a.txt", "", "Eels are smoked."), document(t, "b.txt", "", "Tar is dear.")}
	a := Assess(docs, profile.Profile{})
	for i := range a.Sources {
		a.Sources[i].Citation = i + 1
	}
	want := "No source gives its date."
	if got := strings.Join(Summary(a, a.Sources), " "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestSources(t *testing.T) {
	for _, tt := range []struct {
		ns   []int
		want string
	}{
		{[]int{2}, "source 2"}, {[]int{1, 2}, "sources 1 and 2"}, {[]int{1, 2, 4}, "sources 1, 2 and 4"},
	} {
		if got := sources(tt.ns); got != tt.want {
			t.Errorf("sources(%v) = %q, want %q", tt.ns, got, tt.want)
		}
	}
}
