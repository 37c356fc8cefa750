package example

import "kwi/internal/account"

// laagveld has only begun: no sponsor yet but an action to win one, and one
// of two respondents who said that he joins.
func (b book) laagveld() account.Client {
	c := account.Client{
		ID: "laagveld", Name: b.say("Waterschap Laagveld", "Laagveld Water Authority"), Kind: account.External, Approach: account.Extended,
		Selection: account.Selection{Strategic: true, Business: true}, Needs: account.Needs{SupplierKnows: true},
		Colleagues: []account.Colleague{b.relation(), b.director()},
	}
	c.Respondents = []account.Respondent{
		contact("laagveld", "CC", "C. Ceee", b.say("Hoofd digitalisering", "Head of digitisation"), account.Tactical, b.day(-6)),
		contact("laagveld", "HH", "", b.say("Secretaris-directeur", "Secretary-director"), account.Strategic, ""),
	}
	y := account.Cycle{
		Name: account.HalfYear(b.today.Add(150)), Stage: account.Initialise, AnswersBy: account.ByName,
		Kickoff: account.Kickoff{
			Date: b.day(-14), Present: []account.Initials{"RM", "DR"},
			Strategy: b.say("Van leverancier van uren naar gesprekspartner over droge voeten.", "From supplier of hours to partner in keeping feet dry."),
			Arguments: []string{
				b.say("Wij willen bijdragen aan het waterplan, niet alleen aan de systemen.", "We want to contribute to the water plan, not just to the systems."),
				b.say("Het kost twee gesprekken en één middag per halfjaar.", "It takes two talks and one afternoon each half-year."),
			},
		},
		Notes: []account.Note{
			{Date: b.day(-6), With: "CC", Topic: account.Business, Text: b.say("Over drie jaar moeten alle gemalen op afstand te bedienen zijn.", "In three years all pumping stations have to be run from afar.")},
			{Date: b.day(-6), With: "CC", Topic: account.Obstacles, Text: b.say("De secretaris-directeur beslist en kent ons alleen van de factuur.", "The secretary-director decides and knows us from the invoice only.")},
		},
		Actions: []account.Action{{
			Date: b.day(-6), Text: b.say("De secretaris-directeur als sponsor winnen: kennismaken met onze directeur en een voorbeeldmonitor meenemen.", "Win the secretary-director as sponsor: meet our director and bring an example monitor."),
			Why: b.say("Zonder hem blijft het een gesprek over systemen.", "Without him it stays a conversation about systems."), For: "Joe Bestseller", Side: account.SupplierSide,
			Due: b.due(6, "14:00"), Status: account.Open,
		}},
	}
	c.Cycles = []account.Cycle{y}
	return c
}
