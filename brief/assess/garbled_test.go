package assess

import (
	"testing"

	"readahead/brief/doc"
	"readahead/brief/profile"
)

func TestGarbled(t *testing.T) {
	for _, tt := range []struct {
		name       string
		paragraphs []string
		want       bool
	}{
		{"sound", []string{"The keeper spoke at the opening of the lock."}, false},
		{"stop in the middle", []string{"The keeper spoke at the opening. of the lock."}, true},
		{"scrap of a sentence", []string{"The crew painted what the yard had built long ago. wooden gate."}, true},
		{"abbreviation", []string{"The gate of Lindby Inc. and approx. two others were at sea by 6 a.m. on the day.", "See vol. ii and pp. iii for the rest."}, false},
		{"writer without capitals", []string{"we went to the lock. it was shut."}, false},
		{"sentence in lower case", []string{"The gate is old. furthermore, the wall of the chamber is cracked in several places."}, false},
		{"quotation runs on", []string{"Moen of the lock “A gem for both towns” Is a “good sign” for the canal."}, true},
		{"quotation with its stop", []string{"“It is a gem.” The keeper agreed.", "He called it “a gem”, and it is."}, false},
		{"mark clings to words", []string{"It is a gem”for both towns, she said of“ the lock."}, true},
		{"closes what is not open", []string{"It is a gem,” said the keeper."}, true},
		{"open over paragraphs", []string{"“It is a gem.", "“It always was,” said the keeper."}, false},
		{"carried into the next paragraph", []string{"“It is a gem.", "It always was,” said the keeper."}, false},
		{"opens twice", []string{"She said “it is “a gem” for both towns."}, true},
		{"over two sentences", []string{"“It is a gem. It always was,” said the keeper."}, false},
		{"German", []string{"„Ein Juwel“, sagte die Wärterin, „für beide Orte“."}, false},
		{"inches", []string{"A rope of 5’11” is too short."}, false},
		{"marks of two kinds", []string{"The so-called \"Lock Fund” is empty."}, false},
		{"site", []string{"Tickets are sold on the web. www.lock.example has them."}, false},
		{"straight", []string{`A "gem" of 12" gauge.`}, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := Assess([]doc.Document{document(t, "a.txt", "2025-01-01", tt.paragraphs...)}, profile.Profile{})
			got := false
			for _, s := range a.Sentences {
				got = got || flagged(s, doc.Garbled)
			}
			if got != tt.want {
				t.Errorf("garbled is %v, want %v: %q", got, tt.want, flags(a))
			}
		})
	}
}
