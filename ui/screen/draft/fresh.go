package draft

import (
	"strconv"
	"strings"

	"kwi/internal/account"
	"kwi/ui/kit"
)

// fresh is a note or a question that is being written for the first time. It
// is kept while it is typed, so what was kept of it must be known again, and
// it is drawn in its own field until that is left.
type fresh struct {
	on    bool
	topic account.Topic // of a note
	text  string        // as it was kept so far
	next  string        // as its field keeps it in this message
	kept  bool          // whether it does
}

// The IDs of fields begin with what they are.
const (
	noteField  = "note/"
	freshField = "fresh/"
)

// isFresh tells whether a field is for something new.
func isFresh(id string) bool { return strings.HasPrefix(id, freshField) }

// begin opens the field for a new note or question, after what is being typed
// was kept.
func (t *talk) begin(f *kit.Frame) kit.Outcome {
	form, fields := t.inFront(f)
	topic := t.topic(f, form.Field(fields).ID)
	out := kit.Outcome{}
	if form.Typing() {
		next, kept, _ := form.Update(*f, fields, kit.DoClose)
		*form, out = next, kept
		if next.Typing() {
			return out
		}
	}
	t.fresh = fresh{on: true, topic: topic}
	form, fields = t.inFront(f)
	id := freshField + string(topic)
	if t.onKWI() {
		id = freshField
	}
	*form = form.On(id).Begin(*f, fields)
	return out
}

// settle follows the form after a message: what is new begins where its field
// was opened, what was kept of it is remembered, and when the field is left
// the cursor is on what it became.
func (t *talk) settle(f *kit.Frame, fields []kit.Field, out kit.Outcome) {
	form, _ := t.inFront(f)
	at := form.Field(fields).ID
	if out.Change != nil && t.fresh.kept {
		t.fresh.text = t.fresh.next
	}
	t.fresh.next, t.fresh.kept = "", false
	switch {
	case form.Typing() && isFresh(at):
		topic := account.Topic(strings.TrimPrefix(at, freshField))
		if !t.fresh.on || t.fresh.topic != topic {
			t.fresh = fresh{on: true, topic: topic}
		}
	case t.fresh.on:
		if isFresh(at) && t.fresh.text != "" {
			*form = form.On(t.became(f))
		}
		t.fresh = fresh{}
	}
}

// became is the ID of the field that what was new has from now on.
func (t *talk) became(f *kit.Frame) string {
	if t.onKWI() {
		if code, ok := t.freshCode(f); ok {
			return code.String()
		}
		k := t.of(f)
		return account.QuestionCode{KWI: k.Code, Serial: lastSerial(&f.Client, k.Code) + 1}.String()
	}
	i := t.freshNote(f)
	if i < 0 {
		i = len(f.Y().Notes)
	}
	return noteField + strconv.Itoa(i)
}

// freshNote is where the new note stands among the notes, -1 while it does
// not.
func (t *talk) freshNote(f *kit.Frame) int {
	notes := f.Y().Notes
	for i := len(notes) - 1; i >= 0 && t.fresh.on && t.fresh.text != ""; i-- {
		if n := notes[i]; n.With == t.who && n.Topic == t.fresh.topic && n.Text == t.fresh.text {
			return i
		}
	}
	return -1
}

// freshCode is the code of the new question, once it has one.
func (t *talk) freshCode(f *kit.Frame) (account.QuestionCode, bool) {
	k := t.of(f)
	for i := len(k.Questions) - 1; i >= 0 && t.fresh.on && t.fresh.text != ""; i-- {
		if q := k.Questions[i]; q.Kind == account.Own && q.Text == t.fresh.text {
			return q.Code, true
		}
	}
	return account.QuestionCode{}, false
}

// lastSerial is the highest number that a KWI ever gave to a question.
func lastSerial(c *account.Client, code account.KWICode) (last uint16) {
	for i := range c.Cycles {
		if k := c.Cycles[i].KWI(code); k != nil {
			last = max(last, k.LastSerial)
			for _, q := range k.Questions {
				last = max(last, q.Code.Serial)
			}
		}
	}
	return last
}
