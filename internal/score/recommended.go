package score

import "kwi/internal/account"

// Balance is %promoters − %detractors of so many answers, rounded half away
// from zero to a whole number, −100 … +100; 0 of none.
func Balance(promoters, detractors, answers int) int {
	return NPS{Promoters: promoters, Detractors: detractors, Answers: answers}.Score()
}

// Between is what the NPS would be if everybody who kept silent were a
// detractor, and if they all were promoters: the lowest and the highest that
// it can still become. Both are the NPS itself where nobody is silent, and 0
// where no NPS may be shown.
func (n NPS) Between(silent int) (least, most int) {
	if !n.OK() {
		return 0, 0
	}
	all := n.Answers + silent
	return Balance(n.Promoters, n.Detractors+silent, all), Balance(n.Promoters+silent, n.Detractors, all)
}

// Silent is how many of those who take part in a cycle did not answer the
// question on recommending, never who.
func Silent(c *account.Client, y *account.Cycle) (n int) {
	for _, r := range c.Participants(y) {
		if !y.Recommends(r.Initials) {
			n++
		}
	}
	return n
}

// Everywhere is the NPS over several clients, each counted by its answers and
// never by its figure. What is withheld of one is not in it, and counted apart.
type Everywhere struct {
	NPS      NPS
	Silent   int // with the clients that are counted
	Clients  int // how many are counted
	Withheld int // of how many clients the answers are withheld
}

// With adds a client with so many who kept silent. A client where nobody
// answered says nothing.
func (e Everywhere) With(n NPS, silent int) Everywhere {
	switch {
	case n.Withheld:
		e.Withheld++
	case n.Answers > 0:
		e.Clients++
		e.Silent += silent
		e.NPS.Promoters += n.Promoters
		e.NPS.Passives += n.Passives
		e.NPS.Detractors += n.Detractors
		e.NPS.Answers += n.Answers
	}
	return e
}
