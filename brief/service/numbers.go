package service

import (
	"context"
	"fmt"
	"io"
	"maps"
	"runtime"
	"slices"
	"sync"
	"time"

	"readahead/brief/queue"
	"readahead/brief/state"
)

// metrics are the numbers of a process since it began, for monitors. Those of
// the state are asked for when somebody looks.
type metrics struct {
	mu              sync.Mutex
	began           time.Time
	profiles, files int
	counts          map[string]int // by name and labels
	seconds         map[string]*histogram
}

// A histogram counts times by their length.
type histogram struct {
	counts []int // of those up to each of the bounds, and of the longer ones
	sum    time.Duration
}

// bounds of histograms, in seconds.
var bounds = []float64{0.001, 0.002, 0.004, 0.008, 0.016, 0.032, 0.064, 0.125, 0.25, 0.5, 1, 2, 4, 8, 16, 32, 64}

func newMetrics() *metrics {
	return &metrics{began: time.Now(), counts: map[string]int{}, seconds: map[string]*histogram{}}
}

func (m *metrics) add(name string, n int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.counts[name] += n
}

func (m *metrics) took(name string, d time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	h := m.seconds[name]
	if h == nil {
		h = &histogram{counts: make([]int, len(bounds)+1)}
		m.seconds[name] = h
	}
	i, _ := slices.BinarySearch(bounds, d.Seconds())
	h.counts[i]++
	h.sum += d
}

func (m *metrics) watching(profiles, files int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.profiles, m.files = profiles, files
}

func (m *metrics) scanned(d time.Duration) { m.took("brief_scan_seconds", d) }

func (m *metrics) changed() { m.add("brief_changes_total", 1) }

func (m *metrics) swept(n int) { m.add("brief_due_total", n) }

// built counts a build: published, unchanged, failed or error.
func (m *metrics) built(result string, d time.Duration) {
	m.add(fmt.Sprintf("brief_builds_total{result=%q}", result), 1)
	m.took("brief_build_seconds", d)
}

// told counts an attempt to tell: sent or failed.
func (m *metrics) told(result string) {
	m.add(fmt.Sprintf("brief_notices_total{result=%q}", result), 1)
}

// failed counts what a part of the service could not do.
func (m *metrics) failed(part string) { m.add(fmt.Sprintf("brief_errors_total{part=%q}", part), 1) }

// write writes the process's numbers in the text format of Prometheus.
func (m *metrics) write(w io.Writer) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, name := range slices.Sorted(maps.Keys(m.counts)) {
		fmt.Fprintf(w, "%s %d\n", name, m.counts[name])
	}
	for _, name := range slices.Sorted(maps.Keys(m.seconds)) {
		h, n := m.seconds[name], 0
		for i, c := range h.counts {
			n += c
			bound := "+Inf"
			if i < len(bounds) {
				bound = fmt.Sprint(bounds[i])
			}
			fmt.Fprintf(w, "%s_bucket{le=%q} %d\n", name, bound, n)
		}
		fmt.Fprintf(w, "%s_sum %g\n%s_count %d\n", name, h.sum.Seconds(), name, n)
	}
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	fmt.Fprintf(w, "brief_watched_profiles %d\nbrief_watched_files %d\nprocess_start_time_seconds %d\ngo_goroutines %d\ngo_memstats_heap_inuse_bytes %d\ngo_memstats_sys_bytes %d\n",
		m.profiles, m.files, m.began.Unix(), runtime.NumGoroutine(), memory.HeapInuse, memory.Sys)
}

// writeMetrics writes all numbers in the text format of Prometheus.
func (s *Service) writeMetrics(ctx context.Context, w io.Writer) error {
	s.metrics.write(w)
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
