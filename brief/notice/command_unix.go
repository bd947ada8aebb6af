//go:build unix

package notice

import (
	"os/exec"
	"syscall"
)

// inGroup makes a command the head of a process group, which ends as a whole
// with the command's context.
func inGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}

// killGroup ends what a command that has ended left of its group.
func killGroup(cmd *exec.Cmd) {
	if cmd.Process != nil {
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
	}
}

// needsShell reports whether a program's arguments are read by a shell.
func needsShell(string) bool { return false }
