package brief

import "readahead/brief/doc"

// An omission is something of the sources that is not on the page.
type omission struct {
	Section string `json:"section"` // "": of none
	Text    string `json:"text"`
	File    string `json:"file"`
	Line    int    `json:"line"`
	Why     string `json:"why"`

	// Todo is the row of a to-do table that was left out, where editions are
	// counted.
	Todo *SidecarTask `json:"todo,omitempty"`

	forSpace bool      // it was wanted, but there was no room
	task     *doc.Task // it is this row of a to-do table
}

func omittedItem(section string, it doc.Item, why string) omission {
	return omission{Section: section, Text: it.Text, File: it.File, Line: it.Line, Why: why, forSpace: true}
}

func omittedTask(section string, t doc.Task, why string) omission {
	return omission{Section: section, Text: rowText(t.Cells), File: t.File, Line: t.Line, Why: why, forSpace: true, task: &t}
}

func omittedTracker(t doc.Tracker, why string) omission {
	return omission{Text: rowText(t.Header), File: t.File, Line: t.Line, Why: why, forSpace: true}
}

// countForSpace returns how many of os were left out for lack of room.
func countForSpace(os []omission) int {
	n := 0
	for _, o := range os {
		if o.forSpace {
			n++
		}
	}
	return n
}
