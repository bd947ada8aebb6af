package schedule

import (
	"slices"
	"time"

	"readahead/brief/profile"
)

// Grace is how late a slot can be and still be on time: a restart or a busy
// minute is no reason to catch up.
const Grace = 5 * time.Minute

// maxKept is how many slots are kept at a time. Who asked for all of them and
// was away for a year does not want half a million briefings.
const maxKept = 1000

// memory is how far back slots are looked at.
const memory = 10 * 366 * 24 * time.Hour

// Due is what is to be done about slots that have come.
type Due struct {
	Keep    []time.Time // in order
	Skipped int         // how many others came, as far as ten years back
	Next    time.Time   // the first that is yet to come; zero if the plan has no slots
}

// Due sorts the slots from next, the first that nobody has seen to, up to now.
// Catching up on the latest keeps the last one, on all every one but no more
// than the newest thousand; skipping keeps those that are on time.
//
// If now is before next, as when a clock was put right, nothing is due, and
// slots before next do not come again. If next is no slot of the plan, which
// may have been changed, the slots after it count.
func (p *Plan) Due(next, now time.Time) Due {
	if oldest := now.Add(-memory); next.Before(oldest) {
		next = oldest
	}
	most := maxKept
	if p.schedule.CatchUp == profile.CatchUpLatest {
		most = 1
	}
	var d Due
	n := 0 // to be kept so far; the newest are in d.Keep, the n-th at n modulo most
	for slot := range p.slots(next.Add(-1)) {
		switch {
		case slot.After(now):
			d.Next = slot
			if n > most {
				d.Skipped += n - most
				d.Keep = slices.Concat(d.Keep[n%most:], d.Keep[:n%most])
			}
			return d
		case p.schedule.CatchUp == profile.CatchUpSkip && now.Sub(slot) > Grace:
			d.Skipped++
			continue
		case n < most:
			d.Keep = append(d.Keep, slot)
		default:
			d.Keep[n%most] = slot
		}
		n++
	}
	return d // no slots
}
