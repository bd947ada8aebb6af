package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"readahead/brief/doc"
	"readahead/brief/queue"
	"readahead/brief/service"
)

func newStatus(std streams) *cobra.Command {
	var place placeOptions
	var asJSON, running bool
	cmd := &cobra.Command{
		Use:   "status [PROFILE…]",
		Short: "Tell how things stand with a service",
		Long: `Tell of each profile of a service its last edition and how old it is, when it is
made next, why its last build failed, and what is wrong with what is watched.
With --running ask only whether a process of this machine works; monitors that
start it again when it does not want to know no more.

Exit status: 0 all is well, 1 something needs a hand or the state cannot be
read, 2 wrong usage.`,
		Example: `  brief status
  brief status us-japan --json | jq '.profiles[].problems'
  brief status --running`,
		ValidArgsFunction: completeProfiles,
		RunE: func(cmd *cobra.Command, names []string) error {
			s, _, err := place.open(cmd.Context())
			if err != nil {
				return err
			}
			defer s.Close()
			all, err := service.ReadStatus(cmd.Context(), s)
			if err != nil {
				return err
			}
			if running {
				return printRunning(std.out, all.Processes)
			}
			if all.Profiles, err = namedStatus(all.Profiles, names); err != nil {
				return err
			}
			if asJSON {
				err = writeJSON(std.out, all)
			} else {
				printStatus(std.out, all, time.Now())
			}
			if err == nil && !well(all) {
				return errReported
			}
			return err
		},
	}
	addPlaceFlags(cmd, &place)
	cmd.Flags().BoolVar(&asJSON, "json", false, "print it in JSON")
	cmd.Flags().BoolVar(&running, "running", false, "ask only whether a process of this machine works")
	return cmd
}

// printRunning says which of the processes are this machine's.
func printRunning(w io.Writer, processes []string) error {
	host, err := os.Hostname()
	if err != nil {
		return err
	}
	n := 0
	for _, id := range processes {
		if hostOf(id) == host {
			fmt.Fprintln(w, visible(id))
			n++
		}
	}
	if n == 0 {
		return &doc.Error{Msg: "no process runs on this machine", Hint: "brief run starts one"}
	}
	return nil
}

// hostOf returns the machine of a process: HOST-PID-MARK.
func hostOf(id string) string {
	parts := strings.Split(id, "-")
	return strings.Join(parts[:max(len(parts)-2, 0)], "-")
}

func namedStatus(all []service.ProfileStatus, names []string) ([]service.ProfileStatus, error) {
	if len(names) == 0 {
		return all, nil
	}
	var out []service.ProfileStatus
	for _, name := range names {
		found := false
		for _, p := range all {
			if p.Profile == name {
				out, found = append(out, p), true
			}
		}
		if !found {
			return nil, &usageError{msg: fmt.Sprintf("the service has no profile %q", name), hint: "brief status lists them"}
		}
	}
	return out, nil
}

// well reports whether nothing needs a hand.
func well(s service.Status) bool {
	if len(s.Processes) == 0 {
		return false
	}
	for _, p := range s.Profiles {
		if len(p.Problems) > 0 {
			return false
		}
		for _, r := range p.Roots {
			if r.Problem != "" && !p.Retired {
				return false
			}
		}
	}
	return s.Jobs[queue.Build][queue.Dead] == 0 && s.Jobs[queue.Tell][queue.Dead] == 0
}

func printStatus(w io.Writer, s service.Status, now time.Time) {
	if len(s.Processes) == 0 {
		fmt.Fprintln(w, "no process runs; brief run starts one")
	} else {
		fmt.Fprintf(w, "%s running, state in %s\n", countOf(len(s.Processes), "process", "processes"), visible(s.State))
	}
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, p := range s.Profiles {
		line := visible(p.Profile) + "\t" + editionOf(p, now)
		if next := nextOf(p, now); next != "" {
			line += "\t" + next
		}
		fmt.Fprintln(table, line)
	}
	table.Flush()
	for _, p := range s.Profiles {
		for _, problem := range p.Problems {
			fmt.Fprintf(w, "%s: not built: %s\n", visible(p.Profile), visible(problem.String()))
			if problem.Hint != "" {
				fmt.Fprintf(w, "  hint: %s\n", visible(problem.Hint))
			}
		}
		for _, r := range p.Roots {
			if r.Problem != "" && !p.Retired {
				fmt.Fprintf(w, "%s: %s: %s\n", visible(p.Profile), visible(r.Path), visible(r.Problem))
			}
		}
	}
	for _, n := range s.Unsent {
		line := fmt.Sprintf("%s: edition %d is not told to %s yet", visible(n.Profile), n.Edition, visible(n.Channel))
		if n.Problem != "" {
			line += ": " + visible(n.Problem)
		}
		fmt.Fprintln(w, line)
	}
	for _, kind := range []string{queue.Build, queue.Tell} {
		if n := s.Jobs[kind][queue.Dead] + s.Jobs[kind][queue.Cancelled]; n > 0 {
			fmt.Fprintf(w, "%s of kind %s dead or cancelled; brief jobs list --only dead,cancelled shows them\n", countOf(n, "job", "jobs"), kind)
		}
	}
}

func countOf(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// editionOf says which edition there is and how old it is.
func editionOf(p service.ProfileStatus, now time.Time) string {
	switch {
	case p.Edition == 0:
		return "no edition yet"
	case p.Published.IsZero():
		return fmt.Sprintf("edition %d, from before", p.Edition)
	}
	return fmt.Sprintf("edition %d, %s old", p.Edition, age(now.Sub(p.Published)))
}

// nextOf says what is about to happen.
func nextOf(p service.ProfileStatus, now time.Time) string {
	var parts []string
	if p.Retired {
		parts = append(parts, "its config is gone")
	}
	if p.Behind && p.Waiting.Before(now) {
		parts = append(parts, "is being built")
	}
	if p.Placing {
		parts = append(parts, "its last edition is being put in its place")
	}
	if p.Waiting.After(now) {
		parts = append(parts, "looked at again at "+p.Waiting.Local().Format(time.DateTime))
	}
	if !p.NextSlot.IsZero() && !p.Retired {
		parts = append(parts, "next slot "+p.NextSlot.Local().Format("Mon 2006-01-02 15:04"))
	}
	return strings.Join(parts, ", ")
}

// age is a time to a reader's precision: 40 s, 12 min, 5 h, 3 days.
func age(d time.Duration) string {
	switch {
	case d < time.Minute:
		return fmt.Sprintf("%d s", max(int(d.Seconds()), 0))
	case d < time.Hour:
		return fmt.Sprintf("%d min", int(d.Minutes()))
	case d < 48*time.Hour:
		return fmt.Sprintf("%d h", int(d.Hours()))
	}
	return fmt.Sprintf("%d days", int(d.Hours()/24))
}
