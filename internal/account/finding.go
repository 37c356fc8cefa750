package account

import (
	"slices"
	"strings"

	"kwi/internal/fault"
)

// Finding is what one colleague answered to a question of the analysis, beside
// what is written there together. It is internal.
type Finding struct {
	Part   AnalysisPart // the question
	By     string       // who said so, in free words, or "" where nobody noted it
	Text   string
	Action string // the number of the action that it became, or ""
}

// Walk goes through the fields of a finding.
func (d *Finding) Walk(w Walker) {
	f := fields{w}
	f.Choice(needed("part"), (*string)(&d.Part), analysisWords)
	f.line(sparse("by"), &d.By)
	f.block(needed("text"), &d.Text)
	f.Text(sparse("action"), &d.Action, OfActionText)
}

// FindingsOn are the answers to one question, in the order in which they came.
func (y *Cycle) FindingsOn(part AnalysisPart) (out []Finding) {
	for _, d := range y.Findings {
		if d.Part == part {
			out = append(out, d)
		}
	}
	return out
}

// finding is where a finding stands, known by who said what to which question,
// or -1.
func (y *Cycle) finding(of Finding) int {
	return slices.IndexFunc(y.Findings, func(d Finding) bool { return d.identity() == of.identity() })
}

// Finding is what now stands of a finding, known by who said what to which
// question, or nil.
func (y *Cycle) Finding(of Finding) *Finding {
	if i := y.finding(of); i >= 0 {
		return &y.Findings[i]
	}
	return nil
}

// AddFinding keeps what a colleague answered. The same person does not say the
// same twice.
func (c *Client) AddFinding(cycle CycleName, d Finding) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	if err := y.settleFinding(&d, -1); err != nil {
		return err
	}
	y.Findings = append(y.Findings, d)
	return nil
}

// ChangeFinding changes what a colleague answered; without any words it goes.
// One that is to go and has gone already is no fault.
func (c *Client) ChangeFinding(cycle CycleName, was Finding, change func(*Finding)) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	next, at := was, y.finding(was)
	if at >= 0 {
		next = y.Findings[at]
	}
	change(&next)
	switch gone := strings.TrimSpace(next.Text) == ""; {
	case gone && at >= 0:
		y.Findings = slices.Delete(y.Findings, at, at+1)
		return nil
	case gone:
		return nil
	case at < 0:
		return fault.New(fault.Removed, was.Text)
	}
	if err := y.settleFinding(&next, at); err != nil {
		return err
	}
	y.Findings[at] = next
	return nil
}

// settleFinding holds a finding to what is true of all: it answers one of the
// questions, says something, and stands there once.
func (y *Cycle) settleFinding(d *Finding, at int) error {
	d.By, d.Text = strings.TrimSpace(d.By), strings.TrimSpace(d.Text)
	if d.Text == "" {
		return fault.New(fault.Missing)
	}
	if err := checkOneOf(d.Part, AnalysisParts()...); err != nil {
		return err
	}
	if i := y.finding(*d); i >= 0 && i != at {
		return fault.New(fault.Doubled, d.Text)
	}
	return nil
}

// ActOnFinding makes an action of a finding, in its words where the action has
// none. A finding becomes one action.
func (c *Client) ActOnFinding(cycle CycleName, of Finding, a Action, std Standard, today Date) (string, error) {
	y, err := c.running(cycle)
	if err != nil {
		return "", err
	}
	d := y.Finding(of)
	switch {
	case d == nil:
		return "", fault.New(fault.Removed, of.Text)
	case d.Action != "":
		return "", fault.New(fault.Doubled, d.Action)
	}
	if a.Text == "" {
		a.Text = d.Text
	}
	number, err := c.AddAction(cycle, a, std, today)
	if err != nil {
		return "", err
	}
	d.Action = number
	return number, nil
}
