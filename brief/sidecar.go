package brief

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"readahead/brief/doc"
)

// Schema is the version of the sidecar's form.
const Schema = 1

// A Sidecar tells for every line of a page where it comes from, and what was
// left out. It is written beside the PDF and attached to it.
// docs/sidecar.schema.json describes it for other programs.
type Sidecar struct {
	Schema     int             `json:"schema"`
	Profile    string          `json:"profile"`
	Title      string          `json:"title"`
	AsOf       string          `json:"as_of"`
	Edition    int             `json:"edition"`
	Digest     string          `json:"digest,omitempty"`  // of a counted edition
	Changes    *Changes        `json:"changes,omitempty"` // since the edition before, if there is one
	BottomLine *SidecarItem    `json:"bottom_line,omitempty"`
	Sections   []SidecarPart   `json:"sections"`
	Tables     []SidecarTable  `json:"tables"`
	Sources    []SidecarSource `json:"sources"`
	Conflicts  []SidecarPair   `json:"conflicts"`
	Stale      []SidecarPair   `json:"stale"`
	Omitted    []omission      `json:"omitted"`
	Skipped    []SidecarSkip   `json:"skipped"`
	Annex      *SidecarAnnex   `json:"annex,omitempty"`
	Page       PageInfo        `json:"page"`
}

// A SidecarPart is a section of the page.
type SidecarPart struct {
	ID    string        `json:"id"`
	Title string        `json:"title"`
	Items []SidecarItem `json:"items"`
	Todo  []SidecarTask `json:"todo"`
}

// A SidecarItem is a printed sentence.
type SidecarItem struct {
	Section  string        `json:"section,omitempty"` // of the bottom line
	Text     string        `json:"text"`
	File     string        `json:"file"`
	Line     int           `json:"line"`
	Spans    []SidecarSpan `json:"spans"`
	Repeats  []SidecarSpan `json:"repeats,omitempty"`
	Citation int           `json:"citation"`
	Also     []int         `json:"also,omitempty"`
	Score    float64       `json:"score"`
	Why      string        `json:"why"`
	Flags    []string      `json:"flags"`
	New      bool          `json:"new,omitempty"`      // since the edition before
	Reworded bool          `json:"reworded,omitempty"` // since the edition before
}

