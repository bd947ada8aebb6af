package ingest

import (
	"bytes"
	"strings"
	"unicode/utf8"

	xencoding "golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"readahead/brief/doc"
)

// A charset is a legacy encoding that a file declares: one of single and
// multi, or neither.
type charset struct {
	name   string
	single *charmap.Charmap   // a character in each byte
	multi  xencoding.Encoding // one to four bytes for each character
}

// declared returns the encoding that the beginning of data names, as an XML
// declaration, an HTML meta element and a mail's Content-Type do, if it is one
// that needs to be named and if data can be in it. c is the census of data.
func declared(data []byte, c *census) charset {
	if !c[0x1b] && (c.ascii() || utf8.Valid(data)) {
		return charset{}
	}
	head := data[:min(len(data), 4096)]
	label := labelAfter(head, "charset")
	if label == "" {
		label = labelAfter(head, "encoding")
	}
	if c := lookupCharset(label); c.name != "" && c.decodes(data) {
		return c
	}
	return charset{}
}

// labelAfter returns the value, in lower case, that the first key = value in
// head with this key has, "" if there is none.
func labelAfter(head []byte, key string) string {
	for {
		i := indexFold(head, key)
		if i < 0 {
			return ""
		}
		head = head[i+len(key):]
		value, ok := bytes.CutPrefix(bytes.TrimLeft(head, " \t"), []byte("="))
		if !ok {
			continue
		}
		value = bytes.TrimLeft(value, " \t\"'")
		if n := bytes.IndexAny(value, " \t\r\n\"'/>;?"); n > 0 {
			return strings.ToLower(string(value[:min(n, 40)]))
		}
	}
}

// lookupCharset returns the encoding of a label in lower case. Labels and
// what they stand for are those of the WHATWG Encoding standard; the two
// encodings that are recognised without being declared are not among them.
func lookupCharset(label string) charset {
	c := charset{name: label}
	switch label {
	case "iso-8859-2", "latin2":
		c.single = charmap.ISO8859_2
	case "iso-8859-3":
		c.single = charmap.ISO8859_3
	case "iso-8859-4":
		c.single = charmap.ISO8859_4
	case "iso-8859-5":
		c.single = charmap.ISO8859_5
	case "iso-8859-6":
		c.single = charmap.ISO8859_6
	case "iso-8859-7":
		c.single = charmap.ISO8859_7
	case "iso-8859-8", "iso-8859-8-i":
		c.single = charmap.ISO8859_8
	case "iso-8859-9", "latin5", "windows-1254":
		c.single = charmap.Windows1254
	case "iso-8859-10":
		c.single = charmap.ISO8859_10
	case "iso-8859-13":
		c.single = charmap.ISO8859_13
	case "iso-8859-15", "latin9":
		c.single = charmap.ISO8859_15
	case "iso-8859-16":
		c.single = charmap.ISO8859_16
	case "windows-1250", "cp1250":
		c.single = charmap.Windows1250
	case "windows-1251", "cp1251":
		c.single = charmap.Windows1251
	case "windows-1253", "cp1253":
		c.single = charmap.Windows1253
	case "windows-1255", "cp1255":
		c.single = charmap.Windows1255
	case "windows-1256", "cp1256":
		c.single = charmap.Windows1256
	case "windows-1257", "cp1257":
		c.single = charmap.Windows1257
	case "windows-1258", "cp1258":
		c.single = charmap.Windows1258
	case "windows-874", "iso-8859-11", "tis-620":
		c.single = charmap.Windows874
	case "koi8-r":
		c.single = charmap.KOI8R
	case "koi8-u":
		c.single = charmap.KOI8U
	case "macintosh", "x-mac-roman":
		c.single = charmap.Macintosh
	case "ibm866", "cp866":
		c.single = charmap.CodePage866
	case "shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j", "ms_kanji":
		c.multi = japanese.ShiftJIS
	case "euc-jp", "x-euc-jp":
		c.multi = japanese.EUCJP
	case "iso-2022-jp":
		c.multi = japanese.ISO2022JP
	case "euc-kr", "ks_c_5601-1987", "cp949", "windows-949":
		c.multi = korean.EUCKR
	case "gb2312", "gbk", "gb18030", "x-gbk":
		c.multi = simplifiedchinese.GB18030
	case "big5", "big5-hkscs":
		c.multi = traditionalchinese.Big5
	default:
		return charset{}
	}
	return c
}

// decodes reports whether data is to be read as c says: what it holds beyond
// ASCII is not UTF-8, whatever the label claims.
func (c charset) decodes(data []byte) bool {
	if c.multi == japanese.ISO2022JP {
		return bytes.IndexByte(data, 0x1b) >= 0 && isASCII(data)
	}
	valid, invalid := 0, 0
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			invalid++
		} else {
			valid++
		}
		i += n
	}
	return invalid > valid
}

// decode decodes data, character by character so that each knows its bytes.
func (c charset) decode(data []byte) doc.Text {
	var b doc.Builder
	next := c.nextSingle
	if c.multi != nil {
		next = c.nextMulti()
	}
	kept := 0 // where the ASCII begins that b lacks
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf && c.multi != japanese.ISO2022JP {
			i++
			continue
		}
		s, n := next(data[i:])
		keep(&b, data[kept:i], kept)
		b.Map(s, i, i+n)
		i += n
		kept = i
	}
	keep(&b, data[kept:], kept)
	return b.Text()
}

func (c charset) nextSingle(data []byte) (string, int) {
	return string(c.single.DecodeByte(data[0])), 1
}

// nextMulti returns a function that decodes the first character of what it is
// given and says how many bytes it takes. The decoder's own error character
// stands for bytes that mean nothing; escape sequences give no text.
func (c charset) nextMulti() func(data []byte) (string, int) {
	dec := c.multi.NewDecoder()
	return func(data []byte) (string, int) {
		var dst [utf8.UTFMax]byte
		for size := 1; size <= len(dst); size++ { // the smallest that holds one character
			if w, n, _ := dec.Transform(dst[:size], data, true); n > 0 {
				return string(dst[:w]), n
			}
		}
		return string(utf8.RuneError), 1
	}
}

// indexFold returns the index of the first place where key, which is in lower
// case, stands in s in either case, or -1.
func indexFold(s []byte, key string) int {
	for i := 0; i+len(key) <= len(s); i++ {
		if s[i]|0x20 == key[0] && strings.EqualFold(string(s[i:i+len(key)]), key) {
			return i
		}
	}
	return -1
}
