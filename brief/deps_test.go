package brief

import (
	gobuild "go/build"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// mayImport says which packages of the module each package may import beside
// what those import. Imports go down only.
var mayImport = map[string][]string{
	"brief/doc":         {},
	"brief/profile":     {"brief/doc"},
	"brief/segment":     {"brief/doc"},
	"brief/ingest":      {"brief/doc"},
	"brief/clean":       {"brief/doc", "brief/segment"},
	"brief/assess":      {"brief/doc", "brief/profile", "brief/segment"},
	"brief/cover":       {},
	"brief/selection":   {"brief/doc", "brief/profile"},
	"brief/font":        {},
	"brief/font/bake":   {},
	"brief/bidi":        {},
	"brief/typeface":    {"brief/doc", "brief/font"},
	"brief/layout":      {"brief/bidi", "brief/doc", "brief/font", "brief/hyphen"},
	"brief/deflate":     {},
	"brief/pdf":         {"brief/deflate", "brief/doc", "brief/font", "brief/layout"},
	"brief/preflight":   {},
	"brief/art":         {"brief/doc", "brief/layout"},
	"templates":         {},
	"seeds":             {},
	"brief/hyphen":      {"brief/doc"},
	"brief/hyphen/bake": {"brief/hyphen"},
	"brief/galley":      {"brief/doc", "brief/layout"},
	"brief/html":        {"brief/galley"},
	"brief/markdown":    {"brief/galley"},
	"brief/plaintext":   {"brief/galley"},
	"brief/docx":        {"brief/deflate", "brief/galley"},
	"brief/scan":        {"brief/ingest"},
	"brief/atomicfile":  {"brief/doc"},
	"brief/edition":     {"brief/atomicfile"},
	"brief/schedule":    {"brief/doc", "brief/profile"},
	"brief/notice":      {"brief/doc", "brief/layout", "brief/profile"},
	"brief/service": {
		"brief", "brief/atomicfile", "brief/doc", "brief/edition", "brief/notice", "brief/profile", "brief/queue",
		"brief/scan", "brief/schedule", "brief/state", "config",
	},
	"brief/state":           {"brief/doc"},
	"brief/state/statetest": {},
	"brief/queue":           {"brief/doc"},
	"brief": {
		"brief/galley", "brief/html", "brief/markdown", "brief/plaintext", "brief/docx",
		"brief/doc", "brief/profile", "brief/ingest", "brief/clean", "brief/assess", "brief/selection",
		"brief/cover", "brief/font", "brief/hyphen", "brief/layout", "brief/art", "brief/pdf", "brief/typeface", "templates",
	},
	"config": {"brief/doc", "brief/profile", "brief/schedule"},

	"internal/faults":       {"brief", "brief/queue", "brief/schedule", "brief/service", "brief/state", "config"},
	"bench/cold":            {},
	"bench/peers":           {"brief", "brief/doc", "config", "seeds"},
	"bench/peers/empty":     {},
	"bench/peers/plainfpdf": {},
	"bench/typesetting":     {"brief", "brief/hyphen", "brief/layout", "config", "seeds", "templates"},
	"cmd/brief":             {"brief", "brief/atomicfile", "brief/doc", "brief/ingest", "brief/layout", "brief/pdf", "brief/edition", "brief/preflight", "brief/profile", "brief/queue", "brief/scan", "brief/schedule", "brief/service", "brief/state", "config", "seeds", "templates"},
}

// heavy are packages that must not be linked into the command: they cost
// start-up time or belong to go generate.
var heavy = []string{
	"regexp", // compiled patterns in package variables are the usual cost; the standard library's own users are fine
	"github.com/go-text/typesetting",
}

// light are heavy ones' parts that cost next to nothing unless they are used,
// with the package that may have them: shaping for outside fonts initialises
// itself in 0.05 ms (GODEBUG=inittrace=1).
var light = map[string][]string{
	"brief/typeface": {
		"github.com/go-text/typesetting/font", "github.com/go-text/typesetting/font/cff", "github.com/go-text/typesetting/font/opentype",
		"github.com/go-text/typesetting/font/opentype/tables", "github.com/go-text/typesetting/harfbuzz",
		"github.com/go-text/typesetting/language",
	},
}

func TestImports(t *testing.T) {
	root := ".."
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		if name := d.Name(); path != root && (strings.HasPrefix(name, ".") || name == "testdata" || name == "out") {
			return fs.SkipDir
		}
		p, err := gobuild.ImportDir(path, 0)
		if err != nil {
			return nil // no Go files here
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		pkg := filepath.ToSlash(rel)
		allowed, known := mayImport[pkg]
		if !known {
			t.Errorf("package %s is not in the table of imports: say there what it may import", pkg)
			return nil
		}
		for _, imp := range p.Imports {
			if own, ok := strings.CutPrefix(imp, "readahead/"); ok && !slices.Contains(allowed, own) {
				t.Errorf("package %s may not import %s", pkg, imp)
			}
			if strings.HasPrefix(pkg, "brief") && pkg != "brief/font/bake" && !slices.Contains(light[pkg], imp) && slices.ContainsFunc(heavy, func(h string) bool { return strings.HasPrefix(imp, h) }) {
				t.Errorf("package %s imports %s, which the command must not carry", pkg, imp)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
