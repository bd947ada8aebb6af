package main

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"readahead/brief"
	"readahead/brief/ingest"
	"readahead/config"
)

// dumpOptions are the flags of brief dump.
type dumpOptions struct {
	stage  string
	config string
	seeds  []string
}

func newDump(std streams) *cobra.Command {
	var o dumpOptions
	cmd := &cobra.Command{
		Use:   "dump --stage STAGE FILE|PROFILE",
		Short: "Print what a stage makes of its input",
		Long: `Print what a stage makes of a source document or of a profile, for people and
for tests. The stages are ` + strings.Join(brief.Stages(), ", ") + `; of a document only
the first two.

Exit status: 0 done, 1 failed, 2 wrong usage.`,
		Example: `  brief dump --stage clean article.html
  brief dump --stage select us-japan`,
		Args:              atMost(1),
		ValidArgsFunction: completeProfiles,
		RunE: func(cmd *cobra.Command, args []string) error {
			return runDump(cmd.Context(), std, o, args)
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.stage, "stage", "", "the `stage` to print: "+strings.Join(brief.Stages(), ", "))
	f.StringVarP(&o.config, "config", "c", "", "print a stage of this config `FILE`")
	f.StringArrayVar(&o.seeds, "seeds", nil, "read this `PATH` in place of the config's seeds; may be repeated")
	completeWords(cmd, "stage", brief.Stages())
	completeConfigs(cmd, "config")
	return cmd
}

func runDump(ctx context.Context, std streams, o dumpOptions, args []string) error {
	if !slices.Contains(brief.Stages(), o.stage) {
		e := &usageError{msg: fmt.Sprintf("unknown stage %q", o.stage), hint: "--stage is one of " + strings.Join(brief.Stages(), ", ")}
		if o.stage == "" {
			e.msg = "brief dump needs --stage"
		}
		return e
	}
	if len(args) == 0 && o.config == "" || len(args) == 1 && o.config != "" {
		return &usageError{msg: "brief dump needs one file or profile", hint: "brief dump --stage clean article.html"}
	}
	if len(args) == 1 && isDocument(args[0]) {
		data, err := ingest.ReadFile(args[0])
		if err != nil {
			return err
		}
		return brief.DumpDocument(std.out, o.stage, args[0], data)
	}
	jobs, err := findJobs(o.config, args)
	if err != nil {
		return err
	}
	p, err := jobs[0].load()
	if err != nil {
		return err
	}
	return brief.Dump(ctx, std.out, o.stage, options(jobs[0], p, o.seeds))
}

// isDocument reports whether the name is that of a file that is no config.
func isDocument(name string) bool {
	return exists(name) && !slices.Contains(config.Extensions(), filepath.Ext(name))
}
