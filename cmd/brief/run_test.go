package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// startRun runs brief run in a folder of its own with a config and a seed.
func startRun(t *testing.T, args ...string) (log *tap, stop func() int) {
	t.Helper()
	t.Chdir(t.TempDir())
	save(t, "config/quay.yaml", quayConfig)
	save(t, "seeds/a.txt", "The new crane at berth 2 lifts forty tonnes since Monday.\n")
	log = &tap{}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan int, 1)
	go func() { ended <- serve(ctx, log, args...) }()
	return log, sync.OnceValue(func() int { cancel(); return <-ended })
}

// serve runs brief run until ctx ends and returns its exit status.
func serve(ctx context.Context, log io.Writer, args ...string) int {
	std := streams{in: strings.NewReader(""), out: io.Discard, err: log}
	cmd := newRoot(std)
	cmd.SetArgs(append([]string{"run", "--every", "30ms"}, args...))
	return status(std, cmd.ExecuteContext(ctx))
}

func TestRunAnswersMonitors(t *testing.T) {
	text := readText(t, operations)
	log, stop := startRun(t, "--listen", "127.0.0.1:0")
	defer stop()
	line := log.next(t, "msg=started")
	_, address, ok := strings.Cut(strings.TrimSpace(line), "listen=")
	if !ok {
		t.Fatalf("no address in %q", line)
	}
	log.next(t, "msg=published")
	ask := func(method, path string) (int, string) {
		t.Helper()
		request, err := http.NewRequestWithContext(t.Context(), method, "http://"+address+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		answer, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		defer answer.Body.Close()
		body, err := io.ReadAll(answer.Body)
		if err != nil {
			t.Fatal(err)
		}
		return answer.StatusCode, string(body)
	}
	for path, want := range map[string]string{"/healthz": "ok\n", "/readyz": "ok\n"} {
		if code, body := ask("GET", path); code != http.StatusOK || body != want {
			t.Errorf("GET %s: %d %q", path, code, body)
		}
	}
	code, body := ask("GET", "/metrics")
	if code != http.StatusOK {
		t.Fatalf("GET /metrics: %d", code)
	}
	documented(t, body, text)
	for _, tt := range []struct {
		method, path string
		want         int
	}{
		{"POST", "/metrics", http.StatusMethodNotAllowed},
		{"DELETE", "/healthz", http.StatusMethodNotAllowed},
		{"GET", "/", http.StatusNotFound},
		{"GET", "/debug/pprof/", http.StatusNotFound},
		{"GET", "/../state/brief.db", http.StatusNotFound},
	} {
		if code, _ := ask(tt.method, tt.path); code != tt.want {
			t.Errorf("%s %s: %d, want %d", tt.method, tt.path, code, tt.want)
		}
	}
	if got := stop(); got != exitDone {
		t.Errorf("exit status %d", got)
	}
}

// documented compares the numbers that were printed with those that the table
// in docs/operations.md explains.
func documented(t *testing.T, printed, text string) {
	t.Helper()
	names := map[string]bool{}
	for line := range strings.Lines(printed) {
		name := line[:strings.IndexAny(line, "{ ")]
		for _, suffix := range []string{"_bucket", "_sum", "_count"} {
			name = strings.TrimSuffix(name, suffix)
		}
		names[name] = true
	}
	if len(names) < 10 {
		t.Errorf("only %d numbers in\n%s", len(names), printed)
	}
	for name := range names {
		if strings.HasPrefix(name, "brief_") && !strings.Contains(text, "| `"+name) {
			t.Errorf("docs/operations.md does not explain %s", name)
		}
	}
	for _, m := range regexp.MustCompile("(?m)^\\| `(brief_[a-z_]+)").FindAllStringSubmatch(text, -1) {
		counted := strings.HasSuffix(m[1], "_total") // counts begin when there is something to count
		if !names[m[1]] && !counted {
			t.Errorf("docs/operations.md explains %s, which is not printed", m[1])
		}
	}
}

func TestRunTellsSystemd(t *testing.T) {
	socket := filepath.Join(t.TempDir(), "notify")
	l, err := net.ListenPacket("unixgram", socket)
	if err != nil {
		t.Skip(err) // no such sockets on Windows
	}
	defer l.Close()
	t.Setenv("NOTIFY_SOCKET", socket)
	_, stop := startRun(t, "--listen", "off")
	word := func() string {
		if err := l.SetReadDeadline(time.Now().Add(30 * time.Second)); err != nil {
			t.Fatal(err)
		}
		b := make([]byte, 100)
		n, _, err := l.ReadFrom(b)
		if err != nil {
			t.Fatal(err)
		}
		return string(b[:n])
	}
	if got := word(); got != "READY=1" {
		t.Errorf("%q, want READY=1", got)
	}
	if got := stop(); got != exitDone {
		t.Errorf("exit status %d", got)
	}
	if got := word(); got != "STOPPING=1" {
		t.Errorf("%q, want STOPPING=1", got)
	}
}

// A brake is a log that ends a service when it writes its n-th line, or when
// three editions are published.
type brake struct {
	mu               sync.Mutex
	lines, published int
	at               int
	stop             func()
	text             bytes.Buffer
}

func (b *brake) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.lines++
	if bytes.Contains(p, []byte("msg=published")) {
		b.published++
	}
	if b.lines == b.at || b.published == 3 {
		b.stop()
	}
	return b.text.Write(p)
}

// Whenever Ctrl-C comes, nothing is left half done, and the next service goes
// on from there.
func TestRunInterrupted(t *testing.T) {
	for at := 1; ; at++ {
		lines := 0
		t.Run(fmt.Sprintf("line %d", at), func(t *testing.T) {
			t.Chdir(t.TempDir())
			for _, n := range []string{"a", "b", "c"} {
				save(t, "config/"+n+".yaml", quayConfig)
			}
			save(t, "seeds/a.txt", "The new crane at berth 2 lifts forty tonnes since Monday.\n")
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			log := &brake{at: at, stop: cancel}
			if got := serve(ctx, log, "--listen", "off", "--log-level", "debug"); got != exitDone {
				t.Errorf("exit status %d\n%s", got, log.text.String())
			}
			lines = log.lines
			nothingHalf(t)

			second := &tap{}
			ctx, stop := context.WithCancel(t.Context())
			ended := make(chan int, 1)
			go func() { ended <- serve(ctx, second, "--listen", "off") }()
			second.next(t, "msg=started")
			for _, n := range []string{"a", "b", "c"} {
				for !exists("out/" + n + ".pdf") {
					select {
					case got := <-ended:
						t.Fatalf("exit status %d\n%s", got, second.text.String())
					case <-time.After(10 * time.Millisecond):
					}
				}
			}
			stop()
			if got := <-ended; got != exitDone {
				t.Errorf("exit status %d of the second", got)
			}
			nothingHalf(t)
			for _, n := range []string{"a", "b", "c"} {
				if exists("out/editions/" + n + "/2.json") {
					t.Errorf("%s has two editions", n)
				}
			}
		})
		if t.Failed() || lines < at {
			break // it ended before that line
		}
	}
}

// nothingHalf has the state and the editions agree, with no file left over.
func nothingHalf(t *testing.T) {
	t.Helper()
	var out, errs bytes.Buffer
	if got := run([]string{"state", "check"}, strings.NewReader(""), &out, &errs); got != exitDone {
		t.Errorf("brief state check: exit status %d\n%s", got, errs.String())
	}
	err := filepath.WalkDir("out", func(path string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasPrefix(d.Name(), ".") {
			t.Errorf("%s is left over", path)
		}
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}
