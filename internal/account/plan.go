package account

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"kwi/internal/fault"
)

// Plan is the internal A3 account plan of one year.
type Plan struct {
	Year          int
	MadeBy        string
	Vision        string
	Mission       string
	Factors       string
	Preconditions string
	KPIs          []KPI
	Numbers       map[int]YearNumbers
}

// KPI is an organisation indicator with the supplier's own actions on it.
type KPI struct {
	Code    string
	Text    string
	Actions []string    // in words, by which they are known
	Smart   Smart       // of what somebody said so
	Agreed  []KPIAction // more of some of the actions
}

// KPIAction is an own action on an indicator: what, and who does it by when.
type KPIAction struct {
	Text string
	For  string // a person, free text
	Due  Moment
	Done Date
}

// Smart is what a good indicator is, as far as somebody judged it.
type Smart struct{ Specific, Measurable, Acceptable, Realistic, Timed Reply }

// YearNumbers are the figures of one year: as they came out and as wanted.
type YearNumbers struct{ Actual, Target *Figures }

// Figures are a year's quantities; a nil field was not filled in.
type Figures struct {
	Contacts, Meetings, Leads, Orders, Sessions, NPS *int
	Revenue                                          string // whole currency
	Margin                                           string // per cent of the revenue
}

// Walk goes through the fields of a plan.
func (p *Plan) Walk(w Walker) {
	f := fields{w}
	if f.Whole() {
		f.Number(needed("year"), &p.Year, 1000, 9999)
	}
	f.line(always("madeBy"), &p.MadeBy)
	f.block(always("vision"), &p.Vision)
	f.block(always("mission"), &p.Mission)
	f.block(always("factors"), &p.Factors)
	f.block(always("preconditions"), &p.Preconditions)
	walkObjects(w, always("kpis"), &p.KPIs)
	f.Years(always("numbers"), &p.Numbers)
}

// Walk goes through the fields of an indicator.
func (k *KPI) Walk(w Walker) {
	f := fields{w}
	f.Text(always("code"), &k.Code, KPIText)
	f.block(always("text"), &k.Text)
	f.blocks(always("actions"), &k.Actions)
	f.Replies(since(9, "smart"), NamedReply{"specific", &k.Smart.Specific}, NamedReply{"measurable", &k.Smart.Measurable},
		NamedReply{"acceptable", &k.Smart.Acceptable}, NamedReply{"realistic", &k.Smart.Realistic}, NamedReply{"timed", &k.Smart.Timed})
	walkObjects(w, since(9, "agreed"), &k.Agreed)
}

// Walk goes through the fields of an action on an indicator.
func (a *KPIAction) Walk(w Walker) {
	f := fields{w}
	f.Text(needed("action"), &a.Text, KPIActionText)
	f.line(always("for"), &a.For)
	f.moment(always("due"), &a.Due)
	f.date(always("done"), &a.Done)
}

// Walk goes through the figures of a year.
func (n *YearNumbers) Walk(w Walker) {
	w.Figures(sparse("actual"), &n.Actual)
	w.Figures(sparse("target"), &n.Target)
}

// Walk goes through figures.
func (f *Figures) Walk(w Walker) {
	w.Count(sparse("contacts"), &f.Contacts, 0, math.MaxInt32)
	w.Count(sparse("meetings"), &f.Meetings, 0, math.MaxInt32)
	w.Count(sparse("leads"), &f.Leads, 0, math.MaxInt32)
	w.Count(sparse("orders"), &f.Orders, 0, math.MaxInt32)
	w.Text(always("revenue"), &f.Revenue, RevenueText)
	w.Text(always("margin"), &f.Margin, MarginText)
	w.Count(sparse("sessions"), &f.Sessions, 0, math.MaxInt32)
	w.Count(sparse("nps"), &f.NPS, -100, 100)
}

// Plan is the plan of a year, or nil.
func (c *Client) Plan(year int) *Plan {
	for i := range c.Plans {
		if c.Plans[i].Year == year {
			return &c.Plans[i]
		}
	}
	return nil
}

