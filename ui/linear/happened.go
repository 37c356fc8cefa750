package linear

import (
	"slices"
	"strings"

	"kwi/internal/hand"
	"kwi/ui/part"
)

// happened is what was done to all clients, newest first; one leads to what was done to
// that client.
func (t *teller) happened() error {
	all, err := t.Happened()
	if err != nil {
		return err
	}
	t.hand = t.hand.Dated("")
	return t.stay(place{name: func() string { return t.T("linear.history") }, what: func() {
		t.count("linear.count.deeds", len(all))
	}, acts: func() (choices []choice) {
		for _, h := range all {
			said := t.deed(&h.Deed)
			if h.Name != "" {
				said = h.Name + ": " + said
			}
			choices = append(choices, choice{name: said, do: func() error {
				if h.Client == "" || t.Only != "" && h.Client != t.Only {
					t.say(sentence(said))
					return nil
				}
				if err := t.take(h.Client); err != nil {
					return err
				}
				return t.history()
			}})
		}
		return choices
	}})
}

// mostMeanwhile is how much of what others did is told by its name.
const mostMeanwhile = 5

// meanwhile tells what others did to the client in hand since it was read before.
func (t *teller) meanwhile(before hand.Hand) {
	if before.ID() == "" || before.ID() != t.hand.ID() {
		return
	}
	known := map[string]bool{}
	for _, d := range before.History() {
		known[d.Last.ID] = true
	}
	var said []string
	for _, d := range t.hand.History() {
		if known[d.Last.ID] || d.Last.Where.Run == t.Window.Run {
			continue
		}
		said = append(said, t.deed(&d))
	}
	if len(said) == 0 {
		return
	}
	if more := len(said) - mostMeanwhile; more > 0 {
		said = append(slices.Clone(said[:mostMeanwhile]), t.N("linear.meanwhile.more", more))
	}
	for i := range said {
		said[i] = within(said[i])
	}
	t.sayInternal(t.T("linear.meanwhile", strings.Join(said, "; ")), false)
}

// stepName is what a step is called, also where an earlier version of the program called
// it so.
func (t *teller) stepName(l hand.Label) string { return part.StepName(t.frame(), l) }
