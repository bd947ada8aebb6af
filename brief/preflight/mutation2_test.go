package preflight

import (
	"slices"
	"strings"
	"testing"
)

// structureMutations break the tags.
var structureMutations = []mutation{
	{name: "untagged content", change: func(b *book) { b.content("/P<</MCID 3>>BDC", "/P BMC") }, want: "PDF/UA-1 7.1"},
	{name: "content outside of all marks", change: func(b *book) { b.draw("0 0 9 9 re f") }, want: "PDF/UA-1 7.1"},
	{name: "untagged form", change: func(b *book) { b.addForm("0 0 9 9 re f", "/X Do") }, want: "PDF/UA-1 7.1"},
	{name: "artifact in tagged content", change: func(b *book) { b.content("/P<</MCID 3>>BDC", "/P<</MCID 3>>BDC /Artifact BMC 0 0 1 1 re f EMC") }, want: "PDF/UA-1 7.1"},
	{name: "tagged content in an artifact", change: func(b *book) {
		b.content("/P<</MCID 3>>BDC", "/Artifact BMC /P<</MCID 3>>BDC")
		s := string(b.streamAt(b.page()["Contents"]).raw)
		i := strings.Index(s, "/P<</MCID 3>>BDC")
		j := strings.Index(s[i:], "EMC") + i
		b.streamAt(b.page()["Contents"]).raw = []byte(s[:j] + "EMC " + s[j:])
	}, want: "PDF/UA-1 7.1"},
	{name: "marked content open", change: func(b *book) { b.draw("/Artifact BMC") }, want: "ISO 32000-1 14.6"},
	{name: "marked content twice", change: func(b *book) { b.content("/MCID 4>>", "/MCID 3>>") }, want: "ISO 32000-1 14.7.4.2"},
	{name: "no way back from the page", change: func(b *book) { delete(b.page(), "StructParents") }, want: "PDF/UA-1 7.1"},
	{name: "parent tree names another element", change: func(b *book) {
		list := b.at(b.get(b.root(), "ParentTree")["Nums"].(array)[1]).(array)
		list[3] = list[4]
	}, want: "ISO 32000-1 14.7.4.4"},
	{name: "parent tree names nothing", change: func(b *book) {
		b.at(b.get(b.root(), "ParentTree")["Nums"].(array)[1]).(array)[3] = nil
	}, want: "PDF/UA-1 7.1"},
	{name: "element without its content", change: func(b *book) { b.el("H1", 0)["K"] = array{} }, want: "ISO 32000-1 14.7.4.2"},
	{name: "element with content that is not there", change: func(b *book) { e := b.el("H1", 0); e["K"] = append(b.kids(e), 999) }, want: "ISO 32000-1 14.7.4.2"},
	{name: "element without a parent", change: func(b *book) { delete(b.el("H1", 0), "P") }, want: "PDF/UA-1 7.1"},
	{name: "element with another parent", change: func(b *book) { _, r := b.element("H2", 0); b.el("H1", 0)["P"] = r }, want: "ISO 32000-1 14.7.2"},
	{name: "ring of elements", change: func(b *book) {
		e, _ := b.element("Sect", 0)
		_, r := b.element("Document", 0)
		e["K"] = append(b.kids(e), r)
	}, want: "ISO 32000-1 14.7.2", unread: true},
	{name: "type that is none", change: func(b *book) { b.el("P", 0)["S"] = name("Para") }, want: "PDF/UA-1 7.1, PDF/A-3a 6.7.3.4"},
	{name: "types in a ring", change: func(b *book) {
		b.el("P", 0)["S"] = name("Para")
		b.root()["RoleMap"] = dict{"Para": name("Absatz"), "Absatz": name("Para")}
	}, want: "PDF/UA-1 7.1, PDF/A-3a 6.7.3.4"},
	{name: "standard type with another role", change: func(b *book) { b.root()["RoleMap"] = dict{"P": name("Span")} }, want: "PDF/UA-1 7.1"},
	{name: "bad language of an element", change: func(b *book) { b.el("P", 0)["Lang"] = text("de_DE!") }, want: "PDF/UA-1 7.2, PDF/A-3a 6.7.4"},
	{name: "text without a language", change: func(b *book) { delete(b.catalog(), "Lang"); b.el("Document", 0)["Alt"] = text("a") }, want: "PDF/UA-1 7.2"},

	{name: "level left out", change: func(b *book) { b.el("H2", 0)["S"] = name("H3") }, want: "PDF/UA-1 7.4.2"},
	{name: "first heading of level 2", change: func(b *book) { b.el("H1", 0)["S"] = name("H2") }, want: "PDF/UA-1 7.4.2"},
	{name: "headings mixed", change: func(b *book) { b.el("H2", 0)["S"] = name("H") }, want: "PDF/UA-1 7.4.4"},
	{name: "two plain headings", change: func(b *book) {
		b.el("H1", 0)["S"] = name("P")
		b.el("H2", 0)["S"], b.el("H2", 0)["S"] = name("P"), name("P")
		e := b.el("Sect", 0)
		for _, k := range b.kids(e)[:2] {
			b.get(k)["S"] = name("H")
		}
	}, want: "PDF/UA-1 7.4.4"},
	{name: "figure without alternate text", change: func(b *book) { b.el("P", 0)["S"] = name("Figure") }, want: "PDF/UA-1 7.3"},
	{name: "figure with empty alternate text", change: func(b *book) { e := b.el("P", 0); e["S"] = name("Figure"); e["Alt"] = text("") }, want: "PDF/UA-1 7.3"},
	{name: "formula without alternate text", change: func(b *book) { b.el("P", 0)["S"] = name("Formula") }, want: "PDF/UA-1 7.7"},
	{name: "note without identifier", change: func(b *book) { delete(b.el("Note", 0), "ID") }, want: "PDF/UA-1 7.9"},
	{name: "two notes of one identifier", change: func(b *book) { b.el("Note", 1)["ID"] = b.el("Note", 0)["ID"] }, want: "PDF/UA-1 7.9"},

	{name: "row outside of a table", change: func(b *book) { b.el("TBody", 0)["S"] = name("Sect") }, want: "PDF/UA-1 7.2"},
	{name: "paragraph in a row", change: func(b *book) { b.el("TD", 0)["S"] = name("P") }, want: "PDF/UA-1 7.2"},
	{name: "paragraph in a table", change: func(b *book) { b.el("THead", 0)["S"] = name("P") }, want: "PDF/UA-1 7.2"},
	{name: "cell outside of a row", change: func(b *book) { b.el("TR", 0)["S"] = name("Div") }, want: "PDF/UA-1 7.2"},
	{name: "two heads", change: func(b *book) { b.el("TBody", 0)["S"] = name("THead") }, want: "PDF/UA-1 7.2"},
	{name: "foot without a body", change: func(b *book) { b.el("TBody", 0)["S"] = name("TFoot") }, want: "PDF/UA-1 7.2"},
	{name: "short row", change: func(b *book) {
		e := b.el("TR", 1)
		e["K"] = b.kids(e)[:1]
	}, want: "PDF/UA-1 7.2"},
	{name: "cell over two columns", change: func(b *book) { b.el("TD", 0)["A"] = dict{"O": name("Table"), "ColSpan": 2} }, want: "PDF/UA-1 7.2"},
	{name: "cell over the end", change: func(b *book) { b.el("TD", 0)["A"] = dict{"O": name("Table"), "RowSpan": 9} }, want: "PDF/UA-1 7.2"},
	{name: "no header has a scope", change: func(b *book) {
		for i := range 8 {
			if e, ok := b.maybe("TH", i); ok {
				delete(e, "A")
			}
		}
	}, want: "PDF/UA-1 7.5"},
	{name: "one header has no scope", change: func(b *book) {
		e := b.el("TR", 0)
		for _, k := range b.kids(e) {
			delete(b.get(k), "A")
		}
		for _, k := range b.kids(b.el("TR", 1)) {
			delete(b.get(k), "A")
		}
	}, want: "PDF/UA-1 7.5"},
	{name: "headers that are not there", change: func(b *book) {
		for i := range 8 {
			if e, ok := b.maybe("TH", i); ok {
				delete(e, "A")
			}
		}
		b.el("TD", 0)["A"] = dict{"O": name("Table"), "Headers": array{text("nobody")}}
	}, want: "PDF/UA-1 7.5"},

	{name: "paragraph in a list", change: func(b *book) { b.el("LI", 0)["S"] = name("P") }, want: "PDF/UA-1 7.2"},
	{name: "item outside of a list", change: func(b *book) { b.el("L", 0)["S"] = name("Sect") }, want: "PDF/UA-1 7.2"},
	{name: "paragraph in an item", change: func(b *book) { b.el("LBody", 0)["S"] = name("P") }, want: "PDF/UA-1 7.2"},
	{name: "body outside of an item", change: func(b *book) { b.el("P", 0)["S"] = name("LBody") }, want: "PDF/UA-1 7.2"},
	{name: "late caption of a list", change: func(b *book) { e := b.el("L", 0); b.get(b.kids(e)[len(b.kids(e))-1])["S"] = name("Caption") }, want: "PDF/UA-1 7.2"},
	{name: "contents without entries", change: func(b *book) { b.el("Sect", 0)["S"] = name("TOC") }, want: "PDF/UA-1 7.2"},
	{name: "entry outside of contents", change: func(b *book) { b.el("P", 0)["S"] = name("TOCI") }, want: "PDF/UA-1 7.2"},
	{name: "form from another file", change: func(b *book) {
		b.addForm("", "/Artifact BMC /X Do EMC")
		b.get(b.page(), "Resources", "XObject", "X")["Ref"] = dict{"F": text("x.pdf"), "Page": 0}
	}, want: "PDF/UA-1 7.20, PDF/A-3a 6.2.9"},
	{name: "PostScript", change: func(b *book) {
		b.addForm("", "/Artifact BMC /X Do EMC")
		b.get(b.page(), "Resources", "XObject", "X")["Subtype"] = name("PS")
	}, want: "PDF/A-3a 6.2.9"},
	{name: "interpolated picture", change: func(b *book) {
		b.addForm("\x00", "/Artifact BMC /X Do EMC")
		d := b.get(b.page(), "Resources", "XObject", "X")
		d["Subtype"], d["Width"], d["Height"], d["ColorSpace"], d["BitsPerComponent"], d["Interpolate"] = name("Image"), 1, 1, name("DeviceGray"), 8, true
	}, want: "PDF/A-3a 6.2.8"},
}

