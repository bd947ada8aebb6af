package assess

import (
	"fmt"
	"testing"

	"readahead/brief/doc"
	"readahead/brief/profile"
)

// together assesses two sentences that stand in two sources among others.
func together(t *testing.T, a, b string) (Assessment, int, int) {
	t.Helper()
	docs := append(filler(t), document(t, "a.txt", "2025-10-01", a), document(t, "b.txt", "2025-10-02", b))
	x := Assess(docs, profile.Profile{})
	n := len(x.Sentences)
	if n < 2 || x.Sentences[n-2].Text.String() != a || x.Sentences[n-1].Text.String() != b {
		t.Fatalf("not one sentence each: %q, %q", a, b)
	}
	return x, n - 2, n - 1
}

func TestSayTheSame(t *testing.T) {
	for _, tt := range []struct {
		name, a, b string
		want       bool
	}{
		{"same words", "The ferry to Lindby sails at dawn.", "“The ferry to Lindby sails at dawn,”", true},
		{"one word more", "The old ferry to the island of Tarn leaves the north quay at dawn.", "The old ferry to the island of Tarn leaves from the north quay at dawn.", true},
		{"much alike", "The dredging of the Lindby channel has turned up cannon, anchors and a bell from a wreck, divers of the sea museum said.",
			"Divers of the sea museum say that cannon, anchors and the bell of a wreck came up in the dredging of the channel.", true},
		{"figure in other words", "In June skippers with a season ticket paid on average half of what the others paid at the gate.",
			"Whoever bought a season ticket was charged half the gate toll in all of June, skippers reckon.", true},
		{"three rare words", "The siren that the lock keeper sounds is not heard beyond the mill.", "Skippers beyond the mill never hear the siren of the lock.", true},

		{"other figure", "The old ferry to the island of Tarn takes 40 cars from the north quay.", "The old ferry to the island of Tarn takes 60 cars from the north quay.", false},
		{"other day", "The ferry to the island of Tarn broke down on 3 June off the north quay.", "The ferry to the island of Tarn broke down on 9 June off the north quay.", false},
		{"other name", "The ferry to the island of Tarn was painted by Olsen in the north dock.", "The ferry to the island of Tarn was painted by Hansen in the north dock.", false},
		{"denied", "The ferry to the island of Tarn leaves from the north quay.", "The ferry to the island of Tarn never leaves from the north quay.", false},
		{"plan and outcome", "The inspector will open the boiler of the Tarn ferry on 3 June.", "The inspector opened the boiler of the Tarn ferry on 3 June.", false},
		{"one phrase", "The north quay crane will be painted in the spring.", "Fishermen moor their boats beside the north quay crane.", false},
		{"names only", "President Ola Berg and Queen Astrid opened the bridge.", "Nobody saw Queen Astrid or President Ola Berg at the funeral.", false},
		{"many names", "Mayor Karin Holm, Bishop Nils Lund, President Ola Berg and Queen Astrid opened the bridge at Vik.",
			"Mayor Karin Holm, Bishop Nils Lund, President Ola Berg and Queen Astrid wept at the funeral.", false},
		{"one phrase, rare", "The copper weathercock spire was painted green.", "Storks nested on the copper weathercock spire.", false},
		{"nothing", "The ferry to Lindby sails at dawn.", "Rye is sown in the autumn and cut in July.", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			x, a, b := together(t, tt.a, tt.b)
			if got := x.Sentences[a].Group == x.Sentences[b].Group; got != tt.want {
				t.Errorf("same is %v, want %v", got, tt.want)
			}
		})
	}
}

