package sync_test

import (
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/codec"
	"kwi/store"
	"kwi/store/memory"
)

// spoils has a note of the client be what nobody can read.
func (l *laptop) spoils(key string) {
	l.Helper()
	found, err := l.desk.Store().Get(ctx, key)
	if err == nil {
		_, err = l.desk.Store().Apply(ctx, store.Write{Op: store.Put, Key: key, Rev: found[0].Rev, Value: []byte{0xff}})
	}
	if err != nil {
		l.Fatal(err)
	}
}

// repairs does what check --repair does.
func (l *laptop) repairs() {
	l.Helper()
	r, err := l.desk.Check(ctx)
	if err == nil {
		_, err = l.desk.Repair(ctx, r)
	}
	if err == nil {
		r, err = l.desk.Check(ctx)
	}
	if err != nil || len(r.Derived()) > 0 {
		l.Fatal(l.name, err, r.Findings)
	}
}

// joins notes that the file belongs to a team.
func (l *laptop) joins() {
	l.Helper()
	if _, err := l.desk.Store().Apply(ctx, store.Write{Op: store.Put, Key: codec.Hub, Value: []byte(`{"team":"t"}`)}); err != nil {
		l.Fatal(err)
	}
}

// TestADroppedNoteLosesNothing: whatever was done in two places since, and whichever note
// was damaged and dropped, agreements and grades of both are there, nothing that others
// did is rolled back, nothing is there twice, and what differs waits for a choice.
func TestADroppedNoteLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, one, other := together(t)
		one.joins()
		start := one.client()
		y := start.Newest().Name
		q := start.Newest().KWIs[0].Questions[0].Code
		agrees := func(l *laptop, text string) {
			l.does(func(c *account.Client) error {
				_, err := c.AddAction(y, account.Action{Text: text, For: "RM", Side: account.SupplierSide, Date: "2011-06-01"}, account.Standard{}, "2011-06-01")
				return err
			})
		}
		agrees(other, "before")
		other.syncs()
		one.syncs()
		here, there := rapid.Bool().Draw(t, "here"), rapid.Bool().Draw(t, "there")
		sent := rapid.Bool().Draw(t, "sent") // before the note was damaged
		if here {
			one.does(graded("R1", q, 2))
			one.does(renamed("Here B.V."))
			agrees(one, "here")
		}
		if sent {
			one.syncs()
		}
		if there {
			if sent {
				other.syncs()
			}
			other.does(graded("R2", q, 9))
			other.does(renamed("There B.V."))
			if !here {
				agrees(other, "there")
			}
			other.syncs()
		}
		damaged := rapid.SampledFrom([]string{codec.HubKey("c1"), codec.BaseKey("c1", codec.ClientKey("c1"))}).Draw(t, "damaged")
		one.spoils(damaged)
		one.repairs()
		one.syncs()
		other.syncs()
		one.syncs()
		for _, l := range []*laptop{one, other} {
			c := l.client()
			now := c.Newest()
			texts := map[string]int{}
			for _, a := range now.Actions {
				texts[a.Text]++
			}
			if texts["before"] != 1 || here && texts["here"] != 1 || there && !here && texts["there"] != 1 {
				t.Fatalf("%s has the agreements %v", l.name, texts)
			}
			if here && now.Answers["R1"].Of(q).Grade != 2 && len(one.apart()) == 0 {
				t.Fatalf("%s: what R1 said is %v", l.name, now.Answers["R1"].Of(q))
			}
			if there && now.Answers["R2"].Of(q).Grade != 9 {
				t.Fatalf("%s: what R2 said was rolled back to %v", l.name, now.Answers["R2"].Of(q))
			}
			if there && c.Name != "There B.V." {
				t.Fatalf("%s is called %q: what others did was rolled back", l.name, c.Name)
			}
			if len(now.KWIs) != len(start.Newest().KWIs) || len(now.Actions) > len(start.Newest().Actions)+2 {
				t.Fatalf("%s has something twice: %s KWIs", l.name, strconv.Itoa(len(now.KWIs)))
			}
		}
		if here && there && !sent && len(one.apart()) == 0 {
			t.Fatal("two names, and nothing waits for a choice")
		}
	})
}

// TestADroppedNoteKeepsBothWords: a KWI that was changed in both places is not
// a second one beside that of the hub.
func TestADroppedNoteKeepsBothWords(t *testing.T) {
	hub := memory.New()
	one, other := newLaptop(t, "one", hub), newLaptop(t, "other", hub)
	c := account.Client{ID: "c1", Name: "C", Kind: account.External, Approach: account.Extended, Cycles: []account.Cycle{{
		Name: "2026H1", Stage: account.Initialise, AnswersBy: account.ByName,
		KWIs: []account.KWI{{Code: 1, Title: "Was", Expectation: "Was", Questions: []account.Question{{Code: account.QuestionCode{KWI: 1, Serial: 1}, Text: "Was?"}}}},
	}}}
	one.brings(c)
	one.joins()
	one.syncs()
	other.syncs()
	said := func(words string) func(*account.Client) error {
		return func(c *account.Client) error {
			k := &c.Cycles[0].KWIs[0]
			k.Title, k.Expectation, k.Questions[0].Text = words, words, words
			return nil
		}
	}
	if !one.does(said("Here?")) || !other.does(said("There?")) {
		t.Fatal("it was not changed")
	}
	other.syncs()
	one.spoils(codec.HubKey("c1"))
	one.repairs()
	one.syncs()
	c = one.client()
	if y := c.Newest(); len(y.KWIs) != 1 || len(y.KWIs[0].Questions) != 1 || y.KWIs[0].Title != "There?" {
		t.Errorf("it became %+v", y.KWIs)
	}
	if len(one.apart()) != 3 {
		t.Errorf("apart are %+v", one.apart())
	}
}

// TestWhatARescueLostIsNotTakenOutElsewhere: a file of which not all could be rescued is
// compared afresh, and what it lacks comes from the hub.
func TestWhatARescueLostIsNotTakenOutElsewhere(t *testing.T) {
	_, one, other := together(t)
	one.does(func(c *account.Client) error {
		c.Newest().Answers = nil
		c.Newest().Actions = nil
		return nil
	})
	if n, err := one.desk.ForgetHub(ctx); n != 1 || err != nil {
		t.Fatal(n, err)
	}
	one.syncs()
	other.syncs()
	for _, l := range []*laptop{one, other} {
		c, start := l.client(), measured()
		if len(c.Newest().Answers) != len(start.Newest().Answers) || len(c.Newest().Actions) != len(start.Newest().Actions) {
			t.Errorf("%s lost something", l.name)
		}
	}
}
