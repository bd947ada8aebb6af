package art

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"readahead/brief/doc"
	"readahead/brief/layout"
)

// Limits on a drawing.
const (
	maxDepth    = 32
	maxSegments = 20000
)

// A state is what an element hands down to those inside it.
type state struct {
	at      matrix
	fill    layout.Color
	none    bool // nothing is filled
	evenOdd bool
}

// A svgReader reads a drawing.
type svgReader struct {
	file     string
	xml      *xml.Decoder
	art      layout.Art
	segments int
}

func (r *svgReader) errorf(hint, format string, args ...any) error {
	line, _ := r.xml.InputPos()
	return &doc.Error{File: r.file, Line: line, Msg: fmt.Sprintf(format, args...), Hint: hint}
}

func readSVG(file string, data []byte) (layout.Art, error) {
	r := &svgReader{file: file, xml: xml.NewDecoder(bytes.NewReader(data))}
	stack := []state{{at: identity}}
	for {
		token, err := r.xml.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return layout.Art{}, r.errorf("a logo is an SVG, PNG or JPEG file", "is not SVG: %v", err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if len(stack) > maxDepth {
				return layout.Art{}, r.errorf("", "is nested more than %d deep", maxDepth)
			}
			if t.Name.Local == "title" || t.Name.Local == "desc" || t.Name.Local == "metadata" {
				if err := r.xml.Skip(); err != nil {
					return layout.Art{}, r.errorf("", "is not SVG: %v", err)
				}
				continue
			}
			inner, err := r.element(t, stack[len(stack)-1], len(stack) == 1)
			if err != nil {
				return layout.Art{}, err
			}
			stack = append(stack, inner)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.Directive:
			if bytes.Contains(t, []byte("ENTITY")) {
				return layout.Art{}, r.errorf("remove the document type", "declares entities, which are not read")
			}
		}
	}
	if len(r.art.Paths) == 0 {
		return layout.Art{}, r.errorf("a logo is an SVG, PNG or JPEG file", "has nothing to draw")
	}
	return r.art, nil
}

// element reads one element and returns the state inside it.
func (r *svgReader) element(t xml.StartElement, s state, root bool) (state, error) {
	attrs := map[string]string{}
	for _, a := range t.Attr {
		if a.Name.Space == "" || a.Name.Local == "href" {
			attrs[a.Name.Local] = a.Value
		}
	}
	name := t.Name.Local
	if root != (name == "svg") {
		return s, r.errorf("a logo is an SVG, PNG or JPEG file", "<%s> cannot be drawn here", name)
	}
	if err := r.style(attrs, &s, name); err != nil {
		return s, err
	}
	var p pen
	var err error
	switch name {
	case "svg":
		return s, r.viewBox(attrs, &s)
	case "g":
		return s, nil
	case "defs":
		return s, nil // what may stand in it is refused by its own name
	case "path":
		err = p.data(attrs["d"])
	case "rect":
		err = p.rect(attrs)
	case "circle":
		attrs["rx"], attrs["ry"] = attrs["r"], attrs["r"]
		err = p.ellipse(attrs)
	case "ellipse":
		err = p.ellipse(attrs)
	case "polygon", "polyline":
		err = p.polygon(attrs["points"])
	default:
		return s, r.errorf("save the drawing with plain filled shapes, or as PNG", "<%s> cannot be drawn", name)
	}
	if err != nil {
		return s, r.errorf("", "<%s>: %v", name, err)
	}
	if r.segments += len(p.out); r.segments > maxSegments {
		return s, r.errorf("simplify the drawing, or save it as PNG", "has more than %d lines and curves", maxSegments)
	}
	if s.none || len(p.out) == 0 {
		return s, nil
	}
	for i := range p.out {
		for k := range p.out[i].P {
			p.out[i].P[k] = s.at.apply(p.out[i].P[k])
		}
	}
	r.art.Paths = append(r.art.Paths, layout.ArtPath{Color: s.fill, EvenOdd: s.evenOdd, Segments: p.out})
	return s, nil
}

// viewBox takes the drawing's size from the root element.
func (r *svgReader) viewBox(attrs map[string]string, s *state) error {
	box, err := numbers(attrs["viewBox"])
	if attrs["viewBox"] == "" {
		w, errW := number(strings.TrimSuffix(attrs["width"], "px"))
		h, errH := number(strings.TrimSuffix(attrs["height"], "px"))
		box, err = []float64{0, 0, w, h}, errors.Join(errW, errH)
	}
	const most = 1e6
	if err != nil || len(box) != 4 || !(box[2] > 0 && box[2] <= most && box[3] > 0 && box[3] <= most) {
		return r.errorf(`like viewBox="0 0 100 40"`, "the size of the drawing is not known")
	}
	if shape := box[2] / box[3]; shape > 20 || shape < 0.05 {
		return r.errorf("", "is more than twenty times as long as it is wide")
	}
	r.art.Width, r.art.Height = box[2], box[3]
	s.at = s.at.times(matrix{1, 0, 0, 1, -box[0], -box[1]})
	return nil
}

// style reads the attributes that an element hands down, and refuses those
// that ask for what is not drawn.
func (r *svgReader) style(attrs map[string]string, s *state, name string) error {
	for pair := range strings.SplitSeq(attrs["style"], ";") {
		if key, value, ok := strings.Cut(pair, ":"); ok {
			attrs[strings.TrimSpace(key)] = strings.TrimSpace(value)
		}
	}
	for _, key := range [...]string{"stroke", "clip-path", "mask", "filter", "marker", "display", "visibility"} {
		v := attrs[key]
		if v == "" || v == "none" && key != "display" || key == "visibility" && v == "visible" || key == "display" && v == "inline" {
			continue
		}
		return r.errorf("turn outlines into filled shapes, and remove effects", "<%s> has %s=%q, which cannot be drawn", name, key, v)
	}
	for _, key := range [...]string{"opacity", "fill-opacity"} {
		if v := attrs[key]; v != "" && v != "1" && v != "1.0" && v != "100%" {
			return r.errorf("give it the colour that it has on white", "<%s> is transparent, which cannot be drawn", name)
		}
	}
	for key := range attrs {
		if key == "href" || strings.HasPrefix(key, "on") {
			return r.errorf("remove it", "<%s> has %s, and a drawing may not load or run anything", name, key)
		}
	}
	switch v := strings.TrimSpace(attrs["fill"]); v {
	case "":
	case "none":
		s.none = true
	default:
		c, ok := parseColor(v)
		if !ok {
			return r.errorf(`like fill="#1d4172"`, "<%s> has fill=%q, which cannot be drawn", name, v)
		}
		s.fill, s.none = c, false
	}
	if v := attrs["fill-rule"]; v != "" {
		s.evenOdd = v == "evenodd"
	}
	m, err := parseTransform(attrs["transform"])
	if err != nil {
		return r.errorf("", "<%s>: %v", name, err)
	}
	s.at = s.at.times(m)
	return nil
}
