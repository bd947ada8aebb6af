//go:build unix

package ingest

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"readahead/brief/doc"
)

// tree makes files, folders (names that end in /), pipes (|) and links
// (name@target) in a new folder.
func tree(t *testing.T, names ...string) string {
	t.Helper()
	root := t.TempDir()
	for _, name := range names {
		path := filepath.Join(root, strings.TrimRight(name, "/|"))
		var err error
		switch link, target, linked := strings.Cut(name, "@"); {
		case linked:
			err = os.Symlink(target, filepath.Join(root, link))
		case strings.HasSuffix(name, "/"):
			err = os.MkdirAll(path, 0o755)
		case strings.HasSuffix(name, "|"):
			err = syscall.Mkfifo(path, 0o644)
		default:
			if err = os.MkdirAll(filepath.Dir(path), 0o755); err == nil {
				err = os.WriteFile(path, []byte("The pond froze."), 0o644)
			}
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func TestFiles(t *testing.T) {
	for _, tt := range []struct {
		name          string
		tree, paths   []string
		want, skipped string
	}{
		{"folder in order of names", []string{"b.txt", "a.md", "c/d.html", "a/z.txt"}, []string{"."}, "a/z.txt a.md b.txt c/d.html", ""},
		{"order of the paths", []string{"a.txt", "b.txt"}, []string{"b.txt", "a.txt"}, "b.txt a.txt", ""},
		{"each once", []string{"a.txt", "b.txt"}, []string{"b.txt", ".", "./b.txt"}, "b.txt a.txt", ""},
		{"hidden and other files", []string{"a.txt", ".DS_Store", ".git/x.txt", "Thumbs.db", "~$a.docx", "a.txt~", "p.css", "p.PNG", "x.json", "embed.go"}, []string{"."}, "a.txt", ""},
		{"named explicitly", []string{".a", "p.json"}, []string{".a", "p.json"}, ".a p.json", ""},
		{"documents that are not read are kept", []string{"a.pdf", "b.docx"}, []string{"."}, "a.pdf b.docx", ""},
		{"dash", []string{"-o=x.txt"}, []string{"-o=x.txt", "."}, "-o=x.txt", ""},
		{"missing", nil, []string{"a.txt", ""}, "", "a.txt: no such file or folder; a path is empty"},
		{"pipe", []string{"a.txt", "p.txt|"}, []string{"."}, "a.txt", "p.txt: is a named pipe"},
		{"pipe named explicitly", []string{"p.txt|"}, []string{"p.txt"}, "", "p.txt: is a named pipe"},
		{"empty folder", []string{"a.txt/", "b/"}, []string{"a.txt", "b"}, "", "a.txt: is a folder without documents; b: is a folder without documents"},
		{"links", []string{"a/x.txt", "b.txt@a/x.txt", "c.txt@none", "d@a", "a/up@.."}, []string{"."}, "a/x.txt b.txt", ""},
		{"link to a folder as a path", []string{"a/x.txt", "d@a"}, []string{"d"}, "d/x.txt", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Chdir(tree(t, tt.tree...))
			files, skipped := Files(tt.paths)
			var messages []string
			for _, e := range skipped {
				messages = append(messages, e.Error())
				if e.Hint == "" {
					t.Errorf("%q has no hint", e)
				}
			}
			if got := strings.Join(files, " "); got != tt.want {
				t.Errorf("Files = %q, want %q", got, tt.want)
			}
			if got := strings.Join(messages, "; "); got != tt.skipped {
				t.Errorf("skipped %q, want %q", got, tt.skipped)
			}
		})
	}
}

func TestReadFile(t *testing.T) {
	t.Chdir(tree(t, "a.txt", "-b --out=c", "p|", "d/"))
	if err := os.Truncate("a.txt", MaxSize); err != nil {
		t.Fatal(err)
	}
	if data, err := ReadFile("a.txt"); err != nil || len(data) != MaxSize {
		t.Errorf("ReadFile = %d bytes, %v", len(data), err)
	}
	if data, err := ReadFile("-b --out=c"); err != nil || string(data) != "The pond froze." {
		t.Errorf("ReadFile = %q, %v", data, err)
	}
	if err := os.Truncate("a.txt", MaxSize+1); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ path, want string }{
		{"a.txt", "a.txt: is larger than 32 MB"},
		{"none", "none: no such file or folder"},
		{"d", "d: is a folder"},
		{"p", "p: is a named pipe"},
		{"/dev/zero", "/dev/zero: is a device"},
	} {
		done := make(chan error, 1)
		go func() {
			_, err := ReadFile(tt.path)
			done <- err
		}()
		select {
		case err := <-done:
			var e *doc.Error
			if !errors.As(err, &e) || e.Error() != tt.want || e.Hint == "" {
				t.Errorf("ReadFile(%q) = %v, want %q with a hint", tt.path, err, tt.want)
			}
		case <-time.After(10 * time.Second):
			t.Fatalf("ReadFile(%q) hangs", tt.path)
		}
	}
}

// TestReadFileGrowing reads a file that holds more than it says.
func TestReadFileGrowing(t *testing.T) {
	const path = "/proc/self/status"
	if _, err := os.Stat(path); err != nil {
		t.Skip(err)
	}
	if data, err := ReadFile(path); err != nil || len(data) < 100 {
		t.Errorf("ReadFile = %d bytes, %v", len(data), err)
	}
}
