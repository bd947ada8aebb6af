package pdf

import (
	"testing"

	"readahead/brief/layout"
)

func TestAppendLength(t *testing.T) {
	for _, tt := range []struct {
		name     string
		in       layout.Length
		decimals int
		want     string
	}{
		{"zero", 0, 2, "0"},
		{"point", layout.Pt, 2, "1"},
		{"half", layout.Pt / 2, 2, "0.5"},
		{"down", layout.Pt / 3, 2, "0.33"},
		{"up", 2 * layout.Pt / 3, 2, "0.67"},
		{"half of the last place", layout.Pt / 8, 2, "0.13"},
		{"negative", -layout.Pt * 5 / 4, 2, "-1.25"},
		{"away from zero", -layout.Pt / 8, 2, "-0.13"},
		{"negative nothing", -1, 2, "0"},
		{"up to the next whole", layout.Pt - 1, 2, "1"},
		{"zero inside", layout.Points(3.05), 2, "3.05"},
		{"four places", layout.Points(9.8765), 4, "9.8765"},
		{"no places", layout.Points(2.5), 0, "3"},
		{"largest page", maxSide, 4, "14400"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := string(appendLength(nil, tt.in, tt.decimals)); got != tt.want {
				t.Errorf("%d with %d decimals = %s, want %s", tt.in, tt.decimals, got, tt.want)
			}
		})
	}
}

func TestAppendRatio(t *testing.T) {
	for _, tt := range []struct {
		n, d     int64
		decimals int
		want     string
	}{
		{255, 255, 3, "1"},
		{51, 255, 3, "0.2"},
		{127, 255, 3, "0.498"},
		{-12000, 1000, 1, "-12"},
		{2, 3, 1, "0.7"},
		{-1099, 100, 2, "-10.99"},
	} {
		if got := string(appendRatio(nil, tt.n, tt.d, tt.decimals)); got != tt.want {
			t.Errorf("%d/%d = %s, want %s", tt.n, tt.d, got, tt.want)
		}
	}
}
