package clean

import (
	"strings"

	"readahead/brief/doc"
)

// titleOf returns the block that is the title of d, or -1: the line above the
// article, and near to it, whose words the article uses most. A document that
// has a title from its markup needs none.
func titleOf(d doc.Document, units []unit, keep []bool) int {
	if d.Title.Len() > 0 {
		return -1
	}
	first := -1
	for i := range units {
		if keep[i] && units[i].prose > 0 {
			first = i
			break
		}
	}
	if first < 1 {
		return -1
	}
	body := bodyWords(d, keep, first)
	title, most := -1, leastTitle
	between := 0
	for i := first - 1; i >= max(0, first-farthestTitle); i-- {
		if units[i].words > 1 && !units[i].furnished() && units[i].forms == 0 {
			between++
		}
		s := doc.Texts(d.Blocks[i])[0].String()
		if !units[i].mayBeTitle() || startsChapter(s) {
			continue
		}
		points := titlePoints(s, body)
		deck := i+1 == title && points > 0 && follows(d, i) // below the headline, without a blank line
		if units[i].kind == headingUnit {
			points += 100
		}
		if units[i].stops > 0 {
			points -= 40 // a caption, say
		}
		points -= 10 * between
		if points >= most && points > leastTitle || deck && points > leastTitle {
			title, most = i, points
		}
	}
	return title
}

// follows reports whether block i+1 stands on the line below block i.
func follows(d doc.Document, i int) bool {
	return d.Line(blockBounds(d.Blocks[i]).End-1)+1 == d.Line(blockBounds(d.Blocks[i+1]).Start)
}

// startsChapter reports whether s has the number of a first chapter: "1 Scope",
// "I. Facts".
func startsChapter(s string) bool {
	number, rest, ok := strings.Cut(s, " ")
	number = strings.TrimRight(number, ".):")
	return ok && rest != "" && (number == "1" || number == "I" && s[1] == '.')
}

// A title stands no more units above the article than farthestTitle. It has
// more than leastTitle points: hundredths of its words that the article uses,
// less ten for each unit from it to the article that is not plainly furniture
// or a single word.
const (
	farthestTitle = 12
	leastTitle    = 0
)

// mayBeTitle reports whether u has the length of a title and not the wording
// of furniture.
func (u *unit) mayBeTitle() bool {
	furniture := bracketed | byline | dated | credit | contact | legal
	if u.words < 5 || u.reader > 0 || u.furniture > 1 { // else "Report on …", "Order of …"
		furniture |= invite
	}
	return u.kind <= headingUnit && u.words >= 2 && u.words <= 30 && u.end != endsStop && u.end != endsComma &&
		u.forms&furniture == 0
}

// titlePoints returns how many hundredths of the words of s that are not words
// of grammar are in body. One word alone may be the name of the site.
func titlePoints(s string, body map[uint32]bool) int {
	n, found := 0, 0
	eachWord(s, func(hash uint32, c wordClass) {
		if c&functionWord != 0 {
			return
		}
		n++
		if body[hash] {
			found++
		}
	})
	if found < 2 {
		return 0
	}
	return share(found, n)
}

// bodyWords returns the hashes of the words at the beginning of the article.
func bodyWords(d doc.Document, keep []bool, first int) map[uint32]bool {
	set := make(map[uint32]bool)
	for i := first; i < len(keep) && len(set) < 1000; i++ {
		if !keep[i] {
			continue
		}
		for _, t := range doc.Texts(d.Blocks[i]) {
			eachWord(t.String(), func(hash uint32, _ wordClass) { set[hash] = true })
		}
	}
	return set
}

// setTitle makes t the title. The name of the site behind it goes.
func (e *edit) setTitle(t doc.Text) {
	for _, bar := range [...]string{" | ", " :: ", " » "} {
		if i := strings.LastIndex(t.String(), bar); i > 0 && strings.Count(t.String()[:i], " ") > 2 {
			e.drop(t.Slice(i, t.Len()).TrimSpace(), "name of the site")
			t = t.Slice(0, i)
			break
		}
	}
	e.doc.Title = t.TrimSpace()
}
