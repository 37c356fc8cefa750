package main

import (
	"context"
	"slices"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/hand"
	"kwi/ui"
	"kwi/ui/kit"
)

// meet changes an agreement that is changed elsewhere at the same time.
func (w *walker) meet() {
	w.did("meet")
	w.drive.Press("esc", "esc", "esc", pageKey(kit.MeetAgreements), "enter", "!")
	w.change(2, false)
	w.drive.Press("ctrl+s")
	w.look()
	w.drive.Press("esc")
}

// others change something from another window: new words, and what is agreed.
func (w *walker) others() {
	w.did("others")
	w.change(w.rand.IntN(5), w.rand.IntN(3) > 0)
}

func (w *walker) change(what int, heard bool) {
	fails := w.store.fails
	w.store.fails = nil
	defer func() { w.store.fails = fails }()
	d := desk.New(w.store.Store, nonce)
	h, err := d.Open(context.Background(), w.client)
	if err != nil {
		w.t.Fatal(err)
	}
	h, err = h.Do(hand.Change{Label: hand.Label{Key: "agree.label.new", Args: []string{w.marker.word()}}, Told: hand.Told{Today: "2026-11-20", Words: account.SameQuestion}, Apply: func(c *account.Client) error {
		y := c.Newest()
		switch who := c.Respondents[w.rand.IntN(len(c.Respondents))].Initials; what {
		case 0:
			y.Notes = append(slices.Clone(y.Notes), account.Note{Date: "2026-11-20", With: who, Text: w.marker.word()})
		case 1:
			y.Notes = append(slices.Clone(y.Notes), account.Note{Date: "2026-11-20", With: who, Text: w.marker.word(), Heard: []account.Initials{who}})
		case 2:
			for i := range y.Actions {
				y.Actions = slices.Clone(y.Actions)
				y.Actions[i].Text, y.Actions[i].Why = w.marker.word(), w.marker.word()
			}
		case 3:
			if w.client == movedClient {
				y.Stage = pick(w.rand, account.Draft, account.Test, account.Measure, account.Session, account.Closed)
			}
		case 4:
			if len(y.KWIs) > 0 {
				y.KWIs = slices.Clone(y.KWIs)
				y.KWIs[0].Title, y.KWIs[0].Why = w.marker.word(), w.marker.word()
			}
		}
		return nil
	}})
	if err != nil {
		w.t.Fatal(err)
	}
	if _, save, ok := h.Send(); ok {
		if _, _, err := d.Keep(context.Background(), save); err != nil {
			w.t.Fatal(err)
		}
	}
	w.note()
	if heard {
		at, _ := w.store.Store.Apply(context.Background())
		w.drive.Send(ui.Heard(uint64(at), w.client))
	}
}
