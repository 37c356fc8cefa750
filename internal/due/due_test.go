package due_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/account/accounttest"
	"kwi/internal/due"
)

const today = account.Date("2026-11-25") // a Wednesday

type onClient = func(*account.Client, *account.Cycle)

// running is a client in a stage, with two respondents who judge a question
// each, one who has left, one of ours, and a session in four weeks.
func running(stage account.Stage, changes ...onClient) account.Client {
	q := account.QuestionCode{KWI: 1, Serial: 1}
	asked := []account.QuestionCode{q}
	c := account.Client{
		ID: "x", Name: "X", Approach: account.Extended,
		Respondents: []account.Respondent{{Initials: "AA", Name: "Anna"}, {Initials: "BB", Name: "Bert"}, {Initials: "GG", Name: "Gone", Left: "2026-08-01"}},
		Colleagues:  []account.Colleague{{Initials: "RM", Name: "Joe"}},
		Cycles: []account.Cycle{{
			Name: "2026H2", Stage: stage, AnswersBy: account.ByName, Session: "2026-12-23",
			KWIs:     []account.KWI{{Code: 1, Questions: []account.Question{{Code: q}}}},
			Assigned: map[account.Initials][]account.QuestionCode{"AA": asked, "BB": asked, "GG": asked},
		}},
	}
	for _, change := range changes {
		change(&c, c.Newest())
	}
	return c
}

// told is the items of a client in words.
func told(c account.Client) (out []string) {
	for _, i := range due.Of(&c).Items {
		words := []string{string(i.At), i.Kind.String(), i.Number, string(i.Who), i.Name, i.By.Called()}
		if i.Count > 0 {
			words = append(words, strings.Repeat("#", i.Count))
		}
		out = append(out, strings.Join(strings.Fields(strings.Join(words, " ")), " "))
	}
	return out
}

func promise(who account.Initials, day, done account.Date) onClient {
	return func(_ *account.Client, y *account.Cycle) {
		if y.Promised == nil {
			y.Promised = map[account.Initials]account.Concept{}
		}
		y.Promised[who] = account.Concept{Due: day, Done: done}
	}
}

func agreed(actions ...account.Action) onClient {
	return func(_ *account.Client, y *account.Cycle) { y.Actions = append(y.Actions, actions...) }
}

func sent(day account.Date, who ...account.Initials) onClient {
	return func(_ *account.Client, y *account.Cycle) {
		y.Sent = map[account.Initials][]account.Date{}
		for _, i := range who {
			y.Sent[i] = []account.Date{day}
		}
	}
}

func met(day account.Date, who account.Initials) onClient {
	return func(_ *account.Client, y *account.Cycle) {
		y.Visits = append(y.Visits, account.Visit{Date: day, With: who})
	}
}

func unplanned(_ *account.Client, y *account.Cycle) { y.Session = "" }

func answered(_ *account.Client, y *account.Cycle) {
	y.Answers = map[account.Initials]account.Sheet{"AA": {{Question: account.QuestionCode{KWI: 1, Serial: 1}, Grade: 7}}}
}

func excused(_ *account.Client, y *account.Cycle) {
	y.Excused = map[account.Initials]account.Date{"BB": "2026-11-01"}
}

