package pdf

import (
	"bytes"
	"compress/zlib"
)

// Levels of compression: outlines hardly deflate, so that no time is lost on
// them, and for what is short starting the better one costs more than all the
// rest.
const (
	fast   = 1
	better = 2
)

// idle holds writers to use again, by level: making one costs more than
// deflating a page. A pool that the garbage collector empties would make many.
var idle = [...]chan *zlib.Writer{
	fast:   make(chan *zlib.Writer, 4),
	better: make(chan *zlib.Writer, 4),
}

// deflate returns data as FlateDecode reads it.
func deflate(data []byte, level int) []byte {
	var out bytes.Buffer
	out.Grow(len(data)*3/4 + 64)
	var w *zlib.Writer
	select {
	case w = <-idle[level]:
		w.Reset(&out)
	default:
		w, _ = zlib.NewWriterLevel(&out, level) // fails for numbers that are no levels
	}
	w.Write(data) // a bytes.Buffer takes everything
	w.Close()
	select {
	case idle[level] <- w:
	default:
	}
	return out.Bytes()
}
