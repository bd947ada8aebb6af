package selection

// A role is what an English word does in a sentence, as far as its form
// tells. A word can have several.
type role uint32

const (
	function    role = 1 << iota // carries no topic
	numeral                      // written in figures
	he                           // he, she and their forms
	they                         // it, they and their forms
	self                         // I and its forms
	us                           // we and its forms
	you                          // you and its forms
	pointer                      // this, these, those, such
	that                         // points, or joins clauses
	auxiliary                    // is, has, will
	preposition                  // in, after
	article                      // the, a
	connective                   // however, but: joins the sentence to the one before
	counter                      // both, first, others: may stand for what was named before
	clock                        // week, Monday: "this week" points to no other word
	saying                       // said: gives a quotation its speaker
	verbal                       // has the form of a finite verb
	flourish                     // promises and says nothing
)

// roleOf returns the roles of an English word in small letters.
func roleOf(w string) role {
	if w[0] >= '0' && w[0] <= '9' {
		return numeral
	}
	switch w {
	case "the", "a", "an":
		return function | article
	case "this", "these", "those", "such":
		return function | pointer
	case "that":
		return function | that
	case "in", "of", "on", "at", "by", "for", "from", "with", "to", "into", "onto", "over", "under", "between",
		"among", "against", "during", "through", "throughout", "without", "within", "despite", "about", "above",
		"below", "across", "along", "around", "behind", "beside", "besides", "beyond", "near", "off", "per",
		"upon", "toward", "towards", "via", "than", "like", "unlike", "amid", "except", "after", "before",
		"until", "till", "since":
		return function | preposition
	case "and", "but", "or", "nor", "yet", "so", "however", "therefore", "thus", "hence", "moreover",
		"furthermore", "additionally", "also", "consequently", "accordingly", "nevertheless", "nonetheless",
		"meanwhile", "instead", "otherwise", "likewise", "similarly", "finally", "conversely", "too":
		return function | connective
	case "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "other", "others", "another", "rest",
		"former", "latter", "same", "last", "next", "both", "neither", "either", "one", "two", "three", "four",
		"five", "six", "some", "many", "most", "few", "several", "none", "half", "all", "each":
		return function | counter
	case "january", "february", "march", "april", "june", "july", "august", "september", "october",
		"november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"day", "days", "week", "weeks", "month", "months", "year", "years", "today", "tomorrow", "yesterday":
		return function | clock
	case "weekend", "morning", "afternoon", "evening", "night", "spring", "summer", "autumn", "fall", "winter",
		"quarter", "season", "decade", "century", "time":
		return clock
	case "said", "says", "say", "told", "tells", "added", "adds", "asked", "asks", "warned", "wrote", "writes",
		"argued", "argues", "explained", "insisted", "insists", "noted", "replied", "stated", "believes", "thinks":
		return function | saying | verbal
	}
	if r := pronoun(w); r != 0 {
		return function | r
	}
	if helper(w) {
		return function | auxiliary
	}
	if empty(w) {
		return function | finite(w)
	}
	if grand(w) {
		return flourish
	}
	return finite(w)
}

// pronoun returns the role of a personal pronoun.
func pronoun(w string) role {
	switch w {
	case "he", "she", "him", "his", "her", "hers", "himself", "herself", "he'd", "he'll", "she'd", "she'll":
		return he
	case "it", "its", "itself", "they", "them", "their", "theirs", "themselves", "it'd", "it'll", "they're",
		"they've", "they'd", "they'll":
		return they
	case "i", "me", "my", "mine", "myself", "i'm", "i've", "i'd", "i'll":
		return self
	case "we", "us", "our", "ours", "ourselves", "we're", "we've", "we'd", "we'll":
		return us
	case "you", "your", "yours", "yourself", "yourselves", "you're", "you've", "you'd", "you'll":
		return you
	}
	return 0
}

// helper reports whether w is an auxiliary verb.
func helper(w string) bool {
	switch w {
	case "is", "are", "was", "were", "be", "been", "being", "am", "has", "have", "had", "having", "do", "does",
		"did", "will", "would", "can", "could", "may", "might", "must", "shall", "should", "cannot", "ought",
		"isn't", "aren't", "wasn't", "weren't", "hasn't", "haven't", "hadn't", "don't", "doesn't", "didn't",
		"won't", "wouldn't", "can't", "couldn't", "mustn't", "shouldn't":
		return true
	}
	return false
}

// empty reports whether w, none of the words above, carries no topic.
func empty(w string) bool {
	switch w {
	case "who", "whom", "whose", "which", "what", "when", "where", "why", "how", "if", "as", "because", "while",
		"whether", "although", "though", "unless", "once", "there", "here", "then", "now", "not", "no", "more",
		"less", "least", "much", "very", "just", "only", "even", "still", "again", "ever", "never", "always",
		"often", "already", "almost", "any", "every", "own", "up", "down", "out", "back", "away", "later", "ago",
		"together", "well", "rather", "quite", "perhaps", "especially", "including", "include", "includes",
		"included", "mr", "mrs", "ms", "dr", "etc", "new", "yes", "soon", "make", "makes", "made", "making",
		"take", "takes", "took", "taken", "taking", "get", "gets", "got", "getting", "give", "gives", "gave",
		"given", "go", "goes", "went", "going", "come", "comes", "came", "put", "puts", "keep", "keeps", "kept",
		"let", "lets", "want", "wants", "wanted", "need", "needs", "needed", "use", "used", "uses", "using", "way",
		"ways", "thing", "things", "hours", "minutes", "percent", "number", "part", "end", "long", "good", "great",
		"big", "large", "small", "high", "low", "early", "late", "little", "lot", "seven", "eight", "nine", "ten",
		"eleven", "twelve", "twenty", "thirty", "hundred", "thousand", "million", "billion", "people", "mean",
		"means", "show", "shows", "showed", "according", "based", "nobody", "nothing", "everybody", "everything":
		return true
	}
	return false
}

// finite returns verbal if w looks like a finite verb: a past in -ed, or one
// of the frequent irregular forms.
func finite(w string) role {
	switch w {
	case "made", "took", "got", "gave", "went", "came", "put", "puts", "kept", "let", "get", "take", "make", "need",
		"met", "held", "fell", "rose", "saw", "set", "cut", "paid", "sent", "built", "bought", "sold", "lost",
		"won", "led", "left", "began", "ran", "grew", "drew", "drove", "spoke", "broke", "chose", "hit", "shut",
		"brought", "caught", "taught", "thought", "found", "felt", "meant", "spent", "stood", "struck", "swept",
		"threw", "knew", "became", "remain", "want", "hope", "plan", "fear", "face", "show", "keep", "go", "come",
		"makes", "takes", "gets", "gives", "goes", "comes", "keeps", "wants", "needs", "means", "shows", "sank",
		"hid", "rang", "split", "spread", "belongs", "remains", "includes", "include":
		return verbal
	}
	if n := len(w); n > 4 && w[n-2:] == "ed" {
		return verbal
	}
	return 0
}

// grand reports whether w promises and says nothing.
func grand(w string) bool {
	switch w {
	case "landscape", "landscapes", "multifaceted", "pivotal", "crucial", "crucially", "imperative", "overstated",
		"focal", "juncture", "trajectory", "holistic", "vital", "testament", "realm", "tapestry", "underscore",
		"underscores", "embark", "embarks", "navigate", "navigating", "leveraging", "fosters",
		"fostering", "seamless", "seamlessly", "evolving", "proactive", "actionable", "paramount", "unprecedented":
		return true
	}
	return false
}
