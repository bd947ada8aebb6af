package config

import (
	_ "embed"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"

	"readahead/brief/doc"
	"readahead/brief/profile"
	"readahead/brief/schedule"
)

var (
	scheduleKeys = []string{"cron", "zone", "on_change", "at_most_every", "catch_up", "quiet", "jitter"}
	catchUps     = []string{"latest", "skip", "all"}
)

const (
	maxQuiet = 50                   // spans of quiet hours
	maxWait  = 366 * 24 * time.Hour // between publications, and by jitter
)

// zoneNames are those of places in the IANA time zone database (public
// domain), one a line, for hints.
//
//go:embed zones.txt
var zoneNames string

// schedule reads when the briefing is made again. root is what stands in the
// file: there a text is short for a mapping with nothing but cron.
func (r *reader) schedule(root value) profile.Schedule {
	cron, name := r.get("schedule.cron"), "schedule.cron"
	if short := field(root, "schedule"); short.kind != mapping && short.kind != null && cron.file == r.file {
		name = "schedule"
	}
	change := r.get("schedule.on_change")
	before := len(r.problems)
	s := profile.Schedule{
		OnlySlots:   change.kind != null && !r.flag(change, "schedule.on_change"),
		AtMostEvery: r.duration(r.get("schedule.at_most_every"), "schedule.at_most_every"),
		Quiet:       r.quiet(r.get("schedule.quiet")),
		Jitter:      r.duration(r.get("schedule.jitter"), "schedule.jitter"),
	}
	s.Cron, s.Zone = r.slots(cron, r.get("schedule.zone"), name)
	if word := r.choice(r.get("schedule.catch_up"), "schedule.catch_up", catchUps, "latest"); word != "latest" {
		s.CatchUp = profile.CatchUp(word)
	}
	if len(r.problems) == before && s.OnlySlots && s.Cron == "" {
		r.failf(change, "give schedule a cron, or leave on_change out", "schedule.on_change is false and there is no cron: the briefing would never be made")
	}
	return s
}

// slots reads a cron expression and its zone, which may stand before it, after
// it or in a key of its own. One from a variable comes before one in the file.
func (r *reader) slots(v, zone value, name string) (string, *time.Location) {
	text := r.text(v, name, maxTitle)
	cron, within := splitZone(text)
	loc := r.zone(zone, zone.text, "schedule.zone")
	if within != "" && (zone.kind == null || zone.file == r.file && v.file != r.file) {
		loc = r.zone(v, within, name)
	} else if within != "" && zone.file == v.file {
		r.failf(zone, "take one of them out", "schedule.zone is here, and %s has the zone %s", name, within)
	}
	if text == "" {
		return "", loc
	}
	if cron == "" {
		cron = " " // a zone alone, which is no expression
	}
	_, err := schedule.New(profile.Schedule{Cron: cron})
	r.planned(v, name, err)
	return cron, loc
}

// planned reports what package schedule says of v.
func (r *reader) planned(v value, name string, err error) {
	var e *doc.Error
	if errors.As(err, &e) {
		r.failf(v, e.Hint, "%s: %s", name, e.Msg)
	}
}

// splitZone parts a cron expression from the zone in "CRON_TZ=Europe/Berlin 0
// 7 * * *" and "0 7 * * * Europe/Berlin".
func splitZone(text string) (cron, zone string) {
	for _, prefix := range []string{"CRON_TZ=", "TZ="} {
		if rest, ok := strings.CutPrefix(text, prefix); ok {
			zone, cron, _ = strings.Cut(rest, " ")
			return cron, zone
		}
	}
	fields := strings.Fields(text)
	n := 5
	if strings.HasPrefix(text, "@") {
		n = 1
	}
	if len(fields) != n+1 {
		return text, ""
	}
	last := fields[n]
	_, err := time.LoadLocation(last)
	word := unicode.IsLetter(rune(last[0])) && (strings.Contains(last, "/") || len(last) > 3 && !strings.ContainsAny(last, ",-"))
	if err != nil && !word {
		return text, "" // a sixth field, as crons with seconds have
	}
	return strings.Join(fields[:n], " "), last
}

// zone returns the time zone of the name, which v gives.
func (r *reader) zone(v value, zone, name string) *time.Location {
	v.text = zone
	zone = r.text(v, name, maxTitle)
	if zone == "" {
		return nil
	}
	loc, err := time.LoadLocation(zone)
	if err != nil {
		hint := "write the name of a place in it, as the IANA time zone database has it: Europe/Berlin"
		if near := nearestZone(zone); near != "" {
			hint = fmt.Sprintf("did you mean %q?", near)
		}
		r.failf(v, hint, "%s: there is no time zone %q", name, zone)
		return nil
	}
	return loc
}

