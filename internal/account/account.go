// Package account is the domain of kwi: a client of a B2B supplier, the people
// who speak for them, and the customer value cycles they go through with the
// supplier's relationship manager.
//
// Everything here is a plain value. A change is a function on a *Client that
// either does all it says or returns a fault and leaves the value as it was
// useful to nobody: callers apply it to a Clone and drop that clone on error.
// Which fields there are, by which name and of which kind, every type tells
// once, in its Walk.
//
// The package knows no screen, no file, no clock and no sentence; the day is
// always handed in.
package account

// Kind reports whether the client is another organisation or another department
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
	Responsible Initials // the colleague who answers for this client, or ""
	LastKWI     KWICode  // the highest code ever given, where it is higher than any code in use
	Respondents []Respondent
	Colleagues  []Colleague
	Caught      []Caught   // what was caught and is not sorted yet, oldest first
	Library     []Attached // entries of the library that are of use here, oldest first
	FormHeads   []FormHead // what the columns of the client's own form hold, the last said last
	Cycles      []Cycle    // oldest first
	Plans       []Plan     // by year, oldest first
}

// Selection holds the three questions that decide on the approach.
type Selection struct{ Strategic, Intensive, Business Reply }

// Needs is the 2×2: does the client know their own need, does the supplier know
// the client's expectation.
type Needs struct{ ClientKnows, SupplierKnows Reply }

// Initials identify a person within one client: 1–4 letters or digits.
type Initials string

// Level is where in their organisation a respondent works.
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
	Language string // "nl", "en" or ""; of their list, not of the screen
	// Salutation is how a letter to them begins, as it was typed; "" is as the
	// language makes it of their name.
	Salutation string
	Willing    Date // when they said that they join
	Left       Date // when they left the client; who left stays on record
	Remark     string
	Follows    Initials   // the respondent from whom they took over, or ""
	Formerly   []Initials // what their initials were, the last ones last: a list may still come back under them
	AskEvery   int        // in how many weeks they want to be asked how it goes, or 0
	Browser    bool       // their list comes as a page for the browser, for they have no spreadsheet
}

// Colleague is somebody of the supplier who is in touch with the client.
type Colleague struct {
	Initials Initials
	Name     string
	Role     string
	Left     Date // when they left the client or the supplier; who left stays on record
}

// Walk goes through the fields of the client.
func (c *Client) Walk(w Walker) {
	f := fields{w}
	if f.Whole() {
		f.Text(needed("id"), &c.ID, IDText)
	}
	f.line(needed("name"), &c.Name)
	f.Choice(always("kind"), (*string)(&c.Kind), kindWords)
	f.Choice(always("approach"), (*string)(&c.Approach), approachWords)
	f.Text(always("partOf"), &c.PartOf, OtherIDText)
	f.date(sparse("archived"), &c.Archived)
	f.Replies(always("selection"), NamedReply{"strategic", &c.Selection.Strategic}, NamedReply{"intensive", &c.Selection.Intensive}, NamedReply{"business", &c.Selection.Business})
	f.Replies(always("needs"), NamedReply{"clientKnows", &c.Needs.ClientKnows}, NamedReply{"supplierKnows", &c.Needs.SupplierKnows})
	f.respondent(always("sponsor"), &c.Sponsor)
	f.Text(since(20, "responsible"), (*string)(&c.Responsible), ColleagueText)
	f.Serial(sparse("lastKWI"), (*uint16)(&c.LastKWI))
	walkObjects(w, always("respondents"), &c.Respondents)
	walkObjects(w, always("colleagues"), &c.Colleagues)
	walkObjects(w, since(10, "caught"), &c.Caught)
	walkObjects(w, since(13, "library"), &c.Library)
	walkObjects(w, since(27, "formHeads"), &c.FormHeads)
	if f.Whole() {
		walkObjects(w, always("cycles"), &c.Cycles)
		walkObjects(w, always("plans"), &c.Plans)
	}
}

// Walk goes through the fields of a respondent.
func (r *Respondent) Walk(w Walker) {
	f := fields{w}
	f.Text(needed("initials"), (*string)(&r.Initials), InitialsText)
	f.line(always("name"), &r.Name)
	f.line(always("email"), &r.Email)
	f.line(always("function"), &r.Function)
	f.Choice(always("level"), (*string)(&r.Level), levelWords)
	f.Choice(always("language"), &r.Language, languageWords)
	f.line(since(15, "salutation"), &r.Salutation)
	f.date(always("willing"), &r.Willing)
	f.date(always("left"), &r.Left)
	f.block(always("remark"), &r.Remark)
	f.respondent(since(20, "follows"), &r.Follows)
	f.people(since(20, "formerly"), &r.Formerly, FormerText)
	f.Number(since(20, "askEvery"), &r.AskEvery, 0, MostWeeks)
	f.Flag(since(26, "browser"), &r.Browser)
}

// MostWeeks is the longest that somebody can want to wait to be asked.
const MostWeeks = 52

// Walk goes through the fields of a colleague.
func (m *Colleague) Walk(w Walker) {
	f := fields{w}
	f.Text(needed("initials"), (*string)(&m.Initials), InitialsText)
	f.line(always("name"), &m.Name)
	f.line(always("role"), &m.Role)
	f.date(since(20, "left"), &m.Left)
}
