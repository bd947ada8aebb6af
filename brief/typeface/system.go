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

// A folder is the system's fonts, the most suitable first.
type folder struct {
	index
	file    string  // where the index is kept; empty: nowhere
	learned bool    // of the index what the file does not have
	open    []*face // those in use
	tried   []bool  // which have been looked into in vain
	bad     []bool  // those that cannot be used
}

// list finds the fonts of the system, with the help of what earlier runs left
// in the cache.
func list(dirs []string, language, cache string) *folder {
	d := &folder{file: indexFile(cache, dirs, language)}
	var ok bool
	if d.file != "" {
		d.index, ok = readIndex(d.file)
	}
	if !ok {
		d.index, d.learned = walk(dirs, language), true
	}
	n := len(d.fonts)
	d.open, d.tried, d.bad = make([]*face, n), make([]bool, n), make([]bool, n)
	return d
}

// walk lists the font files in folders.
func walk(dirs []string, language string) (x index) {
	var paths []string
	for _, dir := range dirs {
		_ = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				if path == dir {
					x.dirs = append(x.dirs, stampOf(path))
				}
				return nil // what cannot be read has no fonts for us
			}
			if d.IsDir() {
				x.dirs = append(x.dirs, stampOf(path))
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
				paths = append(paths, path+"#"+strconv.Itoa(memberFor(path, language)))
			}
			return nil
		})
	}
	slices.SortFunc(paths, func(a, b string) int {
		return cmp.Or(cmp.Compare(rank(a, language), rank(b, language)), cmp.Compare(a, b))
	})
	x.fonts = make([]listed, len(paths))
	for i, path := range paths {
		x.fonts[i].path = path
	}
	return x
}

// memberFor returns which font of a collection is for a language: those of the
// Noto CJK and Source Han families have Japanese, Korean, Simplified and
// Traditional Chinese in this order; of others the first.
func memberFor(path, language string) int {
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
	defer d.keep()
	for i := range d.fonts {
		if !d.bad[i] && d.maps(i, cluster) {
			if f := d.load(i); f != nil && f.shows(cluster) {
				return f
			}
		}
	}
	return nil
}

// keep writes down what was learned of the fonts.
func (d *folder) keep() {
	if d.learned && d.file != "" {
		d.write(d.file)
	}
	d.learned = false
}

// maps reports whether a font has all characters of a cluster. Its file is not
// kept open for it.
func (d *folder) maps(i int, cluster string) bool {
	f := &d.fonts[i]
	if !f.known && !d.tried[i] {
		d.tried[i] = true
		if file, err := openFile(f.path); err == nil {
			if chars, err := file.characters(); err == nil {
				f.chars = coverageOf(chars)
			}
			f.known, f.size, f.changed, d.learned = true, file.size, file.changed, true
			file.close()
		}
	}
	for _, r := range cluster {
		if !f.chars.has(r) && !unicode.Is(unicode.Join_Control, r) {
			return false
		}
	}
	return len(f.chars) > 0
}

// load returns a font for use, nil if it cannot be used.
func (d *folder) load(i int) *face {
	if d.open[i] != nil || d.bad[i] {
		return d.open[i]
	}
	file, err := openFile(d.fonts[i].path)
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
	for i := range d.fonts {
		inDir, name := filepath.Split(d.fonts[i].path)
		if inDir == dir && strings.HasPrefix(name, stem) && (name[len(stem)] == '-' || name[len(stem)] == '.') {
			if g := d.load(i); g != nil {
				out = append(out, g)
			}
		}
	}
	return out
}
