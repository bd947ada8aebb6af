package pdf

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"readahead/brief/deflate"
)

// packAttachments has the attachments deflated on the side.
func (f *file) packAttachments(m Meta) []*[]byte {
	var out []*[]byte
	for _, a := range m.Attachments {
		out = append(out, f.pack(func() []byte { return deflate.Zlib(a.Data) }))
	}
	return out
}

// writeAttachments writes the embedded files (ISO 19005-3, 6.8) with what
// packAttachments returned, and returns their file specifications.
func (f *file) writeAttachments(m Meta, packed []*[]byte) []ref {
	var refs []ref
	for i, a := range m.Attachments {
		spec, data := f.add(), f.add()
		dict := appendName([]byte("/Type/EmbeddedFile/Subtype"), mediaType(a.MIME))
		dict = append(dict, "/Params<</Size "...)
		dict = appendInt(dict, len(a.Data))
		if date := pdfDate(m.Date); date != "" {
			dict = append(dict, "/ModDate"...)
			dict = appendString(dict, date)
		}
		f.packedStream(data, append(dict, ">>"...), packed[i])

		b := f.begin(spec)
		b = append(b, "<</Type/Filespec/F"...)
		b = appendText(b, fileName(a.Name))
		b = append(b, "/UF"...)
		b = appendText(b, fileName(a.Name))
		if s := info(a.Description); s != "" {
			b = append(b, "/Desc"...)
			b = appendText(b, s)
		}
		b = append(b, "/AFRelationship/"...)
		b = append(b, relationship(a.Relationship)...)
		b = append(b, "/EF<</F "...)
		b = appendRef(b, data)
		b = append(b, "/UF "...)
		b = appendRef(b, data)
		f.end(append(b, ">>>>"...))
		refs = append(refs, spec)
	}
	return refs
}

// appendAttachments appends the catalog's entries for the attachments.
func appendAttachments(b []byte, m Meta, specs []ref) []byte {
	if len(specs) == 0 {
		return b
	}
	b = append(b, "/AF["...)
	b = appendRefs(b, specs)
	b = append(b, "]/Names<</EmbeddedFiles<</Names["...)
	type entry struct {
		key  []byte // as written; hexadecimal strings sort as their bytes do
		spec ref
	}
	var entries []entry
	for i, a := range m.Attachments {
		entries = append(entries, entry{appendUnicode(nil, fileName(a.Name)), specs[i]})
	}
	slices.SortFunc(entries, func(x, y entry) int { return bytes.Compare(x.key, y.key) })
	for _, e := range entries {
		b = append(b, e.key...)
		b = appendRef(b, e.spec)
	}
	return append(b, "]>>>>"...)
}

// maxName is the greatest length of an attachment's name in bytes: what most
// file systems take, and room for a number.
const maxName = 200

// fileName returns the name that an attachment is given: one that leads to no
// other folder when it is saved, and that shows as what it is.
func fileName(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(`/\:*?"<>|`, r):
			return '_'
		case unicode.Is(unicode.Bidi_Control, r):
			return -1 // "fdp.exe" backwards
		}
		return r
	}, info(s))
	if len(s) > maxName {
		ext := filepath.Ext(s)
		if len(ext) > 16 {
			ext = ""
		}
		s = strings.ToValidUTF8(s[:maxName-len(ext)], "") + ext
	}
	if s = strings.TrimRight(s, ". "); s == "" {
		return "attachment"
	}
	return s
}

// mediaType returns s if it has the form of a media type (RFC 6838), or that
// of any data.
func mediaType(s string) string {
	kind, sub, ok := strings.Cut(s, "/")
	if !ok || !isToken(kind) || !isToken(sub) {
		return "application/octet-stream"
	}
	return s
}

func isToken(s string) bool {
	for i := range len(s) {
		c := s[i] | 0x20
		if !('a' <= c && c <= 'z' || '0' <= s[i] && s[i] <= '9' || strings.IndexByte("+-._", s[i]) >= 0) {
			return false
		}
	}
	return s != "" && len(s) < 60
}

func relationship(s string) string {
	switch s {
	case "Source", "Data", "Alternative", "Supplement", "EncryptedPayload", "FormData", "Schema":
		return s
	}
	return "Unspecified"
}
