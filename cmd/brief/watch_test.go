package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// A tap is a stream whose lines can be waited for.
type tap struct {
	mu   sync.Mutex
	text bytes.Buffer
	read int // bytes that a test has waited through
}

func (p *tap) Write(b []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.text.Write(b)
}

// next returns the next line that has all the words in it.
func (p *tap) next(t *testing.T, words ...string) string {
	t.Helper()
	for range 1000 {
		p.mu.Lock()
		for {
			rest := p.text.Bytes()[p.read:]
			n := bytes.IndexByte(rest, '\n')
			if n < 0 {
				break
			}
			p.read += n + 1
			line, all := string(rest[:n]), true
			for _, w := range words {
				all = all && strings.Contains(line, w)
			}
			if all {
				p.mu.Unlock()
				return line
			}
		}
		p.mu.Unlock()
		time.Sleep(10 * time.Millisecond)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	t.Fatalf("no line with %q in\n%s", words, p.text.String())
	return ""
}

const quayConfig = `title: Quay
seeds: [seeds/]
sections:
  - {id: cranes, title: Cranes, keywords: [crane, berth]}
`

// start runs brief watch in a folder of its own with a config and a seed.
func startWatch(t *testing.T, args ...string) (out, errs *tap, stop func() int) {
	t.Helper()
	t.Chdir(t.TempDir())
	save(t, "config/quay.yaml", quayConfig)
	save(t, "seeds/a.txt", "The new crane at berth 2 lifts forty tonnes since Monday.\n")
	out, errs = &tap{}, &tap{}
	std := streams{in: strings.NewReader(""), out: out, err: errs}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan int, 1)
	go func() {
		cmd := newRoot(std)
		cmd.SetArgs(append([]string{"watch", "--every", "30ms"}, args...))
		ended <- status(std, cmd.ExecuteContext(ctx))
	}()
	return out, errs, func() int { cancel(); return <-ended }
}

func save(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestWatch(t *testing.T) {
	out, errs, stop := startWatch(t)
	out.next(t, "quay  built in", "1 page, 1 item")
	page, err := os.ReadFile("out/quay.pdf")
	if err != nil {
		t.Fatal(err)
	}

	save(t, "seeds/b.md", "The crane at berth 7 will be scrapped before winter, the harbour master says.\n")
	out.next(t, "quay  built in", "2 sources", "b.md created")

	// An editor's way to save: another file in its place.
	save(t, "seeds/.b.swp", "The crane at berth 7 will be painted before winter, the harbour master says.\n")
	if err := os.Rename("seeds/.b.swp", "seeds/b.md"); err != nil {
		t.Fatal(err)
	}
	out.next(t, "quay  built in", "b.md changed")

	save(t, "config/quay.yaml", "titel: Quay\n")
	errs.next(t, "config/quay.yaml:1", "titel")
	out.next(t, "quay  not built", "stays", "quay.yaml changed")
	if now, err := os.ReadFile("out/quay.pdf"); err != nil || bytes.Equal(now, page) {
		t.Errorf("the last good page is gone: %v", err)
	}
	save(t, "config/quay.yaml", quayConfig)
	out.next(t, "quay  unchanged", "quay.yaml changed")

	// The folder of the seeds goes and comes again.
	if err := os.Rename("seeds", "away"); err != nil {
		t.Fatal(err)
	}
	out.next(t, "quay  not built")
	if err := os.Rename("away", "seeds"); err != nil {
		t.Fatal(err)
	}
	out.next(t, "quay  unchanged")

	save(t, "config/lock.yaml", strings.ReplaceAll(quayConfig, "Quay", "Lock"))
	out.next(t, "lock  built in")
	if err := os.Remove("config/lock.yaml"); err != nil {
		t.Fatal(err)
	}
	out.next(t, "lock  its config is gone; its page stays")
	if got := stop(); got != exitDone {
		t.Errorf("exit status %d", got)
	}
	left, _ := filepath.Glob("out/.*")
	if len(left) > 0 {
		t.Errorf("left behind: %q", left)
	}
}

// What is not printed makes no new page, and a source that breaks leaves the
// last page where it is until it is mended.
func TestWatchKeepsThePage(t *testing.T) {
	out, errs, stop := startWatch(t, "--editions")
	out.next(t, "quay  built edition 1")
	long := time.Now().Add(-time.Hour).Truncate(time.Second)
	if err := os.Chtimes("out/quay.pdf", long, long); err != nil {
		t.Fatal(err)
	}
	untouched := func() {
		t.Helper()
		if info, err := os.Stat("out/quay.pdf"); err != nil || !info.ModTime().Equal(long) {
			t.Errorf("the page was touched: %v", err)
		}
	}
	good, err := os.ReadFile("seeds/a.txt")
	if err != nil {
		t.Fatal(err)
	}
	save(t, "seeds/a.txt", string(good)+"\n\nSubscribe to our newsletter\n")
	out.next(t, "quay  unchanged", "a.txt changed")
	untouched()
	save(t, "seeds/b.txt", "\x00\x01\x02") // was never a source: the others are enough
	errs.next(t, "seeds/b.txt")
	out.next(t, "quay  unchanged", "b.txt created")
	save(t, "seeds/a.txt", "\x00\x01\x02")
	errs.next(t, "seeds/a.txt")
	out.next(t, "quay  not built", "stays", "a.txt changed")
	untouched()
	save(t, "seeds/c.txt", "The lock at the berth opens at six, says the harbour office.\n")
	out.next(t, "quay  not built", "stays", "c.txt created")
	save(t, "seeds/a.txt", string(good))
	out.next(t, "quay  built edition 2", "a.txt changed")
	if got := stop(); got != exitDone {
		t.Errorf("exit status %d", got)
	}
	if got := list(t, "out/editions/quay"); len(got) != 4 {
		t.Errorf("kept are %q", got)
	}
}

func TestWatchOnlyWhatChanged(t *testing.T) {
	out, _, stop := startWatch(t, "--json")
	out.next(t, `"event":"built"`, `"profile":"quay"`)
	save(t, "other/c.txt", "The lock at the old basin opens at six, says the harbour office.\n")
	save(t, "config/lock.yaml", strings.NewReplacer("Quay", "Lock", "seeds/", "other/", "crane, berth", "lock").Replace(quayConfig))
	out.next(t, `"event":"built"`, `"profile":"lock"`)
	save(t, "other/c.txt", "The lock at the old basin opens at seven, says the harbour office.\n")
	line := out.next(t, `"other/c.txt"`)
	var e watchEvent
	if err := json.Unmarshal([]byte(line), &e); err != nil || e.Profile != "lock" || e.Event != "built" || len(e.Changes) != 1 || e.Outcome == nil {
		t.Errorf("%v: %s", err, line)
	}
	stop()
	if n := strings.Count(out.text.String(), `"event":"built","profile":"quay"`); n != 1 {
		t.Errorf("quay was built %d times:\n%s", n, out.text.String())
	}
}

func TestWatchUsage(t *testing.T) {
	_, errs, stop := startWatch(t, "--every", "1ns")
	errs.next(t, "--every 1ns is too often")
	if got := stop(); got != exitUsage {
		t.Errorf("exit status %d", got)
	}
}
