// Package brief turns source documents and a profile into a one-page briefing.
//
// Start with [Build]. It is the way of the data as straight code:
//
//	files → ingest → clean → assess → select ⇄ layout → pdf
//
// [Prepare] goes as far as the typeset page, for those who publish a briefing
// only when it differs from the last; see Options.Edition.
//
// Each stage is a package of its own below this one and a pure function of
// its input, except for the reading of files. [Clean], [Dump] and [Explain]
// show what the stages do. [Result.Export] writes the same briefing in other
// formats.
package brief

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"strings"
	"sync"

	"readahead/brief/assess"
	"readahead/brief/doc"
	"readahead/brief/galley"
	"readahead/brief/layout"
	"readahead/brief/pdf"
	"readahead/brief/profile"
	"readahead/brief/selection"
	"readahead/brief/typeface"
)

// Options say what to build. Only Profile is needed.
type Options struct {
	Profile profile.Profile

	// Seeds are the files and folders to read; empty: those of the profile.
	Seeds []string

	// ReadFile reads a seed; nil: from disk. Where it is set, Seeds are taken
	// as names of files, and no folder is looked into.
	ReadFile func(name string) ([]byte, error)

	// Template is the page template's text; nil: that of the template
	// which the profile names, a file's or a built-in one's.
	Template []byte

	// Fonts finds faces for what the built-in typeface lacks; nil: in the files
	// that the profile names, then among the system's. Builds may share one.
	Fonts *typeface.Library

	// Cache is a folder in which is kept, from run to run, what was learned of
	// the system's fonts; empty: none. It changes how long a build takes, and
	// nothing else. It is not used if Fonts is set.
	Cache string

	// Hyphenation is the text of the file of hyphenation patterns that the
	// profile names; nil: it is read from disk.
	Hyphenation []byte

	// Version of the program, for the document's metadata.
	Version string

	// Strict makes it an error if any seed cannot be used.
	Strict bool

	// AttachSources puts the cleaned text of every source that the page cites
	// into the PDF, as Markdown; so does the profile's.
	AttachSources bool

	// Edition is the number of this edition of the briefing, from 1; 0:
	// editions are not counted, and the page says nothing of them.
	Edition int

	// Previous is the sidecar of the edition before, which this one is compared
	// with and whose to-do rows are kept; nil with the first. It is not used
	// where editions are not counted.
	Previous *Sidecar
}

// A Result is a finished briefing.
type Result struct {
	PDF      []byte
	Sidecar  []byte // JSON; docs/sidecar.schema.json describes it
	Brief    doc.Brief
	Page     PageInfo
	Digest   string       // see Prepared.Digest
	Seeds    []string     // the files that were read, whether the page cites them or not
	Skipped  []*doc.Error // seeds that could not be used
	Warnings []Warning

	setter *layout.Setter // what Brief was set with; see Export
	second *galley.Second // what is on the second page, or nil
}

// A Warning is something the reader should know that did not stop the build.
type Warning struct {
	File string
	Line int // from 1, or 0
	Msg  string
	Hint string
}

func (w Warning) String() string {
	switch {
	case w.File == "":
		return w.Msg
	case w.Line == 0:
		return w.File + ": " + w.Msg
	}
	return fmt.Sprintf("%s:%d: %s", w.File, w.Line, w.Msg)
}

// PageInfo says how the page was filled.
type PageInfo struct {
	Pages   int     `json:"pages"`
	Fill    float64 `json:"fill"`    // share of the columns' height in use
	BodyPt  float64 `json:"body_pt"` // size of the body text, points
	Optimal bool    `json:"optimal"` // no better choice of items fits
	Gap     float64 `json:"gap"`     // if not optimal: at most this share better
}

// Build makes the briefing that o describes: it is [Prepare] and then
// [Prepared.Render]. The same options and the same files give the same bytes.
//
// Seeds that cannot be used are left out and reported in the result. It is an
// error (a [*doc.Error], or several joined) if none is left, if one is left
// out and o.Strict is set, or if what the profile demands does not fit on the
// page.
func Build(ctx context.Context, o Options) (*Result, error) {
	p, err := Prepare(ctx, o)
	if err != nil {
		return nil, err
	}
	return p.Render()
}

// A Prepared briefing has been chosen and typeset; its files are still to be
// written. Who publishes editions compares its digest with that of the last
// one and need not render what would be the same again.
type Prepared struct {
	Brief    doc.Brief
	Page     PageInfo
	Seeds    []string     // the files that were read, whether the page cites them or not
	Skipped  []*doc.Error // seeds that could not be used
	Warnings []Warning

	stages *stages
}

