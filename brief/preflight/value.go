package preflight

// A value is an object of a PDF file (ISO 32000-1, 7.3): nil, bool, int,
// float64, name, text, array, dict, ref or *stream; in a content stream also
// a keyword.
type value any

type (
	name    string // without the slash, #xx read
	text    string // the bytes that a string stands for
	array   []value
	dict    map[name]value
	ref     int // the number of an object
	keyword string
)

// A stream is a dictionary with bytes behind it (7.3.8).
type stream struct {
	dict dict
	raw  []byte // as they lie in the file

	decoded  []byte // what the filters make of raw; nil until asked for
	err      error  // why they make nothing of it
	faults   []string
	unpacked bool
}

// resolve returns the value that v refers to, or v itself.
func (f *File) resolve(v value) value {
	for range 32 { // a reference to a reference is allowed, a ring of them is not
		r, ok := v.(ref)
		if !ok {
			return v
		}
		v = f.objects[int(r)]
	}
	return nil
}

// dict returns the dictionary that v is, refers to, or has as a stream; an
// empty one if v is something else.
func (f *File) dict(v value) dict {
	switch v := f.resolve(v).(type) {
	case dict:
		return v
	case *stream:
		return v.dict
	}
	return nil
}

// in returns what stands at the path of keys in v.
func (f *File) in(v value, keys ...name) value {
	for _, k := range keys {
		v = f.dict(v)[k]
	}
	return f.resolve(v)
}

func (f *File) array(v value) array    { a, _ := f.resolve(v).(array); return a }
func (f *File) name(v value) name      { n, _ := f.resolve(v).(name); return n }
func (f *File) stream(v value) *stream { s, _ := f.resolve(v).(*stream); return s }
func (f *File) isTrue(v value) bool    { b, _ := f.resolve(v).(bool); return b }
func (f *File) text(v value) (string, bool) {
	s, ok := f.resolve(v).(text)
	return string(s), ok
}

// integer returns the whole number that v is.
func (f *File) integer(v value) (int, bool) {
	n, ok := f.resolve(v).(int)
	return n, ok
}

// number returns the number that v is.
func (f *File) number(v value) (float64, bool) {
	switch n := f.resolve(v).(type) {
	case int:
		return float64(n), true
	case float64:
		return n, true
	}
	return 0, false
}

// list returns the elements of v if it is an array, nothing if it is nil, and
// else v alone: in many places of a file a single value may stand for an array
// of one.
func (f *File) list(v value) array {
	switch w := f.resolve(v).(type) {
	case nil:
		return nil
	case array:
		return w
	}
	return array{v}
}
