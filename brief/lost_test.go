package brief

import (
	"testing"

	"readahead/brief/doc"
)

func TestLost(t *testing.T) {
	before := &Sidecar{Sources: []SidecarSource{{File: "seeds/a.txt"}, {File: "more/b.md"}, {File: "old/c.md", Gone: true}}}
	for _, tt := range []struct {
		skipped string
		want    bool
	}{
		{"", false},
		{"seeds/a.txt", true},
		{"seeds/picture.png", false}, // never was a source
		{"more/", true},
		{"more", true},
		{"mor", false},
		{"old", false}, // it was lost before
	} {
		p := &Prepared{}
		if tt.skipped != "" {
			p.Skipped = []*doc.Error{{File: tt.skipped, Msg: "cannot be used"}}
		}
		got := p.Lost(before)
		if (got != nil) != tt.want || got != nil && got.File != tt.skipped {
			t.Errorf("%q: %v, want %v", tt.skipped, got, tt.want)
		}
		if p.Lost(nil) != nil {
			t.Errorf("%q: something is lost where there was nothing", tt.skipped)
		}
	}
}
