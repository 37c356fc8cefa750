// Package portable reads and writes the portable file kwi/1: one JSON object
// with a supplier, what they keep that is about no client, and their clients,
// complete and confidential. Reading is strict: whatever does not belong there is a fault that names its place, as
// in clients[0].cycles[1].answers.KK.1.02, and nothing is dropped silently.
// Writing gives the same bytes for the same clients, and what was written
// reads back as the same.
//
// Which keys there are, of which kind and in which order, the Walk of each type
// of account tells, and says beside a field what it means. To the contract it
// adds these, and writes them only where there is something in them:
//
//   - clients[].archived: the day since when the client is out of the portfolio
//   - clients[].lastKWI: the highest KWI number ever given, where no KWI has it
//   - clients[].cycles[].calendar: by which name calendars know the dates of the
//     cycle, where it is not its own name: it keeps the first one
//   - clients[].cycles[].visits[].calendar: the same of a conversation, where it
//     is not its day
//   - clients[].cycles[].promised: {"KK": {"concept": date, "done": date}}, by
//     which day a respondent gets a concept after the talk, and when they got it
//     (absent while they did not); with "inspiration": true it is no concept that
//     they get, but somebody comes back to them with inspiration
//   - clients[].cycles[].notes[].rank: the place of a note among its respondent's
//     notes by importance, from 1
//   - clients[].cycles[].notes[].heard: the respondents who were there when a note
//     was caught, or to whom it was released; without any it is internal
//   - clients[].cycles[].notExpectedHeard: of the same, who may see what they do
//     not expect
//   - clients[].cycles[].actions[].evidenceShared: true where the client may see
//     the evidence
//   - clients[].cycles[].meeting.agenda: [{"item", "minutes"}], both needed: how long
//     a part of the session is planned to take (welcome, lookback, result, onwards,
//     closing)
//   - clients[].cycles[].meeting.ideas: [{"text", "votes", "action"}], the text is
//     needed and stands there once: an idea of the session, how many are for it, and
//     the number of the action that it became
//   - clients[].cycles[].ideas: [{"text", "by", "date", "kwi", "whyNot", "told",
//     "action"}], an idea that somebody brought while the KWIs are worked on: the
//     text is needed and stands there once; the action that it became, or why it
//     is not taken up, and when whoever brought it was told. An idea of the
//     session may have date, kwi, whyNot and told too
//   - clients[].cycles[].findings: [{"part", "by", "text", "action"}], what a colleague
//     answered to a question of the analysis (remarks, outliers, proposals,
//     misunderstanding, surprise, disappointment, noticed) and the number of the
//     action that it became; part and text are needed
//   - clients[].cycles[].meeting.next: [{"kwi", "title", "expectation", "wishedBy",
//     "target", "noticed"}], what was agreed of a KWI for the next cycle: other words
//     for one that has a code, each absent where it stays, or without a code a new
//     one, with the words of its standard question
//   - clients[].cycles[].actions[].delay: why it is later than was agreed
//   - clients[].cycles[].actions[].internal: true where the client is shown nothing
//     of it; we carry it alone
//   - clients[].cycles[].actions[].so, and so of a KWI: what gets better by it, beside
//     the why
//   - clients[].cycles[].reasons[].by: who went on, initials of a colleague or free
//     words, and open: [{"condition", "of", "things"}], what was not there yet: the
//     condition, which is needed, and the people, or the codes, that it missed
//   - clients[].cycles[].passages: [{"date", "from", "to", "by"}], the cycle going
//     from one stage to another, on or back, oldest first
//   - clients[].caught: [{"date", "text", "with", "kwi", "shared"}], what was caught
//     somewhere and is not sorted yet: the text is needed, with is a respondent, kwi
//     a KWI of any cycle, and shared is whether that respondent may see it
//   - clients[].cycles[].kwis[].caughtOn, caughtWith and caughtText, and those of an
//     action: the day on which the sentence was caught that it was made of, the
//     respondent with whom, and its words
//   - clients[].library: [{"entry", "kwi", "date", "note", "ticks"}], the entries of
//     the library that are attached to the client, or to a KWI of any cycle, each
//     once: entry, which is needed, is the ID of one that this library may not
//     have, and ticks are [{"item", "date", "note"}], the points of it that are
//     done, or without a date only noted beside, each by what the entry calls it
//   - clients[].formHeads: [{"head", "means"}], what the columns of the client's own
//     form hold, both needed: the head as it stands above the column, and a code of
//     a question, a word such as nps or remark, or - for one that is left out
//   - clients[].respondents[].salutation: how letters to a respondent begin, as in
//     "Geachte heer Klant,", absent where it follows from the name
//   - clients[].responsible: the initials of the colleague who answers for the client
//   - clients[].colleagues[].left: the day since when a colleague is gone
//   - clients[].respondents[].follows: the initials of the respondent from whom they
//     took over; what that one answered stays theirs. Of the eight who judge in a
//     cycle they have one seat together, and who left without an answer has none
//   - clients[].respondents[].formerly: what their initials were, the last ones last
//   - clients[].respondents[].askEvery: in how many weeks they want to be asked how
//     it goes, 1 to 52
//   - clients[].respondents[].browser: true where their list comes as a page for the
//     browser, not as a workbook
//   - clients[].cycles[].personalWords: {"KK": text}, what the sender writes to a
//     respondent above what the letters of the cycle say to everybody
//   - clients[].cycles[].excused: {"KK": date}, whose list is given up, and
//     excusedWhy: {"KK": text}, why
//   - clients[].cycles[].answeredInTalk: {"KK": date}, whose list was answered in a
//     conversation, on the day, and answeredByPhone: {"KK": date}, whose at the
//     telephone; both stay where a list comes in later
//   - clients[].cycles[].reminders: {"KK": [{"date", "way", "returned", "said", "promise"}]},
//     how somebody silent was asked beside the lists that went by mail: the day,
//     which is needed, by which way (mail, phone, talk or sponsor), whether it is that
//     the mail came back, what they said, and by which day they said to answer
//   - clients[].cycles[].circumstances: text, and circumstancesOf: {"KK": text}, what
//     colours the answers of all or of one, for the supplier's own people only
//   - clients[].cycles[].actions[].told: [{"who", "date", "way", "done"}], which
//     respondents were told of an agreement, on which day (both are needed) and by
//     which way: that it comes, or where done is true what came of it
//   - clients[].cycles[].visits[].asked and goes: what was asked in a conversation, and
//     how it goes as the respondent says it: well, mixed or badly
//   - clients[].cycles[].visits[].hour: at which hour of its day a conversation is, 16:00
//   - clients[].cycles[].visits[].ahead: true of a conversation that was noted beforehand;
//     on its day, and without an hour, it is still to come
//   - clients[].cycles[].sessionFrom and sessionUntil: at which hour of its day the session
//     begins, 16:00, and until which hour of it it goes on
//   - clients[].cycles[].amendments: [{"date", "by", "as", "what", "part", "to", "who",
//     "was", "now"}], what changed of what was asked after a list with it had gone
//     out: the day, as and what are needed. as is same (other words for what, the code
//     of a question or a KWI, of which part is title or expectation), another (it
//     became the question or KWI of code to), target, or aside: an answer of who that
//     counts no more, without its grade where grades are kept by group
//   - clients[].cycles[].corrections[].by: who made it, as they are known
//   - clients[].cycles[].actions[].internal is true of an agreement that we carry alone,
//     never announced and not made in the session. A file may have it of another,
//     for older data have: that is told, and it stays out of the client's sight
//   - clients[].cycles[].kwis[].questions[].ended: since when another is asked in its
//     place; it is kept for its answers
//   - clients[].cycles[].sendings: {"KK": [{"mark", "date", "promise", "state", "message",
//     "asked"}]}, the
//     lists that went out, oldest first: by which mark each is known when it
//     comes back, the day, what it promised (name or group, the first three are
//     needed), how far it got (claimed, possibly or arrived, absent where it was
//     written into a folder), the Message-ID of its letter, and what it asked: a line
//     for each question, with its code and a fingerprint of its words. No mark stands
//     twice in a client, and no list by group in a cycle by name
//   - clients[].cycles[].kwis[].wishes: [{"by", "words"}], whose wish a joint KWI
//     is, each in their own words; by is needed, and wishedBy is "" beside it
//   - clients[].cycles[].kwis[].made: the day on which it was made
//   - clients[].cycles[].kwis[].questions[].from: the code that a question had under
//     another KWI, before that was merged or split
//   - clients[].cycles[].turns: [{"date", "kwi", "how", "into", "with", "why"}], what
//     became of KWIs in the cycle: joint (with: who wishes it too), dropped, renewed,
//     merged or split (into: in which it goes on), or takenUp; kwi and how are needed
//   - clients[].cycles[].gone: [{"kwi", "assigned", "notes", "actions"}], the KWIs that
//     were taken out of the cycle, as they were: kwi, which is needed, is a whole
//     one, assigned is who judged which of its questions, notes are what those
//     said that were about it, and actions the numbers of its agreements
//   - clients[].cycles[].kwis[].lastSerial: the highest question number ever given
//   - clients[].cycles[].kwis[].questions[].added: when a later question joined
//   - clients[].plans[].kpis[].smart: {"specific": true, …}, which of specific,
//     measurable, acceptable, realistic and timed the indicator is judged to be,
//     or not to be; what nobody judged is absent
//   - clients[].plans[].kpis[].agreed: [{"action", "for", "due", "done"}], who does
//     an action by when, and since when it is done; action, which is needed,
//     repeats its text among actions
//   - scans: [{"who", "team", "date", "clients", "seesOneself", "goal", "answers"}], the
//     quick scans of the supplier's own people: of whom or of which team (one of
//     them is needed), the day, which is needed, what was said of the client
//     first, and a letter a, b or c for each question that was answered, a point
//     for one that was not and has answers behind it. Who stands there once a day.
//     It is a key of the file itself, and stands in an export of everything only
//   - library: [{"id", "kind", "title", "text", "items", "lastItem", "withdrawn"}], a
//     key of the file itself too: what the supplier added to the library. An id
//     that begins with own-, a kind (checklist, value, wisdom or promise) and a title
//     are needed; items are [{"number", "text"}], both needed, and lastItem is the
//     highest number ever given, where no item has it. What is withdrawn is offered
//     no more since that day
//
// A reply that was not given is absent: a key of selection or needs, and the
// anonymous of an NPS answer of which nobody knows whether a name may stand
// with it; none then does.
//
// What is absent is empty, and a kind, approach, stage, answersBy, side or
// status that is absent is the first of its list. Three things that are not
// marked as needed are needed all the same, for without them the entry says
// something else or nobody could refer to it: the initials of a colleague,
// the number of an action and the score of an NPS answer. Initials are unique
// over respondents and colleagues together. KWIs, questions, assigned
// questions and plans come out in order of number; figures of a plan that
// nobody filled in are not written.
//
// The package knows the domain and its faults. It must not know where the
// bytes come from or go to, what is in a data file, or what day it is.
package portable

