package communicate

import (
	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/questionnaire"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// previewHead is how many lines of the body the preview does not have: who it is
// and how it stands with them, a rule, and how much there is to read.
const previewHead = 3

// room is how many lines of the list are in view.
func (s Screen) room(f *kit.Frame) int { return max(f.H-previewHead, 1) }

// preview draws what the respondent will see, below one line about them that
// they will not.
func (s Screen) preview(f *kit.Frame, p personRow) []string {
	at, all := s.place(f)
	left := f.T("communicate.preview", string(p.who), at, all)
	right := f.T("communicate.language." + s.asked(f).Language)
	lines := []string{
		f.Theme.Strong.Render(cells.Fit(left, f.W-cells.Width(right)-2)) + "  " + f.Theme.Faint.Render(right),
		f.Theme.Rule(f.W),
	}
	text := s.lines(f)
	top, end := s.top.Window(text, f.W, s.room(f))
	lines = append(lines, text[top:end]...)
	for len(lines) < f.H-1 {
		lines = append(lines, "")
	}
	foot := stateOf(f, p.who)
	if more := widget.More(*f, top, len(text)-end); more != "" {
		foot = more + "   " + foot
	}
	return append(lines, f.Theme.Faint.Render(cells.Line(foot, f.W)))
}

// place is where among those with questions this list stands.
func (s Screen) place(f *kit.Frame) (at, all int) {
	for _, r := range f.Client.Participants(f.Y()) {
		if len(f.Y().Assigned[r.Initials]) == 0 {
			continue
		}
		all++
		if r.Initials == s.open {
			at = all
		}
	}
	return at, all
}

// asked is the list that is in view, as it would go to them now.
func (s Screen) asked(f *kit.Frame) questionnaire.List {
	return roundOf(f).List(&f.Client, f.Y(), s.open, questionnaire.Sender{Supplier: f.Supplier, Name: f.Me.Name}, f.Words.Tag(), f.Today)
}

// roundOf is what the lists are for now: to look at, and from the stage in which
// is measured on to answer.
func roundOf(f *kit.Frame) questionnaire.Round { return questionnaire.RoundOf(f.Y().Stage) }

func (s Screen) lines(f *kit.Frame) []string { return drawList(f, s.asked(f)) }

// stateOf is how it stands with them in a few words.
func stateOf(f *kit.Frame, who account.Initials) string {
	y := f.Y()
	text := f.T("communicate.state.unsent")
	if days := y.Sent[who]; len(days) > 0 {
		text = f.T("communicate.state.sent", sentDays(f, days))
	}
	if s := y.Unsettled(who); s != nil {
		text = f.T("communicate.state.maybe", f.Words.ShortDate(s.Date, f.Today))
	}
	text += " " + f.Theme.Glyphs.Dot + " "
	if d := y.Confirmed[who]; d != "" {
		return text + f.T("communicate.state.confirmed", f.Words.ShortDate(d, f.Today))
	}
	return text + f.T("communicate.state.unconfirmed")
}
