package segment

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"readahead/brief/doc"
)

// TestCuts has its sentences with a ¦ where the next one begins.
func TestCuts(t *testing.T) {
	for _, tt := range []struct{ name, marked string }{
		{"full stop", "The tide turned. ¦Boats left the quay."},
		{"question mark", "Who signed it? ¦Nobody knows."},
		{"exclamation mark", "They did it! ¦The bridge is open."},
		{"several marks", "Really?! ¦Yes!! ¦Well then."},
		{"none", "no stop at all"},
		{"empty", ""},
		{"only white space", " \n\t "},
		{"only stops", "... . !"},
		{"white space around", "  One came. ¦Two left.  "},

		{"title", "Gen. Ana Ruiz met Lt. Col. Per Dahl and Dr. Oyelaran. ¦Mr. Tan was late."},
		{"title that is a word", "He called the sales rep. ¦The rep was out."},
		{"saint and street", "St. Olav's is on Pine St. near the dock, not on Elm St. ¦It is closed."},
		{"mountain", "Snow fell on Mt. Elgon overnight."},
		{"page and number", "See p. 12 and Fig. 4, or No. 7 on vol. II of the list."},
		{"the word no", "Did it hold? ¦No. ¦The seal broke."},
		{"number sign", "It stands on lot N°. 44.120 by the river. ¦Nobody lives there."},
		{"month", "The crew left on Sept. 24 and came back on Oct. 3. ¦All were well."},
		{"state", "They moved to Reno, Nev. ¦The mill stayed in Salem, Ore. ¦Police said so."},
		{"state that is a word", "The crowd sat. ¦Mass singing began."},
		{"company goes on", "She runs Oxbow Co. from a barn and Penn & Hill Inc. Chairman Roy Hill agrees."},
		{"company ends", "He sold it to Oxbow Co. ¦They paid in cash to Hill Inc. ¦Analysts said little."},
		{"junior", "That is Tom Reed Jr.'s boat and Al Reed Jr. owns the other."},
		{"et cetera", "Ropes, nets, etc. were lost. ¦Bring oars, sails, etc. ¦Nets can be bought."},
		{"et al.", "Moe et al. (2021) disagree with Lund et al. ¦However, both may be right."},
		{"approximately", "It weighs approx. five tonnes and costs approx. $40."},
		{"versus", "The case of Reed vs. The Harbour Board goes on."},
		{"v. in the names of cases", "Reed v. Harbour Board was decided in May."},

		{"letter at the end", "Buses stop at Gate B. ¦Together, the gates take forty an hour."},
		{"initials", "Clara M. Hoff and J. R. Dahl wrote it. ¦J.R. Dahl drew the maps."},
		{"I in quotes", "“I.” ¦So she said."},
		{"I is a word", "It was only you and I. ¦Boats left. ¦Victor I. Marsh came."},
		{"letter at the end", "The cure is vitamin C. ¦It is cheap."},
		{"Chinese surname", "The authors are J. He, K. So, and others."},
		{"country before a name", "The U.S. Army and the U.K. Treasury agreed."},
		{"country at the end", "She moved to the U.S. ¦Her brother stayed in the E.U. ¦How are they?"},
		{"country in the middle", "He toured the U.S.A. for 20 days."},
		{"country after in", "Prices fell in the U.S. ¦Growers blamed the rain."},
		{"institution after in", "The vote in the U.S. Senate was close and in the U.S. Coast guards may vote."},
		{"capital city", "They met in Washington, D.C. ¦Rain kept the crowd small."},
		{"headline", "What the U.S. And Japan Want"},
		{"time of day", "At 5 a.m. Mrs. Bell rang. ¦She left at 6 p.m. ¦Mr. Bell stayed."},
		{"time of day alone", "5 a.m. Mrs. Bell rings."},
		{"time zone", "It opens at 9 a.m. Eastern and shuts at 5 p.m. Fridays."},
		{"for example", "Large birds, e.g. Herons, i.e. Ardeidae, nest here."},
		{"degree", "Her Ph.D. Thesis won. ¦She holds an M.D. ¦It took years."},
		{"initialism joined by a hyphen", "A D-N.Y. senator and the non-U.S. Firms agreed."},

		{"decimal", "It cost $4.50 then. ¦Now it costs 9. 3 billion."},
		{"number at the end", "He paid $4.50. ¦It was too much. ¦That was in 2019. ¦40 people saw it."},
		{"number at the start", "Nobody came. ¦24 chairs stayed empty. ¦$3 million was lost."},
		{"part of a document", "Section 3. Duties of the warden"},
		{"German date", "Am 3. Oktober regnete es. ¦Dann kam die Sonne."},

		{"quotation inside", `He whispered, "It is here." and left.`},
		{"quotation at the end", `He whispered, "It is here." ¦She nodded.`},
		{"single quotes", "He whispered, 'It is here.' and left."},
		{"curly quotes", "“It is here.” ¦“Where?” ¦He pointed."},
		{"several in a quotation", "“It is here. ¦It was always here,” he said."},
		{"attributed question", "“Will it float?” Captain Moe asked. ¦“It will!” Mate Lund shouted. ¦“It will!” ¦The crew cheered."},
		{"French quotes", "« Il est là. » ¦Elle sourit. ¦« Bien ! »"},
		{"German quotes", "„Er ist da.“ ¦Sie nickte."},
		{"quote apart", "He said “ it is here. ” ¦She nodded."},
		{"brackets inside", "The vote (It was close. Very close.) was held in May."},
		{"brackets of their own", "The vote was held. ¦(It was close. ¦Very close.) ¦They left."},
		{"bracket left open", "The vote (it was close. ¦They left." + strings.Repeat(" ¦And so they went on.", 30)},
		{"bracket closed too late", "The vote (it was close. ¦They left." + strings.Repeat(" ¦And so they went on.", 30) + ") ¦It ended."},
		{"reference", `"The tide [...] turned the boats [...]" (Marsh 12). ¦They sank.`},
		{"reference after a quotation", "“The tide turned.” (Marsh 12). ¦They sank."},
		{"remark", "The tide turned. ¦(Nobody in the whole town had seen it coming)."},
		{"note", "The tide turned.[12] ¦Boats left.² ¦Nets dried."},
		{"mark in brackets", "He won (!) the race and [sic] lost."},

		{"dots go on", "The tide... turned . . . at last."},
		{"dots end", "It never turned.... ¦She went home."},
		{"dots and a stop apart", "Leave the rest out . . . . ¦Begin anew."},
		{"dots at the end of a quotation", "He wrote, “the boats will leave. . . .”"},
		{"ellipsis character", "The tide… turned… ¦Boats left."},
		{"I after dots", "Well... I know."},
		{"dots at the start of a quotation", "The tide turned. ¦“...and boats left,” he recalled."},
		{"omission", "The tide turned. ¦[...] Boats left."},
		{"list that goes on", "Ask for cod/hake/... Anything goes."},

		{"numbered items", "1. Cod and hake ¦2. Eel ¦3. Tench"},
		{"numbered sentences", "1. Clean the cod. ¦2. Salt it well. ¦Wait. ¦3. Hang it."},
		{"items with brackets", "1) cod ¦2) hake ¦3) eel"},
		{"items with stop and bracket", "1.) Clean it. ¦2.) Salt it. ¦3). Rest."},
		{"lettered items", "a. Cod is dear ¦b. Hake is not ¦c. Eel is gone"},
		{"bullets", "• 1. Cod ¦• 2. Hake ¦⁃ Eel"},
		{"numbers inside", "The board wants 1) more pay, 2) fewer hours and 3.) Fridays off."},
		{"heading number", "2.3. Methods and means"},

		{"heading with colon", "In the north: The Lena froze. ¦It thawed in May."},
		{"name with exclamation mark", "He buys tea at Yahoo! in Osaka. ¦She works for Yum! Brands."},
		{"e-mail address", "Write to Ola.Nord@fjord.example. ¦She will reply."},
		{"web address", "Look at https://fjord.example/a.b/Map.Html?x=1. ¦It is new."},
		{"file names", "Open Map.Old.txt with Node.js or the .NET kit. ¦Then wait."},

		{"no space", "The plan is at risk.¦By then it rained!¦Nobody came?¦A dog did."},
		{"no space after a quotation", "“It is here.”¦She nodded.¦“Good.”"},
		{"no space after straight quotes", `"It is here."¦She nodded.¦"Good."`},
		{"no space, initialism", "Ask the U.S.Army and Mr.Tan in St.Ives."},
		{"no space, initialism at the end", "She left the U.S.¦The boat stayed."},
		{"no space, method", "Call list.Append(x) or mail.Send(y)."},

		{"lower case start", "The wells are full of threats. ¦a fourth will be dug in May. ¦the mayor knows it."},
		{"lower case, relative clause", "The ferry stops at nine in the evening. ¦a pilot who saw the fog come up said so at noon."},
		{"lower case, relative clause only", "The ferry stops at nine. a pilot who is on the bridge"},
		{"lower case name", "The pump is on line at all times. ¦norvik has asked for a spare."},
		{"lower case phrase", "It rained for weeks. ¦in this case, the dam is at risk."},
		{"stray stop", "He spoke at the opening. of the talks that are due in May."},
		{"stray stop before a relative clause", "He spoke of the pact. talks that are due in May."},
		{"stray stop before a phrase", "They met last week. in a cold hall which had no light."},
		{"stray stop, fragment", "They tried what Moe had called a month ago. winged boat."},
		{"lower case brand", "Sales doubled. ¦iPhone cases led. ¦eBay gained."},
		{"unknown abbreviation", "The fac. lounge is shut and the mtg. they had held was over."},

		{"line end", "The tide turned\nat last. ¦Boats\r\nleft."},
		{"blank line", "The tide\n\n¦turned\r\n \r\n¦at last"},
		{"lines of a list", "cod and hake\n¦eels\n¦tench, roach\n"},
		{"long lines", "cod and hake and eels and tench and roach and\npike and perch and salmon and trout and char\nand carp and bream and so on and so on\n"},
		{"dashes", "Cod. ¦- Hake is dear. ¦“Eel.” — Ana Ruiz"},

		{"Spanish", "¿Quién viene? ¦¡Nadie! ¦El Sr. Ruiz llegó a EE. UU. ayer. ¦Se fue."},
		{"French", "M. Petit et Mme. Roux sont là. ¦Ils parlent."},
		{"German", "Z.B. Herr Dr. Maier zahlt 3 Mio. Euro usw. ¦Das ist viel."},
		{"Swedish", "Det kostar t.ex. Anna ca. 5 kr. ¦Det är mycket."},
		{"Russian", "Пришла весна. ¦Лодки ушли."},
		{"Japanese", "雨が降った。¦船は出ない。¦「行こう。」と彼は言った！¦本当？¦はい。"},
		{"Arabic", "هل وصلت السفينة؟ ¦نعم، وصلت. ¦قال: «متى؟» ثم خرج."},
		{"Urdu", "جہاز آ گیا۔ ¦بندرگاہ کھلی ہے۔"},
		{"Hindi", "जहाज़ आ गया। ¦बंदरगाह खुला है।"},
		{"Japanese brackets", "彼は「雨だ。船は出ない。」と言った。¦終わり。"},
		{"Chinese with spaces", "下雨了。 ¦船没有出海。”¦好。"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var in strings.Builder
			var want []int
			for i, part := range strings.Split(tt.marked, "¦") {
				if i > 0 {
					want = append(want, in.Len())
				}
				in.WriteString(part)
			}
			if got := Cuts(nil, in.String()); !slices.Equal(got, want) {
				t.Errorf("got  %q\nwant %q", marked(in.String(), got), tt.marked)
			}
		})
	}
}

