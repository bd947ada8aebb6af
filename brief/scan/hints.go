package scan

import (
	"slices"
	"sync/atomic"

	"github.com/fsnotify/fsnotify"
)

// Hints say that something happened in some of the folders that are followed.
// They may miss things, and may come for nothing: they hasten a look, and
// stand for none.
type Hints struct {
	C        <-chan struct{}
	c        chan struct{}
	watcher  *fsnotify.Watcher // nil: the system has no such service, or no more of it to give
	followed []string
	moved    atomic.Bool // something went, perhaps a folder that has come again since
}

// NewHints returns hints that follow no folder yet.
func NewHints() *Hints {
	c := make(chan struct{}, 1)
	h := &Hints{C: c, c: c}
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
				if event.Has(fsnotify.Remove) || event.Has(fsnotify.Rename) {
					h.moved.Store(true)
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

// Follow makes the folders those that are followed. One that cannot be is
// looked at in its time all the same.
func (h *Hints) Follow(folders []string) {
	if h.watcher == nil || !h.moved.Swap(false) && slices.Equal(folders, h.followed) {
		return
	}
	still := make(map[string]bool, len(folders))
	for _, folder := range folders {
		still[folder] = true
		_ = h.watcher.Add(folder) // again, too: it may be another of the same name
	}
	for _, folder := range h.followed {
		if !still[folder] {
			_ = h.watcher.Remove(folder)
		}
	}
	h.followed = folders
}

// Close ends them.
func (h *Hints) Close() {
	if h.watcher != nil {
		h.watcher.Close()
	}
}
