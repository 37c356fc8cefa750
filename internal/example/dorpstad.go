package example

import "kwi/internal/account"

// dorpstad is a municipality that has its answers shown by group only. It is
// halfway its third cycle, with a promise two days late. In its first cycle
// too few answered one KWI, so that only the total is shown there.
func (b book) dorpstad() account.Client {
	session := b.day(70)
	first := earlier(session, 2)
	c := account.Client{
		ID: "dorpstad", Name: "Gemeente Dorpstad", Kind: account.External, Approach: account.Extended, Sponsor: "EE",
		Selection:  account.Selection{Strategic: true, Intensive: true, Business: true},
		Needs:      account.Needs{ClientKnows: true},
		Colleagues: []account.Colleague{b.relation(), b.project()},
	}
	for i, p := range []struct {
		who            account.Initials
		name, function string
		level          account.Level
	}{
		{"EE", "", b.say("Directeur bedrijfsvoering", "Director of operations"), account.Strategic},
		{"FF", "", b.say("Hoofd informatie", "Head of information"), account.Tactical},
		{"GG", "", b.say("Inkoper", "Buyer"), account.Tactical},
		{"HH", "", b.say("Teamleider dienstverlening", "Team leader of services"), account.Tactical},
		{"JJ", "", b.say("Hoofd financiën", "Head of finance"), account.Tactical},
		{"LL", "", b.say("Coördinator balie", "Desk coordinator"), account.Operational},
	} {
		c.Respondents = append(c.Respondents, contact("dorpstad", p.who, p.name, p.function, p.level, working(first.Add(-175+i))))
	}
	c.Cycles = []account.Cycle{
		b.dorpstadCycle(&c, 0, first, account.Closed),
		b.dorpstadCycle(&c, 1, earlier(session, 1), account.Closed),
		b.dorpstadCycle(&c, 2, session, account.Realise),
	}
	b.dorpstadNow(&c.Cycles[2])
	return c
}

func (b book) dorpstadCycle(c *account.Client, i int, session account.Date, stage account.Stage) account.Cycle {
	y := cycle(session, stage)
	y.AnswersBy = account.ByGroup
	kept := working(session.Add(-100))
	if i == 0 {
		kept = ""
	}
	for k, w := range b.dorpstadWishes()[:min(2+i, 3)] {
		if k == 2 && i == 1 {
			kept = ""
		}
		y.KWIs = append(y.KWIs, b.kwi(w, kept))
	}
	switch i {
	case 0:
		grid(&y, row{"EE", "7 6 6 | 6 5 6"}, row{"FF", "7 7 6 | 5> 6 6"}, row{"GG", "6 6 6 | - - -"},
			row{"HH", "6 5< 6 | - - -"}, row{"JJ", "7 7 7 | - - -"}, row{"LL", "6 5 6 | . . ."})
	case 1:
		grid(&y, row{"EE", "8 7 7 8 | 7 7> 7 7 | 7 6 7"}, row{"FF", "7 7 8 7 | 6 7 7 7 | - - -"}, row{"GG", "7 7 6 7 | 7> 7 6 7 | 6 6< 7"},
			row{"HH", "7 6 7 8 | - - - - | 8 7 7"}, row{"JJ", "8 8> 7 8 | 7 6 7 7 | - - -"}, row{"LL", "6 5> 6 7 | 6 6 7 6 | 6 5 6"})
		y.NPS = map[account.Initials]account.NPS{"EE": {Score: 9}, "FF": {Score: 8}, "GG": {Score: 7}, "HH": {Score: 9}, "JJ": {Score: 8}, "LL": {Score: 5}}
		y.Remarks = map[account.Initials]string{"LL": b.say("Aan de balie merken wij nog niet genoeg van de verbeteringen.", "At the desk we do not notice enough of the improvements yet.")}
	case 2:
		grid(&y, row{"EE", ". . . . | . . . . | . . . ."}, row{"FF", ". . . . | . . . . | - - - -"}, row{"GG", ". . . . | . . . . | . . . ."},
			row{"HH", ". . . . | - - - - | . . . ."}, row{"JJ", ". . . . | . . . . | - - - -"}, row{"LL", ". . . . | . . . . | . . . ."})
	}
	rhythm(c, &y)
	return y
}

