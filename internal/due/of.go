package due

import (
	"cmp"
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/text"
)

// PlannedBefore is how many days before the lists go out the session has a
// day: inviting takes longer than they do.
const PlannedBefore = account.InvitedBefore - account.AskedBefore

// longestText is how many bytes of an agreement an item tells.
const longestText = 400

// Of is what is to be done for a client: what their newest cycle asks for while
// it runs, and all agreements that are open.
func Of(c *account.Client) Client {
	d := Client{ID: c.ID, Name: c.Name, Archived: c.Archived, Approach: c.Approach, Kept: settled(c)}
	for _, m := range c.StayingColleagues() {
		d.Team = append(d.Team, Person{Initials: m.Initials, Name: m.Name})
		if m.Initials == c.Responsible {
			d.Responsible = d.Team[len(d.Team)-1]
		}
	}
	d.Items = append(d.Items, caught(c)...)
	y := c.Newest()
	if y == nil {
		return d
	}
	d.Needs = needs(c, y)
	d.Items = append(d.Items, ideas(c, y)...)
	for _, a := range c.OpenActions(y.Name) {
		d.Items = append(d.Items, action(c, a.Cycle, &a.Action))
	}
	if y.Stage != account.Closed {
		for _, item := range running(c, y) {
			item.Cycle = y.Name
			switch {
			case item.By.Named():
			case len(d.Team) == 1:
				item.By = d.Team[0]
			default:
				item.By = d.Responsible
			}
			d.Items = append(d.Items, item)
		}
	}
	sortItems(d.Items)
	return d
}

// action is an agreement that is open.
func action(c *account.Client, cycle account.CycleName, a *account.Action) Item {
	return Item{Kind: Action, Cycle: cycle, At: a.Due, Number: a.Number, Side: a.Side, Internal: a.Internal, By: personOf(c, a), Text: shortened(a.Text)}
}

// SortedWithin is within how many days what was caught is sorted: then one
// still knows what was meant.
const SortedWithin = 7

// caught is what was caught and is to be sorted.
func caught(c *account.Client) []Item {
	oldest := account.Date("")
	for _, x := range c.Caught {
		if x.Date != "" && (oldest == "" || x.Date < oldest) {
			oldest = x.Date
		}
	}
	if oldest = oldest.Add(SortedWithin); !oldest.Valid() {
		oldest = ""
	}
	return counted(Caught, oldest, len(c.Caught))
}

// ideas are those that people brought and wait for a word on: an answer, or to be
// told of it.
func ideas(c *account.Client, y *account.Cycle) []Item {
	oldest, n := account.Date(""), 0
	for _, i := range c.StandingIdeas(y) {
		if i.Place.Session || !i.Idea.Owed() {
			continue
		}
		if n++; i.Idea.Date != "" && (oldest == "" || i.Idea.Date < oldest) {
			oldest = i.Idea.Date
		}
	}
	if oldest = oldest.Add(account.AnsweredWithin); !oldest.Valid() {
		oldest = ""
	}
	items := counted(Ideas, oldest, n)
	for i := range items {
		items[i].Cycle = y.Name
	}
	return items
}

// running is what a cycle asks for.
func running(c *account.Client, y *account.Cycle) []Item {
	items := append(concepts(c, y), talks(c, y)...)
	switch y.Stage {
	case account.Communicate:
		items = append(items, preview(c, y)...)
	case account.Realise:
		items = append(items, visits(c, y)...)
		items = append(items, questions(c, y)...)
	case account.Measure:
		items = append(items, questions(c, y)...)
		items = append(items, answers(c, y)...)
		items = append(items, chased(c, y)...)
		if y.Session != "" && !y.Analysed() {
			items = append(items, Item{Kind: Analysis, At: account.Moment(y.AnalysisDue())})
		}
		items = append(items, counted(Findings, y.AnalysisDue(), y.Proposed())...)
	case account.Session:
		items = append(items, counted(Findings, y.Session, y.Proposed())...)
	}
	switch {
	case y.Session != "":
		items = append(items, Item{Kind: Session, At: account.Moment(y.Session)})
	case y.Stage >= account.Realise:
		items = append(items, Item{Kind: Planning, At: account.Moment(y.ExpectedAsking().Add(-PlannedBefore))})
	}
	return items
}

// concepts are those that respondents were promised and have not got. Who has
// left gets none any more.
func concepts(c *account.Client, y *account.Cycle) (items []Item) {
	for i := range c.Respondents {
		r := &c.Respondents[i]
		if p, ok := y.Concept(r.Initials); ok && p.Open() && r.Left == "" {
			kind := Concept
			if p.Inspiration {
				kind = Inspiration
			}
			items = append(items, Item{Kind: kind, At: account.Moment(p.Due), Who: r.Initials, Name: r.Name})
		}
	}
	return items
}

