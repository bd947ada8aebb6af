package main

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf16"
)

// pageText returns the text of a page in the order of its content, as the
// fonts' ToUnicode maps tell it (ISO 32000-1, 9.10), strings in reversed order
// put right and replacements put in (14.8.2.3.3, 14.9.4). It reads what fonts
// with two-byte codes draw; text in other fonts is left out.
func (f pdfFile) pageText(page []byte) string {
	fonts := map[string]map[uint16]string{}
	var font map[uint16]string
	var out strings.Builder
	var open []string     // marked content, from outside in: its tag
	var reversed []string // texts of glyphs in reversed order
	replacing := 0        // how deep the content is that a replacement stands for
	show := func(s []byte) {
		codes := stringBytes(s)
		for i := 0; i+1 < len(codes); i += 2 {
			text := font[uint16(codes[i])<<8|uint16(codes[i+1])]
			switch {
			case replacing > 0:
			case slices.Contains(open, "ReversedChars"):
				reversed = append(reversed, text)
			default:
				out.WriteString(text)
			}
		}
	}
	var operand, name []byte // the last operand, and the last that is a name
	for rest := f.content(page); ; {
		var v []byte
		if v, rest = cutValue(rest); len(v) == 0 {
			return out.String()
		}
		switch {
		case v[0] == '/':
			name = v
		case string(v) == "Tf":
			key := string(bytes.TrimPrefix(name, []byte("/")))
			if fonts[key] == nil {
				fonts[key] = toUnicode(f.get(page, "Resources", "Font", key, "ToUnicode").stream)
			}
			font = fonts[key]
		case string(v) == "BMC", string(v) == "BDC":
			open = append(open, string(bytes.TrimPrefix(name, []byte("/"))))
			if text, ok := actualText(operand); ok && replacing == 0 {
				out.WriteString(text)
				replacing = len(open)
			}
		case string(v) == "EMC" && len(open) > 0:
			if replacing == len(open) {
				replacing = 0
			}
			open = open[:len(open)-1]
			if !slices.Contains(open, "ReversedChars") {
				slices.Reverse(reversed)
				out.WriteString(strings.Join(reversed, ""))
				reversed = reversed[:0]
			}
		case string(v) == "Tj":
			show(operand)
		case string(v) == "TJ":
			for _, part := range elements(operand) {
				if part[0] == '(' || part[0] == '<' {
					show(part)
				}
			}
		}
		operand = v
	}
}

// actualText returns the text that a property list gives for marked content.
func actualText(properties []byte) (string, bool) {
	if !bytes.HasPrefix(properties, []byte("<<")) {
		return "", false
	}
	v := entry(properties, "ActualText")
	if len(v) == 0 {
		return "", false
	}
	return strings.TrimPrefix(utf16Text(v), "\uFEFF"), true
}

// content returns a page's content streams, put together.
func (f pdfFile) content(page []byte) []byte {
	contents := f.get(page, "Contents")
	if contents.stream != nil {
		return contents.stream
	}
	var b []byte
	for _, ref := range elements(contents.value) {
		b = append(append(b, f.resolve(ref).stream...), '\n')
	}
	return b
}

// toUnicode reads the map from codes to text.
func toUnicode(cmap []byte) map[uint16]string {
	m := map[uint16]string{}
	var operands [][]byte
	for rest := cmap; ; {
		var v []byte
		if v, rest = cutValue(rest); len(v) == 0 {
			return m
		}
		switch string(v) {
		case "beginbfchar", "beginbfrange":
			operands = operands[:0]
		case "endbfchar":
			for i := 0; i+1 < len(operands); i += 2 {
				m[code(operands[i])] = utf16Text(operands[i+1])
			}
		case "endbfrange":
			for i := 0; i+2 < len(operands); i += 3 {
				addRange(m, operands[i], operands[i+1], operands[i+2])
			}
		default:
			operands = append(operands, v)
		}
	}
}

// addRange adds the codes from first to last, whose texts follow each other
// from the target on, or stand in an array.
func addRange(m map[uint16]string, first, last, target []byte) {
	texts := elements(target)
	units := []rune(utf16Text(target))
	for c, n := int(code(first)), 0; c <= int(code(last)); c, n = c+1, n+1 {
		switch {
		case n < len(texts):
			m[uint16(c)] = utf16Text(texts[n])
		case len(texts) == 0 && len(units) > 0:
			m[uint16(c)] = string(units[:len(units)-1]) + string(units[len(units)-1]+rune(n))
		}
	}
}

func code(v []byte) uint16 {
	b := stringBytes(v)
	if len(b) != 2 {
		return 0
	}
	return uint16(b[0])<<8 | uint16(b[1])
}

func utf16Text(v []byte) string {
	if len(v) == 0 || v[0] != '<' {
		return ""
	}
	b := stringBytes(v)
	units := make([]uint16, 0, len(b)/2)
	for i := 0; i+1 < len(b); i += 2 {
		units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
	}
	return string(utf16.Decode(units))
}
