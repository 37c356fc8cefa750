package bring

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/questionnaire"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
)

// The acts.
const (
	doWrite  kit.Do = "bring.write"
	doMail   kit.Do = "bring.mail"
	doRemind kit.Do = "bring.remind"
	doAgain  kit.Do = "bring.again"
)

// What a dialog tells the screen below it, and what a command brings back.
type (
	listsWritten struct{ Written }
	prepared     struct {
		Round
		round questionnaire.Round
		again bool // those that may have arrived
	}
	lettersGoing struct {
		letters []Letter
		send    part.SendMails
	}
	lettersGone struct {
		Gone
		letters []Letter
		err     error
	}
	failed struct{ err error }
)

// Among puts what can be done with the lists of the cycle in view among a
// screen's other acts: what fits best behind the first of them, the rest at
// the end. Where answers are awaited remind adds the mail to who is silent and
// the reading of what came back. Without a Post there is nothing to do.
func (p *Post) Among(f *kit.Frame, acts []kit.Act, remind bool) []kit.Act {
	if p == nil || len(acts) == 0 {
		return acts
	}
	write := kit.Act{ID: string(doWrite), Keys: keys.WriteLists, Name: f.T("bring.act.write"), Why: whyNoLists(f)}
	mail := kit.Act{ID: string(doMail), Keys: keys.MailLists, Name: f.T("bring.act.mail"), Why: p.whyNoMail(f)}
	main, rest := write, []kit.Act{mail}
	if p.mails() {
		main, rest = mail, []kit.Act{write}
	}
	if remind {
		rest = append(rest, kit.Act{ID: string(doRemind), Keys: keys.Remind, Name: f.T("bring.act.remind"), Why: mail.Why})
	}
	for i := range rest {
		rest[i].Hidden = true
	}
	again := kit.Act{ID: string(doAgain), Keys: keys.MailAgain, Name: f.T("bring.act.again"), Why: mail.Why}
	doubt := doubts(f)
	if !doubt {
		again.Why, again.Hidden = f.T("bring.why.nodoubt"), true
		rest = append(rest, again)
	}
	acts = slices.Insert(acts, 1, main)
	if remind && p.Read != nil {
		acts = slices.Insert(acts, 1, p.collectAct(f))
	}
	if doubt {
		acts = slices.Insert(acts, 1, again)
	}
	return append(acts, rest...)
}

// whyNoLists tells why there are no lists, "" where there are.
func whyNoLists(f *kit.Frame) string {
	if y := f.Y(); y == nil || len(f.Client.Asked(y)) == 0 {
		return f.T("bring.why.nobody")
	}
	return ""
}

// mails reports whether lists can be mailed.
func (p *Post) mails() bool { return p.Prepare != nil && (p.Mails == nil || p.Mails()) }

// whyNoMail tells why nothing can be mailed now, "" where it can.
func (p *Post) whyNoMail(f *kit.Frame) string {
	y := f.Y()
	switch {
	case whyNoLists(f) != "":
		return whyNoLists(f)
	case y.Stage == account.Closed || y.Name != f.Client.Newest().Name:
		return f.T("bring.why.past")
	case !p.mails():
		return f.T("bring.why.noserver")
	}
	return ""
}

// doubts reports whether anybody's letter may have arrived.
func doubts(f *kit.Frame) bool {
	y := f.Y()
	return y != nil && slices.ContainsFunc(f.Client.Asked(y), func(r account.Respondent) bool { return y.Unsettled(r.Initials) != nil })
}

// Update answers a message; false where it was not about lists. round is that
// of the screen.
func (p *Post) Update(f *kit.Frame, msg tea.Msg, round questionnaire.Round) (kit.Outcome, bool) {
	if p == nil {
		return kit.Outcome{}, false
	}
	switch msg := msg.(type) {
	case kit.Do:
		if msg == doWrite || msg == doMail || msg == doRemind || msg == doAgain {
			if out, ask := part.AskMe(f, msg); ask {
				return out, true
			}
		}
		switch msg {
		case doCollect:
			return kit.Outcome{Ask: p.whichFiles(f)}, true
		case doWrite:
			return kit.Outcome{Ask: p.dialog(f)}, true
		case doMail:
			return p.prepare(f, round, false, ""), true
		case doAgain:
			return p.prepare(f, round, true, ""), true
		case doRemind:
			return p.RemindAll(f), true
		}
		return kit.Outcome{}, false
	case prepared:
		return p.confirm(f, msg), true
	case lettersGoing:
		return p.carry(f, msg), true
	case lettersGone:
		return p.told(f, msg), true
	case failed:
		return p.failed(f, msg), true
	}
	return kit.Outcome{}, false
}
