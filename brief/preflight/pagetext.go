package preflight

import (
	"slices"
	"strings"
)

// Pages returns how many pages the file has.
func (f *File) Pages() int { return len(f.pages()) }

// Tagged reports whether the file says that it has a structure tree, and has
// one (ISO 32000-1, 14.7, 14.8).
func (f *File) Tagged() bool {
	return f.isTrue(f.in(f.trailer, "Root", "MarkInfo", "Marked")) && f.in(f.trailer, "Root", "StructTreeRoot", "K") != nil
}

// Text returns the text of all pages in the order of their content: what the
// fonts' ToUnicode maps tell (ISO 32000-1, 9.10), and, where marked content
// says so, the text that stands for it (14.9.4) or the reverse (14.8.2.3.3).
// It reads what fonts with two-byte codes draw; text in other fonts, and in
// forms, is left out.
func (f *File) Text() string {
	var out strings.Builder
	budget := maxValues
	for _, p := range f.pages() {
		f.pageText(&out, p, &budget)
		out.WriteByte('\n')
	}
	return out.String()
}

// pageText writes the text of a page.
func (f *File) pageText(out *strings.Builder, p page, budget *int) {
	data, err := f.content(p.dict)
	if err != nil {
		return
	}
	resources := f.dict(p.inherited("Resources"))
	fonts := map[name]map[uint16]string{}
	var font map[uint16]string
	var operands array
	var open []name       // marked content, the outermost first
	hidden := 0           // how deep the content is that another text stands for; 0: none
	var reversed []string // what is drawn in reversed order
	show := func(v value) {
		b, _ := v.(text)
		for i := 0; i+1 < len(b) && hidden == 0; i += 2 {
			s := font[uint16(b[i])<<8|uint16(b[i+1])]
			if slices.Contains(open, "ReversedChars") {
				reversed = append(reversed, s)
			} else {
				out.WriteString(s)
			}
		}
	}
	*budget -= len(data) / scanned
	l := &lexer{b: data, content: true, budget: budget}
	for {
		v, err := l.value(0)
		if err != nil {
			return
		}
		k, ok := v.(keyword)
		if !ok {
			operands = append(operands, v)
			continue
		}
		last := elementAt(operands, max(0, len(operands)-1))
		switch k {
		case "Tf":
			key, _ := elementAt(operands, 0).(name)
			if fonts[key] == nil {
				fonts[key] = f.toUnicode(f.in(resources, "Font", key, "ToUnicode"))
			}
			font = fonts[key]
		case "Tj", "'", "\"":
			show(last)
		case "TJ":
			parts, _ := last.(array)
			for _, part := range parts {
				show(part)
			}
		case "BMC", "BDC":
			tag, _ := elementAt(operands, 0).(name)
			if open = append(open, tag); len(open) > maxNesting {
				return
			}
			if key, ok := last.(name); ok && k == "BDC" {
				last = f.in(resources, "Properties", key)
			}
			if actual, ok := f.text(f.dict(last)["ActualText"]); ok && hidden == 0 {
				out.WriteString(decodeText(actual))
				hidden = len(open)
			}
		case "EMC":
			if len(open) == 0 {
				break
			}
			if hidden == len(open) {
				hidden = 0
			}
			if open = open[:len(open)-1]; !slices.Contains(open, "ReversedChars") {
				slices.Reverse(reversed)
				out.WriteString(strings.Join(reversed, ""))
				reversed = reversed[:0]
			}
		}
		operands = operands[:0]
	}
}
