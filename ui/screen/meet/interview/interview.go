// Package interview is the meeting page for the talk with one respondent: what
// they find important, what weighs most of that, what to ask them in half a
// year, what they do not expect, and by when they get a concept. One thing at a
// time stands on it, large; below it what was said is caught line after line.
//
// It shows what is that respondent's alone, and so only where nobody else of
// the client sits here. What is caught is kept as heard by them. It knows the
// kit and the pure rooms, and no other screen.
package interview

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/guide"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// Screen is where the talk is.
type Screen struct {
	who  account.Initials
	page page
	form widget.Form
	list widget.List // who it may be with, or the lines by importance
	over bool        // whom it is with is being chosen anew
	turn int         // which of the questions stands on the page
	wait bool        // the line opens once what was just done is
}

// New opens the page where it is asked whom the talk is with.
func New(kit.Place) kit.Screen { return Screen{} }

// Init fetches nothing.
func (s Screen) Init() tea.Cmd { return nil }

// Typing reports whether letters are text now.
func (s Screen) Typing() bool { return s.form.Typing() || s.wait }

// woken is the page with its line open, where that waited for what it is about.
func (s Screen) woken(f *kit.Frame) Screen {
	if s.wait && s.ready(f) {
		s = s.opened(f)
	}
	s.wait = false
	return s
}

// ready reports whether the talk can go on: the cycle runs, the respondent sits
// here, and nobody else of the client does.
func (s *Screen) ready(f *kit.Frame) bool {
	return f.Y() != nil && f.Y().Stage != account.Closed && s.who != "" && f.Client.Respondent(s.who) != nil && f.Room.HearsOnly(s.who)
}

// Head tells whom the talk is with and where it is.
func (s Screen) Head(f kit.Frame) kit.Head {
	h := kit.Head{Title: f.Client.Name}
	if s.ready(&f) {
		h.Title = part.NameOf(&f, s.who)
		h.Right = f.T("meet.interview.page."+s.page.name()) + "  " + f.T("meet.of", f.Words.Int(max(s.page.place(&f), 0)+1), f.Words.Int(len(pagesOf(&f))))
	}
	return h
}

// MeetingPlace implements kit.Meeter.
func (s Screen) MeetingPlace(f kit.Frame) kit.Place {
	p := kit.Place{Name: kit.MeetInterview}
	if s.who == "" {
		return p
	}
	p.At = string(s.who) + "/" + s.page.name()
	if s = s.woken(&f); s.ready(&f) {
		if row := s.row(&f); row > 0 || s.page == promising {
			p.At += "/" + strconv.Itoa(row)
		}
	}
	return p
}

// aimed is the talk with a respondent, at a page of it where one is named, and
// at the question or line that stands large there.
func (s Screen) aimed(f *kit.Frame, at string) Screen {
	who, name, _ := strings.Cut(at, "/")
	name, number, _ := strings.Cut(name, "/")
	if f.Client.Respondent(account.Initials(who)) == nil {
		return s
	}
	if account.Initials(who) != s.who {
		s = Screen{who: account.Initials(who)}
	}
	if p, ok := pageNamed(name); ok {
		s.page = p
	}
	s = s.opened(f)
	if row, err := strconv.Atoi(number); err == nil && row >= 0 && s.ready(f) {
		s = s.onRow(f, row)
	}
	return s
}

// opened is the page as one comes to it: where there is something to write, the
// line for it is open.
func (s Screen) opened(f *kit.Frame) Screen {
	s.list, s.turn = widget.List{}, 0
	if s.page.place(f) < 0 {
		s.page = pagesOf(f)[0]
	}
	if s.ready(f) && s.page == promising {
		s = s.onPromise(f)
	}
	return s.begun(f)
}

// begun is the page with the line open that is for what stands on it.
func (s Screen) begun(f *kit.Frame) Screen {
	s.form = widget.Form{Together: true, Filling: true, Of: string(s.who) + "/" + s.page.name()}
	if s.ready(f) && s.page.writes() {
		s.form = s.form.On(freshLine).Begin(*f, s.fields(f))
	}
	return s
}

