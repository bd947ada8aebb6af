package main

import "testing"

func TestMissing(t *testing.T) {
	page := "Berths 1 The pier opens in May.² Café ti\nmes."
	for _, tt := range []struct {
		text string
		gone bool
	}{
		{"The pier opens in May.", false},
		{"The pier opens  in May", false},
		{"Cafe\u0301 times", false},
		{"The pier closes in May.", true},
		{"opens The pier", true},
		{"The pier \u2603 opens", false},
		{"pier \u0e2b opens", false},
		{"\u0e2b\u0e49\u0e2d\u0e07", true},
	} {
		if gone := len(missing(page, []string{tt.text})) > 0; gone != tt.gone {
			t.Errorf("%q missing: %v, want %v", tt.text, gone, tt.gone)
		}
	}
}
