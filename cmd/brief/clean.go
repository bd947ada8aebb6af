package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"readahead/brief"
	"readahead/brief/atomicfile"
	"readahead/brief/doc"
	"readahead/brief/ingest"
)

// cleanOptions are the flags of brief clean.
type cleanOptions struct {
	out    string
	format string
}

func newClean(std streams) *cobra.Command {
	var o cleanOptions
	cmd := &cobra.Command{
		Use:   "clean FILE|FOLDER…",
		Short: "Print documents without the furniture of their pages",
		Long: `Print the cleaned documents, as the briefings are made from them. With -o write
a file for each of them, named like the document with the format's extension.

  md    a paragraph on a line, "- " before list items, "#" before headings,
        tables with pipes
  text  the words alone; the cells of a table are separated by tabs
  json  blocks with their places in the file, and what was taken out and why

What cannot be read is reported and passed over.

Exit status: 0 what can be read is cleaned, 1 there is nothing that can be read
or the outcome cannot be written, 2 wrong usage.`,
		Example: `  brief clean article.html
  brief clean -o cleaned seeds/
  brief clean --format json page.txt | jq .dropped`,
		Args: needArgs("a file or folder"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runClean(cmd.Context(), std, o, args)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&o.out, "out", "o", "", "write files to this `FOLDER`")
	f.StringVar(&o.format, "format", "md", "`md`, json or text")
	_ = cmd.MarkFlagDirname("out")
	completeWords(cmd, "format", formatNames())
	return cmd
}

func runClean(ctx context.Context, std streams, o cleanOptions, args []string) error {
	form, err := formatNamed(o.format)
	if err != nil {
		return err
	}
	files, skipped := ingest.Files(args)
	for _, e := range skipped {
		report(std.err, e)
	}
	put := printTo(std.out, form, len(files) > 1)
	if o.out != "" {
		if err := atomicfile.MakeFolder(o.out); err != nil {
			return err
		}
		put = writeTo(ctx, o.out, form, files)
	}
	type result struct {
		doc doc.Document
		err error
	}
	done := 0
	unwritten := false
	var interrupted error
	bar := newProgress(std.err, "documents", len(files))
	inOrder(len(files), func(i int) result {
		if err := ctx.Err(); err != nil {
			return result{err: err}
		}
		data, err := ingest.ReadFile(files[i])
		if err != nil {
			return result{err: err}
		}
		d, err := brief.Clean(files[i], data)
		return result{d, err}
	}, func(i int, r result) {
		if interrupted = ctx.Err(); interrupted != nil {
			return
		}
		bar.clear()
		if r.err == nil {
			write(std.err, warnings(r.doc))
			done++
			r.err = put(files[i], r.doc)
			unwritten = unwritten || r.err != nil
		}
		if r.err != nil {
			report(std.err, r.err)
		}
		bar.show(i + 1)
	})
	bar.clear()
	if interrupted == nil && (done == 0 || unwritten) {
		return errReported
	}
	return interrupted
}

// printTo returns a function that prints documents one after the other. If
// there are several, each has a line with its name above it, as head does it;
// JSON has the name inside.
func printTo(w io.Writer, form format, several bool) func(string, doc.Document) error {
	first := true
	return func(name string, d doc.Document) error {
		if several && form.name != "json" {
			if !first {
				fmt.Fprintln(w)
			}
			fmt.Fprintf(w, "==> %s <==\n", visible(name))
			first = false
		}
		_, err := w.Write(form.encode(d))
		return err
	}
}

// writeTo returns a function that writes documents to files in the folder.
// None takes the place of a file that is being cleaned.
func writeTo(ctx context.Context, dir string, form format, files []string) func(string, doc.Document) error {
	names := outputNames(files, form.ext)
	inputs := make(map[string]bool, len(files))
	for _, f := range files {
		inputs[realPath(f)] = true
	}
	return func(name string, d doc.Document) error {
		target := filepath.Join(dir, names[name])
		if inputs[realPath(target)] {
			return &doc.Error{File: name, Msg: fmt.Sprintf("would be written over %s, one of the documents", target), Hint: "name another folder with -o"}
		}
		_, err := atomicfile.Write(ctx, dir, atomicfile.File{Name: names[name], Data: form.encode(d)})
		return err
	}
}

// outputNames returns a name for each file: its own with another extension. A
// name that an earlier file has is numbered, "notes-2.md". Names that differ
// only in capitals are one on some systems, and count as one.
func outputNames(files []string, ext string) map[string]string {
	own := make(map[string]bool, len(files))
	for _, f := range files {
		own[strings.ToLower(stem(f))] = true
	}
	names := make(map[string]string, len(files))
	taken := make(map[string]bool, len(files))
	last := make(map[string]int) // number given to a copy of the name
	for _, f := range files {
		name := stem(f)
		key := strings.ToLower(name)
		if taken[key] {
			n := max(last[key], 1) + 1
			for own[fmt.Sprintf("%s-%d", key, n)] {
				n++
			}
			last[key] = n
			name = fmt.Sprintf("%s-%d", name, n)
		}
		taken[key] = true
		names[f] = name + ext
	}
	return names
}

// stem returns the base name without its extension. A name that is all
// extension, ".notes", stays as it is.
func stem(file string) string {
	base := filepath.Base(file)
	if s := strings.TrimSuffix(base, filepath.Ext(base)); s != "" {
		return s
	}
	return base
}

// realPath returns the absolute path without links, as far as there is one.
func realPath(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	if p, err := filepath.EvalSymlinks(path); err == nil {
		return p
	}
	return path
}
