package assess

import "testing"

// Pairs that look like contradictions and are none. A false alarm costs the
// reader's trust in all the others.
func TestNoConflicts(t *testing.T) {
	for _, tt := range []struct{ name, a, b string }{
		// Another time.
		{"other months", "The Selwick library lent 4,200 books in May.", "The Selwick library lent 3,900 books in June."},
		{"other years", "The Selwick library lent 51,000 books in 2024.", "The Selwick library lent 47,000 books in 2025."},
		{"other quarters", "Selwick Dairy made a profit of £3 million in the first quarter.", "Selwick Dairy made a profit of £5 million in the third quarter."},
		{"year and half", "Selwick Dairy made a profit of £9 million last year.", "Selwick Dairy made a profit of £4 million in the first half."},
		{"now and then", "The Selwick library has 14 readers’ clubs today.", "The Selwick library had 9 readers’ clubs in 2019."},
		{"before and now", "The fare to Selwick was originally £4.", "The fare to Selwick is £6."},
		{"rose", "The toll of the Selwick bridge rose from £2 to £3.", "The toll of the Selwick bridge is £2."},
		{"raised to", "The council raised the toll of the Selwick bridge to £3.", "The council set the toll of the Selwick bridge at £2."},
		{"seasons", "The Selwick ferry carries 900 people a day in summer.", "The Selwick ferry carries 120 people a day in winter."},
		{"night and day", "The Selwick alarm centre takes 40 calls at night.", "The Selwick alarm centre takes 220 calls by day."},
		// Another part.
		{"of which", "The Selwick hospital has 320 beds.", "Of the beds of the Selwick hospital 48 are for children."},
		{"total and part", "A total of 220 teachers work at the Selwick school.", "Alone 40 teachers work at the Selwick school in music."},
		{"more", "The Selwick brewery has 60 workers.", "The Selwick brewery wants 20 more workers."},
		{"remaining", "The Selwick brewery sold 600 barrels.", "The Selwick brewery gave the remaining 80 barrels away."},
		{"men and women", "The Selwick prison holds 400 men.", "The Selwick prison holds 35 women."},
		{"other adjective", "The Selwick prison has 12 cells for young offenders.", "The Selwick prison has 300 cells for grown offenders."},
		{"north and south", "The north pier of Selwick is 140 metres long.", "The south pier of Selwick is 210 metres long."},
		{"upper and lower", "The upper lock of Selwick lifts boats 4 metres.", "The lower lock of Selwick lifts boats 7 metres."},
		{"first and second", "The first reading of the Selwick water bill is on 4 November.", "The second reading of the Selwick water bill is on 18 November."},
		{"next hearing", "The hearing of the Selwick brewery is on 4 November.", "The next hearing of the Selwick brewery is on 18 November."},
		// Another rate.
		{"each and all", "Each ticket for the Selwick fair costs £12.", "A ticket for the Selwick fair and the circus costs £30."},
		{"per", "The Selwick mill uses 40 tonnes of rye.", "The Selwick mill uses 8 tonnes of rye per week."},
		{"average", "The Selwick judges decided 300 cases.", "On average the Selwick judges decided 25 cases."},
		{"adults and children", "Adults pay £9 for the Selwick baths.", "Children pay £4 for the Selwick baths."},
		{"gross and net", "The gross rent of the Selwick hall is £900.", "The net rent of the Selwick hall is £700."},
		{"share and money", "The Selwick levy is 4 percent.", "The Selwick levy is £4 million."},
		// Another stage.
		{"budget and bill", "The roof of the Selwick school was budgeted at £2 million.", "The roof of the Selwick school cost £3 million."},
		{"target", "The Selwick hospice has a target of 90 nurses.", "The Selwick hospice has 71 nurses."},
		{"capacity", "The Selwick arena has a capacity of 9,000 seats.", "The Selwick arena sold 6,200 seats."},
		{"limit", "The limit on the Selwick road is 80 kilometres.", "The Selwick road is 31 kilometres long."},
		{"asked and paid", "The owner asked £5 million for the Selwick quarry.", "The town paid £4 million for the Selwick quarry."},
		{"wanted", "The nurses of the Selwick clinic want 7 percent.", "The nurses of the Selwick clinic got 4 percent."},
		{"would", "A wider Selwick tunnel would cost £80 million.", "The Selwick tunnel cost £34 million."},
		// Rounding, bounds and ranges.
		{"about", "About 12,000 pilgrims came to Selwick abbey.", "In all 11,870 pilgrims came to Selwick abbey."},
		{"rounded", "The Selwick tower is 60 metres tall.", "The Selwick tower is 59.7 metres tall."},
		{"rounded millions", "The Selwick trust owns £12 million.", "The Selwick trust owns £11.9 million."},
		{"at least", "At least 30 shops of Selwick market burned.", "The fire burned 34 shops of Selwick market."},
		{"up to", "The Selwick reserve is home to up to 90 otters.", "The Selwick reserve is home to 70 otters."},
		{"range", "The Selwick inquiry will cost between £2 million and £4 million.", "The Selwick inquiry will cost £3 million."},
		{"over", "Over 400 singers of Selwick choir applied.", "The Selwick choir counted that 431 singers applied."},
		// Other things.
		{"other firms", "Norbank employs 300 people in Selwick.", "Feltrin employs 120 people in Selwick."},
		{"other places", "The flood destroyed 80 houses in Selwick.", "The flood destroyed 15 houses in Dorne."},
		{"other sports", "The Selwick rowing club has 90 members.", "The Selwick chess club has 34 members."},
		{"other purposes", "The Selwick council spends £3 million on roads.", "The Selwick council spends £1 million on parks."},
		{"other verbs", "The Selwick depot repairs 40 trams.", "The Selwick depot stores 26 trams."},
		{"length and depth", "The Selwick canal is 9 metres wide.", "The Selwick canal is 4 metres deep."},
		{"for and against", "In Selwick 400 residents signed for the tram line.", "In Selwick 250 residents signed against the tram line."},
		{"line numbers", "Tram 4 reaches Selwick station.", "Tram 9 reaches Selwick station."},
		{"named vitamins", "The Selwick bakery adds omega-3 oil to bread.", "The Selwick bakery adds omega-6 oil to bread."},
		// Days.
		{"open and close", "The Selwick exhibition opens on 4 November.", "The Selwick exhibition closes on 30 November."},
		{"start and deadline", "Applications for the Selwick grant are taken from 1 December.", "Applications for the Selwick grant are taken until 20 December."},
		{"vote and count", "Selwick residents will vote on the tram line on 9 November.", "The votes of Selwick residents will be counted on 12 November."},
		{"two concerts", "The Selwick choir will sing a requiem on 9 November.", "The Selwick choir will sing carols on 20 December."},
		{"every month", "The Selwick auction is held on 9 November.", "Each Selwick auction is held at ten, the next on 14 December."},
		{"two fires", "The Selwick mill burned on 9 May.", "The Selwick mill burned again on 14 July."},
		{"moved", "The Selwick derby is on 9 November.", "The Selwick derby has been moved to 16 November."},
		{"other years of opening", "The Selwick museum opened in 1931.", "The Selwick museum reopened in 1987."},
		{"begin and end", "The Selwick strike begins on 3 November.", "The Selwick strike ends on 9 November."},
		{"two acts of one", "The mayor of Selwick will resign on 1 December.", "The mayor of Selwick will speak on 12 December."},
		{"close and name", "Bids for the Selwick quay close on 3 December.", "The winner of the Selwick quay bids will be named on 17 December."},
		{"two debates", "Selwick council will debate the library budget on 4 November.", "Selwick council will debate the harbour budget on 11 November."},
		{"plans and runs", "Norsa plans a wind farm of 40 turbines off Selwick.", "Norsa runs a wind farm of 12 turbines off Selwick."},
		{"of whom", "Unemployment in Selwick is 6 percent.", "Unemployment among the young in Selwick is 14 percent."},
		{"payers", "Insurers will pay £9 million for the Selwick flood.", "The state will pay £4 million for the Selwick flood."},
		// Yes and no.
		{"court and council", "The council approved the Selwick quarry.", "The court blocked the Selwick quarry."},
		{"two motions", "Members of the Selwick club accepted the new rules.", "Members of the Selwick club rejected the higher fees."},
		{"asked to reject", "Residents asked the council to reject the Selwick quarry plan.", "The council approved the Selwick quarry plan."},
		{"urged", "The unions want the Selwick pay offer rejected.", "Members have accepted the Selwick pay offer."},
		{"whether", "Members will decide whether the Selwick rules are accepted.", "Members have rejected the Selwick rules."},
		{"open letter", "An open letter to the Selwick council asks for trees.", "The Selwick council closed its letter office."},
		{"open to some", "The Selwick pass is open to walkers.", "The Selwick pass is closed to lorries."},
		{"partly closed", "The Selwick baths are open.", "The slide of the Selwick baths is closed."},
		{"not yet", "The Selwick licence has not been granted yet.", "The Selwick licence was granted on 30 September."},
		{"stay and leave", "Anna Brel stays at the Selwick theatre.", "Tom Arndt leaves the Selwick theatre."},
		{"left things", "The flood left mud in the Selwick theatre.", "Some mud stays in the Selwick theatre."},
		{"released", "Police arrested three men after the Selwick raid.", "The police released a photograph after the Selwick raid."},
		// Places.
		{"place in place", "The Selwick fair will be held in the valley.", "The Selwick fair takes place at the mill of Selwick."},
		{"town and hall", "The Selwick concert takes place in the north of the county.", "The Selwick concert takes place at the town hall."},
		{"two events", "The Selwick book fair takes place in the town hall.", "The Selwick horse fair takes place in the meadow."},
		{"first and final", "The opening of the Selwick games takes place in the harbour.", "The final of the Selwick games takes place in the stadium."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			x, _, _ := together(t, tt.a, tt.b)
			for _, c := range x.Conflicts {
				t.Errorf("conflict %q of\n%s\n%s", c.What, tt.a, tt.b)
			}
		})
	}
}

