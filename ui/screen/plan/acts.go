package plan

import (
	"strconv"

	"kwi/internal/report"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// The acts.
const (
	doOpen    kit.Do = "open"
	doNext           = widget.DoNext
	doBefore  kit.Do = "year.before"
	doAfter   kit.Do = "year.after"
	doNew     kit.Do = "new"
	doAway    kit.Do = "away"
	doDone    kit.Do = "done"
	doCompare kit.Do = "compare"
	doBegin   kit.Do = "begin"
	doMadeBy  kit.Do = "madeby"
	doRemove  kit.Do = "remove"
	doClose   kit.Do = "close"
	doLetters kit.Do = "letters"
	doSmart   kit.Do = "smart"
)

// Acts are what can be done with the plan, with the block in hand, or with a
// line of it.
func (s Screen) Acts(f kit.Frame) []kit.Act {
	page, ok := s.page(&f)
	if !ok {
		begin := kit.Act{ID: string(doBegin), Keys: keys.Open, Name: f.T("plan.act.begin", s.yearOf(&f))}
		return append([]kit.Act{begin}, s.yearActs(&f)...)
	}
	b := page.Block(s.number())
	if s.form.Typing() {
		return s.typingActs(&f, b)
	}
	next := kit.Act{ID: string(doNext), Keys: keys.Next, Name: f.T("plan.act.next")}
	compare := kit.Act{ID: string(doCompare), Looks: true, Keys: keys.Compare, Name: f.T("plan.act.compare"), Why: compareWhy(&f, s.yearOf(&f), b)}
	compare.Hidden = b.Changed == ""
	acts := []kit.Act{s.openAct(&f, b)}
	if s.in {
		acts = append(acts, s.lineActs(&f, b)...)
		acts = append(acts, next, kit.Act{ID: string(doClose), Keys: keys.Back, Name: f.T("plan.act.close")})
	} else {
		acts = append(acts, next, compare)
		if s.compare {
			acts = append(acts, kit.Act{ID: string(doClose), Keys: keys.Back, Name: f.T("plan.act.close"), Hidden: true})
		}
	}
	acts = append(acts, s.yearActs(&f)...)
	if s.in {
		acts = append(acts, compare)
	}
	return append(acts,
		kit.Act{ID: string(doMadeBy), Looks: true, Keys: keys.MadeBy, Name: f.T("plan.act.madeby"), Hidden: true},
		kit.Act{ID: string(doRemove), Name: f.T("plan.act.remove", s.yearOf(&f)), Hidden: true},
	)
}

// typingActs are those of the field that is open, tab leading to the next block.
func (s Screen) typingActs(f *kit.Frame, b *report.PlanBlock) []kit.Act {
	acts := s.form.Acts(*f, s.fields(f, b))
	for i := range acts {
		switch {
		case acts[i].ID == string(doNext):
			acts[i].Name = f.T("plan.act.next")
			acts[i].Hidden = false
		case acts[i].ID == string(widget.DoEnter):
			acts[i].Name = f.T("kit.line.next")
		}
	}
	return acts
}

// yearActs lead to the years before and after.
func (s Screen) yearActs(f *kit.Frame) []kit.Act {
	year := s.yearOf(f)
	first, last := years(f)
	before := kit.Act{ID: string(doBefore), Looks: true, Keys: keys.YearBefore, Name: f.T("plan.act.before")}
	after := kit.Act{ID: string(doAfter), Looks: true, Keys: keys.YearAfter, Name: f.T("plan.act.after")}
	if year <= first {
		before.Why = f.T("plan.why.first", year)
	}
	if year >= last {
		after.Why = f.T("plan.why.last", year)
	}
	if s.onFigures() {
		before.Hidden, after.Hidden = true, true // signs are text there
	}
	return []kit.Act{before, after}
}

func compareWhy(f *kit.Frame, year int, b *report.PlanBlock) string {
	switch last := f.Client.PlanBefore(year); {
	case last == nil:
		return f.T("plan.why.noyear")
	case b.Figures != nil:
		return f.T("plan.why.figures")
	case b.Changed == "":
		return f.T("plan.why.same", last.Year)
	}
	return ""
}

// openAct is what enter does with the block or the line in hand.
func (s Screen) openAct(f *kit.Frame, b *report.PlanBlock) kit.Act {
	act := kit.Act{ID: string(doOpen), Looks: true, Keys: keys.Open, Name: f.T("plan.act.write")}
	l, onLine := s.line(b)
	switch _, typed := typedBlock(b.Number); {
	case typed:
	case b.Number == report.FiguresBlock && !s.in:
		act.Name = f.T("plan.act.in")
	case b.Number == report.FiguresBlock:
		if field := s.figureField(f, b); field.Why != "" {
			act.Why = field.Why
		}
	case b.Number == report.KPIsBlock && len(b.Lines) == 0:
		act.Name = f.T("plan.act.kpi")
	case b.Number == report.KPIActionsBlock && len(b.Lines) == 0:
		act.Why = f.T("plan.why.nokpi")
	case len(b.Lines) == 0:
		act.Name, act.Why = f.T("plan.act.in"), b.Why
	case !s.in:
		act.Name = f.T("plan.act.in")
	case b.Number == report.KPIActionsBlock && !l.Entry:
		act.Name = f.T("plan.act.action")
	case onLine && (l.KWI != 0 || l.Action != ""):
		act.Name = f.T("plan.act.go")
	}
	return act
}

// lineActs are what more can be done with the line in hand.
func (s Screen) lineActs(f *kit.Frame, b *report.PlanBlock) []kit.Act {
	l, ok := s.line(b)
	if !ok {
		return nil
	}
	add := kit.Act{ID: string(doNew), Keys: keys.New, Name: f.T("plan.act.kpi")}
	away := kit.Act{ID: string(doAway), Keys: keys.Remove, Name: f.T("plan.act.away"), Hidden: true}
	switch b.Number {
	case report.KPIsBlock:
		tick := kit.Act{ID: string(doSmart), Keys: keys.Toggle, Name: f.T("plan.act.smart")}
		if s.letter == 0 {
			tick.Why, tick.Hidden = f.T("plan.why.letter"), true
		} else {
			tick.Name = f.T("plan.smart." + strconv.Itoa(s.letter))
		}
		return []kit.Act{{ID: string(doLetters), Keys: keys.Letters, Name: f.T("plan.act.smart")}, tick, add, away}
	case report.KPIActionsBlock:
		add.Name = f.T("plan.act.action")
		done := kit.Act{ID: string(doDone), Keys: keys.Toggle, Name: f.T("plan.act.done")}
		if l.Done {
			done.Name = f.T("plan.act.undone")
		}
		if !l.Entry {
			done.Why, away.Why = f.T("plan.why.noaction"), f.T("plan.why.noaction")
			return []kit.Act{done, away}
		}
		return []kit.Act{add, done, away}
	}
	return nil
}

// figureField is the field of the figure in hand.
func (s Screen) figureField(f *kit.Frame, b *report.PlanBlock) widget.Field {
	id := figureID(s.quantityAt(b), s.column)
	for _, field := range s.fields(f, b) {
		if field.ID == id {
			return field
		}
	}
	return widget.Field{}
}
