package hyphen

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

// show puts hyphens into a word.
func show(p *Patterns, word string) string {
	var parts []string
	last := 0
	for _, at := range p.Points(nil, word) {
		parts = append(parts, word[last:at])
		last = at
	}
	return strings.Join(append(parts, word[last:]), "-")
}

// What American dictionaries divide, and where the exceptions of the pattern
// file overrule the patterns.
func TestAmerican(t *testing.T) {
	p := For("en-US")
	for _, want := range strings.Fields(`
		hy-phen-ation con-cate-na-tion su-per-cal-ifrag-ilis-tic-ex-pi-ali-do-cious
		al-go-rithm com-puter gov-ern-ment ne-go-ti-a-tion mil-i-tary de-vel-op-ment
		as-so-ciate present project reci-procity ta-ble ref-or-ma-tion
		through though strength the a or-ga-ni-za-tion`) {
		if got := show(p, strings.ReplaceAll(want, "-", "")); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func TestBritish(t *testing.T) {
	p := For("en-GB")
	for _, want := range strings.Fields(`
		uni-ver-sity how-ever ma-nu-script some-thing through-out
		har-bour gov-ern-ment de-vel-op-ment pro-gramme strength`) {
		if got := show(p, strings.ReplaceAll(want, "-", "")); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func TestFor(t *testing.T) {
	for lang, want := range map[string]*Patterns{
		"en": For("en-US"), "EN-us": For("en-US"), "en-CA": For("en-US"),
		"en-AU": For("en-GB"), "en-IE": For("en-GB"), "de": nil, "": nil,
	} {
		if For(lang) != want {
			t.Errorf("For(%q) is another", lang)
		}
	}
}

func TestPointsOfOddWords(t *testing.T) {
	p := For("en-US")
	for _, word := range []string{"", "a", "4th", "don’t", "e-mail", "co\xFFoperation", strings.Repeat("development", 40), "İstanbul"} {
		if got := p.Points(nil, word); len(got) > 0 {
			t.Errorf("%q has hyphens at %v", word, got)
		}
	}
	if got := show(p, "DEVELOPMENT"); got != "DE-VEL-OP-MENT" {
		t.Errorf("capitals: %s", got)
	}
}

func TestParse(t *testing.T) {
	for _, tt := range []struct{ name, lang, file, word, want string }{
		{"plain", "xx", "a1b\nb1c c1d", "aabcdd", "aa-b-c-dd"},
		{"TeX", "xx", "% a comment {\n\\patterns{ % more\na1b\n}\n\\hyphenation{\naabb\n}\n\\endinput\nb1b", "aab", "aab"},
		{"TeX exception", "xx", "\\patterns{a1b}\\hyphenation{aabb}", "aabb", "aabb"},
		{"TeX exception of one word only", "xx", "\\patterns{a1b\n}\n\\hyphenation{aabb}", "aabbb", "aa-bbb"},
		{"dictionary", "xx", "UTF-8\nLEFTHYPHENMIN 3\nRIGHTHYPHENMIN 1\nCOMPOUNDLEFTHYPHENMIN 2\na1a\nf1f/ff=f,1,2\nNEXTLEVEL\nb1b", "aaaabb", "aaa-abb"},
		{"letters of two bytes", "xx", "é1ß ß1é", "aéßéa", "aé-ß-éa"},
		{"first of two", "xx", "a1b a2b", "aabb", "aa-bb"},
		{"larger number", "xx", "a1b .a4a2b", "aabb", "aabb"},
		{"minima", "en", "a1a", "aaaaaa", "aa-a-aaa"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p, err := Parse("f", tt.lang, []byte(tt.file))
			if err != nil {
				t.Fatal(err)
			}
			if got := show(p, tt.word); got != tt.want {
				t.Errorf("%s, want %s", got, tt.want)
			}
		})
	}
}

func TestParseErrors(t *testing.T) {
	for _, tt := range []struct{ name, file, want string }{
		{"nothing", "", "f: has no hyphenation patterns"},
		{"comments only", "% a1b\n", "f: has no hyphenation patterns"},
		{"another encoding", "a1\xE9", "f: is not UTF-8"},
		{"another file", "a1b\n<html>", `f:2: "<html>" is no pattern`},
		{"numbers only", "12", `f:1: "12" is no pattern`},
		{"long", strings.Repeat("a", 80), `is no pattern`},
		{"no word", "\\hyphenation{\n3-d}", `f:2: "3-d" is no word`},
		{"no minimum", "LEFTHYPHENMIN none", `f:1: LEFTHYPHENMIN cannot be "none"`},
		{"large", strings.Repeat("a", maxFile+1), "f: is too large"},
		{"many", strings.Repeat("a ", maxPatterns+1), "f:1: there are more patterns"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := Parse("f", "xx", []byte(tt.file)); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want %s", err, tt.want)
			}
		})
	}
}

// The data is what go generate makes of the files beside it.
func TestBaked(t *testing.T) {
	for lang, data := range map[string][]byte{"en-us": enUS, "en-gb": enGB} {
		text, err := os.ReadFile("data/hyph-" + lang + ".tex")
		if err != nil {
			t.Fatal(err)
		}
		p, err := Parse(lang, lang, text)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(p.Bake(), data) {
			t.Errorf("%s.bin is old: run go generate", lang)
		}
	}
}

// Liang's algorithm as his thesis tells it, with a map of patterns.
func slow(patterns map[string][]uint8, p *Patterns, word string) (points []int) {
	text := "." + word + "."
	levels := make([]uint8, len(text)+1)
	for i := range text {
		for j := i + 1; j <= len(text); j++ {
			for k, n := range patterns[text[i:j]] {
				levels[i+k] = max(levels[i+k], n)
			}
		}
	}
	for i := p.Left; i <= len(word)-p.Right; i++ {
		if levels[i+1]%2 == 1 {
			points = append(points, i)
		}
	}
	return points
}

func TestPointsAsInTheThesis(t *testing.T) {
	text, err := os.ReadFile("data/hyph-en-gb.tex")
	if err != nil {
		t.Fatal(err)
	}
	r := reader{}
	patterns := map[string][]uint8{}
	words := map[string]bool{}
	for line := range strings.Lines(string(text)) {
		if err := r.line(line); err != nil {
			t.Fatal(err)
		}
	}
	for _, p := range r.list {
		patterns[string(p.text)] = p.levels
		words[strings.Trim(string(p.text), ".")+"ations"] = true
	}
	p := For("en-GB")
	for word := range words {
		if got, want := p.Points(nil, word), slow(patterns, p, word); len(got) != len(want) || show(p, word) != join(word, want) {
			t.Fatalf("%s: %v, want %v", word, got, want)
		}
	}
}

func join(word string, points []int) string {
	for i := len(points) - 1; i >= 0; i-- {
		word = word[:points[i]] + "-" + word[points[i]:]
	}
	return word
}

// Whatever the file, it is refused or gives places inside of words.
func FuzzParse(f *testing.F) {
	f.Add("\\patterns{a1b .c2d}\n\\hyphenation{ab-cd}", "abcd")
	f.Add("UTF-8\nLEFTHYPHENMIN 1\né1ß\nNEXTLEVEL", "éß")
	f.Fuzz(func(t *testing.T, file, word string) {
		p, err := Parse("f", "en", []byte(file))
		if err != nil {
			return
		}
		if got := strings.ReplaceAll(show(p, word), "-", ""); got != strings.ReplaceAll(word, "-", "") {
			t.Errorf("%q became %q", word, got)
		}
	})
}

func BenchmarkPoints(b *testing.B) {
	p := For("en-US")
	b.ReportAllocs()
	var points []int
	for b.Loop() {
		points = p.Points(points[:0], "internationalisation")
	}
}
