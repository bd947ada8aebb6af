package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"

	"github.com/spf13/cobra"
	"golang.org/x/text/unicode/norm"

	"readahead/brief"
	"readahead/brief/doc"
	"readahead/brief/ingest"
	"readahead/brief/preflight"
)

// A checked is what was found of one briefing.
type checked struct {
	File     string           `json:"file"`
	OK       bool             `json:"ok"`
	Pages    int              `json:"pages"`
	Texts    int              `json:"texts"`   // of the sidecar, that stand on the page
	Sources  int              `json:"sources"` // that are unchanged
	Carried  int              `json:"carried"` // to-do rows that no source has any more
	Findings preflight.Report `json:"findings"`
	Errors   []message        `json:"errors"`

	from string // the editions that carried rows are from: "3" or "2 to 4"
}

func newCheck(std streams) *cobra.Command {
	asJSON := false
	cmd := &cobra.Command{
		Use:   "check BRIEFING.pdf…",
		Short: "Check that briefings are whole and true to their sources",
		Long: `Check of each briefing that it has as many pages as it should, that it is
tagged and keeps the rules of PDF/UA-1 and PDF/A-3a as far as a program can
tell, that every text of its sidecar stands on the page, that the sidecar
beside it is the one attached to it, and that its sources have not changed
since it was made.

Exit status: 0 all are in order, 1 at least one is not, 2 wrong usage.`,
		Example: "  brief check out/*.pdf",
		Args:    needArgs("a PDF"),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return []cobra.Completion{"pdf"}, cobra.ShellCompDirectiveFilterFileExt
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			failed := false
			all := []checked{}
			for _, name := range args {
				if err := cmd.Context().Err(); err != nil {
					return err
				}
				c := check(name)
				write(std.err, c.Errors)
				if failed = failed || !c.OK; c.OK && !asJSON {
					fmt.Fprintln(std.out, c.line())
				}
				all = append(all, c)
			}
			if asJSON {
				if err := writeJSON(std.out, struct {
					Schema int       `json:"schema"`
					Files  []checked `json:"files"`
				}{1, all}); err != nil {
					return err
				}
			}
			if failed {
				return errReported
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print a report in JSON")
	return cmd
}

// line is the closing line for a briefing that is in order.
func (c *checked) line() string {
	s := fmt.Sprintf("%s  %s, tagged, %s as in its sidecar, %s unchanged",
		visible(c.File), count(c.Pages, "page"), count(c.Texts, "text"), count(c.Sources, "source"))
	if c.Carried > 0 {
		s += fmt.Sprintf("; %s kept from edition %s, without a source", count(c.Carried, "to-do row"), c.from)
	}
	return s
}

// check looks into one briefing.
func check(name string) checked {
	c := checked{File: name, Findings: preflight.Report{}, Errors: []message{}}
	if err := c.check(); err != nil {
		c.Errors = messages(err)
	}
	c.OK = len(c.Errors) == 0
	return c
}

// check returns all that is not in order.
func (c *checked) check() error {
	data, err := ingest.ReadFile(c.File)
	if err != nil {
		return err
	}
	f, err := openPDF(c.File, data)
	if err != nil {
		return err
	}
	attached, err := attachedSidecar(c.File, f)
	if err != nil {
		return err
	}
	s, err := brief.ReadSidecar(c.File, attached)
	if err != nil {
		return err
	}
	var problems []error
	fail := func(hint, format string, args ...any) {
		problems = append(problems, &doc.Error{File: c.File, Msg: fmt.Sprintf(format, args...), Hint: hint})
	}
	c.Pages = f.Pages()
	if want := max(s.Page.Pages, 1); c.Pages != want {
		fail("", "has %s, and its sidecar says %d", count(c.Pages, "page"), want)
	}
	if f.Tagged() {
		c.Findings = append(c.Findings, f.Check()...)
		for _, e := range findings(c.File, c.Findings) {
			problems = append(problems, e)
		}
	} else {
		fail("another program has saved it without its tags", "is not tagged")
	}
	texts := sidecarTexts(s)
	gone := missing(f.Text(), texts)
	for _, t := range gone {
		fail("", "does not show %q, which its sidecar has", t)
	}
	c.Texts = len(texts) - len(gone)
	c.count(s)
	problems = append(problems, checkNeighbour(c.File, attached), checkSources(c.File, s))
	return errors.Join(problems...)
}

// count counts what the sidecar has beside texts.
func (c *checked) count(s brief.Sidecar) {
	for _, src := range s.Sources {
		if !src.Gone {
			c.Sources++
		}
	}
	first, last := 0, 0
	for _, sec := range s.Sections {
		for _, t := range sec.Todo {
			if !t.Carried {
				continue
			}
			if c.Carried++; c.Carried == 1 {
				first = t.CarriedFrom
			}
			first, last = min(first, t.CarriedFrom), max(last, t.CarriedFrom)
		}
	}
	if c.from = strconv.Itoa(first); first < last {
		c.from += " to " + strconv.Itoa(last)
	}
}

// maxListed is how many findings are told of one file; JSON has all.
const maxListed = 20

// findings returns what breaks a rule. What breaks rules of two standards in
// one way is told once.
func findings(name string, r preflight.Report) []*doc.Error {
	var out []*doc.Error
	for i, x := range r {
		if i > 0 && r[i-1].Msg == x.Msg && r[i-1].Object == x.Object {
			continue
		}
		if len(out) == maxListed {
			return append(out, &doc.Error{File: name, Msg: "breaks more rules than these", Hint: "brief check --json lists them all; brief build makes the briefing anew"})
		}
		out = append(out, &doc.Error{File: name, Msg: x.String()})
	}
	if len(out) > 0 { // what to do is the same for all
		out[len(out)-1].Hint = "another program may have changed it; brief build makes it anew"
	}
	return out
}

// sidecarTexts returns the texts that must stand on the page.
func sidecarTexts(s brief.Sidecar) []string {
	var texts []string
	add := func(t string) {
		if t != "" {
			texts = append(texts, t)
		}
	}
	add(s.Title)
	if s.Changes != nil {
		add(s.Changes.Text)
	}
	if s.BottomLine != nil {
		add(s.BottomLine.Text)
	}
	for _, sec := range s.Sections {
		for _, it := range sec.Items {
			add(it.Text)
		}
		for _, row := range sec.Todo {
			for _, c := range row.Cells {
				add(c)
			}
		}
	}
	for _, t := range s.Tables {
		if !t.Printed {
			continue
		}
		for _, row := range t.Rows {
			for _, c := range row {
				add(c)
			}
		}
	}
	if a := s.Annex; a != nil && len(a.Left) == 0 {
		for _, t := range a.Talking {
			add(t)
		}
		for _, row := range a.Todo {
			for _, c := range row.Cells {
				add(c)
			}
		}
	}
	return texts
}

// missing returns the texts that do not stand on the page in one piece.
// Letters and digits count; what stands between them depends on where lines
// end. A character that no face has is nowhere on the page, and does not
// count, as long as most others are there.
func missing(page string, texts []string) []string {
	whole := letters(page)
	on := make(map[rune]bool)
	for _, r := range whole {
		on[r] = true
	}
	var out []string
	for _, t := range texts {
		all := letters(t)
		shown := strings.Map(func(r rune) rune {
			if on[r] {
				return r
			}
			return -1
		}, all)
		if 2*len(shown) < len(all) || !strings.Contains(whole, shown) {
			out = append(out, t)
		}
	}
	return out
}

// letters returns the letters and digits of s, composed with their marks.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return r
		}
		return -1
	}, norm.NFC.String(s))
}

// checkNeighbour compares the attached sidecar with the one beside the PDF, if
// there is one.
func checkNeighbour(name string, attached []byte) error {
	beside := strings.TrimSuffix(name, filepath.Ext(name)) + ".json"
	data, err := os.ReadFile(beside)
	if errors.Is(err, fs.ErrNotExist) || err == nil && bytes.Equal(data, attached) {
		return nil
	}
	if err != nil {
		return err
	}
	return &doc.Error{File: beside, Msg: "is another sidecar than the one in " + name, Hint: "one of them is of another edition, or was changed; brief build makes both"}
}

// checkSources compares the sources with the digests of what was read. Those
// that were gone then are kept for carried to-do rows only.
func checkSources(name string, s brief.Sidecar) error {
	var problems []error
	for _, src := range s.Sources {
		if src.Gone {
			continue
		}
		data, err := readSource(src.File)
		if err != nil {
			problems = append(problems, err)
			continue
		}
		if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != src.SHA256 {
			problems = append(problems, &doc.Error{
				File: src.File,
				Msg:  "has changed since " + name + " was made",
				Hint: "brief build makes it anew",
			})
		}
	}
	return errors.Join(problems...)
}
