package questionnaire

import (
	"slices"
	"strconv"
	"strings"

	"kwi/internal/account"
	"kwi/internal/guide"
	"kwi/internal/lang"
	"kwi/internal/text"
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
			when, session = words.LongDate(due), words.SessionDay(y)
		}
		l.When = words.T("sheet.when.due", when)
		if l.Approach == account.Simple { // there the talk needs no day before the answers
			l.When, session = words.T("sheet.when.simple"), words.T("list.simple.talk")
			if y.AnswersDue() != "" {
				l.When, session = words.T("sheet.when.due", when), words.T("list.simple.due", when, words.SessionDay(y))
			}
		}
	}
	l.write(g, subject, body, when, session)
}

// write fills the subject and the message: below the salutation stands the
// personal word, above the words that everybody gets.
func (l *List) write(g *guide.Guide, subject, body guide.Message, when, session string) {
	args := []string{l.Salutation, l.Supplier, when, l.Signed, session, l.Done}
	l.Subject, l.Message = g.MessageIn(l.Approach, subject, args...), Personal(g.MessageIn(l.Approach, body, args...), l.Word)
}

// Personal is a message with a word for one respondent between the salutation,
// its first paragraph, and the words that everybody gets. Paragraphs for which
// there was nothing to say are left out.
func Personal(message, word string) string {
	all := slices.Insert(strings.Split(message, "\n\n"), 1, word)
	return strings.Join(slices.DeleteFunc(all, func(p string) bool { return p == "" }), "\n\n")
}

// takesOver says to somebody that the questions were another's, who was asked in
// this cycle before them; "" to everybody else. To them most are new.
func takesOver(c *account.Client, y *account.Cycle, who account.Initials, words *lang.Words) string {
	r := c.Respondent(who)
	if r == nil || r.Follows == "" {
		return ""
	}
	if was := r.Follows; len(y.Sent[was]) == 0 && y.Tested[was] == "" && !y.HasAnswered(was) {
		return ""
	}
	return words.T("list.follows", c.NameOf(r.Follows))
}

// mostDone is how many kept agreements a letter names: it must stay short.
const mostDone = 6

// DoneFor is what we did for a respondent since they wrote last, as a paragraph
// of a letter, "" where that is nothing. Each line says about which KWI it was;
// nothing of it is a figure.
func DoneFor(c *account.Client, y *account.Cycle, who account.Initials, words *lang.Words) string {
	done := c.DoneSince(y.Name, who)
	if len(done) == 0 {
		return ""
	}
	lines := []string{words.T("list.done")}
	for _, a := range done[:min(len(done), mostDone)] {
		line := text.Line(a.Text)
		if k := y.KWI(a.KWI); k != nil && k.Title != "" {
			line = text.Line(k.Title) + ": " + line
		}
		if a.Evidence != "" {
			line += " (" + text.Line(a.Evidence) + ")"
		}
		lines = append(lines, "- "+line)
	}
	if more := len(done) - mostDone; more > 0 {
		lines = append(lines, "- "+words.N("list.done.more", more))
	}
	return strings.Join(lines, "\n")
}

// wanted is the month in which they will be asked to answer: that of two weeks
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
