//go:build unix

package notice

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"readahead/brief/profile"
)

func command(argv ...string) profile.Channel {
	return profile.Channel{Name: "desk", Command: argv}
}

// script writes a shell script that can be run.
func script(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "tell.sh")
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"+text), 0o700); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestCommand(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	keep := script(t, `
{ printf '<%s>\n' "$@"; env | grep -v -e ^_ -e ^PWD -e ^SHLVL -e ^OLDPWD | sort; echo; cat; } > '`+out+`'
`)
	n := composed(t)
	n.Title, n.Changes = "$(id) `id` ; > x {pdf} 'a' \"b\"", "-rf *"
	s := Sender{Getenv: func(name string) string {
		return map[string]string{"PATH": os.Getenv("PATH"), "HOME": "/home/quay", "TOKEN": canary, "BRIEF_MAIL": canary, "LANG": ""}[name]
	}}
	ch := command(keep, "{title}", "--changes={changes}", "{profile}-{edition}.pdf", "{as_of}", "{unknown}", "{", "--", "{changes}", "{digest}{id}", "{pdf} {sidecar}")
	if err := s.Send(t.Context(), ch, n, id, 3); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	head, event, _ := strings.Cut(string(data), "\n\n")
	want := []string{
		"<" + n.Title + ">", "<--changes=-rf *>", "<quay-4.pdf>", "<2031-03-01>", "<{unknown}>", "<{>", "<-->", "<-rf *>", "<" + n.Digest + id + ">", "<" + n.PDF + " " + n.Sidecar + ">",
		"HOME=/home/quay", "PATH=" + os.Getenv("PATH"), "READAHEAD_AS_OF=2031-03-01", "READAHEAD_ATTEMPT=3", "READAHEAD_CHANGES=-rf *",
		"READAHEAD_DIGEST=" + n.Digest, "READAHEAD_EDITION=4", "READAHEAD_ID=" + id, "READAHEAD_PDF=" + n.PDF, "READAHEAD_PROFILE=quay",
		"READAHEAD_SIDECAR=" + n.Sidecar, "READAHEAD_TITLE=" + n.Title,
	}
	if got := strings.Split(head, "\n"); !slices.Equal(got, want) {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
	if event != string(n.payload(id)) || !json.Valid([]byte(event)) {
		t.Errorf("standard input had %s", event)
	}
}

func TestCommandFails(t *testing.T) {
	plain := filepath.Join(t.TempDir(), "plain")
	if err := os.WriteFile(plain, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	n := composed(t)
	n.Title = "-rf"
	for _, tt := range []struct {
		name      string
		argv      []string
		want      string
		permanent bool
	}{
		{"last line", []string{script(t, "echo first; printf '\\033[2Jdisk full\\n\\n' >&2; exit 3")}, "tell.sh ended with exit status 3: [2Jdisk full", false},
		{"silent", []string{script(t, "exit 1")}, "ended with exit status 1", false},
		{"much to say", []string{script(t, "i=0; while [ $i -lt 3000 ]; do echo '"+strings.Repeat("x", 100)+"'; i=$((i+1)); done; echo end; exit 1")}, "status 1: end", false},
		{"later", []string{script(t, "exit 75")}, "exit status 75", false},
		{"usage", []string{script(t, "exit 64")}, "exit status 64", true},
		{"data", []string{script(t, "exit 65")}, "exit status 65", true},
		{"config", []string{script(t, "exit 78")}, "exit status 78", true},
		{"killed", []string{script(t, "kill -9 $$")}, "signal: killed", false},
		{"not there", []string{"/no/such/program", canary}, "/no/such/program cannot be run: no such file", true},
		{"not in PATH", []string{"no-such-program-of-ours"}, "no-such-program-of-ours cannot be run: executable file not found", true},
		{"no program", []string{plain}, "cannot be run: permission denied", true},
		{"value as option", []string{"true", "{title}"}, `with -rf for {title} the command would take it for an option`, true},
		{"value as option behind another", []string{"true", "-x", "{profile}", "{title}.pdf"}, `-rf.pdf for {title}.pdf`, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var s Sender
			failedAs(t, s.Send(t.Context(), command(tt.argv...), n, id, 1), tt.want, tt.permanent)
		})
	}
}

// A command that reads nothing of what it is given has not failed.
func TestCommandReadsNothing(t *testing.T) {
	n := composed(t)
	n.Changes = strings.Repeat("much to say, ", 8000) // more than a pipe holds
	var s Sender
	if err := s.Send(t.Context(), command("true"), n, id, 1); err != nil {
		t.Error(err)
	}
}

// With the command ends all that it started.
func TestCommandEndsWithItsGroup(t *testing.T) {
	fifo := filepath.Join(t.TempDir(), "fifo")
	if err := syscall.Mkfifo(fifo, 0o600); err != nil {
		t.Fatal(err)
	}
	// Each process of the script holds the fifo open, which comes to its end
	// when none is left.
	tell := script(t, "exec 3>'"+fifo+"'\nsh -c 'sleep 1000 & wait' &\nsleep 1000 &\necho ready >&3\nwait\n")
	held, err := os.OpenFile(fifo, os.O_RDWR, 0) // waits for nobody
	if err != nil {
		t.Fatal(err)
	}
	pipe, err := os.OpenFile(fifo, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer pipe.Close()
	_ = pipe.SetReadDeadline(time.Now().Add(time.Minute)) // if they never end
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	ended := make(chan error)
	go func() {
		var s Sender
		ended <- s.Send(ctx, command(tell), composed(t), id, 1)
	}()
	in := bufio.NewReader(pipe)
	if line, err := in.ReadString('\n'); line != "ready\n" {
		t.Fatalf("%q, %v", line, err)
	}
	held.Close()
	cancel()
	err = <-ended
	failedAs(t, err, "tell.sh was interrupted", false)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("%v does not say that it was ended", err)
	}
	if _, err := io.ReadAll(in); err != nil {
		t.Errorf("something lives on: %v", err)
	}
}

func TestTail(t *testing.T) {
	out := tail{most: 5}
	for _, s := range []string{"ab", "cdef", "", "g", "hijklmnop"} {
		if n, err := out.Write([]byte(s)); n != len(s) || err != nil {
			t.Fatal(n, err)
		}
	}
	if out.String() != "lmnop" {
		t.Errorf("kept %q", out.String())
	}
}
