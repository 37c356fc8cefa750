package linear

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/guide"
	"kwi/ui/kit"
)

// newOwn asks for an entry of the supplier's own: its kind and its name, with which it is kept, and
// then what stands in it.
func (t *teller) newOwn(about bool) error {
	var kinds []option[account.OwnKind]
	for _, kind := range account.OwnKinds() {
		kinds = append(kinds, option[account.OwnKind]{kind, t.T("library.own."+string(kind)) + ": " + t.T("library.own."+string(kind)+".how")})
	}
	kind, err := ofOptions(t, t.T("library.new.title"), kinds)
	if err != nil {
		return err
	}
	title, err := t.needed(t.T("library.field.title."+string(kind)), t.T("library.title.missing"))
	if err != nil {
		return err
	}
	id := ""
	if err := t.firmDone(kit.Label("library.label.added", short(title)), func(f *account.Firm) (err error) {
		id, err = f.Library.Add(account.OwnEntry{Kind: kind, Title: title})
		return err
	}); err != nil {
		return err
	}
	if err := t.ownText(id); err != nil {
		return err
	}
	if err := t.ownItems(id); err != nil {
		return err
	}
	return t.openEntry(id, about)
}

// ownChoices change an own entry, take it off the shelf or put it back, and remove it for good.
func (t *teller) ownChoices(e guide.Entry) []choice {
	own := t.Firm.Now().Library.Entry(e.ID)
	if own == nil {
		return nil
	}
	kind, title := string(own.Kind), short(own.Title)
	all := []choice{
		{name: t.T("linear.change", t.T("library.field.title."+kind)), changes: true, do: func() error {
			got, err := t.line(t.T("library.field.title."+kind), own.Title, t.T("library.title.missing"))
			if err != nil || got == own.Title {
				return err
			}
			return t.firmDone(kit.Label("library.label.changed", title), func(f *account.Firm) error {
				return f.Library.Change(e.ID, func(o *account.OwnEntry) { o.Title = got })
			})
		}},
		{name: t.T("linear.change", t.T("library.field.text."+kind)), changes: true, do: func() error { return t.ownText(e.ID) }},
	}
	if own.Kind != account.OwnWisdom {
		all = append(all, choice{name: t.T("linear.change", t.T("library.field.items."+kind)), changes: true, do: func() error { return t.ownItems(e.ID) }})
	}
	puts := func(name, label string, on account.Date) choice {
		return choice{name: t.T(name), changes: true, do: func() error {
			return t.firmDone(kit.Label(label, title), func(f *account.Firm) error { return f.Library.Withdraw(e.ID, on) })
		}}
	}
	if !e.Gone {
		return append(all, puts("library.act.withdraw", "library.label.withdrawn", t.today()))
	}
	return append(all, puts("library.act.restore", "library.label.restored", ""), choice{name: t.T("library.act.remove"), changes: true, do: func() error {
		t.say(t.T("library.remove.text"))
		sure, err := t.yes(t.T("library.remove.title", own.Title), false)
		if err != nil || !sure {
			return err
		}
		if err := t.firmDone(kit.Label("library.label.removed", title), func(f *account.Firm) error { return f.Library.Remove(e.ID) }); err != nil {
			return err
		}
		return errGone
	}})
}

// ownText asks what stands in an own entry beside its lines.
func (t *teller) ownText(id string) error {
	own := t.Firm.Now().Library.Entry(id)
	if own == nil {
		return errGone
	}
	was, title := *own, short(own.Title)
	return t.long("library/"+id+"/text", t.T("library.field.text."+string(own.Kind)), was.Text, func(said string) error {
		return t.changeFirm(kit.Label("library.label.changed", title), func(f *account.Firm) error {
			return f.Library.Change(id, func(o *account.OwnEntry) { o.Text = said })
		})
	})
}

// ownItems asks for its lines: what others did to other lines meanwhile stays.
func (t *teller) ownItems(id string) error {
	own := t.Firm.Now().Library.Entry(id)
	if own == nil || own.Kind == account.OwnWisdom {
		return nil
	}
	var was []string
	for _, i := range own.Items {
		was = append(was, i.Text)
	}
	title := short(own.Title)
	label := t.T("library.field.items."+string(own.Kind)) + ", " + t.T("library.field.items.hint")
	return t.long("library/"+id+"/items", label, strings.Join(was, "\n"), func(said string) error {
		return t.changeFirm(kit.Label("library.label.changed", title), func(f *account.Firm) error {
			return f.Library.ChangeItems(id, was, strings.Split(said, "\n"))
		})
	})
}
