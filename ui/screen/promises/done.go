package promises

import (
	"maps"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/due"
	"kwi/internal/guide"
	"kwi/ui/kit"
	"kwi/ui/part/agree"
)

// markable reports whether an item of a kind is done by saying so. The others
// are done by doing them.
func markable(k due.Kind) bool { return k.Promised() || k == due.Visit }

// mark marks the item in hand done, on its client, or opens it again. Of an
// agreement it first asks what shows that it was done, as elsewhere. The row
// stays where it is.
func (s Screen) mark(f *kit.Frame, r listRow) (Screen, kit.Outcome) {
	if !markable(r.at.Kind) {
		return s, kit.Outcome{}
	}
	key := r.key()
	s.done = maps.Clone(s.done)
	if s.done == nil {
		s.done = map[itemKey]marked{}
	}
	name, label := cells.Line(r.of.Name, 40), "promises.label.done"
	if r.done {
		label = "promises.label.reopened"
	}
	out := kit.Changes(kit.Label(label, name, cells.Line(f.Words.Due(r.at, r.of.Approach), 60)), changeOf(f, r.at, !r.done))
	if !r.done && r.at.Kind == due.Action {
		out = kit.Outcome{Ask: agree.AskEvidence(f, r.of.ID, r.at.Number, r.at.Text, out.Change.Label)}
	}
	if !s.own { // the client on whose page one is is in hand
		out.On = r.of.ID
	}
	if !r.done {
		c := *r.of
		c.Items = nil
		s.done[key] = marked{c, *r.at}
	}
	return s, out
}

// changeOf is the change that makes an item done, or open again. Done twice, by
// others too, it is done once.
func changeOf(f *kit.Frame, i *due.Item, done bool) func(*account.Client) error {
	tag, supplier, today, me := f.Words.Tag(), f.Supplier, f.Today, f.Me
	number, cycle, who, kind := i.Number, i.Cycle, i.Who, i.Kind
	on := today
	if !done {
		on = ""
	}
	return func(c *account.Client) error {
		switch kind {
		case due.Concept, due.Inspiration:
			if y := c.Cycle(cycle); done && y != nil && y.Promised[who].Done != "" {
				return nil
			}
			return c.BringConcept(cycle, who, on)
		case due.Visit:
			v := account.Visit{Date: today, With: who}
			if m := c.ColleagueOf(me); m != nil {
				v.By = m.Initials
			}
			if done {
				return c.AddVisit(cycle, v)
			}
			return c.RemoveVisit(cycle, v, nil)
		}
		std := guide.StandardQuestions(c.Approach, c.StandardLanguage(tag), supplier)
		return c.ChangeAction(number, std, today, func(a *account.Action) {
			if a.Status == account.Done {
				a.Status = account.Open
			}
		})
	}
}
