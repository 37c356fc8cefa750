package table

import (
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/questionnaire"
	"kwi/internal/text"
)

// givenGrade is a grade that the table tells of.
type givenGrade struct {
	at     Place
	cycle  account.CycleName
	who    string
	answer account.Answer
}

// history makes the earlier cycles. One that is there already stays as it is:
// what the table tells otherwise is told and left out.
func (w *planWork) history() {
	all := map[account.CycleName][]givenGrade{}
	for _, g := range w.grades() {
		all[g.cycle] = append(all[g.cycle], g)
	}
	rows := map[account.CycleName][]kwiRecord{}
	var names []account.CycleName
	for _, x := range w.recs {
		if x.cycle != "" && x.cycle != w.p.Running && rows[x.cycle] == nil {
			names = append(names, x.cycle)
		}
		rows[x.cycle] = append(rows[x.cycle], x)
	}
	for name := range all {
		if rows[name] == nil {
			names = append(names, name)
		}
	}
	if w.p.Running != "" && all[w.p.Running] != nil && !slices.Contains(names, w.p.Running) {
		names = append(names, w.p.Running)
	}
	slices.Sort(names)
	for _, name := range names {
		if y := w.c.Cycle(name); y != nil {
			w.frozen(y, rows[name])
			w.compare(y, all[name])
		} else if w.earlier(name, rows[name], all[name]) {
			w.begin(name, rows[name], all[name])
		}
	}
}

// earlier reports whether there can be such a cycle before the one that runs.
func (w *planWork) earlier(name account.CycleName, rows []kwiRecord, all []givenGrade) bool {
	at := Place{}
	if len(rows) > 0 {
		at = rows[0].at
	}
	switch {
	case w.p.Running != "" && name >= w.p.Running, name > account.HalfYear(w.p.today):
		w.odd(at, Later, string(name))
	case len(all) == 0:
		w.odd(at, Unanswered, string(name))
	default:
		return true
	}
	return false
}

// grades reads all grades, in the order in which they stand.
func (w *planWork) grades() (all []givenGrade) {
	told := map[*tableBlock]bool{}
	once := func(b *tableBlock, why Ground) {
		if !told[b] {
			w.odd(Place{b.head.Sheet, b.head.Number, 1}, why)
		}
		told[b] = true
	}
	for i := range w.blocks {
		b := &w.blocks[i]
		if w.crossing[b] == nil && b.graded() && !b.acts() && !b.any(Code, Question) {
			once(b, NoQuestion)
		}
	}
	for _, x := range w.recs {
		b := x.block
		if b.graded() && x.cycle == "" {
			once(b, NoCycle)
		}
		take := func(who string, grade, relevance int) {
			at := Place{x.row.Sheet, x.row.Number, grade + 1}
			if cellText(x.row, grade) == "" && cellText(x.row, relevance) == "" {
				return
			}
			a, why, ok := questionnaire.ReadGrade(
				questionnaire.Cell{Text: cellText(x.row, grade)}, questionnaire.Cell{Text: cellText(x.row, relevance)})
			switch {
			case !ok:
				shown := cellText(x.row, grade)
				if why.Ground == questionnaire.NoRelevance {
					shown = cellText(x.row, relevance)
				}
				w.odd(at, BadGrade, shown, string(why.Ground))
			case a.Grade == 0:
			case x.cycle == "":
			case x.q.Serial == 0:
				w.odd(at, NoQuestion)
			case who == "":
				w.odd(at, NoWho)
			default:
				a.Question = x.q
				all = append(all, givenGrade{at, x.cycle, who, a})
			}
		}
		if b.has(Grade) {
			relevance, ok := b.at[Relevance]
			if !ok {
				relevance = -1
			}
			take(w.whose(b, x.row), b.at[Grade], relevance)
		}
		for _, g := range b.wide {
			take(g.who, g.column, g.relevance)
		}
	}
	return all
}

// frozen tells what the table has of a cycle that is there and past, and would
// be new in it.
func (w *planWork) frozen(y *account.Cycle, rows []kwiRecord) {
	if y.Name == w.p.Running {
		return
	}
	told := map[string]bool{}
	for _, x := range rows {
		k := y.KWI(x.kwi)
		what := x.kwi.String()
		switch {
		case k != nil && (x.q.Serial == 0 || k.Question(x.q) != nil):
			w.p.Known++
			continue
		case k != nil:
			what = x.q.String()
		}
		if !told[what] {
			w.odd(x.at, Frozen, string(y.Name), what)
		}
		told[what] = true
	}
}

