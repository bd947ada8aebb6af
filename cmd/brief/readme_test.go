package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// operations says how a service is run.
const operations = "../../docs/operations.md"

// TestReadme runs the commands that the README shows, and compares what they
// print with what the README says.
func TestReadme(t *testing.T) {
	if ran := transcripts(t, "../../README.md", "    $ go run ./cmd/brief "); ran < 6 {
		t.Errorf("only %d commands found", ran)
	}
}

// TestOperations runs the commands that docs/operations.md shows.
func TestOperations(t *testing.T) {
	if ran := transcripts(t, operations, "    $ "); ran < 9 {
		t.Errorf("only %d commands found", ran)
	}
}

// TestOperationsFlags looks at commands that cannot be run here: that there
// are such commands, and flags of theirs.
func TestOperationsFlags(t *testing.T) {
	text := strings.ReplaceAll(readText(t, operations), "\\\n", " ")
	found := 0
	for _, m := range regexp.MustCompile("(?m)(?:^|[ `/])brief ((?:run|status|jobs|state)(?: [^`&\n]*)?)").FindAllStringSubmatch(text, -1) {
		root := newRoot(streams{in: strings.NewReader(""), out: &bytes.Buffer{}, err: &bytes.Buffer{}})
		cmd, rest, err := root.Find(strings.Fields(m[1]))
		if err == nil {
			err = cmd.ParseFlags(rest)
		}
		if err != nil {
			t.Errorf("brief %s: %v", m[1], err)
		}
		found++
	}
	if found < 15 {
		t.Errorf("only %d commands found", found)
	}
}

func readText(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// transcripts runs the commands that stand behind the prompt in a text, in a
// copy of the folders that they use, and compares what they print with the
// lines below them, but for numbers. It returns how many it ran.
func transcripts(t *testing.T, name, prompt string) (ran int) {
	t.Helper()
	lines := strings.Split(readText(t, name), "\n")
	dir := t.TempDir()
	for _, folder := range []string{"config", "seeds"} {
		if err := os.CopyFS(filepath.Join(dir, folder), os.DirFS(filepath.Join("../..", folder))); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	for i, line := range lines {
		args, ok := strings.CutPrefix(line, prompt)
		if !ok {
			continue
		}
		var want []string
		for _, l := range lines[i+1:] {
			if !strings.HasPrefix(l, "    ") || strings.HasPrefix(l, prompt) {
				break
			}
			want = append(want, strings.TrimPrefix(l, "    "))
		}
		out := perform(t, strings.Fields(strings.TrimPrefix(args, "brief ")))
		for _, w := range want {
			if !strings.Contains(numberless(out), numberless(w)+"\n") {
				t.Errorf("%s prints\n%snot %q", args, out, w)
			}
		}
		ran++
	}
	return ran
}

// perform runs a command of a transcript and returns what it prints: one of the
// program's own, or one that makes or copies a file. A service runs until the
// test ends.
func perform(t *testing.T, args []string) string {
	t.Helper()
	switch args[0] {
	case "mkdir":
		if err := os.Mkdir(args[len(args)-1], 0o700); err != nil {
			t.Fatal(err)
		}
		return ""
	case "cp":
		save(t, args[2], readText(t, args[1]))
		return ""
	}
	if args[0] == "run" && (len(args) == 1 || args[1] == "&") {
		background(t)
		return ""
	}
	var out, errs bytes.Buffer
	if status := run(args, strings.NewReader(""), &out, &errs); status != 0 {
		t.Errorf("brief %s: exit status %d\n%s", strings.Join(args, " "), status, errs.String())
	}
	return out.String()
}

// background runs a service until the test ends, and waits until it has
// published.
func background(t *testing.T) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan int, 1)
	log := &tap{}
	go func() { ended <- serve(ctx, log) }()
	t.Cleanup(func() {
		cancel()
		if got := <-ended; got != exitDone {
			t.Errorf("brief run: exit status %d\n%s", got, log.text.String())
		}
	})
	log.next(t, "msg=published", "profile=us-japan")
	for !exists("out/us-japan.pdf") {
		time.Sleep(10 * time.Millisecond)
	}
}

var numbers = regexp.MustCompile(`[0-9]+`)

// numberless returns a text in which all numbers, times among them, are alike.
func numberless(text string) string { return numbers.ReplaceAllString(text, "0") }
