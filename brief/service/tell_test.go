package service

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"readahead/brief/queue"
	"readahead/brief/state/statetest"
)

// A post is a receiver of webhooks that answers as a test says.
type post struct {
	*httptest.Server
	mu     sync.Mutex
	status []int // of the next answers; then 204
	bodies map[string][]string
}

func newPost(t *testing.T) *post {
	p := &post{bodies: map[string][]string{}}
	p.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		p.mu.Lock()
		defer p.mu.Unlock()
		id := r.Header.Get("Webhook-Id")
		p.bodies[id] = append(p.bodies[id], string(body))
		status := http.StatusNoContent
		if len(p.status) > 0 {
			status, p.status = p.status[0], p.status[1:]
		}
		w.WriteHeader(status)
	}))
	t.Cleanup(p.Close)
	return p
}

// told returns how often each edition was told, and whether always alike.
func (p *post) told(t *testing.T) map[int]int {
	t.Helper()
	p.mu.Lock()
	defer p.mu.Unlock()
	out := map[int]int{}
	for id, bodies := range p.bodies {
		for _, b := range bodies {
			if b != bodies[0] {
				t.Errorf("%s was told in two ways:\n%s\n%s", id, bodies[0], b)
			}
		}
		var e struct{ Edition int }
		if err := json.Unmarshal([]byte(bodies[0]), &e); err != nil {
			t.Error(err)
		}
		out[e.Edition] += len(bodies)
	}
	return out
}

func TestTells(t *testing.T) {
	statetest.Each(t, func(t *testing.T, place string) {
		p := newPost(t)
		p.status = []int{500, 503}
		h := newHarbour(t, place)
		h.save("profiles/quay.yaml", quay+"notify: [{webhook: \""+p.URL+"/hook\"}]\n")
		h.begin()
		h.edition("quay", 1)
		told := func(edition, times int) {
			t.Helper()
			h.await("it is told", func() bool { return p.told(t)[edition] == times && len(h.status().Unsent) == 0 })
		}
		told(1, 3) // twice in vain
		h.save("seeds/b.txt", scrapped)
		h.edition("quay", 2)
		told(2, 1)
		if got := p.told(t); len(got) != 2 || got[1] != 3 {
			t.Errorf("told %v", got)
		}
	})
}

// What cannot be told is dead, and told when its address is mended and its job
// is put in line again.
func TestDeadNotice(t *testing.T) {
	statetest.Each(t, func(t *testing.T, place string) {
		p := newPost(t)
		p.status = []int{404}
		h := newHarbour(t, place)
		config := quay + "notify: [{name: desk, webhook: \"" + p.URL + "/wrong\"}]\n"
		h.save("profiles/quay.yaml", config)
		h.begin()
		h.edition("quay", 1)
		b := &harbourQueue{h}
		dead := b.await(queue.Tell, queue.Dead)
		s := h.status()
		if len(s.Unsent) != 1 || !strings.Contains(s.Unsent[0].Problem, "404") || s.Unsent[0].Channel != "desk" {
			t.Errorf("%+v", s.Unsent)
		}
		h.save("profiles/quay.yaml", strings.ReplaceAll(config, "/wrong", "/right"))
		b.retry(dead.ID)
		h.await("it is told", func() bool { return len(h.status().Unsent) == 0 })
		if got := p.told(t); got[1] != 2 {
			t.Errorf("told %v", got)
		}
	})
}

// A command is told of the files of the edition.
func TestTellsCommand(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there is no sh")
	}
	h := newHarbour(t, t.TempDir())
	h.save("hook.sh", "#!/bin/sh\nexec cp \"$1\" \""+h.path("copy.pdf")+"\"\n")
	if err := os.Chmod(h.path("hook.sh"), 0o755); err != nil {
		t.Fatal(err)
	}
	h.save("profiles/quay.yaml", quay+"notify: [{command: [\""+filepath.ToSlash(h.path("hook.sh"))+"\", \"{pdf}\"]}]\n")
	h.begin()
	h.edition("quay", 1)
	h.await("it is told", func() bool { return len(h.status().Unsent) == 0 })
	got, err := os.ReadFile(h.path("copy.pdf"))
	want, err2 := os.ReadFile(h.path("out/quay.pdf"))
	if err != nil || err2 != nil || string(got) != string(want) {
		t.Errorf("the command got another file: %v, %v", err, err2)
	}
}
