package config

import (
	"os"
	"strings"
	"testing"
	"time"

	"readahead/brief/profile"
	"readahead/brief/schedule"
)

func TestScheduleErrors(t *testing.T) {
	const hours = "write hours, with days before them or without: 22:00-06:00, Sat-Sun 00:00-24:00"
	const units = "write a number with its unit: 30s, 15m, 2h or 1d"
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"unknown key", "schedule:\n  corn: 0 7 * * *\n", []string{`4: schedule: unknown key "corn" (did you mean "cron"?)`}},
		{"key with a dot", "schedule.cron: 0 7 * * *\n", []string{`3: unknown key "schedule.cron" (schedule is a mapping: write its keys under it, indented)`}},
		{"list", "schedule: [0 7 * * *]\n", []string{"3: schedule is a list, not text"}},
		{"number", "schedule: {cron: 5}\n", []string{`3: schedule.cron is a number, not text (put it in quotes: "5")`}},
		{"bad hour", "schedule: 0 25 * * *\n", []string{`3: schedule: "25" is not an hour (write 0-23, * for all, lists like 1,4, ranges like 1-4 or steps like */2)`}},
		{"bad hour in a mapping", "schedule:\n  cron: 0 25 * * *\n", []string{`4: schedule.cron: "25" is not an hour (write 0-23, * for all, lists like 1,4, ranges like 1-4 or steps like */2)`}},
		{"every", "schedule: '@every 1h'\n", []string{`3: schedule: "@every 1h" has no times of day (*/15 * * * * is every quarter of an hour, 0 */2 * * * every second hour)`}},
		{"never", "schedule: 0 7 31 2 *\n", []string{`3: schedule: "0 7 31 2 *" never comes: no month of it has such a day`}},
		{"seconds", "schedule: 0 0 7 * * MON\n", []string{
			`3: schedule: "0 0 7 * * MON" has 6 fields, not 5 (write minute, hour, day of the month, month and day of the week: 0 7 * * 1-5; there are no seconds)`,
		}},
		{"zone alone", "schedule: CRON_TZ=Europe/Berlin\n", []string{"3: schedule: the cron is empty (0 7 * * 1-5 is 07:00 from Monday to Friday)"}},
		{"unknown zone", "schedule:\n  cron: '@daily'\n  zone: Europe/Berln\n", []string{`5: schedule.zone: there is no time zone "Europe/Berln" (did you mean "Europe/Berlin"?)`}},
		{"a city", "schedule: 0 7 * * * tokyo\n", []string{`3: schedule: there is no time zone "tokyo" (did you mean "Asia/Tokyo"?)`}},
		{"a space", "schedule: {zone: America/New York}\n", []string{`3: schedule.zone: there is no time zone "America/New York" (did you mean "America/New_York"?)`}},
		{"an abbreviation", "schedule: {zone: CEST}\n", []string{
			`3: schedule.zone: there is no time zone "CEST" (write the name of a place in it, as the IANA time zone database has it: Europe/Berlin)`,
		}},
		{"unknown zone before", "schedule: CRON_TZ=../etc/passwd 0 7 * * *\n", []string{
			`3: schedule: there is no time zone "../etc/passwd" (write the name of a place in it, as the IANA time zone database has it: Europe/Berlin)`,
		}},
		{"two zones", "schedule:\n  cron: 0 7 * * * UTC\n  zone: Europe/Berlin\n", []string{`5: schedule.zone is here, and schedule.cron has the zone UTC (take one of them out)`}},
		{"never made", "schedule:\n  zone: UTC\n  on_change: false\n", []string{
			"5: schedule.on_change is false and there is no cron: the briefing would never be made (give schedule a cron, or leave on_change out)",
		}},
		{"no truth", "schedule: {on_change: maybe}\n", []string{"3: schedule.on_change is text, not true or false"}},
		{"durations", "schedule:\n  at_most_every: 15\n  jitter: 5 minutes\n", []string{
			`4: schedule.at_most_every is "15", not a length of time (` + units + ")",
			`5: schedule.jitter is "5 minutes", not a length of time (` + units + ")",
		}},
		{"odd durations", "schedule:\n  at_most_every: -15m\n  jitter: 367d\n", []string{
			`4: schedule.at_most_every is -15m, less than nothing`,
			`5: schedule.jitter is 367d, more than 366 days`,
		}},
		{"durations of days", "schedule:\n  at_most_every: 1d-5h\n  jitter: 99999d\n", []string{
			`4: schedule.at_most_every is "1d-5h", not a length of time (` + units + ")",
			`5: schedule.jitter is "99999d", not a length of time (` + units + ")",
		}},
		{"catch up", "schedule: {catch_up: lastest}\n", []string{`3: schedule.catch_up cannot be "lastest" (did you mean "latest"?)`}},
		{"quiet hours", "schedule:\n  quiet:\n  - 22-06\n  - Sat-Sun\n  - Someday 10:00-11:00\n  - 10:00-25:00\n  - a b c\n", []string{
			`5: entry 1 of schedule.quiet is "22-06", which is no span of hours (` + hours + ")",
			`6: entry 2 of schedule.quiet is "Sat-Sun", which is no span of hours (` + hours + ")",
			`7: entry 3 of schedule.quiet is "Someday 10:00-11:00", which is no span of hours (` + hours + ")",
			`8: entry 4 of schedule.quiet is "10:00-25:00", which is no span of hours (` + hours + ")",
			`9: entry 5 of schedule.quiet is "a b c", which is no span of hours (` + hours + ")",
		}},
		{"quiet for ever", "schedule:\n  quiet: 00:00-24:00\n", []string{
			"4: schedule.quiet: the quiet hours fill the week, so that nothing could ever be made (leave some time in which a briefing may be made)",
		}},
		{"quiet for no time", "schedule:\n  quiet: 08:00-08:00\n", []string{
			"4: schedule.quiet: quiet hours cannot be from 08:00 to 08:00 (00:00-24:00 is a whole day, 22:00-06:00 ends on the next one)",
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Load(write(t, "a.yaml", rest+tt.text))
			if got := problems(err); strings.Join(got, "\n") != strings.Join(tt.want, "\n") {
				t.Errorf("Load(%q)\n got %s\nwant %s", tt.text, strings.Join(got, "\n     "), strings.Join(tt.want, "\n     "))
			}
		})
	}
}

