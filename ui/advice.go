package ui

import (
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/advise"
	"kwi/internal/cells"
	"kwi/internal/guide"
	"kwi/ui/keys"
	"kwi/ui/kit"
)

// Beside the work, above the rule of the key line, stands one quiet line of what
// the method says here and now. With the client watching there is none.

// adviceFrom is from how many lines of the terminal on the advice has a line of
// its own, and apartFrom from how many on also one between it and the body. Below
// that it stands only where the body leaves its last line free.
const adviceFrom, apartFrom = 24, 30

// adviceMark is what the key before a line of advice takes.
const adviceMark = 3

// advising is which of the lines that fit is shown, at which place.
type advising struct {
	place kit.Place
	at    int
}

// isAdvised reports whether the screen on top is one beside which advice stands.
func (r *Root) isAdvised() bool {
	it := r.top()
	if r.audience != kit.Manager || it.dialog || r.wait != nil || r.leaving.ask || hasFallen(it.screen) {
		return false
	}
	_, isStage := account.ParseStage(it.place.Name)
	switch it.place.Name {
	case advise.Portfolio, advise.Promises:
		return true
	case advise.Monitor, advise.Plan:
		isStage = true
	}
	return isStage && it.place.Client != "" && it.place.Client == r.hand.ID()
}

// adviceRoom is how many lines the advice takes from the body. A list of all
// clients gives it none: something stands there only where it is empty.
func (r *Root) adviceRoom() int {
	if r.h < adviceFrom || !r.isAdvised() || r.place().Client == "" {
		return 0
	}
	if r.h < apartFrom {
		return 1
	}
	return 2
}

// situation is what there is to advise on.
func (r *Root) situation() advise.Situation {
	p := r.place()
	s := advise.Situation{Cycle: p.Cycle, Place: p.Name, Today: r.today(), Own: r.firmShown().Library}
	if b, ok := r.top().screen.(kit.Barer); ok {
		s.Empty = b.Bare(r.frame())
	}
	if p.Client == "" {
		return s
	}
	s.Client = &r.shown
	if s.Year = r.now.Year(); p.Name == advise.Plan {
		if year := r.paper().Year; year != 0 {
			s.Year = year
		}
	}
	return s
}

// advice is what fits now, the line in view first.
func (r *Root) advice() []advise.Advice {
	if !r.isAdvised() {
		return nil
	}
	all := advise.Of(guide.For(r.Words.Tag()), r.situation())
	if n := len(all); n > 0 {
		at := r.adviceTurn() % n
		all = append(all[at:n:n], all[:at]...)
	}
	return all
}

// adviceActs are the keys of the line: why, more, and the next.
func (r *Root) adviceActs() []kit.Act {
	if !r.isAdvised() {
		return nil
	}
	all, t := r.advice(), r.Words.T
	acts := []kit.Act{
		{ID: "advice.why", Looks: true, Keys: keys.Reason, Name: t("advice.act.why"), Hidden: true},
		{ID: "advice.more", Looks: true, Keys: keys.Further, Name: t("advice.act.more"), Hidden: true},
		{ID: "advice.next", Looks: true, Keys: keys.NextAdvice, Name: t("advice.act.next"), Hidden: true},
	}
	for i := range acts {
		if len(all) == 0 {
			acts[i].Why = t("advice.nothing")
		}
	}
	if len(all) == 1 {
		acts[2].Why = t("advice.last")
	}
	return acts
}

// adviceCommand does one of them.
func (r *Root) adviceCommand(id string, cmds *commandBatch) {
	all := r.advice()
	if len(all) == 0 {
		return
	}
	switch id {
	case "advice.why":
		why := all[0].Why + " " + r.Words.T("advice.on")
		if !r.adviceInView(all[0].Text) {
			why = all[0].Text + " " + why
		}
		if len(r.noticeLines(why)) > mostFoot {
			r.adviceCommand("advice.more", cmds) // which tells it whole
			return
		}
		r.say(why, false)
	case "advice.more":
		_, library := r.entry(libraryPlace)
		r.ask(adviceSheet{situation: r.situation(), at: r.adviceTurn(), library: library}, cmds)
	case "advice.next":
		r.advising = advising{r.place(), (r.adviceTurn() + 1) % len(all)}
		if next := r.advice()[0].Text; !r.adviceInView(next) {
			r.say(next+" "+r.Words.T("advice.unseen"), false)
		}
	}
}

// adviceTurn is which of the lines that fit is the one in view.
func (r *Root) adviceTurn() int {
	if r.advising.place != r.place() {
		return 0
	}
	return r.advising.at
}

// adviceInView reports whether a line of advice is, or would be, read whole
// beside the work.
func (r *Root) adviceInView(text string) bool {
	f := r.frame()
	if cells.Width(text) > f.W-adviceMark {
		return false
	}
	lines := strings.Split(r.page(&f).Body, "\n")
	return r.adviceRoom() > 0 || len(lines) < f.H || strings.TrimSpace(lines[f.H-1]) == ""
}

// beside puts the advice under a body of so many lines, on a line of its own
// where it has one, and above it the saying of the day where the work begins.
// What the body needs it leaves alone.
func (r *Root) beside(f *kit.Frame, lines []string, room int) []string {
	all := r.advice()
	own := r.adviceRoom()
	lines = lines[:min(len(lines), room)]
	for len(lines) < room+own {
		lines = append(lines, "")
	}
	last := len(lines) - 1
	free := func(from int) bool {
		return from >= 0 && !slices.ContainsFunc(lines[from:last], func(l string) bool { return strings.TrimSpace(l) != "" })
	}
	grown := own == 0 && room < f.H // a long foot took the line
	if len(all) > 0 && !grown && strings.TrimSpace(lines[last]) == "" {
		lines[last] = f.Theme.Accent.Render(keys.Reason.Keys()[0]) + " " + f.Theme.Faint.Render(cells.Line(all[0].Text, f.W-adviceMark))
	}
	if s := r.situation(); r.isAdvised() && !r.NoWisdoms && free(last-3) && advise.Begins(s) {
		lines[last-2] = f.Theme.Quote.Render(cells.Line(advise.Wisdom(guide.For(r.Words.Tag()), s), f.W))
	}
	return lines
}
