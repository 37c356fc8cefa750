package agree_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/part/agree"
)

// newMedia is the example client with one of our own people.
func newMedia(t testing.TB) account.Client {
	c := kittest.NewMedia(t)
	c.Colleagues = []account.Colleague{{Initials: "RM", Name: "Joe Bestseller"}}
	return c
}

// Today is Saturday 21 November 2026.
func TestReadingAnAgreementInOneLine(t *testing.T) {
	f := kittest.Frame(77, 20, "nl", newMedia(t))
	for _, test := range []struct {
		line string
		want agree.Understood
	}{
		{"Workshop plannen @Kees vrijdag 16:00", agree.Understood{Text: "Workshop plannen", Who: "KK", Name: "Kees Klant", Side: account.ClientSide, Due: "2026-11-27T16:00"}},
		{"Plan the workshop @Joe friday 4pm #2", agree.Understood{Text: "Plan the workshop", Who: "RM", Name: "Joe Bestseller", Side: account.SupplierSide, Due: "2026-11-27T16:00", KWI: 2}},
		{"@kk belt uiterlijk 1 dec", agree.Understood{Text: "belt", Who: "KK", Name: "Kees Klant", Side: account.ClientSide, Due: "2026-12-01"}},
		{"Brief sturen @Kees Klant", agree.Understood{Text: "Brief sturen", Who: "KK", Name: "Kees Klant", Side: account.ClientSide}},
		{"Brief sturen @Zorro, morgen", agree.Understood{Text: "Brief sturen", Who: "Zorro", Due: "2026-11-22"}},
		{"Alleen tekst", agree.Understood{Text: "Alleen tekst"}},
		{"Overleg van 5 uur over versie 2.1 #99 @", agree.Understood{Text: "Overleg van 5 uur over versie 2.1 #99 @"}},
		{"Bericht van @Kees vr met een kop koffie", agree.Understood{Text: "Bericht van met een kop koffie", Who: "KK", Name: "Kees Klant", Side: account.ClientSide, Due: "2026-11-27"}},
		{"", agree.Understood{}},
	} {
		if got := agree.Read(&f, test.line); got != test.want {
			t.Errorf("%q is read as %+v, want %+v", test.line, got, test.want)
		}
	}
}

// screen has the agreements in front.
type screen struct{ list agree.List }

func (s screen) Init() tea.Cmd              { return nil }
func (s screen) Typing() bool               { return false }
func (s screen) Head(kit.Frame) kit.Head    { return kit.Head{} }
func (s screen) Acts(f kit.Frame) []kit.Act { return s.list.Acts(&f) }
func (s screen) View(f kit.Frame) kit.Page  { return kit.Page{Body: s.list.View(&f, f.W, f.H)} }

func (s screen) Update(f kit.Frame, msg tea.Msg) (kit.Screen, kit.Outcome) {
	list, out, _ := s.list.Update(&f, msg, f.H)
	s.list = list
	return s, out
}

func play(t *testing.T, keys ...string) *kittest.Play {
	f := kittest.Frame(77, 20, "nl", newMedia(t))
	f.Me, f.AskedMe = account.User{Name: "Joe Bestseller"}, true
	return kittest.Press(screen{}, f, keys...)
}

func agreed(p *kittest.Play) []account.Action {
	c := p.Client()
	return c.Newest().Actions[before:]
}

// before is how many actions the client has at first.
const before = 4

// What is understood stands there before enter takes it, enter opens the next
// line, and an empty one ends them.
// TestTheUserIsMentionedByName, also where they are not among the colleagues of the
// client: they are called as in what they agree without a name.
func TestTheUserIsMentionedByName(t *testing.T) {
	c := kittest.NewMedia(t)
	f := kittest.Frame(77, 20, "nl", c)
	f.Me = account.User{Name: "Helen Ward", Initials: "HW"}
	for line, want := range map[string]string{
		"Bellen @Helen vrijdag": "Helen Ward", "Bellen @hw": "Helen Ward", "Bellen @Helen Ward vr": "Helen Ward", "Bellen @Kees": "KK", "Bellen @Hel": "Hel",
	} {
		if got := agree.Read(&f, line); got.Who != want || got.Text != "Bellen" {
			t.Errorf("%q is read as %+v", line, got)
		}
	}
}

func TestAgreeingInOneLine(t *testing.T) {
	p := play(t, "n").Type("Workshop plannen @Kees vrijdag 16:00")
	if v := p.View(); !strings.Contains(v, "Kees Klant · vr 27 nov 16:00") {
		t.Errorf("what is understood is not told:\n%s", v)
	}
	if v := play(t, "n").Type("Borrel vrijdag 25 december").View(); !strings.Contains(v, "vr 25 dec (Kerstmis)") {
		t.Errorf("a holiday passes without a hint:\n%s", v)
	}
	p.Press("enter").Type("Bellen")
	if v := p.View(); !strings.Contains(v, "Genoteerd: Workshop plannen") || !strings.Contains(v, "RM · nog geen dag") {
		t.Errorf("the next line:\n%s", v)
	}
	p.Press("enter", "enter")
	got := agreed(p)
	if len(p.Stack) != 1 || len(got) != 2 || got[0].Text != "Workshop plannen" || got[0].For != "KK" || got[0].Side != account.ClientSide || got[0].Due != "2026-11-27T16:00" || got[1].Text != "Bellen" || got[1].For != "RM" {
		t.Errorf("%d screens, agreed %+v", len(p.Stack), got)
	}
}

