package bring

import (
	"kwi/internal/account"
	"kwi/internal/questionnaire"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
)

// DoRemindOne is the act that mails the list once more to one who kept silent, or
// for the first time to one who was not asked yet.
const DoRemindOne kit.Do = "bring.remindone"

// RemindAct is to mail one respondent the reminder; why is a reason that it cannot
// be which the screen knows of.
func (p *Post) RemindAct(f *kit.Frame, who account.Initials, why string) kit.Act {
	act := kit.Act{ID: string(DoRemindOne), Keys: keys.Remind, Name: f.T("bring.act.remindone"), Why: why}
	if why == "" {
		act.Why = p.WhyNoMail(f)
	}
	return act
}

// AgainAct is to mail those lists once more that may have arrived.
func (p *Post) AgainAct(f *kit.Frame) kit.Act {
	act := kit.Act{ID: string(doAgain), Keys: keys.MailAgain, Name: f.T("bring.act.again"), Why: p.WhyNoMail(f), Hidden: true}
	if !doubts(f) {
		act.Why = f.T("bring.why.nodoubt")
	}
	return act
}

// RemindOne prepares the reminder to one respondent, to show it first.
func (p *Post) RemindOne(f *kit.Frame, who account.Initials) kit.Outcome {
	if out, ask := part.AskMe(f, DoRemindOne); ask {
		return out
	}
	round := questionnaire.Reminding
	if _, asked := f.Y().WaitsSince(who); !asked {
		round = questionnaire.Answering
	}
	return p.prepare(f, round, false, who)
}

// RemindAll prepares the reminder to all who kept silent.
func (p *Post) RemindAll(f *kit.Frame) kit.Outcome {
	return p.prepare(f, questionnaire.Reminding, false, "")
}

// WhyNoMail tells why nothing can be mailed now, "" where it can.
func (p *Post) WhyNoMail(f *kit.Frame) string {
	if p == nil {
		return f.T("bring.why.noserver")
	}
	return p.whyNoMail(f)
}
