package main

import (
	"slices"
	"testing"

	"readahead/config"
)

// The sample is to be the same whether it is built from the program or from
// the folders config and seeds.
func TestSampleSeeds(t *testing.T) {
	p, err := config.Sample()
	if err != nil {
		t.Fatal(err)
	}
	if got := sampleSeeds(); !slices.Equal(got, p.Seeds) {
		t.Errorf("the program holds %v, the config names %v", got, p.Seeds)
	}
	for _, name := range p.Seeds {
		if _, err := readSampleSeed(name); err != nil {
			t.Error(err)
		}
	}
}
