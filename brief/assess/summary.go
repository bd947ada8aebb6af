package assess

import (
	"fmt"
	"slices"
	"strings"

	"readahead/brief/doc"
)

// Summary returns the source summary statement of the page (ICD 206, D.3): up
// to three short sentences that say of the cited sources which support each
// other, which contradict each other, and which are old, undated or damaged.
// cited are the sources of the page with their citation numbers; they are
// matched to those of a by File.
func Summary(a Assessment, cited []doc.Source) []string {
	if len(cited) == 0 {
		return nil
	}
	s := summary{a: a, numbers: make([]int, len(a.Sources)), all: len(cited)}
	for i, x := range a.Sources {
		if k := slices.IndexFunc(cited, func(c doc.Source) bool { return c.File == x.File }); k >= 0 {
			s.numbers[i] = cited[k].Citation
		}
	}
	var out []string
	for _, parts := range [][]string{
		{s.agreement(), s.conflict()},
		{s.age()},
		{s.undated(), s.damage()},
	} {
		parts = slices.DeleteFunc(parts, func(p string) bool { return p == "" })
		if len(parts) > 0 {
			out = append(out, capital(strings.Join(parts, "; "))+".")
		}
	}
	return out
}

// A summary knows the citation number of each source, 0 where it is not cited.
type summary struct {
	a       Assessment
	numbers []int
	all     int
}

// agreement says which sources support each other.
func (s summary) agreement() string {
	if s.all == 1 {
		return "one source; nothing is corroborated"
	}
	var ns []int
	for i, x := range s.a.Sources {
		if len(x.Grade) == 2 && (x.Grade[1] == '2' || x.Grade[1] == '3') {
			ns = append(ns, s.numbers[i])
		}
	}
	if ns = tidyNumbers(ns); len(ns) < 2 {
		return "" // that none agree cannot be known: they may say the same in other words
	}
	return sources(ns) + " agree in part"
}

// conflict says which sources contradict each other.
func (s summary) conflict() string {
	var pairs []string
	for _, c := range s.a.Conflicts {
		ns := tidyNumbers([]int{s.number(c.A.File), s.number(c.B.File)})
		if len(ns) != 2 {
			continue
		}
		kind, _, _ := strings.Cut(c.What, ":")
		p := fmt.Sprintf("%s contradict each other (%s)", sources(ns), kind)
		if !slices.Contains(pairs, p) {
			pairs = append(pairs, p)
		}
	}
	if len(pairs) > 3 {
		var ns []int
		for _, c := range s.a.Conflicts {
			ns = append(ns, s.number(c.A.File), s.number(c.B.File))
		}
		return sources(tidyNumbers(ns)) + " contradict others"
	}
	return strings.Join(pairs, "; ")
}

// age says which sources name earlier office-holders or have been overtaken.
func (s summary) age() string {
	var former, overtaken, past []int
	for _, x := range s.a.Sentences {
		for _, f := range x.Flags {
			switch {
			case f.Kind != doc.Stale:
			case f.Note == earlierHolder:
				former = append(former, s.numbers[x.Doc])
			case f.Note == overtakenNote:
				overtaken = append(overtaken, s.numbers[x.Doc])
			default:
				past = append(past, s.numbers[x.Doc])
			}
		}
	}
	var parts []string
	if ns := tidyNumbers(former); len(ns) > 0 {
		parts = append(parts, verb(ns, "names", "name")+" earlier office-holders")
	}
	if ns := tidyNumbers(overtaken); len(ns) > 0 {
		parts = append(parts, verb(ns, "is", "are")+" overtaken in part by newer ones")
	}
	if ns := tidyNumbers(past); len(ns) > 0 {
		parts = append(parts, verb(ns, "announces", "announce")+" what is past")
	}
	return strings.Join(parts, "; ")
}

// undated says which sources do not give their date.
func (s summary) undated() string {
	var ns []int
	for i, x := range s.a.Sources {
		if x.Published.IsZero() {
			ns = append(ns, s.numbers[i])
		}
	}
	switch ns = tidyNumbers(ns); {
	case len(ns) == 0:
		return ""
	case len(ns) == s.all && s.all > 1:
		return "no source gives its date"
	}
	return verb(ns, "gives", "give") + " no date"
}

// damage says which sources are quoted from damaged text: those with at least
// two such sentences.
func (s summary) damage() string {
	count := make([]int, len(s.a.Sources))
	for _, x := range s.a.Sentences {
		if flagged(x, doc.Garbled) {
			count[x.Doc]++
		}
	}
	var ns []int
	for i, n := range count {
		if n >= 2 {
			ns = append(ns, s.numbers[i])
		}
	}
	if ns = tidyNumbers(ns); len(ns) == 0 {
		return ""
	}
	return verb(ns, "is", "are") + " damaged in places"
}

// number returns the citation number of the file, or 0.
func (s summary) number(file string) int {
	for i, x := range s.a.Sources {
		if x.File == file {
			return s.numbers[i]
		}
	}
	return 0
}

// tidyNumbers returns the numbers of cited sources, ascending, each once.
func tidyNumbers(ns []int) []int {
	ns = slices.DeleteFunc(slices.Clone(ns), func(n int) bool { return n == 0 })
	slices.Sort(ns)
	return slices.Compact(ns)
}

// verb returns "source 2 names" or "sources 1 and 2 name".
func verb(ns []int, one, several string) string {
	if len(ns) == 1 {
		return sources(ns) + " " + one
	}
	return sources(ns) + " " + several
}

// sources returns "source 2" or "sources 1, 2 and 4".
func sources(ns []int) string {
	var b strings.Builder
	b.WriteString("source")
	if len(ns) > 1 {
		b.WriteByte('s')
	}
	for i, n := range ns {
		switch {
		case i == 0:
			b.WriteByte(' ')
		case i == len(ns)-1:
			b.WriteString(" and ")
		default:
			b.WriteString(", ")
		}
		fmt.Fprint(&b, n)
	}
	return b.String()
}

// capital returns s with its first letter, which is ASCII, as a capital.
func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
