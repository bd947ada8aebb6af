package config

import (
	_ "embed"

	"readahead/brief/profile"
)

//go:embed us-japan.yaml
var sample []byte

//go:embed starter/briefing.yaml
var starter []byte

//go:embed schema.json
var schema []byte

// SampleName is the name of the sample profile.
const SampleName = "us-japan"

// Sample returns the sample profile that is built into the program. Its seeds
// are those of package seeds. Like [Load] it heeds the environment, and can
// fail by it.
func Sample() (profile.Profile, error) {
	return parse(SampleName+".yaml", "yaml", sample, "")
}

// Starter returns the YAML text that a config can be started from.
func Starter() []byte { return starter }

// Schema returns the JSON Schema (2020-12) of configs, which editors use to
// complete and check them.
func Schema() []byte { return schema }
