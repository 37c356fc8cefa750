package advise

import (
	"slices"

	"kwi/internal/account"
)

const today = account.Date("2026-09-15")

var people = []account.Initials{"AA", "BB", "KK"}

// calm is a client with whom everything was done that any stage asks for, in a
// stage of the cycle.
func calm(stage account.Stage) account.Client {
	c := account.Client{ID: "calm", Name: "Calm", Kind: account.External, Approach: account.Extended, Sponsor: "AA", Responsible: "RM",
		Selection: account.Selection{Strategic: account.Yes, Intensive: account.Yes, Business: account.Yes},
		Needs:     account.Needs{ClientKnows: account.Yes, SupplierKnows: account.Yes}}
	y := account.Cycle{Name: "2026H2", Stage: stage, AnswersBy: account.ByName, Go: "2026-07-01", Session: "2026-12-15", Place: "here",
		Kickoff:     account.Kickoff{Date: "2026-06-20", Strategy: "more", Arguments: []string{"because"}},
		NotExpected: map[account.Initials]string{"AA": "cake"}, Promised: map[account.Initials]account.Concept{},
		Assigned: map[account.Initials][]account.QuestionCode{}, Tested: map[account.Initials]account.Date{}, Sent: map[account.Initials][]account.Date{},
		Confirmed: map[account.Initials]account.Date{}, Informed: map[account.Initials]account.Date{}, Answers: map[account.Initials]account.Sheet{}}
	for _, who := range []account.Initials{"RM", "SM", "DD", "PP"} {
		c.Colleagues = append(c.Colleagues, account.Colleague{Initials: who})
		y.Informed[who] = "2026-08-01"
	}
	for i, who := range people {
		code := account.KWICode(i + 1)
		own := account.QuestionCode{KWI: code, Serial: 1}
		c.Respondents = append(c.Respondents, account.Respondent{Initials: who, Willing: "2026-06-25"})
		y.Promised[who] = account.Concept{Due: "2026-07-15", Done: "2026-07-14"}
		y.KWIs = append(y.KWIs, account.KWI{Code: code, Title: "A title", Expectation: "Wij horen het als eerste.", Why: "therefore", So: "sooner", WishedBy: who, Target: 750,
			Questions: []account.Question{{Code: own, Kind: account.Own, Text: "first"}}})
		y.Actions = append(y.Actions, account.Action{Number: "2026-0" + string(rune('1'+i)), Text: "do", Why: "w", So: "s", For: "RM", Side: account.BothSides, Status: account.Open, Due: "2026-10-20", KWI: code, Announced: "2026-09-01"})
		y.Tested[who], y.Sent[who], y.Confirmed[who] = "2026-07-20", []account.Date{"2026-07-25"}, "2026-07-30"
		y.Visits = append(y.Visits, account.Visit{With: who, Date: "2026-08-10"}, account.Visit{With: who, Date: "2026-09-10"})
		for _, k := range []account.KWICode{1, 2, 3} {
			y.Assigned[who] = append(y.Assigned[who], account.QuestionCode{KWI: k, Serial: 1})
		}
	}
	c.Cycles = []account.Cycle{y}
	c.Plans = []account.Plan{{Year: 2026, Vision: "v", Mission: "m", Factors: "f", Preconditions: "p", KPIs: []account.KPI{{Code: "KPI-1", Text: "t", Smart: account.Smart{Specific: account.Yes}}}}}
	return c
}

// earlier puts a cycle before the one that runs.
func earlier(c *account.Client, change func(*account.Cycle)) {
	y := c.Cycles[0].Clone()
	y.Name, y.Stage, y.Session, y.Actions, y.KWIs = "2026H1", account.Closed, "2026-06-10", nil, nil
	change(&y)
	c.Cycles = []account.Cycle{y, c.Cycles[0]}
}

func graded(y *account.Cycle, grade account.Grade, people ...account.Initials) {
	for _, who := range people {
		y.Answers[who] = account.Sheet{{Question: account.QuestionCode{KWI: 1, Serial: 1}, Grade: grade}}
	}
}

type reached struct {
	place  string
	change func(c *account.Client, y *account.Cycle)
	today  account.Date // "" is the usual one
	calm   bool         // it also fits where nothing was changed
}

