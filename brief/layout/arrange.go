package layout

import (
	"slices"
	"strconv"
	"strings"
)

// An Arrangement says what stands where on the page, and in which form.
type Arrangement struct {
	Marking string // "plain" text or a "banner" across the page
	Head    string // "facts" beside the title, "memo" lines, or a "band" of colour
	Top     Blocks // across the page, under the head
	Body    Blocks // in the columns
	Foot    Blocks // in small type, in two columns
}

// A Block is a part of the page that an arrangement gives a place.
type Block string

// The blocks. AllTodo gathers all to-do rows in one table; where no place has
// it, they stand under their sections.
const (
	ObjectivesBlock Block = "objectives"
	BottomLineBlock Block = "bottom_line"
	AsksBlock       Block = "asks"
	SectionsBlock   Block = "sections"
	AllTodoBlock    Block = "todo"
	TrackersBlock   Block = "trackers"
	SourcesBlock    Block = "sources"
	SummaryBlock    Block = "summary"
	ChangesBlock    Block = "changes"
	LeftOutBlock    Block = "left_out"
)

// blockPlaces lists the blocks with the places where each may stand: t for
// the top, b for the body, f for the foot.
var blockPlaces = [...]struct {
	block  Block
	places string
}{
	{ObjectivesBlock, "t"}, {BottomLineBlock, "t"}, {AsksBlock, "t"}, {SectionsBlock, "b"}, {AllTodoBlock, "tb"},
	{TrackersBlock, "tb"}, {SourcesBlock, "f"}, {SummaryBlock, "tf"}, {ChangesBlock, "tf"}, {LeftOutBlock, "f"},
}

// Blocks are blocks in the order of the page.
type Blocks []Block

// has reports whether the block is among them.
func (b Blocks) has(x Block) bool { return slices.Contains(b, x) }

// parseBlocks reads names with commas between them.
func parseBlocks(s string) (Blocks, bool) {
	var out Blocks
	for name := range strings.SplitSeq(s, ",") {
		known := false
		for _, p := range &blockPlaces {
			known = known || string(p.block) == strings.TrimSpace(name)
		}
		if !known {
			return nil, false
		}
		out = append(out, Block(strings.TrimSpace(name)))
	}
	return out, true
}

func blockNames() string {
	var names []string
	for _, p := range &blockPlaces {
		names = append(names, string(p.block))
	}
	return strings.Join(names, ", ")
}

// allTodo reports whether the to-do rows stand in one table.
func (t *Template) allTodo() bool {
	return t.Arrange.Top.has(AllTodoBlock) || t.Arrange.Body.has(AllTodoBlock)
}

// checkArrangement makes sure that every block has one place, so that nothing
// of a brief is lost, and that it is one where the block can stand.
func (t *Template) checkArrangement(complain complaint) error {
	a := &t.Arrange
	if a.Marking != "plain" && a.Marking != "banner" {
		return complain("arrange.marking", "plain or banner", "cannot be "+strconv.Quote(a.Marking))
	}
	if a.Head != "facts" && a.Head != "memo" && a.Head != "band" {
		return complain("arrange.head", "facts, memo or band", "cannot be "+strconv.Quote(a.Head))
	}
	if _, ok := paperOf(t.Paper); !ok {
		return complain("paper", "letter or a4", "cannot be "+strconv.Quote(t.Paper))
	}
	if l := &t.Logo; l.File != "" {
		switch {
		case l.Alt == "":
			return complain("logo", `like alt: "Crest of the city"`, "lacks alt, what those are told who do not see it")
		case l.Height < 8*Pt || l.Height > 96*Pt:
			return complain("logo.height", "30 is usual", "is not between 8 and 96 points")
		}
	}
	if !strings.Contains(t.Words.Section, "{title}") {
		return complain("words.section", `"{n} {title}" is usual`, "lacks {title}")
	}
	for _, p := range &blockPlaces {
		n := 0
		for _, at := range []struct {
			name   string
			blocks Blocks
		}{{"top", a.Top}, {"body", a.Body}, {"foot", a.Foot}} {
			for _, b := range at.blocks {
				if b != p.block {
					continue
				}
				if n++; n > 1 {
					return complain("arrange."+at.name, "remove one of them", "has "+string(b)+" a second time")
				}
				if !strings.Contains(p.places, at.name[:1]) {
					return complain("arrange."+at.name, string(b)+" may stand in the "+placeNames(p.places), "cannot have "+string(b))
				}
			}
		}
		if n == 0 && p.block != AllTodoBlock {
			return complain("arrange", "put it into the "+placeNames(p.places), "has no place for "+string(p.block))
		}
	}
	return nil
}

// placeNames spells out the places of a block.
func placeNames(places string) string {
	var names []string
	for _, p := range places {
		switch p {
		case 't':
			names = append(names, "top")
		case 'b':
			names = append(names, "body")
		case 'f':
			names = append(names, "foot")
		}
	}
	return strings.Join(names, " or the ")
}
