package hubtest

import (
	"encoding/json"
	"strings"
	"testing"

	"kwi/internal/sync"
)

// TestTwoOwnersOfOneID: two managers joined from the same example. A director has both, each is told
// which is whose, and neither manager sees anything of the other's until that is shared.
func TestTwoOwnersOfOneID(t *testing.T) {
	endpoint := Start(t)
	root, anna, bert, dora := newComputer(t, "root"), newComputer(t, "anna"), newComputer(t, "bert"), newComputer(t, "dora")
	top := root.file("top", "administrator")
	root.does(0, "team", "init", endpoint, "--prefix", "bestseller", "--password-file", top)
	for _, user := range []string{"anna", "bert"} {
		root.does(0, "team", "add", user, "--password-file", top, "--new-password-file", top)
	}
	root.does(0, "team", "add", "dora", "--director", "--password-file", top, "--new-password-file", top)
	anna.brings(supplier, client("newmedia", "NewMedia"))
	bert.brings(supplier, client("newmedia", "NewMedia"))
	join := func(l *computer, words ...string) string {
		return l.says(0, words, "team", "join", endpoint, "--user", l.name, "--password-file", top, "--yes")
	}
	join(anna, "1 client goes to the hub: NewMedia")
	join(bert, "1 client goes to the hub: NewMedia")
	second := func(owner string) string { return sync.Place{Owner: owner, ID: "newmedia"}.Second() }
	join(dora, "2 clients come from the hub", "NewMedia of bert has the ID newmedia at the hub", "on this laptop it is "+second("bert"))
	anna.renames("newmedia", "NewMedia of Anna")
	bert.renames("newmedia", "NewMedia of Bert")
	for _, l := range []*computer{anna, bert, dora} {
		if said := l.does(0, "team", "sync"); l != dora && strings.Contains(said, "came from") {
			t.Errorf("%s hears of the other: %s", l.name, said)
		}
	}
	if a, b, d, e := anna.called("newmedia"), bert.called("newmedia"), dora.called("newmedia"), dora.called(second("bert")); a != "NewMedia of Anna" || b != "NewMedia of Bert" || d != a || e != b {
		t.Errorf("they are called %q, %q, %q and %q", a, b, d, e)
	}
	if bert.called(second("anna")) != "" || anna.called(second("bert")) != "" {
		t.Error("one sees the client of the other")
	}
	var standing struct {
		Second []struct{ Client, Owner, ID string }
	}
	if err := json.Unmarshal([]byte(dora.does(0, "team", "status", "--json")), &standing); err != nil || len(standing.Second) != 1 || standing.Second[0].Owner != "bert" {
		t.Errorf("dora stands %+v, %v", standing, err)
	}

	root.says(1, []string{"More than one person", "anna, bert", "--of"}, "team", "share", "newmedia", "--with", "bert", "--password-file", top)
	root.does(0, "team", "share", "newmedia", "--of", "anna", "--with", "bert", "--password-file", top)
	bert.says(0, []string{"NewMedia of Anna of anna has the ID newmedia at the hub"}, "team", "sync")
	bert.renames(second("anna"), "Changed by Bert")
	bert.does(0, "team", "sync")
	anna.does(0, "team", "sync")
	if a, b := anna.called("newmedia"), bert.called("newmedia"); a != "Changed by Bert" || b != "NewMedia of Bert" {
		t.Errorf("they are called %q and %q", a, b)
	}
	bert.does(0, "team", "leave")
	join(bert)
	bert.does(0, "team", "sync")
	if a, b := bert.called(second("anna")), bert.called("newmedia"); a != "Changed by Bert" || b != "NewMedia of Bert" {
		t.Errorf("after joining again bert has %q and %q", a, b)
	}
	root.does(0, "team", "unshare", second("anna"), "--with", "bert", "--password-file", top)
	bert.says(0, []string{"no longer shared"}, "team", "sync")
}
