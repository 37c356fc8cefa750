package linear

import (
	"strconv"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/guide"
	"kwi/internal/text"
	"kwi/ui/kit"
)

// answerTogether goes through the list of whoever sits here alone. What they typed now is
// told back to them; of what is older only what may stand beside their name.
func (t *teller) answerTogether() error {
	who, err := t.alone(t.T("meet.answer.alone"))
	if err != nil {
		return err
	}
	asked := t.cycle().AskedOf(who)
	if len(asked) == 0 {
		t.say(t.T("meet.answer.none"))
		return errRefused
	}
	if t.meeting.of != who {
		t.meeting.mine, t.meeting.of = account.Sitting{}, who
	}
	g, promise := guide.For(t.Words.Tag()), guide.ListByName
	if t.cycle().Promise() == account.ByGroup {
		promise = guide.ListByGroup
	}
	t.say(g.Message(promise))
	t.say(t.T("linear.grade.help"))
	for i := 0; i < len(asked); asked = t.cycle().AskedOf(who) { // which may be others by a step back, or by somebody else
		switch err := t.gradeTogether(who, asked[i], i+1, len(asked)); {
		case err == errBack && i > 0:
			i--
		case err == errRefused:
		case err == errUndone:
			i = max(i-1, 0)
		case err != nil:
			return err
		default:
			i++
		}
	}
	if err := t.remarkTogether(who, g); err != nil {
		return err
	}
	if err := t.recommendTogether(who, g); err != nil {
		return err
	}
	t.say(g.Message(guide.ListThanks, t.Supplier))
	return nil
}

// gradeTogether asks for one grade.
func (t *teller) gradeTogether(who account.Initials, code account.QuestionCode, at, of int) error {
	y := t.cycle()
	was := t.meeting.mine.Answer(code)
	if was.Grade == 0 {
		was = y.Voice(who).Sheet.Of(code)
	}
	asks := t.T("linear.grade.ask", at, of, code.String(), y.Question(code).Text)
	if was.Grade != 0 {
		asks = sentence(asks) + " " + t.T("linear.grade.was", t.saidGrade(was))
	}
	got, err := t.ask(question{text: asks, help: t.T("linear.grade.help")})
	if err != nil || got == "" || isWord(got, "linear.word.skip") {
		return err
	}
	a := account.Answer{}
	if !isWord(got, "linear.word.empty") {
		if a, err = t.grade(got); err != nil || a.Grade == 0 {
			return err
		}
		t.say(t.T("linear.read", t.saidGrade(a)))
	}
	a.Question = code
	name, today, inTalk, change := y.Name, t.today(), t.T("meet.answer.intalk"), a.ChangeFrom(was)
	if err := t.change(kit.Label("measure.label.grade", code.String(), string(who)), func(c *account.Client) error {
		if err := c.EditAnswer(name, who, code, today, inTalk, change); err != nil || !c.Cycle(name).Gave(who, code) {
			return err
		}
		return c.AnswerInTalk(name, who, today)
	}); err != nil {
		return err
	}
	t.meeting.mine = t.meeting.mine.Graded(a)
	return nil
}

// wordTogether asks for a text of the list, and gives what it is now.
func (t *teller) wordTogether(w account.Word, asks, older string, set func(string) error) (string, error) {
	was := t.meeting.mine.Typed(w)
	if was == "" {
		was = older
	}
	got, err := t.line(asks, was, t.T("linear.skip"))
	if err != nil || got == was {
		return was, err
	}
	if err := set(got); err != nil {
		return was, err
	}
	t.meeting.mine = t.meeting.mine.Said(w, got)
	t.kept()
	return got, nil
}

// remarkTogether asks what else there is to say, and whether it may be read out.
func (t *teller) remarkTogether(who account.Initials, g *guide.Guide) error {
	name, label := t.cycle().Name, kit.Label("measure.label.remark", string(who))
	said, err := t.wordTogether(account.RemarkWord, g.Message(guide.ListRemarks), t.cycle().Voice(who).Remark, func(s string) error {
		return t.change(label, func(c *account.Client) error {
			return c.EditRemark(name, who, func(r *account.Remark) { r.Text = s })
		})
	})
	if err != nil || said == "" {
		return pastRefusal(err)
	}
	asks := t.T("meet.answer.aloud")
	if t.cycle().Named() {
		asks = t.T("meet.answer.aloud.named")
	}
	return t.replied(asks, func(yes bool) error {
		return t.done(label, func(c *account.Client) error {
			return c.EditRemark(name, who, func(r *account.Remark) { r.Released = yes })
		})
	})
}

// recommendTogether asks for the recommendation, and what goes with it where there is one.
func (t *teller) recommendTogether(who account.Initials, g *guide.Guide) error {
	y := t.cycle()
	name, label := y.Name, kit.Label("measure.label.nps", string(who))
	older := account.NPS{}
	v, number := y.Voice(who), ""
	if v.Recommendation != nil {
		older, number = *v.Recommendation, strconv.Itoa(v.Recommendation.Score)
	}
	score, err := t.wordTogether(account.ScoreWord, t.T("meet.answer.recommend", t.Supplier), number, func(s string) error {
		if s == "" {
			return t.change(label, func(c *account.Client) error { return c.AnswerNPS(name, who, nil) })
		}
		n, wrong := strconv.Atoi(text.Narrow(s))
		if wrong != nil || n < 0 || n > 10 {
			t.say(t.T("measure.nps.bad", echo(s)))
			return errRefused
		}
		return t.change(label, func(c *account.Client) error {
			return c.EditNPS(name, who, func(r *account.NPS) { r.Score = n })
		})
	})
	switch {
	case err == errRefused:
		return t.recommendTogether(who, g)
	case err != nil || score == "":
		return err
	}
	edit := func(put func(*account.NPS)) error {
		return t.change(label, func(c *account.Client) error {
			if y := c.Cycle(name); y == nil || !y.Recommends(who) {
				return fault.New(fault.Missing)
			}
			return c.EditNPS(name, who, put)
		})
	}
	for _, w := range []struct {
		word       account.Word
		asks, said string
		at         func(*account.NPS) *string
	}{
		{account.WhyWord, g.Message(guide.NPSWhy), older.Why, func(n *account.NPS) *string { return &n.Why }},
		{account.PleasedWord, g.Message(guide.NPSPleased), older.Pleased, func(n *account.NPS) *string { return &n.Pleased }},
		{account.MissedWord, g.Message(guide.NPSMissed), older.Missed, func(n *account.NPS) *string { return &n.Missed }},
	} {
		if _, err := t.wordTogether(w.word, w.asks, w.said, func(s string) error { return edit(func(n *account.NPS) { *w.at(n) = s }) }); pastRefusal(err) != nil {
			return err
		}
	}
	if !y.Named() {
		return nil
	}
	return t.replied(t.T("meet.answer.named"), func(yes bool) error {
		return edit(func(n *account.NPS) { n.Anonymous, n.NameUnasked = !yes, false })
	})
}

// pastRefusal is the error, unless something was refused and told.
func pastRefusal(err error) error {
	if err == errRefused {
		return nil
	}
	return err
}
