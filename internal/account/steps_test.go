package account_test

import (
	"reflect"
	"slices"

	"pgregory.net/rapid"

	"kwi/internal/account"
)

var std = account.Standard{Noticed: "We saw you work on this.", Kept: "You kept the agreements on this."}

// begun is a client with four respondents, two colleagues and a first cycle.
func begun() account.Client {
	c := account.Client{ID: "x", Name: "X", Kind: account.External, Approach: account.Extended}
	for _, who := range []account.Initials{"AA", "BB", "CC", "DD"} {
		c.Respondents = append(c.Respondents, account.Respondent{Initials: who, Name: "Name of " + string(who)})
	}
	c.Colleagues = []account.Colleague{{Initials: "RM"}, {Initials: "DR"}}
	if _, err := c.StartCycle("2026-01-10"); err != nil {
		panic(err)
	}
	return c
}

// busy is a begun client with two KWIs that three respondents judge, one of
// whom has answered, and with an open action.
func busy() account.Client {
	c := begun()
	ok := func(err error) {
		if err != nil {
			panic(err)
		}
	}
	for _, who := range []account.Initials{"AA", "BB"} {
		k, err := c.AddKWI("", account.KWI{Title: "What " + string(who) + " wishes", Expectation: "It is so.", WishedBy: who}, std)
		ok(err)
		_, err = c.AddQuestion("", k, account.Question{Text: "Is it so?"})
		ok(err)
		for _, judge := range []account.Initials{"AA", "BB", "CC"} {
			for serial := range uint16(2) {
				ok(c.Assign("", judge, account.QuestionCode{KWI: k, Serial: serial + 1}, true))
			}
		}
	}
	_, err := c.AddAction("", account.Action{Text: "A deed", KWI: 1, For: "RM", Due: "2026-03-01"}, std, today)
	ok(err)
	for range 5 {
		ok(c.GoOn(today, "", "because"))
	}
	for _, q := range c.Newest().Assigned["AA"] {
		ok(c.Answer("", "AA", account.Answer{Question: q, Grade: 7}, today))
	}
	return c
}

// later is a busy client in their second cycle.
func later() account.Client {
	c := busy()
	for range 2 {
		if err := c.GoOn("2026-06-30", "", "because"); err != nil {
			panic(err)
		}
	}
	return c
}

var someClient = rapid.Custom(func(t *rapid.T) account.Client {
	return rapid.SampledFrom([]func() account.Client{begun, busy, later}).Draw(t, "client")()
})

// deed is something that a user does, with all that they choose drawn
// beforehand, so that it can be done to any client.
type deed struct {
	name string
	do   func(*account.Client) error
}

var (
	somebody = rapid.SampledFrom([]account.Initials{"AA", "BB", "CC", "AA", "BB", "CC", "DD", "EE", "RM"})
	someKWI  = rapid.Map(rapid.IntRange(1, 4), func(n int) account.KWICode { return account.KWICode(n) })
	someText = rapid.SampledFrom([]string{"", "one", "two", "three"})
	someDay  = rapid.SampledFrom([]account.Date{"", "2026-02-01", "2026-05-20", "2026-08-15", "2027-03-03"})
	someCode = rapid.Custom(func(t *rapid.T) account.QuestionCode {
		return account.QuestionCode{KWI: someKWI.Draw(t, "kwi"), Serial: uint16(rapid.IntRange(1, 4).Draw(t, "serial"))}
	})
)

const today = account.Date("2026-04-01")

