package assess

// Traits say of a word, and of the sentence that has it, which rules it may
// concern, so that the others need not look at its words.
type trait uint8

const (
	supposes trait = 1 << iota // "if", "usually", "you": no statement about a certain time
	ofItself                   // "article": with "we" beside it, the text speaks of itself
	speaker                    // "we"
	changes                    // "rose", "fell"
	answers                    // "rejected": see answer
	turning                    // "called", "withdrew": see turn
	places                     // "held", "takes": see venue
	follows                    // "succeeded", "over": see followed
)

// traitOf returns the traits of a word in lower case with the given stem.
func traitOf(w, stem string) trait {
	var t trait
	switch w {
	case "if", "unless", "whenever", "usually", "often", "typically", "always", "you", "your", "you'll", "you're":
		t = supposes
	case "post", "article", "guide", "tutorial", "blog", "chapter":
		t = ofItself
	case "we", "we'll", "i'll":
		t = speaker
	case "held", "takes", "take", "took", "meets", "gathers", "convenes":
		t = places
	case "succeeded", "succeeds", "replaced", "replaces", "over":
		t = follows
	}
	if stem == "rise" || stem == "fall" {
		t |= changes
	}
	if turns(w) {
		t |= answers
	}
	if turnOf(w, "off") != noTurn {
		t |= turning
	}
	return t
}

// general reports whether the sentence is no statement about a certain time:
// it says what would happen if something else did, or what usually does, or
// speaks to the reader, or of the text that it stands in.
func (r *reading) general() bool {
	return r.traits&supposes != 0 || r.traits&(ofItself|speaker) == ofItself|speaker
}
