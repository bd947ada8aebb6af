package pdf

import (
	"strings"
	"testing"
)

func TestInfo(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"plain", "Quay repairs (draft)", "Quay repairs (draft)"},
		{"lines", " Quay\r\n\trepairs ", "Quay   repairs"},
		{"control characters", "a\x00b\x1Bc\x7Fd\u009Fe", "abcde"},
		{"not UTF-8", "a\xFFb\xED\xA0\x80", "a\uFFFDb\uFFFD\uFFFD\uFFFD"},
		{"noncharacters", "a\uFFFE\uFFFF\uFDD0\U0010FFFFb", "ab"},
		{"line separator", "a\u2028b", "a b"},
		{"beyond the basic plane", "🚢", "🚢"},
		{"long ASCII", strings.Repeat("x", 5000), strings.Repeat("x", 4000) + "…"},
		{"long", strings.Repeat("é", 4001), strings.Repeat("é", 4000) + "…"},
		{"just so long", strings.Repeat("é", 4000), strings.Repeat("é", 4000)},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := info(tt.in); got != tt.want {
				t.Errorf("info(%+q) = %+q, want %+q", tt.in, got, tt.want)
			}
		})
	}
}

func TestAppendText(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"ASCII", "Quay", "(Quay)"},
		{"empty", "", "()"},
		{"parentheses", `a) >>>> \(`, `(a\) >>>> \\\()`},
		{"accent", "é", "(\xE9)"},
		{"typography", "“‘a–b—c’…” • € „‚", "(\x8D\x8Fa\x85b\x84c\x90\x83\x8E \x80 \xA0 \x8C\x91)"},
		{"like a byte order mark", "þÿ", "<FEFF00FE00FF>"},
		{"like another", "ï»¿", "<FEFF00EF00BB00BF>"},
		{"soft hyphen", "a\u00ADb", "<FEFF006100AD0062>"},
		{"no-break space", "a\u00A0b", "<FEFF006100A00062>"},
		{"pair", "🚢", "<FEFFD83DDEA2>"},
		{"mixed", "a)š", "<FEFF006100290161>"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := string(appendText(nil, tt.in)); got != tt.want {
				t.Errorf("appendText(%+q) = %s, want %s", tt.in, got, tt.want)
			}
		})
	}
}

func TestAppendString(t *testing.T) {
	all := make([]byte, 256)
	for i := range all {
		all[i] = byte(i)
	}
	written := appendString(nil, string(all))
	if got := (&lexer{b: written}).value(); got != string(all) {
		t.Errorf("all bytes: %q", got)
	}
}

func TestAppendName(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"plain", "Table", "/Table"},
		{"media type", "text/x-a+b", "/text#2Fx-a+b"},
		{"delimiters", "a b(c)#é", "/a#20b#28c#29#23#C3#A9"},
		{"long", strings.Repeat("n", 200), "/" + strings.Repeat("n", 127)},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := string(appendName(nil, tt.in)); got != tt.want {
				t.Errorf("appendName(%q) = %s, want %s", tt.in, got, tt.want)
			}
		})
	}
}

func TestLanguage(t *testing.T) {
	for _, ok := range []string{"en", "en-GB", "zh-Hant-TW", "de-1996", "kok"} {
		if language(ok) != ok {
			t.Errorf("%q is refused", ok)
		}
	}
	for _, bad := range []string{"", "e", "english", "en_GB", "en-", "-en", "en--GB", "e1", "en-)>>", "en-toolongpart", "é-FR", "en" + strings.Repeat("-x", 99)} {
		if got := language(bad); got != "" {
			t.Errorf("%q is taken for %q", bad, got)
		}
	}
}
