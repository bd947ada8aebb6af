package pdf

// A coding numbers the glyphs of a file and says what text each number stands
// for, alike in all faces: so one map from numbers to text serves them all.
// ASCII characters have their codes for numbers, others what is left, in the
// order in which they come. Of one text there may be several numbers, since a
// face may have several glyphs for it.
type coding struct {
	texts []string          // by number, "" where it is not used
	first map[string]uint16 // the first number of a text
	next  []uint16          // by number: another number of the same text, or 0
	free  int               // the next number to give
}

const (
	firstASCII = ' '
	afterASCII = '~' + 1
	lastNumber = 1<<16 - 2
)

func newCoding() coding {
	return coding{
		texts: make([]string, afterASCII, 2*afterASCII),
		next:  make([]uint16, afterASCII, 2*afterASCII),
		first: make(map[string]uint16, 32),
		free:  1, // 0 is .notdef, which must not be drawn
	}
}

// add gives the next number to a text. Should the numbers be used up, by pages
// with tens of thousands of characters that the faces lack, the rest share
// one.
func (c *coding) add(text string) uint16 {
	n := c.free
	switch {
	case n == lastNumber:
		return lastNumber - 1
	case n+1 == firstASCII:
		c.free = afterASCII
	default:
		c.free = n + 1
	}
	if n == len(c.texts) {
		c.texts = append(c.texts, "")
		c.next = append(c.next, 0)
	}
	c.texts[n] = text
	return uint16(n)
}
