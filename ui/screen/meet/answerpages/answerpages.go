// Package answerpages are the meeting pages on which one respondent answers
// their list: what is promised of it, a question a page with its grade and
// relevance, a remark, the recommendation, and thanks. What is typed is marked
// as answered in conversation. It knows the kit and the pure rooms, and no
// other screen.
//
// A list is answered where nobody else of the client looks along. By group it
// shows nothing but what is typed now; by name also what this respondent said
// before, and what they gave last time once they answered. Of anybody else, and
// of any score, it knows nothing.
package answerpages

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

// Screen is the page in hand, and what was typed on all of them.
type Screen struct {
	who   account.Initials
	at    page
	goes  account.QuestionCode // where one goes on from the promise
	begun bool                 // one went on from the promise
	sheet int                  // of a page that takes several
	visit int                  // names the stay on the page, so that it is one step to take back
	one   bool                 // a 1 was typed last, which a 0 makes a ten
	mine  account.Sitting
	form  widget.Form
}

// kind is what a page asks.
type kind byte

const (
	promise kind = iota
	grading
	remark
	aloud // whether the remark may be read out
	recommendation
	why
	pleased
	missed
	named // whether the name may stand with it
	thanks
)

// page is one thing that is asked.
type page struct {
	kind kind
	q    account.QuestionCode
}

// wordsOf are the pages on which something is written.
var wordsOf = map[kind]account.Word{remark: account.RemarkWord, why: account.WhyWord, pleased: account.PleasedWord, missed: account.MissedWord}

// New opens the list with what is promised of it.
func New(kit.Place) kit.Screen { return Screen{} }

// Init fetches nothing.
func (s Screen) Init() tea.Cmd { return nil }

// Typing reports whether letters are text now.
func (s Screen) Typing() bool { return s.form.Typing() }

// Sitting implements kit.Sitter.
func (s Screen) Sitting() (account.Initials, account.Sitting) { return s.who, s.mine }

// person is whose list this is: the respondent who sits here and nobody else
// of the client does; "" where there is none.
func person(f *kit.Frame) account.Initials {
	if here := f.Room.Present; len(here) == 1 && f.Room.HearsOnly(here[0]) {
		return here[0]
	}
	return ""
}

// pages are all pages in order. What goes with a remark or a recommendation is
// asked where there is one.
func (s Screen) pages(f *kit.Frame) []page {
	y, who := f.Y(), person(f)
	out := []page{{kind: promise}}
	for _, q := range y.AskedOf(who) {
		out = append(out, page{grading, q})
	}
	if out = append(out, page{kind: remark}); s.mine.Typed(account.RemarkWord) != "" || s.words(f, account.RemarkWord) != "" {
		out = append(out, page{kind: aloud})
	}
	if out = append(out, page{kind: recommendation}); s.recommended(f) != "" {
		if out = append(out, page{kind: why}, page{kind: pleased}, page{kind: missed}); y.Named() {
			out = append(out, page{kind: named})
		}
	}
	return append(out, page{kind: thanks})
}

// ready reports whether there is a list to answer.
func ready(f *kit.Frame) bool {
	y, who := f.Y(), person(f)
	return y != nil && who != "" && len(y.AskedOf(who)) > 0
}

// in is which of the pages is in hand.
func (s Screen) in(f *kit.Frame) (i int, all []page) {
	all = s.pages(f)
	return max(slices.Index(all, s.at), 0), all
}

// Head tells whose list this is, and which of how many questions.
func (s Screen) Head(f kit.Frame) kit.Head {
	h := kit.Head{Title: f.Client.Name}
	if !ready(&f) {
		return h
	}
	h.Title += " " + f.Theme.Glyphs.Dot + " " + part.NameOf(&f, person(&f))
	i, all := s.in(&f)
	if all[i].kind == grading {
		h.Right = all[i].q.String() + " " + f.Theme.Glyphs.Dot + " " + f.T("meet.of", f.Words.Int(i), f.Words.Int(len(f.Y().AskedOf(person(&f)))))
	}
	s.at, s.who = all[i], person(&f)
	return part.GoesOn(h, s.sheet, len(s.sheets(&f)))
}

// MeetingPlace implements kit.Meeter: it stays where it is while it is said who
// sits here.
func (s Screen) MeetingPlace(f kit.Frame) kit.Place {
	p, q := kit.Place{Name: kit.MeetAnswering, At: string(s.who)}, s.goes
	if ready(&f) {
		p.At = string(person(&f))
		i, all := s.in(&f)
		if q = all[i].q; all[i].kind != grading {
			p.At += "/" + kindNames[all[i].kind]
		}
		if all[i].kind == promise {
			q = s.goes
		}
	}
	if p.At != "" && q.Serial != 0 {
		p.At += "/" + q.String()
	}
	if ready(&f) {
		i, all := s.in(&f)
		s.at, s.who = all[i], person(&f)
		p.At = part.Sheet{N: s.sheet + 1, Of: len(s.sheets(&f))}.Tell(p.At)
	}
	return p
}

