package guide

import "strings"

// Message names a text that goes to a client: formal, in Dutch with u. The
// placeholders of each stand here and above it in text/messages.txt.
type Message string

// Letters. {1} the salutation, a paragraph of its own, {2} the supplier, {3} the day, {4} the sender.
const (
	CommunicateSubject Message = "communicate.subject" // {3} when the answers are wanted
	CommunicateBody    Message = "communicate.body"
	MeasureSubject     Message = "measure.subject"  // {3} when the answers are due, {5} the session's day
	MeasureBody        Message = "measure.body"     // and {6} what was done, a paragraph or ""
	ReminderSubject    Message = "reminder.subject" // as measure
	ReminderBody       Message = "reminder.body"
	InvitationSubject  Message = "invitation.subject" // {3} the session's day; the rest are paragraphs or ""
	InvitationBody     Message = "invitation.body"    // {5} its place, {6} and {7} as follows
	InvitationOurs     Message = "invitation.ours"    // {1} who comes from our side
	InvitationLists    Message = "invitation.lists"   // {1} when the questions come, {2} when the answers are due
	InvitationSoon     Message = "invitation.soon"    // {1} when they are due
	WithdrawalSubject  Message = "withdrawal.subject"
	WithdrawalBody     Message = "withdrawal.body"
	NewsSubject        Message = "news.subject"
	NewsBody           Message = "news.body" // {5} what is coming and {6} what was done, paragraphs or ""
	NewsComing         Message = "news.coming"
	NewsDone           Message = "news.done"
	ThanksSubject      Message = "thanks.subject" // {3} the session, in words
	ThanksBody         Message = "thanks.body"    // {5} what was agreed, or ""
	AbsentSubject      Message = "absent.subject" // the same, to who was not there
	AbsentBody         Message = "absent.body"
)

// What was heard in a talk, read back in writing. {1} the salutation, {2} the
// supplier, {3} the day of the concept, {4} the sender.
const (
	ConceptSubject  Message = "concept.subject"
	ConceptBegin    Message = "concept.begin"
	ConceptWeighs   Message = "concept.weighs" // what stands over a part has no colon
	ConceptAsks     Message = "concept.asks"
	ConceptNamed    Message = "concept.named"
	ConceptUnwanted Message = "concept.unwanted"
	ConceptDue      Message = "concept.due"
	ConceptInspired Message = "concept.inspired" // in the place of ConceptDue
	ConceptEnd      Message = "concept.end"
)

// What stands on their list.
const (
	ListIntro     Message = "list.intro" // {1} the supplier
	ListGrade     Message = "list.grade"
	ListRelevance Message = "list.relevance"
	ListByName    Message = "list.byname"  // his name stands with his grades
	ListByGroup   Message = "list.bygroup" // it does not
	ListMayName   Message = "list.mayname" // asks whether his name may stand with it
	ListMayRead   Message = "list.mayread" // asks whether his remark may be read out
	ListRemarks   Message = "list.remarks"
	ListNew       Message = "list.new"    // marks a question that joined later
	ListThanks    Message = "list.thanks" // {1} the supplier
)

// The recommendation question with its companions.
const (
	NPSQuestion  Message = "nps.question" // {1} the supplier
	NPSWhy       Message = "nps.why"
	NPSPleased   Message = "nps.pleased"
	NPSMissed    Message = "nps.missed"
	NPSAnonymous Message = "nps.anonymous"
)

// The standard questions under a KWI, {1} the supplier.
const (
	QuestionNoticed Message = "question.noticed"
	QuestionKept    Message = "question.kept"
)

// Message is a text with its placeholders filled; paragraphs have an empty
// line between them.
func (g *Guide) Message(m Message, args ...string) string {
	return fillArguments(strings.Join(g.list(string(m)), "\n\n"), args)
}
