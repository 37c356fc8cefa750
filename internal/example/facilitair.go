package example

import "kwi/internal/account"

// facilitair is a department of the supplier's own: two people, a handful of
// questions, the simple approach, for the third time.
func (b book) facilitair() account.Client {
	session := b.day(55)
	c := account.Client{
		ID: "facilitair", Name: b.say("Facilitair (intern)", "Facilities (internal)"), Kind: account.Internal, Approach: account.Simple,
		Selection: account.Selection{Intensive: true, Business: true}, Needs: account.Needs{ClientKnows: true, SupplierKnows: true},
		Respondents: []account.Respondent{
			contact("facilitair", "MM", "", b.say("Hoofd facilitaire zaken", "Head of facilities"), account.Tactical, working(earlier(session, 2).Add(-165))),
		},
		Colleagues: []account.Colleague{b.relation()},
	}
	for i, marks := range []string{"8 7 8 8> 8", "8 8 8 8 8", ". . . . ."} {
		stage := account.Closed
		if i == 2 {
			stage = account.Realise
		}
		y := cycle(earlier(session, 2-i), stage)
		if i == 2 {
			y = cycle(session, stage)
		}
		y.KWIs = []account.KWI{b.kwi(b.facilitairWish(), working(y.Session.Add(-120)))}
		grid(&y, row{"MM", marks})
		y.Answered = map[account.Initials]account.Date{}
		if stage == account.Closed {
			y.Answered["MM"] = working(y.Session.Add(-6))
			y.Meeting.Present = []account.Initials{"MM", "RM"}
			y.Analysis.Noticed = b.say("De meldkamer merkt het, de rest van het gebouw nog niet.", "The service desk notices, the rest of the building does not yet.")
		}
		y.Actions = []account.Action{{
			Date: working(y.Session.Add(-120)), Text: b.say("Iedere maandag doorgeven wie er nieuw is en wat hij nodig heeft.", "Tell every Monday who is new and what he needs."),
			For: "Joe Bestseller", Side: account.SupplierSide, KWI: 1, Due: account.Moment(working(y.Session.Add(-60))), Status: account.Done,
			Announced: working(y.Session.Add(-118)), Done: working(y.Session.Add(-62)), Evidence: b.say("Lijst staat op het intranet.", "The list is on the intranet."),
		}}
		c.Cycles = append(c.Cycles, y)
	}
	now := &c.Cycles[2]
	now.Actions[0].Status, now.Actions[0].Done, now.Actions[0].Due = account.Open, "", b.due(5, "")
	now.Actions[0].Text = b.say("Vragen of de maandaglijst nu ook voor de nieuwe vestiging werkt.", "Ask whether the Monday list works for the new branch as well.")
	now.Actions[0].Evidence = ""
	now.Notes = []account.Note{{Date: b.day(-104), With: "MM", Topic: account.Department, KWI: 1, Text: b.say("De nieuwe vestiging opent dit halfjaar.", "The new branch opens this half-year.")}}
	now.Visits = round(b.day(-62), 30, "RM", talk{"MM", b.say("Loopt goed, op de nieuwe vestiging na.", "Goes well, but for the new branch.")}, talk{"MM", ""})
	return c
}

func (b book) facilitairWish() wish {
	return wish{
		code: 1, by: "MM", target: 800, title: b.say("Nieuwe collega's kunnen meteen werken", "New colleagues can work at once"),
		expect: b.say("Wie bij jullie begint, moet de eerste ochtend een plek, een pas en een computer hebben, zonder dat ik er achteraan ga.",
			"Whoever starts with you has a desk, a pass and a computer on the first morning, without my running after it."),
		why: b.say("Iedere vergeten aanvraag kost mij een halve dag.", "Every forgotten request costs me half a day."),
		own: []string{
			b.say("Aanvragen zijn compleet als ze binnenkomen.", "Requests are complete when they come in."),
			b.say("Ik weet minstens een week vooraf wie er begint.", "I know a week ahead who starts."),
			b.say("Wie weggaat, levert alles in op zijn laatste dag.", "Whoever leaves hands everything in on the last day."),
		},
	}
}
