package clean

import (
	"slices"
	"strings"
	"unicode/utf8"

	"readahead/brief/doc"
)

// joinLines makes paragraphs of the lines that are left. Where the text was
// wrapped to a measure, as mail and typescript are, the lines of a paragraph
// are joined; elsewhere each line is a paragraph.
func joinLines(d doc.Document) doc.Document {
	w := newWrap(d)
	e := startEdit(d)
	for _, block := range d.Blocks {
		b, ok := block.(doc.Lines)
		if !ok {
			e.keep(block)
			continue
		}
		for i := 0; i < len(b.Lines); {
			j := i + 1
			for j < len(b.Lines) && w.runsOn(b.Lines[j-1].String(), b.Lines[j].String()) {
				j++
			}
			if t := w.join(b.Lines[i:j]); t.Len() > 0 {
				e.keep(doc.Paragraph{Text: t})
			}
			i = j
		}
	}
	return e.done()
}

// A wrap knows how the lines of a document were broken.
type wrap struct {
	doc     doc.Document
	measure int             // characters in the longest lines; 0 if the text is not wrapped
	words   map[string]bool // of the document, in lower case; read when first needed
}

// The measures between which text counts as wrapped: narrower is a table or a
// verse, wider a paragraph on one line.
const (
	narrowest = 40
	widest    = 130
)

// newWrap finds the measure of d: the length that all but a few of the lines
// in blocks of several lines keep to. Text is wrapped if many of those lines
// that are nearly as long stop in the middle of a sentence.
func newWrap(d doc.Document) *wrap {
	w := &wrap{doc: d}
	var lengths []int
	for _, block := range d.Blocks {
		if b, ok := block.(doc.Lines); ok && len(b.Lines) > 1 {
			for _, t := range b.Lines {
				lengths = append(lengths, utf8.RuneCountInString(t.String()))
			}
		}
	}
	if len(lengths) == 0 {
		return w
	}
	all := slices.Clone(lengths)
	slices.Sort(all)
	measure := all[(len(all)-1)*97/100]
	if measure < narrowest || measure > widest {
		return w
	}
	full, open, k := 0, 0, 0
	for _, block := range d.Blocks {
		b, ok := block.(doc.Lines)
		if !ok || len(b.Lines) < 2 {
			continue
		}
		for i, t := range b.Lines {
			if lengths[k] > measure*3/4 && i+1 < len(b.Lines) {
				full++
				if next := strings.TrimLeft(b.Lines[i+1].String(), " "); startsLower(next) && !endsSentence(t.String()) {
					open++
				}
			}
			k++
		}
	}
	if open >= 2 && open*4 >= full || open == 1 && full <= 2 {
		w.measure = measure
	}
	return w
}

// runsOn reports whether the paragraph or item goes on from line to next: line
// has no room for the first word of next, or it stops in mid-sentence.
func (w *wrap) runsOn(line, next string) bool {
	if w.measure == 0 {
		return false
	}
	line = strings.TrimRight(line, " ")
	indent := len(next) - len(strings.TrimLeft(next, " "))
	before := len(line) - len(strings.TrimLeft(line, " "))
	next = next[indent:]
	if next == "" || indent > before+1 && startsUpper(next) {
		return false
	}
	n := utf8.RuneCountInString(line)
	if startsLower(next) && n*2 > w.measure && !endsSentence(line) {
		return true
	}
	word, _, _ := strings.Cut(next, " ")
	return n+1+utf8.RuneCountInString(word) > w.measure
}

// join returns the lines as one text with spaces in place of the line ends. A
// word that was broken at a hyphen is made whole.
func (w *wrap) join(lines []doc.Text) doc.Text {
	if len(lines) == 1 {
		return lines[0].TrimSpace()
	}
	var b doc.Builder
	for i, t := range lines {
		t = t.TrimSpace()
		if i+1 == len(lines) {
			b.Append(t)
			break
		}
		next := lines[i+1].TrimSpace()
		switch s := t.String(); w.breakAt(s, next.String()) {
		case wholeWord:
			k := strings.LastIndexAny(s, "-\u00ad")
			b.Append(t.Slice(0, k))
			b.Replace("", t.Slice(k, len(s)))
		case compound:
			b.Append(t)
		default:
			b.Append(t)
			b.Insert(" ")
		}
	}
	return b.Text()
}

// A lineBreak says what a line end stands for.
type lineBreak int

const (
	space     lineBreak = iota
	wholeWord           // a word divided at a hyphen that is not its own
	compound            // a word divided behind a hyphen of its own
)

// breakAt judges the end of line, which next follows. The hyphen stays if the
// document has the compound elsewhere, or both of its halves and not the
// whole.
func (w *wrap) breakAt(line, next string) lineBreak {
	if strings.HasSuffix(line, "\u00ad") {
		return wholeWord
	}
	n := len(line)
	if n < 2 || line[n-1] != '-' || !isWordEnd(line[:n-1]) || !isWordStart(next) {
		return space
	}
	if !startsLower(next) {
		return compound
	}
	left := strings.ToLower(line[lastWord(line[:n-1]) : n-1])
	right := strings.ToLower(next[:firstWord(next)])
	w.readWords()
	switch {
	case w.words[left+right]:
		return wholeWord
	case w.words[left+"-"+right], w.words[left] && w.words[right]:
		return compound
	}
	return wholeWord
}

// readWords fills words with the words of the document, and with those that
// a hyphen joins. The halves of words divided at line ends don't count.
func (w *wrap) readWords() {
	if w.words != nil {
		return
	}
	w.words = make(map[string]bool)
	for _, block := range w.doc.Blocks {
		divided := false
		for _, t := range doc.Texts(block) {
			s := strings.TrimSpace(t.String())
			if divided {
				s = s[firstWord(s):]
			}
			if divided = strings.HasSuffix(s, "-"); divided {
				s = s[:lastWord(s[:len(s)-1])]
			}
			w.addWords(s)
		}
	}
}

func (w *wrap) addWords(s string) {
	for s != "" {
		n := firstWord(s)
		if n == 0 {
			_, n = utf8.DecodeRuneInString(s)
			s = s[n:]
			continue
		}
		word := strings.ToLower(s[:n])
		w.words[word] = true
		s = s[n:]
		if len(s) > 1 && s[0] == '-' {
			if k := firstWord(s[1:]); k > 0 {
				w.words[word+"-"+strings.ToLower(s[1:1+k])] = true
			}
		}
	}
}
