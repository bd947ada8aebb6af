package layout

import (
	"time"

	"readahead/brief/doc"
)

// harbour is a brief of the usual size, about invented places.
func harbour() doc.Brief {
	cet := time.FixedZone("CET", 3600)
	item := func(citation int, text string, flags ...doc.Flag) doc.Item {
		return doc.Item{Text: text, Citation: citation, Flags: flags}
	}
	task := func(citation int, action, detail, owner, due, status string) doc.Task {
		return doc.Task{
			Header:   []string{"Measure", "What it means", "Lead", "By", "State"},
			Cells:    []string{action, detail, owner, due, status},
			Columns:  []doc.Column{doc.ActionColumn, doc.DetailColumn, doc.OwnerColumn, doc.DueColumn, doc.StatusColumn},
			Citation: citation,
		}
	}
	best := item(2, "The strait authority expects the deep channel to be closed to tankers for nine days in April unless the two dredgers arrive before the spring tide.")
	best.Also = []int{3}
	return doc.Brief{
		Profile:    "harbour",
		Title:      "Lirna–Askvoll Harbour Talks",
		Lang:       "en-GB",
		Marking:    "OFFICIAL – SENSITIVE",
		Kicker:     "the Minister of Transport",
		From:       "Ports and Shipping Division",
		Purpose:    "First meeting with the new harbour commissioner: settle the dredging calendar, agree who pays for the eastern mole, and ask for a date for the ferry berth.",
		With:       "Harbour Commissioner of Askvoll",
		At:         time.Date(2026, 3, 12, 9, 30, 0, 0, cet),
		Minutes:    45,
		Place:      "Customs House, Askvoll",
		Attendees:  []string{"I. Brandvik", "M. Oduya", "S. Lindqvist"},
		AsOf:       doc.NewDate(2026, time.March, 9),
		Edition:    4,
		Objectives: []string{"Leave with one dredging calendar for both harbours.", "Hear what the commissioner can offer for the mole.", "Name a contact for the ferry berth."},
		Asks:       []string{"Approve the joint dredging calendar", "Release 4.2 million crowns for the eastern mole", "Name a lead for the ferry berth by Friday"},
		BottomLine: &best,
		Sections: []doc.Section{
			{ID: "dredging", Title: "Dredging", Available: 11, Items: []doc.Item{
				item(1, "The two harbours would share a trailing suction dredger, including its crew and survey launch, and split the hire by the volume that each of them has removed."),
				item(1, "Askvoll has said that it intends to hire a second dredger from abroad if the first is late."),
				item(2, "Lirna has agreed to contribute $ 9.3 million towards the survey of the outer basin over the five years of the agreement.", doc.Flag{Kind: doc.Stale, Note: "2022"}),
				item(3, "Silt in the inner basin has risen by 40 percent since the last survey, according to the pilots’ association."),
			}, Tasks: []doc.Task{
				task(3, "Joint survey", "Agree on one datum and sound the outer basin together", "Hydrographic Office", "30 April 2026", ""),
				task(3, "Dredging calendar", "Publish the closures of the channel at least four weeks ahead", "", "15 May 2026", ""),
				task(3, "Spoil ground", "Look for a second site outside the nature reserve", "", "", ""),
			}},
			{ID: "ferries", Title: "Ferries", Available: 5, Items: []doc.Item{
				item(3, "The ferry office asks for a berth that its new ships, which are 12 metres longer than the old ones, can use in any weather."),
				item(2, "Passenger numbers on the night route fell for the third year.", doc.Flag{Kind: doc.Undated, Note: "last year"}),
			}, Tasks: []doc.Task{
				task(3, "Ferry berth", "Draw up plans for a berth at the eastern mole", "", "", ""),
				task(3, "Timetable trials", "Run two weeks of trial sailings with the longer ships to find out about turning times", "", "", ""),
				task(3, "Passenger information", "One website and one telephone number for both harbours", "", "", ""),
				task(1, "Emergency berth exercises", "Rehearse the evacuation of a ship at the fishing quay", "", "", ""),
			}},
			{ID: "money", Title: "Who pays for the eastern mole", Available: 6, Items: []doc.Item{
				item(2, "A new cost-sharing agreement will help engineers, pilots and insurers to plan for everything from storm damage to a longer season."),
				item(1, "Askvoll committed 2 percent of its harbour dues to repairs of the mole.", doc.Flag{Kind: doc.Conflict, Note: "2 or 3 percent"}),
				item(3, "A schedule for sharing the dues of the ferry lines can shorten the talks and calm the insurers."),
			}, Tasks: []doc.Task{
				task(3, "Insurance", "Ask the insurers for terms that cover both harbours", "", "", ""),
				task(3, "Advance payment", "Agree on the first instalment and on what happens if the work is late", "", "", ""),
			}},
			{ID: "neighbours", Title: "Neighbouring ports", Available: 7, Items: []doc.Item{
				item(3, "Talks with Hvalsund, Lirna and the river ports are needed before the common tariff can begin, the report says."),
				item(2, "The pilotage agreement, the only one that Askvoll has signed with a port abroad, was agreed by Commissioners Dahl and Perron.", doc.Flag{Kind: doc.Stale, Note: "names an earlier office-holder"}),
				item(1, "Hvalsund wants to join by the end of the year."),
			}, Tasks: []doc.Task{
				task(3, "Common tariff", "Convene the three ports", "", "", ""),
			}},
		},
		Trackers: []doc.Tracker{{
			Title: "After the joint exercises", Kind: doc.OutcomeTable, Citation: 3,
			Header: []string{"Outcome", "Anticipated", "Actual"},
			Rows: [][]string{
				{"Shorter closures", "Nine days instead of fourteen", "To be assessed"},
				{"More trust among pilots", "Joint roster", "To be assessed"},
				{"Ready for winter", "Ice class tug on call", "Agreed in principle"},
			},
		}},
		Sources: []doc.Source{
			{Citation: 1, File: "a.txt", Title: "Two harbours say they will work together", Publisher: "Kysten", Published: doc.NewDate(2026, time.January, 14), Grade: "C3"},
			{Citation: 2, File: "b.html", Title: "Harbours move closer amid worries about silt", Publisher: "Maritime Notes", Published: doc.NewDate(2022, time.January, 7), URL: "https://maritime.example/silt", Grade: "E3"},
			{Citation: 3, File: "c.md", Title: "The commissioner’s list of things to do", Grade: "D3"},
		},
		Summary: []string{"Sources 1 and 2 agree on the shared dredger and are independent.", "Source 2 names an earlier commissioner; no figure is confirmed by a second source."},
		Changes: "2 items new, 1 dropped, 1 to-do done.",
		LeftOut: 9,
	}
}

