package config

import (
	"bytes"
	"errors"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"readahead/brief/doc"
)

// decodeTOML reads a TOML file. The parser behind Viper's own codec is asked
// twice: whether the file is valid, and for its expressions, which know their
// places.
func decodeTOML(file string, data []byte) (value, error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if line := deepTOML(data); line > 0 {
		return value{}, tooLarge(file, line)
	}
	if err := toml.Unmarshal(data, new(map[string]any)); err != nil {
		return value{}, tomlError(file, err)
	}
	c := tomlConverter{file: file, data: data, line: 1}
	c.parser.Reset(data)
	root := value{kind: mapping, file: file, line: 1}
	table := &root
	for c.parser.NextExpression() {
		e := c.parser.Expression()
		var err error
		switch e.Kind {
		case unstable.Table, unstable.ArrayTable:
			table, err = c.table(&root, e)
		case unstable.KeyValue:
			err = c.keyValue(table, e)
		}
		if err != nil {
			return root, err
		}
	}
	return root, c.parser.Error()
}

// deepTOML returns the first line with more than maxDepth opening brackets
// that are not closed, or 0. The parser recurses without limit. A bracket in a
// text counts too, which only texts that no config has would notice.
func deepTOML(data []byte) int {
	depth, line := 0, 1
	for _, b := range data {
		switch b {
		case '\n':
			line++
		case '[', '{':
			if depth++; depth > maxDepth {
				return line
			}
		case ']', '}':
			depth = max(0, depth-1)
		}
	}
	return 0
}

func tomlError(file string, err error) error {
	e := &doc.Error{
		File: file,
		Msg:  "is not TOML: " + strings.TrimPrefix(err.Error(), "toml: "),
		Hint: "text stands in quotes, lists in brackets; a key stands in a table once",
	}
	var at *toml.DecodeError
	if errors.As(err, &at) {
		e.Line, _ = at.Position()
	}
	return e
}

// A tomlConverter turns expressions into values. Lines are counted on the way.
type tomlConverter struct {
	parser unstable.Parser
	file   string
	data   []byte
	at     int
	line   int
}

// lineOf returns the line of the node, which is not before the one last asked
// for.
func (c *tomlConverter) lineOf(n *unstable.Node) int {
	if at := int(n.Raw.Offset); at > c.at {
		c.line += bytes.Count(c.data[c.at:at], []byte("\n"))
		c.at = at
	}
	return c.line
}

// table returns the table that the header [a.b] or [[a.b]] names, and makes
// it where it is not yet there.
func (c *tomlConverter) table(root *value, header *unstable.Node) (*value, error) {
	v := root
	for it := header.Key(); it.Next(); {
		n := it.Node()
		line := c.lineOf(n)
		isArray := header.Kind == unstable.ArrayTable && it.IsLast()
		e, err := c.child(v, string(n.Data), line, isArray)
		if err != nil {
			return nil, err
		}
		switch {
		case isArray:
			e.items = append(e.items, value{kind: mapping, file: c.file, line: line})
			v = &e.items[len(e.items)-1]
		case e.kind == list && len(e.items) > 0: // [a.b] after [[a]] goes into its last table
			v = &e.items[len(e.items)-1]
		default:
			v = e
		}
	}
	return v, nil
}

// child returns the table, or list of tables, of that name in v.
func (c *tomlConverter) child(v *value, name string, line int, isList bool) (*value, error) {
	for i := range v.keys {
		if v.keys[i].name == name {
			return &v.keys[i].value, nil
		}
	}
	e := entry{name: name, line: line, value: value{kind: mapping, file: c.file, line: line}}
	if isList {
		e.kind = list
	}
	if err := v.add(e); err != nil {
		return nil, err
	}
	return &v.keys[len(v.keys)-1].value, nil
}

func (c *tomlConverter) keyValue(table *value, n *unstable.Node) error {
	for it := n.Key(); it.Next(); {
		key := it.Node()
		name, line := string(key.Data), c.lineOf(key)
		if it.IsLast() {
			v, err := c.value(n.Value(), line)
			if err != nil {
				return err
			}
			return table.add(entry{name: name, line: line, value: v})
		}
		var err error
		if table, err = c.child(table, name, line, false); err != nil {
			return err
		}
	}
	return nil
}

// value turns a node into a value. Nodes without a place of their own (arrays,
// true and false) stand in the line of what came before them.
func (c *tomlConverter) value(n *unstable.Node, line int) (value, error) {
	if n.Raw.Length > 0 {
		line = c.lineOf(n)
	}
	v := value{file: c.file, line: line, text: string(n.Data)}
	switch n.Kind {
	case unstable.String:
		v.kind = text
	case unstable.Bool:
		v.kind = boolean
	case unstable.Integer, unstable.Float:
		v.kind = number
	case unstable.Array:
		v.kind = list
		for it := n.Children(); it.Next(); {
			if it.Node().Kind == unstable.Comment {
				continue
			}
			item, err := c.value(it.Node(), c.line)
			if err != nil {
				return v, err
			}
			v.items = append(v.items, item)
		}
	case unstable.InlineTable:
		v.kind = mapping
		for it := n.Children(); it.Next(); {
			if err := c.keyValue(&v, it.Node()); err != nil {
				return v, err
			}
		}
	default: // the kinds of dates and times
		v.kind = moment
	}
	return v, nil
}
