package notice

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"readahead/brief/profile"
)

// A received message is one as a mail program takes it apart.
type received struct {
	header   mail.Header
	text     string
	pdf      []byte
	filename string
}

// read takes a message apart with the standard library.
func read(t testing.TB, message []byte) received {
	t.Helper()
	for line := range bytes.Lines(message) {
		if len(line) > 998+2 {
			t.Fatalf("a line of %d bytes", len(line))
		}
	}
	m, err := mail.ReadMessage(bytes.NewReader(message))
	if err != nil {
		t.Fatalf("%v in\n%s", err, message)
	}
	got := received{header: m.Header}
	kind, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil {
		t.Fatal(err)
	}
	if kind == "text/plain" {
		got.text = decoded(t, m.Header.Get("Content-Transfer-Encoding"), m.Body)
		return got
	}
	parts := multipart.NewReader(m.Body, params["boundary"])
	for i := 0; ; i++ {
		part, err := parts.NextRawPart()
		if err == io.EOF && i == 2 {
			return got
		}
		if err != nil {
			t.Fatalf("part %d: %v in\n%s", i, err, message)
		}
		body := decoded(t, part.Header.Get("Content-Transfer-Encoding"), part)
		if i == 0 {
			got.text = body
		} else {
			got.pdf, got.filename = []byte(body), part.FileName()
		}
	}
}

// decoded undoes a transfer encoding.
func decoded(t testing.TB, encoding string, r io.Reader) string {
	t.Helper()
	switch encoding {
	case "base64":
		r = base64.NewDecoder(base64.StdEncoding, r)
	case "quoted-printable":
		r = quotedprintable.NewReader(r)
	default:
		t.Fatalf("transfer encoding %q", encoding)
	}
	data, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestMessage(t *testing.T) {
	n := composed(t)
	desk := &profile.Email{
		From: "Büro am Kai <quay@example.org>", To: []string{"a@example.org", `"Doe, J. \"Jo\"" <b@example.org>`},
		Cc: []string{strings.Repeat("Very Long Name ", 9) + "<c@example.org>"},
	}
	_, e := edition(t)
	l, f := newLetter(desk, &n, id, "Readahead/1.2", e.PDF)
	if f != nil {
		t.Fatal(f)
	}
	message := l.message
	if again, _ := newLetter(desk, &n, id, "Readahead/1.2", e.PDF); !bytes.Equal(message, again.message) || !bytes.Equal(l.apart, again.apart) {
		t.Error("the message is another one when it is written again")
	}
	if bytes.Contains(bytes.ReplaceAll(message, []byte("\r\n"), nil), []byte("\n")) {
		t.Error("lines end otherwise than with CR LF")
	}
	for line := range bytes.Lines(message) {
		if len(line) > 76+2 {
			t.Errorf("long line %q", line)
		}
	}
	got := read(t, message)
	if !bytes.Equal(got.pdf, e.PDF) || got.filename != "quay-4.pdf" {
		t.Errorf("%d bytes of %d attached as %q", len(got.pdf), len(e.PDF), got.filename)
	}
	want := "INTERNAL\nTLP:AMBER\n\nSince edition 3: Two items are new.\n\nAttached as quay-4.pdf.\n\nSent because there is a new edition.\n\n" + n.Mail.Text
	if text := strings.ReplaceAll(got.text, "\r\n", "\n"); text != want {
		t.Errorf("text\n%s\nwant\n%s", text, want)
	}
	for name, want := range map[string]string{
		"Subject": n.Mail.Subject, "Message-Id": "<" + id + "@example.org>", "Auto-Submitted": "auto-generated",
		"X-Auto-Response-Suppress": "All", "User-Agent": "Readahead/1.2", "Mime-Version": "1.0", "Date": "Sun, 02 Mar 2031 05:30:00 +0000",
	} {
		if text, err := new(mime.WordDecoder).DecodeHeader(got.header.Get(name)); err != nil || text != want {
			t.Errorf("%s is %q (%v), want %q", name, text, err, want)
		}
	}
	if date, err := got.header.Date(); err != nil || !date.Equal(published.Truncate(time.Second)) {
		t.Errorf("date %v (%v)", date, err)
	}
	for name, want := range map[string][]string{
		"From": {"Büro am Kai"}, "To": {"", `Doe, J. "Jo"`}, "Cc": {strings.TrimSpace(strings.Repeat("Very Long Name ", 9))},
	} {
		list, err := got.header.AddressList(name)
		if err != nil || len(list) != len(want) {
			t.Errorf("%s: %v (%v)", name, list, err)
			continue
		}
		for i := range list {
			if list[i].Name != want[i] {
				t.Errorf("%s is %q, want %q", name, list[i].Name, want[i])
			}
		}
	}
}

func TestSubject(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"plain", "The quay, edition 4", "The quay, edition 4"},
		{"letters", "état", "état"},
		{"looks encoded", "=?utf-8?Q?x?=", "= ?utf-8?Q?x?="},
		{"lines", "a\r\nBcc: x@example.org", "a\r\nBcc: x@example.org"}, // within an encoded word
		{"long word", strings.Repeat("x", 2*maxSubject), strings.Repeat("x", maxSubject)},
		{"long", strings.Repeat("岸壁", 40), strings.Repeat("岸壁", 40)},
		{"many words", strings.Repeat("quay ", 40) + "é", strings.Repeat("quay ", 40) + "é"},
		{"nothing", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			n := composed(t)
			n.Mail.Subject = tt.text
			l, f := newLetter(mailTo("", "a@example.org").Email, &n, id, "", nil)
			if f != nil {
				t.Fatal(f)
			}
			got := read(t, l.message)
			back, err := new(mime.WordDecoder).DecodeHeader(got.header.Get("Subject"))
			if err != nil || back != tt.want || got.header.Get("Bcc") != "" {
				t.Errorf("subject %q (%v), want %q", back, err, tt.want)
			}
		})
	}
}

