package config

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // which the program has, too

	"readahead/brief/doc"
	"readahead/brief/profile"
)

// full holds every key, in each of the formats.
var full = map[string]string{
	"harbour.yaml": `# every key
title: Harbour talks
language: en-GB
marking: RESTRICTED
seeds: [notes/, /srv/wire.txt, "two  spaces.txt"]
as_of: 2026-05-04
prepared_for: The Harbour Master
from: Quay office
meeting:
  with: Pilots' Guild
  at: 2026-05-06 14:30:00+02:00
  minutes: 30
  place: Pier 4
  attendees: [M. Okoye, L. Brandt]
purpose: >
  Agree on the
  winter berths.
objectives: [Settle dues, Set dates]
asks: [approve the dues]
closed: [Paint the mole, "7"]
sections:
  - {id: berths, title: Berths, keywords: [berth, quay], min_items: 1, max_items: 4, weight: 2}
  - id: dues
    title: Dues
    keywords: [fee]
sources:
  - match: "wire*"
    title: Wire report
    publisher: Coast Wire
    published: 2026-05-01
    reliability: b
    url: https://wire.example/1
page: {size: A4, template: pages/quay.yaml, hyphenation: pages/hyph-nb.pat.txt, fonts: [faces/a.ttf, "/srv/b.ttc#1"]}
schedule:
  cron: 0 7 * * MON-FRI
  zone: Europe/Oslo
  on_change: false
  at_most_every: 15m
  catch_up: Skip
  quiet: ["22:00-06:00", "sat–Sunday 00:00-24:00"]
  jitter: 1d30s
notify:
  - webhook: https://hooks.example/in?id=5
    secret: {file: keys/hook}
  - email: [quay@harbour.example, Pilots <pilots@harbour.example>]
    cc: berths@harbour.example
    from: Quay office <office@harbour.example>
    server: smtp://mail.harbour.example
    user: office
    password: {env: SMTP_PASSWORD}
  - command: [bin/published, "{profile}", --pdf, "{pdf}"]
    name: log
engine: postgres://brief@db.harbour.example/readahead
`,
	"harbour.json": `{
 "$schema": "schema.json",
 "title": "Harbour talks", "language": "en-GB", "marking": "RESTRICTED",
 "seeds": ["notes/", "/srv/wire.txt", "two  spaces.txt"], "as_of": "2026-05-04",
 "prepared_for": "The Harbour Master", "from": "Quay office",
 "meeting": {"with": "Pilots' Guild", "at": "2026-05-06T14:30:00+02:00", "minutes": 30, "place": "Pier 4",
  "attendees": ["M. Okoye", "L. Brandt"]},
 "purpose": "Agree on the winter berths.", "objectives": ["Settle dues", "Set dates"], "asks": ["approve the dues"], "closed": ["Paint the mole", "7"],
 "sections": [
  {"id": "berths", "title": "Berths", "keywords": ["berth", "quay"], "min_items": 1, "max_items": 4, "weight": 2.0},
  {"id": "dues", "title": "Dues", "keywords": ["fee"]}],
 "sources": [{"match": "wire*", "title": "Wire report", "publisher": "Coast Wire", "published": "2026-05-01",
  "reliability": "B", "url": "https://wire.example/1"}],
 "page": {"size": "a4", "template": "pages/quay.yaml", "hyphenation": "pages/hyph-nb.pat.txt", "fonts": ["faces/a.ttf", "/srv/b.ttc#1"]},
 "schedule": {"cron": "0 7 * * MON-FRI", "zone": "Europe/Oslo", "on_change": false, "at_most_every": "15m",
  "catch_up": "skip", "quiet": ["22:00-06:00", "Sat-Sun 00:00-24:00"], "jitter": "24h30s"},
 "notify": [
  {"webhook": "https://hooks.example/in?id=5", "secret": {"file": "keys/hook"}},
  {"email": ["quay@harbour.example", "Pilots <pilots@harbour.example>"], "cc": ["berths@harbour.example"],
   "from": "Quay office <office@harbour.example>", "server": "smtp://mail.harbour.example:587", "user": "office",
   "password": {"env": "SMTP_PASSWORD"}},
  {"command": ["bin/published", "{profile}", "--pdf", "{pdf}"], "name": "log"}],
 "engine": "postgres://brief@db.harbour.example/readahead"
}`,
	"harbour.toml": `title = "Harbour talks"
language = "en-GB"
marking = "RESTRICTED"
seeds = ["notes/", "/srv/wire.txt", "two  spaces.txt"]
as_of = 2026-05-04
prepared_for = "The Harbour Master"
from = "Quay office"
purpose = """
Agree on the
winter berths."""
objectives = [
  "Settle dues", # first
  "Set dates",
]
asks = ["approve the dues"]
closed = ["Paint the mole", "7"]
page.size = "a4"
page.template = "pages/quay.yaml"
page.hyphenation = "pages/hyph-nb.pat.txt"
page.fonts = ["faces/a.ttf", "/srv/b.ttc#1"]
engine = "postgres://brief@db.harbour.example/readahead"

[meeting]
with = "Pilots' Guild"
at = 2026-05-06T14:30:00+02:00
minutes = 30
place = "Pier 4"
attendees = ["M. Okoye", "L. Brandt"]

[[sections]]
id = "berths"
title = "Berths"
keywords = ["berth", "quay"]
min_items = 1
max_items = 4
weight = 2.0

[[sections]]
id = "dues"
title = "Dues"
keywords = ["fee"]

[[sources]]
match = "wire*"
title = "Wire report"
publisher = "Coast Wire"
published = 2026-05-01
reliability = "B"
url = "https://wire.example/1"

[schedule]
cron = "0 7 * * MON-FRI"
zone = "Europe/Oslo"
on_change = false
at_most_every = "15m"
catch_up = "skip"
quiet = ["22:00-06:00", "Sat,Sun 00:00-24:00"]
jitter = "1d30s"

[[notify]]
webhook = "https://hooks.example/in?id=5"
secret.file = "keys/hook"

[[notify]]
email = ["quay@harbour.example", "Pilots <pilots@harbour.example>"]
cc = "berths@harbour.example"
from = "Quay office <office@harbour.example>"
server = "smtp://mail.harbour.example:587"
user = "office"
password = {env = "SMTP_PASSWORD"}

[[notify]]
command = ["bin/published", "{profile}", "--pdf", "{pdf}"]
name = "log"
`,
}

