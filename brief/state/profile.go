package state

import (
	"context"
	"strings"
	"time"
)

// A Profile is what is known of a briefing.
type Profile struct {
	Name      string
	Plan      string // its schedule, as the caller wrote it
	Inputs    string // digest of what it is made of, as seen last
	Roots     string // JSON, for people
	Wanted    int64  // the generation that is asked for
	Built     int64  // the generation that was built last
	RunAt     time.Time
	NextSlot  time.Time
	Edition   int // the last one; 0: none yet
	Placed    int // the last one whose files are in their place
	Digest    string
	Published time.Time
	Checked   time.Time
	Failures  int
	Problem   string // why the last build failed, JSON; empty: it did not
	Retired   time.Time
}

const profileColumns = `name, plan, inputs, roots, wanted, built, run_at, next_slot, edition, placed, digest, published, checked, failures, problem, retired`

func scanProfile(scan func(...any) error) (Profile, error) {
	var p Profile
	var runAt, next, published, checked, retired int64
	err := scan(&p.Name, &p.Plan, &p.Inputs, &p.Roots, &p.Wanted, &p.Built, &runAt, &next,
		&p.Edition, &p.Placed, &p.Digest, &published, &checked, &p.Failures, &p.Problem, &retired)
	p.RunAt, p.NextSlot, p.Published, p.Checked, p.Retired = instant(runAt), instant(next), instant(published), instant(checked), instant(retired)
	return p, err
}

// Profiles returns all profiles, by name.
func (tx *Tx) Profiles(ctx context.Context) ([]Profile, error) {
	var out []Profile
	err := tx.each(ctx, `select `+profileColumns+` from brief_profile order by name`, nil, func(scan func(...any) error) error {
		p, err := scanProfile(scan)
		out = append(out, p)
		return err
	})
	return out, err
}

// Profile returns a profile, locked until the transaction ends, and whether
// there is one of that name.
func (tx *Tx) Profile(ctx context.Context, name string) (p Profile, ok bool, err error) {
	err = tx.each(ctx, `select `+profileColumns+` from brief_profile where name = ?1 /* locked */`, []any{name}, func(scan func(...any) error) error {
		ok = true
		p, err = scanProfile(scan)
		return err
	})
	return p, ok, err
}

// Enroll makes a profile known that is not.
func (tx *Tx) Enroll(ctx context.Context, name string) error {
	_, err := tx.exec(ctx, `insert into brief_profile (name) values (?1) on conflict (name) do nothing`, name)
	return err
}

// Adopt makes an edition that was found in its folder the last one of a
// profile, if the state knows of none so late: it is from an older backup, say.
func (tx *Tx) Adopt(ctx context.Context, name string, edition int, digest string) (bool, error) {
	n, err := tx.exec(ctx, `update brief_profile set edition = ?2, placed = ?2, digest = ?3 where name = ?1 and edition < ?2`, name, edition, digest)
	return n > 0, err
}

// Observe writes down what was seen of a profile: its schedule, the digest of
// its inputs, and what is looked at.
func (tx *Tx) Observe(ctx context.Context, name, plan, inputs, roots string) error {
	_, err := tx.exec(ctx, `update brief_profile set plan = ?2, inputs = ?3, roots = ?4, retired = 0 where name = ?1`, name, plan, inputs, roots)
	return err
}

// Ask asks for another generation of a profile, to be built at an instant or
// sooner.
func (tx *Tx) Ask(ctx context.Context, name string, at time.Time) error {
	_, err := tx.exec(ctx, `update brief_profile set wanted = wanted + 1,
		run_at = case when run_at = 0 or run_at > ?2 then ?2 else run_at end where name = ?1`, name, micros(at))
	return err
}

// Postpone sets when a profile is looked at again; the zero time takes it out
// of the waiting ones.
func (tx *Tx) Postpone(ctx context.Context, name string, at time.Time) error {
	_, err := tx.exec(ctx, `update brief_profile set run_at = ?2 where name = ?1`, name, micros(at))
	return err
}

// Schedule sets the next slot of a profile; the zero time: there is none.
func (tx *Tx) Schedule(ctx context.Context, name string, slot time.Time) error {
	_, err := tx.exec(ctx, `update brief_profile set next_slot = ?2 where name = ?1`, name, micros(slot))
	return err
}

// Retire says that a profile has no config any more. Nothing is due of it
// until it is observed again; what was published stays.
func (tx *Tx) Retire(ctx context.Context, name string, now time.Time) error {
	_, err := tx.exec(ctx, `update brief_profile set retired = ?2 where name = ?1 and retired = 0`, name, micros(now))
	return err
}

// Due returns up to limit profiles whose slot or build is due, the longest
// due first, and locks them. Profiles that another transaction has locked are
// passed over.
func (tx *Tx) Due(ctx context.Context, now time.Time, limit int) ([]Profile, error) {
	var out []Profile
	err := tx.each(ctx, `select `+profileColumns+` from brief_profile
		where retired = 0 and ((run_at > 0 and run_at <= ?1) or (next_slot > 0 and next_slot <= ?1))
		order by case when run_at > 0 and (next_slot = 0 or run_at < next_slot) then run_at else next_slot end, name
		limit ?2 /* free */`, []any{micros(now), limit}, func(scan func(...any) error) error {
		p, err := scanProfile(scan)
		out = append(out, p)
		return err
	})
	return out, err
}

// Forgotten returns the profiles whose wanted generation is neither built nor
// waiting for its time: it is in the queue, or its job died.
func (tx *Tx) Forgotten(ctx context.Context) ([]string, error) {
	var out []string
	err := tx.each(ctx, `select name from brief_profile where wanted > built and run_at = 0 and retired = 0 order by name`, nil, func(scan func(...any) error) error {
		var name string
		err := scan(&name)
		out = append(out, name)
		return err
	})
	return out, err
}

// A Timing is what a sweep makes of a due profile.
type Timing struct {
	Name     string
	Asked    int64     // generations to ask for
	RunAt    time.Time // zero: not waiting
	NextSlot time.Time
}

// SetTimings writes the timings of many profiles at once.
func (tx *Tx) SetTimings(ctx context.Context, timings []Timing) error {
	const most = 200 // in a statement
	for len(timings) > 0 {
		part := timings[:min(most, len(timings))]
		timings = timings[len(part):]
		values := make([]string, len(part))
		args := make([]any, 0, 4*len(part))
		for i, t := range part {
			values[i] = numbered("(cast(? as text), cast(? as bigint), cast(? as bigint), cast(? as bigint))", 4*i)
			args = append(args, t.Name, t.Asked, micros(t.RunAt), micros(t.NextSlot))
		}
		_, err := tx.exec(ctx, `update brief_profile set wanted = wanted + v.column2, run_at = v.column3, next_slot = v.column4
			from (values `+strings.Join(values, ", ")+`) as v where brief_profile.name = v.column1`, args...)
		if err != nil {
			return err
		}
	}
	return nil
}
