package measure

import (
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
)

// The hour of a session stands right below its day, where a manager fills in both.
func TestTheHourStandsBesideTheDay(t *testing.T) {
	p := kittest.Press(New(kit.Place{}), kittest.Frame(77, 20, "nl", newMedia(t)), "tab", "down", "enter").Type("16:00").Press("enter")
	c := p.Client()
	if y := c.Newest(); y.SessionAt() != account.Moment(y.Session)+"T16:00" {
		t.Errorf("below the day stands no hour: %s\n%s", y.SessionAt(), p.View())
	}
}
