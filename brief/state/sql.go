package state

import (
	"strconv"
	"strings"
)

// numbered puts numbers after the question marks of a statement's part, from
// first+1.
func numbered(part string, first int) string {
	var b strings.Builder
	for i := range len(part) {
		b.WriteByte(part[i])
		if part[i] == '?' {
			first++
			b.WriteString(strconv.Itoa(first))
		}
	}
	return b.String()
}
