package doc

import "fmt"

// An Error is a problem in an input that its owner can fix.
type Error struct {
	File string
	Line int    // from 1; 0 if the problem is the file's as a whole
	Msg  string // what is wrong: "table row has 4 cells, header has 3"
	Hint string // what to do about it, or empty
}

func (e *Error) Error() string {
	if e.Line > 0 {
		return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Msg)
	}
	if e.File == "" {
		return e.Msg
	}
	return fmt.Sprintf("%s: %s", e.File, e.Msg)
}
