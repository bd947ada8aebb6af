package doc

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

func TestTextRanges(t *testing.T) {
	plain := NewText("one two  three", 100)

	var collapsed Builder
	collapsed.Append(plain.Slice(0, 7))
	collapsed.Replace(" ", plain.Slice(7, 9))
	collapsed.Append(plain.Slice(9, 14))

	var glued Builder
	glued.Append(plain.Slice(0, 3))
	glued.Insert(" ")
	glued.Append(plain.Slice(4, 7))

	var entity Builder
	entity.Append(NewText("a ", 0))
	entity.Map("&", 2, 7)
	entity.Append(NewText(" b", 7))

	var wide Builder
	wide.MapWide("abc", 2)

	var soft Builder
	soft.Append(NewText("sea", 0))
	soft.Map("", 3, 5)
	soft.Append(NewText("bed", 5))

	for _, tt := range []struct {
		name string
		text Text
		str  string
		want []Range
	}{
		{"whole", plain, "one two  three", []Range{{100, 114}}},
		{"slice", plain.Slice(4, 7), "two", []Range{{104, 107}}},
		{"slice of slice", plain.Slice(4, 14).Slice(5, 10), "three", []Range{{109, 114}}},
		{"collapsed space", collapsed.Text(), "one two three", []Range{{100, 114}}},
		{"after collapsed space", collapsed.Text().Slice(8, 13), "three", []Range{{109, 114}}},
		{"inserted space", glued.Text(), "one two", []Range{{100, 103}, {104, 107}}},
		{"entity", entity.Text(), "a & b", []Range{{0, 9}}},
		{"only the entity", entity.Text().Slice(2, 3), "&", []Range{{2, 7}}},
		{"two bytes a character", wide.Text().Slice(1, 3), "bc", []Range{{4, 8}}},
		{"removed soft hyphen", soft.Text(), "seabed", []Range{{0, 8}}},
		{"before the soft hyphen", soft.Text().Slice(0, 3), "sea", []Range{{0, 3}}},
		{"empty", plain.Slice(3, 3), "", nil},
		{"trimmed", plain.Slice(3, 8).TrimSpace(), "two", []Range{{104, 107}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.text.String(); got != tt.str {
				t.Errorf("String() = %q, want %q", got, tt.str)
			}
			if got := tt.text.Ranges(); !reflect.DeepEqual(got, tt.want) {
				t.Errorf("Ranges() = %v, want %v", got, tt.want)
			}
		})
	}
}

// TestBuilderKeepsPlaces cuts a text into random pieces, puts them together
// again with changes in between, and asks every byte where it came from.
func TestBuilderKeepsPlaces(t *testing.T) {
	const file = "abcdefghijklmnopqrstuvwxyz0123456789"
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		text := NewText(file, 0)
		for range 3 {
			var b Builder
			for at := 0; at < text.Len(); {
				end := min(text.Len(), at+1+rnd.IntN(6))
				switch piece := text.Slice(at, end); rnd.IntN(6) {
				case 0:
					b.Insert(" ")
				case 1:
					b.Replace("", piece)
				case 2:
					b.Replace("_", piece)
				default:
					b.Append(piece)
				}
				at = end
			}
			text = b.Text()
		}
		for i := range text.Len() {
			c := text.String()[i]
			if c == ' ' || c == '_' {
				continue
			}
			rs := text.Slice(i, i+1).Ranges()
			if len(rs) == 0 || rs[0].Start >= len(file) || file[rs[0].Start] != c {
				t.Fatalf("byte %d of %q says it comes from %v", i, text, rs)
			}
		}
	}
}

func TestTextLines(t *testing.T) {
	var got []string
	for _, l := range NewText("a\r\nbc\n\nd\re", 0).Lines() {
		got = append(got, l.String())
	}
	if want := []string{"a", "bc", "", "d", "e"}; !reflect.DeepEqual(got, want) {
		t.Errorf("Lines() = %q, want %q", got, want)
	}
}

func TestDocumentLine(t *testing.T) {
	d := Document{Lines: []int{0, 10, 25}}
	for at, want := range map[int]int{0: 1, 9: 1, 10: 2, 24: 2, 25: 3, 99: 3, -1: 0} {
		if got := d.Line(at); got != want {
			t.Errorf("Line(%d) = %d, want %d", at, got, want)
		}
	}
}

func BenchmarkBuilderAppend(b *testing.B) {
	text := NewText(strings.Repeat("word ", 200), 0)
	b.ReportAllocs()
	for b.Loop() {
		var o Builder
		for i := 0; i+5 <= text.Len(); i += 5 {
			o.Append(text.Slice(i, i+4))
			o.Insert(" ")
		}
		_ = o.Text()
	}
}