import (
	"bytes"
	"io"
	"strconv"

	"kwi/internal/account"
	"kwi/internal/fault"
)

// Format is what a file of this form calls itself.
const Format = "kwi/1"

// MostMegabytes is how large a file may be.
const MostMegabytes = 256

// File is a portable file.
type File struct {
	Supplier string
	Clients  []account.Client
	Firm     account.Firm // what the supplier keeps that is about no client
}

// Read reads one whole file. What is wrong in it is a *fault.Fault with its
// place; an error of r comes back as it is.
func Read(r io.Reader) (File, error) { return readLimited(r, MostMegabytes) }

func readLimited(r io.Reader, most int64) (File, error) {
	data, err := io.ReadAll(io.LimitReader(r, most<<20+1))
	if err != nil {
		return File{}, err
	}
	return decode(data, most)
}

// Decode reads one whole file that was read already, at most a byte more than
// there is room for.
func Decode(data []byte) (File, error) { return decode(data, MostMegabytes) }

// Begins reports whether data may be the beginning of a file.
func Begins(data []byte) bool {
	data = bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\ufeff")), " \t\r\n")
	return len(data) == 0 || data[0] == '{'
}

func decode(data []byte, most int64) (File, error) {
	if int64(len(data)) > most<<20 {
		return File{}, fault.New(fault.TooBig, strconv.FormatInt(most, 10))
	}
	d := &decoder{data: bytes.TrimPrefix(data, []byte("\ufeff"))}
	return d.file()
}

// Write writes one whole file, every key in its fixed order.
func Write(w io.Writer, f File) error {
	e := &encoder{w: w}
	e.file(f)
	return e.flush()
}
