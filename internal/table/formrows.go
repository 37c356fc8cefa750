package table

import (
	"regexp"
	"strconv"
	"strings"
	"sync"

	"kwi/internal/account"
	"kwi/internal/portable"
	"kwi/internal/questionnaire"
	"kwi/internal/text"
)

// FormRow is what one row of a form brings, of a respondent.
type FormRow struct {
	At    Place
	State FormState
	Found questionnaire.Found
	named bool // their name may stand beside it
}

// Who is whose row it is, "" where their name may not stand beside it.
func (r *FormRow) Who() account.Initials {
	if !r.named {
		return ""
	}
	return r.Found.Who
}

// FormState is what becomes of a row of a form.
type FormState string

// The states.
const (
	FormTaken   FormState = "taken"   // it is taken over, as far as it can be
	FormSame    FormState = "same"    // it is there already, just so
	FormStays   FormState = "stays"   // they answered otherwise; that stays, and what was open is taken over
	FormReplace FormState = "replace" // it takes the place of what they answered before
	FormRefused FormState = "refused" // nothing of it can be taken
)

// answers puts what the rows of a form say into the running cycle, by the rules by
// which a list is taken that came back. What is there already stays, unless the
// user lets it be replaced.
func (w *planWork) answers() {
	for i := range w.blocks {
		b := &w.blocks[i]
		if b.form == nil {
			continue
		}
		y := w.c.Cycle(w.p.Running)
		if w.p.Running == "" || y == nil {
			w.odd(Place{b.head.Sheet, b.head.Number, 1}, FormNoCycle)
			continue
		}
		columns := w.formColumns(y, b)
		w.p.Form = append(w.p.Form, columns...)
		for _, c := range columns {
			if c.By == "" && !c.told && !(b.blank(c.At.Column-1) && len(b.rows) > 0) {
				w.odd(c.At, FormOpen, c.Head)
			}
		}
		w.formRows(b, columns)
		w.remembers(columns)
	}
	w.lowScale()
}

// remembers keeps what the user says that the columns hold.
func (w *planWork) remembers(columns []FormColumn) {
	for _, c := range columns {
		said, is := w.p.table.columns[text.Fold(c.Key)]
		if !is || c.Who || len(c.Key) > portable.LineRoom || w.c.FormHeadMeans(c.Key) == said || c.By != bySaid && said != "" {
			continue
		}
		w.c.RememberFormHead(c.Key, said)
		w.p.Noted++
	}
}

// formRows takes the rows. Of somebody with more than one the last counts.
func (w *planWork) formRows(b *tableBlock, columns []FormColumn) {
	last := map[account.Initials]int{}
	who := make([]account.Initials, len(b.rows))
	for i, r := range b.rows {
		if r.filled() == 0 || b.repeatsHead(r) {
			continue
		}
		if who[i] = w.answered(b, r); who[i] != "" {
			last[who[i]] = i
		}
	}
	for i, r := range b.rows {
		switch at := (Place{r.Sheet, r.Number, 1}); {
		case who[i] == "":
		case last[who[i]] != i:
			w.odd(at, FormLater, strconv.Itoa(b.rows[last[who[i]]].Number))
		default:
			w.formRow(r, columns, who[i])
		}
	}
}

// repeatsHead reports whether a row has the heads once more.
func (b *tableBlock) repeatsHead(r Row) bool {
	for i := range b.head.Cells {
		if cellText(r, i) != cellText(b.head, i) {
			return false
		}
	}
	return true
}

// answered is who answered in a row, "" where nobody is known by it, which is told.
// By group nobody's name is.
func (w *planWork) answered(b *tableBlock, r Row) account.Initials {
	of := func(c Column) string {
		if i, ok := b.form.who[c]; ok {
			return cellText(r, i)
		}
		return ""
	}
	came := account.Respondent{Name: of(Name), Email: of(Email)}
	if came.Name == "" {
		came.Name = text.Line(of(First) + " " + of(Infix) + " " + of(Last))
	}
	if !strings.Contains(came.Email, "@") {
		came.Email = ""
	}
	if isOneOfWords(came.Name, "table.form.anonymous") {
		came.Name = ""
	}
	initials := bareInitials(of(Initials))
	at := Place{r.Sheet, r.Number, 1}
	var found []account.Initials
	if p := w.known(initials); initials != "" && p != nil {
		found = append(found, p.Initials)
	}
	by := func(same func(a, b account.Respondent) bool) {
		if len(found) > 0 {
			return
		}
		for _, p := range w.c.Respondents {
			if same(p, came) {
				found = append(found, p.Initials)
			}
		}
	}
	by(account.SameEmail)
	by(func(p, came account.Respondent) bool {
		return account.SameName(p, came) && (p.Email == "" || came.Email == "")
	})
	switch named := w.c.Cycle(w.p.Running).Named(); {
	case len(found) == 1:
		return found[0]
	case len(found) > 1 && named:
		w.odd(at, Namesakes, came.Name)
	case len(found) > 1:
		w.odd(at, FormNobody)
	case initials == "" && came.Name == "" && came.Email == "":
		w.odd(at, FormAnonymous)
	case named:
		for _, s := range []string{came.Email, came.Name, initials} {
			if s != "" {
				w.odd(at, NobodyHere, s)
				break
			}
		}
	default:
		w.odd(at, FormNobody)
	}
	return ""
}

