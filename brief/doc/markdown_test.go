package doc

import "testing"

func TestUnmarked(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"", ""},
		{"Plain words.", "Plain words."},
		{"# of berths", `\# of berths`},
		{"> 40 boats", `\> 40 boats`},
		{"- 4 °C", `\- 4 °C`},
		{"-4 °C", "-4 °C"},
		{"*starred* words", "*starred* words"},
		{"* a star", `\* a star`},
		{"1994. It was wet.", `1994\. It was wet.`},
		{"1.5 knots", "1.5 knots"},
		{"12) the pier", `12\) the pier`},
		{"---", `\---`},
		{"| a | b |", `\| a | b |`},
		{"```", "\\```"},
	} {
		if got := unmarked(tt.in); got != tt.want {
			t.Errorf("unmarked(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}
