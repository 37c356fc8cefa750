package linear

import (
	"kwi/internal/account"
	"kwi/internal/guide"
	"kwi/ui/kit"
)

// scan is one quick scan: what it came to, its questions, and of whom it is.
func (t *teller) scan(key account.ScanKey) error {
	return t.stay(place{bare: true, name: func() string { return t.scanOf(key) + ", " + t.Words.Date(key.Date) }, what: func() { t.tellScan(key) }, acts: func() []choice {
		firm := t.firm()
		s := firm.Scan(key)
		if s == nil {
			return nil
		}
		all := []choice{{name: t.T("linear.scan.result"), do: func() error { t.tellAdvice(key); return nil }}}
		if s.Given() < account.ScanLength {
			all = append(all, choice{name: t.T("linear.scan.go"), changes: true, do: func() error { return t.answers(key) }})
		}
		all = append(all, choice{name: t.T("linear.scan.one"), changes: true, do: func() error { return t.oneAnswer(key) }},
			choice{name: t.T("linear.scan.whose"), changes: true, do: func() error { return t.rekeyScan(&key) }})
		first := guide.For(t.Words.Tag()).QuickScan().First
		for w := range account.ScanGoal + 1 {
			said := s.Word(w)
			if said == "" {
				said = t.T("linear.none")
			}
			all = append(all, choice{name: plain(first[w]) + " " + said, fact: true, do: func() error { return t.scanWord(key, w) }})
		}
		all = append(all, choice{name: t.T("scan.act.remove"), changes: true, do: func() error { return t.removeScan(key, false) }})
		if len(firm.ScansOf(key)) > 1 {
			all = append(all, choice{name: t.N("scan.remove.all", len(firm.ScansOf(key))), changes: true, do: func() error { return t.removeScan(key, true) }})
		}
		return all
	}})
}

// tellScan tells what the answers come to, and how it went over time.
func (t *teller) tellScan(key account.ScanKey) {
	firm := t.firm()
	s := firm.Scan(key)
	if s == nil {
		return
	}
	r := t.scanResult(s)
	t.say(sentence(t.scanPoints(&r)))
	if len(r.Missing) > 0 {
		t.say(t.T("scan.noclass"))
	} else {
		t.tell(r.Class.Name, r.Class.Say)
	}
	t.tellFactors(r.Factors)
	if all := firm.ScansOf(key); len(all) > 1 {
		t.say(t.T("scan.trend") + ":")
		for i := range all {
			one := t.scanResult(&all[i])
			t.tell(t.Words.Date(all[i].Date), t.scanPoints(&one))
		}
	}
}

func (t *teller) tellFactors(all []guide.FactorResult) {
	for _, one := range all {
		if one.Max == 0 {
			continue
		}
		t.tell(one.Title, t.T("scan.points", one.Points, one.Max)+". "+one.Explanation)
	}
}

// tellAdvice tells each question with its answer and what there is to say of it.
func (t *teller) tellAdvice(key account.ScanKey) {
	firm := t.firm()
	s := firm.Scan(key)
	if s == nil {
		return
	}
	g, r := guide.For(t.Words.Tag()).QuickScan(), t.scanResult(s)
	for i, q := range g.Questions {
		t.say(t.T("linear.scan.question", i+1, account.ScanLength, q.Text))
		a := s.Answer(i + 1)
		if a == 0 {
			t.say(t.T("scan.unanswered"))
			continue
		}
		c := q.Choices[a-'a']
		t.say(sentence(t.N("scan.given", c.Points, string(a), c.Text)))
		t.say(r.Advice[i])
	}
	t.say(g.Hint)
}

// oneAnswer asks which question is answered anew.
func (t *teller) oneAnswer(key account.ScanKey) error {
	var all []choice
	for _, q := range guide.For(t.Words.Tag()).QuickScan().Questions {
		all = append(all, choice{name: q.Text})
	}
	i, err := t.one(t.T("linear.scan.which"), all)
	if err != nil {
		return err
	}
	return t.answer(key, i+1)
}

// rekeyScan asks of whom a scan is after all, and its day.
func (t *teller) rekeyScan(key *account.ScanKey) error {
	was, is := *key, *key
	if err := t.scanWhose(&is); err != nil {
		return err
	}
	on, err := t.day(t.T("scan.field.date"), is.Date, true)
	if err != nil {
		return err
	}
	if is.Date = on; is.Date == "" || is == was {
		return nil
	}
	if err := t.firmDone(kit.Label("scan.label.changed", is.Called()), func(f *account.Firm) error { return f.RekeyScan(was, is) }); err != nil {
		return err
	}
	*key = is
	return nil
}

// removeScan asks whether a scan must go, or all of the same person or team.
func (t *teller) removeScan(key account.ScanKey, every bool) error {
	firm := t.firm()
	asks, said := t.T("scan.remove.title", key.Called(), t.Words.ShortDate(key.Date, t.today())), t.T("scan.remove.text")
	label, do := "scan.label.removed", func(f *account.Firm) error { return f.RemoveScan(key) }
	if every {
		asks, said = t.T("scan.forget.title", t.scanOf(key)), t.N("scan.forget.text", len(firm.ScansOf(key)))
		label, do = "scan.label.forgotten", func(f *account.Firm) error { f.ForgetScans(key); return nil }
	}
	t.say(said)
	sure, err := t.yes(asks, false)
	if err != nil || !sure {
		return err
	}
	if err := t.firmDone(kit.Label(label, key.Called()), do); err != nil {
		return err
	}
	return errGone
}

// tellTeam tells what the newest scans of a team come to, without a name and not of few.
func (t *teller) tellTeam(name string) {
	var all [][]byte
	firm := t.firm()
	for _, s := range firm.TeamScans(name) {
		all = append(all, []byte(s.Answers))
	}
	team := guide.For(t.Words.Tag()).QuickScan().Team(all)
	t.tell(name, t.N("scan.people", team.People))
	if team.People < guide.ScanTeamLeast {
		t.say(t.T("scan.team.few", guide.ScanTeamLeast))
		return
	}
	t.say(sentence(t.T("scan.team.points", team.Points, team.Max, team.People)))
	t.tellFactors(team.Factors)
	if team.Highest == 0 {
		t.say(t.T("scan.team.nospread", guide.ScanSpreadLeast))
		return
	}
	t.say(t.T("scan.team.spread", team.Lowest, team.Highest))
}
