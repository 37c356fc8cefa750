package account_test

import (
	"testing"

	"kwi/internal/account"
)

func TestARoomOfWhichNothingIsKnownHearsNothing(t *testing.T) {
	both := []account.Initials{"AA", "BB"}
	for _, d := range []struct {
		name        string
		room        account.Room
		only, heard bool // AA alone; AA and BB heard it
	}{
		{"nobody said who sits here", account.Room{}, false, false},
		{"present, but it was not said", account.Room{Present: []account.Initials{"AA"}}, false, false},
		{"nobody", account.Room{Known: true}, false, false},
		{"AA", account.Room{Known: true, Present: []account.Initials{"AA"}}, true, true},
		{"AA and a guest", account.Room{Known: true, Present: []account.Initials{"AA"}, Guests: true}, false, false},
		{"both", account.Room{Known: true, Present: both}, false, true},
		{"one more", account.Room{Known: true, Present: []account.Initials{"AA", "CC"}}, false, false},
	} {
		if got := d.room.HearsOnly("AA"); got != d.only {
			t.Errorf("%s: hears AA only: %t", d.name, got)
		}
		if got := d.room.Heard(both); got != d.heard {
			t.Errorf("%s: heard: %t", d.name, got)
		}
	}
}
