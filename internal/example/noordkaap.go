package example

import "kwi/internal/account"

// noordkaap is testing its KWIs with everybody: one respondent can judge
// nothing yet, one question has nobody.
func (b book) noordkaap() account.Client {
	session := b.day(128)
	c := account.Client{
		ID: "noordkaap", Name: b.say("Transport Noordkaap", "Noordkaap Transport"), Kind: account.External, Approach: account.Extended, Sponsor: "VV",
		Selection: account.Selection{Strategic: true, Intensive: true, Business: true}, Needs: account.Needs{SupplierKnows: true},
		Colleagues: []account.Colleague{b.relation(), b.service()},
	}
	c.Respondents = []account.Respondent{
		contact("noordkaap", "VV", "", b.say("Algemeen directeur", "General manager"), account.Strategic, b.day(-50)),
		contact("noordkaap", "WW", "", b.say("Hoofd vervoer", "Head of transport"), account.Tactical, b.day(-48)),
		contact("noordkaap", "XX", "", b.say("Hoofd klantenservice", "Head of customer service"), account.Tactical, b.day(-47)),
		contact("noordkaap", "ZZ", "", b.say("Adviseur van de directie", "Adviser to the board"), account.Strategic, b.day(-40)),
	}
	y := cycle(session, account.Test)
	y.Go = b.day(-45)
	y.KWIs = []account.KWI{
		b.kwi(wish{
			code: 1, by: "WW", target: 800, shared: []account.Initials{"VV", "XX"}, title: b.say("Weten waar alles is", "Know where everything is"),
			expect: b.say("Ieder moment kunnen zeggen waar een zending is, ook als de chauffeur geen bereik heeft.", "Be able to say at any moment where a load is, even where the driver has no signal."),
			why:    b.say("Wij verliezen opdrachtgevers aan vervoerders die het wel weten.", "We lose principals to carriers who do know."),
			own: []string{
				b.say("De plaats op het scherm klopt met wat de chauffeur zegt.", "The place on the screen matches what the driver says."),
				b.say("Valt een wagen weg, dan horen wij dat binnen tien minuten.", "When a lorry drops out we hear so within ten minutes."),
			},
		}, ""),
		b.kwi(wish{
			code: 2, by: "XX", target: 750, shared: []account.Initials{"WW"}, title: b.say("Eerder dan de klant", "Ahead of the customer"),
			expect: b.say("Mijn mensen willen bellen voordat de klant belt.", "My people want to call before the customer does."),
			why:    b.say("Wie gebeld wordt, is boos; wie belt, is welkom.", "Whoever gets the call meets anger; whoever calls is welcome."),
			own: []string{
				b.say("Vertragingen staan bij ons op het scherm voordat de klant ze ziet.", "Delays are on our screens before the customer sees them."),
				b.say("BESTSELLER leert ons iets van wat andere vervoerders goed doen.", "BESTSELLER teaches us something of what other carriers do well."),
			},
		}, ""),
		b.kwi(wish{
			code: 3, by: "VV", title: b.say("Rustig groeien", "Growing calmly"),
			expect: b.say("Twintig wagens erbij zonder dat het kantoor groter wordt.", "Twenty more lorries without a larger office."),
			own: []string{
				b.say("Het werk per wagen is op kantoor minder geworden.", "The office work for each lorry has become less."),
			},
		}, ""),
	}
	grid(&y, row{"VV", "- - . | - - . | . ."}, row{"WW", ". . . | . - . | . ."}, row{"XX", ". . . | . - . | - -"})
	y.Notes = []account.Note{
		{Date: b.day(-38), With: "VV", Topic: account.Business, KWI: 3, Text: b.say("Over twee jaar honderd wagens, met dezelfde mensen op kantoor.", "A hundred lorries in two years, with the same people in the office.")},
		{Date: b.day(-36), With: "WW", Topic: account.Department, KWI: 1, Text: b.say("Bij proactief bedoelt hij: bellen zodra een wagen stilstaat.", "By proactive he means: call as soon as a lorry stands still.")},
		{Date: b.day(-35), With: "XX", Topic: account.Supplier, KWI: 2, Text: b.say("Verwacht van een leverancier dat hij de vakbladen leest.", "Expects a supplier to read the trade papers.")},
		{Date: b.day(-29), With: "ZZ", Topic: account.Personal, Text: b.say("Nog niets uitgesproken; terugkomen met voorbeelden.", "Nothing definite yet; come back with examples.")},
	}
	y.NotExpected = map[account.Initials]string{"WW": b.say("Een eigen app voor de chauffeurs.", "An app of our own for the drivers.")}
	y.Tested = map[account.Initials]account.Date{"WW": b.day(-6), "XX": b.day(-3)}
	y.Actions = []account.Action{{
		Date: b.day(-29), Text: b.say("Terug naar de adviseur van de directie met drie voorbeelden uit andere sectoren.", "Back to the adviser to the board with three examples from other trades."), For: "Joe Bestseller", Side: account.SupplierSide,
		Due: b.due(-1, "16:00"), Status: account.Open,
	}}
	c.Cycles = []account.Cycle{y}
	return c
}
