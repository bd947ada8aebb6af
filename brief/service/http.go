package service

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"readahead/brief/doc"
	"readahead/brief/state"
)

// serve answers who asks for the numbers and whether all is well, and returns
// the address. There is nothing else to ask for, and nothing to change.
func (s *Service) serve(ctx context.Context) (address string, stop func(), err error) {
	if s.o.Listen == "" {
		return "", func() {}, nil
	}
	l, err := net.Listen("tcp", s.o.Listen)
	if err != nil {
		return "", nil, &doc.Error{File: s.o.Listen, Msg: "cannot be listened on: " + err.Error(), Hint: "name another address with --listen, or off"}
	}
	server := &http.Server{
		Handler:           s.handler(),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       5 * time.Second,
		WriteTimeout:      30 * time.Second,
		MaxHeaderBytes:    16 << 10,
		BaseContext:       func(net.Listener) context.Context { return ctx },
	}
	go func() {
		if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
			s.log.Error("nothing is listened on any more", "address", s.o.Listen, "error", err.Error())
		}
	}()
	return l.Addr().String(), func() { server.Close() }, nil
}

func (s *Service) handler() http.Handler {
	mux := http.NewServeMux()
	plain := func(w http.ResponseWriter, status int, text string) {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		w.Header().Set("X-Content-Type-Options", "nosniff")
		w.WriteHeader(status)
		fmt.Fprintln(w, text)
	}
	// The process runs and answers; a database that is away is no reason to
	// start it again.
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, r *http.Request) { plain(w, http.StatusOK, "ok") })
	// It can work: the state answers.
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), 3*time.Second)
		defer cancel()
		err := s.state.Do(ctx, func(tx *state.Tx) error {
			_, err := tx.Totals(ctx, s.o.Now())
			return err
		})
		if err != nil {
			plain(w, http.StatusServiceUnavailable, "the state does not answer")
			return
		}
		plain(w, http.StatusOK, "ok")
	})
	mux.HandleFunc("GET /metrics", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
		if err := s.writeMetrics(r.Context(), w); err != nil {
			s.metrics.failed("metrics")
			s.log.Error("numbers are missing", "error", err.Error())
		}
	})
	return mux
}
