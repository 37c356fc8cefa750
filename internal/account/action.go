package account

import (
	"fmt"
	"strconv"
	"strings"

	"kwi/internal/fault"
)

// Side is who carries an action.
type Side string

// The sides of an action.
const (
	SupplierSide Side = "supplier"
	ClientSide   Side = "client"
	BothSides    Side = "both"
)

// Status is how an action stands.
type Status string

// The statuses of an action.
const (
	Open    Status = "open"
	Done    Status = "done"
	Dropped Status = "dropped"
)

// Action is a numbered agreement, and so a promise.
type Action struct {
	Number    string // year-serial, unique within the client
	Date      Date
	Text      string
	Why       string
	So        string // what gets better by it, as far as somebody said so
	For       string // a person, free text
	Side      Side
	Due       Moment
	Status    Status
	KWI       KWICode
	Announced Date
	Done      Date
	Delay     string // why it is later than was agreed, for ourselves
	Evidence  string
	// EvidenceShared is that the client may see the evidence, in these words.
	EvidenceShared bool
	// Internal is that it is between ourselves: the client is shown nothing of it.
	Internal bool
	Tellings []Telling // who was told that it comes, and what came of it
	Origin   Origin    // the sentence that it was made of, where that was caught apart
}

// Walk goes through the fields of an action.
func (a *Action) Walk(w Walker) {
	f := fields{w}
	f.Text(needed("number"), &a.Number, ActionText)
	f.date(always("date"), &a.Date)
	f.block(always("text"), &a.Text)
	f.block(always("why"), &a.Why)
	f.block(since(14, "so"), &a.So)
	f.line(always("for"), &a.For)
	f.Choice(always("side"), (*string)(&a.Side), sideWords)
	f.moment(always("due"), &a.Due)
	f.Choice(always("status"), (*string)(&a.Status), statusWords)
	f.AboutKWI(always("kwi"), &a.KWI)
	f.date(always("announced"), &a.Announced)
	f.date(always("done"), &a.Done)
	f.block(since(11, "delay"), &a.Delay)
	f.block(always("evidence"), &a.Evidence)
	f.Flag(since(7, "evidenceShared"), &a.EvidenceShared)
	f.Flag(since(12, "internal"), &a.Internal)
	walkObjects(w, since(18, "told"), &a.Tellings)
	f.origin(&a.Origin)
}

// AddAction agrees an action in a cycle and gives it the next number. With
// the first action on a KWI that the client knows of the question on kept
// agreements joins.
func (c *Client) AddAction(cycle CycleName, a Action, std Standard, today Date) (string, error) {
	y, err := c.running(cycle)
	if err != nil {
		return "", err
	}
	a.Number = c.nextAction(y)
	if a.Status == "" {
		a.Status = Open
	}
	if a.Side == "" {
		a.Side = SupplierSide
	}
	if a.Date == "" {
		a.Date = today
	}
	if err := c.settle(&a, today); err != nil {
		return "", err
	}
	y.Actions = append(y.Actions, a)
	return a.Number, c.keptJoins(&a, std, today)
}

// settle holds an action to what is true of all of them: its KWI is there, its
// days, side and status are such, it is internal only where it may be, and the
// day it was done is known of a done one only.
func (c *Client) settle(a *Action, today Date) error {
	if a.KWI != 0 && !c.has(a.KWI) {
		return fault.New(fault.Removed, a.KWI.String())
	}
	if a.Due != "" && !a.Due.Valid() {
		return fault.New(fault.BadDate, string(a.Due))
	}
	if err := checkDay(a.Date, a.Announced, a.Done); err != nil {
		return err
	}
	if err := checkOneOf(a.Side, "", SupplierSide, ClientSide, BothSides); err != nil {
		return err
	}
	if err := checkOneOf(a.Status, "", Open, Done, Dropped); err != nil {
		return err
	}
	if a.Internal && !c.MayBeInternal(*a) {
		return fault.New(fault.NotInternal)
	}
	a.settleTold()
	switch {
	case a.Status != Done:
		a.Done = ""
	case a.Done == "":
		a.Done = today
	}
	return nil
}

