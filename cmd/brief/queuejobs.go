package main

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"readahead/brief/queue"
	"readahead/brief/state"
	"readahead/config"
)

func newQueueJobs(std streams) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "jobs",
		Short: "Look at what a service has in line, and put it in line again",
		Long: `Look at the jobs of a service: builds of profiles, and notices that are to be
told. A job that fails is tried again, later each time; after its last attempt
it is dead, until it is put in line again with brief jobs retry.

Exit status: 0 done, 1 failed, 2 wrong usage.`,
		Example: `  brief jobs list --only dead
  brief jobs show 17
  brief jobs retry 17 18
  brief jobs stats`,
		Args: unknownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			cmd.SetOut(std.err)
			_ = cmd.Help()
			return &usageError{msg: "no command of brief jobs", hint: "brief jobs list shows them"}
		},
	}
	cmd.AddCommand(newJobsList(std), newJobsShow(std), newJobsStats(std),
		newJobsChange(std, "retry", "Put jobs in line again, whatever became of them", (*queue.Queue).Retry),
		newJobsChange(std, "cancel", "Take jobs out of the line; one that runs goes on to its end", (*queue.Queue).Cancel))
	return cmd
}

// A jobRow is a job with what it is about, in words.
type jobRow struct {
	queue.Row
	About string `json:"about"` // "edition 3 of us-japan, to webhook example.org"
}

// jobsAbout says what jobs are about.
func jobsAbout(ctx context.Context, s *state.State, rows []queue.Row) ([]jobRow, error) {
	out := []jobRow{}
	err := s.Do(ctx, func(tx *state.Tx) error {
		for _, r := range rows {
			about := r.Subject
			if r.Kind == queue.Tell {
				n, ok, err := tx.Notice(ctx, r.Subject)
				if err != nil {
					return err
				}
				if ok {
					about = fmt.Sprintf("edition %d of %s, to %s", n.Edition, n.Profile, n.Channel)
				}
			}
			out = append(out, jobRow{r, about})
		}
		return nil
	})
	return out, err
}

// withQueue opens the jobs of a service.
func withQueue(ctx context.Context, o placeOptions, f func(s *state.State, q *queue.Queue) error) error {
	s, _, err := o.open(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	if err := queue.Migrate(ctx, s.DB, s.Postgres); err != nil {
		return err
	}
	q, err := queue.New(queue.Options{DB: s.DB, Postgres: s.Postgres})
	if err != nil {
		return err
	}
	return f(s, q)
}

func newJobsList(std streams) *cobra.Command {
	var place placeOptions
	var only []string
	var kind string
	var most int
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List the jobs, the newest first",
		Example: `  brief jobs list
  brief jobs list --only dead,retrying --kind tell`,
		Args:              atMost(0),
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, _ []string) error {
			states, err := jobStates(only)
			if err != nil {
				return err
			}
			if kind != "" && kind != queue.Build && kind != queue.Tell {
				return &usageError{msg: fmt.Sprintf("unknown kind %q", kind), hint: "the kinds are build and tell"}
			}
			return withQueue(cmd.Context(), place, func(s *state.State, q *queue.Queue) error {
				rows, err := q.List(cmd.Context(), states, kind, most)
				if err != nil {
					return err
				}
				jobs, err := jobsAbout(cmd.Context(), s, rows)
				if err != nil {
					return err
				}
				if asJSON {
					return writeJSON(std.out, jobs)
				}
				return printJobs(std, jobs)
			})
		},
	}
	addPlaceFlags(cmd, &place)
	f := cmd.Flags()
	f.StringSliceVar(&only, "only", nil, "list jobs in these `STATES`: "+strings.Join(jobStateNames(), ", "))
	f.StringVar(&kind, "kind", "", "list jobs of this `KIND`: build or tell")
	f.IntVar(&most, "most", 50, "list at most `N`")
	f.BoolVar(&asJSON, "json", false, "print them in JSON")
	completeWords(cmd, "only", jobStateNames())
	completeWords(cmd, "kind", []string{queue.Build, queue.Tell})
	return cmd
}

func jobStateNames() []string {
	var names []string
	for _, s := range queue.States() {
		names = append(names, string(s))
	}
	return names
}

func jobStates(names []string) ([]queue.State, error) {
	var out []queue.State
	known := jobStateNames()
	for _, name := range names {
		name = strings.ToLower(strings.TrimSpace(name))
		for i, k := range known {
			if k == name {
				out = append(out, queue.States()[i])
			}
		}
		if len(out) == 0 || string(out[len(out)-1]) != name {
			e := &usageError{msg: fmt.Sprintf("unknown state %q", name), hint: "the states are " + strings.Join(known, ", ")}
			if near := config.Nearest(name, known); near != "" {
				e.hint = fmt.Sprintf("did you mean %s?", near)
			}
			return nil, e
		}
	}
	return out, nil
}

