package state

import (
	"context"
	"errors"
	"time"
)

// ErrSuperseded says that another build of the profile began after this one,
// whose result must not be published.
var ErrSuperseded = errors.New("another build of this profile has begun since")

// A Claim is the right to publish what a build makes, until another build of
// the profile begins.
type Claim struct {
	Profile
	Number int64
}

// Tries returns how many builds have failed at what is asked for: none if
// something was asked for since.
func (c Claim) Tries() int {
	if c.Wanted > c.Built {
		return 0
	}
	return c.Failures
}

// Claim begins a build: it raises the number of the profile's claim, which
// takes the right away from whoever had it. ok is false if there is no such
// profile.
func (tx *Tx) Claim(ctx context.Context, name string) (c Claim, ok bool, err error) {
	if _, err := tx.exec(ctx, `update brief_profile set claim = claim + 1 where name = ?1`, name); err != nil {
		return c, false, err
	}
	if c.Profile, ok, err = tx.Profile(ctx, name); err != nil || !ok {
		return c, ok, err
	}
	_, err = tx.one(ctx, `select claim from brief_profile where name = ?1`, []any{name}, &c.Number)
	return c, true, err
}

// An Outcome is what became of a build.
type Outcome struct {
	Problem string // JSON; empty: it went well
	At      time.Time
	RunAt   time.Time // when to look at the profile again; zero: when something is asked for
}

// Finish ends the build of a claim: the generation that was wanted when it
// began is built. It returns what generation is wanted now. The error is
// ErrSuperseded if the claim is no longer the last.
func (tx *Tx) Finish(ctx context.Context, c Claim, o Outcome) (wanted int64, err error) {
	failures := 0
	if o.Problem != "" {
		failures = c.Tries() + 1
	}
	n, err := tx.exec(ctx, `update brief_profile set built = ?3, checked = ?4, problem = ?5, failures = ?6,
		run_at = case when cast(?7 as bigint) > 0 and (run_at = 0 or run_at > ?7) then ?7 else run_at end
		where name = ?1 and claim = ?2`,
		c.Name, c.Number, c.Wanted, micros(o.At), o.Problem, failures, micros(o.RunAt))
	if err != nil {
		return 0, err
	}
	if n == 0 {
		return 0, ErrSuperseded
	}
	_, err = tx.one(ctx, `select wanted from brief_profile where name = ?1`, []any{c.Name}, &wanted)
	return wanted, err
}

// An Edition is one that was published.
type Edition struct {
	Profile   string
	Number    int
	Digest    string
	AsOf      string
	Files     string // JSON: names and digests, as package edition writes them
	Staged    string // under what name they were written first
	Published time.Time
}

// Publish makes an edition the last one of its profile. It belongs into the
// transaction of Finish, which checks the claim.
func (tx *Tx) Publish(ctx context.Context, e Edition) error {
	_, err := tx.exec(ctx, `insert into brief_edition (profile, number, digest, as_of, files, staged, published) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)`,
		e.Profile, e.Number, e.Digest, e.AsOf, e.Files, e.Staged, micros(e.Published))
	if err == nil {
		_, err = tx.exec(ctx, `update brief_profile set edition = ?2, digest = ?3, published = ?4 where name = ?1`,
			e.Profile, e.Number, e.Digest, micros(e.Published))
	}
	return err
}

// Placed says that the files of an edition are in their place.
func (tx *Tx) Placed(ctx context.Context, name string, edition int) error {
	_, err := tx.exec(ctx, `update brief_profile set placed = ?2 where name = ?1 and edition = ?2`, name, edition)
	return err
}

// Unplaced returns the profiles whose last edition is not in its place.
func (tx *Tx) Unplaced(ctx context.Context) ([]string, error) {
	var out []string
	err := tx.each(ctx, `select name from brief_profile where placed < edition order by name`, nil, func(scan func(...any) error) error {
		var name string
		err := scan(&name)
		out = append(out, name)
		return err
	})
	return out, err
}

// Displaced says that the files of a profile's last edition are not in their
// place any more.
func (tx *Tx) Displaced(ctx context.Context, name string) error {
	_, err := tx.exec(ctx, `update brief_profile set placed = edition - 1 where name = ?1`, name)
	return err
}

// Edition returns an edition, and whether there is a record of it.
func (tx *Tx) Edition(ctx context.Context, name string, number int) (e Edition, ok bool, err error) {
	err = tx.each(ctx, `select `+editionColumns+` from brief_edition where profile = ?1 and number = ?2`, []any{name, number}, func(scan func(...any) error) error {
		ok = true
		e, err = scanEdition(scan)
		return err
	})
	return e, ok, err
}

// Editions returns the editions of a profile that are kept, the oldest first.
func (tx *Tx) Editions(ctx context.Context, name string) ([]Edition, error) {
	var out []Edition
	err := tx.each(ctx, `select `+editionColumns+` from brief_edition where profile = ?1 and pruned = 0 order by number`, []any{name}, func(scan func(...any) error) error {
		e, err := scanEdition(scan)
		out = append(out, e)
		return err
	})
	return out, err
}

const editionColumns = `profile, number, digest, as_of, files, staged, published`

func scanEdition(scan func(...any) error) (Edition, error) {
	var e Edition
	var published int64
	err := scan(&e.Profile, &e.Number, &e.Digest, &e.AsOf, &e.Files, &e.Staged, &published)
	e.Published = instant(published)
	return e, err
}

// Prune says that the files of an edition are no longer kept.
func (tx *Tx) Prune(ctx context.Context, name string, number int, now time.Time) error {
	_, err := tx.exec(ctx, `update brief_edition set pruned = ?3 where profile = ?1 and number = ?2`, name, number, micros(now))
	return err
}
