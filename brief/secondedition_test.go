package brief

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"readahead/brief/layout"
)

// sampleEdits are what differs in the seeds.
var sampleEdits = [][2]string{
	{"Intelligence Coordination | Enhanced facts sharing on regional threats. |\n", ""},
	{"Multi-National Cyber Exercises |", "Cyber Liaison Officers | Exchange officers between the two cyber commands. |\nMulti-National Cyber Exercises |"},
	{"ever more stylish", "ever more numerous"},
}

// secondEdition makes the sample's second edition: of a seed a sentence has
// another word, a to-do row is gone, and another is there.
func secondEdition(t *testing.T) (*Result, *Prepared) {
	t.Helper()
	o := sample()
	_, first := edition(t, o, nil)
	read := o.ReadFile
	o.ReadFile = func(name string) ([]byte, error) {
		data, err := read(name)
		for _, edit := range sampleEdits {
			data = bytes.ReplaceAll(data, []byte(edit[0]), []byte(edit[1]))
		}
		return data, err
	}
	o.Edition, o.Previous = 2, first
	p := prepared(t, o)
	r, err := p.Render()
	if err != nil {
		t.Fatal(err)
	}
	return r, p
}

// TestSecondEdition compares the page, the sidecar and the text of a second
// edition with the goldens.
func TestSecondEdition(t *testing.T) {
	r, p := secondEdition(t)
	var page, sidecar bytes.Buffer
	if err := layout.Print(&page, p.stages.pages()[0]); err != nil {
		t.Fatal(err)
	}
	golden(t, "edition.layout", page.Bytes())
	if err := json.Indent(&sidecar, r.Sidecar, "", " "); err != nil {
		t.Fatal(err)
	}
	golden(t, "edition.sidecar", sidecar.Bytes())
	if dir := os.Getenv("EDITION_OUT"); dir != "" {
		os.WriteFile(dir+"/e.pdf", r.PDF, 0o666)
		os.WriteFile(dir+"/e.json", r.Sidecar, 0o666)
	}
	golden(t, "edition.txt", must(r.Export(Text)))
	for _, want := range []string{"edition 2", "Since edition 1", "gone from source", r.Brief.Changes} {
		if !strings.Contains(strings.Join(strings.Fields(string(must(r.Export(Text)))), " "), want) {
			t.Errorf("the text lacks %q", want)
		}
	}
}
