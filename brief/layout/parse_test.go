package layout

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"readahead/brief/doc"
)

func TestParseTemplate(t *testing.T) {
	text := string(builtin(t))
	for _, tt := range []struct{ name, old, new, want string }{ // new in the place of old, and what is said of its last line
		{"unknown key", "  gutter: 18", "  guter: 18", `unknown key "guter" in grid; did you mean "gutter"?`},
		{"unknown part", "palette:", "pallete:", `unknown key "pallete" in the template; did you mean "palette"?`},
		{"unknown key in braces", "{face: bold,     size: 20,", "{fase: bold,     size: 20,", `unknown key "fase" in title; did you mean "face"?`},
		{"missing key", "body:\n  floor: 9.5", "body:", `key "floor" is missing in body; the template read-ahead has it`},
		{"key twice", "  gutter: 18", "  gutter: 18\n  gutter: 19", `key "gutter" stands twice in grid`},
		{"not a length", "side: 40", "side: wide", `side cannot be "wide" in grid; a length in points, like 9.5`},
		{"negative length", "side: 40", "side: -40", `side cannot be "-40" in grid; a length in points, like 9.5`},
		{"a list", "side: 40", "side: [40]", `side cannot be "[40]" in grid; a length in points, like 9.5`},
		{"no value", "side: 40", "side:", `side cannot be "" in grid; a length in points, like 9.5`},
		{"not a colour", `"#5a6472"`, "grey", `muted cannot be "grey" in palette; a colour in quotes, like "#1d4172"`},
		{"shrinking space", "8 .. 18", "8 .. 7", `section cannot be "8 .. 7" in space; a length, like 8, or two, like 8 .. 16`},
		{"not a mapping", "{face: italic,   size: 94%,  leading: 125%, tracking: 0%,    color: muted}", "italic", `empty is not a mapping of keys to values`},
		{"unreadable size", "floor: 9.5", "floor: 6", `body.floor is below 7 points; people have to read it`},
		{"unreadable note", "note:        {face: regular,  size: 7.4", "note:        {face: regular,  size: 6.9", `styles.note.size is below 7 points; people have to read it`},
		{"ceiling below floor", "ceiling: 11", "ceiling: 9", `body.ceiling is below body.floor`},
		{"unknown face", "{face: italic,   size: 94%", "{face: oblique,  size: 94%", `styles.empty.face cannot be "oblique"; regular, semibold, bold or italic`},
		{"unknown colour", "color: alert}", "color: rust}", `styles.flag.color cannot be "rust"; a colour of the palette`},
		{"no room for text", "side: 40", "side: 200", `grid.side leaves columns under 140 points; make it or the gutter smaller`},
		{"months", "Nov Dec", "Nov", `words.months has 11 names, not 12`},
		{"not YAML", "palette:", "palette", `not YAML`},
		{"empty", text, "# nothing", `the template is empty; start from a copy of the template read-ahead`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			at := strings.Index(text, tt.old)
			if at < 0 {
				t.Fatalf("the template has no %q", tt.old)
			}
			_, err := ParseTemplate("t.yaml", []byte(strings.Replace(text, tt.old, tt.new, 1)))
			var problem *doc.Error
			if !errors.As(err, &problem) {
				t.Fatalf("no *doc.Error but %v", err)
			}
			got := problem.Msg
			if problem.Hint != "" {
				got += "; " + problem.Hint
			}
			if !strings.HasPrefix(got, tt.want) {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
			line := 1 + strings.Count(text[:at]+tt.new, "\n")
			if problem.Line != line && tt.name != "not YAML" && tt.name != "empty" {
				t.Errorf("%s: in line %d, not %d", got, problem.Line, line)
			}
		})
	}
}

// The reader of plain templates and package yaml read the same.
func TestReadPlain(t *testing.T) {
	text := builtin(t)
	if _, ok := readPlain(text); !ok {
		t.Error("the built-in template is not plain")
	}
	plain, err := ParseTemplate("t", text)
	if err != nil {
		t.Fatal(err)
	}
	document := append([]byte("---\n"), text...)
	if _, ok := readPlain(document); ok {
		t.Fatal("a document mark is plain")
	}
	full, err := ParseTemplate("t", document)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(plain, full) {
		t.Errorf("plain %+v\nyaml  %+v", plain, full)
	}
}

// What readPlain accepts, package yaml reads as the same.
func FuzzReadPlain(f *testing.F) {
	f.Add("a:\n  b: c # d\n  e: {f: g, h: -1}\n  i: \"j # k\" # l\n")
	f.Add("a:\n  b: 'c'\n")
	f.Add("a: b\n  c: d\n")
	f.Add("a:\n  b: {c: \"d\"}\n  e: *f\n")
	f.Fuzz(func(t *testing.T, s string) {
		plain, ok := readPlain([]byte(s))
		if !ok {
			return
		}
		full, err := readSettings("t", append([]byte("---\n"), s...))
		if err != nil {
			t.Fatalf("%q is plain, but %v", s, err)
		}
		if got, want := values(plain), values(full); got != want {
			t.Errorf("%q: plain %s, yaml %s", s, got, want)
		}
	})
}

// values writes settings without their lines.
func values(s setting) string {
	if s.kind != mapSetting {
		return s.value
	}
	out := "{"
	for _, in := range s.inner {
		out += in.key + ":" + values(in) + ","
	}
	return out + "}"
}

func TestValues(t *testing.T) {
	for in, want := range map[string]Length{"9.5": 19 * Pt / 2, "0.125": Pt / 8, "12": 12 * Pt} {
		if got, ok := parseLength(in); !ok || got != want {
			t.Errorf("parseLength(%q) = %d, %v, want %d", in, got, ok, want)
		}
	}
	for _, in := range []string{"", ".5", "5.", "1.2345", "1e3", "-1", "9999", "12pt", "+1", "1_0"} {
		if got, ok := parseLength(in); ok {
			t.Errorf("parseLength(%q) = %d", in, got)
		}
	}
	if got, ok := parseShare("-0.5%"); !ok || got != -5 {
		t.Errorf("parseShare = %d, %v", got, ok)
	}
	if got, ok := parseElastic("8 .. 16.5"); !ok || got != (Elastic{8 * Pt, 33 * Pt / 2}) {
		t.Errorf("parseElastic = %v, %v", got, ok)
	}
}
