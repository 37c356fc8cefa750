package main

import (
	"context"
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/score"
	"kwi/store"
	"kwi/ui"
)

// unsent is a cycle of which nobody outside has met a question.
func unsent(y *account.Cycle) {
	y.Answers, y.Answered, y.NPS, y.Remarks, y.Released, y.Sent, y.Sendings = nil, nil, nil, nil, nil, nil, nil
}

// wentOut is NewMedia in communicate, with everybody's list out.
func wentOut(c *account.Client) error {
	y := c.Newest()
	y.Stage = account.Communicate
	y.Sendings = nil
	for who, codes := range y.Assigned {
		if len(codes) == 0 {
			continue
		}
		s := account.Sending{Mark: account.MarkOf([]byte(strings.Repeat(string(who), 16))), Date: "2026-11-01", Promise: y.Promise(), Asked: y.Wording(who)}
		if err := c.Issue(y.Name, who, s); err != nil {
			return err
		}
		if err := c.Send(y.Name, who, "2026-11-01"); err != nil {
			return err
		}
	}
	return nil
}

// atQuestion is the test screen on the first question of the first KWI.
var atQuestion = []string{"enter", "3", "home", "down"}

// Other words of a question that went out: the same, noted and back again; another,
// with a code of its own; or not after all.
func TestJourneyOfAQuestionThatGetsOtherWords(t *testing.T) {
	s := stocked(t)
	elsewhere(t, s, wentOut)
	d := sitWith(t, s, "nl", 80, 24, func(c *ui.Config) { c.Me = account.User{Name: "Joe Bestseller", Initials: "RM"} })
	d.Press(atQuestion...)
	d.Press("enter")
	d.Press("ctrl+u")
	d.Type("Kennis staat in het dossier.")
	d.Press("enter")
	d.See("in andere woorden", "“Kennis staat in het dossier.”", "Dezelfde vraag, beter gezegd", "Een andere vraag", "Opnieuw te versturen:")
	d.Press("esc")
	if c := kept(t, s, "newmedia"); len(c.Newest().Amendments) > 0 {
		t.Fatalf("nothing was said, and it is noted: %+v", c.Newest().Amendments)
	}
	d.Press("enter", "ctrl+z")
	reword := func(text string, choose ...string) {
		t.Helper()
		d.Press("ctrl+u")
		d.Type(text)
		d.Press("enter")
		d.Press(choose...)
	}
	q := func(code string) *account.Question {
		c := kept(t, s, "newmedia")
		parsed, _ := account.ParseQuestionCode(code)
		return c.Newest().Question(parsed)
	}
	reword("Kennis staat in het dossier.", "enter")
	c := kept(t, s, "newmedia")
	if m := c.Newest().Amendments; len(m) != 1 || m[0].By != "Joe Bestseller" || m[0].As != account.SameQuestion || q("1.02").Text != "Kennis staat in het dossier." {
		t.Fatalf("noted: %+v", m)
	}
	d.See("lopen nu achter")
	if n := len(c.ListsBehind(c.Newest())); n != 2 {
		t.Errorf("%d lists are behind", n)
	}
	d.Press("ctrl+z")
	if c = kept(t, s, "newmedia"); len(c.Newest().Amendments) > 0 || q("1.02").Text == "Kennis staat in het dossier." {
		t.Error("it is not all taken back")
	}
	d.Press("enter")
	reword("Onze mensen leren van elkaar.", "down", "enter")
	c = kept(t, s, "newmedia")
	if m := c.Newest().Amendments; len(m) != 1 || m[0].As != account.OtherOne || q(m[0].To) == nil || q(m[0].To).Text != "Onze mensen leren van elkaar." {
		t.Fatalf("noted: %+v", m)
	}
	d.See("f8 brengt je erheen")
	d.Press("f8")
	d.See("opnieuw", "1.05 nieuw, 1.02 vervallen")
	for _, k := range c.Gate(c.Newest(), account.Communicate, "2026-11-21") {
		if k.Name == account.SentToAll && (k.Met || len(k.Missing) == 0) {
			t.Errorf("a list that is behind is not missed: %+v", k)
		}
	}
	d.Press("esc")
	d.See("1.05")
	d.Press("ctrl+z")
	d.Miss("f8 brengt je erheen")
}

