package example

import "kwi/internal/account"

// sociaal is a unit of the municipality with a process of its own, busy
// sending its first lists round.
func (b book) sociaal() account.Client {
	session := b.day(104)
	c := account.Client{
		ID: "dorpstad-sociaal", Name: b.say("Dorpstad, sociaal domein", "Dorpstad, social services"), Kind: account.External, Approach: account.Extended, PartOf: "dorpstad", Sponsor: "AA",
		Selection: account.Selection{Intensive: true, Business: true}, Needs: account.Needs{ClientKnows: true},
		Colleagues: []account.Colleague{b.relation(), b.project()},
	}
	c.Respondents = []account.Respondent{
		contact("dorpstad", "AA", "A. Aaaa", b.say("Hoofd sociaal domein", "Head of social services"), account.Strategic, b.day(-64)),
		contact("dorpstad", "BB", "B. Beee", b.say("Teamleider wijkteams", "Team leader of district teams"), account.Tactical, b.day(-60)),
		contact("dorpstad", "CC", "C. Ceee", b.say("Adviseur kwaliteit", "Quality adviser"), account.Tactical, b.day(-60)),
	}
	y := cycle(session, account.Communicate)
	y.Go = b.day(-58)
	y.KWIs = []account.KWI{
		b.kwi(wish{
			code: 1, by: "AA", target: 700, shared: []account.Initials{"BB"}, title: b.say("Minder dubbel werk", "Less work done twice"),
			expect: b.say("Een wijkteam mag een gegeven maar één keer hoeven invoeren.", "A district team should have to enter a fact only once."),
			why:    b.say("Een uur per dag gaat naar overtypen.", "An hour a day goes into retyping."),
			own: []string{
				b.say("Gegevens die al bekend zijn, staan er als ik een dossier open.", "What is known already is there when I open a file."),
				b.say("Mijn mensen houden minder eigen lijstjes bij dan een halfjaar geleden.", "My people keep fewer lists of their own than half a year ago."),
			},
		}, ""),
		b.kwi(wish{
			code: 2, by: "CC", target: 800, title: b.say("Zorgvuldig met gegevens", "Careful with data"),
			expect: b.say("Wij moeten altijd kunnen uitleggen wie een dossier heeft ingezien en waarom.", "We must always be able to explain who looked into a file, and why."),
			why:    b.say("Een inwoner vroeg het en wij wisten het niet.", "A citizen asked and we did not know."),
			own: []string{
				b.say("Op een vraag over inzage heb ik binnen een dag antwoord.", "A question about access I can answer within a day."),
				b.say("BESTSELLER wijst ons op risico's voordat de toezichthouder dat doet.", "BESTSELLER points out risks before the regulator does."),
			},
		}, ""),
	}
	grid(&y, row{"AA", ". . . | . . ."}, row{"BB", ". . . | - - ."}, row{"CC", "- - . | . . ."})
	y.Notes = []account.Note{
		{Date: b.day(-52), With: "AA", Topic: account.Business, KWI: 1, Text: b.say("De wachtlijst moet voor de zomer gehalveerd zijn.", "The waiting list has to be halved before summer.")},
		{Date: b.day(-50), With: "BB", Topic: account.Obstacles, Text: b.say("Drie systemen, drie wachtwoorden, één mobiel.", "Three systems, three passwords, one phone.")},
		{Date: b.day(-49), With: "CC", Topic: account.Personal, KWI: 2, Text: b.say("Wil een verhaal dat de raad begrijpt.", "Wants a story that the council understands.")},
	}
	y.Tested = map[account.Initials]account.Date{"AA": b.day(-30), "BB": b.day(-29), "CC": b.day(-25)}
	y.Sent = map[account.Initials][]account.Date{"AA": {b.day(-8)}, "BB": {b.day(-8)}}
	y.Confirmed = map[account.Initials]account.Date{"AA": b.day(-4)}
	y.Informed = map[account.Initials]account.Date{"RM": b.day(-20)}
	y.Actions = []account.Action{{
		Date: b.day(-25), Text: b.say("Laten zien wat de twee systemen al van elkaar weten.", "Show what the two systems know of each other already."), For: b.project().Name, Side: account.SupplierSide,
		Due: b.due(18, ""), Status: account.Open, KWI: 1,
	}}
	c.Cycles = []account.Cycle{y}
	return c
}
