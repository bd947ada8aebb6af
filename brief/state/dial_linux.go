package state

import (
	"strings"
	"syscall"
)

// tcpUserTimeout is TCP_USER_TIMEOUT of tcp(7): for how many milliseconds what
// was sent may stay without an answer.
const tcpUserTimeout = 0x12

// giveUp sets for how long what is sent is waited for.
func giveUp(network, _ string, c syscall.RawConn) error {
	if !strings.HasPrefix(network, "tcp") {
		return nil
	}
	var failed error
	err := c.Control(func(fd uintptr) {
		failed = syscall.SetsockoptInt(int(fd), syscall.IPPROTO_TCP, tcpUserTimeout, int(deadLine.Milliseconds()))
	})
	if err == nil {
		err = failed
	}
	return err
}
