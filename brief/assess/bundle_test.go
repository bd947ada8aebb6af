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

// TestBundles compares what the rules find with the gold answers. Stale
// sentences that are not gold must have a day that has passed, which the test
// cannot see is right, so that it only limits their number.
func TestBundles(t *testing.T) {
	for _, tt := range []struct {
		bundle      string
		paraphrases int // of those in the gold: more take an understanding of the text
		extraStale  int
	}{
		{"us-japan", 1, 0},
		{"baltic-energy", 1, 0},
		{"school-board", 1, 1},
	} {
		t.Run(tt.bundle, func(t *testing.T) {
			g := loadBundle(t, tt.bundle)
			a := Assess(g.documents(t), profile.Profile{})
			type pair [2]string
			conflicts := map[pair]bool{}
			for _, c := range a.Conflicts {
				conflicts[pair{c.A.Text, c.B.Text}] = true
			}
			for _, c := range g.Conflicts {
				if !conflicts[pair{c.A.Sentence, c.B.Sentence}] {
					t.Errorf("conflict not found: %s | %s", c.A.Sentence, c.B.Sentence)
				}
			}
			if len(a.Conflicts) != len(g.Conflicts) {
				t.Errorf("%d conflicts, want %d: %v", len(a.Conflicts), len(g.Conflicts), a.Conflicts)
			}
			stale := map[string]bool{}
			for _, s := range a.Stale {
				stale[s.A.Text] = true
			}
			for _, s := range g.Stale {
				if !stale[s.Sentence] {
					t.Errorf("stale sentence not found: %s", s.Sentence)
				}
				delete(stale, s.Sentence)
			}
			for _, s := range g.StaleArguable {
				delete(stale, s.Sentence)
			}
			if len(stale) > tt.extraStale {
				t.Errorf("stale sentences that are not: %v", stale)
			}
			group := map[string]int{}
			for _, s := range a.Sentences {
				group[s.Text.String()] = s.Group
			}
			found := 0
			for _, p := range g.Paraphrases {
				if group[p.A.Sentence] == group[p.B.Sentence] {
					found++
				}
			}
			if found < tt.paraphrases {
				t.Errorf("%d paraphrases found, want %d", found, tt.paraphrases)
			}
			groups := map[int]bool{}
			for _, s := range a.Sentences {
				groups[s.Group] = true
			}
			if n := len(a.Sentences) - len(groups); n != found {
				t.Errorf("%d pairs joined that are no paraphrases", n-found)
			}
		})
	}
}

func TestBundleTables(t *testing.T) {
	for _, name := range []string{"us-japan", "baltic-energy", "school-board"} {
		g := loadBundle(t, name)
		a := Assess(g.documents(t), profile.Profile{})
		k := 0
		for _, d := range g.Documents {
			for _, want := range d.Tables {
				got := a.Tables[k]
				k++
				if want.Kind == "todo" && got.Kind != doc.TodoTable || got.Kind == doc.TodoTable && len(got.Columns) != len(want.Header) {
					t.Errorf("%s: table %q is %s %v, want %s", d.File, want.Header, got.Kind, got.Columns, want.Kind)
				}
			}
		}
	}
}
