package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readahead/brief"
	"readahead/brief/profile"
)

// A to-do row that is carried from an edition whose source is gone makes no
// briefing false, and is told of.
func TestCheckCarriedRows(t *testing.T) {
	dir := t.TempDir()
	file := func(name, text string) string {
		name = filepath.Join(dir, name)
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		return name
	}
	a := file("a.txt", "The new quay carries two cranes and a shed for nets.\n\nStep | Responsible | Until\n---|---|---\nOrder the crane motor | Harbour office | 30 May 2026\nOil the crane | Harbour office | 3 May 2026\n")
	b := file("b.txt", "The old quay was built in 1962 and has one crane left.\n")
	o := brief.Options{Edition: 1, Seeds: []string{a, b}, Profile: profile.Profile{
		Name: "quay", Title: "Quay",
		Sections: []profile.Section{{ID: "quay", Title: "Quay", Keywords: []string{"quay", "crane"}, MinItems: -1}},
		Page:     profile.Page{Template: "read-ahead"},
	}}
	first, err := brief.Build(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	before, err := brief.ReadSidecar("quay.json", first.Sidecar)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(a); err != nil {
		t.Fatal(err)
	}
	o.Seeds, o.Edition, o.Previous = []string{b}, 2, &before
	second, err := brief.Build(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	c := check(file("quay.pdf", string(second.PDF)))
	if !c.OK || c.Carried != 2 || c.Sources != 1 || !strings.Contains(c.line(), "1 source unchanged; 2 to-do rows kept from edition 1, without a source") {
		t.Errorf("%+v: %s", c, c.line())
	}
	s, err := brief.ReadSidecar("quay.json", second.Sidecar)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := brief.Explain(&out, s, readSource); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"edition 2, as of", "Since edition 1\n", "to-do row kept", "kept   from edition 1, as its source was then", "a.txt:5", "(no longer among the sources)"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("explain does not say %q:\n%s", want, out.String())
		}
	}
}
