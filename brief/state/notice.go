package state

import (
	"context"
	"time"
)

// A Notice is something to tell: the outbox's entry.
type Notice struct {
	ID      string
	Profile string
	Edition int
	Channel string
	Body    string // JSON, as package notice composed it
	Created time.Time
	Told    time.Time // zero: not yet
	Problem string    // why the last try failed
}

const noticeColumns = `id, profile, edition, channel, body, created, told, problem`

func scanNotice(scan func(...any) error) (Notice, error) {
	var n Notice
	var created, told int64
	err := scan(&n.ID, &n.Profile, &n.Edition, &n.Channel, &n.Body, &created, &told, &n.Problem)
	n.Created, n.Told = instant(created), instant(told)
	return n, err
}

// Post puts a notice into the outbox, and reports whether it was not there.
func (tx *Tx) Post(ctx context.Context, n Notice) (bool, error) {
	rows, err := tx.exec(ctx, `insert into brief_notice (id, profile, edition, channel, body, created) values (?1, ?2, ?3, ?4, ?5, ?6) on conflict (id) do nothing`,
		n.ID, n.Profile, n.Edition, n.Channel, n.Body, micros(n.Created))
	return rows > 0, err
}

// Notice returns a notice, and whether there is one.
func (tx *Tx) Notice(ctx context.Context, id string) (n Notice, ok bool, err error) {
	err = tx.each(ctx, `select `+noticeColumns+` from brief_notice where id = ?1`, []any{id}, func(scan func(...any) error) error {
		ok = true
		n, err = scanNotice(scan)
		return err
	})
	return n, ok, err
}

// Unsent returns the notices that are still to be told, the oldest first.
func (tx *Tx) Unsent(ctx context.Context) ([]Notice, error) {
	var out []Notice
	err := tx.each(ctx, `select `+noticeColumns+` from brief_notice where told = 0 order by created, id`, nil, func(scan func(...any) error) error {
		n, err := scanNotice(scan)
		out = append(out, n)
		return err
	})
	return out, err
}

// Told says that a notice was told.
func (tx *Tx) Told(ctx context.Context, id string, now time.Time) error {
	_, err := tx.exec(ctx, `update brief_notice set told = ?2, problem = '' where id = ?1`, id, micros(now))
	return err
}

// Untold says why a notice could not be told.
func (tx *Tx) Untold(ctx context.Context, id, problem string) error {
	_, err := tx.exec(ctx, `update brief_notice set problem = ?2 where id = ?1 and told = 0`, id, problem)
	return err
}
