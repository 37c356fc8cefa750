package example

import "kwi/internal/account"

// newMedia is the client that has gone through the most: five cycles, with
// the session of the fifth at hand and one list still out. Its trends tell
// that knowledge was secured step by step, that inspiration fell when an
// adviser left and came back, and that lower costs, wished by the one whose
// list is out, cannot be told yet.
func (b book) newMedia() account.Client {
	session := b.day(3)
	c := account.Client{
		ID: "newmedia", Name: "NewMedia", Kind: account.External, Approach: account.Extended, Sponsor: "KK",
		Selection: account.Selection{Strategic: true, Intensive: true, Business: true},
		Needs:     account.Needs{ClientKnows: true, SupplierKnows: true},
	}
	first := earlier(session, 4)
	people := []struct {
		who            account.Initials
		name, function string
		level          account.Level
		since          account.Date
	}{
		{"AA", "A. Aaaa", b.say("Manager informatievoorziening", "Information manager"), account.Tactical, first.Add(-170)},
		{"BB", "B. Beee", b.say("Hoofd digitale producten", "Head of digital products"), account.Tactical, first.Add(-168)},
		{"CC", "C. Ceee", b.say("Hoofd inkoop", "Head of purchasing"), account.Tactical, first.Add(-160)},
		{"DD", "D. Deeee", b.say("Financieel directeur", "Financial director"), account.Strategic, first.Add(20)},
		{"KK", "Kees Klant", b.say("Algemeen directeur", "General manager"), account.Strategic, first.Add(-175)},
	}
	for _, p := range people {
		c.Respondents = append(c.Respondents, contact("newmedia", p.who, p.name, p.function, p.level, working(p.since)))
	}
	c.Respondents[4].Remark = b.say("Liefst 's ochtends bellen.", "Prefers a call in the morning.")
	c.Colleagues = []account.Colleague{b.relation(), b.service(), b.director()}
	for i, g := range newMediaGrades() {
		c.Cycles = append(c.Cycles, b.newMediaCycle(&c, i, earlier(session, 4-i), g))
	}
	now := &c.Cycles[4]
	now.Session, now.Place = session, b.say("NewMedia, grote vergaderzaal, 13:30", "NewMedia, large meeting room, 13:30")
	b.newMediaNow(now)
	c.Plans = []account.Plan{b.newMediaPlan(now.Name.Year())}
	return c
}

// newMediaCycle is one of the five, the first with i 0. KWI-04 joins in the
// second and KWI-05 in the third; the question on agreements joins a cycle
// after a KWI got its first action.
func (b book) newMediaCycle(c *account.Client, i int, session account.Date, g grades) account.Cycle {
	y := cycle(session, account.Closed)
	if i == 4 {
		y.Stage = account.Measure
	}
	wishes := b.newMediaWishes()
	for k, w := range wishes[:min(3+i, len(wishes))] {
		kept := account.Date("")
		if joins := max(1, k-1); i >= joins { // the cycle in which the question is asked first
			kept = working(session.Add(-182*(i-joins) - 100))
		}
		y.KWIs = append(y.KWIs, b.kwi(w, kept))
	}
	grid(&y, g.rows...)
	rhythm(c, &y)
	y.NPS = map[account.Initials]account.NPS{}
	for who, score := range g.nps {
		y.NPS[who] = account.NPS{Score: score}
	}
	b.newMediaPast(&y, i)
	return y
}
