package service

import (
	"context"
	"fmt"
	"io"
	"sync/atomic"
	"time"

	lib "github.com/VictoriaMetrics/metrics"

	"readahead/brief/queue"
	"readahead/brief/state"
)

// metrics are the numbers of a service, for Prometheus. Those of the process
// are counted here; those of the state are asked for when somebody looks.
type metrics struct {
	set             *lib.Set
	profiles, files atomic.Int64
}

func newMetrics() *metrics {
	m := &metrics{set: lib.NewSet()}
	m.set.NewGauge(`brief_watched_profiles`, func() float64 { return float64(m.profiles.Load()) })
	m.set.NewGauge(`brief_watched_files`, func() float64 { return float64(m.files.Load()) })
	return m
}

func (m *metrics) watching(profiles, files int) {
	m.profiles.Store(int64(profiles))
	m.files.Store(int64(files))
}

func (m *metrics) scanned(took time.Duration) {
	m.set.GetOrCreatePrometheusHistogram(`brief_scan_seconds`).Update(took.Seconds())
}

func (m *metrics) changed() { m.set.GetOrCreateCounter(`brief_changes_total`).Inc() }

func (m *metrics) swept(n int) { m.set.GetOrCreateCounter(`brief_due_total`).Add(n) }

// built counts a build: published, unchanged, failed or error.
func (m *metrics) built(result string, took time.Duration) {
	m.set.GetOrCreateCounter(fmt.Sprintf(`brief_builds_total{result=%q}`, result)).Inc()
	m.set.GetOrCreatePrometheusHistogram(`brief_build_seconds`).Update(took.Seconds())
}

// told counts an attempt to tell: sent or failed.
func (m *metrics) told(result string) {
	m.set.GetOrCreateCounter(fmt.Sprintf(`brief_notices_total{result=%q}`, result)).Inc()
}

// failed counts what a part of the service could not do.
func (m *metrics) failed(what string) {
	m.set.GetOrCreateCounter(fmt.Sprintf(`brief_errors_total{part=%q}`, what)).Inc()
}

// writeMetrics writes all numbers in the text format of Prometheus.
func (s *Service) writeMetrics(ctx context.Context, w io.Writer) error {
	s.metrics.set.WritePrometheus(w)
	lib.WriteProcessMetrics(w)
	stats, err := s.queue.Stats(ctx)
	if err != nil {
		return err
	}
	for _, kind := range []string{queue.Build, queue.Tell} {
		for _, st := range queue.States() {
			fmt.Fprintf(w, "brief_jobs{kind=%q,state=%q} %d\n", kind, st, stats[kind][st])
		}
	}
	var t state.Totals
	err = s.state.Do(ctx, func(tx *state.Tx) error {
		t, err = tx.Totals(ctx, s.o.Now())
		return err
	})
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "brief_profiles %d\nbrief_profiles_failing %d\nbrief_profiles_behind %d\nbrief_editions %d\nbrief_notices_unsent %d\nbrief_oldest_due_seconds %g\n",
		t.Profiles, t.Failing, t.Behind, t.Editions, t.Unsent, t.OldestDue.Seconds())
	return nil
}
