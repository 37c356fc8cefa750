package report

import (
	"strings"
	"time"

	"kwi/internal/account"
	"kwi/internal/score"
)

const dashText = "–" // where there is no figure

func textCell(text string) Cell { return Cell{Text: text} }

// figure is a score in a table.
func (m *monitorMaker) figure(f score.Figure, by *Formula) Cell {
	c := Cell{Text: m.w.Score(int(f), f.OK()), Kind: Decimal, Missing: !f.OK(), Formula: by}
	if f.OK() {
		c.Number = int(f)
	}
	return c
}

// shown is a score of a cycle as it may be shown: by group with one decimal.
func (m *monitorMaker) shown(by account.AnswersBy, f score.Figure, formula *Formula) Cell {
	c := m.figure(f, formula)
	if by == account.ByGroup {
		c.Text, c.Kind = m.w.ScoreBy(by, int(f), f.OK()), Tenth
	}
	return c
}

// change is a difference of two shown figures.
func (m *monitorMaker) change(c score.Change, by *Formula) Cell {
	if !c.OK {
		return Cell{Text: dashText, Kind: Change, Missing: true}
	}
	kind := Change
	if c.Tenths {
		kind, by = TenthChange, nil // of rounded figures, which stand in no cell
	}
	return Cell{Text: m.w.ChangeIn(c.Tenths, c.By, true), Kind: kind, Number: c.By, Formula: by}
}

func (m *monitorMaker) count(n int, by *Formula) Cell {
	return Cell{Text: m.w.Int(n), Kind: Count, Number: n, Formula: by}
}

func (m *monitorMaker) target(t account.Target) Cell { return m.figure(score.Aim(t), nil) }

// day is a date in a table.
func (m *monitorMaker) day(d account.Date) Cell {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return textCell(string(d))
	}
	return Cell{Text: m.w.Date(d), Kind: Day, Number: int(t.Unix() / 86400)}
}

// moment is a date that may have an hour.
func (m *monitorMaker) moment(at account.Moment) Cell {
	if d := m.day(at.Date()); string(at) == string(at.Date()) {
		return d
	}
	return textCell(m.w.Moment(at))
}

// person is who somebody is, with their initials; of a stranger these alone.
func (m *monitorMaker) person(who account.Initials) string {
	if name := m.name(who); name != string(who) {
		return name + " (" + string(who) + ")"
	}
	return string(who)
}

func (m *monitorMaker) name(who account.Initials) string {
	if r := m.seen.Respondent(who); r != nil && strings.TrimSpace(r.Name) != "" {
		return r.Name
	}
	if c := m.seen.Colleague(who); c != nil && strings.TrimSpace(c.Name) != "" {
		return c.Name
	}
	return string(who)
}

// persons names people in one line.
func (m *monitorMaker) persons(who []account.Initials) string {
	return strings.Join(m.personList(who), ", ")
}

func (m *monitorMaker) personList(who []account.Initials) []string {
	out := make([]string, len(who))
	for i := range who {
		out[i] = m.person(who[i])
	}
	return out
}

func kwiLabel(k *account.KWI) string { return strings.TrimSpace(k.Code.Short() + " " + k.Title) }

// shortenText is the beginning of a long text, on one line.
func shortenText(s string, most int) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > most {
		return strings.TrimRight(string(r[:most-1]), " ,.;:") + "…"
	}
	return s
}

// wordColumn is a column of words, figureColumn one of figures.
func wordColumn(title string, share int) Column { return Column{Title: title, Share: share} }
func figureColumn(title string, share int) Column {
	return Column{Title: title, Share: share, Right: true}
}
