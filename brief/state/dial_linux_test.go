package state

import (
	"net"
	"syscall"
	"testing"
	"time"
)

// userTimeout returns for how long what is sent on a connection is waited for.
func userTimeout(t *testing.T, conn net.Conn) time.Duration {
	t.Helper()
	raw, err := conn.(*net.TCPConn).SyscallConn()
	if err != nil {
		t.Fatal(err)
	}
	var ms int
	if err := raw.Control(func(fd uintptr) { ms, err = syscall.GetsockoptInt(int(fd), syscall.IPPROTO_TCP, tcpUserTimeout) }); err != nil {
		t.Fatal(err)
	}
	if err != nil || ms == 0 {
		t.Fatalf("%d ms, %v", ms, err)
	}
	return time.Duration(ms) * time.Millisecond
}
