package brief

import (
	"context"
	"testing"

	"readahead/brief/assess"
	"readahead/brief/clean"
	"readahead/brief/doc"
	"readahead/brief/ingest"
	"readahead/brief/profile"
	"readahead/brief/selection"
	"readahead/seeds"
)

// sample is the built-in sample in the least config there can be.
func sample() Options {
	p := profile.Profile{
		Name: "us-japan", Title: "U.S.–Japan Defense Cooperation", Language: "en-US",
		Sections: []profile.Section{
			section("military", "Military cooperation", "military", "exercises", "troops", "deterrence", "missile", "bases"),
			section("cyber", "Cyber", "cyber", "cybersecurity", "digital", "networks"),
			section("industry", "Industry", "industry", "technology", "supply chains", "export"),
			section("dialogues", "Regional dialogues", "dialogue", "trilateral", "Australia", "ministers"),
		},
		Page: profile.Page{Size: "letter", Template: "read-ahead"},
	}
	return Options{Profile: p, Seeds: seeds.Names(), ReadFile: seeds.ReadFile}
}

// BenchmarkBuild is the whole job in a warm process.
func BenchmarkBuild(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Build(context.Background(), sample()); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkStages is each stage on the sample, fed by the one before.
func BenchmarkStages(b *testing.B) {
	o := sample()
	var docs, cleaned []doc.Document
	size := int64(0)
	for _, name := range o.Seeds {
		data, err := o.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		d, err := ingest.Parse(name, data)
		if err != nil {
			b.Fatal(err)
		}
		docs, cleaned = append(docs, d), append(cleaned, clean.Clean(d))
		size += int64(len(data))
	}
	a := assess.Assess(cleaned, o.Profile)
	in := selection.Input{Docs: cleaned, Sentences: a.Sentences, Tables: a.Tables, Sections: o.Profile.Sections}
	r := selection.Rank(in)
	setter, err := newSetter(o)
	if err != nil {
		b.Fatal(err)
	}
	d := newDraft(o.Profile, cleaned, a, r)
	stage := func(name string, f func()) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(size)
			for b.Loop() {
				f()
			}
		})
	}
	stage("ingest", func() {
		for _, name := range o.Seeds {
			data, _ := o.ReadFile(name)
			_, _ = ingest.Parse(name, data)
		}
	})
	stage("clean", func() {
		for _, d := range docs {
			_ = clean.Clean(d)
		}
	})
	stage("assess", func() { _ = assess.Assess(cleaned, o.Profile) })
	stage("select", func() { _ = selection.Rank(in) })
	stage("template", func() { _, _ = newSetter(o) })
	stage("fit", func() { _, _ = fit(setter, d) })
}

// BenchmarkEdition is the second edition of the sample, which nothing changed
// in, up to the knowledge that there is nothing to publish.
func BenchmarkEdition(b *testing.B) {
	o := sample()
	o.Edition = 1
	r, err := Build(context.Background(), o)
	if err != nil {
		b.Fatal(err)
	}
	s, err := ReadSidecar("sample.json", r.Sidecar)
	if err != nil {
		b.Fatal(err)
	}
	o.Edition, o.Previous = 2, &s
	b.ReportAllocs()
	for b.Loop() {
		p, err := Prepare(context.Background(), o)
		if err != nil {
			b.Fatal(err)
		}
		if p.Digest() != s.Digest {
			b.Fatal("another digest")
		}
	}
}