func TestNotifyErrors(t *testing.T) {
	const mail = "  from: a@b.example\n  server: smtp://m.example\n"
	const address = `write pa@example.gov or "Desk <desk@example.gov>", several as a list`
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"text", "notify: pa@example.gov\n", []string{"3: notify is text, not a list (begin each of them with - in a line of its own)"}},
		{"texts", "notify: [pa@example.gov]\n", []string{"3: notify: entry 1 is text, not a mapping with keys"}},
		{"nothing", "notify:\n- name: x\n", []string{"4: notify 1: it does not say how to tell anybody (name one of webhook, email and command)"}},
		{"near miss", "notify:\n- emial: a@b.example\n", []string{
			`4: notify 1: unknown key "emial" (did you mean "email"?)`,
			"4: notify 1: it does not say how to tell anybody (name one of webhook, email and command)",
		}},
		{"two kinds", "notify:\n- webhook: https://x.example\n  command: [a]\n", []string{"4: notify 1: it has both webhook and command (write an entry for each)"}},
		{"key of another kind", "notify:\n- webhook: https://x.example\n  cc: a@b.example\n", []string{`5: notify 1: unknown key "cc" (the keys are webhook, secret, name)`}},
		{"scheme", "notify:\n- webhook: ftp://x.example\n- webhook: x.example\n- webhook: 'https://'\n", []string{
			"4: notify 1: webhook is not a web address (write it out, with https://)",
			"5: notify 2: webhook is not a web address (write it out, with https://)",
			"6: notify 3: webhook is not a web address (write it out, with https://)",
		}},
		{"addresses", "notify:\n- email: [pa, 'a@b.example, c@d.example', pa@münchen.example]\n" + mail, []string{
			`4: entry 1 of notify 1: email "pa" is not an e-mail address (` + address + ")",
			`4: entry 2 of notify 1: email "a@b.example, c@d.example" is not an e-mail address (` + address + ")",
			`4: entry 3 of notify 1: email "pa@münchen.example" has letters that few mail servers take (write the address in ASCII, a domain as xn--…)`,
		}},
		{"a line more in the head", `notify: [{email: "a@b.example\r\nBcc: c@d.example", from: "=?utf-8?q?x=0d=0aBcc:_?= <e@f.example>", server: "smtp://m.example"}]` + "\n", []string{
			`3: entry 1 of notify 1: email "a@b.example Bcc: c@d.example" is not an e-mail address (` + address + ")",
			`3: notify 1: from "=?utf-8?q?x=0d=0aBcc:_?= <e@f.example>" is not an e-mail address (` + address + ")",
		}},
		{"nobody", "notify:\n- email: []\n" + mail, []string{"4: notify 1: email names nobody (write an address: pa@example.gov)"}},
		{"an empty one", "notify:\n- email: ''\n" + mail, []string{"4: entry 1 of notify 1: email is empty (remove it or write something)"}},
		{"no server, no sender", "notify:\n- email: a@b.example\n", []string{
			"4: notify 1: server is missing",
			`4: notify 1: from is missing (write who sends it: from: "Desk <desk@example.gov>")`,
		}},
		{"servers", "notify:\n- {email: a@b.example, from: a@b.example, server: m.example}\n- {email: a@b.example, from: a@b.example, server: 'smtp://m.example:99999'}\n- {email: a@b.example, from: a@b.example, server: 'https://m.example'}\n", []string{
			"4: notify 1: server is not the address of a mail server (write smtp://mail.example.gov:587, or smtps://mail.example.gov:465)",
			"5: notify 2: server is not the address of a mail server (write smtp://mail.example.gov:587, or smtps://mail.example.gov:465)",
			"6: notify 3: server is not the address of a mail server (write smtp://mail.example.gov:587, or smtps://mail.example.gov:465)",
		}},
		{"half a login", "notify:\n- email: a@b.example\n  user: desk\n" + mail + "- email: a@b.example\n  password: {env: X}\n" + mail, []string{
			"5: notify 1: user is there, but no password (password: {env: NAME} or {file: PATH})",
			"9: notify 2: password is there, but no user (say who logs in with it: user: …)",
		}},
		{"command line", "notify:\n- command: notify-send {profile} done\n", []string{
			`4: notify 1: command is text, but no shell is there to take it apart (write a list, one entry for each argument: [notify-send, "{profile}", done])`,
		}},
		{"no command", "notify:\n- command: []\n- command: ['']\n", []string{
			`4: notify 1: command is empty (name a program: [/usr/local/bin/published, "{profile}"])`,
			`5: entry 1 of notify 2: command is empty (remove it or write something)`,
		}},
		{"a name twice", "notify:\n- {command: [a], name: log}\n- {command: [b], name: log}\n", []string{
			`5: notify 2: name "log" is taken by the entry in line 4 (give each a name of its own)`,
		}},
		{"secret", "notify:\n- webhook: https://x.example\n  secret: {fil: x}\n- webhook: https://x.example\n  secret: {file: x, env: y}\n- webhook: https://x.example\n  secret: {}\n", []string{
			`5: notify 1: secret: unknown key "fil" (did you mean "file"?)`,
			"5: notify 1: secret needs one of env and file (say where it is to be found: {env: NAME} or {file: PATH})",
			"7: notify 2: secret needs one of env and file (say where it is to be found: {env: NAME} or {file: PATH})",
			"9: notify 3: secret needs one of env and file (say where it is to be found: {env: NAME} or {file: PATH})",
		}},
		{"engine", "engine: sqlite:state.db\n", []string{
			"3: engine is not the address of a PostgreSQL database (write postgres://USER@HOST/DATABASE, or take it out to have the state in a file)",
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Load(write(t, "a.yaml", rest+tt.text))
			if got := problems(err); strings.Join(got, "\n") != strings.Join(tt.want, "\n") {
				t.Errorf("Load(%q)\n got %s\nwant %s", tt.text, strings.Join(got, "\n     "), strings.Join(tt.want, "\n     "))
			}
		})
	}
}

