package main

import (
	"context"
	"reflect"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/portable"
	"kwi/store"
	"kwi/store/memory"
)

// withOneContact is a store with one client of the simple approach, whose
// contact was asked nothing yet.
func withOneContact(t *testing.T, tag string) store.Store {
	t.Helper()
	c := account.Client{ID: "facilitair", Name: "Facilitair", Kind: account.Internal, Approach: account.Simple,
		Respondents: []account.Respondent{{Initials: "MM", Name: "Marga Meijer", Language: tag}},
		Colleagues:  []account.Colleague{{Initials: "RM", Name: "Joe Bestseller"}},
		Cycles:      []account.Cycle{{Name: "2026H2", AnswersBy: account.ByName}}}
	s := memory.New()
	if _, err := desk.New(s, nonce).Import(context.Background(), false, portable.File{Supplier: "Bestseller", Clients: []account.Client{c}}); err != nil {
		t.Fatal(err)
	}
	return s
}

// TestJourneyOfTheSimpleApproach goes round the five steps into the next round,
// in both languages.
func TestJourneyOfTheSimpleApproach(t *testing.T) {
	for tag, say := range map[string]struct {
		value, own, work, same, dialogue, anew, mailed, question string
	}{
		"nl": {"1 Waardevraag", "2 Eigen vragen", "3 Laten merken", "4 Zelfde vragen", "5 Dialoog", "Stel de waardevraag opnieuw", "Teruggemaild: ", "Welke vraag kan ik u over zes maanden stellen"},
		"en": {"1 Value question", "2 Own questions", "3 Work noticed", "4 Same questions", "5 Dialogue", "Ask the value question anew", "Mailed back: ", "Which question can I ask you in six months"},
	} {
		t.Run(tag, func(t *testing.T) {
			s := withOneContact(t, tag)
			d := knowing(t, s, tag)
			now := func() *account.Cycle {
				c := kept(t, s, "facilitair")
				return c.Newest()
			}

			d.Press("enter")
			d.See(say.value, "◐───○───○───○───○", say.question, "Marga Meijer")
			d.Press("enter", "enter")
			if now().Go == "" {
				t.Fatalf("the value question was not put:\n%s", d.Screen())
			}
			d.Press("g", "enter")
			d.See(say.own)

			d.Press("enter")
			for _, q := range []string{"Wij weten wie er begint.", "Aanvragen zijn compleet.", "Alles komt terug."} {
				d.Type(q)
				d.Press("enter")
			}
			d.Press("esc", "esc", "s", "enter")
			d.See(say.mailed)
			if y := now(); len(y.Assigned["MM"]) != 4 || len(y.Sent["MM"]) != 1 {
				t.Fatalf("asked %v, sent %v", y.Assigned, y.Sent)
			}
			d.Press("g", "enter")
			d.See(say.work)

			d.Press("n")
			d.Type("Iedere maandag een lijst @Joe 2 december")
			d.Press("enter", "esc", "tab", "n")
			d.Type("Loopt")
			d.Press("ctrl+s", "g", "enter")
			d.See(say.same, "Marga Meijer")

			d.Press("enter", "8", "7", "8", "9", "esc", "g", "enter")
			d.See(say.dialogue, "Wij weten wie er begint.")

			d.Press("a")
			d.Type("De meldkamer merkt het.")
			d.Press("esc", "esc")
			d.See(say.dialogue)
			d.Press("tab", "space", "alt+g")
			d.Press("enter")
			d.See(say.anew)
			d.Press("enter")
			d.See(say.value, say.question)
			c := kept(t, s, "facilitair")
			y := c.Newest()
			if len(c.Cycles) != 2 || y.Stage != account.Initialise || y.Go != "" || len(y.Assigned["MM"]) < 4 || len(c.Cycles[0].Reasons) != 0 {
				t.Errorf("the next round is %+v, after reasons %v", y, c.Cycles[0].Reasons)
			}
		})
	}
}

