package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"readahead/brief"
	"readahead/brief/atomicfile"
	"readahead/brief/profile"
	"readahead/config"
)

// exportNames returns the names of the formats in which a briefing is written.
func exportNames() []string {
	var names []string
	for _, f := range brief.Formats() {
		names = append(names, string(f))
	}
	return names
}

// exports returns the formats of the given names, each once; nil if there are
// no names.
func exports(names []string) ([]brief.Format, error) {
	if names == nil {
		return nil, nil
	}
	var formats []brief.Format
	for _, name := range names {
		f := brief.Format(strings.ToLower(strings.TrimSpace(name)))
		if !slices.Contains(brief.Formats(), f) {
			return nil, unknownExport(name)
		}
		if !slices.Contains(formats, f) {
			formats = append(formats, f)
		}
	}
	if len(formats) == 0 {
		return nil, &usageError{msg: "--format names no format", hint: "the formats are " + strings.Join(exportNames(), ", ")}
	}
	return formats, nil
}

// formatsOf returns the formats in which a profile is written: those of the
// command line if there are any, or else its own, or else the PDF.
func formatsOf(p profile.Profile, flags []brief.Format) []brief.Format {
	switch {
	case flags != nil:
		return flags
	case len(p.Page.Formats) == 0:
		return []brief.Format{brief.PDF}
	}
	var formats []brief.Format
	for _, name := range p.Page.Formats {
		formats = append(formats, brief.Format(name))
	}
	return formats
}

// unknownExport says which format may be meant: one of a similar name, or the
// one that goes by the name elsewhere.
func unknownExport(name string) error {
	e := &usageError{msg: fmt.Sprintf("unknown format %q", name), hint: "the formats are " + strings.Join(exportNames(), ", ")}
	near := ""
	switch strings.ToLower(strings.TrimPrefix(strings.TrimSpace(name), ".")) {
	case "json":
		e.hint = "the sidecar PROFILE.json is always written; " + e.hint
		return e
	case "markdown", "mdown", "gfm":
		near = string(brief.Markdown)
	case "txt", "plain", "plaintext", "ascii":
		near = string(brief.Text)
	case "word", "doc", "ooxml":
		near = string(brief.DOCX)
	case "htm", "xhtml", "web":
		near = string(brief.HTML)
	default:
		near = config.Nearest(name, exportNames())
	}
	if near != "" {
		e.hint = fmt.Sprintf("did you mean %s?", near)
	}
	return e
}

// completeExports offers the shell the formats that a list of them, typed so
// far, may go on with.
func completeExports(cmd *cobra.Command, flag string) {
	_ = cmd.RegisterFlagCompletionFunc(flag, func(_ *cobra.Command, _ []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		before := ""
		if i := strings.LastIndexByte(typed, ','); i >= 0 {
			before = typed[:i+1]
		}
		taken := strings.Split(strings.TrimSuffix(before, ","), ",")
		var out []cobra.Completion
		for _, name := range exportNames() {
			if !slices.Contains(taken, name) {
				out = append(out, before+name)
			}
		}
		return out, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	})
}

// An output is a file that was made.
type output struct {
	Format brief.Format `json:"format"`
	File   string       `json:"file"`
}

// outputs returns the files of a briefing: the sidecar first, so that it is in
// its place when the others change.
func outputs(name string, res *brief.Result, formats []brief.Format) ([]atomicfile.File, error) {
	files := []atomicfile.File{{Name: name + ".json", Data: res.Sidecar}}
	for _, f := range formats {
		data, err := res.Export(f)
		if err != nil {
			return nil, err
		}
		files = append(files, atomicfile.File{Name: name + f.Extension(), Data: data})
	}
	return files, nil
}

// made takes over which files there are now.
func (r *outcome) made(dir, name string, formats []brief.Format) {
	r.OK, r.Sidecar = true, filepath.Join(dir, name+".json")
	for _, f := range formats {
		path := filepath.Join(dir, name+f.Extension())
		r.Outputs = append(r.Outputs, output{f, path})
		if f == brief.PDF {
			r.PDF = path
		}
	}
}
