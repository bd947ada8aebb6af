package ingest

// A census tells which bytes occur in a file or text. One pass over the bytes
// takes it, and saves others: most files need few of the repairs.
type census [256]bool

func censusOf[T string | []byte](s T) *census {
	var c census
	for i := range len(s) {
		c[s[i]] = true
	}
	return &c
}

// any reports whether a byte from lo to hi occurs.
func (c *census) any(lo, hi byte) bool {
	for i := int(lo); i <= int(hi); i++ {
		if c[i] {
			return true
		}
	}
	return false
}

// controls reports whether there are control characters other than those
// that lay out lines.
func (c *census) controls() bool {
	return c.any(0, 0x08) || c.any(0x0e, 0x1f) || c[0x7f]
}

// ascii reports whether there is nothing but ASCII.
func (c *census) ascii() bool { return !c.any(0x80, 0xff) }