// A sentence that stands in many documents with small changes has no rare
// terms; its copies are found all the same.
func TestManyCopies(t *testing.T) {
	docs := filler(t)
	for i := range 60 {
		word := []string{"early", "often", "slowly"}[i%3]
		docs = append(docs, document(t, fmt.Sprint(i), "", "The ferry to Tarn sails "+word+" from the north quay with cars, cattle and mail.",
			fmt.Sprintf("Item %d is about something else altogether %d.", i, i*i)))
	}
	a := Assess(docs, profile.Profile{})
	groups := map[int]int{}
	for _, s := range a.Sentences {
		if s.Index == 0 && s.Doc > 1 {
			groups[s.Group]++
		}
	}
	if len(groups) != 1 {
		t.Errorf("copies are in %d groups: %v", len(groups), groups)
	}
}

func TestGroupNumbers(t *testing.T) {
	x, _, _ := together(t, "The ferry to Lindby sails at dawn.", "The ferry to Lindby sails at dawn.")
	next := 0
	for _, s := range x.Sentences {
		if s.Group > next {
			t.Fatalf("group %d before %d", s.Group, next)
		}
		if s.Group == next {
			next++
		}
	}
	if next != len(x.Sentences)-1 {
		t.Errorf("%d groups of %d sentences", next, len(x.Sentences))
	}
}

func TestConflicts(t *testing.T) {
	for _, tt := range []struct{ name, a, b, want string }{
		{"all and some not", "Each of the five wards has its own oxygen supply.", "Three of the five wards do not have their own oxygen supply yet.", "number: all 5 or not 3 of 5"},
		{"all and some fail", "All six lifeboats have passed the yearly inspection.", "Two of the six lifeboats failed the inspection, according to the crew.", "number: all 6 or 2 of 6"},
		{"shares of a bill", "Ridley Council will bear two thirds of the cost of the new sluice and Harrow the remainder.", "Ridley and Harrow are to share the cost of the sluice equally, says the draft contract.", "share: two thirds or equally"},
		{"year fitted", "The roof of the Tarn Museum was replaced in 2009 and is still dry.", "The museum’s roof, which dates from 2015, leaks over the Tarn collection.", "year: 2009 or 2015"},
		{"year put in", "The organ of Lindby church, put in in 1911, wheezes.", "Workmen installed the church organ of Lindby in 1923.", "year: 1911 or 1923"},
		{"year opened", "The Bellmoor bridge was opened in 1931 by the queen.", "Since it opened in 1936, the Bellmoor bridge has been painted eleven times.", "year: 1931 or 1936"},
		{"evening", "Thieves broke open the north gate on the evening of 11 June.", "Since the north gate was forced on the evening of 13 June, a guard has slept in the shed.", "day: 11 June or 13 June"},
		{"day of one act", "The pump was last serviced on 4 April.", "The log shows that the pump was last serviced on 14 April.", "day: 4 April or 14 April"},
		{"day of a plan", "The city council will vote on the tram line on 9 November.", "Councillors are to vote on the tram line on 16 November.", "day: 9 November or 16 November"},
		{"price", "Repairing the organ will cost £48,000.", "The organ repair will cost £61,000, the vicar told the parish council.", "figure: £48,000 or £61,000"},
		{"capacity", "The dam at Orrin holds 3.2 million cubic metres of water.", "The reservoir behind the Orrin dam holds 2.6 million cubic metres when it is full.", "figure: 3.2 million cubic metres or 2.6 million cubic metres"},
		{"number of things", "The Holm reservoir supplies nine villages.", "Seven villages get their water from the Holm reservoir.", "figure: nine villages or Seven villages"},
		{"denied", "The Calder tunnel is open to lorries.", "The Calder tunnel is not open to lorries.", "said and denied"},

		{"same parts", "All six lifeboats have passed the yearly inspection.", "Each of the six lifeboats passed its inspection.", ""},
		{"parts of other things", "Two of the eight pumps at Orrin are new.", "Three of the eight harbours sell ice to the trawlers.", ""},
		{"complement", "Ridley bears 70 percent of what the sluice costs and Harrow the rest.", "Harrow bears 30 percent of what the sluice costs, and Ridley the rest.", ""},
		{"other events", "The Bellmoor bridge was opened in 1931.", "The Bellmoor bridge was painted in 1936.", ""},
		{"other things", "The church was built in 1911 beside the Lindby mill.", "The school was built in 1923 beside the Lindby mill pond of Ost.", ""},
		{"days of other acts", "The Lindby pump was serviced on 4 April.", "The Lindby pump was stolen on 14 April.", ""},
		{"other months", "The north gate was forced on the evening of 11 June.", "The north gate was forced on the evening of 13 August.", ""},
		{"about", "The dam at Orrin holds about 3.2 million cubic metres.", "The dam at Orrin holds 3.4 million cubic metres.", ""},
		{"rise", "The Orrin dam rose to 31 metres of water.", "The Orrin dam fell to 26 metres of water.", ""},
		{"rise of one", "The Orrin dam rises to 31 metres of water.", "The Orrin dam holds 26 metres of water.", ""},
		{"other name", "The Tarn line’s ferry Lindra carries 84 lorries.", "The Tarn line’s ferry Solvik carries 60 lorries.", ""},
		{"other days", "The Orrin dam held 31 metres of water on 3 June 2025.", "The Orrin dam held 26 metres of water on 9 July 2025.", ""},
		{"rows of a price list", "Lindby pass: 3 days, 40 euros, 2 bags", "Lindby pass: 7 days, 70 euros, 3 bags", ""},
		{"designation", "Bus 12 stops at the Orrin dam.", "Bus 14 stops at the Orrin dam.", ""},
		{"other denial", "The Calder tunnel is open to lorries.", "The Calder tunnel has no lamps for lorries and cars that open their windows.", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			x, a, b := together(t, tt.a, tt.b)
			got := ""
			for _, c := range x.Conflicts {
				if c.A.Text != tt.a || c.B.Text != tt.b || c.A.File != "a.txt" || c.B.File != "b.txt" || c.A.Line != 1 {
					t.Errorf("unexpected conflict %+v", c)
				}
				got += c.What
			}
			if got != tt.want {
				t.Errorf("conflict %q, want %q", got, tt.want)
			}
			if fa, fb := flagged(x.Sentences[a], doc.Conflict), flagged(x.Sentences[b], doc.Conflict); fa != (tt.want != "") || fb != fa {
				t.Errorf("flags: %v, %v", fa, fb)
			}
		})
	}
}

