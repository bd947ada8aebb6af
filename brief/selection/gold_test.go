package selection

import (
	"encoding/json"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"

	"readahead/brief/doc"
	"readahead/brief/profile"
)

// A bundle is an evaluation bundle: sentences with the sections they belong to.
type bundle struct {
	name string
	in   Input
	gold []label // of the sentences
	rows [][]string
}

type label struct {
	section string // or ""
	also    []string
}

func (l label) ok(id string) bool {
	if l.section == id {
		return true
	}
	for _, a := range l.also {
		if a == id {
			return true
		}
	}
	return false
}

func readOwn(t testing.TB, file string) bundle {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	b := bundle{name: file}
	var heading, lead string
	block, index, item := 0, 0, -1
	d := -1
	var table *doc.SourceTable
	for _, line := range strings.Split(string(data), "\n") {
		switch {
		case strings.HasPrefix(line, "title: "):
		case strings.HasPrefix(line, "section: "):
			f := strings.Split(line[9:], " | ")
			b.in.Sections = append(b.in.Sections, profile.Section{ID: f[0], Title: f[1], Keywords: strings.Split(f[2], ", "), MinItems: -1})
		case strings.HasPrefix(line, "document: "):
			f := strings.Split(line[10:], " | ")
			b.in.Docs = append(b.in.Docs, doc.Document{File: f[0], Title: doc.NewText(f[1], 0)})
			d++
			heading, block, index, item = "", 0, 0, -1
			table = nil
		case line == "":
			block++
			item = -1
			table = nil
		case strings.HasPrefix(line, "# "):
			heading = line[2:]
			block++
		case strings.HasPrefix(line, "todo:"):
			heading = strings.TrimSpace(line[5:])
		case strings.HasPrefix(line, "| "):
			b.in.Tables = append(b.in.Tables, doc.SourceTable{Kind: doc.TodoTable, Doc: d, Block: block, Heading: heading})
			table = &b.in.Tables[len(b.in.Tables)-1]
			table.Columns = columns(strings.Count(line, " | ") + 1)
			for _, c := range strings.Split(line[2:], " | ") {
				table.Table.Header = append(table.Table.Header, doc.NewText(c, 0))
			}
			b.rows = append(b.rows, nil)
		case table != nil:
			f := strings.Split(line, " | ")
			var row []doc.Text
			for _, c := range f[1:] {
				row = append(row, doc.NewText(c, 0))
			}
			table.Table.Rows = append(table.Table.Rows, row)
			b.rows[len(b.rows)-1] = append(b.rows[len(b.rows)-1], strings.Trim(f[0], "[]"))
		default:
			s := doc.Sentence{Doc: d, Item: -1, Index: index, Heading: heading}
			if strings.HasPrefix(line, "* ") {
				line = line[2:]
				if item < 0 {
					block++
				}
				item++
				s.Item, s.Lead = item, lead
			} else if item >= 0 {
				block++
				item = -1
			}
			s.Block = block
			l, text, _ := strings.Cut(line[1:], "] ")
			f := strings.Split(l, "+")
			if f[0] == "-" {
				f[0] = ""
			}
			s.Text = doc.NewText(text, 0)
			if strings.HasSuffix(text, ":") {
				lead = text
			}
			index++
			b.in.Sentences = append(b.in.Sentences, s)
			b.gold = append(b.gold, label{f[0], f[1:]})
		}
	}
	return b
}

var wordRE = regexp.MustCompile(`[\pL\pN]+`)

func norm(s string) []string { return wordRE.FindAllString(strings.ToLower(s), -1) }