// formRow holds one row against the client and takes it.
func (w *planWork) formRow(r Row, columns []FormColumn, who account.Initials) {
	y := w.c.Cycle(w.p.Running)
	came := questionnaire.Return{Reference: questionnaire.Reference{Client: w.c.ID, Cycle: y.Name, Who: who}}
	for _, c := range columns {
		cell := questionnaire.Cell{At: Place{r.Sheet, r.Number, c.At.Column}.String()}
		if i := c.At.Column - 1; i < len(r.Cells) {
			cell.Text = strings.TrimSpace(r.Cells[i])
		}
		if q, ok := account.ParseQuestionCode(c.Is); ok && !c.Who {
			cell.Text = certainGrade(cell.Text)
			came.Lines = append(came.Lines, questionnaire.Line{Code: q, Grade: cell})
			w.scale(cell.Text)
		} else if key, ok := otherAnswers[c.Is]; ok && !c.Who {
			if key == questionnaire.Score {
				cell.Text = certainGrade(cell.Text)
			}
			came.Asks = append(came.Asks, questionnaire.Reply{Key: key, Cell: cell})
		}
	}
	row := FormRow{At: Place{r.Sheet, r.Number, 1}, State: FormTaken, named: y.Named()}
	raw := w.holds(came)
	take := raw
	switch {
	case raw.No != nil:
		row.State = FormRefused
	case !raw.Again:
	case y.Named():
		take = w.holds(came.Over(y, false))
		raw.Changes, raw.Hidden = take.Changes, take.Hidden
		switch {
		case take.Same():
			row.State = FormSame
		case take.OnlyAdds():
		case w.p.table.replace:
			row.State = FormReplace
		default:
			row.State = FormStays
			take = w.holds(came.Over(y, true))
		}
	case raw.Same():
		row.State = FormSame
	case w.p.table.replace:
		row.State = FormReplace
	default:
		row.State = FormStays
	}
	if row.Found = raw; row.State == FormSame {
		w.p.Same += raw.Graded()
		w.p.Known++
	}
	if row.State == FormTaken || row.State == FormReplace || row.State == FormStays && y.Named() {
		next := w.c.Clone()
		if err := take.Because(w.p.table.why).Apply(&next, true, true, w.p.today); err != nil {
			row.State = FormRefused
		} else {
			*w.c = next
		}
	}
	w.p.Rows = append(w.p.Rows, row)
}

// holds is a return held against the client, on the user's word that it is theirs.
func (w *planWork) holds(came questionnaire.Return) questionnaire.Found {
	return questionnaire.Check(w.c, w.p.Running, came).OfForm()
}

// gradeInWords is a grade with what services and people put behind it: 8 - good,
// 8/10, 8 of 10, 8 (good).
var gradeInWords = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(10|[0-9])(?:[.,]0{1,2})?\s*(?:/\s*10|(?:van de|van|op|out of|of)\s+10)?(?:\s*[-–—:=(]\s*\pL[^0-9]*|\s+\pL[^0-9]*)?$`)
})

// certainGrade is the number of what a cell says as a grade, where that is certain;
// else the cell as it is.
func certainGrade(s string) string {
	if len(s) > mostGradeText {
		return s
	}
	if m := gradeInWords().FindStringSubmatch(text.Narrow(s)); m != nil {
		return m[1]
	}
	return s
}

// mostGradeText is how many bytes a grade with words behind it has at most.
const mostGradeText = 200

// scale notes how high the grades of the form go.
func (w *planWork) scale(grade string) {
	if a, _, ok := questionnaire.ReadGrade(questionnaire.Cell{Text: grade}, questionnaire.Cell{}); ok && a.Grade > 0 {
		w.graded++
		w.highest = max(w.highest, a.Grade)
	}
}

// lowScale tells of a form in which no grade is higher than five: its scale may be
// another one than ours.
func (w *planWork) lowScale() {
	if w.graded >= fewestOfScale && w.highest <= 5 {
		w.odd(Place{}, FormScale, strconv.Itoa(int(w.highest)))
	}
}

// fewestOfScale is from how many grades on their scale is doubted.
const fewestOfScale = 5
