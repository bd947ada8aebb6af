package brief

import "readahead/brief/doc"

// Lost returns why a briefing should not take the place of an earlier one: a
// source of that one is still there and cannot be used any more. Whoever
// damaged it is about to mend it, and until then the earlier page says more.
// It returns nil if there is no such source, or no earlier briefing.
func (p *Prepared) Lost(before *Sidecar) *doc.Error {
	if before == nil {
		return nil
	}
	used := make(map[string]bool, len(before.Sources))
	for _, s := range before.Sources {
		used[s.File] = true
	}
	for _, e := range p.Skipped {
		if used[e.File] {
			return &doc.Error{File: e.File, Line: e.Line, Msg: e.Msg, Hint: "mend it or take it away; until then the last page stays"}
		}
	}
	return nil
}
