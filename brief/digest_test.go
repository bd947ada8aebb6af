package brief

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// prepared makes a briefing ready.
func prepared(t testing.TB, o Options) *Prepared {
	t.Helper()
	p, err := Prepare(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestDigest changes one thing at a time: the digest differs where the
// published page would, and nowhere else.
func TestDigest(t *testing.T) {
	p, files := harbour()
	first := prepared(t, memory(p, files)).Digest()
	for _, tt := range []struct {
		name   string
		change func(o *Options, files map[string]string)
		same   bool
	}{
		{"nothing", func(*Options, map[string]string) {}, true},
		{"edition", func(o *Options, _ map[string]string) { o.Edition = 12 }, true},
		{"lines move", func(_ *Options, f map[string]string) { f["b.txt"] = "\n\n" + f["b.txt"] }, true},
		{"spaces in a source", func(_ *Options, f map[string]string) {
			f["a.txt"] = strings.ReplaceAll(f["a.txt"], "The old crane", "The  old crane")
		}, true},
		{"the folder", func(o *Options, _ map[string]string) {
			for i, name := range o.Seeds {
				o.Seeds[i] = filepath.Join("somewhere", "else", name)
			}
			read := o.ReadFile
			o.ReadFile = func(name string) ([]byte, error) { return read(filepath.Base(name)) }
		}, true},
		{"where seeds and schedules are", func(o *Options, _ map[string]string) {
			o.Profile.Seeds, o.Profile.Engine, o.Profile.Schedule.Cron = []string{"x"}, "postgres://x", "@daily"
		}, true},
		{"version", func(o *Options, _ map[string]string) { o.Version = "v2" }, false},
		{"a word of a source", func(_ *Options, f map[string]string) {
			f["a.txt"] = strings.ReplaceAll(f["a.txt"], "two cranes", "three cranes")
		}, false},
		{"a due date", func(_ *Options, f map[string]string) {
			f["a.txt"] = strings.ReplaceAll(f["a.txt"], "30 May", "31 May")
		}, false},
		{"date of a source", func(_ *Options, f map[string]string) {
			f["a.txt"] = strings.ReplaceAll(f["a.txt"], "4 May", "5 May")
		}, false},
		{"title", func(o *Options, _ map[string]string) { o.Profile.Title += "!" }, false},
		{"marking", func(o *Options, _ map[string]string) { o.Profile.Marking = "" }, false},
		{"a keyword", func(o *Options, _ map[string]string) {
			o.Profile.Sections[0].Keywords = append(o.Profile.Sections[0].Keywords, "zzz")
		}, false},
		{"time of the meeting", func(o *Options, _ map[string]string) {
			o.Profile.Meeting.At = time.Date(12026, 5, 6, 9, 0, 0, 0, time.FixedZone("X", 99*3600))
		}, false},
		{"paper", func(o *Options, _ map[string]string) { o.Profile.Page.Size = "a4" }, false},
		{"template", func(o *Options, _ map[string]string) { o.Profile.Page.Template = "memo" }, false},
		{"a colour of the template", func(o *Options, _ map[string]string) {
			o.Profile.Page.Template, o.Template = "mine", []byte("extends: read-ahead\npalette:\n  accent: \"#123456\"\n")
		}, false},
		{"a comment in the template", func(o *Options, _ map[string]string) {
			o.Profile.Page.Template, o.Template = "mine", []byte("extends: read-ahead\n# nothing else\nabout: Title and facts side by side, then two columns\n")
		}, true},
		{"formats", func(o *Options, _ map[string]string) { o.Profile.Page.Formats = []string{"html"} }, false},
		{"hyphenation", func(o *Options, _ map[string]string) {
			o.Profile.Page.Hyphenation, o.Hyphenation = "x.pat.txt", []byte("a1b")
		}, false},
		{"texts of sources", func(o *Options, _ map[string]string) { o.Profile.Page.AttachSources = true }, false},
		{"second page", func(o *Options, _ map[string]string) { o.Profile.Page.Second = []string{"todo"} }, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p, files := harbour()
			o := memory(p, files)
			tt.change(&o, files)
			if got := prepared(t, o).Digest(); (got == first) != tt.same {
				t.Errorf("digest %s, before %s", got, first)
			}
		})
	}
}

// An attached text is published, too, printed or not.
func TestDigestOfAttachedSources(t *testing.T) {
	digest := func(more string) string {
		p, files := harbour()
		p.Page.AttachSources = true
		files["a.txt"] += more
		return prepared(t, memory(p, files)).Digest()
	}
	if digest("") == digest("\nNothing of this is on any page of the council.\n") {
		t.Error("the digest does not see the attached text")
	}
}

func BenchmarkDigest(b *testing.B) {
	p := prepared(b, sample())
	b.ReportAllocs()
	for b.Loop() {
		p.Digest()
	}
}