// small is a brief with a bullet or two a section.
func small() doc.Brief {
	b := harbour()
	b.Objectives, b.Attendees, b.Trackers = nil, nil, nil
	for i := range b.Sections {
		s := &b.Sections[i]
		s.Items = s.Items[:1+i%2]
		s.Tasks = s.Tasks[:min(len(s.Tasks), i)]
	}
	return b
}

// sparse is a brief of two sections with little in them.
func sparse() doc.Brief {
	b := harbour()
	b.Objectives, b.Asks, b.Attendees, b.Trackers, b.Changes, b.LeftOut, b.Edition = nil, nil, nil, nil, "", 0, 0
	b.BottomLine = nil
	b.Sources = b.Sources[:1]
	b.Summary = nil
	b.Sections = b.Sections[1:3]
	b.Sections[0].Items = b.Sections[0].Items[:1]
	b.Sections[0].Tasks = b.Sections[0].Tasks[:2]
	b.Sections[1].Items, b.Sections[1].Tasks = nil, nil
	return b
}

// dense is a brief with as much as the smallest type holds.
func dense() doc.Brief {
	b := harbour()
	for i := range b.Sections[:2] {
		s := &b.Sections[i]
		s.Items = append(s.Items, b.Sections[(i+1)%4].Items[:1]...)
	}
	for i := 4; i < 7; i++ {
		b.Sources = append(b.Sources, doc.Source{Citation: i, Title: "Minutes of the harbour board, meeting of the spring session", Publisher: "Harbour Board of Lirna", Published: doc.NewDate(2025, 3, i), Grade: "B2"})
	}
	return b
}

// crowded is a brief of long names, wide tables and many sources.
func crowded() doc.Brief {
	b := harbour()
	b.Title = "Preparatory Talks between the Lirna Harbour Board and the Askvoll Commissioner on Dredging, Ferries and the Eastern Mole"
	b.Kicker = "Read-ahead for the Minister of Transport and the Permanent Secretary"
	b.Marking = "OFFICIAL – SENSITIVE // HARBOUR NEGOTIATIONS // NOT FOR RELEASE TO THE PRESS BEFORE 12 MARCH 2026, 18:00"
	b.Place = "Customs House, second floor, Room 214, Old Harbour Street, Askvoll"
	b.Attendees = []string{"I. Brandvik (Commissioner)", "M. Oduya (Deputy)", "S. Lindqvist (Harbour Master)", "T. Aune (interpreter)"}
	b.Objectives = b.Objectives[:1]
	b.Asks = append(b.Asks, "Tell the commissioner which of the three sites for spoil the government will accept before the summer recess")
	b.Sections[0].Title = "Dredging, spoil grounds and the deep channel during the winter"
	for i := range b.Sections[0].Tasks {
		b.Sections[0].Tasks[i].Cells[4] = []string{"Not begun", "Begun", "Waiting for the survey"}[i]
	}
	b.Trackers[0].Header = []string{"Reconnaissance", "Responsibility", "Anticipated", "Outstanding", "Consequences", "Remarks"}
	for i, row := range b.Trackers[0].Rows {
		b.Trackers[0].Rows[i] = append(append([]string{}, row...), "Harbour Board", "none", "")
	}
	b.Sections[2].Tasks[0].Cells = []string{"Decommissioning", "Interoperability of the pilots’ radios", "Hydrographers", "30 September 2026", "Unacknowledged"}
	b.Sections[1].Items[0].Also = []int{1, 2, 4, 5, 6}
	b.Sections[1].Items[1].Flags = append(b.Sections[1].Items[1].Flags, doc.Flag{Kind: doc.Garbled})
	b.Sections = b.Sections[:3]
	for i := 4; i < 7; i++ {
		b.Sources = append(b.Sources, doc.Source{Citation: i, Title: "Minutes of the harbour board", Publisher: "Harbour Board of Lirna", Published: doc.NewDate(2025, 3, i), Grade: "B2"})
	}
	return b
}
