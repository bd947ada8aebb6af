package typeface

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// maxIndex is the greatest size of an index file, in bytes; one of a thousand
// fonts has 100 KB.
const maxIndex = 8 << 20

// indexFile returns the file in which the index of some folders is kept, for
// languages that choose the same fonts among them; "" if there is no cache.
func indexFile(cache string, dirs []string, language string) string {
	if cache == "" {
		return ""
	}
	key := sha256.Sum256([]byte(indexHead + region(language) + "\x00" + strings.Join(dirs, "\x00")))
	return filepath.Join(cache, "fonts-"+hex.EncodeToString(key[:8]))
}

// readIndex returns the index in a file if it is there, whole and up to date.
func readIndex(file string) (x index, ok bool) {
	f, err := os.Open(file)
	if err != nil {
		return x, false
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() || info.Size() > maxIndex {
		return x, false
	}
	b, err := io.ReadAll(io.LimitReader(f, maxIndex))
	if err != nil {
		return x, false
	}
	if x, ok = decode(b); !ok || !x.fresh() {
		return index{}, false
	}
	return x, true
}

// fresh reports whether no folder and no font that was looked into has changed
// since.
func (x *index) fresh() bool {
	for _, d := range x.dirs {
		if stampOf(d.path) != d {
			return false
		}
	}
	for i := range x.fonts {
		f := &x.fonts[i]
		if !f.known {
			continue
		}
		name, _ := member(f.path)
		info, err := os.Stat(name)
		if err != nil || info.Size() != f.size || info.ModTime().UnixNano() != f.changed {
			return false
		}
	}
	return true
}

func stampOf(dir string) stamp {
	info, err := os.Lstat(dir)
	if err != nil {
		return stamp{dir, absent}
	}
	return stamp{dir, info.ModTime().UnixNano()}
}

// write keeps an index in a file for later runs. It is not missed if it cannot
// be written. Readers see the old file or the new one, never a part.
func (x *index) write(file string) {
	dir, name := filepath.Split(file)
	if os.MkdirAll(dir, 0o700) != nil {
		return
	}
	f, err := os.CreateTemp(dir, name+".*")
	if err != nil {
		return
	}
	_, err = f.Write(x.encode())
	if f.Close() != nil || err != nil || os.Rename(f.Name(), file) != nil {
		os.Remove(f.Name())
	}
}
