package segment

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readahead/brief/doc"
)

// measure reads a file of the measuring data, which lie in a folder named
// shared beside the module or above it, into v. Without them the test is
// skipped.
func measure(t *testing.T, v any, elem ...string) {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for up := filepath.Dir(dir); up != dir; dir, up = up, filepath.Dir(up) {
		b, err := os.ReadFile(filepath.Join(append([]string{up, "shared"}, elem...)...))
		if err != nil {
			continue
		}
		if err := json.Unmarshal(b, v); err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Skip("no shared folder beside the module")
}

// TestGoldenRules asks for all of pragmatic_segmenter's golden rules for
// English; white space inside a sentence does not count.
func TestGoldenRules(t *testing.T) {
	var golden struct {
		Rules []struct {
			N    int
			Name string
			Text string
			Exp  []string
		}
	}
	measure(t, &golden, "evaluation", "sentences", "golden-rules.json")
	newline := strings.NewReplacer(`\n`, "\n")
	for _, rule := range golden.Rules {
		var got, want []string
		for _, s := range Sentences(doc.NewText(newline.Replace(rule.Text), 0)) {
			got = append(got, strings.Join(strings.Fields(s.String()), " "))
		}
		for _, s := range rule.Exp {
			want = append(want, strings.Join(strings.Fields(newline.Replace(s)), " "))
		}
		if g, w := strings.Join(got, "¦"), strings.Join(want, "¦"); g != w {
			t.Errorf("rule %d, %s: got %q, want %q", rule.N, rule.Name, g, w)
		}
	}
}

// TestGoldDocuments joins the sentences of whole documents by spaces and cuts
// them apart again. Where a sentence ends in no stop (the line before a list,
// the list's items) there is nothing to see; in a document these are blocks of
// their own.
func TestGoldDocuments(t *testing.T) {
	var cut, sentences, hits int
	for _, bundle := range []string{"us-japan", "baltic-energy", "school-board"} {
		var gold struct {
			Documents []struct {
				File string
				Body []struct{ Text string }
			}
		}
		measure(t, &gold, "evaluation", bundle, "gold.json")
		for _, d := range gold.Documents {
			var text strings.Builder
			starts := map[int]bool{}
			for i, s := range d.Body {
				if i > 0 {
					text.WriteByte(' ')
					if before := d.Body[i-1].Text; strings.ContainsAny(before[len(before)-1:], ".!?") || strings.HasSuffix(before, "”") {
						starts[text.Len()] = true
					}
				}
				text.WriteString(s.Text)
			}
			sentences += len(starts)
			for _, c := range Cuts(nil, text.String()) {
				cut++
				if starts[c] {
					hits++
				} else {
					t.Logf("%s: cut before %.30q", d.File, text.String()[c:])
				}
			}
		}
	}
	f1 := 2 * float64(hits) / float64(cut+sentences)
	t.Logf("%d sentences, %d cuts, %d right, F1 %.4f", sentences, cut, hits, f1)
	if f1 < 0.98 {
		t.Errorf("F1 of boundaries %.4f, want at least 0.98", f1)
	}
}
