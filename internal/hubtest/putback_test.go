package hubtest

import (
	"path/filepath"
	"testing"
)

// TestAnOldCopyPutBackTakesNothingBack: it is told first, and what came since comes again.
func TestAnOldCopyPutBackTakesNothingBack(t *testing.T) {
	endpoint, anna, bert := Start(t), newComputer(t, "anna"), newComputer(t, "bert")
	top := anna.file("top", "administrator")
	anna.brings(supplier, client("newmedia", "NewMedia"))
	before, joined := filepath.Join(anna.folder, "before.db"), filepath.Join(anna.folder, "joined.db")
	anna.does(0, "backup", before)
	anna.does(0, "team", "init", endpoint, "--prefix", "bestseller", "--password-file", top)
	for _, user := range []string{"anna", "bert"} {
		anna.does(0, "team", "add", user, "--password-file", top, "--new-password-file", top)
	}
	join := func(l *computer) {
		l.does(0, "team", "join", endpoint, "--user", l.name, "--password-file", top, "--yes")
	}
	join(anna)
	join(bert)
	anna.does(0, "team", "share", "newmedia", "--with", "bert", "--password-file", top)
	anna.does(0, "backup", joined)
	bert.does(0, "team", "sync")
	bert.renames("newmedia", "Bert B.V.")
	bert.does(0, "team", "sync")
	anna.does(0, "team", "sync")
	anna.says(0, []string{"takes nothing back there"}, "restore", joined)
	if anna.called("newmedia") != "NewMedia" {
		t.Error("the copy is not there")
	}
	anna.does(0, "team", "sync")
	bert.does(0, "team", "sync")
	if a, b := anna.called("newmedia"), bert.called("newmedia"); a != "Bert B.V." || b != a {
		t.Errorf("anna has %q, bert %q", a, b)
	}
	anna.says(0, []string{"takes nothing back there", "before the team bestseller", "kwi team join"}, "restore", before)
	anna.says(1, []string{"belongs to no team"}, "team", "sync")
}
