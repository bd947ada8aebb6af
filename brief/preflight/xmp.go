package preflight

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// The namespaces of the metadata that are read here (ISO 16684-1; ISO 19005-3,
// 6.6; ISO 14289-1, 5).
const (
	nsRDF      = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	nsXML      = "http://www.w3.org/XML/1998/namespace"
	nsDC       = "http://purl.org/dc/elements/1.1/"
	nsXMP      = "http://ns.adobe.com/xap/1.0/"
	nsMM       = "http://ns.adobe.com/xap/1.0/mm/"
	nsRights   = "http://ns.adobe.com/xap/1.0/rights/"
	nsPDF      = "http://ns.adobe.com/pdf/1.3/"
	nsPDFA     = "http://www.aiim.org/pdfa/ns/id/"
	nsPDFUA    = "http://www.aiim.org/pdfua/ns/id/"
	nsExtend   = "http://www.aiim.org/pdfa/ns/extension/"
	nsSchema   = "http://www.aiim.org/pdfa/ns/schema#"
	nsProperty = "http://www.aiim.org/pdfa/ns/property#"
)

// A node is an element of XML, without what is around its children.
type node struct {
	space, local string
	attrs        []xml.Attr
	kids         []*node
	text         []byte
}

// A packet is what the metadata say.
type packet struct {
	properties []*node           // of all descriptions; attributes are made elements
	prefixes   map[string]string // of the namespaces, as the packet writes them
	header     string            // what stands in the packet's header
}

// maxXMP is how many bytes metadata may have; a tree of them takes many times
// as much.
const maxXMP = 1 << 20

var errXMP = errors.New("the metadata are no XMP")

// parseXMP reads an XMP packet. Only what metadata need of RDF is known:
// descriptions of the document, with properties as attributes or elements.
func parseXMP(data []byte) (*packet, error) {
	if len(data) > maxXMP {
		return nil, errXMP
	}
	p := &packet{prefixes: map[string]string{}}
	root, err := p.parse(data)
	if err != nil {
		return nil, err
	}
	rdf := root.child(nsRDF, "RDF")
	if root.space == nsRDF && root.local == "RDF" {
		rdf = root
	}
	if rdf == nil {
		return nil, errXMP
	}
	for _, d := range rdf.kids {
		if d.space != nsRDF || d.local != "Description" {
			return nil, errXMP
		}
		for _, a := range d.attrs {
			if s := a.Name.Space; s != nsRDF && s != nsXML && s != "xmlns" && s != "" {
				p.properties = append(p.properties, &node{space: s, local: a.Name.Local, text: []byte(a.Value)})
			}
		}
		p.properties = append(p.properties, d.kids...)
	}
	return p, nil
}

// parse reads the XML as a tree.
func (p *packet) parse(data []byte) (*node, error) {
	decoder := xml.NewDecoder(bytes.NewReader(data))
	var root *node
	var open []*node
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, errXMP
		}
		switch token := token.(type) {
		case xml.ProcInst:
			if token.Target == "xpacket" && p.header == "" {
				p.header = string(token.Inst)
			}
		case xml.Directive:
			return nil, errXMP // a document type: nothing that metadata need
		case xml.StartElement:
			n := &node{space: token.Name.Space, local: token.Name.Local, attrs: token.Attr}
			for _, a := range token.Attr {
				if a.Name.Space == "xmlns" {
					p.prefixes[a.Value] = a.Name.Local
				}
			}
			if len(open) > maxNesting {
				return nil, errXMP
			}
			if len(open) > 0 {
				top := open[len(open)-1]
				top.kids = append(top.kids, n)
			} else if root == nil {
				root = n
			} else {
				return nil, errXMP
			}
			open = append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 {
				top := open[len(open)-1]
				top.text = append(top.text, token...)
			}
		}
	}
	if root == nil {
		return nil, errXMP
	}
	return root, nil
}

func (n *node) child(space, local string) *node {
	if n == nil {
		return nil
	}
	for _, k := range n.kids {
		if k.space == space && k.local == local {
			return k
		}
	}
	return nil
}

// find returns the property of that name, or nil.
func (p *packet) find(space, local string) *node {
	for _, n := range p.properties {
		if n.space == space && n.local == local {
			return n
		}
	}
	return nil
}

// value returns what a property says: its text, or that of the default or
// first element of its array.
func (n *node) value() string {
	if n == nil {
		return ""
	}
	items, _ := n.items()
	if items == nil {
		return strings.TrimSpace(string(n.text))
	}
	for _, li := range items {
		if li.attr(nsXML, "lang") == "x-default" {
			return string(li.text)
		}
	}
	if len(items) == 0 {
		return ""
	}
	return string(items[0].text)
}

// items returns the elements of an array, and which kind it is: "Alt", "Bag"
// or "Seq"; nil if n is no array.
func (n *node) items() ([]*node, string) {
	for _, kind := range []string{"Alt", "Bag", "Seq"} {
		if a := n.child(nsRDF, kind); a != nil {
			return append([]*node{}, a.kids...), kind
		}
	}
	return nil, ""
}

func (n *node) attr(space, local string) string {
	for _, a := range n.attrs {
		if a.Name.Local == local && (a.Name.Space == space || a.Name.Space == "xml" && space == nsXML) {
			return a.Value
		}
	}
	return ""
}
