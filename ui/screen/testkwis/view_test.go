package testkwis

import (
	"fmt"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/theme"
)

// sizes are the bodies of terminals of 60×20, 80×24, 120×40 and 200×60.
var sizes = map[string][2]int{"60x20": {57, 16}, "80x24": {77, 20}, "120x40": {117, 36}, "200x60": {197, 56}}

func TestGoldens(t *testing.T) {
	whole := typical(t)
	for _, g := range []struct {
		name, size, language string
		client               account.Client
		keys                 []string
	}{
		{"typical-80x24-nl", "80x24", "nl", typical(t), []string{"right", "right"}},
		{"typical-80x24-en", "80x24", "en", typical(t), []string{"right", "right"}},
		{"typical-120x40-nl", "120x40", "nl", typical(t), []string{"down", "down", "right"}},
		{"typical-120x40-en", "120x40", "en", typical(t), []string{"down", "down", "right"}},
		{"typical-200x60-en", "200x60", "en", typical(t), []string{"down", "down", "right"}},
		{"gap-question", "80x24", "nl", typical(t), []string{"down", "down", "down", "down", "down"}},
		{"gap-respondent", "80x24", "nl", typical(t), []string{"up", "right", "right", "right"}},
		{"narrow", "60x20", "nl", full(t), []string{"right", "right", "right", "right", "right"}},
		{"full", "80x24", "nl", full(t), []string{"pgdown", "end"}},
		{"empty-kwis", "80x24", "nl", account.Client{Name: "NewMedia", Cycles: []account.Cycle{{Name: "2026H2"}}}, nil},
		{"empty-people", "80x24", "en", account.Client{Name: "NewMedia", Cycles: []account.Cycle{{Name: "2026H2", KWIs: whole.Newest().KWIs}}}, nil},
		{"no-cycle", "80x24", "nl", account.Client{Name: "NewMedia"}, nil},
	} {
		t.Run(g.name, func(t *testing.T) {
			size := sizes[g.size]
			play := kittest.Press(New(kit.Place{}), kittest.Frame(size[0], size[1], g.language, g.client), g.keys...)
			kittest.Golden(t, g.name, play.View())
		})
	}
}

func TestSimpleApproachSaysThatItSkips(t *testing.T) {
	c := typical(t)
	c.Approach, c.Respondents = account.Simple, c.Respondents[4:]
	kittest.Golden(t, "simple", kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, "nl", c)).View())
}

func TestNothingStandsOutside(t *testing.T) {
	hostile := typical(t)
	hostile.Respondents[1].Initials, hostile.Respondents[1].Name = "漢字", "\x1b[31mB\u202eeee\x07"
	y := hostile.Newest()
	y.KWIs[0].Title, y.KWIs[0].Expectation = "\x1b]0;x\x07🙂 漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字", strings.Repeat("\u202e漢字 ", 300)
	y.KWIs[0].Questions[0].Text = strings.Repeat("x", 500)
	y.KWIs[0].Questions[1].Text = "een\ntwee\r\n\x1b[2Jdrie"
	for name, c := range map[string]account.Client{"typical": typical(t), "full": full(t), "hostile": hostile, "nobody": {Cycles: []account.Cycle{{}}}} {
		for at, size := range sizes {
			for _, language := range []string{"nl", "en"} {
				for _, look := range []theme.Theme{theme.Plain(), theme.Dark()} {
					t.Run(fmt.Sprint(name, at, language, look.Name), func(t *testing.T) {
						f := kittest.Frame(size[0], size[1], language, c, kittest.Theme(look))
						play := kittest.Press(New(kit.Place{}), f)
						for _, key := range []string{"up", "up", "right", "down", "pgdown", "right", "right", "right", "right", "down", "end", "pgup", "home"} {
							kittest.Fits(t, f, play.Press(key).Top().View(play.Frame))
						}
					})
				}
			}
		}
	}
}
