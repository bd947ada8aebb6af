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
	env, f := addresses(&profile.Email{
		From: "Büro am Kai <quay@example.org>", To: []string{"a@example.org", `"Doe, J. \"Jo\"" <b@example.org>`},
		Cc: []string{strings.Repeat("Very Long Name ", 9) + "<c@example.org>"},
	})
	if f != nil {
		t.Fatal(f)
	}
	_, e := edition(t)
	l := letter{envelope: env, id: id, agent: "Readahead/1.2", notice: &n, pdf: e.PDF}
	message := l.message()
	if again := l.message(); !bytes.Equal(message, again) {
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

func TestEncoded(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"plain", "The quay, edition 4", "The quay, edition 4"},
		{"letters", "état", "=?utf-8?B?w6l0YXQ=?="},
		{"looks encoded", "=?utf-8?Q?x?=", "=?utf-8?B?PT91dGYtOD9RP3g/PQ==?="},
		{"long word", strings.Repeat("x", 61), ""},
		{"long", strings.Repeat("岸壁", 40), ""},
		{"nothing", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := encoded(tt.text)
			if tt.want != "" && got != tt.want {
				t.Errorf("encoded %q, want %q", got, tt.want)
			}
			if back, err := new(mime.WordDecoder).DecodeHeader(got); err != nil || back != tt.text {
				t.Errorf("read back %q (%v)", back, err)
			}
			for word := range strings.SplitSeq(got, " ") {
				if len(word) > 76-len("Subject: ") {
					t.Errorf("word of %d bytes", len(word))
				}
			}
		})
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
		env, failure := addresses(mailTo("", "a@example.org").Email)
		if failure != nil {
			t.Fatal(failure)
		}
		l := letter{envelope: env, id: id, agent: "Readahead/1", notice: &n, pdf: e.PDF}
		got := read(t, l.message())
		if !bytes.Equal(got.pdf, e.PDF) {
			t.Error("the PDF is another one")
		}
		if len(got.header) != 10 {
			t.Errorf("%d headers: %.999q", len(got.header), got.header)
		}
		subject, err := new(mime.WordDecoder).DecodeHeader(got.header.Get("Subject"))
		if err != nil || subject != n.Mail.Subject || strings.ContainsAny(subject, "\r\n\x00") {
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

func TestWriteHeader(t *testing.T) {
	for _, tt := range []struct{ name, value, want string }{
		{"short", "a b", "X: a b\r\n"},
		{"none", "", ""},
		{"lines", "a\r\nBcc: b\x00", "X: aBcc: b\r\n"},
		{"long", strings.Repeat("123456789 ", 9), "X:" + strings.Repeat(" 123456789", 7) + "\r\n 123456789 123456789\r\n"},
		{"long word", strings.Repeat("x", 80) + " y", "X: " + strings.Repeat("x", 80) + "\r\n y\r\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var b bytes.Buffer
			writeHeader(&b, "X", tt.value)
			if b.String() != tt.want {
				t.Errorf("header %q, want %q", b.String(), tt.want)
			}
		})
	}
}