// figures are those that the portfolio shows of NewMedia.
func figures(t *testing.T, s store.Store) []score.Figure {
	t.Helper()
	lines, err := desk.New(s, nonce).Portfolio(context.Background())
	for _, l := range lines {
		if l.ID == "newmedia" {
			return append(slices.Clone(l.Trend), l.Score)
		}
	}
	t.Fatal(err, "NewMedia is not there")
	return nil
}

// An answered cell is asked about before it goes, with how many answers it puts
// aside; ctrl+z brings them back with their grade.
func TestJourneyOfAnAnswerThatIsPutAside(t *testing.T) {
	for _, by := range []account.AnswersBy{account.ByName, account.ByGroup} {
		s := stocked(t)
		elsewhere(t, s, func(c *account.Client) error {
			c.Newest().AnswersBy = by
			return wentOut(c)
		})
		d := sit(t, s, "nl", 80, 24)
		d.Press(atQuestion...)
		d.Press("right", "right", "right", "right")
		was := grade(t, s, "1.02")
		d.Press("space")
		d.See("Hierop is 1 antwoord gegeven", "ctrl+z haalt het terug")
		d.Press("esc")
		if grade(t, s, "1.02") != was {
			t.Error("it went on a no")
		}
		d.Press("space", "enter")
		c := kept(t, s, "newmedia")
		m := c.Newest().Amendments
		if len(m) != 1 || m[0].As != account.PutAside || grade(t, s, "1.02") != "" || (m[0].Was == was) != (by == account.ByName) {
			t.Errorf("%s: noted %+v", by, m)
		}
		d.Press("ctrl+z")
		if c = kept(t, s, "newmedia"); grade(t, s, "1.02") != was || len(c.Newest().Amendments) > 0 {
			t.Errorf("%s: %q came back", by, grade(t, s, "1.02"))
		}
	}
}

// One window gives a question other words while another sends the lists: the
// words are not changed unsaid, and what was typed is told.
func TestWordsThatChangeWhileTheListGoesOut(t *testing.T) {
	s := stocked(t)
	w := openWindow(t, s)
	for _, k := range append(slices.Clone(atQuestion), "enter", "ctrl+u") {
		w.press(k)
		w.settle()
	}
	elsewhere(t, s, func(c *account.Client) error { // nobody answered yet, and nothing is out
		unsent(c.Newest())
		return nil
	})
	w.hears(t, s)
	w.settle()
	for _, r := range "Kort." {
		w.press(string(r))
	}
	w.press("enter") // and its save is on its way
	elsewhere(t, s, wentOut)
	settleAll(t, s, w)
	screen := strings.Join(strings.Fields(w.screen()), " ")
	c := kept(t, s, "newmedia")
	code, _ := account.ParseQuestionCode("1.02")
	if c.Newest().Question(code).Text == "Kort." || len(c.Newest().Amendments) > 0 {
		t.Error("it was changed though nobody said what that means")
	}
	if !strings.Contains(screen, "ging intussen de deur uit") || !strings.Contains(screen, "Kort.") {
		t.Errorf("it is not told:\n%s", w.screen())
	}
}

// Words in a closed cycle are corrected with a reason, and nothing more is asked.
func TestJourneyOfWordsInAClosedCycle(t *testing.T) {
	s := stocked(t)
	elsewhere(t, s, func(c *account.Client) error {
		c.Newest().Stage = account.Session
		return c.GoOn("2026-11-21", "", "klaar")
	})
	d := sit(t, s, "nl", 80, 24)
	d.Press("enter", "3", "c", "down", "enter", "home", "down")
	d.See("2011H1")
	d.Press("enter", "ctrl+u")
	d.Type("Beter gespeld.")
	d.Press("enter")
	d.See("Cyclus 2011H1 is gesloten", "met de reden")
	d.Type("een typefout")
	d.Press("enter")
	c := kept(t, s, "newmedia")
	y := c.Cycle("2011H1")
	if len(y.Corrections) == 0 || len(y.Amendments) != 1 || y.Amendments[0].As != account.SameQuestion {
		t.Errorf("%+v %+v\n%s", y.Corrections, y.Amendments, d.Screen())
	}
}

