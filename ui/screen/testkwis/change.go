package testkwis

import (
	"slices"

	"kwi/internal/account"
	"kwi/internal/hand"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/part/became"
	"kwi/ui/widget"
)

// do does one of the acts on the cell in hand.
func (s Screen) do(f *kit.Frame, c matrixCell, do kit.Do) kit.Outcome {
	y := f.Y()
	switch do {
	case "toggle":
		label := kit.Label("test.label.cell", c.what(), string(c.who))
		return turnQuestions(f, label, c.questions(y), c.who)
	case "row":
		return turnQuestions(f, kit.Label("test.label.row", c.what()), c.questions(y), present(f)...)
	case "column":
		return turnMany(f, f.T("test.many.column", part.NameOf(f, c.who)), kit.Label("test.label.column", string(c.who)), questions(y.KWIs...), c.who)
	case "whole":
		return turnMany(f, f.T("test.many.whole", c.kwi.String()), kit.Label("test.label.row", c.kwi.String()), questions(*y.KWI(c.kwi)), present(f)...)
	case "shared":
		return shared(f, c)
	case "tested":
		return testedOn(f, c.who)
	case "excuse":
		return excuse(f, c.who)
	case "reword":
		return reword(f, c.q)
	case "paste":
		return kit.Outcome{Ask: s.post.Matrix()}
	case became.ActID:
		return kit.Outcome{Ask: became.New(c.kwi)}
	}
	return kit.Outcome{}
}

// what names the row in hand in a few letters.
func (c matrixCell) what() string {
	if c.whole() {
		return c.kwi.String()
	}
	return c.q.String()
}

// questions are the codes of the row in hand: one, or all of a KWI.
func (c matrixCell) questions(y *account.Cycle) []account.QuestionCode {
	if !c.whole() {
		return []account.QuestionCode{c.q}
	}
	return questions(*y.KWI(c.kwi))
}

func questions(kwis ...account.KWI) (out []account.QuestionCode) {
	for _, k := range kwis {
		for _, q := range k.Questions {
			out = append(out, q.Code)
		}
	}
	return out
}

// present are the respondents whose list is waited for.
func present(f *kit.Frame) (out []account.Initials) {
	for _, r := range f.Client.Awaited(f.Y()) {
		out = append(out, r.Initials)
	}
	return out
}

// allAssigned reports whether everybody was given all of the questions.
func allAssigned(y *account.Cycle, codes []account.QuestionCode, who ...account.Initials) bool {
	for _, w := range who {
		for _, q := range codes {
			if !y.IsAssigned(w, q) {
				return false
			}
		}
	}
	return len(codes) > 0
}

// turnQuestions gives the questions to these people or, where they have them all,
// takes them away. It is one change; an answer that hangs on one of them
// refuses the whole.
func turnQuestions(f *kit.Frame, label hand.Label, codes []account.QuestionCode, who ...account.Initials) kit.Outcome {
	name, give := f.Y().Name, !allAssigned(f.Y(), codes, who...)
	return kit.Changes(label, func(c *account.Client) error {
		for _, w := range who {
			for _, q := range codes {
				if err := c.Assign(name, w, q, give); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// turnMany asks before it turns more than one sees in a row.
func turnMany(f *kit.Frame, title string, label hand.Label, codes []account.QuestionCode, who ...account.Initials) kit.Outcome {
	text, yes := f.N("test.many.give", len(codes)), f.T("test.many.give.yes")
	if allAssigned(f.Y(), codes, who...) {
		text, yes = f.N("test.many.take", len(codes)), f.T("test.many.take.yes")
	}
	out := turnQuestions(f, label, codes, who...)
	return kit.Outcome{Ask: widget.NewConfirm(widget.Confirm{Title: title, Text: text, Yes: yes, Together: true, Then: func() kit.Outcome { return out }})}
}

// shared notes that a KWI matters to a respondent too, or that it does not.
func shared(f *kit.Frame, c matrixCell) kit.Outcome {
	name := f.Y().Name
	matters := !slices.Contains(f.Y().KWI(c.kwi).SharedBy, c.who)
	return kit.Changes(kit.Label("test.label.shared", c.kwi.String(), string(c.who)), func(cl *account.Client) error { return cl.ShareKWI(name, c.kwi, c.who, matters) })
}

// testedOn asks on which day all was gone through with a respondent.
func testedOn(f *kit.Frame, who account.Initials) kit.Outcome {
	name := f.Y().Name
	note := func(on account.Date) kit.Outcome {
		return kit.Changes(kit.Label("test.label.tested", string(who)), func(c *account.Client) error { return c.TestWith(name, who, on) })
	}
	ask := widget.Day{Name: "tested/" + string(who), Title: f.T("test.day.title", part.NameOf(f, who)), Value: f.Today, Then: note}
	if was := f.Y().Tested[who]; was != "" {
		ask.Value, ask.Text, ask.Empty = was, f.T("test.day.text"), true
		ask.Stored = func(f kit.Frame) account.Date {
			if y := f.Client.Cycle(name); y != nil {
				return y.Tested[who]
			}
			return ""
		}
	}
	return kit.Outcome{Ask: widget.NewDay(*f, ask)}
}

// excuse lets the cycle go on without a respondent, or awaits them again.
func excuse(f *kit.Frame, who account.Initials) kit.Outcome {
	name, since, label := f.Y().Name, f.Today, "test.label.excuse"
	if f.Y().Excused[who] != "" {
		since, label = "", "test.label.await"
	}
	return kit.Changes(kit.Label(label, string(who)), func(c *account.Client) error { return c.Excuse(name, who, since) })
}

// reword asks for other words of a question.
func reword(f *kit.Frame, code account.QuestionCode) kit.Outcome {
	name, q := f.Y().Name, f.Y().Question(code)
	if q == nil {
		return kit.Outcome{}
	}
	return kit.Outcome{Ask: widget.NewAsk(widget.Ask{
		Name: "reword/" + code.String(), Title: f.T("test.reword.title", code.String()), Text: f.T("test.reword.text"), Value: q.Text, Sentence: true, Required: true,
		Stored: func(f kit.Frame) (string, bool) {
			y := f.Client.Cycle(name)
			if y == nil || y.Question(code) == nil {
				return "", false
			}
			return y.Question(code).Text, true
		},
		Then: func(text string) kit.Outcome {
			return kit.Changes(kit.Label("test.label.reword", code.String()), func(c *account.Client) error { return c.Reword(name, code, text) })
		},
	})}
}
