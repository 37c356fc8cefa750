package account

import (
	"maps"
	"reflect"
	"slices"
	"strings"
)

// thaws tells whether a step made while a cycle ran would be taken back in it
// now that it is closed. Actions live on after that.
func thaws(was, now, before, after *Client) bool {
	for _, y := range was.Cycles {
		if y.Stage != Closed || before.at(y.Name).Stage == Closed || after.at(y.Name).Stage == Closed {
			continue
		}
		z := now.at(y.Name)
		y.Actions, z.Actions = nil, nil
		if !reflect.DeepEqual(y, z) {
			return true
		}
	}
	return false
}

// at is the cycle of that name, or an empty one.
func (c *Client) at(name CycleName) Cycle {
	if i := slices.IndexFunc(c.Cycles, func(y Cycle) bool { return y.Name == name }); i >= 0 {
		return c.Cycles[i]
	}
	return Cycle{}
}

// breaks tells whether something held together in was and no longer does in
// now, from which a step was taken back.
func breaks(was, now, before, after *Client) bool {
	already := was.flaws()
	for f := range now.flaws() {
		if !already[f] {
			return true
		}
	}
	for i := range now.Cycles {
		y := &now.Cycles[i]
		w, b, a := was.at(y.Name), before.at(y.Name), after.at(y.Name)
		if w.Name != "" && !w.Named() && y.Named() && y.toldMore(&b) {
			return true // what was told by group would stand by name
		}
		for _, doubt := range y.doubts() {
			if !slices.Contains(w.doubts(), doubt) && !slices.Contains(b.doubts(), doubt) {
				return true
			}
		}
		for _, k := range w.KWIs {
			if k.Standard(Kept) != nil && y.KWI(k.Code) != nil && y.KWI(k.Code).Standard(Kept) == nil && y.agreedSince(&a, k.Code) {
				return true // the question on agreements would vanish
			}
		}
	}
	return false
}

// agreedSince tells whether actions on a KWI came to a cycle.
func (y *Cycle) agreedSince(then *Cycle, code KWICode) bool {
	return slices.ContainsFunc(y.Actions, func(a Action) bool {
		return a.KWI == code && !slices.ContainsFunc(then.Actions, func(b Action) bool { return b.Number == a.Number && b.KWI == code })
	})
}

// doubts is what the method does not have, but an import may bring: somebody
// with two KWIs, or a list that came back on no day.
func (y *Cycle) doubts() []string {
	out := y.wishedTwice()
	for who, sheet := range y.Answers {
		if len(sheet) > 0 && y.Answered[who] == "" {
			out = append(out, "answered "+string(who))
		}
	}
	return out
}

// flaws are the places where a client does not hold together: a reference to
// nothing, the same given twice or out of order, more than may judge. Neither
// an import nor a change brings any.
type flaws map[string]bool

func (f flaws) found(flaw bool, where ...string) {
	if flaw {
		f[strings.Join(where, " ")] = true
	}
}

func (c *Client) flaws() flaws {
	f := flaws{}
	people, ours := map[Initials]bool{"": true}, map[Initials]bool{"": true}
	for _, r := range c.Respondents {
		f.found(people[r.Initials], "twice", string(r.Initials))
		people[r.Initials] = true
	}
	for _, m := range c.Colleagues {
		f.found(people[m.Initials] || ours[m.Initials], "twice", string(m.Initials))
		ours[m.Initials] = true
	}
	f.found(!people[c.Sponsor], "sponsor")
	numbers, marks := map[string]bool{}, map[Mark]bool{}
	for i := range c.Cycles {
		y := &c.Cycles[i]
		name := string(y.Name)
		f.found(i > 0 && c.Cycles[i-1].Name >= y.Name, "order", name)
		f.found(y.judging() > MostRespondents, name, "judging")
		for _, a := range y.Actions {
			f.found(numbers[a.Number], "twice", a.Number)
			f.found(a.KWI != 0 && !c.has(a.KWI), name, a.Number)
			numbers[a.Number] = true
		}
		for who, list := range y.Sendings {
			for _, s := range list {
				f.found(marks[s.Mark], "twice", string(s.Mark))
				f.found(s.Promise == ByGroup && y.Named(), name, "promise", string(who))
				marks[s.Mark] = true
			}
		}
		for _, n := range y.Notes {
			f.found(n.KWI != 0 && !c.has(n.KWI), name, "note", n.KWI.String())
		}
		f.codes(y)
		f.people(people, ours, y)
	}
	return f
}

// codes finds KWIs out of order, and what is judged or answered without being
// asked.
func (f flaws) codes(y *Cycle) {
	name := string(y.Name)
	for i, k := range y.KWIs {
		f.found(i > 0 && y.KWIs[i-1].Code >= k.Code, name, k.Code.String())
		f.found(!slices.IsSortedFunc(k.Questions, func(a, b Question) int { return CompareCodes(a.Code, b.Code) }), name, k.Code.String(), "questions")
	}
	for who, codes := range y.Assigned {
		for _, q := range codes {
			f.found(y.Question(q) == nil, name, string(who), q.String())
		}
	}
	for who, sheet := range y.Answers {
		for _, a := range sheet {
			f.found(!y.IsAssigned(who, a.Question), name, string(who), "answer", a.Question.String())
		}
	}
}

// people finds whoever a cycle names and nobody knows.
func (f flaws) people(people, ours map[Initials]bool, y *Cycle) {
	named := func(place string, known map[Initials]bool, list ...Initials) {
		for _, who := range list {
			f.found(!known[who], string(y.Name), place, string(who))
		}
	}
	named("notExpected", people, sortedKeys(y.NotExpected)...)
	named("assigned", people, sortedKeys(y.Assigned)...)
	named("tested", people, sortedKeys(y.Tested)...)
	named("confirmed", people, sortedKeys(y.Confirmed)...)
	named("sent", people, sortedKeys(y.Sent)...)
	named("sendings", people, sortedKeys(y.Sendings)...)
	named("answers", people, sortedKeys(y.Answers)...)
	named("answered", people, sortedKeys(y.Answered)...)
	named("excused", people, sortedKeys(y.Excused)...)
	named("remarks", people, sortedKeys(y.Remarks)...)
	named("nps", people, sortedKeys(y.NPS)...)
	named("released", people, y.Released...)
	named("informed", ours, sortedKeys(y.Informed)...)
	named("kickoff", ours, y.Kickoff.Present...)
	either := maps.Clone(people)
	maps.Copy(either, ours)
	named("meeting", either, y.Meeting.Present...)
	for _, n := range y.Notes {
		named("note", people, n.With)
	}
	for _, v := range y.Visits {
		named("visit", people, v.With)
		named("visit", either, v.By)
	}
	for _, k := range y.KWIs {
		named("wish", people, k.WishedBy)
		named("wish", people, k.SharedBy...)
	}
}
