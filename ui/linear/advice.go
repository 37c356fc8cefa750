package linear

import (
	"kwi/internal/advise"
	"kwi/internal/guide"
	"kwi/internal/hint"
)

// advice is what the method says at this moment: what to do or say, what is urgent first, each with
// its reason, and what there is to read on.
func (t *teller) advice() error {
	return t.stay(place{name: func() string { return t.T("linear.advice") }, what: func() {
		for _, a := range t.advised() {
			t.say(a.Text)
			t.say(a.Why)
		}
	}, acts: func() (all []choice) {
		told := map[string]bool{}
		for _, a := range t.advised() {
			if a.Behind != "" && !told[a.Behind] {
				told[a.Behind] = true
				all = append(all, choice{name: t.T("advice.act.read", t.entryOf(a.Behind).Title), do: func() error { return t.openEntry(a.Behind, true) }})
			}
		}
		return all
	}})
}

// advised are the lines that fit the stage that the cycle is in.
func (t *teller) advised() []advise.Advice {
	y := t.cycle()
	return advise.Of(guide.For(t.Words.Tag()), advise.Situation{Client: t.client(), Cycle: y.Name, Place: y.Stage.In(t.client().Approach).String(), Year: y.Name.Year(), Today: t.today(), Own: t.firm().Library})
}

// minds tells the first thing that there is to mind in what was typed, and why. It changes nothing,
// and with the client listening it is not told.
func (t *teller) minds(hints []hint.Hint) {
	if len(hints) == 0 || t.watched() {
		return
	}
	t.say(hints[0].Text)
	t.say(hints[0].Why)
}
