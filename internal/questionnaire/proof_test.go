package questionnaire

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/account/accounttest"
	"kwi/internal/fault"
	"kwi/internal/lang"
)

// three are the people of a client in two cycles, all of whom were sent a
// marked list in both.
func three(by account.AnswersBy) account.Client {
	q := account.QuestionCode{KWI: 1, Serial: 1}
	c := account.Client{ID: "x", Name: "X", Sponsor: "SP"}
	who := []account.Initials{"AA", "CC", "SP"}
	for _, w := range who {
		c.Respondents = append(c.Respondents, account.Respondent{Initials: w, Name: "Naam " + string(w), Email: strings.ToLower(string(w)) + "@x.example"})
	}
	for _, name := range []account.CycleName{"2026H1", "2026H2"} {
		y := account.Cycle{Name: name, Stage: account.Measure, AnswersBy: by, KWIs: []account.KWI{{Code: 1, Questions: []account.Question{{Code: q, Text: "een"}}}},
			Assigned: map[account.Initials][]account.QuestionCode{}, Sendings: map[account.Initials][]account.Sending{}}
		for _, w := range who {
			y.Assigned[w] = []account.QuestionCode{q}
			y.Sendings[w] = []account.Sending{{Mark: accounttest.MarkOf(account.Initials(name) + w + "1"), Date: "2026-11-01", Promise: by}, {Mark: accounttest.MarkOf(account.Initials(name) + w + "2"), Date: "2026-11-02", Promise: by}}
		}
		c.Cycles = append(c.Cycles, y)
	}
	return c
}

// answered is a list of somebody that came back with one grade.
func answered(c *account.Client, y *account.Cycle, who account.Initials, mark account.Mark) Return {
	l := For(c, y, who, Sender{Supplier: "B"}, Measure, "nl")
	l.Mark = mark
	return returned(l, map[string][2]string{"1.01": {"7", ""}}, nil)
}

// TestNoSwapLandsUnderAnotherName mixes whose, of which cycle, of which client
// and with which mark: what is kept with a mark is kept of them who was sent
// that mark, and what has none needs somebody's word.
func TestNoSwapLandsUnderAnotherName(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := three(account.ByName)
		of := func(name string) account.Initials {
			return rapid.SampledFrom([]account.Initials{"AA", "CC", "SP", "ZZ"}).Draw(t, name)
		}
		mine := of("mine")
		if mine == "ZZ" {
			mine = "AA"
		}
		sent := rapid.SampledFrom(c.Cycles).Draw(t, "sent in")
		mark := rapid.SampledFrom(sent.Sendings[mine]).Draw(t, "sending").Mark
		r := answered(&c, &sent, mine, mark)
		r.Who = of("says")
		r.Cycle = rapid.SampledFrom([]account.CycleName{"2026H1", "2026H2", "2027H1"}).Draw(t, "cycle")
		r.Client = rapid.SampledFrom([]string{"x", "x", "y"}).Draw(t, "client")
		switch rapid.IntRange(0, 3).Draw(t, "mark") {
		case 0:
			r.Mark, r.Promise = "", ""
		case 1:
			r.Mark = accounttest.MarkOf("nobody's")
		}
		f := Check(&c, rapid.SampledFrom([]account.CycleName{"", "2026H1", "2026H2"}).Draw(t, "in"), r)
		if r.Mark != mark {
			if f.Takes(true, true) {
				t.Fatalf("taken without its mark: %+v", f)
			}
			return
		}
		next := c.Clone()
		if err := f.Apply(&next, true, true, today); err != nil {
			if r.Who == mine && r.Client == "x" && r.Cycle == sent.Name && f.Cycle == sent.Name && f.No == nil {
				t.Fatal(err)
			}
			return
		}
		for i := range next.Cycles {
			for who := range next.Cycles[i].Answers {
				if who != mine || next.Cycles[i].Name != sent.Name {
					t.Fatalf("%s of %s answered with the list that %s got in %s", who, next.Cycles[i].Name, mine, sent.Name)
				}
			}
		}
	})
}

