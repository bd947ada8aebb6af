package selection

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"readahead/brief/doc"
	"readahead/brief/profile"
)

// harbour are the sections that most tests use.
var harbour = []profile.Section{
	{ID: "cranes", Title: "Cranes and quays", Keywords: []string{"cranes", "berth", "spare parts"}, MinItems: -1},
	{ID: "channel", Title: "The channel", Keywords: []string{"dredging", "silt", "pilots", "bases"}, MinItems: -1},
}

// sentences makes sentences of one document, each in a block of its own.
func sentences(texts ...string) []doc.Sentence {
	var out []doc.Sentence
	for i, s := range texts {
		out = append(out, doc.Sentence{Text: doc.NewText(s, 0), Block: i, Item: -1, Index: i})
	}
	return out
}

// placed returns for each sentence the section it is a candidate of, or why
// it is none.
func placed(in Input) []string {
	out := make([]string, len(in.Sentences))
	r := Rank(in)
	for k, c := range r.Sections {
		for _, it := range c.Items {
			out[it.Sentence] = in.Sections[k].ID
		}
	}
	for _, x := range r.Left {
		out[x.Sentence] = x.Why
	}
	return out
}

func TestRankFindsSections(t *testing.T) {
	const nothing = "belongs to no section"
	for _, tt := range []struct {
		name string
		in   []doc.Sentence
		want []string
	}{
		{"keywords", sentences("The new crane lifts 60 tonnes.", "Dredging begins on Monday at the bar.", "The mayor likes to sing in the choir."),
			[]string{"cranes", "channel", nothing}},
		{"other forms", sentences("A dredger has come from Aldmouth to help."), []string{"channel"}},
		{"a stem that tells nothing", sentences("The fee is based on the length of the ship.", "Two naval bases lie at the bar."), []string{nothing, "channel"}},
		{"a phrase", sentences("No spare parts are left in the store."), []string{"cranes"}},
		{"one word of a phrase", sentences("The harbour spared no money for the feast."), []string{nothing}},
		{"a heading", under("Cranes", sentences("The driver of number 4 retires in June.", "Spare wheels for the berth arrived on Monday.")),
			[]string{"cranes", "cranes"}},
		{"the line before a list", list("The pilots ask for silt screens and dredging:", "A second boat for the winter.", "Longer training for newcomers."),
			[]string{"introduces a list", "channel", "channel"}},
		{"neighbours help", together(sentences("The crane at berth 3 was repaired.", "A spare wheel was ordered on 3 May.", "Berth 3 opens again in June.")),
			[]string{"cranes", "cranes", "cranes"}},
		{"neighbours alone do not decide", together(sentences("The crane at berth 3 was repaired.", "A choir sang in the rain on 3 May.", "Berth 3 opens again in June.")),
			[]string{"cranes", nothing, "cranes"}},
		{"an aside at the end", sentences(
			"The crane driver said that berth 3 is closed.", "Berth 2 got new fenders in May.", "The crane at berth 5 was painted.",
			"Berth 6 is for cruise ships.", "Spare parts for the crane are late.", "Berth 1 was widened.",
			"Cranes stood still for nine days.", "The town band played.", "A crane nests on the chimney of the inn."),
			[]string{"cranes", "cranes", "cranes", "cranes", "cranes", "cranes", "cranes", nothing, "may not belong to its section"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			in := Input{Sentences: tt.in, Sections: harbour}
			if got := placed(in); !reflect.DeepEqual(got, tt.want) {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

func TestRankLeavesHeadings(t *testing.T) {
	const heading = "is a heading"
	for _, tt := range []struct {
		name string
		in   []doc.Sentence
		want string // of the first sentence
	}{
		{"the title", sentences("Skerrow has a new crane.", "Berth 3 was closed on Monday."), heading},
		{"a heading", under("The crane was painted.", sentences("The crane was painted.", "Berth 3 was closed on Monday.")), heading},
		{"no point, a block of its own", sentences("Four cranes were sold", "Berth 3 was closed on Monday."), heading},
		{"no point, in a paragraph", together(sentences("Four cranes were sold", "Berth 3 was closed on Monday.")), "cranes"},
		{"no point, in a list", list("Of the fleet:", "Four cranes were sold")[1:], "cranes"},
		{"a point", sentences("Four cranes were sold.", "Berth 3 was closed on Monday."), "cranes"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			in := Input{Docs: []doc.Document{{Title: doc.NewText("Skerrow has a new crane.", 0)}}, Sentences: tt.in, Sections: harbour}
			if got := placed(in)[0]; got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// Words that stand beside the keywords of one section speak for it elsewhere,
// and against the others; what a sentence teaches itself does not count.
func TestLearn(t *testing.T) {
	a := read(Input{Sections: harbour, Sentences: sentences(
		"Dredging of the northern basin took six weeks.", "Silt fills the northern basin each spring.",
		"The crane at the southern pier was sold.", "Berth 2 at the southern pier waits.", "A choir sang in the northern hall.",
		"The pilots saw a whale.")})
	a.compile()
	a.match()
	a.learn()
	for _, tt := range []struct {
		sentence  int
		cranes    int // sign of the evidence
		channel   int
		ownCounts bool
	}{
		{sentence: 4, cranes: -1, channel: 1},
		{sentence: 5},
		{sentence: 5, cranes: -1, channel: 1, ownCounts: true},
	} {
		sums := make([]int, 2)
		i := tt.sentence
		if tt.ownCounts {
			i = -1
		}
		a.learnt(sums, a.texts[tt.sentence], i)
		if sign(sums[0]) != tt.cranes || sign(sums[1]) != tt.channel {
			t.Errorf("%+v: %d", tt, sums)
		}
	}
}

func sign(n int) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	}
	return 0
}

func TestRelated(t *testing.T) {
	for _, tt := range []struct {
		from, to string
		want     bool
	}{
		{"trade", "trader", true},
		{"roof", "roofer", true},
		{"storag", "store", true},
		{"cyber", "cyberattack", true},
		{"visitor", "visit", true},
		{"polic", "polici", false},
		{"store", "storm", false},
		{"gas", "gasket", false},
		{"port", "portal", true}, // the price of the rule
	} {
		if got := related(tt.from, tt.to) > 0; got != tt.want {
			t.Errorf("related(%q, %q) = %t", tt.from, tt.to, got)
		}
	}
}

// under puts a heading over the sentences.
func under(heading string, s []doc.Sentence) []doc.Sentence {
	for i := range s {
		s[i].Heading = heading
	}
	return s
}

// together puts the sentences into one paragraph.
func together(s []doc.Sentence) []doc.Sentence {
	for i := range s {
		s[i].Block = 0
	}
	return s
}

// list makes a lead and the items of the list it introduces.
func list(lead string, items ...string) []doc.Sentence {
	s := sentences(append([]string{lead}, items...)...)
	for i := range items {
		s[i+1].Block, s[i+1].Item, s[i+1].Lead = 1, i, lead
	}
	return s
}

func TestRankOtherLanguages(t *testing.T) {
	in := Input{
		Docs: []doc.Document{{Lang: "de"}, {Lang: "ja"}},
		Sections: []profile.Section{
			{ID: "kräne", Title: "Kräne", Keywords: []string{"Kran", "Ersatzteile"}},
			{ID: "予算", Title: "予算", Keywords: []string{"防衛費", "予算案"}},
		},
		Sentences: []doc.Sentence{
			{Text: doc.NewText("Der Kran am Kai hebt wieder sechzig Tonnen.", 0), Item: -1},
			{Text: doc.NewText("Für die Ersatzteile fehlt das Geld.", 0), Item: -1, Index: 1, Block: 1},
			{Text: doc.NewText("Der Chor singt am Sonntag.", 0), Item: -1, Index: 2, Block: 2},
			{Text: doc.NewText("政府は防衛費を増やす。", 0), Doc: 1, Item: -1},
			{Text: doc.NewText("防犯の費用は変わらない。", 0), Doc: 1, Item: -1, Index: 1, Block: 1},
		},
	}
	want := []string{"kräne", "kräne", "belongs to no section", "予算", "belongs to no section"}
	if got := placed(in); !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestRankGroups(t *testing.T) {
	s := sentences("However, the crane at berth 4 broke on 3 May.", "The crane at berth 4 broke on 3 May.", "Berth 4 lost its crane on 3 May.")
	for i := range s {
		s[i].Doc, s[i].Index, s[i].Group = i, 0, 7
	}
	r := Rank(Input{Sentences: s, Sections: harbour})
	if n := len(r.Sections[0].Items); n != 1 {
		t.Fatalf("%d candidates of one group, want 1", n)
	}
	it := r.Sections[0].Items[0]
	if it.Sentence != 1 || !reflect.DeepEqual(it.Also, []int{0, 2}) {
		t.Errorf("sentence %d stands for %d, want 1 for [0 2]", it.Sentence, it.Also)
	}
	for _, x := range r.Left {
		if !strings.HasPrefix(x.Why, "says the same as “The crane at berth 4") {
			t.Errorf("sentence %d: %s", x.Sentence, x.Why)
		}
	}
	for i := range s {
		s[i].Doc = 0
	}
	if alone := Rank(Input{Sentences: s, Sections: harbour}).Sections[0].Items[0]; it.Score <= alone.Score {
		t.Errorf("agreement of other documents is worth nothing: %d, within one %d", it.Score, alone.Score)
	}
}

// A stale sentence does not stand for a group that has another.
func TestRankGroupsFresh(t *testing.T) {
	s := sentences("The crane at berth 4 was tested by Harald Moe on 3 May.", "However, tests of the crane at berth 4 are over.")
	for i := range s {
		s[i].Doc, s[i].Index, s[i].Group = i, 0, 7
	}
	for i, want := range []int{0, 1} {
		if i == 1 {
			s[0].Flags = []doc.Flag{{Kind: doc.Stale}}
		}
		if got := Rank(Input{Sentences: s, Sections: harbour}).Sections[0].Items[0].Sentence; got != want {
			t.Errorf("stale %t: sentence %d stands for the group, want %d", i == 1, got, want)
		}
	}
}

// Stale and garbled sentences fill up to the least number of items, and never
// go before others.
func TestRankSpare(t *testing.T) {
	s := sentences(
		"The crane at berth 1 will be tested on 3 May.", "The crane at berth 2 failed.",
		"The crane at berth 3 will be sold in April.", "Spare parts for the crane at berth 5 came.", "Berth 6 and its crane met the elegant tide.")
	s[0].Flags = []doc.Flag{{Kind: doc.Stale}}
	s[2].Flags = []doc.Flag{{Kind: doc.Stale}, {Kind: doc.Undated}}
	s[4].Flags = []doc.Flag{{Kind: doc.Garbled}}
	for _, tt := range []struct{ least, want int }{{0, 2}, {2, 2}, {-1, 3}, {4, 4}, {9, 5}} {
		sections := append([]profile.Section(nil), harbour...)
		sections[0].MinItems = tt.least
		items := Rank(Input{Sentences: s, Sections: sections}).Sections[0].Items
		if len(items) != tt.want {
			t.Errorf("least %d: %d candidates, want %d", tt.least, len(items), tt.want)
		}
		for i, it := range items {
			spare := len(s[it.Sentence].Flags) > 0
			if spare != (i >= 2) || spare != (it.Gain < 0) || spare != (len(it.Concepts) == 0) {
				t.Errorf("least %d: place %d is sentence %d with gain %d and %d concepts", tt.least, i, it.Sentence, it.Gain, len(it.Concepts))
			}
		}
	}
}

// The two sides of a conflict belong together.
func TestRankConflict(t *testing.T) {
	s := sentences("The crane and the berth were damaged on 3 May.", "Since the night of 5 May the lift at the pier has stood still.", "The lift at the inn is new.")
	before := placed(Input{Sentences: s, Sections: harbour})
	if before[1] == "cranes" {
		t.Fatal("the sentence finds its section without its rival")
	}
	flag := []doc.Flag{{Kind: doc.Conflict, Note: "day: 3 May or 5 May"}}
	s[0].Flags, s[1].Flags = flag, flag
	if after := placed(Input{Sentences: s, Sections: harbour}); after[0] != "cranes" || after[1] != "cranes" {
		t.Errorf("got %q", after)
	}
}

func TestRankGains(t *testing.T) {
	s := sentences("The crane at berth 1 lifts 60 tonnes.", "Berth 2 has a view of the sea and of the old town, and the band plays there.")
	r := Rank(Input{Sentences: s, Sections: harbour}).Sections[0]
	if len(r.Items) != 2 || r.Items[0].Sentence != 0 || r.Items[0].Gain <= r.Items[1].Gain {
		t.Errorf("the better sentence is not first, or worth less: %+v", r.Items)
	}
	s[1].Flags = []doc.Flag{{Kind: doc.Conflict}}
	for _, it := range Rank(Input{Sentences: s, Sections: harbour}).Sections[0].Items {
		if it.Sentence == 1 && it.Gain < 2*r.Items[1].Gain {
			t.Errorf("a side of a conflict gains %d, without it %d", it.Gain, r.Items[1].Gain)
		}
	}
	s[1].Flags = nil
	double := append([]profile.Section(nil), harbour...)
	double[0].Weight = 2
	d := Rank(Input{Sentences: s, Sections: double}).Sections[0]
	if d.Items[0].Gain != 2*r.Items[0].Gain || d.Weights[0] != 2*r.Weights[0] {
		t.Errorf("weight 2: gain %d and concept %d, without %d and %d", d.Items[0].Gain, d.Weights[0], r.Items[0].Gain, r.Weights[0])
	}
}

// A concept that two documents have is worth more than what one has twice.
func TestRankConceptsBySource(t *testing.T) {
	s := sentences("The crane was loaded with granite.", "The crane was loaded with timber.", "The crane was laden with timber.", "The crane was laden with granite.")
	s[3].Doc, s[3].Index = 1, 0
	a := read(Input{Sentences: s, Sections: harbour})
	r := Rank(a.Input)
	weight := func(word string) int64 {
		for _, it := range r.Sections[0].Items {
			i := 0
			for _, tok := range a.toksOf(a.texts[it.Sentence]) {
				if a.lex.words[tok.word].form == word {
					// a word is followed by its pair with the one before
					return r.Sections[0].Weights[conceptAt(a, it, i)]
				}
				if a.lex.words[tok.word].role&function == 0 {
					i++
				}
			}
		}
		return 0
	}
	if g, t2 := weight("granite"), weight("timber"); g <= t2 {
		t.Errorf("granite, in two documents, weighs %d; timber, twice in one, %d", g, t2)
	}
	one := Rank(Input{Sentences: sentences("Mobile cranes were on show."), Sections: harbour}).Sections[0]
	if len(one.Weights) != 3 || one.Weights[2] <= one.Weights[0] { // mobile, cranes, mobile cranes
		t.Errorf("weights %d: a pair should weigh more than a word", one.Weights)
	}
}

// conceptAt returns the concept of word i of it, counted without the words
// that carry no topic.
func conceptAt(a *analysis, it Candidate, i int) int32 {
	n, at := 0, int32(-1)
	k := 0
	a.concepts(a.toksOf(a.texts[it.Sentence]), func(_, second int32) {
		if second < 0 {
			if n == i {
				at = it.Concepts[k]
			}
			n++
		}
		k++
	})
	return at
}

func TestRankTasks(t *testing.T) {
	s := sentences("Grease is missing for the crane at berth 3.", "The pilots want a light on the sea wall.", "Silt fills the basin.", "Dredging starts in May.")
	row := func(cells ...string) (out []doc.Text) {
		for _, c := range cells {
			out = append(out, doc.NewText(c, 0))
		}
		return out
	}
	table := doc.SourceTable{
		Kind:    doc.TodoTable,
		Columns: []doc.Column{doc.ActionColumn, doc.OwnerColumn, doc.DueColumn},
		Table: doc.Table{Header: row("Job", "Who", "By"), Rows: [][]doc.Text{
			row("Test the crane", "Pilots", "3 May"),
			row("Order the missing grease", "Stores", "4 May"),
			row("Fix a light on the sea wall", "", "dredging time"),
			row("", "", ""),
			nil,
		}},
	}
	data := table
	data.Kind = doc.DataTable
	in := Input{Sentences: s, Tables: []doc.SourceTable{data, table}, Sections: harbour}
	r := Rank(in)
	want := []int{0, 0, 1, 1, 1} // without words: where most of the document belongs
	if len(r.Tasks) != len(want) {
		t.Fatalf("%d rows placed, want %d", len(r.Tasks), len(want))
	}
	for i, p := range r.Tasks {
		if p.Table != 1 || p.Row != i || p.Section != want[i] || p.Why == "" {
			t.Errorf("row %d: %+v, want section %d", i, p, want[i])
		}
	}
	in.Sentences = nil
	for _, p := range Rank(in).Tasks[3:] {
		if p.Section != 0 || p.Score != 0 {
			t.Errorf("with nothing to go by: %+v", p)
		}
	}
}

func TestRankOfNothing(t *testing.T) {
	r := Rank(Input{})
	if len(r.Sections) != 0 || len(r.Tasks) != 0 || len(r.Left) != 0 {
		t.Errorf("%+v", r)
	}
	r = Rank(Input{Sentences: sentences("The crane stands still.", "Who knows?")})
	if len(r.Left) != 2 || r.Left[0].Why != "belongs to no section" {
		t.Errorf("without sections: %+v", r)
	}
	r = Rank(Input{Sections: []profile.Section{{}, {Title: "…", Keywords: []string{"", " , ", "of the"}}}, Sentences: sentences("The crane stands still.")})
	if n := len(r.Left); n != 1 {
		t.Errorf("without keywords: %+v", r)
	}
}

// Every sentence is a candidate once or left once, every row is placed once,
// and ranking again gives the same.
func FuzzRank(f *testing.F) {
	f.Add("The crane lifts 60 tonnes.\nWho knows?\n# Cranes\n\n- Spare parts\nDo it | Me", "crane, spare parts", "silt")
	f.Add("“Half\n”\n\"\n\xff\xfe\n港湾\nIT’s U.S.\n| |\n|", "港湾, \x00", "the, ,")
	f.Add(strings.Repeat("crane ", 500)+"\n"+strings.Repeat("it ", 90), "crane crane, crane", "crane")
	f.Fuzz(func(t *testing.T, text, first, second string) {
		in := Input{
			Docs: []doc.Document{{Title: doc.NewText(first, 0)}, {Lang: second}},
			Sections: []profile.Section{
				{ID: "a", Title: second, Keywords: strings.Split(first, ",")},
				{ID: "b", Keywords: strings.Split(second, ","), MinItems: -1},
			},
		}
		rows := 0
		for i, line := range strings.Split(text, "\n") {
			if cells := strings.Split(line, "|"); len(cells) > 1 {
				var row []doc.Text
				for _, c := range cells {
					row = append(row, doc.NewText(c, 0))
				}
				in.Tables = append(in.Tables, doc.SourceTable{Kind: doc.TodoTable, Doc: i % 3, Table: doc.Table{Rows: [][]doc.Text{row}}})
				rows++
				continue
			}
			s := doc.Sentence{Text: doc.NewText(line, 0), Doc: i % 3, Block: i / 2, Item: i%4 - 1, Index: i, Group: i % 5, Heading: first}
			if i%7 == 3 {
				s.Flags = []doc.Flag{{Kind: doc.Stale}, {Kind: doc.Conflict, Note: second}}
			}
			in.Sentences = append(in.Sentences, s)
		}
		r := Rank(in)
		count := make([]int, len(in.Sentences))
		for _, c := range r.Sections {
			for _, it := range c.Items {
				count[it.Sentence]++
				for _, id := range it.Concepts {
					if id < 0 || int(id) >= len(c.Weights) {
						t.Fatalf("concept %d of %d", id, len(c.Weights))
					}
				}
			}
		}
		for _, x := range r.Left {
			count[x.Sentence]++
			if x.Why == "" {
				t.Error("left without a reason")
			}
		}
		for i, n := range count {
			if n != 1 {
				t.Errorf("sentence %d is there %d times", i, n)
			}
		}
		if len(r.Tasks) != rows {
			t.Errorf("%d rows placed of %d", len(r.Tasks), rows)
		}
		if again := Rank(in); fmt.Sprint(again) != fmt.Sprint(r) {
			t.Error("a second ranking differs")
		}
	})
}

// TestDatedSpeaksFirst: of two sentences that say the same, the one of the
// source with a date is printed, although the other comes first.
func TestDatedSpeaksFirst(t *testing.T) {
	in := Input{
		Docs:     make([]doc.Document, 2),
		Sources:  []doc.Source{{}, {Published: doc.NewDate(2031, 5, 4)}},
		Sections: harbour,
		Sentences: []doc.Sentence{
			{Text: doc.NewText("The new cranes lift 60 tonnes each in berth 2.", 0), Item: -1, Group: 1},
			{Text: doc.NewText("The new cranes lift 60 tonnes each.", 0), Doc: 1, Item: -1, Group: 1},
		},
	}
	if c := Rank(in).Sections[0]; len(c.Items) != 1 || c.Items[0].Sentence != 1 || !reflect.DeepEqual(c.Items[0].Also, []int{0}) {
		t.Errorf("candidates are %+v", c.Items)
	}
	in.Sources = nil
	if c := Rank(in).Sections[0]; len(c.Items) != 1 || c.Items[0].Sentence != 0 {
		t.Errorf("without sources candidates are %+v", c.Items)
	}
}