// A grade of a closed cycle is corrected with a reason: it stands on the page of
// corrections on one key, in the trend with what it was, and in the document for
// ourselves; undone it is nowhere.
func TestJourneyOfAGradeInAClosedCycle(t *testing.T) {
	s := stocked(t)
	elsewhere(t, s, func(c *account.Client) error {
		c.Newest().Stage = account.Session
		return c.GoOn("2026-11-21", "", "klaar")
	})
	d := sitWith(t, s, "nl", 80, 24, func(c *ui.Config) { c.Me = account.User{Name: "Joe Bestseller"} })
	was := figures(t, s)
	d.Press("enter", "8", "c", "down", "enter")
	d.See("2011H1")
	d.Press("6", "end", "enter", "home", "2", "enter")
	d.See("Cyclus 2011H1 is gesloten", "cijfer 1.02 van KK")
	d.Type("verkeerd overgenomen")
	d.Press("enter", "esc", "C")
	if now := figures(t, s); slices.Equal(was, now) {
		t.Errorf("the figures of the portfolio stay %v", now)
	}
	d.See("Gecorrigeerd nadat de uitkomst verteld was", "Joe Bestseller", "KK 1.02: 6 → 2", "Reden: verkeerd overgenomen")
	d.Press("enter", "end")
	d.See("Totaal *", "“Totaal” is gecorrigeerd; verteld was 7,10")
	d.Press("tab", "end")
	d.See("* 6,84", "“Totaal” is gecorrigeerd; verteld was 7,10")
	d.Press("ctrl+z")
	d.See("7,10")
	d.Miss("gecorrigeerd; verteld")
	if c := kept(t, s, "newmedia"); len(c.Cycle("2011H1").Corrections) > 0 {
		t.Errorf("%+v", c.Cycle("2011H1").Corrections)
	}
	if now := figures(t, s); !slices.Equal(was, now) {
		t.Errorf("undone the portfolio has %v, not %v", now, was)
	}
}

// Who was there, and the evidence of what was done, are corrected with a reason,
// and the page tells what stood there.
func TestJourneyOfASessionAndAnActionInAClosedCycle(t *testing.T) {
	s := stocked(t)
	elsewhere(t, s, func(c *account.Client) error {
		y := c.Newest()
		y.Stage = account.Session
		y.Actions = slices.Clone(y.Actions)
		y.Actions[0].Status, y.Actions[0].Done, y.Actions[0].Evidence = account.Done, "2011-05-01", "het verslag"
		return c.GoOn("2026-11-21", "", "klaar")
	})
	d := sit(t, s, "nl", 80, 24)
	d.Press("enter", "7", "c", "down", "enter", "tab", "space")
	d.See("Cyclus 2011H1 is gesloten", "met de reden")
	d.Type("was er wel")
	d.Press("enter")
	c := kept(t, s, "newmedia")
	number := c.Cycle("2011H1").Actions[0].Number
	elsewhere(t, s, func(c *account.Client) error {
		err := c.ChangeAction(number, account.Standard{}, "2026-11-21", func(a *account.Action) { a.Evidence = "de foto" })
		if !fault.Has(err, fault.Frozen) {
			t.Errorf("evidence of a closed cycle changes without a word: %v", err)
		}
		return c.Correct("2011H1", "2026-11-21", number, "verkeerde bijlage", func(c *account.Client) error {
			return c.ChangeAction(number, account.Standard{}, "2026-11-21", func(a *account.Action) { a.Evidence = "de foto" })
		})
	})
	d = sit(t, s, "nl", 80, 24)
	d.Press("enter", "c", "down", "enter", "C")
	d.See("Reden: was er wel", number+": het verslag → de foto", "Reden: verkeerde bijlage")
}
