package brief

import (
	"path/filepath"
	"strings"

	"readahead/brief/doc"
)

// Lost returns why a briefing should not take the place of an earlier one: a
// source of that one is still there and cannot be used any more, or the
// folder that it was in is away or empty. Whoever damaged it is about to mend
// it, a disk is about to come back, and until then the earlier page says more.
// It returns nil if there is no such source, or no earlier briefing.
func (p *Prepared) Lost(before *Sidecar) *doc.Error {
	if before == nil {
		return nil
	}
	for _, e := range p.Skipped {
		folder := strings.TrimSuffix(filepath.ToSlash(e.File), "/") + "/"
		for _, s := range before.Sources {
			if !s.Gone && (s.File == e.File || strings.HasPrefix(filepath.ToSlash(s.File), folder)) {
				return &doc.Error{File: e.File, Line: e.Line, Msg: e.Msg, Hint: "mend it or take it away, a folder out of the config; until then the last page stays"}
			}
		}
	}
	return nil
}
