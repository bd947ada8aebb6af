package assess

import (
	"testing"

	"readahead/brief/doc"
	"readahead/brief/profile"
)

// page makes a document of lines before its text, of which those that begin
// with # are headings that stayed and the others were dropped, the text, and
// dropped lines after it.
func page(before []string, text string, after ...string) doc.Document {
	d := doc.Document{File: "in/07_lock-news.txt"}
	at := 0
	drop := func(l string) {
		d.Dropped = append(d.Dropped, doc.Dropped{Text: doc.NewText(l, at), Reason: "page furniture"})
		at += len(l) + 1
	}
	for _, l := range before {
		if l[0] == '#' {
			d.Blocks = append(d.Blocks, doc.Heading{Text: doc.NewText(l[2:], at+2)})
			at += len(l) + 1
			continue
		}
		drop(l)
	}
	d.Blocks = append(d.Blocks, doc.Paragraph{Text: doc.NewText(text, at)})
	at += len(text) + 1
	for _, l := range after {
		drop(l)
	}
	d.Size = at
	return d
}

const lockText = "The old lock at Vesterby lets forty boats through on a summer day, and its keeper knows each of them by its horn before it comes round the bend."

func TestPublished(t *testing.T) {
	for _, tt := range []struct {
		name          string
		before, after []string
		want          string
	}{
		{"byline", []string{"By Ida Moen, 17 March 2025"}, nil, "2025-03-17"},
		{"month first", []string{"March 17, 2025"}, nil, "2025-03-17"},
		{"short month and reading time", []string{"Story by Ida Moen · Sept. 8, 2025 · read in 4 minutes"}, nil, "2025-09-08"},
		{"ISO 8601", []string{"2025-03-17"}, nil, "2025-03-17"},
		{"with time", []string{"12 February 2025 at 17.45"}, nil, "2025-02-12"},
		{"with zone and more", []string{"17 June 2025, 09:40 EET | by Ida Moen | pictures by others of the same office"}, nil, "2025-06-17"},
		{"mail header", []string{"From: Lock Council <lock@council.example>\nDate: Tue, 4 Mar 2025 08:12:55 +0100"}, nil, "2025-03-04"},
		{"issued", []string{"Issued on 8 July 2025 at Vesterby for the use of the keepers and the crews"}, nil, "2025-07-08"},
		{"memo", []string{"Letter 7/12, dated August 1, 2025, not for the press"}, nil, "2025-08-01"},
		{"slashes", []string{"Posted 13/03/2025"}, nil, "2025-03-13"},
		{"slashes, either order", []string{"Posted 09/03/2025"}, nil, ""},
		{"ordinal", []string{"March 17th, 2025 • under Canals • 3 replies"}, nil, "2025-03-17"},
		{"between separators", []string{"Ida Moen at the lock house of Vesterby | 17 Mar 2025 | 08:12 | takes four minutes"}, nil, "2025-03-17"},
		{"byline with links", []string{"By Ida Moen, March 17, 2025 For the printer Send it to a friend 4 remarks"}, nil, "2025-03-17"},
		{"held on", []string{"Held on Monday 17 March 2025, 09:00–10:30, in the upper room of the lock house"}, nil, "2025-03-17"},
		{"next meeting", []string{"Next meeting: 17 March 2025"}, nil, ""},
		{"by the day", []string{"The new bridge over the canal and the lock by Vesterby opens by 17 March 2026 at the latest"}, nil, ""},
		{"changed later", []string{"12 February 2025", "Changed on 15 February 2025"}, nil, "2025-02-12"},
		{"only changed", []string{"Updated 5 April 2025"}, nil, ""},
		{"the nearest line", []string{"Today is 20 May 2026", "17 March 2025"}, nil, "2025-03-17"},
		{"below the text", nil, []string{"Posted on 17 March 2025"}, "2025-03-17"},
		{"above before below", []string{"17 March 2025"}, []string{"8 March 2025"}, "2025-03-17"},
		{"said before bare", []string{"1 June 2025"}, []string{"Published 17 March 2025"}, "2025-03-17"},
		{"minutes of a day", []string{"The committee for the canal, its lock and its bridges: minutes of 3 March 2025"}, nil, "2025-03-03"},
		{"comment", nil, []string{"Olav wrote on 21 March 2025:"}, ""},
		{"copyright", nil, []string{"© 2025 Lock Printing Co."}, ""},
		{"weekday", []string{"Posted on Wednesday"}, nil, ""},
		{"no year", []string{"Posted on 17 March"}, nil, ""},
		{"other matter", []string{"The new bridge over the canal and its lock opens on 17 March 2026 with a brass band"}, nil, ""},
		{"dateline", []string{"# Lock opens"}, nil, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := Assess([]doc.Document{page(tt.before, lockText, tt.after...)}, profile.Profile{})
			if got := a.Sources[0].Published.String(); got != tt.want {
				t.Errorf("published %q, want %q", got, tt.want)
			}
			if a.AsOf != a.Sources[0].Published {
				t.Errorf("as of %v, published %v", a.AsOf, a.Sources[0].Published)
			}
		})
	}
}