// reach is for every moment a client whom it fits.
var reach = map[string]reached{
	"initialise.nosponsor": {place: "initialise", change: func(c *account.Client, y *account.Cycle) { c.Sponsor = "" }},
	"initialise.winning": {place: "initialise", change: func(c *account.Client, y *account.Cycle) {
		c.Sponsor = ""
		y.Actions[0].KWI, y.Actions[0].Side = 0, account.SupplierSide
	}},
	"initialise.critic": {place: "initialise", change: func(c *account.Client, y *account.Cycle) {
		y.NPS = map[account.Initials]account.NPS{"AA": {Score: 4}, "BB": {Score: 9}, "KK": {Score: 9}}
	}},
	"initialise.lukewarm": {place: "initialise", change: func(c *account.Client, y *account.Cycle) {
		y.NPS = map[account.Initials]account.NPS{"AA": {Score: 8}, "BB": {Score: 9}, "KK": {Score: 9}}
	}},
	"initialise.noresponsible": {place: "initialise", change: func(c *account.Client, y *account.Cycle) { c.Responsible = "" }},
	"initialise.kickoff":       {place: "initialise", change: func(c *account.Client, y *account.Cycle) { y.Kickoff.Date = "" }},
	"initialise.strategy":      {place: "initialise", change: func(c *account.Client, y *account.Cycle) { y.Kickoff.Strategy = "" }},
	"initialise.arguments":     {place: "initialise", change: func(c *account.Client, y *account.Cycle) { y.Kickoff.Arguments = nil }},
	"initialise.approach": {place: "initialise", change: func(c *account.Client, y *account.Cycle) {
		c.Selection.Strategic = account.Unanswered
		earlier(c, func(*account.Cycle) {})
	}},
	"initialise.internal":  {place: "initialise", change: func(c *account.Client, y *account.Cycle) { c.Kind = account.Internal }},
	"initialise.needs":     {place: "initialise", change: func(c *account.Client, y *account.Cycle) { c.Needs.SupplierKnows = account.Unanswered }},
	"initialise.few":       {place: "initialise", change: func(c *account.Client, y *account.Cycle) { c.Respondents[2].Left = "2026-09-01" }},
	"initialise.sponsored": {place: "initialise", change: nogo},
	"initialise.willing":   {place: "initialise", change: func(c *account.Client, y *account.Cycle) { c.Respondents[0].Willing = "" }},
	"initialise.full": {place: "initialise", change: func(c *account.Client, y *account.Cycle) {
		for _, who := range []account.Initials{"C", "D", "E", "F", "G"} {
			c.Respondents = append(c.Respondents, account.Respondent{Initials: who, Willing: today})
		}
	}},
	"initialise.nogo":       {place: "initialise", change: nogo},
	"initialise.proposal":   {place: "initialise", change: func(c *account.Client, y *account.Cycle) { nogo(c, y); c.Selection.Business = account.No }},
	"initialise.allwilling": {place: "initialise", change: nogo},
	"initialise.again":      {place: "initialise", change: func(c *account.Client, y *account.Cycle) { nogo(c, y); earlier(c, func(*account.Cycle) {}) }},

	"draft.nobody":   {place: "draft", change: unspoken(people...)},
	"draft.unspoken": {place: "draft", change: unspoken("BB")},
	"draft.unwanted": {place: "draft", change: func(c *account.Client, y *account.Cycle) { y.NotExpected = nil }},
	"draft.rank": {place: "draft", change: func(c *account.Client, y *account.Cycle) {
		y.KWIs[1].WishedBy = ""
		y.Notes = []account.Note{{With: "BB", Text: "a"}, {With: "BB", Text: "b"}}
	}},
	"draft.notyet": {place: "draft", change: func(c *account.Client, y *account.Cycle) {
		y.KWIs[1].WishedBy = ""
		y.Notes = []account.Note{{With: "BB", Text: "a"}}
	}},
	"draft.noconcept": {place: "draft", change: func(c *account.Client, y *account.Cycle) { delete(y.Promised, "BB") }},
	"draft.else":      {place: "draft", calm: true},
	"draft.late":      {place: "draft", change: func(c *account.Client, y *account.Cycle) { y.Promised["BB"] = account.Concept{Due: "2026-09-10"} }},
	"draft.nowish":    {place: "draft", change: func(c *account.Client, y *account.Cycle) { y.KWIs[0].Expectation = "" }},
	"draft.halfyear":  {place: "draft", change: func(c *account.Client, y *account.Cycle) { y.KWIs[0].Questions = nil }},
	"draft.eight":     {place: "draft", calm: true},
	"draft.container": {place: "draft", change: func(c *account.Client, y *account.Cycle) { y.KWIs[0].Expectation = "Wij willen kwaliteit." }},
	"draft.why":       {place: "draft", change: func(c *account.Client, y *account.Cycle) { onKWIs(y, func(k *account.KWI) { k.Why, k.So = "", "" }) }},
	"draft.so":        {place: "draft", change: func(c *account.Client, y *account.Cycle) { onKWIs(y, func(k *account.KWI) { k.So = "" }) }},
	"draft.many":      {place: "draft", change: func(c *account.Client, y *account.Cycle) { y.KWIs[1].WishedBy = "AA" }},
	"draft.shared":    {place: "draft", calm: true},
	"draft.long": {place: "test", change: func(c *account.Client, y *account.Cycle) {
		y.Assigned["AA"] = make([]account.QuestionCode, account.MostAsked+1)
	}},
	"draft.carried":   {place: "draft", change: func(c *account.Client, y *account.Cycle) { earlier(c, func(z *account.Cycle) { z.KWIs = y.KWIs[:1] }) }},
	"draft.allspoken": {place: "draft", calm: true},

	"test.untested":      {place: "test", change: func(c *account.Client, y *account.Cycle) { y.Tested = nil }},
	"test.surprise":      {place: "test", change: func(c *account.Client, y *account.Cycle) { delete(y.Tested, "BB") }},
	"test.unjudged":      {place: "test", change: func(c *account.Client, y *account.Cycle) { y.Assigned = nil }},
	"test.judgesnothing": {place: "test", change: func(c *account.Client, y *account.Cycle) { delete(y.Assigned, "BB") }},
	"test.irrelevant":    {place: "test", change: func(c *account.Client, y *account.Cycle) { y.Assigned["BB"] = y.Assigned["BB"][:1] }},
	"test.again":         {place: "test", change: func(c *account.Client, y *account.Cycle) { y.Tested = nil; earlier(c, func(*account.Cycle) {}) }},
	"test.merge":         {place: "test", calm: true},

	"communicate.unsent": {place: "communicate", change: func(c *account.Client, y *account.Cycle) { y.Sent = nil }},
	"communicate.unconfirmed": {place: "communicate", change: func(c *account.Client, y *account.Cycle) {
		delete(y.Confirmed, "BB")
		y.Sent["BB"] = []account.Date{today}
	}},
	"communicate.waiting":    {place: "communicate", change: func(c *account.Client, y *account.Cycle) { delete(y.Confirmed, "BB") }},
	"communicate.colleagues": {place: "realise", change: func(c *account.Client, y *account.Cycle) { delete(y.Informed, "RM") }},
	"communicate.voices":     {place: "communicate", change: func(c *account.Client, y *account.Cycle) { c.Colleagues = c.Colleagues[:2] }},
	"communicate.informed":   {place: "communicate", calm: true},

	"realise.silence": {place: "realise", change: func(c *account.Client, y *account.Cycle) {
		y.Visits[0].Date, y.Visits[1].Date = "2026-07-01", "2026-07-02"
	}},
	"realise.noaction": {place: "realise", change: func(c *account.Client, y *account.Cycle) { y.Actions = y.Actions[:2] }},
	"realise.overdue":  {place: "realise", change: func(c *account.Client, y *account.Cycle) { y.Actions[0].Due = "2026-09-10" }},
	"realise.theirs": {place: "realise", change: func(c *account.Client, y *account.Cycle) {
		y.Actions[0].Due, y.Actions[0].Side = "2026-09-10", account.ClientSide
	}},
	"realise.loose":       {place: "realise", change: func(c *account.Client, y *account.Cycle) { y.Actions[0].For = "" }},
	"realise.unannounced": {place: "realise", change: func(c *account.Client, y *account.Cycle) { y.Actions[0].Announced = "" }},
	"realise.announced":   {place: "realise", calm: true},
	"realise.unshown":     {place: "realise", change: func(c *account.Client, y *account.Cycle) { y.Actions[0].Status = account.Done }},
	"realise.visible":     {place: "realise", calm: true},
	"realise.unvisited":   {place: "realise", change: func(c *account.Client, y *account.Cycle) { y.Visits = y.Visits[:4] }},
	"realise.once":        {place: "realise", change: func(c *account.Client, y *account.Cycle) { y.Visits = y.Visits[1:] }},
	"realise.visited":     {place: "realise", calm: true},
	"realise.ideas":       {place: "realise", calm: true},
	"realise.simplify":    {place: "realise", calm: true},
	"realise.idea": {place: "session", change: func(c *account.Client, y *account.Cycle) {
		earlier(c, func(z *account.Cycle) { z.Meeting.Ideas = []account.Idea{{Text: "an idea"}} })
	}},
	"realise.nowhy": {place: "realise", change: func(c *account.Client, y *account.Cycle) {
		onActions(y, func(a *account.Action) { a.Why, a.So = "", "" })
	}},
	"realise.much": {place: "realise", change: func(c *account.Client, y *account.Cycle) { y.Actions = slices.Concat(y.Actions, y.Actions, y.Actions) }},
	"realise.finished": {place: "realise", change: func(c *account.Client, y *account.Cycle) {
		y.Actions[0].Status, y.Actions[0].Evidence = account.Done, "seen"
	}},
	"realise.quiet":   {place: "realise", change: func(c *account.Client, y *account.Cycle) { y.Session = "" }},
	"realise.service": {place: "realise", calm: true},

	"measure.unplanned":   {place: "realise", today: "2026-11-10", change: func(c *account.Client, y *account.Cycle) { y.Session = "" }},
	"measure.noplace":     {place: "measure", change: func(c *account.Client, y *account.Cycle) { y.Place = "" }},
	"measure.short":       {place: "measure", today: "2026-12-01", change: func(c *account.Client, y *account.Cycle) { y.Session = "2026-12-12" }, calm: true},
	"measure.announce":    {place: "measure", calm: true},
	"measure.send":        {place: "measure", today: "2026-12-03", calm: true},
	"measure.silent":      {place: "measure", today: "2026-12-10", change: func(c *account.Client, y *account.Cycle) { y.Sent["AA"] = []account.Date{"2026-07-25", "2026-12-01"} }},
	"measure.coloured":    {place: "measure", change: func(c *account.Client, y *account.Cycle) { graded(y, 7, "AA") }},
	"measure.negotiating": {place: "measure", change: func(c *account.Client, y *account.Cycle) { y.Analysis.Remarks = "De aanbesteding loopt." }},
	"measure.answers":     {place: "measure", change: func(c *account.Client, y *account.Cycle) { graded(y, 7, "AA") }},
	"measure.group":       {place: "monitor", change: func(c *account.Client, y *account.Cycle) { graded(y, 7, people...); y.AnswersBy = account.ByGroup }},
	"measure.below":       {place: "monitor", change: func(c *account.Client, y *account.Cycle) { graded(y, 6, people...) }},
	"measure.above":       {place: "monitor", change: func(c *account.Client, y *account.Cycle) { graded(y, 9, people...) }},
	"measure.nps": {place: "monitor", change: func(c *account.Client, y *account.Cycle) {
		graded(y, 9, people...)
		y.NPS = map[account.Initials]account.NPS{"AA": {Score: 9}}
	}},
	"measure.allback":     {place: "measure", change: func(c *account.Client, y *account.Cycle) { graded(y, 7, people...) }},
	"measure.noproposals": {place: "measure", change: func(c *account.Client, y *account.Cycle) { graded(y, 7, people...); y.Analysis.Surprise = "this" }},
	"measure.critic":      {place: "session", today: "2026-12-10", calm: true},

	"session.before":   {place: "session", calm: true},
	"session.lookback": {place: "session", calm: true},
	"session.talking":  {place: "session", calm: true},
	"session.loose":    {place: "session", change: func(c *account.Client, y *account.Cycle) { y.Actions[0].Due = "" }},
	"session.onesided": {place: "session", change: func(c *account.Client, y *account.Cycle) {
		onActions(y, func(a *account.Action) { a.Side = account.SupplierSide })
	}},
	"session.sharpen": {place: "session", calm: true},
	"session.after":   {place: "session", today: "2026-12-16", calm: true},
	"session.close":   {place: "session", change: func(c *account.Client, y *account.Cycle) { y.Meeting.Present = people }},
	"ready":           {place: "draft", calm: true},

	"monitor.nothing": {place: "monitor", calm: true},
	"monitor.first":   {place: "monitor", change: func(c *account.Client, y *account.Cycle) { graded(y, 7, "AA") }},
	"monitor.figures": {place: "monitor", change: func(c *account.Client, y *account.Cycle) { graded(y, 7, "AA") }},

	"plan.none":      {place: "plan", change: func(c *account.Client, y *account.Cycle) { c.Plans = nil }},
	"plan.gaps":      {place: "plan", change: func(c *account.Client, y *account.Cycle) { c.Plans[0].Mission = "" }},
	"plan.vision":    {place: "plan", change: func(c *account.Client, y *account.Cycle) { c.Plans[0].Vision = "" }},
	"plan.mission":   {place: "plan", change: func(c *account.Client, y *account.Cycle) { c.Plans[0].Mission = "" }},
	"plan.nokpis":    {place: "plan", change: func(c *account.Client, y *account.Cycle) { c.Plans[0].KPIs = nil }},
	"plan.smart":     {place: "plan", change: func(c *account.Client, y *account.Cycle) { c.Plans[0].KPIs[0].Smart = account.Smart{} }},
	"plan.elsewhere": {place: "plan", change: func(c *account.Client, y *account.Cycle) { c.Plans[0].Preconditions = "" }},
	"plan.behind": {place: "plan", change: func(c *account.Client, y *account.Cycle) {
		c.Plans[0].KPIs[0].Agreed = []account.KPIAction{{Text: "a", Due: "2026-03-01"}}
	}},
	"plan.habits": {place: "plan", calm: true},

	"simple.value":  {place: "initialise", change: func(c *account.Client, y *account.Cycle) { simply(c, y); nogo(c, y) }},
	"simple.noted":  {place: "draft", change: func(c *account.Client, y *account.Cycle) { simply(c, y); y.Assigned = nil }},
	"simple.mail":   {place: "draft", change: func(c *account.Client, y *account.Cycle) { simply(c, y); y.Sent = nil }},
	"simple.notice": {place: "realise", change: simply},
	"simple.again":  {place: "measure", change: simply},
	"simple.look":   {place: "measure", change: func(c *account.Client, y *account.Cycle) { simply(c, y); graded(y, 7, "AA") }},
	"simple.talk":   {place: "session", change: simply},

	"portfolio.empty": {place: "portfolio", calm: true},
	"promises.empty":  {place: "promises", calm: true},
}

