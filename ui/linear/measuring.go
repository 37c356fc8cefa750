package linear

import (
	"strconv"

	"kwi/internal/account"
	"kwi/internal/guide"
	"kwi/internal/hand"
	"kwi/ui/kit"
)

// measuring are the lists that come back, respondent by respondent, and what the
// supplier makes of them.
func (t *teller) measuring() error {
	if err := t.some(t.takesPart()); err != nil {
		return err
	}
	return t.stay(place{name: func() string { return t.T("linear.measuring") }, what: func() {
		y := t.cycle()
		t.count("linear.awaited", t.client().ListsAwaited(y))
		if !y.Named() {
			t.say(t.T("linear.bygroup"))
		}
	}, acts: func() []choice {
		all := []choice{{name: t.T("linear.analysis"), do: t.analysis}, t.field(t.T("linear.colour.all"), t.cycle().Circumstances, func() error { return t.colour("", t.cycle().Circumstances) })}
		if t.Post != nil && t.Post.Read != nil {
			all = append(all, choice{name: t.T("linear.lists.read"), changes: true, do: t.readLists})
		}
		for _, who := range t.takesPart() {
			all = append(all, choice{name: t.listState(who), do: func() error { return t.sheet(who) }})
		}
		return all
	}})
}

// listState is how far a list is. By group it does not tell whose list is how far:
// only whether it is in.
func (t *teller) listState(who account.Initials) string {
	y := t.cycle()
	switch n := y.Given(who); {
	case y.Excused[who] != "":
		return t.T("linear.sheet.excused", t.named(who))
	case n == 0:
		return t.T("linear.sheet.none", t.named(who), t.N("linear.count.questions", len(y.AskedOf(who))))
	case !y.Named():
		return t.T("linear.sheet.begun", t.named(who))
	default:
		return t.T("linear.sheet.some", t.named(who), n, len(y.AskedOf(who)))
	}
}

// sheet is the list of one respondent.
func (t *teller) sheet(who account.Initials) error {
	return t.stay(place{name: func() string { return t.T("linear.sheet.place", t.named(who)) }, what: func() { t.tellSheet(who) }, acts: func() []choice {
		y := t.cycle()
		name := y.Name
		all := []choice{
			{name: t.T("linear.sheet.fill"), changes: true, do: func() error { return t.grades(who, 0) }},
			{name: t.T("linear.sheet.correct"), changes: true, do: func() error { return t.correctGrade(who) }},
			{name: t.T("linear.sheet.words"), changes: true, do: func() error { return t.words(who) }},
			{name: t.T("linear.sheet.talk"), changes: true, do: func() error {
				return t.noteDay(t.T("linear.sheet.talkon"), y.AnsweredInTalk[who], kit.Label("measure.label.how", string(who)), func(c *account.Client, on account.Date) error { return c.AnswerInTalk(name, who, on) })
			}},
			t.field(t.T("linear.colour.one"), y.Colouring[who], func() error { return t.colour(who, t.cycle().Colouring[who]) }),
			t.excuseChoice(who),
			{name: t.T("linear.sheet.reminded"), changes: true, do: func() error { return t.reminded(who) }},
		}
		return append(all, t.reminderChoices(who)...)
	}})
}

// tellSheet tells what a respondent gave, as far as that may stand beside their name.
func (t *teller) tellSheet(who account.Initials) {
	y := t.cycle()
	t.say(sentence(t.listState(who)))
	v := y.Voice(who)
	for _, code := range y.AskedOf(who) {
		if a := v.Sheet.Of(code); a.Grade != 0 {
			said := t.saidGrade(a)
			if last, in := t.client().LastGrade(y.Name, who, code); last.Grade != 0 {
				said += "; " + t.T("linear.grade.last", string(in), t.saidGrade(last))
			}
			t.tell(code.String()+" "+y.Question(code).Text, said)
		}
	}
	if v.Recommendation != nil {
		t.tell(t.T("measure.nps.score"), strconv.Itoa(v.Recommendation.Score))
	}
	t.tell(t.T("measure.remark"), v.Remark)
}

