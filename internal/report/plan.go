package report

import "kwi/internal/account"

// PlanPage is the supplier's own A3 plan for a client in one year, as values
// and in one language: what hangs on the wall, what Markdown says and what the
// screen shows. It is internal: nothing of it is for the client.
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
	Blocks   []PlanBlock // nine, in order of number
	Lacking  string      // what is empty or has no action, in one line; "" where nothing is
}

// The numbers of the blocks. The figures have one on the screen alone; on paper
// nobody calls them the ninth.
const (
	VisionBlock = 1 + iota
	MissionBlock
	FactorsBlock
	KWIsBlock
	KWIActionsBlock
	KPIsBlock
	KPIActionsBlock
	PreconditionsBlock
	FiguresBlock
)

// PlanGrid is where the blocks stand on the page, row by row: what is done
// about the KWIs (5) under these (4), and the organisation's own actions (7)
// under its indicators (6).
func PlanGrid() [3][3]int {
	return [3][3]int{
		{VisionBlock, MissionBlock, FactorsBlock},
		{KWIsBlock, KPIsBlock, PreconditionsBlock},
		{KWIActionsBlock, KPIActionsBlock, FiguresBlock},
	}
}

// PlanBlock is one block of the page.
type PlanBlock struct {
	Number   int
	Title    string
	Live     string // that it is not typed, in words; "" where it is
	Lines    []PlanLine
	Figures  *PlanFigures // of the block of figures, else nil
	Empty    bool         // nothing stands there that anybody filled in
	Changed  string       // that it is not what the plan before it says, in words; ""
	Changes  []PlanChange // what is other than there
	Why      string       // of an empty block that is not typed: why
	Question string       // what to ask oneself
	Example  []string     // what could stand there
}

// Aside is what stands quietly beside the title.
func (b *PlanBlock) Aside() string {
	if b.Live != "" && b.Changed != "" {
		return b.Live + " · " + b.Changed
	}
	return b.Live + b.Changed
}

// PlanLine is one line of a block: a paragraph, the head of some entries, or
// an entry below it. Where it is about something that has a number of its own,
// that is told too.
type PlanLine struct {
	Code  string // KWI-01, KPI-1, the number of an action
	Text  string
	Note  string // what stands back: a score, who and when
	Entry bool

	KWI    account.KWICode // or 0
	Action string          // the number of an agreement, or ""
	KPI    string          // the code of an indicator, or ""
	Smart  *[5]Letter      // of an indicator, else nil
	Done   bool            // what it says is done
	Late   bool            // or should have been
}

// Letter is how an indicator meets a letter of SMART.
type Letter byte

// The ways; Proposed is what kwi finds in the words, for the user to judge.
const (
	NotMet Letter = iota
	Proposed
	Met
)

// PlanChange is a line that came since the plan before, or went.
type PlanChange struct {
	Gone bool
	Text string
}

// PlanFigures is the table: what came out last year, what is wanted this
// year, how far it is, and how far from what is wanted.
type PlanFigures struct {
	LastYear, Wanted, SoFar, Difference string // the heads
	Rows                                []PlanFigure
	Notes                               []string // what must be said about a figure
}

// PlanFigure is one quantity in the table.
type PlanFigure struct {
	Quantity                account.Quantity
	Name                    string
	LastYear, Wanted, SoFar PlanNumber
	Difference              string // "" where there is nothing to compare
	Reached                 int    // how much of what is wanted, in thousandths up to 1000; -1 where that says nothing
}

// PlanNumber is a number in the table.
type PlanNumber struct {
	Text string // "–" where it is not known
	Live bool   // it comes from the cycles, and is not typed
}

// PlanOf is the plan of a year, false where the client has none. Its KWIs and
// their actions are those of the newest cycle of that year; so are, where they
// are there, the sessions held in a year and the NPS. The rest is typed.
func PlanOf(c *account.Client, year int, o Options) (PlanPage, bool) {
	plan := c.Plan(year)
	if plan == nil {
		return PlanPage{}, false
	}
	m := newPlanner(c, plan, o)
	blocks := m.blocks()
	m.compare(blocks, o)
	p := PlanPage{
		Language: m.w.Tag(), Title: m.w.T("plan.title", year), Internal: m.w.T("plan.internal"), Year: year,
		Client: c.Name, Supplier: o.Supplier, Made: o.Today, Source: m.source(), Blocks: blocks, Lacking: m.lacking(blocks),
	}
	if plan.MadeBy != "" {
		p.MadeBy = m.w.T("plan.madeby", plan.MadeBy)
	}
	return p, true
}

// Block is the block of that number.
func (p *PlanPage) Block(number int) *PlanBlock { return &p.Blocks[number-1] }
