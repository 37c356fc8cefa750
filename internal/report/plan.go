package report

import "kwi/internal/account"

// PlanPage is the supplier's own A3 plan for a client in one year, as values
// and in one language. It is internal: nothing of it is for the client.
type PlanPage struct {
	Language string
	Title    string // what it is, in words
	Internal string // that it is internal, in words
	Year     int
	Client   string
	Supplier string
	MadeBy   string // with the word before it
	Made     account.Date
	Source   string      // from which cycle the live data are, in words
	Blocks   []PlanBlock // eight
	Numbers  PlanNumbers
}

// PlanBlock is one of the eight blocks.
type PlanBlock struct {
	Number int
	Title  string
	Lines  []PlanLine
	Empty  bool // nothing was filled in: Lines says so
}

// PlanLine is one line of a block: a paragraph, the head of some entries, or
// an entry below it.
type PlanLine struct {
	Code  string // KWI-01, KPI-1, the number of an action
	Text  string
	Note  string // what stands back: a score, who and when
	Entry bool
}

// PlanNumbers is the table: what came out last year, what is wanted this
// year, and how far it is.
type PlanNumbers struct {
	Title                   string
	LastYear, Target, SoFar string // the heads
	Rows                    []PlanFigure
	Notes                   []string // what must be said about a figure
}

// PlanFigure is one quantity in the table; "–" where it is not known.
type PlanFigure struct {
	Name                    string
	LastYear, Target, SoFar string
}

// PlanOf is the plan of a year, false where the client has none. Its KWIs and
// their actions are those of the newest cycle of that year; so are, where they
// are there, the sessions held this year and the NPS. The rest is typed.
func PlanOf(c *account.Client, year int, o Options) (PlanPage, bool) {
	plan := c.Plan(year)
	if plan == nil {
		return PlanPage{}, false
	}
	m := newPlanner(c, plan, o)
	p := PlanPage{
		Language: m.w.Tag(), Title: m.w.T("plan.title", year), Internal: m.w.T("plan.internal"), Year: year,
		Client: c.Name, Supplier: o.Supplier, Made: o.Today, Source: m.source(),
		Blocks: m.blocks(), Numbers: m.numbers(),
	}
	if plan.MadeBy != "" {
		p.MadeBy = m.w.T("plan.madeby", plan.MadeBy)
	}
	return p, true
}
