//go:build unix

package main

import (
	"os"
	"syscall"
)

// stopProcess has a process do nothing, wherever it is, until goOn.
func stopProcess(p *os.Process) error { return p.Signal(syscall.SIGSTOP) }

func goOn(p *os.Process) error { return p.Signal(syscall.SIGCONT) }
