package codec

import (
	"maps"
	"slices"

	"kwi/internal/account"
)

func (x *fieldCoder) client(c *account.Client) {
	codeText(x, &c.Name)
	codeText(x, &c.Kind)
	codeText(x, &c.Approach)
	codeText(x, &c.PartOf)
	codeText(x, &c.Archived)
	x.replies(&c.Selection.Strategic, &c.Selection.Intensive, &c.Selection.Business)
	x.replies(&c.Needs.ClientKnows, &c.Needs.SupplierKnows)
	codeText(x, &c.Sponsor)
	codeNumber(x, &c.LastKWI)
	codeList(x, &c.Respondents, func(r *account.Respondent) {
		codeText(x, &r.Initials)
		codeText(x, &r.Name)
		codeText(x, &r.Email)
		codeText(x, &r.Function)
		codeText(x, &r.Level)
		codeText(x, &r.Language)
		codeText(x, &r.Willing)
		codeText(x, &r.Left)
		codeText(x, &r.Remark)
	})
	codeList(x, &c.Colleagues, func(m *account.Colleague) {
		codeText(x, &m.Initials)
		codeText(x, &m.Name)
		codeText(x, &m.Role)
	})
}

func (x *fieldCoder) cycle(y *account.Cycle) {
	codeNumber(x, &y.Stage)
	x.bad = x.bad || y.Stage > account.Closed
	codeText(x, &y.AnswersBy)
	codeText(x, &y.Go)
	codeText(x, &y.Session)
	codeText(x, &y.Place)
	codeText(x, &y.Kickoff.Date)
	x.people(&y.Kickoff.Present)
	codeText(x, &y.Kickoff.Strategy)
	x.lines(&y.Kickoff.Arguments)
	codeList(x, &y.Notes, func(n *account.Note) {
		codeText(x, &n.Date)
		codeText(x, &n.With)
		codeText(x, &n.Topic)
		codeText(x, &n.Text)
		codeNumber(x, &n.KWI)
	})
	mapped(x, &y.NotExpected, nothing, codeWord[string](x))
	codeList(x, &y.KWIs, x.indicator)
	mapped(x, &y.Assigned, isEmptyList, func(l *[]account.QuestionCode) { codeList(x, l, x.question) })
	x.dates(&y.Tested)
	x.dates(&y.Confirmed)
	mapped(x, &y.Sent, isEmptyList, func(l *[]account.Date) { codeList(x, l, codeWord[account.Date](x)) })
	x.since(2, len(y.Sendings) > 0, func() bool { x.sendings(y); return len(y.Sendings) > 0 })
	x.dates(&y.Informed)
	x.dates(&y.Excused)
	x.outcome(y)
	x.since(4, calendars(y), func() bool {
		codeText(x, &y.Calendar)
		for i := range y.Visits {
			codeText(x, &y.Visits[i].Calendar)
		}
		return calendars(y)
	})
}

// calendars reports whether calendars know anything of a cycle by another
// name than its own.
func calendars(y *account.Cycle) bool {
	return y.Calendar != "" || slices.ContainsFunc(y.Visits, func(v account.Visit) bool { return v.Calendar != "" })
}

func (x *fieldCoder) sendings(y *account.Cycle) {
	mapped(x, &y.Sendings, isEmptyList, func(l *[]account.Sending) {
		codeList(x, l, func(s *account.Sending) {
			codeText(x, &s.Mark)
			codeText(x, &s.Date)
			codeText(x, &s.Promise)
			codeText(x, &s.State)
			codeText(x, &s.Message)
		})
	})
}

func (x *fieldCoder) question(q *account.QuestionCode) {
	codeNumber(x, &q.KWI)
	codeNumber(x, &q.Serial)
}

func (x *fieldCoder) indicator(k *account.KWI) {
	codeNumber(x, &k.Code)
	codeText(x, &k.Title)
	codeText(x, &k.Expectation)
	codeText(x, &k.Why)
	codeText(x, &k.WishedBy)
	x.people(&k.SharedBy)
	codeNumber(x, &k.Target)
	codeNumber(x, &k.LastSerial)
	codeList(x, &k.Questions, func(q *account.Question) {
		x.question(&q.Code)
		codeText(x, &q.Text)
		codeText(x, &q.Kind)
		codeText(x, &q.Added)
	})
}

// outcome goes through what came of a cycle.
func (x *fieldCoder) outcome(y *account.Cycle) {
	a := &y.Analysis
	for _, s := range []*string{&a.Remarks, &a.Outliers, &a.Proposals, &a.Misunderstanding, &a.Surprise, &a.Disappointment, &a.Noticed} {
		codeText(x, s)
	}
	x.people(&y.Meeting.Present)
	x.lines(&y.Meeting.Notes)
	x.lines(&y.Meeting.Decisions)
	codeList(x, &y.Actions, func(a *account.Action) {
		codeText(x, &a.Number)
		codeText(x, &a.Date)
		codeText(x, &a.Text)
		codeText(x, &a.Why)
		codeText(x, &a.For)
		codeText(x, &a.Side)
		codeText(x, &a.Due)
		codeText(x, &a.Status)
		codeNumber(x, &a.KWI)
		codeText(x, &a.Announced)
		codeText(x, &a.Done)
		codeText(x, &a.Evidence)
	})
	codeList(x, &y.Visits, func(v *account.Visit) {
		codeText(x, &v.Date)
		codeText(x, &v.With)
		codeText(x, &v.By)
		codeText(x, &v.Note)
	})
	codeList(x, &y.Reasons, func(r *account.Reason) {
		codeText(x, &r.Date)
		codeNumber(x, &r.Stage)
		x.bad = x.bad || r.Stage > account.Closed
		codeText(x, &r.Text)
	})
	codeList(x, &y.Corrections, func(c *account.Correction) {
		codeText(x, &c.Date)
		codeText(x, &c.What)
		codeText(x, &c.Why)
	})
}

func (x *fieldCoder) plan(p *account.Plan) {
	codeText(x, &p.MadeBy)
	codeText(x, &p.Vision)
	codeText(x, &p.Mission)
	codeText(x, &p.Factors)
	codeText(x, &p.Preconditions)
	codeList(x, &p.KPIs, func(k *account.KPI) {
		codeText(x, &k.Code)
		codeText(x, &k.Text)
		x.lines(&k.Actions)
	})
	years := slices.Sorted(maps.Keys(p.Numbers))
	if !x.reading {
		years = slices.DeleteFunc(years, func(year int) bool { return !hasFigures(p.Numbers[year].Actual) && !hasFigures(p.Numbers[year].Target) })
	}
	codeList(x, &years, func(year *int) {
		codeNumber(x, year)
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

func hasFigures(f *account.Figures) bool { return f != nil && *f != account.Figures{} }

// figures goes through a year's figures, or none.
func (x *fieldCoder) figures(to **account.Figures) {
	is := hasFigures(*to)
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
	codeText(x, &f.Revenue)
	codeText(x, &f.Margin)
	x.bad = x.bad || !hasFigures(f)
}
