package layout

// A Template says how a page looks: what stands where, grid, sizes, colours,
// spaces and words. It is data; the built-in templates and their annotations
// are in the folder templates. All of its fields but Extends and Logo are
// required, of the template itself or of the one that it extends.
type Template struct {
	Name    string `yaml:"-"`
	Extends string `yaml:"extends,optional"`
	About   string // one line, for lists of templates
	Paper   string // "letter" or "a4", where nobody says otherwise
	Logo    Logo   `yaml:"logo,optional"`
	Arrange Arrangement
	Grid    Grid
	Body    BodySizes
	Palette Palette
	Styles  Styles
	Rules   Rules
	Space   Spaces
	Words   Words
}

// MinSize is the smallest type size that a page uses, whatever its template
// says.
const MinSize = 7 * Pt

// A Share is a part of something else, in thousandths.
type Share int

// Of returns the share s of l.
func (s Share) Of(l Length) Length { return l * Length(s) / 1000 }

// A Size is a type size: Fixed, or else a share of the body size.
type Size struct {
	Fixed  Length
	OfBody Share
}

// At returns the size where the body is set at the given one.
func (s Size) At(body Length) Length {
	if s.Fixed > 0 {
		return s.Fixed
	}
	return max(s.OfBody.Of(body), MinSize)
}

// An Elastic is a space that may grow from Is to Max to fill the page.
type Elastic struct{ Is, Max Length }

// Grid places the text area on the page.
type Grid struct {
	Side          Length
	Top           Length
	Bottom        Length
	MarkingTop    Length `yaml:"marking_top"`
	MarkingBottom Length `yaml:"marking_bottom"`
	Columns       Count
	Gutter        Length
	FactsMin      Length `yaml:"facts_min"`
	FactsMax      Length `yaml:"facts_max"`
}

// BodySizes are the sizes that the body text may have: Floor, and then in
// steps up to Ceiling; and when its words are hyphenated.
type BodySizes struct {
	Floor, Ceiling, Step Length
	Hyphenation          string // "never", "sparing" or "free"
}

// A Palette names the colours that styles use.
type Palette struct {
	Ground, Text, Quiet, Muted, Accent, Alert, Line, Hair, Tint, Band, Banner Color
}

// color returns the colour of that name.
func (p *Palette) color(name string) (Color, bool) {
	switch name {
	case "ground":
		return p.Ground, true
	case "text":
		return p.Text, true
	case "quiet":
		return p.Quiet, true
	case "muted":
		return p.Muted, true
	case "accent":
		return p.Accent, true
	case "alert":
		return p.Alert, true
	case "line":
		return p.Line, true
	case "hair":
		return p.Hair, true
	case "tint":
		return p.Tint, true
	case "band":
		return p.Band, true
	case "banner":
		return p.Banner, true
	}
	return 0, false
}

// A Style is how a kind of text is set.
type Style struct {
	Face     string
	Size     Size
	Leading  Share // from baseline to baseline, of the size
	Tracking Share // after each glyph, of the size
	Color    string
}

// Styles are the kinds of text on a page.
type Styles struct {
	Marking, Kicker, Title       Style
	LongTitle                    Style `yaml:"long_title"`
	Purpose                      Style
	FactLabel                    Style `yaml:"fact_label"`
	Fact                         Style
	Label, Point, Lead           Style
	Heading, Count, Continued    Style
	Body, Bullet, Citation, Flag Style
	Empty                        Style
	ColumnHead                   Style `yaml:"column_head"`
	RowHead                      Style `yaml:"row_head"`
	Cell                         Style
	NoteLabel                    Style `yaml:"note_label"`
	Note                         Style
	NoteTitle                    Style `yaml:"note_title"`
}

// Rules are the thicknesses of lines.
type Rules struct{ Head, Heading, Continued, Table, Row, Jotting, Foot, Bar, Box Length }

