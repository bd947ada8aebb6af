package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"readahead/brief"
	"readahead/brief/atomicfile"
	"readahead/brief/doc"
	"readahead/brief/profile"
	"readahead/config"
)

// buildOptions are the flags of brief build.
type buildOptions struct {
	config  string
	seeds   []string
	out     string
	formats []string
	strict  bool
	json    bool
	quiet   bool

	editions bool
}

func newBuild(std streams) *cobra.Command {
	var o buildOptions
	cmd := &cobra.Command{
		Use:   "build [PROFILE…]",
		Short: "Make the briefings",
		Long: `Make OUT/PROFILE.pdf, and OUT/PROFILE.json with the origin of every line.

--format, or page.formats in a config, makes other files of the same briefing in
place of the PDF or beside it. All say the same as the page, with the same numbers and flags.

  pdf   the page
  html  one file for browsers, that loads nothing and prints on the same paper
  md    Markdown with tables
  text  plain text for an e-mail, as PROFILE.txt
  docx  for Word and LibreOffice

PROFILE is the name of a config in ./config without its extension. Without any,
every profile there is built; if there is none, the sample that comes with the
program. A profile that cannot be built does not stop the others. Files that
would not change are left untouched.

Exit status: 0 all are built, 1 at least one is not, 2 wrong usage.`,
		Example: `  brief build
  brief build us-japan
  brief build --format pdf,docx us-japan
  brief build -c talks.yaml --seeds articles/ --seeds notes.md -o briefings`,
		ValidArgsFunction: completeProfiles,
		RunE: func(cmd *cobra.Command, args []string) error {
			return runBuild(cmd.Context(), std, o, args)
		},
	}
	addBuildFlags(cmd, &o)
	return cmd
}

// addBuildFlags adds the flags that say what is built from what.
func addBuildFlags(cmd *cobra.Command, o *buildOptions) {
	f := cmd.Flags()
	f.StringVarP(&o.config, "config", "c", "", "build from this config `FILE`")
	f.StringArrayVar(&o.seeds, "seeds", nil, "read this `PATH` in place of the config's seeds; may be repeated")
	f.StringVarP(&o.out, "out", "o", "out", "write to this `FOLDER`")
	f.StringSliceVar(&o.formats, "format", nil, "write these `FORMATS`, else those of the config, else pdf: "+strings.Join(exportNames(), ", "))
	f.BoolVar(&o.editions, "editions", false, "count editions, and keep them in OUT/editions/PROFILE")
	f.BoolVar(&o.strict, "strict", false, "fail if any source cannot be used")
	f.BoolVar(&o.json, "json", false, "print a summary in JSON")
	f.BoolVar(&o.quiet, "quiet", false, "print nothing but errors")
	completeConfigs(cmd, "config")
	completeExports(cmd, "format")
	_ = cmd.MarkFlagDirname("out")
}

func runBuild(ctx context.Context, std streams, o buildOptions, names []string) error {
	formats, err := exports(o.formats)
	if err != nil {
		return err
	}
	jobs, err := findJobs(o.config, names)
	if err != nil {
		return err
	}
	// Whether it can be written is known before the work is done; an empty
	// folder is not left behind.
	isNew := !exists(o.out)
	if err := atomicfile.MakeFolder(o.out); err != nil {
		return err
	}
	if isNew {
		defer os.Remove(o.out) // fails if there is anything in it
	}
	note := func(ms ...message) {
		if !o.quiet {
			write(std.err, ms)
		}
	}
	if len(jobs) == 1 && jobs[0].file == "" && jobs[0].problem == nil && len(names) == 0 {
		note(message{
			Msg:  fmt.Sprintf("no configs in %s, building the sample %s", configFolder, config.SampleName),
			Hint: "brief init writes a config to start from",
		})
	}
	var built []outcome
	interrupted := false
	bar := newProgress(std.err, "profiles", len(jobs))
	inOrder(len(jobs), func(i int) outcome { return build(ctx, jobs[i], o, formats, nil) }, func(i int, r outcome) {
		bar.clear()
		if !r.OK && ctx.Err() != nil {
			interrupted = true
			return
		}
		note(r.Warnings...)
		note(r.Skipped...)
		write(std.err, r.Errors)
		if r.OK && !o.json && !o.quiet {
			fmt.Fprintln(std.out, r.line())
		}
		built = append(built, r)
		bar.show(i + 1)
	})
	bar.clear()
	if o.json {
		if err := writeJSON(std.out, summary{Schema: 1, Profiles: built}); err != nil {
			return err
		}
	}
	if interrupted {
		return ctx.Err()
	}
	if slices.ContainsFunc(built, func(r outcome) bool { return !r.OK }) {
		return errReported
	}
	return nil
}