func fullProfile(dir string) profile.Profile {
	oslo, err := time.LoadLocation("Europe/Oslo")
	if err != nil {
		panic(err)
	}
	return profile.Profile{
		Name: "harbour", Title: "Harbour talks", Language: "en-GB", Marking: "RESTRICTED",
		Seeds: []string{filepath.Join(dir, "notes"), "/srv/wire.txt", filepath.Join(dir, "two  spaces.txt")},
		AsOf:  doc.NewDate(2026, 5, 4), PreparedFor: "The Harbour Master", From: "Quay office",
		Meeting: profile.Meeting{
			With: "Pilots' Guild", At: time.Date(2026, 5, 6, 14, 30, 0, 0, time.FixedZone("", 2*3600)),
			Minutes: 30, Place: "Pier 4", Attendees: []string{"M. Okoye", "L. Brandt"},
		},
		Purpose:    "Agree on the winter berths.",
		Objectives: []string{"Settle dues", "Set dates"},
		Asks:       []string{"approve the dues"},
		Closed:     []string{"Paint the mole", "7"},
		Sections: []profile.Section{
			{ID: "berths", Title: "Berths", Keywords: []string{"berth", "quay"}, MinItems: 1, MaxItems: 4, Weight: 2},
			{ID: "dues", Title: "Dues", Keywords: []string{"fee"}, MinItems: -1, Weight: 1},
		},
		Sources: []profile.Source{{
			Match: "wire*", Title: "Wire report", Publisher: "Coast Wire", Published: doc.NewDate(2026, 5, 1),
			Reliability: "B", URL: "https://wire.example/1",
		}},
		Page: profile.Page{
			Size: "a4", Template: filepath.Join(dir, "pages/quay.yaml"), Templates: filepath.Join(dir, "templates"),
			Hyphenation: filepath.Join(dir, "pages/hyph-nb.pat.txt"),
			Fonts:       []string{filepath.Join(dir, "faces/a.ttf"), "/srv/b.ttc#1"},
		},
		Schedule: profile.Schedule{
			Cron: "0 7 * * MON-FRI", Zone: oslo, OnlySlots: true, AtMostEvery: 15 * time.Minute, CatchUp: profile.CatchUpSkip,
			Quiet: []profile.Quiet{
				{From: 22 * 60, To: 6 * 60},
				{From: 0, To: 24 * 60, Days: [7]bool{time.Sunday: true, time.Saturday: true}},
			},
			Jitter: 24*time.Hour + 30*time.Second,
		},
		Notify: []profile.Channel{
			{Name: "webhook hooks.example", Webhook: &profile.Webhook{
				URL: "https://hooks.example/in?id=5", Secret: profile.Secret{File: filepath.Join(dir, "keys/hook")},
			}},
			{Name: "email quay@harbour.example", Email: &profile.Email{
				Server: "smtp://mail.harbour.example:587", User: "office", Password: profile.Secret{Variable: "SMTP_PASSWORD"},
				From: "Quay office <office@harbour.example>",
				To:   []string{"quay@harbour.example", "Pilots <pilots@harbour.example>"}, Cc: []string{"berths@harbour.example"},
			}},
			{Name: "log", Command: []string{filepath.Join(dir, "bin/published"), "{profile}", "--pdf", "{pdf}"}},
		},
		Engine: "postgres://brief@db.harbour.example/readahead",
	}
}

