package account

// Meeting is what was planned for the session and recorded of it.
type Meeting struct {
	Present   []Initials
	Notes     []string
	Decisions []string
	Agenda    []PlannedItem // whose minutes were set
	Ideas     []Idea
	Next      []NextKWI // agreed for the cycle that follows
}

// AgendaItem is a part of the session.
type AgendaItem string

// The parts of the session of method.md §4.7.
const (
	Welcome  AgendaItem = "welcome"
	LookBack AgendaItem = "lookback" // what was agreed, announced and done
	Result   AgendaItem = "result"   // the figures, KWI by KWI
	Onwards  AgendaItem = "onwards"  // ideas
	Closing  AgendaItem = "closing"  // actions
)

// AgendaItems lists the parts of the session in order.
func AgendaItems() []AgendaItem { return []AgendaItem{Welcome, LookBack, Result, Onwards, Closing} }

// PlannedItem is how many minutes a part of the session is planned to take.
type PlannedItem struct {
	Item    AgendaItem
	Minutes int
}

// Idea is one that somebody had, in the session or while the KWIs are worked on.
// What was said in the session has nobody's name with it, and neither have the
// votes. It was answered where it became an action, or where somebody said why
// not.
type Idea struct {
	Text   string
	Votes  int    // in the session
	Action string // the number of the action that it became, or ""

	By     string  // who brought it, of either side, in free words
	Date   Date    // when it was brought
	KWI    KWICode // for which one, or 0
	WhyNot string  // at least one argument, of one that is not taken up
	Told   Date    // when whoever brought it was told
}

// NextKWI is what was agreed in the session of a KWI for the cycle that
// follows. The measured cycle keeps its words.
type NextKWI struct {
	KWI         KWICode // the one that is sharpened, 0 for a new one
	Title       string
	Expectation string
	WishedBy    Initials // of a new one, "" for a joint one
	Target      Target
	Noticed     string // how the standard question of a new one is put
}

// Walk goes through the fields of a session's record.
func (m *Meeting) Walk(w Walker) {
	f := fields{w}
	f.people(always("present"), &m.Present, SomebodyText)
	f.blocks(always("notes"), &m.Notes)
	f.blocks(always("decisions"), &m.Decisions)
	walkObjects(w, since(7, "agenda"), &m.Agenda)
	walkObjects(w, since(7, "ideas"), &m.Ideas)
	walkObjects(w, since(7, "next"), &m.Next)
}

// Walk goes through the fields of a planned part of the session.
func (p *PlannedItem) Walk(w Walker) {
	f := fields{w}
	f.Choice(needed("item"), (*string)(&p.Item), agendaWords)
	f.Number(needed("minutes"), &p.Minutes, 0, MostMinutes)
}

// MostMinutes is how long a part of the session takes at most.
const MostMinutes = 480

// Walk goes through the fields of an idea.
func (i *Idea) Walk(w Walker) {
	f := fields{w}
	f.block(needed("text"), &i.Text)
	f.Number(sparse("votes"), &i.Votes, 0, MostVotes)
	f.Text(sparse("action"), &i.Action, OfActionText)
	f.line(since(16, "by"), &i.By)
	f.date(since(16, "date"), &i.Date)
	f.AboutKWI(since(16, "kwi"), &i.KWI)
	f.block(since(16, "whyNot"), &i.WhyNot)
	f.date(since(16, "told"), &i.Told)
}

// MostVotes is how many votes an idea has at most.
const MostVotes = 999

// Walk goes through the fields of what was agreed of a KWI.
func (n *NextKWI) Walk(w Walker) {
	f := fields{w}
	f.AboutKWI(sparse("kwi"), &n.KWI)
	f.line(sparse("title"), &n.Title)
	f.block(sparse("expectation"), &n.Expectation)
	f.respondent(sparse("wishedBy"), &n.WishedBy)
	f.Target(sparse("target"), &n.Target)
	f.block(sparse("noticed"), &n.Noticed)
}
