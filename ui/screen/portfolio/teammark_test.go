package portfolio_test

import (
	"fmt"
	"strings"
	"testing"

	lines "kwi/internal/portfolio"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
)

// How a client stands to the team is said behind their name: in a word where there is room,
// else with a sign of its own, and in full below the list; to a client it is never said. The
// palette goes from one with something to choose to the next.
func TestARowSaysHowItStandsToTheTeam(t *testing.T) {
	all := []lines.Line{{ID: "a", Name: "Alfa"}, {ID: "b", Name: "Beta"}, {ID: "c", Name: "Gamma Beheer en Exploitatie Nederland"}, {ID: "d", Name: "Delta"}}
	marks := map[string]kit.TeamMark{"a": kit.TeamHeld, "b": kit.TeamAlone, "c": kit.TeamChoose}
	for language, says := range map[string][4]string{
		"nl": {"Alfa · wacht", "Beta · alleen hier", "te kiezen: er wacht een andere waarde (O)", "wacht om naar het team te gaan"},
		"en": {"Alfa · waiting", "Beta · only here", "to choose: another value waits (O)", "waiting to go to the team"},
	} {
		for _, size := range [][2]int{{57, 14}, {77, 18}, {117, 34}, {177, 40}} {
			t.Run(fmt.Sprint(language, size), func(t *testing.T) {
				f := frame(size[0], size[1], language)
				f.Team = marks
				p := opened(f, all, nil)
				v := p.View()
				for _, said := range []string{says[0], says[1], says[3]} {
					if !strings.Contains(v, said) {
						t.Errorf("it does not say %q:\n%s", said, v)
					}
				}
				row := ""
				for _, l := range strings.Split(v, "\n") {
					if strings.Contains(l, "Gamma") {
						row = l
					}
				}
				if !strings.Contains(row, "≠") && !strings.Contains(row, "· "+says[2][:9]) {
					t.Errorf("the row is %q", row)
				}
				kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
				if v = p.Send(kit.Do("team.next")).View(); !strings.Contains(v, "▸ Gamma") || strings.Count(v, says[2][:9]) < 1 {
					t.Errorf("it is not on the one to choose:\n%s", v)
				}
				f.Team = nil
				if v = opened(f, all, nil).View(); strings.Contains(v, says[0]) || strings.Contains(v, "≠") {
					t.Errorf("without a team it says\n%s", v)
				}
			})
		}
	}
}
