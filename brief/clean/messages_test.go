package clean_test

import (
	"strings"
	"testing"

	"readahead/brief/clean"
	"readahead/brief/doc"
)

// TestMessages: of mails, chats and transcripts what was said stays, and what
// their programs wrote around it goes.
func TestMessages(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"mail thread", `From: Ann Other
Sent: 4 May 2031 09:14
Subject: Swing bridge

Hi Bo

The bearings of the bridge will be changed in June.

Kind regards
Ann

Ann Other | Works | 555 0100
This e-mail is meant for its recipient. Delete it if it came in error.

-----Original Message-----
From: Bo Berg
Sent: 3 May 2031 17:02
Subject: Swing bridge

Dear Ann,
Farmers ask when they may use the railway bridge.
Thanks
Bo

On 2 May 2031 at 11:30, Cy Dahl wrote:
> The boat for the schools has been hired.
>
> It holds forty children.
`, `# Swing bridge

The bearings of the bridge will be changed in June.

Farmers ask when they may use the railway bridge.

The boat for the schools has been hired.

It holds forty children.
`},
		{"postscript stays", `From: Ann Other
Date: Mon, 5 May 2031 09:14:00 +0200

The bearings of the bridge will be changed in June.

Regards
Ann

PS The pin has been measured again as well.
`, `The bearings of the bridge will be changed in June.

PS The pin has been measured again as well.
`},
		{"chat", `Ann Other  9:14 AM
The bearings of the bridge have come.
:tada: 2
3 replies

Bo Berg  9:20 AM
They do not fit the old pin.
(edited)

Cy Dahl joined #bridge
Ann Other  10:02 AM
Then we need a new pin by June.
`, `The bearings of the bridge have come.

They do not fit the old pin.

Then we need a new pin by June.
`},
		{"chat with times below names", `Ann Other
  9:14 AM
The bearings of the bridge have come.
:tada:
2

Bo Berg
  9:20 AM
They do not fit the old pin.

Ann Other
  10:02 AM
Then we need a new pin by June.
`, `The bearings of the bridge have come.

They do not fit the old pin.

Then we need a new pin by June.
`},
		{"notices of a chat", `04/05/2031, 09:10 - Messages are encrypted.
04/05/2031, 09:14 - Ann: The bearings of the bridge have come.
04/05/2031, 09:20 - Bo: <Media omitted>
04/05/2031, 10:02 - Ann: Then we need a new pin by June.
`, `Ann: The bearings of the bridge have come.

Ann: Then we need a new pin by June.
`},
		{"quoted in German", `Von: Ann Other
Gesendet: 4. Mai 2031 09:14
Betreff: AW: Drehbrücke

The bearings of the bridge will be changed in June.

Mit freundlichen Grüßen
Ann Other

Am 03.05.2031 um 17:20 schrieb Bo Berg:
> Who pays for the boat of the schools in May?
`, `The bearings of the bridge will be changed in June.

Who pays for the boat of the schools in May?
`},
		{"chat on single lines", `[04/05/2031, 09:14:02] Ann: The bearings of the bridge have come.
  [04/05/2031, 09:20:10] Bo: They do not fit the old pin.
[04/05/2031, 10:02:44] Ann: Then we need a new pin by June.
`, `Ann: The bearings of the bridge have come.

Bo: They do not fit the old pin.

Ann: Then we need a new pin by June.
`},
		{"transcript", `[00:00:03]
Host: When will the bridge close to all traffic?
[00:00:09]
Berg: It closes for nine weeks from the middle of May.
Host: And what will the farmers do in that time?
Berg: They may use the railway bridge at night.
`, `Host: When will the bridge close to all traffic?

Berg: It closes for nine weeks from the middle of May.

Host: And what will the farmers do in that time?

Berg: They may use the railway bridge at night.
`},
		{"subtitles", `1
00:00:03,200 --> 00:00:06,000
The bridge closes for nine weeks.

2
00:00:06,400 --> 00:00:09,000
Buses will take the way round by Torp.
`, `The bridge closes for nine weeks.

Buses will take the way round by Torp.
`},
		{"signs of comparison", "The load has to be light for now.\n\n>5 tons may not cross the bridge at all.\n", "The load has to be light for now.\n\n\\>5 tons may not cross the bridge at all.\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := doc.ToMarkdown(clean.Clean(parse(t, "a.txt", tt.in))); strings.TrimSpace(got) != strings.TrimSpace(tt.want) {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}
