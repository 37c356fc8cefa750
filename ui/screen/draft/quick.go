package draft

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/questionnaire"
	"kwi/internal/text"
	"kwi/ui/editor"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// In the simple approach this step is the contact's own questions: one types
// them below each other, and mails them back. Their KWI stays out of the way; it
// is made with the first question.

// isQuick reports whether the client follows the simple approach.
func isQuick(f *kit.Frame) bool { return f.Client.Approach == account.Simple }

// isQuick reports whether what is open are somebody's questions, to be typed
// without more.
func (t *talkScreen) isQuick(f *kit.Frame) bool { return isQuick(f) && t.who != "" }

// onlyContact is the one contact of the simple approach, false where there are
// more people or KWIs than that.
func onlyContact(f *kit.Frame) (listRow, bool) {
	if rs, n := listRows(f); isQuick(f) && len(rs) == 1 && n == 1 {
		return rs[0], true
	}
	return listRow{}, false
}

// toQuestions goes to where questions are typed at once, with a line open for
// the next one while the cycle runs.
func (t *talkScreen) toQuestions(f *kit.Frame) kit.Outcome {
	if !t.isQuick(f) {
		return kit.Outcome{}
	}
	t.words = true
	if f.Y().Stage == account.Closed {
		return kit.Outcome{}
	}
	return t.begin(f)
}

// firstTitle is what the KWI is called until it gets a name, however long that
// of the contact is.
func (t *talkScreen) firstTitle(f *kit.Frame) string {
	return text.Shorten(f.T("draft.first.title", part.NameOf(f, t.who)), editor.MostInLine)
}

// firstField is where the first question is typed.
func (t *talkScreen) firstField(f *kit.Frame, std account.Standard) widget.Field {
	name, who, title := f.Y().Name, t.who, t.firstTitle(f)
	return widget.Field{ID: freshField, Label: f.T("draft.question.fresh"), Kind: widget.SentenceField, Lines: 3, Hint: f.T("draft.question.hint"), Set: func(v string) kit.Outcome {
		t.fresh.kept = true
		return kit.Changes(kit.Label("draft.label.newquestion", string(who)), func(c *account.Client) error {
			_, err := c.AskOwn(name, who, title, v, std)
			return err
		})
	}}
}

// firstQuestion is the code that the first question gets.
func (t *talkScreen) firstQuestion(f *kit.Frame) account.QuestionCode {
	c := f.Client.Clone()
	code, _ := c.AskOwn(f.Y().Name, t.who, t.firstTitle(f), "?", part.Standard(f))
	return code
}

// behind are the words of the KWI, below the questions: who wants to grow finds
// them there.
func (t *talkScreen) behind(f *kit.Frame, words []widget.Field) []widget.Field {
	out := []widget.Field{{ID: "h.behind", Kind: widget.HeadingField, Label: f.T("draft.behind")}}
	for _, field := range words {
		if field.Kind != widget.HeadingField {
			out = append(out, field)
		}
	}
	return out
}

// contactActs are what can be done with the questions of the one contact.
func (s Screen) contactActs(f *kit.Frame, r listRow) []kit.Act {
	y := f.Y()
	sent := kit.Act{ID: "sent", Keys: keys.MarkSent, Name: f.T("draft.act.mailed")}
	if len(y.Assigned[r.who]) == 0 {
		sent.Why = f.T("draft.why.noquestions")
	}
	return s.post.Among(f, []kit.Act{{ID: "open", Looks: true, Keys: keys.Open, Name: f.T("draft.act.questions")}, sent}, false)
}

// mailBack answers a message about the questions that go back to the contact;
// false where it was about something else.
func (s Screen) mailBack(f *kit.Frame, msg tea.Msg) (kit.Outcome, bool) {
	if !isQuick(f) {
		return kit.Outcome{}, false
	}
	if out, mine := s.post.Update(f, msg, questionnaire.Preview); mine {
		return out, true
	}
	r, only := onlyContact(f)
	if !only || msg != tea.Msg(kit.Do("sent")) {
		return kit.Outcome{}, false
	}
	name, who := f.Y().Name, r.who
	return kit.Outcome{Ask: widget.NewDay(*f, widget.Day{Name: "mailed/" + string(who), Title: f.T("draft.mailed.title"), Value: f.Today, Then: func(on account.Date) kit.Outcome {
		return kit.Changes(kit.Label("draft.label.mailed"), func(c *account.Client) error { return c.Send(name, who, on) })
	}})}, true
}

// contactView draws the questions of the one contact, and whether they went
// back.
func contactView(f *kit.Frame, r listRow) string {
	lines := []string{}
	if f.H >= roomyList {
		lines = append(faintLines(f, guideOf(f).SimplePurpose("draft"), f.W), "")
	}
	who := part.NameOf(f, r.who)
	if fn := f.Client.Respondent(r.who).Function; fn != "" && fn != who {
		who += " " + f.Theme.Glyphs.Dot + " " + fn
	}
	lines = append(lines, f.Theme.Strong.Render(cells.Line(who, f.W)), "")
	foot := append([]string{"", mailedLine(f, r.who)}, footLines(f)...)
	lines = append(lines, askedBy(f, r.who, f.H-len(lines)-len(foot))...)
	return strings.Join(append(cells.Lines(cells.Block(lines, f.W, f.H-len(foot))), foot...), "\n")
}

// roomyList is from how many lines on the purpose stands over the questions.
const roomyList = 18

// askedBy are the questions of a respondent in at most h lines, what is asked by
// everybody's standard fainter than what is their own.
func askedBy(f *kit.Frame, who account.Initials, h int) (lines []string) {
	asked := f.Y().AskedOf(who)
	if len(asked) == 0 {
		return cells.Wrap(f.T("draft.noquestions"), f.W)
	}
	for i, code := range asked {
		q, look := f.Y().Question(code), f.Theme.Text
		if q.Kind != account.Own {
			look = f.Theme.Faint
		}
		text := cells.Wrap(q.Text, f.W-6)
		if left := len(asked) - i; len(lines)+len(text)+min(left-1, 1) > h {
			return append(lines, f.Theme.Faint.Render(f.T("draft.more", strconv.Itoa(left))))
		}
		for j, l := range text {
			number := ""
			if j == 0 {
				number = code.String()
			}
			lines = append(lines, f.Theme.Faint.Render(cells.Pad(number, 6))+look.Render(l))
		}
	}
	return lines
}

// mailedLine is whether the questions went back, and how they go.
func mailedLine(f *kit.Frame, who account.Initials) string {
	y, t := f.Y(), f.Theme
	days := y.Sent[who]
	switch {
	case y.Unsettled(who) != nil:
		return t.Warn.Render(t.Glyphs.Todo) + " " + cells.Line(f.T("draft.mailed.maybe"), f.W-2)
	case len(days) > 0:
		return t.Good.Render(t.Glyphs.Ok) + " " + cells.Line(f.T("draft.mailed.on", f.Words.ShortDate(days[0], f.Today)), f.W-2)
	case len(y.Assigned[who]) == 0:
		return ""
	}
	return t.Warn.Render(t.Glyphs.Todo) + " " + cells.Line(f.T("draft.mailed.not"), f.W-2)
}
