package linear

import (
	"slices"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/part"
)

// tellNews notes who was told that it comes, or what came of it.
func (t *teller) tellNews(number string) error {
	_, a := t.client().Action(number)
	news, _ := a.News()
	if a.Status == account.Done {
		news = account.WhatCame
	}
	hears := t.client().Hears(t.cycle(), *a)
	std, today := part.Standard(t.frame()), t.today()
	on, err := t.onDay(t.T("agree.told.on"), "")
	if err != nil {
		return err
	}
	if len(hears) == 0 {
		return t.done(kit.Label("agree.announced.label", number), func(c *account.Client) error { return c.AnnounceAction(number, std, today, on) })
	}
	var told []account.Initials
	for _, who := range hears {
		if _, is := a.ToldTo(who, news); is {
			continue
		}
		yes, err := t.yes(t.T("linear.agreement.told", t.named(who)), true)
		if err != nil {
			return err
		}
		if yes {
			told = append(told, who)
		}
	}
	if len(told) == 0 {
		t.say(t.T("linear.nothing"))
		return nil
	}
	ways := []option[account.Way]{{"", t.T("agree.way.some")}}
	for _, w := range account.Ways() {
		ways = append(ways, option[account.Way]{w, t.T("agree.way." + string(w))})
	}
	way, err := ofOptions(t, asking(t.T("agree.told.way")), ways)
	if err != nil {
		return err
	}
	key := "agree.announced.label"
	if news == account.WhatCame {
		key = "agree.result.label"
	}
	return t.done(kit.Label(key, number), func(c *account.Client) error {
		return c.TellAction(number, news, slices.Clone(told), on, way, std, today)
	})
}
