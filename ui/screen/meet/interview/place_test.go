package interview

import (
	"strings"
	"testing"

	"kwi/ui/kit"
)

// TestAPlaceThatIsNoneLeadsNowhereElse: whatever stands in it.
func TestAPlaceThatIsNoneLeadsNowhereElse(t *testing.T) {
	p := talk(77, 20, "nl", steps(words["nl"])["rank"]...)
	for _, at := range []string{"KK/rank/99", "KK/rank/-3", "KK/rank/9223372036854775807", "KK/right/77", "KK/right/x/y", "KK/ask/1/2/3/4", "KK//1/1", "KK/none/1"} {
		other, _ := New(kit.Place{}).Update(p.Frame, kit.Aim(at))
		for range 3 {
			other, _ = other.Update(p.Frame, kit.Do("other"))
			other.View(p.Frame)
		}
		told := other.(Screen).MeetingPlace(p.Frame)
		again, _ := New(kit.Place{}).Update(p.Frame, kit.Aim(told.At))
		if !strings.HasPrefix(told.At, "KK/") || again.(Screen).MeetingPlace(p.Frame) != told {
			t.Errorf("%s leads to %s, and that to %s", at, told.At, again.(Screen).MeetingPlace(p.Frame).At)
		}
	}
}
