package ui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"kwi/ui/kit"
	"kwi/ui/widget"
)

// supplierNamed is the store's word on the supplier's name.
type supplierNamed struct {
	supplier, client string
	renamed          bool
	err              error
}

// supplierGiven is a name of the supplier on its way to the store: the first
// that it gets, and then the client that waits for it is begun, or another one.
type supplierGiven struct {
	client, name string
	renames      bool
}

// askSupplier asks once for the name that the standard questions carry.
func (r *Root) askSupplier(client string, cmds *commandBatch) {
	r.ask(widget.NewAsk(widget.Ask{
		Name: "supplier", Title: r.Words.T("root.supplier.title"), Text: r.Words.T("root.supplier.text"), Label: r.Words.T("root.supplier.label"), Required: true,
		Then: func(name string) kit.Outcome {
			return kit.Outcome{Tell: supplierGiven{client: client, name: name}}
		},
	}), cmds)
}

// renames adds the act that gives the supplier another name.
func (r *Root) renames(acts []kit.Act) []kit.Act {
	if r.Only {
		return acts
	}
	return append(acts, kit.Act{ID: "supplier", Name: r.Words.T("root.act.supplier"), Hidden: true})
}

// askRename asks for another name of the supplier, and says where it stands.
func (r *Root) askRename(cmds *commandBatch) {
	r.ask(widget.NewAsk(widget.Ask{
		Name: "supplier/name", Title: r.Words.T("root.supplier.rename"), Text: r.Words.T("root.supplier.where"), Label: r.Words.T("root.supplier.label"), Required: true,
		Stored: func(f kit.Frame) (string, bool) { return f.Supplier, true },
		Then: func(name string) kit.Outcome {
			return kit.Outcome{Tell: supplierGiven{name: name, renames: true}}
		},
	}), cmds)
}

// nameSupplier keeps the name. What is typed meanwhile waits.
func (r *Root) nameSupplier(m supplierGiven, cmds *commandBatch) {
	keeper := r.Keeper
	keep := keeper.SetSupplier
	if m.renames {
		keep = keeper.RenameSupplier
	}
	r.wait = &waitingLoad{client: m.client}
	cmds.add(func() tea.Msg {
		return supplierNamed{m.name, m.client, m.renames, keep(context.Background(), m.name)}
	})
}

// named goes on once the supplier has its name.
func (r *Root) named(m supplierNamed, cmds *commandBatch) {
	w := r.wait
	r.wait = nil
	if m.err != nil {
		r.sayInternal(r.Words.Fault(m.err), true)
		return
	}
	r.Supplier = m.supplier
	switch {
	case m.renamed:
		r.say(r.Words.T("root.supplier.renamed", m.supplier), false)
	case m.client != "":
		r.beginClient(m.client, cmds)
	}
	switch {
	case w != nil && r.wait != nil:
		r.wait.input = append(r.wait.input, w.input...)
	case w != nil:
		r.replay(w.input, cmds)
	}
}
