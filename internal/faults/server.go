package main

import (
	"fmt"
	"net"
	"os/exec"
	"path/filepath"
	"strings"
)

// A server is a Postgres server of our own.
type server struct {
	script string
	dir    string
	port   string
}

// ownServer starts a server for a world, which is stopped with it.
func ownServer(w *world) error {
	root, err := moduleRoot()
	if err != nil {
		return err
	}
	port, err := freePort()
	if err != nil {
		return err
	}
	w.server = &server{script: filepath.Join(root, ".ci", "postgres"), dir: w.path("postgres"), port: port}
	w.later(func() { _ = w.server.do("kill") })
	w.place, err = w.server.start()
	return err
}

// start starts the server and returns its address.
func (s *server) start() (string, error) {
	// Not a pipe: the server keeps it, and nobody would see its end.
	out, err := exec.Command(s.script, "start", s.dir, s.port).Output()
	if err != nil {
		return "", fmt.Errorf("%s: %w", s.script, err)
	}
	return strings.TrimSpace(string(out)), nil
}

// do stops it: "stop" or, as a power cut would, "kill".
func (s *server) do(what string) error {
	if out, err := exec.Command(s.script, what, s.dir).CombinedOutput(); err != nil {
		return fmt.Errorf("%s %s: %w: %s", s.script, what, err, out)
	}
	return nil
}

// freePort returns a port of loopback that nobody listens on.
func freePort() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer l.Close()
	_, port, err := net.SplitHostPort(l.Addr().String())
	return port, err
}
