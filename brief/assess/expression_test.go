package assess

import (
	"strings"
	"testing"
)

// times returns the expressions of the sentences as "words" or, where they
// are resolved, "words=from" or "words=from..to".
func times(c *corpus) string {
	var out []string
	for _, r := range c.readings {
		for _, e := range r.times {
			s := r.text[r.words[e.first].start:r.words[e.last].end]
			if !e.from.IsZero() {
				s += "=" + e.from.String()
				if e.to != e.from {
					s += ".." + e.to.String()
				}
			}
			out = append(out, s)
		}
	}
	return strings.Join(out, "; ")
}

// The sentences are written on Wednesday, 14 May 2025.
func TestExpressions(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"day month year", "The lock was drained on 3 March 2024.", "3 March 2024=2024-03-03"},
		{"month day year", "The lock was drained on March 3, 2024.", "March 3, 2024=2024-03-03"},
		{"short month", "The lock was drained on Sept. 24, 2024.", "Sept. 24, 2024=2024-09-24"},
		{"ordinal ending", "The lock was drained on 3rd March 2024.", "3rd March 2024=2024-03-03"},
		{"weekday before day", "It was drained on Friday, 9 May 2025.", "Friday, 9 May 2025=2025-05-09"},
		{"ISO 8601", "Logged 2025-05-02 by the keeper.", "2025-05-02=2025-05-02"},
		{"slashes, day first", "Logged 13/04/2025 by the keeper.", "13/04/2025=2025-04-13"},
		{"slashes, month first", "Logged 04/13/2025 by the keeper.", "04/13/2025=2025-04-13"},
		{"slashes, either", "Logged 03/04/2025 by the keeper.", ""},
		{"full stops", "Logged 13.04.2025 by the keeper.", "13.04.2025=2025-04-13"},
		{"weekday at the end of a sentence", "It was drained again last Friday. On 3 March 2024 it froze.", "Friday=2025-05-09; 3 March 2024=2024-03-03"},
		{"weekday and day of two sentences", "The keeper was married here on a Friday and buried on Friday. Then 3 March 2024 came.", "Friday=2025-05-09; 3 March 2024=2024-03-03"},
		{"years of two sentences", "It leaked badly in the wet autumn before the war and in 1938. In 1940 it froze.", "1938=1938-01-01..1938-12-31; 1940=1940-01-01..1940-12-31"},
		{"several days", "The fair was held June 7-9, 2024, in the rain.", "June 7-9, 2024=2024-06-07..2024-06-09"},
		{"two days of one year", "Closed on 3 March and 9 April 2024.", "3 March=2024-03-03; 9 April 2024=2024-04-09"},
		{"no such day", "The lock was drained on 31 February 2024.", "31 February 2024"},

		{"past day", "The lock was drained on 9 November.", "9 November=2024-11-09"},
		{"future day", "The lock will be drained on 9 November.", "9 November=2025-11-09"},
		{"future day of next year", "The lock will be drained on 9 February.", "9 February=2026-02-09"},
		{"day without tense, near", "Draining of the lock: 20 May, weather permitting.", "20 May=2025-05-20"},
		{"day without tense, far", "Draining of the lock: 9 November, weather permitting.", "9 November"},
		{"day that opens the sentence", "On 6 May, at dusk, the keeper drained it.", "6 May=2025-05-06"},
		{"first of a month", "Dues will rise on the first of July.", "first of July=2025-07-01"},
		{"nearest verb wins", "The lock, which froze in January, will open on 3 June.", "January=2025-01-01..2025-01-31; 3 June=2025-06-03"},

		{"month with year", "It was dug in April 1898 and again in April 2024.", "April 1898=1898-04-01..1898-04-30; April 2024=2024-04-01..2024-04-30"},
		{"month alone", "The keeper left in August.", "August=2024-08-01..2024-08-31"},
		{"end of a month", "The keeper will leave by the end of October.", "end of October=2025-10-22..2025-10-31"},
		{"last week of a month", "The keeper will leave in the third week of June.", "June=2025-06-01..2025-06-30"},
		{"may the verb", "The keeper may leave.", ""},
		{"march the verb", "They march on.", ""},
		{"every month of a name", "It floods every April.", ""},
		{"name of an ant", "9. March of the Ants", ""},

		{"weekday past", "The keeper said on Monday that he was tired.", "Monday=2025-05-12"},
		{"weekday of publication", "The keeper said Wednesday that he was tired.", "Wednesday=2025-05-14"},
		{"weekday future", "The keeper is to speak on Monday.", "Monday=2025-05-19"},
		{"last weekday", "It froze last Wednesday.", "Wednesday=2025-05-07"},
		{"next weekday", "It will open next Friday.", "Friday=2025-05-16..2025-05-23"},
		{"each weekday", "It opens each Friday and on Sundays.", ""},
		{"a weekday", "It was a Friday afternoon.", ""},
		{"named weekday", "Shops were full on Black Friday.", ""},
		{"weekday before a noun", "We eat Sunday dinner in the lock house.", ""},
		{"site", "Ask Monday.com about it.", ""},

		{"this week", "The keeper is resting this week.", "this week=2025-05-12..2025-05-18"},
		{"last month", "The keeper rested last month.", "last month=2025-04-01..2025-04-30"},
		{"last month over new year", "The keeper rested last quarter.", "last quarter=2025-01-01..2025-03-31"},
		{"next year", "The keeper will rest next year.", "next year=2026-01-01..2026-12-31"},
		{"end of the month", "He stays till the end of the year.", "end of the year=2025-09-03..2025-12-31"},
		{"weeks ago", "It froze two weeks ago.", "two weeks ago=2025-04-28..2025-05-04"},
		{"days ago", "It froze 3 days ago.", "3 days ago=2025-05-11"},
		{"yesterday", "It froze yesterday.", "yesterday=2025-05-13"},
		{"tomorrow", "It will freeze tomorrow.", "tomorrow=2025-05-15"},
		{"possessive", "She heard tomorrow’s weather.", ""},
		{"the next day", "It froze the next day.", ""},
		{"following week", "The following week it froze.", ""},
		{"day after", "It froze a day after the fair.", "a day after"},
		{"long ago", "It froze 2,500 years ago.", ""},
		{"recent years", "It has frozen in recent years and will again.", ""},
		{"season of a year", "The dyke will be raised in the autumn of 2031.", "autumn of 2031=2031-01-01..2032-03-30"},
		{"spring of water", "The cold spring feeds the lock.", ""},

		{"year", "It has leaked since 2021 and must be mended by 2027.", "2021=2021-01-01..2021-12-31; 2027=2027-01-01..2027-12-31"},
		{"years between", "It leaked between 2019 and 2021.", "2019 and 2021=2021-01-01..2021-12-31"},
		{"number of things", "It was paid for in 2000 coins.", ""},
		{"money", "It was paid for by $2025 in cash.", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := times(corpusOf(t, "2025-05-14", tt.in)); got != tt.want {
				t.Errorf("%s\n got %s\nwant %s", tt.in, got, tt.want)
			}
		})
	}
}