func nogo(_ *account.Client, y *account.Cycle)   { y.Go = "" }
func simply(c *account.Client, _ *account.Cycle) { c.Approach = account.Simple }

func onKWIs(y *account.Cycle, change func(*account.KWI)) {
	for i := range y.KWIs {
		change(&y.KWIs[i])
	}
}

func onActions(y *account.Cycle, change func(*account.Action)) {
	for i := range y.Actions {
		change(&y.Actions[i])
	}
}

func unspoken(people ...account.Initials) func(*account.Client, *account.Cycle) {
	return func(_ *account.Client, y *account.Cycle) {
		for _, who := range people {
			delete(y.NotExpected, who)
			onKWIs(y, func(k *account.KWI) {
				if k.WishedBy == who {
					k.WishedBy = ""
				}
			})
		}
	}
}

func (r reached) situation(change bool) Situation {
	stage, isStage := account.ParseStage(r.place)
	if !isStage {
		stage = account.Measure
	}
	s := Situation{Place: r.place, Year: 2026, Today: today}
	if r.today != "" {
		s.Today = r.today
	}
	if r.place == Portfolio || r.place == Promises {
		s.Empty = true
		return s
	}
	c := calm(stage)
	if change && r.change != nil {
		r.change(&c, &c.Cycles[0])
	}
	s.Client = &c
	return s
}

func names(all []Advice) (out []string) {
	for _, a := range all {
		out = append(out, a.Moment)
	}
	return out
}
