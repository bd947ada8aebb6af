package main

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"readahead/brief"
	"readahead/brief/atomicfile"
	"readahead/brief/scan"
)

// watchOptions are the flags of brief watch.
type watchOptions struct {
	buildOptions
	every time.Duration

	rest     time.Duration // for so long nothing may change before a build
	patience time.Duration // but no build waits longer
}

func newWatch(std streams) *cobra.Command {
	o := watchOptions{rest: 200 * time.Millisecond, patience: 5 * time.Second}
	cmd := &cobra.Command{
		Use:   "watch [PROFILE…]",
		Short: "Make the briefings again whenever something changes",
		Long: `Make the briefings, then look at their configs, sources, templates, logos and
fonts, and make each again when something of it changes. One line tells what
changed and what became of it. A page that would say the same is left untouched.

A source or config that is broken meanwhile leaves the last good page where it
is, and it is said so until it is mended. The files are looked at when the system
says that something happened, and every so often in any case: it says nothing
of network drives, and forgets things under load.

Ctrl-C ends it. Exit status: 0 ended, 1 could not begin, 2 wrong usage.`,
		Example: `  brief watch
  brief watch us-japan -o briefings
  brief watch -c talks.yaml --seeds articles/ --every 10s
  brief watch --json | jq .event`,
		ValidArgsFunction: completeProfiles,
		RunE: func(cmd *cobra.Command, args []string) error {
			return runWatch(cmd.Context(), std, o, args)
		},
	}
	addBuildFlags(cmd, &o.buildOptions)
	f := cmd.Flags()
	f.Lookup("json").Usage = "print a line of JSON for each event"
	f.DurationVar(&o.every, "every", 2*time.Second, "look at the files at least this often, `TIME`")
	return cmd
}

func runWatch(ctx context.Context, std streams, o watchOptions, names []string) error {
	formats, err := exports(o.formats)
	if err != nil {
		return err
	}
	if o.every < 10*time.Millisecond {
		return &usageError{msg: fmt.Sprintf("--every %v is too often", o.every), hint: "2s is usual"}
	}
	if err := atomicfile.MakeFolder(o.out); err != nil {
		return err
	}
	w := &watcher{o: o, formats: formats, names: names, profiles: map[string]*watched{}, log: newWatchLog(std, o.json, o.quiet)}
	defer w.log.clear()
	w.hints = scan.NewHints()
	defer w.hints.Close()
	return w.run(ctx)
}

// A watcher builds profiles when what they are made of changes.
type watcher struct {
	o        watchOptions
	formats  []brief.Format
	names    []string // of profiles, as on the command line
	profiles map[string]*watched
	hints    *scan.Hints
	log      *watchLog
}

// A watched is what is known of a profile.
type watched struct {
	job    job
	inputs []string      // what it is made of
	seen   scan.Snapshot // of the inputs, before the last build; nil: there was none
	good   time.Time     // when it was last built, or zero
	last   *lastBuild    // what its page says
	broken bool          // it could not be built from what is there now
}

// run builds what is due until ctx ends.
func (w *watcher) run(ctx context.Context) error {
	for first := true; ; first = false {
		due, err := w.look()
		if err != nil {
			return err
		}
		if len(due) > 0 && !first {
			w.settle(ctx)
			if due, err = w.look(); err != nil {
				return err
			}
		}
		w.build(ctx, due)
		if ctx.Err() != nil {
			return nil
		}
		w.hints.Follow(w.folders())
		w.log.watching(len(w.profiles), w.files(), w.broken())
		select {
		case <-ctx.Done():
			return nil
		case <-w.hints.C:
		case <-time.After(w.o.every):
		}
	}
}

