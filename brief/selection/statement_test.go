package selection

import "testing"

func TestJudge(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		want     string // why not, or "" where it can be printed
	}{
		{"a plain statement", "The dredger will lift 40,000 tonnes of silt in May.", ""},
		{"leads to a list", "The committee asked for three things:", "introduces a list"},
		{"question", "Who pays for the new crane?", "asks a question"},
		{"breaks off", "The pilots said that the channel,", "breaks off"},
		{"dots", "The pilots said that the channel...", "breaks off"},
		{"too short", "It rained.", "too short to stand alone"},
		{"nothing said", "Nobody could say.", "too short to stand alone"},
		{"capitals", "NEWS FROM THE QUAY", "reads like a heading"},
		{"capitals with a word that is not", "The WHO warned of cholera in the port.", ""},

		{"no subject", "May be repaid early without a fee.", "has no subject"},
		{"no subject, negated", "Usually isn't insured against frost.", "has no subject"},
		{"subject behind the auxiliary", "Should the pilots refuse, the port closes at noon.", ""},
		{"month", "May 3 is the last day for tenders on the crane.", ""},
		{"name", "Will Harper runs the ferry office from Monday.", ""},
		{"adverb before the subject", "Usually the ferry has berth 2 in winter.", ""},
		{"publication", "Eel Stocks in Cold Lakes and Rivers (HB-12, May 2031).", "the title of a publication"},
		{"bracket that is none", "The pier in Skerry Bay was rebuilt by divers (and paid for in 2031).", ""},
		{"behind a reference", "(HB-12, May 2031) To count eels, nets were set.", "begins with a reference"},
		{"another page", "Learn more about berths and dues in the port.", "a notice to its readers"},
		{"see also", "See also the finding on berths and dues in May.", "a notice to its readers"},
		{"hear", "Hear how the pilots guide tankers through the sound.", "a notice to its readers"},
		{"screen", "To see all berths, click on the map of the port.", "a notice to its readers"},
		{"clicks that are none", "Buyers click with the new harbour broker.", ""},

		{"he", "He praised the dockers for their patience.", "points to an earlier sentence: “he”"},
		{"it", "It needs a new roof before winter.", "points to an earlier sentence: “it”"},
		{"it for a clause", "It is essential to dredge the inner basin.", ""},
		{"it for a clause, later", "It was clear by noon that the dredger had failed.", ""},
		{"their", "Their boats lie in the inner basin.", "points to an earlier sentence: “their”"},
		{"this", "This can be done with two tugs.", "points to an earlier sentence: “this”"},
		{"these", "These plans cost the town £4 million.", "points to an earlier sentence: “these”"},
		{"this week", "This week the pilots begin their training.", ""},
		{"those who", "Those who book berths early pay less.", ""},
		{"such", "Such cranes cost £3 million each.", "points to an earlier sentence: “such”"},
		{"that", "That leaves the port with four tugs.", "points to an earlier sentence: “that”"},
		{"both have", "Both have to be repaired before Easter.", "points to an earlier sentence: “both”"},
		{"both with a noun", "Both tugs have to be repaired before Easter.", ""},
		{"a fourth", "A fourth will be built in the old dock.", "points to an earlier sentence: “a fourth”"},
		{"a fourth with a noun", "A fourth crane will be built in the old dock.", ""},
		{"the rest", "The rest goes to the harbour fund.", "points to an earlier sentence: “the rest”"},
		{"the rest of", "The rest of the money goes to the harbour fund.", ""},
		{"two of them", "Two of them were found near the lock.", "points to an earlier sentence: “them”"},
		{"however", "However, they wait for spare parts.", "points to an earlier sentence: “they”"},
		{"moreover", "Moreover, the pilots ask for a second boat.", ""},

		{"in this context", "In this context, the harbour office ordered new buoys.", "points to an earlier sentence: “this”"},
		{"in this context, no comma", "In this context the harbour office ordered buoys.", "points to an earlier sentence: “this”"},
		{"these in an introduction", "To keep these promises, the port needs money.", "points to an earlier sentence: “these”"},
		{"he after an introduction", "To win the vote, he must convince the dockers.", "points to an earlier sentence: “he”"},
		{"he after a name", "When Harald Moe retires, he wants no speeches.", ""},
		{"if that", "If that fails, the port will buy a dredger.", "points to an earlier sentence: “that”"},
		{"such as", "By buying tools, such as drills, the port saves money.", ""},
		{"until then", "Until then the ferry uses the old pier.", "points to an earlier sentence: “then”"},
		{"an object", "Replacing it would cost £90,000.", "points to an earlier sentence: “it”"},
		{"another object", "Two crew members saw it near the lock.", "points to an earlier sentence: “it”"},
		{"a subject further on", "The port says it needs two more tugs.", ""},
		{"that at the end", "Small boats pay the most for that.", "points to an earlier sentence: “that”"},

		{"first person", "The storm took the roof off my shed.", "speaks in the first person"},
		{"the pit", "The firm ships rock from a coal mine near the port.", ""},
		{"the pronoun", "The old rowing boat by the lock is mine.", "speaks in the first person"},
		{"of those who", "Most of those who book berths early pay less.", ""},
		{"of those named", "Most of those in the queue came by train.", ""},
		{"those who, and a pronoun", "Those who lose it twice pay for a new key.", "points to an earlier sentence: “it”"},
		{"there, no place", "Work there was stopped in June by the storm.", "points to an earlier sentence: “there”"},
		{"there, a place", "The crew sailed to Bergen and refuelled there in June.", ""},
		{"there is", "The pilots say there is no room for a third tug.", ""},
		{"instead, nothing before", "Use the north gate instead: it is open all night.", "points to an earlier sentence: “instead”"},
		{"instead, of what", "The ferry did not sail, and a bus ran instead.", ""},
		{"the other six", "The other six were sold in Bergen in June.", "points to an earlier sentence: “the other”"},

		{"menu", "The Harbour Post News Sport Weather Donate Our pages use cookies.", "looks like page furniture"},
		{"menu words in a sentence", "The News said that the Sport hall was closed.", ""},
		{"pipes", "The harbour office | berths and pilots were moved in May.", "looks like page furniture"},
		{"bullets between links", "Boats were moved • Tides were high • Pilots were late", "looks like page furniture"},
		{"byline", "By Ida Lund, May 3, 2024", "looks like page furniture"},
		{"headline and byline", "Boats sold for the price of a bicycle Reported by Ida Lund", "looks like page furniture"},
		{"by a name", "By Moss Quay, the pilots have tied up two tugs.", ""},
		{"reading time", "The pilots were late again, 5 min read", "looks like page furniture"},
		{"guillemets", "The pilots said «the tide was high» in a letter to the port.", ""},
		{"no verb", "The pier in the rain, without any of the boats.", "has no verb"},
		{"a verb like a noun", "Tickets for the harbour tour close on Friday.", ""},
		{"an order", "Check the pumps in the old dock before the storm.", ""},

		{"first person, quoted", "“My shed lost its roof,” said the harbour master Harald Moe.", ""},
		{"a quotation alone", "“The storm took the roof off the shed.”", "a quotation without its speaker"},
		{"a speaker without a name", "“The storm took the roof,” he said.", "a quotation without its speaker"},
		{"half a quotation", "The storm took the roof off the shed,” said Moe.", "part of a quotation"},
		{"the other half", "“The storm took the roof off the shed and the crane.", "part of a quotation"},
		{"straight marks", `"The storm took the roof," said the pilot Harald Moe.`, ""},

		{"fragment", "Mayor of the port.", "fragment"},
		{"short with a verb", "The dredger sank on Friday.", ""},
		{"verb in the present", "The port fears the tide.", ""},
		{"its own document", "The following table shows the berths in use.", "speaks of its own document"},
		{"thanks", "Thanks to all volunteers who swept the pier.", "a notice to its readers"},
		{"thanks for a cause", "Thanks to the new pump, the dock is dry.", ""},
		{"big words", "In the evolving landscape of ports, tugs are pivotal.", "promises much and says little"},
		{"one big word", "The landscape behind the pier was flooded in March.", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, why := judgeText(tt.in, true, false)
			if why != tt.want {
				t.Errorf("judge(%q): %q, want %q", tt.in, why, tt.want)
			}
		})
	}
}