// compare tells what the table says otherwise of a cycle that is there. Where
// grades may not stand beside a name it tells only that they stay: whether any
// is another, or how many, would tell by trying which they are.
func (w *planWork) compare(y *account.Cycle, all []givenGrade) {
	hidden := false
	for _, g := range all {
		who := account.Initials(g.who)
		if r := w.known(g.who); r != nil {
			who = r.Initials
		}
		v := y.Voice(who)
		if !v.Grades {
			hidden = true
			continue
		}
		if y.Holds(who, g.answer) {
			w.p.Same++
			continue
		}
		there := v.Sheet.Of(g.answer.Question)
		w.odd(g.at, Kept, string(y.Name), string(who)+" "+g.answer.Question.String(), there.String(), g.answer.String())
	}
	if hidden {
		w.odd(Place{}, Hidden, string(y.Name))
	}
}

// begin makes a closed cycle with what was asked and answered in it.
func (w *planWork) begin(name account.CycleName, rows []kwiRecord, all []givenGrade) {
	y := account.Cycle{Name: name, Stage: account.Closed, AnswersBy: w.c.PastBy()}
	for _, x := range rows {
		k, _ := w.kwiIn(&y, x.kwi)
		if x.q.Serial != 0 {
			w.questionIn(k, x.q)
		}
	}
	count := Cycle{Name: name}
	crowded := map[account.Initials]bool{}
	for _, g := range all {
		who, ok := w.somebody(g)
		if !ok {
			continue
		}
		if there := y.Answers[who].Of(g.answer.Question); there.Grade != 0 {
			if there != g.answer {
				first, other := there.String(), g.answer.String()
				if !y.Discloses(who).Grades {
					first, other = "…", "…"
				}
				w.odd(g.at, Twice, string(who)+" "+g.answer.Question.String(), first, other)
			}
			continue
		}
		if len(y.Answers[who]) == 0 && len(y.Answers) >= account.MostRespondents {
			if !crowded[who] {
				w.odd(g.at, Crowded, string(name), string(who))
			}
			crowded[who] = true
			continue
		}
		if y.Answers == nil {
			y.Answers, y.Assigned, y.Answered = map[account.Initials]account.Sheet{}, map[account.Initials][]account.QuestionCode{}, map[account.Initials]account.Date{}
		}
		y.Answers[who] = y.Answers[who].With(g.answer)
		y.Answered[who] = min(lastDay(name), w.p.today)
		codes := y.Assigned[who]
		i, _ := slices.BinarySearchFunc(codes, g.answer.Question, account.CompareCodes)
		y.Assigned[who] = slices.Insert(codes, i, g.answer.Question)
		count.Answers++
	}
	if count.Answers == 0 {
		w.odd(rows[0].at, Unanswered, string(name))
		return
	}
	for i := range y.KWIs {
		who := w.wisher(w.defs[y.KWIs[i].Code])
		if who != "" && y.WishOf(who) == nil {
			y.KWIs[i].WishedBy = who
		}
	}
	count.KWIs, count.Who = len(y.KWIs), len(y.Answers)
	for _, k := range y.KWIs {
		count.Questions += len(k.Questions)
	}
	w.c.InsertCycle(y)
	w.p.Cycles = append(w.p.Cycles, count)
}

// somebody is whose grade it is. Who stands in no list is put on it with their
// initials alone.
func (w *planWork) somebody(g givenGrade) (account.Initials, bool) {
	if r := w.known(g.who); r != nil {
		return r.Initials, true
	}
	for _, o := range w.p.Odd {
		if (o.Ground == NoRoom || o.Ground == Colleague || o.Ground == BadInitials) && o.Values[0] == shortQuote(g.who) {
			return "", false
		}
	}
	if !account.ValidInitials(g.who) {
		w.odd(g.at, BadInitials, g.who)
		return "", false
	}
	who := w.meant(text.Narrow(g.who))
	r := account.Respondent{Initials: account.Initials(strings.ToUpper(string(who)))}
	if string(who) != text.Narrow(g.who) || !account.ValidInitials(string(r.Initials)) {
		r.Initials = who
	}
	if !w.adds(r, g.at) {
		return "", false
	}
	w.odd(g.at, Unlisted, string(r.Initials))
	w.p.People = append(w.p.People, r)
	return r.Initials, true
}

// lastDay is that of a half-year.
func lastDay(name account.CycleName) account.Date {
	if name[5] == '1' {
		return account.Date(name[:4] + "-06-30")
	}
	return account.Date(name[:4] + "-12-31")
}
