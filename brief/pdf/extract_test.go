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
	kind  string // of an artifact
	text  []byte
	lines []line
}

// A line is what one text-showing operator drew.
type line struct{ x, y, width float64 }

// extract returns the text of the pages, marked-content sequence by sequence,
// as the fonts' ToUnicode maps and the Spans with an ActualText tell it. It
// checks the contents' grammar, that nothing is drawn outside of marked
// content, and that the structure tree and its parent tree agree on every
// sequence.
func extract(p *parsed) (out []said, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	pages := p.catalog("Pages", "Kids").([]any)
	expect(p.catalog("Pages", "Count") == len(pages), "%d pages, count %v", len(pages), p.catalog("Pages", "Count"))
	owners := owners(p)
	expect(len(owners) == len(pages), "%d pages in the parent tree, %d in the file", len(owners), len(pages))
	for i, page := range pages {
		expect(p.at(page, "StructParents") == i, "page %d has key %v", i, p.at(page, "StructParents"))
		out = append(out, extractPage(p, page, owners[i])...)
	}
	return out, nil
}

func extractPage(p *parsed, page any, owners []string) (out []said) {
	maps, widths := map[name]map[uint16]string{}, map[name][]any{}
	fonts, _ := p.at(page, "Resources", "Font").(dict)
	pictures, _ := p.at(page, "Resources", "XObject").(dict)
	for n, f := range fonts {
		expect(p.at(f, "Encoding") == name("Identity-H"), "encoding %v", p.at(f, "Encoding"))
		maps[n] = readToUnicode(p.at(f, "ToUnicode").(streamed).data)
		widths[n] = p.at(f, "DescendantFonts", 0, "W", 1).([]any)
	}
	var stack []any
	var font map[uint16]string
	var width []any
	var size, tracking, x, y float64
	open, inText := false, false
	actual, inSpan, reversed := "", false, false
	sequences := 0
	for _, v := range (&lexer{b: p.at(page, "Contents").(streamed).data}).all() {
		op, ok := v.(operator)
		if !ok {
			stack = append(stack, v)
			continue
		}
		switch op {
		case "BMC":
			expect(stack[0] == name("ReversedChars"), "BMC %v", stack)
			expect(open && inText && !inSpan && !reversed, "ReversedChars outside of text")
			reversed = true
		case "BDC":
			properties := stack[1].(dict)
			if s, ok := properties["ActualText"]; ok {
				expect(open && inText && !inSpan, "a Span in a Span or outside of text")
				actual, inSpan = textString(s), true
				break
			}
			expect(!open, "marked content in marked content")
			open = true
			id, ok := properties["MCID"].(int)
			if !ok {
				expect(stack[0] == name("Artifact") && (properties["Type"] == name("Layout") || properties["Type"] == name("Pagination")), "BDC %v", stack)
				out = append(out, said{tag: "Artifact", kind: string(properties["Type"].(name))})
				break
			}
			expect(id == sequences, "sequence %d after %d", id, sequences-1)
			expect(owners[id] == string(stack[0].(name)), "sequence %d is %s of a %s", id, stack[0], owners[id])
			sequences++
			out = append(out, said{tag: owners[id]})
		case "EMC":
			if reversed {
				reversed = false
				break
			}
			if inSpan {
				out[len(out)-1].text = append(out[len(out)-1].text, actual...)
				inSpan = false
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
					expect(ok, "code %x has no text", code)
					drawn.width += float(width[code])*size/1000 + tracking
					if !inSpan {
						out[len(out)-1].text = append(out[len(out)-1].text, text...)
					}
				}
			}
			out[len(out)-1].lines = append(out[len(out)-1].lines, drawn)
		case "BT":
			expect(!inText && open, "BT in a text object or outside of marked content")
			inText, x, y = true, 0, 0
		case "ET":
			expect(inText && open && !inSpan, "ET outside")
			inText = false
		case "Td":
			x, y = x+float(stack[0]), y+float(stack[1])
		case "Ts":
			expect(inText, "Ts outside of a text object")
		case "Tc":
			tracking = float(stack[0])
		case "Do":
			expect(open && !inText && pictures[stack[0].(name)] != nil, "picture %v", stack[0])
		case "re", "m", "l", "c", "h", "f", "f*":
			expect(open && !inText, "%s outside of marked content, or in a text object", op)
		case "rg", "RG", "w", "S", "J", "j", "G", "g", "q", "Q", "cm":
		default:
			expect(false, "operator %s", op)
		}
		stack = stack[:0]
	}
	expect(!open, "marked content without an end")
	expect(sequences == len(owners), "%d sequences drawn, %d in the parent tree", sequences, len(owners))
	return out
}

func float(v any) float64 {
	if n, ok := v.(int); ok {
		return float64(n)
	}
	return v.(float64)
}

// owners returns by page the structure type of the element that each
// marked-content sequence belongs to.
func owners(p *parsed) [][]string {
	type sequence struct{ page, id int }
	pages := p.catalog("Pages", "Kids").([]any)
	holder := map[sequence]reference{}
	var walk func(l reference, parent any)
	walk = func(l reference, parent any) {
		e := p.get(l).(dict)
		expect(e["P"] == parent, "element %d has parent %v, not %v", l, e["P"], parent)
		kids, _ := e["K"].([]any)
		hold := func(page any, id int) {
			s := sequence{slices.Index(pages, page), id}
			_, twice := holder[s]
			expect(s.page >= 0 && !twice, "sequence %v of %d has two owners or no page", s, l)
			holder[s] = l
		}
		for _, k := range kids {
			switch k := k.(type) {
			case int:
				hold(e["Pg"], k)
			case dict:
				if k["Type"] == name("MCR") {
					hold(k["Pg"], k["MCID"].(int))
				}
			case reference:
				walk(k, l)
			}
		}
	}
	root := p.catalog("StructTreeRoot").(dict)
	walk(root["K"].(reference), p.catalog().(dict)["StructTreeRoot"])
	numbers := p.at(root["ParentTree"], "Nums").([]any)
	var out [][]string
	total := 0
	for page := range pages {
		list := numbers[2*page+1].([]any)
		expect(numbers[2*page] == page, "key %v of page %d", numbers[2*page], page)
		var tags []string
		for i, l := range list {
			expect(holder[sequence{page, i}] == l, "sequence %d: owners %v and %v", i, holder[sequence{page, i}], l)
			tags = append(tags, string(p.at(l, "S").(name)))
		}
		out = append(out, tags)
		total += len(tags)
	}
	expect(total == len(holder), "%d in the parent tree, %d in the structure tree", total, len(holder))
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
