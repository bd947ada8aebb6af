package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"readahead/brief/doc"
)

// A format is a way to write a document.
type format struct {
	name, ext string
	encode    func(doc.Document) []byte
}

func formatNames() []string { return []string{"md", "json", "text"} }

func formatNamed(name string) (format, error) {
	switch name {
	case "md":
		return format{name, ".md", markdown}, nil
	case "json":
		return format{name, ".json", documentJSON}, nil
	case "text":
		return format{name, ".txt", plainText}, nil
	}
	return format{}, &usageError{
		msg:  fmt.Sprintf("unknown format %q", name),
		hint: "the formats are " + strings.Join(formatNames(), ", "),
	}
}

func markdown(d doc.Document) []byte { return []byte(doc.ToMarkdown(d)) }

func plainText(d doc.Document) []byte { return []byte(doc.ToPlainText(d)) }

// The forms of a document in JSON. Spans are bytes of the file, half-open.
type (
	jsonDocument struct {
		File     string        `json:"file"`
		Format   doc.Format    `json:"format"`
		Encoding string        `json:"encoding"`
		SHA256   string        `json:"sha256"`
		Size     int           `json:"size"`
		Title    *jsonText     `json:"title"`
		Lang     string        `json:"lang"`
		Meta     jsonMeta      `json:"meta"`
		Blocks   []jsonBlock   `json:"blocks"`
		Dropped  []jsonDropped `json:"dropped"`
		Warnings []message     `json:"warnings"`
	}
	jsonText struct {
		Text  string     `json:"text"`
		Line  int        `json:"line"`
		Spans []jsonSpan `json:"spans"`
	}
	jsonSpan struct {
		Start int `json:"start"`
		End   int `json:"end"`
	}
	jsonMeta struct {
		Title     string   `json:"title"`
		Publisher string   `json:"publisher"`
		Author    string   `json:"author"`
		URL       string   `json:"url"`
		Published doc.Date `json:"published"`
	}
	jsonBlock struct {
		Kind    string       `json:"kind"` // heading, paragraph, list, table
		Level   int          `json:"level,omitempty"`
		Ordered bool         `json:"ordered,omitempty"`
		Text    *jsonText    `json:"text,omitempty"`
		Items   []jsonText   `json:"items,omitempty"`
		Header  []jsonText   `json:"header,omitempty"`
		Rows    [][]jsonText `json:"rows,omitempty"`
	}
	jsonDropped struct {
		jsonText
		Reason string    `json:"reason"`
		Of     *jsonSpan `json:"of,omitempty"` // what it repeats
	}
)

func documentJSON(d doc.Document) []byte {
	out := jsonDocument{
		File: d.File, Format: d.Format, Encoding: d.Encoding, SHA256: d.SHA256, Size: d.Size, Lang: d.Lang,
		Meta: jsonMeta(d.Meta), Blocks: []jsonBlock{}, Dropped: []jsonDropped{}, Warnings: warnings(d),
	}
	text := func(t doc.Text) jsonText {
		spans := []jsonSpan{}
		for _, r := range t.Ranges() {
			spans = append(spans, jsonSpan(r))
		}
		return jsonText{t.String(), d.Line(t.Start()), spans}
	}
	texts := func(ts []doc.Text) []jsonText {
		out := []jsonText{}
		for _, t := range ts {
			out = append(out, text(t))
		}
		return out
	}
	if d.Title.Len() > 0 {
		t := text(d.Title)
		out.Title = &t
	}
	for _, block := range d.Blocks {
		var j jsonBlock
		switch block := block.(type) {
		case doc.Heading:
			t := text(block.Text)
			j = jsonBlock{Kind: "heading", Level: block.Level, Text: &t}
		case doc.Paragraph:
			t := text(block.Text)
			j = jsonBlock{Kind: "paragraph", Text: &t}
		case doc.List:
			j = jsonBlock{Kind: "list", Ordered: block.Ordered, Items: texts(block.Items)}
		case doc.Table:
			j = jsonBlock{Kind: "table", Header: texts(block.Header)}
			for _, row := range block.Rows {
				j.Rows = append(j.Rows, texts(row))
			}
		}
		out.Blocks = append(out.Blocks, j)
	}
	for _, x := range d.Dropped {
		j := jsonDropped{jsonText: text(x.Text), Reason: x.Reason}
		if x.Of.Start < x.Of.End {
			of := jsonSpan(x.Of)
			j.Of = &of
		}
		out.Dropped = append(out.Dropped, j)
	}
	var b bytes.Buffer
	writeJSON(&b, out)
	return b.Bytes()
}

// writeJSON writes v indented, with the characters of the text as they are.
func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(v)
}
