// Package draft is the screen of the second stage: a talk with each
// respondent, what they find most important as their KWI in their own words, and
// the questions by which they will judge it. It knows the kit and the pure
// rooms, and no other screen.
package draft

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/due"
	"kwi/internal/guide"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/part/became"
	"kwi/ui/part/bring"
	"kwi/ui/part/catching"
	"kwi/ui/widget"
)

// Screen is the cursor in the list of talks, and the talk that is open.
type Screen struct {
	list widget.List
	talk talkScreen
	post *bring.Post // how a talk leaves the program; nil: it does not
}

// New opens the stage at its list.
func New(kit.Place) kit.Screen { return Screen{} }

// With opens it with a way for a talk to leave the program.
func With(post *bring.Post) func(kit.Place) kit.Screen {
	return func(kit.Place) kit.Screen { return Screen{post: post} }
}

// Init fetches nothing.
func (s Screen) Init() tea.Cmd { return nil }

// Head tells client, cycle and stage.
func (s Screen) Head(f kit.Frame) kit.Head { return part.StageHead(&f, account.Draft) }

// Typing reports whether letters are text: in a talk they always are.
func (s Screen) Typing() bool { return s.talk.open }

// Acts are what can be done in the list or in the talk that is open.
func (s Screen) Acts(f kit.Frame) []kit.Act {
	s = s.called(&f)
	switch {
	case f.Y() == nil:
		return nil
	case s.talk.open && (s.talk.filling() || s.talk.who == ""):
		return s.talk.acts(&f)
	case s.talk.open:
		return append(s.talk.acts(&f), s.post.TalkActs(&f, s.talk.who)...)
	}
	if r, only := onlyContact(&f); only {
		return s.contactActs(&f, r)
	}
	return s.listActs(&f)
}

// listActs are what can be done with the row in hand. What has no sense there is
// not offered: of a client without respondents there is a joint KWI to begin with.
func (s Screen) listActs(f *kit.Frame) (acts []kit.Act) {
	r := s.inHand(f)
	gone := r.kwi != 0 && f.Y().KWI(r.kwi) == nil
	switch {
	case gone:
		up := became.Act(f, r.kwi)
		up.Keys, up.Hidden = keys.BecameOrOpen, false
		acts = append(acts, up)
	case r.who != "":
		acts = append(acts, kit.Act{ID: "open", Looks: true, Keys: keys.Open, Name: f.T("draft.act.talk")})
	case r.kwi != 0:
		acts = append(acts, kit.Act{ID: "open", Looks: true, Keys: keys.Open, Name: f.T("draft.act.open")})
	}
	if n := len(f.Client.Caught); n > 0 {
		acts = append(acts, kit.Act{ID: "caught", Keys: keys.Sort, Name: f.N("root.act.sort", n)})
	}
	acts = append(acts, kit.Act{ID: "joint", Keys: keys.New, Name: f.T("draft.act.joint")})
	switch {
	case gone:
		acts = append(acts, kit.Act{ID: "takeup", Keys: keys.Remove, Name: f.T("draft.act.takeup")})
	case r.kwi != 0:
		acts = append(acts, turnActs(f, r.kwi, false)...)
		acts = append(acts, became.Act(f, r.kwi))
	}
	return acts
}

// turnActs are what can become of a KWI. In a talk, where letters are text, those
// that have a letter are found by their names.
func turnActs(f *kit.Frame, code account.KWICode, talk bool) []kit.Act {
	why := dropWhy(f, code)
	acts := []kit.Act{
		{ID: "drop", Keys: keys.Remove, Name: f.T("draft.act.drop"), Why: why},
		{ID: "renew", Keys: keys.Renew, Name: f.T("draft.act.renew"), Why: why},
		{ID: "merge", Keys: keys.Merge, Name: f.T("draft.act.merge"), Why: mergeWhy(f, code)},
		{ID: "split", Keys: keys.Split, Name: f.T("draft.act.split"), Why: why, Hidden: true},
		{ID: "together", Keys: keys.Together, Name: f.T("draft.act.together"), Hidden: true},
	}
	if !talk {
		return acts
	}
	acts = acts[2:] // those before have a place of their own there
	for i := range acts {
		acts[i].Keys, acts[i].Hidden = keys.Unbound, true
	}
	return append(acts, kit.Act{ID: became.ActID, Looks: true, Keys: keys.Unbound, Name: f.T("became.act"), Hidden: true})
}

// mergeWhy is why a KWI cannot be merged with another: there is none, or both were
// graded.
func mergeWhy(f *kit.Frame, code account.KWICode) string {
	y := f.Y()
	if len(y.KWIs) < 2 {
		return f.T("draft.why.oneonly")
	}
	if dropWhy(f, code) != "" && !slices.ContainsFunc(y.KWIs, func(k account.KWI) bool { return k.Code != code && dropWhy(f, k.Code) == "" }) {
		return dropWhy(f, code)
	}
	return ""
}

