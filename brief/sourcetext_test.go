package brief

import (
	"bytes"
	"context"
	"strings"
	"testing"
)

func TestAttachSources(t *testing.T) {
	o := memory(harbour())
	plain := build(t, o)
	o.AttachSources = true
	with := build(t, o)
	if len(with.PDF) <= len(plain.PDF) || !bytes.Equal(with.Sidecar, plain.Sidecar) {
		t.Errorf("%d bytes with the sources, %d without", len(with.PDF), len(plain.PDF))
	}
	if !bytes.Contains(with.PDF, []byte("/Subtype/text#2Fmarkdown")) {
		t.Error("no Markdown is attached")
	}

	s, err := run(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	texts := s.sourceTexts()
	cited := 0
	for _, source := range s.page.brief.Sources {
		if source.Citation > 0 {
			cited++
		}
	}
	if len(texts) != cited || cited == 0 {
		t.Fatalf("%d texts of %d cited sources", len(texts), cited)
	}
	for _, a := range texts {
		if a.Relationship != "Source" || a.MIME != "text/markdown" || !strings.HasSuffix(a.Name, ".md") || len(a.Data) == 0 {
			t.Errorf("attachment %+v", a)
		}
	}
}
