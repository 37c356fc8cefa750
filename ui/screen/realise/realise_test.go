package realise

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
)

// typical is the example client while their four actions are worked on: one
// late, one done, one without a day, and two respondents asked.
func typical(t testing.TB) account.Client {
	t.Helper()
	c := kittest.NewMedia(t)
	c.Colleagues = []account.Colleague{{Initials: "RM", Name: "Joe Bestseller"}}
	y := c.Newest()
	y.Stage, y.Name, y.Session, y.Answers, y.NPS = account.Realise, "2026H2", "", nil, nil
	y.Actions[0].Due, y.Actions[1].Due, y.Actions[3].Due = "2026-11-18", "2026-12-04T17:00", ""
	y.Actions[2].Status, y.Actions[2].Done, y.Actions[2].Evidence = account.Done, "2026-10-30", "Verslag van 30 oktober"
	y.Visits = []account.Visit{{Date: "2026-11-12", With: "KK", By: "RM", Note: "Ziet de klantruimte groeien, mist de uitleg."}, {Date: "2026-08-20", With: "AA", By: "RM", Note: "Nog niets gemerkt."}}
	return c
}

func play(t testing.TB, keys ...string) *kittest.Play {
	return kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, "nl", typical(t)), keys...)
}

func action(t *testing.T, p *kittest.Play, number string) account.Action {
	t.Helper()
	c := p.Client()
	_, a := c.Action(number)
	if a == nil {
		t.Fatalf("no action %s", number)
	}
	return *a
}

func TestActions(t *testing.T) {
	if a := action(t, play(t, "space").Type("De klant zei het").Press("enter"), "2011-01"); a.Status != account.Done || a.Done != kittest.Today || a.Evidence != "De klant zei het" {
		t.Errorf("done makes the action %s, done on %q, shown by %q", a.Status, a.Done, a.Evidence)
	}
	if a := action(t, play(t, "space", "enter", "ctrl+z"), "2011-01"); a.Status != account.Open || a.Done != "" {
		t.Errorf("taken back it is %s, done on %q", a.Status, a.Done)
	}
	if p := play(t, "space", "enter", "space"); action(t, p, "2011-01").Status != account.Open || action(t, p, "2011-02").Status != account.Open {
		t.Error("a second space is not for the action that the first was for")
	}
	if a := action(t, play(t, "a", "ctrl+s"), "2011-01"); a.Announced != kittest.Today {
		t.Errorf("announced on %q", a.Announced)
	}
	if a := action(t, play(t, "ctrl+x"), "2011-01"); a.Status != account.Dropped {
		t.Errorf("ctrl+x makes the action %s", a.Status)
	}
	p := play(t, "n").Type("Kennis delen in een filmpje").Press("tab", "tab").Type("+14").Press("ctrl+s")
	if a := action(t, p, "2026-01"); a.Text != "Kennis delen in een filmpje" || a.For != "RM" || a.Due != "2026-12-05" || a.Side != account.SupplierSide {
		t.Errorf("the new action is %+v", a)
	}
	p = play(t, "n", "ctrl+s")
	if len(p.Stack) != 1 || len(p.Changes) != 0 {
		t.Error("an empty line does not end them")
	}
	p = play(t, "enter").Type(" nu").Press("ctrl+s")
	if a := action(t, p, "2011-01"); !strings.HasSuffix(a.Text, " nu") || a.Status != account.Open || a.Due != "2026-11-18" {
		t.Errorf("changed to %+v", a)
	}
}

func TestANewActionOnAKWIBringsTheQuestionOnAgreements(t *testing.T) {
	c := typical(t)
	y := c.Newest()
	k := y.KWI(2)
	k.Questions = k.Questions[:4] // without the question on agreements
	for who, codes := range y.Assigned {
		var kept []account.QuestionCode
		for _, q := range codes {
			if q != (account.QuestionCode{KWI: 2, Serial: 5}) {
				kept = append(kept, q)
			}
		}
		y.Assigned[who] = kept
	}
	y.Actions = nil
	p := kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, "nl", c), "tab", "tab", "end", "enter").Type("2026-12-20").Press("tab", "right", "ctrl+s")
	now := p.Client()
	kept := now.Newest().KWI(2).Standard(account.Kept)
	if len(now.Newest().Actions) != 1 || kept == nil || kept.Added != kittest.Today {
		t.Fatalf("actions %d, question %+v", len(now.Newest().Actions), kept)
	}
	if !now.Newest().IsAssigned("KK", kept.Code) {
		t.Error("who judges what was noticed does not judge the agreements")
	}
	p = kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, "nl", c), "tab", "tab", "home", "enter").Type("2026-12-20").Press("tab", "right", "ctrl+s") // a workshop of our own
	now = p.Client()
	if got := now.Newest(); len(got.Actions) != 1 || !got.Actions[0].Internal || got.KWI(2).Standard(account.Kept) != nil {
		t.Errorf("between ourselves: %+v, question %+v", got.Actions, got.KWI(2).Standard(account.Kept))
	}
}

