package table

import (
	"unicode/utf8"

	"kwi/internal/lang"
	"kwi/internal/portable"
	"kwi/internal/text"
)

// Ground is why something of a table is left out, or worth a look. Its
// sentence stands in the catalogue under table.why.
type Ground string

// The grounds.
const (
	Cleaned     Ground = "cleaned"     // {1} the places where characters were taken out
	BadInitials Ground = "badinitials" // {1} what stands there
	BadEmail    Ground = "bademail"    // {1} what stands there
	BadValue    Ground = "badvalue"    // {1} what stands there
	BadDay      Ground = "badday"      // {1} what stands there
	BadCycle    Ground = "badcycle"    // {1} what stands there
	BadTarget   Ground = "badtarget"   // {1} what stands there
	BadGrade    Ground = "badgrade"    // {1} what stands there, {2} the reason of collect.why
	TooLong     Ground = "toolong"     // {1} how many characters there is room for
	Differs     Ground = "differs"     // {1} of whom or what, {2} what is there, {3} what the table says
	NoRoom      Ground = "noroom"      // {1} the respondent for whom there is none
	AlsoOurs    Ground = "alsoours"    // {1} who is taken, {2} one of ours with that name
	Colleague   Ground = "colleague"   // {1} the initials of one of ours
	Unlisted    Ground = "unlisted"    // {1} the initials that stand in no list; a respondent is made of them
	NobodyHere  Ground = "nobody"      // {1} a name that nobody has
	TwoKWIs     Ground = "twokwis"     // {1} the respondent, {2} the KWI
	NoKWI       Ground = "nokwi"       // a question without a KWI
	NoQuestion  Ground = "noquestion"  // a grade without a question
	NoCycle     Ground = "nocycle"     // grades without a cycle
	NoWho       Ground = "nowho"       // grades without a respondent
	NoRunning   Ground = "norunning"   // KWIs, and no cycle that runs
	Later       Ground = "later"       // {1} a cycle that cannot be an earlier one
	Unanswered  Ground = "unanswered"  // {1} a cycle without a grade
	Crowded     Ground = "crowded"     // {1} the cycle with eight, {2} the respondent who is one too many
	Twice       Ground = "twice"       // {1} who and what, {2} the first grade, {3} another
	Kept        Ground = "kept"        // {1} the cycle that is there, {2} who and what, {3} the grade there or "", {4} that of the table
	Hidden      Ground = "hidden"      // {1} the cycle that is there, whose grades are confidential
	Exhausted   Ground = "exhausted"   // there is no code left

	Unknown      Ground = "unknown"      // {1} the head of a column that is not recognised
	Beside       Ground = "beside"       // {1} the head of a column, {2} that of the one that is read for it
	Idle         Ground = "idle"         // {1} the head of a column to which nothing beside it belongs
	Blanks       Ground = "blanks"       // {1} how many columns are not read and hold nothing
	Headless     Ground = "headless"     // a column without a head
	Beyond       Ground = "beyond"       // cells further to the right than a table goes
	Uncomputed   Ground = "uncomputed"   // formulas without a value in the file
	Above        Ground = "above"        // {1} how many rows above the heads, {2} what stands in one of them
	NoHeads      Ground = "noheads"      // {1} how many rows without heads, {2} what stands in one of them
	NoRows       Ground = "norows"       // nothing below the heads
	NoName       Ground = "noname"       // a respondent without initials, name and e-mail
	StaysHere    Ground = "stayshere"    // {1} who is there, {2} the day on which the table has him leave
	BadCode      Ground = "badcode"      // {1} what stands there
	Elsewhere    Ground = "elsewhere"    // {1} the code of a question, {2} the KWI of another number beside it
	Reread       Ground = "reread"       // {1} codes with one digit behind the sign and as what they were read
	SameQuestion Ground = "samequestion" // {1} the code in the table, {2} that of the standard question that it is
	Frozen       Ground = "frozen"       // {1} a past cycle that is there, {2} what the table would add to it

	NoAction      Ground = "noaction"      // a row of actions without one
	OtherCycle    Ground = "othercycle"    // {1} a cycle that does not run, of an action
	ActionKWI     Ground = "actionkwi"     // {1} what stands for a KWI and is none of the client
	ActionElse    Ground = "actionelse"    // {1} the number of an action that is there and stands otherwise
	YetToCome     Ground = "yettocome"     // {1} a day on which something was done or agreed, and which is yet to come
	NoRunningActs Ground = "norunningacts" // actions, and no cycle that runs
	BadRecommend  Ground = "badrecommend"  // {1} what stands there
	NoPeriod      Ground = "noperiod"      // recommendations without a cycle
	Recommended   Ground = "recommended"   // {1} a cycle that has recommendations already

	BadTick       Ground = "badtick"       // {1} what stands in the cell
	NoMatrix      Ground = "nomatrix"      // ticks, and no cycle that runs
	Namesakes     Ground = "namesakes"     // {1} a name that more than one respondent has
	NotAwaited    Ground = "notawaited"    // {1} a respondent, {2} the cycle in which they do not take part
	Doubled       Ground = "doubled"       // {1} a respondent with more than one column
	TickedTwice   Ground = "tickedtwice"   // {1} a respondent, {2} a question of which the table says two things
	EndedHere     Ground = "endedhere"     // {1} a question that is not asked any more
	NotAsked      Ground = "notasked"      // {1} the code or the words, {2} the cycle that does not ask them
	OtherWords    Ground = "otherwords"    // {1} the code in the table, {2} that of the question with the words beside it
	Several       Ground = "several"       // {1} words that stand under more than one KWI
	Unasked       Ground = "unasked"       // ticks without a question
	FormNoCycle   Ground = "formnocycle"   // a form, and no cycle that runs
	FormOpen      Ground = "formopen"      // {1} the head of a column of which nobody knows what it holds
	FormTwice     Ground = "formtwice"     // {1} the head of a column, {2} that of the one that holds the same
	FormBoth      Ground = "formboth"      // {1} a head with the code of one question and the words of another
	FormSeveral   Ground = "formseveral"   // {1} a head with the words of more than one question
	FormLater     Ground = "formlater"     // {1} the row in which the same person answered later
	FormAnonymous Ground = "formanonymous" // a row that does not say who answered
	FormNobody    Ground = "formnobody"    // a row of nobody who is known, where no name is told
	FormScale     Ground = "formscale"     // {1} the highest grade of all

	OfKWI Ground = "ofkwi" // {1} the KWI in whose own row ticks stand
)