// nextAction is the number that follows in a cycle: the next one of its year,
// or of a later year that its agreements are numbered by already, so that a
// new one never stands before an older one.
func (c *Client) nextAction(y *Cycle) string {
	year := y.Name.Year()
	for _, a := range y.Actions {
		if of, _, ok := serialOf(a.Number); ok {
			year = max(year, of)
		}
	}
	last := 0
	for _, z := range c.Cycles {
		for _, a := range z.Actions {
			if of, serial, ok := serialOf(a.Number); ok && of == year {
				last = max(last, serial)
			}
		}
	}
	return actionNumber(year, last+1)
}

// actionNumber is the number of an agreement.
func actionNumber(year, serial int) string { return fmt.Sprintf("%04d-%02d", year, serial) }

// serialOf takes the number of an action apart.
func serialOf(number string) (year, serial int, ok bool) {
	left, right, cut := strings.Cut(number, "-")
	y, err1 := strconv.ParseUint(left, 10, 31)
	n, err2 := strconv.ParseUint(right, 10, 31)
	return int(y), int(n), cut && len(left) == 4 && err1 == nil && err2 == nil
}

// ChangeAction changes an agreement wherever it stands: the change gets a copy,
// which is kept where it holds. An open one from a closed cycle may change too,
// since it is still a promise, and on the day on which it is settled that can be
// said otherwise. Its number stays. Evidence that was released is released in
// those words, see ShareEvidence for others.
func (c *Client) ChangeAction(number string, std Standard, today Date, change func(*Action)) error {
	y, a := c.Action(number)
	if a == nil {
		return fault.New(fault.Removed, number)
	}
	if y.Stage == Closed && a.Status != Open && (a.Done == "" || a.Done != today) {
		return fault.New(fault.Frozen, string(y.Name))
	}
	next := *a
	change(&next)
	next.Number = number
	if err := c.settle(&next, today); err != nil {
		return err
	}
	if a.EvidenceShared && next.Evidence != a.Evidence || next.Evidence == "" || next.Internal {
		next.EvidenceShared = false
	}
	*a = next
	return c.keptJoins(a, std, today)
}

// TurnAction gives an agreement a status, or opens it again where it has that
// status already.
func (c *Client) TurnAction(number string, to Status, std Standard, today Date) error {
	return c.ChangeAction(number, std, today, func(a *Action) {
		if a.Status == to {
			to = Open
		}
		a.Status = to
	})
}

// FinishAction notes that an agreement was done today, and what shows it; where
// nothing is said, what was said before stays.
func (c *Client) FinishAction(number, evidence string, std Standard, today Date) error {
	return c.ChangeAction(number, std, today, func(a *Action) {
		if a.Status != Done {
			a.Done = today
		}
		a.Status = Done
		if evidence != "" {
			a.Evidence = evidence
		}
	})
}

// AnnounceAction notes on which day an agreement was announced; on none where
// it was not.
func (c *Client) AnnounceAction(number string, std Standard, today, on Date) error {
	return c.ChangeAction(number, std, today, func(a *Action) { a.Announced = on })
}

// keptJoins adds the question on kept agreements to the KWI that an action is
// on, once. It joins the cycle that runs, wherever the action was agreed: an
// earlier one has been measured. Of an internal one the client knows nothing,
// and so could not judge whether it was kept.
func (c *Client) keptJoins(a *Action, std Standard, today Date) error {
	y, code := c.Newest(), a.KWI
	k := y.KWI(code)
	if k == nil || a.Internal || y.Stage == Closed || k.Standard(Kept) != nil || std.Kept == "" {
		return nil
	}
	_, err := c.AddQuestion(y.Name, code, Question{Kind: Kept, Text: std.Kept, Added: today})
	return err
}
