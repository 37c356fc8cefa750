// Package became is the page of what became of a KWI through the cycles: when it
// was made, carried over, renamed, renewed, merged, split, dropped and taken up
// again, with the days and the reasons; how it was when it was last asked; and its
// figures. It is opened where a KWI is in hand: among the drafts, in the test and
// on the monitor.
//
// It knows the contract of a screen, widgets, the parts of the domain that screens
// share and the pure rooms, and no screen. With the client watching it shows
// nothing: the reasons are ours.
package became

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/fault"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// ActID is what Do carries where the page is to be opened.
const ActID = "became"

// Act opens the page of a KWI, 0 for none in hand.
func Act(f *kit.Frame, code account.KWICode) kit.Act {
	act := kit.Act{ID: ActID, Looks: true, Keys: keys.Became, Name: f.T("became.act"), Hidden: true}
	if code == 0 {
		act.Why = f.T("became.why.none")
	}
	return act
}

// Page is the KWI that is read about.
type Page struct {
	code account.KWICode
	top  widget.Scroll
}

// New opens the page of a KWI.
func New(code account.KWICode) kit.Screen { return Page{code: code} }

// Init fetches nothing.
func (p Page) Init() tea.Cmd { return nil }

// Typing is never so.
func (p Page) Typing() bool { return false }

// Head says whose client this is about, and what the page is.
func (p Page) Head(f kit.Frame) kit.Head {
	return kit.Head{Title: widget.TitleOf(f), Right: f.T("became.title")}
}

// all are the KWIs that the client ever had, in order of number.
func all(f *kit.Frame) (codes []account.KWICode) {
	y := f.Y()
	if y == nil {
		return nil
	}
	for _, k := range y.KWIs {
		codes = append(codes, k.Code)
	}
	codes = append(codes, f.Client.NotAsked(y.Name)...)
	slices.Sort(codes)
	return codes
}

// Acts are to close the page, and to turn to another KWI.
func (p Page) Acts(f kit.Frame) []kit.Act {
	next := kit.Act{ID: "next", Keys: keys.Next, Name: f.T("became.act.next")}
	if len(all(&f)) < 2 {
		next.Why = f.T("monitor.why.one")
	}
	before := next
	before.ID, before.Keys, before.Name, before.Hidden = "before", keys.Prev, f.T("became.act.before"), true
	return []kit.Act{{ID: "back", Looks: true, Keys: keys.CloseBecame, Name: f.T("became.act.close")}, next, before}
}

// Update answers a message.
func (p Page) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	switch msg {
	case kit.Do("back"):
		return p, kit.Outcome{Back: true}
	case kit.Do("next"):
		return p.turned(&f, +1), kit.Outcome{}
	case kit.Do("before"):
		return p.turned(&f, -1), kit.Outcome{}
	}
	p.top = p.top.Update(p.lines(&f), f.W, f.H-1, msg, false)
	return p, kit.Outcome{}
}

// turned is the page of the next KWI, or of the one before.
func (p Page) turned(f *kit.Frame, by int) Page {
	codes := all(f)
	if len(codes) == 0 {
		return p
	}
	at := max(slices.Index(codes, p.code), 0)
	return Page{code: codes[(at+by+len(codes))%len(codes)]}
}

// View draws the page as far as it is in view.
func (p Page) View(f kit.Frame) kit.Page {
	return kit.Page{Body: strings.Join(p.top.View(f, p.lines(&f), f.H), "\n")}
}

// Print is what became of a KWI as lines of text, whole; of each that the client
// ever had where none is named.
func Print(f kit.Frame, of string) (string, error) {
	codes := all(&f)
	if code, ok := account.ReadKWICode(of); ok && slices.Contains(codes, code) {
		codes = []account.KWICode{code}
	} else if of != "" {
		return "", fault.New(fault.NoOrigin, of, f.Client.Name)
	}
	var b strings.Builder
	for i, code := range codes {
		if i > 0 {
			b.WriteString("\n")
		}
		for _, l := range (Page{code: code}).lines(&f) {
			b.WriteString(strings.TrimRight(cells.Safe(l), " ") + "\n")
		}
	}
	return b.String(), nil
}
