package draft

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
)

// alone is a client of the simple approach whose one contact asked nothing yet.
func alone(tag string) account.Client {
	c := unspoken(tag)
	c.Approach, c.Sponsor, c.Respondents = account.Simple, "", c.Respondents[:1]
	return c
}

// questionsOf are the questions of the contact, in the order of the list.
func questionsOf(p *kittest.Play) string {
	var out []string
	y := now(p).Newest()
	for _, code := range y.AskedOf("KK") {
		out = append(out, code.String()+" "+y.Question(code).Text)
	}
	return strings.Join(out, " / ")
}

// TestQuestionsAreTypedBelowEachOther: one key to begin, one after each.
func TestQuestionsAreTypedBelowEachOther(t *testing.T) {
	p := at(t, 77, 20, "nl", alone("nl"), "enter", "'Wij weten wie er begint.", "enter", "'Aanvragen zijn compleet.", "enter", "'Alles komt terug.", "enter", "enter")
	got := questionsOf(p)
	if !strings.HasPrefix(got, "1.01 Wij weten wie er begint. / 1.02 Aanvragen zijn compleet. / 1.03 Alles komt terug. / 1.04 ") {
		t.Fatalf("got %q", got)
	}
	k := now(p).Newest().WishOf("KK")
	if k == nil || k.Title != "Vragen van Kees Klant" || len(now(p).Newest().KWIs) != 1 {
		t.Errorf("their KWI is %+v", k)
	}
	p.Press("'Nog een.", "esc", "esc")
	if got := questionsOf(p); !strings.Contains(got, "1.04 Nog een.") {
		t.Errorf("after a letter: %q", got)
	}
	if page := p.View(); !strings.Contains(page, "Nog niet teruggemaild") {
		t.Errorf("not told that they go back:\n%s", page)
	}
}

// TestTheTitleOfALongNameIsNoLongerThanALine, else no file would take it back.
func TestTheTitleOfALongNameIsNoLongerThanALine(t *testing.T) {
	c := alone("nl")
	c.Respondents[0].Name = strings.Repeat("n", 500)
	p := at(t, 77, 20, "nl", c, "enter", "'Wij weten wie er begint.", "enter")
	if title := now(p).Newest().WishOf("KK").Title; len([]rune(title)) != 500 {
		t.Errorf("%d characters", len([]rune(title)))
	}
}

// TestTheQuestionsGoBack on a day that is noted by hand.
func TestTheQuestionsGoBack(t *testing.T) {
	p := at(t, 77, 20, "nl", alone("nl"), "s")
	if len(p.Changes) != 0 {
		t.Error("nothing was asked, and it went back")
	}
	p.Press("enter", "'Wij weten wie er begint.", "esc", "esc", "s", "enter")
	if len(now(p).Newest().Sent["KK"]) != 1 {
		t.Errorf("sent on %v", now(p).Newest().Sent)
	}
	if page := p.View(); !strings.Contains(page, "Teruggemaild: ") || !strings.Contains(page, "2 van 2 gereed") {
		t.Errorf("\n%s", page)
	}
}

// TestAQuestionIsFoundFromElsewhere, as the palette leads to it.
func TestAQuestionIsFoundFromElsewhere(t *testing.T) {
	c := typical(t, "nl")
	c.Approach = account.Simple
	p := at(t, 77, 20, "nl", c).Send(kit.Aim("1.02"))
	if page := p.View(); !strings.Contains(page, "▸ 1.02") {
		t.Errorf("\n%s", page)
	}
}

func TestLooksOfTheQuestions(t *testing.T) {
	for size, s := range sizes {
		for _, tag := range []string{"nl", "en"} {
			c := typical(t, tag)
			c.Approach, c.Respondents = account.Simple, c.Respondents[:1]
			c.Newest().KWIs = c.Newest().KWIs[:1]
			kittest.Golden(t, "simple-"+size+"-"+tag, at(t, s[0], s[1], tag, c).View())
			kittest.Golden(t, "simple-questions-"+size+"-"+tag, at(t, s[0], s[1], tag, c, "enter").View())
		}
	}
	kittest.Golden(t, "simple-empty", at(t, 77, 20, "nl", alone("nl")).View())
	kittest.Golden(t, "simple-first", at(t, 77, 20, "en", alone("en"), "enter").View())
	kittest.Golden(t, "simple-60x20", at(t, 57, 16, "nl", alone("nl"), "enter", "'Wij weten wie er begint.", "esc", "esc").View())
}
