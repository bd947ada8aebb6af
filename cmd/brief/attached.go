package main

import (
	"bytes"
	"compress/zlib"
	"io"

	"readahead/brief/doc"
)

// maxSidecar is how much an attachment may inflate to, bytes.
const maxSidecar = 64 << 20

// attachedSidecar returns the sidecar that is attached to a PDF: the first
// embedded file (ISO 32000-1, 7.11.4) that is JSON. It looks for the streams
// themselves and not along the document's objects, since a briefing has one
// attachment and it is not encrypted.
func attachedSidecar(name string, pdf []byte) ([]byte, error) {
	for rest := pdf; ; {
		_, after, ok := bytes.Cut(rest, []byte("/EmbeddedFile"))
		if !ok {
			break
		}
		rest = after
		dict, stream, ok := bytes.Cut(rest, []byte("stream"))
		if !ok || len(dict) > 4096 {
			continue // no stream's dictionary: an entry of the catalog
		}
		data := stream[len(lineEnd(stream)):]
		if bytes.Contains(dict, []byte("FlateDecode")) {
			data = inflate(data)
		} else if end := bytes.Index(data, []byte("endstream")); end >= 0 {
			data = data[:end]
		}
		if data = bytes.TrimSpace(data); bytes.HasPrefix(data, []byte("{")) {
			return data, nil
		}
	}
	return nil, &doc.Error{File: name, Msg: "has no sidecar attached", Hint: "it is no briefing, or was saved anew by another program: name the .json file beside it"}
}

// lineEnd returns the line end that b begins with.
func lineEnd(b []byte) []byte {
	for _, end := range []string{"\r\n", "\n"} {
		if bytes.HasPrefix(b, []byte(end)) {
			return b[:len(end)]
		}
	}
	return nil
}

// inflate returns what the stream holds that b begins with, or nil.
func inflate(b []byte) []byte {
	r, err := zlib.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil
	}
	data, err := io.ReadAll(io.LimitReader(r, maxSidecar+1))
	if err != nil || len(data) > maxSidecar {
		return nil
	}
	return data
}
