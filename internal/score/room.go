package score

import "kwi/internal/account"

// HistoryFor is the tables of every cycle as the people in a room may see
// them, made from the whole client. Of a cycle whose outcome is not common yet
// there is no figure at all: while one respondent answers nobody sees what the
// others gave.
func HistoryFor(c *account.Client, room account.Room) History {
	h := make(History, len(c.Cycles))
	for i := range c.Cycles {
		y := &c.Cycles[i]
		h[i] = Table{Cycle: y.Name, AnswersBy: y.AnswersBy}
		if y.Common() {
			h[i] = Of(c, y).forRoom(y, room)
		}
	}
	return h
}

// forRoom is a table without columns of single respondents where nobody said
// who sits here, without any figure that is one respondent's, and without the
// total from which with the other KWIs such a figure could be computed.
func (t Table) forRoom(y *account.Cycle, room account.Room) Table {
	alone := false
	for k := range t.KWIs {
		alone = alone || t.KWIs[k].Respondents == 1
		t.KWIs[k] = t.KWIs[k].forRoom(y, room)
	}
	t.Total = t.Total.forRoom(y, room)
	if alone && y.Named() && !room.Known {
		t.Total = Line{Respondents: t.Total.Respondents}
	}
	if !y.Named() || !room.Known {
		t.Respondents = nil
	}
	if !room.Known {
		t.told = nil
	}
	if !room.Known && t.NPS.Answers == 1 {
		t.NPS = NPS{Answers: 1, Withheld: true, Fewest: FewestNamed}
	}
	return t
}

func (l Line) forRoom(y *account.Cycle, room account.Room) Line {
	switch {
	case !y.Named() || room.Known:
		return l // by group it has nothing of one respondent anyway
	case l.Respondents == 1:
		return Line{Code: l.Code, Target: l.Target}
	}
	l.Cells = nil
	return l
}