func TestAMarkTellsWhoseListItIs(t *testing.T) {
	for name, w := range map[string]struct {
		change    func(*account.Client, *Return)
		no, doubt Ground
		values    []string
	}{
		"the last":           {func(*account.Client, *Return) {}, "", "", nil},
		"an earlier one":     {func(c *account.Client, r *Return) { r.Mark = c.Newest().Sendings["AA"][0].Mark }, "", "", nil},
		"AA changed into CC": {func(_ *account.Client, r *Return) { r.Who = "CC" }, OthersMark, "", []string{"Naam AA (AA)", "Naam CC (CC)"}},
		"of another cycle":   {func(c *account.Client, r *Return) { r.Mark = c.Cycles[0].Sendings["AA"][0].Mark }, PastMark, "", []string{"Naam AA (AA)", "2026H1"}},
		"taken away":         {func(_ *account.Client, r *Return) { r.Mark = "" }, "", MarkMissing, []string{"Naam AA"}},
		"made up":            {func(_ *account.Client, r *Return) { r.Mark = accounttest.MarkOf("made up") }, "", MarkUnknown, nil},
		"renamed since":      {func(c *account.Client, _ *Return) { c.Newest().Name = "2027H1" }, "", "", nil},
	} {
		c := three(account.ByName)
		r := answered(&c, c.Newest(), "AA", c.Newest().Sendings["AA"][1].Mark)
		w.change(&c, &r)
		f := Check(&c, "", r)
		why := Reason{}
		switch {
		case f.No != nil:
			why = *f.No
		case f.Doubt != nil:
			why = *f.Doubt
		}
		if (f.No != nil) != (w.no != "") || (f.Doubt != nil) != (w.doubt != "") || why.Ground != w.no+w.doubt || !slices.Equal(why.Values, w.values) || len(f.Notices) > 0 {
			t.Errorf("%s: %+v", name, f)
		}
		if taken := f.Takes(false, false); taken != (w.no+w.doubt == "") {
			t.Errorf("%s: taken %t", name, taken)
		}
		if w.doubt == "" {
			continue
		}
		next := c.Clone()
		if err := f.Apply(&next, true, true, today); !fault.Has(err, fault.Unmarked) || len(next.Newest().Answers) > 0 {
			t.Errorf("%s: %v", name, err)
		}
		trusted := f.Trusted()
		if err := trusted.Apply(&next, false, false, today); err != nil || len(next.Newest().Answers["AA"]) != 1 || trusted.Notices[len(trusted.Notices)-1].Ground != w.doubt {
			t.Errorf("%s, trusted: %v %+v", name, err, trusted)
		}
	}
}

func TestBeforeAMarkWentOutAnUnmarkedListIsRead(t *testing.T) {
	c := three(account.ByName)
	delete(c.Newest().Sendings, "AA")
	f := Check(&c, "", answered(&c, c.Newest(), "AA", ""))
	if !f.Takes(false, false) || len(f.Notices) != 1 || f.Notices[0].Ground != Unmarked {
		t.Errorf("%+v", f)
	}
}

// TestAPromiseIsNeverBroken: whatever the list says it by, and whatever the
// cycle was when it was looked at.
func TestAPromiseIsNeverBroken(t *testing.T) {
	for _, marked := range []bool{true, false} {
		c := three(account.ByGroup)
		y := c.Newest()
		mark := y.Sendings["AA"][0].Mark
		if !marked {
			mark, y.Sendings = "", nil
		}
		r := answered(&c, y, "AA", mark)
		if !marked {
			r.Promise = account.ByGroup // as its words say
		}
		asGroup := Check(&c, "", r)
		if !asGroup.Takes(false, false) {
			t.Errorf("%t: %+v", marked, asGroup)
		}
		y.AnswersBy = account.ByName
		if f := Check(&c, "", r); f.No == nil || f.No.Ground != ByGroup || f.Takes(true, true) {
			t.Errorf("%t: %+v", marked, f)
		}
		if err := asGroup.Apply(&c, false, false, today); !fault.Has(err, fault.BrokenPromise) || len(y.Answers) > 0 {
			t.Errorf("%t: %v", marked, err)
		}
		r.Promise = account.ByName // what the list says now, not what went out
		if f := Check(&c, "", r); marked && (f.No == nil || f.No.Ground != ByGroup) {
			t.Errorf("%+v", f)
		}
	}
	c := three(account.ByName)
	r := answered(&c, c.Newest(), "AA", c.Newest().Sendings["AA"][0].Mark)
	c.Newest().AnswersBy = account.ByGroup
	if f := Check(&c, "", r); !f.Takes(false, false) {
		t.Errorf("by name into by group: %+v", f)
	}
}