func (b book) dorpstadWishes() []wish {
	return []wish{
		{
			code: 1, by: "EE", target: 750, title: b.say("Eén gezicht", "One face"),
			expect: b.say("Wij willen één persoon die weet wat er speelt en die het antwoord haalt waar het ook ligt.", "We want one person who knows what goes on and fetches the answer wherever it lies."),
			why:    b.say("Nu vertellen wij hetzelfde aan vier mensen.", "Now we tell the same thing to four people."),
			own: []string{
				b.say("Ik weet wie ik bij BESTSELLER moet hebben en krijg dezelfde dag antwoord.", "I know whom to call at BESTSELLER and get an answer the same day."),
				b.say("Wat ik met de een bespreek, weet de ander ook.", "What I discuss with one of them, the others know too."),
			},
		},
		{
			code: 2, by: "GG", target: 700, title: b.say("Plannen die kloppen", "Plans that hold"),
			expect: b.say("Geef een datum die u haalt, en zeg het minstens twee weken vooraf als die verschuift.", "Give a date that you will make, and say so two weeks ahead if it moves."),
			why:    b.say("De raad vraagt ons naar data, niet u.", "The council asks us for dates, not you."),
			own: []string{
				b.say("Wat BESTSELLER belooft, is op de afgesproken dag klaar.", "What BESTSELLER promises is ready on the day agreed."),
				b.say("Verschuift er iets, dan weten wij het op tijd en met de reden.", "If something moves we know in time, and why."),
			},
		},
		{
			code: 3, by: "HH", target: 750, title: b.say("Gewone taal", "Plain language"),
			expect: b.say("Schrijf zo dat een baliemedewerker het begrijpt en een inwoner het mag lezen.", "Write so that somebody at the desk understands it and a citizen may read it."),
			why:    b.say("Wij vertalen nu ieder bericht voordat het naar de balie gaat.", "Now we translate every message before it goes to the desk."),
			own: []string{
				b.say("Berichten van BESTSELLER kan ik zonder uitleg doorsturen.", "Messages from BESTSELLER I can pass on without explaining."),
				b.say("Handleidingen zijn kort en kloppen met wat ik op het scherm zie.", "Manuals are short and match what I see on the screen."),
			},
		},
	}
}

func (b book) dorpstadNow(y *account.Cycle) {
	y.Place = b.say("Stadskantoor", "Town office")
	y.Actions = []account.Action{
		{
			Date: b.day(-50), Text: b.say("Vaste vervanger voorstellen aan alle zes.", "Introduce the regular stand-in to all six."), For: "Joe Bestseller", Side: account.SupplierSide,
			Due: b.due(-2, ""), Status: account.Open, KWI: 1, Announced: b.day(-48),
		},
		{
			Date: b.day(-50), Text: b.say("Planning van het halfjaar op één bladzijde, iedere maand bijgewerkt.", "The half-year's schedule on one page, updated every month."), For: b.project().Name, Side: account.SupplierSide,
			Due: b.due(8, "12:00"), Status: account.Open, KWI: 2, Announced: b.day(-45),
			Evidence: b.say("Eerste twee maanden zijn verstuurd.", "The first two months were sent."),
		},
		{
			Date: b.day(-36), Text: b.say("Drie handleidingen laten herlezen door twee baliemedewerkers.", "Have three manuals read again by two people of the desk."), For: b.say("Coördinator balie", "Desk coordinator"), Side: account.BothSides,
			Due: b.due(24, ""), Status: account.Open, KWI: 3,
		},
	}
	y.Visits = round(b.day(-46), 9, "RM",
		talk{"EE", b.say("Blij met het ene nummer, vraagt wie er in de vakantie is.", "Glad with the one number, asks who is there in the holidays.")},
		talk{"GG", b.say("Eerste planning klopte op de dag.", "The first schedule was right to the day.")},
		talk{"HH", b.say("Twee handleidingen meegekregen om te verbeteren.", "Gave two manuals to be improved.")},
		talk{"FF", b.say("Wil eerder horen wat er in het beheer verandert.", "Wants to hear sooner what changes in operations.")},
		talk{"LL", b.say("Laat zien waar de balie vastloopt.", "Showed where the desk gets stuck.")},
	)
}