// A secret that is written out is refused, and no message repeats it.
func TestSecretsAreNotRepeated(t *testing.T) {
	const mail = "notify:\n- email: a@b.example\n  from: a@b.example\n  user: desk\n  server: "
	for _, text := range []string{
		mail + "smtp://m.example\n  password: hunter2\n",
		mail + "smtp://m.example\n  password: [hunter2]\n",
		mail + "smtp://m.example\n  password: {hunter2}\n",
		mail + "smtp://m.example\n  password: {text: hunter2}\n",
		mail + "smtp://m.example\n  password: {env: 'hunter2!'}\n",
		mail + "smtp://m.example\n  password: {env: [hunter2]}\n",
		mail + "smtp://desk:hunter2@m.example\n  password: {env: A}\n",
		mail + "'smtp://desk:hunter2 @m.example'\n  password: {env: A}\n",
		mail + "desk:hunter2@m.example\n  password: {env: A}\n",
		"notify: [{webhook: 'https://x:hunter2@h.example/'}]\n",
		"notify: [{webhook: 'https://x:hunter2%@h.example/'}]\n",
		"notify: [{webhook: 'hooks.example/hunter2'}]\n",
		"notify: [{webhook: 'https://h.example/', secret: hunter2}]\n",
		"engine: postgres://brief:hunter2@db/x\n",
		"engine: postgres://db/x?user=brief&password=hunter2\n",
		"engine: postgres://brief:hunter2%@db/x\n",
		"engine: host=db password=hunter2\n",
		"engine: brief:hunter2@db\n",
	} {
		_, err := Load(write(t, "a.yaml", rest+text))
		if err == nil || strings.Contains(strings.Join(problems(err), "\n"), "hunter2") {
			t.Errorf("%q gives %q", text, problems(err))
		}
	}
	// Numbers and dates without quotes are otherwise repeated with quotes.
	for _, secret := range []string{"70021", "2026-01-02"} {
		for _, text := range []string{"password: " + secret, "password: {env: " + secret + "}", "password: {file: " + secret + "}"} {
			_, err := Load(write(t, "a.yaml", rest+mail+"smtp://m.example\n  "+text+"\n"))
			if err == nil || strings.Contains(strings.Join(problems(err), "\n"), secret) {
				t.Errorf("%q gives %q", text, problems(err))
			}
		}
	}
	t.Setenv("BRIEF_ENGINE", "mysql://brief:hunter2@db/x")
	if _, err := Load(write(t, "a.yaml", rest)); err == nil || strings.Contains(err.Error(), "hunter2") {
		t.Errorf("BRIEF_ENGINE gives %v", err)
	}
}