func TestJudgePrices(t *testing.T) {
	plain, _ := judgeText("The pilots ask for a second boat.", true, false)
	for _, in := range []string{
		"Moreover, the pilots ask for a second boat.",
		"But the pilots ask for a second boat.",
		"In addition, the pilots ask for a second boat.",
		"We would like a second pilot boat.",
		"The two countries ask for a second boat.",
		"Another pilot asks for a second boat.",
		"Boats: The pilots ask for a second one.",
		"The tide gate was oiled again, he told the pilots.",
		"The pilots and the crews met there on Monday.",
		"“The pilots need a second boat,” said Harald Moe.",
		"The pilots ask for a second boat",
	} {
		if price, why := judgeText(in, true, false); why != "" || price >= plain {
			t.Errorf("judge(%q): %d %q, want less than %d", in, price, why, plain)
		}
	}
}

func TestJudgeItems(t *testing.T) {
	for _, in := range []string{"New fenders for berth 2", "Training of pilots in fog."} {
		if price, why := judgeText(in, true, true); why != "" || price >= fine {
			t.Errorf("item %q: %d %q, want it at a price", in, price, why)
		}
	}
}

func TestJudgeOtherLanguages(t *testing.T) {
	if price, why := judgeText("Es ist ein neuer Kran bestellt worden", false, false); why != "" || price != fine {
		t.Errorf("a sentence in German: %d %q, want %d", price, why, fine)
	}
	for text, want := range map[string]string{
		"هل ستدخل العبارات دون انتظار المد؟":  "asks a question",
		"وسيزداد العمق من تسعة أمتار إلى 12،": "breaks off",
		"وسيزداد العمق من تسعة أمتار إلى 12.": "",
		"外港の浚渫は九月に始まる。":                       "",
	} {
		if _, why := judgeText(text, false, false); why != want {
			t.Errorf("%q: %q, want %q", text, why, want)
		}
	}
	if _, why := judgeText("Bestellt wurden drei neue Kräne:", false, false); why != "introduces a list" {
		t.Errorf("a lead in German: %q", why)
	}
}

