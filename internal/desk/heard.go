package desk

import (
	"kwi/internal/account"
	"kwi/internal/hand"
)

// noted is a step that is kept of a letter once it has gone.
type noted struct {
	client string // ID
	label  hand.Label
	apply  func(*account.Client) error
}

// newsHeard is that a respondent was told by mail what they had not heard when the
// letter was written. What is gone since, or was told them meanwhile, is passed over.
func newsHeard(c *account.Client, y *account.Cycle, who account.Initials, today account.Date, std account.Standard) *noted {
	coming, done := c.UntoldTo(y.Name, who)
	tell := func(c *account.Client, all []account.Action, news account.News) error {
		for _, a := range all {
			_, is := c.Action(a.Number)
			if is == nil || c.Respondent(who) == nil {
				continue
			}
			if _, told := is.ToldTo(who, news); told {
				continue
			}
			if err := c.TellAction(a.Number, news, []account.Initials{who}, today, account.ByMail, std, today); err != nil {
				return err
			}
		}
		return nil
	}
	return &noted{client: c.ID, label: hand.Label{Key: "post.news", Args: []string{string(who)}}, apply: func(c *account.Client) error {
		if err := tell(c, coming, account.ItComes); err != nil {
			return err
		}
		return tell(c, done, account.WhatCame)
	}}
}
