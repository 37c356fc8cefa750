// Package hint looks at what was just typed, an agreement, a KWI or words for the
// client, and says what there is to mind in it: a promise without a day, words that
// everybody means differently, what somebody does not expect. It never refuses:
// whoever typed it may keep it as it is.
//
// Advice (package advise) is about how a client stands; a hint is about a text, on
// leaving it. The rules are one table, and their words stand in the guide. It knows
// the domain, what became of promises and the guide. It must not know a screen, the
// store or a clock, and it changes nothing. Hints are for the manager's eyes: they
// know what respondents do not expect.
package hint

import (
	"cmp"

	"kwi/internal/account"
	"kwi/internal/guide"
)

// The fields that hints are about.
const (
	Text  = "text"
	Who   = "for"
	Day   = "due"
	Delay = "delay"
	Why   = "why"
)

// The rules that others name: a person or a day that is lacking.
const (
	Nobody = "nobody"
	NoDay  = "noday"
)

// Hint is one thing to mind in what was typed, and why.
type Hint struct {
	Rule  string
	Field string // what it is about
	About string // the words that it is about, "" where it is about none
	Quiet bool   // keeping never waits for it
	guide.Say
}

// Key tells two hints apart: what was passed over once is not said again.
func (h Hint) Key() string { return h.Rule + "\x00" + h.About }

// Reader reads what was typed, in the language of its guide.
type Reader struct {
	Guide *guide.Guide
	Own   account.Shelf // with the words that the supplier holds for empty
	Today account.Date
	Now   account.Moment // of today, "" where only the day is known
}

// moment is now, as far as it is known.
func (r Reader) moment() account.Moment { return cmp.Or(r.Now, account.Moment(r.Today)) }

// kind is what was typed.
type kind byte

const (
	agreement   kind = 1 << iota
	expectation      // the words of a KWI
	title            // what a KWI is called
	wholeKWI         // a KWI that is added
	reason           // why a KWI counts
	words            // that go to the client
	promise          // a day by which somebody gets something
	occasion         // a day on which something was, or is to be
)

// typed is what was typed with what it is held against.
type typed struct {
	Reader
	c    *account.Client // nil where it is about none
	y    *account.Cycle
	kind kind
	a    account.Action // its text is that of anything else too
}

// rule is when a hint is given.
type rule struct {
	name  string
	field string
	of    kind
	quiet bool
	// find tells whether there is anything to say, about which words, and what fills
	// the text of the hint.
	find func(*typed) (args []string, found bool)
}

// rules are all of them, what weighs most first.
func rules() []rule {
	text := func(t *typed) string { return t.a.Text }
	return []rule{
		{"unwanted", Text, agreement, false, (*typed).unwanted},
		{"own", Text, agreement | words, false, (*typed).own},
		{"vague", Text, agreement | words, false, (*typed).vague},
		{"vague.kwi", Text, expectation | title | wholeKWI, false, func(t *typed) ([]string, bool) { return first(vagueWords(), t.a.Text) }},
		{"container", Text, title | wholeKWI, false, (*typed).container},
		{"rules", Text, agreement | words, false, against(text)},
		{"rules", Delay, agreement, false, against(func(t *typed) string { return t.a.Delay })},
		{"past", Day, agreement | promise, false, (*typed).past},
		{"longago", Day, occasion, false, (*typed).longAgo},
		{"far", Day, agreement | promise | occasion, false, (*typed).far},
		{"aftersession", Day, agreement | promise, false, (*typed).afterSession},
		{"weekend", Day, agreement | promise | occasion, true, (*typed).weekend},
		{"dayoff", Day, agreement | promise | occasion, true, (*typed).dayOff},
		{Nobody, Who, agreement, false, func(t *typed) ([]string, bool) { return nil, t.open() && t.a.For == "" }},
		{NoDay, Day, agreement, false, func(t *typed) ([]string, bool) { return nil, t.open() && t.a.Due == "" }},
		{"so", Why, agreement | reason, false, func(t *typed) ([]string, bool) { return nil, t.open() && t.a.Why != "" && t.a.So == "" }},
		{"borne", "", wholeKWI, false, (*typed).borne},
		{"many", "", wholeKWI, false, (*typed).many},
	}
}

// Agreement is what there is to mind in an agreement with a client, in the cycle of
// that name.
func (r Reader) Agreement(c *account.Client, cycle account.CycleName, a account.Action) []Hint {
	return r.read(&typed{c: c, y: c.Cycle(cycle), kind: agreement, a: a})
}

// Planned is what there is to mind in an action of our own plan.
func (r Reader) Planned(a account.KPIAction) []Hint {
	status := account.Open
	if a.Done != "" {
		status = account.Done
	}
	return r.read(&typed{kind: agreement, a: account.Action{Text: a.Text, For: a.For, Due: a.Due, Status: status}})
}

// Promise is what there is to mind in a day by which a respondent gets something, in
// the cycle of that name.
func (r Reader) Promise(c *account.Client, cycle account.CycleName, due account.Date) []Hint {
	return r.read(&typed{c: c, y: c.Cycle(cycle), kind: promise, a: account.Action{Due: account.Moment(due)}})
}

// Occasion is what there is to mind in a day on which something was, or is to be.
func (r Reader) Occasion(on account.Date) []Hint {
	return r.read(&typed{kind: occasion, a: account.Action{Due: account.Moment(on)}})
}

// Expectation is what there is to mind in the words of a KWI.
func (r Reader) Expectation(text string) []Hint {
	return r.read(&typed{kind: expectation, a: account.Action{Text: text}})
}

// Title is what there is to mind in what a KWI is called.
func (r Reader) Title(text string) []Hint {
	return r.read(&typed{kind: title, a: account.Action{Text: text}})
}

// NewKWI is what there is to mind when a KWI of that title joins a cycle.
func (r Reader) NewKWI(c *account.Client, cycle account.CycleName, title string) []Hint {
	return r.read(&typed{c: c, y: c.Cycle(cycle), kind: wholeKWI, a: account.Action{Text: title}})
}

// Reason is what there is to mind in why a KWI counts, with what gets better by it as
// far as that was said.
func (r Reader) Reason(why, so string) []Hint {
	return r.read(&typed{kind: reason, a: account.Action{Why: why, So: so}})
}

// Words is what there is to mind in words that go to the client.
func (r Reader) Words(text string) []Hint {
	return r.read(&typed{kind: words, a: account.Action{Text: text}})
}

// read goes through the rules. A text has at most one hint of a rule.
func (r Reader) read(t *typed) (out []Hint) {
	t.Reader = r
	for _, rule := range rules() {
		if rule.of&t.kind == 0 {
			continue
		}
		args, found := rule.find(t)
		if !found {
			continue
		}
		h := Hint{Rule: rule.name, Field: rule.field, Quiet: rule.quiet}
		if len(args) > 0 {
			h.About = args[0]
		}
		name := rule.name
		if name == "own" && len(args) > 1 {
			name = "own.instead"
		}
		h.Say = r.Guide.Hint(name, args...)
		out = append(out, h)
	}
	return out
}
