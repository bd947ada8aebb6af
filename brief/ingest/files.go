package ingest

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"readahead/brief/doc"
)

// Files returns the files that the paths stand for, each once, in the order of
// the paths. A file stands for itself, whatever its name. A folder stands for
// the documents in it and in its subfolders, in the order of their names;
// hidden files, and files that are no documents by their extension (programs,
// style sheets, pictures, data), are passed over. Links to files are followed,
// links to folders only where they are given as a path. What cannot be read is
// left out and reported in skipped.
func Files(paths []string) (files []string, skipped []*doc.Error) {
	w := walker{seen: make(map[string]bool)}
	for _, path := range paths {
		if path == "" {
			w.skipped = append(w.skipped, &doc.Error{Msg: "a path is empty", Hint: "name a file or a folder"})
			continue
		}
		info, err := os.Stat(path)
		switch {
		case err != nil:
			w.skipped = append(w.skipped, unreadable(path, err))
		case !info.IsDir():
			w.file(path, info.Mode())
		default:
			before := len(w.files) + len(w.skipped) + w.again
			w.folder(path)
			if len(w.files)+len(w.skipped)+w.again == before {
				w.skipped = append(w.skipped, &doc.Error{
					File: path, Msg: "is a folder without documents", Hint: "put the sources there, or name another folder",
				})
			}
		}
	}
	return w.files, w.skipped
}

// A walker gathers files.
type walker struct {
	files   []string
	skipped []*doc.Error
	seen    map[string]bool // absolute paths of files
	again   int             // how many files were met again
}

// folder adds the documents in the folder.
func (w *walker) folder(path string) {
	entries, err := os.ReadDir(path)
	if err != nil {
		w.skipped = append(w.skipped, unreadable(path, err))
	}
	for _, e := range entries {
		name := filepath.Join(path, e.Name())
		mode := e.Type()
		if mode&fs.ModeSymlink != 0 {
			info, err := os.Stat(name)
			if err != nil || info.IsDir() {
				continue // a dangling link, or one that may lead in a circle
			}
			mode = info.Mode()
		}
		switch {
		case strings.HasPrefix(e.Name(), "."), strings.HasPrefix(e.Name(), "~$"):
			// hidden, or the lock file of an office program
		case mode.IsDir():
			w.folder(name)
		case !noDocument(e.Name()):
			w.file(name, mode)
		}
	}
}

// file adds a file, unless it is there or cannot be read.
func (w *walker) file(path string, mode fs.FileMode) {
	key := path
	if abs, err := filepath.Abs(path); err == nil {
		key = abs
	}
	if w.seen[key] {
		w.again++
		return
	}
	w.seen[key] = true
	if err := irregularError(path, mode); err != nil {
		w.skipped = append(w.skipped, err)
		return
	}
	w.files = append(w.files, path)
}

// noDocument reports whether a file of this name in a folder of sources is
// sure to be something else: what a browser saves along with a page, pictures,
// sound, programs, settings and data. Formats that hold documents but that
// ingest does not read, such as PDF, are not among them: their owner has to
// hear of it.
func noDocument(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".css", ".js", ".mjs", ".map", ".wasm", ".woff", ".woff2", ".ttf", ".otf", ".eot",
		".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".ico", ".bmp", ".heic",
		".mp3", ".m4a", ".ogg", ".wav", ".mp4", ".webm", ".mov",
		".go", ".py", ".rb", ".rs", ".java", ".c", ".h", ".sh", ".sql",
		".json", ".jsonl", ".yaml", ".yml", ".toml", ".ini", ".db", ".lock", ".bak", ".tmp", ".swp":
		return true
	}
	return strings.HasSuffix(name, "~") || strings.EqualFold(name, "thumbs.db") || strings.EqualFold(name, "desktop.ini")
}
