package desk_test

import (
	"bytes"
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/internal/portable"
	"kwi/store"
	"kwi/store/memory"
	"kwi/store/storetest"
)

// lying is a store whose Apply lands and tells an error all the same.
type lying struct {
	store.Store
	lies int
}

func (l *lying) Apply(ctx context.Context, writes ...store.Write) (store.Rev, error) {
	rev, err := l.Store.Apply(ctx, writes...)
	if l.lies > 0 && err == nil {
		l.lies--
		return 0, storetest.ErrCut
	}
	return rev, err
}

func TestASaveThatLandedIsFoundAtOnce(t *testing.T) {
	s := &lying{Store: memory.New()}
	d := seeded(t, s, client("a"))
	h := must[hand.Hand](t)(d.Open(ctx, "a"))
	s.lies = 1
	h = do(t, d, h, graded(1, 8))
	h = do(t, d, h, graded(2, 8)) // the version that came back is good for the next
	if got := must[account.Client](t)(d.Client(ctx, "a")); !reflect.DeepEqual(got, h.Now()) {
		t.Errorf("%+v", got)
	}
}

func TestASaveThatLandedIsFoundLater(t *testing.T) {
	under := memory.New()
	seeded(t, under, client("a"))
	c := &storetest.Cut{Store: under, Behind: true}
	d := desk.New(c, nonces())
	h := must[hand.Hand](t)(d.Open(ctx, "a"))
	h = must[hand.Hand](t)(h.Do(graded(1, 8)))
	h, save, _ := h.Send()
	if n, _, err := d.Keep(ctx, save); n != 0 || err == nil {
		t.Fatal(n, err)
	}
	h = h.Failed(storetest.ErrCut)
	h = must[hand.Hand](t)(h.Do(graded(1, 9)))
	c.Dead, c.Left = false, 1000
	h, save, _ = h.Send()
	n, v, err := d.Keep(ctx, save)
	if n != 1 || err != nil {
		t.Fatal("the first of the two had landed:", n, err)
	}
	h = keep(t, d, h.Kept(n, v))
	got := must[hand.Hand](t)(d.Open(ctx, "a"))
	steps := 0
	for got.CanUndo() {
		got, _, _ = got.Undo()
		steps++
	}
	if steps != 2 || h.Now().Cycles[0].Answers["KK"][0].Grade != 9 {
		t.Error(steps, h.Now())
	}
}

func TestALandedSaveThatOthersBuiltOn(t *testing.T) {
	under := memory.New()
	seeded(t, under, client("a"))
	c := &storetest.Cut{Store: under, Behind: true}
	d := desk.New(c, nonces())
	h := must[hand.Hand](t)(must[hand.Hand](t)(d.Open(ctx, "a")).Do(graded(1, 8)))
	h, save, _ := h.Send()
	_, _, err := d.Keep(ctx, save)
	h = h.Failed(err)
	other := desk.New(under, func() string { return "other" })
	do(t, other, must[hand.Hand](t)(other.Open(ctx, "a")), graded(2, 3))
	c.Dead, c.Left = false, 1000
	h, save, _ = h.Send()
	n, v, err := d.Keep(ctx, save)
	if n != 1 || err != nil {
		t.Fatal(n, err)
	}
	h = must[hand.Hand](t)(h.Kept(n, v).Do(named("Z")))
	h, save, _ = h.Send()
	if _, _, err = d.Keep(ctx, save); !fault.Has(err, fault.Conflict) {
		t.Fatal("what the other did would be lost:", err)
	}
	h, _ = h.Rebase(must[hand.Hand](t)(d.Open(ctx, "a")))
	h = keep(t, d, h)
	if got := h.Now().Cycles[0].Answers["KK"]; len(got) != 2 {
		t.Error(got)
	}
}

