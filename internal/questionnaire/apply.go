package questionnaire

import (
	"slices"

	"kwi/internal/account"
	"kwi/internal/fault"
)

// Apply keeps what was found in a client. partial takes the good answers of a
// list with bad ones; what was bad stays as it was. replace lets a second
// return take the place of the first. What it was found to be it is held to
// again, for the client may have changed meanwhile.
func (f Found) Apply(c *account.Client, partial, replace bool, today account.Date) error {
	switch {
	case f.Doubt != nil:
		return fault.New(fault.Unmarked, f.Name)
	case !f.Reads(partial):
		return fault.New(fault.BadList, f.File)
	case f.Differs() && !replace:
		return fault.New(fault.SecondReturn, f.Name)
	case f.Same():
		return nil
	}
	y := c.Cycle(f.Cycle)
	if y == nil || c.ID != f.id {
		return fault.New(fault.NoCycle, string(f.Cycle), c.Name)
	}
	if f.breaks(y) {
		return fault.New(fault.BrokenPromise, f.Name)
	}
	if !f.Again && (y.Given(f.Who) > 0 || y.Remarked(f.Who)) {
		return fault.New(fault.SecondReturn, f.Name) // typed in by somebody meanwhile
	}
	for _, code := range slices.Clone(y.Assigned[f.Who]) {
		if f.refused(code, "") {
			continue
		}
		if err := c.EditAnswer(f.Cycle, f.Who, code, today, f.why, func(a *account.Answer) { *a = f.sheet.Of(code) }); err != nil {
			return err
		}
	}
	if !f.refusedAny(Score, Why, Pleased, Missed, Named) || f.nps != nil && !f.kept(c) {
		if err := c.AnswerNPS(f.Cycle, f.Who, f.nps); err != nil {
			return err
		}
	}
	if !f.refusedAny(Remark, MayRead) || f.remark != "" && !c.Cycle(f.Cycle).Remarked(f.Who) {
		if err := c.Remark(f.Cycle, f.Who, f.remark, f.released); err != nil {
			return err
		}
	}
	if y := c.Cycle(f.Cycle); f.Again && y.Given(f.Who) > 0 {
		return c.Return(f.Cycle, f.Who, today)
	}
	return nil
}

// kept reports whether their answer about recommending is there already.
func (f Found) kept(c *account.Client) bool {
	return c.Cycle(f.Cycle).Recommends(f.Who)
}
