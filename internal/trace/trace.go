// Package trace tells of everything that stands on a screen where it comes from
// and what it led to: a score is made of answers, an answer is to a question, a
// question belongs to an expectation, an expectation was heard in a talk, and
// what was agreed on it was done and has evidence. Each of these is a Thing, and
// of each there is one Page, whose rows lead to other things. So the way down
// and the way back are the same everywhere.
//
// It is made from the client and the tables that it is handed and from nothing
// else: what may not be seen in those has no row. By group a trace ends at the
// grouped figures. It knows no screen, and the day is handed in.
package trace

import (
	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/internal/score"
)

// Kind is what sort of thing something is.
type Kind string

// The kinds of thing.
const (
	Score          Kind = "score"    // of a KWI, or with KWI 0 of all of them
	Own            Kind = "own"      // one respondent's, of a KWI or of all
	Change         Kind = "change"   // ±
	Target         Kind = "target"   // and the distance to it
	Question       Kind = "question" // a question with its answers
	Answer         Kind = "answer"   // what one respondent gave
	KWI            Kind = "kwi"      // the expectation
	Note           Kind = "note"     // a sentence that was caught in a talk
	Visit          Kind = "visit"    // a conversation in between
	Unwanted       Kind = "unwanted" // what a respondent does not expect
	Action         Kind = "action"   // an agreement
	Idea           Kind = "idea"     // that somebody brought, or that was said in the session
	Finding        Kind = "finding"  // what a colleague answered in the analysis
	Session        Kind = "session"
	Person         Kind = "person"
	NPS            Kind = "nps"
	Recommendation Kind = "recommendation" // one respondent's
	Remark         Kind = "remark"         // below a respondent's list
	Typed          Kind = "typed"          // in the account plan of a year
)

// Thing names one thing of a client. The zero value is nothing. Two are the same
// where they are equal.
type Thing struct {
	Kind     Kind
	Cycle    account.CycleName // in which it is looked at; "" is the newest, of a figure the newest that has one
	KWI      account.KWICode
	Question account.QuestionCode
	Who      account.Initials
	Number   string       // of an agreement; the year of a plan
	Date     account.Date // of a talk
	Text     string       // by which a note, a conversation, an idea or a finding is known; the heading of what is typed
	Of       string       // an idea said in the session; the question that a finding answers; an indicator or a quantity of a plan
}

// inSession is what Of says of an idea that was said in a session.
const inSession = "session"

// OfIdea names an idea by its place.
func OfIdea(at account.IdeaPlace) Thing {
	t := Thing{Kind: Idea, Cycle: at.Cycle, Text: at.Text}
	if at.Session {
		t.Of = inSession
	}
	return t
}

// IsNone reports whether it names nothing.
func (t Thing) IsNone() bool { return t.Kind == "" }

// Row is one line of a page: what it says, a figure at its end, and the thing
// that it leads to, if to any.
type Row struct {
	Text  string
	Right string
	To    Thing
	Quiet bool // an explanation, or that something was not recorded
}

// Section is rows under a heading.
type Section struct {
	Title string
	Right string // a figure beside the heading
	Rows  []Row
}

// Page is what there is to tell of one thing.
type Page struct {
	Crumb    string // its name in a trail, short
	Title    string
	Figure   string   // what it amounts to, "" where it is no figure
	Said     string   // its own words, as somebody said them
	Facts    []string // how it comes about, in sentences
	Sections []Section
}

// Rows are all rows that lead somewhere, in their order.
func (p *Page) Rows() (out []Row) {
	for _, s := range p.Sections {
		for _, r := range s.Rows {
			if !r.To.IsNone() {
				out = append(out, r)
			}
		}
	}
	return out
}

// Source is what a trace is made from: a client as whoever looks may see it,
// and its tables likewise.
type Source struct {
	Client *account.Client
	Scores score.History
	Words  *lang.Words
	Today  account.Date
}

// maker makes the page of one thing.
type maker struct {
	Source
	t     Thing
	y     *account.Cycle
	table score.Table
	Page
}

// Of is the page of a thing; false where there is no such thing, or none any
// more.
func (s Source) Of(t Thing) (Page, bool) {
	m := maker{Source: s, t: t}
	if newest, ok := s.Scores.Newest(); t.Cycle == "" && ok && (t.Kind == Score || t.Kind == Change || t.Kind == NPS) {
		m.t.Cycle, t.Cycle = newest.Cycle, newest.Cycle
	}
	if m.y = s.Client.Cycle(t.Cycle); m.y == nil {
		return Page{}, false
	}
	m.t.Cycle, m.table = m.y.Name, s.Scores.Table(m.y.Name)
	tell := map[Kind]func() bool{
		Score: m.score, Own: m.own, Change: m.change, Target: m.target, Question: m.question, Answer: m.answer,
		KWI: m.kwi, Note: m.note, Visit: m.visit, Unwanted: m.unwanted, Action: m.action, Idea: m.idea, Finding: m.finding,
		Session: m.session, Person: m.person, NPS: m.nps, Recommendation: m.recommendation, Remark: m.remark,
		Typed: m.typed,
	}[t.Kind]
	if tell == nil || !tell() {
		return Page{}, false
	}
	m.Crumb = m.crumb(m.t)
	return m.Page, true
}

// fact adds a sentence; "" is none.
func (m *maker) fact(text string) {
	if text != "" {
		m.Facts = append(m.Facts, text)
	}
}

// section adds rows under a heading, where there are any.
func (m *maker) section(key string, rows ...Row) {
	if len(rows) > 0 {
		m.Sections = append(m.Sections, Section{Title: m.Words.T(key), Rows: rows})
	}
}

// origin adds the rows of where something comes from, and says so where that is
// nowhere recorded.
func (m *maker) origin(rows []Row, unknown string) {
	if len(rows) == 0 {
		rows = []Row{m.quiet(unknown)}
	}
	m.section("trace.from", rows...)
}

func (m *maker) quiet(key string, args ...any) Row {
	return Row{Text: m.Words.T(key, args...), Quiet: true}
}
