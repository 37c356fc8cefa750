// Package questionnaire is what one respondent is asked in one cycle, as a
// value: their personal list with every text in their language, ready to be drawn
// on a screen, written into a workbook or put in a letter. Towards them it is
// "a few questions for the monitor", never a questionnaire; that word stays in
// code.
//
// What comes back is read here as well: ReadText reads a letter, ReadGrade any
// grade, and Check holds a Return against the client.
//
// It is pure. It knows the domain, the guide's texts for a client and the
// language, and must not know a screen, a file format, the post or the clock.
package questionnaire

import "kwi/internal/account"

// Moment is when in the cycle a respondent gets their list.
type Moment byte

// The moments: to see whether they can answer it all, and to answer it.
const (
	Communicate Moment = iota
	Measure
)

// List is what one respondent is asked.
type List struct {
	Language string // nl or en: of every text below
	Moment   Moment
	Cycle    account.CycleName
	ID       string           // of the client
	Client   string           // their name
	Approach account.Approach // that is followed with them
	Supplier string
	Signed   string // who of the supplier signs, and for whom
	Who      account.Initials
	Mark     account.Mark      // by which it is known when it comes back; "" where it only goes on a screen
	Promise  account.AnswersBy // as Shown says in words
	Name     string            // of the respondent, their initials where it is not known
	Function string

	Salutation string // how the message begins
	Word       string // to this respondent alone, or ""
	Done       string // what was done since they wrote last, a paragraph, or ""

	Subject  string // of the message that brings the list
	Message  string // the personal message, paragraphs with an empty line between
	When     string // when their answers are wanted, in one sentence
	Heading  string // above the questions
	Grading  string // how to grade
	Weighing string // what the relevance is for
	Shown    string // beside whose name their grades will stand
	Columns  Columns
	KWIs     []KWI
	Remarks  []Ask
	NPS      []Ask
	Thanks   string
	Browser  bool // it comes as a page for the browser, not as a workbook
}

// Columns are the heads above the questions.
type Columns struct{ Question, Grade, Relevance string }

// KWI is one of the KWIs on which they judge something.
type KWI struct {
	Code        account.KWICode
	Title       string
	Expectation string // in the client's words
	Questions   []Question
}

// Question is one line to grade.
type Question struct {
	Code account.QuestionCode
	Text string
	New  string // the mark of a question that joined after their list was first sent, or ""
}

// Key names a question that is not graded, for whoever reads the answer back.
type Key string

// The questions below the grades.
const (
	Remark  Key = "remark"
	MayRead Key = "mayread"
	Score   Key = "nps"
	Why     Key = "why"
	Pleased Key = "pleased"
	Missed  Key = "missed"
	Named   Key = "named" // may his name stand with this?
)

// Kind is what may be answered to a question that is not graded.
type Kind byte

// The kinds of answer.
const (
	Text  Kind = iota // in their own words
	YesNo             // yes or no
	Scale             // 0 to 10
)

// Ask is a question that is not graded.
type Ask struct {
	Key  Key
	Kind Kind
	Text string
}

// Count is how many questions they are asked to grade.
func (l List) Count() (n int) {
	for _, k := range l.KWIs {
		n += len(k.Questions)
	}
	return n
}