func TestConversations(t *testing.T) {
	p := play(t, "tab", "n", "tab", "tab").Type("Blij met het bezoek").Press("ctrl+s")
	c := p.Client()
	visits := c.Newest().Visits
	if v := visits[len(visits)-1]; v.With != "BB" || v.Date != kittest.Today || v.By != "RM" || v.Note != "Blij met het bezoek" {
		t.Errorf("noted %+v", v)
	}
	p = play(t, "tab", "end", "enter", "ctrl+x")
	if c = p.Client(); len(c.Newest().Visits) != 1 || c.Newest().Visits[0].With != "AA" {
		t.Errorf("left are %+v", c.Newest().Visits)
	}
	p = play(t, "tab", "end", "enter", "enter", "tab", "tab").Type(" Echt").Press("ctrl+s")
	if c = p.Client(); !strings.HasSuffix(c.Newest().Visits[0].Note, " Echt") || len(c.Newest().Visits) != 2 {
		t.Errorf("changed to %+v", c.Newest().Visits)
	}
	if v := play(t, "tab").View(); !strings.Contains(v, "9 dagen geleden") || !strings.Contains(v, "nog niet") {
		t.Errorf("the days since the last question are not told:\n%s", v)
	}
}

func TestEscLeads(t *testing.T) {
	for _, keys := range []string{"", "tab", "tab tab", "tab end enter"} {
		p := play(t, strings.Fields(keys)...).Press("esc")
		if !p.Left {
			p.Press("esc")
		}
		if !p.Left {
			t.Errorf("after %q esc does not lead out", keys)
		}
	}
}

// oneContact is the client in the simple approach.
func oneContact(t testing.TB) account.Client {
	t.Helper()
	c := typical(t)
	c.Approach, c.Respondents, c.Sponsor = account.Simple, c.Respondents[:1], ""
	c.Newest().Actions = c.Newest().Actions[:2]
	return c
}

func TestGoldens(t *testing.T) {
	empty := account.Client{ID: "leeg", Name: "Leeg", Cycles: []account.Cycle{{Name: "2026H2", Stage: account.Realise}}}
	hostile := typical(t)
	hostile.Newest().Actions[0].Text = strings.Repeat("Een heel lange afspraak \u202ewaar geen eind aan komt\x1b[31m ", 20)
	hostile.Newest().Visits[0].Note = "regel\nregel\x1b]0;x\x07"
	for _, c := range []struct {
		name   string
		w, h   int
		lang   string
		client account.Client
		keys   string
	}{
		{"actions-80-nl", 77, 20, "nl", typical(t), ""}, {"actions-80-en", 77, 20, "en", typical(t), ""}, {"actions-120-nl", 117, 36, "nl", typical(t), ""},
		{"actions-120-en", 117, 36, "en", typical(t), ""}, {"actions-60-nl", 57, 16, "nl", typical(t), ""}, {"actions-80-nl-empty", 77, 20, "nl", empty, ""},
		{"actions-200-nl", 197, 56, "nl", typical(t), ""}, {"actions-200-en", 197, 56, "en", typical(t), "down down"},
		{"talks-200-nl", 197, 56, "nl", typical(t), "tab down"}, {"talks-120-en", 117, 36, "en", typical(t), "tab end"}, {"ideas-120-nl", 117, 36, "nl", typical(t), "tab tab"},
		{"simple-80-nl", 77, 20, "nl", oneContact(t), ""}, {"simple-120-en", 117, 36, "en", oneContact(t), ""}, {"simple-60-en", 57, 16, "en", oneContact(t), ""}, {"actions-80-nl-hostile", 77, 20, "nl", hostile, ""}, {"talks-80-nl", 77, 20, "nl", typical(t), "tab"}, {"talks-80-en", 77, 20, "en", typical(t), "tab"},
		{"talks-80-nl-hostile", 77, 20, "nl", hostile, "tab end enter"}, {"talks-80-nl-empty", 77, 20, "nl", empty, "tab"},
		{"ideas-80-nl", 77, 20, "nl", typical(t), "tab tab"}, {"ideas-60-en", 57, 16, "en", typical(t), "tab tab end"},
	} {
		p := kittest.Press(New(kit.Place{}), kittest.Frame(c.w, c.h, c.lang, c.client), strings.Fields(c.keys)...)
		kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
		kittest.Golden(t, c.name, p.View())
	}
}

func TestTabGoesRoundAndShiftTabBack(t *testing.T) {
	for keys, want := range map[string]realiseSide{"tab": visits, "tab tab": ideasSide, "tab tab tab": broughtSide, "tab tab tab tab": actionsSide, "shift+tab": broughtSide, "tab tab shift+tab": visits, "tab shift+tab": actionsSide} {
		if s := play(t, strings.Fields(keys)...).Top().(Screen); s.part != want {
			t.Errorf("%s leads to side %d, want %d", keys, s.part, want)
		}
	}
}
