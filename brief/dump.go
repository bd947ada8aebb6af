package brief

import (
	"context"
	"fmt"
	"io"
	"strings"

	"readahead/brief/doc"
	"readahead/brief/ingest"
	"readahead/brief/layout"
)

// Stages are the names that [Dump] knows, in the order of the data.
func Stages() []string { return []string{"ingest", "clean", "assess", "select", "layout"} }

// DumpDocument writes what the stage ingest or clean makes of one document.
func DumpDocument(w io.Writer, stage, file string, data []byte) error {
	parse, err := parser(stage)
	if err != nil {
		return err
	}
	d, err := parse(file, data)
	if err != nil {
		return err
	}
	return doc.Print(w, d)
}

// parser returns what makes a document of a file's bytes up to a stage.
func parser(stage string) (func(string, []byte) (doc.Document, error), error) {
	switch stage {
	case "ingest":
		return ingest.Parse, nil
	case "clean":
		return Clean, nil
	}
	return nil, &doc.Error{
		Msg:  fmt.Sprintf("no stage %q of a single document", stage),
		Hint: "a document has the stages ingest and clean; name a profile for the others",
	}
}

// Dump writes what a stage makes of the profile's seeds, for people and for
// tests.
func Dump(ctx context.Context, w io.Writer, stage string, o Options) error {
	if parse, err := parser(stage); err == nil {
		docs, _, err := read(ctx, o, parse)
		for _, d := range docs {
			if err == nil {
				err = doc.Print(w, d)
			}
		}
		return err
	}
	s, err := run(ctx, o)
	if err != nil {
		return err
	}
	var b strings.Builder
	switch stage {
	case "assess":
		s.dumpAssess(&b)
	case "select":
		s.dumpSelect(&b)
	case "layout":
		for _, p := range s.pages() {
			if err := layout.Print(w, p); err != nil {
				return err
			}
		}
		return nil
	default:
		return &doc.Error{Msg: fmt.Sprintf("no stage %q", stage), Hint: "the stages are " + strings.Join(Stages(), ", ")}
	}
	_, err = io.WriteString(w, b.String())
	return err
}

func (s *stages) dumpAssess(b *strings.Builder) {
	a := s.assessed
	fmt.Fprintf(b, "as of %s\n", or(a.AsOf.String(), "unknown"))
	for _, src := range a.Sources {
		fmt.Fprintf(b, "source %s %s %q, %q, %s\n", src.Grade, src.File, src.Title, src.Publisher, or(src.Published.String(), "undated"))
	}
	for i, x := range a.Sentences {
		fmt.Fprintf(b, "sentence %d %s group %d", i, s.at(x), x.Group)
		for _, f := range x.Flags {
			fmt.Fprintf(b, " (%s %s)", f.Kind, f.Note)
		}
		fmt.Fprintf(b, " %s\n", x.Text)
	}
	for i, t := range a.Tables {
		fmt.Fprintf(b, "table %d %s, %d rows, columns %v, under %q\n", i, t.Kind, len(t.Table.Rows), t.Columns, t.Heading)
	}
	for _, d := range a.Conflicts {
		fmt.Fprintf(b, "conflict %s\n  %s\n  %s\n", d.What, d.A.Text, d.B.Text)
	}
	for _, d := range a.Stale {
		fmt.Fprintf(b, "stale %s\n  %s\n  %s\n", d.What, d.A.Text, or(d.B.Text, "(the calendar)"))
	}
}

func (s *stages) dumpSelect(b *strings.Builder) {
	for i, sec := range s.ranked.Sections {
		fmt.Fprintf(b, "section %s\n", s.options.Profile.Sections[i].ID)
		for _, c := range sec.Items {
			x := s.assessed.Sentences[c.Sentence]
			fmt.Fprintf(b, "  %.3f gain %d %s (%s) %s\n", float64(c.Score)/1e6, c.Gain, s.at(x), c.Why, x.Text)
		}
	}
	for _, t := range s.ranked.Tasks {
		row := s.assessed.Tables[t.Table].Table.Rows[t.Row]
		fmt.Fprintf(b, "row %d.%d to %s (%s) %s\n", t.Table, t.Row, s.options.Profile.Sections[t.Section].ID, t.Why, rowText(texts(row)))
	}
	for _, p := range s.carried {
		fmt.Fprintf(b, "row of edition %d to %s (no source has it any more) %s\n", p.task.Carried, s.options.Profile.Sections[p.section].ID, rowText(p.task.Cells))
	}
	for _, x := range s.ranked.Left {
		fmt.Fprintf(b, "left %s (%s) %s\n", s.at(s.assessed.Sentences[x.Sentence]), x.Why, s.assessed.Sentences[x.Sentence].Text)
	}
}

// at says where a sentence stands.
func (s *stages) at(x doc.Sentence) string {
	d := s.docs[x.Doc]
	return place(d.File, d.Line(x.Text.Start()))
}
