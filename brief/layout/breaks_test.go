package layout

import (
	"strings"
	"testing"
)

// chances shows where a line may end: "|" gladly, "/" rather not.
func chances(s string) string {
	var b strings.Builder
	for from := 0; from < len(s); {
		to, next, c := nextBreak(s, from)
		b.WriteString(s[from:to])
		switch {
		case c == 0:
			b.WriteByte('|')
		case c != never:
			b.WriteByte('\\')
		}
		from = next
	}
	return b.String()
}

func TestNextBreak(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"words", "the old quay", `the\old|quay`},
		{"sum with its sign", "paid $ 9.3 million at once", `paid|$ 9.3 million|at\once`},
		{"sum with its code", "EUR 40 thousand each", "EUR 40 thousand|each"},
		{"number with its unit", "after 12 km, 40 percent", "after|12 km,|40 percent"},
		{"number with what it counts", "all 12 ships", `all|12\ships`},
		{"day with its month", "by 4 March 2031", `by\4 March|2031`},
		{"month with its day", "on March 4, 2031", `on\March 4,|2031`},
		{"month with its year", "since March 2031", "since|March|2031"},
		{"title with its name", "to Dr. Aune and Gen. Ortiz", `to\Dr. Aune|and\Gen. Ortiz`},
		{"initial with its name", "by J. Aune", `by\J. Aune`},
		{"numbered thing", "see No. 7 there", `see|No. 7\there`},
		{"article", "a ship", `a\ship`},
		{"dash stays with what it follows", "the quay – old – fell", `the\quay –|old –|fell`},
		{"dot between parts", "9 March · 3 sources", `9 March ·|3\sources`},
		{"hyphen", "harbour-master", `harbour-\master`},
		{"short word with hyphen", "e-mail", "e-mail"},
		{"number with hyphen", "5-year, 2031-03", "5-year,|2031-03"},
		{"dash between words", "Oslo–Bergen", `Oslo–\Bergen`},
		{"dash between numbers", "09:00–09:45", "09:00–09:45"},
		{"em dash", "the quay—old—fell", `the\quay—\old—\fell`},
		{"slash", "berths/moorings and/or", `berths/\moorings|and/or`},
		{"address", "at www.port.example/plans?year=2031", `at\www.\port.\example/\plans?\year=\2031`},
		{"abbreviation", "U.S.-led", `U.S.-\led`},
		{"fixed space", "9\u00A0300 tons", "9\u00A0300\\tons"},
		{"Japanese", "港湾局「計画」を、", "港|湾|局|「計|画」|を、"},
		{"Thai", "ท่าเรือ", "ท่า|เรื|อ"},
		{"Latin in Japanese", "港PORT局", "港|PORT|局"},
		{"space at the end", "quay ", "quay|"},
		{"spaces inside glue at the end", "$ ", "$|"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := chances(tt.in); got != tt.want {
				t.Errorf("%q: %s, want %s", tt.in, got, tt.want)
			}
		})
	}
}

// Atoms follow each other without a gap, and none is empty.
func FuzzNextBreak(f *testing.F) {
	f.Add("paid $ 9.3 million – at once/again by J. Dahl-Aune")
	f.Add("港湾 ท่าเรือ - – — / http://x.example/a.b")
	f.Fuzz(func(t *testing.T, s string) {
		s = Printable(s)
		for from := 0; from < len(s); {
			to, next, _ := nextBreak(s, from)
			if to < from || next < to || next == from || strings.Trim(s[to:next], " ") != "" {
				t.Fatalf("%q from %d: %d, %d", s, from, to, next)
			}
			from = next
		}
	})
}