// write puts text into a file in a new folder and returns its path.
func write(t *testing.T, name, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestLoad(t *testing.T) {
	for name, text := range full {
		t.Run(name, func(t *testing.T) {
			file := write(t, name, text)
			got, err := Load(file)
			if err != nil {
				t.Fatal(err)
			}
			if want := fullProfile(filepath.Dir(file)); !reflect.DeepEqual(got, want) {
				t.Errorf("Load(%s)\n got %+v\nwant %+v", name, got, want)
			}
		})
	}
}

func TestLoadDefaults(t *testing.T) {
	file := write(t, "least", "title: T\nmarking:\nlanguage: ~\npage:\nsections: [{id: a, title: A, keywords: [b]}]\n")
	got, err := Load(file)
	if err != nil {
		t.Fatal(err)
	}
	want := profile.Profile{
		Name: "least", Title: "T", Language: "en-US", Seeds: []string{filepath.Join(filepath.Dir(file), "seeds")},
		Sections: []profile.Section{{ID: "a", Title: "A", Keywords: []string{"b"}, MinItems: -1, Weight: 1}},
		Page:     profile.Page{Template: "read-ahead", Templates: filepath.Join(filepath.Dir(file), "templates")},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

// The zone of a machine that happens to have the meeting's offset has a name,
// and would print it.
func TestLoadKeepsOffsetInAnyZone(t *testing.T) {
	local := time.Local
	t.Cleanup(func() { time.Local = local })
	time.Local = time.FixedZone("JST", 9*3600)
	p, err := Load(write(t, "a.yaml", "title: T\nmeeting: {at: 2026-05-06T09:00:00+09:00}\nsections: [{id: a, title: A, keywords: [b]}]\n"))
	if err != nil {
		t.Fatal(err)
	}
	if name, offset := p.Meeting.At.Zone(); name != "" || offset != 9*3600 {
		t.Errorf("zone %q %d, want no name and 32400", name, offset)
	}
}

func TestPathsStartFromParentOfConfigFolder(t *testing.T) {
	file := write(t, "config/a.yaml", "title: T\nseeds: [s.txt]\nsections: [{id: a, title: A, keywords: [b]}]\n")
	want := filepath.Join(filepath.Dir(filepath.Dir(file)), "s.txt")
	p, err := Load(file)
	if err != nil || p.Seeds[0] != want {
		t.Errorf("seeds %v, %v; want %s", p.Seeds, err, want)
	}
	t.Chdir(filepath.Dir(file))
	if p, err = Load("a.yaml"); err != nil || p.Seeds[0] != "../s.txt" {
		t.Errorf("inside of the folder: seeds %v, %v; want ../s.txt", p.Seeds, err)
	}
}

func TestEnvironment(t *testing.T) {
	for _, tt := range []struct {
		name, variable, value string
		got                   func(profile.Profile) any
		want                  any
	}{
		{"text", "BRIEF_TITLE", "Other", func(p profile.Profile) any { return p.Title }, "Other"},
		{"empty is not set", "BRIEF_TITLE", "", func(p profile.Profile) any { return p.Title }, "Harbour talks"},
		{"nested", "BRIEF_MEETING_WITH", "The Guild", func(p profile.Profile) any { return p.Meeting.With }, "The Guild"},
		{"number", "BRIEF_MEETING_MINUTES", "20", func(p profile.Profile) any { return p.Meeting.Minutes }, 20},
		{"date", "BRIEF_AS_OF", "2026-01-02", func(p profile.Profile) any { return p.AsOf }, doc.NewDate(2026, 1, 2)},
		{"no date", "BRIEF_AS_OF", "auto", func(p profile.Profile) any { return p.AsOf }, doc.Date{}},
		{"list", "BRIEF_ASKS", "one, two", func(p profile.Profile) any { return p.Asks }, []string{"one", "two"}},
		{"list with commas in it", "BRIEF_ASKS", `["one, two"]`, func(p profile.Profile) any { return p.Asks }, []string{"one, two"}},
		{"paths from the current folder", "BRIEF_SEEDS", "a.txt,b", func(p profile.Profile) any { return p.Seeds }, []string{"a.txt", "b"}},
		{"page", "BRIEF_PAGE_SIZE", "letter", func(p profile.Profile) any { return p.Page.Size }, "letter"},
		{"logo", "BRIEF_PAGE_LOGO", "{file: a.svg, alt: A}", func(p profile.Profile) any { return p.Page.Logo }, profile.Logo{File: "a.svg", Alt: "A", Height: 30}},
		{"formats", "BRIEF_PAGE_FORMATS", "PDF, html", func(p profile.Profile) any { return p.Page.Formats }, []string{"pdf", "html"}},
		{"attached sources", "BRIEF_PAGE_ATTACH_SOURCES", "true", func(p profile.Profile) any { return p.Page.AttachSources }, true},
		{"second page", "BRIEF_PAGE_SECOND", "todo, sources", func(p profile.Profile) any { return p.Page.Second }, []string{"todo", "sources"}},
		{"tlp", "BRIEF_TLP", "amber+strict", func(p profile.Profile) any { return p.TLP }, "AMBER+STRICT"},
		{"sections", "BRIEF_SECTIONS", `[{"id":"x","title":"X","keywords":["k"]}]`,
			func(p profile.Profile) any { return p.Sections },
			[]profile.Section{{ID: "x", Title: "X", Keywords: []string{"k"}, MinItems: -1, Weight: 1}}},
		{"slots for short", "BRIEF_SCHEDULE", "0 9 * * *", func(p profile.Profile) any { return p.Schedule.Cron + " " + p.Schedule.Zone.String() }, "0 9 * * * Europe/Oslo"},
		{"slots and zone for short", "BRIEF_SCHEDULE", "0 9 * * * UTC", func(p profile.Profile) any { return p.Schedule.Cron + " " + p.Schedule.Zone.String() }, "0 9 * * * UTC"},
		{"slots", "BRIEF_SCHEDULE_CRON", "@daily", func(p profile.Profile) any { return p.Schedule.Cron }, "@daily"},
		{"zone", "BRIEF_SCHEDULE_ZONE", "UTC", func(p profile.Profile) any { return p.Schedule.Zone }, time.UTC},
		{"on change", "BRIEF_SCHEDULE_ON_CHANGE", "true", func(p profile.Profile) any { return p.Schedule.OnlySlots }, false},
		{"quiet hours", "BRIEF_SCHEDULE_QUIET", "Fri 20:00-24:00, 01:00-2:00", func(p profile.Profile) any { return p.Schedule.Quiet },
			[]profile.Quiet{{From: 1200, To: 1440, Days: [7]bool{time.Friday: true}}, {From: 60, To: 120}}},
		{"notify", "BRIEF_NOTIFY", `[{command: [./a.sh], name: a}, {command: [./a.sh]}]`, func(p profile.Profile) any { return p.Notify },
			[]profile.Channel{{Name: "a", Command: []string{"./a.sh"}}, {Name: "command a.sh", Command: []string{"./a.sh"}}}},
		{"engine with a password", "BRIEF_ENGINE", "postgresql://brief:hunter2@db/x", func(p profile.Profile) any { return p.Engine }, "postgresql://brief:hunter2@db/x"},
		{"a mapping is no key", "BRIEF_MEETING", "x", func(p profile.Profile) any { return p.Meeting.Place }, "Pier 4"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Setenv(tt.variable, tt.value)
			p, err := Load(write(t, "harbour.yaml", full["harbour.yaml"]))
			if err != nil {
				t.Fatal(err)
			}
			if got := tt.got(p); !reflect.DeepEqual(got, tt.want) {
				t.Errorf("%s=%s gives %v, want %v", tt.variable, tt.value, got, tt.want)
			}
		})
	}
}

func TestEnvironmentReachesEveryKey(t *testing.T) {
	for _, key := range variables() {
		t.Run(key, func(t *testing.T) {
			t.Setenv(variable(key), "[{\x01")
			_, err := Load(write(t, "harbour.yaml", full["harbour.yaml"]))
			if err == nil || !strings.HasPrefix(err.Error(), variable(key)+":") {
				t.Errorf("%s with a value that no key has gives %v", variable(key), err)
			}
		})
	}
}

func TestSample(t *testing.T) {
	p, err := Sample()
	if err != nil {
		t.Fatal(err)
	}
	if p.Name != SampleName || len(p.Sections) != 4 || len(p.Sources) != 3 {
		t.Errorf("sample %s has %d sections and %d sources", p.Name, len(p.Sections), len(p.Sources))
	}
	if _, err := parse("start.yaml", "yaml", Starter(), ""); err != nil {
		t.Errorf("the starter is not a config: %v", err)
	}
}

func TestFind(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.toml", "a.yaml", "c.json", "schema.json", "x.schema.json", ".d.yaml", "notes.txt", "-e.yml"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	files, err := Find(dir)
	var names []string
	for _, f := range files {
		names = append(names, Name(f))
	}
	if want := []string{"-e", "a", "b", "c"}; err != nil || !reflect.DeepEqual(names, want) {
		t.Errorf("Find = %v, %v; want %v", names, err, want)
	}
	if _, err := Find(filepath.Join(dir, "none")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("no folder: %v", err)
	}
}

func TestNearest(t *testing.T) {
	for _, tt := range []struct{ word, want string }{
		{"titel", "title"},
		{"Titles", "title"},
		{"sektions", "sections"},
		{"ask", "asks"},
		{"prepare_for", "prepared_for"},
		{"footer", ""},
		{"", ""},
		{strings.Repeat("title", 100), ""},
	} {
		if got := Nearest(tt.word, topKeys); got != tt.want {
			t.Errorf("Nearest(%q) = %q, want %q", tt.word, got, tt.want)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	b.SetBytes(int64(len(sample)))
	for b.Loop() {
		if _, err := Sample(); err != nil {
			b.Fatal(err)
		}
	}
}
