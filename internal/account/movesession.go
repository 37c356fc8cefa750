package account

import "slices"

// Follows is a date that hangs on the day of a session.
type Follows string

// The dates that hang on the day of a session, in the order in which they come.
const (
	InvitationFollows Follows = "invitation"
	TalksFollow       Follows = "talks"
	ListsFollow       Follows = "lists"
	AnswersFollow     Follows = "answers"
	AnalysisFollows   Follows = "analysis"
	SessionFollows    Follows = "session"
	ActionFollows     Follows = "action" // an agreement that is due on the day of the session
)

// Following is such a date before and after the session moves.
type Following struct {
	What   Follows
	From   Moment // "" while no session was planned
	To     Moment // "" where none is planned any more
	Number string // of an agreement
	Text   string
	For    string
	Done   int  // for how many it has happened, so that it moves for them no more
	Again  int  // for how many what happened does not count with the new day
	Waits  int  // how many were told the day that it had
	Missed bool // it has not happened, and its new day has passed
}

// Moving is what another day of the session of a cycle brings with it.
type Moving struct {
	From, To  Date
	FromAt    Moment // those days with the hour at which the session begins, where it has one
	ToAt      Moment
	Followers []Following
	Renames   CycleName // what the cycle is then called, "" where it keeps its name
	Half      CycleName // the half-year of the new day, where the cycle is not called after it
	May       bool      // the cycle may be called after it, when asked for
	Passed    bool      // the new day has passed
	Short     bool      // it comes sooner than everybody can be invited
	Far       bool      // it lies so far ahead that the year may be wrong
	Off       DayOff
	AskBy     Date // by when answers can still be asked for, "" where none is planned any more
}

// FarAhead is from how many days ahead a day may have the wrong year.
const FarAhead = 365

// MovingSession is what would follow if the session of a cycle got another day,
// or with "" none.
func (c *Client) MovingSession(cycle CycleName, to, today Date) (Moving, error) {
	y := c.Cycle(cycle)
	then := c.Clone()
	if err := then.PlanSession(cycle, to); err != nil {
		return Moving{}, err
	}
	i := slices.IndexFunc(c.Cycles, func(z Cycle) bool { return z.Name == y.Name })
	next := &then.Cycles[i]
	m := Moving{From: y.Session, To: to, FromAt: y.SessionAt(), ToAt: next.SessionAt(), Off: to.DayOff(), Passed: to.Passed(today), Short: to >= today && to < today.Add(InvitedBefore), Far: to > today.Add(FarAhead)}
	if next.Name != y.Name {
		m.Renames = next.Name
	} else if half := HalfYear(to); half != y.Name {
		m.Half, m.May = half, then.NameOfSession(next) != ""
	}
	if to != "" {
		m.AskBy = next.RemindedDue(today)
	}
	m.Followers = c.followers(y, next, today)
	return m, nil
}

// followers are the dates of a cycle as it is, and as it is then.
func (c *Client) followers(y, then *Cycle, today Date) (out []Following) {
	add := func(f Following, from, to Date, done bool) {
		f.From, f.To = Moment(from), Moment(to)
		f.Missed = !done && to.Passed(today)
		out = append(out, f)
	}
	held := then.Session.Passed(today)
	if c.Approach != Simple {
		add(Following{What: InvitationFollows}, y.Invitation(), then.Invitation(), held)
	}
	if y.Stage == Realise && slices.ContainsFunc(c.Awaited(y), func(r Respondent) bool { return !y.visited(r.Initials) }) {
		add(Following{What: TalksFollow}, y.ExpectedAsking(), then.ExpectedAsking(), false)
	}
	lists, answers := Following{What: ListsFollow}, Following{What: AnswersFollow}
	people := c.Asked(y)
	for _, r := range people {
		_, was := y.WaitsSince(r.Initials)
		_, is := then.WaitsSince(r.Initials)
		switch answered := y.HasAnswered(r.Initials); {
		case answered:
			lists.Done, answers.Done = lists.Done+1, answers.Done+1
		case is && was:
			lists.Done, answers.Waits = lists.Done+1, answers.Waits+1
		case is:
			lists.Done++
		case was:
			lists.Again, answers.Again = lists.Again+1, answers.Again+1
		}
	}
	add(lists, y.Asking(), then.Asking(), held || lists.Done == len(people))
	add(answers, y.AnswersDue(), then.AnswersDue(), held || answers.Done == len(people))
	add(Following{What: AnalysisFollows}, y.AnalysisDue(), then.AnalysisDue(), held || y.analysed())
	out = append(out, Following{What: SessionFollows, From: y.SessionAt(), To: then.SessionAt()})
	for _, a := range c.OnSession(y) {
		out = append(out, Following{What: ActionFollows, Number: a.Number, Text: a.Text, For: a.For, From: a.Due, To: a.Due.On(then.Session)})
	}
	return out
}

// OnSession are the open agreements that are due on the day of a session.
func (c *Client) OnSession(y *Cycle) []Action {
	if y.Session == "" {
		return nil
	}
	return c.actionsUpTo(y, func(_ *Cycle, a *Action) bool { return a.Status == Open && a.Due.Date() == y.Session })
}

// MoveSession gives the session of a cycle another day, or with "" none, as
// PlanSession does. Of the agreements that are due on its day those that are
// named go along, at the hour that they have.
func (c *Client) MoveSession(cycle CycleName, on Date, along []string) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	for _, a := range c.OnSession(y) {
		if on == "" || !slices.Contains(along, a.Number) {
			continue
		}
		if _, is := c.Action(a.Number); is != nil {
			is.Due = is.Due.On(on)
		}
	}
	return c.PlanSession(cycle, on)
}

// On is a moment on another day, at the same hour; on none it is none.
func (m Moment) On(day Date) Moment {
	if day == "" {
		return ""
	}
	return Moment(day) + m[len(m.Date()):]
}

// AnalysedBefore is how many days before the session the answers have been gone
// through with colleagues.
const AnalysedBefore = 2

// AnalysisDue is the day by which the answers have been gone through, the last
// working day that leaves time for it; "" while no session is planned.
func (y *Cycle) AnalysisDue() Date {
	return y.Session.Add(-AnalysedBefore).Workday()
}
