package galley

import (
	"strings"
	"testing"
)

func TestWebAddress(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"https://a.example/x?y=1#z", "https://a.example/x?y=1#z"},
		{"http://a.example", "http://a.example"},
		{"https://a.example/\"><b>`", "https://a.example/%22%3E%3Cb%3E%60"},
		{"https://a.example/海", "https://a.example/%E6%B5%B7"},
		{"https://a.example/x?q=a b|c{d}", "https://a.example/x?q=a%20b%7Cc%7Bd%7D"},
		{"http://[::1]:80/a[b]?100%&c=%2F", "http://[::1]:80/a%5Bb%5D?100%25&c=%2F"},
		{"JavaScript:alert(1)", ""},
		{" javascript:alert(1)", ""},
		{"java\nscript:alert(1)", ""},
		{"data:text/html,x", ""},
		{"//a.example", ""},
		{"https:///x", ""},
		{"https://bank.example@evil.example/", ""},
		{"mailto:a@a.example", ""},
		{"", ""},
	} {
		if got := webAddress(tt.in); got != tt.want {
			t.Errorf("webAddress(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestDirection(t *testing.T) {
	for _, tt := range []struct {
		in       string
		is, some bool
	}{
		{"שלום", true, true},
		{"12 – العربية", true, true},
		{"ships שלום", false, true},
		{"été “x”", false, false},
		{"日本", false, false},
		{"12 (3)", false, false},
		{"", false, false},
	} {
		if is, some := IsRTL(tt.in), HasRTL(tt.in); is != tt.is || some != tt.some {
			t.Errorf("%q: IsRTL %v, HasRTL %v", tt.in, is, some)
		}
	}
	for tag, want := range map[string]bool{"ar": true, "he-IL": true, "az-Arab": true, "ar-Latn": false, "en-US": false, "ja": false, "": false, "fa-IR": true} {
		if g := (Galley{Lang: tag}); g.RTL() != want {
			t.Errorf("%q: RTL %v", tag, !want)
		}
	}
}

func TestPrintable(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"a\x00b\u202ec", "abc"},
		{"a\uFFFEb\U0001FFFFc\uFDD0", "a\uFFFDb\uFFFDc\uFFFD"},
		{"lone \xed\xa0\x80", "lone \uFFFD\uFFFD\uFFFD"},
		{" two  words\n", "two words"},
	} {
		if got := printable(tt.in); got != tt.want {
			t.Errorf("printable(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

// A table too wide for Word is a list of its rows.
func TestNarrow(t *testing.T) {
	head := make([]string, maxColumns+1)
	row := make([]Text, len(head))
	head[0], head[2] = "Name", "State"
	row[0], row[1], row[2] = Text{Words: "Crane"}, Text{Words: "old", Cites: []int{2}}, Text{Words: "broken", Cites: []int{1}}
	list, ok := new(setter).narrow(Table{Head: head, Rows: [][]Text{row}}).(List)
	if !ok || len(list.Items) != 1 || list.Items[0].Words != "Name: Crane; old; State: broken" || len(list.Items[0].Cites) != 2 {
		t.Errorf("got %+v", list)
	}
	if _, ok := new(setter).narrow(Table{Head: head[:maxColumns]}).(Table); !ok {
		t.Error("a table that is not too wide is a list")
	}
	if strings.Join(head, "") != "NameState" {
		t.Error("the table was changed")
	}
}