// kindNames are the pages that are no question as a place tells them.
var kindNames = [...]string{promise: "promise", grading: "", remark: "remark", aloud: "aloud", recommendation: "nps", why: "why", pleased: "pleased", missed: "missed", named: "named", thanks: "thanks"}

// aim takes a list in hand, and a question of it: "KK/2.03", or another page.
// What is promised of the list stands before all of it, once; a window that
// only shows is where the other is.
func (s Screen) aim(f *kit.Frame, to string) Screen {
	to, sheet := part.CutSheet(to)
	who, what, _ := strings.Cut(to, "/")
	if f.Client.Respondent(account.Initials(who)) == nil {
		return s
	}
	if account.Initials(who) != s.who {
		s = Screen{who: account.Initials(who)}
	}
	what, after, _ := strings.Cut(what, "/")
	k := slices.Index(kindNames[:], what)
	if kind(k) == promise {
		what = after
	}
	begun := s.begun || f.Shows && kind(k) != promise
	if k > 0 && begun && what != "" && ready(f) {
		s = s.to(f, page{kind: kind(k)})
	}
	if q, ok := account.ParseQuestionCode(what); ok {
		s.goes = q
		if begun {
			s = s.to(f, page{grading, q})
		}
	}
	if ready(f) && sheet != (part.Sheet{}) {
		i, all := s.in(f)
		s.at, s.who = all[i], person(f)
		s.sheet = sheet.Among(len(s.sheets(f)))
	}
	return s
}

// Update answers a message.
func (s Screen) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	if to, isAim := msg.(kit.Aim); isAim {
		return s.aim(&f, string(to)), kit.Outcome{}
	}
	if !ready(&f) {
		return s, part.LeavesOn(msg)
	}
	if who := person(&f); who != s.who {
		s = Screen{who: who}
	}
	i, all := s.in(&f)
	s.at = all[i]
	one := s.one
	s.one = false
	if do, isDo := msg.(kit.Do); isDo {
		if next, out, done := s.do(&f, do); done {
			return next, out
		}
	}
	switch {
	case wordsOf[s.at.kind] != "":
		return s.write(&f, msg)
	case s.at.kind == grading || s.at.kind == recommendation:
		if digit, ok := digitOf(msg); ok {
			return s.digit(&f, digit, one)
		}
	}
	switch keys.Move(msg, false) {
	case keys.Down, keys.PageDown:
		return s.turn(&f, 1), kit.Outcome{}
	case keys.Up, keys.PageUp:
		return s.turn(&f, -1), kit.Outcome{}
	case keys.Home:
		return s.to(&f, all[0]), kit.Outcome{}
	case keys.End:
		s.begun = true
		return s.to(&f, all[len(all)-1]), kit.Outcome{}
	}
	return s, part.LeavesOn(msg)
}

// turn goes on by a sheet, or by a page where there is none left.
func (s Screen) turn(f *kit.Frame, by int) Screen {
	if sheet := s.sheet + by; sheet >= 0 && sheet < len(s.sheets(f)) {
		s.sheet = sheet
		return s
	}
	i, all := s.in(f)
	switch {
	case !s.begun && by > 0:
		s.begun = true
		return s.to(f, s.first(f))
	case i+by < 0 || i+by >= len(all):
		return s
	}
	if s = s.to(f, all[i+by]); by < 0 {
		s.sheet = len(s.sheets(f)) - 1 // where it was left, with what was said
	}
	return s
}

// first is the question with which one begins: the one that was in hand, or the
// first that has no grade as far as that may be shown.
func (s Screen) first(f *kit.Frame) page {
	asked := f.Y().AskedOf(s.who)
	if slices.Contains(asked, s.goes) {
		return page{grading, s.goes}
	}
	i := max(slices.IndexFunc(asked, func(q account.QuestionCode) bool { return s.answer(f, q).Grade == 0 }), 0)
	return page{grading, asked[i]}
}

// to goes to a page. Where something is written, that begins at once.
func (s Screen) to(f *kit.Frame, at page) Screen {
	s.at, s.sheet, s.visit = at, 0, f.Beat
	s.form = widget.Form{Together: true, Of: string(s.who)}
	if fields := s.fields(f); len(fields) > 0 {
		s.form = s.form.On(fields[0].ID).Begin(*f, fields)
	}
	return s
}
