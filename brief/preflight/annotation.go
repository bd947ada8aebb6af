package preflight

// checkAnnotations checks a page's annotations (ISO 14289-1, 7.18; ISO
// 19005-3, 6.3).
func (c *checker) checkAnnotations(n int, page dict) {
	list := c.f.array(page["Annots"])
	if len(list) > 0 && c.f.name(page["Tabs"]) != "S" {
		c.ua("7.18.3", n, "the page has annotations, and does not say that their order is that of the structure")
	}
	for _, v := range list {
		if d := c.f.dict(v); d != nil {
			c.checkAnnotation(objectOf(v, n), d, page)
		}
	}
}

func (c *checker) checkAnnotation(n int, d, page dict) {
	f := c.f
	kind := f.name(d["Subtype"])
	if !oneOf(kind, "Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink Popup FileAttachment Widget PrinterMark TrapNet Watermark Redact") {
		c.a("6.3.1", n, "an annotation of the kind %q is not allowed", kind)
	}
	flags, hasFlags := f.integer(d["F"])
	const (
		invisible, hidden, print = 1, 2, 4
		noView, toggleNoView     = 32, 256
	)
	if kind != "Popup" && !hasFlags {
		c.a("6.3.2", n, "an annotation has no flags")
	}
	if hasFlags && (flags&print == 0 || flags&(invisible|hidden|noView|toggleNoView) != 0) {
		c.a("6.3.2", n, "an annotation is not printed, or not shown")
	}
	c.checkAppearance(n, kind, d)
	for _, k := range []name{"A", "PA"} {
		if action := f.dict(d[k]); action != nil {
			c.checkAction(objectOf(d[k], n), action)
		}
	}
	if d["AA"] != nil {
		c.a("6.5.2", n, "an annotation starts actions by itself")
	}
	if kind == "Widget" {
		c.pdf("12.5.6.19", n, "a form field's widget is not checked here")
		return
	}
	if flags&hidden != 0 || outside(c.rectangle(d["Rect"]), c.pageBox(page)) {
		return // what is never seen needs no description
	}
	e := c.annotationElement(d)
	contents, _ := f.text(d["Contents"])
	alt := ""
	if e != nil {
		alt, _ = f.text(e.dict["Alt"])
	}
	if contents == "" && alt == "" {
		c.ua("7.18.1", n, "an annotation has neither contents nor alternate text")
	}
	switch kind {
	case "Link":
		if e == nil || e.tag != "Link" {
			c.ua("7.18.5", n, "a link is not in a Link element")
		}
		if contents == "" {
			c.ua("7.18.5", n, "a link has no contents, which say where it leads")
		}
		if d["A"] == nil && d["Dest"] == nil {
			c.pdf("12.5.6.5", n, "a link leads nowhere")
		}
	case "TrapNet":
		c.ua("7.18.2", n, "an annotation of the kind TrapNet is not allowed")
	case "PrinterMark":
		if e != nil {
			c.ua("7.18.8", n, "a printer's mark is in the structure")
		}
	default:
		if e == nil || e.tag != "Annot" {
			c.ua("7.18.1", n, "an annotation is not in an Annot element")
		}
	}
	if e != nil && !e.annotations[n] {
		c.pdf("14.7.4.3", n, "an annotation's element does not refer to it")
	}
}

// checkAppearance checks how the annotation is to look (6.3.3).
func (c *checker) checkAppearance(n int, kind name, d dict) {
	r := c.rectangle(d["Rect"])
	ap := c.f.dict(d["AP"])
	if ap == nil {
		if kind != "Popup" && kind != "Link" && (r.width() != 0 || r.height() != 0) {
			c.a("6.3.3", n, "an annotation has no appearance")
		}
		return
	}
	if len(ap) != 1 || ap["N"] == nil {
		c.a("6.3.3", n, "an annotation has other appearances than the normal one")
	}
	normal := c.f.stream(ap["N"])
	if normal == nil {
		c.a("6.3.3", n, "an annotation's appearance is no stream")
		return
	}
	c.pdf("12.5.5", n, "an annotation's appearance is not checked here")
}

// annotationElement returns the element that the parent tree names for an
// annotation, or nil.
func (c *checker) annotationElement(d dict) *element {
	key, ok := c.f.integer(d["StructParent"])
	if !ok {
		return nil
	}
	r, ok := c.tree.parents[key].(ref)
	if !ok {
		return nil
	}
	return c.tree.byNumber[int(r)]
}

// A rectangle has its corners in order, whatever the file's order is.
type rectangle struct{ left, bottom, right, top float64 }

func (r rectangle) width() float64  { return r.right - r.left }
func (r rectangle) height() float64 { return r.top - r.bottom }

func (c *checker) rectangle(v value) rectangle {
	var n [4]float64
	a := c.f.array(v)
	for i := range n {
		n[i], _ = c.f.number(elementAt(a, i))
	}
	return rectangle{min(n[0], n[2]), min(n[1], n[3]), max(n[0], n[2]), max(n[1], n[3])}
}

func outside(r, box rectangle) bool {
	return r.right <= box.left || r.left >= box.right || r.top <= box.bottom || r.bottom >= box.top
}