// TestWhatIsToBeDone goes through every kind, and what takes each away.
func TestWhatIsToBeDone(t *testing.T) {
	const held = "2026-12-23 session Joe"
	for name, d := range map[string]struct {
		client account.Client
		want   []string
	}{
		"no cycle":             {account.Client{ID: "x"}, nil},
		"the session":          {running(account.Draft), []string{held}},
		"nothing planned yet":  {running(account.Test, unplanned), nil},
		"a closed cycle":       {running(account.Closed, promise("AA", "2026-12-01", "")), nil},
		"a concept":            {running(account.Draft, promise("AA", "2026-12-01", "")), []string{"2026-12-01 concept AA Anna Joe", held}},
		"a concept, brought":   {running(account.Draft, promise("AA", "2026-12-01", "2026-12-08")), []string{held}},
		"a concept, left":      {running(account.Draft, promise("GG", "2026-12-01", "")), []string{held}},
		"a concept, excused":   {running(account.Draft, promise("BB", "2026-12-01", ""), excused), []string{"2026-12-01 concept BB Bert Joe", held}},
		"lists to look at":     {running(account.Communicate), []string{held, "lists Joe ##"}},
		"one of them sent":     {running(account.Communicate, sent("2026-09-01", "AA")), []string{held, "lists Joe #"}},
		"all of them sent":     {running(account.Communicate, sent("2026-09-01", "AA", "BB")), []string{held}},
		"conversations":        {running(account.Realise), []string{"2026-12-09 visit AA Anna Joe", "2026-12-09 visit BB Bert Joe", "2026-12-09 lists Joe ##", held}},
		"one excused":          {running(account.Realise, excused), []string{"2026-12-09 visit AA Anna Joe", "2026-12-09 lists Joe #", held}},
		"one held":             {running(account.Realise, met("2026-09-01", "AA")), []string{"2026-09-01 talk 2026-09-01 AA Anna Joe", "2026-10-30 visit AA Anna Joe", "2026-12-09 visit BB Bert Joe", "2026-12-09 lists Joe ##", held}},
		"held shortly before":  {running(account.Realise, met("2026-10-20", "AA"), met("2026-08-01", "AA")), []string{"2026-08-01 talk 2026-08-01 AA Anna Joe", "2026-10-20 talk 2026-10-20 AA Anna Joe", "2026-12-09 visit BB Bert Joe", "2026-12-09 lists Joe ##", held}},
		"no day for it":        {running(account.Realise, unplanned), []string{"2026-11-17 plan Joe", "2026-12-01 visit AA Anna Joe", "2026-12-01 visit BB Bert Joe"}},
		"questions":            {running(account.Measure, sent("2026-09-01", "AA", "BB")), []string{"2026-12-09 lists Joe ##", "2026-12-21 analysis Joe", held}},
		"one asked":            {running(account.Measure, sent("2026-12-09", "AA")), []string{"2026-12-09 lists Joe #", "2026-12-14 chase Joe #", "2026-12-16 answers Joe #", "2026-12-21 analysis Joe", held}},
		"both asked, one back": {running(account.Measure, sent("2026-12-09", "AA", "BB"), answered), []string{"2026-12-14 chase Joe #", "2026-12-16 answers Joe #", "2026-12-21 analysis Joe", held}},
		"one named a day": {running(account.Measure, sent("2026-12-09", "AA", "BB"), func(_ *account.Client, y *account.Cycle) {
			y.Reminders = map[account.Initials][]account.Reminder{"BB": {{Date: "2026-12-16", Way: account.ByPhone, Promise: "2026-12-18"}}}
		}), []string{"2026-12-14 chase Joe #", "2026-12-16 answers Joe #", "2026-12-18 reply BB Bert Joe", "2026-12-21 analysis Joe", held}},
		"held once, shortly before": {running(account.Realise, met("2026-10-20", "AA")), []string{"2026-10-20 talk 2026-10-20 AA Anna Joe", "2026-12-09 visit AA Anna Joe", "2026-12-09 visit BB Bert Joe", "2026-12-09 lists Joe ##", held}},
		"planned":                   {running(account.Realise, met("2026-12-01", "AA")), []string{"2026-12-01 talk 2026-12-01 AA Anna Joe", "2026-12-09 visit AA Anna Joe", "2026-12-09 visit BB Bert Joe", "2026-12-09 lists Joe ##", held}},
		"once by halfway": {running(account.Realise, func(_ *account.Client, y *account.Cycle) {
			y.Passages = []account.Passage{{Date: "2026-08-10", From: account.Communicate, To: account.Realise}}
		}), []string{"2026-10-09 visit AA Anna Joe", "2026-10-09 visit BB Bert Joe", "2026-12-09 lists Joe ##", held}},
		"proposals": {running(account.Session, func(_ *account.Client, y *account.Cycle) {
			y.Findings = []account.Finding{{Part: account.Proposals, By: "Jan", Text: "a"}, {Part: account.Proposals, By: "Jan", Text: "b", Action: "2026-01"}, {Part: account.Outliers, Text: "c"}}
		}), []string{held, "2026-12-23 findings Joe #"}},
		"analysed":              {running(account.Measure, sent("2026-12-09", "AA", "BB"), answered, excused, func(_ *account.Client, y *account.Cycle) { y.Analysis.Remarks = "x" }), []string{held}},
		"the other given up":    {running(account.Measure, sent("2026-12-09", "AA", "BB"), answered, excused), []string{"2026-12-21 analysis Joe", held}},
		"the other gone":        {running(account.Measure, sent("2026-12-09", "AA", "GG"), answered, excused), []string{"2026-12-21 analysis Joe", held}},
		"measuring without day": {running(account.Measure, unplanned), []string{"2026-11-17 plan Joe"}},
		"at the session":        {running(account.Session, unplanned), []string{"2026-11-17 plan Joe"}},
		"agreements": {running(account.Session, agreed(
			account.Action{Number: "2026-02", Due: "2026-12-01T17:00", Status: account.Open, For: "RM"},
			account.Action{Number: "2026-01", Due: "2026-12-01", Status: account.Open, For: "aa"},
			account.Action{Number: "2026-03", Status: account.Open},
			account.Action{Number: "2026-04", Due: "2026-11-01", Status: account.Done, Done: "2026-11-01"},
			account.Action{Number: "2026-05", Due: "2026-11-01", Status: account.Dropped})),
			[]string{"2026-12-01 action 2026-01 aa", "2026-12-01T17:00 action 2026-02 Joe", held, "action 2026-03"}},
		"of an earlier cycle": {running(account.Draft, agreed(account.Action{Number: "2026-01", Due: "2026-12-01", Status: account.Open}), func(c *account.Client, y *account.Cycle) {
			y.Stage = account.Closed
			c.Cycles = append(c.Cycles, account.Cycle{Name: "2027H1"})
		}), []string{"2026-12-01 action 2026-01"}},
		"caught": {running(account.Draft, func(c *account.Client, _ *account.Cycle) {
			c.Caught = []account.Caught{{Date: "2026-11-20", Text: "b"}, {Date: "2026-11-13", Text: "a"}, {Text: "c"}}
		}), []string{"2026-11-20 caught ###", held}},
		"ideas": {running(account.Draft, func(c *account.Client, y *account.Cycle) {
			y.Ideas = []account.Idea{{Date: "2026-11-20", Text: "b"}, {Date: "2026-11-13", Text: "a", By: "Kees", WhyNot: "no"}, {Text: "c", WhyNot: "no"}, {Text: "d", By: "Kees", WhyNot: "no", Told: "2026-11-14"}}
			y.Meeting.Ideas = []account.Idea{{Text: "of the session"}}
		}), []string{"2026-11-27 ideas ##", held}},
		"several of ours": {running(account.Draft, func(c *account.Client, _ *account.Cycle) {
			c.Colleagues = append(c.Colleagues, account.Colleague{Initials: "ZZ"})
		}), []string{"2026-12-23 session"}},
	} {
		if got := told(d.client); !slices.Equal(got, d.want) {
			t.Errorf("%s:\ngot  %q\nwant %q", name, got, d.want)
		}
	}
}