// Spaces are the distances between the parts of a page.
type Spaces struct {
	UnderTitle   Length `yaml:"under_title"`
	UnderHead    Length `yaml:"under_head"`
	Block        Length
	BandPad      Length `yaml:"band_pad"`
	BoxPad       Length `yaml:"box_pad"`
	BoxIndent    Length `yaml:"box_indent"`
	Label        Length
	Point        Length
	Columns      Length
	Rise         Share
	BulletIndent Length `yaml:"bullet_indent"`
	Section      Elastic
	FirstItem    Elastic `yaml:"first_item"`
	Item         Elastic
	Table        Elastic
	Row          Elastic
	Line         Length
	Cell         Length
	CheckBox     Length `yaml:"check_box"`
	CheckIndent  Length `yaml:"check_indent"`
	FootPad      Length `yaml:"foot_pad"`
	Note         Length
	NoteIndent   Length `yaml:"note_indent"`
	Jotting      Length
	JottingLine  Length `yaml:"jotting_line"`
}

// Words are what the page, and the message that comes with it, say of
// themselves. Names in braces are filled in.
type Words struct {
	Kicker                                string
	Meeting, Attendees, When, Where, From string
	AsOf                                  string `yaml:"as_of"`
	Basis                                 string
	PageOf                                string `yaml:"page_of"`
	TalkingPoints                         string `yaml:"talking_points"`
	FirstPage                             string `yaml:"first_page"`
	NotOnFirst                            string `yaml:"not_on_first"`
	Reliability, Credibility              string
	GradeMeans                            string `yaml:"grade_means"`
	Digest                                string
	ControlledBy                          string `yaml:"controlled_by"`
	Category, Dissemination               string
	Contact                               string
	SourceCount                           string `yaml:"source_count"`
	SourceCountOne                        string `yaml:"source_count_one"`
	Edition                               string
	BetweenFacts                          string `yaml:"between_facts"`
	Months, Weekdays                      string
	Date, Day, Time, Span                 string
	MemoFor                               string `yaml:"memo_for"`
	Subject                               string
	Objectives                            string
	BottomLine                            string `yaml:"bottom_line"`
	Asks, Bullet, Section, Count          string
	CountAll                              string `yaml:"count_all"`
	CountOne                              string `yaml:"count_one"`
	Empty                                 string
	EmptyHere                             string `yaml:"empty_here"`
	EmptyTodo                             string `yaml:"empty_todo"`
	Continued                             string
	AllTodo                               string `yaml:"all_todo"`
	OfSection                             string `yaml:"of_section"`
	Todo, Detail, Owner, Due, Status      string
	Done, Overdue                         string // of a task that is ticked, and of one that is late
	Carried                               string // of one that no source has any more
	Tracker                               string
	Stale, Undated, Conflict, Garbled     string
	Flag                                  string
	BetweenFlags                          string `yaml:"between_flags"`
	Sources, Grades, Grade                string
	NoDate                                string `yaml:"no_date"`
	Summary, Changes                      string
	ChangesSince                          string `yaml:"changes_since"`
	FirstEdition                          string `yaml:"first_edition"`
	NoPrevious                            string `yaml:"no_previous"`
	NoChanges                             string `yaml:"no_changes"`
	AllChanges                            string `yaml:"all_changes"`
	ManyChanges                           string `yaml:"many_changes"`
	Tables, Todos                         string
	TableOne                              string `yaml:"table_one"`
	TodoOne                               string `yaml:"todo_one"`
	BetweenChanges                        string `yaml:"between_changes"`
	BetweenKinds                          string `yaml:"between_kinds"`
	New, Gone, Reworded, Flagged, Changed string
	Moved                                 string
	MovedOne                              string `yaml:"moved_one"`
	BulletNew                             string `yaml:"bullet_new"`
	IsNew                                 string `yaml:"is_new"`
	IsReworded                            string `yaml:"is_reworded"`
	IsChanged                             string `yaml:"is_changed"`
	NewMeans                              string `yaml:"new_means"`
	Late, Finished, Lost                  string
	LeftOut                               string `yaml:"left_out"`
	LeftOutItems                          string `yaml:"left_out_items"`
	LeftOutOne                            string `yaml:"left_out_one"`
	Jotting                               string
	MailSubject                           string `yaml:"mail_subject"`
	MailSubjectUndated                    string `yaml:"mail_subject_undated"`
	MailAttached                          string `yaml:"mail_attached"`
	MailApart                             string `yaml:"mail_apart"`
	MailReason                            string `yaml:"mail_reason"`
}