// build makes one briefing and writes it, unless it says what the last one
// says, which may be nil.
func build(ctx context.Context, j job, o buildOptions, formats []brief.Format, last *lastBuild) outcome {
	r := outcome{Profile: j.name, Skipped: []message{}, Warnings: []message{}, Outputs: []output{}, Errors: []message{}}
	fail := func(err error) outcome {
		r.Errors = messages(err)
		return r
	}
	if err := ctx.Err(); err != nil {
		return fail(err)
	}
	p, err := j.load()
	if err != nil {
		return fail(err)
	}
	formats = formatsOf(p, formats)
	opts := options(j, p, o.seeds)
	opts.Strict = o.strict
	kept := newShelf(o, j.name)
	if err := kept.apart(opts); err != nil {
		return fail(err)
	}
	if err := kept.number(&opts); err != nil {
		return fail(err)
	}
	made, err := brief.Prepare(ctx, opts)
	if err != nil {
		return fail(err)
	}
	r.add(made)
	if err := last.lost(made); err != nil {
		return fail(err)
	}
	digest := made.Digest()
	if kept.same(digest) || last.same(digest, o.out, j.name, formats) {
		r.Edition = kept.last
		r.made(o.out, j.name, formats)
		return r
	}
	res, err := made.Render()
	if err != nil {
		return fail(err)
	}
	files, err := outputs(j.name, res, formats)
	if err != nil {
		return fail(err)
	}
	if err := protect(o.out, files, j, res.Seeds); err != nil {
		return fail(err)
	}
	if r.Written, err = kept.write(ctx, files); err != nil {
		return fail(err)
	}
	r.Edition = opts.Edition
	r.made(o.out, j.name, formats)
	last.set(digest, res)
	return r
}

// options turns a job into what package brief takes.
func options(j job, p profile.Profile, seedPaths []string) brief.Options {
	o := brief.Options{Profile: p, Seeds: seedPaths, Version: version(), Cache: cacheFolder()}
	if j.file == "" && len(seedPaths) == 0 {
		o.Seeds, o.ReadFile = sampleSeeds(), readSampleSeed
	}
	return o
}

// protect makes sure that no output would take the place of an input.
func protect(dir string, files []atomicfile.File, j job, seeds []string) error {
	for _, f := range files {
		target := filepath.Join(dir, f.Name)
		if _, err := os.Stat(target); err != nil {
			continue
		}
		for _, in := range append([]string{j.file}, seeds...) {
			if sameFile(in, target) {
				return &doc.Error{File: target, Msg: "is an input of the briefing and would be written over", Hint: "name another folder with -o"}
			}
		}
	}
	return nil
}

// A summary is what brief build --json prints.
type summary struct {
	Schema   int       `json:"schema"`
	Profiles []outcome `json:"profiles"`
}

// An outcome is what became of one profile.
type outcome struct {
	Profile  string          `json:"profile"`
	OK       bool            `json:"ok"`
	PDF      string          `json:"pdf,omitempty"`
	Sidecar  string          `json:"sidecar,omitempty"`
	Outputs  []output        `json:"outputs"` // in the order of the formats asked for
	Written  bool            `json:"written"` // false: all files were as they would be
	Edition  int             `json:"edition,omitempty"`
	Items    int             `json:"items"`
	Todo     int             `json:"todo"`
	Sources  int             `json:"sources"`
	LeftOut  int             `json:"left_out"`
	Page     *brief.PageInfo `json:"page,omitempty"`
	Skipped  []message       `json:"skipped"`
	Warnings []message       `json:"warnings"`
	Errors   []message       `json:"errors"`
}

// add takes over what a reader wants to know of the result.
func (r *outcome) add(res *brief.Prepared) {
	for _, s := range res.Brief.Sections {
		r.Items += len(s.Items)
		r.Todo += len(s.Tasks)
	}
	page := res.Page // a copy: a pointer into the result would keep all of it
	r.Sources, r.LeftOut, r.Page = len(res.Brief.Sources), res.Brief.LeftOut, &page
	for _, e := range res.Skipped {
		r.Skipped = append(r.Skipped, messages(e)...)
	}
	for _, w := range res.Warnings {
		r.Warnings = append(r.Warnings, fromWarning(w))
	}
}

// line is the closing line for a briefing that was made.
func (r *outcome) line() string {
	var names []string
	for _, out := range r.Outputs {
		names = append(names, visible(out.File))
	}
	s := strings.Join(names, " ") + "  "
	if r.Edition > 0 {
		s += fmt.Sprintf("edition %d, ", r.Edition)
	}
	s += r.content()
	if !r.Written {
		s += ", unchanged"
	}
	return s
}

// content says how much the briefing holds.
func (r *outcome) content() string {
	return fmt.Sprintf("%s, %s, %s, %s", count(r.Page.Pages, "page"),
		count(r.Items, "item"), count(r.Todo, "to-do row"), count(r.Sources, "source"))
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
