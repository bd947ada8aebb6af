package ingest

import (
	"encoding/json"
	"strings"
)

// linkedData is what JSON-LD (schema.org) in a page says about its article.
type linkedData struct {
	headline, published, publisher, author string
}

// longestLinkedData bounds the JSON that is read, in bytes.
const longestLinkedData = 1 << 20

// A node is the part of a JSON-LD object that matters. Most values may be a
// string, an object or a list of either.
type node struct {
	Type      json.RawMessage `json:"@type"`
	Graph     json.RawMessage `json:"@graph"`
	Main      json.RawMessage `json:"mainEntity"`
	Headline  json.RawMessage `json:"headline"`
	Published json.RawMessage `json:"datePublished"`
	Publisher json.RawMessage `json:"publisher"`
	Author    json.RawMessage `json:"author"`
}

// linkedData takes in the content of a script with JSON-LD. What is broken in
// it is as good as not there.
func (p *page) linkedData(s string) {
	if len(s) <= longestLinkedData {
		p.data.find([]byte(strings.TrimSpace(s)), 4)
	}
}

// find fills in what the first article in v, a node or a list of nodes, says.
// Depth bounds how deep it looks.
func (d *linkedData) find(v json.RawMessage, depth int) {
	if len(v) == 0 || depth == 0 {
		return
	}
	var nodes []node
	if v[0] == '[' {
		if json.Unmarshal(v, &nodes) != nil {
			return
		}
	} else {
		nodes = make([]node, 1)
		if json.Unmarshal(v, &nodes[0]) != nil {
			return
		}
	}
	for _, n := range nodes {
		if isArticle(n.Type) {
			first(&d.headline, name(n.Headline))
			first(&d.published, name(n.Published))
			first(&d.publisher, name(n.Publisher))
			first(&d.author, name(n.Author))
		}
		d.find(n.Main, depth-1)
		d.find(n.Graph, depth-1)
	}
}

// isArticle reports whether a node's type is one of schema.org's kinds of
// articles and reports.
func isArticle(kind json.RawMessage) bool {
	s := string(kind)
	return strings.Contains(s, "Article") || strings.Contains(s, "Posting") || strings.Contains(s, "Report")
}

// name returns a string, the name of an object, or the first of a list of
// these.
func name(v json.RawMessage) string {
	if len(v) == 0 {
		return ""
	}
	switch v[0] {
	case '"':
		var s string
		if json.Unmarshal(v, &s) == nil {
			return strings.TrimSpace(s)
		}
	case '{':
		var o struct{ Name json.RawMessage }
		if json.Unmarshal(v, &o) == nil && len(o.Name) > 0 && o.Name[0] == '"' {
			return name(o.Name)
		}
	case '[':
		var list []json.RawMessage
		if json.Unmarshal(v, &list) == nil && len(list) > 0 && list[0][0] != '[' {
			return name(list[0])
		}
	}
	return ""
}
