package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"syscall"
	"time"
)

// A worker is a process of brief run.
type worker struct {
	w      *world
	number int
	args   []string
	cmd    *exec.Cmd
	log    *os.File
	ended  chan error
}

// start starts a process; number names its log.
func (w *world) start(number int, more ...string) (*worker, error) {
	k := &worker{w: w, number: number}
	k.args = append([]string{"run", "-c", w.path("profiles"), "-o", w.path("out"), "--every", "500ms"}, placeFlags(w.place)...)
	if !slices.Contains(more, "--listen") {
		k.args = append(k.args, "--listen", "off")
	}
	k.args = append(k.args, more...)
	return k, k.begin()
}

func (k *worker) begin() error {
	var err error
	if k.log, err = os.OpenFile(k.w.path(fmt.Sprintf("worker%d.log", k.number)), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644); err != nil {
		return err
	}
	k.cmd = exec.Command(k.w.binary, k.args...)
	k.cmd.Dir = k.w.dir
	k.cmd.Stdout, k.cmd.Stderr = k.log, k.log
	if err := k.cmd.Start(); err != nil {
		return err
	}
	ended, cmd := make(chan error, 1), k.cmd
	k.ended = ended
	go func() { ended <- cmd.Wait() }()
	k.w.workersMu.Lock()
	k.w.running = append(k.w.running, k)
	k.w.workersMu.Unlock()
	return nil
}

// startAll starts all processes.
func (w *world) startAll() ([]*worker, error) {
	var out []*worker
	for i := range w.workers {
		k, err := w.start(i)
		if err != nil {
			return out, err
		}
		out = append(out, k)
	}
	return out, nil
}

// kill ends a process at once, as a power cut would, and reports whether it
// ran until then.
func (k *worker) kill() (ran bool) {
	select {
	case err := <-k.ended:
		fmt.Fprintf(k.log, "ended by itself: %v\n", err)
		k.gone()
		return false
	default:
	}
	_ = k.cmd.Process.Kill()
	<-k.ended
	k.gone()
	return true
}

// stop asks a process to end and waits for it.
func (k *worker) stop() error {
	_ = k.cmd.Process.Signal(syscall.SIGTERM)
	select {
	case err := <-k.ended:
		k.gone()
		return err
	case <-time.After(40 * time.Second):
		k.kill()
		return fmt.Errorf("a process did not end 40 s after SIGTERM")
	}
}

func (k *worker) gone() {
	k.log.Close()
	k.w.workersMu.Lock()
	defer k.w.workersMu.Unlock()
	k.w.running = slices.DeleteFunc(k.w.running, func(other *worker) bool { return other == k })
}

// stopAll ends all processes gently.
func (w *world) stopAll(workers []*worker) {
	for _, k := range workers {
		if err := k.stop(); err != nil {
			w.breaks("a process that was told to end: %v", err)
		}
	}
}

func (w *world) killAll() {
	w.workersMu.Lock()
	all := slices.Clone(w.running)
	w.workersMu.Unlock()
	for _, k := range all {
		k.kill()
	}
}

// revive starts processes again that ended by themselves, as a supervisor
// would, until ctx ends. It returns how many there were.
func (w *world) revive(ctx context.Context, workers []*worker) int {
	n := 0
	for pause(ctx, time.Second) {
		for _, k := range workers {
			select {
			case <-k.ended:
				n++
				k.gone()
				if err := k.begin(); err != nil {
					w.breaks("a process could not be started: %v", err)
				}
			default:
			}
		}
	}
	return n
}

// logSize returns how much the processes have written into their logs.
func (w *world) logSize() (n int64) {
	for i := range w.workers {
		if info, err := os.Stat(w.path(fmt.Sprintf("worker%d.log", i))); err == nil {
			n += info.Size()
		}
	}
	return n
}
