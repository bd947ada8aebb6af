package state

import (
	"net"
	"time"

	"github.com/jackc/pgx/v5"
)

// deadLine is for how long a line to the database may be dead before it is
// given up. Without it a process that is cut off, and gets no word of that,
// would wait for as long as TCP sends again, a quarter of an hour.
const deadLine = 30 * time.Second

// watchLine has connections notice that they are dead.
func watchLine(c *pgx.ConnConfig) {
	d := &net.Dialer{
		Timeout:         c.ConnectTimeout, // 0: none but that of the context
		KeepAliveConfig: net.KeepAliveConfig{Enable: true, Idle: deadLine / 3, Interval: deadLine / 6, Count: 4},
		Control:         giveUp,
	}
	c.DialFunc = d.DialContext
}
