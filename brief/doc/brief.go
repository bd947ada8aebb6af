package doc

import "time"

// A Brief is the content of a page before it is typeset: every word that may
// be printed, in the order of the page.
type Brief struct {
	Profile   string
	Title     string
	Lang      string
	Marking   string
	TLP       string // label of the Traffic Light Protocol without "TLP:", or ""
	CUI       *CUI   // designation of controlled unclassified information, or nil
	Kicker    string // line above the title: whom the page is for
	From      string
	Purpose   string
	With      string // the other party of the meeting
	At        time.Time
	Minutes   int
	Place     string
	Attendees []string
	AsOf      Date
	Edition   int // 0: not counted

	Objectives []string
	Asks       []string
	BottomLine *Item
	Sections   []Section
	Trackers   []Tracker
	Sources    []Source
	Summary    []string // the source summary statement, a sentence each
	Changes    string   // what changed since the previous edition, or ""
	Legend     string   // what the sign before a new item means, or ""
	LeftOut    int      // how many items were left out for space
	Pages      int      // 2: there is a second page, and the pages say which they are
}

// An Annex is the content of a second page.
type Annex struct {
	Blocks   []string // "talking_points", "todo" and "sources", in order
	Talking  []string
	Sections []Section // with all their tasks, and no items
	Sources  []Source  // all of them; the numbers of those that the first page cites are its own
	Summary  []string
}

// CUI says who controls the information and how (32 CFR 2002.20; DoDI
// 5200.48, 3.4).
type CUI struct {
	ControlledBy  []string
	Categories    []string
	Dissemination string
	POC           string // point of contact
}

// A Section is one priority with what was chosen for it.
type Section struct {
	ID        string
	Title     string
	Items     []Item
	Tasks     []Task
	Available int // how many items there were to choose from
}

// An Item is a sentence chosen for the page.
type Item struct {
	Text     string
	File     string
	Line     int
	From     []Span
	Repeats  []Span // where it stands again, in this source or another
	Citation int    // number of its source; Corroborating sources follow
	Also     []int  // numbers of the sources that say the same
	Score    float64
	Why      string // why it was chosen, for explain
	Flags    []Flag
	News     News
}

// News says in which way an item or a to-do row differs from the edition
// before; "" is in none, or there is no edition before.
type News string

// The kinds of news.
const (
	IsNew      News = "new"
	IsReworded News = "reworded" // an item
	IsChanged  News = "changed"  // a to-do row
)

// A Task is a row of a to-do table.
type Task struct {
	ID       string
	Header   []string
	Cells    []string
	Columns  []Column // the part each cell plays
	File     string
	Line     int
	From     []Span
	Citation int
	Score    float64
	State    TaskState
	Over     bool // it is on the second page only
	Carried  int  // the last edition that found it in a source; 0: this one does
	News     News
}

// Cell returns the first non-empty cell that plays the part c, or "".
func (t Task) Cell(c Column) string {
	for i, k := range t.Columns {
		if k == c && i < len(t.Cells) && t.Cells[i] != "" {
			return t.Cells[i]
		}
	}
	return ""
}

// A Tracker is a table that follows outcomes, printed whole.
type Tracker struct {
	Title    string
	Kind     TableKind
	Header   []string
	Rows     [][]string
	File     string
	Line     int
	From     []Span
	Citation int
}

// A Source is a document as the page cites it.
type Source struct {
	Citation  int
	File      string
	SHA256    string
	Title     string
	Publisher string
	Published Date
	URL       string
	Grade     string // Admiralty: reliability A–F and credibility 1–6, "F6"
}

// A Disagreement is a conflict between two sentences, or a stale sentence and
// what overtook it.
type Disagreement struct {
	What string // "year: 1987 or 1994"
	A, B Place  // B is empty where only the calendar overtook A
}

// A Place is a sentence with the source it stands in.
type Place struct {
	File string
	Line int
	Text string
}
