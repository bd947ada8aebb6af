// Package scan tells what changed among files and folders without reading
// them: by a walk that looks at sizes, times and inodes. It asks nothing of
// the file system but that, and so is right on network drives, removable
// disks and after sleep, where notices of changes get lost.
//
// Start with [Take] and [Snapshot.Since].
package scan

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"

	"readahead/brief/ingest"
)

// A Stamp is what a file system says of a file. A file that was changed has
// another one, unless somebody takes pains to keep it.
type Stamp struct {
	Exists   bool
	Folder   bool
	Mode     fs.FileMode // who may read it, and that it is a file
	Size     int64
	Modified int64  // nanoseconds since 1970
	Inode    uint64 // another one where a file was put in the place of the old; 0 where there is no such thing
}

// granular is within what time a file system may not tell two changes apart:
// some count time in steps of two seconds.
const granular = 3 * time.Second

// Young reports whether the file changed so shortly before an instant, that of
// the look, that it may change once more and keep its stamp.
func (s Stamp) Young(look time.Time) bool {
	return s.Exists && !s.Folder && look.Sub(time.Unix(0, s.Modified)).Abs() < granular
}

// A Snapshot is the stamps of files by their paths. It is not changed once
// taken.
type Snapshot map[string]Stamp

// Take looks at files and folders: a folder stands for the documents in it,
// as a build would find them, and for itself. What is not there, or cannot be
// looked at, has the zero stamp, so that it is seen when it comes.
func Take(paths []string) Snapshot {
	s := make(Snapshot, len(paths))
	for _, path := range paths {
		info, err := os.Stat(path)
		switch {
		case err != nil:
			s[path] = Stamp{}
		case !info.IsDir():
			s[path] = stamp(info)
		default:
			s[path] = Stamp{Exists: true, Folder: true} // its own time changes with every temporary file
			files, _ := ingest.Files([]string{path})
			for _, file := range files {
				if info, err := os.Stat(file); err == nil {
					s[file] = stamp(info)
				}
			}
		}
	}
	return s
}

func stamp(info fs.FileInfo) Stamp {
	return Stamp{Exists: true, Mode: info.Mode(), Size: info.Size(), Modified: info.ModTime().UnixNano(), Inode: inode(info)}
}

// Equal reports whether nothing changed between two snapshots.
func (s Snapshot) Equal(old Snapshot) bool {
	if len(s) != len(old) {
		return false
	}
	for path, stamp := range s {
		if was, ok := old[path]; !ok || was != stamp {
			return false
		}
	}
	return true
}

// A Change is a file that came, went or is another.
type Change struct {
	Path string
	Kind Kind
}

// A Kind says what happened to a file.
type Kind string

// The kinds of changes.
const (
	Created Kind = "created"
	Changed Kind = "changed"
	Removed Kind = "removed"
)

// Since returns what changed after an older snapshot, in the order of the
// paths.
func (s Snapshot) Since(old Snapshot) []Change {
	var changes []Change
	for path, now := range s {
		was := old[path]
		switch {
		case now == was:
		case !was.Exists:
			changes = append(changes, Change{path, Created})
		case !now.Exists:
			changes = append(changes, Change{path, Removed})
		default:
			changes = append(changes, Change{path, Changed})
		}
	}
	for path, was := range old {
		if _, ok := s[path]; !ok && was.Exists {
			changes = append(changes, Change{path, Removed})
		}
	}
	slices.SortFunc(changes, func(a, b Change) int { return strings.Compare(a.Path, b.Path) })
	return changes
}
