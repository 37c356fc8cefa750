package desk_test

import (
	"errors"
	"fmt"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/codec"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/internal/portfolio"
	"kwi/store"
	"kwi/store/memory"
	"kwi/store/storetest"
)

// pair is a client whom two respondents answer about.
func pair() account.Client {
	c := client("a")
	c.Respondents = append(c.Respondents, account.Respondent{Initials: "AA", Name: "Anna"})
	c.Cycles[0].Assigned["AA"] = c.Cycles[0].Assigned["KK"]
	return c
}

// gradedBy is graded for one of two.
func gradedBy(who account.Initials, serial uint16, g account.Grade) hand.Change {
	return hand.Change{Label: hand.Label{Key: "test.answer", Args: []string{string(who)}}, Apply: func(c *account.Client) error {
		return c.Answer("2011H1", who, account.Answer{Question: account.QuestionCode{KWI: 1, Serial: serial}, Grade: g}, "2011-06-01")
	}}
}

// TestTwoWhoTypeTwoListsAreInNobodysWay: none of their saves is a conflict,
// though neither reads what the other kept.
func TestTwoWhoTypeTwoListsAreInNobodysWay(t *testing.T) {
	s := memory.New()
	d1 := seeded(t, s, pair())
	d2 := desk.New(s, func() string { return "other" })
	h1, h2 := must[hand.Hand](t)(d1.Open(ctx, "a")), must[hand.Hand](t)(d2.Open(ctx, "a"))
	for round := range account.Grade(4) {
		h1 = do(t, d1, h1, gradedBy("KK", 1, 2*round+1), gradedBy("KK", 2, 2*round+2))
		h2 = do(t, d2, h2, gradedBy("AA", 1, 2*round+2), gradedBy("AA", 2, 2*round+1))
	}
	if !h1.Behind() || !h2.Behind() {
		t.Error("they are told to have read what the other kept")
	}
	seen(t, d1) // with all that leads back
	c := must[account.Client](t)(d1.Client(ctx, "a"))
	for who, want := range map[account.Initials][2]account.Grade{"KK": {7, 8}, "AA": {8, 7}} {
		if sheet := c.Cycles[0].Answers[who]; len(sheet) != 2 || sheet[0].Grade != want[0] || sheet[1].Grade != want[1] {
			t.Error(who, sheet)
		}
	}
	lines, err := d1.Portfolio(ctx)
	if err != nil || !reflect.DeepEqual(lines[0], portfolio.Of(&c)) {
		t.Errorf("%+v, %v", lines, err)
	}
	// Each takes over what the other kept, and goes on.
	h1, lost := h1.Rebase(must[hand.Hand](t)(d1.Open(ctx, "a")))
	if lost != nil || h1.Behind() || !reflect.DeepEqual(h1.Now().Tidy(), c) {
		t.Error(lost, h1.Behind())
	}
	do(t, d1, h1, named("Z"), gradedBy("AA", 1, 1))
	clear(t, s)
}

// TestASaveBesideOthersThatLandedIsFound: at once, and by the hand that sends
// it again with more.
func TestASaveBesideOthersThatLandedIsFound(t *testing.T) {
	for _, later := range []bool{false, true} {
		under := memory.New()
		d1 := seeded(t, under, pair())
		c := &storetest.Cut{Store: under, Left: 1000, Behind: true}
		d2 := desk.New(c, func() string { return "other" })
		h2 := must[hand.Hand](t)(d2.Open(ctx, "a"))
		do(t, d1, must[hand.Hand](t)(d1.Open(ctx, "a")), gradedBy("KK", 1, 8))
		h2 = must[hand.Hand](t)(h2.Do(gradedBy("AA", 1, 3)))
		h2, save, _ := h2.Send()
		var lies store.Store = &lying{Store: under, lies: 1}
		if !later {
			n, v, err := desk.New(lies, nonces()).Keep(ctx, save)
			if n != 1 || err != nil {
				t.Fatal(n, err)
			}
			h2 = h2.Kept(n, v)
		} else {
			c.Left = 1 // what it is in the way of, and then dead
			if n, _, err := d2.Keep(ctx, save); n != 0 || err == nil {
				t.Fatal(n, err)
			}
			h2 = must[hand.Hand](t)(h2.Failed(storetest.ErrCut).Do(gradedBy("AA", 2, 4)))
			c.Dead, c.Left = false, 1000
			h2 = keep(t, d2, h2)
		}
		seen(t, d1)
		h := must[hand.Hand](t)(d1.Open(ctx, "a"))
		steps := 0
		for ; h.CanUndo(); steps++ {
			h, _, _ = h.Undo()
		}
		if want := map[bool]int{false: 2, true: 3}[later]; steps != want || !h2.Behind() {
			t.Errorf("%d steps are kept, not %d", steps, want)
		}
	}
}

