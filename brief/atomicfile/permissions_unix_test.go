//go:build unix

package atomicfile

import (
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

func TestWriteKeepsPermissions(t *testing.T) {
	umask := syscall.Umask(0o027)
	defer syscall.Umask(umask)
	dir := t.TempDir()
	put(t, filepath.Join(dir, "secret"), "old")
	if err := os.Chmod(filepath.Join(dir, "secret"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Write(t.Context(), dir, File{"secret", []byte("new")}, File{"fresh", []byte("new")}); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]fs.FileMode{"secret": 0o600, "fresh": 0o640} {
		if info, _ := os.Stat(filepath.Join(dir, name)); info.Mode() != want {
			t.Errorf("%s has mode %v, want %v", name, info.Mode(), want)
		}
	}
}
