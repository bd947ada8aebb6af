package preflight

import "errors"

// A trueType is what of a TrueType program is checked (ISO/IEC 14496-22).
type trueType struct {
	glyphs     int // as many are defined
	unitsPerEm int
	metrics    int // as many have an advance of their own
	hmtx       []byte
}

var errFont = errors.New("a table is missing or damaged")

// parseTrueType reads the tables that say which glyphs there are and how wide
// they are.
func parseTrueType(b []byte) (*trueType, error) {
	if len(b) < 12 {
		return nil, errFont
	}
	tables := map[string][]byte{}
	for i := range bigEndian(b[4:6]) {
		at := 12 + 16*i
		if at+16 > len(b) {
			return nil, errFont
		}
		from, size := bigEndian(b[at+8:at+12]), bigEndian(b[at+12:at+16])
		if from+size > len(b) {
			return nil, errFont
		}
		tables[string(b[at:at+4])] = b[from : from+size]
	}
	head, hhea, maxp := tables["head"], tables["hhea"], tables["maxp"]
	loca, glyf := tables["loca"], tables["glyf"]
	if len(head) < 54 || len(hhea) < 36 || len(maxp) < 6 {
		return nil, errFont
	}
	t := &trueType{
		glyphs:     bigEndian(maxp[4:6]),
		unitsPerEm: bigEndian(head[18:20]),
		metrics:    bigEndian(hhea[34:36]),
		hmtx:       tables["hmtx"],
	}
	size := 2 + 2*bigEndian(head[50:52])
	if t.unitsPerEm == 0 || t.metrics == 0 || len(t.hmtx) < 4*t.metrics || size > 4 || len(loca) < size*(t.glyphs+1) {
		return nil, errFont
	}
	for at := size; at <= size*t.glyphs; at += size {
		from, to := bigEndian(loca[at-size:at]), bigEndian(loca[at:at+size])
		if size == 2 {
			from, to = 2*from, 2*to
		}
		if from > to || to > len(glyf) {
			return nil, errFont
		}
	}
	return t, nil
}

// width returns the advance of a glyph in thousandths of the em.
func (t *trueType) width(gid int) float64 {
	at := 4 * min(gid, t.metrics-1)
	return float64(bigEndian(t.hmtx[at:at+2])) * 1000 / float64(t.unitsPerEm)
}
