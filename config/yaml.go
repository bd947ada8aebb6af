package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"readahead/brief/doc"
)

// decodeYAML reads a file of one YAML document.
func decodeYAML(file string, data []byte) (value, error) {
	dec := yaml.NewDecoder(bytes.NewReader(data))
	var root, more yaml.Node
	switch err := dec.Decode(&root); {
	case errors.Is(err, io.EOF):
		return value{file: file, line: 1}, nil
	case err != nil:
		return value{}, yamlError(file, err)
	}
	if err := dec.Decode(&more); err == nil {
		return value{}, &doc.Error{
			File: file,
			Line: more.Line,
			Msg:  "a second document starts here",
			Hint: "write one config to a file",
		}
	} else if !errors.Is(err, io.EOF) {
		return value{}, yamlError(file, err)
	}
	c := yamlConverter{file: file}
	return c.value(root.Content[0], 0)
}

// yamlError takes the line out of an error of the parser, which writes
// "yaml: line 3: …".
func yamlError(file string, err error) error {
	msg := strings.TrimPrefix(err.Error(), "yaml: ")
	line := 0
	if rest, ok := strings.CutPrefix(msg, "line "); ok {
		if n, after, ok := strings.Cut(rest, ": "); ok {
			if line, err = strconv.Atoi(n); err == nil {
				msg = after
			}
		}
	}
	return &doc.Error{
		File: file,
		Line: line,
		Msg:  "is not YAML: " + msg,
		Hint: "look for a missing space after a colon, a tab, or text with a colon or # that needs quotes",
	}
}

// A yamlConverter turns nodes into values. It counts them, since an alias may
// stand for many.
type yamlConverter struct {
	file string
	n    int
}

func (c *yamlConverter) value(n *yaml.Node, depth int) (value, error) {
	c.n++
	if c.n > maxValues || depth > maxDepth {
		return value{}, tooLarge(c.file, n.Line)
	}
	v := value{file: c.file, line: n.Line}
	switch n.Kind {
	case yaml.AliasNode:
		v, err := c.value(n.Alias, depth+1)
		v.line = n.Line
		return v, err
	case yaml.SequenceNode:
		v.kind = list
		for _, item := range n.Content {
			iv, err := c.value(item, depth+1)
			if err != nil {
				return v, err
			}
			v.items = append(v.items, iv)
		}
	case yaml.MappingNode:
		v.kind = mapping
		return v, c.mapping(&v, n, depth)
	default:
		v.text = n.Value
		v.kind = yamlKind(n.ShortTag())
	}
	return v, nil
}

func (c *yamlConverter) mapping(v *value, n *yaml.Node, depth int) error {
	for i := 0; i < len(n.Content); i += 2 {
		key, val := n.Content[i], n.Content[i+1]
		if key.Kind != yaml.ScalarNode {
			return &doc.Error{File: c.file, Line: key.Line, Msg: "a key must be one word"}
		}
		if key.ShortTag() == "!!merge" {
			return &doc.Error{
				File: c.file,
				Line: key.Line,
				Msg:  "merging with << is not supported",
				Hint: "write the keys out; an alias for a single value works",
			}
		}
		kv, err := c.value(val, depth+1)
		if err != nil {
			return err
		}
		if err := v.add(entry{name: key.Value, line: key.Line, value: kv}); err != nil {
			return err
		}
	}
	return nil
}

func yamlKind(tag string) kind {
	switch tag {
	case "!!null":
		return null
	case "!!int", "!!float":
		return number
	case "!!bool":
		return boolean
	case "!!timestamp":
		return moment
	}
	return text
}

func tooLarge(file string, line int) error {
	return &doc.Error{
		File: file,
		Line: line,
		Msg:  fmt.Sprintf("more than %d values or %d levels, too much for a config", maxValues, maxDepth),
	}
}
