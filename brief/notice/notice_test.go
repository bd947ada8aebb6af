package notice

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"readahead/brief/doc"
	"readahead/brief/layout"
	"readahead/brief/profile"
)

// words are those of a template, as far as messages use them.
var words = layout.Words{
	Months: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec", Date: "{day} {month} {year}",
	Changes: "What changed", ChangesSince: "Since edition {n}",
	MailSubject: "{title}, edition {n}, as of {date}", MailSubjectUndated: "{title}, edition {n}",
	MailAttached: "Attached as {file}.", MailApart: "Kept as {file}.", MailReason: "Sent because there is a new edition.",
}

var published = time.Date(2031, 3, 2, 6, 30, 0, 123, time.FixedZone("CET", 3600))

// canary is the secret that no error may show.
const canary = "cAnArY-of-the-quay"

const id = "notice_0123456789abcdef0123456789abcdef"

// edition returns a briefing, and its edition with the PDF in a file.
func edition(t testing.TB) (doc.Brief, Edition) {
	t.Helper()
	b := doc.Brief{
		Profile: "quay", Title: "The quay – état", Edition: 4, Marking: "INTERNAL", TLP: "AMBER",
		AsOf: doc.Date{Year: 2031, Month: time.March, Day: 1}, Changes: "Two items\nare new.",
		Sections: []doc.Section{{Items: make([]doc.Item, 2), Tasks: make([]doc.Task, 3)}, {Items: make([]doc.Item, 1)}},
		Sources:  make([]doc.Source, 5),
	}
	e := Edition{
		Digest: strings.Repeat("ab", 32), Published: published, PDF: bytes.Repeat([]byte("%PDF-1.7\r\n.\r\n\x00\xff"), 400),
		PDFFile: filepath.Join(t.TempDir(), "4.pdf"), Sidecar: "editions/quay/4.json",
		Text: []byte("The quay\n========\n\n.The crane = standing — \"still\".\n" + strings.Repeat("long ", 40) + "\n"),
	}
	if err := os.WriteFile(e.PDFFile, e.PDF, 0o600); err != nil {
		t.Fatal(err)
	}
	return b, e
}

func composed(t testing.TB) Notice {
	t.Helper()
	b, e := edition(t)
	return Compose(&words, &b, e)
}

// keep writes a file and returns where a secret in it is.
func keep(t testing.TB, text string) profile.Secret {
	t.Helper()
	path := filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return profile.Secret{File: path}
}

// failedAs makes sure that an error says something, is worth another attempt
// or not, and keeps the secret.
func failedAs(t testing.TB, err error, want string, isPermanent bool) {
	t.Helper()
	if err == nil {
		t.Fatalf("no error; want one with %q", want)
	}
	var problem *doc.Error
	if !errors.As(err, &problem) {
		t.Errorf("%v is no doc.Error", err)
		return
	}
	text := err.Error() + "\n" + problem.Hint
	if !strings.Contains(err.Error(), want) {
		t.Errorf("error %q lacks %q", err, want)
	}
	if Permanent(err) != isPermanent {
		t.Errorf("permanent is %v for %q", !isPermanent, err)
	}
	if strings.Contains(text, canary) || strings.ContainsAny(err.Error(), "\r\n\x00\x1b") {
		t.Errorf("error shows the secret or controls: %q", text)
	}
}

