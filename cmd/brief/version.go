package main

import (
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
)

func newVersion(std streams) *cobra.Command {
	asJSON := false
	cmd := &cobra.Command{
		Use:     "version",
		Short:   "Print the version",
		Example: "  brief version --json",
		Args:    atMost(0),
		RunE: func(*cobra.Command, []string) error {
			return printVersion(std.out, asJSON)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print it in JSON")
	return cmd
}

// A release says which program this is.
type release struct {
	Version  string `json:"version"`
	Revision string `json:"revision,omitempty"` // of the source
	Time     string `json:"time,omitempty"`     // of the revision
	Modified bool   `json:"modified,omitempty"` // since the revision
	Go       string `json:"go"`
	Platform string `json:"platform"`
}

func thisRelease() release {
	r := release{Version: version(), Go: runtime.Version(), Platform: runtime.GOOS + "/" + runtime.GOARCH}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return r
	}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			r.Revision = s.Value
		case "vcs.time":
			r.Time = s.Value
		case "vcs.modified":
			r.Modified = s.Value == "true"
		}
	}
	return r
}

// version returns the version of the module that the program was built from,
// as "v1.2.0"; "devel" if it was built from a working copy.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "devel"
	}
	return info.Main.Version
}

func printVersion(w io.Writer, asJSON bool) error {
	r := thisRelease()
	if asJSON {
		return writeJSON(w, r)
	}
	parts := []string{"brief " + r.Version}
	if r.Revision != "" {
		rev := "revision " + r.Revision
		if r.Modified {
			rev += " with changes"
		}
		parts = append(parts, rev)
	}
	_, err := fmt.Fprintln(w, strings.Join(append(parts, r.Go, r.Platform), ", "))
	return err
}