// huge is a client whose answers fill several Applies.
func huge() account.Client {
	c := client("a")
	y := &c.Cycles[0]
	y.Remarks, y.NPS = map[account.Initials]string{}, map[account.Initials]account.NPS{}
	for i := range 4 {
		who := account.Initials(fmt.Sprintf("R%d", i))
		c.Respondents = append(c.Respondents, account.Respondent{Initials: who, Remark: strings.Repeat("漢", 20_000)})
		text := strings.Repeat(string(rune('🙂'+i)), 20_000)
		y.Remarks[who], y.NPS[who] = text, account.NPS{Why: text, Pleased: text, Missed: text}
	}
	for range 5 {
		y.Notes = append(y.Notes, account.Note{Text: strings.Repeat("é", 20_000)})
	}
	return c
}

func TestAClientMayBeLargerThanAnApply(t *testing.T) {
	s := memory.New()
	want := huge()
	d := seeded(t, s, want, client("b"))
	if got := must[account.Client](t)(d.Client(ctx, "a")); !reflect.DeepEqual(got, want) {
		t.Fatal("not what was imported")
	}
	seen(t, d)
	h := must[hand.Hand](t)(d.Open(ctx, "a"))
	shorten := hand.Change{Apply: func(c *account.Client) error {
		c.Cycles[0].Remarks = nil
		c.Cycles[0].NPS["R0"] = account.NPS{Score: 3}
		return nil
	}}
	do(t, d, h, graded(1, 8), shorten, named("Z"), graded(2, 8))
	h = must[hand.Hand](t)(d.Open(ctx, "a"))
	for h.CanUndo() {
		h2, label, err := h.Undo()
		if err != nil {
			t.Fatal(label, err)
		}
		h = keep(t, d, h2)
	}
	if got := must[account.Client](t)(d.Client(ctx, "a")); !reflect.DeepEqual(got, want) {
		t.Fatal("not what it was")
	}
	must[desk.Imported](t)(d.Import(ctx, true, file(client("a"))))
	clear(t, s)
	if err := s.Scan(ctx, "more/", func(r store.Record) error { return fmt.Errorf("left behind: %s", r.Key) }); err != nil {
		t.Error(err)
	}
}

// TestAnyOrderOfWork compares a client that two desks work on, with undo, redo
// and reopening, with a plain model of it.
func TestAnyOrderOfWork(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := memory.New()
		first := client("a")
		d := desk.New(s, func() string { return "import" })
		if _, err := d.Import(ctx, false, file(first)); err != nil {
			t.Fatal(err)
		}
		n := 0
		nonce := func() string { n++; return fmt.Sprint("n", n) }
		d = desk.New(s, nonce)
		open := func() hand.Hand {
			h, err := d.Open(ctx, "a")
			if err != nil {
				t.Fatal(err)
			}
			return h
		}
		h := open()
		// The model: the states that can be gone back to, now last, and those that can be done again.
		back, again := []account.Client{first.Tidy()}, []account.Client(nil)
		keep := func() {
			for h.Dirty() {
				h2, save, _ := h.Send()
				k, v, err := d.Keep(ctx, save)
				if err != nil {
					t.Fatal(err)
				}
				h = h2.Kept(k, v)
			}
		}
		t.Repeat(map[string]func(*rapid.T){
			"do": func(t *rapid.T) {
				h2, err := h.Do(anyChange(t))
				if err != nil {
					t.Skip(err)
				}
				if now := h2.Now().Tidy(); !reflect.DeepEqual(now, back[len(back)-1]) {
					back, again = append(back, now), nil
				} else if h2.Dirty() != h.Dirty() || len(back) > hand.Deepest {
					t.Skip("a step that says nothing")
				}
				h = h2
			},
			"undo": func(t *rapid.T) {
				if len(back) == 1 {
					t.Skip()
				}
				h2, label, err := h.Undo()
				if err != nil {
					t.Fatal(label, err)
				}
				h, again, back = h2, append(again, back[len(back)-1]), back[:len(back)-1]
			},
			"redo": func(t *rapid.T) {
				if len(again) == 0 {
					t.Skip()
				}
				h2, label, err := h.Redo()
				if err != nil {
					t.Fatal(label, err)
				}
				h, back, again = h2, append(back, again[len(again)-1]), again[:len(again)-1]
			},
			"keep":   func(*rapid.T) { keep() },
			"reopen": func(*rapid.T) { keep(); d = desk.New(s, nonce); h = open() },
			"": func(t *rapid.T) {
				if now := h.Now().Tidy(); !reflect.DeepEqual(now, back[len(back)-1]) {
					t.Fatalf("is %+v\nnot %+v", now, back[len(back)-1])
				}
				if h.CanUndo() != (len(back) > 1) || h.CanRedo() != (len(again) > 0) {
					t.Fatal("undo", h.CanUndo(), len(back), "redo", h.CanRedo(), len(again))
				}
				var file bytes.Buffer
				_ = portable.Write(&file, portable.File{Clients: []account.Client{h.Now()}})
				if f, err := portable.Read(&file); err != nil || !reflect.DeepEqual(f.Clients[0], back[len(back)-1]) {
					t.Fatal("cannot be exported and read back:", err)
				}
				if kept, err := d.Client(ctx, "a"); !h.Dirty() && (err != nil || !reflect.DeepEqual(kept, h.Now().Tidy())) {
					t.Fatal("what is kept is something else:", err)
				}
			},
		})
	})
}

