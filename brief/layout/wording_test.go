package layout

import (
	"testing"

	"readahead/brief/doc"
)

func TestHeadingOf(t *testing.T) {
	for _, tt := range []struct{ title, want string }{
		{"The quay", "The quay"},
		{"\u200b", "quay"},
		{"\u00a0 ", "quay"},
		{"", "quay"},
	} {
		if got := HeadingOf(&doc.Section{ID: "quay", Title: tt.title}); got != tt.want {
			t.Errorf("heading of %q: %q, want %q", tt.title, got, tt.want)
		}
	}
}
