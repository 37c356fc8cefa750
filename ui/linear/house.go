package linear

import "context"

// renameSupplier asks for another name of the supplier's own organisation, and says where it stands.
func (t *teller) renameSupplier() error {
	t.say(t.T("root.supplier.where"))
	name, err := t.line(t.T("root.supplier.label"), t.Supplier, "")
	if err != nil || name == "" || name == t.Supplier {
		return err
	}
	if err := t.Keeper.RenameSupplier(context.Background(), name); err != nil {
		return t.refuse(err)
	}
	t.Supplier = name
	t.say(t.T("root.supplier.renamed", name))
	return nil
}

// conceal makes the user's alone what others on this computer can get at, on a yes.
func (t *teller) conceal() error {
	t.say(t.N("exposed.confirm", len(t.Exposed.Names)))
	t.say(t.Words.SomeOf(t.Exposed.Names) + ".")
	sure, err := t.yes(t.T("exposed.yes")+"?", false)
	if err != nil || !sure {
		return err
	}
	n, err := t.Exposed.Conceal()
	if err != nil {
		return t.refuse(err)
	}
	t.Exposed.Names = nil
	t.say(t.N("exposed.done", n))
	return nil
}

// Exposed is what others on this computer can get at of what the data is kept in.
type Exposed struct {
	Names   []string
	Conceal func() (int, error) // nil: nothing is changed here
}
