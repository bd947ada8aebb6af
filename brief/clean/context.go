package clean

import "strings"

// A place says in what kinds of parts of a page a block stands, by the names
// of elements and classes around it.
type place struct {
	kinds   [placeKinds]uint8 // 2: the block or its parent is of the kind; 1: one farther out
	element string            // of the block itself
	steps   int               // elements around the block
}

// A placeKind is a kind of part of a page.
type placeKind int

const (
	bodyPlace placeKind = iota
	navPlace
	sharePlace
	relatedPlace
	commentPlace
	footPlace
	sidePlace
	headPlace
	adPlace
	metaPlace
	formPlace
	picturePlace
	listPlace
	quotePlace
	placeKinds
)

// placeOf reads the path of a block.
func placeOf(path string) place {
	var p place
	p.steps = strings.Count(path, " ") + 1
	left := p.steps
	for step := range strings.SplitSeq(path, " ") {
		left--
		near := uint8(1)
		if left < 2 {
			near = 2
		}
		start := 0
		for i := 0; i <= len(step); i++ {
			if i < len(step) && isAlpha(step[i]) {
				continue
			}
			if i > start {
				if k := kindOfPlace(step[start:i]); k >= 0 {
					p.kinds[k] = max(p.kinds[k], near)
				}
			}
			start = i + 1
		}
		if left == 0 {
			end := strings.IndexAny(step, ".#")
			if end < 0 {
				end = len(step)
			}
			p.element = step[:end]
		}
	}
	return p
}

// kindOfPlace returns the kind of part that word, a piece of a class or the
// name of an element, stands for, or -1.
func kindOfPlace(word string) placeKind {
	switch word {
	case "article", "articlebody", "articles", "body", "bodycopy", "content", "copy", "entry", "main", "markdown", "paragraph", "post", "prose", "rich", "richtext", "rte", "story", "text", "wysiwyg":
		return bodyPlace
	case "nav", "navbar", "navigation", "menu", "menus", "breadcrumb", "breadcrumbs", "crumb", "crumbs", "pagination", "pager", "toc", "tabs", "tab", "dropdown", "sitemap", "submenu", "megamenu", "jump", "contents", "skip", "anchor":
		return navPlace
	case "share", "sharing", "social", "socials", "follow", "tools", "toolbar", "actions", "action", "button", "buttons", "btn", "cta", "print", "bookmark", "icons", "icon":
		return sharePlace
	case "related", "recommend", "recommended", "recommendations", "recirc", "more", "also", "teaser", "teasers", "promo", "promos", "card", "cards", "carousel", "slider", "slick", "swiper", "popular", "trending", "latest", "recent", "similar", "next", "prev", "previous", "tile", "tiles", "grid", "feed", "loop", "archive", "collection", "product", "products", "upsell":
		return relatedPlace
	case "comment", "comments", "commentlist", "respond", "reply", "replies", "disqus", "discussion", "responses", "thread", "review", "reviews", "rating", "testimonial":
		return commentPlace
	case "foot", "footer", "colophon", "bottom", "copyright", "legal", "disclaimer", "disclosure", "footnotes", "footnote", "references", "contentinfo":
		return footPlace
	case "aside", "sidebar", "side", "rail", "widget", "widgets", "secondary", "complementary", "pullout", "callout", "box", "infobox", "sticky", "drawer", "flyout", "panel":
		return sidePlace
	case "header", "head", "masthead", "top", "topbar", "hero", "banner", "title", "headline", "dek", "standfirst", "subtitle", "lede", "logo", "brand":
		return headPlace
	case "ad", "ads", "advert", "advertisement", "adsense", "sponsor", "sponsored", "sponsors", "dfp", "outbrain", "taboola", "affiliate", "promotion", "price", "deal", "deals", "buy", "shop":
		return adPlace
	case "meta", "byline", "author", "authors", "bio", "date", "time", "timestamp", "published", "tags", "tag", "category", "categories", "info", "details", "kicker", "eyebrow", "credits", "posted", "avatar", "profile", "person", "publisher":
		return metaPlace
	case "form", "newsletter", "subscribe", "subscription", "signup", "login", "register", "search", "modal", "popup", "cookie", "cookies", "consent", "gdpr", "overlay", "notice", "alert", "dialog", "paywall", "contact", "optin", "label", "input", "field":
		return formPlace
	case "figure", "figcaption", "caption", "captions", "credit", "gallery", "media", "image", "images", "img", "photo", "photos", "video", "videos", "slideshow", "player", "embed", "audio", "svg":
		return picturePlace
	case "li", "ul", "ol", "dl", "dd", "dt", "td", "th", "table":
		return listPlace
	case "blockquote", "quote", "pre", "code", "cite", "q", "highlight":
		return quotePlace
	}
	return -1
}

// parent returns the path of the element around the block.
func parent(path string) string {
	if i := strings.LastIndexByte(path, ' '); i >= 0 {
		return path[:i]
	}
	return ""
}

// sharedSteps returns how many elements two paths have in common from the
// outside in.
func sharedSteps(a, b string) int {
	n := 0
	for a != "" && b != "" {
		x, restA, _ := strings.Cut(a, " ")
		y, restB, _ := strings.Cut(b, " ")
		if x != y {
			break
		}
		n++
		a, b = restA, restB
	}
	return n
}

// elementClass groups the elements that blocks stand in.
func elementClass(name string) int {
	switch name {
	case "p":
		return 1
	case "div", "body", "section", "article", "main":
		return 2
	case "span", "a", "b", "strong", "em":
		return 3
	case "h1":
		return 4
	case "h2", "h3":
		return 5
	case "h4", "h5", "h6":
		return 6
	case "ul", "ol", "li", "dl":
		return 7
	case "td", "th", "table", "tr":
		return 8
	case "blockquote", "pre", "code":
		return 9
	case "figcaption", "figure", "label", "button", "form", "address", "time", "small":
		return 10
	}
	return 0
}

// measureContext tells what the markup says: in what parts of the page a unit
// stands, and how far it is from the element that holds most of the text.
func measureContext(units []unit, ms []measurement) {
	prose := make(map[string]int) // running text for each parent
	total := 0
	container := ""
	for i := range units {
		p := parent(units[i].context.Path)
		prose[p] += units[i].prose
		total += units[i].prose
		if prose[p] > prose[container] {
			container = p
		}
	}
	depth := strings.Count(container, " ") + 1
	var p place
	for i := range units {
		c, m := units[i].context, &ms[i]
		if i == 0 || c.Path != units[i-1].context.Path {
			p = placeOf(c.Path)
		}
		for k, near := range p.kinds {
			m[inBody+quantity(k)] = near
		}
		shared := sharedSteps(c.Path, container)
		own := parent(c.Path)
		m.set(ownLinkShare, share(c.Linked, units[i].bytes))
		m.set(ownElement, elementClass(p.element))
		m.set(containerProse, share(prose[own], total))
		m.set(containerMissing, depth-shared)
		m.set(containerExtra, p.steps-shared)
		m.set(containerDepth, p.steps)
		m.mark(beforeSame, i > 0 && parent(units[i-1].context.Path) == own)
		m.mark(afterSame, i+1 < len(units) && parent(units[i+1].context.Path) == own)
	}
}
