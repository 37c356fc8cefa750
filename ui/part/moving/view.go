package moving

import (
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/lang"
	"kwi/ui/kit"
)

// widest is how wide the page is at most, to be read with ease.
const widest = 110

// Said is a day with what there is to mind about it: a day off, one that has
// passed, a year that may be wrong, or less time than inviting takes.
func Said(f *kit.Frame, day account.Date) string {
	said := f.Words.ShortDate(day, f.Today)
	if y := f.Y(); y != nil {
		if m, err := f.Client.MovingSession(y.Name, day, f.Today); err == nil {
			if minds := mind(f, m); len(minds) > 0 {
				return said + " " + f.Theme.Glyphs.Dot + " " + minds[0]
			}
		}
	}
	return said
}

// mind is what there is to mind about the day itself, what weighs most first.
func mind(f *kit.Frame, m account.Moving) (lines []string) {
	y := f.Y()
	switch {
	case m.To == "":
	case m.Passed:
		lines = append(lines, f.T("moving.mind.passed"))
	case m.Far:
		lines = append(lines, f.T("moving.mind.far"))
	case m.Short && y.Stage < account.Session:
		lines = append(lines, f.T(OfApproach(f, "moving.mind.short")))
	}
	if off := f.Words.DayOff(m.To); off != "" && !m.Passed {
		lines = append(lines, f.T("moving.mind.off", off))
	}
	return lines
}

// View draws what follows, each date with what there is to mind about it.
func (p page) View(f kit.Frame) kit.Page {
	if f.Audience != kit.Manager {
		return kit.Page{}
	}
	t, w, m := f.Theme, max(min(f.W, widest), 1), p.moving(&f)
	head := []string{"", t.Strong.Render(cells.Line(title(&f, m), w)), t.Rule(w)}
	for _, l := range mind(&f, m) {
		for _, part := range cells.Wrap(l, w) {
			head = append(head, t.Warn.Render(part))
		}
	}
	var foot []string
	for _, a := range p.Acts(f) {
		foot = append(foot, t.Accent.Render(cells.Fit(a.KeyName(f.Words, false), 8))+cells.Line(a.Name, w-8))
	}
	lines, from, to := p.rows(&f, m, w)
	lines = append(lines, "")
	for _, l := range names(&f, m) {
		for _, part := range cells.Wrap(l, w-2) {
			lines = append(lines, "  "+part)
		}
	}
	room := max(f.H-len(head)-len(foot)-1, 1)
	if len(m.Followers) > 0 && p.list.In(len(m.Followers)) == len(m.Followers)-1 {
		to = max(to, min(len(lines), from+room)) // from the last row on the end is in view
	}
	top := max(min(cells.Scroll(from, to, room), len(lines)-room), 0)
	shown := lines[top:min(len(lines), top+room)]
	out := append(slices.Clone(head), shown...)
	more := ""
	if top+room < len(lines) {
		more = f.T("kit.scroll.more", top+1, top+room, len(lines))
	}
	return kit.Page{Body: cells.Block(append(append(out, t.Faint.Render(cells.Line(more, w))), foot...), f.W, f.H)}
}

func title(f *kit.Frame, m account.Moving) string {
	day := func(d account.Moment) string { return f.Words.ShortMoment(d, f.Today) }
	switch {
	case m.To == "":
		return f.T(OfApproach(f, "moving.title.none"), day(m.FromAt))
	case m.From == "":
		return f.T(OfApproach(f, "moving.title.plan"), day(m.ToAt))
	}
	return f.T(OfApproach(f, "moving.title.move"), day(m.FromAt), day(m.ToAt))
}

// columns are how wide a name and a day are drawn.
func columns(w int) (name, day int) {
	if w < 70 {
		return 21, 17
	}
	return 24, 22
}