// Prepare does all of [Build] but the writing of the sidecar and the PDF. Its
// errors are those of Build.
func Prepare(ctx context.Context, o Options) (*Prepared, error) {
	s, err := run(ctx, o)
	if err != nil {
		return nil, err
	}
	p := &Prepared{Brief: s.page.brief, Page: s.page.info, Skipped: s.skipped, Warnings: s.warnings(), stages: s}
	for _, d := range s.docs {
		p.Seeds = append(p.Seeds, d.File)
	}
	for _, e := range s.skipped {
		p.Seeds = append(p.Seeds, e.File)
	}
	return p, nil
}

// Render writes the sidecar and the PDF.
func (p *Prepared) Render() (*Result, error) {
	s := p.stages
	res := &Result{
		Brief: p.Brief, Page: p.Page, Seeds: p.Seeds, Skipped: p.Skipped, Warnings: p.Warnings,
		Digest: p.Digest(), setter: s.setter, second: s.secondPage(),
	}
	var err error
	if res.Sidecar, err = encode(s.sidecarOf(res.Digest)); err != nil {
		return nil, err
	}
	var file bytes.Buffer
	if err := pdf.Write(&file, s.pages(), s.meta(res.Sidecar)); err != nil {
		return nil, err
	}
	res.PDF = file.Bytes()
	return res, nil
}

// meta is what the file says about itself. Its date is that of the newest
// source, so that it does not depend on the day of the run.
func (s *stages) meta(sidecar []byte) pdf.Meta {
	p := s.options.Profile
	m := pdf.Meta{
		Title:    p.Title,
		Author:   p.From,
		Subject:  p.Purpose,
		Creator:  strings.TrimSpace("Readahead " + s.options.Version),
		Producer: "Readahead",
		Attachments: []pdf.Attachment{{
			Name:         p.Name + ".json",
			MIME:         "application/json",
			Description:  "Every printed line with its place in the sources, and what was left out",
			Relationship: "Data",
			Data:         sidecar,
		}},
	}
	if !s.assessed.AsOf.IsZero() {
		m.Date = s.assessed.AsOf.Time()
	}
	if s.attachesSources() {
		m.Attachments = append(m.Attachments, s.sourceTexts()...)
	}
	return m
}

// attachesSources reports whether the texts of the sources are in the PDF.
func (s *stages) attachesSources() bool {
	return s.options.AttachSources || s.options.Profile.Page.AttachSources
}

// stages holds what each stage made, for the stages after it, for the sidecar
// and for [Dump].
type stages struct {
	options  Options
	setter   *layout.Setter
	docs     []doc.Document
	skipped  []*doc.Error
	assessed assess.Assessment
	ranked   selection.Ranking
	carried  []placed     // to-do rows that no source has any more
	gone     []doc.Source // theirs, as far as they are not among the documents
	closed   []omission   // such rows that the config closes
	page     fitted
	changes  *Changes // since the edition before
	second   *annexed // nil: one page is all
}

// run goes through the stages up to the typeset page.
func run(ctx context.Context, o Options) (*stages, error) {
	if o.Fonts == nil {
		var err error
		if o.Fonts, err = typeface.Open(o.Profile.Page.Fonts, o.Profile.Language, typeface.System()...); err != nil {
			return nil, err
		}
		o.Fonts.Cache = o.Cache
	}
	var err error
	if o.Hyphenation, err = hyphenation(o); err != nil {
		return nil, err
	}
	s := &stages{options: o}
	var setterErr error
	var work sync.WaitGroup
	work.Go(func() { s.setter, setterErr = newSetter(o) })
	s.docs, s.skipped, err = read(ctx, o, Clean)
	work.Wait()
	if err := cmp.Or(setterErr, err); err != nil {
		return nil, err
	}
	s.assessed = assess.Assess(s.docs, o.Profile)
	s.ranked = selection.Rank(selection.Input{
		Docs:      s.docs,
		Sources:   s.assessed.Sources,
		Sentences: s.assessed.Sentences,
		Tables:    s.assessed.Tables,
		Sections:  o.Profile.Sections,
	})
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	d := newDraft(o.Profile, s.docs, s.assessed, s.ranked)
	if o.Edition > 0 {
		err = s.fitEdition(d)
	} else {
		s.page, err = fit(s.setter, d)
	}
	if err == nil {
		s.addAnnex(s.setter)
	}
	return s, err
}