// visits are the conversations that are owed while the KWIs are worked on: one
// with everybody halfway, preferably a second before the lists go out, and then
// another before it has been silent for too long, on a working day. What is planned
// counts.
func visits(c *account.Client, y *account.Cycle) (items []Item) {
	end := y.ExpectedAsking()
	half := cmp.Or(y.Halfway(), end)
	for _, r := range c.Awaited(y) {
		day := half
		if last := y.LastTalk(r.Initials); last != "" {
			day = last.Add(c.Silence(r.Initials))
			if !day.Valid() || end != "" && day >= end {
				if v := y.Visited(r.Initials, account.Moment(last)); end == "" || v.Short() == 0 || last >= end {
					continue
				}
				day = end
			}
		}
		items = append(items, Item{Kind: Visit, At: account.Moment(day.Workday()), Who: r.Initials, Name: r.Name})
	}
	return items
}

// mostTalks is how many conversations with one person are looked at: whoever has
// more before them has the later ones planned.
const mostTalks = 2

// talks are the last conversations with everybody, had or planned; on their day it
// is seen which.
func talks(c *account.Client, y *account.Cycle) (items []Item) {
	known, n := map[string]bool{}, map[account.Initials]int{}
	visits := slices.Clone(y.Visits)
	slices.SortStableFunc(visits, func(a, b account.Visit) int { return CompareMoments(b.At(), a.At()) })
	for _, v := range visits {
		if v.Goes != "" {
			continue // it was had, for it is noted how it goes; other words may be what it is to be about
		}
		if n[v.With]++; n[v.With] > mostTalks {
			continue
		}
		i := Item{Kind: Talk, Cycle: y.Name, At: v.At(), Who: v.With, Name: c.NameOf(v.With), Number: v.CalendarName(), Had: !v.Ahead, By: metBy(c, v.By)}
		if r := c.Respondent(v.With); r != nil && r.Left == "" && !known[i.ID()] && i.At.Valid() {
			known[i.ID()] = true
			items = append(items, i)
		}
	}
	return items
}

// metBy is who of the supplier has a conversation.
func metBy(c *account.Client, who account.Initials) Person {
	if m := c.Colleague(who); m != nil {
		return Person{Initials: m.Initials, Name: m.Name}
	}
	return Person{}
}

// chased are those who were asked and are silent, with the first day on which
// something is to be done about one of them.
func chased(c *account.Client, y *account.Cycle) []Item {
	first, n := account.Date(""), 0
	for _, r := range c.Asked(y) {
		if y.Given(r.Initials) >= len(y.Assigned[r.Initials]) {
			continue
		}
		if day, is := c.ChaseDay(y, r.Initials); is {
			if n++; first == "" || day < first {
				first = day
			}
		}
	}
	return counted(Chase, first, n)
}

// preview are the lists that go out to be looked at. No day is set for that.
func preview(c *account.Client, y *account.Cycle) []Item {
	n := 0
	for _, r := range c.Asked(y) {
		if len(y.Sent[r.Initials]) == 0 && y.Unsettled(r.Initials) == nil {
			n++
		}
	}
	return counted(Lists, "", n)
}

// questions are the lists that go out to be answered, once the session has a
// day.
func questions(c *account.Client, y *account.Cycle) []Item {
	n := 0
	for _, r := range c.Asked(y) {
		if _, asked := y.WaitsSince(r.Initials); !asked && !y.HasAnswered(r.Initials) && y.Unsettled(r.Initials) == nil {
			n++
		}
	}
	if y.Session == "" {
		n = 0
	}
	return counted(Lists, y.Asking(), n)
}

// answers are those that were asked for and are not in, and of whoever named a
// day for theirs that one.
func answers(c *account.Client, y *account.Cycle) []Item {
	n := 0
	var said []Item
	for _, r := range c.ToCome(y) {
		_, asked := y.WaitsSince(r.Initials)
		switch day := y.SaidBy(r.Initials); {
		case day != "":
			said = append(said, Item{Kind: Reply, At: account.Moment(day), Who: r.Initials, Name: r.Name})
		case asked:
			n++
		}
	}
	return append(counted(Answers, y.AnswersDue(), n), said...)
}

func counted(kind Kind, on account.Date, n int) []Item {
	if n == 0 {
		return nil
	}
	return []Item{{Kind: kind, At: account.Moment(on), Count: n}}
}

// shortened is a text in one line, cut where it is very long.
func shortened(s string) string {
	s = text.Line(s)
	if len(s) <= longestText {
		return s
	}
	return strings.TrimSpace(strings.ToValidUTF8(s[:longestText], "")) + " …"
}
