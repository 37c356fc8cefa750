package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/score"
	"kwi/internal/text"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// afterwards is what is left to do once a cycle is closed: its documents, and
// the cycle that follows, KWI by KWI.
type afterwards struct {
	closed account.CycleName
	papers []string
	write  func(*kit.Frame, string) kit.Screen
	list   widget.List
}

// afterwardsPapers are the documents that a closed cycle leaves.
var afterwardsPapers = [...]string{"minutes", "thanks", "actions", "monitor"}

// askAfterwards shows what is left to do after a cycle.
func (r *Root) askAfterwards(closed account.CycleName, cmds *commandBatch) {
	a := afterwards{closed: closed}
	if r.writes() {
		press := r.Papers
		a.papers = afterwardsPapers[:]
		a.write = func(f *kit.Frame, paper string) kit.Screen {
			return press.Ask(f, kit.Paper{Name: paper})
		}
	}
	r.ask(a, cmds)
}

// lastClosed is the cycle before the newest, where that is closed, else "".
func (r *Root) lastClosed() account.CycleName {
	now := r.hand.Now()
	if y := now.Newest(); y != nil {
		if before := now.Before(y.Name); before != nil && before.Stage == account.Closed {
			return before.Name
		}
	}
	return ""
}

func (a afterwards) Init() tea.Cmd { return nil }
func (a afterwards) Typing() bool  { return false }

func (a afterwards) Head(f kit.Frame) kit.Head {
	return kit.Head{Title: f.Client.Name, Tail: " · " + string(a.closed)}
}

// afterwardsRow is one line of the page, and what enter does there; none of a
// head. One that begins something else stands apart.
type afterwardsRow struct {
	text, end string
	does      func(f kit.Frame) kit.Outcome
	apart     bool
}

func (a afterwards) rows(f *kit.Frame) (rows []afterwardsRow) {
	for _, paper := range a.papers {
		rows = append(rows, afterwardsRow{text: f.T("papers." + paper), does: func(f kit.Frame) kit.Outcome {
			f.Cycle = a.closed
			return kit.Outcome{Ask: a.write(&f, paper)}
		}})
	}
	next := f.Client.After(a.closed)
	if next == nil {
		return rows
	}
	if f.Client.Approach == account.Simple { // that is what the next round begins with
		anew := afterwardsRow{text: f.T("afterwards.anew"), does: func(f kit.Frame) kit.Outcome {
			return kit.Outcome{Back: true, Go: &kit.Place{Name: account.Initialise.String(), Client: f.Client.ID, At: kit.AtValueQuestion}}
		}}
		rows = append([]afterwardsRow{anew}, rows...)
	}
	goes := func(place, at string) func(kit.Frame) kit.Outcome {
		return func(f kit.Frame) kit.Outcome {
			return kit.Outcome{Back: true, Go: &kit.Place{Name: place, Client: f.Client.ID, At: at}}
		}
	}
	rows = append(rows, afterwardsRow{text: f.T("afterwards.next", string(next.Name)), apart: true})
	for _, m := range f.Client.Moved(a.closed) {
		row := afterwardsRow{text: m.Code.String() + " " + m.Title, end: f.T("afterwards.kwi." + string(m.Move))}
		if m.Move != account.MovedOut {
			row.does = goes(account.Draft.String(), m.Code.String())
		}
		rows = append(rows, row)
	}
	var along []string
	for _, a := range f.Client.OpenActions(next.Name) {
		along = append(along, a.Action.Number)
	}
	if len(along) > 0 {
		rows = append(rows, afterwardsRow{text: f.T("afterwards.along", strings.Join(along, ", ")), end: f.Words.Int(len(along)), apart: true, does: goes(account.Realise.String(), along[0])})
	}
	day := f.T("afterwards.noday")
	if next.Session != "" {
		day = f.Words.ShortDate(next.Session, f.Today)
	}
	return append(rows,
		afterwardsRow{text: f.T("afterwards.session"), end: day, does: goes(account.Measure.String(), ""), apart: len(along) == 0},
		afterwardsRow{text: f.T("afterwards.on", string(next.Name)), does: goes(next.Stage.String(), "")})
}

func (a afterwards) Acts(f kit.Frame) []kit.Act {
	return []kit.Act{{ID: "open", Keys: keys.Open, Name: f.T("meet.act.open")}, {ID: "back", Keys: keys.Back, Name: f.T("help.close")}}
}

func (a afterwards) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	rows := a.rows(&f)
	switch {
	case msg == kit.Do("back"):
		return a, kit.Outcome{Back: true}
	case msg == kit.Do("open") && len(rows) > 0:
		if does := rows[a.list.In(len(rows))].does; does != nil {
			return a, does(f)
		}
	default:
		a.list = a.list.MoveOver(keys.Move(msg, false), len(rows), max(f.H-4, 1), func(i int) bool { return rows[i].does == nil })
	}
	return a, kit.Outcome{}
}