func TestCompose(t *testing.T) {
	b, e := edition(t)
	n := Compose(&words, &b, e)
	want := Notice{
		Profile: "quay", Title: "The quay – état", Edition: 4, AsOf: "2031-03-01",
		Published: time.Date(2031, 3, 2, 5, 30, 0, 0, time.UTC), Digest: e.Digest, Changes: "Two items are new.",
		Items: 3, Todo: 3, Sources: 5, Marking: "INTERNAL", TLP: "AMBER",
		PDF: e.PDFFile, PDFSize: int64(len(e.PDF)), PDFSHA256: n.PDFSHA256, Sidecar: e.Sidecar,
		Mail: &Mail{
			Subject: "TLP:AMBER The quay – état, edition 4, as of 1 Mar 2031", Marking: []string{"INTERNAL", "TLP:AMBER"},
			Changes: "Since edition 3: Two items are new.", Attached: "Attached as quay-4.pdf.", Apart: "Kept as " + e.PDFFile + ".",
			Reason: "Sent because there is a new edition.", Text: string(e.Text),
		},
	}
	if !reflect.DeepEqual(n, want) {
		t.Errorf("got %+v\n%+v\nwant %+v\n%+v", n, n.Mail, want, want.Mail)
	}
	kept, err := json.Marshal(n)
	if err != nil {
		t.Fatal(err)
	}
	var back Notice
	if err := json.Unmarshal(kept, &back); err != nil || !reflect.DeepEqual(back, n) {
		t.Errorf("kept as JSON it is %+v (%v)", back, err)
	}
	e.Text = nil
	if n := Compose(&words, &b, e); n.Mail != nil {
		t.Error("a message that nobody wants")
	}
}

func TestShortened(t *testing.T) {
	long := strings.Repeat("a line of the text\n", maxText/10)
	got := shortened(long)
	if len(got) > maxText+8 || !strings.HasSuffix(got, "of the text\n[…]\n") {
		t.Errorf("%d bytes, ending in %q", len(got), got[len(got)-40:])
	}
	if short := "The quay\n"; shortened(short) != short {
		t.Error("a short text is shortened")
	}
}

func TestDeliveryID(t *testing.T) {
	first := DeliveryID("quay", 4, "ab", "desk")
	if first != DeliveryID("quay", 4, "ab", "desk") || len(first) != 39 || !isIdentifier(first) {
		t.Errorf("identifier %q", first)
	}
	for _, other := range []string{
		DeliveryID("quay2", 4, "ab", "desk"), DeliveryID("quay", 5, "ab", "desk"),
		DeliveryID("quay", 4, "ac", "desk"), DeliveryID("quay", 4, "abd", "esk"), DeliveryID("quay\" 4", 4, "ab", "desk"),
	} {
		if other == first {
			t.Errorf("two deliveries are %s", other)
		}
	}
}

func TestNoWay(t *testing.T) {
	var s Sender
	err := s.Send(t.Context(), profile.Channel{Name: "desk"}, composed(t), id, 1)
	failedAs(t, err, "telling desk: it has no way", true)
	err = s.Send(t.Context(), profile.Channel{Name: "desk", Command: []string{"true"}}, composed(t), "a.b", 1)
	failedAs(t, err, "no identifier", true)
}

func TestSecret(t *testing.T) {
	s := Sender{Getenv: func(name string) string { return map[string]string{"KEY": canary}[name] }}
	for _, tt := range []struct {
		name    string
		at      profile.Secret
		want    string
		problem string
	}{
		{"a line", keep(t, canary+"\n"), canary, ""},
		{"a line of Windows", keep(t, canary+"\r\n"), canary, ""},
		{"spaces", keep(t, " "+canary+" "), " " + canary + " ", ""},
		{"variable", profile.Secret{Variable: "KEY"}, canary, ""},
		{"no variable", profile.Secret{Variable: "LOCK"}, "", "variable LOCK, which is empty"},
		{"empty", keep(t, "\n"), "", "which is empty"},
		{"large", keep(t, strings.Repeat(canary, maxSecret/10)), "", "more than 64 KB"},
		{"no file", profile.Secret{File: "no/such"}, "", "no/such, which cannot be read"},
		{"folder", profile.Secret{File: t.TempDir()}, "", "cannot be read"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, f := s.secret(tt.at, "key")
			if tt.problem != "" {
				failedAs(t, f, tt.problem, false)
			} else if f != nil || got != tt.want {
				t.Errorf("secret %q, %v", got, f)
			}
		})
	}
}