func TestSlotsAndZones(t *testing.T) {
	for _, tt := range []struct{ text, cron, zone string }{
		{"schedule: 0 7 * * 1-5", "0 7 * * 1-5", ""},
		{"schedule: 0 7 * * 1-5 Europe/Berlin", "0 7 * * 1-5", "Europe/Berlin"},
		{"schedule: 0 7 * * MON-FRI America/Port-au-Prince", "0 7 * * MON-FRI", "America/Port-au-Prince"},
		{"schedule: CRON_TZ=Asia/Tokyo 0 7 * * 1-5", "0 7 * * 1-5", "Asia/Tokyo"},
		{"schedule: TZ=UTC 0 7 * * 1-5", "0 7 * * 1-5", "UTC"},
		{"schedule: '@daily'", "@daily", ""},
		{"schedule: '@daily Asia/Tokyo'", "@daily", "Asia/Tokyo"},
		{"schedule: {cron: 0 7 * * *, zone: Asia/Tokyo}", "0 7 * * *", "Asia/Tokyo"},
		{"schedule: {cron: 0 7 * * * Asia/Tokyo}", "0 7 * * *", "Asia/Tokyo"},
		{"schedule: {zone: Asia/Tokyo}", "", "Asia/Tokyo"},
		{"schedule: ''", "", ""},
		{"schedule:", "", ""},
		{"schedule: {}", "", ""},
	} {
		p, err := Load(write(t, "a.yaml", rest+tt.text+"\n"))
		zone := ""
		if p.Schedule.Zone != nil {
			zone = p.Schedule.Zone.String()
		}
		if err != nil || p.Schedule.Cron != tt.cron || zone != tt.zone {
			t.Errorf("%s gives %q in %q, %v", tt.text, p.Schedule.Cron, zone, err)
		}
	}
}

