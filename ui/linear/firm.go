package linear

import (
	"context"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/hand"
)

// firm is what the supplier keeps, as far as whoever listens may know it: where it is about
// one client the library alone.
func (t *teller) firm() account.Firm {
	switch now := t.Firm.Now(); {
	case t.watched():
		return now.Shown()
	case t.Only != "":
		return account.Firm{Library: now.Library}
	default:
		return now
	}
}

// firmAnew reads it as others may have changed it. Where it cannot be read what is in hand
// stays.
func (t *teller) firmAnew() {
	if t.Firm.Dirty() {
		return
	}
	if h, err := t.Keeper.Firm(context.Background()); err == nil {
		t.Firm = h.In(t.Window)
	}
}

// changeFirm does a change to what the supplier keeps and keeps it before anything else is
// asked. What cannot be done is told and is errRefused.
func (t *teller) changeFirm(label hand.Label, apply func(*account.Firm) error) error {
	if t.ReadOnly {
		return t.refuse(fault.New(fault.LooksOnly))
	}
	h, err := t.Firm.Dated(t.moment()).Do(hand.FirmChange{Label: label, Apply: apply})
	if err != nil {
		return t.refuse(err)
	}
	t.Firm, t.ofFirm = h, true
	return t.keepFirm()
}

// firmDone does such a change and says that it is kept.
func (t *teller) firmDone(label hand.Label, apply func(*account.Firm) error) error {
	err := t.changeFirm(label, apply)
	if err == nil {
		t.kept()
	}
	return err
}

// keepFirm sends what is not kept yet until the store has it, as keep does for a client.
func (t *teller) keepFirm() error {
	lost := false
	for {
		h, save, any := t.Firm.Send()
		switch {
		case !any && lost:
			return errRefused
		case !any:
			return nil
		}
		t.Firm = h
		rev, err := t.Keeper.KeepFirm(context.Background(), save)
		switch {
		case err == nil:
			t.Firm = t.Firm.Kept(rev)
		case fault.Has(err, fault.Conflict):
			var newer hand.Firm
			if newer, err = t.Keeper.Firm(context.Background()); err == nil {
				var gone []hand.Lost
				t.Firm, gone = t.Firm.Rebase(newer.In(t.Window))
				lost = t.tellLost(gone, hand.Window{}) || lost
			}
		}
		if err == nil {
			continue
		}
		t.Firm = t.Firm.Failed(err)
		if err := t.failed(err); err != nil {
			return err
		}
	}
}

// stepFirm takes the last step of it back, or does it again.
func (t *teller) stepFirm(step func(hand.Firm) (hand.Firm, hand.Label, error), said string) {
	h, label, err := step(t.Firm.Dated(t.moment()))
	if err != nil {
		t.say(t.Words.Fault(err))
		return
	}
	t.Firm = h
	if t.keepFirm() == nil {
		t.say(sentence(t.T(said, t.label(label))))
	}
}
