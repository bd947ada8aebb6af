package segment

import "strings"

// reach is how far, in bytes, a bracket may be from its counterpart. One that
// stays open longer is a slip of the pen and must not swallow the paragraph.
const reach = 400

// push notes the opening bracket at i. One that opens the sentence is not
// counted: its sentence ends inside the brackets.
func (r *reader) push(i int) {
	if i == r.start || i+1 < len(r.s) && r.s[i+1] == ' ' {
		return
	}
	if r.depth == 0 || i > r.limit {
		r.depth, r.limit = 0, i+reach
	}
	r.depth++
}

// close notes the closing bracket at i and returns where to read on.
func (r *reader) close(i int) int {
	if at, ok := r.item(i); ok {
		return r.cut(at)
	}
	r.depth = max(0, r.depth-1)
	return i + 1
}

// inside reports whether position k is inside a bracket that was opened in the
// middle of the sentence: no sentence ends there. depth is that of the
// brackets at k.
func (r *reader) inside(k, depth int) bool {
	if depth == 0 {
		return false
	}
	if r.closeAt < k {
		r.closeAt = min(k+reach, len(r.s))
		for p := k; p < r.closeAt; p++ {
			if c := r.s[p]; c == ')' || c == ']' ||
				c == 0xE3 && (strings.HasPrefix(r.s[p:], "」") || strings.HasPrefix(r.s[p:], "』")) ||
				c == 0xEF && strings.HasPrefix(r.s[p:], "）") {
				r.closeAt = p
			}
		}
	}
	return r.closeAt < min(r.limit, len(r.s))
}
