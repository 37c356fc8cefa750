package codec

import (
	"maps"
	"slices"

	"kwi/internal/account"
)

func (x *coder) contents(t *Contents) {
	list(x, &t.Cycles, word[account.CycleName](x))
	list(x, &t.Years, func(n *int) { number(x, n) })
}

func (x *coder) client(c *account.Client) {
	text(x, &c.Name)
	text(x, &c.Kind)
	text(x, &c.Approach)
	text(x, &c.PartOf)
	text(x, &c.Archived)
	x.replies(&c.Selection.Strategic, &c.Selection.Intensive, &c.Selection.Business)
	x.replies(&c.Needs.ClientKnows, &c.Needs.SupplierKnows)
	text(x, &c.Sponsor)
	number(x, &c.LastKWI)
	list(x, &c.Respondents, func(r *account.Respondent) {
		text(x, &r.Initials)
		text(x, &r.Name)
		text(x, &r.Email)
		text(x, &r.Function)
		text(x, &r.Level)
		text(x, &r.Language)
		text(x, &r.Willing)
		text(x, &r.Left)
		text(x, &r.Remark)
	})
	list(x, &c.Colleagues, func(m *account.Colleague) {
		text(x, &m.Initials)
		text(x, &m.Name)
		text(x, &m.Role)
	})
}

func (x *coder) cycle(y *account.Cycle) {
	number(x, &y.Stage)
	x.bad = x.bad || y.Stage > account.Closed
	text(x, &y.AnswersBy)
	text(x, &y.Go)
	text(x, &y.Session)
	text(x, &y.Place)
	text(x, &y.Kickoff.Date)
	x.people(&y.Kickoff.Present)
	text(x, &y.Kickoff.Strategy)
	x.lines(&y.Kickoff.Arguments)
	list(x, &y.Notes, func(n *account.Note) {
		text(x, &n.Date)
		text(x, &n.With)
		text(x, &n.Topic)
		text(x, &n.Text)
		number(x, &n.KWI)
	})
	mapped(x, &y.NotExpected, nothing, word[string](x))
	list(x, &y.KWIs, x.indicator)
	mapped(x, &y.Assigned, none, func(l *[]account.QuestionCode) { list(x, l, x.question) })
	x.dates(&y.Tested)
	x.dates(&y.Confirmed)
	mapped(x, &y.Sent, none, func(l *[]account.Date) { list(x, l, word[account.Date](x)) })
	x.since(2, len(y.Sendings) > 0, func() bool { x.sendings(y); return len(y.Sendings) > 0 })
	x.dates(&y.Informed)
	x.dates(&y.Excused)
	x.outcome(y)
	x.since(4, calendars(y), func() bool {
		text(x, &y.Calendar)
		for i := range y.Visits {
			text(x, &y.Visits[i].Calendar)
		}
		return calendars(y)
	})
}

// calendars reports whether calendars know anything of a cycle by another
// name than its own.
func calendars(y *account.Cycle) bool {
	return y.Calendar != "" || slices.ContainsFunc(y.Visits, func(v account.Visit) bool { return v.Calendar != "" })
}

func (x *coder) sendings(y *account.Cycle) {
	mapped(x, &y.Sendings, none, func(l *[]account.Sending) {
		list(x, l, func(s *account.Sending) {
			text(x, &s.Mark)
			text(x, &s.Date)
			text(x, &s.Promise)
			text(x, &s.State)
			text(x, &s.Message)
		})
	})
}

func (x *coder) question(q *account.QuestionCode) {
	number(x, &q.KWI)
	number(x, &q.Serial)
}

func (x *coder) indicator(k *account.KWI) {
	number(x, &k.Code)
	text(x, &k.Title)
	text(x, &k.Expectation)
	text(x, &k.Why)
	text(x, &k.WishedBy)
	x.people(&k.SharedBy)
	number(x, &k.Target)
	number(x, &k.LastSerial)
	list(x, &k.Questions, func(q *account.Question) {
		x.question(&q.Code)
		text(x, &q.Text)
		text(x, &q.Kind)
		text(x, &q.Added)
	})
}

// outcome goes through what came of a cycle.
func (x *coder) outcome(y *account.Cycle) {
	a := &y.Analysis
	for _, s := range []*string{&a.Remarks, &a.Outliers, &a.Proposals, &a.Misunderstanding, &a.Surprise, &a.Disappointment, &a.Noticed} {
		text(x, s)
	}
	x.people(&y.Meeting.Present)
	x.lines(&y.Meeting.Notes)
	x.lines(&y.Meeting.Decisions)
	list(x, &y.Actions, func(a *account.Action) {
		text(x, &a.Number)
		text(x, &a.Date)
		text(x, &a.Text)
		text(x, &a.Why)
		text(x, &a.For)
		text(x, &a.Side)
		text(x, &a.Due)
		text(x, &a.Status)
		number(x, &a.KWI)
		text(x, &a.Announced)
		text(x, &a.Done)
		text(x, &a.Evidence)
	})
	list(x, &y.Visits, func(v *account.Visit) {
		text(x, &v.Date)
		text(x, &v.With)
		text(x, &v.By)
		text(x, &v.Note)
	})
	list(x, &y.Reasons, func(r *account.Reason) {
		text(x, &r.Date)
		number(x, &r.Stage)
		x.bad = x.bad || r.Stage > account.Closed
		text(x, &r.Text)
	})
	list(x, &y.Corrections, func(c *account.Correction) {
		text(x, &c.Date)
		text(x, &c.What)
		text(x, &c.Why)
	})
}

func (x *coder) plan(p *account.Plan) {
	text(x, &p.MadeBy)
	text(x, &p.Vision)
	text(x, &p.Mission)
	text(x, &p.Factors)
	text(x, &p.Preconditions)
	list(x, &p.KPIs, func(k *account.KPI) {
		text(x, &k.Code)
		text(x, &k.Text)
		x.lines(&k.Actions)
	})
	years := slices.Sorted(maps.Keys(p.Numbers))
	if !x.reading {
		years = slices.DeleteFunc(years, func(year int) bool { return !filled(p.Numbers[year].Actual) && !filled(p.Numbers[year].Target) })
	}
	list(x, &years, func(year *int) {
		number(x, year)
		n := p.Numbers[*year]
		x.figures(&n.Actual)
		x.figures(&n.Target)
		if x.reading {
			if p.Numbers == nil {
				p.Numbers = map[int]account.YearNumbers{}
			}
			x.bad = x.bad || n == account.YearNumbers{} || p.Numbers[*year] != account.YearNumbers{}
			p.Numbers[*year] = n
		}
	})
}

func filled(f *account.Figures) bool { return f != nil && *f != account.Figures{} }

// figures goes through a year's figures, or none.
func (x *coder) figures(to **account.Figures) {
	is := filled(*to)
	if x.flag(&is); !is {
		*to = nil
		return
	}
	if x.reading {
		*to = &account.Figures{}
	}
	f := *to
	for _, n := range []**int{&f.Contacts, &f.Meetings, &f.Leads, &f.Orders, &f.Sessions, &f.NPS} {
		is := *n != nil
		if x.flag(&is); !is {
			continue
		}
		if x.reading {
			*n = new(int)
		}
		x.signed(*n)
	}
	text(x, &f.Revenue)
	text(x, &f.Margin)
	x.bad = x.bad || !filled(f)
}