// TestWhatMayHangTogetherIsAConflict: what others did must be read first.
func TestWhatMayHangTogetherIsAConflict(t *testing.T) {
	drop := hand.Change{Apply: func(c *account.Client) error {
		return c.Assign("", "KK", account.QuestionCode{KWI: 1, Serial: 2}, false)
	}}
	for name, they := range map[string][2]hand.Change{
		"the same list":                        {gradedBy("KK", 1, 8), gradedBy("KK", 2, 8)},
		"an answer to what is no question":     {drop, gradedBy("KK", 2, 8)},
		"no question any more, and its answer": {gradedBy("KK", 2, 8), drop},
		"another name":                         {named("Z"), gradedBy("KK", 1, 8)},
	} {
		s := memory.New()
		d1 := seeded(t, s, pair())
		d2 := desk.New(s, func() string { return "other" })
		h2 := must[hand.Hand](t)(d2.Open(ctx, "a"))
		do(t, d1, must[hand.Hand](t)(d1.Open(ctx, "a")), they[0])
		h2 = must[hand.Hand](t)(h2.Do(they[1]))
		_, save, _ := h2.Send()
		if _, _, err := d2.Keep(ctx, save); !fault.Has(err, fault.Conflict) {
			t.Error(name, err)
		}
	}
	// A hand that is behind builds on no more than it has.
	s := memory.New()
	d1 := seeded(t, s, pair())
	d2 := desk.New(s, func() string { return "other" })
	h2 := must[hand.Hand](t)(d2.Open(ctx, "a"))
	do(t, d1, must[hand.Hand](t)(d1.Open(ctx, "a")), gradedBy("KK", 1, 8))
	h2 = do(t, d2, h2, gradedBy("AA", 1, 3))
	for name, next := range map[string]func() (hand.Hand, error){
		"a list that the other has": func() (hand.Hand, error) { return h2.Do(gradedBy("KK", 2, 3)) },
		"another record":            func() (hand.Hand, error) { return h2.Do(named("Z")) },
		"a step back":               func() (hand.Hand, error) { h, _, err := h2.Undo(); return h, err },
	} {
		h := must[hand.Hand](t)(next())
		h, save, _ := h.Send()
		if _, _, err := d2.Keep(ctx, save); !fault.Has(err, fault.Conflict) {
			t.Error(name, err)
		}
		h, lost := h.Failed(storetest.ErrCut).Rebase(must[hand.Hand](t)(d2.Open(ctx, "a")))
		if lost != nil || h.Now().Cycles[0].Answers["KK"].Of(account.QuestionCode{KWI: 1, Serial: 1}).Grade != 8 {
			t.Error(name, lost)
		}
	}
}