func printJobs(std streams, rows []jobRow) error {
	w := tabwriter.NewWriter(std.out, 0, 0, 2, ' ', 0)
	for _, r := range rows {
		fmt.Fprintf(w, "%d\t%s\t%s\t%s\tattempt %d of %d\t%s\n", r.ID, r.Kind, visible(r.About), r.State, r.Attempt, r.Most, jobNote(r.Row))
	}
	return w.Flush()
}

// jobNote says when a job was or will be done, and what was wrong last.
func jobNote(r queue.Row) string {
	var parts []string
	switch r.State {
	case queue.Retrying, queue.Waiting:
		parts = append(parts, "due "+r.Scheduled.Local().Format(time.DateTime))
	case queue.Running:
		parts = append(parts, "since "+r.Attempted.Local().Format(time.DateTime))
	default:
		parts = append(parts, "at "+r.Finished.Local().Format(time.DateTime))
	}
	if n := len(r.Errors); n > 0 && r.State != queue.Done {
		first, _, _ := strings.Cut(r.Errors[n-1].Error, "\n")
		parts = append(parts, visible(first))
	}
	return strings.Join(parts, ": ")
}

func newJobsShow(std streams) *cobra.Command {
	var place placeOptions
	var asJSON bool
	cmd := &cobra.Command{
		Use:               "show JOB…",
		Short:             "Show jobs with all their attempts",
		Example:           `  brief jobs show 17`,
		Args:              needArgs("the number of a job"),
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, args []string) error {
			ids, err := jobIDs(args)
			if err != nil {
				return err
			}
			return withQueue(cmd.Context(), place, func(s *state.State, q *queue.Queue) error {
				for _, id := range ids {
					r, err := q.Get(cmd.Context(), id)
					if err != nil {
						return err
					}
					jobs, err := jobsAbout(cmd.Context(), s, []queue.Row{r})
					if err != nil {
						return err
					}
					if asJSON {
						if err := writeJSON(std.out, jobs[0]); err != nil {
							return err
						}
						continue
					}
					if err := printJobs(std, jobs); err != nil {
						return err
					}
					for _, e := range r.Errors {
						fmt.Fprintf(std.out, "  attempt %d at %s: %s\n", e.Attempt, e.At.Local().Format(time.DateTime), visible(e.Error))
					}
				}
				return nil
			})
		},
	}
	addPlaceFlags(cmd, &place)
	cmd.Flags().BoolVar(&asJSON, "json", false, "print them in JSON")
	return cmd
}

func newJobsChange(std streams, name, short string, change func(*queue.Queue, context.Context, int64) (queue.Row, error)) *cobra.Command {
	var place placeOptions
	cmd := &cobra.Command{
		Use:               name + " JOB…",
		Short:             short,
		Example:           "  brief jobs " + name + " 17 18",
		Args:              needArgs("the number of a job"),
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, args []string) error {
			ids, err := jobIDs(args)
			if err != nil {
				return err
			}
			return withQueue(cmd.Context(), place, func(s *state.State, q *queue.Queue) error {
				for _, id := range ids {
					r, err := change(q, cmd.Context(), id)
					if err != nil {
						return err
					}
					jobs, err := jobsAbout(cmd.Context(), s, []queue.Row{r})
					if err != nil {
						return err
					}
					fmt.Fprintf(std.out, "%d  %s  %s  %s\n", r.ID, r.Kind, visible(jobs[0].About), r.State)
				}
				return nil
			})
		},
	}
	addPlaceFlags(cmd, &place)
	return cmd
}

func jobIDs(args []string) ([]int64, error) {
	var out []int64
	for _, a := range args {
		id, err := strconv.ParseInt(a, 10, 64)
		if err != nil {
			return nil, &usageError{msg: fmt.Sprintf("%q is not the number of a job", a), hint: "brief jobs list shows the numbers"}
		}
		out = append(out, id)
	}
	return out, nil
}

func newJobsStats(std streams) *cobra.Command {
	var place placeOptions
	var asJSON bool
	cmd := &cobra.Command{
		Use:               "stats",
		Short:             "Count the jobs",
		Args:              atMost(0),
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return withQueue(cmd.Context(), place, func(s *state.State, q *queue.Queue) error {
				stats, err := q.Stats(cmd.Context())
				if err != nil {
					return err
				}
				if asJSON {
					return writeJSON(std.out, stats)
				}
				w := tabwriter.NewWriter(std.out, 0, 0, 2, ' ', tabwriter.AlignRight)
				fmt.Fprintf(w, "\t%s\t\n", strings.Join(jobStateNames(), "\t"))
				for _, kind := range []string{queue.Build, queue.Tell} {
					fmt.Fprintf(w, "%s\t", kind)
					for _, s := range queue.States() {
						fmt.Fprintf(w, "%d\t", stats[kind][s])
					}
					fmt.Fprintln(w)
				}
				return w.Flush()
			})
		},
	}
	addPlaceFlags(cmd, &place)
	cmd.Flags().BoolVar(&asJSON, "json", false, "print them in JSON")
	return cmd
}
