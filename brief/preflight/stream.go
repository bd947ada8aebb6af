package preflight

import (
	"bytes"
	"compress/zlib"
	"errors"
	"io"
)

// readStream reads the bytes of a stream, whose dictionary and keyword have
// been read, and the keyword behind them.
func (f *File) readStream(n int, d dict, l *lexer) (*stream, error) {
	s := &stream{dict: d}
	start := l.at
	switch {
	case bytes.HasPrefix(f.data[start:], []byte("\r\n")):
		start += 2
	case bytes.HasPrefix(f.data[start:], []byte("\n")):
		start++
	default:
		s.faults = append(s.faults, "the word stream is not followed by a line end")
	}
	rest := f.data[start:]
	length, known := d["Length"].(int)
	if r, ok := d["Length"].(ref); ok {
		if err := f.load(int(r)); err != nil {
			return nil, err
		}
		length, known = f.objects[int(r)].(int)
	}
	end, ok := streamEnd(rest, length)
	if !known || !ok {
		s.faults = append(s.faults, "the stream is not as long as its Length says")
		i := bytes.Index(rest, []byte("endstream"))
		if i < 0 {
			return nil, errEnd
		}
		length, end = i, i
	}
	s.raw = rest[:length]
	l.at = start + end + len("endstream")
	return s, nil
}

// streamEnd returns where endstream stands behind a stream of that length, a
// line end before it.
func streamEnd(b []byte, length int) (int, bool) {
	if length < 0 || length > len(b) {
		return 0, false
	}
	for _, end := range []string{"\r\nendstream", "\nendstream", "\rendstream"} {
		if bytes.HasPrefix(b[length:], []byte(end)) {
			return length + len(end) - len("endstream"), true
		}
	}
	return 0, false
}

var errFilter = errors.New("has a stream with a filter that is not read here")

// decode returns what the filters of a stream make of it (ISO 32000-1, 7.4).
func (f *File) decode(s *stream) ([]byte, error) {
	if !s.unpacked {
		s.unpacked = true
		s.decoded, s.err = f.applyFilters(s)
	}
	return s.decoded, s.err
}

func (f *File) applyFilters(s *stream) ([]byte, error) {
	data := s.raw
	parms := f.list(s.dict["DecodeParms"])
	for i, filter := range f.list(s.dict["Filter"]) {
		if i > 4 {
			return nil, errFilter
		}
		var parm value
		if i < len(parms) {
			parm = parms[i]
		}
		var err error
		switch f.name(filter) {
		case "FlateDecode":
			if data, err = f.inflate(data); err == nil {
				data, err = f.unpredict(data, f.dict(parm))
			}
		case "ASCIIHexDecode":
			l := lexer{b: append([]byte("<"), data...), budget: &f.budget}
			var v value
			if v, err = l.hex(); err == nil {
				data = []byte(v.(text))
			}
		default:
			err = errFilter
		}
		if err != nil {
			return nil, err
		}
	}
	return data, nil
}

// inflate returns what b holds. All streams of a file share the room, so that
// a bomb is given up.
func (f *File) inflate(b []byte) ([]byte, error) {
	r, err := zlib.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil, errors.New("has a stream that cannot be inflated")
	}
	data, err := io.ReadAll(io.LimitReader(r, int64(f.room)+1))
	if err != nil {
		return nil, errors.New("has a stream that cannot be inflated")
	}
	if f.room -= len(data); f.room < 0 {
		return nil, errors.New("has streams that inflate to too much")
	}
	return data, nil
}

// unpredict undoes the PNG predictors (7.4.4.4): every row begins with the
// number of its predictor.
func (f *File) unpredict(data []byte, parms dict) ([]byte, error) {
	predictor, _ := f.integer(parms["Predictor"])
	if predictor < 2 {
		return data, nil
	}
	columns, colors, bits := 1, 1, 8
	for _, p := range []struct {
		to  *int
		key name
	}{{&columns, "Columns"}, {&colors, "Colors"}, {&bits, "BitsPerComponent"}} {
		if n, ok := f.integer(parms[p.key]); ok {
			*p.to = n
		}
	}
	if predictor < 10 || columns < 1 || columns > 1<<20 || colors < 1 || colors > 32 || bits < 1 || bits > 16 {
		return nil, errFilter
	}
	step := max(1, colors*bits/8)
	wide := (columns*colors*bits + 7) / 8
	above := make([]byte, wide)
	out := make([]byte, 0, len(data))
	for len(data) > wide {
		kind, row := data[0], data[1:1+wide]
		data = data[1+wide:]
		from := len(out)
		out = append(out, row...)
		row = out[from:]
		for i := range row {
			var left, up, corner byte
			up = above[i]
			if i >= step {
				left, corner = row[i-step], above[i-step]
			}
			switch kind {
			case 1:
				row[i] += left
			case 2:
				row[i] += up
			case 3:
				row[i] += byte((int(left) + int(up)) / 2)
			case 4:
				row[i] += paeth(left, up, corner)
			}
		}
		above = row
	}
	return out, nil
}

// paeth returns whichever of its arguments is nearest to left + up - corner
// (ISO/IEC 15948, 9.4).
func paeth(left, up, corner byte) byte {
	p := int(left) + int(up) - int(corner)
	dl, du, dc := abs(p-int(left)), abs(p-int(up)), abs(p-int(corner))
	switch {
	case dl <= du && dl <= dc:
		return left
	case du <= dc:
		return up
	}
	return corner
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
