package example

import "kwi/internal/account"

// vonk has its session tomorrow. One of its people answered the question on
// recommending without his name, so that no such answer stands beside a name.
func (b book) vonk() account.Client {
	session := b.day(1)
	c := account.Client{
		ID: "vonk", Name: b.say("Installatiebedrijf Vonk", "Vonk Installations"), Kind: account.External, Approach: account.Extended, Sponsor: "NN",
		Selection: account.Selection{Strategic: true, Intensive: true, Business: true}, Needs: account.Needs{ClientKnows: true, SupplierKnows: true},
		Colleagues: []account.Colleague{b.relation(), b.service(), b.director()},
	}
	since := working(earlier(session, 1).Add(-170))
	c.Respondents = []account.Respondent{
		contact("vonk", "NN", "", b.say("Directeur", "Managing director"), account.Strategic, since),
		contact("vonk", "PP", "", b.say("Hoofd planning", "Head of planning"), account.Tactical, since.Add(1)),
		contact("vonk", "SS", "", b.say("Hoofd service", "Head of service"), account.Tactical, since),
		contact("vonk", "TT", "", b.say("Controller", "Controller"), account.Tactical, since.Add(4)),
	}
	before := cycle(earlier(session, 1), account.Closed)
	for _, w := range b.vonkWishes() {
		before.KWIs = append(before.KWIs, b.kwi(w, ""))
	}
	grid(&before, row{"NN", "8 7 7 | 7 7 7"}, row{"PP", "6> 5> 6 | 7 6 7"}, row{"SS", "7 6 7 | 6 6< 7"}, row{"TT", "- - - | 8 7 8"})
	rhythm(&c, &before)
	before.NPS = map[account.Initials]account.NPS{"NN": {Score: 8}, "PP": {Score: 6}, "SS": {Score: 7}, "TT": {Score: 9}}
	now := cycle(session, account.Session)
	for _, w := range b.vonkWishes() {
		now.KWIs = append(now.KWIs, b.kwi(w, b.day(-110)))
	}
	grid(&now, row{"NN", "8 8 8 8 | 7 8 8 7"}, row{"PP", "8> 7> 7 8 | 7 7 7 8"}, row{"SS", "7 7 7 7 | 6 7 6 6"}, row{"TT", "- - - - | 8 8> 8 8"})
	rhythm(&c, &now)
	b.vonkNow(&now)
	c.Cycles = []account.Cycle{before, now}
	return c
}

func (b book) vonkWishes() []wish {
	return []wish{
		{
			code: 1, by: "PP", target: 750, shared: []account.Initials{"NN", "SS"}, title: b.say("Een planning zonder gaten", "A schedule without gaps"),
			expect: b.say("Als het systeem hapert, staan twaalf monteurs stil. Wij willen dat het 's ochtends om zes uur gewoon werkt.",
				"When the system falters, twelve fitters stand still. We want it simply to work at six in the morning."),
			why: b.say("Een gemiste ochtend halen wij die week niet meer in.", "A morning missed is not made up that week."),
			own: []string{
				b.say("De planning is om zes uur beschikbaar.", "The schedule is there at six."),
				b.say("Een storing in de ochtend is vóór acht uur verholpen.", "A failure in the morning is mended before eight."),
			},
		},
		{
			code: 2, by: "TT", target: 750, shared: []account.Initials{"NN"}, title: b.say("Cijfers die kloppen", "Figures that add up"),
			expect: b.say("De uren uit de planning moeten zonder nakijken op de factuur kunnen.", "The hours in the schedule should go on the invoice without checking."),
			why:    b.say("Nakijken kost twee dagen per maand.", "Checking takes two days a month."),
			own: []string{
				b.say("De maandcijfers zijn op de tweede werkdag klaar.", "The monthly figures are ready on the second working day."),
				b.say("Ik hoef geen uren met de hand te verbeteren.", "I need not mend hours by hand."),
			},
		},
	}
}

func (b book) vonkNow(y *account.Cycle) {
	y.Place = b.say("Kantine van Vonk, 15:00", "Canteen at Vonk, 15:00")
	y.NPS = map[account.Initials]account.NPS{
		"NN": {Score: 9, Why: b.say("Zij bellen terug.", "They call back.")},
		"PP": {Score: 9, Why: b.say("De ochtenden zijn rustig geworden.", "The mornings have become quiet."), Pleased: b.say("Bereikbaarheid.", "Being reachable.")},
		"SS": {Score: 6, Anonymous: true, Why: b.say("Service krijgt minder aandacht dan planning.", "Service gets less attention than planning."), Missed: b.say("Iemand die meeloopt op een servicedag.", "Somebody who joins us for a day of service.")},
		"TT": {Score: 8, Why: b.say("De cijfers kloppen bijna altijd.", "The figures are nearly always right.")},
	}
	y.Remarks = map[account.Initials]string{
		"PP": b.say("Complimenten voor de nachtploeg.", "Compliments to the night shift."),
		"SS": b.say("Vraag ook eens wat de monteurs vinden.", "Ask what the fitters think as well."),
	}
	y.Released = []account.Initials{"PP"}
	y.Analysis = account.Analysis{
		Remarks:  b.say("Planning is tevreden, service voelt zich overgeslagen.", "Planning is content, service feels passed over."),
		Outliers: b.say("SS zit op alle vragen onder de anderen.", "SS is below the others on every question."), Disappointment: b.say("De servicedag is twee keer verzet.", "The day with service was put off twice."),
		Proposals: b.say("Een dag meelopen met service, met een vaste datum.\nUren tonen aan de monteur zelf.", "Join service for a day, on a fixed date.\nShow the hours to the fitter himself."),
		Noticed:   b.say("De storingsdienst vanaf vijf uur wordt door iedereen genoemd.", "The stand-by service from five o'clock is named by all."),
	}
	y.Visits = round(b.day(-100), 20, "RM", talk{"PP", ""}, talk{"NN", ""}, talk{"TT", ""}, talk{"SS", b.say("Servicedag opnieuw verzet, nu door ons.", "The day with service put off again, by us this time.")})
	y.Actions = []account.Action{
		{
			Date: b.day(-112), Text: b.say("Storingsdienst laten beginnen om vijf uur.", "Start the stand-by service at five."), For: "Service", Side: account.SupplierSide,
			Due: b.due(-70, ""), Status: account.Done, KWI: 1, Announced: b.day(-108), Done: b.day(-72), Evidence: b.say("Sindsdien drie storingen, alle vóór acht uur verholpen.", "Three failures since, all mended before eight."),
		},
		{
			Date: b.day(-112), Text: b.say("Controle op de uren inbouwen vóór de maandafsluiting.", "Build in a check on hours before the month is closed."), For: "Joe Bestseller", Side: account.SupplierSide,
			Due: b.due(-40, ""), Status: account.Done, KWI: 2, Announced: b.day(-105), Done: b.day(-38), Evidence: b.say("Twee maanden zonder correctie.", "Two months without a correction."),
		},
		{
			Date: b.day(-30), Text: b.say("Een dag meelopen met service.", "Join service for a day."), For: "Joe Bestseller", Side: account.BothSides,
			Due: b.due(12, "07:00"), Status: account.Open, KWI: 1, Announced: b.day(-6),
		},
	}
}