func readShared(t testing.TB, dir string, context bool) bundle {
	var prof struct {
		Sections []struct {
			ID, Title string
			Keywords  []string
		}
	}
	var gold struct {
		Documents []struct {
			File, Encoding string
			Title          *string
			Body           []struct {
				Text    string
				Section *string
				Also    []string
			}
			Neutral []string
			Tables  []struct {
				Kind        string
				Header      []string
				Rows        [][]string
				RowSections []*string `json:"row_sections"`
			}
		}
	}
	load := func(name string, v any) {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err == nil {
			err = json.Unmarshal(data, v)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	load("profile.json", &prof)
	load("gold.json", &gold)
	b := bundle{name: filepath.Base(dir)}
	for _, s := range prof.Sections {
		b.in.Sections = append(b.in.Sections, profile.Section{ID: s.ID, Title: s.Title, Keywords: s.Keywords, MinItems: -1})
	}
	for d, g := range gold.Documents {
		dd := doc.Document{File: g.File}
		if g.Title != nil {
			dd.Title = doc.NewText(*g.Title, 0)
		}
		b.in.Docs = append(b.in.Docs, dd)
		first := len(b.in.Sentences)
		for i, s := range g.Body {
			l := label{also: s.Also}
			if s.Section != nil {
				l.section = *s.Section
			}
			b.gold = append(b.gold, l)
			b.in.Sentences = append(b.in.Sentences, doc.Sentence{Text: doc.NewText(s.Text, 0), Doc: d, Block: i, Item: -1, Index: i})
		}
		for _, tb := range g.Tables {
			if tb.Kind != "todo" {
				continue
			}
			st := doc.SourceTable{Kind: doc.TodoTable, Doc: d}
			for _, h := range tb.Header {
				st.Table.Header = append(st.Table.Header, doc.NewText(h, 0))
			}
			var want []string
			for i, r := range tb.Rows {
				var row []doc.Text
				for _, c := range r {
					row = append(row, doc.NewText(c, 0))
				}
				st.Table.Rows = append(st.Table.Rows, row)
				w := ""
				if tb.RowSections[i] != nil {
					w = *tb.RowSections[i]
				}
				want = append(want, w)
			}
			st.Columns = columns(len(tb.Header))
			b.in.Tables = append(b.in.Tables, st)
			b.rows = append(b.rows, want)
		}
		if context {
			data, err := os.ReadFile(filepath.Join(dir, "seeds", g.File))
			if err != nil {
				t.Fatal(err)
			}
			locate(decode(data, g.Encoding), b.in.Sentences[first:], g.Neutral, b.in.Tables, d)
		}
	}
	return b
}

func decode(data []byte, enc string) string {
	switch {
	case strings.HasPrefix(enc, "utf-16"):
		var u []uint16
		for i := 0; i+1 < len(data); i += 2 {
			if strings.Contains(enc, "be") || strings.Contains(enc, "BE") || data[0] == 0xfe || data[0] == 0 {
				u = append(u, uint16(data[i])<<8|uint16(data[i+1]))
			} else {
				u = append(u, uint16(data[i+1])<<8|uint16(data[i]))
			}
		}
		return string(utf16.Decode(u))
	case strings.Contains(enc, "1252"):
		var sb strings.Builder
		for _, c := range data {
			sb.WriteRune(rune(c))
		}
		return sb.String()
	}
	return string(data)
}

// place finds the sentences in the seed and fills in their context.
func locate(seed string, sentences []doc.Sentence, neutral []string, tables []doc.SourceTable, d int) {
	if strings.Contains(seed, "</") {
		seed = regexp.MustCompile(`(?i)<(p|/p|h\d|/h\d|li|/li|div|/div|br|td|tr|table|/table)\b[^>]*>`).ReplaceAllString(seed, "\n\n")
		seed = regexp.MustCompile(`<[^>]*>`).ReplaceAllString(seed, "")
		seed = strings.ReplaceAll(html.UnescapeString(seed), "\u00ad", "")
	}
	seed = strings.ReplaceAll(strings.ReplaceAll(seed, "\r\n", "\n"), "\r", "\n")
	seed = strings.ReplaceAll(seed, "’", "")
	lines := strings.Split(seed, "\n")
	type tok struct {
		w          string
		para, line int
	}
	var toks []tok
	para := 0
	for i, l := range lines {
		if strings.TrimSpace(l) == "" || len(l) > 200 || startsItem(l) {
			para++
		}
		for _, w := range norm(l) {
			toks = append(toks, tok{w, para, i})
		}
		if len(l) > 200 {
			para++
		}
	}
	find := func(text string, from int) int {
		ws := norm(strings.ReplaceAll(text, "’", ""))
		if len(ws) > 5 {
			ws = ws[:5]
		}
	next:
		for i := from; i+len(ws) <= len(toks); i++ {
			for j, w := range ws {
				if toks[i+j].w != w {
					continue next
				}
			}
			return i
		}
		return -1
	}
	heads := map[int]string{}
	for _, h := range neutral {
		if len(norm(h)) > 12 || strings.HasSuffix(h, ".") || strings.HasSuffix(h, "—") || strings.Contains(h, ":") && strings.HasPrefix(h, "[") {
			continue
		}
		h = strings.TrimLeft(h, "# ")
		for p := find(h, 0); p >= 0; p = find(h, p+1) {
			// the whole line
			if p == 0 || toks[p-1].line != toks[p].line {
				heads[p] = h
			}
		}
	}
	pos := 0
	lead := ""
	item := -1
	for i := range sentences {
		s := &sentences[i]
		p := find(s.Text.String(), pos)
		if p < 0 {
			p = find(s.Text.String(), 0)
		}
		if p < 0 {
			continue
		}
		pos = p
		s.Block = toks[p].para
		for q := p; q >= 0; q-- {
			if h, ok := heads[q]; ok {
				s.Heading = h
				break
			}
		}
		if l := lines[toks[p].line]; startsItem(l) && (p == 0 || toks[p-1].line != toks[p].line) {
			item++
			s.Item = item
			if lead != "" {
				s.Lead = lead
			}
		} else {
			item = -1
			lead = ""
		}
		if strings.HasSuffix(s.Text.String(), ":") {
			lead = s.Text.String()
		}
	}
	for i := range tables {
		if tables[i].Doc != d {
			continue
		}
		p := find(tables[i].Table.Rows[0][0].String(), 0)
		for q := p; q >= 0; q-- {
			if h, ok := heads[q]; ok {
				tables[i].Heading = h
				break
			}
		}
	}
}

func startsItem(l string) bool {
	l = strings.TrimLeftFunc(l, unicode.IsSpace)
	for _, m := range []string{"- ", "* ", "• ", "– ", "● "} {
		if strings.HasPrefix(l, m) {
			return true
		}
	}
	return false
}

func sharedDir(t testing.TB) string {
	dir, _ := os.Getwd()
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		if dir == filepath.Dir(dir) {
			return ""
		}
		dir = filepath.Dir(dir)
	}
	d := filepath.Join(filepath.Dir(dir), "shared", "evaluation")
	if _, err := os.Stat(d); err != nil {
		return ""
	}
	return d
}

func bundles(t testing.TB) []bundle {
	var out []bundle
	if d := sharedDir(t); d != "" {
		for _, n := range []string{"us-japan", "baltic-energy", "school-board"} {
			for _, c := range []bool{false, true} {
				b := readShared(t, filepath.Join(d, n), c)
				if c {
					b.name += "+ctx"
				}
				out = append(out, b)
			}
		}
	}
	own, _ := filepath.Glob("testdata/*.txt")
	for _, f := range own {
		out = append(out, readOwn(t, f))
	}
	return out
}

// macroF1 counts as the evaluation's score.py does.
func macroF1(b bundle, lists [][]ranked, top int) (f1 float64, n, off, wrong int) {
	type pair struct{ p, a string }
	var lab []pair
	for k, l := range lists {
		id := b.in.Sections[k].ID
		for i, r := range l {
			if i >= top {
				break
			}
			g := b.gold[r.i]
			n++
			if g.ok(id) {
				lab = append(lab, pair{id, id})
			} else {
				lab = append(lab, pair{id, g.section})
				if g.section == "" {
					off++
				} else {
					wrong++
				}
			}
		}
	}
	for _, s := range b.in.Sections {
		var tp, fp, fn int
		for _, x := range lab {
			switch {
			case x.p == s.ID && x.a == s.ID:
				tp++
			case x.p == s.ID:
				fp++
			case x.a == s.ID:
				fn++
			}
		}
		if tp > 0 {
			f1 += 2 * float64(tp) / float64(2*tp+fp+fn)
		}
	}
	return f1 / float64(len(b.in.Sections)), n, off, wrong
}

func lists(r Ranking) [][]ranked {
	out := make([][]ranked, len(r.Sections))
	for k, c := range r.Sections {
		for _, it := range c.Items {
			out[k] = append(out[k], ranked{it.Sentence, int32(it.Score)})
		}
	}
	return out
}

type ranked struct {
	i   int
	rel int32
}

func TestTmpGold(t *testing.T) {
	for _, b := range bundles(t) {
		r := Rank(b.in)
		l := lists(r)
		line := fmt.Sprintf("%-22s", b.name)
		for _, top := range []int{6, 8, 12, 1000} {
			f, n, off, wrong := macroF1(b, l, top)
			line += fmt.Sprintf(" | top %d: %.3f n=%d off=%d wrong=%d", top, f, n, off, wrong)
		}
		right, rows := 0, 0
		for _, p := range r.Tasks {
			rows++
			if b.rows[p.Table][p.Row] == b.in.Sections[p.Section].ID {
				right++
			} else {
				t.Log("row", b.in.Tables[p.Table].Table.Rows[p.Row][0], b.in.Sections[p.Section].ID, "want", b.rows[p.Table][p.Row], p.Score, p.Why)
			}
		}
		t.Log(line, "rows", right, rows, "left", len(r.Left))
		if os.Getenv("V") != "" && strings.Contains(b.name, os.Getenv("V")) {
			for k, c := range r.Sections {
				id := b.in.Sections[k].ID
				for _, it := range c.Items {
					g := b.gold[it.Sentence]
					mark := " "
					if !g.ok(id) {
						mark = "X"
						if g.section == "" {
							mark = "O"
						}
					}
					t.Log(mark, id, it.Relevance/1000, it.Score/1000, it.Gain, len(it.Concepts), g, it.Why, "|", b.in.Sentences[it.Sentence].Text.String())
				}
			}
			for _, x := range r.Left {
				t.Log("left", b.gold[x.Sentence], x.Why, "|", b.in.Sentences[x.Sentence].Text.String())
			}
		}
	}
}

func columns(n int) []doc.Column {
	if n == 2 {
		return []doc.Column{doc.ActionColumn, doc.DetailColumn}
	}
	return []doc.Column{doc.ActionColumn, doc.OwnerColumn, doc.DueColumn}
}
