package linear

import (
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/guide"
	"kwi/internal/text"
	"kwi/ui/kit"
)

// scans are the quick scans of customer orientation: of whom there are some, the newest first,
// and what those of a team come to.
func (t *teller) scans() error {
	t.firmAnew()
	return t.stay(place{bare: true, name: func() string { return t.T("place.scan") }, what: func() {
		if n := len(t.firm().Scans); n > 0 {
			t.count("scan.count", n)
			return
		}
		t.say(t.T("scan.empty"))
		t.say(t.T("scan.empty.how.looking"))
	}, acts: func() []choice {
		all := []choice{{name: t.T("scan.act.new"), changes: true, do: t.newScan}}
		for _, s := range slices.Backward(t.firm().Scans) {
			r := t.scanResult(&s)
			said := t.scanOf(s.ScanKey) + ", " + t.Words.Date(s.Date) + ": " + t.scanPoints(&r)
			if len(r.Missing) == 0 {
				said += ", " + r.Class.Name
			}
			all = append(all, choice{name: said, do: func() error { return t.scan(s.ScanKey) }})
		}
		firm := t.firm()
		for _, team := range firm.ScanTeams() {
			all = append(all, choice{name: t.T("linear.scan.team", team), do: func() error { t.tellTeam(team); return nil }})
		}
		return all
	}})
}

// scanOf is whom a scan is of, in words that tell a team.
func (t *teller) scanOf(k account.ScanKey) string {
	switch {
	case k.Who == "":
		return t.T("scan.together", k.Team)
	case k.Team == "":
		return k.Who
	}
	return k.Who + ", " + k.Team
}

func (t *teller) scanResult(s *account.Scan) guide.ScanResult {
	return guide.For(t.Words.Tag()).QuickScan().Result([]byte(s.Answers))
}

// scanPoints are the points of the answers that are there, and how many are not.
func (t *teller) scanPoints(r *guide.ScanResult) string {
	said := t.T("scan.points", r.Points, r.Max)
	if n := len(r.Missing); n > 0 {
		said += ", " + t.N("scan.open.short", n)
	}
	return said
}

// newScan asks of whom it is and what comes before the questions, and goes through those.
func (t *teller) newScan() error {
	t.say(t.T("scan.new.text"))
	firm := t.firm()
	key := firm.NextScan(t.Me.Name, t.today())
	if err := t.scanWhose(&key); err != nil {
		return err
	}
	if err := t.firmDone(kit.Label("scan.label.begun", key.Called()), func(f *account.Firm) error { return f.BeginScan(f.InTeam(key)) }); err != nil {
		return err
	}
	for w := range account.ScanGoal + 1 {
		if err := t.scanWord(key, w); err != nil {
			return err
		}
	}
	if err := t.answers(key); err != nil {
		return err
	}
	return t.scan(key)
}

// scanWhose asks of whom a scan is: somebody, perhaps of a team, or a team together.
func (t *teller) scanWhose(key *account.ScanKey) (err error) {
	for {
		if key.Who, err = t.line(t.T("scan.field.who")+", "+t.T("scan.field.who.hint"), key.Who, ""); err != nil {
			return err
		}
		if key.Team, err = t.line(t.T("scan.field.team")+", "+t.T("scan.field.team.hint"), key.Team, ""); err != nil {
			return err
		}
		if key.Who != "" || key.Team != "" {
			return nil
		}
		t.say(t.T("scan.nobody"))
	}
}

// scanWord asks one of the things that come before the questions.
func (t *teller) scanWord(key account.ScanKey, w account.ScanWord) error {
	firm := t.firm()
	s := firm.Scan(key)
	if s == nil {
		return errGone
	}
	was := s.Word(w)
	said, err := t.line(guide.For(t.Words.Tag()).QuickScan().First[w], was, t.T("linear.skip"))
	if err != nil || said == was {
		return err
	}
	return t.firmDone(kit.Label("scan.label.changed", key.Called()), func(f *account.Firm) error { return f.WriteScan(key, w, said) })
}

// answers goes through the questions from the first without an answer on: a, b or c, or an empty
// line that leaves one; what was answered is kept at once.
func (t *teller) answers(key account.ScanKey) error {
	questions := guide.For(t.Words.Tag()).QuickScan().Questions
	for i := 0; i < len(questions); {
		firm := t.firm()
		s := firm.Scan(key)
		if s == nil {
			return errGone
		}
		if s.Answer(i+1) != 0 {
			i++
			continue
		}
		switch err := t.answer(key, i+1); {
		case err == errUndone:
			i = max(i-1, 0)
		case err != nil:
			return err
		default:
			i++
		}
	}
	return nil
}

// answer asks one question, with the answers that there are.
func (t *teller) answer(key account.ScanKey, number int) error {
	q := guide.For(t.Words.Tag()).QuickScan().Questions[number-1]
	firm := t.firm()
	s := firm.Scan(key)
	if s == nil {
		return errGone
	}
	tell := func() {
		t.say(t.T("linear.scan.question", number, account.ScanLength, q.Text))
		for i, c := range q.Choices {
			t.say(t.T("linear.scan.choice", string(rune('a'+i)), c.Text))
		}
	}
	tell()
	asks := t.T("linear.scan.answer")
	if was := s.Answer(number); was != 0 {
		asks = t.T("linear.was", t.T("linear.scan.answer"), string(was), t.T("linear.word.empty"))
	}
	for {
		got, err := t.ask(question{text: asks, help: t.T("linear.scan.help"), repeat: func() { tell(); t.say(asks) }})
		if err != nil || got == "" || isWord(got, "linear.word.skip") {
			return err
		}
		letter := strings.ToLower(text.Narrow(got))
		switch {
		case isWord(got, "linear.word.empty"):
			return t.firmDone(kit.Label("scan.label.cleared", t.Words.Int(number), key.Called()), func(f *account.Firm) error { return f.AnswerScan(key, number, 0) })
		case len(letter) != 1 || letter < "a" || letter > "c":
			t.say(t.T("linear.scan.help"))
			continue
		}
		return t.firmDone(kit.Label("scan.label.answer", t.Words.Int(number), key.Called()), func(f *account.Firm) error { return f.AnswerScan(key, number, letter[0]) })
	}
}
