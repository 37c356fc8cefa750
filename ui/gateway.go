package ui

import (
	"slices"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/hand"
	"kwi/internal/lang"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// The way through the gate of a stage: its checklist, from there to what it
// needs and back, and on or back to another stage.

// askedFor is why a place is on the stack: something that a checklist needs is
// filled in there, and esc leads back to the checklist.
type askedFor struct {
	toNeed
	over bool // it lies over the place that one came from
}

// goOn takes the cycle to its next stage, through the gate of the one it is
// in: shown first, passed with a key of its own, or with a reason where it is
// open.
func (r *Root) goOn(cmds *commandBatch) {
	r.leaveTop(cmds)
	now := r.hand.Now()
	if y := now.Newest(); y != nil {
		r.ask(r.checklist(y.Stage.In(now.Approach)), cmds)
	}
}

// askChecklist shows the checklist of the stage that is looked at, or elsewhere
// that of the stage that the cycle is in.
func (r *Root) askChecklist(cmds *commandBatch) {
	r.leaveTop(cmds)
	f := r.frame()
	y := f.Y()
	if y == nil {
		return
	}
	stage, is := account.ParseStage(r.place().Name)
	if !is {
		stage = min(y.Stage, account.Session)
	}
	r.ask(r.checklist(stage.In(f.Client.Approach)), cmds)
}

// checklistAct is the key of the checklist.
func (r *Root) checklistAct() kit.Act {
	act := kit.Act{ID: "checklist", Looks: true, Keys: keys.Checklist, Name: r.Words.T("root.act.checklist"), Hidden: true}
	if now := r.hand.Now(); now.Newest() == nil {
		act.Why = r.Words.T("stage.nocycle")
	}
	return act
}

// checklist is the checklist of a stage, with the ways on and back.
func (r *Root) checklist(stage account.Stage) kit.Screen {
	now := r.hand.Now()
	today, by, words := r.today(), now.Owner(r.Me), r.Words
	told := arrived{}
	y := now.Newest()
	if y.Stage.After(now.Approach) == account.Closed {
		told.closed = y.Name
	}
	from := y.Stage
	going := func(reason string) kit.Outcome {
		return kit.Outcome{
			Change: &hand.Change{Label: kit.Label("root.wenton", words.Stage(lang.LongStage, now.Approach, from)), Apply: func(c *account.Client) error {
				return c.GoOn(today, by, reason)
			}},
			Tell: told,
		}
	}
	return gateList{stage: stage, going: going, backing: r.askBack()}
}

// goBack asks whether to take the cycle one stage back.
func (r *Root) goBack(cmds *commandBatch) {
	r.leaveTop(cmds)
	r.ask(r.askBack().Ask, cmds)
}

// askBack says what going back means, and does it on a yes.
func (r *Root) askBack() kit.Outcome {
	now := r.hand.Now()
	today, by, a := r.today(), now.Owner(r.Me), now.Approach
	from := now.Newest().Stage
	name := r.Words.Stage(lang.LongStage, a, from.Before(a))
	return kit.Outcome{Back: true, Ask: widget.NewConfirm(widget.Confirm{
		Title: r.Words.T("gate.back.title", name), Text: r.Words.T("gate.back.text", r.Words.Stage(lang.LongStage, a, from), name), Yes: r.Words.T("gate.back.yes", name),
		Then: func() kit.Outcome {
			out := kit.Changes(kit.Label("root.wentback"), func(c *account.Client) error { return c.GoBack(today, by) })
			out.Tell = arrived{}
			return out
		},
	})}
}

// goToNeed goes where something that a checklist needs is filled in. The place
// that one came from stays below, and esc leads back to the checklist.
func (r *Root) goToNeed(n toNeed, cmds *commandBatch) {
	p, here := n.need.Place, r.place()
	p.Name = r.placeOfApproach(p.Name)
	over := p.Name != here.Name
	if over {
		r.goFrom(p, true, cmds)
	} else {
		r.deliver(kit.Aim(p.At), cmds)
	}
	// What it asks at once stands over it, and leads back to it.
	for i := len(r.stack) - 1; i >= 0; i-- {
		if it := &r.stack[i]; !it.dialog {
			it.asked = &askedFor{n, over}
			break
		}
	}
}

// backToNeeds leads from a place that a checklist led to back to the checklist;
// false where none did.
func (r *Root) backToNeeds(at int, cmds *commandBatch) bool {
	it := &r.stack[at]
	asked := it.asked
	if asked == nil || it.dialog || at != len(r.stack)-1 {
		return false
	}
	it.asked = nil
	r.memory[it.place] = it.screen
	if asked.over && at > 0 {
		r.stack = r.stack[:at]
		cmds.add(r.begin(r.top()))
	}
	r.ask(r.checklist(asked.stage), cmds)
	return true
}

// aboveLines are what the root says above a stage: what the checklist that led
// here needs, and of a stage that lies behind what was done.
func (r *Root) aboveLines(f *kit.Frame) []string {
	a := r.above(f)
	lines := a.tour
	if len(a.apart) > 0 {
		lines = append(lines, r.apartLine(f, a.apart))
	}
	if a.asked != nil {
		lines = append(lines, r.needLine(f, a.asked))
	}
	if a.finished {
		lines = append(lines, part.Finished(f, a.stage)...)
	}
	return lines
}

// aboveHeight is how many lines these are.
func (r *Root) aboveHeight(f *kit.Frame) int {
	a := r.above(f)
	n := len(a.tour)
	if len(a.apart) > 0 {
		n++
	}
	if a.asked != nil {
		n++
	}
	if a.finished {
		n += part.FinishedHeight(f, a.stage)
	}
	return n
}

// above is what there is to say above a stage.
type above struct {
	tour     []string
	apart    []*kit.Apart
	asked    *askedFor // what one came for, nil where for nothing
	finished bool      // the stage lies behind
	stage    account.Stage
}

func (r *Root) above(f *kit.Frame) (a above) {
	it := r.top()
	if r.audience != kit.Manager || it.dialog || r.wait != nil || r.leaving.ask || hasFallen(it.screen) {
		return a
	}
	a.tour = r.tourLines(f, it)
	if it.place.Client == "" || it.place.Client != r.hand.ID() {
		return a
	}
	a.apart = r.apartHere(f)
	if f.Y() != nil {
		a.asked = it.asked
	}
	stage, is := account.ParseStage(it.place.Name)
	a.stage, a.finished = stage, is && part.IsFinished(f, stage)
	return a
}

// needLine says what one came for, and whether it is there by now. That esc leads
// back to the checklist is said where it does: while a field or a talk is open,
// esc leaves that first.
func (r *Root) needLine(f *kit.Frame, asked *askedFor) string {
	t := f.Theme
	sign := t.Good.Render(t.Glyphs.Ok)
	if part.StillNeeded(f, asked.stage, asked.need) {
		sign = t.Warn.Render(t.Glyphs.Todo)
	}
	back := "  esc " + f.T("gate.return")
	if r.closesFirst(f) {
		back = ""
	}
	lack := account.Check{Name: asked.need.Check}
	if asked.need.Of != "" {
		lack.Missing = []string{asked.need.Of}
	}
	text := asked.need.Text
	if asked.need.Due == "" {
		text = f.Words.Lack(&f.Client, f.Y(), lack, 1)
	}
	return sign + " " + cells.Line(text, f.W-2-cells.Width(back)) + t.Faint.Render(back)
}

// closesFirst reports whether esc means something to the screen in front before
// it leads away.
func (r *Root) closesFirst(f *kit.Frame) bool {
	return slices.ContainsFunc(r.screenActs(f), func(a kit.Act) bool {
		return a.Why == "" && keys.Has(a.Keys, "esc")
	})
}