// marked is s with a ¦ at each of the cuts.
func marked(s string, cuts []int) string {
	for _, c := range slices.Backward(cuts) {
		s = s[:c] + "¦" + s[c:]
	}
	return s
}

func TestCutsAppends(t *testing.T) {
	if got := Cuts([]int{7}, "One. Two."); !slices.Equal(got, []int{7, 5}) {
		t.Errorf("Cuts([7], …) = %v, want [7 5]", got)
	}
}

func TestSentencesKeepPlaces(t *testing.T) {
	const file = "xx  Boats left.\u00a0 Nets dried. \u00a0"
	got := Sentences(doc.NewText(file[2:], 2))
	if len(got) != 2 {
		t.Fatalf("%d sentences, want 2", len(got))
	}
	for i, want := range []string{"Boats left.", "Nets dried."} {
		r := got[i].Bounds()
		if got[i].String() != want || file[r.Start:r.End] != want {
			t.Errorf("sentence %d is %q from %q, want %q", i, got[i], file[r.Start:r.End], want)
		}
	}
	if n := len(Sentences(doc.NewText(" \n\n ", 0))); n != 0 {
		t.Errorf("%d sentences in white space", n)
	}
}

func FuzzCuts(f *testing.F) {
	f.Add(wire)
	f.Add("1. A 2. B \"c.\" (d. E. [...] f\n\ng。「h。」と")
	f.Add("a. b.) ((((\xe2\x80. \x80\xbf. Z… … . . . . \u200b. \u3000”. ”")
	f.Add("x\ny\nz\n")
	f.Add("I.” So")
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, c := range Cuts(nil, s) {
			switch {
			case c <= last || c >= len(s):
				t.Fatalf("cut at %d after %d in %d bytes", c, last, len(s))
			case utf8.ValidString(s) && !utf8.RuneStart(s[c]):
				t.Fatalf("cut at %d is inside a character", c)
			case strings.TrimSpace(s[last:c]) == "":
				t.Fatalf("nothing before the cut at %d", c)
			case skipSpace(s, c) != c:
				t.Fatalf("white space behind the cut at %d", c)
			}
			last = c
		}
		for _, x := range Sentences(doc.NewText(s, 0)) {
			if r := x.Bounds(); s[r.Start:r.End] != x.String() {
				t.Fatalf("%q stands for %q", x, s[r.Start:r.End])
			}
		}
	})
}
