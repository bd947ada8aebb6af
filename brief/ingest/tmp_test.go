package ingest
import ("testing";"os";"path/filepath")
func benchDir(b *testing.B, glob string){
 fs,_:=filepath.Glob(glob); var all [][]byte; n:=0
 for _,f:=range fs { d,_:=os.ReadFile(f); all=append(all,d); n+=len(d) }
 b.SetBytes(int64(n)); b.ReportAllocs()
 for b.Loop() { for i,d:=range all { Parse(fs[i],d) } }
}
func BenchmarkTmpText(b *testing.B){ benchDir(b,"/tmp/articles/text/*") }
func BenchmarkTmpHTML(b *testing.B){ benchDir(b,"/tmp/articles/html/*") }
