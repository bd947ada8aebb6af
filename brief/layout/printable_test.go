package layout

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestPrintable(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"plain", "Ferry timetable, 4 March", "Ferry timetable, 4 March"},
		{"white space", "  two\t\n lines \u2028 and\u3000wide ", "two lines and wide"},
		{"fixed spaces stay fixed", "9\u202F300\u00A0km", "9\u00A0300\u00A0km"},
		{"of several spaces one", "Agenda\u00A0\u00A0\u00A0item \u00A0 two\u00A0", "Agenda\u00A0item two"},
		{"marks compose", "cafe\u0301", "café"},
		{"direction marks", "pay \u202Eeuro\u202C \u2066now\u2069", "pay euro now"},
		{"soft hyphen, joiner, filler", "har\u00ADbour\u200D\u3164", "harbour"},
		{"joiners that are spelling", "می\u200Cخواهند क्\u200Dष", "می\u200Cخواهند क्\u200Dष"},
		{"joiners that are not", "می\u200C خوا\u200C\u200Cهند a\u200Cb", "می خوا\u200Cهند ab"},
		{"controls", "a\x00b\x1b[0mc\x7f", "ab[0mc"},
		{"tags and selectors", "ok\U000E0041\uFE0F", "ok"},
		{"space before what is dropped", "a \u200B b", "a b"},
		{"not UTF-8", "a\xFFb", "a\uFFFDb"},
		{"nothing to see", "\u200B \u202E", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := Printable(tt.in); got != tt.want {
				t.Errorf("Printable(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

func FuzzPrintable(f *testing.F) {
	f.Add("a \u0301\u0301 \xFF b")
	f.Add(strings.Repeat("\u0323\u0302", 40))
	f.Fuzz(func(t *testing.T, s string) {
		got := Printable(s)
		if !utf8.ValidString(got) || strings.Contains(got, "  ") || strings.TrimSpace(got) != strings.Trim(got, "\u00A0 ") && got != "" && (got[0] == ' ' || got[len(got)-1] == ' ') {
			t.Errorf("Printable(%q) = %q", s, got)
		}
		if again := Printable(got); again != got {
			t.Errorf("Printable(%q) = %q, and of that %q", s, got, again)
		}
	})
}