func TestExpressionsWithoutDate(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"It froze on Monday.", "Monday"},
		{"It froze on 3 March.", "3 March"},
		{"It froze on 3 March 2024.", "3 March 2024=2024-03-03"},
		{"It froze last month and in 2023.", "last month; 2023=2023-01-01..2023-12-31"},
	} {
		if got := times(corpusOf(t, "", tt.in)); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.in, got, tt.want)
		}
	}
}

func TestTenses(t *testing.T) {
	names := map[tense]string{inPast: "past", inPresent: "present", inFuture: "future", inDoubt: "doubt", ongoing: "ongoing"}
	for _, tt := range []struct{ in, want string }{
		{"The ferry will sail.", "will/future"},
		{"The ferry won’t soon be sold.", "won't/future soon/future be/future sold/future"},
		{"The ferry is due to sail.", "is/future due/future"},
		{"The ferry is due in May.", "is/future due/future"},
		{"The ferry is not yet scheduled for May.", "is/present not/present yet/present scheduled/present"},
		{"The ferry is scheduled for May.", "is/future scheduled/future"},
		{"The deeds are to be sealed.", "are/future to/future be/future sealed/future"},
		{"The ferry is to sail.", "is/future to/future"},
		{"The aim is to sail.", "is/present"},
		{"The owners expect to sail.", "expect/future to/future"},
		{"The plan to sail failed.", "failed/past"},
		{"The counter closes on Monday.", "closes/future"},
		{"The counter closes early.", ""},
		{"The crew are now loading.", "are/ongoing now/ongoing loading/ongoing"},
		{"The crew has loaded.", "has/past loaded/past"},
		{"It was to sail.", "was/doubt to/doubt"},
		{"It could sail.", "could/doubt"},
		{"It said so.", "said/past"},
		{"A hundred need speed.", ""},
	} {
		c := corpusOf(t, "2025-05-14", tt.in)
		r := c.readings[0]
		var got []string
		for i, x := range r.tenses {
			if x != untensed {
				got = append(got, c.text(r.words[i])+"/"+names[x])
			}
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.in, s, tt.want)
		}
	}
}
