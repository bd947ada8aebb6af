// Package schedule says when a briefing is made again: which slots a cron
// expression has in a time zone, which of those that passed are still to be
// kept, and when in a day work may begin.
//
// A slot is a time that clocks in the zone show, such as 02:30 on 30 March.
// It comes at the first instant at which they show that time or a later one.
// So each slot comes once, whatever is done to the clocks: where they are put
// forward over it, as soon as they have been; where they are put back and show
// it again, the first time only. Slots that come at the same instant, of which
// a cron of every minute has sixty when an hour is left out, are one. In an
// hour that comes twice a cron of every hour therefore has one slot: whoever
// wants every hour that elapses takes the zone UTC.
//
// All functions are pure; the time of day is passed in. Start with [New].
package schedule

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"time"

	"github.com/robfig/cron/v3"

	"readahead/brief/doc"
	"readahead/brief/profile"
)

// A Plan is a schedule that was found to make sense. It does not change and
// can be used by many at once.
type Plan struct {
	schedule profile.Schedule
	zone     *time.Location
	spec     *cron.SpecSchedule // nil: no slots
	quiet    []bool             // of each minute of a week as clocks show it, from Sunday 00:00; nil: none
}

// New returns the plan for the schedule. The error is a [*doc.Error] without a
// place.
func New(s profile.Schedule) (*Plan, error) {
	p := &Plan{schedule: s, zone: s.Zone}
	if p.zone == nil {
		p.zone = time.Local
	}
	var err error
	if s.Cron != "" {
		if p.spec, err = parse(s.Cron); err != nil {
			return nil, err
		}
	} else if s.OnlySlots {
		return nil, &doc.Error{Msg: "a briefing without slots that is left alone on changes is never made", Hint: "give it a cron, or let changes count"}
	}
	if p.quiet, err = quietWeek(s.Quiet); err != nil {
		return nil, err
	}
	switch s.CatchUp {
	case profile.CatchUpLatest, profile.CatchUpSkip, profile.CatchUpAll:
	default:
		return nil, &doc.Error{Msg: fmt.Sprintf("%q is no way to catch up", s.CatchUp)}
	}
	if s.AtMostEvery < 0 || s.Jitter < 0 {
		return nil, &doc.Error{Msg: "a time to wait is less than nothing"}
	}
	return p, nil
}

// String tells the slots, as in "0 7 * * 1-5 Europe/Berlin".
func (p *Plan) String() string {
	switch {
	case p.spec == nil:
		return "on change"
	case p.zone == time.Local:
		return p.schedule.Cron + " local time"
	}
	return p.schedule.Cron + " " + p.zone.String()
}

// Next returns the first slot after the instant, and false if there are no
// slots.
func (p *Plan) Next(after time.Time) (time.Time, bool) {
	for slot := range p.slots(after) {
		return slot, true
	}
	return time.Time{}, false
}

// Start returns when work for the slot of the profile may begin: later by the
// jitter, which is always the same for a profile and a slot, and out of quiet
// hours.
func (p *Plan) Start(profileName string, slot time.Time) time.Time {
	if p.schedule.Jitter > 0 {
		sum := sha256.Sum256(binary.BigEndian.AppendUint64([]byte(profileName), uint64(slot.Unix())))
		late := binary.BigEndian.Uint64(sum[:]) % uint64(p.schedule.Jitter)
		slot = slot.Add(time.Duration(late).Truncate(time.Second)) // whole seconds are easier to read in a log
	}
	return p.Open(slot)
}

// After returns when work for a change may begin: not sooner than AtMostEvery
// after the last publication (the zero time where there was none), and out of
// quiet hours.
func (p *Plan) After(change, lastPublished time.Time) time.Time {
	if rested := lastPublished.Add(p.schedule.AtMostEvery); !lastPublished.IsZero() && rested.After(change) {
		change = rested
	}
	return p.Open(change)
}