// Tab goes on in all fields, with what was typed in them; it can be taken back
// and is not lost.
func TestALineGoesOnInItsFields(t *testing.T) {
	p := play(t, "n").Type("Workshop plannen @Kees vrijdag #2").Press("tab")
	if v := p.View(); !strings.Contains(v, "Workshop plannen") || !strings.Contains(v, "KK▏") || !strings.Contains(v, "vr 27 nov") || !strings.Contains(v, "KWI-02") {
		t.Errorf("the fields:\n%s", v)
	}
	p.Press("ctrl+s")
	if got := agreed(p); len(got) != 1 || got[0].KWI != 2 || got[0].For != "KK" || got[0].Due != "2026-11-27" {
		t.Errorf("agreed %+v", got)
	}
	p = play(t, "n").Type("Halve zin").Press("tab", "tick", "esc")
	var kept []string
	for _, out := range p.Outs {
		for _, d := range out.Drafts {
			kept = append(kept, d.Place+": "+d.Text+d.Values["text"])
		}
	}
	if last := kept[len(kept)-1]; last != "action/new: Halve zin" || !strings.Contains(p.Notice, "concept") {
		t.Errorf("drafts %q, said %q", kept, p.Notice)
	}
}

// Done opens the line for what shows it at once; nothing is an answer too.
func TestDoneAsksForItsEvidence(t *testing.T) {
	p := play(t, "space").Type("De klant zei het").Press("enter")
	c := p.Client()
	if _, a := c.Action("2011-01"); a.Status != account.Done || a.Evidence != "De klant zei het" || a.Done != kittest.Today {
		t.Errorf("%+v", a)
	}
	c = play(t, "space", "enter").Client()
	if _, a := c.Action("2011-01"); a.Status != account.Done || a.Evidence != "" {
		t.Errorf("%+v", a)
	}
	c = play(t, "space", "esc").Client()
	if _, a := c.Action("2011-01"); a.Status != account.Open {
		t.Errorf("%+v", a)
	}
}

// An agreement of our own is made internal in its fields, marked in the list,
// and not announced; what the client carries is not made so.
func TestAnAgreementIsKeptInternal(t *testing.T) {
	p := play(t, "n").Type("Overleggen met collega's").Press("tab")
	toInternal(p)
	p.Press("space", "ctrl+s")
	if got := agreed(p); len(got) != 0 || p.Bad || !strings.Contains(p.Notice, "Nog geen dag") {
		t.Errorf("without a day: agreed %+v, said %q", got, p.Notice)
	}
	p.Press("ctrl+s")
	got := agreed(p)
	if len(got) != 1 || !got[0].Internal {
		t.Fatalf("agreed %+v", got)
	}
	p.Press("end")
	if v := p.View(); !strings.Contains(v, "intern · Overleggen") || !strings.Contains(v, "alleen voor ons") {
		t.Errorf("it is not marked:\n%s", v)
	}
	if p.Press("a"); len(p.Stack) != 1 {
		t.Errorf("an internal agreement is announced:\n%s", p.View())
	}
	p = play(t, "n").Type("Cijfers sturen @Kees").Press("tab")
	toInternal(p)
	p.Press("space", "ctrl+s")
	if got := agreed(p); len(got) != 0 || !strings.Contains(p.Notice, "alleen een afspraak") {
		t.Errorf("agreed %+v, said %q", got, p.Notice)
	}
}

// toInternal goes from the field who to the toggle.
func toInternal(p *kittest.Play) {
	for range 20 {
		if strings.Contains(p.View(), "▸ Intern") {
			return
		}
		p.Press("tab")
	}
}

// With the client watching, and in the dialog with all fields, the words of a new
// agreement are read as the line reads them: who and when go to their own fields,
// where they are seen before it is kept.
func TestTheDialogsReadALineToo(t *testing.T) {
	for name, opens := range map[string]func() *kittest.Play{
		"in a meeting": func() *kittest.Play {
			p := play(t)
			p.Frame.Audience = kit.WithClient
			p.Stack = append(p.Stack, agree.Together(&p.Frame, account.Action{Side: account.SupplierSide}, true))
			return p
		},
		"with all fields": func() *kittest.Play { return play(t, "n", "tab", "shift+tab") },
	} {
		p := opens()
		p.Type("Workshop plannen @Kees vrijdag 16:00").Press("tab")
		if v := p.View(); !strings.Contains(v, "vr 27 nov 16:00") || strings.Contains(v, "@Kees") || !strings.Contains(v, "KK") {
			t.Errorf("%s: what is understood does not stand there:\n%s", name, v)
		}
		p.Press("ctrl+s")
		if got := agreed(p); len(got) != 1 || got[0].Text != "Workshop plannen" || got[0].For != "KK" || got[0].Due != "2026-11-27T16:00" || got[0].Side != account.ClientSide {
			t.Errorf("%s: %+v", name, got)
		}
		// At once, without leaving the field, and with another who filled in before.
		p = opens()
		if got := agreed(p.Type("Bellen @Joe morgen 10u").Press("ctrl+s", "ctrl+s")); len(got) != 1 || got[0].For != "RM" || got[0].Due != "2026-11-22T10:00" {
			t.Errorf("%s: at once: %+v", name, got)
		}
		p = opens()
		p.Press("tab", "ctrl+u").Type("Zoë").Press("shift+tab").Type("Vragen aan @Kees").Press("ctrl+s", "ctrl+s")
		if got := agreed(p); len(got) != 1 || got[0].For != "Zoë" || got[0].Text != "Vragen aan @Kees" {
			t.Errorf("%s: with another: %+v", name, got)
		}
	}
	// Words of an agreement that is there stay as they are typed.
	p := play(t, "enter")
	p.Press("ctrl+u").Type("Verslag maken van vrijdag").Press("ctrl+s", "ctrl+s")
	c := p.Client()
	if got := c.Newest().Actions[0]; got.Text != "Verslag maken van vrijdag" {
		t.Errorf("%+v", got)
	}
}
