package sheet

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"kwi/internal/questionnaire"
)

// opening is what stands above the questions.
func (b *listBook) opening(l questionnaire.List) {
	about := []string{l.Name, l.Function, l.Client, string(l.Cycle)}
	b.across(strings.Join(nonEmpty(about), " · "), subtitle)
	b.gap(8)
	for _, paragraph := range strings.Split(l.Message, "\n\n") {
		b.across(paragraph, proseLook)
		b.gap(5)
	}
	if l.When != "" {
		b.across(l.When, wanted)
		b.gap(6)
	}
	b.across(strings.Join(nonEmpty([]string{l.Grading, l.Weighing, b.words.T("sheet.cells")}), " "), explaining)
	b.across(l.Shown, explaining)
	b.gap(8)
}

// nonEmpty leaves out what is empty.
func nonEmpty(texts []string) (out []string) {
	for _, t := range texts {
		if strings.TrimSpace(t) != "" {
			out = append(out, t)
		}
	}
	return out
}

// headRow is the row of the heads, which stays in sight and stands on every page.
const headRow = 1

// heads are what this is and the heads of the columns. They stand above
// everything: only so can they stay in sight.
func (b *listBook) heads(l questionnaire.List) {
	b.next(heightNeeded(l.Heading, widthOf(codeColumn, questions), titleLook.size) + 4)
	b.try(b.MergeCell(b.name, b.at(codeColumn), b.at(questions)))
	b.put(codeColumn, l.Heading, titleLook)
	b.dress(codeColumn, questions, titleLook)
	b.put(grades, l.Columns.Grade, headMiddle)
	b.put(relevances, l.Columns.Relevance, headMiddle)
}

// kwi is one KWI with its questions.
func (b *listBook) kwi(k questionnaire.KWI) {
	b.unit()
	b.gap(8)
	b.across(k.Code.String()+"  "+k.Title, kwiTitle)
	if k.Expectation != "" {
		b.across(k.Expectation, expects)
	}
	b.gap(3)
	for i, q := range k.Questions {
		if i > 0 {
			b.unit()
		}
		b.question(q)
	}
}

// question is one line to grade. A text too long for one row goes on in the
// next, which has no code.
func (b *listBook) question(q questionnaire.Question) {
	text, _ := questionnaire.Clean(q.Text)
	rest := []textPiece{{text, heightNeeded(text, widthOf(questions, questions), question.size)}}
	if len(text) > longQuestion && rest[0].points > tallest {
		rest = pieces(text, widthOf(questions, questions), question.size)
	}
	code := q.Code.String()
	if q.New != "" {
		code += "\n" + q.New
	}
	for i, part := range rest {
		b.next(max(part.points+5, 26))
		b.put(questions, part.text, question)
		if i > 0 {
			continue
		}
		b.put(codeColumn, code, codeLook)
		b.pick(grades, "sheet.grade", numbers(1, 10), "")
		b.pick(relevances, "sheet.relevance", []string{"<", "N", ">"}, "sheet.relevance.help")
	}
}

// pick makes a cell of the last row a choice.
func (b *listBook) pick(column, key string, choice []string, help string) {
	b.dress(column, column, pickLook)
	v := excelize.NewDataValidation(true)
	v.Sqref = b.at(column)
	b.try(v.SetDropList(choice))
	text := key + ".error"
	if help != "" {
		text = help
		v.SetInput(b.words.T(key+".title"), b.words.T(help))
	}
	v.SetError(excelize.DataValidationErrorStyleStop, b.words.T(key+".title"), b.words.T(text))
	b.try(b.AddDataValidation(b.name, v))
}

// closing is what stands below the questions.
func (b *listBook) closing(l questionnaire.List) {
	b.unit()
	b.gap(10)
	b.across(b.words.T("sheet.more"), kwiTitle)
	b.gap(4)
	for i, a := range l.Remarks {
		if i > 0 {
			b.unit()
		}
		b.ask(a)
	}
	b.gap(8)
	for _, a := range l.NPS {
		b.unit()
		b.ask(a)
	}
	b.unit()
	b.gap(8)
	b.across(l.Thanks, proseLook)
	b.gap(4)
	b.across(b.words.T("sheet.reference", l.Reference().String()), tinyLook)
}

// ask is a question that is not graded: the answer stands beside it or, in
// their own words, below it.
func (b *listBook) ask(a questionnaire.Ask) {
	width := widthOf(questions, questions)
	if a.Kind == questionnaire.Text {
		width = widthOf(questions, lastColumn)
	}
	b.next(max(heightNeeded(a.Text, width, question.size)+7, 25))
	b.put(questions, a.Text, question)
	switch a.Kind {
	case questionnaire.Text:
		b.try(b.MergeCell(b.name, b.at(questions), b.at(lastColumn)))
		b.put(questions, a.Text, aboveLook)
		b.dress(questions, lastColumn, aboveLook)
		b.next(64)
		b.try(b.MergeCell(b.name, b.at(questions), b.at(lastColumn)))
		b.dress(questions, lastColumn, writing)
	case questionnaire.Scale:
		b.pick(grades, "sheet.scale", numbers(0, 10), "")
	case questionnaire.YesNo:
		b.pick(grades, "sheet.yesno", []string{b.words.T("sheet.yes"), b.words.T("sheet.no")}, "")
	}
	b.put(codeColumn, a.Key.Letter(), codeLook)
}
