package draft

import (
	"slices"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/fault"
	"kwi/internal/hint"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// kwiFields are the words of the KWI and its questions.
func (t *talkScreen) kwiFields(f *kit.Frame) []widget.Field {
	k := t.of(f)
	switch {
	case k == nil && t.isQuick(f):
		return []widget.Field{t.freshQuestion(f, nil)}
	case k == nil:
		return nil
	}
	name, code := f.Y().Name, k.Code
	words := func(label string, change func(*account.KWI, string)) func(string) kit.Outcome {
		return func(v string) kit.Outcome {
			return kit.Changes(kit.Label(label, code.String()), func(c *account.Client) error {
				return c.Words(name, code, func(k *account.KWI) { change(k, v) })
			})
		}
	}
	about := f.T("draft.about.new", code.String())
	if from := f.Client.Carried(name, code); from != "" {
		about = f.T("draft.about.carried", code.String(), string(from), keys.Reachable(keys.Renew, true), keys.Reachable(keys.Remove, true))
	}
	titled := words("draft.label.title", func(k *account.KWI, v string) { k.Title = v })
	fields := []widget.Field{
		{ID: "about", Kind: widget.NoteField, Value: about},
		{ID: "title", Label: f.T("draft.title"), Kind: widget.LineField, Value: k.Title, Hint: f.T("draft.title.hint"), Set: func(v string) kit.Outcome {
			if v == "" {
				return kit.Refuses(f.T("draft.title.missing"))
			}
			return titled(v)
		}},
		{ID: "expectation", Label: f.T("draft.expectation"), Kind: widget.TextField, Lines: 5, Value: k.Expectation, Hint: f.T("draft.expectation.hint"),
			Set: words("draft.label.expectation", func(k *account.KWI, v string) { k.Expectation = v })},
		{ID: "why", Label: f.T("draft.why"), Kind: widget.TextField, Lines: 3, Value: k.Why, Hint: f.T("draft.why.hint"),
			Set: words("draft.label.why", func(k *account.KWI, v string) { k.Why = v })},
		{ID: "so", Label: f.T("draft.so"), Kind: widget.TextField, Lines: 2, Value: k.So, Hint: f.T("draft.so.hint"),
			Set: words("draft.label.so", func(k *account.KWI, v string) { k.So = v })},
		{ID: "target", Label: f.T("draft.target"), Kind: widget.NumberField, Value: k.Target.String(), Shown: part.ShownTarget(f, k.Target), Hint: f.T("draft.target.hint"), Set: func(v string) kit.Outcome {
			target, ok := account.ParseTarget(v)
			if v != "" && !ok {
				return kit.Refuses(f.Words.Fault(fault.New(fault.BadTarget, cells.Line(v, 20))))
			}
			return words("draft.label.target", func(k *account.KWI, _ string) { k.Target = target })(v)
		}},
		{ID: "h.questions", Kind: widget.HeadingField, Label: t.questionsHead(f, k)},
	}
	fields = slices.Insert(fields, 3, t.wishFields(f, k)...)
	if said := part.Attached(f, code); said != "" {
		fields = slices.Insert(fields, 1, widget.Field{ID: "library", Kind: widget.NoteField, Value: said})
	}
	if k.Why == "" && k.So == "" { // it is asked once the why is known
		fields = slices.DeleteFunc(fields, func(at widget.Field) bool { return at.ID == "so" })
	}
	if t.isQuick(f) {
		return readOver(f, k, append(t.questionFields(f, k), t.behind(f, fields)...))
	}
	return readOver(f, k, append(fields, t.questionFields(f, k)...))
}

// wishFields are what each of those who wish a joint KWI expects in their own
// words.
func (t *talkScreen) wishFields(f *kit.Frame, k *account.KWI) (fields []widget.Field) {
	name, code, today := f.Y().Name, k.Code, f.Today
	for _, h := range k.Wishes {
		fields = append(fields, widget.Field{ID: "wish/" + string(h.By), Label: f.T("draft.wish", string(h.By)), Kind: widget.TextField, Lines: 3, Value: h.Words, Hint: f.T("draft.wish.hint"),
			Set: func(v string) kit.Outcome {
				return kit.Changes(kit.Label("draft.label.together", code.String(), string(h.By)), func(c *account.Client) error { return c.JoinKWI(name, code, h.By, v, today) })
			}})
	}
	return fields
}

// readOver are the fields with what is looked at when one is left. A word that
// everybody means differently stands beside it while it is typed.
func readOver(f *kit.Frame, k *account.KWI, fields []widget.Field) []widget.Field {
	reader, so := part.Hints(f), k.So
	for i := range fields {
		switch id := fields[i].ID; {
		case id == "title", id == "expectation", isQuestion(id), isFresh(id):
			fields[i].Hints = reader.Expectation
		case id == "why":
			fields[i].Hints = func(why string) []hint.Hint { return reader.Reason(why, so) }
		}
	}
	return fields
}

// questionFields are the questions of a KWI, those of their own first, with room
// for one more where none is or one is being written.
func (t *talkScreen) questionFields(f *kit.Frame, k *account.KWI) (fields []widget.Field) {
	asked := false
	for _, q := range k.Questions {
		if q.Kind == account.Own {
			fields = append(fields, questionField(f, q))
			asked = true
		}
	}
	if !asked || t.fresh.on && t.onKWI() {
		fields = append(fields, t.freshQuestion(f, k))
	}
	for _, q := range k.Questions {
		if q.Kind != account.Own {
			field := questionField(f, q)
			field.Label, field.Why = q.Code.String()+" "+f.T("draft.standard"), f.T("draft.why."+string(q.Kind))
			fields = append(fields, field)
		}
	}
	return fields
}

// questionsHead counts the questions, and those on their whole list.
func (t *talkScreen) questionsHead(f *kit.Frame, k *account.KWI) string {
	for _, who := range k.Wishers() {
		if asked := len(f.Y().Assigned[who]); asked > len(k.Questions) && (who == t.who || t.who == "") {
			return f.T("draft.questions.of", len(k.Questions), asked, string(who))
		}
	}
	return f.T("draft.questions", len(k.Questions))
}

func questionField(f *kit.Frame, q account.Question) widget.Field {
	name := f.Y().Name
	return widget.Field{ID: q.Code.String(), Label: q.Code.String(), Kind: widget.SentenceField, Lines: 3, Value: q.Text, Set: func(v string) kit.Outcome {
		return reworded(name, q.Code, v)
	}}
}

// reworded is the outcome of another wording; of none the question goes.
func reworded(name account.CycleName, q account.QuestionCode, text string) kit.Outcome {
	return kit.Changes(kit.Label("draft.label.question", q.String()), func(c *account.Client) error {
		if text == "" {
			return c.DropQuestion(name, q)
		}
		return c.Reword(name, q, text)
	})
}

// freshQuestion is where a new question is typed.
func (t *talkScreen) freshQuestion(f *kit.Frame, k *account.KWI) widget.Field {
	name, std := f.Y().Name, part.Standard(f)
	if k == nil {
		return t.firstField(f, std)
	}
	code := k.Code
	next, _ := f.Client.NextQuestion(f.Y(), k, account.Own)
	label := next.String()
	if f.Y().Question(next) != nil {
		label = f.T("draft.question.fresh") // what has that number makes room
	}
	field := widget.Field{ID: freshField, Label: label, Kind: widget.SentenceField, Lines: 3, Hint: f.T("draft.question.hint")}
	field.Set = func(v string) kit.Outcome {
		t.fresh.kept = true
		return kit.Changes(kit.Label("draft.label.newquestion", code.String()), func(c *account.Client) error {
			_, err := c.AddQuestion(name, code, account.Question{Kind: std.Recognise(v), Text: v})
			return err
		})
	}
	return field
}

func isQuestion(id string) bool {
	_, ok := account.ParseQuestionCode(id)
	return ok
}

// questionWhy is why a question cannot be taken away.
func (t *talkScreen) questionWhy(f *kit.Frame, id string) string {
	code, _ := account.ParseQuestionCode(id)
	q := f.Y().Question(code)
	if q == nil {
		return f.T("draft.why.noquestion")
	}
	if q.Kind != account.Own {
		return f.T("draft.why." + string(q.Kind))
	}
	c := f.Client.Clone()
	return refusalText(f, c.DropQuestion(f.Y().Name, code))
}
