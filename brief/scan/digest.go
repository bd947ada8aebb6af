package scan

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"sync"
	"time"
)

// maxRead is the size of the largest file whose content is looked at; larger
// ones are no sources of a page.
const maxRead = 64 << 20

// maxKnown is of how many files a digester remembers what they hold before it
// begins anew.
const maxKnown = 1 << 20

// A Digester tells whether the content of files changed, and reads only those
// whose stamps did. Its zero value works; several goroutines may use it.
type Digester struct {
	mu    sync.Mutex
	known map[string]known
}

type known struct {
	stamp Stamp
	sum   string
}

// Digest returns a digest, in hexadecimal digits, of the paths in a snapshot
// and what the files hold; it is the same on all machines that see the same. A
// file that was only touched has the same as before. Of one that cannot be read
// or is too large for a source only that is known, and its size. Young files, as
// of the instant at which the snapshot was taken, are read again the next time.
func (d *Digester) Digest(s Snapshot, look time.Time) string {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.known == nil || len(d.known) > maxKnown { // files that are gone are in it, too
		d.known = map[string]known{}
	}
	h := sha256.New()
	for _, path := range slices.Sorted(maps.Keys(s)) {
		fmt.Fprintf(h, "%q %s\n", path, d.sum(path, s[path]))
		if s[path].Young(look) {
			delete(d.known, path)
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}

func (d *Digester) sum(path string, stamp Stamp) string {
	if k, ok := d.known[path]; ok && k.stamp == stamp {
		return k.sum
	}
	sum := ""
	switch {
	case !stamp.Exists:
		sum = "none"
	case stamp.Folder:
		sum = "folder"
	default:
		var err error
		if sum, err = content(path, stamp); err != nil {
			sum = fmt.Sprintf("unread %d", stamp.Size)
		}
	}
	d.known[path] = known{stamp, sum}
	return sum
}

func content(path string, stamp Stamp) (string, error) {
	if !stamp.Mode.IsRegular() || stamp.Size > maxRead {
		return fmt.Sprintf("large %d", stamp.Size), nil
	}
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, io.LimitReader(f, maxRead)); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
