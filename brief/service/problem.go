package service

import (
	"errors"
	"fmt"
	"strings"

	"readahead/brief/doc"
)

// A Problem is why a briefing could not be made.
type Problem struct {
	File    string `json:"file,omitempty"`
	Line    int    `json:"line,omitempty"`
	Message string `json:"message"`
	Hint    string `json:"hint,omitempty"`
}

func (p Problem) String() string {
	switch {
	case p.File == "":
		return p.Message
	case p.Line == 0:
		return p.File + ": " + p.Message
	}
	return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.Message)
}

// problemsOf returns what an error says, one for each of joined errors.
func problemsOf(err error) []Problem {
	var joined interface{ Unwrap() []error }
	var problem *doc.Error
	switch {
	case errors.As(err, &joined):
		var out []Problem
		for _, e := range joined.Unwrap() {
			out = append(out, problemsOf(e)...)
		}
		return out
	case errors.As(err, &problem):
		return []Problem{{problem.File, problem.Line, problem.Msg, problem.Hint}}
	}
	return []Problem{{Message: strings.TrimSpace(err.Error())}}
}