// TestItemsOfAnyClient: they are in order, known apart, on days that exist, and
// nothing of who has left is owed.
func TestItemsOfAnyClient(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := accounttest.Client(t, "x")
		d := due.Of(&c)
		if !slices.IsSortedFunc(d.Items, func(a, b due.Item) int { return due.CompareItems(&a, &b) }) {
			t.Fatal("not in order")
		}
		open, met := 0, map[string]bool{}
		for _, y := range c.Cycles {
			for _, a := range y.Actions {
				if a.Status == account.Open {
					open++
				}
			}
		}
		for _, i := range d.Items {
			if met[i.ID()] || !i.Kind.Known() || i.At != "" && !i.At.Valid() {
				t.Fatalf("%+v", i)
			}
			met[i.ID()] = true
			if r := c.Respondent(i.Who); i.Kind != due.Action && i.Who != "" && (r == nil || r.Left != "") {
				t.Fatalf("%+v is gone", i)
			}
			if i.Kind == due.Action {
				open--
			} else if i.Kind != due.Caught && i.Kind != due.Ideas && c.Newest().Stage == account.Closed {
				t.Fatalf("a closed cycle asks for %+v", i)
			}
		}
		if open != 0 {
			t.Fatalf("%d open agreements are not there", open)
		}
		if same := due.Of(&c); !reflect.DeepEqual(d, same) {
			t.Fatal("asked twice, it says two things")
		}
	})
}

func TestALongAgreementIsCut(t *testing.T) {
	c := running(account.Draft, agreed(account.Action{Number: "2026-01", Status: account.Open, Text: "één\n" + strings.Repeat("é", 300)}))
	text := due.Of(&c).Items[1].Text
	if len(text) > 410 || !strings.HasPrefix(text, "één é") || !strings.HasSuffix(text, "é …") {
		t.Errorf("%q", text)
	}
}

