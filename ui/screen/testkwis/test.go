// Package testkwis is the screen of the third stage: all KWIs with all
// respondents. The matrix of questions and respondents is the screen; what is
// in hand stands below it in full words, and so does what is still missing.
//
// It knows the kit and the pure rooms, and must not know another screen, the
// root or how anything is kept.
package testkwis

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/part/bring"
	"kwi/ui/widget"
)

// Screen is the cell in hand.
type Screen struct {
	at   widget.Grid
	post *bring.Post // how a matrix comes from a file; nil: it does not
}

// New opens the matrix at its first question.
func New(kit.Place) kit.Screen { return opening(nil) }

// With opens it with how a matrix comes from a file.
func With(post *bring.Post) func(kit.Place) kit.Screen {
	return func(kit.Place) kit.Screen { return opening(post) }
}

func opening(post *bring.Post) Screen {
	return Screen{at: widget.Grid{Row: widget.List{At: 1}}, post: post}
}

// Init fetches nothing.
func (s Screen) Init() tea.Cmd { return nil }

// Head tells client, cycle and stage.
func (s Screen) Head(f kit.Frame) kit.Head { return part.StageHead(&f, account.Test) }

// Typing is never so: all text is typed in dialogs.
func (s Screen) Typing() bool { return false }

// matrixCell is what the cursor is on, by identity: a respondent, and a question or
// with a zero code the whole KWI.
type matrixCell struct {
	who account.Initials
	kwi account.KWICode
	q   account.QuestionCode
}

// whole reports whether the heading row of a KWI is in hand.
func (c matrixCell) whole() bool { return c.q == account.QuestionCode{} }

// matrixColumns are the columns: who takes part, and who was let go in this cycle so
// that they can be awaited again.
func matrixColumns(f *kit.Frame) []account.Respondent {
	return f.Client.InReach(f.Y())
}

// matrixRows are the KWIs, each followed by its questions.
func matrixRows(y *account.Cycle) (out []matrixCell) {
	for _, k := range y.KWIs {
		out = append(out, matrixCell{kwi: k.Code})
		for _, q := range k.InOrder() {
			out = append(out, matrixCell{kwi: k.Code, q: q.Code})
		}
	}
	return out
}

// in is the cell in hand; false where there is no matrix yet.
func (s Screen) in(f *kit.Frame) (matrixCell, bool) {
	y := f.Y()
	if y == nil {
		return matrixCell{}, false
	}
	all, who := matrixRows(y), matrixColumns(f)
	if len(all) == 0 || len(who) == 0 {
		return matrixCell{}, false
	}
	c := all[s.at.Row.In(len(all))]
	c.who = who[s.at.Col.In(len(who))].Initials
	return c, true
}

// aim goes to the row of a question or a KWI, or to the column of a respondent.
func (s Screen) aim(f *kit.Frame, at string) Screen {
	for i, row := range matrixRows(f.Y()) {
		if row.whole() && row.kwi.String() == at || !row.whole() && row.q.String() == at {
			s.at.Row = widget.List{At: i}
		}
	}
	for i, r := range matrixColumns(f) {
		if string(r.Initials) == at {
			s.at.Col = widget.List{At: i}
		}
	}
	return s
}

// Update answers a message.
func (s Screen) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	c, ok := s.in(&f)
	if !ok {
		return s, part.LeavesOn(msg)
	}
	if at, isAim := msg.(kit.Aim); isAim {
		if who, day := strings.CutPrefix(string(at), kit.AtTested); day && f.Client.Respondent(account.Initials(who)) != nil {
			return s.aim(&f, who), testedOn(&f, account.Initials(who))
		}
		return s.aim(&f, string(at)), kit.Outcome{}
	}
	if way := keys.Move(msg, false); way != keys.None {
		m := matrix(&f)
		s.at = m.Move(s.at, way, f.W, f.H-len(s.below(&f, m, c)))
		return s, kit.Outcome{}
	}
	if do, isDo := msg.(kit.Do); isDo {
		return s, s.do(&f, c, do)
	}
	return s, part.LeavesOn(msg)
}
