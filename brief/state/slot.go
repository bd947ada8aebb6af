package state

import (
	"context"
	"time"
)

// KeepSlots writes down slots of a profile that are to be kept, each once
// however often it is told, and returns those that are new.
func (tx *Tx) KeepSlots(ctx context.Context, name string, slots []time.Time, now time.Time) ([]time.Time, error) {
	var kept []time.Time
	for _, slot := range slots {
		n, err := tx.exec(ctx, `insert into brief_slot (profile, slot, kept) values (?1, ?2, ?3) on conflict (profile, slot) do nothing`,
			name, micros(slot), micros(now))
		if err != nil {
			return kept, err
		}
		if n > 0 {
			kept = append(kept, slot)
		}
	}
	return kept, nil
}

// OpenSlots returns the slots of a profile that no build has kept yet, the
// oldest first.
func (tx *Tx) OpenSlots(ctx context.Context, name string) ([]time.Time, error) {
	var out []time.Time
	err := tx.each(ctx, `select slot from brief_slot where profile = ?1 and done = 0 order by slot`, []any{name}, func(scan func(...any) error) error {
		var us int64
		err := scan(&us)
		out = append(out, instant(us))
		return err
	})
	return out, err
}

// DoneSlots says that the open slots of a profile up to one are kept, and by
// which edition.
func (tx *Tx) DoneSlots(ctx context.Context, name string, last time.Time, edition int, now time.Time) error {
	_, err := tx.exec(ctx, `update brief_slot set done = ?3, edition = ?4 where profile = ?1 and done = 0 and slot <= ?2`,
		name, micros(last), micros(now), edition)
	return err
}

// A Slot is a slot that was taken up.
type Slot struct {
	Profile    string
	At         time.Time
	Kept, Done time.Time
	Edition    int
}

// Slots returns the slots of a profile that were taken up, the oldest first.
func (tx *Tx) Slots(ctx context.Context, name string) ([]Slot, error) {
	var out []Slot
	err := tx.each(ctx, `select slot, kept, done, edition from brief_slot where profile = ?1 order by slot`, []any{name}, func(scan func(...any) error) error {
		s := Slot{Profile: name}
		var at, kept, done int64
		err := scan(&at, &kept, &done, &s.Edition)
		s.At, s.Kept, s.Done = instant(at), instant(kept), instant(done)
		out = append(out, s)
		return err
	})
	return out, err
}
