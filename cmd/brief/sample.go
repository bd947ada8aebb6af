package main

import (
	"strings"

	"readahead/seeds"
)

// seedFolder is where the sample's config says its seeds are. They have the
// same names when they are read from the program, so that the briefing is the
// same, byte for byte.
const seedFolder = "seeds/"

// sampleSeeds returns the names of the sample's seeds.
func sampleSeeds() []string {
	names := seeds.Names()
	for i := range names {
		names[i] = seedFolder + names[i]
	}
	return names
}

// readSampleSeed reads a seed of the sample from the program.
func readSampleSeed(name string) ([]byte, error) {
	return seeds.ReadFile(strings.TrimPrefix(name, seedFolder))
}
