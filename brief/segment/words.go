package segment

// isStarter reports whether a capital on w shows that a sentence begins: w is
// a word that names and titles seldom begin with.
func isStarter(w string) bool {
	switch w {
	case "The", "This", "That", "These", "Those", "A", "An",
		"It", "Its", "It's", "It’s", "He", "His", "She", "Her", "They", "Their", "We", "We're", "We’re", "Our",
		"You", "Your", "I", "I'm", "I’m", "My", "There", "Here", "That's", "That’s", "There's", "There’s",
		"They're", "They’re", "He's", "He’s", "She's", "She’s", "You're", "You’re",
		"In", "On", "At", "By", "For", "From", "With", "Without", "During", "Over", "To", "Of",
		"Despite", "According", "Among", "Along", "Between", "About", "Through", "Throughout", "Within", "Against", "Unlike",
		"As", "When", "While", "Where", "What", "Who", "Why", "How", "If", "Although", "Though", "Because", "Since",
		"Before", "After", "Until", "Once", "Whether", "Unless",
		"But", "And", "Or", "So", "Yet", "Nor", "Then", "Also", "However", "Meanwhile", "Moreover", "Furthermore",
		"Still", "Instead", "Thus", "Therefore", "Nevertheless", "Nonetheless", "Otherwise", "Earlier", "Later", "Now",
		"Perhaps", "Maybe", "Finally", "Afterwards", "Today", "Yesterday", "Tomorrow", "Together", "Overall", "Additionally",
		"Consequently",
		"More", "Most", "Many", "Some", "Several", "Few", "Both", "Each", "Every", "Neither", "Either", "Not", "Such",
		"Another", "Other", "Others", "One", "Two", "Three", "All", "Only", "Even", "Just", "Did", "Does", "Yes",
		"Please", "Let", "Let's", "Let’s":
		return true
	}
	return false
}

// isSurname reports whether the starter w, with rest behind it, is rather the
// surname after an initial: "J. He, K. So".
func isSurname(w, rest string) bool {
	switch w {
	case "He", "So", "An", "You", "She", "We", "Her", "Few", "Yet", "Now", "Just", "Most", "More", "Only", "Let", "All":
		return len(rest) > 0 && rest[0] != ' '
	case "Will", "May":
		return true
	}
	return false
}

// isVerb reports whether w is a finite verb that often has no other reading,
// the second word of many sentences.
func isVerb(w string) bool {
	switch w {
	case "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must",
		"should", "shall", "do", "does", "did", "said", "says", "say", "told", "isn't", "isn’t", "won't", "won’t",
		"don't", "don’t", "can't", "can’t", "didn't", "didn’t", "rose", "fell", "took", "made", "went", "came",
		"began", "won", "lost", "became", "gave", "saw", "knew", "thought", "found", "kept", "met", "wants", "needs":
		return true
	}
	return false
}

// isSpeechVerb reports whether w reports speech.
func isSpeechVerb(w string) bool {
	switch w {
	case "said", "says", "asked", "asks", "told", "added", "adds", "wrote", "writes", "replied", "tweeted", "shouted",
		"recalled", "wondered", "exclaimed", "joked", "answered", "continued", "posted", "noted", "explained":
		return true
	}
	return false
}

// isPreposition reports whether a sentence that begins with w may begin with a
// time of day.
func isPreposition(w string) bool {
	switch w {
	case "At", "By", "On", "Around", "About", "Before", "After", "From", "Until", "Since", "Between", "Every", "Just":
		return true
	}
	return false
}

// isDay reports whether w is a weekday or a month, which may follow a time.
func isDay(w string) bool {
	switch w {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Mondays", "Tuesdays",
		"Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays", "Mon", "Tue", "Tues", "Wed", "Thu", "Thur",
		"Thurs", "Fri", "Sat", "Sun", "January", "February", "March", "April", "May", "June", "July", "August",
		"September", "October", "November", "December", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep",
		"Oct", "Nov", "Dec":
		return true
	}
	return false
}

// isTimeZone reports whether w names a time zone, which may follow a time.
func isTimeZone(w string) bool {
	switch w {
	case "ET", "EST", "EDT", "CT", "CST", "CDT", "MT", "MST", "MDT", "PT", "PST", "PDT", "GMT", "UTC", "BST", "CET",
		"CEST", "EET", "EEST", "JST", "IST", "AEST", "Eastern", "Central", "Mountain", "Pacific", "Greenwich":
		return true
	}
	return false
}

// isGermanMonth reports whether w is what an ordinal number, which has a full
// stop in German, stands before.
func isGermanMonth(w string) bool {
	switch w {
	case "Januar", "Jänner", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
		"November", "Dezember", "Jahrhundert", "Jahrhunderts":
		return true
	}
	return false
}

// isInstitution reports whether a name that begins with that of a country may
// go on with w: "U.S. Senate".
func isInstitution(w string) bool {
	switch w {
	case "Government", "Administration", "Department", "State", "States", "Congress", "Senate", "House", "Supreme",
		"Court", "District", "Circuit", "Attorney", "President", "Vice", "Secretary", "Ambassador", "Embassy", "Mission",
		"Army", "Navy", "Marine", "Marines", "Air", "Space", "Coast", "Military", "Forces", "Fleet", "Defense", "Defence",
		"Treasury", "Federal", "Fed", "Central", "Bank", "Customs", "Border", "Census", "Postal", "Geological", "Food",
		"Capitol", "Constitution", "Code", "Open", "Olympic", "National", "General", "Security", "Charter", "Council",
		"Parliament", "Commission", "Virgin", "Gulf", "East", "West", "North", "South", "Pacific", "Atlantic", "Midwest",
		"Northeast", "Southeast", "Northwest", "Southwest", "Representative", "Representatives", "Senator", "Dollar",
		"Bureau", "Agency", "Office", "Trade", "Energy", "Justice", "Labor", "Police", "Mayor":
		return true
	}
	return false
}

// isPart reports whether w names a part of a document, whose number a full
// stop follows: "Section 2. Definitions".
func isPart(w string) bool {
	switch w {
	case "Section", "Article", "Chapter", "Part", "Annex", "Appendix", "Table", "Figure", "Step", "Rule", "Phase",
		"Question", "Item", "Tip", "Day", "Lesson", "Exhibit", "Schedule", "SECTION", "ARTICLE", "CHAPTER", "PART":
		return true
	}
	return false
}

// isExclaimedName reports whether w is a name that an exclamation mark ends.
func isExclaimedName(w string) bool {
	switch w {
	case "Yahoo", "Yum", "Jeopardy", "E", "Wham", "Panic", "Jumbo", "Chips":
		return true
	}
	return false
}
