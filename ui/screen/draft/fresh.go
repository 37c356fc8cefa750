package draft

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// freshEntry is a note or a question that is being written for the first time, in
// a field of its own until that is left.
type freshEntry struct {
	on    bool
	topic account.Topic // of a note
	kept  bool          // its field keeps it in this message
}

// The IDs of fields begin with what they are.
const (
	noteField  = "note/"
	freshField = "fresh/"
)

// isFresh reports whether a field is for something new.
func isFresh(id string) bool { return strings.HasPrefix(id, freshField) }

// isLine reports whether a field is one of the lines that are typed below each
// other: the notes, and the questions of our own.
func (t *talkScreen) isLine(id string) bool {
	return isFresh(id) || strings.HasPrefix(id, noteField) || isQuestion(id)
}

// write begins where text is expected with what was typed: in the field in hand,
// and where a line stands there already in a new one.
func (t *talkScreen) write(f *kit.Frame, msg tea.Msg, text string) kit.Outcome {
	form, fields := t.inFront(f)
	at := form.Field(fields)
	switch {
	case t.onKWI() && t.of(f) == nil && !t.isQuick(f):
		return kit.Outcome{Ask: askKWI(f, t.who, account.Note{}, text)}
	case isFresh(at.ID), !t.isLine(at.ID) && at.Set != nil && at.Why == "":
		*form = form.Begin(*f, fields)
	default:
		if out := t.begin(f); out.Notice != "" {
			return out
		}
	}
	return t.pass(f, msg)
}

// begin opens the field for a new note or question, after what is being typed
// was kept.
func (t *talkScreen) begin(f *kit.Frame) kit.Outcome {
	form, fields := t.inFront(f)
	topic := t.topic(f, form.Field(fields).ID)
	out := kit.Outcome{}
	if form.Typing() {
		next, kept, _ := form.Update(*f, fields, widget.DoDone)
		*form, out = next, kept
		if next.Typing() {
			return out
		}
	}
	t.fresh = freshEntry{on: true, topic: topic}
	form, fields = t.inFront(f)
	id := freshField + string(topic)
	if t.onKWI() {
		id = freshField
	}
	*form = form.On(id).Begin(*f, fields)
	return out
}

// settle follows the form after a message: what is new begins where its field
// was opened, and when that is left the cursor is on what it became, or on the
// line before it.
func (t *talkScreen) settle(f *kit.Frame, fields []widget.Field, out kit.Outcome) {
	form, _ := t.inFront(f)
	at := form.Field(fields).ID
	kept := out.Change != nil && t.fresh.kept
	t.fresh.kept = false
	switch {
	case form.Typing() && isFresh(at):
		topic := account.Topic(strings.TrimPrefix(at, freshField))
		if !t.fresh.on || t.fresh.topic != topic {
			t.fresh = freshEntry{on: true, topic: topic}
		}
	case t.fresh.on:
		switch i := slices.IndexFunc(fields, func(f widget.Field) bool { return f.ID == at }); {
		case isFresh(at) && kept:
			*form = form.On(t.became(f))
		case isFresh(at) && i > 0 && t.isLine(fields[i-1].ID):
			*form = form.On(fields[i-1].ID)
		}
		t.fresh = freshEntry{}
	}
}

// became is the ID of the field that what was new has from now on.
func (t *talkScreen) became(f *kit.Frame) string {
	if t.onKWI() {
		k := t.of(f)
		if k == nil {
			return t.firstQuestion(f).String()
		}
		next, _ := f.Client.NextQuestion(f.Y(), k, account.Own)
		return next.String()
	}
	return noteField + strconv.Itoa(len(f.Y().Notes))
}
