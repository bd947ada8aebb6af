package assess

import (
	"encoding/json"
	"os"
	"sort"
	"strings"
	"testing"

	"readahead/brief/doc"
	"readahead/brief/profile"
)

func articleBodies() (ids []string, g map[string]struct{ ArticleBody string }) {
	b, _ := os.ReadFile("/tmp/assess/gold.json")
	json.Unmarshal(b, &g)
	for k := range g {
		ids = append(ids, k)
	}
	sort.Strings(ids)
	return
}

func TestHalves(t *testing.T) {
	ids, g := articleBodies()
	groups, conf, cross, sents := 0, 0, 0, 0
	garb, stale, und := 0, 0, 0
	for _, id := range ids {
		var docs [2]doc.Document
		for k := range docs {
			docs[k].File = id + string(rune('a'+k))
		}
		if os.Getenv("NODATE") == "" {
			docs[0].Meta.Published, _ = doc.ParseDate("2020-06-01")
			docs[1].Meta.Published, _ = doc.ParseDate("2020-06-02")
		}
		seen := map[string]bool{}
		for i, l := range strings.Split(g[id].ArticleBody, "\n") {
			l = strings.TrimSpace(l)
			if len(l) < 60 || seen[l] {
				continue
			}
			seen[l] = true
			docs[i%2].Blocks = append(docs[i%2].Blocks, doc.Paragraph{Text: doc.NewText(l, 0)})
		}
		a := Assess(docs[:], profile.Profile{AsOf: asOfTest()})
		sents += len(a.Sentences)
		for i, s := range a.Sentences {
			for _, f := range s.Flags {
				if f.Kind == doc.Undated {
					und++
					if und%25 == 0 {
						t.Log("UND", id, s.Text.String())
					}
				}
				if f.Kind == doc.Garbled {
					garb++
					if garb%10 == 0 {
						t.Log("GARB", id, f.Note, s.Text.String())
					}
				}
			}
			for _, z := range a.Sentences[:i] {
				if z.Group == s.Group {
					groups++
					if z.Doc != s.Doc {
						cross++
					}
					t.Logf("SAME %s %d/%d\n     %.300s\n     %.300s", id, z.Doc, s.Doc, z.Text.String(), s.Text.String())
				}
			}
		}
		for _, c := range a.Conflicts {
			conf++
			t.Logf("CONFLICT %s %s\n     %.300s\n     %.300s", id, c.What, c.A.Text, c.B.Text)
		}
		for _, c := range a.Stale {
			stale++
			t.Logf("STALE %s %s\n     %.300s\n     %.300s", id, c.What, c.A.Text, c.B.Text)
		}
	}
	t.Log(len(ids), "articles", sents, "sentences; pairs", groups, "cross", cross, "conflicts", conf, "garbled", garb, "stale", stale, "undated", und)
}

func asOfTest() doc.Date { d, _ := doc.ParseDate(os.Getenv("ASOF")); return d }
