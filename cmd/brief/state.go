package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"readahead/brief/edition"
	"readahead/brief/service"
)

func newState(std streams) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "state",
		Short: "Back up and check what a service remembers",
		Example: `  brief state backup brief-2031-03-02.db
  brief state check -o out`,
		Args: unknownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			cmd.SetOut(std.err)
			_ = cmd.Help()
			return &usageError{msg: "no command of brief state", hint: "brief state check looks at it"}
		},
	}
	cmd.AddCommand(newStateBackup(), newStateCheck(std))
	return cmd
}

func newStateBackup() *cobra.Command {
	var place placeOptions
	cmd := &cobra.Command{
		Use:   "backup FILE",
		Short: "Copy the state into a file while the service runs",
		Long: `Copy the state into FILE while the service runs. A copy of a folder's state is
itself one: called brief.db it can be put in its place while no service runs. A
Postgres database is written by pg_dump, for pg_restore.

Exit status: 0 done, 1 failed, 2 wrong usage.`,
		Example: `  brief state backup brief-2031-03-02.db`,
		Args:    needArgs("a file to write to"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := atMost(1)(cmd, args); err != nil {
				return err
			}
			s, address, err := place.open(cmd.Context())
			if err != nil {
				return err
			}
			defer s.Close()
			return s.Backup(cmd.Context(), address, args[0])
		},
	}
	addPlaceFlags(cmd, &place)
	return cmd
}

func newStateCheck(std streams) *cobra.Command {
	var place placeOptions
	out := "out"
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Check the state, and that the published editions are as it says",
		Long: `Check that the database is sound, and that every edition that it knows of lies
in OUT as it was published.

Exit status: 0 all is well, 1 something is wrong, 2 wrong usage.`,
		Example:           `  brief state check -o /srv/briefings`,
		Args:              atMost(0),
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, _ []string) error {
			s, _, err := place.open(cmd.Context())
			if err != nil {
				return err
			}
			defer s.Close()
			faults, err := service.Check(cmd.Context(), s, edition.Folder(out))
			if err != nil {
				return err
			}
			for _, f := range faults {
				write(std.err, []message{{File: f.File, Msg: f.What}})
			}
			if len(faults) > 0 {
				return errReported
			}
			fmt.Fprintln(std.out, "all is well")
			return nil
		},
	}
	addPlaceFlags(cmd, &place)
	cmd.Flags().StringVarP(&out, "out", "o", out, "the `FOLDER` that editions are published in")
	_ = cmd.MarkFlagDirname("out")
	return cmd
}
