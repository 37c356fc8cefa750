package table

import (
	"maps"
	"strings"

	"kwi/internal/text"
)

// matrixHeads are the columns of a block in which ticks stand: a row is a
// question, a column a respondent, and a tick says that they can judge it.
type matrixHeads struct {
	at    map[Column]int // what tells of the question
	ticks []int          // the columns with ticks
	maybe []int          // the columns that are read too where their head is somebody's name
	alone bool           // nothing but these can be read of the block
}

// tickSigns are the signs and words that mean yes, and those that mean no, as
// they are recognised.
type tickSigns map[string]bool

func knownTicks() tickSigns {
	all := tickSigns{}
	for _, s := range []string{"■", "●", "•", "✓", "✔", "☑", "☒"} {
		all[tickOf(s)] = true
	}
	for _, s := range []string{"–", "—", "−", "·", "○", "□", "☐"} {
		all[tickOf(s)] = false
	}
	for key, yes := range map[string]bool{"table.tick.yes": true, "table.tick.no": false} {
		for _, s := range wordsOfKey(key) {
			all[tickOf(s)] = yes
		}
	}
	return all
}

// tickOf is a sign as it is recognised.
func tickOf(s string) string { return text.Fold(strings.Trim(text.Narrow(s), " .*")) }

// read tells whether a cell says yes, and false where it says neither. An empty
// cell says no.
func (t tickSigns) read(cell string) (yes, ok bool) {
	if tickOf(cell) == "" {
		return false, true
	}
	yes, ok = t[tickOf(cell)]
	return yes, ok
}

// deepest is how many rows below its heads are looked at to tell what a column
// holds.
const deepest = 200

// counted is what stands below a head: ticks for yes and for no, and other things.
type counted struct{ yes, no, other int }

func (t tickSigns) count(sheet, column int, below []Row) (n counted) {
	for i, r := range below {
		if i == deepest || r.Sheet != sheet {
			break
		}
		s := cellText(r, column)
		yes, ok := t.read(s)
		switch {
		case s == "":
		case !ok:
			n.other++
		case yes:
			n.yes++
		default:
			n.no++
		}
	}
	return n
}

// crosses are the columns with ticks of a block, nil where it is no matrix of
// questions and respondents. free are the columns whose heads are no word of
// ours: they may be names. Without a head above the questions a row is only taken
// for heads where bare allows it. A block with a cycle or with people in its rows
// holds grades or a list, and one without a single tick is none: it would take
// everything away.
func (b *tableBlock) crosses(ticks tickSigns, free []int, below []Row, bare bool) *matrixHeads {
	headed := b.any(Code, Question)
	if b.any(CycleOf, Grade, Initials, Name, First, Last, Email) || !headed && !bare {
		return nil
	}
	m := &matrixHeads{at: maps.Clone(b.at)}
	ticked, others := 0, 0
	take := func(column int, ours bool) bool {
		if _, ok := ticks.read(cellText(b.head, column)); ok {
			return false
		}
		n := ticks.count(b.head.Sheet, column, below)
		if !ours && n.yes+n.no <= n.other {
			m.maybe = append(m.maybe, column)
			return true
		}
		ticked += n.yes
		others += n.other - n.yes - n.no
		m.ticks = append(m.ticks, column)
		return true
	}
	for i := range b.head.Cells {
		for _, w := range b.wide {
			if w.column == i && !take(i, true) {
				return nil
			}
		}
		for _, column := range free {
			if column == i && !take(i, false) {
				return nil
			}
		}
	}
	if len(m.ticks) == 0 || ticked == 0 || others >= 0 {
		return nil
	}
	if !headed {
		at, ok := b.asking(ticks, m.ticks[0], below)
		if !ok {
			return nil
		}
		m.at[Question] = at
	}
	return m
}

// asking is the column left of the ticks in which the questions stand, where
// nothing above them says so: the first with something in most rows.
func (b *tableBlock) asking(ticks tickSigns, before int, below []Row) (int, bool) {
	for i := range before {
		taken := false
		for _, at := range b.at {
			taken = taken || at == i
		}
		if n := ticks.count(b.head.Sheet, i, below); !taken && n.other > 0 && n.other > n.yes+n.no {
			return i, true
		}
	}
	return 0, false
}

// asks reports whether a column tells of the question.
func (m *matrixHeads) asks(column int) bool {
	for _, c := range []Column{KWI, Title, Code, Question} {
		if at, ok := m.at[c]; ok && at == column {
			return true
		}
	}
	return false
}
