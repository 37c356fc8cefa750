package example

import "kwi/internal/account"

// newMediaWishes are the five expectations of NewMedia, one a respondent.
func (b book) newMediaWishes() []wish {
	return []wish{
		{
			code: 1, by: "KK", target: 800, shared: []account.Initials{"AA", "BB"},
			title: b.say("Kennisborging", "Knowledge stays"),
			expect: b.say("Wat mensen van BESTSELLER bij ons leren, moet van ons blijven. Wie hier nieuw begint, weet op dag één hoe wij werken.",
				"What people of BESTSELLER learn with us has to stay with us. Whoever starts here knows on day one how we work."),
			why: b.say("Twee keer vertrok een specialist en moesten wij alles opnieuw uitleggen. Dat kostte een kwartaal.",
				"Twice a specialist left and we had to explain everything again. It cost us a quarter."),
			own: []string{
				b.say("Nieuwe mensen van BESTSELLER kennen onze systemen en gewoonten voordat zij beginnen.", "New people from BESTSELLER know our systems and habits before they start."),
				b.say("Wat in een opdracht is geleerd, vinden wij zelf terug in het opdrachtdossier.", "What an assignment taught, we can find ourselves in the assignment file."),
			},
		},
		{
			code: 2, by: "BB", target: 750, shared: []account.Initials{"KK"},
			title: b.say("Inspiratie", "Inspiration"),
			expect: b.say("Laat ons zien wat elders al werkt, voordat wij erom vragen, en zeg erbij of het iets voor ons is.",
				"Show us what works elsewhere before we ask, and tell us whether it suits us."),
			why: b.say("Onze markt verandert sneller dan wij kunnen bijhouden; de vorige leverancier wachtte af.",
				"Our market changes faster than we can follow; the supplier before this one waited."),
			own: []string{
				b.say("Vragen wij BESTSELLER om raad, dan kunnen wij er dezelfde week iets mee.", "When we ask BESTSELLER for advice we can use it that same week."),
				b.say("BESTSELLER komt ongevraagd met ideeën die bij ons passen.", "BESTSELLER brings ideas that suit us without being asked."),
				b.say("Na een werksessie met BESTSELLER doen wij iets anders dan ervoor.", "After a working session with BESTSELLER we do something differently."),
			},
		},
		{
			code: 3, by: "AA", target: 800,
			title: b.say("Bijdrage aan ons jaarplan", "A say in our year plan"),
			expect: b.say("Denk mee over ons informatieplan terwijl het nog geschreven wordt, niet als het al klaar is.",
				"Think along on our information plan while it is being written, not when it is done."),
			why: b.say("Wij kiezen eens per jaar richting en die keuze zit drie jaar vast.", "We choose a direction once a year, and the choice stands for three."),
			own: []string{
				b.say("In ons jaarplan is te herkennen wat BESTSELLER heeft ingebracht.", "What BESTSELLER brought in can be recognised in our year plan."),
				b.say("BESTSELLER vertelt ons op tijd welke techniek verdwijnt.", "BESTSELLER tells us in time which technology is on its way out."),
				b.say("Op ICT-gebied hoef ik zelf minder in de gaten te houden dan een jaar geleden.", "In ICT there is less that I have to watch myself than a year ago."),
			},
		},
		{
			code: 4, by: "DD", target: 775, shared: []account.Initials{"CC"},
			title: b.say("Lagere kosten", "Lower costs"),
			expect: b.say("Help ons verspilling te vinden en laat per kwartaal in euro's zien wat dat heeft opgeleverd.",
				"Help us find waste and show each quarter, in euros, what that brought us."),
			why: b.say("De begroting voor beheer is bevroren terwijl het werk groeit.", "The budget for operations is frozen while the work grows."),
			own: []string{
				b.say("BESTSELLER doet zelf voorstellen die ons geld besparen, ook als het haar omzet kost.", "BESTSELLER makes proposals that save us money, even where it costs turnover."),
				b.say("De besparing van het afgelopen halfjaar is in onze eigen cijfers terug te zien.", "The saving of the past half-year shows in our own figures."),
			},
		},
		{
			code: 5, by: "CC", target: 800, shared: []account.Initials{"DD", "KK"},
			title: b.say("Partnerschap", "Partnership"),
			expect: b.say("Zeg het als iets misgaat voordat wij het zelf merken, en draag mee aan wat samen is afgesproken.",
				"Tell us when something goes wrong before we notice, and carry your part of what was agreed."),
			why: b.say("Een contract regelt wie er betaalt, niet wie er belt.", "A contract settles who pays, not who calls."),
			own: []string{
				b.say("Slecht nieuws horen wij van BESTSELLER het eerst.", "Bad news reaches us from BESTSELLER first."),
				b.say("BESTSELLER draagt risico's mee die zij zelf kan overzien.", "BESTSELLER shares the risks that it can oversee."),
				b.say("Wat BESTSELLER voor ons bereikt, is voor mijn collega's te volgen.", "What BESTSELLER achieves for us can be followed by my colleagues."),
			},
		},
	}
}