// TestAnyOrderOfTwoHands has two type, each in a list of their own, change
// something else now and then, go back, read anew or lose the word on a save:
// what each typed last is there, whatever the order, and the way back leads
// to the first.
func TestAnyOrderOfTwoHands(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		under := memory.New()
		if _, err := desk.New(under, nonces()).Import(ctx, false, file(pair())); err != nil {
			t.Fatal(err)
		}
		n := 0
		nonce := func() string { n++; return fmt.Sprint("n", n) }
		type window struct {
			who    account.Initials
			engine *lying
			desk   *desk.Desk
			hand   hand.Hand
			typed  map[uint16]account.Grade
			notes  int
		}
		var windows []*window
		for _, who := range []account.Initials{"KK", "AA"} {
			w := &window{who: who, engine: &lying{Store: under}, typed: map[uint16]account.Grade{}}
			w.desk = desk.New(w.engine, nonce)
			windows = append(windows, w)
		}
		open := func(w *window) hand.Hand {
			h, err := w.desk.Open(ctx, "a")
			if err != nil {
				t.Fatal(err)
			}
			return h
		}
		save := func(w *window, once bool) {
			for w.hand.Dirty() {
				h, save, _ := w.hand.Send()
				n, v, err := w.desk.Keep(ctx, save)
				switch {
				case err == nil:
					w.hand = h.Kept(n, v)
				case fault.Has(err, fault.Conflict):
					var lost []hand.Lost
					if w.hand, lost = h.Rebase(open(w)); lost != nil {
						t.Fatal(lost)
					}
				case errors.Is(err, storetest.ErrCut):
					w.hand = h.Failed(err)
				default:
					t.Fatal(err)
				}
				if once {
					return
				}
			}
		}
		for _, w := range windows {
			w.hand = open(w)
		}
		pick := func(t *rapid.T) *window { return rapid.SampledFrom(windows).Draw(t, "window") }
		change := func(w *window, c hand.Change) {
			h, err := w.hand.Do(c)
			if err != nil {
				t.Fatal(err)
			}
			w.hand = h
		}
		t.Repeat(map[string]func(*rapid.T){
			"type": func(t *rapid.T) {
				w, serial, g := pick(t), uint16(rapid.IntRange(1, 2).Draw(t, "serial")), account.Grade(rapid.IntRange(1, 10).Draw(t, "grade"))
				change(w, gradedBy(w.who, serial, g))
				w.typed[serial] = g
			},
			"note": func(t *rapid.T) {
				w := pick(t)
				text := fmt.Sprint(w.who, w.notes)
				change(w, hand.Change{Apply: func(c *account.Client) error {
					c.Cycles[0].Notes = append(c.Cycles[0].Notes, account.Note{Text: text})
					return nil
				}})
				w.notes++
			},
			"keep": func(t *rapid.T) { save(pick(t), true) },
			"read": func(t *rapid.T) {
				if w := pick(t); !w.hand.Dirty() {
					w.hand, _ = w.hand.Rebase(open(w))
				}
			},
			"lose": func(t *rapid.T) { pick(t).engine.lies = 1 },
		})
		for _, w := range windows {
			w.engine.lies = 0
			save(w, false)
		}
		d := desk.New(under, nonce)
		c, err := d.Client(ctx, "a")
		if err != nil {
			t.Fatal(err)
		}
		notes := 0
		for _, w := range windows {
			notes += w.notes
			for serial, g := range w.typed {
				if got := c.Cycles[0].Answers[w.who].Of(account.QuestionCode{KWI: 1, Serial: serial}).Grade; got != g {
					t.Fatalf("%s typed %d at %d, kept is %d", w.who, g, serial, got)
				}
			}
		}
		if len(c.Cycles[0].Notes) != notes {
			t.Fatalf("%d notes, not %d", len(c.Cycles[0].Notes), notes)
		}
		r, err := under.Get(ctx, codec.SummaryKey("a"))
		if err != nil {
			t.Fatal(err)
		}
		if s, err := codec.DecodeSummary("a", r[0].Value); err != nil || !reflect.DeepEqual(s.Line, portfolio.Of(&c)) {
			t.Fatalf("the summary is of another client: %v", err)
		}
		h, err := d.Open(ctx, "a")
		back := 0
		for ; err == nil && h.CanUndo(); back++ {
			h, _, err = h.Undo()
		}
		// Of more steps than can be taken back the way ends halfway.
		if first := pair(); err != nil || back < hand.Deepest && !reflect.DeepEqual(h.Now().Tidy(), first.Tidy()) {
			t.Fatal("the way back leads elsewhere:", back, err)
		}
	})
}
