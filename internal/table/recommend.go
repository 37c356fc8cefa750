package table

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"kwi/internal/account"
	"kwi/internal/text"
)

// wave is a column with the recommendations of one cycle.
type wave struct {
	column int
	cycle  account.CycleName
}

// Wave is how many recommendations a cycle gets.
type Wave struct {
	Cycle account.CycleName
	Who   int
	New   bool // the cycle comes with them
}

// mostPeriodWords is how many words a head has at most that names a cycle. What is longer
// is a text, and to try it at each of its words would take minutes.
const mostPeriodWords = 30

// period takes a head that says recommendation and a cycle, as NPS 2024H1; false
// where it is none.
func (b *tableBlock) period(i int, known map[string]Column) bool {
	words := strings.Fields(cellText(b.head, i))
	if len(words) > mostPeriodWords {
		return false
	}
	for cut := 1; cut < len(words); cut++ {
		before, after := strings.Join(words[:cut], " "), strings.Join(words[cut:], " ")
		for _, pair := range [][2]string{{before, after}, {after, before}} {
			c, ok := columnOf(known, pair[0])
			name, named := cycleName(strings.Trim(pair[1], "()"))
			if ok && c == Recommend && named {
				b.waves = append(b.waves, wave{i, name})
				return true
			}
		}
	}
	return false
}

// recommendation is one of the table.
type recommendation struct {
	at   Place
	who  string
	said account.NPS
}

// recommendations puts those of the table into their cycles. A cycle that is past
// and there already stays as it is, and so does what somebody said in the running
// one; which that is, is not told. Nobody was asked whether their name may stand
// with it, so it stands with none.
func (w *planWork) recommendations() {
	all := map[account.CycleName][]recommendation{}
	var names []account.CycleName
	for i := range w.blocks {
		b := &w.blocks[i]
		if !b.recommends() {
			continue
		}
		for _, r := range b.rows {
			for name, x := range w.recommendedIn(b, r) {
				if all[name] == nil {
					names = append(names, name)
				}
				all[name] = append(all[name], x)
			}
		}
	}
	slices.Sort(names)
	for _, name := range names {
		slices.SortStableFunc(all[name], func(a, b recommendation) int { return cmp.Compare(a.at.Row, b.at.Row) })
		w.wave(name, all[name])
	}
}

// recommendedIn is what a row tells, by cycle.
func (w *planWork) recommendedIn(b *tableBlock, r Row) map[account.CycleName]recommendation {
	all := map[account.CycleName]recommendation{}
	read := func(column int, name account.CycleName, why string) {
		s, at := cellText(r, column), Place{r.Sheet, r.Number, column + 1}
		if s == "" {
			return
		}
		score, ok := recommendedScore(s)
		switch {
		case !ok:
			w.odd(at, BadRecommend, s)
		case name == "":
			w.odd(at, NoPeriod)
		case w.whose(b, r) == "":
			w.odd(at, NoWho)
		default:
			all[name] = recommendation{at, w.whose(b, r), account.NPS{Score: score, Why: why, Anonymous: true, NameUnasked: true}}
		}
	}
	for _, v := range b.waves {
		read(v.column, v.cycle, w.lines(b, r, Why))
	}
	column, ok := b.at[Recommend]
	if !ok {
		return all
	}
	name := w.p.Running
	if s, at := b.cell(r, CycleOf); s != "" {
		if name, ok = cycleName(s); !ok {
			w.odd(at, BadCycle, s)
			return all
		}
	} else if len(b.waves) > 0 || b.has(CycleOf) || w.p.Running == "" {
		name = ""
	}
	why := w.lines(b, r, Why)
	if why == "" && len(b.waves) == 0 {
		why = w.lines(b, r, Remark)
	}
	read(column, name, why)
	return all
}

// recommendedScore reads a whole number from 0 to 10, as 9 or as 9,0.
func recommendedScore(s string) (int, bool) {
	s = text.Narrow(s)
	for _, zero := range []string{",0", ".0", ",00", ".00"} {
		s = strings.TrimSuffix(s, zero)
	}
	n, err := strconv.Atoi(s)
	return n, err == nil && n >= 0 && n <= 10 && s[0] != '-' && s[0] != '+'
}

// wave puts the recommendations of one cycle into it.
func (w *planWork) wave(name account.CycleName, all []recommendation) {
	ours := slices.ContainsFunc(w.p.Cycles, func(c Cycle) bool { return c.Name == name })
	fresh := w.c.Cycle(name) == nil
	switch {
	case fresh && !w.earlier(name, nil, make([]givenGrade, 1)):
		return
	case fresh:
		w.c.InsertCycle(account.Cycle{Name: name, Stage: account.Closed, AnswersBy: w.c.PastBy()})
	case !ours && name != w.p.Running:
		w.odd(all[0].at, Recommended, string(name))
		w.p.Known += len(all)
		return
	}
	kept, told := 0, false
	for _, x := range all {
		who, ok := w.somebody(givenGrade{at: x.at, who: x.who})
		y := w.c.Cycle(name)
		if !ok {
			continue
		}
		_, there := y.NPS[who]
		switch {
		case there:
			w.p.Known++
			if !told {
				w.odd(x.at, Recommended, string(name))
			}
			told = true
			continue
		case len(y.NPS) >= account.MostRespondents:
			w.odd(x.at, Crowded, string(name), string(who))
			continue
		}
		if y.NPS == nil {
			y.NPS = map[account.Initials]account.NPS{}
		}
		y.NPS[who] = x.said
		kept++
	}
	if kept > 0 {
		w.p.Waves = append(w.p.Waves, Wave{name, kept, fresh})
	} else if fresh {
		w.c.Cycles = slices.DeleteFunc(w.c.Cycles, func(z account.Cycle) bool { return z.Name == name })
	}
}