// TestJourneyOfGrowing changes the approach halfway, there and back: the rail
// follows, and nothing of the client is lost.
func TestJourneyOfGrowing(t *testing.T) {
	s := withOneContact(t, "nl")
	elsewhereOf(t, s, func(c *account.Client) error {
		if _, err := c.AskOwn("", "MM", "Vragen van Marga Meijer", "Wij weten wie er begint.", account.Standard{Noticed: "Wij merkten het."}); err != nil {
			return err
		}
		c.Newest().Stage = account.Realise
		return nil
	})
	before := kept(t, s, "facilitair")
	d := knowing(t, s, "nl")
	change := func(to string) {
		t.Helper()
		d.Press("ctrl+p")
		d.Type(to)
		d.Press("enter", "enter")
	}
	d.Press("enter")
	d.See("3 Laten merken")
	change("naar alle zeven fasen")
	d.See("5 Realiseren")
	d.Press("[")
	d.See("4 Communiceren")
	change("naar de eenvoudige aanpak")
	d.Press("1", "2")
	d.See("2 Eigen vragen", "Wij weten wie er begint.")
	d.Press("]")
	d.See("3 Laten merken")
	d.Press("[", "[")
	d.See("1 Waardevraag")
	d.Press("6")
	d.See("1 Waardevraag")
	if after := kept(t, s, "facilitair"); !reflect.DeepEqual(before, after) {
		t.Errorf("after there and back:\n%+v\nwas\n%+v", after, before)
	}
	d.Press("u", "enter")
	d.See("1 Initiëren")
	if c := kept(t, s, "facilitair"); c.Approach != account.Extended {
		t.Error("one key and a yes do not change the approach")
	}
	if strings.Contains(d.Screen(), "Waardevraag") {
		t.Errorf("\n%s", d.Screen())
	}
}

// elsewhereOf changes the one client as another window would.
func elsewhereOf(t *testing.T, s store.Store, change func(*account.Client) error) {
	t.Helper()
	d := desk.New(s, nonce)
	c := kept(t, s, "facilitair")
	if err := change(&c); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Import(context.Background(), true, portable.File{Supplier: "Bestseller", Clients: []account.Client{c}}); err != nil {
		t.Fatal(err)
	}
}

// TestKeysOfTheSimpleApproach counts the keys of its steps: two people need few.
func TestKeysOfTheSimpleApproach(t *testing.T) {
	for _, task := range []struct {
		name  string
		stage account.Stage
		keys  string
		most  int
		done  func(c account.Client) bool
	}{
		{"note that the value question was put", account.Initialise, "enter enter", 2, func(c account.Client) bool { return c.Newest().Go != "" && c.Respondents[0].Willing != "" }},
		{"write three questions down", account.Draft, "enter 'Wij_weten_het. enter 'Alles_komt_terug. enter 'Het_klopt. enter", 4, func(c account.Client) bool { return len(c.Newest().Assigned["MM"]) == 5 }},
		{"note that they were mailed back", account.Draft, "s enter", 2, func(c account.Client) bool { return len(c.Newest().Sent["MM"]) == 1 }},
		{"grow to all seven stages", account.Initialise, "u enter", 2, func(c account.Client) bool { return c.Approach == account.Extended }},
	} {
		s := withOneContact(t, "nl")
		elsewhereOf(t, s, func(c *account.Client) error {
			c.Newest().Stage = task.stage
			_, err := c.AskOwn("", "MM", "Vragen van Marga Meijer", "Wij weten wie er begint.", account.Standard{Noticed: "Wij merkten het."})
			return err
		})
		d := knowing(t, s, "nl")
		d.Press("enter")
		n := pressed(d, task.keys)
		d.Press("esc", "esc")
		if c := kept(t, s, "facilitair"); !task.done(c) {
			t.Errorf("%s: not done:\n%s", task.name, d.Screen())
		}
		if n > task.most {
			t.Errorf("%s takes %d keys, and %d are enough", task.name, n, task.most)
		}
		t.Logf("%-55s %d", task.name, n)
	}
}

// TestJourneyOfTheSimpleTalkTogether: the value question is put with the contact
// beside, who sees it and the questions that come of it, and no more.
func TestJourneyOfTheSimpleTalkTogether(t *testing.T) {
	s := withOneContact(t, "nl")
	d := knowing(t, s, "nl")
	d.Press("enter", "f2", "enter", "enter")
	d.See("Marga Meijer", "1 van 4")
	d.Miss("KWI", "Waarom eenvoudig")
	d.Type("Wij weten wie er begint.\n")
	d.Type("Alles komt terug.\n")
	d.Press("tab", "tab")
	d.See("3 van 4")
	d.Press("tab")
	d.See("4 van 4")
	d.Press("tab")
	d.See("4 van 4")
	c := kept(t, s, "facilitair")
	if y := c.Newest(); len(y.KWIs) != 1 || len(y.KWIs[0].Questions) != 3 || y.KWIs[0].WishedBy != "MM" {
		t.Errorf("they asked %+v", y.KWIs)
	}
	d.Press("f2")
	leaveMeeting(d)
	goAlone(d)
	d.See("1 Waardevraag")
}
