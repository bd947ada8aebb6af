package pdf

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"readahead/brief/layout"
	"time"
)

const (
	dc      = "http://purl.org/dc/elements/1.1/ "
	pdfNS   = "http://ns.adobe.com/pdf/1.3/ "
	xmpNS   = "http://ns.adobe.com/xap/1.0/ "
	pdfaid  = "http://www.aiim.org/pdfa/ns/id/ "
	pdfuaid = "http://www.aiim.org/pdfua/ns/id/ "
)

// properties returns the metadata's character data by namespace and name of
// the property.
func properties(t *testing.T, b []byte) map[string]string {
	t.Helper()
	m := map[string]string{}
	var open []string
	d := xml.NewDecoder(bytes.NewReader(b))
	for {
		tok, err := d.Token()
		if err == io.EOF {
			return m
		}
		if err != nil {
			t.Fatalf("metadata: %v", err)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			open = append(open, tok.Name.Space+" "+tok.Name.Local)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if s := strings.TrimSpace(string(tok)); s != "" {
				for i := len(open) - 1; i >= 0; i-- { // the property, not its container's items
					if !strings.HasPrefix(open[i], "http://www.w3.org/1999/02/22-rdf-syntax-ns#") {
						m[open[i]] += s
						break
					}
				}
			}
		}
	}
}

const hostile = "Quay) /Title (x >>>> endobj\nstream <b>&amp;]]> \x00\x1B\xFF\uFFFE\u202E é 🚢 \\"

func TestMeta(t *testing.T) {
	for _, tt := range []struct {
		name  string
		value string
		want  string
	}{
		{"plain", "Quay repairs", "Quay repairs"},
		{"hostile", hostile, "Quay) /Title (x >>>> endobj stream <b>&amp;]]> \uFFFD\u202E é 🚢 \\"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			m := fullMeta()
			m.Title, m.Author, m.Subject, m.Keywords, m.Creator, m.Producer = tt.value, tt.value, tt.value, tt.value, tt.value, tt.value
			f, _ := written(t, onePage("x").Page, m)
			info := f.get(f.trailer["Info"]).(dict)
			xmp := properties(t, f.catalog("Metadata").(streamed).data)
			for key, property := range map[name]string{
				"Title": dc + "title", "Author": dc + "creator", "Subject": dc + "description",
				"Keywords": pdfNS + "Keywords", "Creator": xmpNS + "CreatorTool", "Producer": pdfNS + "Producer",
			} {
				if got := textString(info[key]); got != tt.want {
					t.Errorf("%s is %+q, want %+q", key, got, tt.want)
				}
				if got := xmp[property]; got != tt.want {
					t.Errorf("property %s is %+q, want %+q", property, got, tt.want)
				}
			}
			if info["CreationDate"] != "D:20310304050607Z" || xmp[xmpNS+"CreateDate"] != "2031-03-04T05:06:07Z" {
				t.Errorf("dates %v and %s", info["CreationDate"], xmp[xmpNS+"CreateDate"])
			}
			if xmp[pdfaid+"part"] != "3" || xmp[pdfaid+"conformance"] != "A" || xmp[pdfuaid+"part"] != "1" {
				t.Errorf("claims to PDF/A-%s%s and PDF/UA-%s", xmp[pdfaid+"part"], xmp[pdfaid+"conformance"], xmp[pdfuaid+"part"])
			}
		})
	}
}

func TestMetaDefaults(t *testing.T) {
	s := onePage("x")
	s.Lang = "no language)"
	f, _ := written(t, s.Page, Meta{Date: time.Date(123456, 1, 1, 0, 0, 0, 0, time.UTC)})
	info := f.get(f.trailer["Info"]).(dict)
	if info["Title"] != "Quay repairs" {
		t.Errorf("title %v, want the page's", info["Title"])
	}
	if len(info) != 1 {
		t.Errorf("information that nobody gave: %v", info)
	}
	if got := f.catalog("Lang"); got != "und" {
		t.Errorf("language %v", got)
	}
	s.Title = "\x00"
	f, _ = written(t, s.Page, Meta{})
	if got := f.at(f.trailer["Info"], "Title"); got != "Untitled" {
		t.Errorf("title %v; a document must have one", got)
	}
}

func TestAttachments(t *testing.T) {
	m := Meta{Attachments: []Attachment{
		{Name: "b.json", MIME: "application/json", Relationship: "Data", Data: []byte(`{"b":1}`)},
		{Name: "é/../a.md", MIME: "text/plain)", Description: hostile, Relationship: "Cousin", Data: []byte("# a")},
		{Name: "..", Data: nil},
	}}
	f, _ := written(t, onePage("x").Page, m)
	specs := f.catalog("AF").([]any)
	if len(specs) != 3 {
		t.Fatalf("%d attachments", len(specs))
	}
	for i, want := range []struct {
		name, kind, relation string
	}{
		{"b.json", "application/json", "Data"},
		{"é_.._a.md", "application/octet-stream", "Unspecified"},
		{"attachment", "application/octet-stream", "Unspecified"},
	} {
		spec := f.get(specs[i]).(dict)
		data := f.at(spec, "EF", "F").(streamed)
		if textString(spec["UF"]) != want.name || spec["AFRelationship"] != name(want.relation) || data.dict["Subtype"] != name(want.kind) {
			t.Errorf("attachment %d: %v, %v", i, spec, data.dict)
		}
		if !bytes.Equal(data.data, m.Attachments[i].Data) || f.at(data, "Params", "Size") != len(m.Attachments[i].Data) {
			t.Errorf("attachment %d holds %q", i, data.data)
		}
	}
	names := f.catalog("Names", "EmbeddedFiles", "Names").([]any)
	for i := 0; i < len(names); i += 2 {
		if i > 0 && names[i].(string) <= names[i-2].(string) {
			t.Errorf("name %q comes behind %q", names[i], names[i-2])
		}
		if f.at(names[i+1], "UF") != names[i] && textString(f.at(names[i+1], "UF")) != textString(names[i]) {
			t.Errorf("name %q leads to %v", names[i], f.at(names[i+1]))
		}
	}
	for _, same := range []string{"b.json", "é:..\\a.md"} {
		m.Attachments[2].Name = same
		if err := Write(io.Discard, []layout.Page{onePage("x").Page}, m); err == nil {
			t.Errorf("two attachments are named %s", same)
		}
	}
}
