package state

import (
	"context"
	"time"
)

// Alive is for how long a process counts as running after it was last heard
// of.
const Alive = 15 * time.Second

// A Process is one that works on the state.
type Process struct {
	ID     string
	Host   string // on which PID is its number
	PID    int
	Serves string // what profiles, published where
}

// Heartbeat says that a process runs. Instants of processes and leases are
// those of the database's clock, so that the machines' own need not agree.
func (tx *Tx) Heartbeat(ctx context.Context, p Process) error {
	_, err := tx.exec(ctx, `insert into brief_process (id, host, pid, serves, started, seen) values (?1, ?2, ?3, ?4, CLOCK, CLOCK)
		on conflict (id) do update set seen = excluded.seen`, p.ID, p.Host, p.PID, p.Serves)
	return err
}

// Depart says that a process has ended.
func (tx *Tx) Depart(ctx context.Context, id string) error {
	_, err := tx.exec(ctx, `delete from brief_process where id = ?1`, id)
	if err == nil {
		_, err = tx.exec(ctx, `delete from brief_lease where holder = ?1`, id)
	}
	return err
}

// Living returns the processes that run, and takes out those that have not
// been heard of for long.
func (tx *Tx) Living(ctx context.Context) ([]Process, error) {
	if _, err := tx.exec(ctx, `delete from brief_process where seen < CLOCK - ?1`, (10 * Alive).Microseconds()); err != nil {
		return nil, err
	}
	var out []Process
	err := tx.each(ctx, `select id, host, pid, serves from brief_process where seen >= CLOCK - ?1 order by id`, []any{Alive.Microseconds()}, func(scan func(...any) error) error {
		var p Process
		err := scan(&p.ID, &p.Host, &p.PID, &p.Serves)
		out = append(out, p)
		return err
	})
	return out, err
}

// Lease gives a duty to a process, or lets it keep it, for a time, and
// reports whether it has it. A lease that reaches further than any could is
// one from before the clock was set back.
func (tx *Tx) Lease(ctx context.Context, name, holder string, ttl time.Duration) (bool, error) {
	n, err := tx.exec(ctx, `insert into brief_lease (name, holder, until) values (?1, ?2, CLOCK + ?3)
		on conflict (name) do update set holder = excluded.holder, until = excluded.until
		where brief_lease.holder = ?2 or brief_lease.until < CLOCK or brief_lease.until > CLOCK + 2 * ?3`, name, holder, ttl.Microseconds())
	return n > 0, err
}
