package deflate

import (
	"bytes"
	"compress/zlib"
	"io"
	"math/rand/v2"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// inflated reads what Zlib wrote, by the standard library.
func inflated(t *testing.T, b []byte) []byte {
	t.Helper()
	r, err := zlib.NewReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	out, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func noise(n int) []byte {
	b := make([]byte, n)
	rand.NewChaCha8([32]byte{1}).Read(b)
	return b
}

// objects returns text like that of a PDF file's objects.
func objects(n int) []byte {
	rnd := rand.New(rand.NewPCG(1, 2))
	tags := []string{"P", "LI", "LBody", "TD", "Reference", "Link"}
	var b []byte
	for i := 0; len(b) < n; i++ {
		b = append(b, "<</S/"...)
		b = append(b, tags[rnd.IntN(len(tags))]...)
		b = append(b, "/P "...)
		b = strconv.AppendInt(b, int64(i-rnd.IntN(9)), 10)
		b = append(b, " 0 R/Pg 4 0 R/K["...)
		b = strconv.AppendInt(b, int64(i), 10)
		b = append(b, "]>>\n"...)
	}
	return b
}

// fibonacci returns bytes that come so unequally often that a Huffman tree of
// them is deeper than a code may be.
func fibonacci() []byte {
	var b []byte
	x, y := 1, 1
	for c := range 24 {
		b = append(b, bytes.Repeat([]byte{byte(c * 7)}, x)...)
		x, y = y, x+y
	}
	rand.New(rand.NewPCG(3, 4)).Shuffle(len(b), func(i, j int) { b[i], b[j] = b[j], b[i] })
	return b
}

func TestZlib(t *testing.T) {
	everyByte := make([]byte, 256)
	for i := range everyByte {
		everyByte[i] = byte(i)
	}
	for _, tt := range []struct {
		name string
		data []byte
		most int // bytes
	}{
		{"nothing", nil, 8},
		{"one byte", []byte("x"), 9},
		{"too short to match", []byte("abcab"), 14},
		{"one byte again and again", bytes.Repeat([]byte{0}, 100000), 450},
		{"two bytes", bytes.Repeat([]byte("ab"), 5000), 80},
		{"every byte once", everyByte, 256 + 12},
		{"noise", noise(1000), 1000 + 12},
		{"much noise", noise(200000), 200000 + 300},
		{"objects", objects(30000), 4000},
		{"many blocks", objects(1 << 20), 160000},
		{"deep tree", fibonacci(), 48000},
		{"far back", bytes.Repeat(noise(window-1), 2), window * 102 / 100},
		{"farther back", bytes.Repeat(noise(window+1), 2), 2*window + 100},
		{"longest matches", []byte(strings.Repeat("q", maxMatch) + "r" + strings.Repeat("q", 2*maxMatch+1)), 40},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := Zlib(tt.data)
			if got := inflated(t, b); !bytes.Equal(got, tt.data) {
				t.Fatalf("%d bytes came back as %d others", len(tt.data), len(got))
			}
			if len(b) > tt.most {
				t.Errorf("%d bytes take %d, want at most %d", len(tt.data), len(b), tt.most)
			}
		})
	}
}

func TestCuts(t *testing.T) {
	data := append(objects(3000), noise(500)...)
	for _, cuts := range [][]int{{0}, {3000}, {1, 2, 3}, {3000, 3001, len(data)}, {len(data) + 5}, {-1, 700, 700}} {
		if got := inflated(t, Zlib(data, cuts...)); !bytes.Equal(got, data) {
			t.Errorf("cuts %v: other data come back", cuts)
		}
	}
	if with, without := len(Zlib(data, len(data)-500)), len(Zlib(data)); with >= without {
		t.Errorf("%d bytes with a cut where the data change, %d without", with, without)
	}
}

// The standard library's best is the measure.
func TestSize(t *testing.T) {
	data := objects(30000)
	var b bytes.Buffer
	w, err := zlib.NewWriterLevel(&b, zlib.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	w.Write(data)
	w.Close()
	if got := len(Zlib(data)); got > b.Len()*102/100 {
		t.Errorf("%d bytes, the standard library needs %d", got, b.Len())
	}
}

// What was compressed before leaves no trace.
func TestSameBytes(t *testing.T) {
	data := objects(20000)
	want := Zlib(data)
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			for range 5 {
				Zlib(noise(5000 * i))
				if !bytes.Equal(Zlib(data), want) {
					t.Error("the same data give other bytes")
				}
			}
		})
	}
	all.Wait()
}

func FuzzZlib(f *testing.F) {
	f.Add([]byte("quay"), 3, 1)
	f.Add(objects(500), 40, 100)
	f.Add(noise(100), 700, 3000)
	f.Fuzz(func(t *testing.T, data []byte, times, cut int) {
		data = bytes.Repeat(data, max(1, times%50))
		if len(data) > 1<<17 {
			return
		}
		if got := inflated(t, Zlib(data, cut)); !bytes.Equal(got, data) {
			t.Errorf("%d bytes came back as %d others", len(data), len(got))
		}
	})
}

func BenchmarkZlib(b *testing.B) {
	data := objects(30000)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		Zlib(data)
	}
}
