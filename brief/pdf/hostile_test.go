package pdf

import (
	"os/exec"
	"strings"
	"testing"

	"readahead/brief/layout"
)

// Values that somebody may put into a title, an address, a name, to break the
// file or to deceive its reader.
var hostileValues = []struct{ name, value string }{
	{"NUL", "a\x00b"},
	{"lone surrogates", "\xED\xA0\x80a\xED\xBF\xBF"},
	{"byte order marks", "\uFEFFa\xFE\xFF\xFF\xFE"},
	{"overrides", "invoice\u202Efdp.exe\u2066\u2069"},
	{"parentheses", "a) (b ((("},
	{"backslashes", `a\)\\\`},
	{"end of object", "x) >> endobj 5 0 obj << /JS (y"},
	{"end of stream", "\nendstream\nendobj\nxref\ntrailer\nstartxref\n0\n%%EOF\n"},
	{"end of text", ")]TJ ET EMC EMC Q Q /Artifact BMC"},
	{"a page", "/Type /Page\n/Contents 9 0 R"},
	{"markup", "<script>&amp;]]></rdf:RDF><?xpacket end='w'?>"},
	{"name characters", "a#20b%c/d[e]{f}<g>é"},
	{"line ends", "a\rb\nc\r\nd\u2028e"},
	{"noncharacters", "\uFFFE\uFFFF\U0010FFFF\uFDD0"},
	{"tags and private use", "\U000E0041\uE000\U000F0000"},
	{"many marks", "a" + strings.Repeat("\u0301", 500)},
	{"a megabyte", strings.Repeat("quay ) ", 150000)},
	{"a megabyte, not ASCII", strings.Repeat("é🚢)", 160000)},
	{"script", "javascript:app.alert(1)"},
	{"address", "https://a.example/" + strings.Repeat("%0A(\\", 500)},
}

// hostileFile returns a page and metadata made of one value.
func hostileFile(value string) (layout.Page, Meta) {
	s := newSheet(value)
	s.Lang = value
	short := value[:min(len(value), 3000)]
	note := s.element(0, layout.Note)
	s.Elements[note].ID, s.Elements[note].Alt, s.Elements[note].Lang = "n"+short, value, value
	link := s.element(note, layout.Link)
	s.Elements[link].URL, s.Elements[link].Alt = value, value
	mark := s.element(note, layout.Link)
	s.Elements[mark].Target = "n" + short
	figure := s.element(0, layout.Figure)
	s.Elements[figure].Alt = "x" + value
	s.run(note, margin, short, "regular", layout.Pt)
	s.run(link, margin, short, "regular", layout.Pt)
	s.run(mark, margin, short, "regular", layout.Pt)
	for _, rtl := range []bool{false, true} {
		r := s.Boxes[0].(layout.Run)
		r.RTL, r.Hyphen = rtl, true
		s.Boxes = append(s.Boxes, r)
	}
	return s.Page, Meta{
		Title: value, Author: value, Subject: value, Keywords: value, Creator: value, Producer: value,
		Attachments: []Attachment{{Name: value, MIME: value, Description: value, Relationship: value, Data: []byte(value)}},
	}
}

func TestHostileValues(t *testing.T) {
	for _, tt := range hostileValues {
		t.Run(tt.name, func(t *testing.T) {
			p, m := hostileFile(tt.value)
			f, _ := written(t, p, m)
			if _, err := extract(f); err != nil {
				t.Error(err)
			}
			properties(t, f.catalog("Metadata").(streamed).data)
			spec := f.catalog("AF", 0)
			if data := f.at(spec, "EF", "F").(streamed).data; string(data) != tt.value {
				t.Errorf("the attachment holds %d bytes of %d", len(data), len(tt.value))
			}
			if n := textString(f.at(spec, "UF")); strings.ContainsAny(n, "/\\:\u202E") || len(n) > maxName || n == "" {
				t.Errorf("the attachment is named %.300q", n)
			}
		})
	}
}

func TestHostileValuesQpdf(t *testing.T) {
	qpdf := tool(t, "qpdf")
	for _, tt := range hostileValues {
		p, m := hostileFile(tt.value)
		if out, err := exec.Command(qpdf, "--check", saved(t, m, p)).CombinedOutput(); err != nil || strings.Contains(string(out), "WARNING") {
			t.Errorf("%s: %v\n%s", tt.name, err, out)
		}
	}
}

func TestFileName(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"plain", "notes.json", "notes.json"},
		{"another folder", "../../etc/passwd", ".._.._etc_passwd"},
		{"override", "invoice\u202Efdp.exe", "invoicefdp.exe"},
		{"dots", "...", "attachment"},
		{"trailing dot", "notes. ", "notes"},
		{"long", strings.Repeat("é", 300) + ".json", strings.Repeat("é", 97) + ".json"},
		{"long extension", "a." + strings.Repeat("x", 300), "a." + strings.Repeat("x", 198)},
		{"nothing", "\x00", "attachment"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := fileName(tt.in); got != tt.want {
				t.Errorf("fileName(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}
