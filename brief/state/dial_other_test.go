//go:build !linux

package state

import (
	"net"
	"testing"
	"time"
)

// userTimeout returns 0: it is left to the system.
func userTimeout(*testing.T, net.Conn) time.Duration { return 0 }
