package service

import (
	"context"
	"fmt"
	"testing"
	"time"

	"readahead/brief/profile"
	"readahead/brief/state"
	"readahead/brief/state/statetest"
)

// BenchmarkRush has the slots of many profiles come at once. The figure is for
// how long it takes until all are in the queue.
//
//	go test ./brief/service -run '^$' -bench Rush -benchtime 1x
func BenchmarkRush(b *testing.B) {
	for _, n := range []int{30_000, 60_000} {
		b.Run(fmt.Sprintf("sqlite/%d", n), func(b *testing.B) { rush(b, b.TempDir(), n) })
		b.Run(fmt.Sprintf("postgres/%d", n), func(b *testing.B) { rush(b, statetest.Postgres(b), n) })
	}
}

func rush(b *testing.B, place string, n int) {
	ctx := context.Background()
	o := Options{Configs: b.TempDir(), Out: b.TempDir(), State: place}.withDefaults()
	s, err := open(ctx, o)
	if err != nil {
		b.Fatal(err)
	}
	defer s.state.Close()
	slot := time.Date(time.Now().Year(), 1, 1, 0, 0, 0, 0, time.Local)
	err = s.state.Do(ctx, func(tx *state.Tx) error {
		for i := range n {
			name := fmt.Sprintf("p%05d", i)
			if err := tx.Enroll(ctx, name, 0, ""); err != nil {
				return err
			}
			if err := tx.Observe(ctx, name, planText(profile.Schedule{Cron: "0 0 1 1 *"}), "", "[]"); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		b.StopTimer()
		if _, err := s.state.DB.Exec(fmt.Sprintf(`update brief_profile set next_slot = %d`, slot.UnixMicro())); err != nil {
			b.Fatal(err)
		}
		for _, table := range []string{"river_job", "brief_slot"} {
			if _, err := s.state.DB.Exec("delete from " + table); err != nil {
				b.Fatal(err)
			}
		}
		b.StartTimer()
		taken := 0
		for {
			k, err := s.sweepOnce(ctx)
			if err != nil {
				b.Fatal(err)
			}
			if taken += k; k < sweepBatch {
				break
			}
		}
		if taken != n {
			b.Fatalf("%d of %d were taken up", taken, n)
		}
	}
	stats, err := s.queue.Stats(ctx)
	if err != nil {
		b.Fatal(err)
	}
	if got := stats["build"]["waiting"]; got != n {
		b.Fatalf("%d of %d are in the queue", got, n)
	}
	b.ReportMetric(float64(n)/(b.Elapsed().Seconds()/float64(b.N)), "profiles/s")
}
