package profile

import "time"

// A Schedule says when a briefing is made again by itself. Its zero value is
// one without slots, that is made again when something changes.
type Schedule struct {
	Cron string         // five fields, or a word like @daily; empty: no slots
	Zone *time.Location // of Cron and Quiet; nil: the machine's

	// OnlySlots leaves changes until the next slot.
	OnlySlots bool

	// AtMostEvery is the least time between two publications; 0: none. What
	// comes sooner waits.
	AtMostEvery time.Duration

	CatchUp CatchUp // what becomes of slots that nobody was there to keep
	Quiet   []Quiet // hours in which nothing is made; what comes in them waits for their end

	// Jitter is how much later than its slot a briefing may be made, so that
	// many of one slot are not all made at once. How much is fixed for a
	// profile and a slot.
	Jitter time.Duration
}

// A CatchUp says what becomes of slots that passed while no service ran.
type CatchUp string

// The ways to catch up.
const (
	CatchUpLatest CatchUp = ""     // the last of them is kept
	CatchUpSkip   CatchUp = "skip" // none is
	CatchUpAll    CatchUp = "all"  // all are, one after the other
)

// A Quiet is a span of hours on each of its days, in minutes from midnight as
// clocks show it. One that ends before it begins ends on the next day.
type Quiet struct {
	From, To int
	Days     [7]bool // on which it begins, from Sunday; none: every day
}

// A Channel is a way to tell people of a new edition. One of Webhook, Email
// and Command is set.
type Channel struct {
	Name    string // unlike those of the profile's other channels
	Webhook *Webhook
	Email   *Email
	Command []string // program and arguments; no shell takes them apart
}

// A Webhook takes a JSON object by POST.
type Webhook struct {
	URL    string // http or https
	Secret Secret // key of the signature; none: not signed
}

// An Email is a message with the briefing in its text and the PDF beside it.
type Email struct {
	Server   string // with its port: smtp://host:587 (STARTTLS where offered; required with a password) or smtps://host:465
	User     string // empty: no login
	Password Secret
	From     string // RFC 5322 mailbox
	To, Cc   []string
}

// A Secret says where a secret is to be found. Secrets themselves are in no
// config.
type Secret struct {
	File     string
	Variable string // of the environment
}

// IsZero reports whether there is none.
func (s Secret) IsZero() bool { return s == Secret{} }
