package lang

import (
	"strings"

	"kwi/internal/account"
	"kwi/internal/due"
	"kwi/internal/text"
)

// Missed is the name of what a condition of a gate misses: a person, the title of
// a KWI, the words of a question or of an agreement, the last two in at most so
// many signs.
func (w *Words) Missed(c *account.Client, y *account.Cycle, of account.CheckName, what string, most int) string {
	switch of.Misses() {
	case account.MissesKWIs:
		if code, ok := account.ParseKWICode(what); ok {
			return w.thing(c, y, code.String(), most)
		}
	case account.MissesQuestions, account.MissesActions:
		return w.thing(c, y, what, most)
	case account.MissesPeople:
		return c.Called(what)
	}
	return what
}

// thing is the name of a KWI, a question or an agreement by its code.
func (w *Words) thing(c *account.Client, y *account.Cycle, code string, most int) string {
	if k, ok := account.ParseKWICode(code); ok {
		if is := y.KWI(k); is != nil {
			return w.T("gate.thing", k.Short(), text.Shorten(is.Title, most))
		}
	}
	if q, ok := account.ParseQuestionCode(code); ok {
		if is := y.Question(q); is != nil {
			return w.T("gate.thing", code, text.Shorten(text.Line(is.Text), most))
		}
	}
	if _, a := c.Action(code); a != nil {
		return w.T("gate.thing", code, text.Shorten(text.Line(a.Text), most))
	}
	return code
}

// Lack is what a condition that is not met still needs: of people and things at
// most so many by name.
func (w *Words) Lack(c *account.Client, y *account.Cycle, k account.Check, most int) string {
	const shortThing = 28
	key := "gate.need." + string(k.Name)
	switch {
	case len(k.Missing) == 0 && w.Has(key+".none"):
		return w.T(key + ".none")
	case len(k.Missing) == 0:
		return w.T(key)
	}
	var names []string
	for i, m := range k.Missing {
		if i >= most {
			break
		}
		names = append(names, withoutStop(w.Missed(c, y, k.Name, m, shortThing)))
	}
	return w.T(key, w.and(names, len(k.Missing)-len(names)))
}

// withoutStop is the words of a question or an agreement as they stand within a
// sentence: a stop at their end would end that.
func withoutStop(said string) string {
	if strings.HasSuffix(said, "...") {
		return said
	}
	return strings.TrimSuffix(said, ".")
}

// Need is what the stage of a client needs first, in the words of its checklist.
func (w *Words) Need(n *due.Need) string {
	key := "gate.need." + string(n.Check)
	switch {
	case n.Count > 0:
		return w.T(key, w.and([]string{withoutStop(n.Name)}, n.Count-1))
	case w.Has(key + ".none"):
		return w.T(key + ".none")
	}
	return w.T(key)
}

// NeedShort says it in a word or three, without a name.
func (w *Words) NeedShort(n *due.Need) string {
	key := "gate.next." + string(n.Check)
	switch {
	case n.Count == 0 && n.Check.Misses() == account.MissesPeople:
		return w.T("gate.next.nobody")
	case n.Count == 0 && w.Has(key+".none"):
		return w.T(key + ".none")
	case n.Count == 0 || w.Has(key):
		return w.T(key)
	}
	return w.N(key, n.Count)
}

// and is a list of names in a sentence, with so many more that are not named.
func (w *Words) and(names []string, more int) string {
	switch {
	case more > 0 && len(names) == 0:
		return w.N("gate.people", more)
	case more > 0:
		names = append(names, w.N("gate.more", more))
	}
	if n := len(names); n > 1 {
		return w.T("gate.and", strings.Join(names[:n-1], ", "), names[n-1])
	}
	return strings.Join(names, "")
}

// Regardless says why one went on from a stage although its gate was open: when
// and by whom, why, and what was open then.
func (w *Words) Regardless(c *account.Client, y *account.Cycle, r *account.Reason, today account.Date) string {
	when := w.ShortDate(r.Date, today)
	if r.By != "" {
		when = strings.TrimSpace(w.T("gate.fact.by", when, c.Called(r.By)))
	}
	return strings.TrimSpace(w.T("gate.regardless", when, text.Line(r.Text)) + " " + w.OpenThen(c, y, r))
}

// OpenThen says what was still needed when one went on for a reason, "" where that
// is not kept.
func (w *Words) OpenThen(c *account.Client, y *account.Cycle, r *account.Reason) string {
	var open []string
	for _, l := range r.Open {
		open = append(open, w.Lack(c, y, l.Check(), len(l.Of)+len(l.Things)))
	}
	if len(open) == 0 {
		return ""
	}
	return w.T("gate.regardless.open", strings.Join(open, "; "))
}
