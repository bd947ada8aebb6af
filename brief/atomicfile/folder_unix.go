//go:build unix

package atomicfile

import (
	"errors"
	"os"
	"syscall"
)

// syncFolder brings the new names in the folder to the disk. File systems that
// cannot do it say so with EINVAL.
func syncFolder(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return nil // it may be written but not read: the names are there all the same
	}
	defer f.Close()
	if err := f.Sync(); err != nil && !errors.Is(err, syscall.EINVAL) && !errors.Is(err, syscall.ENOTSUP) {
		return CannotWrite(dir, err)
	}
	return nil
}
