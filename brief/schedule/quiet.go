package schedule

import (
	"fmt"
	"slices"
	"time"

	"readahead/brief/doc"
	"readahead/brief/profile"
)

const (
	dayMinutes  = 24 * 60
	weekMinutes = 7 * dayMinutes
)

// quietWeek returns for each minute of a week from Sunday whether it is quiet.
func quietWeek(spans []profile.Quiet) ([]bool, error) {
	if len(spans) == 0 {
		return nil, nil
	}
	week := make([]bool, weekMinutes)
	for _, q := range spans {
		if q.From < 0 || q.From >= dayMinutes || q.To < 0 || q.To > dayMinutes || q.To == q.From {
			return nil, &doc.Error{
				Msg:  fmt.Sprintf("quiet hours cannot be from %s to %s", clockTime(q.From), clockTime(q.To)),
				Hint: "00:00-24:00 is a whole day, 22:00-06:00 ends on the next one",
			}
		}
		length := q.To - q.From
		if length < 0 {
			length += dayMinutes
		}
		for day, begins := range q.Days {
			if begins || q.Days == [7]bool{} {
				for m := range length {
					week[(day*dayMinutes+q.From+m)%weekMinutes] = true
				}
			}
		}
	}
	if !slices.Contains(week, false) {
		return nil, &doc.Error{Msg: "the quiet hours fill the week, so that nothing could ever be made", Hint: "leave some time in which a briefing may be made"}
	}
	return week, nil
}

func clockTime(minutes int) string { return fmt.Sprintf("%02d:%02d", minutes/60, minutes%60) }

// Open returns t, or the end of the quiet hours that it falls into. It is
// quiet whenever clocks show quiet hours: where they are put back to show them
// again, it is so again.
func (p *Plan) Open(t time.Time) time.Time {
	if p.quiet == nil {
		return t
	}
	for {
		s := spanAt(p.zone, t.Unix())
		day, second := divide(t.Unix()+s.offset, daySeconds)
		_, weekday := divide(day+4, 7)
		minute := int(weekday*dayMinutes + second/minuteSeconds)
		if !p.quiet[minute] {
			return t
		}
		wait := 1
		for p.quiet[(minute+wait)%weekMinutes] {
			wait++
		}
		open := wallTime(day, 0, second/minuteSeconds+int64(wait)) - s.offset
		if open >= s.end {
			open = s.end // and see what clocks show then
		}
		t = time.Unix(open, 0).In(p.zone)
		if open < s.end {
			return t
		}
	}
}
