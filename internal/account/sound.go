package account

import (
	"reflect"
	"slices"
)

// thawsCycle reports whether a step made while a cycle ran would be taken back in it
// now that it is closed. Actions live on after that.
func thawsCycle(was, now, before, after *Client) bool {
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

// breaks reports whether something held together in was and no longer does in
// now, from which a step was taken back.
func breaks(was, now, before, after *Client) bool {
	already := map[string]bool{}
	for _, f := range was.Flaws() {
		already[f.key()] = true
	}
	if slices.ContainsFunc(now.Flaws(), func(f Flaw) bool { return !already[f.key()] }) {
		return true
	}
	disorder := was.disorder()
	if slices.ContainsFunc(now.disorder(), func(place string) bool { return !slices.Contains(disorder, place) }) {
		return true
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

// forgetsList reports whether something that was asked would get other words, or
// be asked no more, though a list went out with it since the step that is taken
// back: nobody would know what the answers to that list are about.
func forgetsList(was, now, after *Client) bool {
	for i := range was.Cycles {
		y := &was.Cycles[i]
		then, next := after.Cycle(y.Name), now.Cycle(y.Name)
		if then == nil || next == nil || y.Name == "" {
			continue
		}
		for who, codes := range y.Assigned {
			if len(y.Sendings[who]) <= len(then.Sendings[who]) && len(y.Sent[who]) <= len(then.Sent[who]) {
				continue
			}
			for _, code := range codes {
				q, left := y.Question(code), next.Question(code)
				if q != nil && (left == nil || !SameWords(q.Text, left.Text)) {
					return true
				}
			}
		}
	}
	return false
}

// agreedSince reports whether actions on a KWI that the client knows of came to
// a cycle.
func (y *Cycle) agreedSince(then *Cycle, code KWICode) bool {
	return slices.ContainsFunc(y.Actions, func(a Action) bool {
		return a.KWI == code && !a.Internal && !slices.ContainsFunc(then.Actions, func(b Action) bool { return b.Number == a.Number && b.KWI == code && !b.Internal })
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
