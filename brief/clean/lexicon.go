package clean

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// A wordClass says what the presence of a word tells about a block. Classes
// are bits; most words have none.
type wordClass uint8

const (
	functionWord  wordClass = 1 << iota // the, of, and: the glue of sentences
	furnitureWord                       // share, menu, cookies: the words of page furniture
	readerWord                          // you, your, our: speaks to the reader
	speechWord                          // said, told, asked
	dateWord                            // names of months and days, ago, today
	endingWord                          // related, comments: heads of what follows an article
)

// The words of each class, in lower case. Function words are those of
// English, German, French, Spanish, Italian, Portuguese and Dutch.
const (
	functionWords = `
a about above after again against all also although am among an and another any are around as at be because
been before being between both but by can could did do does down during each either even ever every few for
from had has have having he her here hers him his how however i if in into is it its itself just less like many
may me might more most much must my neither never no nor not now of off often on once one only onto or other our
out over own per quite rather same shall she should since so some still such than that the their them then there
these they this those though through thus to too toward towards under until up upon us very was we well were
what when where whether which while who whom whose why will with within without would yet you your
der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie
nach wird bei einer um sind noch wie einem über einen zum war haben nur oder aber vor zur bis mehr durch man dann
le la les du et un une dans que qui pour par sur pas au aux avec ce cette ces son sa ses est sont été ont mais ou où
se ne plus leur nous vous il elle ils elles comme aussi
el los las del y en por con para su al lo pero sus ya este porque esta entre cuando muy sin sobre también hasta hay
donde desde todo nos durante uno ni contra ese eso había ser
o os as dos da em uma é na no nas nos mais foi seu sua quando há já está também só pelo pela até isso
di che è non il gli della dei delle nel alla più sono anche come ma ha questo questa
de het een van ik te dat hij zijn niet aan met om hem dan zou wat mijn men dit zo door over ze bij ook tot je
mij uit daar haar naar heb hoe heeft hebben deze want nog zal zij nu geen omdat iets
`
	furnitureWords = `
about account ad ads advert advertise advertisement advertising advertisers affiliate all app apps archive archives
article articles author avatar back banner basket blog bookmark breadcrumb browse browser button buy by byline cancel
caption careers cart categories categories category checkout clap click close comment comments company community
conditions connect contact contents continue cookie cookies copied copy copyright correction corrections courtesy
create credit credits dark dashboard demo dialog disclaimer disclosure discover discount donate download edition edit
email enable enter episode error explore facebook faq faqs favorites favourites featured feed feedback filed filter
find flipboard follow followers font footer form forum free gallery get gift github give guest guide header help
hide home homepage image images imprint inbox index info instagram issues javascript jobs join keyword keywords language latest
learn legal letter letters license licence like liked likes link linkedin links listen live load loading log login
logo logout magazine mail main masthead masthead media member members membership menu message min mins mobile mode
more most my name navigation newer news newsletter newsletters next notes notice notifications notify offer offers
older open opinion opt options order originally page pages partner partners password pause pdf permalink permission
permissions photo photograph photographer photos photography picture pictures pinterest play playlist podcast
podcasts policies policy poll popular post posted posts powered preferences premium press previous price pricing
print privacy products profile promo promotion promoted published publisher questions quiz rate rating read reader
readers reading recent recommend recommended recommends reddit refresh register registered related reload remove
reply report reprint reprints reserved resources response responses results reviews rights rss sale save saved script
scripts scroll search section see select send server services settings share shared shares shop shopping show sidebar
sign signup site sitemap skip slideshow solutions source sponsor sponsored store stories story stream sub submit
subscribe subscriber subscribers subscription subscriptions support tablet tag tagged tags telegram template terms
text theme threads toc toggle toolbar tools top topic topics trackers trademark trademarks translate translation
trending trial tumblr twitter unsubscribe update updated updates upload url user username version video videos view
viewed viewing views visit visitors vote votes watch web webmaster website whatsapp widget wishlist words write writer
written youtube zoom
`
	readerWords = "you your yours yourself we our us ours let's please"
	speechWords = "said says told asked added according wrote explained noted argued called"
	endingWords = "related recommended comments comment responses replies reply tags newsletter author authors popular trending latest next previous share similar references sources footnotes subscribe discussion bio elsewhere"
	dateWords   = `
january february march april may june july august september october november december jan feb mar apr jun jul aug sep
sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun ago yesterday
today hours minutes am pm gmt utc est cet
`
)

// A lexicon finds the classes of a word by the hash of its lower-case bytes.
// It is a hash table with open addressing.
type lexicon struct {
	keys    [2048]uint32
	classes [2048]wordClass
}

var words = sync.OnceValue(func() *lexicon {
	l := new(lexicon)
	for _, x := range [...]struct {
		words string
		class wordClass
	}{
		{functionWords, functionWord}, {furnitureWords, furnitureWord}, {readerWords, readerWord},
		{speechWords, speechWord}, {dateWords, dateWord}, {endingWords, endingWord},
	} {
		for w := range strings.FieldsSeq(x.words) {
			h := uint32(0)
			for i := range len(w) {
				h = hashByte(h, w[i])
			}
			k := l.place(h)
			l.keys[k] = h
			l.classes[k] |= x.class
		}
	}
	return l
})

// hashByte adds a byte to the hash of a word (FNV-1a), without regard to the
// case of ASCII letters.
func hashByte(h uint32, c byte) uint32 { return (h ^ uint32(c|0x20)) * 0x01000193 }

// class returns the classes of the word with hash h.
func (l *lexicon) class(h uint32) wordClass { return l.classes[l.place(h)] }

// place returns where the word with hash h stands or would stand.
func (l *lexicon) place(h uint32) uint32 {
	k := (h ^ h>>15) % uint32(len(l.keys))
	for l.keys[k] != 0 && l.keys[k] != h {
		k = (k + 1) % uint32(len(l.keys))
	}
	return k
}

// eachWord calls f with the hash and the classes of each word of s.
func eachWord(s string, f func(hash uint32, c wordClass)) {
	lex := words()
	for s != "" {
		n := firstWord(s)
		if n == 0 {
			_, n = utf8.DecodeRuneInString(s)
			s = s[n:]
			continue
		}
		h := uint32(0)
		for i := range n {
			h = hashByte(h, s[i])
		}
		f(h, lex.class(h))
		s = s[n:]
	}
}
