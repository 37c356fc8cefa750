package example

import "kwi/internal/account"

// oeverland is in its drafting talks: two held and written down, two to come.
func (b book) oeverland() account.Client {
	session := b.day(143)
	c := account.Client{
		ID: "oeverland", Name: b.say("Zorggroep Oeverland", "Oeverland Care"), Kind: account.External, Approach: account.Extended, Sponsor: "BB",
		Selection: account.Selection{Strategic: true, Intensive: true, Business: true}, Needs: account.Needs{},
		Colleagues: []account.Colleague{b.relation(), b.service()},
	}
	c.Respondents = []account.Respondent{
		contact("oeverland", "AA", "A. Aaaa", b.say("Bestuurder", "Board member"), account.Strategic, b.day(-24)),
		contact("oeverland", "BB", "B. Beee", b.say("Manager zorgondersteuning", "Manager of care support"), account.Tactical, b.day(-30)),
		contact("oeverland", "FF", "", b.say("Functioneel beheerder", "Application manager"), account.Operational, b.day(-22)),
		contact("oeverland", "JJ", "", b.say("Inkoopadviseur", "Purchasing adviser"), account.Tactical, b.day(-21)),
	}
	y := cycle(session, account.Draft)
	y.Go = b.day(-20)
	y.Kickoff = account.Kickoff{
		Date: b.day(-33), Present: []account.Initials{"RM", "SM"},
		Strategy:  b.say("Eerst luisteren: wij kennen de techniek hier wel, de zorg nog niet.", "Listen first: we know the technology here, not yet the care."),
		Arguments: []string{b.say("Het past in het maandelijkse overleg.", "It fits in the monthly meeting."), b.say("BB wil de cliëntenraad iets kunnen laten zien.", "BB wants something to show to the clients' council.")},
	}
	y.Notes = []account.Note{
		{Date: b.day(-12), With: "BB", Topic: account.Business, Text: b.say("Meer cliënten met dezelfde mensen; ieder kwartier achter een scherm is er een te veel.", "More clients with the same people; every quarter of an hour at a screen is one too many.")},
		{Date: b.day(-12), With: "BB", Topic: account.Department, KWI: 1, Text: b.say("De nachtdienst moet kunnen overdragen zonder te bellen.", "The night shift has to hand over without phoning.")},
		{Date: b.day(-12), With: "BB", Topic: account.Supplier, Text: b.say("“Flexibel” is voor haar: binnen een week antwoord, ook als het nee is.", "“Flexible” means to her: an answer within a week, even if it is no.")},
		{Date: b.day(-5), With: "FF", Topic: account.Obstacles, Text: b.say("Updates komen op vrijdagmiddag, als er niemand is om te helpen.", "Updates come on Friday afternoon, when nobody is there to help.")},
		{Date: b.day(-5), With: "FF", Topic: account.Personal, KWI: 2, Text: b.say("Wil vooraf weten wat er verandert en het kunnen uitleggen.", "Wants to know beforehand what changes and be able to explain it.")},
	}
	y.NotExpected = map[account.Initials]string{"BB": b.say("Dat jullie verstand hebben van zorg.", "That you understand care.")}
	y.KWIs = []account.KWI{
		b.kwi(wish{
			code: 1, by: "BB", target: 750, title: b.say("Overdracht zonder bellen", "Handing over without a call"),
			expect: b.say("Wie de dienst overneemt, leest in vijf minuten wat hij moet weten en kan daarop vertrouwen.", "Whoever takes over the shift reads in five minutes what he must know, and can trust it."),
			why:    b.say("Nu bellen wij collega's uit bed.", "Now we call colleagues out of bed."),
			own: []string{
				b.say("De overdracht is compleet zonder dat er iemand gebeld wordt.", "The handover is complete without anybody being called."),
				b.say("In het scherm staat bovenaan wat er deze nacht toe doet.", "What matters tonight stands at the top of the screen."),
			},
		}, ""),
		b.kwi(wish{code: 2, by: "FF", title: b.say("Geen verrassingen bij updates", "No surprises with updates"),
			expect: b.say("Een week vooraf weten wat er verandert, in gewone woorden.", "Know a week ahead what changes, in plain words.")}, ""),
	}
	grid(&y, row{"BB", ". . . | -"}, row{"FF", "- - - | ."})
	y.Actions = []account.Action{{
		Date: b.day(-5), Text: b.say("Concept van de tweede KWI aan de functioneel beheerder voorleggen.", "Put a draft of the second KWI to the application manager."), For: "Joe Bestseller", Side: account.SupplierSide,
		Due: b.due(2, "10:00"), Status: account.Open,
	}}
	c.Cycles = []account.Cycle{y}
	return c
}
