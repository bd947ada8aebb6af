package selection

import (
	"os"
	"strings"
	"testing"

	"github.com/kljensen/snowball/english"
)

func TestTmpVocab(t *testing.T) {
	d, _ := os.ReadFile("/root/go/pkg/mod/github.com/kljensen/snowball@v0.10.0/english_vocab/vocab_test.go")
	bad, n := 0, 0
	for _, l := range strings.Split(string(d), "\n") {
		f := strings.Split(l, "\"")
		if len(f) < 5 {
			continue
		}
		w := f[1]
		ok := true
		for _, c := range w {
			if c < 'a' || c > 'z' {
				ok = false
			}
		}
		if !ok {
			continue
		}
		n++
		want := english.Stem(w, true)
		if got := string(stem([]byte(w))); got != want {
			bad++
			if bad < 30 {
				t.Errorf("%s: %s want %s", w, got, want)
			}
		}
	}
	t.Log(n, bad)
}

func BenchmarkStem(b *testing.B) {
	buf := make([]byte, 0, 40)
	for b.Loop() {
		for _, w := range []string{"cooperation", "exercises", "military", "strengthening", "ministers", "policies"} {
			stem(append(buf[:0], w...))
		}
	}
}
