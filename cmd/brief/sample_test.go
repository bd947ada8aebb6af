package main

import (
	"slices"
	"testing"

	"readahead/brief/ingest"
	"readahead/config"
)

// The sample is to be the same whether it is built from the program or from
// the folders config and seeds.
func TestSampleSeeds(t *testing.T) {
	p, err := config.Sample()
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir("../..")
	found, skipped := ingest.Files(p.Seeds)
	if got := sampleSeeds(); !slices.Equal(got, found) || len(skipped) > 0 {
		t.Errorf("the program holds %v, the config names %v (and %v)", got, found, skipped)
	}
	for _, name := range sampleSeeds() {
		if _, err := readSampleSeed(name); err != nil {
			t.Error(err)
		}
	}
}
