package layout

import (
	"testing"
	"time"

	"readahead/brief/doc"
)

func TestMailSubjectOf(t *testing.T) {
	words := setter(t, "a4").template.Words
	asOf := doc.Date{Year: 2031, Month: time.March, Day: 2}
	for _, tt := range []struct {
		name  string
		brief doc.Brief
		want  string
	}{
		{"dated", doc.Brief{Title: "The quay", Edition: 3, AsOf: asOf}, "The quay, edition 3, as of 2 Mar 2031"},
		{"undated", doc.Brief{Title: "The quay", Edition: 3}, "The quay, edition 3"},
		{"labelled", doc.Brief{Title: "The quay", Edition: 1, TLP: "AMBER"}, "TLP:AMBER The quay, edition 1"},
		{"lines", doc.Brief{Title: "The\r\nquay:\ta\x00b", Edition: 1}, "The quay: ab, edition 1"},
		{"braces", doc.Brief{Title: "{n}", Edition: 1}, "{n}, edition 1"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := words.MailSubjectOf(&tt.brief); got != tt.want {
				t.Errorf("subject %q, want %q", got, tt.want)
			}
		})
	}
}

func TestMailChangesOf(t *testing.T) {
	words := setter(t, "a4").template.Words
	for _, tt := range []struct {
		brief doc.Brief
		want  string
	}{
		{doc.Brief{Edition: 1}, ""},
		{doc.Brief{Edition: 1, Changes: "First edition."}, "What changed: First edition."},
		{doc.Brief{Edition: 4, Changes: "Two\nitems."}, "Since the last edition: Two items."},
	} {
		if got := words.MailChangesOf(&tt.brief); got != tt.want {
			t.Errorf("changes %q of edition %d: %q, want %q", tt.brief.Changes, tt.brief.Edition, got, tt.want)
		}
	}
}
