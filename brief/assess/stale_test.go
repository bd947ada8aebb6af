package assess

import (
	"strings"
	"testing"

	"readahead/brief/doc"
	"readahead/brief/profile"
)

// The sentences are written on Wednesday, 14 May 2025; the briefing is of 20
// August 2025.
func TestPastDue(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		want     bool
	}{
		{"will", "The council will vote on the dredging on 3 June.", true},
		{"due to", "The dredger is due in Lindby on 3 June.", true},
		{"scheduled for", "The dredging is scheduled for July.", true},
		{"is to", "The contract is to be signed on 3 June.", true},
		{"expects to", "The yard expects to deliver the gate in June.", true},
		{"are meeting this week", "The engineers are meeting in Lindby this week.", true},
		{"on Friday", "The engineers are set to land on Friday.", true},
		{"timetable", "The fair opens on 3 June.", true},
		{"day first", "On 3 June the council will vote.", true},
		{"asked to by a day", "Keepers are asked to return their keys by 3 June 2025.", true},
		{"day to come, whatever the verb", "The board said that the lock would close on 3 June 2025.", true},
		{"lasts until", "The lock has been shut till the end of June.", true},
		{"stays until", "The lock stays closed until 3 June.", true},

		{"still to come", "The council will vote on the dredging on 3 September.", false},
		{"month not over", "The dredging is scheduled for August.", false},
		{"past", "The council voted on the dredging on 3 May.", false},
		{"was to", "A dredger that was to leave on 10 May is for sale.", false},
		{"lasted until", "The lock was closed until 3 May.", false},
		{"since", "The lock has been closed since 3 May.", false},
		{"from", "Dues will rise from 1 June.", false},
		{"conditional", "If the river falls, the council will vote on 3 June.", false},
		{"habit", "The keeper usually sleeps in June.", false},
		{"no day", "The council will vote on the dredging.", false},
		{"by a year", "A new gate would end the leaks by 2027.", false},
		{"advice", "You will find the lock open on 3 June.", false},
		{"noun", "Salt to be shipped in July has become dear.", false},
		{"day before the writing", "The yard will repair the damage of 3 May 2025.", false},
		{"season", "Surveyors will chart the river this summer.", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := profile.Profile{AsOf: doc.Date{Year: 2025, Month: 8, Day: 20}}
			a := Assess([]doc.Document{document(t, "a.txt", "2025-05-14", tt.in)}, p)
			if got := flagged(a.Sentences[0], doc.Stale); got != tt.want || len(a.Stale) > 0 != got {
				t.Errorf("stale is %v, want %v; %v", got, tt.want, a.Stale)
			}
		})
	}
}

func TestOutcome(t *testing.T) {
	docs := append(filler(t),
		document(t, "plan.txt", "2025-05-14", "The harbour council will decide on 3 June whether the Lindby dredging goes on."),
		document(t, "same-day.txt", "2025-05-14", "The harbour council spoke about the Lindby dredging and came to no end."),
		document(t, "news.txt", "2025-06-10",
			"The council has new chairs.",
			"On 3 June the harbour council voted to stop the Lindby dredging."))
	a := Assess(docs, profile.Profile{})
	if len(a.Stale) != 1 {
		t.Fatalf("stale: %v", a.Stale)
	}
	s := a.Stale[0]
	if s.A.File != "plan.txt" || s.B.File != "news.txt" || s.B.Line != 2 || s.What != "time: 3 June 2025 has passed" {
		t.Errorf("got %+v", s)
	}
}

func TestOldPlan(t *testing.T) {
	for _, tt := range []struct {
		name, published, in string
		want                bool
	}{
		{"a year old", "2024-03-14", "The two ports will sign a treaty on pilots.", true},
		{"a month old", "2025-07-14", "The two ports will sign a treaty on pilots.", false},
		{"a state", "2024-03-14", "The treaty will remain the base of their trade.", false},
		{"a need", "2024-03-14", "A treaty will also be needed.", false},
		{"not over", "2024-03-14", "The two ports will sign a treaty on pilots by 2027.", false},
		{"no plan", "2024-03-14", "The two ports signed a treaty on pilots.", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := profile.Profile{AsOf: doc.Date{Year: 2025, Month: 8, Day: 20}}
			a := Assess([]doc.Document{document(t, "a.txt", tt.published, tt.in)}, p)
			if got := flagged(a.Sentences[0], doc.Stale); got != tt.want {
				t.Errorf("stale is %v, want %v", got, tt.want)
			}
		})
	}
}

func TestHolders(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"The Ardal finance minister, Ida Moen, spoke.", ""},
		{"Ida B. Moen, the Ardal finance minister, spoke.", "finance minister/ardal/ida moen"},
		{"Ardal Finance Minister Ida Moen spoke.", "finance minister/ardal/ida moen"},
		{"Prime Minister Ola Berg of Ardal spoke.", "prime minister/ardal/ola berg"},
		{"U.S. Secretary of the Treasury John Q. Public III spoke.", "treasury secretary/u.s/john public"},
		{"The newly elected Secretary of Energy Ida Moen spoke.", "energy secretary//ida moen new"},
		{"The mayor of Lindby, who is ill, spoke.", "mayor/lindby/"},
		{"Lindby’s mayor Per Dahl spoke.", "mayor/lindby/per dahl"},
		{"Former Ardal finance minister Ida Moen spoke.", ""},
		{"Deputy Prime Minister Ola Berg spoke.", ""},
		{"A minister spoke with a secretary.", ""},
		{"The press secretary Ida Moen spoke.", ""},
		{"President Berg and Queen Astrid spoke.", "president//berg; queen//astrid"},
	} {
		c := corpusOf(t, "", tt.in)
		var got []string
		for _, h := range c.holders(nil, 0) {
			if h.name == nil && h.office != "mayor" {
				continue
			}
			s := h.office + "/" + h.land + "/" + strings.Join(h.name, " ")
			if h.fresh {
				s += " new"
			}
			got = append(got, s)
		}
		if s := strings.Join(got, "; "); s != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.in, s, tt.want)
		}
	}
}

