package selection

import "testing"

func BenchmarkTmpRead(b *testing.B) {
	x := bundles(b)[0]
	a := read(x.in)
	b.Log(len(a.toks), len(a.lex.words), len(a.lex.stems))
	for b.Loop() {
		read(x.in)
	}
}
