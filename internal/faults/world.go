package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"readahead/brief/state"
)

// A world is a temporary folder with configs and seeds, the processes that
// work on them, and a receiver of what they tell.
type world struct {
	options
	binary string
	dir    string
	place  string // of the state: a folder, or an address
	server *server
	random *rand.Rand
	hook   *receiver
	keep   int // editions

	workersMu sync.Mutex
	running   []*worker

	mu      sync.Mutex
	figures []figure
	broken  []string
	skipped string
	undo    []func() // in the end, the last first
}

func newWorld(o options, binary string) (*world, error) {
	dir, err := os.MkdirTemp("", "brief-faults-")
	if err != nil {
		return nil, err
	}
	if err := os.Chmod(dir, 0o755); err != nil { // a database server runs as another user
		return nil, err
	}
	w := &world{options: o, binary: binary, dir: dir, place: filepath.Join(dir, "state"), random: rand.New(rand.NewPCG(o.seed, 1))}
	w.later(func() { os.RemoveAll(dir) })
	w.hook, err = newReceiver(w.random.Uint64())
	if err != nil {
		w.close()
		return nil, err
	}
	w.later(w.hook.close)
	return w, nil
}

// later has something done in the end.
func (w *world) later(f func()) { w.undo = append(w.undo, f) }

func (w *world) close() {
	w.killAll()
	for i := len(w.undo) - 1; i >= 0; i-- {
		w.undo[i]()
	}
}

func (w *world) path(parts ...string) string {
	return filepath.Join(append([]string{w.dir}, parts...)...)
}

func (w *world) logf(format string, args ...any) {
	fmt.Fprintf(w.log, "faults: %s "+format+"\n", append([]any{time.Now().Format(time.TimeOnly)}, args...)...)
}

// figure writes something down that was counted or measured.
func (w *world) figure(name, format string, args ...any) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.figures = append(w.figures, figure{name, fmt.Sprintf(format, args...)})
}

// breaks writes down that a promise is broken; the first few times.
func (w *world) breaks(format string, args ...any) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if len(w.broken) < 50 {
		w.broken = append(w.broken, fmt.Sprintf(format, args...))
		fmt.Fprintf(w.log, "faults: BROKEN: "+format+"\n", args...)
	}
}

// keepLogs puts the logs of the processes where they outlive the world.
func (w *world) keepLogs() {
	to, err := os.MkdirTemp("", "brief-faults-logs-")
	if err != nil {
		return
	}
	logs, _ := filepath.Glob(w.path("*.log"))
	for _, name := range logs {
		if data, err := os.ReadFile(name); err == nil {
			_ = os.WriteFile(filepath.Join(to, filepath.Base(name)), data, 0o644)
		}
	}
	w.logf("the logs are in %s", to)
}

// buildBinary builds the command as it is now.
func buildBinary(ctx context.Context) (binary string, remove func(), err error) {
	root, err := moduleRoot()
	if err != nil {
		return "", nil, err
	}
	dir, err := os.MkdirTemp("", "brief-faults-bin-")
	if err != nil {
		return "", nil, err
	}
	binary = filepath.Join(dir, "brief")
	cmd := exec.CommandContext(ctx, "go", "build", "-o", binary, "./cmd/brief")
	cmd.Dir = root
	if out, err := cmd.CombinedOutput(); err != nil {
		os.RemoveAll(dir)
		return "", nil, fmt.Errorf("go build: %v: %s", err, out)
	}
	return binary, func() { os.RemoveAll(dir) }, nil
}

// moduleRoot returns the folder of go.mod.
func moduleRoot() (string, error) {
	dir, err := os.Getwd()
	for err == nil {
		if _, gone := os.Stat(filepath.Join(dir, "go.mod")); gone == nil {
			return dir, nil
		}
		if dir == filepath.Dir(dir) {
			return "", fmt.Errorf("not within the module")
		}
		dir = filepath.Dir(dir)
	}
	return "", err
}

// brief runs the command and returns its standard output; err has what it
// wrote on standard error.
func (w *world) brief(ctx context.Context, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, w.binary, args...)
	cmd.Dir = w.dir
	var complaint strings.Builder
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if err != nil {
		err = fmt.Errorf("brief %s: %w: %s", strings.Join(args, " "), err, strings.TrimSpace(complaint.String()))
	}
	return string(out), err
}

// placeFlags are those that say where the state is.
func placeFlags(place string) []string {
	if state.IsAddress(place) {
		return []string{"--engine", place}
	}
	return []string{"--state", place}
}

// pause waits, or returns false if ctx ended.
func pause(ctx context.Context, d time.Duration) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(d):
		return true
	}
}
