package service

import (
	"testing"
	"time"

	"readahead/brief/profile"
	"readahead/brief/state"
	"readahead/brief/state/statetest"
)

// When a build ends, and something is still to be done.
func TestAgain(t *testing.T) {
	statetest.Each(t, func(t *testing.T, place string) {
		ctx := t.Context()
		s, err := open(ctx, Options{Configs: t.TempDir(), Out: t.TempDir(), State: place, Every: time.Second}.withDefaults())
		if err != nil {
			t.Fatal(err)
		}
		defer s.state.Close()
		retry := monday.Add(time.Minute)
		for i, tt := range []struct {
			name     string
			schedule profile.Schedule
			work     work
			wanted   int64     // after the build began
			runAt    time.Time // set by then
			want     time.Time
			asked    bool
		}{
			{name: "nothing", work: work{read: "seen"}},
			{name: "made of nothing", work: work{}},
			{name: "made of what nobody has seen", work: work{read: "other"}, want: monday.Add(2 * time.Second), asked: true},
			{name: "but only slots count", schedule: profile.Schedule{OnlySlots: true, Cron: "@daily"}, work: work{read: "other"}},
			{name: "asked for meanwhile", work: work{read: "seen"}, wanted: 1, want: monday},
			{name: "and failed meanwhile", work: work{}, wanted: 1, runAt: retry, want: monday},
			{name: "failed", work: work{}, runAt: retry, want: retry},
			{name: "further slots", work: work{read: "seen", open: 2}, want: monday, asked: true},
		} {
			name := string(rune('a' + i))
			err := s.state.Do(ctx, func(tx *state.Tx) error {
				if err := tx.Enroll(ctx, name); err != nil {
					return err
				}
				if err := tx.Observe(ctx, name, planText(tt.schedule), "v1 dirty seen", "[]"); err != nil {
					return err
				}
				if err := tx.SetTimings(ctx, []state.Timing{{Name: name, Asked: tt.wanted, RunAt: tt.runAt}}); err != nil {
					return err
				}
				p, _, err := tx.Profile(ctx, name)
				if err != nil {
					return err
				}
				if err := s.again(ctx, tx, tt.work, p, tt.wanted, monday); err != nil {
					return err
				}
				after, _, err := tx.Profile(ctx, name)
				if !after.RunAt.Equal(tt.want) || (after.Wanted > tt.wanted) != tt.asked {
					t.Errorf("%s: to be built at %v, generation %d", tt.name, after.RunAt, after.Wanted)
				}
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
		}
	})
}
