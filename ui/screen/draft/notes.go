package draft

import (
	"strconv"
	"strings"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// topics are the subjects of the talk in order, with what is none of them last.
func topics() []account.Topic { return append(account.Topics(), "") }

// noteFields are what was caught in the talk, subject by subject, and what they
// explicitly do not expect. A subject without notes has an empty field.
func (t *talkScreen) noteFields(f *kit.Frame) []widget.Field {
	y, who := f.Y(), t.who
	if who == "" {
		return nil
	}
	kind := widget.NoteField
	if f.H >= 30 {
		kind = widget.HeadingField // there is room for white space between
	}
	var fields []widget.Field
	for _, topic := range topics() {
		var notes []widget.Field
		for i, n := range y.Notes {
			if n.With == who && topicOf(n) == topic {
				notes = append(notes, t.noteField(f, i, n))
			}
		}
		writing := t.fresh.on && t.fresh.topic == topic && !t.onKWI()
		if topic == "" && len(notes) == 0 && !writing {
			continue
		}
		fields = append(fields, widget.Field{ID: "h/" + string(topic), Kind: kind, Label: topicTitle(f, topic), Value: topicTitle(f, topic)})
		fields = append(fields, notes...)
		if len(notes) == 0 || writing {
			fields = append(fields, t.freshNoteField(f, topic))
		}
	}
	return append(fields,
		widget.Field{ID: "h/not", Kind: kind, Label: f.T("draft.notexpected"), Value: f.T("draft.notexpected")},
		widget.Field{ID: unwantedField, Label: heardMark(f, t.unwantedHeard(f)), Kind: widget.TextField, Lines: 6, Value: y.NotExpected[who], Set: func(v string) kit.Outcome {
			name := f.Y().Name
			return kit.Changes(kit.Label("draft.label.notexpected", string(who)), func(c *account.Client) error { return c.NotExpect(name, who, v) })
		}})
}

// topicOf is the subject under which a note is shown.
func topicOf(n account.Note) account.Topic {
	for _, t := range account.Topics() {
		if n.Topic == t {
			return t
		}
	}
	return ""
}

func topicTitle(f *kit.Frame, topic account.Topic) string {
	if topic == "" {
		return f.T("draft.othertopic")
	}
	return f.T("topic." + string(topic))
}

func (t *talkScreen) noteField(f *kit.Frame, i int, n account.Note) widget.Field {
	name, who := f.Y().Name, t.who
	return widget.Field{ID: noteField + strconv.Itoa(i), Same: noteField + n.Text, Label: heardMark(f, len(n.Heard) > 0), Kind: widget.SentenceField, Lines: 6, Value: n.Text, Set: func(v string) kit.Outcome {
		return kit.Changes(kit.Label("draft.label.note", string(who)), func(c *account.Client) error { return c.ChangeNote(name, n, v) })
	}}
}

// freshNoteField is where a new note is typed.
func (t *talkScreen) freshNoteField(f *kit.Frame, topic account.Topic) widget.Field {
	name, who, today := f.Y().Name, t.who, f.Today
	field := widget.Field{ID: freshField + string(topic), Kind: widget.SentenceField, Lines: 6}
	field.Set = func(v string) kit.Outcome {
		t.fresh.kept = true
		return kit.Changes(kit.Label("draft.label.note", string(who)), func(c *account.Client) error {
			return c.AddNote(name, account.Note{Date: today, With: who, Topic: topic, Text: v})
		})
	}
	return field
}

// note is the note that a field shows.
func (t *talkScreen) note(f *kit.Frame, id string) (account.Note, bool) {
	digits, ok := strings.CutPrefix(id, noteField)
	i, err := strconv.Atoi(digits)
	if !ok || err != nil || i >= len(f.Y().Notes) {
		return account.Note{}, false
	}
	return f.Y().Notes[i], true
}

// topic is the subject that a field belongs to.
func (t *talkScreen) topic(f *kit.Frame, id string) account.Topic {
	if n, ok := t.note(f, id); ok {
		return topicOf(n)
	}
	if topic, ok := strings.CutPrefix(id, freshField); ok {
		return account.Topic(topic)
	}
	return account.Supplier
}
