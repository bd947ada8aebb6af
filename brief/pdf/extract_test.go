package pdf

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"
)

// A said is text of the page with the element that owns it.
type said struct {
	tag   string // of the structure element, or "Artifact"
	text  []byte
	lines []line
}

// A line is what one text-showing operator drew.
type line struct{ x, y, width float64 }

// extract returns the text of the page, marked-content sequence by sequence,
// as the fonts' ToUnicode maps tell it. It checks the content's grammar, that
// nothing is drawn outside of marked content, and that the structure tree and
// its parent tree agree on every sequence.
func extract(p *parsed) (out []said, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	page := p.catalog("Pages", "Kids", 0)
	maps, widths := map[name]map[uint16]string{}, map[name][]any{}
	fonts, _ := p.at(page, "Resources", "Font").(dict)
	for n, f := range fonts {
		maps[n] = readToUnicode(p.at(f, "ToUnicode").(streamed).data)
		widths[n] = p.at(f, "DescendantFonts", 0, "W", 1).([]any)
	}
	owners := owners(p)
	var stack []any
	var font map[uint16]string
	var width []any
	var size, tracking, x, y float64
	open, inText := false, false
	inner := "" // marked content inside of a sequence: reversed, or replaced
	var backwards []string
	sequences := 0
	for _, v := range (&lexer{b: p.at(page, "Contents").(streamed).data}).all() {
		op, ok := v.(operator)
		if !ok {
			stack = append(stack, v)
			continue
		}
		switch op {
		case "BMC":
			if stack[0] == name("ReversedChars") {
				expect(open && inText && inner == "", "ReversedChars inside of %q", inner)
				inner = "ReversedChars"
				break
			}
			expect(!open && stack[0] == name("Artifact"), "BMC %v", stack)
			open = true
			out = append(out, said{tag: "Artifact"})
		case "BDC":
			if actual, ok := stack[1].(dict)["ActualText"]; ok {
				expect(open && inText && inner == "" && stack[0] == name("Span"), "ActualText inside of %q", inner)
				inner = "ActualText"
				out[len(out)-1].text = append(out[len(out)-1].text, textString(actual.(string))...)
				break
			}
			id := stack[1].(dict)["MCID"].(int)
			expect(!open && id == sequences, "sequence %d after %d, open: %t", id, sequences-1, open)
			expect(owners[id] == string(stack[0].(name)), "sequence %d is %s of a %s", id, stack[0], owners[id])
			sequences++
			open = true
			out = append(out, said{tag: owners[id]})
		case "EMC":
			if inner != "" {
				slices.Reverse(backwards)
				out[len(out)-1].text = append(out[len(out)-1].text, strings.Join(backwards, "")...)
				inner, backwards = "", nil
				break
			}
			expect(open && !inText, "EMC without a beginning, or in a text object")
			open = false
		case "Tf":
			font, width, size = maps[stack[0].(name)], widths[stack[0].(name)], float(stack[1])
			expect(font != nil, "font %v", stack[0])
		case "TJ":
			expect(inText, "text outside of a text object")
			drawn := line{x: x, y: y}
			for _, part := range stack[0].([]any) {
				codes, ok := part.(string)
				if !ok {
					drawn.width -= float(part) * size / 1000
					continue
				}
				for i := 0; i < len(codes); i += 2 {
					code := uint16(codes[i])<<8 | uint16(codes[i+1])
					expect(code != 0, ".notdef is drawn")
					text, ok := font[code]
					expect(ok, "glyph %d has no text", code)
					drawn.width += float(width[code])*size/1000 + tracking
					switch inner {
					case "":
						out[len(out)-1].text = append(out[len(out)-1].text, text...)
					case "ReversedChars":
						backwards = append(backwards, text)
					}
				}
			}
			out[len(out)-1].lines = append(out[len(out)-1].lines, drawn)
		case "BT":
			expect(!inText && open, "BT in a text object or outside of marked content")
			inText, x, y = true, 0, 0
		case "ET":
			expect(inText && open, "ET outside")
			inText = false
		case "Td":
			x, y = x+float(stack[0]), y+float(stack[1])
		case "Ts":
			expect(inText, "Ts outside of a text object")
		case "Tc":
			tracking = float(stack[0])
		case "re":
			expect(open && !inText, "rectangle outside of marked content, or in a text object")
		case "rg", "RG", "w", "f", "S", "J", "j", "G", "g":
		default:
			expect(false, "operator %s", op)
		}
		stack = stack[:0]
	}
	expect(!open, "marked content without an end")
	expect(sequences == len(owners), "%d sequences drawn, %d in the parent tree", sequences, len(owners))
	return out, nil
}

func float(v any) float64 {
	if n, ok := v.(int); ok {
		return float64(n)
	}
	return v.(float64)
}

// owners returns the structure type of the element that each marked-content
// sequence belongs to.
func owners(p *parsed) []string {
	holder := map[int]reference{}
	var walk func(l reference, parent any)
	walk = func(l reference, parent any) {
		e := p.get(l).(dict)
		expect(e["P"] == parent, "element %d has parent %v, not %v", l, e["P"], parent)
		kids, _ := e["K"].([]any)
		for _, k := range kids {
			switch k := k.(type) {
			case int:
				_, twice := holder[k]
				expect(!twice, "sequence %d has two owners", k)
				holder[k] = l
			case reference:
				walk(k, l)
			}
		}
	}
	root := p.catalog("StructTreeRoot").(dict)
	walk(root["K"].(reference), p.catalog().(dict)["StructTreeRoot"])
	list := p.at(root["ParentTree"], "Nums", 1).([]any)
	expect(len(list) == len(holder), "%d in the parent tree, %d in the structure tree", len(list), len(holder))
	var out []string
	for i, l := range list {
		expect(holder[i] == l, "sequence %d: owners %v and %v", i, holder[i], l)
		out = append(out, string(p.at(l, "S").(name)))
	}
	return out
}

// readToUnicode reads a map of the kind that this package writes.
func readToUnicode(b []byte) map[uint16]string {
	m := map[uint16]string{}
	code := func(v any) uint16 { s := v.(string); return uint16(s[0])<<8 | uint16(s[1]) }
	_, rest, ok := strings.Cut(string(b), "endcodespacerange")
	expect(ok, "no code space")
	l := &lexer{b: []byte(rest)}
	for {
		n := l.value()
		if n == operator("endcmap") {
			return m
		}
		kind := l.value()
		for range n.(int) {
			from := code(l.value())
			switch kind {
			case operator("beginbfrange"):
				last, to := code(l.value()), code(l.value())
				for c := from; c <= last; c++ {
					m[c] = string(rune(to + c - from))
				}
			case operator("beginbfchar"):
				s := l.value().(string)
				var u []uint16
				for i := 0; i < len(s); i += 2 {
					u = append(u, code(s[i:i+2]))
				}
				expect(len(u) > 0 && u[0] != 0 && u[0] != 0xFEFF && u[0] != 0xFFFE, "glyph %d stands for %x", from, u)
				m[from] = string(utf16.Decode(u))
			}
		}
		end := l.value().(operator)
		expect(strings.HasPrefix(string(end), "endbf"), "block ends with %s", end)
	}
}
