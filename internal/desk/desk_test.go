package desk_test

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/internal/portable"
	"kwi/store"
	"kwi/store/memory"
)

var ctx = context.Background()

// nonces gives n1, n2, …
func nonces() func() string {
	n := 0
	return func() string { n++; return fmt.Sprintf("n%d", n) }
}

func fresh() *desk.Desk { return desk.New(memory.New(), nonces()) }

func must[T any](t testing.TB) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// named is a change that gives the client another name.
func named(name string) hand.Change {
	return hand.Change{Label: hand.Label{Key: "test.name", Args: []string{name}}, Apply: func(c *account.Client) error { c.Name = name; return nil }}
}

// do does changes and keeps each of them.
func do(t testing.TB, d *desk.Desk, h hand.Hand, changes ...hand.Change) hand.Hand {
	t.Helper()
	for _, c := range changes {
		var err error
		if h, err = h.Do(c); err != nil {
			t.Fatal(err)
		}
		h = keep(t, d, h)
	}
	return h
}

// keep sends until all is kept.
func keep(t testing.TB, d *desk.Desk, h hand.Hand) hand.Hand {
	t.Helper()
	for h.Dirty() {
		h2, save, _ := h.Send()
		n, v, err := d.Keep(ctx, save)
		if err != nil || n == 0 {
			t.Fatal("kept", n, err)
		}
		h = h2.Kept(n, v)
	}
	return h
}

func client(id string) account.Client {
	return account.Client{ID: id, Name: strings.ToUpper(id), Kind: account.External, Approach: account.Extended,
		Respondents: []account.Respondent{{Initials: "KK", Name: "Kees"}},
		Cycles: []account.Cycle{{Name: "2011H1", Stage: account.Measure, AnswersBy: account.ByName,
			KWIs:     []account.KWI{{Code: 1, Title: "T", Questions: []account.Question{{Code: account.QuestionCode{KWI: 1, Serial: 1}, Kind: account.Own}, {Code: account.QuestionCode{KWI: 1, Serial: 2}, Kind: account.Own}}}},
			Assigned: map[account.Initials][]account.QuestionCode{"KK": {{KWI: 1, Serial: 1}, {KWI: 1, Serial: 2}}},
		}}}
}

func file(clients ...account.Client) portable.File {
	return portable.File{Supplier: "S", Clients: clients}
}

func seeded(t testing.TB, s store.Store, clients ...account.Client) *desk.Desk {
	t.Helper()
	d := desk.New(s, nonces())
	must[desk.Imported](t)(d.Import(ctx, false, file(clients...)))
	return d
}

func graded(serial uint16, g account.Grade) hand.Change {
	return hand.Change{Label: hand.Label{Key: "test.answer"}, Apply: func(c *account.Client) error {
		return c.Answer("2011H1", "KK", account.Answer{Question: account.QuestionCode{KWI: 1, Serial: serial}, Grade: g}, "2011-06-01")
	}}
}

func TestWhatIsKeptIsThere(t *testing.T) {
	d := seeded(t, memory.New(), client("a"))
	h := must[hand.Hand](t)(d.Open(ctx, "a"))
	h = do(t, d, h, named("Anna"), graded(1, 8), graded(2, 6))
	now := must[account.Client](t)(d.Client(ctx, "a"))
	if !reflect.DeepEqual(now, h.Now().Tidy()) {
		t.Errorf("%+v\n%+v", now, h.Now())
	}
	lines, err := d.Portfolio(ctx)
	if err != nil || len(lines) != 1 || lines[0].Name != "Anna" || lines[0].Score != 700 {
		t.Errorf("%+v, %v", lines, err)
	}
}

func TestTheWayBackOutlivesTheProgram(t *testing.T) {
	s := memory.New()
	d := seeded(t, s, client("a"))
	do(t, d, must[hand.Hand](t)(d.Open(ctx, "a")), named("1"), graded(1, 8), named("2"), graded(1, 9), graded(2, 3))
	first := client("a")
	for range 2 {
		d = desk.New(s, nonces())
		h := must[hand.Hand](t)(d.Open(ctx, "a"))
		var labels []string
		for h.CanUndo() {
			h2, label, err := h.Undo()
			if err != nil {
				t.Fatal(label, err)
			}
			labels = append(labels, label.Key)
			h = keep(t, d, h2)
		}
		if got := h.Now(); !reflect.DeepEqual(got.Tidy(), first.Tidy()) || len(labels) != 5 {
			t.Fatalf("%+v %v", got, labels)
		}
		d = desk.New(s, nonces())
		h = must[hand.Hand](t)(d.Open(ctx, "a"))
		for h.CanRedo() {
			h2, _, err := h.Redo()
			if err != nil {
				t.Fatal(err)
			}
			h = keep(t, d, h2)
		}
		y := h.Now().Cycles[0]
		if h.Now().Name != "2" || y.Answers["KK"].Of(account.QuestionCode{KWI: 1, Serial: 1}).Grade != 9 || len(y.Answers["KK"]) != 2 {
			t.Fatalf("%+v", h.Now())
		}
	}
}

