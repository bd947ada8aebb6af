// Package profile defines what a user asks for: the typed form of a config.
package profile

import (
	"time"

	"readahead/brief/doc"
)

// A Profile describes one briefing. Only Title and Sections (ID, Title and
// Keywords of each) are required; package config checks that, and fills in
// the rest from its defaults.
type Profile struct {
	Name        string // the config file's base name; names the output files
	Title       string
	Language    string // BCP 47
	Marking     string // printed as it is, top and bottom; empty: none
	TLP         string // CLEAR, GREEN, AMBER, AMBER+STRICT or RED; empty: none
	CUI         *doc.CUI
	Seeds       []string
	AsOf        doc.Date // zero: the date of the newest source
	PreparedFor string
	From        string
	Meeting     Meeting
	Purpose     string
	Objectives  []string
	Asks        []string
	Talking     []string // points for the second page
	Closed      []string // to-do rows that are not kept when their source is gone, by text or ID
	Sections    []Section
	Sources     []Source
	Page        Page
	Schedule    Schedule
	Notify      []Channel // who is told of a new edition, and how
	Engine      string    // where the service keeps its state: a postgres:// or postgresql:// address; empty: in a file
}

// A Meeting says who meets when and where.
type Meeting struct {
	With      string
	At        time.Time // in the zone that the config gives
	Minutes   int
	Place     string
	Attendees []string
}

// A Section is one of the page's priorities, in the order of the config.
type Section struct {
	ID       string
	Title    string
	Keywords []string
	MinItems int     // must be printed; -1: the default, as many as there are up to 3
	MaxItems int     // 0: no limit
	Weight   float64 // 1 is usual
}

// A Source says about documents what they do not say of themselves.
type Source struct {
	Match       string // a file name or a pattern as of path.Match
	Title       string
	Publisher   string
	Published   doc.Date
	Reliability string // A to F, the Admiralty scale's letter (NATO AJP-2.1)
	URL         string
}

// Page says how the page is made.
type Page struct {
	Size        string   // "letter" or "a4"; empty: the template's paper
	Template    string   // a template's name or a file
	Templates   string   // the folder that a name is looked for in before the built-in ones; empty: none
	Logo        Logo     // in the place of the template's
	Hyphenation string   // a file of hyphenation patterns; empty: built-in ones of the language
	Fonts       []string // files for what the built-in typeface lacks, tried in this order
	Second      []string // blocks of a second page: talking_points, todo, sources; empty: there is none
	Formats     []string // in which the briefing is written: pdf, html, md, text, docx; empty: pdf

	// AttachSources puts the cleaned text of every source that the page cites
	// into the PDF.
	AttachSources bool
}

// A Logo is the sign of the house in the head of the page.
type Logo struct {
	File   string  // SVG, PNG or JPEG; empty: none
	Alt    string  // what it shows, for those who do not see it
	Height float64 // points
}
