package ui

import (
	"slices"
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// helpScreen lists all that can be done: here, everywhere, and how to move.
type helpScreen struct {
	here, all []keyLine
	signs     []keyLine // what stands behind the name of a client, on the list of them
	refused   string    // what is said of all that is not listed, where the program only looks
	top       widget.Scroll
}

// helpKeyWidth is the width of the column of keys.
const helpKeyWidth = 14

// keyLine is one key with what it does, and why it cannot be done now.
type keyLine struct{ key, name, why string }

func (r *Root) helpScreen() kit.Screen {
	f := r.frame()
	h, typing := helpScreen{}, r.top().screen.Typing()
	here := r.screenActs(&f)
	if r.looksOnly() {
		h.refused = r.refused()
	}
	for _, a := range r.possible(here) {
		h.here = append(h.here, r.line(a, typing))
	}
	for _, a := range kit.Allowed(r.audience, r.possible(r.ownActs())) {
		if a.ID != "help" && a.Keys.Enabled() {
			a.Keys = keys.Without(a.Keys, func(name string) bool { // it does something else here
				return slices.ContainsFunc(here, func(a kit.Act) bool { return keys.Has(a.Keys, name) })
			})
			h.all = append(h.all, r.line(a, typing))
		}
	}
	t := r.Words.T
	if r.Team.News != nil && r.place().Client == "" && !r.watched() && !r.Meeting {
		for _, m := range []kit.TeamMark{kit.TeamChoose, kit.TeamAlone, kit.TeamHeld} {
			h.signs = append(h.signs, keyLine{key: m.Sign(), name: t(m.Key() + ".full")})
		}
	}
	for _, a := range []kit.Act{
		{Keys: keys.Back, Name: t("help.back")}, {Keys: keys.Cursor, Name: t("help.cursor")},
		{Keys: keys.Pages, Name: t("help.pages")}, {Keys: keys.Stop, Name: t("help.stop")},
	} {
		h.all = append(h.all, r.line(a, typing))
	}
	return h
}

// line is an act with its keys, as they work on the screen that help is asked on.
func (r *Root) line(a kit.Act, typing bool) keyLine {
	name := a.Name
	if _, leads := cutPlace(a.ID); leads || a.ID == string(widget.DoSide) || a.ID == string(widget.DoSideBack) {
		name = lowered(name)
	}
	return keyLine{kit.KeyNames(r.Words, a.Keys, typing), name, a.Why}
}

// lowered is the head of a place or of a side of it among the names of acts, which begin small. An
// abbreviation (A3, KWI's) stays as it is.
func lowered(title string) string {
	letters := []rune(title)
	if len(letters) < 2 || !unicode.IsLower(letters[1]) {
		return title
	}
	letters[0] = unicode.ToLower(letters[0])
	return string(letters)
}

func (h helpScreen) Init() tea.Cmd { return nil }
func (h helpScreen) Typing() bool  { return false }

func (h helpScreen) Head(f kit.Frame) kit.Head { return kit.Head{Title: f.T("help.title")} }

func (h helpScreen) Acts(f kit.Frame) []kit.Act {
	return []kit.Act{{ID: "back", Looks: true, Keys: keys.CloseHelp, Name: f.T("help.close"), Together: true}}
}

func (h helpScreen) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	if msg == tea.Msg(kit.Do("back")) {
		return h, kit.Outcome{Back: true}
	}
	h.top = h.top.Update(h.lines(&f), f.W, f.H-1, msg, false)
	return h, kit.Outcome{}
}

func (h helpScreen) lines(f *kit.Frame) []string {
	out := []string{""}
	if h.refused != "" {
		out = append(cells.Wrap(h.refused, f.W), "")
	}
	part := func(title string, ls []keyLine) {
		if len(ls) == 0 {
			return
		}
		out = append(out, f.Theme.Strong.Render(title))
		for _, l := range ls {
			if l.key == "" {
				l.key = ":"
			}
			text := l.name
			if l.why != "" {
				text += " (" + l.why + ")"
			}
			look := f.Theme.Text
			if l.why != "" {
				look = f.Theme.Faint
			}
			sign := f.Theme.Accent.Render(cells.Fit(wholeKeys(l.key), helpKeyWidth))
			for _, part := range cells.Wrap(text, f.W-helpKeyWidth-1) {
				out = append(out, sign+" "+look.Render(part))
				sign = cells.Fit("", helpKeyWidth)
			}
		}
		out = append(out, "")
	}
	part(f.T("help.here"), h.here)
	part(f.T("help.signs"), h.signs)
	part(f.T("help.everywhere"), h.all)
	return out
}

// wholeKeys are as many of the keys of an act as there is room for, none cut.
func wholeKeys(names string) string {
	for cells.Width(names) > helpKeyWidth {
		last := strings.LastIndexByte(names, ' ')
		if last < 0 {
			break
		}
		names = names[:last]
	}
	return names
}

func (h helpScreen) View(f kit.Frame) kit.Page {
	return kit.Page{Body: strings.Join(h.top.View(f, h.lines(&f), f.H), "\n")}
}