// leaves reports whether a ground tells of something that is left out.
func (g Ground) leaves() bool {
	switch g {
	case Cleaned, AlsoOurs, Unlisted, Reread, SameQuestion, Above, NoRows, Blanks, FormScale:
		return false
	}
	return true
}

// Oddity is something odd, with its place; a place without a row is the whole.
type Oddity struct {
	At     Place
	Ground Ground
	Values []string
	Card   bool // the values are heads of cards of an address book
}

// Say is it as a sentence, without the place.
func (o Oddity) Say(w *lang.Words) string {
	args := make([]any, len(o.Values))
	for i, v := range o.Values {
		if v == "" {
			v = "–"
		}
		if o.Card {
			v = cardHead(w, v)
		}
		args[i] = v
	}
	if o.Ground == BadGrade {
		args[1] = w.T("collect.why."+o.Values[1], args[0])
	}
	return w.T("table.why."+string(o.Ground), args...)
}

// odd tells of something; of a table that is odd all over only a part.
func (w *planWork) odd(at Place, why Ground, values ...string) {
	if len(w.p.Odd) >= mostOddity {
		if why == NoRoom {
			w.p.Crowd++
		} else {
			w.p.More++
		}
		return
	}
	if why != Reread && why != Above && why != NoHeads { // those are short already
		for i, v := range values {
			values[i] = shortQuote(v)
		}
	}
	w.p.Odd = append(w.p.Odd, Oddity{At: at, Ground: why, Values: values})
}

// shortQuote is foreign text as a part of a sentence.
func shortQuote(s string) string { return text.Shorten(s, 60) }

// line is a text of one line that there is room for, lines one of several.
func (w *planWork) line(b *tableBlock, r Row, c Column) string {
	s, at := b.cell(r, c)
	return w.fits(s, at, portable.LineRoom)
}

func (w *planWork) lines(b *tableBlock, r Row, c Column) string {
	s, at := b.lines(r, c)
	return w.fits(s, at, portable.BlockRoom)
}

func (w *planWork) fits(s string, at Place, room int) string {
	if len(s) > room && utf8.RuneCountInString(s) > room {
		w.odd(at, TooLong, lang.For("").Int(room))
		return ""
	}
	return s
}
