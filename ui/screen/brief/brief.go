// Package brief is the page that is read before a visit to a respondent: what
// is theirs, what they wait for, what was said last. internal/report makes the
// page, for paper too; here it is drawn, one respondent at a time. With the
// client watching nothing of it is.
//
// It knows the kit and the pure rooms, and no other screen: where one works on
// what stands here it names a place.
package brief

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/report"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// Screen is whose page it is, and how far it is scrolled.
type Screen struct {
	who account.Initials // "" is the first
	top widget.Scroll
}

// New opens the page of the first respondent.
func New(kit.Place) kit.Screen { return Screen{} }

// Init fetches nothing.
func (s Screen) Init() tea.Cmd { return nil }

// Typing is never so.
func (s Screen) Typing() bool { return false }

// Head tells client and cycle, and what this is.
func (s Screen) Head(f kit.Frame) kit.Head {
	h := part.StageHead(&f, account.Realise)
	h.Steps, h.Right = false, ""
	if who := s.person(&f); who != "" {
		h.Right = f.T("brief.title", f.Client.NameOf(who))
	}
	return h
}

// people are whose pages there are, in the client's order.
func people(f *kit.Frame) (all []account.Initials) {
	if y := f.Y(); y != nil && f.Audience == kit.Manager {
		for _, r := range f.Client.Participants(y) {
			all = append(all, r.Initials)
		}
	}
	return all
}

// person is whose page it is, "" where there is nobody. Somebody who takes no
// part in the cycle that is looked at may have one all the same.
func (s Screen) person(f *kit.Frame) account.Initials {
	all := people(f)
	switch {
	case f.Audience != kit.Manager || f.Y() == nil:
		return ""
	case s.who != "" && f.Client.Respondent(s.who) != nil:
		return s.who
	case len(all) > 0:
		return all[0]
	}
	return ""
}

// PersonInHand implements kit.Personal.
func (s Screen) PersonInHand(f kit.Frame) account.Initials { return s.person(&f) }

// Paper is the same page on paper.
func (s Screen) Paper(f kit.Frame) kit.Paper {
	if who := s.person(&f); who != "" {
		return kit.Paper{Name: "visit", To: who}
	}
	return kit.Paper{}
}

// MeetingPlace implements kit.Meeter: with the respondent one looks at what was
// agreed, of which the client may see their part.
func (s Screen) MeetingPlace(kit.Frame) kit.Place { return kit.Place{Name: kit.MeetAgreements} }

// Acts are to go to the talks with them, and to the page of somebody else.
func (s Screen) Acts(f kit.Frame) []kit.Act {
	if s.person(&f) == "" {
		return nil
	}
	other := kit.Act{ID: "other", Looks: true, Keys: keys.OtherPerson, Name: f.T("brief.act.other"), Itself: true}
	if len(people(&f)) < 2 {
		other.Why = f.T("brief.why.alone")
	}
	return []kit.Act{{ID: "talk", Looks: true, Keys: keys.Open, Name: f.T("brief.act.talk")}, other}
}

// Update answers a message.
func (s Screen) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	who := s.person(&f)
	if who == "" {
		return s, part.LeavesOn(msg)
	}
	if at, isAim := msg.(kit.Aim); isAim {
		if to := account.Initials(at); f.Client.Respondent(to) != nil {
			s = Screen{who: to}
		}
		return s, kit.Outcome{}
	}
	switch {
	case msg == tea.Msg(kit.Do("talk")):
		return s, kit.Outcome{Go: &kit.Place{Name: talksAt(f.Y()).String(), Client: f.Client.ID, Cycle: f.Cycle, At: string(who)}}
	case msg == tea.Msg(kit.Do("other")), keys.Pressed(msg, keys.Next), keys.Pressed(msg, keys.Of(keys.Right)):
		return s.turned(&f, 1), kit.Outcome{}
	case keys.Pressed(msg, keys.Prev), keys.Pressed(msg, keys.Of(keys.Left)):
		return s.turned(&f, -1), kit.Outcome{}
	}
	if keys.Move(msg, false) == keys.None {
		return s, part.LeavesOn(msg)
	}
	s.top = s.top.Update(s.lines(&f), f.W, f.H-1, msg, false)
	return s, kit.Outcome{}
}

// talksAt is the stage in which one talks with respondents now.
func talksAt(y *account.Cycle) account.Stage {
	if y.Stage < account.Realise {
		return account.Draft
	}
	return account.Realise
}

// turned is the page of the next respondent, or of the one before.
func (s Screen) turned(f *kit.Frame, by int) Screen {
	all := people(f)
	if len(all) == 0 {
		return s
	}
	at := slices.Index(all, s.person(f))
	return Screen{who: all[(at+by+len(all))%len(all)]}
}

// lines is the page, drawn.
func (s Screen) lines(f *kit.Frame) []string {
	return drawn(f, report.Visit(&f.Client, f.Cycle, s.person(f), report.Options{Language: f.Words.Tag(), Supplier: f.Supplier, Today: f.Today, Now: f.Moment()}))
}

// View draws the page as far as it is in view.
func (s Screen) View(f kit.Frame) kit.Page {
	switch {
	case f.Audience != kit.Manager:
		return kit.Page{}
	case f.Y() == nil:
		return kit.Page{Body: part.Empty(&f, f.T("stage.nocycle"), "")}
	case s.person(&f) == "":
		return kit.Page{Body: part.Empty(&f, f.T("brief.empty"), f.T("brief.empty.how"))}
	}
	return kit.Page{Body: strings.Join(s.top.View(f, s.lines(&f), f.H), "\n")}
}

// Print is the page of a respondent as plain text, whole, or with "" those of
// all who take part.
func Print(f kit.Frame, with account.Initials) (string, error) {
	all := people(&f)
	if with != "" {
		i := slices.IndexFunc(f.Client.Respondents, func(r account.Respondent) bool { return strings.EqualFold(string(r.Initials), string(with)) })
		if i < 0 {
			return "", fault.New(fault.NoRespondent, string(with), f.Client.Name)
		}
		all = []account.Initials{f.Client.Respondents[i].Initials}
	}
	var pages []string
	for _, who := range all {
		s := Screen{who: who}
		head := s.Head(f)
		pages = append(pages, plain(append(titleLines(head, f.W), s.lines(&f)...)))
	}
	if len(pages) == 0 {
		return plain([]string{f.T("brief.empty")}), nil
	}
	return strings.Join(pages, "\n"), nil
}
