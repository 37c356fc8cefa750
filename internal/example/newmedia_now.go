package example

import "kwi/internal/account"

// newMediaNow is the cycle at hand: visits done, lists back but for one,
// promises kept and to come, and the analysis half written.
func (b book) newMediaNow(y *account.Cycle) {
	y.Kickoff = account.Kickoff{
		Date: b.day(-168), Present: []account.Initials{"RM", "SM"},
		Strategy: b.say("Laten zien wat vier cycli hebben opgeleverd, en met CC werken aan open gesprekken.",
			"Show what four cycles have brought, and work with CC on open conversations."),
		Arguments: []string{
			b.say("Vier keer hield de afspraak stand.", "Four times the agreement held."),
			b.say("Inkoop zit voortaan vanaf het begin aan tafel.", "Purchasing is at the table from the start."),
		},
	}
	y.Notes = []account.Note{
		{Date: b.day(-155), With: "CC", Topic: account.Personal, KWI: 5, Text: b.say("Wil nooit meer uit de krant horen wat er bij een leverancier speelt.", "Never again wants to read in the paper what goes on at a supplier.")},
		{Date: b.day(-154), With: "DD", Topic: account.Business, KWI: 4, Text: b.say("Beheer mag dit jaar niets meer kosten dan vorig jaar.", "Operations may cost no more this year than last year.")},
		{Date: b.day(-151), With: "KK", Topic: account.Obstacles, KWI: 1, Text: b.say("Drie ervaren mensen gaan binnen een jaar met pensioen.", "Three experienced people retire within a year.")},
	}
	y.NotExpected = map[account.Initials]string{"KK": b.say("Geen rapporten die niemand leest.", "No reports that nobody reads.")}
	y.Visits = b.newMediaVisits()
	y.NPS["AA"] = account.NPS{Score: 8, Why: b.say("Degelijk, en de laatste tijd ook verrassend.", "Solid, and lately surprising too."), Pleased: b.say("Inbreng in het jaarplan.", "The part in our year plan.")}
	y.NPS["BB"] = account.NPS{Score: 9, Why: b.say("De nieuwe adviseur denkt een stap verder dan ik vraag.", "The new adviser thinks one step beyond what I ask."), Pleased: b.say("Werksessies.", "Working sessions.")}
	y.NPS["CC"] = account.NPS{Score: 7, Why: b.say("De afspraken kloppen, het bellen kan nog vlotter.", "The agreements hold, the calls could come sooner."), Missed: b.say("Cijfers die inkoop zelf kan narekenen.", "Figures that purchasing can check.")}
	y.NPS["KK"] = account.NPS{Score: 9, Why: b.say("Wij worden serieus genomen, ook als het lastig is.", "We are taken seriously, also when it is hard."), Pleased: b.say("Kennis blijft nu bij ons.", "Knowledge stays with us now.")}
	y.Remarks = map[account.Initials]string{
		"CC": b.say("Het contract loopt volgend jaar af; mijn cijfers gaan over het afgelopen halfjaar, niet daarover.", "The contract ends next year; my grades are about the past half-year, not about that."),
		"KK": b.say("Houd de dossiers zo actueel als nu.", "Keep the files as up to date as they are now."),
	}
	y.Released = []account.Initials{"KK"}
	y.Analysis = account.Analysis{
		Remarks:  b.say("CC onderhandelt straks en zegt zelf dat zijn cijfers daar los van staan.", "CC will negotiate soon and says himself that his grades stand apart from it."),
		Outliers: b.say("CC blijft op partnerschap onder de anderen, BB is het meest tevreden.", "CC stays below the others on partnership, BB is the most content."),
		Noticed:  b.say("Dossiers en werksessies worden door iedereen genoemd.", "Files and working sessions are named by everybody."),
	}
	y.Actions = []account.Action{
		{
			Date: b.day(-120), Text: b.say("Inwerkdossier voor nieuwe mensen afmaken en met KK doornemen.", "Finish the starter's file for new people and go through it with KK."),
			Why: b.say("Drie mensen gaan binnen een jaar weg.", "Three people leave within a year."), For: "Joe Bestseller", Side: account.SupplierSide,
			Due: b.due(-45, ""), Status: account.Done, KWI: 1, Announced: b.day(-118), Done: b.day(-47),
			Evidence: b.say("Doorgenomen met KK en twee nieuwe mensen.", "Went through it with KK and two new people."),
		},
		{
			Date: b.day(-120), Text: b.say("Middag over nieuwe manieren van archiefbeheer bij een andere klant.", "Afternoon at another client on new ways of keeping an archive."), For: "Service", Side: account.BothSides,
			Due: b.due(-30, ""), Status: account.Done, KWI: 2, Announced: b.day(-110), Done: b.day(-31),
			Evidence: b.say("BB en twee collega's gingen mee.", "BB and two colleagues came along."),
		},
		{
			Date: b.day(-118), Text: b.say("Kwartaalcijfer van de besparing in het eigen rapport van DD zetten.", "Put the quarterly saving in DD's own report."), For: "Joe Bestseller", Side: account.SupplierSide,
			Due: b.due(2, "17:00"), Status: account.Open, KWI: 4, Announced: b.day(-116),
			Evidence: b.say("Rekenwijze is akkoord, eerste kwartaal ingevuld.", "The way of counting is agreed, the first quarter is filled in."),
		},
		{
			Date: b.day(-60), Text: b.say("Bellijst bij storingen uitbreiden met inkoop.", "Extend the call list for failures with purchasing."), For: "Service", Side: account.SupplierSide,
			Due: b.due(9, ""), Status: account.Open, KWI: 5, Announced: b.day(-55),
		},
		{
			Date: b.day(-58), Text: b.say("Agenda van de directie voor het jaarplan delen.", "Share the board's agenda for the year plan."), For: "A. Aaaa", Side: account.ClientSide,
			Due: b.due(16, ""), Status: account.Open, KWI: 3,
		},
	}
}

// newMediaVisits are the talks while realising, every respondent at least twice.
func (b book) newMediaVisits() []account.Visit {
	return round(b.day(-115), 11, "RM",
		talk{"KK", b.say("Doel van dit halfjaar doorgesproken.", "Talked through the aim of this half-year.")},
		talk{"DD", b.say("Rekenwijze van de besparing afgesproken.", "Agreed how the saving is counted.")},
		talk{"AA", b.say("Planning van het jaarplan ontvangen.", "Received the schedule of the year plan.")},
		talk{"CC", b.say("Kort en zakelijk; wil eerder gebeld worden.", "Short and factual; wants to be called sooner.")},
		talk{"BB", b.say("Enthousiast over het bezoek aan de andere klant.", "Keen on the visit to the other client.")},
		talk{"CC", b.say("Storing van vorige week samen nagelopen.", "Went over last week's failure together.")},
		talk{"KK", b.say("Inwerkdossier doorgenomen.", "Went through the starter's file.")},
		talk{"DD", b.say("Eerste kwartaal laten zien, twee vragen meegenomen.", "Showed the first quarter, took two questions along.")},
		talk{"AA", b.say("Concept van het jaarplan van aantekeningen voorzien.", "Annotated the draft of the year plan.")},
		talk{"BB", b.say("Twee ideeën uitgekozen om mee door te gaan.", "Chose two ideas to go on with.")},
	)
}
