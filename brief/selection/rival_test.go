package selection

import (
	"testing"

	"readahead/brief/doc"
)

func TestJoinRivals(t *testing.T) {
	s := sentences("The crane and the berth were damaged on 3 May.", "Since the night of 5 May the lift at the pier has stood still.")
	s[0].Doc, s[1].Doc = 0, 1
	flag := []doc.Flag{{Kind: doc.Conflict, Note: "day: 3 May or 5 May"}}
	s[0].Flags, s[1].Flags = flag, flag
	a := read(Input{Sentences: s, Sections: harbour})
	a.places = []place{{0, enough}, {1, 0}}
	a.joinRivals()
	if a.places[1] != (place{0, enough}) {
		t.Errorf("the other side is placed %v", a.places[1])
	}
	if a.places[0] != (place{0, enough}) {
		t.Errorf("the sure side moved to %v", a.places[0])
	}
}
