package account

// Amends says what changed after a list with it had gone out.
type Amends string

// The ways in which what was asked can change.
const (
	SameQuestion Amends = "same"    // it is still the same, better said
	OtherOne     Amends = "another" // it became another, under another code
	NewTarget    Amends = "target"  // what was aimed for
	PutAside     Amends = "aside"   // an answer counts no more
)

// Amendment is one change of what was asked, or of what counts, after a list
// with it had gone out: who made it, when, and what stood there before. None is
// ever taken out again, but by going back.
type Amendment struct {
	Date Date
	By   string // who made it, as they are known; "" where nobody said
	As   Amends
	What string // the code of a question or a KWI
	Part Part   // of a KWI: which of its words
	To   string // the code of what it became, where it is another
	Who  Initials
	Was  string
	Now  string
}

// Part is which words of a KWI changed.
type Part string

// The parts of a KWI that stand on a list.
const (
	TitlePart       Part = "title"
	ExpectationPart Part = "expectation"
)

// Walk goes through the fields of an amendment.
func (a *Amendment) Walk(w Walker) {
	f := fields{w}
	f.date(needed("date"), &a.Date)
	f.line(sparse("by"), &a.By)
	f.Choice(needed("as"), (*string)(&a.As), amendsWords)
	f.line(needed("what"), &a.What)
	f.Choice(sparse("part"), (*string)(&a.Part), partWords)
	f.line(sparse("to"), &a.To)
	f.respondent(sparse("who"), &a.Who)
	f.block(sparse("was"), &a.Was)
	f.block(sparse("now"), &a.Now)
}

// KWI is the KWI that an amendment is about, 0 where nobody can tell.
func (a Amendment) KWI() KWICode {
	if q, ok := ParseQuestionCode(a.What); ok {
		return q.KWI
	}
	code, _ := ParseKWICode(a.What)
	return code
}

func (a Amendment) identity() string {
	return string(a.Date) + "\n" + string(a.As) + "\n" + a.What + "\n" + string(a.Part) + "\n" + string(a.Who) + "\n" + a.Was + "\n" + a.Now
}

// amend keeps an amendment, once where it is the same on the same day.
func (y *Cycle) amend(a Amendment) {
	for _, is := range y.Amendments {
		if is.identity() == a.identity() {
			return
		}
	}
	y.Amendments = append(y.Amendments[:len(y.Amendments):len(y.Amendments)], a)
}
