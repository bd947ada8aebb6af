package clean

import (
	"strings"

	"readahead/brief/doc"
)

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

// contextOf returns what the markup says about b.
func contextOf(b doc.Block) doc.Context {
	switch b := b.(type) {
	case doc.Paragraph:
		return b.Context
	case doc.Heading:
		return b.Context
	case doc.List:
		return b.Context
	case doc.Table:
		return b.Context
	}
	return doc.Context{}
}
