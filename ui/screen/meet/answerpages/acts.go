package answerpages

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// Acts are what can be said on the page in hand.
func (s Screen) Acts(f kit.Frame) []kit.Act {
	if !ready(&f) {
		return nil
	}
	i, all := s.in(&f)
	s.at = all[i]
	next := kit.Act{ID: "next", Looks: true, Keys: keys.NextAnswer, Name: f.T("meet.act.next")}
	before := kit.Act{ID: "before", Looks: true, Keys: keys.LastAnswer, Name: f.T("meet.act.before")}
	var acts []kit.Act
	switch s.at.kind {
	case promise:
		before.Why = f.T("meet.answer.begins")
	case grading, recommendation:
		acts = s.gradeActs(&f)
	case aloud, named:
		acts = []kit.Act{{ID: "yes", Keys: keys.SaysYes, Name: f.T("kit.yes"), Why: closed(&f)}, {ID: "no", Keys: keys.SaysNo, Name: f.T("kit.no"), Why: closed(&f)}}
	case thanks:
		next = kit.Act{ID: "leave", Keys: keys.Open, Name: f.T("meet.test.leave")}
	default:
		if acts, next.Keys = s.form.Acts(f, s.fields(&f)), keys.NextWords; s.form.Typing() {
			next.Keys, before.Keys = keys.FromWords, keys.LastPart
			acts = slices.DeleteFunc(acts, func(a kit.Act) bool { return a.ID == string(widget.DoNext) || a.ID == string(widget.DoDone) })
		}
	}
	acts = append(acts, next, before)
	for i := range acts {
		acts[i].Together = true
	}
	return acts
}

// gradeActs are to give a grade with its relevance, or a number.
func (s Screen) gradeActs(f *kit.Frame) []kit.Act {
	why := closed(f)
	first := why
	grade := kit.Act{ID: "grade", Keys: keys.Digits, Name: f.T("meet.answer.number"), Why: why, Itself: true}
	clear := kit.Act{ID: "clear", Keys: keys.ClearGrade, Name: f.T("measure.act.clear")}
	if s.at.kind == recommendation {
		if clear.Why = why; clear.Why == "" && s.recommended(f) == "" {
			clear.Why = f.T("meet.answer.nothing")
		}
		return []kit.Act{grade, clear}
	}
	if grade.Name = f.T("measure.col.grade"); first == "" && s.answer(f, s.at.q).Grade == 0 {
		first = f.T("measure.gradefirst")
	}
	if clear.Why = why; clear.Why == "" && first != "" {
		clear.Why = f.T("meet.answer.nothing")
	}
	return []kit.Act{grade,
		{ID: "less", Keys: keys.Less, Name: f.T("measure.act.less"), Why: first},
		{ID: "same", Keys: keys.Neutral, Name: f.T("measure.act.neutral"), Why: first},
		{ID: "more", Keys: keys.More, Name: f.T("measure.act.more"), Why: first},
		clear}
}

// do does one of the acts; false is one that is not the page's own.
func (s Screen) do(f *kit.Frame, do kit.Do) (kit.Screen, kit.Outcome, bool) {
	var next kit.Screen
	var out kit.Outcome
	switch do {
	case "next":
		next, out = s.leave(f, 1)
	case "before":
		next, out = s.leave(f, -1)
	case "leave":
		return s, kit.Outcome{Back: true}, true
	case "yes":
		next, out = s.says(f, true)
	case "no":
		next, out = s.says(f, false)
	case "less":
		next, out = s.weighs(f, account.Less)
	case "same":
		next, out = s.weighs(f, account.Neutral)
	case "more":
		next, out = s.weighs(f, account.More)
	case "clear":
		next, out = s.clears(f)
	case "grade":
		return s, kit.Says(f.T("meet.answer.digits")), true
	default:
		return s, kit.Outcome{}, false
	}
	return next, out, true
}

// leave goes on or back, with what is being written kept. What cannot be kept
// stays.
func (s Screen) leave(f *kit.Frame, by int) (kit.Screen, kit.Outcome) {
	var out kit.Outcome
	if s.form.Typing() {
		if s.form, out, _ = s.form.Update(*f, s.fieldsOf(f, &s.mine), widget.DoDone); s.form.Typing() {
			return s, out
		}
	}
	return s.turn(f, by), out
}

// write answers a message where something is written. A sign begins a text.
func (s Screen) write(f *kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	fields := s.fieldsOf(f, &s.mine)
	if !s.form.Typing() && widget.BeginsText(msg) {
		s.form = s.form.Begin(*f, fields)
	}
	form, out, handled := s.form.Update(*f, fields, msg)
	if s.form = form; !handled && !form.Typing() {
		switch keys.Move(msg, false) {
		case keys.Down:
			return s.turn(f, 1), out
		case keys.Up:
			return s.turn(f, -1), out
		}
		return s, part.LeavesOn(msg)
	}
	return s, out
}
