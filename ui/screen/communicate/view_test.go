package communicate

import (
	"fmt"
	"regexp"
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
	for _, g := range []struct {
		name, size, language string
		client               account.Client
		keys                 []string
	}{
		{"typical-80x24-nl", "80x24", "nl", typical(t), []string{"down"}},
		{"typical-80x24-en", "80x24", "en", typical(t), []string{"down"}},
		{"typical-120x40-nl", "120x40", "nl", typical(t), []string{"down", "down"}},
		{"typical-120x40-en", "120x40", "en", typical(t), []string{"down", "down"}},
		{"typical-200x60-en", "200x60", "en", typical(t), []string{"down", "down"}},
		{"colleague-120x40-en", "120x40", "en", typical(t), []string{"end"}},
		{"colleague", "80x24", "nl", typical(t), []string{"end"}},
		{"narrow", "60x20", "nl", typical(t), []string{"down", "down", "down"}},
		{"full", "80x24", "nl", full(t), []string{"end"}},
		{"empty", "80x24", "nl", account.Client{Name: "NewMedia", Cycles: []account.Cycle{{Name: "2026H2"}}}, nil},
		{"preview-80x24", "80x24", "nl", typical(t), []string{"end", "up", "up", "enter"}},
		{"preview-end", "80x24", "nl", typical(t), []string{"enter", "end"}},
		{"preview-english", "80x24", "nl", typical(t), []string{"enter", "right"}},
		{"preview-narrow", "60x20", "nl", typical(t), []string{"enter", "pgdown", "pgdown"}},
		{"preview-whole", "80x24", "nl", tall(t), []string{"enter"}},
	} {
		t.Run(g.name, func(t *testing.T) {
			size := sizes[g.size]
			f := kittest.Frame(size[0], size[1], g.language, g.client)
			if g.name == "preview-whole" {
				f.H = 130
			}
			play := kittest.Press(New(kit.Place{}), f, g.keys...)
			kittest.Golden(t, g.name, play.View())
		})
	}
}

// tall is the typical client with a question that joined after AA's list was
// sent.
func tall(t testing.TB) account.Client {
	c := typical(t)
	c.Newest().KWIs[0].Questions[3].Added = "2026-11-15"
	return c
}

func TestWhatHeSeesIsInHisWordsOnly(t *testing.T) {
	never := regexp.MustCompile(`(?i)vragenlijst|questionnaire|\bje\b|\bjij\b|\bjouw?\b`)
	c := typical(t)
	for _, who := range []account.Initials{"AA", "BB", "KK"} {
		for _, language := range []string{"nl", "en"} {
			f := kittest.Frame(77, 20, language, c)
			text := strings.Join(Screen{open: who}.lines(&f), "\n")
			if found := never.FindString(text); found != "" {
				t.Errorf("%s in %s: %q", who, language, found)
			}
			if english := strings.Contains(text, "Dear "); english != (who == "BB" || language == "en") {
				t.Errorf("%s in %s reads the wrong language:\n%s", who, language, text)
			}
		}
	}
}

func TestSimpleApproachSaysThatItSkips(t *testing.T) {
	c := typical(t)
	c.Approach = account.Simple
	if text := kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, "nl", c)).View(); !strings.Contains(text, "eenvoudige aanpak") {
		t.Error(text)
	}
}

func TestNothingStandsOutside(t *testing.T) {
	hostile := typical(t)
	hostile.Name = "漢字\x1b[2J"
	hostile.Respondents[0].Name, hostile.Respondents[0].Function = "\x1b[31mA\u202eaaa\x07", strings.Repeat("🙂", 100)
	k := &hostile.Newest().KWIs[0]
	k.Title, k.Expectation = strings.Repeat("漢字", 100), strings.Repeat("\u202e漢字 ", 300)
	k.Questions[0].Text, k.Questions[1].Text = strings.Repeat("x", 500), "een\ntwee\r\n\x1b[2Jdrie"
	for name, c := range map[string]account.Client{"typical": typical(t), "full": full(t), "hostile": hostile, "nobody": {Cycles: []account.Cycle{{}}}} {
		for at, size := range sizes {
			for _, language := range []string{"nl", "en"} {
				for _, look := range []theme.Theme{theme.Plain(), theme.Dark()} {
					t.Run(fmt.Sprint(name, at, language, look.Name), func(t *testing.T) {
						f := kittest.Frame(size[0], size[1], language, c, kittest.Theme(look))
						play := kittest.Press(New(kit.Place{}), f)
						for _, key := range []string{"up", "down", "pgdown", "end", "home", "enter", "pgdown", "down", "end", "right", "pgup", "left", "space", "esc"} {
							kittest.Fits(t, f, play.Press(key).Top().View(play.Frame))
						}
					})
				}
			}
		}
	}
}
