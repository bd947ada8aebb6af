package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

func newCheck(std streams) *cobra.Command {
	return &cobra.Command{
		Use:   "check BRIEFING.pdf…",
		Short: "Check that a briefing is whole and still true to its sources",
		Args:  needArgs("a PDF"),
		RunE: func(_ *cobra.Command, args []string) error {
			fmt.Fprintln(std.out, args)
			return nil
		},
	}
}
