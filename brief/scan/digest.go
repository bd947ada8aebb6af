package scan

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"slices"
	"time"
)

// maxRead is the size of the largest file whose content is looked at; larger
// ones are no sources of a page.
const maxRead = 64 << 20

// A Digester tells whether the content of files changed, and reads only those
// whose stamps did. It must not be used by several goroutines at once.
type Digester struct{ known map[string]known }

type known struct {
	stamp Stamp
	sum   string
}

// Digest returns a digest, in hexadecimal digits, of the paths in a snapshot
// and what the files hold. A file that was only touched has the same as before. One that cannot
// be read has a digest of its stamp. Young files, as of the instant at which the
// snapshot was taken, are read again the next time.
func (d *Digester) Digest(s Snapshot, look time.Time) string {
	if d.known == nil {
		d.known = map[string]known{}
	}
	paths := make([]string, 0, len(s))
	for path := range s {
		paths = append(paths, path)
	}
	slices.Sort(paths)
	h := sha256.New()
	for _, path := range paths {
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
	k := known{stamp: stamp}
	switch {
	case !stamp.Exists:
		k.sum = "-"
	case stamp.Folder:
		k.sum = "folder"
	default:
		sum, err := content(path, stamp)
		if err != nil {
			sum = fmt.Sprintf("unread %+v", stamp)
		}
		k.sum = sum
	}
	d.known[path] = k
	return k.sum
}

func content(path string, stamp Stamp) (string, error) {
	if !stamp.Mode.IsRegular() || stamp.Size > maxRead {
		return fmt.Sprintf("%+v", stamp), nil
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

// Forget lets go of what is known of files that are not in a snapshot.
func (d *Digester) Forget(keep func(path string) bool) {
	for path := range d.known {
		if !keep(path) {
			delete(d.known, path)
		}
	}
}