// "The siren" after "the Vik Siren" is about it.
func TestConflictByReference(t *testing.T) {
	docs := append(filler(t),
		document(t, "a.txt", "2025-10-01", "The Vik Siren is mute.", "The siren broke on the evening of 13 June, when lightning struck the mast."),
		document(t, "b.txt", "2025-10-02", "Boats have used horns since the Vik Siren was struck on the evening of 15 June."))
	a := Assess(docs, profile.Profile{})
	if len(a.Conflicts) != 1 || a.Conflicts[0].What != "day: 13 June or 15 June" {
		t.Errorf("conflicts: %v", a.Conflicts)
	}
}

func TestNoConflictWithinSource(t *testing.T) {
	docs := append(filler(t), document(t, "a.txt", "2025-10-01", "The pump was last serviced on 4 April.", "The log shows that the pump was last serviced on 14 April."))
	if a := Assess(docs, profile.Profile{}); len(a.Conflicts) > 0 {
		t.Errorf("conflicts: %v", a.Conflicts)
	}
}

// Copies of a sentence that is in conflict are marked too.
func TestConflictOfCopies(t *testing.T) {
	docs := append(filler(t),
		document(t, "a.txt", "2025-10-01", "The pump was last serviced on 4 April."),
		document(t, "b.txt", "2025-10-02", "The log shows that the pump was last serviced on 14 April."),
		document(t, "c.txt", "2025-10-03", "The pump was last serviced on 4 April."))
	a := Assess(docs, profile.Profile{})
	if n := len(a.Sentences); len(a.Conflicts) != 1 || !flagged(a.Sentences[n-1], doc.Conflict) {
		t.Errorf("conflicts: %v; flags of the copy: %v", a.Conflicts, a.Sentences[n-1].Flags)
	}
}
