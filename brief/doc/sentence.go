package doc

// A Sentence is the smallest piece of a document that a page prints.
type Sentence struct {
	Text    Text
	Doc     int    // index of its document
	Block   int    // index in the document's Blocks
	Item    int    // index in a List's Items, or -1
	Index   int    // running number in its document, from 0
	Heading string // of the part of the document it stands in, or ""
	Lead    string // for a list's item: the sentence that introduces the list
	Flags   []Flag
	Group   int // near-duplicates, in one document or several, share a number
}

// A Flag is a caution that is printed beside a line.
type Flag struct {
	Kind FlagKind
	Note string // what is shown or said of it: "2022", "names an earlier office-holder"
}

// A FlagKind names a kind of caution.
type FlagKind string

// The kinds of caution.
const (
	Undated  FlagKind = "undated"  // speaks of a day that cannot be resolved
	Dated    FlagKind = "dated"    // speaks of a day that is counted from the date of an old source
	Stale    FlagKind = "stale"    // overtaken by the calendar or by a newer source
	Conflict FlagKind = "conflict" // another source says otherwise
	Garbled  FlagKind = "garbled"  // quoted from a spun, machine-made or damaged text
)

// A TableKind says what a table of a source is for.
type TableKind string

// The kinds of tables.
const (
	TodoTable    TableKind = "todo"    // rows are things to do
	OutcomeTable TableKind = "outcome" // compares what was expected with what came
	DataTable    TableKind = "data"    // anything else
)

// A Column is the part that a column plays in a to-do table.
type Column string

// The parts of columns.
const (
	ActionColumn Column = "action" // what is to be done, or its name
	DetailColumn Column = "detail"
	OwnerColumn  Column = "owner"
	DueColumn    Column = "due"
	StatusColumn Column = "status"
	NumberColumn Column = "number" // of the row, or a code for it
)

// A TaskState says how far a thing to do is, as far as its source tells.
type TaskState string

// The states of tasks; "" where nothing is said.
const (
	TaskOpen    TaskState = "open"
	TaskDone    TaskState = "done"
	TaskShelved TaskState = "shelved" // put off or given up
	TaskOverdue TaskState = "overdue" // its day is before the briefing's, and it is not done
)

// A SourceTable is a table of a document with its kind and the parts that its
// columns play.
type SourceTable struct {
	Table   Table
	Kind    TableKind
	Columns []Column    // of a to-do table, one for each column
	States  []TaskState // of a to-do table, one for each row
	Doc     int
	Block   int
	Heading string
	Lead    string // the sentence before the table
}
