package account

import (
	"slices"
	"strings"

	"kwi/internal/fault"
)

// SayWish gives what somebody expects of a KWI that they wish other words. It is
// refused where they do not wish it any more.
func (c *Client) SayWish(cycle CycleName, code KWICode, who Initials, words string, on Date) error {
	if y := c.Cycle(cycle); y == nil || y.KWI(code) == nil || !y.KWI(code).IsWishOf(who) {
		return fault.New(fault.Removed, string(who)+" "+code.String())
	}
	return c.JoinKWI(cycle, code, who, words, on)
}

// JoinKWI makes a KWI the wish of a respondent too, in their own words, and on
// the same way changes those words. They can judge all questions that it
// still asks from then on. Whoever has a KWI of their own has that merged with this one instead.
func (c *Client) JoinKWI(cycle CycleName, code KWICode, who Initials, words string, on Date) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	if err := checkDay(on); err != nil {
		return err
	}
	k := y.KWI(code)
	switch wished := y.WishOf(who); {
	case k == nil:
		return fault.New(fault.Removed, code.String())
	case who == "" || c.Respondent(who) == nil:
		return fault.New(fault.Removed, string(who))
	case wished != nil && wished.Code != code:
		return fault.New(fault.OneKWI, string(who), wished.Code.String())
	case wished != nil:
		k.say(who, words)
		return nil
	}
	k.joined(Wish{By: who, Words: words})
	for _, q := range k.Asked() {
		if err := c.Assign(cycle, who, q.Code, true); err != nil {
			return err
		}
	}
	y.turned(Turn{Date: on, KWI: code, How: TurnedJoint, With: []Initials{who}})
	return nil
}

// say changes the own words of somebody who wished a KWI. Of who wished it alone
// they are the words of the KWI.
func (k *KWI) say(who Initials, words string) {
	if who == k.WishedBy && len(k.Wishes) == 0 {
		k.Expectation = words
		return
	}
	k.Wishes = slices.Clone(k.Wishes)
	for i := range k.Wishes {
		if k.Wishes[i].By == who {
			k.Wishes[i].Words = words
		}
	}
}

// joined adds a wish to those of a KWI, with the words of who wished it alone
// beside it.
func (k *KWI) joined(more ...Wish) {
	wishes := slices.Clone(k.Wishes)
	if k.WishedBy != "" {
		wishes = append([]Wish{{By: k.WishedBy, Words: k.Expectation}}, wishes...)
	}
	k.WishedBy, k.Wishes = "", append(wishes, more...)
	k.wishOnce()
	k.SharedBy = slices.DeleteFunc(slices.Clone(k.SharedBy), func(who Initials) bool { return k.IsWishOf(who) })
}

// PartKWI takes a respondent off those who wish a joint KWI. What they judge
// stays, and so does that it matters to them. Of two the other keeps it.
func (c *Client) PartKWI(cycle CycleName, code KWICode, who Initials) error {
	return c.Words(cycle, code, func(k *KWI) {
		if !slices.ContainsFunc(k.Wishes, func(h Wish) bool { return h.By == who }) {
			return
		}
		k.Wishes = slices.DeleteFunc(slices.Clone(k.Wishes), func(h Wish) bool { return h.By == who })
		k.SharedBy = append(slices.Clone(k.SharedBy), who)
		k.alone()
	})
}

// wishOnce leaves one wish of each who wishes a KWI, of two who turn out to be one
// and of one who wished it before, with the words of both below each other. Where
// only one is left who wishes it, it is theirs alone.
func (k *KWI) wishOnce() {
	var once []Wish
	for _, h := range k.Wishes {
		i := slices.IndexFunc(once, func(was Wish) bool { return was.By == h.By })
		switch {
		case i < 0:
			once = append(once, h)
		case !slices.Contains(strings.Split(once[i].Words, "\n"), h.Words):
			once[i].Words = strings.TrimSpace(once[i].Words + "\n" + h.Words)
		}
	}
	several := len(k.Wishes) > len(once)
	if k.Wishes = once; several {
		k.alone()
	}
}

// alone makes a joint KWI that is the wish of one the KWI of that one, where
// nothing that they said goes with it.
func (k *KWI) alone() {
	if len(k.Wishes) != 1 || k.WishedBy != "" {
		return
	}
	left := k.Wishes[0]
	if left.Words != "" && k.Expectation != "" && left.Words != k.Expectation {
		return
	}
	if k.Expectation == "" {
		k.Expectation = left.Words
	}
	k.WishedBy, k.Wishes = left.By, nil
}
