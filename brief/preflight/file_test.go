package preflight

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"
)

// withTable appends a cross-reference table to objects, each of which begins
// a line, and a trailer.
func withTable(objects, trailer string) []byte {
	b := []byte(objects)
	rows := ""
	for at := 0; at < len(b); {
		line, _, _ := bytes.Cut(b[at:], []byte("\n"))
		if number, _, ok := strings.Cut(string(line), " 0 obj"); ok {
			if n, err := strconv.Atoi(number); err == nil && n >= 0 {
				rows += fmt.Sprintf("%d 1\n%010d 00000 n \n", n, at)
			}
		}
		at += len(line) + 1
	}
	return fmt.Appendf(b, "xref\n%strailer\n%s\nstartxref\n%d\n%%%%EOF\n", rows, trailer, len(b))
}

// plain is a PDF as other programs write it: values spread over lines, strings
// of all kinds, content in pieces.
const plain = `%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R % a comment
   /MarkInfo << /Marked true >> /StructTreeRoot 3 0 R >>
endobj
2 0 obj << /Type /Pages /Kids [ 4 0 R ] /Count 1 /Resources << /Font << /F#31 7 0 R >> >> >> endobj
3 0 obj << /Type /StructTreeRoot /K [ ] >> endobj
4 0 obj
<< /Type /Page /Parent 2 0 R /Contents [ 5 0 R 6 0 R ] >>
endobj
5 0 obj << /Length 9 0 R >>
stream
BT /F1 12 Tf [ <0001> -20.5 (\000\002\000\)) ] TJ ET
endstream
endobj
6 0 obj << /Length 29 >>
stream
BT <0004 0005 00 06> Tj ET   ` + `
endstream
endobj
7 0 obj << /Type /Font /Subtype /Type0 /ToUnicode 8 0 R >> endobj
8 0 obj << /Length 167 >>
stream
3 beginbfchar <0001> <0048> <0002> <00660069> <0029> <D83DDE00> endbfchar
2 beginbfrange <0004> <0005> <0061> <0006> <0006> [ <00E9> ] endbfrange
endstream
endobj
9 0 obj 52 endobj
`

func TestOpen(t *testing.T) {
	f, err := Open(withTable(plain, "<< /Root 1 0 R >>"))
	if err != nil {
		t.Fatal(err)
	}
	if f.Pages() != 1 || !f.Tagged() || f.Attachments() != nil {
		t.Errorf("%d pages, tagged %v, %v", f.Pages(), f.Tagged(), f.Attachments())
	}
	if got, want := f.Text(), "Hfi\U0001F600abé\n"; got != want {
		t.Errorf("the page says %q, want %q", got, want)
	}
	for _, change := range []struct{ name, from, to string }{
		{"not marked", "/Marked true", "/Marked false"},
		{"no tree", "/StructTreeRoot 3 0 R", ""},
		{"a tree without children", "/K [ ]", ""},
	} {
		f, err := Open(withTable(strings.Replace(plain, change.from, change.to, 1), "<< /Root 1 0 R >>"))
		if err != nil || f.Tagged() {
			t.Errorf("%s: tagged %v, %v", change.name, f.Tagged(), err)
		}
	}
}

// pageWith returns a file whose page has the content, in a font whose codes
// are the characters.
func pageWith(content string) []byte {
	b := strings.Replace(plain, "BT /F1 12 Tf [ <0001> -20.5 (\\000\\002\\000\\)) ] TJ ET", content, 1)
	b = strings.Replace(b, "BT <0004 0005 00 06> Tj ET   ", strings.Repeat(" ", 29), 1)
	b = strings.Replace(b, "9 0 obj 52", "9 0 obj "+strconv.Itoa(len(content)), 1)
	b = strings.Replace(b, "3 beginbfchar", "1 beginbfrange <0020> <007E> <0020> endbfrange\n3 beginbfchar", 1)
	return withTable(strings.Replace(b, "/Length 167", "/Length 214", 1), "<< /Root 1 0 R >>")
}

