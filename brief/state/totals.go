package state

import (
	"context"
	"time"
)

// Totals are numbers over all profiles.
type Totals struct {
	Profiles  int           // that have a config
	Failing   int           // whose last build failed
	Behind    int           // whose wanted generation is not built
	Editions  int           // published since the state began
	Unsent    int           // notices
	OldestDue time.Duration // since when something is due that is not taken up
}

// Totals counts.
func (tx *Tx) Totals(ctx context.Context, now time.Time) (Totals, error) {
	var t Totals
	var oldest int64
	_, err := tx.one(ctx, `select count(*),
		coalesce(sum(case when problem <> '' then 1 else 0 end), 0),
		coalesce(sum(case when wanted > built then 1 else 0 end), 0),
		coalesce(min(case when run_at > 0 and (next_slot = 0 or run_at < next_slot) then run_at when next_slot > 0 then next_slot end), 0)
		from brief_profile where retired = 0`, nil, &t.Profiles, &t.Failing, &t.Behind, &oldest)
	if err != nil {
		return t, err
	}
	if at := instant(oldest); oldest > 0 && at.Before(now) {
		t.OldestDue = now.Sub(at)
	}
	if _, err := tx.one(ctx, `select count(*) from brief_edition`, nil, &t.Editions); err != nil {
		return t, err
	}
	_, err = tx.one(ctx, `select count(*) from brief_notice where told = 0`, nil, &t.Unsent)
	return t, err
}
