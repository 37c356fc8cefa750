package report

import (
	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/internal/score"
)

// Options say how a document is made.
type Options struct {
	Language string   // of the document: nl or en
	Audience Audience // for whom it is
	Supplier string   // under which name the supplier is known
	Today    account.Date
	Now      account.Moment // with the hour, where that is known; else ""
	Scores   score.History  // of the whole client, where a plan need not compute them; else nil
	Unset    func(Unset)    // is told what the form cannot show, if anything; may be nil
}

// now is the moment at which the document is made; without an hour all of today.
func (o Options) now() account.Moment {
	if o.Now.Date() == o.Today {
		return o.Now
	}
	return account.Moment(o.Today)
}

// monitorMaker makes the monitor of one cycle. All words come from seen, which holds
// nothing that this audience may not see beside a name; from the whole client
// come the figures, by way of score, and words without a name.
type monitorMaker struct {
	o      Options
	w      *lang.Words
	whole  *account.Client
	all    *account.Cycle
	seen   *account.Client
	y      *account.Cycle // of seen
	h      score.History
	t      score.Table
	people []account.Initials // who take part, in the client's order
	sheets sheets
}

// Monitor is the customer value monitor of a cycle, the newest where its name
// is "". Of a client without that cycle it has no parts.
func Monitor(c *account.Client, cycle account.CycleName, o Options) Document {
	m := monitorMaker{o: o, w: lang.For(o.Language), whole: c, h: score.HistoryOf(c)}
	m.o.Language = m.w.Tag()
	d := Document{
		Language: m.o.Language, Title: m.w.T("report.title"), Client: c.Name, Supplier: o.Supplier,
		Audience: o.Audience, For: m.w.T("report.for.client", c.Name), Made: m.w.LongDate(o.Today), Day: o.Today,
	}
	if o.Audience == Internal {
		d.For = m.w.T("report.for.internal", m.supplier())
	}
	if m.all = c.Cycle(cycle); m.all == nil {
		return d
	}
	d.Cycle = string(m.all.Name)
	m.t = m.h.Table(m.all.Name)
	m.seen = visible(c, o.Audience)
	m.y = m.seen.Cycle(m.all.Name)
	for _, r := range c.Participants(m.all) {
		m.people = append(m.people, r.Initials)
	}
	m.sheets = m.answerSheets()
	if m.named() && len(m.sheets.who) > 0 {
		d.Computed = m.w.T("report.computed", m.w.LongDate(o.Today))
	}
	d.Parts = []Part{
		{"summary", m.w.T("report.part.summary"), m.summary()},
		{"respondents", m.w.T("report.part.respondents"), m.respondents()},
		{"kwis", m.w.T("report.part.kwis"), m.kwis()},
		{"assignment", m.w.T("report.part.assignment"), m.assignment()},
		{"scores", m.w.T("report.part.scores"), m.scores()},
		{"trend", m.w.T("report.part.trend"), m.trend()},
		{"lists", m.w.T("report.part.lists"), m.lists()},
		{"actions", m.w.T("report.part.actions"), m.actions()},
	}
	if o.Audience == Internal {
		if beside := m.beside(); len(beside) > 0 {
			d.Parts = append(d.Parts, Part{"beside", m.w.T("beside.title"), beside})
		}
		d.Parts = append(d.Parts, Part{"insight", m.w.T("insight.title"), m.insight()}, Part{"analysis", m.w.T("report.part.analysis"), m.analysis()})
	}
	return d
}

// visible is the client as an audience may see them. Within the house that is
// all of them; what may stand beside a respondent's name, Voice tells.
func visible(c *account.Client, a Audience) *account.Client {
	if a != Internal {
		s := c.Told()
		return &s
	}
	return c
}

// named reports whether grades stand beside a name in this cycle.
func (m *monitorMaker) named() bool { return m.all.Named() }

func (m *monitorMaker) internal() bool { return m.o.Audience == Internal }

// supplier is how the supplier is called in a sentence.
func (m *monitorMaker) supplier() string {
	if m.o.Supplier == "" {
		return m.w.T("report.supplier")
	}
	return m.o.Supplier
}
