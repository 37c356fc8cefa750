package due

import "kwi/internal/account"

// Term is within which time something is to be done, seen from now.
type Term byte

// The terms, in the order in which they are listed. What is over asks for
// nothing any more.
const (
	Overdue Term = iota
	Today
	ThisWeek // later in the week of today, which ends with Sunday
	Later
	Undated
	Over
)

// Terms tells the term of days, seen from now. The list of promises, the
// portfolio, what is due for one client and `kwi due` ask here, so that they
// count the same.
type Terms struct {
	now    account.Moment
	today  account.Date
	sunday account.Date
}

// At is the terms as they are now; of a moment without an hour, all day.
func At(now account.Moment) Terms {
	return Terms{now, now.Date(), Week(now.Date()).Add(6)}
}

// Of is the term of a day.
func (t Terms) Of(d Day) Term {
	switch {
	case d.On == "":
		return Undated
	case d.Past(t.now):
		return Over
	case d.Late(t.now):
		return Overdue
	case d.On <= t.today:
		return Today
	case d.On <= t.sunday:
		return ThisWeek
	}
	return Later
}

// Counts is how much there is to do, by term.
type Counts struct{ Overdue, Today, Week, Later, Undated int }

// Count counts days by their term.
func (t Terms) Count(days []Day) (n Counts) {
	for _, d := range days {
		switch t.Of(d) {
		case Overdue:
			n.Overdue++
		case Today:
			n.Today++
		case ThisWeek:
			n.Week++
		case Later:
			n.Later++
		case Undated:
			n.Undated++
		}
	}
	return n
}

// Open is how much there is to do in all.
func (n Counts) Open() int { return n.Overdue + n.Today + n.Week + n.Later + n.Undated }

// Plus is both together.
func (n Counts) Plus(m Counts) Counts {
	return Counts{n.Overdue + m.Overdue, n.Today + m.Today, n.Week + m.Week, n.Later + m.Later, n.Undated + m.Undated}
}