// look returns the profiles that are not built from what is there now, in the
// order of the command line or of their names.
func (w *watcher) look() ([]*watched, error) {
	jobs, err := findJobs(w.o.config, w.names)
	if err != nil {
		return nil, err
	}
	for name, p := range w.profiles {
		if !slices.ContainsFunc(jobs, func(j job) bool { return j.name == name }) {
			delete(w.profiles, name)
			if p.job.file != "" {
				w.log.gone(name, p.job.file)
			}
		}
	}
	var due []*watched
	for _, j := range jobs {
		p := w.profiles[j.name]
		if p == nil {
			p = &watched{last: readLast(w.o.out, j.name)}
			w.profiles[j.name] = p
		}
		p.job = j
		if p.seen == nil || !scan.Take(p.inputs).Equal(p.seen) {
			due = append(due, p)
		}
	}
	return due, nil
}

// settle waits until the files have come to rest: who saves a file writes it
// in several steps, and who copies a folder file by file.
func (w *watcher) settle(ctx context.Context) {
	start := time.Now()
	before := w.take()
	for time.Since(start) < w.o.patience {
		select {
		case <-ctx.Done():
			return
		case <-time.After(w.o.rest):
		}
		now := w.take()
		if now.Equal(before) {
			return
		}
		before = now
	}
}

// take looks at the inputs of all profiles.
func (w *watcher) take() scan.Snapshot {
	var all []string
	for _, p := range w.profiles {
		all = append(all, p.inputs...)
	}
	return scan.Take(all)
}

// build builds the profiles and tells what became of them.
func (w *watcher) build(ctx context.Context, due []*watched) {
	type result struct {
		changes []scan.Change
		took    time.Duration
		outcome outcome
	}
	inOrder(len(due), func(i int) result {
		p := due[i]
		start := time.Now()
		// What is looked at before the build may change during it, and is
		// then seen the next time.
		p.inputs = w.inputsOf(p)
		now := scan.Take(p.inputs)
		changes := now.Since(p.seen)
		if p.seen == nil {
			changes = nil
		}
		p.seen = now
		r := build(ctx, p.job, w.o.buildOptions, w.formats, p.last)
		return result{changes, time.Since(start), r}
	}, func(i int, r result) {
		if !r.outcome.OK && ctx.Err() != nil {
			return
		}
		w.log.built(r.changes, r.took, r.outcome, due[i].good)
		due[i].broken = !r.outcome.OK
		if r.outcome.OK {
			due[i].good = time.Now()
		}
	})
}

// inputsOf returns what a profile is made of. Of one with a broken config that
// is the config, and what it was made of before.
func (w *watcher) inputsOf(p *watched) []string {
	var in []string
	if loaded, err := p.job.load(); err == nil {
		in = brief.Inputs(options(p.job, loaded, w.o.seeds))
	} else {
		in = slices.Concat(p.inputs, w.o.seeds)
	}
	if p.job.file != "" {
		in = append(in, p.job.file)
	}
	slices.Sort(in)
	return slices.Compact(in)
}

// files returns how many files are watched.
func (w *watcher) files() int {
	files := map[string]bool{}
	for _, p := range w.profiles {
		for path, stamp := range p.seen {
			if stamp.Exists && !stamp.Folder {
				files[path] = true
			}
		}
	}
	return len(files)
}

// broken returns the names of the profiles that cannot be built from what is
// there now.
func (w *watcher) broken() []string {
	var names []string
	for name, p := range w.profiles {
		if p.broken {
			names = append(names, visible(name))
		}
	}
	slices.Sort(names)
	return names
}

// folders returns the folders in which something may happen.
func (w *watcher) folders() []string {
	folders := []string{configFolder}
	for _, p := range w.profiles {
		for path, stamp := range p.seen {
			if stamp.Folder {
				folders = append(folders, path)
			}
			folders = append(folders, filepath.Dir(path))
		}
	}
	slices.Sort(folders)
	return slices.Compact(folders)
}

// changed names the files of changes: "b.md changed, 3 more".
func changed(changes []scan.Change) string {
	const most = 2
	var parts []string
	for i, c := range changes {
		if i == most && len(changes) > most+1 {
			parts = append(parts, fmt.Sprintf("%d more", len(changes)-most))
			break
		}
		parts = append(parts, visible(filepath.Base(c.Path))+" "+string(c.Kind))
	}
	return strings.Join(parts, ", ")
}
