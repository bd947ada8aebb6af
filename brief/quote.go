package brief

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"readahead/brief/assess"
	"readahead/brief/doc"
	"readahead/brief/selection"
)

// A quoter turns places in documents into printed units that carry their
// origin.
type quoter struct {
	docs     []doc.Document
	assessed assess.Assessment
}

func (q quoter) item(c selection.Candidate) doc.Item {
	s := q.assessed.Sentences[c.Sentence]
	d := q.docs[s.Doc]
	it := doc.Item{
		Text:     s.Text.String(),
		File:     d.File,
		Line:     d.Line(s.Text.Start()),
		From:     s.Text.Spans(d.File),
		Citation: s.Doc + 1,
		Score:    float64(c.Score) / 1e6,
		Why:      c.Why,
		Flags:    s.Flags,
	}
	for _, r := range d.Repeats(s.Text.Bounds()) {
		it.Repeats = append(it.Repeats, doc.Span{File: d.File, Start: r.Start, End: r.End})
	}
	for _, k := range c.Also {
		t := q.assessed.Sentences[k]
		it.Repeats = append(it.Repeats, t.Text.Spans(q.docs[t.Doc].File)...)
		if n := t.Doc + 1; n != it.Citation && !contains(it.Also, n) {
			it.Also = append(it.Also, n)
		}
	}
	return it
}

func (q quoter) task(p selection.TaskPlace) doc.Task {
	t := q.assessed.Tables[p.Table]
	d := q.docs[t.Doc]
	row := t.Table.Rows[p.Row]
	task := doc.Task{
		Header:   texts(t.Table.Header),
		Cells:    texts(row),
		Columns:  t.Columns,
		File:     d.File,
		Citation: t.Doc + 1,
		Score:    float64(p.Score) / 1e6,
	}
	if p.Row < len(t.States) {
		task.State = t.States[p.Row]
	}
	for _, c := range row {
		task.From = append(task.From, c.Spans(d.File)...)
	}
	if len(task.From) > 0 {
		task.Line = d.Line(task.From[0].Start)
	}
	task.ID = taskID(task)
	return task
}

// taskID names a to-do by what it says and where, so that it stays the same
// while its owner, due date and status change.
func taskID(t doc.Task) string {
	h := sha256.New()
	for i, c := range t.Cells {
		if i < len(t.Columns) && (t.Columns[i] == doc.ActionColumn || t.Columns[i] == doc.DetailColumn) {
			h.Write([]byte(strings.ToLower(c)))
			h.Write([]byte{0})
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:6])
}

// trackers returns the tables that follow outcomes.
func (q quoter) trackers() []doc.Tracker {
	var out []doc.Tracker
	for _, t := range q.assessed.Tables {
		if t.Kind == doc.OutcomeTable {
			out = append(out, q.tracker(t))
		}
	}
	return out
}

func (q quoter) tracker(t doc.SourceTable) doc.Tracker {
	d := q.docs[t.Doc]
	out := doc.Tracker{
		Title: t.Heading, Kind: t.Kind,
		Header: texts(t.Table.Header), File: d.File, Citation: t.Doc + 1,
	}
	for _, c := range t.Table.Header {
		out.From = append(out.From, c.Spans(d.File)...)
	}
	for _, row := range t.Table.Rows {
		out.Rows = append(out.Rows, texts(row))
		for _, c := range row {
			out.From = append(out.From, c.Spans(d.File)...)
		}
	}
	if len(out.From) > 0 {
		out.Line = d.Line(out.From[0].Start)
	}
	return out
}

func (q quoter) omission(x selection.Rejected) omission {
	s := q.assessed.Sentences[x.Sentence]
	d := q.docs[s.Doc]
	return omission{Text: s.Text.String(), File: d.File, Line: d.Line(s.Text.Start()), Why: x.Why}
}

func texts(cells []doc.Text) []string {
	out := make([]string, len(cells))
	for i, c := range cells {
		out[i] = c.String()
	}
	return out
}

func contains(ns []int, n int) bool {
	for _, m := range ns {
		if m == n {
			return true
		}
	}
	return false
}

// digest is the SHA-256 of data in hex, as the sidecar gives it.
func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// place says where a line stands, for a message or a listing.
func place(file string, line int) string {
	if line == 0 {
		return file
	}
	return file + ":" + strconv.Itoa(line)
}
