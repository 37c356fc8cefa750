package account

// NPS is one respondent's answer to the recommendation question, 0–10.
type NPS struct {
	Score     int
	Why       string
	Pleased   string
	Missed    string
	Anonymous bool // also while NameUnasked
	// NameUnasked is that nobody knows whether their name may stand with it.
	NameUnasked bool
}

// Analysis is the supplier's own reading of the answers. Internal.
type Analysis struct {
	Remarks, Outliers, Proposals, Misunderstanding, Surprise, Disappointment, Noticed string
}

// Visit is a conversation with a respondent while realising.
type Visit struct {
	Date  Date
	Hour  string // of that day, 16:00, or ""
	With  Initials
	By    Initials
	Note  string
	Asked string // what we asked
	Goes  Going  // how it goes, as they said
	Ahead bool   // it was noted beforehand, so that what stands on it is what it is to be about

	Calendar string // by which name calendars know it, where that is not its day
}

// Reason is why one went on although the gate of a stage was open, who did, and
// what was not there yet. Of reasons from before that was kept the last two are
// not known.
type Reason struct {
	Date  Date
	Stage Stage
	Text  string
	By    string // initials of a colleague, or free words
	Open  []Lack
}

// Lack is a condition that was not met, and of whom or what: respondents and
// colleagues by their initials, KWIs, questions and agreements by their codes.
type Lack struct {
	Condition CheckName
	Of        []Initials
	Things    []string
}

// Passage is a cycle going from one stage to another: on, or back where To comes
// before From.
type Passage struct {
	Date     Date
	From, To Stage
	By       string // initials of a colleague, or free words
}

// Correction is a change after the cycle was closed.
type Correction struct {
	Date Date
	What string
	Why  string
	By   string // who made it, as they are known; "" where nobody said
}

// Walk goes through the fields of a recommendation.
func (n *NPS) Walk(w Walker) {
	f := fields{w}
	f.Number(needed("score"), &n.Score, 0, 10)
	f.block(always("why"), &n.Why)
	f.block(always("pleased"), &n.Pleased)
	f.block(always("missed"), &n.Missed)
	f.Anonymous(always("anonymous"), n)
}

// Walk goes through the fields of an analysis.
func (a *Analysis) Walk(w Walker) {
	f := fields{w}
	f.block(always("remarks"), &a.Remarks)
	f.block(always("outliers"), &a.Outliers)
	f.block(always("proposals"), &a.Proposals)
	f.block(always("misunderstanding"), &a.Misunderstanding)
	f.block(always("surprise"), &a.Surprise)
	f.block(always("disappointment"), &a.Disappointment)
	f.block(always("noticed"), &a.Noticed)
}

// Walk goes through the fields of a conversation.
func (v *Visit) Walk(w Walker) {
	f := fields{w}
	f.date(always("date"), &v.Date)
	f.respondent(always("with"), &v.With)
	f.somebody(always("by"), &v.By)
	f.block(always("note"), &v.Note)
	f.line(since(18, "asked"), &v.Asked)
	f.Choice(since(18, "goes"), (*string)(&v.Goes), goingWords)
	f.Text(since(24, "hour"), &v.Hour, HourText)
	f.Flag(since(28, "ahead"), &v.Ahead)
	f.Text(since(4, "calendar"), &v.Calendar, CalendarText)
}

// Walk goes through the fields of a reason.
func (r *Reason) Walk(w Walker) {
	f := fields{w}
	f.date(always("date"), &r.Date)
	f.Stage(always("stage"), &r.Stage)
	f.block(always("text"), &r.Text)
	f.line(since(19, "by"), &r.By)
	walkObjects(w, since(19, "open"), &r.Open)
}

// Walk goes through the fields of what was not there yet.
func (l *Lack) Walk(w Walker) {
	f := fields{w}
	f.Choice(needed("condition"), (*string)(&l.Condition), conditionWords)
	f.people(always("of"), &l.Of, SomebodyText)
	f.lines(always("things"), &l.Things)
}

// Walk goes through the fields of a passage.
func (p *Passage) Walk(w Walker) {
	f := fields{w}
	f.date(always("date"), &p.Date)
	f.Stage(always("from"), &p.From)
	f.Stage(always("to"), &p.To)
	f.line(always("by"), &p.By)
}

// Walk goes through the fields of a correction.
func (c *Correction) Walk(w Walker) {
	f := fields{w}
	f.date(always("date"), &c.Date)
	f.line(always("what"), &c.What)
	f.block(always("why"), &c.Why)
	f.line(since(21, "by"), &c.By)
}
