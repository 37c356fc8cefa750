package presenter

import (
	"kwi/internal/account"
	"kwi/internal/questionnaire"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// regrades reports whether a grade on the KWI of a page can be put right here:
// grades stand beside names, and it is known who sits here.
func (s *Screen) regrades(f *kit.Frame, p page) bool {
	k := p.kwiOf(f)
	return k != nil && len(graders(f, k)) > 0
}

// graders are those whose grades on a KWI may be shown here.
func graders(f *kit.Frame, k *account.KWI) (out []account.Initials) {
	for _, r := range f.Client.Respondents {
		for _, a := range f.Y().Voice(r.Initials).Sheet {
			if a.Question.KWI == k.Code {
				out = append(out, r.Initials)
				break
			}
		}
	}
	return out
}

// whose asks whose grade is to be put right.
func whose(f *kit.Frame, k *account.KWI) kit.Screen {
	fr, kwi := *f, *k
	var items []widget.Item
	for _, who := range graders(f, k) {
		items = append(items, widget.Item{ID: string(who), Label: part.NameOf(f, who), Detail: string(who)})
	}
	return widget.NewPick(widget.Pick{Title: f.T("meet.session.regrade.whose"), Items: items, Together: true, Then: func(id string) kit.Outcome {
		return kit.Outcome{Ask: which(&fr, &kwi, account.Initials(id))}
	}})
}

// which asks which of their grades on a KWI that is.
func which(f *kit.Frame, k *account.KWI, who account.Initials) kit.Screen {
	fr := *f
	var items []widget.Item
	sheet := f.Y().Voice(who).Sheet
	for _, q := range k.InOrder() {
		if a := sheet.Of(q.Code); a.Grade != 0 {
			items = append(items, widget.Item{ID: q.Code.String(), Label: a.String() + "  " + q.Text, Detail: q.Code.String()})
		}
	}
	return widget.NewPick(widget.Pick{Title: part.NameOf(f, who), Items: items, Together: true, Then: func(id string) kit.Outcome {
		code, _ := account.ParseQuestionCode(id)
		return kit.Outcome{Ask: regrading(&fr, who, code)}
	}})
}

// regrading asks for the grade as it should be, and why. It leaves a trace.
func regrading(f *kit.Frame, who account.Initials, code account.QuestionCode) kit.Screen {
	cycle, today, same := f.Y().Name, f.Today, f.T("meet.session.regrade.same")
	q := f.Y().Question(code)
	was := f.Y().Voice(who).Sheet.Of(code)
	read := func(v string) (account.Answer, bool) {
		a, _, ok := questionnaire.ReadGrade(questionnaire.Cell{Text: v}, questionnaire.Cell{})
		a.Question = code
		return a, ok && a.Grade != 0
	}
	return widget.FormDialog{Name: "regrade/" + string(who) + "/" + code.String(), Title: part.NameOf(f, who), Text: q.Text, Together: true,
		Fields: []widget.Field{
			{ID: "grade", Label: f.T("meet.session.regrade.grade"), Kind: widget.LineField, Value: was.String(), Set: func(v string) kit.Outcome {
				if _, ok := read(v); !ok {
					return kit.Refuses(f.T("meet.session.regrade.bad"))
				}
				return kit.Outcome{}
			}},
			{ID: "why", Label: f.T("meet.session.regrade.why"), Kind: widget.SentenceField},
		},
		Stored: func(f kit.Frame) (map[string]string, bool) {
			y := f.Client.Cycle(cycle)
			if y == nil || y.Question(code) == nil {
				return nil, false
			}
			return map[string]string{"grade": y.Voice(who).Sheet.Of(code).String()}, true
		},
		Check: func(v map[string]string) string {
			if _, ok := read(v["grade"]); !ok {
				return f.T("meet.session.regrade.bad")
			}
			return ""
		},
		Then: func(e widget.Edits) kit.Outcome {
			switch {
			case !e.Has("grade") && e.Get("why") != "":
				return kit.Refuses(same)
			case !e.Has("grade"):
				return kit.Outcome{}
			}
			a, _ := read(e.Get("grade"))
			return kit.Changes(kit.Label("measure.label.grade", string(who), code.String()), func(c *account.Client) error {
				return c.Regrade(cycle, who, code, today, e.Get("why"), a.ChangeFrom(was))
			})
		}}
}
