package font

// A program is a TrueType file with the six tables that PDF asks for
// (ISO 32000-1, 9.9), all in one piece of memory.
type program struct {
	data                               []byte
	glyf, head, hhea, hmtx, loca, maxp []byte
	long                               bool // offsets in loca are 32 bits wide, not half of them 16
}

const (
	tableCount  = 6
	directoryAt = 12
	recordSize  = 16
)

// newProgram returns a program with empty tables for a number of glyphs whose
// descriptions take glyfSize bytes.
func newProgram(glyphs, glyfSize int) *program {
	p := &program{long: glyfSize > 2*0xFFFF}
	offset := 2
	if p.long {
		offset = 4
	}
	tables := [tableCount]struct {
		tag  string
		size int
		data *[]byte
	}{ // in the order of their tags, as the directory must be
		{"glyf", glyfSize, &p.glyf},
		{"head", 54, &p.head},
		{"hhea", 36, &p.hhea},
		{"hmtx", 4 * glyphs, &p.hmtx},
		{"loca", offset * (glyphs + 1), &p.loca},
		{"maxp", 32, &p.maxp},
	}
	size := directoryAt + tableCount*recordSize
	for _, t := range tables {
		size += align4(t.size)
	}
	p.data = make([]byte, size)
	be.PutUint32(p.data, 0x00010000)
	be.PutUint16(p.data[4:], tableCount)
	be.PutUint16(p.data[6:], 64) // searchRange, entrySelector, rangeShift of six tables
	be.PutUint16(p.data[8:], 2)
	be.PutUint16(p.data[10:], 32)
	at := directoryAt + tableCount*recordSize
	for i, t := range tables {
		record := p.data[directoryAt+i*recordSize:]
		copy(record, t.tag)
		be.PutUint32(record[8:], uint32(at))
		be.PutUint32(record[12:], uint32(t.size))
		*t.data = p.data[at : at+t.size : at+t.size]
		at += align4(t.size)
	}
	return p
}

// setOffset says where the description of glyph i begins. Descriptions have
// even lengths.
func (p *program) setOffset(i, at int) {
	if p.long {
		be.PutUint32(p.loca[4*i:], uint32(at))
	} else {
		be.PutUint16(p.loca[2*i:], uint16(at/2))
	}
}

// finish sets the checksums and returns the file.
func (p *program) finish() []byte {
	for i := range tableCount {
		record := p.data[directoryAt+i*recordSize:]
		at, size := be.Uint32(record[8:]), be.Uint32(record[12:])
		be.PutUint32(record[4:], checksum(p.data[at:int(at)+align4(int(size))]))
	}
	be.PutUint32(p.head[8:], 0xB1B0AFBA-checksum(p.data))
	return p.data
}

// checksum adds up big-endian words (OpenType, font file).
func checksum(b []byte) uint32 {
	var sum uint32
	for ; len(b) >= 4; b = b[4:] {
		sum += be.Uint32(b)
	}
	return sum
}

func align4(n int) int { return (n + 3) &^ 3 }
