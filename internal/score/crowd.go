package score

import (
	"slices"

	"kwi/internal/account"
)

// crowd is all that was answered in a cycle by group, before anything of it is
// withheld.
type crowd struct {
	table Table
	cycle *account.Cycle
	order []account.Initials // who answered, as the cells are
	first map[account.QuestionCode]account.QuestionCode
}

const nobody = -1 // no place in the order

// enough reports whether a total may be shown, of all but one.
func (w *crowd) enough(but int) bool { return answering(w.table.Total.Cells, but) >= FewestShown }

// enoughByKWI reports whether figures of KWIs may be, of all but one.
func (w *crowd) enoughByKWI(but int) bool {
	return !slices.ContainsFunc(w.table.KWIs, func(l Line) bool { return answering(l.Cells, but) < FewestShown })
}

func answering(cells []Sums, but int) (n int) {
	for who, cell := range cells {
		if cell.Answers > 0 && who != but {
			n++
		}
	}
	return n
}

// tells reports whether the figures, of KWIs or of the total alone, would tell
// one respondent what another gave: by themselves, or beside those of the same
// people and one more or one fewer, of an earlier cycle or of the days before a
// list came in late.
func (w *crowd) tells(c *account.Client, kwis bool) bool {
	if !kwis && w.sightOf(nobody).tells() {
		return true
	}
	for k := range w.table.KWIs {
		if s := w.sightOf(k); kwis && s.tells() {
			return true
		}
	}
	for who, name := range w.order {
		if late(c, w.cycle, name) && w.enough(who) && w.tellsOf(who, kwis, w.enoughByKWI(who), w) {
			return true
		}
	}
	for i := range c.Cycles {
		then := &c.Cycles[i]
		if then.Name == w.cycle.Name {
			break
		}
		if !then.Named() && w.tellsSince(c, then, kwis) {
			return true
		}
	}
	return false
}

// late reports whether a list came in when figures may have been shown without
// it: of somebody who was excused or had left, or after the session.
func late(c *account.Client, y *account.Cycle, who account.Initials) bool {
	on := y.Answered[who]
	since := func(day account.Date) bool { return day != "" && on >= day }
	r := c.Respondent(who)
	return since(y.Excused[who]) || r != nil && since(r.Left) || y.Common() && y.Session != "" && on > y.Session
}

// tellsSince is tells beside an earlier cycle in which one person more answered,
// or one fewer. What that cycle showed is taken to be all that it might have.
func (w *crowd) tellsSince(c *account.Client, then *account.Cycle, kwis bool) bool {
	if by := len(w.order) - len(then.Answers); by < -1 || by > 1 {
		return false
	}
	t, order := count(c, then)
	before := &crowd{t, then, order, w.first}
	if joined, one := theOneOf(w.order, before.order); one && before.enough(nobody) {
		return w.tellsOf(joined, kwis, before.enoughByKWI(nobody), before)
	}
	if left, one := theOneOf(before.order, w.order); one {
		return before.tellsOf(left, before.enoughByKWI(nobody), kwis, w)
	}
	return false
}

// theOneOf is the place of the only one of some people who is not among others,
// who are all among them.
func theOneOf(some, others []account.Initials) (at int, one bool) {
	if len(some) != len(others)+1 {
		return nobody, false
	}
	at = slices.IndexFunc(some, func(who account.Initials) bool { return !slices.Contains(others, who) })
	without := slices.Delete(slices.Clone(some), at, at+1)
	return at, !slices.ContainsFunc(without, func(who account.Initials) bool { return !slices.Contains(others, who) })
}

// tellsOf reports whether the answers of one person are told by the figures of
// this crowd, beside those that were shown of the others elsewhere. Only what
// those others answered alike there can be set against it: an answer that was
// another one then makes the sum come out wrong.
func (w *crowd) tellsOf(who int, withKWIs, withoutKWIs bool, elsewhere *crowd) bool {
	if (withKWIs || withoutKWIs) && w.movedAlike(elsewhere, who) {
		return true
	}
	alike := true
	for k := range w.table.KWIs {
		alike = alike && w.alike(elsewhere, who, w.table.KWIs[k].Code)
	}
	alike = alike && len(w.table.KWIs) == len(elsewhere.table.KWIs)
	if len(w.first) > 0 {
		alike = w.sameAnswers(elsewhere, who, anyKWI)
	}
	if !withKWIs && !withoutKWIs {
		s := w.sightOf(nobody)
		s.person, s.persons, s.without = who, w.table.Total.Cells[who], true
		return alike && s.tells()
	}
	for k := range w.table.KWIs {
		s := w.sightOf(k)
		s.person, s.persons = who, w.table.Total.Cells[who]
		s.with, s.without, s.withoutTotal = withKWIs, withoutKWIs, alike
		if w.alike(elsewhere, who, w.table.KWIs[k].Code) && s.tells() {
			return true
		}
	}
	return false
}

// alike reports whether everybody but one answered a KWI the same elsewhere.
func (w *crowd) alike(elsewhere *crowd, but int, code account.KWICode) bool {
	for who, name := range w.order {
		if who != but && !slices.Equal(answersUnder(w.cycle.Answers[name], code), answersUnder(elsewhere.cycle.Answers[name], code)) {
			return false
		}
	}
	return true
}

func answersUnder(sheet account.Sheet, code account.KWICode) account.Sheet {
	return slices.DeleteFunc(slices.Clone(sheet), func(a account.Answer) bool { return a.Question.KWI != code })
}

// sightOf is what is seen of one KWI, or for nobody's place of all together
// where the total is all that is shown.
func (w *crowd) sightOf(k int) *sight {
	t := &w.table
	line := t.Total
	if k != nobody {
		line = t.KWIs[k]
	}
	s := &sight{cells: line.Cells, sum: line.Sums, rest: t.Total.Sums.minus(line.Sums), person: nobody, with: true, withTotal: true}
	for who, name := range w.order {
		for _, a := range w.cycle.Answers[name] {
			if k == nobody || a.Question.KWI == line.Code {
				s.all = append(s.all, given{who, int(a.Grade), a.Relevance.Weight()})
			}
		}
	}
	return s
}