// The domain of an identifier is in ASCII, whatever the sender's is.
func TestMessageID(t *testing.T) {
	for _, tt := range []struct{ from, want string }{
		{"Desk <desk@example.org>", "<" + id + "@example.org>"},
		{`"a@b"@example.org`, "<" + id + "@example.org>"},
		{"desk@exämple.org", "<" + id + "@ex%C3%A4mple.org>"},
	} {
		n := composed(t)
		l, f := newLetter(&profile.Email{From: tt.from, Cc: []string{"a@example.org"}}, &n, id, "", nil)
		if f != nil {
			t.Fatal(f)
		}
		header := read(t, l.message).header
		if got := header.Get("Message-Id"); got != tt.want {
			t.Errorf("from %s it is %s, want %s", tt.from, got, tt.want)
		}
		if to, ok := header["To"]; ok {
			t.Errorf("to %q", to)
		}
	}
}

// Whatever a title or the changes are, the message can be taken apart and has
// no more headers than it should; the event is JSON on one line.
func FuzzNotice(f *testing.F) {
	f.Add("The quay", "Two items are new.", "The crane stands.", "quay")
	f.Add("a\r\nBcc: x@example.org\r\n\r\nbody", "\x00\x1b[2J", "\r\n.\r\nMAIL FROM:<>", "é\"; x=y")
	f.Add("=?utf-8?Q?=0D=0A?=", strings.Repeat("岸", 400), "--=_"+id+"--", " ")
	f.Add("a", "b", "one\rtwo\nthree\r\nfour", "c")
	f.Add(strings.Repeat("x", 2000), "\xff\xfe", "\xc3", strings.Repeat("é", 500))
	b, e := edition(f)
	f.Fuzz(func(t *testing.T, title, changes, text, name string) {
		b, e := b, e
		b.Title, b.Changes, b.Profile, e.Text = title, changes, name, []byte(text)
		n := Compose(&words, &b, e)
		l, failure := newLetter(mailTo("", "a@example.org").Email, &n, id, "Readahead/1", e.PDF)
		if failure != nil {
			t.Fatal(failure)
		}
		got := read(t, l.message)
		if !bytes.Equal(got.pdf, e.PDF) {
			t.Error("the PDF is another one")
		}
		if len(got.header) != 10 {
			t.Errorf("%d headers: %.999q", len(got.header), got.header)
		}
		subject, err := new(mime.WordDecoder).DecodeHeader(got.header.Get("Subject"))
		if err != nil || subject != strings.ReplaceAll(cut(n.Mail.Subject, maxSubject), "=?", "= ?") || strings.ContainsAny(subject, "\r\n\x00") {
			t.Errorf("subject %q (%v), want %q", subject, err, n.Mail.Subject)
		}
		if want := strings.TrimRight(n.Mail.Text, "\n"); !strings.Contains(strings.ReplaceAll(got.text, "\r\n", "\n"), want) {
			t.Errorf("text %q lacks %q", got.text, want)
		}
		payload := n.payload(id)
		if !json.Valid(payload) || !utf8.Valid(payload) || bytes.ContainsAny(payload, "\r\n") {
			t.Errorf("payload %q", payload)
		}
		filled, failure := n.fillIn([]string{"{title}", "--", "{changes}{pdf}"}, id)
		if failure == nil && (len(filled) != 3 || strings.HasPrefix(filled[0], "-") || strings.Contains(strings.Join(filled, ""), "\x00")) {
			t.Errorf("arguments %q", filled)
		}
	})
}
