package main

import (
	"context"
	"io"
	"net"
	"net/url"
	"os"
	"sync"
	"time"
)

// cutOff keeps one of three processes from all it shares with the others for
// longer than these wait for it: it is stopped in the middle of what it does,
// and its line to the database goes dead.
func cutOff(ctx context.Context, w *world) error {
	w.workers = 3
	if err := w.populate(); err != nil {
		return err
	}
	line, err := newProxy(w.place)
	if err != nil {
		return err
	}
	w.later(line.close)
	workers := make([]*worker, w.workers)
	for i := range workers {
		var more []string
		if i == 2 {
			more = []string{"--engine", line.place}
		}
		if workers[i], err = w.start(i, more...); err != nil {
			return err
		}
	}
	if _, err := w.quiet(ctx, time.Minute); err != nil {
		return err
	}
	load := w.load(ctx)
	slowest := time.Duration(0)
	// others has the others publish a change meanwhile, of every profile.
	others := func() error {
		for i := range w.profiles {
			name := w.profile(i)
			d, err := w.published(ctx, name, time.Minute, func() error {
				return save(w.path("seeds", name, "0.md"), seedText(w.random, name, 0))
			})
			if err != nil {
				return err
			}
			slowest = max(slowest, d)
		}
		return nil
	}
	const away = 60 * time.Second
	for range 2 {
		w.awaitBusy(ctx, 10*time.Second)
		if err := stopProcess(workers[1].cmd.Process); err != nil {
			w.skipped = err.Error()
			return nil
		}
		since := time.Now()
		if err := others(); err != nil {
			return err
		}
		pause(ctx, away-time.Since(since))
		if err := goOn(workers[1].cmd.Process); err != nil {
			return err
		}
		w.worksOn(ctx, workers[1], "was stopped")
	}
	w.awaitBusy(ctx, 10*time.Second)
	line.cut()
	since := time.Now()
	if err := others(); err != nil {
		return err
	}
	pause(ctx, away-time.Since(since))
	line.mend()
	w.worksOn(ctx, workers[2], "had a dead line")
	load.end()
	w.figure("the longest that a change waited for the others meanwhile", "%v", slowest.Round(100*time.Millisecond))
	return w.settle(ctx, workers)
}

// worksOn looks whether a process does something again.
func (w *world) worksOn(ctx context.Context, k *worker, what string) {
	size := func() int64 {
		info, err := os.Stat(k.log.Name())
		if err != nil {
			return 0
		}
		return info.Size()
	}
	before, start := size(), time.Now()
	for time.Since(start) < time.Minute && pause(ctx, 50*time.Millisecond) {
		if size() > before+200 { // more than an error message
			w.figure("until the process that "+what+" worked again", "%v", time.Since(start).Round(100*time.Millisecond))
			return
		}
	}
	w.breaks("the process that %s does not work again", what)
}

// A proxy is a line to a database that can go dead: what is sent gets lost,
// and nobody is told.
type proxy struct {
	place    string // the database's address through the line
	to       string
	listener net.Listener

	mu    sync.Mutex
	dead  bool
	lines []net.Conn
}

func newProxy(place string) (*proxy, error) {
	u, err := url.Parse(place)
	if err != nil {
		return nil, err
	}
	p := &proxy{to: u.Host}
	if p.listener, err = net.Listen("tcp", "127.0.0.1:0"); err != nil {
		return nil, err
	}
	u.Host = p.listener.Addr().String()
	p.place = u.String()
	go func() {
		for {
			c, err := p.listener.Accept()
			if err != nil {
				return
			}
			go p.serve(c)
		}
	}()
	return p, nil
}

func (p *proxy) serve(c net.Conn) {
	far, err := net.Dial("tcp", p.to)
	if err != nil {
		c.Close()
		return
	}
	p.mu.Lock()
	p.lines = append(p.lines, c, far)
	p.mu.Unlock()
	go p.copy(c, far)
	p.copy(far, c)
}

// copy carries what one says to the other while the line is good.
func (p *proxy) copy(to, from net.Conn) {
	buffer := make([]byte, 32<<10)
	for {
		n, err := from.Read(buffer)
		p.mu.Lock()
		dead := p.dead
		p.mu.Unlock()
		if dead { // until it is mended
			_, _ = io.Copy(io.Discard, from)
			return
		}
		if n > 0 {
			if _, werr := to.Write(buffer[:n]); werr != nil {
				err = werr
			}
		}
		if err != nil {
			to.Close()
			from.Close()
			return
		}
	}
}

// cut makes the line dead.
func (p *proxy) cut() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.dead = true
}

// mend makes the line good for new connections; the old ones are gone.
func (p *proxy) mend() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.dead = false
	for _, c := range p.lines {
		c.Close()
	}
	p.lines = nil
}

func (p *proxy) close() {
	p.listener.Close()
	p.mend()
}
