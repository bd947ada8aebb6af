package main

import (
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"sync"
	"time"
)

// A receiver takes webhooks on loopback and remembers them. Now and then it
// answers that it could not, though it has taken it.
type receiver struct {
	address string
	server  *http.Server

	mu      sync.Mutex
	random  *rand.Rand
	bodies  map[string]string   // by identifier of the delivery
	times   map[string]int      // how often each came
	changed map[string]bool     // identifiers that came with two bodies
	ids     map[string][]string // by "profile edition"
}

func newReceiver(seed uint64) (*receiver, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	r := &receiver{
		address: l.Addr().String(), random: rand.New(rand.NewPCG(seed, 2)),
		bodies: map[string]string{}, times: map[string]int{}, changed: map[string]bool{}, ids: map[string][]string{},
	}
	r.server = &http.Server{Handler: r, ReadTimeout: 10 * time.Second}
	go r.server.Serve(l)
	return r, nil
}

func (r *receiver) close() { r.server.Close() }

func (r *receiver) url(profile string) string { return "http://" + r.address + "/" + profile }

func (r *receiver) ServeHTTP(rw http.ResponseWriter, req *http.Request) {
	body, err := io.ReadAll(io.LimitReader(req.Body, 1<<20))
	var event struct {
		Profile string `json:"profile"`
		Edition int    `json:"edition"`
	}
	if err == nil {
		err = json.Unmarshal(body, &event)
	}
	if err != nil { // the sender was killed meanwhile
		http.Error(rw, "cannot be read", http.StatusBadRequest)
		return
	}
	id := req.Header.Get("Webhook-Id")
	r.mu.Lock()
	defer r.mu.Unlock()
	if before, ok := r.bodies[id]; ok && before != string(body) {
		r.changed[id] = true
	} else if !ok {
		key := fmt.Sprintf("%s %d", event.Profile, event.Edition)
		r.ids[key] = append(r.ids[key], id)
	}
	r.bodies[id] = string(body)
	r.times[id]++
	if r.random.IntN(50) == 0 {
		http.Error(rw, "busy", http.StatusServiceUnavailable)
	}
}

// numbers returns how many deliveries there were, by identifier and raw.
func (r *receiver) numbers() (distinct, raw int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, n := range r.times {
		raw += n
	}
	return len(r.times), raw
}
