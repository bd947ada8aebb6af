package preflight

import (
	"context"
	"testing"

	"readahead/brief"
	"readahead/brief/doc"
	"readahead/brief/profile"
)

// memory makes options that read the given files, in their order, and nothing
// else.
func memory(p profile.Profile, names []string, files map[string]string) brief.Options {
	return brief.Options{
		Profile:  p,
		Seeds:    names,
		ReadFile: func(name string) ([]byte, error) { return []byte(files[name]), nil },
	}
}

func section(id, title string, keywords ...string) profile.Section {
	return profile.Section{ID: id, Title: title, Keywords: keywords, MinItems: -1, Weight: 1}
}

// build makes a briefing.
func build(t testing.TB, o brief.Options) []byte {
	t.Helper()
	r, err := brief.Build(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	return r.PDF
}

// lighthouse is a briefing with one of everything that a page can have:
// lists, tables, notes, links, an attachment.
func lighthouse() brief.Options {
	p := profile.Profile{
		Name: "lighthouse", Title: "Skerry lighthouse – what to settle", Language: "en-GB", Marking: "INTERNAL",
		PreparedFor: "The Keeper", From: "Pilot office (north)", Purpose: "Settle who mends the lamp.",
		Objectives: []string{"agree on the lamp"}, Asks: []string{"order the lens"},
		AsOf:    doc.Date{Year: 2026, Month: 5, Day: 4},
		Meeting: profile.Meeting{With: "Lens makers", Place: "The jetty"},
		Sections: []profile.Section{
			section("lamp", "The lamp", "lamp", "lens", "oil"),
			section("boat", "The boat", "boat", "jetty", "crew"),
		},
		Sources: []profile.Source{
			{Match: "log.txt", Title: "Keeper’s log", Publisher: "Pilot office", URL: "https://skerry.example/log?a=(1)", Reliability: "B"},
			{Match: "letter.txt", Title: "A letter", URL: "https://skerry.example/letter"},
		},
		Page: profile.Page{Size: "a4", Template: "read-ahead"},
	}
	return memory(p, []string{"log.txt", "letter.txt"}, map[string]string{
		"log.txt": `The lamp at Skerry

4 May 2026

The lamp at Skerry burns 30 litres of oil in a winter night and needs a new lens before October. The lens makers say that grinding it takes eleven weeks. The old lens was cut in 1911 and has a crack as long as a hand.

The boat takes the crew to the jetty twice a week if the sea allows it. The jetty lost four planks in the February storm and the crew carries the oil over the rocks.

Step | Responsible | Due
---|---|---
Order the lens for the lamp | Pilot office | 30 May 2026
Mend the jetty for the boat | Village council | 12 June 2026
`,
		"letter.txt": `From the village

The crew of the boat has asked for a second rope at the jetty. The lamp can be seen from the church, says the parson, and the oil is paid until the spring.
`,
	})
}