// rows are the dates, each with its old and its new day, and which lines the one
// in hand takes.
func (p page) rows(f *kit.Frame, m account.Moving, w int) (lines []string, from, to int) {
	t, at := f.Theme, 0
	nameWidth, dayWidth := columns(w)
	if len(m.Followers) > 0 {
		at = p.list.In(len(m.Followers))
	}
	day := func(d account.Moment, none string) string {
		if d == "" {
			return none
		}
		return f.Words.ShortMoment(d, f.Today)
	}
	for i, a := range m.Followers {
		mark, look := "  ", t.Text
		if i == at {
			mark, look, from = t.Accent.Render(t.Glyphs.Cursor)+" ", t.Strong, len(lines)
		}
		name := f.T(p.follows(f, a.What))
		if a.What == account.ActionFollows {
			name = f.T("moving.follows.action", a.Number)
		}
		next := day(a.To, t.Glyphs.None)
		if a.What == account.ActionFollows && (p.to == "" || slices.Contains(p.stays, a.Number)) {
			next = f.T("moving.same")
		}
		line := mark + look.Render(cells.Fit(name, nameWidth))
		if m.From != "" {
			line += t.Faint.Render(cells.Fit(day(a.From, t.Glyphs.None), dayWidth))
		}
		room := dayWidth
		if a.What == account.SessionFollows && p.hours.from != "" {
			room += 14 // nothing else stands behind it
			next += " " + lang.ShortHours(&account.Cycle{Session: p.to, SessionFrom: p.hours.from, SessionUntil: p.hours.until})
		}
		line += look.Render(cells.Line(next, room))
		if off := f.Words.DayOff(a.To.Date()); off != "" && a.What != account.SessionFollows {
			line += "  " + t.Warn.Render(cells.Line(off, max(w-nameWidth-2*dayWidth-4, 8)))
		}
		lines = append(lines, cells.Cut(line, w))
		for _, said := range p.told(f, m, a) {
			style := t.Faint
			if said.warn {
				style = t.Warn
			}
			for _, part := range cells.Wrap(said.text, w-4) {
				lines = append(lines, "    "+style.Render(part))
			}
		}
		if i == at {
			to = len(lines)
		}
	}
	return lines, from, to
}

func (p page) follows(f *kit.Frame, what account.Follows) string {
	key := "moving.follows." + string(what)
	if what == account.SessionFollows || what == account.ListsFollow {
		return OfApproach(f, key)
	}
	return key
}

// telling is one line below a date.
type telling struct {
	text string
	warn bool
}

// told is what does not move and why, and what is too late with what to do.
func (p page) told(f *kit.Frame, m account.Moving, a account.Following) (out []telling) {
	add := func(key string, n int, args ...any) {
		if n > 0 {
			out = append(out, telling{f.N(key, n, args...), false})
		}
	}
	if a.What == account.ActionFollows {
		return []telling{{strings.TrimSpace(cells.Line(a.Text, 200)), false}}
	}
	if p.to == "" {
		if a.What == account.AnswersFollow {
			add("moving.told.off", a.Again, f.Words.ShortMoment(a.From, f.Today))
		}
		return out
	}
	switch a.What {
	case account.ListsFollow:
		add("moving.told.sent", a.Done)
		add("moving.told.again", a.Again)
	case account.AnswersFollow:
		add("moving.told.in", a.Done)
		if m.From != "" && a.From != a.To {
			add("moving.told.waits", a.Waits, f.Words.ShortMoment(a.From, f.Today))
		}
	case account.InvitationFollows:
		if m.From != "" && a.From.Date() <= f.Today {
			out = append(out, telling{f.T("moving.told.invited"), false})
		}
	}
	if a.Missed {
		out = append(out, telling{f.T("moving.late."+string(a.What), f.Words.ShortDate(m.AskBy, f.Today)), true})
	}
	return out
}

// names says what becomes of the name of the cycle and of numbers.
func names(f *kit.Frame, m account.Moving) (lines []string) {
	y := f.Y()
	switch {
	case m.To == "" || y == nil:
	case m.Renames != "":
		lines = append(lines, f.T("moving.name.renames", string(y.Name), string(m.Renames)))
	case m.Half != "" && m.May:
		lines = append(lines, f.T("moving.name.may", string(m.Half), string(y.Name)))
	case m.Half != "":
		lines = append(lines, f.T("moving.name.stays", string(m.Half), string(y.Name)))
	}
	if m.From != "" && m.To != "" {
		lines = append(lines, f.T("moving.calendar"))
	}
	if m.To == "" {
		lines = append(lines, f.T("moving.none"))
	}
	return lines
}
