// Package testpages are the meeting pages on which one respondent goes through
// the matrix: KWI by KWI whether it matters to them too, question by question
// whether they can judge it, and at the end what they will be asked. It knows
// the kit and the pure rooms, and no other screen.
//
// The marks are those of the respondent who sits here alone. Where others do
// too, nothing shows but what is pressed now.
package testpages

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// Screen is the page in hand, and what was said on all of them.
type Screen struct {
	who   account.Initials
	at    page
	sheet int // of a page that takes several
	mine  account.Sitting
	form  widget.Form // the words of the question in hand
}

// page is one thing that is asked: whether a KWI matters, whether a question
// can be judged, or at the end whether all of it is right.
type page struct {
	kwi account.KWICode
	q   account.QuestionCode // zero asks about the KWI itself
	end bool
}

// whole reports whether the page is about a KWI itself.
func (p page) whole() bool { return p.q == account.QuestionCode{} && !p.end }

// wished reports whether a page is about the KWI that is the person's own wish.
func (s Screen) wished(f *kit.Frame, at page) bool {
	return at.whole() && f.Y().KWI(at.kwi).IsWishOf(s.person(f))
}

// New opens the pages at the first KWI.
func New(kit.Place) kit.Screen { return Screen{form: widget.Form{Together: true}} }

// Init fetches nothing.
func (s Screen) Init() tea.Cmd { return nil }

// Typing reports whether a question is being reworded.
func (s Screen) Typing() bool { return s.form.Typing() }

// Sitting implements kit.Sitter.
func (s Screen) Sitting() (account.Initials, account.Sitting) { return s.who, s.mine }

// person is who of those present this is about, "" where nobody is or it was
// not said who sits here.
func (s Screen) person(f *kit.Frame) account.Initials {
	here := f.Room.Present
	switch {
	case !f.Room.Known || len(here) == 0:
		return ""
	case slices.Contains(here, s.who):
		return s.who
	}
	return here[0]
}

// pages are all pages in order.
func pages(y *account.Cycle) (out []page) {
	for i := range y.KWIs {
		k := &y.KWIs[i]
		out = append(out, page{kwi: k.Code})
		for _, q := range k.InOrder() {
			out = append(out, page{kwi: k.Code, q: q.Code})
		}
	}
	return append(out, page{end: true})
}

// in is the page in hand and which of how many it is; false where there is
// nothing to go through.
func (s Screen) in(f *kit.Frame) (at page, i, n int, ok bool) {
	y := f.Y()
	if y == nil || len(y.KWIs) == 0 || s.person(f) == "" {
		return page{}, 0, 0, false
	}
	all := pages(y)
	i = max(slices.Index(all, s.at), 0)
	return all[i], i, len(all), true
}

// Head tells whose row this is, and which of how many questions.
func (s Screen) Head(f kit.Frame) kit.Head {
	h := kit.Head{Title: f.Client.Name}
	at, i, n, ok := s.in(&f)
	if !ok {
		return h
	}
	h.Title += " " + f.Theme.Glyphs.Dot + " " + part.NameOf(&f, s.person(&f))
	if !at.end {
		if h.Right = f.T("meet.of", f.Words.Int(i+1), f.Words.Int(n-1)); !at.whole() {
			h.Right = at.q.String() + " " + f.Theme.Glyphs.Dot + " " + h.Right
		}
	}
	return part.GoesOn(h, s.sheet, len(s.sheets(&f)))
}

// MeetingPlace implements kit.Meeter: it stays where it is while it is said who
// sits here.
func (s Screen) MeetingPlace(f kit.Frame) kit.Place {
	who, at := s.who, s.at
	if now, _, _, ok := s.in(&f); ok {
		who, at = s.person(&f), now
	}
	p := kit.Place{Name: kit.MeetTesting, At: string(who)}
	switch {
	case at == page{}:
	case at.end:
		p.At += "/" + lastPage
	case at.whole():
		p.At += "/" + at.kwi.String()
	default:
		p.At += "/" + at.q.String()
	}
	if _, _, _, ok := s.in(&f); ok {
		p.At = part.Sheet{N: s.sheet + 1, Of: len(s.sheets(&f))}.Tell(p.At)
	}
	return p
}

// lastPage is what the place of the page behind all questions ends on.
const lastPage = "end"

// aim takes a respondent in hand, and a question or a KWI: "KK/2.03".
func (s Screen) aim(f *kit.Frame, to string) Screen {
	to, sheet := part.CutSheet(to)
	who, what, _ := strings.Cut(to, "/")
	if f.Client.Respondent(account.Initials(who)) == nil {
		return s
	}
	if who := account.Initials(who); who != s.who {
		s.who, s.mine, s.at = who, account.Sitting{}, page{}
	}
	if y := f.Y(); y != nil && what != "" {
		q, _ := account.ParseQuestionCode(what)
		k, _ := account.ParseKWICode(what)
		if i := slices.IndexFunc(pages(y), func(p page) bool { return p.q == q && q.KWI != 0 || p.kwi == k && k != 0 || p.end && what == lastPage }); i >= 0 {
			s.at, s.sheet = pages(y)[i], 0
			if _, _, _, ok := s.in(f); ok {
				s.sheet = sheet.Among(len(s.sheets(f)))
			}
		}
	}
	return s
}

// Update answers a message.
func (s Screen) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	if to, isAim := msg.(kit.Aim); isAim {
		return s.aim(&f, string(to)), kit.Outcome{}
	}
	at, _, n, ok := s.in(&f)
	if !ok {
		return s, part.LeavesOn(msg)
	}
	if who := s.person(&f); who != s.who {
		s.who, s.mine = who, account.Sitting{}
	}
	s.at = at
	if s.form.Typing() {
		form, out, _ := s.form.Update(f, s.fields(&f), msg)
		s.form = form
		return s, out
	}
	if do, isDo := msg.(kit.Do); isDo {
		return s.do(&f, do)
	}
	switch keys.Move(msg, false) {
	case keys.Down, keys.PageDown:
		return s.turn(&f, 1), kit.Outcome{}
	case keys.Up, keys.PageUp:
		return s.turn(&f, -1), kit.Outcome{}
	case keys.Home:
		return s.to(&f, 0), kit.Outcome{}
	case keys.End:
		return s.to(&f, n-1), kit.Outcome{}
	}
	return s, part.LeavesOn(msg)
}

// turn goes on by a sheet, or by a page where there is none left.
func (s Screen) turn(f *kit.Frame, by int) Screen {
	_, i, _, _ := s.in(f)
	if sheet := s.sheet + by; sheet >= 0 && sheet < len(s.sheets(f)) {
		s.sheet = sheet
		return s
	}
	if s = s.to(f, i+by); by < 0 && i > 0 {
		s.sheet = len(s.sheets(f)) - 1 // where it was left, with what was said
	}
	return s
}

// to goes to a page; beyond either end it stays.
func (s Screen) to(f *kit.Frame, i int) Screen {
	if all := pages(f.Y()); i >= 0 && i < len(all) {
		s.at, s.sheet = all[i], 0
	}
	return s
}
