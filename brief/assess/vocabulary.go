package assess

import "strings"

// A class says what a word may do in a sentence. A word may be of several.
type class uint32

const (
	stop     class = 1 << iota // says nothing of the subject
	common                     // a content word that is found in any text
	month                      // value: 1 to 12
	weekday                    // value: time.Weekday
	season                     // of the year
	unit                       // of the calendar: day to decade
	dayPart                    // night, morning
	nearDay                    // yesterday, tomorrow; value: days from today
	numeral                    // a number word; value
	ordinal                    // first to tenth; value
	fraction                   // half to tenth; value: its denominator
	pointer                    // last, this, next: what makes a unit one certain time
	before                     // a preposition or the like before a time
	each                       // makes a time a habit
	is                         // is, are, am
	was                        // was, were
	has                        // has, have, had
	will                       // will, shall
	would                      // would, could, might: neither past nor announced
	past                       // past tense of a verb
	plans                      // a verb of intention in the present tense
	due                        // after is, before to: scheduled, expected
	opens                      // a verb that timetables use in the present tense
	denies                     // not, no, never
	lacks                      // a verb with a no in it: loses, failed
	office                     // head of the name of an office
	domain                     // what an office is for
	notNow                     // former, deputy: not the holder of the office
	fresh                      // newly, new: since a short time
	all                        // every, all
)

