package pdf

import (
	"crypto/sha256"
	"sync"

	"readahead/brief/deflate"
	"readahead/brief/layout"
)

// A file is a PDF file in the making (ISO 32000-1, 7.5). Objects without a
// stream are written one after the other into one object stream; streams are
// deflated on the side, and written in the order in which they were asked
// for.
type file struct {
	body    []byte         // of the object stream
	places  []place        // by object number
	inBody  []ref          // the objects in body, in their order
	cut     int            // where in body the structure tree begins, which is of another kind
	streams []stream       // all others
	work    sync.WaitGroup // on the streams' data

	catalog, info ref
}

// A ref is the number of an object.
type ref int

// A place is where an object is.
type place struct {
	kind byte // of its cross-reference entry: 0 nowhere, 1 in the file, 2 in the object stream
	at   int  // offset in the file, or in the object stream's body
}

type stream struct {
	ref  ref
	dict []byte // entries without that for length
	data *[]byte
}

func newFile(pages []layout.Page) *file {
	elements := 0
	for _, p := range pages {
		elements += len(p.Elements)
	}
	return &file{
		body:   make([]byte, 0, 4096+96*elements),
		places: make([]place, 1, 64+2*elements),
		inBody: make([]ref, 0, 64+2*elements),
	}
}

// add returns the number of a new object.
func (f *file) add() ref { return f.addMany(1) }

// addMany returns the first of n new numbers in a row.
func (f *file) addMany(n int) ref {
	first := ref(len(f.places))
	f.places = append(f.places, make([]place, n)...)
	return first
}

// begin starts an object without a stream. What it returns is to be appended
// to and given to end.
func (f *file) begin(r ref) []byte {
	f.places[r] = place{2, len(f.body)}
	f.inBody = append(f.inBody, r)
	return f.body
}

func (f *file) end(b []byte) { f.body = append(b, '\n') }

// stream adds a stream of deflated data, which is made meanwhile.
func (f *file) stream(r ref, dict []byte, packed func() []byte) {
	f.packedStream(r, dict, f.pack(packed))
}

// pack has deflated data made on the side. They are there when the file is
// finished.
func (f *file) pack(packed func() []byte) *[]byte {
	data := new([]byte)
	f.work.Go(func() { *data = packed() })
	return data
}

// packedStream adds a stream of data that pack returned.
func (f *file) packedStream(r ref, dict []byte, data *[]byte) {
	f.streams = append(f.streams, stream{r, append(dict, "/Filter/FlateDecode"...), data})
}

func appendRef(b []byte, r ref) []byte { return append(appendInt(b, int(r)), " 0 R"...) }

func appendRefs(b []byte, refs []ref) []byte {
	for i, r := range refs {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendRef(b, r)
	}
	return b
}

// finish returns the whole file.
func (f *file) finish() []byte {
	objects, table := f.add(), f.add()
	var head []byte
	for _, r := range f.inBody {
		head = appendInt(head, int(r))
		head = append(head, ' ')
		head = appendInt(head, f.places[r].at)
		head = append(head, ' ')
	}
	dict := append([]byte("/Type/ObjStm/N "), appendInt(nil, len(f.inBody))...)
	dict = append(dict, "/First "...)
	dict = appendInt(dict, len(head))
	f.stream(objects, dict, func() []byte { return deflate.Zlib(append(head, f.body...), len(head), len(head)+f.cut) })
	f.work.Wait()

	size := 4096
	for _, s := range f.streams {
		size += 128 + len(*s.data)
	}
	b := append(make([]byte, 0, size), "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"...) // four bytes over 127: a binary file
	for _, s := range f.streams {
		b = f.appendStream(b, s)
	}
	return f.appendTable(b, objects, table)
}

func (f *file) appendStream(b []byte, s stream) []byte {
	f.places[s.ref] = place{1, len(b)}
	b = appendInt(b, int(s.ref))
	b = append(b, " 0 obj\n<<"...)
	b = append(b, s.dict...)
	b = append(b, "/Length "...)
	b = appendInt(b, len(*s.data))
	b = append(b, ">>\nstream\n"...)
	b = append(b, *s.data...)
	return append(b, "\nendstream\nendobj\n"...)
}

// appendTable appends the cross-reference stream (ISO 32000-1, 7.5.8) and the
// end of the file. The file's identifier is a digest of all before it.
func (f *file) appendTable(b []byte, objects, table ref) []byte {
	start := len(b)
	f.places[table] = place{1, start}
	for i, r := range f.inBody {
		f.places[r].at = i // which object of the object stream
	}
	wide := 2 // bytes of an offset
	for start>>(8*wide) > 0 {
		wide++
	}
	rows := f.tableRows(objects, wide)
	digest := sha256.Sum256(b)
	dict := append([]byte("/Type/XRef/W[1 "), '0'+byte(wide))
	dict = append(dict, " 3]/Size "...)
	dict = appendInt(dict, len(f.places))
	dict = append(dict, "/Root "...)
	dict = appendRef(dict, f.catalog)
	dict = append(dict, "/Info "...)
	dict = appendRef(dict, f.info)
	dict = append(dict, "/ID["...)
	dict = appendString(dict, string(digest[:16]))
	dict = appendString(dict, string(digest[:16]))
	dict = append(dict, "]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns "...)
	dict = appendInt(dict, 1+wide+3)
	dict = append(dict, ">>"...)
	packed := deflate.Zlib(rows)
	b = f.appendStream(b, stream{table, dict, &packed})
	b = append(b, "startxref\n"...)
	b = appendInt(b, start)
	return append(b, "\n%%EOF\n"...)
}

// tableRows returns the rows of the cross-reference stream, each as the
// difference to the one above (the PNG predictor Up): most are nearly the same.
func (f *file) tableRows(objects ref, wide int) []byte {
	const up = 2
	n := 1 + wide + 3
	above, row := make([]byte, n), make([]byte, 0, n)
	rows := make([]byte, 0, (1+n)*len(f.places))
	for _, p := range f.places {
		var middle, index int
		switch p.kind {
		case 1:
			middle = p.at
		case 2:
			middle, index = int(objects), p.at
		}
		row = append(row[:0], p.kind)
		for shift := 8 * (wide - 1); shift >= 0; shift -= 8 {
			row = append(row, byte(middle>>shift))
		}
		row = append(row, byte(index>>16), byte(index>>8), byte(index))
		rows = append(rows, up)
		for i, c := range row {
			rows = append(rows, c-above[i])
		}
		copy(above, row)
	}
	return rows
}
