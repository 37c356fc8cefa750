package draft

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// dropWhy is why a KWI cannot be taken out, renewed, merged or split.
func dropWhy(f *kit.Frame, code account.KWICode) string {
	return refusalText(f, f.Client.MayEnd(f.Y().Name, code))
}

// refusalText is a fault in words. A closed cycle is none: the root asks why it
// must be changed all the same.
func refusalText(f *kit.Frame, err error) string {
	if err == nil || fault.Has(err, fault.Frozen) {
		return ""
	}
	return f.Words.Fault(err)
}

// askKWI asks what the most important of all is called, and makes it a KWI:
// of a respondent, where one is given, and from a note, where that led to it.
// What was typed already stands there.
func askKWI(f *kit.Frame, who account.Initials, from account.Note, typed string) kit.Screen {
	name, std, today := f.Y().Name, part.Standard(f), f.Today
	heading, text := f.T("draft.make.title", part.NameOf(f, who)), f.T("draft.make.text")
	if who == "" {
		heading, text = f.T("draft.joint.title"), f.T("draft.joint.text")
	}
	return widget.NewAsk(widget.Ask{Name: "kwi/new/" + string(who) + "/" + from.Text, Title: heading, Text: text, Label: f.T("draft.make.label"), Value: from.Title(), Typed: typed, Required: true, Hints: part.HintsOfKWI(f),
		Then: func(title string) kit.Outcome {
			return makeKWI(name, account.KWI{Title: title, Expectation: from.Text, WishedBy: who, Made: today}, from, std)
		}})
}

// make asks for the KWI that the note in hand becomes. What is being typed in it is
// kept first; where that is refused it stays, and says why.
func (t *talkScreen) make(f *kit.Frame, at widget.Field) kit.Outcome {
	n, _ := t.note(f, at.ID)
	out, typed := kit.Outcome{}, strings.TrimSpace(t.notes.Text(at))
	if t.notes.Typing() {
		if isFresh(at.ID) {
			n = account.Note{Date: f.Today, With: t.who, Topic: t.topic(f, at.ID)}
		}
		if out = t.pass(f, widget.DoDone); t.notes.Typing() {
			return out
		}
		if n.With != "" {
			n.Text = typed
		}
		if n.Text == "" {
			n = account.Note{}
		}
	}
	out.Ask = askKWI(f, t.who, n, "")
	return out
}

// makeKWI is the outcome of a new KWI, with the note that it comes from.
func makeKWI(name account.CycleName, k account.KWI, from account.Note, std account.Standard) kit.Outcome {
	out := kit.Changes(kit.Label("draft.label.make", k.Title), func(c *account.Client) error {
		var err error
		if from.Text != "" {
			_, err = c.WishKWI(name, from, k.Title, std)
		} else {
			_, err = c.AddKWI(name, k, std)
		}
		return err
	})
	out.Tell = kwiMade{}
	return out
}

// away takes the note or the question in hand away, or asks whether the whole
// KWI goes.
func (t *talkScreen) away(f *kit.Frame, id string) kit.Outcome {
	name, who := f.Y().Name, t.who
	if n, ok := t.note(f, id); ok && !t.onKWI() {
		return kit.Changes(kit.Label("draft.label.noteaway", string(who)), func(c *account.Client) error { return c.ChangeNote(name, n, "") })
	}
	if code, ok := account.ParseQuestionCode(id); ok {
		return kit.Changes(kit.Label("draft.label.questionaway", code.String()), func(c *account.Client) error { return c.DropQuestion(name, code) })
	}
	if k := t.of(f); k != nil && t.onKWI() {
		return dropKWI(f, k.Code)
	}
	return kit.Outcome{}
}
