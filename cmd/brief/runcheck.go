package main

import (
	"fmt"
	"io"
	"os"
	"text/tabwriter"
	"time"

	"readahead/brief/schedule"
	"readahead/config"
)

// slotsShown is how many slots of a profile brief run --check prints.
const slotsShown = 10

// A timetable is what brief run --check prints of a profile.
type timetable struct {
	Profile  string    `json:"profile"`
	Schedule string    `json:"schedule"` // "" without slots
	OnChange bool      `json:"on_change"`
	Slots    []slot    `json:"slots"`
	Errors   []message `json:"errors"`
}

// A slot is when a briefing is due, and when it is made, which quiet hours and
// jitter may put off.
type slot struct {
	At   time.Time `json:"at"`
	Made time.Time `json:"made"`
}

// runCheck prints when the profiles are made next.
func runCheck(std streams, o runOptions) error {
	files := []string{o.place.config}
	if info, err := os.Stat(o.place.config); err == nil && info.IsDir() {
		if files, err = config.Find(o.place.config); err != nil {
			return err
		}
	}
	out := []timetable{}
	wrong := false
	for _, file := range files {
		t := timetableOf(file, time.Now())
		wrong = wrong || len(t.Errors) > 0
		write(std.err, t.Errors)
		out = append(out, t)
	}
	if o.json {
		if err := writeJSON(std.out, out); err != nil {
			return err
		}
	} else {
		printTimetables(std.out, out)
	}
	if wrong {
		return errReported
	}
	return nil
}

func timetableOf(file string, now time.Time) timetable {
	t := timetable{Profile: config.Name(file), Slots: []slot{}, Errors: []message{}}
	p, err := config.Load(file)
	if err != nil {
		t.Errors = messages(err)
		return t
	}
	plan, err := schedule.New(p.Schedule)
	if err != nil {
		t.Errors = messages(err)
		return t
	}
	t.OnChange = !p.Schedule.OnlySlots
	if p.Schedule.Cron != "" {
		t.Schedule = plan.String()
	}
	for range slotsShown {
		next, ok := plan.Next(now)
		if !ok {
			break
		}
		t.Slots = append(t.Slots, slot{next, plan.Start(p.Name, next)})
		now = next
	}
	return t
}

func printTimetables(w io.Writer, all []timetable) {
	for _, t := range all {
		if len(t.Errors) > 0 {
			continue
		}
		when := "on change"
		switch {
		case t.Schedule != "" && t.OnChange:
			when = t.Schedule + ", and on change"
		case t.Schedule != "":
			when = t.Schedule
		}
		fmt.Fprintf(w, "%s  %s\n", visible(t.Profile), when)
		table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
		for _, s := range t.Slots {
			line := "  " + s.At.Format("Mon 2006-01-02 15:04 -07:00")
			if !s.Made.Equal(s.At) {
				line += "\tmade at " + s.Made.Format("Mon 2006-01-02 15:04:05 -07:00")
			}
			fmt.Fprintln(table, line)
		}
		table.Flush()
	}
}
