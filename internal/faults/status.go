package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"time"

	"readahead/brief/queue"
	"readahead/brief/service"
)

// status asks how things stand.
func (w *world) status(ctx context.Context) (service.Status, error) {
	return w.statusOf(ctx, w.place)
}

func (w *world) statusOf(ctx context.Context, place string) (service.Status, error) {
	var s service.Status
	out, err := w.brief(ctx, append([]string{"status", "--json", "-c", w.path("profiles")}, placeFlags(place)...)...)
	if jerr := json.Unmarshal([]byte(out), &s); jerr != nil {
		if err == nil {
			err = jerr
		}
		return s, err
	}
	return s, nil // the exit status says that something needs a hand
}

// restless says why a service is not quiet; "": it is.
func restless(s service.Status) string {
	for _, p := range s.Profiles {
		switch {
		case p.Behind:
			return p.Profile + " is behind"
		case len(p.Problems) > 0:
			return fmt.Sprintf("%s has a problem: %s", p.Profile, p.Problems[0])
		case p.Edition == 0:
			return p.Profile + " has no edition"
		}
	}
	if n := len(s.Unsent); n > 0 {
		return fmt.Sprintf("%d notices are not told, one of %s: %s", n, s.Unsent[0].Profile, s.Unsent[0].Problem)
	}
	for kind, states := range s.Jobs {
		for _, st := range []queue.State{queue.Waiting, queue.Running, queue.Retrying} {
			if states[st] > 0 {
				return fmt.Sprintf("%d jobs of kind %s are %s", states[st], kind, st)
			}
		}
	}
	return ""
}

// quiet waits until all that was changed is built and told. A last change of
// the sentinel, once it is published, says that everything was looked at
// after all other changes.
func (w *world) quiet(ctx context.Context, limit time.Duration) (time.Duration, error) {
	start := time.Now()
	mark := fmt.Sprintf("berth %d of the sentinel", start.UnixNano())
	text := "2 March 2031\n\nThe crane at " + mark + " was painted.\n"
	if err := save(w.path("seeds", sentinel, "a.md"), text); err != nil {
		return 0, err
	}
	why := "the sentinel is not published"
	seen := time.Time{}
	for time.Since(start) < limit {
		if !pause(ctx, 500*time.Millisecond) {
			return 0, ctx.Err()
		}
		if data, err := os.ReadFile(w.path("out", sentinel+".json")); err != nil || !strings.Contains(string(data), mark) {
			continue
		}
		s, err := w.status(ctx)
		if err != nil {
			why = err.Error()
			continue
		}
		why = restless(s)
		switch {
		case why != "":
			seen = time.Time{}
		case seen.IsZero():
			seen = time.Now()
		case time.Since(seen) > 4*time.Second: // what changed last is looked at twice
			return time.Since(start), nil
		}
	}
	w.breaks("not quiet after %v: %s", limit, why)
	return limit, nil
}
