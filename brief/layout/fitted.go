package layout

// A Fitted is a brief that was set.
type Fitted struct {
	Page Page

	// Overflow says by how much the page is too high. If it is above zero,
	// Page has no boxes.
	Overflow Length

	// Slack is the height that was to spare in the two columns together,
	// before spaces were stretched.
	Slack Length

	// Uneven is by how much one column ends above the other in spite of the
	// stretching.
	Uneven Length

	// Fill is the share of the columns' height that is covered, 0 to 1.
	Fill float64

	Units    []Unit // what Run.From refers to
	Warnings []Warning
}

// A Unit is a printed piece of a brief.
type Unit struct {
	Kind    UnitKind
	Section int // index in Brief.Sections, or of a tracker in Brief.Trackers; else -1
	Index   int // in the field that Kind names, else -1
}

// A UnitKind says which field of a brief a unit prints.
type UnitKind string

// The kinds of units. Where a kind needs indices, they are named behind it.
const (
	MarkingUnit    UnitKind = "marking"
	KickerUnit     UnitKind = "kicker"
	TitleUnit      UnitKind = "title"
	PurposeUnit    UnitKind = "purpose"
	FactUnit       UnitKind = "fact"      // Index: number of the line
	ObjectiveUnit  UnitKind = "objective" // Index
	BottomLineUnit UnitKind = "bottom line"
	AskUnit        UnitKind = "ask"         // Index
	HeadingUnit    UnitKind = "heading"     // Section
	ItemUnit       UnitKind = "item"        // Section, Index
	TaskHeadUnit   UnitKind = "task head"   // Section
	TaskUnit       UnitKind = "task"        // Section, Index
	EmptyUnit      UnitKind = "empty"       // Section
	TrackerUnit    UnitKind = "tracker"     // Section: title and header
	TrackerRowUnit UnitKind = "tracker row" // Section, Index
	LabelUnit      UnitKind = "label"       // a word of the template
	SourceUnit     UnitKind = "source"      // Index
	SummaryUnit    UnitKind = "summary"
	ChangesUnit    UnitKind = "changes"
	LeftOutUnit    UnitKind = "left out"
	TLPUnit        UnitKind = "tlp"
	TalkingUnit    UnitKind = "talking point" // Index
	CUIUnit        UnitKind = "cui"           // Index: number of the line
)

// A Warning is something that the page cannot show as it should.
type Warning struct {
	Unit int // index in Fitted.Units
	Msg  string
}
