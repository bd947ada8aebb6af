package pdf

import (
	"bytes"
	"errors"
	"strconv"
)

var errFpdf = errors.New("fpdf wrote a file that cannot be read back")

// pageContents returns the content streams of the pages of a file that fpdf
// wrote without compression, in their order. They are found by the
// cross-reference table and measured by their /Length, so that nothing in the
// content can be taken for the end of it.
func pageContents(pdf []byte) ([][]byte, error) {
	offsets, err := offsets(pdf)
	if err != nil {
		return nil, err
	}
	var contents [][]byte
	for i := 1; i < len(offsets); i++ {
		head, _, ok := bytes.Cut(pdf[offsets[i]:], []byte("endobj"))
		if !ok || !bytes.Contains(head, []byte("/Type /Page\n")) {
			continue
		}
		n, ok := number(head, "/Contents ")
		if !ok || n <= i || n >= len(offsets) {
			return nil, errFpdf
		}
		object := pdf[offsets[n]:]
		length, ok := number(object, "/Length ")
		start := bytes.Index(object, []byte("stream\n"))
		if !ok || start < 0 || start+7+length > len(object) {
			return nil, errFpdf
		}
		contents = append(contents, object[start+7:][:length:length])
		i = n // what it holds may look like anything
	}
	return contents, nil
}

// offsets reads the cross-reference table: where each object begins.
func offsets(pdf []byte) ([]int, error) {
	const entry = 20 // bytes, "0000000015 00000 n \n"
	at := bytes.LastIndex(pdf, []byte("startxref\n"))
	if at < 0 {
		return nil, errFpdf
	}
	start, ok := number(pdf[at:], "startxref\n")
	if !ok || start > at {
		return nil, errFpdf
	}
	count, ok := number(pdf[start:at], "xref\n0 ")
	line := bytes.IndexByte(pdf[start+5:], '\n')
	if !ok || line < 0 {
		return nil, errFpdf
	}
	rows := pdf[start+5+line+1:]
	if count*entry > len(rows) {
		return nil, errFpdf
	}
	out := make([]int, count)
	for i := range out {
		n, err := strconv.Atoi(string(rows[i*entry : i*entry+10]))
		if err != nil || n > len(pdf) {
			return nil, errFpdf
		}
		out[i] = n
	}
	return out, nil
}

// number returns the number after the first occurrence of key.
func number(b []byte, key string) (int, bool) {
	at := bytes.Index(b, []byte(key))
	if at < 0 {
		return 0, false
	}
	b = b[at+len(key):]
	end := 0
	for end < len(b) && '0' <= b[end] && b[end] <= '9' {
		end++
	}
	n, err := strconv.Atoi(string(b[:end]))
	return n, err == nil
}
