package doc

import (
	"testing"
	"time"
)

func TestParseDate(t *testing.T) {
	for in, want := range map[string]string{
		"2025-03-28":                "2025-03-28",
		"2025-05-28T09:00:00+03:00": "2025-05-28",
		"2025-05-28 09:00":          "2025-05-28",
		"2025-02-30":                "",
		"28 March":                  "",
		"":                          "",
	} {
		got, err := ParseDate(in)
		if got.String() != want || (err == nil) != (want != "") {
			t.Errorf("ParseDate(%q) = %v, %v, want %q", in, got, err, want)
		}
	}
}

func TestDate(t *testing.T) {
	d := NewDate(2024, time.February, 28)
	if got := d.AddDays(2).String(); got != "2024-03-01" {
		t.Errorf("two days after %v is %s", d, got)
	}
	if d.Weekday() != time.Wednesday {
		t.Errorf("%v is a %v", d, d.Weekday())
	}
	if !NewDate(2023, time.February, 29).IsZero() {
		t.Error("29 February 2023 exists")
	}
	if !d.Before(d.AddDays(1)) || d.Before(d) {
		t.Error("Before is wrong about neighbouring days")
	}
}
