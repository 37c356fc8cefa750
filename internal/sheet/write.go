package sheet

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"kwi/internal/questionnaire"
)

// opening is what stands above the questions.
func (b *listBook) opening(l questionnaire.List) {
	b.across(l.Heading, titleLook)
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

// heads are the heads of the columns, which every page repeats.
func (b *listBook) heads(l questionnaire.List) int {
	b.next(20)
	b.dress(firstColumn, lastColumn, headLook)
	b.put(questions, l.Columns.Question, headLook)
	b.put(grades, l.Columns.Grade, headMiddle)
	b.put(relevances, l.Columns.Relevance, headMiddle)
	return b.row
}

// kwi is one KWI with its questions.
func (b *listBook) kwi(k questionnaire.KWI) {
	b.gap(8)
	b.across(k.Code.String()+"  "+k.Title, kwiTitle)
	if k.Expectation != "" {
		b.across(k.Expectation, expects)
	}
	b.gap(3)
	for _, q := range k.Questions {
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
		b.put(codeColumn, code, codeQuiet)
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
	b.gap(10)
	b.across(b.words.T("sheet.more"), kwiTitle)
	b.gap(4)
	for _, a := range l.Remarks {
		b.ask(a)
	}
	b.gap(8)
	for _, a := range l.NPS {
		b.ask(a)
	}
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
	b.put(codeColumn, a.Key.Letter(), codeQuiet)
}