func TestSentencesAreNoDatelines(t *testing.T) {
	for _, in := range []string{"On 3 March 2025 the lock closed.", "The plan was published on 3 March 2025."} {
		d := doc.Document{Blocks: []doc.Block{
			doc.Paragraph{Text: doc.NewText(in, 0)},
			doc.Table{Header: []doc.Text{doc.NewText("4 March 2025", 99)}},
		}, Size: 120}
		if a := Assess([]doc.Document{d}, profile.Profile{}); !a.AsOf.IsZero() {
			t.Errorf("%q was published on %v", in, a.AsOf)
		}
	}
}

func TestDatelineInText(t *testing.T) {
	a := Assess([]doc.Document{page(nil, "VESTERBY, 23 May 2025: "+lockText)}, profile.Profile{})
	if got := a.Sources[0].Published.String(); got != "2025-05-23" {
		t.Errorf("published %q", got)
	}
}

func TestPublisher(t *testing.T) {
	for _, tt := range []struct {
		name, line, want string
	}{
		{"paper", "The Vesterby Courier", "The Vesterby Courier"},
		{"with a sign", "The Vesterby Courier ☰", "The Vesterby Courier"},
		{"shouted", "MINISTRY OF CANALS", "Ministry of Canals"},
		{"among others", "NOTICE NO. 7 :: VESTERBY CANAL AUTHORITY", "Vesterby Canal Authority"},
		{"sender", "From: Lock Council <lock@council.example>", "Lock Council"},
		{"letterhead with a code", "VESTERBY CANAL COMPANY VC 7/31", "Vesterby Canal Company"},
		{"part of a house", "Vesterby University, Office of Canals", "Vesterby University, Office of Canals"},
		{"sender in quotes", `From: "Boatmen’s Union, Vesterby branch" <b@boats.example>`, "Boatmen’s Union, Vesterby branch"},
		{"sender, a desk", "From: Vesterby Lock Desk <desk@lock.example>", "Vesterby Lock Desk"},
		{"sender, a person", "From: Ida Moen <ida@lock.example>", ""},
		{"since", "The Vesterby Courier — since 1871", "The Vesterby Courier"},
		{"unlike a publisher", "Vesterby Kitchen", ""},
		{"a menu", "Home News Sport Weather", ""},
		{"a sentence", "The council met and the keeper slept.", ""},
		{"a part of a site", "Press Room", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := Assess([]doc.Document{page([]string{tt.line, "something else"}, lockText)}, profile.Profile{})
			if got := a.Sources[0].Publisher; got != tt.want {
				t.Errorf("publisher of %q is %q, want %q", tt.line, got, tt.want)
			}
		})
	}
}

