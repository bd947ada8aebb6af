package pdf

import (
	"bytes"
	"testing"

	"readahead/brief/layout"
)

// Whatever stands in a text, an address, a title: the file is whole, and the
// text comes back.
func FuzzWrite(f *testing.F) {
	for _, s := range []string{"", "Quay", hostile, "EMC ET endstream endobj", "\xFF\xFE(\\", "ffi f\u0301\u0301\uFEFF", "]TJ ET EMC /Type /Page\n", "startxref\n1\n%%EOF\n"} {
		f.Add(s, "https://harbour.example/"+s, s, s)
	}
	f.Fuzz(func(t *testing.T, text, url, title, id string) {
		s := newSheet(title)
		s.Lang = id
		note := s.element(0, layout.Note)
		s.Elements[note].ID, s.Elements[note].Alt, s.Elements[note].Lang = id, title, id
		link := s.element(note, layout.Link)
		s.Elements[link].URL = url
		const size = layout.Pt / 100 // room for long texts
		s.run(note, margin, text, "regular", size)
		s.run(link, margin, url, "italic", size)
		s.run(layout.Artifact, margin, title, "bold", size)
		last := s.Boxes[0].(layout.Run)
		last.Tracking, last.WordSpace = 3, -5
		s.Boxes = append(s.Boxes, last)
		m := Meta{Title: title, Author: text, Subject: url, Keywords: id, Creator: title, Producer: title,
			Attachments: []Attachment{{Name: text, MIME: url, Description: title, Relationship: id, Data: []byte(text)}}}
		if len(text) > 1e5 || len(url) > 1e5 || len(title) > 1e5 || len(id) > maxInfo {
			return
		}
		var b bytes.Buffer
		if err := Write(&b, []layout.Page{s.Page}, m); err != nil {
			t.Fatal(err)
		}
		file, err := parseFile(b.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		parts, err := extract(file)
		if err != nil {
			t.Fatal(err)
		}
		var got string
		for _, p := range parts {
			got += string(p.text)
		}
		if want := unicodeOf(text) + unicodeOf(url) + unicodeOf(title) + unicodeOf(text); got != want {
			t.Errorf("the text came back as %+q, want %+q", got, want)
		}
		properties(t, file.catalog("Metadata").(streamed).data)
	})
}
