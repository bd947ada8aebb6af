package assess

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readahead/brief/doc"
	"readahead/brief/profile"
)

type bundle struct {
	Bundle    string
	Documents []struct {
		File, Title, Date, Publisher string
		Body                         []struct{ Text string }
		Tables                       []struct {
			Kind   string
			Header []string
			Rows   [][]string
		}
	}
	Conflicts, Paraphrases []struct {
		A, B struct{ File, Sentence string }
	}
	Stale, StaleArguable []struct{ File, Sentence string }
}

// shared returns the folder of that name beside the module, or skips.
func shared(tb testing.TB) string {
	dir, err := os.Getwd()
	if err != nil {
		tb.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		if dir == filepath.Dir(dir) {
			tb.Skip("not in a module")
		}
		dir = filepath.Dir(dir)
	}
	dir = filepath.Join(filepath.Dir(dir), "shared")
	if _, err := os.Stat(dir); err != nil {
		tb.Skip("no shared folder")
	}
	return dir
}

func loadBundle(tb testing.TB, name string) bundle {
	b, err := os.ReadFile(filepath.Join(shared(tb), "evaluation", name, "gold.json"))
	if err != nil {
		tb.Skip(err)
	}
	b = []byte(strings.ReplaceAll(string(b), `"stale_arguable"`, `"StaleArguable"`))
	var g bundle
	if err := json.Unmarshal(b, &g); err != nil {
		tb.Fatal(err)
	}
	return g
}

// documents makes a document of each body, a paragraph for each sentence.
func (g bundle) documents(tb testing.TB) []doc.Document {
	var out []doc.Document
	for _, x := range g.Documents {
		d := doc.Document{File: x.File, Title: doc.NewText(x.Title, 0)}
		if x.Date != "" {
			d.Meta.Published, _ = doc.ParseDate(x.Date)
		}
		d.Meta.Publisher = x.Publisher
		at := len(x.Title) + 2
		for _, s := range x.Body {
			d.Blocks = append(d.Blocks, doc.Paragraph{Text: doc.NewText(s.Text, at)})
			d.Lines = append(d.Lines, at)
			at += len(s.Text) + 1
		}
		for _, t := range x.Tables {
			row := func(cells []string) (out []doc.Text) {
				for _, c := range cells {
					out = append(out, doc.NewText(c, at))
				}
				return out
			}
			bt := doc.Table{Header: row(t.Header)}
			for _, c := range t.Rows {
				bt.Rows = append(bt.Rows, row(c))
			}
			d.Blocks = append(d.Blocks, bt)
		}
		out = append(out, d)
	}
	return out
}

func TestDump(t *testing.T) {
	for _, name := range []string{"us-japan", "baltic-energy", "school-board"} {
		g := loadBundle(t, name)
		a := Assess(g.documents(t), profile.Profile{})
		t.Log("=====", name, a.AsOf)
		c := read(a.Sentences)
		c.date(a.Sources)
		for i, s := range a.Sentences {
			var fl []string
			for _, f := range s.Flags {
				fl = append(fl, string(f.Kind)+"("+f.Note+")")
			}
			line := ""
			for _, e := range c.readings[i].times {
				r := c.readings[i]
				line += " [" + s.Text.String()[r.words[e.first].start:r.words[e.last].end] + " → " + e.from.String() + ".." + e.to.String() + "]"
			}
			for k, tt := range c.readings[i].tenses {
				if tt == inFuture || tt == ongoing {
					line += " +" + c.text(c.readings[i].words[k])
				}
			}
			t.Logf("%d.%d g%d %v %s\n        %s", s.Doc, s.Index, s.Group, fl, line, s.Text.String())
		}
	}
}
