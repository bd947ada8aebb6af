package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"readahead/brief/doc"
	"readahead/brief/state"
	"readahead/config"
)

// placeOptions are the flags that say where a service's state is.
type placeOptions struct {
	config string
	state  string
	engine string
}

func addPlaceFlags(cmd *cobra.Command, o *placeOptions) {
	f := cmd.Flags()
	f.StringVarP(&o.config, "config", "c", configFolder, "the config, or the folder of configs, of the service: `PATH`")
	f.StringVar(&o.state, "state", "", "the `FOLDER` of the state; else that of systemd, else state")
	f.StringVar(&o.engine, "engine", "", "the postgres:// `ADDRESS` of the state in place of a folder; else BRIEF_ENGINE, else engine in the configs")
	completeConfigs(cmd, "config")
	_ = cmd.MarkFlagDirname("state")
}

// resolve returns where the state is: a folder, or the address of a database.
func (o placeOptions) resolve() (string, error) {
	engine := o.engine
	if engine == "" && o.state == "" {
		var err error
		if engine, err = o.configured(); err != nil {
			return "", err
		}
	}
	if engine != "" {
		if !state.IsAddress(engine) {
			return "", &usageError{msg: "the engine is no postgres:// address", hint: "write postgres://USER@HOST/DATABASE; without an engine the state is in a folder"}
		}
		return engine, nil
	}
	if o.state != "" {
		return o.state, nil
	}
	if folder := os.Getenv("STATE_DIRECTORY"); folder != "" {
		return folder, nil
	}
	return "state", nil
}

// configured returns the engine that the environment or the configs name.
// Configs that cannot be read have no say; the service reports them.
func (o placeOptions) configured() (string, error) {
	if engine := os.Getenv("BRIEF_ENGINE"); engine != "" {
		return engine, nil
	}
	info, err := os.Stat(o.config)
	if err != nil {
		return "", nil
	}
	files := []string{o.config}
	if info.IsDir() {
		if files, err = config.Find(o.config); err != nil {
			return "", err
		}
	}
	engine, from := "", ""
	for _, file := range files {
		name := engineOf(file)
		if name == "" || name == engine {
			continue
		}
		if engine != "" {
			return "", &doc.Error{File: file, Msg: fmt.Sprintf("names another engine than %s", from), Hint: "profiles of one service have one engine; name it with --engine"}
		}
		engine, from = name, file
	}
	return engine, nil
}

// engineOf returns the engine that a config names. Most name none, and are not
// parsed for it.
func engineOf(file string) string {
	if text, err := os.ReadFile(file); err != nil || !bytes.Contains(text, []byte("engine")) {
		return ""
	}
	p, err := config.Load(file)
	if err != nil {
		return ""
	}
	return p.Engine
}

// open opens the state that is there.
func (o placeOptions) open(ctx context.Context) (*state.State, string, error) {
	place, err := o.resolve()
	if err != nil {
		return nil, "", err
	}
	s, err := state.OpenExisting(ctx, place)
	return s, place, err
}

// cause returns what the system said, without the path.
func cause(err error) string {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err.Error()
	}
	return err.Error()
}
