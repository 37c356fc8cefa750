package example

import "kwi/internal/account"

// newMediaPlan is the supplier's own plan for the client.
func (b book) newMediaPlan(year int) account.Plan {
	n := func(v int) *int { return &v }
	return account.Plan{
		Year: year, MadeBy: "Joe Bestseller",
		Vision: b.say("Media worden gemaakt door kleine ploegen die overal werken. Wie hun gereedschap beheert, zit aan tafel of verdwijnt.",
			"Media are made by small crews that work anywhere. Whoever keeps their tools sits at the table or disappears."),
		Mission: b.say("Wij zorgen dat NewMedia zonder omkijken kan publiceren.", "We see to it that NewMedia can publish without a second thought."),
		Factors: b.say("Vaste mensen op de opdracht.\nCijfers die de klant zelf kan narekenen.\nIeder kwartaal één idee dat blijft.",
			"The same people on the assignment.\nFigures that the client can check.\nOne idea each quarter that stays."),
		Preconditions: b.say("Werving heeft twee adviseurs met kennis van redactiesystemen.", "Recruitment has two advisers who know editorial systems."),
		KPIs: []account.KPI{
			{Code: "KPI-1", Text: b.say("Acht van de tien opdrachten worden door vaste mensen gedaan.", "Eight in ten assignments are done by the regular people."),
				Actions: []string{b.say("Opleiding redactiesystemen voor drie collega's.", "Training in editorial systems for three colleagues.")}},
			{Code: "KPI-2", Text: b.say("Een storing is binnen een uur gemeld bij de klant.", "A failure is told to the client within an hour."),
				Actions: []string{b.say("Belafspraak ieder kwartaal oefenen.", "Practise the call agreement each quarter.")}},
		},
		Numbers: map[int]account.YearNumbers{
			year - 1: {Actual: &account.Figures{Contacts: n(11), Meetings: n(34), Leads: n(7), Orders: n(4), Revenue: "486000", Margin: "18.2", Sessions: n(2), NPS: n(20)}},
			year: {
				Actual: &account.Figures{Contacts: n(13), Meetings: n(19), Leads: n(5), Orders: n(2), Revenue: "271000", Margin: "18.9"},
				Target: &account.Figures{Contacts: n(14), Meetings: n(38), Leads: n(9), Orders: n(5), Revenue: "540000", Margin: "19.0", Sessions: n(2), NPS: n(40)},
			},
		},
	}
}
