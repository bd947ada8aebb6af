package typeface

import (
	"cmp"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"unicode"

	otfont "github.com/go-text/typesetting/font"
)

// System returns the folders in which the operating system keeps its fonts.
func System() []string {
	home, _ := os.UserHomeDir()
	in := func(base string, parts ...string) string {
		if base == "" {
			return ""
		}
		return filepath.Join(append([]string{base}, parts...)...)
	}
	var dirs []string
	switch runtime.GOOS {
	case "windows":
		dirs = []string{in(os.Getenv("WINDIR"), "Fonts"), in(os.Getenv("LOCALAPPDATA"), "Microsoft", "Windows", "Fonts")}
	case "darwin":
		dirs = []string{"/System/Library/Fonts", "/Library/Fonts", in(home, "Library", "Fonts")}
	default:
		data := os.Getenv("XDG_DATA_HOME")
		if data == "" {
			data = in(home, ".local", "share")
		}
		dirs = []string{"/usr/share/fonts", "/usr/local/share/fonts", in(data, "fonts"), in(home, ".fonts")}
	}
	return slices.DeleteFunc(dirs, func(d string) bool { return d == "" })
}

// maxFonts bounds how many files of the system are looked into.
const maxFonts = 4000

// A folder is the system's font files, the most suitable first.
type folder struct {
	paths []string
	chars []otfont.Cmap // of each file, once looked into
	known []bool        // which have been
	open  []*face       // those in use
	bad   []bool        // those that cannot be
}

// list finds the font files of the system.
func list(dirs []string, language string) *folder {
	var paths []string
	for _, dir := range dirs {
		_ = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return nil // what cannot be read has no fonts for us
			}
			if len(paths) >= maxFonts || d.IsDir() && strings.Count(path[len(dir):], string(filepath.Separator)) > 8 {
				return fs.SkipDir
			}
			switch strings.ToLower(filepath.Ext(path)) {
			case ".ttf", ".otf":
				if d.Type().IsRegular() {
					paths = append(paths, path)
				}
			case ".ttc", ".otc":
				paths = append(paths, path+"#"+strconv.Itoa(member(path, language)))
			}
			return nil
		})
	}
	slices.SortFunc(paths, func(a, b string) int {
		return cmp.Or(cmp.Compare(rank(a, language), rank(b, language)), cmp.Compare(a, b))
	})
	n := len(paths)
	return &folder{paths, make([]otfont.Cmap, n), make([]bool, n), make([]*face, n), make([]bool, n)}
}

// member returns which font of a collection is for a language: those of the
// Noto CJK and Source Han families have Japanese, Korean, Simplified and
// Traditional Chinese in this order; of others the first.
func member(path, language string) int {
	name := strings.ToLower(filepath.Base(path))
	if !strings.HasPrefix(name, "notos") && !strings.HasPrefix(name, "sourcehan") {
		return 0
	}
	switch region(language) {
	case "kr":
		return 1
	case "sc":
		return 2
	case "tc":
		return 3
	}
	return 0
}

// region returns how names of fonts call the forms of Chinese characters that
// a language uses; "" if it uses none.
func region(language string) string {
	tag := strings.ToLower(language)
	primary, _, _ := strings.Cut(tag, "-")
	switch primary {
	case "ja":
		return "jp"
	case "ko":
		return "kr"
	case "zh":
		if strings.Contains(tag, "hant") || strings.HasSuffix(tag, "-tw") || strings.HasSuffix(tag, "-hk") || strings.HasSuffix(tag, "-mo") {
			return "tc"
		}
		return "sc"
	}
	return ""
}

// rank tells by a file's name how well the font suits running text beside the
// built-in sans serif; less is better.
func rank(path, language string) int {
	name := strings.ToLower(filepath.Base(path))
	name, _, _ = strings.Cut(name, "#")
	n := 0
	for _, part := range []string{
		"serif", "mono", "kufi", "looped", "rashi", "nastaliq", "unjoined", "display", "ui-", "condensed", "narrow", "symbol", "music", "math",
		"bold", "italic", "oblique", "light", "thin", "black", "medium", "heavy",
	} {
		if strings.Contains(name, part) {
			n += 2
		}
	}
	if strings.Contains(name, "emoji") {
		n += 8
	}
	if !strings.Contains(name, "sans") && !strings.Contains(name, "gothic") {
		n += 2
	}
	if !strings.HasPrefix(name, "notosans") {
		n++
	}
	for _, r := range []string{"jp", "kr", "sc", "tc"} {
		if strings.Contains(name, r+"-") && r != region(language) {
			n++
		}
	}
	return n
}

// find returns the first font that has all characters of a cluster.
func (d *folder) find(cluster string) *face {
	for i := range d.paths {
		if !d.bad[i] && d.maps(i, cluster) {
			if f := d.load(i); f != nil && f.shows(cluster) {
				return f
			}
		}
	}
	return nil
}

// maps reports whether a file's character map has a cluster. A file is not
// kept open for it.
func (d *folder) maps(i int, cluster string) bool {
	if !d.known[i] {
		d.known[i] = true
		if file, err := openFile(d.paths[i]); err == nil {
			d.chars[i], _ = file.characters()
			file.close()
		}
	}
	if d.chars[i] == nil {
		return false
	}
	for _, r := range cluster {
		if lookUp(d.chars[i], r) == 0 && !unicode.Is(unicode.Join_Control, r) {
			return false
		}
	}
	return true
}

// load returns a font for use, nil if it cannot be used.
func (d *folder) load(i int) *face {
	if d.open[i] != nil || d.bad[i] {
		return d.open[i]
	}
	file, err := openFile(d.paths[i])
	if err == nil {
		if d.open[i], err = newFace(file); err != nil {
			file.close()
		}
	}
	d.bad[i] = err != nil
	return d.open[i]
}

// family returns the members of a font's family that lie beside it and begin
// with the same name.
func (d *folder) family(f *face) []*face {
	dir, stem := filepath.Split(f.file.path)
	stem, _, _ = strings.Cut(stem, "-")
	stem, _, _ = strings.Cut(stem, ".")
	var out []*face
	for i, path := range d.paths {
		inDir, name := filepath.Split(path)
		if inDir == dir && strings.HasPrefix(name, stem) && (name[len(stem)] == '-' || name[len(stem)] == '.') {
			if g := d.load(i); g != nil {
				out = append(out, g)
			}
		}
	}
	return out
}
