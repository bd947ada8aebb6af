package assess

import "strings"

// A head is what the header of a column says of it.
type head uint16

const (
	actionHead   head = 1 << iota // what is to be done
	detailHead                    // more about it
	ownerHead                     // who does it
	dueHead                       // until when
	statusHead                    // how far it is
	labelHead                     // name of an undertaking
	expectedHead                  // what was to come
	actualHead                    // what came
	numberHead                    // number or code of the row
	weakHead                      // in other tables the word means something else
)

// readHead reads the words of a header cell.
func readHead(s string) head {
	s = strings.ToLower(strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r > 127)
	}), " "))
	if h := wholeHead(s); h != 0 {
		return h
	}
	var h head
	words := strings.Fields(s)
	if len(words) > 6 {
		return 0
	}
	for i, w := range words {
		h |= wordHead(w)
		if i+1 < len(words) {
			h |= pairHead(w + " " + words[i+1])
		}
	}
	switch {
	case h != 0 || len(words) < 2:
	case words[0] == "to": // "to arrange"
		return actionHead
	case words[len(words)-1] == "by": // "seen to by"
		return ownerHead | weakHead
	}
	if h&actualHead != 0 && h&expectedHead == 0 {
		return actualHead
	}
	return h
}

// wholeHead knows short headers whose words mean something else in longer ones.
func wholeHead(s string) head {
	switch s {
	case "what", "to do", "todo", "to dos", "todos", "open", "open points", "open questions", "homework", "next":
		return actionHead
	case "who", "by whom", "lead":
		return ownerHead
	case "", "no", "nr", "nº", "n", "id", "ref", "reference", "code", "key", "item", "item no", "s no", "sr no", "number", "action no", "task no", "action id", "task id":
		return numberHead
	case "name", "person", "contact", "office", "body", "unit", "team", "group", "helper":
		return ownerHead | weakHead
	case "until", "till", "before", "by when":
		return dueHead
	case "by", "when", "date", "day", "end", "latest", "timing", "time", "month", "week", "quarter", "term":
		return dueHead | weakHead
	case "result", "results", "reached", "so far", "to date":
		return actualHead
	case "target":
		return dueHead | weakHead | expectedHead
	case "done", "state", "now", "ready", "ok", "how far", "where it stands":
		return statusHead
	case "how", "why", "about", "text", "what for", "what it means", "meaning":
		return detailHead
	}
	return 0
}

// wordHead knows words of headers.
func wordHead(w string) head {
	switch w {
	case "action", "actions", "step", "steps", "task", "tasks", "todo", "priorities", "assignment", "assignments", "commitment", "commitments", "deliverable", "deliverables", "recommendation", "recommendations", "duty", "duties", "chore", "chores", "errand", "errands", "obligation", "obligations", "undertaking", "undertakings":
		return actionHead
	case "job", "jobs", "measure", "measures", "activity", "activities", "milestone", "milestones", "request", "requests", "work":
		return actionHead | weakHead
	case "component", "components", "initiative", "initiatives", "element", "elements", "pillar", "pillars", "programme", "programmes", "program", "programs", "workstream", "workstreams", "strand", "strands", "track", "tracks", "project", "projects", "strategy", "strategies", "effort", "efforts", "area", "areas", "focus", "theme", "themes", "objective", "objectives", "goal", "goals", "priority":
		return labelHead
	case "description", "descriptions", "detail", "details", "note", "notes", "remark", "remarks", "comment", "comments", "explanation", "scope", "content", "summary", "approach":
		return detailHead
	case "responsible", "responsibility", "owner", "owners", "volunteer", "volunteers", "assigned", "assignee", "poc", "accountable", "coordinator", "leader":
		return ownerHead
	case "agency", "department", "ministry", "person", "office", "team":
		return ownerHead | weakHead
	case "due", "deadline", "deadlines", "timeline", "timeframe", "schedule":
		return dueHead
	case "status", "progress", "completed", "completion", "stage":
		return statusHead
	case "anticipated", "expected", "planned", "intended", "projected", "forecast", "target", "targeted", "hoped", "promised", "desired", "budgeted":
		return expectedHead
	case "actual", "achieved", "observed", "realised", "realized", "delivered", "attained", "measured":
		return actualHead
	}
	return 0
}

// pairHead knows pairs of words of headers.
func pairHead(w string) head {
	switch w {
	case "in charge", "carried out", "lead agency", "lead office", "point person", "done by", "assigned to", "looked after", "taken on", "taken by", "seen to", "falls to", "up to":
		return ownerHead
	case "later than", "finish by", "complete by", "completed by", "done before", "due by", "finished by", "ready by", "target date", "time limit", "end date", "due date", "by when", "close by":
		return dueHead
	case "to do", "action item", "next step", "next steps", "follow up", "open point", "open item":
		return actionHead
	}
	return 0
}