// deeds draws what a user does, of every kind there is.
var deeds = rapid.Custom(func(t *rapid.T) deed {
	who, other, kwi, q := somebody.Draw(t, "who"), somebody.Draw(t, "other"), someKWI.Draw(t, "kwi"), someCode.Draw(t, "question")
	text, day, yes := someText.Draw(t, "text"), someDay.Draw(t, "day"), rapid.Bool().Draw(t, "yes")
	grade := account.Answer{Question: q, Grade: account.Grade(rapid.IntRange(0, 10).Draw(t, "grade")), Relevance: account.Relevance(rapid.IntRange(0, 2).Draw(t, "relevance"))}
	newest := func(do func(*account.Client, *account.Cycle) error) func(*account.Client) error {
		return func(c *account.Client) error { return do(c, c.Newest()) }
	}
	return rapid.SampledFrom([]deed{
		{"rename", func(c *account.Client) error { return c.Rename(text) }},
		{"add respondent", func(c *account.Client) error { return c.AddRespondent(account.Respondent{Initials: who, Name: text}) }},
		{"remove respondent", func(c *account.Client) error { return c.RemoveRespondent(who) }},
		{"leave", func(c *account.Client) error { return c.Leave(who, day) }},
		{"sponsor", func(c *account.Client) error { return c.MakeSponsor(who) }},
		{"remove colleague", func(c *account.Client) error { return c.RemoveColleague(who) }},
		{"go on", func(c *account.Client) error { return c.GoOn(today, "", "because") }},
		{"go back", func(c *account.Client) error { return c.GoBack("2026-06-20", "") }},
		{"plan session", newest(func(c *account.Client, y *account.Cycle) error { return c.PlanSession(y.Name, day) })},
		{"add KWI", newest(func(c *account.Client, y *account.Cycle) error {
			_, err := c.AddKWI(y.Name, account.KWI{Title: text, WishedBy: who}, std)
			return err
		})},
		{"drop KWI", newest(func(c *account.Client, y *account.Cycle) error { return c.DropKWI(y.Name, kwi, "", "") })},
		{"drop for a reason", newest(func(c *account.Client, y *account.Cycle) error { return c.DropKWI(y.Name, kwi, text, day) })},
		{"take up", newest(func(c *account.Client, y *account.Cycle) error { return c.TakeUpKWI(y.Name, kwi, text, day) })},
		{"join", newest(func(c *account.Client, y *account.Cycle) error { return c.JoinKWI(y.Name, kwi, who, text, day) })},
		{"part", newest(func(c *account.Client, y *account.Cycle) error { return c.PartKWI(y.Name, kwi, who) })},
		{"renew", newest(func(c *account.Client, y *account.Cycle) error {
			_, err := c.RenewKWI(y.Name, kwi, text, text, std, day)
			return err
		})},
		{"merge", newest(func(c *account.Client, y *account.Cycle) error {
			m := account.Merging{From: []account.KWICode{kwi}, Into: q.KWI, Title: text, Notes: yes, Actions: yes, Library: yes, On: day, Standard: std}
			if yes {
				m.From, m.Into = append(m.From, q.KWI), 0
			}
			for _, k := range y.KWIs {
				for _, q := range k.Questions {
					m.Along = append(m.Along, q.Code)
				}
			}
			_, err := c.MergeKWIs(y.Name, m)
			return err
		})},
		{"split", newest(func(c *account.Client, y *account.Cycle) error {
			s := account.Splitting{From: kwi, Title: text, Notes: []int{0}, On: day, Standard: std}
			if k := y.KWI(kwi); k != nil && yes {
				s.WishedBy = k.Wishers()
			}
			if q.KWI == kwi {
				s.Questions = []account.QuestionCode{q}
			}
			_, err := c.SplitKWI(y.Name, s)
			return err
		})},
		{"words", newest(func(c *account.Client, y *account.Cycle) error {
			return c.Words(y.Name, kwi, func(k *account.KWI) { k.Expectation, k.WishedBy, k.SharedBy = text, who, []account.Initials{other} })
		})},
		{"add question", newest(func(c *account.Client, y *account.Cycle) error {
			_, err := c.AddQuestion(y.Name, kwi, account.Question{Text: text})
			return err
		})},
		{"drop question", newest(func(c *account.Client, y *account.Cycle) error { return c.DropQuestion(y.Name, q) })},
		{"reword", newest(func(c *account.Client, y *account.Cycle) error { return c.Reword(y.Name, q, text) })},
		{"amend", newest(func(c *account.Client, y *account.Cycle) error {
			as := account.SameQuestion
			if yes {
				as = account.OtherOne
			}
			return c.Amend(as, today, "RM", func(c *account.Client) error { return c.Reword(y.Name, q, text) })
		})},
		{"put aside", newest(func(c *account.Client, y *account.Cycle) error {
			return c.PuttingAside(8, today, "RM", func(c *account.Client) error {
				if yes {
					return c.DropQuestion(y.Name, q)
				}
				return c.Assign(y.Name, who, q, false)
			})
		})},
		{"assign", newest(func(c *account.Client, y *account.Cycle) error { return c.Assign(y.Name, who, q, yes) })},
		{"assign all", newest(func(c *account.Client, y *account.Cycle) error {
			for _, k := range y.KWIs {
				for _, q := range k.Questions {
					if err := c.Assign(y.Name, who, q.Code, true); err != nil {
						return err
					}
				}
			}
			return nil
		})},
		{"answer", newest(func(c *account.Client, y *account.Cycle) error { return c.Answer(y.Name, who, grade, today) })},
		{"answer what is asked", newest(func(c *account.Client, y *account.Cycle) error {
			for _, code := range y.Assigned[who] {
				a := grade
				a.Question = code
				if err := c.Answer(y.Name, who, a, today); err != nil {
					return err
				}
			}
			return nil
		})},
		{"nps", newest(func(c *account.Client, y *account.Cycle) error {
			if !yes {
				return c.AnswerNPS(y.Name, who, nil)
			}
			return c.AnswerNPS(y.Name, who, &account.NPS{Score: int(grade.Grade), Why: text, Anonymous: kwi == 1})
		})},
		{"remark", newest(func(c *account.Client, y *account.Cycle) error { return c.Remark(y.Name, who, text, yes) })},
		{"excuse", newest(func(c *account.Client, y *account.Cycle) error { return c.Excuse(y.Name, who, day) })},
		{"test", newest(func(c *account.Client, y *account.Cycle) error { return c.TestWith(y.Name, who, day) })},
		{"send", newest(func(c *account.Client, y *account.Cycle) error { return c.Send(y.Name, who, day) })},
		{"note", newest(func(c *account.Client, y *account.Cycle) error {
			return c.AddNote(y.Name, account.Note{Date: today, With: who, Text: text})
		})},
		{"heard note", newest(func(c *account.Client, y *account.Cycle) error {
			return c.AddNote(y.Name, account.Note{Date: today, With: who, Text: text, Heard: []account.Initials{other, who}})
		})},
		{"share note", newest(func(c *account.Client, y *account.Cycle) error {
			return c.ShareNote(y.Name, account.Note{Date: today, With: who, Text: text}, []account.Initials{other})
		})},
		{"rank note", newest(func(c *account.Client, y *account.Cycle) error {
			return c.RankNote(y.Name, account.Note{Date: today, With: who, Text: text}, account.Note{Date: today, With: who, Text: "one"})
		})},
		{"wish KWI", newest(func(c *account.Client, y *account.Cycle) error {
			_, err := c.WishKWI(y.Name, account.Note{Date: today, With: who, Text: text}, text, std)
			return err
		})},
		{"hear not expected", newest(func(c *account.Client, y *account.Cycle) error { return c.HearNotExpected(y.Name, who, text, today) })},
		{"wish instead", newest(func(c *account.Client, y *account.Cycle) error {
			return c.WishInstead(y.Name, account.Note{Date: today, With: who, Text: text}, text)
		})},
		{"answer in talk", newest(func(c *account.Client, y *account.Cycle) error { return c.AnswerInTalk(y.Name, who, day) })},
		{"regrade", newest(func(c *account.Client, y *account.Cycle) error {
			return c.Regrade(y.Name, who, grade.Question, today, text, grade.ChangeFrom(account.Answer{}))
		})},
		{"share evidence", newest(func(c *account.Client, y *account.Cycle) error {
			if len(y.Actions) == 0 {
				return nil
			}
			number := y.Actions[int(kwi)%len(y.Actions)].Number
			if err := c.ChangeAction(number, std, today, func(a *account.Action) { a.Evidence = text }); err != nil {
				return err
			}
			return c.ShareEvidence(number, yes)
		})},
		{"idea", newest(func(c *account.Client, y *account.Cycle) error { return c.AddIdea(y.Name, text) })},
		{"reword idea", newest(func(c *account.Client, y *account.Cycle) error { return c.RewordIdea(y.Name, "one", text) })},
		{"vote", newest(func(c *account.Client, y *account.Cycle) error { return c.VoteIdea(y.Name, text, int(kwi)-2) })},
		{"choose idea", newest(func(c *account.Client, y *account.Cycle) error {
			_, err := c.ChooseIdea(y.Name, text, account.Action{}, std, today)
			return err
		})},
		{"plan item", newest(func(c *account.Client, y *account.Cycle) error {
			return c.PlanItem(y.Name, account.AgendaItems()[kwi%5], int(grade.Grade))
		})},
		{"sharpen", newest(func(c *account.Client, y *account.Cycle) error {
			return c.SharpenKWI(y.Name, kwi, func(n *account.NextKWI) { n.Expectation = text })
		})},
		{"agree KWI", newest(func(c *account.Client, y *account.Cycle) error {
			return c.AgreeKWI(y.Name, account.NextKWI{Title: text, WishedBy: who}, std)
		})},
		{"change agreed", newest(func(c *account.Client, y *account.Cycle) error {
			return c.ChangeAgreed(y.Name, text, func(n *account.NextKWI) { n.WishedBy = other })
		})},
		{"rename", func(c *account.Client) error { return c.RenameInitials(who, "NEW") }},
		{"take over", func(c *account.Client) error { return c.TakeOver(who, other, today) }},
		{"join", func(c *account.Client) error { return c.Join(who, other) }},
		{"not expect", newest(func(c *account.Client, y *account.Cycle) error { return c.NotExpect(y.Name, who, text) })},
		{"present", newest(func(c *account.Client, y *account.Cycle) error { return c.Present(y.Name, who, yes) })},
		{"add action", newest(func(c *account.Client, y *account.Cycle) error {
			if !yes {
				kwi = 0
			}
			_, err := c.AddAction(y.Name, account.Action{Text: text, KWI: kwi, Due: account.Moment(day)}, std, today)
			return err
		})},
		{"change action", func(c *account.Client) error {
			open := c.OpenActions("")
			if len(open) == 0 {
				return nil
			}
			return c.ChangeAction(open[int(kwi)%len(open)].Action.Number, std, today, func(a *account.Action) {
				if a.KWI = kwi; yes {
					a.Status = account.Done
				}
			})
		}},
		{"correct", func(c *account.Client) error {
			return c.Correct(c.Cycles[0].Name, today, text, "a reason", func(c *account.Client) error {
				return c.Answer(c.Cycles[0].Name, who, grade, today)
			})
		}},
		{"analysis", newest(func(_ *account.Client, y *account.Cycle) error { y.Analysis.Surprise = text; return nil })},
		{"plan", func(c *account.Client) error {
			year := 2025 + int(kwi)%3
			i := slices.IndexFunc(c.Plans, func(p account.Plan) bool { return p.Year == year })
			if i < 0 {
				c.Plans = append(c.Plans, account.Plan{Year: year})
				i = len(c.Plans) - 1
			}
			n := int(q.Serial)
			c.Plans[i].Vision = text
			c.Plans[i].Numbers = map[int]account.YearNumbers{year: {Target: &account.Figures{Leads: &n}}}
			slices.SortFunc(c.Plans, func(a, b account.Plan) int { return a.Year - b.Year })
			return nil
		}},
	}).Draw(t, "deed")
})

// chain does so many deeds to some client, leaves out those that are refused or change
// nothing, and gives the clients on the way: the first, and one after each.
func chain(t *rapid.T, n int) (clients []account.Client, names []string) {
	clients = []account.Client{someClient.Draw(t, "client").Tidy()}
	for range n {
		d := deeds.Draw(t, "deed")
		next := clients[len(clients)-1].Clone()
		if d.do(&next) != nil {
			continue
		}
		if next = next.Tidy(); !reflect.DeepEqual(next, clients[len(clients)-1]) {
			if flaws := next.Flaws(); len(flaws) > len(clients[len(clients)-1].Flaws()) {
				t.Fatalf("%s leaves a client that does not hold together: %+v", d.name, flaws)
			}
			clients, names = append(clients, next), append(names, d.name)
		}
	}
	return clients, names
}