// Update answers a message.
func (s Screen) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	if aim, is := msg.(kit.Aim); is {
		return s.aimed(&f, string(aim)), kit.Outcome{}
	}
	if s = s.woken(&f); !s.ready(&f) {
		s.form = widget.Form{}
		if y := f.Y(); y == nil || y.Stage == account.Closed {
			return s, part.LeavesOn(msg)
		}
		return s.choose(&f, msg)
	}
	switch msg {
	case kit.Do("next"):
		return s.turned(&f, s.beside(&f, 1))
	case kit.Do("before"):
		return s.turned(&f, s.beside(&f, -1))
	case kit.Do("rank"):
		return s.turned(&f, ranking)
	case kit.Do("other"):
		return s.at(&f, s.turn+1), kit.Outcome{}
	case kit.Do("earlier"):
		return s.at(&f, s.turn+len(s.asked(&f))-1), kit.Outcome{}
	case kit.Do("line"):
		return s.line(&f)
	case kit.Do("take"):
		return s.passed(&f, tea.PasteMsg{Content: s.question(&f)})
	case kit.Do("write"):
		s.form = s.form.Begin(f, s.fields(&f))
		return s, kit.Outcome{}
	case kit.Do("promise"):
		return s.promised(&f)
	case kit.Do("inspire"):
		return s, kit.Outcome{Ask: s.inspire(&f)}
	case exampleTaken{}:
		return s.turned(&f, asking)
	}
	switch {
	case s.page == ranking:
		return s.ranked(&f, msg)
	case s.page.writes() && !s.form.Typing() && widget.BeginsText(msg):
		s.form = s.form.On(freshLine).Begin(f, s.fields(&f))
	}
	return s.passed(&f, msg)
}

// passed hands a message to the fields of the page.
func (s Screen) passed(f *kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	next, out, handled := s.form.Update(*f, s.fields(f), msg)
	s.form = next
	if !handled && !next.Typing() {
		return s, part.LeavesOn(msg)
	}
	return s, out
}

// settled is the page with what is being typed kept; false where it cannot be.
func (s Screen) settled(f *kit.Frame) (Screen, kit.Outcome, bool) {
	if !s.form.Typing() {
		return s, kit.Outcome{}, true
	}
	next, out, _ := s.form.Update(*f, s.fields(f), widget.DoDone)
	s.form = next
	return s, out, !next.Typing()
}

// beside is the page so many further on, the page itself where there is none.
func (s *Screen) beside(f *kit.Frame, by int) page {
	all := pagesOf(f)
	return all[min(max(s.page.place(f)+by, 0), len(all)-1)]
}

// turned turns to another page, with what is being typed kept.
func (s Screen) turned(f *kit.Frame, to page) (kit.Screen, kit.Outcome) {
	s, out, ok := s.settled(f)
	if !ok || to < 0 || to >= pages {
		return s, out
	}
	s.page = to
	return s.opened(f), out
}

// line ends a line and opens the next: a new one below what was just caught,
// else the one that stands below.
func (s Screen) line(f *kit.Frame) (kit.Screen, kit.Outcome) {
	fields := s.fields(f)
	at := s.form.Field(fields)
	if at.ID != freshLine {
		return s.passed(f, widget.DoNext)
	}
	said := strings.TrimSpace(s.form.Text(at))
	s, out, ok := s.settled(f)
	if !ok {
		return s, out
	}
	s.turn = 0
	if _, notes := s.page.topic(); notes {
		if _, _, found := guideOf(f).Probe(said); found {
			s.turn = len(s.ownAsked(f)) // what is asked about that word
		}
	}
	s.form = s.form.On(freshLine).Begin(*f, fields)
	return s, out
}

func guideOf(f *kit.Frame) *guide.Guide { return guide.For(f.Words.Tag()) }

// wish is the KWI of the respondent, or nil.
func (s *Screen) wish(f *kit.Frame) *account.KWI { return f.Y().WishOf(s.who) }

// choose asks whom the talk is with; whoever is chosen sits here alone.
func (s Screen) choose(f *kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	all := f.Client.Staying()
	s.list = s.onPerson(f, all)
	if msg == tea.Msg(kit.Do("open")) && len(all) > 0 {
		s = Screen{who: all[s.list.In(len(all))].Initials}
		if f.Room.HearsOnly(s.who) {
			return s.opened(f), kit.Outcome{}
		}
		return s, kit.Outcome{Room: &account.Room{Known: true, Present: []account.Initials{s.who}}}
	}
	if way := keys.Move(msg, false); way != keys.None {
		s = Screen{list: s.list.Move(way, len(all), len(all)), over: true}
		return s, kit.Outcome{}
	}
	return s, part.LeavesOn(msg)
}

// onPerson is the cursor on the person in hand, or on who sits here.
func (s *Screen) onPerson(f *kit.Frame, all []account.Respondent) widget.List {
	for i, r := range all {
		if !s.over && (r.Initials == s.who || s.who == "" && f.Room.HearsOnly(r.Initials)) {
			return widget.List{At: i}
		}
	}
	return s.list
}
