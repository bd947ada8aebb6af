package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"readahead/brief"
	"readahead/brief/doc"
	"readahead/brief/ingest"
	"readahead/brief/preflight"
	"readahead/config"
)

func newExplain(std streams) *cobra.Command {
	out := ""
	cmd := &cobra.Command{
		Use:   "explain PROFILE|SIDECAR.json|BRIEFING.pdf",
		Short: "Tell where each line of a briefing comes from",
		Long: `Tell for each line of a briefing its source, the line and the original text
there, its score and why it was chosen; then what was left out and why.

Exit status: 0 done, 1 failed, 2 wrong usage.`,
		Example: `  brief explain us-japan
  brief explain out/us-japan.pdf`,
		Args:              cobra.MatchAll(needArgs("a profile, a sidecar or a PDF"), atMost(1)),
		ValidArgsFunction: completeProfiles,
		RunE: func(_ *cobra.Command, args []string) error {
			name, data, err := findSidecar(args[0], out)
			if err != nil {
				return err
			}
			s, err := brief.ReadSidecar(name, data)
			if err != nil {
				return err
			}
			return brief.Explain(std.out, s, readSource)
		},
	}
	cmd.Flags().StringVarP(&out, "out", "o", "out", "the `FOLDER` that the profile was built to")
	_ = cmd.MarkFlagDirname("out")
	return cmd
}

// findSidecar returns the sidecar that arg stands for, and the name of the
// file that it is from: arg itself, the PDF it is attached to, or what was
// built of the profile of that name.
func findSidecar(arg, out string) (name string, data []byte, err error) {
	if info, err := os.Stat(arg); err != nil || info.IsDir() {
		return builtSidecar(arg, out)
	}
	if ext := filepath.Ext(arg); ext != ".json" && slices.Contains(config.Extensions(), ext) {
		return builtSidecar(config.Name(arg), out)
	}
	if data, err = ingest.ReadFile(arg); err != nil {
		return arg, nil, err
	}
	if bytes.HasPrefix(data, []byte("%PDF-")) {
		f, err := openPDF(arg, data)
		if err != nil {
			return arg, nil, err
		}
		data, err = attachedSidecar(arg, f)
		return arg, data, err
	}
	return arg, data, err
}

// builtSidecar reads what was built of a profile.
func builtSidecar(profile, out string) (name string, data []byte, err error) {
	name = filepath.Join(out, profile+".json")
	data, err = os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return name, nil, &doc.Error{File: profile, Msg: fmt.Sprintf("there is no such file, and no %s", name), Hint: "brief build " + profile + " makes it, if it is a profile"}
	}
	return name, data, err
}

// openPDF reads a PDF.
func openPDF(name string, data []byte) (*preflight.File, error) {
	f, err := preflight.Open(data)
	if err != nil {
		return nil, &doc.Error{File: name, Msg: err.Error()}
	}
	return f, nil
}

// attachedSidecar returns the sidecar that is attached to the PDF: the first
// file in it that is JSON.
func attachedSidecar(name string, f *preflight.File) ([]byte, error) {
	for _, a := range f.Attachments() {
		if bytes.HasPrefix(bytes.TrimSpace(a.Data), []byte("{")) {
			return a.Data, nil
		}
	}
	return nil, &doc.Error{File: name, Msg: "has no sidecar attached", Hint: "it is no briefing, or another program has taken it out"}
}

// readSource reads a source of a briefing: from where it was read, or, where
// that is not on this disk, from the sample's sources.
func readSource(name string) ([]byte, error) {
	data, err := ingest.ReadFile(name)
	if err != nil {
		if built, err := readSampleSeed(name); err == nil {
			return built, nil
		}
	}
	return data, err
}