func TestTitle(t *testing.T) {
	for _, tt := range []struct {
		name string
		edit func(*doc.Document)
		want string
	}{
		{"file name", func(*doc.Document) {}, "Lock news"},
		{"hash", func(d *doc.Document) { d.File = "017_0f3a99b1c2d4e5f6.txt" }, "017_0f3a99b1c2d4e5f6"},
		{"own", func(d *doc.Document) { d.Title = doc.NewText("A  lock\nand its horn", 0) }, "A lock and its horn"},
		{"publisher after it", func(d *doc.Document) {
			d.Meta.Title, d.Meta.Publisher = "A lock and its horn :: The Vesterby Courier", "The Vesterby Courier"
		}, "A lock and its horn"},
		{"site before it", func(d *doc.Document) {
			d.Title = doc.NewText("Lock Review - A lock and its horn", 0)
			d.Blocks = append([]doc.Block{doc.Heading{Text: doc.NewText("A lock and its horn", 0)}}, d.Blocks...)
		}, "A lock and its horn"},
		{"line above the byline", func(d *doc.Document) {
			*d = page([]string{"Home", "What the winter brought to the town", "By Olav Vik, 3 May 2025"}, lockText)
		}, "What the winter brought to the town"},
		{"run into the text", func(d *doc.Document) {
			*d = page(nil, "Take every cookie. What the winter brought Reported by Olav Vik • May 3, 2025 • 4 min "+lockText)
		}, "What the winter brought"},
		{"heading", func(d *doc.Document) {
			d.Blocks = append(d.Blocks, doc.Heading{Text: doc.NewText("The keeper", 500)})
		}, "The keeper"},
		{"line on other things", func(d *doc.Document) {
			*d = page([]string{"Lock keeper, boats, knitting circles, garden hints, recipes for winter and chess"}, lockText)
		}, "Lock news"},
		{"line above the text", func(d *doc.Document) {
			*d = page([]string{"Sign in to read more of this", "Forty boats and a keeper at the old lock | Waterways"}, lockText)
		}, "Forty boats and a keeper at the old lock"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := page(nil, lockText)
			tt.edit(&d)
			a := Assess([]doc.Document{d}, profile.Profile{})
			if got := a.Sources[0].Title; got != tt.want {
				t.Errorf("title %q, want %q", got, tt.want)
			}
		})
	}
}

func TestProfileComesFirst(t *testing.T) {
	day := doc.Date{Year: 2025, Month: 3, Day: 28}
	d := page([]string{"The Vesterby Courier", "17 March 2025"}, lockText)
	d.Title, d.Meta.URL = doc.NewText("Own title", 0), "https://courier.example/lock"
	p := profile.Profile{Sources: []profile.Source{
		{Match: "08*", Title: "not this"},
		{Match: "07*", Title: "Given", Publisher: "Given Press", Published: day, Reliability: "C"},
		{Match: "*", Title: "nor this"},
	}}
	got := Assess([]doc.Document{d}, p).Sources[0]
	want := doc.Source{
		File: d.File, Title: "Given", Publisher: "Given Press", Published: day,
		URL: "https://courier.example/lock", Grade: "C6",
	}
	if got != want {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
	if a := Assess([]doc.Document{d}, profile.Profile{AsOf: day.AddDays(3)}); a.AsOf != day.AddDays(3) {
		t.Errorf("as of %v", a.AsOf)
	}
}

func TestSiteOf(t *testing.T) {
	for _, tt := range []struct{ title, heading, site string }{
		{"Lock Review - Ferry halted", "Ferry halted", "Lock Review"},
		{"Ferry halted | Lock Review", "Ferry halted", "Lock Review"},
		{"Ferry halted", "Ferry halted", ""},
		{"The ferry halted", "ferry halted", ""},
		{"Ferry halted - Boats - Lock Review", "Ferry halted", ""},
		{"Lock Review", "Ferry halted", ""},
	} {
		if _, got := siteOf(tt.title, tt.heading); got != tt.site {
			t.Errorf("site of %q over %q is %q, want %q", tt.title, tt.heading, got, tt.site)
		}
	}
}

func TestBylineInText(t *testing.T) {
	a := Assess([]doc.Document{page(nil, "Take every cookie. What the winter brought Reported by Olav Vik • May 3, 2025 • 4 min "+lockText)}, profile.Profile{})
	if got := a.Sources[0].Published.String(); got != "2025-05-03" {
		t.Errorf("published %q", got)
	}
}
