package assess

import (
	"strings"
	"testing"

	"readahead/brief/doc"
	"readahead/brief/profile"
)

// The first source is of 1 October, the second of 20 October.
func TestOvertaken(t *testing.T) {
	for _, tt := range []struct {
		name, old, new string
		want           bool
	}{
		{"called off", "The dockers of Selwick will ballot on the rota in November.", "The dockers of Selwick have called off their ballot on the rota.", true},
		{"dropped", "The rail office will rule on the Selwick merger in November.", "The rail office has dropped its inquiry into the Selwick merger.", true},
		{"put off", "The new Selwick line for oat bars will start in January.", "The Selwick line for oat bars has been put off until the summer of 2027.", true},
		{"withdrawn", "A petition against the Selwick quarry has 3,100 signatures.", "The petition against the Selwick quarry was withdrawn on 5 October.", true},
		{"not yet", "The Selwick fair’s licence has not been granted yet.", "The licence of the Selwick fair was granted on 12 October.", true},
		{"will not", "The Selwick signals will be replaced in 2027.", "The maker of the Selwick signals is bankrupt, and they will not be replaced in 2027.", true},
		{"begun", "Applications to the Selwick relief fund can be filed from 1 November.", "The Selwick relief fund was opened for applications on Monday.", true},
		{"follower", "Maud Tarrant stays as chief editor of the Selwick Herald.", "Per Aasen took over from Maud Tarrant as chief editor on Friday.", true},

		{"another ballot", "The dockers of Selwick will ballot on the rota in November.", "The teachers of Dorne have called off their ballot on pay.", false},
		{"not called off", "The dockers of Selwick will ballot on the rota in November.", "The dockers of Selwick have not called off their ballot on the rota.", false},
		{"may be called off", "The dockers of Selwick will ballot on the rota in November.", "The dockers of Selwick may call off their ballot on the rota.", false},
		{"another licence", "The Selwick fair’s licence has not been granted yet.", "The pension of the Selwick warden was granted on 12 October.", false},
		{"another year", "The Selwick signals will be replaced in 2027.", "The Selwick signals will not be painted in 2026.", false},
		{"another fund", "Applications to the Selwick relief fund can be filed from 1 November.", "The Dorne swimming hall was opened for schools on Monday.", false},
		{"what was, was", "The petition against the Selwick quarry drew 3,100 signatures in May.", "The petition against the Selwick quarry was withdrawn on 5 October.", false},
		{"another office", "Maud Tarrant sang in the Selwick choir.", "Per Aasen took over from Maud Tarrant as chief editor on Friday.", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			docs := append(filler(t), document(t, "a.txt", "2026-10-01", tt.old), document(t, "b.txt", "2026-10-20", tt.new))
			a := Assess(docs, profile.Profile{})
			n := len(a.Sentences)
			if got := flagged(a.Sentences[n-2], doc.Stale); got != tt.want {
				t.Errorf("stale is %v, want %v", got, tt.want)
			}
			if flagged(a.Sentences[n-1], doc.Stale) {
				t.Error("the newer is stale")
			}
		})
	}
}

// An older source overtakes nothing.
func TestOvertakenByNewerOnly(t *testing.T) {
	docs := append(filler(t),
		document(t, "a.txt", "2026-10-20", "The dockers of Selwick will ballot on the rota in November."),
		document(t, "b.txt", "2026-10-01", "The dockers of Selwick have called off their ballot on the rota."))
	if a := Assess(docs, profile.Profile{}); len(a.Stale) > 0 {
		t.Errorf("stale: %v", a.Stale)
	}
}

// What looks like a plan or a day gone by in old pages, and is none.
func TestNotStale(t *testing.T) {
	for _, s := range []string{
		"Sandwiches will work well for a party.",
		"The dough will rise overnight.",
		"We’ll explore the styles of Selwick in this guide.",
		"VR will emerge as a way to train.",
		"The lake fell to 40 metres, down from 52 metres in 2025.",
		"In March 2026, the Selwick yard unveiled a tug.",
		"The Selwick hotel scores 8.9 (as of June 2026), and many praise the eels.",
		"A Tide of Eels (May 13)",
		"The guest of CBS This Morning has written a book.",
	} {
		p := profile.Profile{AsOf: doc.Date{Year: 2027, Month: 3, Day: 1}}
		a := Assess([]doc.Document{document(t, "a.txt", "2025-12-14", s)}, p)
		if f := strings.Join(flags(a), ""); strings.Contains(f, "stale") {
			t.Errorf("%s\n%s", s, f)
		}
	}
}

// A stretch of days is over when its last one is.
func TestStretchNotOver(t *testing.T) {
	p := profile.Profile{AsOf: doc.Date{Year: 2026, Month: 11, Day: 28}}
	a := Assess([]doc.Document{document(t, "a.txt", "2026-11-01", "The sale in Selwick will be held from 26 November to 3 December 2026.")}, p)
	if f := flags(a); f[0] != "" {
		t.Errorf("flags: %v", f)
	}
}
