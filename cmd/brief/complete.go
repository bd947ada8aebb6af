package main

import (
	"strings"

	"github.com/spf13/cobra"

	"readahead/config"
)

// completeProfiles offers the shell the names of the profiles, and files.
func completeProfiles(_ *cobra.Command, _ []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	files, err := config.Find(configFolder)
	names := []string{config.SampleName}
	if err == nil && len(files) > 0 {
		names = names[:0]
		for _, f := range files {
			names = append(names, config.Name(f))
		}
	}
	var out []cobra.Completion
	for _, n := range names {
		if strings.HasPrefix(n, typed) {
			out = append(out, n)
		}
	}
	return out, cobra.ShellCompDirectiveDefault
}

// completeConfigs offers the shell config files for the flag.
func completeConfigs(cmd *cobra.Command, flag string) {
	var exts []string
	for _, e := range config.Extensions() {
		exts = append(exts, e[1:])
	}
	_ = cmd.MarkFlagFilename(flag, exts...)
}

// completeWords offers the shell the values of the flag.
func completeWords(cmd *cobra.Command, flag string, words []string) {
	_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp))
}
