package hand_test

import (
	"fmt"
	"slices"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/hand"
)

// The tests look at four texts of a client: their name, and what three
// respondents do not expect. While the place is locked, no text can be set.
var keys = []string{"name", "AA", "BB", "CC"}

func client() account.Client {
	return account.Client{ID: "x", Name: "X", Respondents: []account.Respondent{{Initials: "AA"}, {Initials: "BB"}, {Initials: "CC"}}, Cycles: []account.Cycle{{Name: "2026H1"}}}
}

func get(c account.Client, key string) string {
	if key == "name" {
		return c.Name
	}
	return c.Cycles[0].NotExpected[account.Initials(key)]
}

func set(key, value string) func(*account.Client) error {
	return func(c *account.Client) error {
		switch {
		case c.Cycles[0].Place == "locked":
			return fault.New(fault.Frozen, "2026H1")
		case key == "name":
			c.Name = value
			return nil
		}
		return c.NotExpect("2026H1", account.Initials(key), value)
	}
}

func lock(place string) func(*account.Client) error {
	return func(c *account.Client) error { c.Cycles[0].Place = place; return nil }
}

func change(key, value, group string) hand.Change {
	return hand.Change{Label: hand.Label{Key: "test.set", Args: []string{key, value}}, Group: group, Apply: set(key, value)}
}

func texts(c account.Client) string {
	var out []string
	for _, k := range keys {
		out = append(out, k+"="+get(c, k))
	}
	return fmt.Sprint(out, c.Cycles[0].Place)
}

// world is a store with one client, as desk uses one: steps are numbered, a
// save on anything but the newest state is a conflict, and steps that landed
// before are known by their IDs.
type world struct {
	client  account.Client
	journal []hand.Past
	opened  int
}

func (w *world) version() hand.Version {
	return hand.Version{Last: uint64(len(w.journal)), Revs: map[string]uint64{"client/x": uint64(len(w.journal))}}
}

func (w *world) open() hand.Hand {
	w.opened++
	return hand.New(fmt.Sprint("nonce", w.opened), w.client, w.version(), w.journal)
}

// keep takes at most n of the steps.
func (w *world) keep(s hand.Save, n int) (int, hand.Version, error) {
	landed := 0
	for landed < len(s.Steps) && int(s.Version.Last)+landed < len(w.journal) && w.journal[int(s.Version.Last)+landed].Step.ID == s.Steps[landed].Step.ID {
		landed++
	}
	if landed > 0 {
		return landed, hand.Version{Last: s.Version.Last + uint64(landed), Revs: s.Version.Revs}, nil
	}
	if int(s.Version.Last) != len(w.journal) {
		return 0, s.Version, fault.New(fault.Conflict)
	}
	for _, m := range s.Steps[:min(n, len(s.Steps))] {
		w.add(m.Step, m.After)
	}
	return min(n, len(s.Steps)), w.version(), nil
}

func (w *world) add(step hand.Step, after account.Client) {
	before := w.client
	w.client = after
	w.journal = append(slices.Clone(w.journal), hand.Past{Step: step, Image: func() (account.Client, account.Client, error) { return before, after, nil }})
}

// others change the client from elsewhere.
func (w *world) others(do func(*account.Client) error) {
	h := w.open()
	h, err := h.Do(hand.Change{Label: hand.Label{Key: "test.others"}, Apply: do})
	if err != nil {
		panic(err)
	}
	if _, s, ok := h.Send(); ok {
		if _, _, err := w.keep(s, 1); err != nil {
			panic(err)
		}
	}
}
