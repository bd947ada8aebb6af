// Package preflight checks a PDF file as printers do before it goes to press:
// it decides from the bytes of the file whether it keeps the rules of PDF/UA-1
// (ISO 14289-1, accessible), PDF/A-3a (ISO 19005-3, archival), and of the PDF
// format itself (ISO 32000-1), as far as a program can tell. What only a human
// can tell, whether an alternate text says what the picture shows, say, is not
// judged.
//
// It knows the parts that a briefing is made of. What a file has beside those
// (forms, simple fonts, signatures) is not passed over: it is reported, since
// nobody has looked into it.
//
// Start with [Check].
package preflight

import (
	"fmt"
	"slices"
	"strings"
)

// The standards that a finding can be against.
const (
	UA  = "PDF/UA-1"    // ISO 14289-1:2014
	A   = "PDF/A-3a"    // ISO 19005-3:2012
	PDF = "ISO 32000-1" // what both build upon
)

// A Finding is a breach of a rule.
type Finding struct {
	Standard string `json:"standard"` // UA, A or PDF
	Clause   string `json:"clause"`   // "7.18.5"
	Object   int    `json:"object"`   // number of the object, 0: the file
	Msg      string `json:"message"`
	Hint     string `json:"hint,omitempty"` // what to do about it, or empty
}

func (f Finding) String() string {
	s := f.Msg + " (" + f.Standard + ", " + f.Clause
	if f.Object > 0 {
		s += fmt.Sprintf("; object %d", f.Object)
	}
	return s + ")"
}

// A Report is what a check found, in the order of the check.
type Report []Finding

// Of returns the findings against one standard.
func (r Report) Of(standard string) Report {
	var out Report
	for _, f := range r {
		if f.Standard == standard {
			out = append(out, f)
		}
	}
	return out
}

// maxFindings is where a check stops to note findings.
const maxFindings = 500

// Check reads a file and checks it. It is an error if the file is no PDF or
// cannot be read; see [Open].
func Check(data []byte) (Report, error) {
	f, err := Open(data)
	if err != nil {
		return nil, err
	}
	return f.Check(), nil
}

// Check checks the file against all standards. An empty report says that no
// rule is broken.
func (f *File) Check() Report {
	c := &checker{
		f:        f,
		seen:     map[Finding]bool{},
		catalog:  f.dict(f.trailer["Root"]),
		fonts:    map[int]*fontUse{},
		marks:    map[mark]int{},
		spaces:   map[ref]bool{},
		room:     maxValues,
		embedded: map[int]bool{},
	}
	c.checkFile()
	c.checkCatalog()
	c.checkObjects()
	c.checkMetadata()
	c.checkIntents()
	c.readStructure()
	c.checkPages()
	c.checkFonts()
	c.checkStructure()
	c.checkAttachments()
	return c.report
}

// A checker is the state of a check.
type checker struct {
	f       *File
	catalog dict
	report  Report
	seen    map[Finding]bool

	intentSpace string // colour space of the output intent's profile: "RGB ", or ""
	hasLang     bool   // of the whole document
	tree        tree
	fonts       map[int]*fontUse // by object number
	marks       map[mark]int     // how often a content stream has each mark
	spaces      map[ref]bool     // colour spaces that have been checked
	embedded    map[int]bool     // file specifications that hold a file
	room        int              // operands that may still be read from content
}

// fail notes a finding once.
func (c *checker) fail(standard, clause string, object int, hint, format string, args ...any) {
	f := Finding{standard, clause, object, fmt.Sprintf(format, args...), hint}
	if len(c.report) < maxFindings && !c.seen[f] {
		c.seen[f] = true
		c.report = append(c.report, f)
	}
}

func (c *checker) ua(clause string, object int, format string, args ...any) {
	c.fail(UA, clause, object, "", format, args...)
}

func (c *checker) a(clause string, object int, format string, args ...any) {
	c.fail(A, clause, object, "", format, args...)
}

func (c *checker) pdf(clause string, object int, format string, args ...any) {
	c.fail(PDF, clause, object, "", format, args...)
}

// both notes a finding against PDF/UA and PDF/A.
func (c *checker) both(ua, a string, object int, format string, args ...any) {
	c.ua(ua, object, format, args...)
	c.a(a, object, format, args...)
}

// objectOf returns the number of the object that v refers to, or, where v
// stands inside another object, that object's.
func objectOf(v value, around int) int {
	if r, ok := v.(ref); ok {
		return int(r)
	}
	return around
}

// keys returns the keys of d in alphabetical order.
func keys(d dict) []name {
	out := make([]name, 0, len(d))
	for k := range d {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// oneOf reports whether s is one of the words in list, which spaces separate.
func oneOf[S ~string](s S, list string) bool {
	for list != "" {
		var word string
		word, list, _ = strings.Cut(list, " ")
		if word == string(s) {
			return true
		}
	}
	return false
}
