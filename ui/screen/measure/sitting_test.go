package measure

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
)

// TestByGroupTakingBackRevealsNoEarlierGrade types over an earlier grade and
// takes that back: what stands there again was not typed in this sitting.
func TestByGroupTakingBackRevealsNoEarlierGrade(t *testing.T) {
	c := newMedia(t)
	c.Newest().AnswersBy = account.ByGroup
	p := kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, "nl", c), "end", "enter", "home", "9", "down")
	line := func() string {
		for _, l := range strings.Split(p.View(), "\n") {
			if strings.Contains(l, " 1.02  ") {
				return strings.TrimSpace(l)
			}
		}
		return ""
	}
	if !strings.HasSuffix(line(), " 9") {
		t.Fatalf("what was typed in this sitting is not shown: %q", line())
	}
	if p.Press("ctrl+z"); !strings.HasSuffix(line(), "●") {
		t.Errorf("an earlier grade is shown: %q", line())
	}
	if p.Press("ctrl+y"); !strings.HasSuffix(line(), " 9") {
		t.Errorf("what was typed is not shown again: %q", line())
	}
	if now := p.Client(); now.Newest().Answers["KK"].Of(account.QuestionCode{KWI: 1, Serial: 2}).Grade != 9 {
		t.Error("it is not kept")
	}
}

// TestWordsOfEarlierAreShownOnlyWhereTheyMay looks at the words of a list that
// was kept before, and at those that are typed now.
func TestWordsOfEarlierAreShownOnlyWhereTheyMay(t *testing.T) {
	for _, d := range []struct {
		name           string
		by             account.AnswersBy
		anonymous      bool
		released       bool
		remark, reason bool // are shown
	}{
		{"by name, all agreed", account.ByName, false, true, true, true},
		{"by name, remark not released", account.ByName, false, false, false, true},
		{"by name, somebody anonymous", account.ByName, true, true, true, false},
		{"by group", account.ByGroup, false, true, false, false},
	} {
		t.Run(d.name, func(t *testing.T) {
			c := newMedia(t)
			y := c.Newest()
			y.AnswersBy, y.Remarks, y.Released = d.by, map[account.Initials]string{"KK": "zeeschildpad"}, nil
			y.NPS = map[account.Initials]account.NPS{"KK": {Score: 9, Why: "ijsvogel", Pleased: "waterhoen", Missed: "boomklever"}, "AA": {Score: 8, Anonymous: d.anonymous}}
			if d.released {
				y.Released = []account.Initials{"KK"}
			}
			p := kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, "nl", c), "end", "enter", "tab")
			look := func(when string) {
				v := p.View()
				if strings.Contains(v, "zeeschildpad") != d.remark {
					t.Errorf("%s: the remark is shown: %v\n%s", when, !d.remark, v)
				}
				for _, word := range []string{"ijsvogel", "waterhoen", "boomklever"} {
					if strings.Contains(v, word) != d.reason {
						t.Errorf("%s: %s is shown: %v\n%s", when, word, !d.reason, v)
					}
				}
			}
			look("opened")
			p.Press("down", "down", "down", "enter")
			look("in a field")
			p.Press("'kraanvogel", "tick", "tick", "tick", "esc")
			if !strings.Contains(p.View(), "kraanvogel") {
				t.Errorf("what was typed now is not shown:\n%s", p.View())
			}
			if why := p.Hand.Now().Cycles[len(c.Cycles)-1].NPS["KK"].Why; !strings.Contains(why, "kraanvogel") {
				t.Errorf("kept is %q", why)
			}
			if p.Press("ctrl+z"); strings.Contains(p.View(), "ijsvogel") != d.reason {
				t.Errorf("taken back, the reason is shown: %v\n%s", !d.reason, p.View())
			}
			if p.Press("up", "up", "enter"); p.Hand.Now().Cycles[len(c.Cycles)-1].Remarks["KK"] != "zeeschildpad" {
				t.Error("the remark is not what it was")
			}
		})
	}
}
