package realise

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
)

// brought is the typical client with ideas in every state.
func brought(t testing.TB) account.Client {
	t.Helper()
	c := typical(t)
	for _, i := range []account.Idea{
		{Text: "Een rondleiding langs de filialen voor onze monteurs", By: "Jan Jansen", Date: "2026-11-12", KWI: c.Newest().KWIs[0].Code},
		{Text: "Alles gratis", By: "KK", Date: "2026-11-02", WhyNot: "Dan kunnen wij de kennis niet op peil houden."},
		{Text: "Elke maand een filmpje", By: "Jan Jansen", Date: "2026-10-12", Action: "2011-02", Told: "2026-10-20"},
	} {
		if err := c.BringIdea("", i); err != nil {
			t.Fatal(err)
		}
	}
	return c
}

func TestIdeasLook(t *testing.T) {
	for _, c := range []struct {
		name   string
		w, h   int
		lang   string
		client account.Client
		keys   string
	}{
		{"brought-80-nl", 77, 20, "nl", brought(t), "shift+tab"}, {"brought-80-en", 77, 20, "en", brought(t), "shift+tab down"}, {"brought-120-nl", 117, 36, "nl", brought(t), "shift+tab end"},
		{"brought-60-en", 57, 16, "en", brought(t), "shift+tab"}, {"brought-80-nl-empty", 77, 20, "nl", typical(t), "shift+tab"},
		{"brought-new-80-nl", 77, 20, "nl", brought(t), "shift+tab n"}, {"brought-whynot-80-en", 77, 20, "en", brought(t), "shift+tab w"}, {"ideas-use-80-nl", 77, 20, "nl", typical(t), "tab tab enter"},
	} {
		p := kittest.Press(New(kit.Place{}), kittest.Frame(c.w, c.h, c.lang, c.client), strings.Fields(c.keys)...)
		kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
		kittest.Golden(t, c.name, p.View())
	}
}

// TestIdeasThatLookLikePathsAreTwo: the cursor goes from one to the other.
func TestIdeasThatLookLikePathsAreTwo(t *testing.T) {
	c := typical(t)
	for _, text := range []string{"koffie/thee", "koffie//thee"} {
		if err := c.BringIdea("", account.Idea{Text: text}); err != nil {
			t.Fatal(err)
		}
	}
	p := kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, "nl", c), "shift+tab", "down", "w", "'niet", "enter")
	if i := idea(t, p, "koffie//thee"); i.WhyNot != "niet" {
		t.Errorf("got %+v", i)
	}
}

func idea(t *testing.T, p *kittest.Play, text string) account.Idea {
	t.Helper()
	c := p.Client()
	i := c.IdeaAt(account.IdeaPlace{Cycle: c.Newest().Name, Text: text})
	if i == nil {
		t.Fatalf("no idea %q: %q\n%s", text, p.Notice, p.View())
	}
	return *i
}

// Whoever brings an idea gets an answer: an agreement, or a reason why not, and
// is told so.
func TestAnIdeaGetsAnAnswer(t *testing.T) {
	p := play(t, "shift+tab", "n").Type("Een open dag").Press("tab").Type("Jan").Press("ctrl+s")
	if i := idea(t, p, "Een open dag"); i.By != "Jan" || i.Date != kittest.Today {
		t.Errorf("%+v", i)
	}
	if p.Press("space"); p.Notice == "" || idea(t, p, "Een open dag").Told != "" {
		t.Errorf("an answer that there is not can be told: %q", p.Notice)
	}
	if p.Press("w", "enter"); p.Notice == "" || idea(t, p, "Een open dag").WhyNot != "" {
		t.Errorf("no reason is a reason: %q", p.Notice)
	}
	p.Type("Het filiaal is dit jaar dicht").Press("enter")
	if i := idea(t, p, "Een open dag"); i.WhyNot != "Het filiaal is dit jaar dicht" {
		t.Errorf("%+v", i)
	}
	p.Press("space", "enter")
	if i := idea(t, p, "Een open dag"); i.Told != kittest.Today || i.Owed() {
		t.Errorf("%+v", i)
	}
	p.Press("a").Type("2026-12-20").Press("ctrl+s")
	i := idea(t, p, "Een open dag")
	if a := action(t, p, i.Action); a.Text != "Een open dag" || a.Due.Date() != "2026-12-20" || i.WhyNot != "" || i.Told != "" {
		t.Errorf("%+v of %+v", a, i)
	}
	if p.Press("w"); !strings.Contains(p.Notice, i.Action) {
		t.Errorf("said %q", p.Notice)
	}
}

// An idea of the method becomes an agreement with a person and a day, asked at
// once.
func TestAnIdeaOfTheMethodIsAgreed(t *testing.T) {
	p := play(t, "tab", "tab", "enter").Type("2026-12-20").Press("ctrl+s")
	c := p.Client()
	all := c.Newest().Actions
	if a := all[len(all)-1]; a.Text != "Workshop met collega's" || !a.Internal || a.Due.Date() != "2026-12-20" || a.For == "" {
		t.Errorf("%+v %q\n%s", a, p.Notice, p.View())
	}
}
