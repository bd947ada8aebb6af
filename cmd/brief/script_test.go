package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the outputs that the scripts compare with")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"brief": main})
}

// TestScripts runs the program as its users do. A script is a folder of files
// and the commands that are run in it, with what they print.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: *update,
		Setup: func(e *testscript.Env) error {
			e.Setenv("BRIEF_CACHE", "off")
			return nil
		},
		Cmds:      map[string]func(*testscript.TestScript, bool, []string){"status": exitStatus, "await": await, "until": until},
		Condition: installed,
	})
}

// installed is the condition "tool:PROGRAM": whether a program of others' is
// there. In CI it must be.
func installed(condition string) (bool, error) {
	name, ok := strings.CutPrefix(condition, "tool:")
	if !ok {
		return false, fmt.Errorf("unknown condition %q", condition)
	}
	_, err := exec.LookPath(name)
	if err != nil && os.Getenv("CI") != "" {
		return false, err
	}
	return err == nil, nil
}

// exitStatus is the command "status N PROGRAM ARGS…": it runs the program, which
// must end with the exit status N.
func exitStatus(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N program args...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

// await is the command "await FILE [TEXT]": it waits until the file is there,
// and has the text in it; with ! until it is not there, or has not.
func await(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) < 1 || len(args) > 2 {
		ts.Fatalf("usage: [!] await file [text]")
	}
	text := append(args, "")[1]
	for range 3000 {
		data, err := os.ReadFile(ts.MkAbs(args[0]))
		if found := err == nil && strings.Contains(string(data), text); found != neg {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	ts.Fatalf("%s: not so after 30 s", args[0])
}

// until is the command "until TEXT PROGRAM ARGS…": it runs the program until it
// prints the text, whatever its exit status.
func until(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: until text program args...")
	}
	for range 300 {
		_ = ts.Exec(args[1], args[2:]...)
		if strings.Contains(ts.ReadFile("stdout"), args[0]) {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	ts.Fatalf("%s: not printed after 30 s", args[0])
}
