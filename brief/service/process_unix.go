//go:build unix

package service

import (
	"errors"
	"syscall"
)

// runs reports whether a process of this machine may be running. A number may
// have gone to another program since.
func runs(pid int) bool { return !errors.Is(syscall.Kill(pid, 0), syscall.ESRCH) }
