package trace

import (
	"slices"

	"kwi/internal/account"
	"kwi/internal/text"
)

// cameFrom are the KWIs that go on in one: which it replaced, which were merged
// into it, of which it was a part.
func (m *maker) cameFrom(code account.KWICode) (rows []Row) {
	for _, ch := range m.Client.Origins(m.y.Name, code) {
		for _, from := range ch.KWIs {
			rows = append(rows, m.turnedRow("trace.kwi."+string(ch.What), from, ch.Cycle, ch.Date))
		}
	}
	return rows
}

// wentOn is what became of a KWI and leads to others, or ended it, in any cycle.
func (m *maker) wentOn(code account.KWICode) (rows []Row) {
	for i := range m.Client.Cycles {
		y := &m.Client.Cycles[i]
		for _, t := range y.Turns {
			if t.KWI != code {
				continue
			}
			for _, into := range t.Into {
				rows = append(rows, m.turnedRow("trace.kwi."+string(t.How), into, y.Name, t.Date))
			}
			if t.How == account.TurnedDropped || t.How == account.TurnedTakenUp {
				rows = append(rows, m.quiet("trace.kwi."+string(t.How), m.day(t.Date), string(y.Name)))
			}
		}
	}
	return rows
}

// turnedRow leads to another KWI, as it stands or stood in the cycle of the turn.
func (m *maker) turnedRow(key string, code account.KWICode, in account.CycleName, on account.Date) Row {
	row := Row{Text: m.Words.T(key, m.called(code), m.day(on))}
	y := m.Client.Cycle(in)
	if _, gone := m.Client.LastGone(in, code); y != nil && (y.KWI(code) != nil || gone) {
		row.To = Thing{Kind: KWI, KWI: code, Cycle: in}
	}
	return row
}

// wasAsked leads from a question to the one that it was under another KWI, as that
// was last asked.
func (m *maker) wasAsked(q *account.Question) (rows []Row) {
	if q.From.KWI == 0 {
		return nil
	}
	row := Row{Text: m.Words.T("trace.question.was", q.From.String())}
	for i := range m.Client.Cycles {
		if y := &m.Client.Cycles[i]; y.Name <= m.y.Name && y.Question(q.From) != nil {
			row.To = Thing{Kind: Question, Question: q.From, KWI: q.From.KWI, Cycle: y.Name}
		}
	}
	if row.To.IsNone() {
		if _, gone := m.Client.LastGone(m.y.Name, q.From.KWI); gone {
			row.To = Thing{Kind: KWI, KWI: q.From.KWI, Cycle: m.y.Name}
		}
	}
	return []Row{row}
}

// becameAsked leads from a question to what it became under other KWIs.
func (m *maker) becameAsked(code account.QuestionCode) (rows []Row) {
	seen := map[account.QuestionCode]bool{}
	for i := range m.Client.Cycles {
		y := &m.Client.Cycles[i]
		for _, k := range y.KWIs {
			for _, q := range k.Questions {
				if q.From == code && !seen[q.Code] {
					seen[q.Code] = true
					row := m.questionRow(y, q)
					rows = append(rows, row)
				}
			}
		}
	}
	return rows
}

// movedOn is a question of a KWI that is not asked any more: it leads to where it is
// asked since, if it is.
func (m *maker) movedOn(q account.Question) Row {
	row := Row{Text: q.Code.String() + " " + text.Line(q.Text), Quiet: true}
	rows := m.becameAsked(q.Code)
	if i := slices.IndexFunc(rows, func(r Row) bool { return !r.To.IsNone() }); i >= 0 {
		row.Text = m.Words.T("trace.question.now", row.Text, rows[i].To.Question.String())
		row.To, row.Quiet = rows[i].To, false
	}
	return row
}