// Contradictions of each kind, in words that differ.
func TestMoreConflicts(t *testing.T) {
	for _, tt := range []struct{ name, a, b, want string }{
		{"estimates", "Surveyors now put the repair bill of the Selwick pier at £7 million.", "The repair bill of the Selwick pier is forecast at £5 million.", "figure: £7 million or £5 million"},
		{"count", "The Selwick shipyard employs 640 welders.", "The Selwick shipyard has 520 welders.", "figure: 640 welders or 520 welders"},
		{"share", "The Selwick dairy sells 38 percent of its butter abroad.", "The Selwick dairy sells 26 percent of its butter abroad, the union says.", "figure: 38 percent or 26 percent"},
		{"only", "The Selwick school has 28 teachers.", "Only 21 teachers work at the Selwick school.", "figure: 28 teachers or 21 teachers"},
		{"strike", "The Selwick strike begins on 3 November.", "Dockers say that the Selwick strike begins on 10 November.", "date: 3 November or 10 November"},
		{"hearing", "The inquest into the Selwick fire is fixed for 17 November.", "The inquest into the Selwick fire will be on 2 December, the family was told.", "date: 17 November or 2 December"},
		{"deadline", "Objections to the Selwick quarry must be lodged by 5 December.", "Residents can lodge objections to the Selwick quarry until 12 December.", ""},
		{"deadline, announced", "Objections to the Selwick quarry will be taken until 5 December.", "The council takes objections to the Selwick quarry until 12 December.", "date: 5 December or 12 December"},
		{"last day", "The maternity ward of Selwick closes to new patients on 30 November.", "The maternity ward of Selwick takes its last patients on 15 December.", "date: 30 November or 15 December"},
		{"accepted", "Dockers at Selwick rejected the pay deal by 402 votes to 118.", "The pay deal was accepted by the dockers at Selwick, 402 to 118.", "said and denied: rejected or accepted"},
		{"road", "The coast road at Selwick will be closed to lorries from Friday.", "The coast road at Selwick stays open for lorries.", "said and denied: closed or open"},
		{"leaves", "The editor of the Selwick Herald, Maud Tarrant, will leave in May.", "Maud Tarrant stays as editor of the Selwick Herald.", "said and denied: leave or stays"},
		{"place", "The Selwick book fair will be held in the market hall.", "The Selwick book fair takes place in the old gasworks.", "place: in the market hall or in the old gasworks"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			x, _, _ := together(t, tt.a, tt.b)
			got := ""
			for _, c := range x.Conflicts {
				got += c.What
			}
			if got != tt.want {
				t.Errorf("conflict %q, want %q", got, tt.want)
			}
		})
	}
}

// Numbers at the end of what an int64 holds agree or not, and end.
func TestAgrees(t *testing.T) {
	for _, tt := range []struct {
		a, b int64
		want bool
	}{
		{60_000, 59_700, true}, {12_000, 11_900, true}, {40_000, 38_000, false}, {31_000, 30_000, false}, {59_700, 59_600, false},
		{9e18, 9e18 - 1, true}, {9_223_372_036_854_775_807, 9e18, false}, {-5, 7, false}, {0, 0, true}, {1, 0, false},
	} {
		if got := agrees(figure{value: tt.a}, figure{value: tt.b}); got != tt.want {
			t.Errorf("%d, %d: %v", tt.a, tt.b, got)
		}
	}
}
