package config

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"

	"readahead/brief/doc"
)

// decodeJSON reads a file of one JSON value.
func decodeJSON(file string, data []byte) (value, error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	p := jsonParser{file: file, data: data, dec: json.NewDecoder(bytes.NewReader(data)), line: 1}
	p.dec.UseNumber()
	if len(bytes.TrimSpace(data)) == 0 {
		return value{file: file, line: 1}, nil
	}
	v, err := p.value(0)
	if err != nil {
		return v, p.problem(err)
	}
	rest := data[p.dec.InputOffset():]
	if more := bytes.TrimSpace(rest); len(more) > 0 {
		p.count(p.dec.InputOffset() + int64(bytes.Index(rest, more)))
		return v, p.problem(errors.New("there is more after the end of the config"))
	}
	return v, nil
}

// A jsonParser counts lines while it goes from token to token.
type jsonParser struct {
	file string
	data []byte
	dec  *json.Decoder
	at   int // how far lines are counted
	line int
}

func (p *jsonParser) token() (json.Token, error) {
	t, err := p.dec.Token()
	p.count(p.dec.InputOffset())
	return t, err
}

func (p *jsonParser) count(to int64) {
	end := min(max(int(to), p.at), len(p.data))
	p.line += bytes.Count(p.data[p.at:end], []byte("\n"))
	p.at = end
}

func (p *jsonParser) problem(err error) error {
	var known *doc.Error
	if errors.As(err, &known) {
		return err
	}
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		p.count(syntax.Offset - 1)
	}
	msg := err.Error()
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		p.count(int64(len(bytes.TrimSpace(p.data))))
		msg = "it ends in the middle"
	}
	return &doc.Error{
		File: p.file,
		Line: p.line,
		Msg:  "is not JSON: " + msg,
		Hint: "look for a missing comma or quote, or one too many",
	}
}

func (p *jsonParser) value(depth int) (value, error) {
	if depth > maxDepth {
		return value{}, tooLarge(p.file, p.line)
	}
	t, err := p.token()
	v := value{file: p.file, line: p.line}
	if err != nil {
		return v, err
	}
	switch t := t.(type) {
	case json.Delim:
		if t == '[' {
			v.kind = list
			return v, p.list(&v, depth)
		}
		v.kind = mapping
		return v, p.mapping(&v, depth)
	case string:
		v.kind, v.text = text, t
	case json.Number:
		v.kind, v.text = number, t.String()
	case bool:
		v.kind, v.text = boolean, "false"
		if t {
			v.text = "true"
		}
	}
	return v, nil
}

func (p *jsonParser) list(v *value, depth int) error {
	for p.dec.More() {
		item, err := p.value(depth + 1)
		if err != nil {
			return err
		}
		v.items = append(v.items, item)
	}
	_, err := p.token() // the closing bracket
	return err
}

func (p *jsonParser) mapping(v *value, depth int) error {
	for p.dec.More() {
		t, err := p.token()
		if err != nil {
			return err
		}
		e := entry{name: t.(string), line: p.line} // the decoder lets nothing else be a key
		if e.value, err = p.value(depth + 1); err != nil {
			return err
		}
		if err := v.add(e); err != nil {
			return err
		}
	}
	_, err := p.token()
	return err
}
