package schedule

import (
	"iter"
	"math"
	"time"
)

// A span is a stretch of instants, in seconds since 1970, in which clocks of a
// zone differ from UTC by one offset.
type span struct {
	start, end int64 // half-open
	offset     int64 // seconds east of UTC
}

// spanAt returns the span of the zone that the instant is in.
func spanAt(zone *time.Location, instant int64) span {
	const forever = math.MaxInt64 / 2 // room to add an offset
	t := time.Unix(instant, 0).In(zone)
	_, offset := t.Zone()
	s := span{-forever, forever, int64(offset)}
	start, end := t.ZoneBounds()
	if !start.IsZero() {
		s.start = start.Unix()
	}
	if !end.IsZero() {
		s.end = end.Unix()
	}
	if s.end <= instant {
		// Of years to come Go (1.26) takes each to have 365 days, and spans
		// to end with them. What is left is the last day of a leap year.
		day, _ := divide(instant, daySeconds)
		s.end = (day + 1) * daySeconds
	}
	return s
}

// maxOffset is more than clocks anywhere ever differed from UTC, in seconds.
const maxOffset = 36 * 60 * 60

// slots returns the slots after the instant, in order, without end.
func (p *Plan) slots(after time.Time) iter.Seq[time.Time] {
	return func(yield func(time.Time) bool) {
		if p.spec == nil {
			return
		}
		last := after.Unix()
		wall := last + spanAt(p.zone, last).offset
		// The time shown at an instant may have been shown before, in another
		// span, which is therefore looked for from further back.
		s := spanAt(p.zone, wall-maxOffset)
		for {
			var ok bool
			if wall, ok = nextWall(p.spec, wall); !ok {
				return
			}
			// The first span in which clocks get as far as wall is the one
			// that shows it, or begins by leaving it out.
			for wall >= s.end+s.offset {
				s = spanAt(p.zone, s.end)
			}
			slot := max(wall-s.offset, s.start)
			if slot <= last {
				continue // one with the slot before, or shown a second time
			}
			last = slot
			if !yield(time.Unix(slot, 0).In(p.zone)) {
				return
			}
		}
	}
}
