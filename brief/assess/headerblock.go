package assess

import (
	"strings"

	"readahead/brief/doc"
)

// isHeaderBlock reports whether t is no table but the lines at the head of a
// letter or of minutes, a name and what it stands for in each: "Place: Quay
// house". The colons give it away.
func isHeaderBlock(t doc.Table) bool {
	if len(t.Header) != 2 {
		return false
	}
	for _, row := range append([][]doc.Text{t.Header}, t.Rows...) {
		if len(row) == 0 || !strings.HasSuffix(strings.TrimSpace(row[0].String()), ":") {
			return false
		}
	}
	return true
}

// headerLines returns the lines of a header block.
func headerLines(t doc.Table) []string {
	var out []string
	for _, row := range append([][]doc.Text{t.Header}, t.Rows...) {
		if len(row) == 2 {
			out = append(out, strings.TrimSpace(row[0].String())+" "+strings.TrimSpace(row[1].String()))
		}
	}
	return out
}
