package session

import (
	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/guide"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// In the simple approach this step is a dialogue of two people: what the same
// questions say now beside what they said last time, and in the end the value
// question anew.

// isDialogue reports whether the client follows the simple approach.
func isDialogue(f *kit.Frame) bool { return f.Client.Approach == account.Simple }

// agendaItems are the agenda of the session, or the course of the dialogue,
// which ends with the value question.
func agendaItems(f *kit.Frame) []guide.Item {
	g := guide.For(f.Words.Tag())
	if !isDialogue(f) {
		return g.Agenda()
	}
	return append(g.Dialogue(), guide.Item{Title: f.T("session.anew"), Line: "“" + g.ValueQuestion().Question + "”"})
}

// studyAct leads to where the answers are studied, which comes before the talk.
func studyAct(f *kit.Frame) kit.Act {
	act := kit.Act{ID: "study", Looks: true, Keys: keys.Study, Name: f.T("session.act.study")}
	if t := f.Table(); !t.HasAnswers() {
		act.Why = f.T("session.why.noanswers")
	}
	return act
}

// study goes there, and esc leads back.
func study(f *kit.Frame) kit.Outcome {
	out := kit.Goes(kit.Place{Name: account.Measure.String(), Client: f.Client.ID, Cycle: f.Cycle, At: "analysis"})
	out.Over = true
	return out
}

// gradeNow is how wide a grade is in the table of questions.
const gradeNow = 6

// questionLines are the questions of the one contact with the grade now and the
// one before, in at most h lines; none where they may not stand beside a name.
func questionLines(f *kit.Frame, h int) []string {
	y := f.Y()
	people := f.Client.Participants(y)
	if !isDialogue(f) || len(people) != 1 || !y.Voice(people[0].Initials).Grades {
		return nil
	}
	who := people[0].Initials
	asked, sheet := y.AskedOf(who), y.Voice(who).Sheet
	if h < 3 || len(asked) == 0 {
		return nil
	}
	table := widget.Table{Quiet: true, Count: len(asked),
		Columns: []widget.Column{{Width: gradeNow}, {Title: f.T("session.questions"), Share: 1}, {Title: f.T("session.col.now"), Width: gradeNow, Right: true}, {Title: f.T("session.col.before"), Width: gradeNow, Right: true}},
		Row: func(i int) widget.Row {
			code := asked[i]
			now := sheet.Of(code)
			was, _ := f.Client.LastGrade(y.Name, who, code)
			if now.Grade == 0 && was.Grade == 0 {
				return widget.Row{Cells: widget.Texts(code.String(), y.Question(code).Text), Faint: true}
			}
			row := widget.Row{Cells: widget.Texts(code.String(), y.Question(code).Text, now.String(), was.String())}
			switch {
			case now.Grade == 0 || was.Grade == 0:
			case now.Grade > was.Grade:
				row.Cells[2].Style = f.Theme.Good
			case now.Grade < was.Grade:
				row.Cells[2].Style = f.Theme.Warn
			}
			return row
		}}
	return append([]string{""}, table.View(*f, widget.List{}, f.W, min(h-1, len(asked)+1))...)
}

// below puts the questions below other lines, where there is room for them.
func below(f *kit.Frame, lines []string, h int) []string {
	shown := 0
	for _, l := range lines {
		shown += len(cells.Lines(l))
	}
	return append(lines, questionLines(f, h-shown)...)
}