// A zone that stands with the slots in a variable comes before the file's.
func TestZoneFromTheVariable(t *testing.T) {
	file := write(t, "a.yaml", rest+"schedule: 0 7 * * * Asia/Tokyo\n")
	t.Setenv("BRIEF_SCHEDULE_ZONE", "UTC")
	if p, err := Load(file); err != nil || p.Schedule.Zone != time.UTC || p.Schedule.Cron != "0 7 * * *" {
		t.Errorf("%+v, %v", p.Schedule, err)
	}
}

func TestNamesOfChannels(t *testing.T) {
	p, err := Load(write(t, "a.yaml", rest+`notify:
- webhook: https://x.example/a
- webhook: https://x.example/b
- {command: [/bin/log], name: webhook x.example 2}
- email: Desk <desk@x.example>
  from: desk@x.example
  server: smtps://[::1]
- command: [/bin/log]
`))
	var got []string
	for _, c := range p.Notify {
		got = append(got, c.Name)
	}
	want := "webhook x.example, webhook x.example 3, webhook x.example 2, email desk@x.example, command log"
	if strings.Join(got, ", ") != want || err != nil {
		t.Errorf("names %q, %v; want %s", got, err, want)
	}
	if p.Notify[3].Email.Server != "smtps://[::1]:465" {
		t.Errorf("server %s", p.Notify[3].Email.Server)
	}
}

// What the sample, the starter and the README show can be used as it is.
func TestExamples(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, block, _ := strings.Cut(string(readme), "```yaml\nschedule:")
	block, _, _ = strings.Cut(block, "```")
	for _, tt := range []struct {
		name, text string
		channels   int
	}{
		{"sample", uncomment(string(sample)), 3},
		{"starter", uncomment(string(starter)), 1},
		{"README", rest + "schedule:" + block, 3},
	} {
		p, err := Load(write(t, "a.yaml", tt.text))
		if err != nil || p.Schedule.Cron != "0 7 * * 1-5" || p.Schedule.Zone == nil || len(p.Notify) != tt.channels {
			t.Errorf("%s: %+v, %d channels, %v", tt.name, p.Schedule, len(p.Notify), err)
		}
	}
}

// uncomment takes the # from the lines of schedule and notify.
func uncomment(text string) string {
	lines := strings.Split(text, "\n")
	in := false
	for i, line := range lines {
		in = strings.HasPrefix(line, "# schedule:") || strings.HasPrefix(line, "# notify:") || in && strings.HasPrefix(line, "#   ")
		if in {
			lines[i] = line[2:]
		}
	}
	return strings.Join(lines, "\n")
}

// All names that hints give are zones.
func TestZoneNames(t *testing.T) {
	for _, name := range strings.Fields(zoneNames) {
		if _, err := time.LoadLocation(name); err != nil {
			t.Error(err)
		}
	}
}

// FuzzRegenerate: a config is refused, or its schedule is one and its channels
// have names and no line breaks.
func FuzzRegenerate(f *testing.F) {
	f.Add("0 7 * * 1-5 Europe/Berlin", "22:00-06:00", "1d5m", "Desk <desk@example.gov>", "smtp://m.example:25")
	f.Add("TZ= @every", "Sat-Sun,Mon 0:00-24:00", "d", "=?utf-8?q?=0a?= <a@b>", "smtps://[::1]:0")
	f.Fuzz(func(t *testing.T, cron, quiet, wait, address, server string) {
		var items []entry
		add := func(name, s string) {
			items = append(items, entry{name: name, value: value{kind: text, text: s, file: "a.yaml"}})
		}
		add("email", address)
		add("from", address)
		add("server", server)
		r := &reader{file: "a.yaml"}
		email := r.email(value{kind: mapping, keys: items}, "notify 1: ")
		var s profile.Schedule
		v := value{kind: text, text: cron, file: "a.yaml"}
		s.Cron, s.Zone = r.slots(v, value{file: "a.yaml"}, "schedule")
		v.text = quiet
		s.Quiet = r.quiet(v)
		v.text = wait
		s.Jitter = r.duration(v, "schedule.jitter")
		if r.err() != nil {
			return
		}
		if _, err := schedule.New(s); err != nil {
			t.Errorf("accepted %+v, but %v", s, err)
		}
		if strings.ContainsAny(email.From+email.To[0]+email.Server, "\r\n\x00") || s.Jitter > maxWait || s.Jitter < 0 {
			t.Errorf("accepted %+v, %+v", email, s)
		}
	})
}
