package clean_test

import (
	"testing"

	"readahead/brief/clean"
)

// TestTitle: the headline is the title, not what stands between it and the
// text.
func TestTitle(t *testing.T) {
	for _, tt := range []struct{ name, above, want string }{
		{"headline", "The Alme Post\n\nSwing bridge closes for nine weeks\n\n", "Swing bridge closes for nine weeks"},
		{"deck below", "Swing bridge closes for nine weeks\nBuses take the long way round by Torp\n\n", "Swing bridge closes for nine weeks"},
		{"chapter below", "Swing bridge closes for nine weeks\n\n4 May 2031\n\n1 What the county said about the bridge\n\n", "Swing bridge closes for nine weeks"},
		{"caption below", "Swing bridge closes for nine weeks\nBy Ann Other\n4 May 2031\n3 min read\nThe swing bridge over the Alme. Ann Other/Alme Post\n\n", "Swing bridge closes for nine weeks"},
		{"names of classes", "Swing bridge closes for nine weeks\ndefault\nprimary\ndefault\ndefault\nsecondary\ndefault\ndefault\ndefault\n\n", "Swing bridge closes for nine weeks"},
		{"a word that web pages begin with", "Report on the bearings of the swing bridge\n\n4 May 2031\n\n", "Report on the bearings of the swing bridge"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := clean.Clean(parse(t, "a.txt", tt.above+article)).Title.String(); got != tt.want {
				t.Errorf("the title is %q, want %q", got, tt.want)
			}
		})
	}
}
