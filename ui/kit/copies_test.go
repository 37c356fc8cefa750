package kit

import (
	"strings"
	"testing"

	"kwi/internal/lang"
)

// TestThePreviewOfACopyTellsOfTheTeam: that it takes nothing back there, or that with it the
// data belong to no team.
func TestThePreviewOfACopyTellsOfTheTeam(t *testing.T) {
	for language, says := range map[string][2]string{
		"nl": {"Een oude kopie neemt daar niets terug", "De kopie is van voor het team bestseller."},
		"en": {"An old copy takes nothing back there", "The copy is of before the team bestseller."},
	} {
		for _, c := range []struct {
			of    Copy
			tells [2]bool
		}{{Copy{}, [2]bool{}}, {Copy{GoingBack: lang.GoingBack{Team: "bestseller"}}, [2]bool{true, false}}, {Copy{GoingBack: lang.GoingBack{Team: "bestseller", Outside: true}}, [2]bool{false, true}}} {
			got := strings.Join(c.of.Preview(lang.For(language), ""), "\n")
			for i, said := range says {
				if strings.Contains(got, said) != c.tells[i] {
					t.Errorf("%s %+v: it says %s", language, c.of, got)
				}
			}
		}
	}
}
