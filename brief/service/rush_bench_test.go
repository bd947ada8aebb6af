package service

import (
	"fmt"
	"testing"
	"time"

	"readahead/brief/queue"
	"readahead/brief/state"
	"readahead/brief/state/statetest"
)

// Thirty thousand profiles whose slot comes at the same time: how long it
// takes until all their builds are in line.
func BenchmarkRush(b *testing.B) {
	for _, n := range []int{30_000, 60_000} {
		b.Run(fmt.Sprintf("sqlite/%d", n), func(b *testing.B) { rush(b, b.TempDir(), n) })
		b.Run(fmt.Sprintf("postgres/%d", n), func(b *testing.B) { rush(b, statetest.Postgres(b), n) })
	}
}

func rush(b *testing.B, place string, n int) {
	ctx := b.Context()
	clock := &clock{now: monday}
	s, err := open(ctx, Options{Configs: b.TempDir(), Out: b.TempDir(), State: place, Now: clock.read}.withDefaults())
	if err != nil {
		b.Fatal(err)
	}
	defer s.state.Close()
	plan := planText(daily7)
	err = s.state.Do(ctx, func(tx *state.Tx) error {
		for i := range n {
			name := fmt.Sprintf("profile-%05d", i)
			if err := tx.Enroll(ctx, name); err != nil {
				return err
			}
			if err := tx.Observe(ctx, name, plan, "", "[]"); err != nil {
				return err
			}
		}
		_, err := tx.Exec(fmt.Sprintf("update brief_profile set next_slot = %d", day(0).UnixMicro()))
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	for i := 0; b.Loop(); i++ {
		b.StopTimer()
		if _, err := s.state.DB.ExecContext(ctx, "delete from river_job"); err != nil {
			b.Fatal(err)
		}
		clock.set(day(i).Add(time.Second))
		b.StartTimer()
		total := 0
		for {
			done, err := s.sweepOnce(ctx)
			if err != nil {
				b.Fatal(err)
			}
			if total += done; done == 0 {
				break
			}
		}
		b.StopTimer()
		stats, err := s.queue.Stats(ctx)
		if err != nil {
			b.Fatal(err)
		}
		if total != n || stats[queue.Build][queue.Waiting] != n {
			b.Fatalf("%d of %d were taken up, %v in line", total, n, stats[queue.Build])
		}
		b.StartTimer()
	}
}
