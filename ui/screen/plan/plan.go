// Package plan is the A3 account plan of a client, a year at a time: the page
// as it hangs on the wall where there is room for it, else a small map of its
// nine blocks beside the one in hand. What is live in it leads to where it
// comes from, all else is written in place. It is for the manager alone.
//
// What stands on the page is told by report, as it is for paper. The package
// knows the kit and the pure rooms, and no other screen.
package plan

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/report"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// Screen is the year that is looked at, the block in hand and, within it, the
// line in hand and what is being typed.
type Screen struct {
	year    int  // 0 is the year of today
	block   int  // 0 is the first
	in      bool // a line of it is in hand
	lines   [report.FiguresBlock + 1]widget.List
	column  int         // of the figures
	letter  int         // of SMART, from 1; 0 is none of them
	form    widget.Form // of the block in hand
	compare bool        // the block in hand shows what is other than in the plan before
}

// New opens the plan of this year.
func New(kit.Place) kit.Screen { return Screen{} }

// Init fetches nothing.
func (s Screen) Init() tea.Cmd { return nil }

// Head tells the client and the year.
func (s Screen) Head(f kit.Frame) kit.Head {
	return kit.Head{Title: f.Client.Name, Tail: " " + f.Theme.Glyphs.Dot + " " + strconv.Itoa(s.yearOf(&f)), Right: f.T("place.plan")}
}

// Paper is the plan of the year that is looked at, where there is one.
func (s Screen) Paper(f kit.Frame) kit.Paper {
	if s.plan(&f) == nil {
		return kit.Paper{}
	}
	return kit.Paper{Name: "plan", Year: s.yearOf(&f)}
}

// Typing reports whether letters and digits are text: also on a figure, for a
// digit begins it anew.
func (s Screen) Typing() bool { return s.form.Typing() || s.onFigures() }

func (s Screen) onFigures() bool { return s.in && s.number() == report.FiguresBlock }

// yearOf is the year that is looked at.
func (s Screen) yearOf(f *kit.Frame) int {
	if s.year != 0 {
		return s.year
	}
	year, _ := strconv.Atoi(string(f.Today)[:min(4, len(f.Today))])
	return year
}

// years are the first and the last year that can be looked at: those that have
// a plan, and one before and behind this one.
func years(f *kit.Frame) (first, last int) {
	now := Screen{}.yearOf(f)
	first, last = now-1, now+1
	for _, p := range f.Client.Plans {
		first, last = min(first, p.Year), max(last, p.Year)
	}
	return first, last
}

// number is that of the block in hand.
func (s Screen) number() int { return max(s.block, report.VisionBlock) }

// page is the plan as it is looked at, false where there is none of that year.
func (s Screen) page(f *kit.Frame) (report.PlanPage, bool) {
	return report.PlanOf(&f.Client, s.yearOf(f), report.Options{
		Language: f.Words.Tag(), Audience: report.Internal, Supplier: f.Supplier, Today: f.Today, Now: f.Moment(), Scores: f.Scores,
	})
}

// plan is the plan that is looked at, or nil.
func (s Screen) plan(f *kit.Frame) *account.Plan { return f.Client.Plan(s.yearOf(f)) }

// Where the page is shown whole; below that, a map beside one block.
const (
	pageWidth  = 112
	pageHeight = 30
)

func wholePage(f *kit.Frame) bool { return f.W >= pageWidth && f.H >= pageHeight }

// View draws the page, or the map and the block in hand.
func (s Screen) View(f kit.Frame) kit.Page {
	page, ok := s.page(&f)
	switch {
	case !ok:
		return kit.Page{Body: cells.Block(s.none(&f), f.W, f.H)}
	case wholePage(&f):
		return s.wall(&f, &page)
	}
	return s.beside(&f, &page)
}

// none says that the year has no plan, and how one begins.
func (s Screen) none(f *kit.Frame) []string {
	how := f.T("plan.none.how")
	if last := f.Client.PlanBefore(s.yearOf(f)); last != nil {
		how = f.T("plan.none.carry", last.Year)
	}
	return cells.Lines(part.Empty(f, f.T("plan.none", s.yearOf(f)), how))
}

// foot is what the plan lacks and from where the live data are, in one line.
func (s Screen) foot(f *kit.Frame, page *report.PlanPage) string {
	left, right := page.Lacking, page.Source
	if page.MadeBy != "" {
		right = page.MadeBy + " " + f.Theme.Glyphs.Dot + " " + right
	}
	if left == "" {
		return f.Theme.Faint.Render(cells.Line(right, f.W))
	}
	if room := f.W - cells.Width(left) - 3; cells.Width(right) <= room {
		return cells.Pad(f.Theme.Warn.Render(left), f.W-cells.Width(right)) + f.Theme.Faint.Render(right)
	}
	return f.Theme.Warn.Render(cells.Line(left, f.W))
}

// rowsOf are what the lines of a block are known by; "" of one that cannot be in
// hand.
func rowsOf(b *report.PlanBlock) []string {
	if b.Figures != nil {
		out := make([]string, len(b.Figures.Rows))
		for i, r := range b.Figures.Rows {
			out[i] = string(r.Quantity)
		}
		return out
	}
	out := make([]string, len(b.Lines))
	for i, l := range b.Lines {
		switch {
		case l.Action != "":
			out[i] = l.Action
		case l.KWI != 0:
			out[i] = l.KWI.String()
		case l.KPI != "" && l.Entry:
			out[i] = l.KPI + "/" + l.Text
		case l.KPI != "":
			out[i] = l.KPI
		}
	}
	return out
}

// typedBlock is which text of the plan a block holds, false where it is not one.
func typedBlock(number int) (account.Block, bool) {
	switch number {
	case report.VisionBlock:
		return account.Vision, true
	case report.MissionBlock:
		return account.Mission, true
	case report.FactorsBlock:
		return account.Factors, true
	case report.PreconditionsBlock:
		return account.Preconditions, true
	}
	return 0, false
}

// line is the line in hand; false where there is none.
func (s Screen) line(b *report.PlanBlock) (report.PlanLine, bool) {
	rows := rowsOf(b)
	if !s.in || len(rows) == 0 || b.Figures != nil {
		return report.PlanLine{}, false
	}
	at := s.held(b).In(len(rows))
	return b.Lines[at], rows[at] != ""
}

// held is the cursor in a block, on what it was on.
func (s Screen) held(b *report.PlanBlock) widget.List {
	rows := rowsOf(b)
	l := s.lines[b.Number].Hold(rows)
	return l.MoveOver(0, len(rows), len(rows), skipped(rows))
}

func skipped(rows []string) func(int) bool { return func(i int) bool { return rows[i] == "" } }

// title is a block's number and name. In the map and on the screen the figures
// go by a number too.
func title(b *report.PlanBlock) string {
	return strings.Join([]string{strconv.Itoa(b.Number), b.Title}, " ")
}