// grades goes through the questions of a list from one on: a grade, skip, or back to
// the one before.
func (t *teller) grades(who account.Initials, from int) error {
	asked := t.cycle().AskedOf(who)
	if len(asked) == 0 {
		t.say(t.T("linear.sheet.noquestions"))
		return errRefused
	}
	t.say(t.T("linear.grade.help"))
	for i := from; i < len(asked); asked = t.cycle().AskedOf(who) { // which may be others by a step back, or by somebody else
		err := t.oneGrade(who, asked[i], i+1, len(asked))
		switch {
		case err == errBack && i > from:
			i--
			continue
		case err == errUndone:
			i = max(i-1, from)
			continue
		case err == errRefused:
			continue
		case err != nil:
			return err
		}
		i++
	}
	t.say(t.T("linear.sheet.through"))
	return t.words(who)
}

// oneGrade asks for one grade. What was understood is told, and kept.
func (t *teller) oneGrade(who account.Initials, code account.QuestionCode, at, of int) error {
	y := t.cycle()
	q := y.Question(code)
	was := y.Voice(who).Sheet.Of(code)
	asks := t.T("linear.grade.ask", at, of, code.String(), q.Text)
	switch {
	case was.Grade != 0:
		asks = sentence(asks) + " " + t.T("linear.grade.was", t.saidGrade(was))
	case y.Gave(who, code):
		asks = sentence(asks) + " " + t.T("linear.grade.answered")
	}
	asks = t.withLast(asks, who, code)
	got, err := t.ask(question{text: asks, help: t.T("linear.grade.help")})
	if err != nil || got == "" {
		return err
	}
	name, today := y.Name, t.today()
	if isWord(got, "linear.word.skip") {
		return nil
	}
	label := kit.Label("measure.label.grade", code.String(), string(who))
	if isWord(got, "linear.word.empty") {
		return t.done(kit.Label("measure.label.cleared", code.String(), string(who)), func(c *account.Client) error {
			return c.Answer(name, who, account.Answer{Question: code}, today)
		})
	}
	a, err := t.grade(got)
	if err != nil || a.Grade == 0 { // a word for no answer skips too
		return err
	}
	a.Question = code
	t.say(t.T("linear.read", t.saidGrade(a)))
	if y.Holds(who, a) {
		return nil
	}
	change := a.ChangeFrom(was)
	return t.does(hand.Change{Label: label, Apply: func(c *account.Client) error { return c.EditAnswer(name, who, code, today, "", change) }})
}

// withLast is a question with what they gave last time behind it, where that may stand
// beside their name.
func (t *teller) withLast(asks string, who account.Initials, code account.QuestionCode) string {
	if last, in := t.client().LastGrade(t.cycle().Name, who, code); last.Grade != 0 {
		return sentence(asks) + " " + sentence(capital(t.T("linear.grade.last", string(in), t.saidGrade(last))))
	}
	return asks
}

// correctGrade asks which grade is another.
func (t *teller) correctGrade(who account.Initials) error {
	y := t.cycle()
	asked := y.AskedOf(who)
	var all []choice
	for _, code := range asked {
		all = append(all, choice{name: code.String() + " " + y.Question(code).Text})
	}
	if len(all) == 0 {
		t.say(t.T("linear.sheet.noquestions"))
		return errRefused
	}
	i, err := t.one(t.T("linear.sheet.which"), all)
	if err != nil {
		return err
	}
	return until(func() error { return t.oneGrade(who, asked[i], i+1, len(asked)) })
}

// analysis are the questions that the supplier puts to themselves on the answers.
func (t *teller) analysis() error {
	return t.edit(func() string { return t.T("linear.analysis") }, func() (all []choice) {
		y := t.cycle()
		name := y.Name
		all = append(all, choice{name: t.T("measure.act.say"), changes: true, do: t.newFinding})
		for _, q := range guide.For(t.Words.Tag()).Analysis() {
			part := account.AnalysisPart(q.Key)
			if said, ok := y.Analysis.Part(part); ok {
				all = append(all, t.longField("analysis/"+q.Key, t.T("measure.analysis."+q.Key), said, kit.Label("measure.label.analysis"), func(c *account.Client, s string) error { return c.WriteAnalysis(name, part, s) }))
			}
		}
		for _, d := range y.Findings {
			all = append(all, choice{name: t.findingSaid(d), fact: true, do: func() error { return t.finding(d) }})
		}
		return append(all, t.proposalChoices()...)
	})
}
