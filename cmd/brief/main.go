// Command brief makes one-page briefings from source documents. Run
// "brief help" for its commands; package readahead/brief is what it does as a
// library.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"
	_ "time/tzdata" // for schedules, where the machine has no time zones

	"github.com/spf13/cobra"
)

// The exit statuses. Other people's scripts rely on them.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

func main() {
	if os.Getenv("GOGC") == "" {
		// A briefing takes a few megabytes. Collecting them in a process that
		// is about to end costs more time than the pages.
		debug.SetGCPercent(400)
	}
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is the whole program. It returns the exit status.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the program at once

	std := streams{in: stdin, out: stdout, err: stderr}
	root := newRoot(std)
	root.SetArgs(args)
	return status(std, root.ExecuteContext(ctx))
}

// status reports the error that a command ended with, and returns the exit
// status for it.
func status(std streams, err error) int {
	var usage *usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errReported):
		return exitFailed
	case errors.As(err, &usage):
		report(std.err, err)
		return exitUsage
	}
	report(std.err, err)
	return exitFailed
}

// streams are where a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

func newRoot(std streams) *cobra.Command {
	version := false
	root := &cobra.Command{
		Use:   "brief",
		Short: "Make one-page briefings from a pile of documents",
		Long: `brief makes the one page that somebody reads before a meeting. It cleans the
source documents, picks what matters for each section of a small config, lifts
the to-do tables out, and writes a PDF of exactly one page in which every line
traces back to its source.

Exit status: 0 done, 1 failed, 2 wrong usage.`,
		Example: `  brief init                      start a briefing in this folder
  brief build                     make out/NAME.pdf for every config/NAME.yaml
  brief explain us-japan          tell where each of its lines comes from
  brief run                       make them again by themselves, and tell people`,
		Args:          unknownCommand,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if version {
				return printVersion(std.out, false)
			}
			cmd.SetOut(std.err)
			_ = cmd.Help()
			return &usageError{msg: "no command", hint: "brief build makes the briefings of this folder"}
		},
	}
	root.Flags().BoolVar(&version, "version", false, "the same as brief version")
	root.SetIn(std.in)
	root.SetOut(std.out)
	root.SetErr(std.err)
	root.SetFlagErrorFunc(flagError)
	root.SetHelpCommand(newHelp(root))
	root.AddCommand(
		newBuild(std),
		newWatch(std),
		newRun(std),
		newStatus(std),
		newQueueJobs(std),
		newState(std),
		newClean(std),
		newExplain(std),
		newCheck(std),
		newDump(std),
		newInit(std),
		newTemplate(std),
		newVersion(std),
	)
	return root
}

func newHelp(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Explain a command",
		RunE: func(_ *cobra.Command, args []string) error {
			cmd, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return unknownCommand(root, args)
			}
			cmd.InitDefaultHelpFlag()
			return cmd.Help()
		},
	}
}

// A usageError is a command line that says nothing that can be done.
type usageError struct{ msg, hint string }

func (e *usageError) Error() string { return e.msg }

// unknownCommand is asked about what follows brief and is no command.
func unknownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	path := cmd.CommandPath() // brief, or brief template
	e := &usageError{msg: fmt.Sprintf("unknown command %q", args[0]), hint: "brief help" + strings.TrimPrefix(path, "brief") + " lists the commands"}
	cmd.SuggestionsMinimumDistance = 2
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		e.hint = "did you mean " + path + " " + strings.Join(near, " or "+path+" ") + "?"
	}
	return e
}

func flagError(cmd *cobra.Command, err error) error {
	return &usageError{msg: err.Error(), hint: cmd.CommandPath() + " --help lists the flags; -- ends them before a name that begins with -"}
}

// needArgs makes it wrong usage to give a command nothing to work on.
func needArgs(what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return &usageError{msg: cmd.CommandPath() + " needs " + what, hint: cmd.CommandPath() + " --help shows examples"}
		}
		return nil
	}
}

// atMost makes it wrong usage to give a command more than n arguments.
func atMost(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) > n {
			return &usageError{
				msg:  fmt.Sprintf("%s takes at most %d, and %q is one too many", cmd.CommandPath(), n, args[n]),
				hint: cmd.CommandPath() + " --help shows examples",
			}
		}
		return nil
	}
}
