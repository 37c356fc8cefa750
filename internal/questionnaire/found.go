package questionnaire

import (
	"slices"

	"kwi/internal/account"
	"kwi/internal/lang"
)

// Verdict is what became of one answer.
type Verdict byte

// The verdicts.
const (
	Accepted Verdict = iota
	Odd              // taken, but worth a look
	Refused          // not taken
)

// Ground is why something was refused or is worth a look. Its sentence stands in
// the catalogue under collect.why.
type Ground string

// Why a whole list is refused.
const (
	NoClient    Ground = "noclient"    // {1} the client in the file
	OtherClient Ground = "otherclient" // {1} the client in the file
	OtherCycle  Ground = "othercycle"  // {1} the cycle in the file, {2} ours
	Closed      Ground = "closed"      // {1} the cycle
	NobodyHere  Ground = "nobody"      // {1} the initials in the file
	NoQuestions Ground = "noquestions" // {1} the initials
	HandedOver  Ground = "handedover"  // {1} who has left, {2} who took over from them
	Unfilled    Ground = "blank"       // nothing is filled in
	OthersMark  Ground = "othersmark"  // {1} whose list went out with this mark, {2} whose it says it is
	PastMark    Ground = "pastmark"    // {1} whose list went out with this mark, {2} in which cycle
	ByGroup     Ground = "bygroup"     // it promised more than the cycle keeps to

	TwoLists      Ground = "twolists"   // {1} and {2} the references of the lists that stand in one text or sheet
	Stray         Ground = "stray"      // answers of a second list that does not say whose it is
	ManySheets    Ground = "manysheets" // {1} and {2} the numbers of sheets that may be the list
	NothingToKeep Ground = "nothing"    // {1} what stands there, none of it an answer
)

// Why one answer is refused.
const (
	NotWhole    Ground = "notwhole"    // {1} what stands there
	OutOfScale  Ground = "outofscale"  // {1} what stands there
	NoNumber    Ground = "nonumber"    // {1} what stands there
	OffScale    Ground = "offscale"    // {1} what stands there, where 0 to 10 is asked
	NoRelevance Ground = "norelevance" // {1} what stands there
	Contradicts Ground = "contradicts" // {1} and {2} what stands in the two places
	NotYesNo    Ground = "notyesno"    // {1} what stands there
	Computed    Ground = "computed"    // a formula
	NotHis      Ground = "nothis"      // a question that he was not asked
	Unknown     Ground = "unknown"     // a question that is not there
	Reworded    Ground = "reworded"    // {1} the words he was sent, {2} those of now
	Unworded    Ground = "unworded"    // {1} the words of now, where others were sent that nobody knows any more
	Replaced    Ground = "replaced"    // {1} the question that is asked in its place
	Rewritten   Ground = "rewritten"   // {1} the words he was sent, {2} what stands there now
	Twice       Ground = "twice"       // {1} and {2} what stands in the two places
	Unscored    Ground = "unscored"    // words about recommending without the number
	TooLong     Ground = "toolong"     // {1} how many characters there is room for
)

// Why somebody must say that a list is what it seems.
const (
	MarkMissing Ground = "markmissing" // {1} who was sent a list with a mark
	MarkUnknown Ground = "markunknown" // no list went out with this mark
)

// What a mail says of who sent it. {1} is the address it came from.
const (
	FromSponsor   Ground = "fromsponsor"   // {2} the sponsor, {3} whose list it is
	FromAnother   Ground = "fromanother"   // {2} the respondent whose address it is, {3} whose list it is
	FromStranger  Ground = "fromstranger"  // {3} whose list it is
	FromUncertain Ground = "fromuncertain" // {3} whose list it is, of whom no address is known
	FromNobody    Ground = "fromnobody"    // it does not say who
)

