package brief

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"readahead/brief/doc"
)

// ReadSidecar reads a sidecar and checks that it is one.
func ReadSidecar(name string, data []byte) (Sidecar, error) {
	var s Sidecar
	if err := json.Unmarshal(data, &s); err != nil || s.Schema == 0 {
		return s, &doc.Error{File: name, Msg: "is not a briefing's sidecar", Hint: "name the .json file that was written beside the PDF, the PDF, or a profile"}
	}
	if s.Schema > Schema {
		return s, &doc.Error{File: name, Msg: fmt.Sprintf("was written by a newer program (schema %d)", s.Schema), Hint: "use the version of brief that made it"}
	}
	return s, nil
}

// Explain writes for each line of the page where it comes from, what the
// source has there, and why it was chosen; and what was left out and why.
// readFile reads the sources for their original text; where it fails or the
// file has changed since, that is said.
func Explain(w io.Writer, s Sidecar, readFile func(string) ([]byte, error)) error {
	e := explainer{sources: map[string][]byte{}, state: map[string]string{}}
	for _, src := range s.Sources {
		e.load(src, readFile)
	}
	p := func(format string, args ...any) { fmt.Fprintf(&e.b, format, args...) }
	p("%s, ", s.Title)
	if s.Edition > 0 {
		p("edition %d, ", s.Edition)
	}
	p("as of %s\n", or(s.AsOf, "an unknown date"))
	p("1 page, body %.1f pt, %.0f %% of the columns filled, %s\n", s.Page.BodyPt, 100*s.Page.Fill, optimality(s.Page))
	if s.Changes != nil {
		e.changes(*s.Changes)
	}
	if s.BottomLine != nil {
		p("\nBottom line\n")
		e.item(*s.BottomLine)
	}
	for _, sec := range s.Sections {
		p("\n%s (%s)\n", sec.Title, sec.ID)
		for _, it := range sec.Items {
			e.item(it)
		}
		for _, t := range sec.Todo {
			e.task(t)
		}
	}
	for _, t := range s.Tables {
		if t.Printed {
			p("\n%s (table, printed whole)\n    from   %s\n", or(t.Title, rowText(t.Header)), place(t.File, t.Line))
		}
	}
	e.disagreements("Conflicts", s.Conflicts)
	e.disagreements("Stale", s.Stale)
	e.omitted(s.Omitted)
	p("\nSources\n")
	for _, src := range s.Sources {
		mark := "-"
		if src.Citation > 0 {
			mark = fmt.Sprint(src.Citation)
		}
		p("  %s  %s  %s  %s%s\n", mark, src.Grade, src.File, or(src.Title, "untitled"), e.state[src.File])
	}
	for _, x := range s.Skipped {
		p("  skipped  %s: %s\n", x.File, x.Why)
	}
	_, err := io.WriteString(w, e.b.String())
	return err
}

// An explainer gathers the text and knows the sources' bytes.
type explainer struct {
	b       strings.Builder
	sources map[string][]byte
	state   map[string]string // what is wrong with a source, to be printed after it
}

func (e *explainer) load(src SidecarSource, readFile func(string) ([]byte, error)) {
	if src.Gone {
		e.state[src.File] = " (no longer among the sources)"
		return
	}
	data, err := readFile(src.File)
	switch {
	case err != nil:
		e.state[src.File] = " (cannot be read now)"
	case digest(data) != src.SHA256:
		e.state[src.File] = " (has changed since)"
	default:
		e.sources[src.File] = data
	}
}

func (e *explainer) item(it SidecarItem) {
	fmt.Fprintf(&e.b, "  - %s\n    from   %s [%d]\n", it.Text, place(it.File, it.Line), it.Citation)
	e.original(it.File, it.Spans)
	fmt.Fprintf(&e.b, "    score  %.3f: %s\n", it.Score, or(it.Why, "no reason recorded"))
	for _, f := range it.Flags {
		fmt.Fprintf(&e.b, "    flag   %s\n", f)
	}
	for _, r := range it.Repeats {
		fmt.Fprintf(&e.b, "    again  %s bytes %d-%d\n", or(r.File, it.File), r.Start, r.End)
	}
}

// task tells of a to-do row. One that is carried has its place in a source as
// that was.
func (e *explainer) task(t SidecarTask) {
	fmt.Fprintf(&e.b, "  to do: %s\n    from   %s [%d]\n", rowText(t.Cells), place(t.File, t.Line), t.Citation)
	if t.Carried {
		fmt.Fprintf(&e.b, "    kept   from edition %d, as its source was then; none has it now\n", t.CarriedFrom)
		fmt.Fprintf(&e.b, "    id     %s, to be put under closed in the config when it is settled\n", t.ID)
		return
	}
	e.original(t.File, t.Spans)
}

// original shows the bytes of the source as they are, with what cannot be
// shown escaped.
func (e *explainer) original(file string, spans []SidecarSpan) {
	data, ok := e.sources[file]
	if !ok || len(spans) == 0 {
		return
	}
	var parts []string
	for _, s := range spans {
		if s.Start < 0 || s.End > len(data) || s.Start > s.End {
			continue
		}
		q := fmt.Sprintf("%q", data[s.Start:s.End])
		parts = append(parts, q[1:len(q)-1])
	}
	fmt.Fprintf(&e.b, "    source %s\n", strings.Join(parts, " … "))
}

func (e *explainer) disagreements(title string, ps []SidecarPair) {
	if len(ps) == 0 {
		return
	}
	fmt.Fprintf(&e.b, "\n%s\n", title)
	for _, p := range ps {
		fmt.Fprintf(&e.b, "  %s\n    %s  %s\n", p.What, place(p.A.File, p.A.Line), p.A.Text)
		if p.B != nil {
			fmt.Fprintf(&e.b, "    %s  %s\n", place(p.B.File, p.B.Line), p.B.Text)
		}
	}
}

func (e *explainer) omitted(os []omission) {
	if len(os) == 0 {
		return
	}
	e.b.WriteString("\nLeft out\n")
	tw := tabwriter.NewWriter(&e.b, 0, 8, 2, ' ', 0)
	for _, o := range os {
		fmt.Fprintf(tw, "  %s\t%s\t%s\t%s\n", place(o.File, o.Line), or(o.Section, "-"), o.Why, shorten(o.Text, 90))
	}
	tw.Flush()
}

func optimality(p PageInfo) string {
	if p.Optimal {
		return "no better choice of items fits"
	}
	return fmt.Sprintf("the best choice is at most %.1f %% better", 100*p.Gap)
}

// shorten cuts s to at most n runes, with an ellipsis where something went.
func shorten(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return strings.TrimSpace(string(r[:n-1])) + "…"
}

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}
