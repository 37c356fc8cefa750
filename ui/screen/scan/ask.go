package scan

import (
	"kwi/internal/account"
	"kwi/internal/guide"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// The fields of what is asked of a scan.
const (
	whoField  = "who"
	teamField = "team"
	dateField = "date"
)

// wordFields are those of what is asked before the questions.
var wordFields = [...]string{account.ScanClients: "clients", account.ScanSees: "sees", account.ScanGoal: "goal"}

// ask asks of whom a scan is, and what comes before the questions: of a new one,
// or of one that is there.
func ask(f *kit.Frame, one *account.Scan) kit.Screen {
	first := guide.For(f.Words.Tag()).QuickScan().First
	now := account.Scan{ScanKey: f.Firm.NextScan(f.Me.Name, f.Today)}
	d := widget.FormDialog{Name: "scan/new", Title: f.T("scan.new.title"), Text: f.T("scan.new.text")}
	if one != nil {
		now = *one
		key := one.ScanKey
		d.Name, d.Title, d.Text = "scan/"+rowOf(key), f.T("scan.change.title"), ""
		d.Stored = func(fr kit.Frame) (map[string]string, bool) {
			s := fr.Firm.Scan(key)
			if s == nil {
				return nil, false
			}
			return valuesOf(s), true
		}
	}
	values := valuesOf(&now)
	d.Fields = []widget.Field{
		{ID: whoField, Label: f.T("scan.field.who"), Hint: f.T("scan.field.who.hint")},
		{ID: teamField, Label: f.T("scan.field.team"), Hint: f.T("scan.field.team.hint")},
		{ID: dateField, Label: f.T("scan.field.date"), Kind: widget.DateField},
	}
	for w, id := range wordFields {
		d.Fields = append(d.Fields, widget.Field{ID: id, Label: f.T("scan.field." + id), Kind: widget.SentenceField, Help: first[w]})
	}
	for i := range d.Fields {
		d.Fields[i].Value = values[d.Fields[i].ID]
	}
	d.Check = func(v map[string]string) string {
		if v[whoField] == "" && v[teamField] == "" {
			return f.T("scan.nobody")
		}
		return ""
	}
	was := now.ScanKey
	d.Then = func(e widget.Edits) kit.Outcome { return keep(one == nil, was, e) }
	return widget.NewFormDialog(d)
}

func valuesOf(s *account.Scan) map[string]string {
	values := map[string]string{whoField: s.Who, teamField: s.Team, dateField: string(s.Date)}
	for w, id := range wordFields {
		values[id] = s.Word(account.ScanWord(w))
	}
	return values
}

// keep begins a scan or changes what is known of one, and opens it.
func keep(begins bool, was account.ScanKey, e widget.Edits) kit.Outcome {
	key, label := was, "scan.label.changed"
	widget.Put(e, whoField, &key.Who)
	widget.Put(e, teamField, &key.Team)
	widget.Put(e, dateField, &key.Date)
	if begins {
		label = "scan.label.begun"
	}
	out := kit.ChangesFirm(kit.Label(label, key.Called()), func(firm *account.Firm) (err error) {
		if begins {
			err = firm.BeginScan(firm.InTeam(key))
		} else if key != was {
			err = firm.RekeyScan(was, key)
		}
		for w, id := range wordFields {
			if said := e.Get(id); err == nil && e.Has(id) && (said != "" || !begins) { // one of the day stays as it is
				err = firm.WriteScan(key, account.ScanWord(w), said)
			}
		}
		return err
	})
	out.Tell = opened{key}
	return out
}

// forget asks whether all scans of a person or team must go.
func forget(f *kit.Frame, k account.ScanKey) kit.Outcome {
	return kit.Outcome{Ask: widget.NewConfirm(widget.Confirm{
		Title: f.T("scan.forget.title", calledOf(f, k)), Text: f.N("scan.forget.text", len(f.Firm.ScansOf(k))), Yes: f.T("scan.forget.yes"),
		Then: func() kit.Outcome {
			return kit.ChangesFirm(kit.Label("scan.label.forgotten", k.Called()), func(firm *account.Firm) error {
				firm.ForgetScans(k)
				return nil
			})
		},
	})}
}

// remove asks whether a scan must go, or where there are more of the same person
// or team, which.
func remove(f *kit.Frame, k account.ScanKey) kit.Outcome {
	if len(f.Firm.ScansOf(k)) < 2 {
		return removeOne(f, k)
	}
	frame := *f
	return kit.Outcome{Ask: widget.Pick{
		Title: f.T("scan.remove.which", calledOf(f, k)),
		Items: []widget.Item{
			{ID: "one", Label: f.T("scan.remove.one", f.Words.ShortDate(k.Date, f.Today))},
			{ID: "all", Label: f.N("scan.remove.all", len(f.Firm.ScansOf(k)))},
		},
		Then: func(which string) kit.Outcome {
			if which == "all" {
				return forget(&frame, k)
			}
			return removeOne(&frame, k)
		},
	}}
}

func removeOne(f *kit.Frame, k account.ScanKey) kit.Outcome {
	return kit.Outcome{Ask: widget.NewConfirm(widget.Confirm{
		Title: f.T("scan.remove.title", k.Called(), f.Words.ShortDate(k.Date, f.Today)), Text: f.T("scan.remove.text"), Yes: f.T("scan.remove.yes"),
		Then: func() kit.Outcome {
			return kit.ChangesFirm(kit.Label("scan.label.removed", k.Called()), func(firm *account.Firm) error { return firm.RemoveScan(k) })
		},
	})}
}