// Why something is worth a look.
const (
	Unmarked  Ground = "unmarked"  // no mark, and none was sent
	OldWords  Ground = "oldwords"  // {1} the words they were sent, {2} those of now, which say the same
	Ungraded  Ground = "ungraded"  // {1} a relevance without a grade
	Beside    Ground = "beside"    // {1} what stands beside the place to answer and was not used
	NoAnswer  Ground = "noanswer"  // {1} the words for no answer that stand there
	Cleaned   Ground = "cleaned"   // {1} the places
	Unnamed   Ground = "unnamed"   // whether his name may stand there was left open
	Unread    Ground = "unread"    // whether it may be read out was left open
	Open      Ground = "open"      // {1} the questions without an answer
	SecondOne Ground = "second"    // a second return, with other answers
	SameAgain Ground = "sameagain" // a second return with the same answers
)

// Reason is why, with what the sentence tells.
type Reason struct {
	Ground Ground
	Values []string
}

// Say is the reason as a sentence.
func (r Reason) Say(w *lang.Words) string {
	args := make([]any, len(r.Values))
	for i, v := range r.Values {
		args[i] = v
	}
	return w.T("collect.why."+string(r.Ground), args...)
}

// Item is one answer with what became of it.
type Item struct {
	Verdict Verdict
	Code    account.QuestionCode // of a graded question
	Key     Key                  // of another one
	At      string               // the place in the file
	Reason  Reason               // of what is not simply accepted
}

// Change is what a second return would change.
type Change struct {
	Code    account.QuestionCode
	Key     Key
	Was, Is string
}

// Found is a return held against the client: what is in it, what is odd, and
// what cannot be taken. Nothing has changed yet.
type Found struct {
	File    string
	Client  string // their name, the ID of the file where they are not known
	Cycle   account.CycleName
	Who     account.Initials
	Name    string
	No      *Reason // why the whole list cannot be taken
	Doubt   *Reason // why somebody must say that it is their (Trusted), nil where it proves so
	Asked   int     // the questions that they were asked to grade
	Items   []Item
	Notices []Reason
	Again   bool     // they answered before
	Changes []Change // what is different now, as far as it may be told
	Hidden  bool     // other answers are different now, or may be; no more is told

	id       string
	sheet    account.Sheet
	nps      *account.NPS
	remark   string
	released bool
	may      disclosure
	promise  account.AnswersBy // what the list said of the grades, "" where it did not say
	sent     *account.Sending  // the list that went out with its mark, nil where none did
	why      string            // with what words another grade than the one that was told is a correction
}

// Graded is how many grades can be taken.
func (f Found) Graded() int { return len(f.sheet) }

// Recommends reports whether the recommendation question was answered.
func (f Found) Recommends() bool { return f.nps != nil }

// Remarked reports whether they added something themselves.
func (f Found) Remarked() bool { return f.remark != "" }

// Bad is how many answers are refused.
func (f Found) Bad() (n int) {
	for _, i := range f.Items {
		if i.Verdict == Refused {
			n++
		}
	}
	return n
}

// Differs reports whether they answered before, and otherwise.
func (f Found) Differs() bool { return len(f.Changes) > 0 || f.Hidden }

// Same reports whether they answered before, and the same.
func (f Found) Same() bool { return f.Again && !f.Differs() }

// Trusted is a list of which somebody says that it is what it seems. That it
// does not prove so stays a notice.
func (f Found) Trusted() Found {
	if f.Doubt != nil {
		f.Notices = append(slices.Clone(f.Notices), *f.Doubt)
		f.Doubt = nil
	}
	return f
}

// Reads reports whether there is something in the list that can be read: all of it,
// or with partial the good answers of one with bad ones. One of which all is refused
// never takes the place of an earlier one.
func (f Found) Reads(partial bool) bool {
	return f.No == nil && (f.Bad() == 0 || partial && f.holds())
}

// holds reports whether any answer in the list can be kept.
func (f Found) holds() bool { return f.Graded() > 0 || f.Recommends() || f.Remarked() }

// Takes reports whether the list would be taken: partial takes the good answers
// of one with bad ones, replace takes a second return.
func (f Found) Takes(partial, replace bool) bool {
	return f.Reads(partial) && f.Doubt == nil && (replace || !f.Differs())
}

// Because is a list with the words with which a grade that it changes is kept
// as a correction, where the outcome was told already.
func (f Found) Because(why string) Found {
	f.why = why
	return f
}
