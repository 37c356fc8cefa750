package measure

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/text"
	"kwi/ui/keys"
	"kwi/ui/kit"
)

// wordGuard sees that a word is typed where grades are: two letters in a row.
// From there on no sign is a grade, until a key is pressed that writes nothing.
type wordGuard struct {
	letters int
	on      bool
}

// saw is the guard after a sign.
func (g wordGuard) saw(sign string) wordGuard {
	r, _ := utf8.DecodeRuneInString(sign)
	switch {
	case sign == "":
	case unicode.IsLetter(r):
		g.letters++
	case !unicode.IsSpace(r):
		g.letters = 0
	}
	g.on = g.on || g.letters > 1
	return g
}

// goOn goes to the next question after a grade that cannot grow, where the user
// wishes that. The last one is not left by itself.
func (s *entrySheet) goOn(f *kit.Frame) {
	grade, sign := splitGrade(s.typed)
	if f.GradesWait || s.burst || grade == "1" && sign == "" || f.Y().Stage == account.Closed || s.at >= len(f.Y().AskedOf(s.who))-1 {
		return
	}
	s.at++
	s.code, _ = s.question(f)
	s.typed, s.left, s.visit, s.went = "", s.visit, f.Beat, true
}

// jumping answers a message while the number of a question is being typed;
// false where it is for the grades.
func (s entrySheet) jumping(f *kit.Frame, msg tea.Msg) (*entrySheet, kit.Outcome, bool) {
	begins := msg == tea.Msg(kit.Do("jump")) || s.jump == "" && keys.Pressed(msg, keys.Filter) && !s.other.on
	key, isKey := msg.(tea.KeyPressMsg)
	switch {
	case begins:
		s.jump, s.went, s.other = "/", false, wordGuard{}
	case s.jump == "" || msg == tea.Msg(kit.Tick{}):
		return &s, kit.Outcome{}, false
	case keys.Pressed(msg, keys.Back), msg == tea.Msg(kit.Do("close")):
		s.jump = ""
	case msg == tea.Msg(kit.Do("clear")):
		if s.jump = s.jump[:len(s.jump)-1]; s.jump == "" {
			return &s, kit.Outcome{}, true
		}
	case msg == tea.Msg(kit.Do("next")):
		next, out := s.jumpTo(f, true)
		return next, out, true
	case isKey && key.Text != "" && strings.Trim(text.Narrow(key.Text), "0123456789.,") == "":
		s.jump += strings.ReplaceAll(text.Narrow(key.Text), ",", ".")
		next, out := s.jumpTo(f, false)
		return next, out, true
	case isKey && key.Text != "":
		s.jump = ""
		return &s, kit.Refuses(f.T("measure.jump.none", cells.Line(key.Text, 10))), true
	default:
		s.jump = ""
		return &s, kit.Outcome{}, false
	}
	return &s, kit.Outcome{}, true
}

// jumpTo goes to the question of which the number was typed, as soon as it can
// be no other one's or when it is asked for: 23, 203 and 2.03 are all 2.03.
func (s entrySheet) jumpTo(f *kit.Frame, now bool) (*entrySheet, kit.Outcome) {
	typed := strings.TrimPrefix(s.jump, "/")
	found, exact, begun := -1, 0, 0
	for i, q := range f.Y().AskedOf(s.who) {
		whole, part := false, false
		for _, form := range forms(q) {
			whole = whole || form == typed
			part = part || strings.HasPrefix(form, typed)
		}
		if whole {
			found = i
			exact++
		}
		if part {
			begun++
		}
	}
	switch {
	case begun == 0, now && exact == 0:
		s.jump = ""
		return &s, kit.Refuses(f.T("measure.jump.none", cells.Line(typed, 10)))
	case exact == 0 || begun > 1 && !now:
		return &s, kit.Outcome{}
	}
	s.jump = ""
	return s.move(f, found-s.at)
}

// forms are the ways in which the number of a question is typed.
func forms(q account.QuestionCode) []string {
	kwi, serial := strconv.Itoa(int(q.KWI)), strconv.Itoa(int(q.Serial))
	padded := serial
	if len(padded) < 2 {
		padded = "0" + padded
	}
	return []string{kwi + serial, kwi + padded, kwi + "." + serial, kwi + "." + padded}
}
