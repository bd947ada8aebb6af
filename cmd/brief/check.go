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
	"strings"
	"unicode"

	"github.com/spf13/cobra"
	"golang.org/x/text/unicode/norm"

	"readahead/brief"
	"readahead/brief/doc"
	"readahead/brief/ingest"
)

func newCheck(std streams) *cobra.Command {
	return &cobra.Command{
		Use:   "check BRIEFING.pdf…",
		Short: "Check that briefings are whole and true to their sources",
		Long: `Check of each briefing that it has one page and is tagged, that every text of
its sidecar stands on the page, that the sidecar beside it is the one attached
to it, and that its sources have not changed since it was made.

Exit status: 0 all are in order, 1 at least one is not, 2 wrong usage.`,
		Example: "  brief check out/*.pdf",
		Args:    needArgs("a PDF"),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return []cobra.Completion{"pdf"}, cobra.ShellCompDirectiveFilterFileExt
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			failed := false
			for _, name := range args {
				if err := cmd.Context().Err(); err != nil {
					return err
				}
				summary, err := check(name)
				if err != nil {
					report(std.err, err)
					failed = true
					continue
				}
				fmt.Fprintf(std.out, "%s  %s\n", visible(name), summary)
			}
			if failed {
				return errReported
			}
			return nil
		},
	}
}

// check returns what is in order with the briefing, or all that is not.
func check(name string) (summary string, err error) {
	data, err := ingest.ReadFile(name)
	if err != nil {
		return "", err
	}
	f, err := readPDF(data)
	if err != nil {
		return "", &doc.Error{File: name, Msg: err.Error()}
	}
	attached, err := attachedSidecar(name, data)
	if err != nil {
		return "", err
	}
	s, err := brief.ReadSidecar(name, attached)
	if err != nil {
		return "", err
	}
	var problems []error
	fail := func(hint, format string, args ...any) {
		problems = append(problems, &doc.Error{File: name, Msg: fmt.Sprintf(format, args...), Hint: hint})
	}
	pages := f.ofType("Page")
	if want := max(s.Page.Pages, 1); len(pages) != want {
		fail("", "has %s, and its sidecar says %d", count(len(pages), "page"), want)
	}
	if !f.tagged() {
		fail("another program has saved it without its tags", "is not tagged")
	}
	var text strings.Builder
	for _, p := range pages {
		text.WriteString(f.pageText(p.value))
	}
	texts := sidecarTexts(s)
	for _, t := range missing(text.String(), texts) {
		fail("", "does not show %q, which its sidecar has", t)
	}
	problems = append(problems, checkNeighbour(name, attached), checkSources(name, s))
	if err := errors.Join(problems...); err != nil {
		return "", err
	}
	return fmt.Sprintf("%s, tagged, %s as in its sidecar, %s unchanged", count(len(pages), "page"), count(len(texts), "text"), count(len(s.Sources), "source")), nil
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

// checkSources compares the sources with the digests of what was read.
func checkSources(name string, s brief.Sidecar) error {
	var problems []error
	for _, src := range s.Sources {
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
