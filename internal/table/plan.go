package table

import (
	"reflect"
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/fault"
)

// Proposal is what would come of a table. Nothing has changed yet.
type Proposal struct {
	Heads   []Recognised         // the columns that are read
	People  []account.Respondent // new ones
	Filled  []Filled             // what is filled in of who is there already
	KWIs    []Words              // of the running cycle: new, or with something new
	Running account.CycleName    // which that is, "" where none runs
	Cycles  []Cycle              // earlier ones, oldest first
	Carried int                  // KWIs that the running cycle takes over from the last of them
	Same    int                  // grades that are there already, just so
	Known   int                  // people, KWIs and questions that are there already
	Actions []account.Action     // new ones, of the running cycle
	Waves   []Wave               // recommendations, oldest first
	Crossed []Crossed            // who judges other questions of the running cycle
	Ticked  int                  // ticks that are there already, just so
	Behind  []account.Behind     // lists that went out and would then be behind
	Said    []account.Rewording  // words of what went out, that were blank there
	Form    []FormColumn         // what the columns of a form are taken for
	Rows    []FormRow            // what the rows of a form bring, a respondent each
	Noted   int                  // columns of which it is remembered what they hold
	Asked   []Asked              // of whom the user says who they are
	Odd     []Oddity
	More    int // how many more there are of those
	Crowd   int // how many more there is no room for

	table Table
	today account.Date
	std   account.Standard
	next  account.Client
	none  bool
	aside []tickedCell // questions that go from somebody who answered them
}

// Filled is what a respondent gets who is there already.
type Filled struct {
	Who  account.Initials
	What []Column
}

// Words is a KWI of the running cycle.
type Words struct {
	Code      account.KWICode
	Title     string
	New       bool
	What      []Column // what is filled in of one that is there
	Questions int      // new ones, the standard question among them
}

// Cycle is an earlier cycle.
type Cycle struct {
	Name                          account.CycleName
	KWIs, Questions, Who, Answers int
}

// Empty reports whether nothing would change.
func (p Proposal) Empty() bool { return p.none }

// Answers is how many grades there would be.
func (p Proposal) Answers() (n int) {
	for _, y := range p.Cycles {
		n += y.Answers
	}
	return n
}

// Plan holds a table against a client and tells what would come of it. It
// changes nothing. std is the wording of the standard questions.
func Plan(c *account.Client, t Table, today account.Date, std account.Standard) Proposal {
	p := Proposal{table: t, today: today, std: std, next: c.Clone()}
	w := &planWork{p: &p, c: &p.next, ticks: knownTicks(), rowOf: map[Place]account.Initials{}, titles: map[string]account.KWICode{}, defs: map[account.KWICode]*kwiDefinition{}, last: map[account.KWICode]uint16{}, used: map[account.KWICode]bool{}}
	if y := w.c.Newest(); y != nil && y.Stage != account.Closed {
		p.Running = y.Name
	}
	if len(t.cleaned) > 0 {
		w.odd(Place{}, Cleaned, strings.Join(t.cleaned[:min(len(t.cleaned), 12)], ", "))
	}
	w.blocks = slices.Clone(t.blocks)
	w.forms()
	w.matrices()
	w.recognised()
	w.unread()
	w.people()
	w.read()
	w.history()
	w.recommendations()
	w.running()
	w.carry()
	w.actions()
	w.cross()
	w.strangers()
	p.fallsBehind(c)
	w.answers()
	p.none = len(p.aside) == 0 && reflect.DeepEqual(p.next.Tidy(), c.Tidy())
	return p
}

// fallsBehind notes what the table means for lists that went out: words are never
// put in the place of others, but what was blank is filled in, and more is asked.
func (p *Proposal) fallsBehind(was *account.Client) {
	p.Said = was.Unsaid(&p.next)
	y := was.Cycle(p.Running)
	for _, b := range p.next.ListsBehind(p.next.Cycle(p.Running)) {
		if y == nil || !y.BehindOf(b.Who).Any() {
			p.Behind = append(p.Behind, b)
		}
	}
}

// Apply does what was proposed, all of it or nothing. Where the client has
// changed meanwhile, so that something else would come of the table, it is a
// Conflict; while somebody may be a respondent who is there already it is
// SamePerson, and where it takes a question from somebody who answered it
// KeepsAnswers.
func (p Proposal) Apply(c *account.Client) error {
	for _, a := range p.Asked {
		if a.Open() {
			return fault.New(fault.SamePerson, string(a.Initials), string(a.Like))
		}
	}
	now := Plan(c, p.table, p.today, p.std)
	if !reflect.DeepEqual(now.told(), p.told()) {
		return fault.New(fault.Conflict)
	}
	for _, a := range now.aside {
		// Whoever was asked puts the answers aside and does this once more.
		if err := now.next.Assign(now.Running, a.who, a.q, false); err != nil {
			return err
		}
	}
	*c = now.next
	return nil
}

// Aside is how many answers stand where the table takes the question away. They
// are asked about before they go.
func (p Proposal) Aside() int { return len(p.aside) }

// Crosses reports whether the table has a matrix of the running cycle.
func (p Proposal) Crosses() bool { return len(p.Crossed) > 0 || p.Ticked > 0 }

// told is what the user saw.
func (p Proposal) told() Proposal {
	p.table, p.next, p.std, p.aside = Table{}, account.Client{}, account.Standard{}, nil
	return p
}

// planWork is a plan in the making.
type planWork struct {
	p      *Proposal
	c      *account.Client            // as it would become
	blocks []tableBlock               // as they are read for this client
	rowOf  map[Place]account.Initials // whom a row is about that has no initials; the column is 0
	listed map[string]bool            // initials that the table gives, or the user, folded
	// noRoomYet takes those for whom there was no room when their row was read;
	// once allRead, who leaves by a later row has made it.
	noRoomYet []func()
	allRead   bool
	given     map[Place]account.QuestionCode
	ticks     tickSigns
	crossing  map[*tableBlock][]int      // the columns with ticks of the blocks that are read as a matrix
	titles    map[string]account.KWICode // of the table, in lower case
	defs      map[account.KWICode]*kwiDefinition
	last      map[account.KWICode]uint16 // the highest question of a KWI in the table
	recs      []kwiRecord
	graded    int                      // the grades of a form
	highest   account.Grade            // the highest of them
	used      map[account.KWICode]bool // found their way into some cycle
}

// kwiDefinition is what the table tells of a KWI, in whichever of its rows.
type kwiDefinition struct {
	at       Place
	words    account.KWI
	wished   string // by whom, as it stands there
	wishedAt Place
	texts    map[account.QuestionCode]string
	targets  map[account.CycleName]account.Target // by cycle, for each may have its own
	ordered  []account.QuestionCode
}

// kwiRecord is what one row tells of KWIs: in which cycle, of which, and which
// question of it.
type kwiRecord struct {
	at    Place
	cycle account.CycleName // "" for the running one
	kwi   account.KWICode
	q     account.QuestionCode // its serial is 0 where the row has no question
	block *tableBlock
	row   Row
}

// sorted are the respondents of a map, in order.
func sorted[V any](m map[account.Initials]V) []account.Initials {
	var all []account.Initials
	for who := range m {
		all = append(all, who)
	}
	slices.Sort(all)
	return all
}