// classify returns the classes and the value of a word in lower case.
func classify(w string) (class, int) {
	switch w {
	case "january":
		return month, 1
	case "february":
		return month, 2
	case "march":
		return month, 3
	case "april":
		return month, 4
	case "may":
		return month | would | stop, 5
	case "june":
		return month, 6
	case "july":
		return month, 7
	case "august":
		return month, 8
	case "september":
		return month, 9
	case "october":
		return month, 10
	case "november":
		return month, 11
	case "december":
		return month, 12
	case "jan":
		return month, 1
	case "feb":
		return month, 2
	case "mar":
		return month, 3
	case "apr":
		return month, 4
	case "jun":
		return month, 6
	case "jul":
		return month, 7
	case "aug":
		return month, 8
	case "sept", "sep":
		return month, 9
	case "oct":
		return month, 10
	case "nov":
		return month, 11
	case "dec":
		return month, 12

	case "sunday", "sun":
		return weekday, 0
	case "monday", "mon":
		return weekday, 1
	case "tuesday", "tue", "tues":
		return weekday, 2
	case "wednesday", "wed":
		return weekday, 3
	case "thursday", "thu", "thurs":
		return weekday, 4
	case "friday", "fri":
		return weekday, 5
	case "saturday":
		return weekday, 6

	case "spring", "summer", "autumn", "fall", "winter":
		return season | common, 0
	case "day", "days", "week", "weeks", "weekend", "month", "months", "year", "years", "decade", "decades":
		return unit | common, 0
	case "night", "morning", "afternoon", "evening", "noon", "midnight":
		return dayPart | common, 0

	case "yesterday":
		return nearDay | common, -1
	case "tonight":
		return nearDay | common, 0
	case "tomorrow":
		return nearDay | common, 1

	case "one":
		return numeral | common, 1
	case "a", "an":
		return stop | numeral, 1
	case "two":
		return numeral | common, 2
	case "three":
		return numeral | common, 3
	case "four":
		return numeral | common, 4
	case "five":
		return numeral, 5
	case "six":
		return numeral, 6
	case "seven":
		return numeral, 7
	case "eight":
		return numeral, 8
	case "nine":
		return numeral, 9
	case "ten":
		return numeral, 10
	case "eleven":
		return numeral, 11
	case "twelve", "dozen":
		return numeral, 12
	case "thirteen":
		return numeral, 13
	case "fourteen":
		return numeral, 14
	case "fifteen":
		return numeral, 15
	case "sixteen":
		return numeral, 16
	case "seventeen":
		return numeral, 17
	case "eighteen":
		return numeral, 18
	case "nineteen":
		return numeral, 19
	case "twenty":
		return numeral, 20
	case "thirty":
		return numeral, 30
	case "forty":
		return numeral, 40
	case "fifty":
		return numeral, 50
	case "sixty":
		return numeral, 60
	case "seventy":
		return numeral, 70
	case "eighty":
		return numeral, 80
	case "ninety":
		return numeral, 90
	case "first":
		return ordinal | common, 1
	case "second":
		return ordinal | common, 2
	case "third", "thirds":
		return ordinal | fraction, 3
	case "fourth", "fourths":
		return ordinal | fraction, 4
	case "fifth", "fifths":
		return ordinal | fraction, 5
	case "sixth", "sixths":
		return ordinal | fraction, 6
	case "seventh":
		return ordinal | fraction, 7
	case "eighth", "eighths":
		return ordinal | fraction, 8
	case "ninth":
		return ordinal | fraction, 9
	case "tenth", "tenths":
		return ordinal | fraction, 10
	case "half", "halves", "evenly", "equally":
		return fraction | common, 2
	case "quarter", "quarters":
		return fraction | unit | common, 4

	case "last", "next":
		return pointer | common | before, 0
	case "this":
		return pointer | stop, 0
	case "coming", "following", "previous", "past":
		return pointer | common, 0
	case "early", "late", "earlier", "later", "mid", "end", "beginning", "start":
		return before | common, 0
	case "on", "by", "until", "till", "since", "through", "during", "after", "from", "throughout", "of", "in", "at", "for", "to", "between":
		return before | stop, 0
	case "before":
		return before | stop, 0
	case "every":
		return each | all | stop, 0
	case "each":
		return each | all | stop, 0
	case "all", "both":
		return all | stop, 0
	case "any", "most", "some":
		return stop, 0

	case "is", "are", "am":
		return is | stop, 0
	case "was", "were":
		return was | stop, 0
	case "has", "have", "had":
		return has | stop, 0
	case "will", "shall":
		return will | stop, 0
	case "would", "could", "might", "should", "can", "must", "ought":
		return would | stop, 0
	case "won't":
		return will | denies | stop, 0
	case "not", "no", "never", "cannot", "none", "nor", "neither", "without", "nobody", "nothing", "nowhere", "hardly":
		return denies | stop, 0

	case "lose", "loses", "losing", "lack", "lacks", "lacked", "fail", "fails", "failed", "refuse", "refuses", "refused", "reject", "rejects", "rejected":
		return lacks, 0

	case "expects", "intends", "plans":
		return plans | common, 0
	case "expect", "intend", "plan":
		return plans | common, 0
	case "due", "scheduled", "slated", "expected", "planned", "going":
		return due | common, 0
	case "set":
		return due | common | past, 0
	case "begins", "starts", "opens", "closes", "ends", "expires", "convenes", "resumes", "departs", "arrives", "leaves", "reopens", "meets":
		return opens | common, 0

	case "lost":
		return past | lacks | common, 0
	case "said", "told", "made", "went", "came", "took", "gave", "got", "did", "found", "put", "began", "became", "saw":
		return past | common, 0
	case "met", "held", "left", "led", "paid", "ran", "rose", "sent", "sold", "spent", "spoke", "stood", "thought", "won", "wrote", "brought", "built", "bought", "fell", "felt", "grew", "kept", "knew", "broke", "chose", "drew", "drove", "ate", "flew", "froze", "heard", "hit", "cut", "lent", "lit", "read", "rode", "sank", "sat", "shook", "shot", "shut", "slept", "struck", "swore", "taught", "threw", "wore", "withdrew", "understood", "meant", "dealt", "fought", "fled", "forgot", "hung", "laid", "lay", "quit", "sought", "split", "spread", "stole", "sworn":
		return past | common, 0

	case "secretary", "minister", "president", "chancellor", "premier", "governor", "mayor", "superintendent", "chair", "chairman", "chairwoman", "chairperson", "director", "commissioner", "ambassador", "ceo", "king", "queen", "pope", "principal", "sheriff", "speaker", "chief", "commander":
		return office, 0
	case "defense", "defence", "state", "foreign", "finance", "prime", "interior", "health", "education", "energy", "treasury", "trade", "justice", "labor", "labour", "agriculture", "commerce", "transport", "transportation", "environment", "culture", "war", "navy", "army", "managing", "executive", "housing", "economy", "economic", "industry", "police", "fire", "financial", "science", "climate", "digital", "infrastructure", "planning", "migration", "fisheries", "forestry", "tourism", "water", "home":
		return domain, 0
	case "general":
		return domain | common, 0
	case "former", "ex", "then", "deputy", "vice", "assistant", "acting", "under", "shadow", "associate", "junior", "outgoing", "future", "departing", "ousted", "interim":
		return notNow | common, 0
	case "newly", "incoming", "freshly", "new":
		return fresh | common, 0

	case "the", "and", "or", "but", "as", "if", "so", "that", "which", "who", "whom", "whose", "what", "when", "where", "while", "why", "how", "than",
		"it", "its", "he", "him", "his", "she", "her", "hers", "they", "them", "their", "we", "us", "our", "you", "your", "i", "me", "my", "these", "those", "there", "here",
		"be", "been", "being", "do", "does", "with", "about", "into", "onto", "over", "out", "up", "down", "off", "per", "via", "upon", "within", "amid", "among", "against", "along", "around", "across", "toward", "towards", "such", "like", "also", "just", "only", "very", "too", "still", "even", "yet", "again", "ever", "once", "because", "although", "though", "however", "whether", "unless", "more", "less", "much", "many", "few", "other", "another", "own", "same", "itself", "himself", "themselves", "etc", "mr", "mrs", "ms", "dr", "rather", "else", "now", "already", "almost", "quite", "perhaps", "meanwhile", "moreover", "furthermore", "therefore", "thus", "hence", "instead":
		return stop, 0

	case "ago", "make", "makes", "making", "take", "takes", "give", "gives", "get", "gets", "go", "goes", "come", "comes", "see", "say", "says", "saying", "know", "want", "wants", "use", "used", "uses", "using", "need", "needs", "needed", "keep", "let", "look", "looks", "looking", "help", "helps", "include", "includes", "including", "included", "added", "adding", "called", "tell", "tells", "ask", "asked", "asks", "work", "works", "working", "show", "shows", "seem", "think", "run", "runs", "bring", "hold", "holds", "provide", "ensure", "continue", "according",
		"people", "person", "man", "woman", "men", "women", "thing", "things", "way", "ways", "time", "times", "today", "part", "parts", "place", "world", "country", "countries", "nation", "nations", "number", "percent", "cent", "million", "billion", "thousand", "hundred", "amount", "group", "case", "point", "area", "areas", "side", "kind", "fact", "lot", "rest", "others", "official", "officials", "government", "company", "companies", "report", "reports", "statement", "news", "example", "result", "results", "order",
		"good", "better", "best", "great", "big", "large", "larger", "small", "smaller", "high", "higher", "low", "lower", "long", "longer", "short", "old", "older", "young", "important", "key", "main", "major", "recent", "recently", "current", "currently", "different", "several", "enough", "well", "back", "away", "far", "near", "close", "able", "available", "likely", "possible", "clear", "full", "free", "sure", "public", "local", "national", "international", "regional", "region", "strategic", "critical", "essential", "overall", "various", "together":
		return common, 0
	}
	switch {
	case strings.HasSuffix(w, "n't"):
		return denies | stop, 0
	case strings.HasSuffix(w, "'ll"):
		return will | stop, 0
	case strings.HasSuffix(w, "'ve"):
		return has | stop, 0
	case strings.HasSuffix(w, "'re"):
		return is | stop, 0
	}
	return 0, 0
}
