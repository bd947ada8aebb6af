package preflight

import "unicode/utf8"

// toUnicode reads a font's map from codes to text (ISO 32000-1, 9.10.3).
func (f *File) toUnicode(v value) map[uint16]string {
	m := map[uint16]string{}
	s := f.stream(v)
	if s == nil {
		return m
	}
	data, err := f.decode(s)
	if err != nil {
		return m
	}
	f.budget -= len(data) / scanned
	l := &lexer{b: data, content: true, budget: &f.budget}
	var operands array
	for {
		v, err := l.value(0)
		if err != nil {
			return m
		}
		switch k, _ := v.(keyword); k {
		case "":
			operands = append(operands, v)
		case "endbfchar":
			for i := 0; i+1 < len(operands); i += 2 {
				if c, ok := code(operands[i]); ok {
					to, _ := operands[i+1].(text)
					m[c] = utf16Text(string(to))
				}
			}
			operands = nil
		case "endbfrange":
			for i := 0; i+2 < len(operands); i += 3 {
				if !addRange(m, operands[i], operands[i+1], operands[i+2], l.budget) {
					return m
				}
			}
			operands = nil
		default:
			operands = nil
		}
	}
}

// addRange adds the codes from first to last, whose texts follow each other
// from the target on, or stand in an array. It reports whether the budget
// allows that: ranges are short, and what they say is not.
func addRange(m map[uint16]string, first, last, target value, budget *int) bool {
	from, ok1 := code(first)
	to, ok2 := code(last)
	if !ok1 || !ok2 {
		return true
	}
	if *budget -= max(0, int(to)-int(from)); *budget < 0 {
		return false
	}
	for c := int(from); c <= int(to); c++ {
		switch target := target.(type) {
		case array:
			if t, ok := elementAt(target, c-int(from)).(text); ok {
				m[uint16(c)] = utf16Text(string(t))
			}
		case text:
			s := utf16Text(string(target))
			r, n := utf8.DecodeLastRuneInString(s)
			if n > 0 {
				m[uint16(c)] = s[:len(s)-n] + string(r+rune(c)-rune(from))
			}
		}
	}
	return true
}

func code(v value) (uint16, bool) {
	b, ok := v.(text)
	if !ok || len(b) != 2 {
		return 0, false
	}
	return uint16(b[0])<<8 | uint16(b[1]), true
}
