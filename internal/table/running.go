package table

import (
	"math"

	"kwi/internal/account"
)

// running puts into the running cycle what the table tells without a cycle,
// or of that one, as drafting does: with the standard question, and whoever
// wished the KWI judges it.
func (w *planWork) running() {
	y := w.c.Cycle(w.p.Running)
	if w.p.Running == "" {
		y = nil
	}
	made := map[account.KWICode]*Words{}
	var order []account.KWICode
	told := false
	for _, x := range w.recs {
		if x.cycle != w.p.Running && x.cycle != "" || x.block.graded() && x.cycle == "" {
			continue
		}
		if y == nil {
			if !told && !w.used[x.kwi] {
				w.odd(x.at, NoRunning)
				told = true
			}
			continue
		}
		if made[x.kwi] == nil {
			k, fresh := w.kwiIn(y, x.kwi)
			if !fresh {
				w.p.Known++
			}
			made[x.kwi] = &Words{Code: x.kwi, Title: k.Title, New: fresh, What: w.fill(y, k, fresh)}
			order = append(order, x.kwi)
		}
		k := y.KWI(x.kwi)
		if x.q.Serial != 0 && w.questionIn(k, x.q) {
			w.asks(y, k, x.q, made[x.kwi])
		}
	}
	for _, code := range order {
		k, m := y.KWI(code), made[code]
		if last := w.lastSerial(code); m.New && k.Standard(account.Noticed) == nil && w.p.std.Noticed != "" && last < math.MaxUint16 {
			q := account.Question{Code: account.QuestionCode{KWI: code, Serial: last + 1}, Text: w.p.std.Noticed, Kind: account.Noticed}
			k.Questions = append(k.Questions, q)
			w.asks(y, k, q.Code, m)
		}
		if m.Title = k.Title; m.New || len(m.What) > 0 || m.Questions > 0 {
			w.p.KWIs = append(w.p.KWIs, *m)
		}
	}
}

// asks notes a new question in the running cycle: who wished the KWI can judge
// it, and on lists that went out already it will stand as new.
func (w *planWork) asks(y *account.Cycle, k *account.KWI, code account.QuestionCode, m *Words) {
	m.Questions++
	if len(y.Sent) > 0 {
		k.Question(code).Added = w.p.today
	}
	for _, who := range k.Wishers() {
		if err := w.c.Assign(y.Name, who, code, true); err != nil {
			w.odd(w.defs[k.Code].at, Crowded, string(y.Name), string(who))
		}
	}
}

// fill fills in what is blank of a KWI.
func (w *planWork) fill(y *account.Cycle, k *account.KWI, fresh bool) (what []Column) {
	d := w.defs[k.Code]
	note := func(c Column) {
		if !fresh {
			what = append(what, c)
		}
	}
	if k.Title == "" && d.words.Title != "" {
		k.Title = d.words.Title
		note(Title)
	}
	if k.Expectation == "" && d.words.Expectation != "" {
		k.Expectation = d.words.Expectation
		note(Expectation)
	}
	t := d.targets[y.Name]
	if t == 0 {
		t = d.targets[""]
	}
	if t != 0 && k.Target == 0 {
		k.Target = t
		note(Target)
	} else if t != 0 && t != k.Target {
		w.odd(d.at, Differs, k.Code.String(), k.Target.String(), t.String())
	}
	who := w.wisher(d)
	switch {
	case who == "" || k.IsWishOf(who):
	case len(k.Wishers()) > 0:
		w.odd(d.at, Differs, k.Code.String(), string(k.Wishers()[0]), string(who))
	case y.WishOf(who) != nil:
		w.odd(d.at, TwoKWIs, string(who), k.Code.String())
	default:
		k.WishedBy = who
		note(Wished)
	}
	return what
}

// lastSerial is the highest question of a KWI, in the table or anywhere.
func (w *planWork) lastSerial(code account.KWICode) uint16 {
	last := w.last[code]
	for i := range w.c.Cycles {
		if k := w.c.Cycles[i].KWI(code); k != nil {
			last = max(last, k.LastSerial)
			for _, q := range k.Questions {
				last = max(last, q.Code.Serial)
			}
		}
	}
	return last
}

// carry lets a running cycle that has no KWIs yet begin with those of the
// cycle before it, where that came in just now: as every next cycle does.
func (w *planWork) carry() {
	n := len(w.c.Cycles)
	if w.p.Running == "" || len(w.p.Cycles) == 0 || n < 2 || len(w.c.Cycles[n-1].KWIs) > 0 {
		return
	}
	y, before := &w.c.Cycles[n-1], w.c.Cycles[n-2].Clone()
	if before.Name != w.p.Cycles[len(w.p.Cycles)-1].Name || len(y.Assigned) > 0 {
		return
	}
	y.KWIs, w.p.Carried = before.KWIs, len(before.KWIs)
	for _, who := range sorted(before.Assigned) {
		if r := w.c.Respondent(who); r == nil || r.Left != "" {
			continue
		}
		for _, q := range before.Assigned[who] {
			if w.c.Assign(y.Name, who, q, true) != nil {
				break
			}
		}
	}
}
