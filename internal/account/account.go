// Package account is the domain of kwi: a client of a B2B supplier, the people
// who speak for him, and the customer value cycles he goes through with the
// supplier's relationship manager.
//
// Everything here is a plain value. A change is a function on a *Client that
// either does all it says or returns a fault and leaves the value as it was
// useful to nobody: callers apply it to a Clone and drop that clone on error.
// The package knows no screen, no file, no clock and no language; the day is
// always handed in.
package account

// Kind tells whether the client is another organisation or another department
// of the supplier's own.
type Kind string

// The kinds of client.
const (
	External Kind = "external"
	Internal Kind = "internal"
)

// Approach is the depth at which the method is followed.
type Approach string

// The approaches of the method: two people and a handful of questions, or all
// seven stages.
const (
	Extended Approach = "extended"
	Simple   Approach = "simple"
)

// Client is one client organisation, or one unit of a large one, with all that
// is known of it. The zero value is an unnamed client without a cycle.
type Client struct {
	ID          string // [a-z0-9-]{1,40}, unique in the data file
	Name        string
	Kind        Kind
	Approach    Approach
	PartOf      string // ID of the organisation this unit belongs to, or ""
	Archived    Date   // since when the client is out of the portfolio, or ""
	Selection   Selection
	Needs       Needs
	Sponsor     Initials // a respondent, or ""
	LastKWI     KWICode  // the highest code ever given, where it is higher than any code in use
	Respondents []Respondent
	Colleagues  []Colleague
	Cycles      []Cycle // oldest first
	Plans       []Plan  // by year, oldest first
}

// Selection holds the three questions that decide on the approach.
type Selection struct{ Strategic, Intensive, Business Reply }

// Needs is the 2×2: does the client know his own need, does the supplier know
// the client's expectation.
type Needs struct{ ClientKnows, SupplierKnows Reply }

// Initials identify a person within one client: 1–4 letters or digits.
type Initials string

// Level is where in his organisation a respondent works.
type Level string

// The levels; the empty one is not asked yet.
const (
	Strategic   Level = "strategic"
	Tactical    Level = "tactical"
	Operational Level = "operational"
)

// Respondent is a contact of the client who grades.
type Respondent struct {
	Initials Initials
	Name     string
	Email    string
	Function string
	Level    Level
	Language string // "nl", "en" or ""; of his list, not of the screen
	Willing  Date   // when he said that he joins
	Left     Date   // when he left the client; who left stays on record
	Remark   string
}

// Colleague is somebody of the supplier who is in touch with the client.
type Colleague struct {
	Initials Initials
	Name     string
	Role     string
}

// AnswersBy says whether grades are kept by name or shown by group only.
type AnswersBy string

// The two agreements on anonymity of method.md §5 and format.md.
const (
	ByName  AnswersBy = "name"
	ByGroup AnswersBy = "group"
)

// Cycle is one customer value cycle, about half a year.
type Cycle struct {
	Name        CycleName
	Stage       Stage
	AnswersBy   AnswersBy
	Go          Date // the client's GO
	Session     Date
	Place       string
	Kickoff     Kickoff
	Notes       []Note
	NotExpected map[Initials]string
	KWIs        []KWI // in order of number
	Assigned    map[Initials][]QuestionCode
	Tested      map[Initials]Date
	Confirmed   map[Initials]Date
	Sent        map[Initials][]Date
	Sendings    map[Initials][]Sending // the lists that went out with a mark, oldest first
	Informed    map[Initials]Date      // colleagues who know the KWIs
	Answers     map[Initials]Sheet
	Answered    map[Initials]Date
	Excused     map[Initials]Date // the cycle goes on without his list, since
	Remarks     map[Initials]string
	Released    []Initials // whose remark may be read out
	NPS         map[Initials]NPS
	Analysis    Analysis
	Meeting     Meeting
	Actions     []Action
	Visits      []Visit
	Reasons     []Reason
	Corrections []Correction
	Calendar    string // by which name calendars know its dates, where that is not its own name
}

// Kickoff is the supplier's internal start of the cycle.
type Kickoff struct {
	Date      Date
	Present   []Initials
	Strategy  string
	Arguments []string
}

// Topic is what a note of a conversation is about.
type Topic string

// The topics of the drafting talk; the empty one is none of them.
const (
	Business   Topic = "business"
	Department Topic = "department"
	Supplier   Topic = "supplier"
	Personal   Topic = "personal"
	Obstacles  Topic = "obstacles"
)

// Topics lists the topics in the order in which the talk takes them.
func Topics() []Topic { return []Topic{Business, Department, Supplier, Personal, Obstacles} }

// Note is what was caught in a talk.
type Note struct {
	Date  Date
	With  Initials
	Topic Topic
	Text  string
	KWI   KWICode // the KWI it led to, or 0
}

// KWI is a customer value indicator: one expectation in the client's words.
type KWI struct {
	Code        KWICode
	Title       string
	Expectation string
	Why         string
	WishedBy    Initials // "" for a joint one
	SharedBy    []Initials
	Target      Target
	Questions   []Question // in order of number
	LastSerial  uint16     // the highest question number ever given, where the KWI does not tell; its numbers are settled then
}

// QuestionKind tells an own question from the two standard ones.
type QuestionKind string

// The kinds of question of method.md §4.2.
const (
	Own     QuestionKind = "own"
	Noticed QuestionKind = "noticed" // the supplier visibly worked on this KWI
	Kept    QuestionKind = "kept"    // the supplier kept the agreements on it
)

// Question is a graded statement under a KWI.
type Question struct {
	Code  QuestionCode
	Text  string
	Kind  QuestionKind
	Added Date // when a later question joined a running cycle, or ""
}

// NPS is one respondent's answer to the recommendation question, 0–10.
type NPS struct {
	Score     int
	Why       string
	Pleased   string
	Missed    string
	Anonymous bool // also while NameUnasked
	// NameUnasked is that nobody knows whether his name may stand with it.
	NameUnasked bool
}

// Analysis is the supplier's own reading of the answers. Internal.
type Analysis struct {
	Remarks, Outliers, Proposals, Misunderstanding, Surprise, Disappointment, Noticed string
}

// Meeting is what was recorded of the session.
type Meeting struct {
	Present   []Initials
	Notes     []string
	Decisions []string
}

// Side is who carries an action.
type Side string

// The sides of an action.
const (
	SupplierSide Side = "supplier"
	ClientSide   Side = "client"
	BothSides    Side = "both"
)

// Status is how an action stands.
type Status string

// The statuses of an action.
const (
	Open    Status = "open"
	Done    Status = "done"
	Dropped Status = "dropped"
)

// Action is a numbered agreement, and so a promise.
type Action struct {
	Number    string // year-serial, unique within the client
	Date      Date
	Text      string
	Why       string
	For       string // a person, free text
	Side      Side
	Due       Moment
	Status    Status
	KWI       KWICode
	Announced Date
	Done      Date
	Evidence  string
}

// Visit is a conversation with a respondent while realising.
type Visit struct {
	Date Date
	With Initials
	By   Initials
	Note string

	Calendar string // by which name calendars know it, where that is not its day
}

// Reason is why one went on although the gate of a stage was open.
type Reason struct {
	Date  Date
	Stage Stage
	Text  string
}

// Correction is a change after the cycle was closed.
type Correction struct {
	Date Date
	What string
	Why  string
}