func TestText(t *testing.T) {
	wide := func(s string) string {
		var b strings.Builder
		for _, c := range s {
			fmt.Fprintf(&b, "%04x", c)
		}
		return "<" + b.String() + ">"
	}
	for _, tt := range []struct{ name, content, want string }{
		{"strings one after the other", wide("ab") + " Tj [" + wide("c") + " 3 " + wide("d") + "] TJ", "abcd"},
		{"another text for it", "/Span <</ActualText (x)>> BDC " + wide("ab") + " Tj EMC " + wide("c") + " Tj", "xc"},
		{"no text for it", "/Span <</ActualText ()>> BDC " + wide("-") + " Tj EMC " + wide("c") + " Tj", "c"},
		{"another text within another", "/P <</ActualText (x)>> BDC /Q <</ActualText (y)>> BDC " + wide("ab") + " Tj EMC " + wide("c") + " Tj EMC", "x"},
		{"reversed", "/ReversedChars BMC " + wide("cba") + " Tj EMC " + wide("d") + " Tj", "abcd"},
		{"closed too often", "EMC EMC " + wide("a") + " Tj", "a"},
		{"unknown code", wide("a\u0500b") + " Tj", "ab"},
	} {
		f, err := Open(pageWith("/F1 9 Tf " + tt.content))
		if err != nil {
			t.Fatalf("%s: %v", tt.name, err)
		}
		if got := strings.TrimSuffix(f.Text(), "\n"); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestOpenRefuses: what cannot be read, or would take too much, is an error.
func TestOpenRefuses(t *testing.T) {
	root := "<< /Root 1 0 R >>"
	var bomb bytes.Buffer
	z := zlib.NewWriter(&bomb)
	z.Write(make([]byte, maxInflated+1))
	z.Close()
	for _, tt := range []struct {
		name string
		data []byte
	}{
		{"nothing", nil},
		{"text", []byte("text")},
		{"a header alone", []byte("%PDF-1.7\n")},
		{"no table", []byte(plain)},
		{"a table far off", []byte(plain + "startxref\n99999999\n%%EOF\n")},
		{"a table before the start", []byte(plain + "startxref\n-7\n%%EOF\n")},
		{"tables in a ring", withTable(plain, "<< /Root 1 0 R /Prev "+strconv.Itoa(len(plain))+" >>")},
		{"a hidden table in a ring", withTable(plain, "<< /Root 1 0 R /XRefStm "+strconv.Itoa(len(plain))+" >>")},
		{"no catalog", withTable(plain, "<< /Root 99 0 R >>")},
		{"no trailer", bytes.Replace(withTable(plain, root), []byte("trailer\n<<"), []byte("trailer\n[]"), 1)},
		{"a table that promises too much", bytes.Replace(withTable(plain, root), []byte("xref\n1 1\n"), []byte("xref\n1 99999999\n"), 1)},
		{"an object far off", bytes.Replace(withTable(plain, root), []byte("1 1\n00"), []byte("1 1\n99"), 1)},
		{"an object elsewhere", bytes.Replace(withTable(plain, root), []byte("1 0 obj"), []byte("8 0 obj"), 1)},
		{"an object without end", withTable(strings.Replace(plain, ">>\nendobj", ">>", 1), root)},
		{"a stream without end", withTable("%PDF-1.7\n1 0 obj\n<</Length 5>>\nstream\nabc", root)},
		{"a length that is its own", withTable("%PDF-1.7\n1 0 obj\n<</Length 1 0 R>>\nstream\nabc\nendstream\nendobj\n", root)},
		{"deep arrays", withTable("%PDF-1.7\n1 0 obj\n"+strings.Repeat("[", 100000)+"\nendobj\n", root)},
		{"deep dictionaries", withTable("%PDF-1.7\n1 0 obj\n"+strings.Repeat("<</A", 100000)+"\nendobj\n", root)},
		{"too many values", withTable("%PDF-1.7\n1 0 obj\n["+strings.Repeat("0 ", maxValues)+"]\nendobj\n", root)},
		{"a bomb", withTable(fmt.Sprintf("%%PDF-1.7\n2 0 obj\n<</Type/XRef/W[1 2 1]/Size 3/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream\nendobj\n", bomb.Len(), bomb.Bytes()), "<</Root 1 0 R/XRefStm 9>>")},
		{"an operator among values", withTable("%PDF-1.7\n1 0 obj\n<</A foo>>\nendobj\n", root)},
	} {
		if _, err := Open(tt.data); !errors.Is(err, errNoPDF) {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
	if _, err := Open(withTable(plain, "<< /Root 1 0 R /Encrypt << /Filter /Standard >> >>")); !errors.Is(err, ErrEncrypted) {
		t.Errorf("encrypted: %v", err)
	}
}

// TestRings: a check of what refers to itself comes to its end.
func TestRings(t *testing.T) {
	const ring = `%PDF-1.7
1 0 obj
<</Type/Catalog/Pages 2 0 R/StructTreeRoot 3 0 R/Outlines 6 0 R/Names<</EmbeddedFiles 7 0 R>>/A 8 0 R>>
endobj
2 0 obj
<</Type/Pages/Kids[2 0 R 4 0 R 2 0 R]/Parent 2 0 R>>
endobj
3 0 obj
<</K 5 0 R/ParentTree 9 0 R/RoleMap<</A/B/B/A>>>>
endobj
4 0 obj
<</Type/Page/Parent 4 0 R/Contents 10 0 R/Resources<</XObject<</X 10 0 R>>/ColorSpace<</C 11 0 R>>>>/StructParents 0>>
endobj
5 0 obj
<</S/A/P 5 0 R/K[5 0 R 5 0 R]>>
endobj
6 0 obj
<</First 6 0 R/Next 6 0 R/Parent 6 0 R/Title(a)>>
endobj
7 0 obj
<</Kids[7 0 R 7 0 R]>>
endobj
8 0 obj
8 0 R
endobj
9 0 obj
<</Kids[9 0 R 9 0 R]/Nums[0 9 0 R]>>
endobj
10 0 obj
<</Type/XObject/Subtype/Form/Length 18/Resources 12 0 R/SMask 10 0 R>>
stream
/X Do /X Do /C cs 
endstream
endobj
11 0 obj
[/Indexed 11 0 R]
endobj
12 0 obj
<</XObject<</X 10 0 R>>/ColorSpace<</C 11 0 R>>>>
endobj
`
	f, err := Open(withTable(ring, "<< /Root 1 0 R >>"))
	if err != nil {
		t.Fatal(err)
	}
	if r := f.Check(); len(r) == 0 || f.Pages() != 1 || f.Text() != "\n" {
		t.Errorf("%v, %d pages", r, f.Pages())
	}
}

// TestUpdate: what a later part of the file says, holds.
func TestUpdate(t *testing.T) {
	good := build(t, lighthouse())
	f, err := Open(good)
	if err != nil {
		t.Fatal(err)
	}
	root := int(f.trailer["Root"].(ref))
	catalog := f.dict(ref(root))
	delete(catalog, "Lang")
	at := bytes.LastIndex(good, []byte("startxref\n"))
	prev, _, _ := strings.Cut(string(good[at+len("startxref\n"):]), "\n")
	b := bytes.Clone(good)
	start := len(b)
	b = fmt.Appendf(b, "%d 0 obj\n", root)
	b = appendValue(b, catalog)
	b = append(b, "\nendobj\n"...)
	table := len(b)
	b = fmt.Appendf(b, "xref\n%d 1\n%010d 00000 n \ntrailer\n", root, start)
	b = appendValue(b, dict{"Root": ref(root), "ID": f.trailer["ID"], "Info": f.trailer["Info"], "Size": 999, "Prev": keyword(prev)})
	b = fmt.Appendf(b, "\nstartxref\n%d\n%%%%EOF\n", table)
	r, err := Check(b)
	if err != nil || len(r) == 0 || r[0].Clause != "7.2" || len(r.Of(A)) > 0 {
		t.Errorf("%v, %v", r, err)
	}
}

// TestHybrid: objects that only the hidden stream of a hybrid file knows.
func TestHybrid(t *testing.T) {
	const hidden = "5 0 obj\n<</Type/XRef/W[1 2 1]/Index[3 1]/Size 6/Filter/ASCIIHexDecode/Length 9>>\nstream\n01000F00>\nendstream\nendobj\n"
	body := "%PDF-1.7\n%abcd\n3 0 obj\n<</Type/Catalog/Pages 4 0 R>>\nendobj\n" + hidden
	at := strings.Index(body, hidden)
	b := withTable(body, fmt.Sprintf("<</Root 3 0 R/XRefStm %d>>", at))
	b = bytes.Replace(b, []byte("3 1\n0000000015 00000 n \n"), nil, 1) // the table does not know it
	f, err := Open(b)
	if err != nil || f.in(f.trailer, "Root", "Type") != name("Catalog") {
		t.Errorf("%v", err)
	}
}

func TestUnpredict(t *testing.T) {
	f := &File{}
	for _, tt := range []struct {
		name string
		in   string
		want string
	}{
		{"none", "\x00\x01\x02\x03", "\x01\x02\x03"},
		{"sub", "\x01\x01\x01\x01", "\x01\x02\x03"},
		{"up", "\x00\x01\x02\x03\x02\x01\x01\x01", "\x01\x02\x03\x02\x03\x04"},
		{"average", "\x00\x02\x04\x06\x03\x01\x01\x01", "\x02\x04\x06\x02\x04\x06"},
		{"Paeth", "\x00\x02\x04\x06\x04\x01\x01\x01", "\x02\x04\x06\x03\x05\x07"},
		{"a row cut off", "\x00\x01\x02\x03\x02\x01", "\x01\x02\x03"},
	} {
		got, err := f.unpredict([]byte(tt.in), dict{"Predictor": 15, "Columns": 3})
		if err != nil || string(got) != tt.want {
			t.Errorf("%s: %x, %v", tt.name, got, err)
		}
	}
	for _, bad := range []dict{{"Predictor": 2}, {"Predictor": 12, "Columns": -1}, {"Predictor": 12, "Columns": 1 << 40}} {
		if _, err := f.unpredict([]byte("\x00\x01"), bad); err == nil {
			t.Errorf("%v is taken", bad)
		}
	}
}

func TestLexer(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"[true false null 1 -2 +3 4.5 -.5 6.]", "[true false null 1 -2 3 4.5 -0.5 6 ]"},
		{"(a\\(b\\)(c)\\101\\\n\\r\r\n)", "<6128622928632941" + "0d0a>"},
		{"<48 65 6c6C6>", "<48656c6c60>"},
		{"/A#20B#", "/A#20B#23"},
		{"<</A 1 0 R/B[2 0 R 3 4]/C null>>", "<</A 1 0 R\n/B [2 0 R 3 4 ]\n>>"},
	} {
		budget := 100
		l := &lexer{b: []byte(tt.in), budget: &budget}
		v, err := l.value(0)
		got := string(appendValue(nil, v))
		if err != nil || got != tt.want {
			t.Errorf("%q: %s, %v, want %s", tt.in, got, err, tt.want)
		}
	}
	for _, bad := range []string{"", "[", "<<", "(", "<", ")", "<</A>>", "<<1 2>>", "1.2.3", "1e5", "0x10", "--1", "{"} {
		budget := 100
		l := &lexer{b: []byte(bad), budget: &budget}
		if v, err := l.value(0); err == nil {
			t.Errorf("%q is read as %v", bad, v)
		}
	}
}

func FuzzCheck(f *testing.F) {
	f.Add([]byte(plain))
	f.Add(pageWith("/P <</MCID 0>> BDC q /F1 9 Tf [(ab) 3 <0061>] TJ /X Do Q EMC"))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, b := range [][]byte{data, withTable(string(data), "<< /Root 1 0 R >>")} {
			file, err := Open(b)
			if err != nil {
				continue
			}
			file.Check()
			file.Text()
			file.Attachments()
			file.Pages()
			file.Tagged()
		}
	})
}

func BenchmarkCheck(b *testing.B) {
	data := build(b, lighthouse())
	b.ReportAllocs()
	for b.Loop() {
		if r, err := Check(data); err != nil || len(r) > 0 {
			b.Fatal(r, err)
		}
	}
}
