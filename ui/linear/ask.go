package linear

import (
	"slices"
	"strings"
	"time"

	"kwi/internal/fault"
	"kwi/internal/lang"
	"kwi/internal/text"
)

// question is one thing that is asked.
type question struct {
	text   string
	help   string // what can be answered, said on asking and after what is no answer
	repeat func() // tells it anew; nil: the text
}

// next is the next line of the user, as it may be kept. It ends with errLeave where
// there are none any more.
func (t *teller) next() (string, error) {
	if t.unwanted != nil || t.ctx.Err() != nil {
		return "", errLeave
	}
	asked := t.Now()
	line, more := t.input.line(t.ctx)
	if !more {
		return "", t.endOfInput()
	}
	if err := t.unlocked(asked); err != nil {
		return "", err
	}
	line, _ = text.Clean(line)
	return text.Trim(line), nil
}

// unlocked asks the passphrase where no answer came since a moment for long, or where the file
// got another one elsewhere: without it the answer would be refused.
func (t *teller) unlocked(asked time.Time) error {
	said, asks := "", false
	switch idle := t.idle(); {
	case idle > 0 && t.Now().Round(0).Sub(asked.Round(0)) >= idle: // before the lock is followed, which may end it
		said, asks = t.T("linear.locked"), true
	case t.Follow != nil:
		said, asks = t.Follow()
	}
	if said != "" {
		t.say(said)
	}
	if asks && t.Unlock() != nil {
		t.say(t.T("linear.locked.left"))
		return errLeave
	}
	return nil
}

func (t *teller) idle() time.Duration {
	if t.Idle == nil {
		return 0
	}
	return t.Idle()
}

// endOfInput is why there is no line any more.
func (t *teller) endOfInput() error {
	t.ended = true
	if t.ctx.Err() == nil && *t.input.fell != nil {
		return t.Fell.Of(*t.input.fell, "lines")
	}
	return errLeave
}

// echo is what was typed as it is said back: no more than its beginning, however long it
// was.
func echo(typed string) string { return text.Shorten(typed, 60) }

// isWord reports whether a line is one of the few words that mean the same
// everywhere, in whichever language.
func isWord(line, key string) bool {
	line = text.Fold(line)
	return slices.ContainsFunc(lang.All(), func(w *lang.Words) bool { return text.Fold(w.T(key)) == line })
}

// ask asks a question until there is an answer. The words that mean the same
// everywhere are no answers.
func (t *teller) ask(q question) (string, error) {
	repeat := q.repeat
	if repeat == nil {
		repeat = func() { t.say(q.text) }
	}
	t.sayUncopied()
	t.hearTeam()
	t.say(q.text)
	for {
		line, err := t.next()
		if err != nil {
			return "", err
		}
		done, err := t.command(line, q, repeat)
		if err != nil || !done {
			return line, err
		}
		t.hearTeam()
	}
}

// command does what one of the words asks for; false where the line is none.
func (t *teller) command(line string, q question, repeat func()) (done bool, err error) {
	switch {
	case isWord(line, "linear.word.help") || isWord(line, "linear.word.helped") || line == "?": // as keys and headings call it
		if q.help == "" {
			t.say(t.T("linear.answer.help"))
		}
		t.say(q.help)
		t.say(t.T("linear.help", t.T("linear.word.back"), t.T("linear.word.undo"), t.T("linear.word.redo"), t.T("linear.word.again"), t.T("linear.word.leave"), t.T("linear.word.where")))
	case isWord(line, "linear.word.again"):
		repeat()
	case isWord(line, "linear.word.where"):
		t.where()
		t.say(q.text)
	case isWord(line, "linear.word.back") || line == "..":
		return true, errBack
	case isWord(line, "linear.word.leave"):
		if t.watched() && len(t.meeting.untold) > 0 {
			t.say(t.T("linear.meeting.first"))
			return true, nil
		}
		return true, errLeave
	case isWord(line, "linear.word.undo"):
		t.stepBack()
		return true, errUndone
	case isWord(line, "linear.word.redo"):
		t.stepForth()
		return true, errUndone
	default:
		return false, nil
	}
	return true, nil
}

// refuse says why something cannot be, as one sentence.
func (t *teller) refuse(err error) error {
	t.sayInternal(t.Words.Fault(err), true)
	return errRefused
}

// asking is a label as a question; one that goes on in a sentence is that.
func asking(label string) string {
	s := capital(strings.TrimRight(plain(label), "?:"))
	if strings.HasSuffix(s, ".") {
		return s
	}
	return s + "?"
}

// line asks for one line. An empty one leaves what there is, which is told; the
// word for empty takes it away.
func (t *teller) line(label, was, help string) (string, error) {
	q := question{text: asking(label), help: help}
	if was != "" {
		q.text = t.T("linear.was", asking(label), was, t.T("linear.word.empty"))
	}
	got, err := t.ask(q)
	switch {
	case err != nil:
		return was, err
	case got == "":
		return was, nil
	case isWord(got, "linear.word.empty"):
		return "", nil
	}
	return got, nil
}

// needed asks for one line that cannot be empty.
func (t *teller) needed(label, help string) (string, error) {
	for {
		got, err := t.ask(question{text: asking(label), help: help})
		if err != nil || got != "" {
			return got, err
		}
		t.say(t.T("linear.needed", t.T("linear.word.back")))
	}
}

// yes asks something of yes or no; an empty line is what is given.
func (t *teller) yes(asks string, otherwise bool) (bool, error) {
	said := t.T("kit.no")
	if otherwise {
		said = t.T("kit.yes")
	}
	q := question{text: t.T("linear.yesno", sentence(asks), said), help: t.T("linear.yesno.help")}
	for {
		got, err := t.ask(q)
		switch {
		case err != nil:
			return false, err
		case got == "":
			return otherwise, nil
		case beginsWord(got, "kit.yes"):
			return true, nil
		case beginsWord(got, "kit.no"):
			return false, nil
		}
		t.say(t.T("linear.yesno.wrong", echo(got)))
	}
}

// beginsWord reports whether a line is a word of the catalogue, or its beginning, in
// any language.
func beginsWord(line, key string) bool {
	line = text.Fold(line)
	return line != "" && slices.ContainsFunc(lang.All(), func(w *lang.Words) bool {
		word := text.Fold(w.T(key))
		return len(line) <= len(word) && word[:len(line)] == line
	})
}

// until asks once more for as long as the answer is refused.
func until(do func() error) error {
	for {
		if err := do(); err != errRefused {
			return err
		}
	}
}

// isFault reports whether an error is told as a sentence, and is no way in which a
// question ended.
func isFault(err error) bool {
	_, is := fault.Of(err)
	return is || err != nil && !slices.Contains([]error{errBack, errLeave, errUndone, errRefused, errGone}, err)
}
