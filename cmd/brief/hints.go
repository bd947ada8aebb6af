package main

import (
	"slices"

	"github.com/fsnotify/fsnotify"
)

// hints says that something happened in some of the folders that are followed.
// It may miss things, and may say so for nothing.
type hints struct {
	c        chan struct{}
	watcher  *fsnotify.Watcher // nil: the system has no such service, or no more of it to give
	followed []string
}

func newHints() *hints {
	h := &hints{c: make(chan struct{}, 1)}
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return h
	}
	h.watcher = watcher
	go func() {
		for {
			select {
			case event, ok := <-watcher.Events:
				if !ok {
					return
				}
				if event.Op == fsnotify.Chmod {
					continue // reading alone causes them on some systems
				}
			case _, ok := <-watcher.Errors: // an overflow, perhaps
				if !ok {
					return
				}
			}
			select {
			case h.c <- struct{}{}:
			default: // there is a hint already
			}
		}
	}()
	return h
}

// follow makes the folders those that are followed. One that cannot be is
// looked at in its time all the same.
func (h *hints) follow(folders []string) {
	if h.watcher == nil || slices.Equal(folders, h.followed) {
		return
	}
	for _, folder := range h.followed {
		if !slices.Contains(folders, folder) {
			_ = h.watcher.Remove(folder)
		}
	}
	for _, folder := range folders {
		_ = h.watcher.Add(folder)
	}
	h.followed = folders
}

func (h *hints) close() {
	if h.watcher != nil {
		h.watcher.Close()
	}
}
