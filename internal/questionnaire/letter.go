package questionnaire

import (
	"strconv"
	"strings"

	"kwi/internal/account"
	"kwi/internal/guide"
	"kwi/internal/lang"
)

// letter fills the subject and the message that bring the list.
func (l *List) letter(y *account.Cycle, words *lang.Words, g *guide.Guide) {
	subject, body := guide.CommunicateSubject, guide.CommunicateBody
	when, session := wanted(y, words), ""
	l.When = words.T("sheet.when.preview", when)
	if l.Moment == Measure {
		subject, body = guide.MeasureSubject, guide.MeasureBody
		when, session = words.T("list.due.unplanned"), words.T("list.session.unplanned")
		if due := y.AnswersDue(); due != "" {
			when, session = words.LongDate(due), words.LongDate(y.Session)
		}
		l.When = words.T("sheet.when.due", when)
	}
	args := []string{l.Name, l.Supplier, when, l.Signed, session}
	l.Subject, l.Message = g.Message(subject, args...), g.Message(body, args...)
}

// wanted is the month in which he will be asked to answer: that of two weeks
// before the session or, while that is not planned, the last of the cycle.
func wanted(y *account.Cycle, words *lang.Words) string {
	day := y.ExpectedAsking()
	if len(day) < 10 {
		return words.T("list.month.unknown")
	}
	month, _ := strconv.Atoi(string(day[5:7]))
	return words.T("month."+strconv.Itoa(month)) + " " + string(day[:4])
}

// Sender is who asks: the supplier, by the name under which it is known, and
// who of its people signs; "" for nobody, so that the supplier does.
type Sender struct{ Supplier, Name string }

// Signature is what stands below a message.
func (s Sender) Signature() string {
	return strings.Trim(s.Name+"\n"+s.Supplier, "\n")
}
