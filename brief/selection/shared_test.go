package selection

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"readahead/brief/doc"
	"readahead/brief/profile"
)

// The evaluation bundles that lie beside the module, if they are there. Their
// sentences come without headings, paragraphs and marks of lists: what the
// words alone tell.
func TestSharedBundles(t *testing.T) {
	dir := sharedDir(t)
	for _, tt := range []struct {
		name       string
		best, all  float64
		candidates int
		rows       float64
	}{
		{"us-japan", 1, 0.98, 45, 1},
		{"baltic-energy", 1, 0.94, 54, 0.88},
		{"school-board", 1, 1, 32, 0.87},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := readShared(t, filepath.Join(dir, tt.name))
			b.check(t, tt.best, tt.all, tt.candidates, tt.rows)
			for k, c := range Rank(b.in).Sections {
				good := 0
				for _, it := range c.Items {
					if b.gold[it.Sentence].allows(b.in.Sections[k].ID) {
						good++
					}
				}
				if good < 3 {
					t.Errorf("section %s: %d good candidates", b.in.Sections[k].ID, good)
				}
			}
		})
	}
}

// sharedDir returns the folder of the evaluation bundles, or skips the test.
func sharedDir(t testing.TB) string {
	dir, err := os.Getwd()
	for err == nil {
		if _, e := os.Stat(filepath.Join(dir, "go.mod")); e == nil {
			break
		}
		if dir == filepath.Dir(dir) {
			t.Skip("no module root")
		}
		dir = filepath.Dir(dir)
	}
	shared := filepath.Join(filepath.Dir(dir), "shared", "evaluation")
	if _, err := os.Stat(shared); err != nil {
		t.Skip("no evaluation bundles")
	}
	return shared
}

func readShared(t testing.TB, dir string) bundle {
	var prof struct{ Sections []profile.Section }
	var gold struct {
		Documents []struct {
			File, Title string
			Body        []struct {
				Text, Section string
				Also          []string
			}
			Tables []struct {
				Kind        string
				Header      []string
				Rows        [][]string
				RowSections []string `json:"row_sections"`
			}
		}
	}
	for name, v := range map[string]any{"profile.json": &prof, "gold.json": &gold} {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err == nil {
			err = json.Unmarshal(data, v)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	b := bundle{in: Input{Sections: prof.Sections}}
	for k := range b.in.Sections {
		b.in.Sections[k].MinItems = -1
	}
	for d, g := range gold.Documents {
		b.in.Docs = append(b.in.Docs, doc.Document{File: g.File, Title: doc.NewText(g.Title, 0)})
		for i, s := range g.Body {
			b.gold = append(b.gold, label{s.Section, s.Also})
			b.in.Sentences = append(b.in.Sentences, doc.Sentence{Text: doc.NewText(s.Text, 0), Doc: d, Block: i, Item: -1, Index: i})
		}
		for _, x := range g.Tables {
			if x.Kind != "todo" {
				continue
			}
			table := doc.SourceTable{Kind: doc.TodoTable, Doc: d, Columns: columns(len(x.Header))}
			for _, row := range x.Rows {
				var texts []doc.Text
				for _, c := range row {
					texts = append(texts, doc.NewText(c, 0))
				}
				table.Table.Rows = append(table.Table.Rows, texts)
			}
			b.in.Tables = append(b.in.Tables, table)
			b.rows = append(b.rows, x.RowSections)
		}
	}
	return b
}
