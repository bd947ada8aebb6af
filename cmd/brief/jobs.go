package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"readahead/brief/doc"
	"readahead/brief/profile"
	"readahead/config"
)

// configFolder is where profiles are looked for by their names.
const configFolder = "config"

// A job is a profile to work on.
type job struct {
	name    string
	file    string // the config; "" for the built-in sample
	problem error  // why there is nothing to load
}

// load reads the job's config.
func (j job) load() (profile.Profile, error) {
	switch {
	case j.problem != nil:
		return profile.Profile{}, j.problem
	case j.file == "":
		return config.Sample()
	}
	return config.Load(j.file)
}

// findJobs returns the profiles that a command line asks for: the config that
// -c names, then the others; if there are none, all in the config folder; if
// that has none, the built-in sample. A name that stands for nothing becomes
// a job with a problem, so that it does not stop the others.
func findJobs(configFile string, names []string) ([]job, error) {
	known, err := config.Find(configFolder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	var jobs []job
	if configFile != "" {
		jobs = append(jobs, job{name: config.Name(configFile), file: configFile})
	}
	for _, name := range names {
		jobs = append(jobs, named(name, known))
	}
	if len(jobs) == 0 {
		for _, file := range known {
			jobs = append(jobs, job{name: config.Name(file), file: file})
		}
	}
	if len(jobs) == 0 {
		jobs = append(jobs, job{name: config.SampleName})
	}
	return distinct(jobs), nil
}

// named returns the profile of that name, or that has its config in the file
// of that name.
func named(name string, known []string) job {
	ext := filepath.Ext(name)
	if strings.ContainsRune(name, filepath.Separator) || slices.Contains(config.Extensions(), ext) && exists(name) {
		return job{name: config.Name(name), file: name}
	}
	var names, same []string
	for _, file := range known {
		if config.Name(file) == name {
			same = append(same, file)
		}
		names = append(names, config.Name(file))
	}
	if len(known) == 0 {
		if name == config.SampleName {
			return job{name: name}
		}
		names = append(names, config.SampleName)
	}
	switch len(same) {
	case 1:
		return job{name: name, file: same[0]}
	case 0:
		hint := "the profiles are " + strings.Join(names, ", ")
		if near := config.Nearest(name, names); near != "" {
			hint = fmt.Sprintf("did you mean %s?", near)
		}
		return job{name: name, problem: &doc.Error{File: name, Msg: "there is no such profile in " + configFolder, Hint: hint}}
	}
	return job{name: name, problem: ambiguous(name, same)}
}

// distinct takes out jobs that are there twice. Different configs of one name
// would write over each other's briefing: none of them is worked on.
func distinct(jobs []job) []job {
	var out []job
	for _, j := range jobs {
		i := slices.IndexFunc(out, func(o job) bool { return o.name == j.name })
		switch {
		case i < 0:
			out = append(out, j)
		case out[i].problem == nil && j.problem == nil && !sameFile(out[i].file, j.file):
			out[i].problem = ambiguous(j.name, []string{out[i].file, j.file})
		}
	}
	return out
}

func ambiguous(name string, files []string) error {
	return &doc.Error{
		File: name,
		Msg:  strings.Join(files, " and ") + " would write the same briefing",
		Hint: "rename one of them: the name of the config is that of the briefing",
	}
}

func exists(name string) bool {
	info, err := os.Stat(name)
	return err == nil && !info.IsDir()
}

func sameFile(a, b string) bool {
	ia, errA := os.Stat(a)
	ib, errB := os.Stat(b)
	return errA == nil && errB == nil && os.SameFile(ia, ib)
}
