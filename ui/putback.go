package ui

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/hand"
	"kwi/ui/kit"
)

// supplierRead is whose data these are, as the store has it.
type supplierRead struct{ name string }

// putBack says that an earlier copy was put in the place of the data, by whichever
// window or command, and fetches what is about no client: clients are fetched as
// after any change of others. A client who is not in it has no place to be at.
func (r *Root) putBack(m changed, cmds *commandBatch) {
	r.restored = m.restored
	said, own := r.Words.T("root.putback"), r.returning
	if own {
		said, r.returning = r.notice.text, false // it was done here, and is told already
	}
	if id := r.hand.ID(); id != "" && !slices.Contains(m.ids, id) && !r.hand.Dirty() {
		delete(r.behind, id)
		said = strings.TrimSpace(said + " " + r.Words.T("root.putback.gone", r.hand.Now().Name))
		if !r.Only && !r.watched() {
			if r.place().Client == id {
				r.goTo(kit.Place{Name: r.Places[0].Name}, cmds)
			}
			r.take(hand.Hand{})
		}
	}
	if own {
		r.sayInternal(said, false)
	} else {
		r.warnInternal(said)
	}
	r.readFirmAnew(cmds)
	keeper := r.Keeper
	cmds.add(func() tea.Msg {
		name, err := keeper.Supplier(context.Background())
		if err != nil {
			return nil // the next start says why
		}
		return supplierRead{name}
	})
}

// readFirmAnew fetches what is about no client, which takes over whatever its
// revision is.
func (r *Root) readFirmAnew(cmds *commandBatch) {
	keeper := r.Keeper
	cmds.add(func() tea.Msg {
		h, err := keeper.Firm(context.Background())
		return firmRead{h, err, err == nil}
	})
}

// notCopied is why no copy of the data was kept.
type notCopied struct{ err error }

// watchCopies waits until there is something to tell of a copy that was not kept.
func (r *Root) watchCopies() tea.Cmd {
	wait := r.Copies.Failed
	if wait == nil {
		return nil
	}
	return func() tea.Msg {
		if err := wait(); err != nil {
			return notCopied{err}
		}
		return nil
	}
}

// PutBack is the word that an earlier copy was put back, with all clients that are in
// it, as the watch on the store brings it.
func PutBack(at uint64, ids ...string) tea.Msg {
	return changed{ids: ids, at: at, restored: at}
}
