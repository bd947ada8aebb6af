package seeds

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
)

func TestNames(t *testing.T) {
	want := []string{"000_marketplace-repost.txt", "001_hypersonic-repost.txt", "004_hegseth-todo.txt"}
	if got := Names(); !slices.Equal(got, want) {
		t.Errorf("Names() = %q, want %q", got, want)
	}
	if _, err := ReadFile("embed.go"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("ReadFile of no seed: %v", err)
	}
}

// TestDefects guards the defects against editors and git, which like to repair
// them.
func TestDefects(t *testing.T) {
	for name, defects := range map[string][]string{
		"000_marketplace-repost.txt": {"Front:\u00a0Soledar", "announced. \u00a0 \u00a0 \u00a0\u00a0\n", "  • ", "Grant WritingPartner", "yet."},
		"001_hypersonic-repost.txt":  {"[ad_1]\n", "named. hypersonic", "”Will count as“ important part ”", "$ 9.3 billion", "\n\n\n\n[ad_2]"},
		"004_hegseth-todo.txt":       {"For pete ", "Hegseth,the", "strenght", "shape.Robotics", "U.S.military", "\n- More", "Key Actions |\n---|---|\n"},
	} {
		b, err := ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		s := string(b)
		for _, d := range defects {
			if !strings.Contains(s, d) {
				t.Errorf("%s lacks %q", name, d)
			}
		}
		if strings.Contains(s, "\r") || strings.HasSuffix(s, "\n") {
			t.Errorf("%s: line ends have changed", name)
		}
	}
}