// nearestZone returns the name of the zone that is most likely meant, or "".
func nearestZone(word string) string {
	names := strings.Fields(zoneNames)
	word = strings.ReplaceAll(word, " ", "_")
	for _, name := range names { // a place without its continent
		if strings.EqualFold(name[strings.LastIndexByte(name, '/')+1:], word) {
			return name
		}
	}
	return Nearest(word, names)
}

// duration reads a length of time like 90s, 15m, 1h30m or 2d.
func (r *reader) duration(v value, name string) time.Duration {
	s, ok := r.scalar(v, name, "a length of time", text, number)
	if !ok || s == "" {
		return 0
	}
	d, err := parseDuration(s)
	switch {
	case err != nil:
		r.failf(v, "write a number with its unit: 30s, 15m, 2h or 1d", "%s is %q, not a length of time", name, s)
	case d < 0:
		r.failf(v, "", "%s is %s, less than nothing", name, s)
	case d > maxWait:
		r.failf(v, "", "%s is %s, more than %d days", name, s, maxWait/(24*time.Hour))
	default:
		return d
	}
	return 0
}

// parseDuration reads what [time.ParseDuration] does, and days before it.
func parseDuration(s string) (time.Duration, error) {
	before, after, ok := strings.Cut(s, "d")
	if !ok {
		return time.ParseDuration(s)
	}
	days, err := strconv.ParseUint(before, 10, 16)
	if err != nil {
		return 0, err
	}
	var rest time.Duration
	if after != "" {
		rest, err = time.ParseDuration(after)
	}
	if rest < 0 {
		return 0, strconv.ErrSyntax
	}
	return time.Duration(days)*24*time.Hour + rest, err
}

// quiet reads spans of hours, one or a list.
func (r *reader) quiet(v value) []profile.Quiet {
	const name = "schedule.quiet"
	var spans []profile.Quiet
	before := len(r.problems)
	r.each(oneOrMore(v), name, maxQuiet, func(item value, what string) string {
		s := r.text(item, what, maxTitle)
		if s == "" {
			return ""
		}
		q, ok := parseQuiet(s)
		if !ok {
			r.failf(item, "write hours, with days before them or without: 22:00-06:00, Sat-Sun 00:00-24:00", "%s is %q, which is no span of hours", what, s)
			return ""
		}
		spans = append(spans, q)
		return s
	})
	if len(r.problems) > before {
		return nil
	}
	_, err := schedule.New(profile.Schedule{Quiet: spans})
	r.planned(v, name, err)
	return spans
}

// oneOrMore makes a list of one of a text in a file.
func oneOrMore(v value) value {
	if v.kind == text {
		return value{kind: list, file: v.file, line: v.line, items: []value{v}}
	}
	return v
}

// parseQuiet reads "22:00-06:00", with days before it or without.
func parseQuiet(s string) (q profile.Quiet, ok bool) {
	fields := strings.Fields(strings.ReplaceAll(s, "–", "-"))
	switch len(fields) {
	case 1:
	case 2:
		if q.Days, ok = parseDays(fields[0]); !ok {
			return q, false
		}
	default:
		return q, false
	}
	from, to, _ := strings.Cut(fields[len(fields)-1], "-")
	q.From, ok = parseClock(from)
	if !ok {
		return q, false
	}
	q.To, ok = parseClock(to)
	return q, ok
}

// parseClock reads a time of day as minutes; 24:00 is one.
func parseClock(s string) (minutes int, ok bool) {
	if s == "24:00" {
		return 24 * 60, true
	}
	t, err := time.Parse("15:04", s)
	return t.Hour()*60 + t.Minute(), err == nil
}

// parseDays reads days of the week like "Sat", "Mon-Fri" or "Sat,Sun,Wed".
func parseDays(s string) (days [7]bool, ok bool) {
	for part := range strings.SplitSeq(s, ",") {
		from, to, isRange := strings.Cut(part, "-")
		first, ok1 := parseDay(from)
		last, ok2 := first, ok1
		if isRange {
			last, ok2 = parseDay(to)
		}
		if !ok1 || !ok2 {
			return days, false
		}
		for d := first; ; d = (d + 1) % 7 {
			days[d] = true
			if d == last {
				break
			}
		}
	}
	return days, true
}

func parseDay(s string) (time.Weekday, bool) {
	for d := time.Sunday; d <= time.Saturday; d++ {
		if strings.EqualFold(s, d.String()) || strings.EqualFold(s, d.String()[:3]) {
			return d, true
		}
	}
	return 0, false
}