func (a afterwards) View(f kit.Frame) kit.Page {
	t, rows := f.Theme, a.rows(&f)
	title := []string{"", t.Strong.Render(cells.Line(f.T("afterwards.title", string(a.closed)), f.W)), ""}
	var lines []string
	from := 0
	for i, r := range rows {
		mark, look := "  ", t.Text
		if r.apart {
			lines = append(lines, "")
		}
		switch {
		case i == a.list.In(len(rows)):
			mark, look, from = t.Accent.Render(t.Glyphs.Cursor)+" ", t.Strong, len(lines)
		case r.does == nil:
			look = t.Faint
		}
		wide := min(f.W, 84)
		end := cells.Line(r.end, wide/3)
		text := cells.Line(r.text, wide-4-cells.Width(end))
		lines = append(lines, mark+look.Render(text)+cells.Spaces(max(wide-2-cells.Width(text)-cells.Width(end), 2))+t.Faint.Render(end))
	}
	h := max(f.H-len(title), 1)
	top := min(cells.Scroll(from, from+1, h), max(len(lines)-h, 0))
	return kit.Page{Body: cells.Block(append(title, lines[top:]...), f.W, f.H)}
}

// broughtLines is what a session brought, told before its cycle is closed.
func broughtLines(f *kit.Frame, y *account.Cycle) (lines []string) {
	var caught []string
	count := func(key string, n int) {
		if n > 0 {
			caught = append(caught, f.N(key, n))
		}
	}
	sharpened, fresh := 0, 0
	for _, n := range y.Meeting.Next {
		if n.KWI != 0 {
			sharpened++
		} else {
			fresh++
		}
	}
	count("closing.present", len(y.Meeting.Present))
	count("closing.ideas", len(y.Meeting.Ideas))
	count("closing.decisions", len(y.Meeting.Decisions))
	count("closing.sharpened", sharpened)
	count("closing.new", fresh)
	if len(caught) > 0 {
		lines = append(lines, f.T("closing.brought", strings.Join(caught, ", ")))
	}
	sides := map[account.Side]int{}
	for _, a := range f.Client.ToDo(y, f.Today) {
		sides[a.Side]++
	}
	var agreed []string
	for _, s := range account.Sides() {
		if n := sides[s]; n > 0 {
			agreed = append(agreed, f.Words.Int(n)+" "+f.T("agree.side."+string(s)))
		}
	}
	if len(agreed) == 0 {
		lines = append(lines, f.T("closing.noactions"))
	} else {
		lines = append(lines, f.T("closing.actions", strings.Join(agreed, ", ")))
	}
	return append(append(reachedLines(f, y), lines...), alongLines(f, y)...)
}

// reachedLines are what the cycle reached: its total with the change, on how many
// KWIs the target was reached, and the NPS, as far as they may be shown.
func reachedLines(f *kit.Frame, y *account.Cycle) []string {
	t := f.Scores.Table(y.Name)
	total := t.Total.Sums.Score()
	if !total.OK() {
		return nil
	}
	said := f.T("closing.total", f.Words.ScoreBy(t.AnswersBy, int(total), true))
	if c := f.Scores.Change(0, y.Name); c.OK {
		said += " (" + f.Words.ChangeIn(c.Tenths, c.By, true) + ")"
	}
	parts := []string{said}
	reached, with := 0, 0
	for _, k := range y.KWIs {
		switch t.Rung(k.Code, k.Target) {
		case score.AsExpected, score.MoreThanExpected:
			reached, with = reached+1, with+1
		case score.LessThanExpected:
			with++
		}
	}
	if with > 0 {
		parts = append(parts, f.T("closing.targets", reached, with))
	}
	if t.NPS.OK() {
		parts = append(parts, "NPS "+f.Words.Signed(t.NPS.Score()))
	}
	return []string{f.T("closing.reached", strings.Join(parts, ", "))}
}

// mostAlong is how many agreements that go along are named.
const mostAlong = 3

// alongLines are the agreements that stay open and go along, and what becomes of
// the KWIs in the next cycle, as closing it now would make it.
func alongLines(f *kit.Frame, y *account.Cycle) (lines []string) {
	if open := f.Client.OpenActions(y.Name); len(open) > 0 {
		var named []string
		for _, a := range open[:min(len(open), mostAlong)] {
			named = append(named, a.Action.Number+" "+strings.TrimRight(text.Shorten(text.Line(a.Action.Text), 40), ".")) // the sentence has a point of its own
		}
		said := f.N("closing.along", len(open), strings.Join(named, "; "))
		if more := len(open) - mostAlong; more > 0 {
			said += " " + f.N("closing.along.more", more)
		}
		lines = append(lines, said)
	}
	moves := map[account.Move][]string{}
	for _, m := range f.Client.WouldMove(f.Today) {
		moves[m.Move] = append(moves[m.Move], m.Code.Short())
	}
	var parts []string
	for _, move := range []account.Move{account.MovedOn, account.MovedSaid, account.MovedIn, account.MovedOut} {
		if codes := moves[move]; len(codes) > 0 {
			parts = append(parts, f.T("afterwards.kwi."+string(move))+": "+strings.Join(codes, ", "))
		}
	}
	if len(parts) > 0 {
		lines = append(lines, f.T("closing.kwis", strings.Join(parts, "; ")))
	}
	return lines
}
