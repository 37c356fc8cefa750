package desk_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/codec"
	"kwi/internal/desk"
	"kwi/internal/hand"
	"kwi/store"
	"kwi/store/memory"
)

// noting is a change that adds a note of a talk with somebody else.
func noting(text string) hand.Change {
	return hand.Change{Label: hand.Label{Key: "test.note"}, Apply: func(c *account.Client) error {
		c.Cycles[0].Notes = append(c.Cycles[0].Notes, account.Note{Date: "2011-01-01", Text: text})
		return nil
	}}
}

// unnoted is a change that takes the notes out.
func unnoted() hand.Change {
	return hand.Change{Label: hand.Label{Key: "test.note"}, Apply: func(c *account.Client) error { c.Cycles[0].Notes = nil; return nil }}
}

// everyRecord is all that a store holds about a client.
func everyRecord(t *testing.T, s store.Store, id string) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	err := s.Scan(ctx, "", func(r store.Record) error {
		if strings.Contains(r.Key+"/", "/"+id+"/") {
			all[r.Key] = bytes.Clone(r.Value)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestErasingTouchesNoClientThatNobodyMeant: at another client nothing goes and nothing
// is changed, its history among it, unless that was asked; what stays there is told.
func TestErasingTouchesNoClientThatNobodyMeant(t *testing.T) {
	t.Parallel()
	s := memory.New()
	x, y := client("x"), client("y")
	x.Respondents = append(x.Respondents, account.Respondent{Initials: "ZZ", Name: "Zus Zeeman"})
	y.Respondents = append(y.Respondents, account.Respondent{Initials: "Z", Name: "Zus Zeeman"})
	d := seeded(t, s, x, y)
	do(t, d, must[hand.Hand](t)(d.Open(ctx, "y")), noting("Zus Zeeman was er"), unnoted(), noting("Zus Zeeman komt ook"), named("other"))
	if err := d.KeepDrafts(ctx, "y", []hand.Draft{draft("p", "Bel Zus Zeeman")}, nil); err != nil {
		t.Fatal(err)
	}
	was := everyRecord(t, s, "y")
	p, _ := x.Person("ZZ")
	e := desk.Erasing{Person: p, Today: "2026-11-27", Instead: map[string]string{"Zus Zeeman komt ook": "Iemand komt ook"}}
	done := must[desk.Erasure](t)(d.Erase(ctx, e))
	now := everyRecord(t, s, "y")
	if len(now) != len(was) {
		t.Errorf("%d records became %d", len(was), len(now))
	}
	for key := range was {
		if !bytes.Equal(was[key], now[key]) {
			t.Errorf("%s is another than it was", key)
		}
	}
	if len(done.Elsewhere) != 1 || len(done.Clients) != 1 || done.Drafts != 0 || done.Replaced != 0 {
		t.Fatalf("%+v", done)
	}
	if at := done.Elsewhere[0]; at.Name != "other" || len(at.Who) != 1 || at.Texts != 1 || !at.Journal || at.Drafts != 1 {
		t.Errorf("%+v", at)
	}
	e.Everywhere, e.Person.Client, e.Person.Initials = true, "y", []account.Initials{"Z"}
	if done = must[desk.Erasure](t)(d.Erase(ctx, e)); done.Drafts != 1 || done.Replaced != 1 || len(done.Elsewhere) != 0 {
		t.Errorf("%+v", done)
	}
	for key, value := range everyRecord(t, s, "y") {
		if bytes.Contains(value, []byte("Zeeman")) {
			t.Errorf("%s still names them", key)
		}
	}
}

// TestErasingFindsWhatTheyWereCalledBefore: the name and the initials from before are
// found in texts of others, in the history and in what was typed.
func TestErasingFindsWhatTheyWereCalledBefore(t *testing.T) {
	t.Parallel()
	s := memory.New()
	x := client("x")
	x.Respondents = append(x.Respondents, account.Respondent{Initials: "ZZ", Name: "Zus Zeeman"})
	x.Cycles[0].Notes = []account.Note{{Date: "2011-01-01", With: "KK", Text: "Vraag Zeeman"}, {Date: "2011-01-02", With: "KK", Text: "Vraag ZZ eens"}}
	d := seeded(t, s, x)
	do(t, d, must[hand.Hand](t)(d.Open(ctx, "x")),
		hand.Change{Label: hand.Label{Key: "test"}, Apply: func(c *account.Client) error { c.Respondent("ZZ").Name = "Zus de Vries"; return nil }},
		hand.Change{Label: hand.Label{Key: "test"}, Apply: func(c *account.Client) error { return c.RenameInitials("ZZ", "ZV") }})
	if err := d.KeepDrafts(ctx, "x", []hand.Draft{draft("p", "Mevrouw Zeeman belt"), draft("interview/2011H1/ZZ", "wil korting"), draft("interview/2011H1/KK", "wil ook korting")}, nil); err != nil {
		t.Fatal(err)
	}
	now := must[account.Client](t)(d.Client(ctx, "x"))
	p, _ := now.Person("ZV")
	done := must[desk.Erasure](t)(d.WouldErase(ctx, desk.Erasing{Person: p, Today: "2026-11-27"}))
	var texts []string
	for _, w := range done.Writings {
		texts = append(texts, w.Text)
	}
	if !slices.Equal(texts, []string{"Vraag Zeeman", "Vraag ZZ eens"}) || done.Drafts != 1 {
		t.Errorf("%q, %d drafts", texts, done.Drafts)
	}
	must[desk.Erasure](t)(d.Erase(ctx, desk.Erasing{Person: p, Today: "2026-11-27", Unseen: "[weg]"}))
	if left := draftTexts(must[[]hand.Draft](t)(desk.New(s, nonces()).Drafts(ctx, "x"))); !slices.Equal(left, []string{"wil ook korting"}) {
		t.Errorf("%q are left", left)
	}
	for key, value := range everyRecord(t, s, "x") {
		if k, _ := codec.Parse(key); bytes.Contains(value, []byte("Zeeman")) || bytes.Contains(value, []byte("ZZ")) {
			t.Errorf("%s still names them (%v)", key, k.Kind)
		}
	}
}
