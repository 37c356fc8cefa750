package part

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
	"kwi/ui/widget/large"
)

// Attendance is the dialog in which is said who of the client sits here, one
// key a person. Its outcome is the room.
type Attendance struct {
	room account.Room
	list widget.List
}

// NewAttendance asks who sits here, beginning with who was said to.
func NewAttendance(room account.Room) kit.Screen {
	room.Present = slices.Clone(room.Present)
	return Attendance{room: room}
}

// Init fetches nothing.
func (a Attendance) Init() tea.Cmd { return nil }

// Typing is never so.
func (a Attendance) Typing() bool { return false }

// Head says whose client this is about.
func (a Attendance) Head(f kit.Frame) kit.Head { return kit.Head{Title: f.Client.Name} }

// seat is the act of one who may sit here.
const seat = "seat."

// Acts are a key a person, one for guests, and done.
func (a Attendance) Acts(f kit.Frame) []kit.Act {
	acts := []kit.Act{
		{ID: "done", Looks: true, Keys: keys.Open, Name: f.T("attendance.done"), Together: true},
		{ID: "turn", Keys: keys.Toggle, Name: f.T("attendance.turn"), Together: true},
		{ID: "guests", Looks: true, Keys: keys.Guests, Name: f.T("attendance.guests"), Together: true},
		{ID: "back", Keys: keys.Back, Name: f.T("kit.away"), Together: true},
	}
	for i, r := range f.Client.Staying() {
		if i < 9 {
			acts = append(acts, kit.Act{ID: seat + string(r.Initials), Looks: true, Keys: keys.Place(i + 1), Name: NameOf(&f, r.Initials), Together: true, Hidden: true})
		}
	}
	return acts
}

// Update answers a key.
func (a Attendance) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	all := f.Client.Staying()
	do, _ := msg.(kit.Do)
	who, one := strings.CutPrefix(string(do), seat)
	switch {
	case do == "back":
		return a, kit.Outcome{Back: true}
	case do == "done":
		room := a.room
		room.Known = true
		return a, kit.Outcome{Back: true, Room: &room}
	case do == "guests":
		a.room.Guests = !a.room.Guests
	case one:
		a = a.turned(account.Initials(who))
		a.list.At = slices.IndexFunc(all, func(r account.Respondent) bool { return string(r.Initials) == who })
	case do == "turn" && len(all) > 0:
		a = a.turned(all[a.list.In(len(all))].Initials)
	default:
		a.list = a.list.Move(keys.Move(msg, false), len(all), a.visible(&f))
	}
	return a, kit.Outcome{}
}

// turned lets somebody sit here, or no longer.
func (a Attendance) turned(who account.Initials) Attendance {
	present := slices.Clone(a.room.Present)
	if i := slices.Index(present, who); i >= 0 {
		a.room.Present = slices.Delete(present, i, i+1)
	} else {
		a.room.Present = append(present, who)
	}
	return a
}

// attendanceFrame is how many lines stand round the list.
const attendanceFrame = 7

func (a Attendance) visible(f *kit.Frame) int { return max(f.H-attendanceFrame, 1) }

// View draws a line a person, and one for guests, in letters of dots where the
// page has the room.
func (a Attendance) View(f kit.Frame) kit.Page {
	t, all := f.Theme, f.Client.Staying()
	if lines, ok := a.large(&f, all); ok {
		return kit.Page{Body: cells.Block(lines, f.W, f.H)}
	}
	lines := []string{"", t.Strong.Render(cells.Line(f.T("attendance.title"), f.W)), ""}
	table := widget.Table{Columns: []widget.Column{{Width: 2}, {Width: 2}, {Share: 2}, {Share: 3}}, Bare: true, Count: len(all), Empty: f.T("attendance.nobody"),
		Row: func(i int) widget.Row {
			r, digit := all[i], ""
			if i < 9 {
				digit = strconv.Itoa(i + 1)
			}
			return widget.Row{Cells: widget.Texts(digit, a.sign(&f, slices.Contains(a.room.Present, r.Initials)), NameOf(&f, r.Initials), r.Function)}
		}}
	lines = append(lines, table.View(f, a.list, min(f.W, 84), min(a.visible(&f), max(len(all), 1)))...)
	lines = append(lines, "", "  g  "+a.sign(&f, a.room.Guests)+"  "+cells.Line(f.T("attendance.guests"), f.W-8))
	return kit.Page{Body: cells.Block(lines, f.W, f.H)}
}

// RoomyList is from how many lines on a page has the room for a list in letters
// of dots below its title.
const RoomyList = 30

// large is the list in letters of dots; false where there is no room for all.
func (a Attendance) large(f *kit.Frame, all []account.Respondent) ([]string, bool) {
	if f.H < RoomyList || len(all) == 0 {
		return nil, false
	}
	var rows []LargeRow
	for i, r := range all {
		digit := ""
		if i < 9 {
			digit = strconv.Itoa(i+1) + " "
		}
		here, name := slices.Contains(a.room.Present, r.Initials), NameOf(f, r.Initials)
		row := LargeRow{Sign: digit + a.sign(f, here), Text: name, Quiet: !here}
		if r.Function != name {
			row.End = r.Function
		}
		rows = append(rows, row)
	}
	rows = append(rows, LargeRow{Sign: "g " + a.sign(f, a.room.Guests), Text: f.T("attendance.guests"), Quiet: !a.room.Guests})
	return LargeList(f, f.T("attendance.title"), a.list.In(len(all)), rows)
}

// LargeList is a page with a title and rows in letters of dots; false where
// there is no room for it.
func LargeList(f *kit.Frame, title string, at int, rows []LargeRow) ([]string, bool) {
	if f.H < RoomyList {
		return nil, false
	}
	for _, high := range []int{f.H / 6, leastLetters} { // the title gives way to the rows
		lines := append([]string{""}, large.Text(f.Theme, title, f.W-4, high, 0)...)
		lines = append(lines, "", "")
		if drawn, ok := LargeRows(f, at, rows, f.W-4, f.H-len(lines)); ok {
			return cells.Indent(append(lines, drawn...), 2), true
		}
	}
	return nil, false
}

func (a Attendance) sign(f *kit.Frame, here bool) string {
	if here {
		return f.Theme.Glyphs.Ok
	}
	return f.Theme.Glyphs.Todo
}

// NameOf is how a respondent is called: by name, else by function, else by
// initials.
func NameOf(f *kit.Frame, who account.Initials) string {
	r := f.Client.Respondent(who)
	switch {
	case r == nil:
		return string(who)
	case r.Name != "":
		return r.Name
	case r.Function != "":
		return r.Function
	}
	return string(who)
}