// anyChange draws a change of every kind of record, some of which move them.
func anyChange(t *rapid.T) hand.Change {
	word := rapid.SampledFrom([]string{"", "a", "bb", "ccc d"}).Draw(t, "word")
	serial := uint16(rapid.IntRange(1, 2).Draw(t, "serial"))
	grade := account.Grade(rapid.IntRange(0, 10).Draw(t, "grade"))
	kinds := []func(*account.Client) error{
		func(c *account.Client) error { c.Name = word; return nil },
		func(c *account.Client) error { c.Cycles[0].Place = word; return nil },
		func(c *account.Client) error {
			return c.Answer("", "KK", account.Answer{Question: account.QuestionCode{KWI: 1, Serial: serial}, Grade: grade}, "2011-01-01")
		},
		func(c *account.Client) error { return c.Remark("", "KK", word, serial == 1) },
		func(c *account.Client) error {
			return c.PlanSession("", []account.Date{"2011-06-01", "2011-12-01", "2012-06-01"}[grade%3])
		},
		func(c *account.Client) error { return c.GoOn("2011-06-01", "", "because") },
		func(c *account.Client) error {
			_, err := c.AddAction("", account.Action{Text: word, KWI: 1}, account.Standard{Noticed: "n", Kept: "k"}, "2011-01-01")
			return err
		},
		func(c *account.Client) error {
			_, err := c.AddKWI("", account.KWI{Title: word}, account.Standard{Noticed: "n"})
			return err
		},
		func(c *account.Client) error { return c.DropKWI("", 2, "", "") },
		func(c *account.Client) error {
			return c.Assign("", "KK", account.QuestionCode{KWI: 1, Serial: serial}, grade > 5)
		},
		func(c *account.Client) error {
			year := 2010 + int(serial)
			i := slices.IndexFunc(c.Plans, func(p account.Plan) bool { return p.Year == year })
			switch {
			case i < 0:
				c.Plans = append(c.Plans, account.Plan{Year: year, Vision: word})
				slices.SortFunc(c.Plans, func(a, b account.Plan) int { return a.Year - b.Year })
			case word == "":
				c.Plans = slices.Delete(c.Plans, i, i+1)
			default:
				c.Plans[i].Mission = word
			}
			return nil
		},
	}
	return hand.Change{Label: hand.Label{Key: "k", Args: []string{word}}, Apply: rapid.SampledFrom(kinds).Draw(t, "kind")}
}