func TestASenderWhoIsNotTheRespondentIsSaid(t *testing.T) {
	for name, w := range map[string]struct {
		from   []string
		email  string
		want   []Ground
		saying string
	}{
		"himself":           {[]string{"aa@x.example"}, "", nil, ""},
		"in other letters":  {[]string{"AA@X.Example"}, "", nil, ""},
		"composed":          {[]string{"a\u0308a@x.example"}, "äa@x.example", nil, ""},
		"full width":        {[]string{"ａａ@x.example"}, "", nil, ""},
		"another":           {[]string{"cc@x.example"}, "", []Ground{FromAnother}, "Naam CC (CC), cc@x.example, niet van Naam AA"},
		"the sponsor":       {[]string{"sp@x.example"}, "", []Ground{FromSponsor}, "de sponsor stuurde de lijst door: Naam SP (SP), sp@x.example"},
		"a stranger":        {[]string{"mallory@evil.example"}, "", []Ground{FromStranger}, "mallory@evil.example; dat is niet het adres van Naam AA"},
		"no address known":  {[]string{"aa@x.example"}, "-", []Ground{FromUncertain}, "aa@x.example; van Naam AA is geen adres bekend"},
		"nobody":            {nil, "", []Ground{FromNobody}, "niet wie de afzender is"},
		"passed on":         {[]string{"mallory@evil.example", "aa@x.example"}, "", []Ground{FromStranger}, "mallory"},
		"passed on, not by": {[]string{"aa@x.example", "cc@x.example"}, "", []Ground{FromAnother}, "Naam CC"},
		"one mailbox":       {[]string{"cc@x.example"}, "cc@x.example", nil, ""},
	} {
		c := three(account.ByName)
		if w.email != "" {
			c.Respondents[0].Email = strings.Trim(w.email, "-")
		}
		r := answered(&c, c.Newest(), "AA", c.Newest().Sendings["AA"][0].Mark)
		r.Mailed, r.From = true, w.from
		f := Check(&c, "", r)
		var got []Ground
		said := ""
		for _, n := range f.Notices {
			got = append(got, n.Ground)
			said += n.Say(lang.For("nl"))
		}
		if !slices.Equal(got, w.want) || !strings.Contains(said, w.saying) || !f.Takes(false, false) {
			t.Errorf("%s: %v %q", name, got, said)
		}
		r.Mailed, r.From = false, nil
		if f := Check(&c, "", r); len(f.Notices) > 0 {
			t.Errorf("%s: a file has a sender: %+v", name, f.Notices)
		}
	}
}

// A list that is out under old initials still comes back, by its mark or, without
// one, by what somebody's initials once were; and also where another has those now.
func TestAListUnderOldInitialsComesBack(t *testing.T) {
	for _, mark := range []account.Mark{accounttest.MarkOf("2026H2AA2"), ""} {
		c := three(account.ByName)
		r := answered(&c, c.Newest(), "AA", mark)
		if err := c.RenameInitials("AA", "AB"); err != nil {
			t.Fatal(err)
		}
		f := Check(&c, "2026H2", r)
		f.Doubt = nil // of the one without a mark somebody says that it is theirs
		if err := f.Apply(&c, false, false, "2026-11-26"); err != nil || f.Who != "AB" || c.Newest().Answers["AB"].Of(account.QuestionCode{KWI: 1, Serial: 1}).Grade != 7 {
			t.Errorf("with the mark %q: %v, %+v", mark, err, f)
		}
	}
	c := three(account.ByName)
	r := answered(&c, c.Newest(), "AA", accounttest.MarkOf("2026H2AA2"))
	if err := errorsOf(c.RenameInitials("AA", "AB"), c.AddRespondent(account.Respondent{Initials: "AA"})); err != nil {
		t.Fatal(err)
	}
	if f := Check(&c, "2026H2", r); f.No != nil || f.Who != "AB" {
		t.Errorf("the mark is not theirs any more: %+v", f.No)
	}
}

func errorsOf(all ...error) error {
	for _, err := range all {
		if err != nil {
			return err
		}
	}
	return nil
}

// A list of somebody from whom another took over is not read any more, and the
// letter with the new one says from whom they take over.
func TestAListOfWhoWasReplacedIsNotRead(t *testing.T) {
	c := three(account.ByGroup)
	c.Newest().Sent = map[account.Initials][]account.Date{"AA": {"2026-11-01"}}
	r := answered(&c, c.Newest(), "AA", accounttest.MarkOf("2026H2AA2"))
	if err := errorsOf(c.AddRespondent(account.Respondent{Initials: "NN", Name: "Nina"}), c.TakeOver("AA", "NN", "2026-11-20")); err != nil {
		t.Fatal(err)
	}
	f := Check(&c, "2026H2", r)
	if f.No == nil || f.No.Ground != HandedOver || !slices.Equal(f.No.Values, []string{"Naam AA", "Nina (NN)"}) {
		t.Errorf("%+v", f.No)
	}
	if l := For(&c, c.Newest(), "NN", Sender{Supplier: "B"}, Measure, "nl"); !strings.Contains(l.Message, ",\n\nU neemt dit over van Naam AA.") {
		t.Error(l.Message)
	}
	if l := For(&c, c.Newest(), "CC", Sender{Supplier: "B"}, Measure, "nl"); strings.Contains(l.Message, "neemt dit over") {
		t.Error(l.Message)
	}
}
