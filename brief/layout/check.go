package layout

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"readahead/brief/doc"
	"readahead/brief/font"
)

// A complaint makes an error about the value at a path like "grid.side".
type complaint func(path, hint, msg string) error

// check reports what no page can be set with although each value is of the
// right kind.
func (t *Template) check(d *decoder) error {
	complain := func(path, hint, msg string) error {
		file, line := d.find(path)
		return &doc.Error{File: file, Line: line, Msg: path + " " + msg, Hint: hint}
	}
	switch b := t.Body; {
	case b.Floor < MinSize:
		return complain("body.floor", "people have to read it", "is below 7 points")
	case b.Ceiling < b.Floor:
		return complain("body.ceiling", "", "is below body.floor")
	case b.Ceiling > 24*Pt:
		return complain("body.ceiling", "", "is above 24 points")
	case b.Step < Pt/100:
		return complain("body.step", "0.1 is usual", "is below 0.01 points")
	case b.Hyphenation != neverHyphenate && b.Hyphenation != hyphenateSparingly && b.Hyphenation != hyphenateFreely:
		return complain("body.hyphenation", "never, sparing or free", "cannot be "+strconv.Quote(b.Hyphenation))
	}
	if err := t.checkStyles(complain); err != nil {
		return err
	}
	if err := t.checkGrid(complain); err != nil {
		return err
	}
	if err := t.checkSpaces(complain); err != nil {
		return err
	}
	if err := t.checkArrangement(complain); err != nil {
		return err
	}
	if err := t.checkContrast(complain); err != nil {
		return err
	}
	if n := len(strings.Fields(t.Words.Months)); n != 12 {
		return complain("words.months", "", fmt.Sprintf("has %d names, not 12", n))
	}
	if n := strings.Count(t.Words.Reliability, ",") + 1; n != 6 {
		return complain("words.reliability", "A comes first; commas between them", fmt.Sprintf("has %d meanings, not 6", n))
	}
	if n := strings.Count(t.Words.Credibility, ",") + 1; n != 6 {
		return complain("words.credibility", "1 comes first; commas between them", fmt.Sprintf("has %d meanings, not 6", n))
	}
	if n := len(strings.Fields(t.Words.Weekdays)); n != 7 {
		return complain("words.weekdays", "Sunday comes first", fmt.Sprintf("has %d names, not 7", n))
	}
	return nil
}

func (t *Template) checkStyles(complain complaint) error {
	styles := reflect.ValueOf(&t.Styles).Elem()
	for i, key := range keysOf(styles.Type()) {
		style := styles.Field(i).Addr().Interface().(*Style)
		path := "styles." + key
		if font.Builtin(style.Face) == nil {
			return complain(path+".face", "regular, semibold, bold or italic", "cannot be "+strconv.Quote(style.Face))
		}
		if _, ok := t.Palette.color(style.Color); !ok {
			return complain(path+".color", "a colour of the palette", "cannot be "+strconv.Quote(style.Color))
		}
		switch s := style.Size; {
		case s.Fixed > 0 && s.Fixed < MinSize:
			return complain(path+".size", "people have to read it", "is below 7 points")
		case s.At(t.Body.Ceiling) > 72*Pt:
			return complain(path+".size", "", "is above 72 points")
		case style.Leading < 1000 || style.Leading > 3000:
			return complain(path+".leading", "125% is usual", "is not between 100% and 300%")
		case style.Tracking < -50 || style.Tracking > 500:
			return complain(path+".tracking", "0% is usual", "is not between -5% and 50%")
		}
	}
	return nil
}

// checkGrid makes sure that a column can hold text on the narrowest paper.
func (t *Template) checkGrid(complain complaint) error {
	const column, least = 140 * Pt, 360 * Pt
	g, narrow, short := t.Grid, papers[0], papers[0]
	for _, p := range papers {
		if p.width < narrow.width {
			narrow = p
		}
		if p.height < short.height {
			short = p
		}
	}
	measure := narrow.width - 2*g.Side
	switch {
	case (measure-g.Gutter)/2 < column: // the foot has two in any case
		return complain("grid.side", "make it or the gutter smaller", "leaves columns under 140 points")
	case g.Gutter < 6*Pt:
		return complain("grid.gutter", "18 is usual", "is below 6 points")
	case short.height-g.Top-g.Bottom < least:
		return complain("grid.top", "make it or grid.bottom smaller", "leaves under 360 points of height")
	case g.FactsMin < 80*Pt:
		return complain("grid.facts_min", "150 is usual", "is below 80 points")
	case g.FactsMax < g.FactsMin || g.FactsMax > measure-column-g.Gutter:
		return complain("grid.facts_max", "", "is less than facts_min, or leaves no room for the title")
	}
	marking := t.Styles.Marking.Size.At(t.Body.Ceiling)
	switch {
	case g.MarkingTop < marking:
		return complain("grid.marking_top", "make it larger", "leaves no room for the marking")
	case g.Top < g.MarkingTop+marking/2:
		return complain("grid.top", "make it larger", "is too close to the marking")
	case g.MarkingBottom < marking/2:
		return complain("grid.marking_bottom", "make it larger", "leaves no room for the marking")
	case g.Bottom < g.MarkingBottom+marking:
		return complain("grid.bottom", "make it larger", "is too close to the marking")
	}
	return nil
}

// checkSpaces makes sure that spaces and rules do not do away with the text.
func (t *Template) checkSpaces(complain complaint) error {
	rules := reflect.ValueOf(&t.Rules).Elem()
	for i, key := range keysOf(rules.Type()) {
		if rules.Field(i).Interface().(Length) > 12*Pt {
			return complain("rules."+key, "", "is above 12 points")
		}
	}
	spaces := reflect.ValueOf(&t.Space).Elem()
	for i, key := range keysOf(spaces.Type()) {
		space := Length(0)
		switch v := spaces.Field(i).Interface().(type) {
		case Length:
			space = v
		case Elastic:
			space = v.Max
		}
		if space > 40*Pt && key != "jotting" {
			return complain("space."+key, "", "is above 40 points")
		}
	}
	bullet := newStyle(t, t.Styles.Bullet, t.Body.Ceiling)
	switch s := t.Space; {
	case s.BulletIndent < t.widestMark(&bullet):
		return complain("space.bullet_indent", "make it larger", "leaves no room for words.bullet or words.bullet_new")
	case s.Rise < 0 || s.Rise > 500:
		return complain("space.rise", "34% is usual", "is not between 0% and 50%")
	case s.JottingLine < 6*Pt:
		return complain("space.jotting_line", "20 is usual", "is below 6 points")
	case s.CheckBox < 3*t.Rules.Box:
		return complain("space.check_box", "", "is below three times rules.box")
	case s.CheckIndent < s.CheckBox:
		return complain("space.check_indent", "", "is less than space.check_box")
	case s.Cell < 3*Pt:
		return complain("space.cell", "7 is usual", "is below 3 points")
	}
	return nil
}
