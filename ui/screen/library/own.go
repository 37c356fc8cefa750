package library

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/guide"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// written tells the screen that an entry of that kind and title was added.
type written struct {
	kind  account.OwnKind
	title string
}

// titled is the key of the entry that was added.
func (s Screen) titled(w written) string {
	for _, r := range s.shown.rows {
		if r.head == "" && r.entry.Own() && r.entry.Kind == guide.Kind(w.kind) && r.entry.Title == w.title {
			return r.key()
		}
	}
	return s.inHand
}

// askKind asks what is to be added.
func askKind(f *kit.Frame) kit.Screen {
	pick := widget.Pick{Title: f.T("library.new.title")}
	for _, kind := range account.OwnKinds() {
		pick.Items = append(pick.Items, widget.Item{ID: string(kind), Label: f.T("library.own." + string(kind)), Detail: f.T("library.own." + string(kind) + ".how")})
	}
	frame := *f
	pick.Then = func(kind string) kit.Outcome { return kit.Outcome{Ask: newDialog(&frame, account.OwnKind(kind))} }
	return pick
}

// fields are those of an own entry of a kind. What its lines are depends on
// that; a wisdom has none.
func fields(f *kit.Frame, e account.OwnEntry) []widget.Field {
	kind := string(e.Kind)
	all := []widget.Field{
		{ID: "title", Label: f.T("library.field.title." + kind), Kind: widget.SentenceField, Value: e.Title},
		{ID: "text", Label: f.T("library.field.text." + kind), Kind: widget.TextField, Value: e.Text, Lines: 3},
	}
	if e.Kind != account.OwnWisdom {
		all = append(all, widget.Field{ID: "items", Label: f.T("library.field.items." + kind), Kind: widget.TextField, Value: linesOf(e), Lines: 8, Hint: f.T("library.field.items.hint")})
	}
	return all
}

// linesOf are the items of an own entry, a line each.
func linesOf(e account.OwnEntry) string {
	var lines []string
	for _, i := range e.Items {
		lines = append(lines, i.Text)
	}
	return strings.Join(lines, "\n")
}

// newDialog asks for a new entry of a kind.
func newDialog(f *kit.Frame, kind account.OwnKind) kit.Screen {
	missing := f.T("library.title.missing")
	return widget.NewFormDialog(widget.FormDialog{
		Name: "library/new/" + string(kind), Title: f.T("library.own." + string(kind)), Text: f.T("library.own." + string(kind) + ".how"),
		Fields: fields(f, account.OwnEntry{Kind: kind}), Check: titleCheck(missing),
		Then: func(e widget.Edits) kit.Outcome {
			own := account.OwnEntry{Kind: kind, Title: e.Get("title"), Text: e.Get("text")}
			for _, line := range strings.Split(e.Get("items"), "\n") {
				own.Items = append(own.Items, account.OwnItem{Text: line})
			}
			out := kit.ChangesFirm(kit.Label("library.label.added", cells.Line(own.Title, 60)), func(f *account.Firm) error {
				_, err := f.Library.Add(own)
				return err
			})
			out.Tell = written{kind, strings.TrimSpace(own.Title)}
			return out
		},
	})
}

func titleCheck(missing string) func(map[string]string) string {
	return func(v map[string]string) string {
		if strings.TrimSpace(v["title"]) == "" {
			return missing
		}
		return ""
	}
}

// ownDialog changes an own entry.
func ownDialog(f *kit.Frame, id string) kit.Screen {
	own := f.Firm.Library.Entry(id)
	if own == nil {
		return nil
	}
	e := *own
	was := strings.Split(linesOf(e), "\n")
	return widget.NewFormDialog(widget.FormDialog{
		Name: "library/" + id, Title: f.T("library.own." + string(e.Kind)),
		Fields: fields(f, e), Check: titleCheck(f.T("library.title.missing")),
		Stored: func(f kit.Frame) (map[string]string, bool) {
			now := f.Firm.Library.Entry(id)
			if now == nil {
				return nil, false
			}
			return map[string]string{"title": now.Title, "text": now.Text, "items": linesOf(*now)}, true
		},
		Then: func(edits widget.Edits) kit.Outcome {
			return kit.ChangesFirm(kit.Label("library.label.changed", cells.Line(e.Title, 60)), func(f *account.Firm) error {
				err := f.Library.Change(id, func(o *account.OwnEntry) {
					widget.Put(edits, "title", &o.Title)
					widget.Put(edits, "text", &o.Text)
				})
				if err == nil && edits.Has("items") {
					err = f.Library.ChangeItems(id, was, strings.Split(edits.Get("items"), "\n"))
				}
				return err
			})
		},
	})
}

// withdraws takes an own entry off the shelf, or with no day puts it back.
func withdraws(id, label, title string, on account.Date) kit.Outcome {
	return kit.ChangesFirm(kit.Label(label, title), func(f *account.Firm) error { return f.Library.Withdraw(id, on) })
}

// askRemove asks whether an entry that was withdrawn must go for good.
func askRemove(f *kit.Frame, r row) kit.Screen {
	id, title := r.entry.ID, cells.Line(r.entry.Title, 60)
	return widget.NewConfirm(widget.Confirm{
		Title: f.T("library.remove.title", title), Text: f.T("library.remove.text"), Yes: f.T("library.remove.yes"),
		Then: func() kit.Outcome {
			return kit.ChangesFirm(kit.Label("library.label.removed", title), func(f *account.Firm) error { return f.Library.Remove(id) })
		},
	})
}
