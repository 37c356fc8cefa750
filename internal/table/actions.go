package table

import (
	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/internal/text"
)

// actions puts the actions of the table into the running cycle. One that is
// there already stays as it is.
func (w *planWork) actions() {
	for i := range w.blocks {
		b := &w.blocks[i]
		switch {
		case !b.acts():
		case w.p.Running == "":
			w.odd(Place{b.head.Sheet, b.head.Number, 1}, NoRunningActs)
		default:
			for _, r := range b.rows {
				w.action(b, r)
			}
		}
	}
}

func (w *planWork) action(b *tableBlock, r Row) {
	_, at := b.cell(r, Action)
	a := account.Action{Text: w.lines(b, r, Action), For: w.line(b, r, Who), Why: w.lines(b, r, Why), Side: account.SupplierSide, Status: account.Open}
	if a.Text == "" {
		if r.filled() > 0 {
			w.odd(at, NoAction)
		}
		return
	}
	if s, at := b.cell(r, CycleOf); s != "" {
		if name, ok := cycleName(s); !ok || name != w.p.Running {
			w.odd(at, OtherCycle, s)
			return
		}
	}
	a.Due = w.moment(b, r, Due)
	w.agreedOn(b, r, &a)
	w.state(b, r, &a)
	if s, at := b.cell(r, Side); s != "" {
		side, ok := oneOfWords(s, "table.side.", account.SupplierSide, account.ClientSide, account.BothSides)
		if !ok {
			w.odd(at, BadValue, s)
		} else {
			a.Side = side
		}
	}
	a.KWI = w.actionKWI(b, r)
	for _, there := range w.c.Cycles {
		for _, x := range there.Actions {
			if text.Equal(text.Line(x.Text), text.Line(a.Text)) && (x.For == "" || a.For == "" || text.Equal(x.For, a.For)) && (x.KWI == 0 || a.KWI == 0 || x.KWI == a.KWI) {
				w.p.Known++
				if tellsOtherwise(x, a) {
					w.odd(at, ActionElse, x.Number)
				}
				return
			}
		}
	}
	number, err := w.c.AddAction(w.p.Running, a, w.p.std, w.p.today)
	if err != nil {
		w.odd(at, BadValue, a.Text)
		return
	}
	a.Number = number
	w.p.Actions = append(w.p.Actions, a)
}

// tellsOtherwise reports whether the table says something of an action that is not
// so of the one that is there.
func tellsOtherwise(there, came account.Action) bool {
	return there.Status != came.Status || came.Due != "" && there.Due != came.Due || came.KWI != 0 && there.KWI != came.KWI ||
		came.For != "" && there.For == "" || came.Why != "" && !text.Equal(text.Line(there.Why), text.Line(came.Why))
}

// agreedOn reads the day on which an action was agreed. One that is yet to come is
// the day by which it is to be done: a list with one date writes that above it.
func (w *planWork) agreedOn(b *tableBlock, r Row, a *account.Action) {
	m := w.moment(b, r, AgreedOn)
	_, at := b.cell(r, AgreedOn)
	switch {
	case m == "":
	case m.Date() <= w.p.today:
		a.Date = m.Date()
	case a.Due == "":
		a.Due = m
	default:
		w.odd(at, YetToCome, string(m.Date()))
	}
}

// moment is the day in a column, with its hour where one stands there.
func (w *planWork) moment(b *tableBlock, r Row, c Column) account.Moment {
	s, at := b.cell(r, c)
	if s == "" {
		return ""
	}
	m, ok := lang.For("nl").ParseTableMoment(s)
	if !ok {
		w.odd(at, BadDay, s)
	}
	return m
}

// state reads how an action stands: by a word, or by a yes or a day below a head
// such as ready.
func (w *planWork) state(b *tableBlock, r Row, a *account.Action) {
	if s, at := b.cell(r, State); s != "" {
		status, ok := oneOfWords(s, "table.state.", account.Open, account.Done, account.Dropped)
		if ok {
			a.Status = status
		} else {
			w.odd(at, BadValue, s)
		}
	}
	s, at := b.cell(r, Ready)
	if s == "" {
		return
	}
	yes, is := w.ticks.read(s)
	d, day := lang.For("nl").ParseTableDate(s)
	switch {
	case day && a.Due == "" && a.Status != account.Done:
		a.Due = account.Moment(d)
	case day && d > w.p.today:
		w.odd(at, YetToCome, s)
	case day:
		a.Status, a.Done = account.Done, d
	case is && yes:
		a.Status = account.Done
	case is && a.Status == account.Done:
		w.odd(at, BadValue, s) // the column beside it says that it is done
	case is:
	default:
		if status, ok := oneOfWords(s, "table.state.", account.Open, account.Done, account.Dropped); ok {
			a.Status = status
		} else {
			w.odd(at, BadValue, s)
		}
	}
}

// actionKWI is the KWI that an action is about, by its code or its title; 0 for
// none.
func (w *planWork) actionKWI(b *tableBlock, r Row) account.KWICode {
	s, at := b.cell(r, KWI)
	code, _ := kwiOf(s)
	title := w.titleOf(b, r)
	if code == 0 && title != "" {
		code = w.called(title)
	}
	if s == "" {
		s = title
	}
	if code == 0 && s == "" {
		return 0
	}
	if code == 0 || w.newest(code) == nil {
		w.odd(at, ActionKWI, s)
		return 0
	}
	return code
}
