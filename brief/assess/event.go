package assess

// An event is a set of kinds of things that happen once to what they happen
// to, so that two sources that date one differently contradict each other.
type event uint32

const (
	built event = 1 << iota
	fitted
	opened
	founded
	ruined
	closed
	bought
	sold
	died
	born
	signed
	chosen
	harmed
	forced
	decided
	published
	inspected
	departed
	arrived
	discovered
	reopened
)

// eventOf returns the kinds of event that the verb form tells of. "Date", as in
// "dates from", tells of several.
func eventOf(w string) event {
	switch w {
	case "built", "constructed", "erected", "completed", "finished":
		return built
	case "dates", "dating", "dated":
		return built | fitted
	case "installed", "fitted", "replaced", "renewed", "mounted", "laid":
		return fitted
	case "opened", "opens", "open", "inaugurated":
		return opened
	case "reopened", "reopens", "reopen":
		return reopened
	case "founded", "established", "created", "formed", "launched":
		return founded
	case "burned", "burnt", "destroyed", "collapsed", "demolished", "razed", "wrecked":
		return ruined
	case "closed", "closes", "close", "shut", "shuts":
		return closed
	case "bought", "purchased", "acquired":
		return bought
	case "sold":
		return sold
	case "died", "dies", "killed", "drowned":
		return died
	case "born":
		return born
	case "signed", "sign", "signs", "concluded", "ratified":
		return signed
	case "elected", "appointed", "hired":
		return chosen
	case "damaged", "tripped", "failed", "struck", "broke", "broken", "severed", "hit", "ruptured", "crashed", "exploded":
		return harmed
	case "forced", "robbed", "stolen", "stole":
		return forced
	case "vote", "votes", "voted", "decide", "decides", "decided", "rule", "ruled", "approved", "approve", "adopted", "passed":
		return decided
	case "published", "publish", "publishes", "released", "issued":
		return published
	case "inspected", "inspect", "inspects", "serviced", "tested":
		return inspected
	case "departed", "sailed", "sail", "sails", "departs", "depart":
		return departed
	case "arrived", "arrives", "arrive", "docked", "landed":
		return arrived
	case "discovered", "detected":
		return discovered
	}
	return 0
}

// eventBefore returns the kinds of event that the nearest verb before word i
// tells of, if it is near.
func (c *corpus) eventBefore(r *reading, i int) event {
	for k := i - 1; k >= max(0, i-7); k-- {
		t := c.text(r.words[k])
		if t == "put" && k+2 < i && c.text(r.words[k+1]) == "in" {
			return fitted
		}
		if e := eventOf(t); e != 0 {
			return e
		}
		if c.is(r.words[k], is|was|has|will|would) {
			return 0 // its verb, which comes after it, is none
		}
	}
	return 0
}
