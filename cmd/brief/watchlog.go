package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"readahead/brief/scan"
)

// A watchLog tells what a watcher does: a line for each event and, on a
// terminal, a last line of what is watched, which is written over.
type watchLog struct {
	std   streams
	json  bool
	quiet bool
	live  bool
	last  string // the live line
}

func newWatchLog(std streams, json, quiet bool) *watchLog {
	return &watchLog{std: std, json: json, quiet: quiet, live: !json && !quiet && isTerminal(std.err)}
}

// isTerminal reports whether somebody looks at w.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// A watchEvent is a line of brief watch --json.
type watchEvent struct {
	Time         string       `json:"time"`
	Event        string       `json:"event"` // built, unchanged, failed, gone
	Profile      string       `json:"profile"`
	Changes      []fileChange `json:"changes"`
	Milliseconds int64        `json:"milliseconds,omitempty"`
	Outcome      *outcome     `json:"outcome,omitempty"`
}

type fileChange struct {
	File string    `json:"file"`
	Kind scan.Kind `json:"kind"`
}

// built tells what became of a build. Good is when the profile was last built
// before, or zero.
func (l *watchLog) built(changes []scan.Change, took time.Duration, r outcome, good time.Time) {
	event := "built"
	switch {
	case !r.OK:
		event = "failed"
	case !r.Written:
		event = "unchanged"
	}
	now := time.Now()
	if l.json {
		l.event(watchEvent{
			Time: now.Format(time.RFC3339), Event: event, Profile: r.Profile, Changes: fileChanges(changes),
			Milliseconds: took.Milliseconds(), Outcome: &r,
		})
		return
	}
	l.clear()
	if !l.quiet {
		write(l.std.err, r.Warnings)
		write(l.std.err, r.Skipped)
	}
	write(l.std.err, r.Errors)
	if !l.quiet {
		line := fmt.Sprintf("%s  %s  %s", now.Format(time.TimeOnly), visible(r.Profile), l.told(event, took, r, good))
		if what := changed(changes); what != "" {
			line += " (" + what + ")"
		}
		fmt.Fprintln(l.std.out, line)
	}
}

func (l *watchLog) told(event string, took time.Duration, r outcome, good time.Time) string {
	switch {
	case event == "built" && r.Edition > 0:
		return fmt.Sprintf("built edition %d in %d ms: %s", r.Edition, took.Milliseconds(), r.content())
	case event == "built":
		return fmt.Sprintf("built in %d ms: %s", took.Milliseconds(), r.content())
	case event == "unchanged":
		return "unchanged"
	case good.IsZero():
		return "not built, see above"
	}
	return "not built, see above; the page of " + good.Format(time.TimeOnly) + " stays"
}

// gone tells that a profile's config is no longer there.
func (l *watchLog) gone(profile, file string) {
	now := time.Now()
	if l.json {
		l.event(watchEvent{
			Time: now.Format(time.RFC3339), Event: "gone", Profile: profile,
			Changes: []fileChange{{file, scan.Removed}},
		})
		return
	}
	l.clear()
	if !l.quiet {
		fmt.Fprintf(l.std.out, "%s  %s  its config is gone; its page stays\n", now.Format(time.TimeOnly), visible(profile))
	}
}

// watching shows how much is watched, and what waits to be mended.
func (l *watchLog) watching(profiles, files int, broken []string) {
	line := fmt.Sprintf("watching %s in %s; Ctrl-C ends", count(files, "file"), count(profiles, "profile"))
	if len(broken) > 0 {
		line = "not built until it is mended: " + strings.Join(broken, ", ") + "; " + line
	}
	if !l.live || line == l.last {
		return
	}
	fmt.Fprint(l.std.err, "\r\x1b[K"+line)
	l.last = line
}

// clear takes the live line away.
func (l *watchLog) clear() {
	if l.last != "" {
		fmt.Fprint(l.std.err, "\r\x1b[K")
		l.last = ""
	}
}

func (l *watchLog) event(e watchEvent) {
	line, err := json.Marshal(e)
	if err != nil {
		return // there is nothing in it that JSON has no form for
	}
	fmt.Fprintf(l.std.out, "%s\n", line)
}

func fileChanges(changes []scan.Change) []fileChange {
	out := []fileChange{}
	for _, c := range changes {
		out = append(out, fileChange{c.Path, c.Kind})
	}
	return out
}
