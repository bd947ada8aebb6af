package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"readahead/brief/atomicfile"
	"readahead/brief/doc"
	"readahead/config"
)

func newInit(std streams) *cobra.Command {
	return &cobra.Command{
		Use:   "init [FOLDER]",
		Short: "Write a config to start from",
		Long: `Write FOLDER/config/NAME.yaml, a config to fill in, with the schema that lets
editors complete and check it, and make FOLDER/seeds for the documents. NAME is
the name of the folder, or briefing in the current one. Nothing that is there
is written over.

Exit status: 0 done, 1 failed, 2 wrong usage.`,
		Example: `  brief init
  brief init harbour-talks`,
		Args: atMost(1),
		RunE: func(_ *cobra.Command, args []string) error {
			dir := "."
			if len(args) == 1 {
				dir = args[0]
			}
			return runInit(std, dir)
		},
	}
}

func runInit(std streams, dir string) error {
	configs, sources := filepath.Join(dir, configFolder), filepath.Join(dir, "seeds")
	for _, d := range []string{configs, sources} {
		if err := atomicfile.MakeFolder(d); err != nil {
			return err
		}
	}
	start := filepath.Join(configs, folderName(dir)+".yaml")
	err := createNew(start, config.Starter())
	if errors.Is(err, fs.ErrExist) {
		return &doc.Error{File: start, Msg: "is there already", Hint: "brief build uses it; name another folder to start afresh"}
	}
	if err != nil {
		return err
	}
	err = createNew(filepath.Join(configs, "schema.json"), config.Schema())
	if err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	fmt.Fprintf(std.out, "%s  fill in the title and the sections\n", visible(start))
	fmt.Fprintf(std.out, "%s  put the documents here, then run brief build\n", visible(sources+string(filepath.Separator)))
	return nil
}

// folderName returns the name of the folder, for the profile.
func folderName(dir string) string {
	switch base := filepath.Base(dir); base {
	case ".", "..", string(filepath.Separator):
		return "briefing"
	default:
		return base
	}
}

// createNew writes a file that is not there yet.
func createNew(name string, data []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err := errors.Join(err, f.Close()); err != nil {
		os.Remove(name)
		return atomicfile.CannotWrite(name, err)
	}
	return nil
}