// turn answers what becomes of a KWI; false where a message is about something else.
func turn(f *kit.Frame, msg tea.Msg, code account.KWICode) (kit.Outcome, bool) {
	switch msg {
	case kit.Do("drop"):
		return dropKWI(f, code), true
	case kit.Do("renew"):
		return renewKWI(f, code), true
	case kit.Do("merge"):
		return askMerge(f, code), true
	case kit.Do("split"):
		return splitKWI(f, code), true
	case kit.Do("together"):
		return askTogether(f, code), true
	case kit.Do("takeup"):
		return takeUp(f, code), true
	case kit.Do(became.ActID):
		return kit.Outcome{Ask: became.New(code)}, true
	}
	return kit.Outcome{}, false
}

// Update answers a message.
func (s Screen) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	s = s.called(&f)
	switch {
	case f.Y() == nil:
		return s, part.LeavesOn(msg)
	case msg == tea.Msg(kit.Aim(due.Caught.String())):
		return s, kit.Outcome{Ask: catching.NewList()}
	case msg == tea.Msg(kit.Aim(kit.AtOverview)):
		s.talk = talkScreen{}
		return s, kit.Outcome{}
	case isAim(msg):
		return s.aim(&f, string(msg.(kit.Aim))), kit.Outcome{}
	case s.talk.open:
		if left := s.talk.left(&f); left != "" {
			return s, kit.Refuses(left)
		}
		if out, ours := s.post.UpdateTalk(&f, msg, s.talk.who); ours {
			return s, out
		}
		out := s.talk.update(&f, msg)
		return s, out
	}
	if out, mine := s.mailBack(&f, msg); mine {
		return s, out
	}
	rs, _ := listRows(&f)
	r := s.inHand(&f)
	switch msg {
	case kit.Do("open"):
		s.talk = opened(r.who, r.kwi)
		return s, s.talk.toQuestions(&f)
	case kit.Do("caught"):
		return s, kit.Outcome{Ask: catching.NewList()}
	case kit.Do("joint"):
		return s, kit.Outcome{Ask: askKWI(&f, "", account.Note{}, "")}
	case kwiMade{}:
		if ks := f.Y().KWIs; len(ks) > 0 && len(ks[len(ks)-1].Wishers()) == 0 {
			made := ks[len(ks)-1].Code
			s.talk = opened("", made)
			s.list.At = max(slices.Index(rs, listRow{kwi: made}), 0)
		}
		return s, kit.Outcome{}
	}
	if out, mine := turn(&f, msg, r.kwi); mine {
		return s, out
	}
	if way := keys.Move(msg, false); way != keys.None {
		s.list = s.list.Move(way, len(rs), f.H)
		return s, kit.Outcome{}
	}
	return s, part.LeavesOn(msg)
}

func isAim(msg tea.Msg) bool { _, is := msg.(kit.Aim); return is }

// aim opens the talk with a respondent, or a KWI.
func (s Screen) aim(f *kit.Frame, at string) Screen {
	question, isQuestion := account.ParseQuestionCode(at)
	if isQuestion {
		at = question.KWI.String()
	}
	code, isKWI := account.ParseKWICode(at)
	rs, _ := listRows(f)
	for i, r := range rs {
		if isKWI && r.kwi == code || !isKWI && string(r.who) == at {
			s.list.At, s.talk = i, talkScreen{}
			if r.kwi != 0 && f.Y().KWI(r.kwi) == nil {
				return s // nothing is worked on there any more
			}
			s.talk = opened(r.who, r.kwi)
			s.talk.words = isKWI || isQuick(f) && r.who != ""
			if isQuestion {
				s.talk.form = s.talk.form.On(question.String())
			}
		}
	}
	return s
}

// kwiMade tells that a KWI was made.
type kwiMade struct{}

// View draws the list or the talk.
func (s Screen) View(f kit.Frame) kit.Page {
	s = s.called(&f)
	switch {
	case f.Y() == nil:
		return kit.Page{Body: part.Empty(&f, f.T("stage.nocycle"), "")}
	case s.talk.open:
		return s.talk.view(&f)
	}
	if r, only := onlyContact(&f); only {
		return kit.Page{Body: contactView(&f, r)}
	}
	return kit.Page{Body: s.overview(&f)}
}

// guideOf is the guide in the user's language.
func guideOf(f *kit.Frame) *guide.Guide { return guide.For(f.Words.Tag()) }

// faintLines is a text in faint lines.
func faintLines(f *kit.Frame, text string, w int) []string {
	lines := cells.Wrap(text, min(w, part.WidestText))
	for i, l := range lines {
		lines[i] = f.Theme.Faint.Render(l)
	}
	return lines
}
