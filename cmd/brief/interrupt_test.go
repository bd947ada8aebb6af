package main

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"
)

// Ctrl-C leaves nothing half done, and is reported once, however many
// profiles or documents were still to come.
func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for name, command := range map[string]func(streams) error{
		"build": func(s streams) error { return runBuild(ctx, s, buildOptions{out: "out"}, nil) },
		"clean": func(s streams) error {
			return runClean(ctx, s, cleanOptions{out: "out", format: "md"}, []string{"seeds"})
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			for _, dir := range []string{"config", "seeds", "out"} {
				if err := os.Mkdir(dir, 0o755); err != nil {
					t.Fatal(err)
				}
			}
			for _, n := range []string{"a", "b", "c"} {
				put(t, "config/"+n+".yaml", "title: T\nsections: [{id: a, title: A, keywords: [pier]}]\n")
				put(t, "seeds/"+n+".txt", strings.Repeat("The pier opens in May, and the ferry comes back with it. ", 20))
			}
			var stdout, stderr bytes.Buffer
			std := streams{out: &stdout, err: &stderr}
			if got := status(std, command(std)); got != exitFailed {
				t.Errorf("exit status %d", got)
			}
			if got, want := stderr.String(), "brief: interrupted\nhint: what was there before is unchanged\n"; got != want {
				t.Errorf("stderr %q, want %q", got, want)
			}
			if stdout.Len() > 0 || exists("out") && len(list(t, "out")) > 0 {
				t.Errorf("stdout %q, or files in out", stdout.String())
			}
		})
	}
}
