package service

import (
	"fmt"
	"os"
	"sync"

	"readahead/brief/doc"
	"readahead/brief/profile"
	"readahead/config"
)

// configs finds the configs of the profiles by name.
type configs struct {
	place string // a config, or a folder of them
	mu    sync.Mutex
	files map[string]string
}

// list returns the files of the profiles by their names. Two configs of one
// name would publish over each other: neither counts.
func (c *configs) list() (files map[string]string, twice []string, err error) {
	info, err := os.Stat(c.place)
	if err != nil {
		return nil, nil, &doc.Error{File: c.place, Msg: "cannot be looked at: " + cause(err), Hint: "it comes back by itself when it can"}
	}
	names := []string{c.place}
	if info.IsDir() {
		if names, err = config.Find(c.place); err != nil {
			return nil, nil, err
		}
	}
	files = make(map[string]string, len(names))
	for _, file := range names {
		name := config.Name(file)
		if files[name] != "" {
			twice = append(twice, name)
		}
		files[name] = file
	}
	for _, name := range twice {
		delete(files, name)
	}
	c.mu.Lock()
	c.files = files
	c.mu.Unlock()
	return files, twice, nil
}

// load reads the config of a profile.
func (c *configs) load(name string) (profile.Profile, string, error) {
	c.mu.Lock()
	file := c.files[name]
	c.mu.Unlock()
	if _, err := os.Stat(file); file == "" || err != nil {
		files, _, err := c.list()
		if err != nil {
			return profile.Profile{}, "", err
		}
		if file = files[name]; file == "" {
			return profile.Profile{}, "", &doc.Error{File: c.place, Msg: fmt.Sprintf("holds no config %q", name), Hint: "the last edition stays where it is"}
		}
	}
	p, err := config.Load(file)
	return p, file, err
}

func cause(err error) string {
	if path, ok := err.(*os.PathError); ok {
		return path.Err.Error()
	}
	return err.Error()
}