// addForm adds a form with content, and draws it on the page by ops.
func (b *book) addForm(content, ops string) {
	form := &stream{raw: []byte(content), dict: dict{
		"Type": name("XObject"), "Subtype": name("Form"), "BBox": array{0, 0, 10, 10}, "Resources": dict{},
	}}
	b.get(b.page(), "Resources")["XObject"] = dict{"X": b.add(form)}
	b.draw(ops)
}

// maybe returns the nth element of a type, if there is one.
func (b *book) maybe(tag name, nth int) (dict, bool) {
	count := 0
	for _, v := range b.objects {
		if d, ok := v.(dict); ok && d["S"] == tag && d["P"] != nil {
			count++
		}
	}
	if nth >= count {
		return nil, false
	}
	return b.el(tag, nth), true
}

// mutants returns the broken files by name, in order.
func mutants(t testing.TB) (all []mutation, files [][]byte) {
	good := build(t, lighthouse())
	for _, m := range slices.Concat(mutations, structureMutations) {
		b := takeApart(t, good)
		if m.change != nil {
			m.change(b)
		}
		data := b.bytes()
		if m.raw != nil {
			data = m.raw(data)
		}
		all, files = append(all, m), append(files, data)
	}
	return all, files
}

// TestMutations breaks a good file in every way we know, and wants each found
// under its clause.
func TestMutations(t *testing.T) {
	good := takeApart(t, build(t, lighthouse())).bytes()
	if r, err := Check(good); err != nil || len(r) > 0 {
		t.Fatalf("the good file, taken apart and put together: %v, %v", r, err)
	}
	all, files := mutants(t)
	for i, m := range all {
		t.Run(m.name, func(t *testing.T) {
			r, err := Check(files[i])
			if err != nil {
				t.Fatal(err)
			}
			for want := range strings.SplitSeq(m.want, ", ") {
				if !slices.ContainsFunc(r, func(f Finding) bool { return f.Standard+" "+f.Clause == want }) {
					t.Errorf("no finding against %s:\n%v", want, r)
				}
			}
		})
	}
}
