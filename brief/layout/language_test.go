package layout

import (
	"slices"
	"strings"
	"testing"
)

func TestStretches(t *testing.T) {
	for _, tt := range []struct {
		page, text string
		want       []string // with the language before what is in another
	}{
		{"en", "Nothing – but “Latin” and Ελλάς.", []string{"Nothing – but “Latin” and Ελλάς."}},
		{"en", "", []string{""}},
		{"en", "Say 日本語で, in May.", []string{"Say ", "ja:日本語で", ", in May."}},
		{"en", "(שלום 12 עולם) 3", []string{"(", "he:שלום 12 עולם", ") 3"}},
		{"en", "שלום ships עולם", []string{"he:שלום", " ships ", "he:עולם"}},
		{"en", "שלום日本", []string{"he:שלום", "und-Hani:日本"}},
		{"en", "ב\u05B7ב", []string{"he:ב\u05B7ב"}},
		{"he", "שלום ships", []string{"שלום ships"}},
		{"ja", "日本の船 and 한국", []string{"日本の船 and ", "ko:한국"}},
		{"fa", "سلام", []string{"سلام"}},
		{"en", "چای", []string{"und-Arab:چای"}},
		{"en", "x\xff日", []string{"x\xff", "und-Hani:日"}},
	} {
		var got []string
		for _, s := range Stretches(tt.page, tt.text) {
			if s.Language != "" {
				s.Text = s.Language + ":" + s.Text
			}
			got = append(got, s.Text)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("Stretches(%q, %q) = %q, want %q", tt.page, tt.text, got, tt.want)
		}
	}
}

func FuzzStretches(f *testing.F) {
	f.Add("a 日本 שלום ب\u064B\xff")
	f.Fuzz(func(t *testing.T, s string) {
		var b strings.Builder
		for _, x := range Stretches("en", s) {
			b.WriteString(x.Text)
		}
		if b.String() != s {
			t.Errorf("%q comes back as %q", s, b.String())
		}
	})
}
