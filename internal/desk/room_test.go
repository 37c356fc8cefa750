package desk_test

import (
	"fmt"
	"testing"

	"kwi/internal/desk"
	"kwi/internal/lang"
	"kwi/store"
)

// TestTooLittleRoomSaysHowMuchIsNeeded, rounded so that it is never too little, wherever it
// is told.
func TestTooLittleRoomSaysHowMuchIsNeeded(t *testing.T) {
	t.Parallel()
	err := desk.RoomFault(fmt.Errorf("copy: %w", &store.NoRoom{Path: "/data", Need: 3<<20 + 1, Free: 2<<20 - 1}))
	for tag, want := range map[string][2]string{
		"nl": {"Op de schijf van /data is te weinig ruimte: hiervoor is hoogstens 4 MB nodig en er is 1 MB vrij. Er is niets veranderd; maak ruimte en probeer het opnieuw.",
			"Er is geen kopie bewaard in /copies: de schijf heeft te weinig ruimte: er is hoogstens 4 MB nodig en 1 MB vrij. Je werk zelf is wel bewaard."},
		"en": {"The disk that holds /data has too little room: this needs 4 MB at most and 1 MB are free. Nothing was changed; make room and try again.",
			"No copy was kept in /copies: the disk has too little room: 4 MB at most are needed and 1 MB are free. Your work itself is saved."},
	} {
		if got := lang.For(tag).Fault(err); got != want[0] {
			t.Error(got)
		}
		if got := lang.For(tag).Uncopied("/copies", err); got != want[1] {
			t.Error(got)
		}
	}
	if desk.RoomFault(store.ErrFull) != nil {
		t.Error("it says how much of what nobody measured")
	}
}
