package ingest

import (
	"strings"
	"testing"
)

func TestReadPlain(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"blocks", "one\ntwo\n\n\nthree\n", "l one / two\nl three"},
		{"indents and columns stay", "  a   b\n\tc\td  \n", "l   a   b / \tc\td"},
		{"blank by odd spaces", "one\n \u00a0\t\ntwo", "l one\nl two"},
		{"pages", "one\n\ftwo", "l one\nl two"},
		{"no last line end", "one", "l one"},
		{"tags are text", "a <b> c", "l a <b> c"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := show(mustParse(t, "a.txt", tt.in)); got != tt.want {
				t.Errorf("Parse(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

func TestHasText(t *testing.T) {
	for _, tt := range []struct {
		file, in string
		want     bool
	}{
		{"a.txt", "7", true},
		{"a.txt", "— * —", false},
		{"a.md", "[ ](x)\n\n- **\n", false},
		{"a.html", "<p>It froze again.", true},
		{"a.html", "<p>“It froze again!”", true},
		{"a.html", "<ul><li>Send it<li>Print it</ul><p>Top", false},
		{"a.html", "<table><tr><td>a<td>b<td>c<td>d<tr><td>1<td>2<td>3<td>4</table>", true},
		{"a.html", "<p>池は一晩で凍った", true},
		{"a.html", "<p>...", false},
		{"a.html", "<p>Top.", false},
	} {
		if _, err := Parse(tt.file, []byte(tt.in)); (err == nil) != tt.want {
			t.Errorf("Parse(%q) = %v", tt.in, err)
		}
	}
}

func TestMailHeader(t *testing.T) {
	for _, tt := range []struct{ name, in, title, author, date, want string }{
		{"mail", "From: \"Ada Vale\" <ada@vale.example>\r\nTo: all\r\nDate: Mon, 3 Mar 2025 09:15:00 +0200\r\nSubject: The pond\r\n\r\nIt froze.", "The pond", "Ada Vale", "2025-03-03", "l It froze."},
		{"no blank line", "Date: 3 March 2025\nX-Sender: pond\nIt froze.", "", "", "2025-03-03", "l It froze."},
		{"continued", "Subject: The pond\n\tand the heron\nFrom: a@b.example\n\nIt froze.", "The pond and the heron", "a@b.example", "", "l It froze."},
		{"encoded words", "Subject: =?utf-8?q?R=C3=B6hricht?= =?utf-8?b?w7xiZXJhbGw=?=\nFrom: <a@b.example>\n\nIt froze.", "Röhrichtüberall", "a@b.example", "", "l It froze."},
		{"one field is none", "Subject: the pond\nIt froze.", "", "", "", "l Subject: the pond / It froze."},
		{"not telling", "To: all\nCc: some\nIt froze.", "", "", "", "l To: all / Cc: some / It froze."},
		{"not at the top", "It froze.\nFrom: a\nDate: b", "", "", "", "l It froze. / From: a / Date: b"},
		{"page in a mail", "From: a\nSubject: The pond\n\n<html><body><p>It froze over in one night, said the heron.", "The pond", "a", "", "p It froze over in one night, said the heron."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := mustParse(t, "a.txt", tt.in)
			if got := show(d); got != tt.want {
				t.Errorf("blocks are %q, want %q", got, tt.want)
			}
			if d.Title.String() != tt.title || d.Meta.Title != tt.title || d.Meta.Author != tt.author || d.Meta.Published.String() != tt.date {
				t.Errorf("title %q, meta %+v; want %q, %q, %q", d.Title, d.Meta, tt.title, tt.author, tt.date)
			}
			if header := strings.HasPrefix(showDropped(d), "mail header: "); header != (tt.title+tt.date != "") {
				t.Errorf("dropped %q", showDropped(d))
			}
		})
	}
}

func TestWrittenDate(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"2025-03-28", "2025-03-28"},
		{" 2025-03-28T09:00:00Z", "2025-03-28"},
		{"2025-03-28T09:00:00+0000", "2025-03-28"},
		{"2025-03-28 09:00", "2025-03-28"},
		{"2025/03/28", "2025-03-28"},
		{"20250328", "2025-03-28"},
		{"Fri, 28 Mar 2025 09:00:00 +0100", "2025-03-28"},
		{"Fri Mar 28 09:00:00 2025", "2025-03-28"},
		{"28 March 2025", "2025-03-28"},
		{"March 28th, 2025", "2025-03-28"},
		{"Sept. 8, 2025 at 6:55 a.m.", "2025-09-08"},
		{"28.3.2025", ""},
		{"3/4/2025", ""},
		{"March 2025", ""},
		{"30 February 2025", ""},
		{"2025-13-01", ""},
		{"soon", ""},
		{"", ""},
	} {
		if got := writtenDate(tt.in).String(); got != tt.want {
			t.Errorf("writtenDate(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}
