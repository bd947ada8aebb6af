// Command faults breaks things around brief run on purpose, and tells whether
// what the service promises holds all the same: it kills processes, stops
// databases, fills disks, takes folders away and turns clocks.
//
//	go run ./internal/faults -run kills -engine sqlite
//
// It works in a temporary folder, listens on loopback only, and ends its
// processes whatever happens. The exit status is 1 if a promise is broken.
// docs/faults.md says what is promised.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"
	"text/tabwriter"
	"time"
)

// Engines that the state can lie on.
const (
	sqlite   = "sqlite"
	postgres = "postgres"
)

// options say how hard to try.
type options struct {
	kills    int // of processes, in kills
	profiles int
	workers  int    // processes of brief run
	changes  int    // that are measured, in latency
	restarts int    // of the database
	seed     uint64 // of all that is random
	short    bool   // leave out what must wait for minutes
	log      io.Writer
}

// A scenario breaks one thing.
type scenario struct {
	name    string
	engines []string // on which it makes sense
	full    bool     // waits for minutes: not in the short form
	run     func(ctx context.Context, w *world) error
}

var scenarios = []scenario{
	{name: "kills", engines: []string{sqlite, postgres}, run: kills},
	{name: "latency", engines: []string{sqlite, postgres}, run: latency},
	{name: "database", engines: []string{postgres}, run: database},
	{name: "disk-full", engines: []string{sqlite}, full: true, run: diskFull},
	{name: "unplugged", engines: []string{sqlite}, run: unplugged},
	{name: "flicker", engines: []string{sqlite, postgres}, run: flicker},
	{name: "clocks", engines: []string{sqlite}, full: true, run: clocks},
	{name: "schedulers", engines: []string{sqlite, postgres}, run: schedulers},
	{name: "cut-off", engines: []string{postgres}, full: true, run: cutOff},
	{name: "no-change", engines: []string{sqlite, postgres}, run: noChange},
}

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	o := options{log: stderr}
	var only, engine string
	f := flag.NewFlagSet("faults", flag.ContinueOnError)
	f.SetOutput(stderr)
	f.StringVar(&only, "run", "", "run these scenarios only: "+strings.Join(names(), ", "))
	f.StringVar(&engine, "engine", "both", "sqlite, postgres or both")
	f.IntVar(&o.kills, "kills", 1000, "how many processes to kill")
	f.IntVar(&o.profiles, "profiles", 20, "how many profiles to have")
	f.IntVar(&o.workers, "workers", 2, "how many processes to have")
	f.IntVar(&o.changes, "changes", 200, "how many changes to measure")
	f.IntVar(&o.restarts, "restarts", 10, "how often to stop the database")
	f.Uint64Var(&o.seed, "seed", rand.Uint64(), "what random numbers start from")
	f.BoolVar(&o.short, "short", false, "leave out what has to wait for minutes")
	if err := f.Parse(args); err != nil {
		return 2
	}
	chosen, err := choose(only, engine)
	if err != nil {
		fmt.Fprintln(stderr, "faults:", err)
		return 2
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	fmt.Fprintf(stderr, "faults: -seed %d\n", o.seed)
	results, err := runAll(ctx, o, chosen)
	report(stdout, results)
	if err != nil {
		fmt.Fprintln(stderr, "faults:", err)
		return 1
	}
	for _, r := range results {
		if len(r.broken) > 0 {
			return 1
		}
	}
	return 0
}

func names() []string {
	var out []string
	for _, s := range scenarios {
		out = append(out, s.name)
	}
	return out
}

// A choice is a scenario and the engine to run it on.
type choice struct {
	scenario
	engine string
}

func choose(only, engine string) ([]choice, error) {
	var out []choice
	wanted := strings.FieldsFunc(only, func(r rune) bool { return r == ',' })
	for _, name := range wanted {
		if !slices.Contains(names(), name) {
			return nil, fmt.Errorf("no scenario %q; there are %s", name, strings.Join(names(), ", "))
		}
	}
	for _, s := range scenarios {
		if len(wanted) > 0 && !slices.Contains(wanted, s.name) {
			continue
		}
		for _, e := range s.engines {
			if engine == e || engine == "both" {
				out = append(out, choice{s, e})
			}
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("nothing runs on the engine %q; there are %s, %s and both", engine, sqlite, postgres)
	}
	return out, nil
}

// A result is what came of a scenario.
type result struct {
	choice
	took    time.Duration
	figures []figure
	broken  []string // promises
	skipped string   // why
}

// A figure is something that was counted or measured.
type figure struct{ name, value string }

func runAll(ctx context.Context, o options, chosen []choice) ([]result, error) {
	binary, remove, err := buildBinary(ctx)
	if err != nil {
		return nil, err
	}
	defer remove()
	var out []result
	for _, c := range chosen {
		if c.full && o.short {
			continue
		}
		r, err := runOne(ctx, o, c, binary, ownServer)
		if err != nil {
			return out, fmt.Errorf("%s on %s: %w", c.name, c.engine, err)
		}
		out = append(out, r)
	}
	return out, nil
}

// runOne runs a scenario in a world of its own. Serve gives it a database.
func runOne(ctx context.Context, o options, c choice, binary string, serve func(w *world) error) (result, error) {
	start := time.Now()
	w, err := newWorld(o, binary)
	if err != nil {
		return result{}, err
	}
	defer w.close()
	if c.engine == postgres {
		if err := serve(w); err != nil {
			return result{}, err
		}
	}
	w.logf("%s on %s, in %s", c.name, c.engine, w.dir)
	err = c.run(ctx, w)
	if err == nil {
		err = ctx.Err()
	}
	r := result{choice: c, took: time.Since(start), figures: w.figures, broken: w.broken, skipped: w.skipped}
	if len(w.broken) > 0 {
		w.keepLogs()
	}
	return r, err
}

// report prints the figures as a table.
func report(out io.Writer, results []result) {
	t := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for _, r := range results {
		verdict := "all held"
		switch {
		case r.skipped != "":
			verdict = "skipped: " + r.skipped
		case len(r.broken) > 0:
			verdict = fmt.Sprintf("%d BROKEN", len(r.broken))
		}
		fmt.Fprintf(t, "%s\t%s\t%v\t%s\n", r.name, r.engine, r.took.Round(time.Second), verdict)
		for _, f := range r.figures {
			fmt.Fprintf(t, "\t\t%s\t%s\n", f.value, f.name)
		}
		for _, b := range r.broken {
			fmt.Fprintf(t, "\t\tBROKEN\t%s\n", b)
		}
	}
	t.Flush()
}
