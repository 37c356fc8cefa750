package table

import (
	"reflect"
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/lang"
	"kwi/internal/language"
	"kwi/internal/text"
)

// Proposal is what would come of a table. Nothing has changed yet.
type Proposal struct {
	People  []account.Respondent // new ones
	Filled  []Filled             // what is filled in of who is there already
	KWIs    []Words              // of the running cycle: new, or with something new
	Running account.CycleName    // which that is, "" where none runs
	Cycles  []Cycle              // earlier ones, oldest first
	Carried int                  // KWIs that the running cycle takes over from the last of them
	Same    int                  // grades that are there already, just so
	Odd     []Oddity
	More    int // how many more there are of those

	table Table
	today account.Date
	std   account.Standard
	next  account.Client
	none  bool
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

// Empty tells whether nothing would change.
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
	w := &planWork{p: &p, c: &p.next, tens: t.tens(), titles: map[string]account.KWICode{}, defs: map[account.KWICode]*kwiDefinition{}, last: map[account.KWICode]uint16{}, used: map[account.KWICode]bool{}}
	if y := w.c.Newest(); y != nil && y.Stage != account.Closed {
		p.Running = y.Name
	}
	if len(t.cleaned) > 0 {
		w.odd(Place{}, Cleaned, strings.Join(t.cleaned[:min(len(t.cleaned), 12)], ", "))
	}
	w.people()
	w.read()
	w.history()
	w.running()
	w.carry()
	w.strangers()
	p.none = reflect.DeepEqual(p.next.Tidy(), c.Tidy())
	return p
}

// Apply does what was proposed, all of it or nothing. Where the client has
// changed meanwhile, so that something else would come of the table, it is a
// Conflict.
func (p Proposal) Apply(c *account.Client) error {
	now := Plan(c, p.table, p.today, p.std)
	if !reflect.DeepEqual(now.told(), p.told()) {
		return fault.New(fault.Conflict)
	}
	*c = now.next
	return nil
}

// told is what the user saw.
func (p Proposal) told() Proposal {
	p.table, p.next, p.std = Table{}, account.Client{}, account.Standard{}
	return p
}

// planWork is a plan in the making.
type planWork struct {
	p      *Proposal
	c      *account.Client // as it would become
	tens   bool
	titles map[string]account.KWICode // of the table, in lower case
	defs   map[account.KWICode]*kwiDefinition
	last   map[account.KWICode]uint16 // the highest question of a KWI in the table
	recs   []kwiRecord
	used   map[account.KWICode]bool // found their way into some cycle
}

// kwiDefinition is what the table tells of a KWI, in whichever of its rows.
type kwiDefinition struct {
	at       Place
	words    account.KWI
	wished   string // by whom, as it stands there
	wishedAt Place
	texts    map[account.QuestionCode]string
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

// known is a respondent by his initials, in upper or lower case.
func (w *planWork) known(s string) *account.Respondent {
	if r := w.c.Respondent(account.Initials(s)); r != nil {
		return r
	}
	if w.c.Colleague(account.Initials(s)) != nil {
		return nil
	}
	for i := range w.c.Respondents {
		if text.Equal(string(w.c.Respondents[i].Initials), s) {
			return &w.c.Respondents[i]
		}
	}
	return nil
}

// people takes the respondents, and fills in what is blank of who is there.
func (w *planWork) people() {
	seen := map[account.Initials]bool{}
	for i := range w.p.table.blocks {
		b := &w.p.table.blocks[i]
		if !b.people() {
			continue
		}
		for _, r := range b.rows {
			who, at := b.cell(r, Initials)
			who = text.Narrow(who)
			switch {
			case who == "" && (b.graded() || b.kwis()):
			case !account.ValidInitials(who):
				w.odd(at, BadInitials, who)
			default:
				w.person(b, r, who, at, seen)
			}
		}
	}
}

func (w *planWork) person(b *tableBlock, r Row, initials string, at Place, seen map[account.Initials]bool) {
	came := w.respondent(b, r, initials)
	there := w.known(initials)
	if there == nil {
		if !seen[came.Initials] && w.adds(came, at) {
			w.p.People = append(w.p.People, came)
		}
		seen[came.Initials] = true
		return
	}
	seen[there.Initials] = true
	var what []Column
	fill := func(c Column, there *string, came string) {
		switch {
		case came == "" || *there == came:
		case *there == "":
			*there, what = came, append(what, c)
		default:
			_, at := b.cell(r, c)
			w.odd(at, Differs, initials, *there, came)
		}
	}
	fill(Name, &there.Name, came.Name)
	fill(Email, &there.Email, came.Email)
	fill(Function, &there.Function, came.Function)
	fill(Level, (*string)(&there.Level), string(came.Level))
	fill(Language, &there.Language, came.Language)
	if i := slices.IndexFunc(w.p.People, func(r account.Respondent) bool { return r.Initials == there.Initials }); i >= 0 {
		w.p.People[i] = *there
	} else if len(what) > 0 {
		w.p.Filled = append(w.p.Filled, Filled{there.Initials, what})
	}
}

// adds puts a respondent on the list, or tells why that cannot be.
func (w *planWork) adds(r account.Respondent, at Place) bool {
	err := w.c.AddRespondent(r)
	switch {
	case fault.Has(err, fault.TooManyRespondents):
		w.odd(at, NoRoom, string(r.Initials))
	case err != nil:
		w.odd(at, Colleague, string(r.Initials))
	}
	return err == nil
}

// respondent reads one row about somebody.
func (w *planWork) respondent(b *tableBlock, r Row, initials string) account.Respondent {
	came := account.Respondent{Initials: account.Initials(initials), Name: w.line(b, r, Name), Email: w.line(b, r, Email), Function: w.line(b, r, Function)}
	if came.Email != "" && (strings.Count(came.Email, "@") != 1 || strings.Contains(came.Email, " ")) {
		_, at := b.cell(r, Email)
		w.odd(at, BadEmail, came.Email)
		came.Email = ""
	}
	if s, at := b.cell(r, Level); s != "" {
		var ok bool
		if came.Level, ok = oneOfWords(s, "table.level.", account.Strategic, account.Tactical, account.Operational); !ok {
			w.odd(at, BadValue, s)
		}
	}
	if s, at := b.cell(r, Language); s != "" {
		var ok bool
		if came.Language, ok = oneOfWords(s, "table.language.", language.Tags()...); !ok {
			w.odd(at, BadValue, s)
		}
	}
	if s, at := b.cell(r, Left); s != "" {
		d, ok := lang.For("nl").ParseTableDate(s)
		if !ok {
			w.odd(at, BadDay, s)
		}
		came.Left = d
	}
	return came
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
