package account

import (
	"slices"
	"strconv"
	"strings"
)

// renumberedBeside is a client in whom what is new since base and got a number
// that theirs gave to something else has the next one, wherever it is meant.
func renumberedBeside(ours Client, base, theirs *Client) Client {
	n := renumbering{kwis: map[KWICode]KWICode{}, questions: map[QuestionCode]QuestionCode{}, texts: map[string]string{}, kpis: map[string]string{}}
	last := max(ours.lastKWI(), theirs.lastKWI())
	for code, k := range newKWIs(&ours, base) {
		if other, taken := newKWIs(theirs, base)[code]; taken && (other.Title != k.Title || other.Expectation != k.Expectation) {
			n.kwis[code] = 0
		}
	}
	for _, code := range sortedCodes(n.kwis) {
		last++
		n.kwis[code] = last
	}
	n.newQuestions(&ours, base, theirs)
	n.newActions(&ours, base, theirs)
	n.newKPIs(&ours, base, theirs)
	if len(n.kwis)+len(n.questions)+len(n.texts)+len(n.kpis) == 0 {
		return ours
	}
	ours = ours.Clone()
	n.Object(Key{}, &ours)
	for i := range ours.Cycles {
		y := &ours.Cycles[i]
		slices.SortFunc(y.KWIs, func(a, b KWI) int { return int(a.Code) - int(b.Code) })
		for j := range y.KWIs {
			slices.SortFunc(y.KWIs[j].Questions, func(a, b Question) int { return CompareCodes(a.Code, b.Code) })
		}
	}
	return ours.Tidy()
}

// newKWIs are the KWIs that stand in no cycle of base, by their code.
func newKWIs(c, base *Client) map[KWICode]KWI {
	found := map[KWICode]KWI{}
	for _, y := range c.Cycles {
		for _, k := range y.KWIs {
			if !slices.ContainsFunc(base.Cycles, func(z Cycle) bool { return z.KWI(k.Code) != nil }) {
				found[k.Code] = k
			}
		}
	}
	return found
}

