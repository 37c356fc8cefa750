package linear

import (
	"context"
	"errors"

	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/internal/questionnaire"
	"kwi/ui/part"
)

// mailChoices are to mail the lists of a round: to whoever has not got one, to who is
// silent, and once more to those of whom nobody knows whether it arrived.
func (t *teller) mailChoices() []choice {
	if t.Post == nil || t.Post.Prepare == nil {
		return nil
	}
	why := t.Post.WhyNoMail(t.frame())
	return []choice{
		{name: t.T("bring.act.mail"), why: why, changes: true, do: func() error { return t.mail(questionnaire.Answering, false, "") }},
		{name: t.T("bring.act.remind"), why: why, changes: true, do: func() error { return t.mail(questionnaire.Reminding, false, "") }},
		{name: t.T("bring.act.again"), why: t.Post.AgainAct(t.frame()).Why, changes: true, do: func() error { return t.mail(questionnaire.Answering, true, "") }},
	}
}

// mail makes the letters of a round, tells who would get what, and lets them go on a yes.
func (t *teller) mail(round questionnaire.Round, again bool, only account.Initials) error {
	r, err := t.Post.Prepare(t.ctx, t.hand.ID(), round, only, t.Words.Tag(), t.Me, nil)
	if err != nil {
		t.say(t.Post.Say(t.Words, err))
		return errRefused
	}
	letters, send := r.Letters, r.Go
	if again {
		letters, send = r.Doubtful, r.Again
		t.say(t.T("bring.again.text"))
	} else if len(r.Doubtful) > 0 {
		t.say(t.T("bring.doubtful", part.Names(t.frame(), part.WhoOf(r.Doubtful))))
	}
	if len(letters) == 0 {
		t.say(t.T("bring.turn." + string(round)))
	}
	return t.letGo(r, letters, send, t.Post.Say, "bring.maybe", "bring.halted.goon")
}

// letGo tells the letters of a round, each with its address, one whole where that is
// wanted, and sends them on a yes.
func (t *teller) letGo(r part.MailRound, letters []part.Mail, send part.SendMails, say func(*lang.Words, error) string, maybe, goesOn string) error {
	if len(r.Without) > 0 {
		t.say(t.T("linear.lists.without", part.Names(t.frame(), r.Without)))
	}
	if len(letters) == 0 {
		return errRefused
	}
	t.say(t.T("bring.mail.text", r.Server))
	for _, l := range letters {
		t.tell(t.named(l.Who), l.Email)
	}
	t.tell(t.T("linear.mail.subject"), letters[0].Subject)
	read, err := t.yes(t.T("linear.mail.read"), len(letters) == 1)
	if err != nil {
		return err
	}
	if read {
		for _, l := range letters {
			t.say(sentence(t.named(l.Who)))
			t.say(l.Text)
		}
	}
	sure, err := t.yes(t.N("linear.mail.sure", len(letters)), false)
	if err != nil {
		return err
	}
	if !sure {
		t.say(t.T("linear.mail.not"))
		return nil
	}
	gone, err := send(t.ctx, nil)
	if err != nil && errors.Is(err, context.Canceled) && len(gone.Tried()) == 0 {
		return errLeave
	}
	t.say(part.Became(t.frame(), letters, gone, err, say, maybe, goesOn).Notice)
	t.fresh()
	return nil
}