// A SidecarSpan is a half-open range of bytes of the item's file, or of the
// file that it names.
type SidecarSpan struct {
	File  string `json:"file,omitempty"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// A SidecarTask is a printed row of a to-do table.
type SidecarTask struct {
	ID       string        `json:"id"`
	Header   []string      `json:"header"`
	Cells    []string      `json:"cells"`
	File     string        `json:"file"`
	Line     int           `json:"line"`
	Spans    []SidecarSpan `json:"spans"`
	Citation int           `json:"citation"`
	Owner    string        `json:"owner"`
	Due      string        `json:"due"`
	Status   string        `json:"status"`
	Overdue  bool          `json:"overdue,omitempty"`
	New      bool          `json:"new,omitempty"`     // since the edition before
	Changed  bool          `json:"changed,omitempty"` // since the edition before

	// Where editions are counted, what the next one needs to keep the row when
	// its source has it no more.
	Columns []doc.Column  `json:"columns,omitempty"` // the parts that the cells play
	State   doc.TaskState `json:"state,omitempty"`
	Score   float64       `json:"score,omitempty"`

	// Carried rows are those that no source has any more.
	Carried     bool `json:"carried,omitempty"`
	CarriedFrom int  `json:"carried_from,omitempty"` // the last edition that found it in a source; file, line and spans are of then
}

// A SidecarTable is a table of a source, whole, printed or not.
type SidecarTable struct {
	Kind    string     `json:"kind"`
	Title   string     `json:"title"`
	Header  []string   `json:"header"`
	Rows    [][]string `json:"rows"`
	File    string     `json:"file"`
	Line    int        `json:"line"`
	Printed bool       `json:"printed"` // whole, as a table of its own
}

// A SidecarSource is an endnote.
type SidecarSource struct {
	Citation  int    `json:"citation"` // 0: not cited on the page
	File      string `json:"file"`
	SHA256    string `json:"sha256"`
	Title     string `json:"title"`
	Publisher string `json:"publisher"`
	Published string `json:"published"`
	URL       string `json:"url,omitempty"`
	Grade     string `json:"grade"`
	Gone      bool   `json:"gone,omitempty"` // it is no longer among the sources, and kept for rows that are carried
}

// A SidecarPair is a conflict between two places, or a stale place and what
// overtook it.
type SidecarPair struct {
	What string        `json:"what"`
	A    SidecarPlace  `json:"a"`
	B    *SidecarPlace `json:"b"`
}

// A SidecarPlace is a sentence of a source.
type SidecarPlace struct {
	File string `json:"file"`
	Line int    `json:"line"`
	Text string `json:"text"`
}

// A SidecarSkip is a seed that could not be used.
type SidecarSkip struct {
	File string `json:"file"`
	Why  string `json:"why"`
}

// sidecar returns what the stages found. It is not compared with the edition
// before yet.
func (s *stages) sidecar() Sidecar {
	b := s.page.brief
	out := Sidecar{
		Schema: Schema, Profile: b.Profile, Title: b.Title, AsOf: b.AsOf.String(), Edition: s.options.Edition,
		Sections: []SidecarPart{}, Tables: []SidecarTable{}, Sources: []SidecarSource{},
		Conflicts: pairs(s.assessed.Conflicts), Stale: pairs(s.assessed.Stale),
		Omitted: s.omitted(), Skipped: []SidecarSkip{}, Page: s.page.info,
	}
	if b.BottomLine != nil {
		it := sidecarItem(*b.BottomLine)
		out.BottomLine = &it
	}
	for _, sec := range b.Sections {
		part := SidecarPart{ID: sec.ID, Title: sec.Title, Items: []SidecarItem{}, Todo: []SidecarTask{}}
		for _, it := range sec.Items {
			part.Items = append(part.Items, sidecarItem(it))
		}
		for _, t := range sec.Tasks {
			part.Todo = append(part.Todo, s.sidecarTask(t))
		}
		out.Sections = append(out.Sections, part)
	}
	q := quoter{docs: s.docs, assessed: s.assessed}
	for _, t := range s.assessed.Tables {
		tr := q.tracker(t)
		out.Tables = append(out.Tables, SidecarTable{
			Kind: string(t.Kind), Title: tr.Title, Header: tr.Header, Rows: tr.Rows, File: tr.File, Line: tr.Line,
			Printed: s.printed(tr),
		})
	}
	out.Sources = s.sidecarSources()
	out.Annex = s.sidecarAnnex()
	for _, e := range s.skipped {
		out.Skipped = append(out.Skipped, SidecarSkip{e.File, e.Msg})
	}
	return out
}

// omitted lists what is not on the page; where editions are counted with the
// to-do rows as they are, for the next edition.
func (s *stages) omitted() []omission {
	out := append([]omission{}, s.page.omitted...)
	for i := range out {
		if t := out[i].task; t != nil && s.options.Edition > 0 {
			row := s.sidecarTask(*t)
			out[i].Todo = &row
		}
	}
	return out
}

// encode writes v as JSON on one line, with the characters of the text as
// they are.
func encode(v any) ([]byte, error) {
	var buf bytes.Buffer
	buf.Grow(64 << 10)
	e := json.NewEncoder(&buf)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return buf.Bytes(), err
}

func sidecarItem(it doc.Item) SidecarItem {
	out := SidecarItem{
		Section: "", Text: it.Text, File: it.File, Line: it.Line,
		Spans: sidecarSpans(it.From, it.File), Repeats: sidecarSpans(it.Repeats, it.File),
		Citation: it.Citation, Also: it.Also, Score: it.Score, Why: it.Why, Flags: []string{},
		New: it.News == doc.IsNew, Reworded: it.News == doc.IsReworded,
	}
	for _, f := range it.Flags {
		s := string(f.Kind)
		if f.Note != "" {
			s += ": " + f.Note
		}
		out.Flags = append(out.Flags, s)
	}
	return out
}

func (s *stages) sidecarTask(t doc.Task) SidecarTask {
	out := sidecarRow(t)
	if s.options.Edition > 0 {
		out.Columns, out.State, out.Score = t.Columns, t.State, t.Score
	}
	return out
}

func sidecarRow(t doc.Task) SidecarTask {
	status := t.Cell(doc.StatusColumn)
	switch {
	case status != "" || t.State == "":
	case t.State == doc.TaskOverdue:
		status = string(doc.TaskOpen)
	default:
		status = string(t.State)
	}
	return SidecarTask{
		ID: t.ID, Header: t.Header, Cells: t.Cells, File: t.File, Line: t.Line,
		Spans: sidecarSpans(t.From, t.File), Citation: t.Citation,
		Owner: t.Cell(doc.OwnerColumn), Due: t.Cell(doc.DueColumn), Status: status, Overdue: t.State == doc.TaskOverdue,
		New: t.News == doc.IsNew, Changed: t.News == doc.IsChanged,
		Carried: t.Carried > 0, CarriedFrom: t.Carried,
	}
}

// sidecarSpans leaves the file's name out where it is the unit's own.
func sidecarSpans(spans []doc.Span, file string) []SidecarSpan {
	var out []SidecarSpan
	for _, s := range spans {
		t := SidecarSpan{Start: s.Start, End: s.End}
		if s.File != file {
			t.File = s.File
		}
		out = append(out, t)
	}
	return out
}

func (s *stages) printed(t doc.Tracker) bool {
	for _, p := range s.page.brief.Trackers {
		if p.File == t.File && p.Line == t.Line {
			return true
		}
	}
	return false
}

// sidecarSources lists the cited sources in the order of their numbers, then
// the others.
func (s *stages) sidecarSources() []SidecarSource {
	out := []SidecarSource{}
	cited := map[string]bool{}
	add := func(x doc.Source, citation int) {
		out = append(out, SidecarSource{
			Citation: citation, File: x.File, SHA256: x.SHA256, Title: x.Title,
			Publisher: x.Publisher, Published: x.Published.String(), URL: x.URL, Grade: x.Grade,
			Gone: slices.ContainsFunc(s.gone, func(g doc.Source) bool { return g.File == x.File }),
		})
	}
	sources := s.page.brief.Sources
	if s.second != nil {
		sources = s.second.annex.Sources
	}
	for _, x := range sources {
		cited[x.File] = true
		add(x, x.Citation)
	}
	for _, x := range s.sources() {
		if !cited[x.File] {
			add(x, 0)
		}
	}
	return out
}

func pairs(ds []doc.Disagreement) []SidecarPair {
	out := []SidecarPair{}
	for _, d := range ds {
		p := SidecarPair{What: d.What, A: SidecarPlace(d.A)}
		if d.B.File != "" {
			b := SidecarPlace(d.B)
			p.B = &b
		}
		out = append(out, p)
	}
	return out
}

// rowText is a table's row on one line.
func rowText(cells []string) string { return strings.Join(cells, " | ") }