// What nobody was named for is whose who answers for the client, and nobody else's
// of ours.
func TestWhatNobodyWasNamedForIsTheResponsibles(t *testing.T) {
	c := running(account.Realise, func(c *account.Client, _ *account.Cycle) {
		c.Colleagues = append(c.Colleagues, account.Colleague{Initials: "SM", Name: "Sanne"})
	})
	mine := func(u account.User) (n int) {
		d := due.Of(&c)
		for i := range d.Items {
			if d.Mine(&d.Items[i], u) {
				n++
			}
		}
		return n
	}
	all := len(due.Of(&c).Items)
	if joe, sanne := mine(account.User{Name: "Joe"}), mine(account.User{Name: "Sanne"}); joe != all || sanne != all {
		t.Errorf("while nobody answers for the client it is everybody's: %d and %d of %d", joe, sanne, all)
	}
	c.Responsible = "SM"
	if joe, sanne := mine(account.User{Name: "Joe"}), mine(account.User{Name: "Sanne"}); joe != 0 || sanne != all {
		t.Errorf("%d and %d of %d", joe, sanne, all)
	}
	c.Respondents[0].AskEvery = 2
	c.Newest().Visits = []account.Visit{{Date: "2026-10-01", With: "AA"}}
	for _, i := range due.Of(&c).Items {
		if i.Kind == due.Visit && i.Who == "AA" && i.At != "2026-10-15" {
			t.Errorf("who wants to be asked every two weeks is on %s", i.At)
		}
	}
}

// A talk of today without an hour asks for nothing where it was noted today, as it
// was had among the conversations too; one that was noted beforehand is to come.
func TestATalkOfTodayIsHadUnlessItWasPlanned(t *testing.T) {
	for ahead, want := range map[bool]due.Term{true: due.Today, false: due.Over} {
		c := running(account.Realise, func(_ *account.Client, y *account.Cycle) {
			y.Visits = []account.Visit{{Date: "2026-11-25", With: "AA", Note: "Wat er speelt", Ahead: ahead}}
		})
		v := c.Newest().Visits[0]
		d := due.Of(&c)
		at := slices.IndexFunc(d.Items, func(i due.Item) bool { return i.Kind == due.Talk })
		for now, want := range map[account.Moment]due.Term{"2026-11-24": due.ThisWeek, "2026-11-25": want, "2026-11-25T10:00": want, "2026-11-26": due.Over} {
			if got := due.At(now).Of(d.Items[at].Day()); got != want || v.Planned(now) == (got == due.Over) {
				t.Errorf("planned %t: on %s it is %v, and planned is %t", ahead, now, got, v.Planned(now))
			}
		}
		if first, _ := d.Next("2026-11-25T10:00"); (first.Day.Kind == due.Talk) != ahead {
			t.Errorf("planned %t: the next thing is %v", ahead, first)
		}
	}
}

// A planned talk keeps its place while it is noted what it is to be about, is in the
// list with its hour, and asks for nothing once that hour has come.
func TestATalkIsDueByItsHour(t *testing.T) {
	c := running(account.Realise, func(_ *account.Client, y *account.Cycle) {
		y.Visits = []account.Visit{{Date: "2026-11-25", Hour: "16:00", With: "AA", Note: "De klantruimte"}, {Date: "2026-11-20", Hour: "09:00", With: "AA", Goes: account.GoesWell}}
	})
	var talks []due.Item
	for _, i := range due.Of(&c).Items {
		if i.Kind == due.Talk {
			talks = append(talks, i)
		}
	}
	if len(talks) != 1 || talks[0].At != "2026-11-25T16:00" {
		t.Fatalf("%+v", talks)
	}
	for now, want := range map[account.Moment]due.Term{"2026-11-25T15:00": due.Today, "2026-11-25": due.Today, "2026-11-25T16:01": due.Over, "2026-11-24T16:01": due.ThisWeek} {
		if got := due.At(now).Of(talks[0].Day()); got != want {
			t.Errorf("at %s it is %v, not %v", now, got, want)
		}
	}
	for _, d := range due.Dates(&c) {
		if d.What == due.OnTalk && d.Who == "AA" && d.At.Hour() == "" {
			t.Errorf("the calendar has %s", d.At)
		}
	}
}
