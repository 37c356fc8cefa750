package desk_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/store"
	"kwi/store/memory"
)

// busy does something in between, at one Apply.
type busy struct {
	store.Store
	at    int
	doing func()
}

func (b *busy) Apply(ctx context.Context, writes ...store.Write) (store.Rev, error) {
	if b.at--; b.at == 0 {
		b.doing()
	}
	return b.Store.Apply(ctx, writes...)
}

// TestSomebodyElseInBetween has another desk keep a change, begin a client or
// import at every moment of an import.
func TestSomebodyElseInBetween(t *testing.T) {
	incoming := many(40, "new ")
	for name, other := range map[string]func(*testing.T, *desk.Desk){
		"a change of a client of the import": func(t *testing.T, d *desk.Desk) {
			h, _ := must[hand.Hand](t)(d.Open(ctx, "c000")).Do(graded(1, 8))
			_, save, _ := h.Send()
			_, _, _ = d.Keep(ctx, save)
		},
		"a change of another": func(t *testing.T, d *desk.Desk) { do(t, d, must[hand.Hand](t)(d.Open(ctx, "x")), graded(1, 8)) },
		"a client with an ID of the import": func(t *testing.T, d *desk.Desk) {
			h, id, _ := d.Fresh(ctx, "c039")
			if h, _ = h.Do(named("mine")); id == "c039" {
				_, save, _ := h.Send()
				_, _, _ = d.Keep(ctx, save)
			}
		},
		"another import": func(t *testing.T, d *desk.Desk) {
			must[desk.Imported](t)(d.Import(ctx, false, file(account.Client{ID: "y", Name: "Y"})))
		},
		"another large import": func(t *testing.T, d *desk.Desk) {
			must[desk.Imported](t)(d.Import(ctx, true, file(many(30, "other ")...)))
		},
		"another supplier": func(t *testing.T, d *desk.Desk) {
			if err := d.RenameSupplier(ctx, "R"); err != nil {
				t.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for at, done := 1, false; !done; at++ {
				s := memory.New()
				seeded(t, s, append(many(1, "old "), client("x"))...)
				done = true
				b := &busy{Store: s, at: at, doing: func() {
					done = false
					other(t, desk.New(s, func() string { return "other" }))
				}}
				_, err := desk.New(b, nonces()).Import(ctx, true, file(incoming...))
				d := desk.New(s, nonces())
				now := seen(t, d)
				clear(t, s)
				for _, c := range now.Clients { // and all can be worked on
					do(t, d, must[hand.Hand](t)(d.Open(ctx, c.ID)), hand.Change{Apply: func(c *account.Client) error { c.PartOf = c.ID; return nil }})
				}
				imported := 0
				for _, c := range now.Clients {
					if strings.HasPrefix(c.Name, "new ") {
						imported++
					}
				}
				switch {
				case err != nil && !fault.Has(err, fault.OtherSupplier, fault.Conflict):
					t.Fatal(at, err)
				case err != nil && imported != 0, imported != 0 && imported != 40 && imported != 39 && imported != 10:
					t.Fatal(at, imported, err)
				}
			}
		})
	}
}

// TestManyAtOnce has several windows work on one client at once, each through
// a desk of its own or through a shared one; nothing of anybody is lost.
func TestManyAtOnce(t *testing.T) {
	s := memory.New()
	shared := seeded(t, s, client("a"), client("b"))
	const windows, each = 6, 8
	done := make(chan error)
	for w := range windows {
		go func() {
			d := shared
			if w%2 == 0 {
				d = desk.New(s, func() string { return fmt.Sprint("w", w) })
			}
			done <- work(d, fmt.Sprint("w", w), each)
		}()
	}
	for range windows {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	c := must[account.Client](t)(shared.Client(ctx, "a"))
	if len(c.Cycles[0].Notes) != windows*each {
		t.Error(len(c.Cycles[0].Notes))
	}
	h := must[hand.Hand](t)(shared.Open(ctx, "a"))
	for n := 0; h.CanUndo(); n++ {
		var err error
		if h, _, err = h.Undo(); err != nil || n > windows*each {
			t.Fatal(n, err)
		}
	}
	if len(h.Now().Cycles[0].Notes) != 0 {
		t.Error(h.Now().Cycles[0].Notes)
	}
}

// work notes something so many times, and does it again on what others kept.
func work(d *desk.Desk, who string, times int) error {
	h, err := d.Open(ctx, "a")
	for i := 0; i < times && err == nil; i++ {
		text := fmt.Sprint(who, " ", i)
		h, err = h.Do(hand.Change{Apply: func(c *account.Client) error {
			c.Cycles[0].Notes = append(c.Cycles[0].Notes, account.Note{Text: text})
			return nil
		}})
		for h.Dirty() && err == nil {
			h2, save, _ := h.Send()
			n, v, failed := d.Keep(ctx, save)
			if failed == nil {
				h = h2.Kept(n, v)
				continue
			}
			if !fault.Has(failed, fault.Conflict) {
				return failed
			}
			var newer hand.Hand
			if newer, err = d.Open(ctx, "a"); err == nil {
				h, _ = h2.Rebase(newer)
			}
		}
	}
	return err
}
