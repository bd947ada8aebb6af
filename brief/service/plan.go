package service

import (
	"encoding/json"
	"time"

	"readahead/brief/profile"
	"readahead/brief/schedule"
)

// plan is a schedule as the state keeps it: who takes up what is due need not
// have the config, and a config that is broken meanwhile stops no schedule.
type plan struct {
	profile.Schedule
	Zone string // in place of the schedule's, which has no form in JSON
}

func planText(s profile.Schedule) string {
	p := plan{Schedule: s}
	if s.Zone != nil {
		p.Zone = s.Zone.String()
	}
	text, _ := json.Marshal(p) // plain values only
	return string(text)
}

// parsePlan returns the schedule of a text, or the usual one if it is none.
func parsePlan(text string) profile.Schedule {
	var p plan
	if json.Unmarshal([]byte(text), &p) != nil {
		return profile.Schedule{}
	}
	p.Schedule.Zone = nil
	if p.Zone != "" {
		zone, err := time.LoadLocation(p.Zone)
		if err != nil {
			return profile.Schedule{}
		}
		p.Schedule.Zone = zone
	}
	return p.Schedule
}

// timetable returns a schedule as the state has it, ready to be asked. One
// that cannot be kept, of another program perhaps, has no slots.
func (s *Service) timetable(text string) *schedule.Plan {
	t, err := schedule.New(parsePlan(text))
	if err != nil {
		s.log.Error("a schedule cannot be kept", "schedule", text, "error", err.Error())
		t, _ = schedule.New(profile.Schedule{})
	}
	return t
}

// allSlots reports whether each missed slot is to have a build of its own.
func allSlots(text string) bool { return parsePlan(text).CatchUp == profile.CatchUpAll }

// onlySlots reports whether changes are left until the next slot.
func onlySlots(text string) bool { return parsePlan(text).OnlySlots }