func TestIsLatin(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want bool
	}{
		{"", true}, {"The quay’s café — open", true}, {"The 港湾局 said so", true}, {"ABC Lines社は夏の欠航を避けるため、工期の見直しを求めている。", false},
		{"ميناء", false}, {"Порт закрыт", false}, {"12 %", true},
	} {
		if got := isLatin(tt.in); got != tt.want {
			t.Errorf("isLatin(%q) = %t", tt.in, got)
		}
	}
}

func judgeText(text string, english, item bool) (int, string) {
	l := newLexicon(0)
	s := statement{lex: l, english: english, item: item}
	s.reset(text, l.tokens(nil, text, english))
	return s.judge()
}

func TestWeSpeak(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want bool
	}{
		{"We asked for a second pilot boat.", true},
		{"The crews of our tugs wait for spare parts.", true},
		{"A pilot told us that the tug had sunk.", false},
		{"“We need a second tug,” said Harald Moe.", false},
		{"The US sent two tugs.", false},
	} {
		lex := newLexicon(0)
		s := statement{lex: lex, english: true}
		s.reset(tt.in, lex.tokens(nil, tt.in, true))
		s.judge()
		if got := s.weSpeak(); got != tt.want {
			t.Errorf("weSpeak(%q) = %t", tt.in, got)
		}
	}
}
