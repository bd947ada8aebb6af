package main

import (
	"bufio"
	"context"
	"fmt"
	"io/fs"
	"net/http"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// noChange has a thousand seeds lie still: nothing is built.
func noChange(ctx context.Context, w *world) error {
	const seeds, scans = 1000, 20
	if err := w.populate(); err != nil {
		return err
	}
	for i := range seeds {
		name := w.profile(i % w.profiles)
		if err := save(w.path("seeds", name, fmt.Sprintf("more%d.txt", i)), "Nothing of note happened.\n"); err != nil {
			return err
		}
	}
	port, err := freePort()
	if err != nil {
		return err
	}
	k, err := w.start(0, "--listen", "127.0.0.1:"+port)
	if err != nil {
		return err
	}
	if _, err := w.quiet(ctx, 2*time.Minute); err != nil {
		return err
	}
	pause(ctx, 4*time.Second)
	before, err := metrics(port)
	if err != nil {
		return err
	}
	stamps := w.stamps()
	now := before
	for now.scans < before.scans+scans {
		if !pause(ctx, 200*time.Millisecond) {
			return ctx.Err()
		}
		if now, err = metrics(port); err != nil {
			return err
		}
	}
	if now.builds != before.builds {
		w.breaks("%v builds though nothing changed", now.builds-before.builds)
	}
	if w.stamps() != stamps {
		w.breaks("published files were written though nothing changed")
	}
	w.figure("seeds that are looked at", "%v", now.files)
	w.figure("looks at them, each in the mean", "%v, %.1f ms", now.scans-before.scans, 1000*(now.seconds-before.seconds)/(now.scans-before.scans))
	w.figure("builds", "%v", now.builds-before.builds)
	w.stopAll([]*worker{k})
	return nil
}

// stamps returns the names and times of all published files.
func (w *world) stamps() string {
	var b strings.Builder
	_ = filepath.WalkDir(w.path("out"), func(path string, d fs.DirEntry, err error) error {
		if info, ierr := d.Info(); err == nil && ierr == nil {
			fmt.Fprintln(&b, path, info.Size(), info.ModTime().UnixNano())
		}
		return nil
	})
	return b.String()
}

// numbers are some of a process's metrics.
type numbers struct{ scans, seconds, builds, files float64 }

func metrics(port string) (n numbers, err error) {
	client := http.Client{Timeout: 5 * time.Second}
	answer, err := client.Get("http://127.0.0.1:" + port + "/metrics")
	if err != nil {
		return n, err
	}
	defer answer.Body.Close()
	lines := bufio.NewScanner(answer.Body)
	for lines.Scan() {
		name, text, _ := strings.Cut(lines.Text(), " ")
		value, err := strconv.ParseFloat(text, 64)
		if err != nil {
			continue
		}
		switch {
		case name == "brief_scan_seconds_count":
			n.scans = value
		case name == "brief_scan_seconds_sum":
			n.seconds = value
		case name == "brief_watched_files":
			n.files = value
		case strings.HasPrefix(name, "brief_builds_total"):
			n.builds += value
		}
	}
	return n, lines.Err()
}
