package draft

import (
	"kwi/internal/account"
	"kwi/internal/guide"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/part/inspiring"
)

// exampleTaken tells that an example was taken over as a question.
type exampleTaken struct{ text string }

// inspire shows what clients have named. On the talk's side a value is noted,
// on the side of the KWI it is what that is called; an example becomes a
// question of the KWI on either.
func (t *talkScreen) inspire(f *kit.Frame, id string) kit.Screen {
	return inspiring.New(inspiring.Dialog{Value: t.takeValue(f, id), Example: t.takeExample(f)})
}

// takeValue is what becomes of the name of a value.
func (t *talkScreen) takeValue(f *kit.Frame, id string) inspiring.Taking {
	name, who, today, std := f.Y().Name, t.who, f.Today, part.Standard(f)
	topic, k, hints := t.topic(f, id), t.of(f), part.HintsOfKWI(f)
	switch {
	case !t.onKWI():
		return inspiring.Taking{Act: f.T("draft.act.noted"), Then: func(_ guide.Inspiring, text string) kit.Outcome {
			return kit.Changes(kit.Label("draft.label.note", string(who)), func(c *account.Client) error {
				return c.AddNote(name, account.Note{Date: today, With: who, Topic: topic, Text: text})
			})
		}}
	case k == nil:
		return inspiring.Taking{Act: f.T("draft.act.make"), Then: func(_ guide.Inspiring, text string) kit.Outcome {
			return part.WithHint(makeKWI(name, account.KWI{Title: text, WishedBy: who}, account.Note{}, std), hints(text))
		}}
	}
	code := k.Code
	taking := inspiring.Taking{Act: f.T("draft.act.title"), Then: func(_ guide.Inspiring, text string) kit.Outcome {
		return kit.Changes(kit.Label("draft.label.title", code.String()), func(c *account.Client) error {
			return c.Words(name, code, func(k *account.KWI) { k.Title = text })
		})
	}}
	if id != "title" {
		taking.Why = f.T("draft.why.title")
	}
	return taking
}

// takeExample is what becomes of an example.
func (t *talkScreen) takeExample(f *kit.Frame) inspiring.Taking {
	taking := inspiring.Example(f, t.who, t.of(f))
	take := taking.Then
	taking.Then = func(v guide.Inspiring, text string) kit.Outcome {
		out := take(v, text)
		out.Tell = exampleTaken{text}
		return out
	}
	return taking
}
