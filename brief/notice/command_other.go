//go:build !unix

package notice

import (
	"os/exec"
	"path/filepath"
	"strings"
)

func inGroup(*exec.Cmd) {}

func killGroup(*exec.Cmd) {}

// needsShell reports whether a program's arguments are read by a shell, which
// takes some characters in them for its own.
func needsShell(path string) bool {
	ext := strings.ToLower(filepath.Ext(path))
	return ext == ".bat" || ext == ".cmd"
}
