package linear

import (
	"kwi/internal/account"
	"kwi/internal/crash"
	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/internal/lang"
	"kwi/ui/kit"
)

// copies are the earlier copies of the data that can be gone back to, the newest first.
func (t *teller) copies() error {
	if t.Copies.List == nil {
		t.say(sentence(capital(t.T("copies.example"))))
		return errRefused
	}
	all, last, err := t.Copies.List()
	if err != nil {
		return err
	}
	if len(all) == 0 {
		t.say(t.T("copies.none"))
		return nil
	}
	var choices []choice
	for _, c := range all {
		choices = append(choices, choice{name: c.Called(t.Words) + ", " + t.Words.CopySize(c.Size, c.Clients), why: c.WhyNot(t.Words)})
	}
	i, err := t.one(asking(t.T("linear.copies.which")), choices)
	if err != nil {
		return err
	}
	return t.goBackTo(all[i], last, lang.Came{})
}

// goBackTo says what going back to a copy brings, asks whether it shall be, and puts it
// in the place of the data; where something was saved meanwhile all that once more.
// Nothing that was in hand is, after it.
func (t *teller) goBackTo(c kit.Copy, last account.Moment, came lang.Came) error {
	for _, line := range append(t.Words.Came(came), c.Preview(t.Words, last)...) {
		t.say(line)
	}
	sure, err := t.yes(t.T("linear.copies.sure"), false)
	if err != nil || !sure {
		return err
	}
	kept, came, err := t.Copies.GoBack(c)
	if err != nil {
		return err
	}
	if came.Any() {
		if c, last, err = t.Copies.Anew(c); err != nil {
			return err
		}
		return t.goBackTo(c, last, came)
	}
	t.hand, t.earlier, t.typing = hand.Hand{}, "", map[string]hand.Draft{}
	t.say(t.T("copies.went", t.Words.CopyMoment(c.At, c.Twin), kept))
	return nil
}

// awaitCopies begins to wait for a copy that could not be kept.
func (t *teller) awaitCopies() {
	if t.Copies.Failed == nil {
		return
	}
	t.uncopied = make(chan error, 1)
	crash.Go(func() { t.uncopied <- t.Copies.Failed() }, func(f *fault.Fault) { t.uncopied <- f })
}

// sayUncopied says once that a copy was not kept, before the next question.
func (t *teller) sayUncopied() {
	select {
	case err := <-t.uncopied:
		if err != nil {
			t.sayInternal(t.Words.Uncopied(t.Copies.Folder, err), false)
		}
	default:
	}
}
