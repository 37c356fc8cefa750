package account

import (
	"fmt"
	"slices"

	"kwi/internal/fault"
)

// StartCycle begins the client's next cycle. The first begins empty; a later
// one takes over the KWIs with questions, targets and who judges what, so
// that trends run on, and nothing of what was answered, sent or noted.
func (c *Client) StartCycle(today Date) (*Cycle, error) {
	name := HalfYear(today.Add(150)) // about five months from start to session
	next := Cycle{AnswersBy: ByName}
	if last := c.Newest(); last != nil {
		if last.Stage != Closed {
			return nil, fault.New(fault.StillRunning, string(last.Name))
		}
		name = max(last.Name.Next(), HalfYear(today))
		carried := last.Clone()
		next.KWIs, next.AnswersBy = carried.KWIs, last.AnswersBy
		for who, codes := range carried.Assigned {
			if r := c.Respondent(who); r != nil && r.Left == "" && len(codes) > 0 {
				set(&next.Assigned, who, codes)
			}
		}
	}
	if !name.Valid() {
		return nil, fault.New(fault.BadDate, string(today))
	}
	next.Name = name
	c.Cycles = append(c.Cycles, next)
	return c.Newest(), nil
}

// GoOn takes the newest cycle to its next stage. Where the gate is open it
// needs a reason, which is kept. From the session it closes the cycle and
// begins the next.
func (c *Client) GoOn(today Date, reason string) error {
	y := c.Newest()
	if y == nil {
		return fault.New(fault.NoCycle)
	}
	if y.Stage == Closed {
		_, err := c.StartCycle(today)
		return err
	}
	if !Passes(c.Gate(y, y.Stage, today)) {
		if reason == "" {
			return fault.New(fault.GateOpen)
		}
		y.Reasons = append(y.Reasons, Reason{today, y.Stage, reason})
	}
	if y.Stage = y.Stage.After(c.Approach); y.Stage == Closed {
		_, err := c.StartCycle(today)
		return err
	}
	return nil
}

// GoBack takes the newest cycle one stage back; nothing in it is lost.
func (c *Client) GoBack() error {
	y := c.Newest()
	if y == nil || y.Stage == Initialise || y.Stage == Closed {
		return fault.New(fault.FirstStage)
	}
	if y.Stage--; c.Approach == Simple && (y.Stage == Communicate || y.Stage == Test) {
		y.Stage = Draft
	}
	return nil
}

// PlanSession sets the day of the session. A cycle is named after the
// half-year of its session, so a running one takes that name where it is free
// and keeps the order of the cycles.
func (c *Client) PlanSession(cycle CycleName, on Date) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	y.Session = on
	name := HalfYear(on)
	if name == "" || name == y.Name || y != c.Newest() {
		return nil
	}
	if n := len(c.Cycles); n > 1 && c.Cycles[n-2].Name >= name {
		return nil
	}
	y.Name = name
	return nil
}

// Correct changes a closed cycle all the same, and keeps what and why. The
// change sees the cycle as if its session were still going on.
func (c *Client) Correct(cycle CycleName, today Date, what, why string, change func(*Client) error) error {
	y := c.Cycle(cycle)
	if y == nil {
		return fault.New(fault.NoCycle, string(cycle))
	}
	if y.Stage != Closed {
		return change(c)
	}
	if why == "" {
		return fault.New(fault.Frozen, string(y.Name))
	}
	name := y.Name
	y.Stage = Session
	if err := change(c); err != nil {
		return err
	}
	y = c.Cycle(name)
	y.Stage = Closed
	y.Corrections = append(y.Corrections, Correction{today, what, why})
	return nil
}

// AddAction agrees an action in a cycle and gives it the next number. With
// the first action on a KWI the question on kept agreements joins.
func (c *Client) AddAction(cycle CycleName, a Action, std Standard, today Date) (string, error) {
	y, err := c.running(cycle)
	if err != nil {
		return "", err
	}
	a.Number = c.nextAction(y.Name.Year())
	if a.Status == "" {
		a.Status = Open
	}
	if a.Side == "" {
		a.Side = SupplierSide
	}
	if a.Date == "" {
		a.Date = today
	}
	y.Actions = append(y.Actions, a)
	return a.Number, c.keptJoins(y, a.KWI, std, today)
}

func (c *Client) nextAction(year int) string {
	prefix, last := fmt.Sprintf("%04d-", year), 0
	for _, y := range c.Cycles {
		for _, a := range y.Actions {
			var n int
			if _, err := fmt.Sscanf(a.Number, prefix+"%d", &n); err == nil {
				last = max(last, n)
			}
		}
	}
	return fmt.Sprintf("%s%02d", prefix, last+1)
}

// ChangeAction changes an agreement wherever it stands; one from an earlier
// cycle stays open to change, since it is still a promise. Its number stays.
func (c *Client) ChangeAction(number string, std Standard, today Date, change func(*Action)) error {
	y, a := c.Action(number)
	if a == nil {
		return fault.New(fault.NotFound, number)
	}
	change(a)
	a.Number = number
	if a.Status == Done && a.Done == "" {
		a.Done = today
	} else if a.Status != Done {
		a.Done = ""
	}
	if y.Stage == Closed {
		return nil
	}
	return c.keptJoins(y, a.KWI, std, today)
}

// keptJoins adds the question on kept agreements to a KWI with an action on
// it, once.
func (c *Client) keptJoins(y *Cycle, code KWICode, std Standard, today Date) error {
	k := y.KWI(code)
	if k == nil || k.Standard(Kept) != nil || std.Kept == "" {
		return nil
	}
	_, err := c.AddQuestion(y.Name, code, Question{Kind: Kept, Text: std.Kept, Added: today})
	return err
}

// Present notes that somebody was at the session, or was not.
func (c *Client) Present(cycle CycleName, who Initials, there bool) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	p := slices.DeleteFunc(slices.Clone(y.Meeting.Present), func(i Initials) bool { return i == who })
	if there {
		p = append(p, who)
	}
	y.Meeting.Present = p
	return nil
}
