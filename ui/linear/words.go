package linear

import (
	"strconv"

	"kwi/internal/account"
	"kwi/internal/text"
	"kwi/ui/kit"
)

// words are the recommendation and the remark of a list.
func (t *teller) words(who account.Initials) error {
	y := t.cycle()
	name, label := y.Name, kit.Label("measure.label.nps", string(who))
	v := y.Voice(who)
	said := ""
	switch {
	case v.Recommendation != nil:
		said = strconv.Itoa(v.Recommendation.Score)
	case y.Recommends(who):
		t.say(t.T("linear.nps.given"))
	}
	err := until(func() error {
		got, err := t.line(t.T("linear.nps.ask"), said, t.T("linear.nps.help"))
		if err != nil || got == said {
			return err
		}
		if got == "" {
			return t.done(label, func(c *account.Client) error { return c.AnswerNPS(name, who, nil) })
		}
		n, wrong := strconv.Atoi(text.Narrow(got))
		if wrong != nil || n < 0 || n > 10 {
			t.say(t.T("measure.nps.bad", echo(got)))
			return errRefused
		}
		t.say(t.T("linear.read", strconv.Itoa(n)))
		fresh := !y.Recommends(who)
		return t.change(label, func(c *account.Client) error {
			return c.EditNPS(name, who, func(r *account.NPS) {
				r.Score = n
				if fresh {
					r.Anonymous, r.NameUnasked = true, true // nobody was asked yet
				}
			})
		})
	})
	if err != nil {
		return err
	}
	if t.cycle().Recommends(who) {
		if err := t.npsWords(who, v); err != nil {
			return err
		}
	}
	return t.remark(who, v)
}

// npsWords asks why, and whether their name may stand with it.
func (t *teller) npsWords(who account.Initials, v account.Voice) error {
	y := t.cycle()
	name, label := y.Name, kit.Label("measure.label.nps", string(who))
	var why string
	if v.Recommendation != nil {
		why = v.Recommendation.Why
	}
	if err := t.setLine(t.T("measure.nps.why"), why, t.T("linear.skip"), label, func(c *account.Client, s string) error {
		return c.EditNPS(name, who, func(n *account.NPS) { n.Why = s })
	}); err != nil {
		return err
	}
	if y.WantsAnonymity(who) != account.Unanswered {
		return nil
	}
	i, err := t.one(t.T("linear.nps.name"), []choice{{name: t.T("linear.nps.named")}, {name: t.T("linear.nps.nameless")}, {name: t.T("measure.nps.unasked")}})
	if err != nil || i == 2 {
		return err
	}
	return t.done(label, func(c *account.Client) error {
		return c.EditNPS(name, who, func(n *account.NPS) { n.Anonymous, n.NameUnasked = i == 1, false })
	})
}

// remark asks what they wrote below the list, and whether it may be read out.
func (t *teller) remark(who account.Initials, v account.Voice) error {
	name, label := t.cycle().Name, kit.Label("measure.label.remark", string(who))
	if v.Remark == "" && t.cycle().Remarked(who) {
		t.say(t.T("linear.remark.there"))
	}
	err := t.setLong("said/"+string(who), t.T("measure.remark"), v.Remark, label, func(c *account.Client, s string) error {
		return c.EditRemark(name, who, func(r *account.Remark) { r.Text = s })
	})
	if err != nil || !t.cycle().Remarked(who) {
		return err
	}
	was := t.cycle().IsReleased(who)
	may, err := t.yes(t.T("linear.remark.aloud"), was)
	if err != nil || may == was {
		return err
	}
	return t.done(label, func(c *account.Client) error {
		return c.EditRemark(name, who, func(r *account.Remark) { r.Released = may })
	})
}