func TestTheJournalKeepsTheDeepestSteps(t *testing.T) {
	s := memory.New()
	d := seeded(t, s, client("a"))
	h := must[hand.Hand](t)(d.Open(ctx, "a"))
	for i := range hand.Remembered + 30 {
		h = do(t, d, h, named(fmt.Sprint(i)))
	}
	n := 0
	if err := s.Scan(ctx, "step/", func(store.Record) error { n++; return nil }); err != nil || n != hand.Remembered {
		t.Fatalf("%d steps, %v", n, err)
	}
	h = must[hand.Hand](t)(d.Open(ctx, "a"))
	for range hand.Deepest {
		h2, _, err := h.Undo()
		if err != nil {
			t.Fatal(err)
		}
		h = h2
	}
	if h.CanUndo() || h.Now().Name != fmt.Sprint(hand.Remembered+29-hand.Deepest) {
		t.Error(h.CanUndo(), h.Now().Name)
	}
	keep(t, d, h)
}

func TestManyStepsGoAtOnceHoweverLargeTheyAre(t *testing.T) {
	d := seeded(t, memory.New(), client("a"))
	h := must[hand.Hand](t)(d.Open(ctx, "a"))
	long := strings.Repeat("0123456789abcdef", 5_000) // no two steps have anything in common
	for i := range 19 {
		text := strings.Repeat(fmt.Sprint(i%10), 5_000) + long[i:][:14_000] // as long as a text may be
		h = must[hand.Hand](t)(h.Do(hand.Change{Apply: func(c *account.Client) error {
			a := &c.Cycles[0].Analysis
			for _, at := range []*string{&a.Remarks, &a.Outliers, &a.Proposals, &a.Misunderstanding, &a.Surprise, &a.Disappointment, &a.Noticed, &c.Respondents[0].Remark} {
				*at = text
			}
			return nil
		}}))
	}
	h, save, _ := h.Send()
	n, v, err := d.Keep(ctx, save)
	if err != nil || n != 19 {
		t.Fatal(n, err)
	}
	do(t, d, h.Kept(n, v), graded(1, 8)) // and the version is good for the next
}

func TestConflictAndRebase(t *testing.T) {
	s := memory.New()
	d1, d2 := seeded(t, s, client("a")), desk.New(s, func() string { return "other" })
	h1, h2 := must[hand.Hand](t)(d1.Open(ctx, "a")), must[hand.Hand](t)(d2.Open(ctx, "a"))
	h1 = do(t, d1, h1, graded(1, 8))
	h2 = must[hand.Hand](t)(h2.Do(graded(2, 4)))
	h2, save, _ := h2.Send()
	if n, _, err := d2.Keep(ctx, save); !fault.Has(err, fault.Conflict) || n != 0 {
		t.Fatal(n, err)
	}
	newer := must[hand.Hand](t)(d2.Open(ctx, "a"))
	h2, lost := h2.Rebase(newer)
	if lost != nil {
		t.Fatal(lost)
	}
	h2 = keep(t, d2, h2)
	if got := must[account.Client](t)(d1.Client(ctx, "a")); len(got.Cycles[0].Answers["KK"]) != 2 || !reflect.DeepEqual(got, h2.Now().Tidy()) {
		t.Error(got)
	}
	if _, _, err := h1.Undo(); err != nil {
		t.Error(err)
	}
	// The other desk undoes the first one's step, which stands before its own in the journal.
	h3 := must[hand.Hand](t)(d2.Open(ctx, "a"))
	for h3.CanUndo() {
		h4, _, err := h3.Undo()
		if err != nil {
			t.Fatal(err)
		}
		h3 = keep(t, d2, h4)
	}
	if got := h3.Now().Tidy(); !reflect.DeepEqual(got, client("a").Tidy()) {
		t.Errorf("%+v", got)
	}
}
