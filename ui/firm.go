package ui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/ui/kit"
)

// firmLanded is the store's word on what the supplier keeps.
type firmLanded struct {
	rev uint64
	err error
}

// firmRead is what the supplier keeps as the store has it.
type firmRead struct {
	firm     hand.Firm
	err      error
	conflict bool // a save met it
}

// firmShown is what the supplier keeps as a screen may see it: while the client
// looks along what is for them, and in a program that is about one client the
// library alone.
func (r *Root) firmShown() account.Firm {
	switch {
	case r.watched():
		return r.Firm.Now().Shown()
	case r.Only:
		return account.Firm{Library: r.Firm.Now().Library}
	}
	return r.Firm.Now()
}

// changeFirm does a change to what the supplier keeps.
func (r *Root) changeFirm(at kit.Place, c *hand.FirmChange) (err error) {
	if c == nil {
		return nil
	}
	if r.ReadOnly {
		return fault.New(fault.LooksOnly)
	}
	if r.watched() {
		return fault.New(fault.Internal) // no screen that is open then has any
	}
	defer r.catcher().caught(&err)
	h, err := r.Firm.Dated(r.moment()).Do(*c)
	if err == nil {
		r.Firm = h
		r.noteFirm(at)
	}
	return err
}

// flushFirm sends what is to be kept, one save at a time.
func (r *Root) flushFirm(cmds *commandBatch) {
	h, s, ok := r.Firm.Send()
	if !ok || r.tries > 0 {
		return
	}
	r.Firm = h
	keeper := r.Keeper
	cmds.add(func() tea.Msg {
		rev, err := keeper.KeepFirm(context.Background(), s)
		return firmLanded{rev, err}
	})
}

// readFirm fetches what others may have changed.
func (r *Root) readFirm() tea.Cmd {
	keeper := r.Keeper
	return func() tea.Msg {
		h, err := keeper.Firm(context.Background())
		return firmRead{firm: h, err: err}
	}
}

func (r *Root) firmLanded(m firmLanded, cmds *commandBatch) {
	switch {
	case m.err == nil:
		r.kept, r.tries = r.now, 0
		r.Firm = r.Firm.Kept(m.rev)
		r.refresh(cmds)
	case fault.Has(m.err, fault.Conflict):
		keeper := r.Keeper
		cmds.add(func() tea.Msg {
			h, err := keeper.Firm(context.Background())
			return firmRead{h, err, true}
		})
	default:
		r.Firm, r.tries = r.Firm.Failed(m.err), 1
	}
}

// firmRead takes over what others changed, with what is unsent done again on it.
// While something is to be kept only the word of a save decides.
func (r *Root) firmRead(m firmRead) {
	switch {
	case !m.conflict && (m.err != nil || r.Firm.Dirty() || m.firm.At() < r.Firm.At()):
		return
	case m.err != nil:
		r.Firm, r.tries = r.Firm.Failed(m.err), 1
		return
	}
	h, lost := r.Firm.Rebase(m.firm)
	r.Firm = h
	r.tellLost(lost, hand.Window{})
}

// undoFirm goes a step back, or forth again, and says which.
func (r *Root) undoFirm(step func(hand.Firm) (hand.Firm, hand.Label, error), said string) {
	h, label, err := step(r.Firm.Dated(r.moment()))
	if err != nil {
		r.sayInternal(r.Words.Fault(err), true)
		return
	}
	r.Firm = h
	r.noteFirm(r.place())
	r.say(r.Words.T(said, r.Words.T(label.Key, values(label.Args)...)), false)
}