// StartPlan begins the plan of a year, made by somebody. What endures is
// taken over from the newest plan before it: the blocks, the indicators with
// what of their actions falls in that year, and the results of the year before
// to hold this year's wishes against. What was done stays behind, and so do
// wishes. A year that has a plan is refused.
func (c *Client) StartPlan(year int, madeBy string) error {
	if year < 1000 || year > 9999 {
		return fault.New(fault.BadValue, strconv.Itoa(year), "1000–9999")
	}
	if c.Plan(year) != nil {
		return fault.New(fault.Doubled, strconv.Itoa(year))
	}
	p := Plan{Year: year, MadeBy: madeBy}
	if last := c.PlanBefore(year); last != nil {
		p.Vision, p.Mission, p.Factors, p.Preconditions = last.Vision, last.Mission, last.Factors, last.Preconditions
		for _, k := range last.KPIs {
			p.KPIs = append(p.KPIs, k.carried(year))
		}
		if n := last.Numbers[year-1]; n.Actual != nil {
			p.Numbers = map[int]YearNumbers{year - 1: {Actual: n.Actual.clone()}}
		}
	}
	at := slices.IndexFunc(c.Plans, func(q Plan) bool { return q.Year > year })
	if at < 0 {
		at = len(c.Plans)
	}
	c.Plans = slices.Insert(c.Plans, at, p)
	return nil
}

// PlanBefore is the newest plan of a year before that one, or nil.
func (c *Client) PlanBefore(year int) (p *Plan) {
	for i := range c.Plans {
		if c.Plans[i].Year < year {
			p = &c.Plans[i]
		}
	}
	return p
}

// carried is the indicator as it goes on into the plan of a year.
func (k KPI) carried(year int) KPI {
	next := KPI{Code: k.Code, Text: k.Text, Smart: k.Smart}
	for _, a := range k.Agreed {
		if a.Done == "" && a.Due != "" && a.Due.Date() >= Date(fmt.Sprintf("%04d-01-01", year)) {
			next.Actions, next.Agreed = append(next.Actions, a.Text), append(next.Agreed, a)
		}
	}
	return next
}

// RemovePlan takes the plan of a year away.
func (c *Client) RemovePlan(year int) error {
	if c.Plan(year) == nil {
		return noPlan(c, year)
	}
	c.Plans = slices.DeleteFunc(c.Plans, func(p Plan) bool { return p.Year == year })
	return nil
}

// Block is one of the typed blocks of a plan, or who made it.
type Block byte

// The typed texts of a plan.
const (
	MadeBy Block = iota
	Vision
	Mission
	Factors
	Preconditions
)

// WriteBlock changes a typed text of a plan.
func (c *Client) WriteBlock(year int, b Block, text string) error {
	p := c.Plan(year)
	if p == nil {
		return noPlan(c, year)
	}
	if to := p.block(b); to != nil {
		*to = text
	}
	return nil
}

// Block is a typed text of the plan.
func (p *Plan) Block(b Block) string {
	if from := p.block(b); from != nil {
		return *from
	}
	return ""
}

func (p *Plan) block(b Block) *string {
	switch b {
	case MadeBy:
		return &p.MadeBy
	case Vision:
		return &p.Vision
	case Mission:
		return &p.Mission
	case Factors:
		return &p.Factors
	case Preconditions:
		return &p.Preconditions
	}
	return nil
}

func noPlan(c *Client, year int) error {
	return fault.New(fault.NoPlan, strconv.Itoa(year), c.Name)
}

// kpiPrefix begins the code of every organisation indicator.
const kpiPrefix = "KPI-"

// kpiNumber is the number in a code, 0 where it has none.
func kpiNumber(code string) int {
	digits, ok := strings.CutPrefix(code, kpiPrefix)
	if !ok {
		return 0
	}
	n, _ := parseCodeNumber(digits)
	return int(n)
}