func TestIncumbents(t *testing.T) {
	const (
		old   = "Ida Moen, the Ardal finance minister, met the shipowners on Monday."
		plans = "The ministers are due to talk again on Friday."
		said  = "Dues must fall, Ms. Moen said."
	)
	for _, tt := range []struct {
		name           string
		date1, date2   string
		first, second  []string
		want           []bool // of the sentences of the first
		wantSuperseded bool
	}{
		{"newer date", "2024-01-10", "2025-01-10", []string{old, said, "Snow fell."},
			[]string{"Ardal’s finance minister Per Dahl refused."}, []bool{true, true, false}, true},
		{"older date", "2025-01-10", "2024-01-10", []string{old}, []string{"Ardal’s finance minister Per Dahl refused."}, []bool{false}, false},
		{"newly appointed", "", "", []string{old, said, plans},
			[]string{"The newly appointed Ardal finance minister Per Dahl refused."}, []bool{true, true, true}, true},
		{"new, the name after it", "", "", []string{"Ardal Finance Minister Ida Moen met the shipowners."},
			[]string{"As the new Ardal finance minister, Dahl refused.", "Ardal Finance Minister Per Dahl wept."}, []bool{true}, true},
		{"no telling who was first", "", "", []string{old}, []string{"Ardal’s finance minister Per Dahl refused."}, []bool{false}, false},
		{"both new", "", "", []string{"The newly appointed Ardal finance minister Ida Moen spoke."}, []string{"The newly appointed Ardal finance minister Per Dahl refused."}, []bool{false}, false},
		{"other land", "", "", []string{old}, []string{"The newly appointed Brenna finance minister Per Dahl refused."}, []bool{false}, false},
		{"land not said", "", "", []string{"Finance Minister Ida Moen met the shipowners."}, []string{"The newly appointed finance minister Per Dahl refused."}, []bool{false}, false},
		{"secretary of something", "2024-01-10", "2025-01-10", []string{"Energy Secretary Ida Moen met the shipowners."}, []string{"Energy Secretary Per Dahl refused."}, []bool{true}, true},
		{"secretary of a society", "2024-01-10", "2025-01-10", []string{"General Secretary Ida Moen met the shipowners."}, []string{"General Secretary Per Dahl refused."}, []bool{false}, false},
		{"other office", "", "", []string{old}, []string{"The newly appointed Ardal health minister Per Dahl refused."}, []bool{false}, false},
		{"other spelling", "2024-01-10", "2025-01-10", []string{"Ardal’s finance minister Ola Zelinsky spoke."}, []string{"Ardal’s finance minister Ola Zelinskyy spoke."}, []bool{false}, false},
		{"names in another order", "2024-01-10", "2025-01-10", []string{"Ardal’s finance minister Kim Minho spoke."}, []string{"Ardal’s finance minister Minho Kim spoke."}, []bool{false}, false},
		{"family name alone", "2024-01-10", "2025-01-10", []string{"Ardal’s finance minister Moen spoke."}, []string{"Ardal’s finance minister Ida Moen spoke."}, []bool{false}, false},
		{"plans of a dated source stay", "2025-01-03", "2025-01-10", []string{old, "The ministry will mend the pier."},
			[]string{"Ardal’s finance minister Per Dahl refused."}, []bool{true, false}, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := Assess([]doc.Document{
				document(t, "first.txt", tt.date1, tt.first...),
				document(t, "second.txt", tt.date2, tt.second...),
			}, profile.Profile{})
			for i, want := range tt.want {
				if got := flagged(a.Sentences[i], doc.Stale); got != want {
					t.Errorf("%q: stale is %v, want %v", a.Sentences[i].Text.String(), got, want)
				}
			}
			if tt.wantSuperseded && (len(a.Stale) == 0 || a.Stale[0].B.File != "second.txt") {
				t.Errorf("not superseded by the second: %v", a.Stale)
			}
		})
	}
}

// A document without a date that names the same two people in office as an
// earlier one is of its time.
func TestContemporaries(t *testing.T) {
	earlier := document(t, "earlier.txt", "", "Ardal Finance Minister Ida Moen and Brenna Prime Minister Ola Berg met.", "Ardal Health Minister Liv Sund was there.")
	newer := document(t, "newer.txt", "", "The newly appointed Ardal finance minister Per Dahl refused.")
	plan := "The two lands will sign a treaty on pilots."
	for _, tt := range []struct {
		name, in string
		want     bool
	}{
		{"two", "Brenna Prime Minister Ola Berg and Ardal Health Minister Liv Sund said so.", true},
		{"one", "Brenna Prime Minister Ola Berg said so.", false},
	} {
		a := Assess([]doc.Document{earlier, newer, document(t, "third.txt", "", plan, tt.in)}, profile.Profile{})
		if got := flagged(a.Sentences[len(a.Sentences)-2], doc.Stale); got != tt.want {
			t.Errorf("%s: stale is %v, want %v", tt.name, got, tt.want)
		}
	}
}
