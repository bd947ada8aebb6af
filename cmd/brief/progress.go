package main

import (
	"fmt"
	"io"
	"time"
)

// A progress shows on a terminal how far long work has come: a single line
// that is written over. It is silent for the first half second, and where the
// stream is no terminal.
type progress struct {
	w     io.Writer // nil: silent
	what  string    // "profiles"
	total int
	start time.Time
	shown bool
}

func newProgress(w io.Writer, what string, total int) *progress {
	p := &progress{what: what, total: total, start: time.Now()}
	if total > 1 && isTerminal(w) {
		p.w = w
	}
	return p
}

// show says that n are done.
func (p *progress) show(n int) {
	if p.w == nil || time.Since(p.start) < time.Second/2 {
		return
	}
	fmt.Fprintf(p.w, "\r%d of %d %s\x1b[K", n, p.total, p.what)
	p.shown = true
}

// clear takes the line away, before anything else is written.
func (p *progress) clear() {
	if p.shown {
		fmt.Fprint(p.w, "\r\x1b[K")
		p.shown = false
	}
}