func sortedCodes[V any](of map[KWICode]V) (codes []KWICode) {
	for code := range of {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	return codes
}

// questionsOf are the questions of all cycles by their code.
func questionsOf(c *Client) map[QuestionCode]Question {
	found := map[QuestionCode]Question{}
	for _, y := range c.Cycles {
		for _, k := range y.KWIs {
			for _, q := range k.Questions {
				found[q.Code] = q
			}
		}
	}
	return found
}

// newQuestions gives the next number of its KWI to what both asked under one.
func (n renumbering) newQuestions(ours, base, theirs *Client) {
	was, taken, mine := questionsOf(base), questionsOf(theirs), questionsOf(ours)
	last := map[KWICode]uint16{}
	for _, c := range []*Client{ours, theirs} {
		for _, q := range questionsOf(c) {
			last[q.Code.KWI] = max(last[q.Code.KWI], q.Code.Serial)
		}
		for _, y := range c.Cycles {
			for _, k := range y.KWIs {
				last[k.Code] = max(last[k.Code], k.LastSerial)
			}
		}
	}
	var codes []QuestionCode
	for code, q := range mine {
		other, there := taken[code]
		_, old := was[code]
		_, moves := n.kwis[code.KWI]
		if there && !old && !moves && !SameWords(other.Text, q.Text) {
			codes = append(codes, code)
		}
	}
	slices.SortFunc(codes, CompareCodes)
	for _, code := range codes {
		last[code.KWI]++
		n.questions[code] = QuestionCode{KWI: code.KWI, Serial: last[code.KWI]}
	}
}

// newActions gives the next number of its year to what both agreed.
func (n renumbering) newActions(ours, base, theirs *Client) {
	was, taken, mine := actionsByNumber(base), actionsByNumber(theirs), actionsByNumber(ours)
	last := map[int]int{}
	for _, all := range []map[string]Action{taken, mine} {
		for number := range all {
			if year, serial, ok := serialOf(number); ok {
				last[year] = max(last[year], serial)
			}
		}
	}
	var numbers []string
	for number, a := range mine {
		other, there := taken[number]
		if _, old := was[number]; there && !old && (other.Text != a.Text || other.For != a.For) {
			numbers = append(numbers, number)
		}
	}
	slices.SortFunc(numbers, func(a, b string) int {
		if precedes(a, b) {
			return -1
		}
		return 1
	})
	for _, number := range numbers {
		if year, _, ok := serialOf(number); ok {
			last[year]++
			n.texts[number] = actionNumber(year, last[year])
		}
	}
}

func actionsByNumber(c *Client) map[string]Action {
	found := map[string]Action{}
	for _, y := range c.Cycles {
		for _, a := range y.Actions {
			found[a.Number] = a
		}
	}
	return found
}

// newKPIs gives the next code to indicators that both made.
func (n renumbering) newKPIs(ours, base, theirs *Client) {
	was, taken, mine := kpisByCode(base), kpisByCode(theirs), kpisByCode(ours)
	last := 0
	for _, all := range []map[string]KPI{taken, mine} {
		for code := range all {
			last = max(last, kpiNumber(code))
		}
	}
	var codes []string
	for code, k := range mine {
		other, there := taken[code]
		if _, old := was[code]; there && !old && other.Text != k.Text {
			codes = append(codes, code)
		}
	}
	slices.SortFunc(codes, func(a, b string) int { return kpiNumber(a) - kpiNumber(b) })
	for _, code := range codes {
		last++
		n.kpis[code] = kpiPrefix + strconv.Itoa(last)
	}
}

func kpisByCode(c *Client) map[string]KPI {
	found := map[string]KPI{}
	for _, p := range c.Plans {
		for _, k := range p.KPIs {
			found[k.Code] = k
		}
	}
	return found
}

// renumbering is a walker that puts other numbers in the place of some.
type renumbering struct {
	Onlooker
	kwis      map[KWICode]KWICode
	questions map[QuestionCode]QuestionCode
	texts     map[string]string // of agreements
	kpis      map[string]string
}

func (n renumbering) kwi(at *KWICode) {
	if is, ok := n.kwis[*at]; ok {
		*at = is
	}
}

func (n renumbering) question(at *QuestionCode) {
	if is, ok := n.questions[*at]; ok {
		*at = is
	}
	n.kwi(&at.KWI)
}

// Text renumbers agreements and indicators.
func (n renumbering) Text(_ Key, at *string, kind TextKind) {
	of := n.texts
	switch kind {
	case ActionText, OfActionText:
	case KPIText:
		of = n.kpis
	default:
		return
	}
	if is, ok := of[*at]; ok {
		*at = is
	}
}

// KWI renumbers.
func (n renumbering) KWI(_ Key, at *KWICode) { n.kwi(at) }

// AboutKWI renumbers.
func (n renumbering) AboutKWI(_ Key, at *KWICode) { n.kwi(at) }

// Question renumbers.
func (n renumbering) Question(_ Key, at *QuestionCode) { n.question(at) }

// AboutQuestion renumbers.
func (n renumbering) AboutQuestion(_ Key, at *QuestionCode) { n.question(at) }

// Asked renumbers, in order.
func (n renumbering) Asked(_ Key, at *[]QuestionCode) {
	for i := range *at {
		n.question(&(*at)[i])
	}
	slices.SortFunc(*at, CompareCodes)
}

// Sheet renumbers, in order, a sheet of its own.
func (n renumbering) Sheet(_ Key, at *Sheet) {
	own := slices.Clone(*at)
	for i := range own {
		n.question(&own[i].Question)
	}
	slices.SortFunc(own, func(a, b Answer) int { return CompareCodes(a.Question, b.Question) })
	*at = own
}

// Object renumbers below it, and in what names a number in words.
func (n renumbering) Object(_ Key, of Walked) {
	switch of := of.(type) {
	case *Correction:
		of.What = n.named(of.What)
	case *Amendment:
		of.What = n.named(of.What)
	}
	of.Walk(n)
}

// named is a text whose words that are numbers are renumbered.
func (n renumbering) named(what string) string {
	words := strings.Split(what, " ")
	for i, w := range words {
		if q, ok := ParseQuestionCode(w); ok {
			if n.question(&q); q.String() != w {
				words[i] = q.String()
			}
		} else if k, ok := ParseKWICode(w); ok {
			if n.kwi(&k); k.String() != w {
				words[i] = k.String()
			}
		}
	}
	return strings.Join(words, " ")
}

// List renumbers in each element.
func (n renumbering) List(_ Key, l List) {
	for i := range l.Len() {
		l.Element(i, n)
	}
}

// People renumbers in each entry.
func (n renumbering) People(_ Key, _ TextKind, m PeopleMap) {
	for _, who := range m.Keys() {
		m.Entry(who, n)
	}
}
