package state

import (
	"context"
	"net"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// A line that nobody answers on is given up; one that is answered is not.
func TestWatchLine(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	c, err := pgx.ParseConfig("postgres://brief@" + l.Addr().String() + "/brief?connect_timeout=7")
	if err != nil {
		t.Fatal(err)
	}
	watchLine(c)
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	conn, err := c.DialFunc(ctx, "tcp", l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if got := userTimeout(t, conn); got != deadLine && got != 0 {
		t.Errorf("what is sent is waited for %v", got)
	}
}
