package bidi

import (
	"bufio"
	gobuild "go/build"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/unicode/bidi"
)

func TestOrder(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		base     Level
		want     string // the characters from the left of the line
	}{
		{"left to right", "port 12, (new)", 0, "port 12, (new)"},
		{"right to left", "אבג דה", 1, "הד גבא"},
		{"number keeps its order", "אב 12 גד", 1, "דג 12 בא"},
		{"what follows the number stays in its place", "ab אב 12 cd", 0, "ab 12 בא cd"},
		{"Latin in Hebrew", "אב port of call גד", 1, "דג port of call בא"},
		{"brackets belong to what is in them", "ab (אב) cd", 0, "ab (בא) cd"},
		{"bracket at the end", "אב (ab)", 1, "(ab) בא"},
		{"range of numbers after Arabic", "سنة 10-12", 1, "12-10 ةنس"},
		{"percent", "אב 5% גד", 1, "דג 5% בא"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var runes []rune
			var levels []Level
			all := Levels(tt.in, tt.base)
			for i, r := range tt.in {
				runes = append(runes, r)
				levels = append(levels, all[i])
			}
			got := ""
			for _, i := range Order(levels) {
				r := runes[i]
				if levels[i].RTL() && strings.ContainsRune("()", r) {
					r ^= 1
				}
				got += string(r)
			}
			if got != tt.want {
				t.Errorf("%q stands as %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

// Unicode's own tests, as package typesetting carries them, but for those with
// characters that embed or isolate.
func TestConformance(t *testing.T) {
	p, err := gobuild.Import("github.com/go-text/typesetting/bidi", ".", gobuild.FindOnly)
	if err != nil {
		t.Fatal(err) // it is in go.mod
	}
	f, err := os.Open(filepath.Join(p.Dir, "test", "BidiCharacterTest.txt"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	tested, failed := 0, 0
	sc := bufio.NewScanner(f)
	for n := 1; sc.Scan() && failed < 10; n++ {
		fields := strings.Split(sc.Text(), ";")
		if len(fields) != 5 || strings.HasPrefix(sc.Text(), "#") {
			continue
		}
		var text string
		explicit := false
		for _, hex := range strings.Fields(fields[0]) {
			v, err := strconv.ParseUint(hex, 16, 32)
			if err != nil {
				t.Fatal(err)
			}
			r := rune(v)
			explicit = explicit || 0x202A <= r && r <= 0x202E || 0x2066 <= r && r <= 0x2069 || r == 0x2029
			text += string(r)
		}
		if explicit {
			continue
		}
		base, err := strconv.Atoi(fields[2])
		if err != nil {
			t.Fatal(err)
		}
		all := Levels(text, Level(base))
		var levels []Level
		for i := range text {
			levels = append(levels, all[i])
		}
		runes := []rune(text)
		want := strings.Fields(fields[3])
		for i := len(runes) - 1; i >= 0 && (runes[i] == ' ' || want[i] == "x" || class(runes[i]) == bidi.WS); i-- {
			levels[i] = Level(base) // rule L1, which is for whoever breaks lines
		}
		for i := len(runes) - 1; i > 0; i-- {
			if c := class(runes[i]); (c == bidi.S || c == bidi.B) && class(runes[i-1]) == bidi.WS {
				levels[i-1] = Level(base)
			}
		}
		for i := range levels {
			if want[i] != "x" && want[i] != strconv.Itoa(int(levels[i])) {
				failed++
				t.Errorf("line %d: %s with base %d: %v, want %v", n, fields[0], base, levels, want)
				break
			}
		}
		tested++
	}
	if tested < 1000 {
		t.Errorf("only %d cases", tested)
	}
}

func TestMayBeRTL(t *testing.T) {
	for r := rune(0); r < 0x20000; r++ {
		if 0xD800 <= r && r < 0xE000 || r == 0x200F || r == 0x202B || r == 0x202E || r == 0x2067 {
			continue
		}
		c := class(r)
		if (c == bidi.R || c == bidi.AL || c == bidi.AN) && !MayBeRTL(string(r)) {
			t.Errorf("%U (class %d) is passed over", r, c)
		}
	}
}

func TestOrderIsAPermutation(t *testing.T) {
	order := Order([]Level{0, 1, 3, 2, 1, 0, 2})
	slices.Sort(order)
	for i, k := range order {
		if i != k {
			t.Fatal(order)
		}
	}
	if len(Order(nil)) != 0 {
		t.Error("something of nothing")
	}
}

func FuzzLevels(f *testing.F) {
	f.Add("ab (אב 12) cd", uint8(0))
	f.Fuzz(func(t *testing.T, s string, base uint8) {
		base %= 3
		for i, l := range Levels(s, Level(base)) {
			if l < Level(base) || l > Level(base)+2 {
				t.Fatalf("%q: level %d at %d", s, l, i)
			}
		}
	})
}
