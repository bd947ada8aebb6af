package brief

import (
	"context"
	"strings"
	"testing"
)

// A profile's patterns come from the file that it names, and what is wrong with
// that is said with its name and line.
func TestHyphenationFile(t *testing.T) {
	for _, tt := range []struct{ name, file, text, want string }{
		{"patterns", "hyph-xx.pat.txt", "a1b", ""},
		{"no patterns", "hyph-xx.pat.txt", "a1b\n{broken]", "hyph-xx.pat.txt:2: "},
		{"no file", "none.pat.txt", "", "none.pat.txt: cannot be read"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			o := sample()
			o.Profile.Page.Hyphenation = tt.file
			if tt.text != "" {
				o.Hyphenation = []byte(tt.text)
			}
			_, err := Build(context.Background(), o)
			if tt.want == "" && err != nil || tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)) {
				t.Errorf("error %v, want %q", err, tt.want)
			}
		})
	}
}
