package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"time"
)

// read reads the published files over and over until ctx ends, as people do
// who do not know that something is being published. It returns how many
// files it read.
func (w *world) read(ctx context.Context) int {
	n := 0
	for pause(ctx, 20*time.Millisecond) {
		for _, pattern := range []string{"*.pdf", "*.json"} {
			files, _ := filepath.Glob(w.path("out", pattern))
			for _, name := range files {
				data, err := os.ReadFile(name)
				if err != nil {
					w.breaks("%s could not be read: %v", filepath.Base(name), err)
				} else if !whole(name, data) {
					w.breaks("%s is torn: %d bytes", filepath.Base(name), len(data))
				}
				n++
			}
		}
	}
	return n
}

// whole reports whether a file is complete.
func whole(name string, data []byte) bool {
	if filepath.Ext(name) == ".json" {
		return json.Valid(data)
	}
	return bytes.HasPrefix(data, []byte("%PDF-")) && bytes.HasSuffix(bytes.TrimSpace(data), []byte("%%EOF"))
}
