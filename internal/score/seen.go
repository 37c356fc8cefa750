package score

import "kwi/internal/account"

// Seen is a KWI as it was worked on and as that was noticed.
type Seen struct {
	Code    account.KWICode
	Noticed Sums // the answers to the question whether work on it was visible
	Done    int  // agreements on it that our side carried out for this cycle
	Agreed  int  // of so many
	Visits  int  // conversations of this cycle that were had with those who judge it
	Much    bool // as much was done as on the KWIs on average, or more
	Marked  bool // it was noticed as much as the KWIs together, or more
}

// SeenAndDone sets beside each other what was done on the KWIs of a cycle and
// how far it was noticed, in order of number. Only KWIs stand in it whose
// question on visible work was answered; by group there are none. Done and
// noticed much is meant against the other KWIs of the same cycle, so fewer than
// two say nothing.
//
// Done for a cycle is what was agreed in it or before it and done after the
// session before, up to its own: what a session agrees on, the next list asks
// about. What the client carries out and what is ours alone is not in it:
// nobody can notice that.
func SeenAndDone(c *account.Client, y *account.Cycle, now account.Moment) []Seen {
	if !y.Named() {
		return nil
	}
	var out []Seen
	var all Sums
	done := 0
	for i := range y.KWIs {
		k := &y.KWIs[i]
		q := k.Standard(account.Noticed)
		if q == nil {
			continue
		}
		s := Seen{Code: k.Code, Noticed: answersTo(y, q.Code)}
		if s.Noticed.Answers == 0 {
			continue
		}
		s.Done, s.Agreed = doneFor(c, y, k.Code)
		s.Visits = visitsTo(y, k, now)
		all, done = all.Plus(s.Noticed), done+s.Done
		out = append(out, s)
	}
	if len(out) < 2 {
		return nil
	}
	for i := range out {
		s := &out[i]
		s.Much = s.Done > 0 && s.Done*len(out) >= done
		s.Marked = s.Noticed.Points*all.Weight >= all.Points*s.Noticed.Weight
	}
	return out
}

// doneFor is how many agreements on a KWI were carried out for a cycle, and of
// how many that were open to it.
func doneFor(c *account.Client, y *account.Cycle, code account.KWICode) (done, agreed int) {
	from := account.Date("") // the session before
	for i := range c.Cycles {
		if z := &c.Cycles[i]; z.Name < y.Name {
			from = z.Session
		}
	}
	for i := range c.Cycles {
		z := &c.Cycles[i]
		if z.Name > y.Name {
			break
		}
		for _, a := range z.Actions {
			isDone := a.Status == account.Done
			switch {
			case a.KWI != code || a.Internal || a.Side == account.ClientSide || a.Status == account.Dropped:
			case isDone && z.Name != y.Name && (from == "" || a.Done <= from): // for an earlier cycle
			case isDone && y.Session != "" && a.Done > y.Session: // after the lists of this one
				agreed++
			case isDone:
				done, agreed = done+1, agreed+1
			default:
				agreed++
			}
		}
	}
	return done, agreed
}

// visitsTo is how many conversations were had with those who judge a KWI; a
// planned one is none yet.
func visitsTo(y *account.Cycle, k *account.KWI, now account.Moment) (n int) {
	for _, v := range y.Visits {
		for _, q := range k.Questions {
			if !v.Planned(now) && y.IsAssigned(v.With, q.Code) {
				n++
				break
			}
		}
	}
	return n
}
