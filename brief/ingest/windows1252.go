package ingest

// The bytes 0x80 to 0x9F in Windows-1252, by the WHATWG Encoding standard:
// five of them have no character and stand for the control codes of that
// number. All other bytes are as in Latin-1.
const high1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"

// decode1252 returns the character of a byte in Windows-1252.
func decode1252(c byte) rune {
	if c < 0x80 || c > 0x9f {
		return rune(c)
	}
	i := 0
	for _, r := range high1252 {
		if i == int(c)-0x80 {
			return r
		}
		i++
	}
	return rune(c)
}

// encode1252 returns the byte of r, 0x80 to 0xFF, in Windows-1252 or, for the
// control codes that it lacks, in Latin-1. It reports false for ASCII and for
// characters that neither has.
func encode1252(r rune) (byte, bool) {
	switch {
	case 0x80 <= r && r <= 0xff:
		return byte(r), true
	case r < 0x80:
		return 0, false
	}
	c := byte(0x80)
	for _, h := range high1252 {
		if h == r {
			return c, true
		}
		c++
	}
	return 0, false
}
