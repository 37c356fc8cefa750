package draft

import (
	"kwi/internal/account"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// The fields of a promise, and what may be promised.
const (
	promiseWhat = "what"
	promiseDay  = "day"
	aConcept    = "concept"
	inspiration = "inspiration"
)

// promisedWithin is after how many days one comes back, unless another day is
// named.
const promisedWithin = 7

// promiseAct is to promise a respondent, after the talk, to come back.
func (t *talkScreen) promiseAct(f *kit.Frame) kit.Act {
	return kit.Act{ID: "promise", Keys: keys.ComeBack, Name: f.T("draft.act.promise"), Hidden: true}
}

// promised is what a respondent was promised, by the fields of the dialog.
func promised(y *account.Cycle, who account.Initials) map[string]string {
	p, made := y.Concept(who)
	values := map[string]string{promiseWhat: "", promiseDay: string(p.Due)}
	switch {
	case made && p.Inspiration:
		values[promiseWhat] = inspiration
	case made:
		values[promiseWhat] = aConcept
	}
	return values
}

// askPromise asks what one comes back with, and by which day: a concept or,
// where the talk led to no KWI yet, inspiration.
func (t *talkScreen) askPromise(f *kit.Frame) kit.Screen {
	cycle, who, today := f.Y().Name, t.who, f.Today
	kept := promised(f.Y(), who)
	d := widget.FormDialog{
		Name: "promise/" + string(cycle) + "/" + string(who), Title: f.T("draft.promise.title", part.NameOf(f, who)), Text: f.T("draft.promise.text"), At: promiseDay,
		Fields: []widget.Field{
			{ID: promiseWhat, Label: f.T("draft.promise.what"), Kind: widget.ChoiceField, Value: kept[promiseWhat], Choices: []widget.Choice{
				{Value: aConcept, Label: f.T("draft.promise.concept")}, {Value: inspiration, Label: f.T("draft.promise.inspiration")},
			}},
			{ID: promiseDay, Label: f.T("draft.promise.day"), Kind: widget.DateField, Value: kept[promiseDay], Set: func(v string) kit.Outcome {
				if v != "" && account.Date(v) < today && v != kept[promiseDay] {
					return kit.Refuses(f.T("draft.promise.past"))
				}
				return kit.Outcome{}
			}},
		},
		Stored: func(f kit.Frame) (map[string]string, bool) {
			y := f.Client.Cycle(cycle)
			if y == nil || f.Client.Respondent(who) == nil {
				return nil, false
			}
			return promised(y, who), true
		},
		Hints: part.HintsOfPromise(f, promiseDay),
		Then:  func(e widget.Edits) kit.Outcome { return promises(cycle, who, e) },
	}
	if kept[promiseWhat] == "" {
		d.Typed = map[string]string{promiseWhat: aConcept, promiseDay: string(today.Add(promisedWithin).Workday())}
		if t.of(f) == nil {
			d.Typed[promiseWhat] = inspiration
		}
	}
	return widget.NewFormDialog(d)
}

// promises is the outcome of what was changed of a promise.
func promises(cycle account.CycleName, who account.Initials, e widget.Edits) kit.Outcome {
	return kit.Changes(kit.Label("draft.label.promise", string(who)), func(c *account.Client) error {
		var now map[string]string
		if y := c.Cycle(cycle); y != nil {
			now = promised(y, who)
		}
		for id := range now {
			if e.Has(id) {
				now[id] = e.Get(id)
			}
		}
		if now[promiseWhat] == inspiration {
			return c.PromiseInspiration(cycle, who, account.Date(now[promiseDay]))
		}
		return c.PromiseConcept(cycle, who, account.Date(now[promiseDay]))
	})
}
