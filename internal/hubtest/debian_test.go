package hubtest

import (
	"net"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// TestWithTheServerOfDebian does the first steps with the etcd that Debian has, which
// is of an earlier release than the one that is embedded.
func TestWithTheServerOfDebian(t *testing.T) {
	program, err := exec.LookPath("etcd")
	if err != nil {
		t.Skip("there is no etcd here; Debian has it in etcd-server")
	}
	at, peer := free(t), free(t)
	endpoint := at.String()
	server := exec.Command(program, "--data-dir", filepath.Join(t.TempDir(), "member"), "--listen-client-urls", endpoint, "--advertise-client-urls", endpoint,
		"--listen-peer-urls", peer.String(), "--initial-advertise-peer-urls", peer.String(), "--initial-cluster", "default="+peer.String(), "--log-level", "error")
	ok(t, server.Start())
	t.Cleanup(func() { _ = server.Process.Kill(); _ = server.Wait() })
	for {
		if c, err := net.Dial("tcp", at.Host); err == nil {
			_ = c.Close()
			break
		}
		if t.Context().Err() != nil {
			t.Fatal("it does not start")
		}
		time.Sleep(50 * time.Millisecond)
	}
	root, anna, bert := newComputer(t, "root"), newComputer(t, "anna"), newComputer(t, "bert")
	top, own := root.file("top", "administrator"), root.file("own", "password of both")
	for _, args := range [][]string{
		{"init", endpoint, "--prefix", "bestseller"}, {"add", "anna", "--new-password-file", own}, {"add", "bert", "--new-password-file", own},
	} {
		root.does(0, append(append([]string{"team"}, args...), "--password-file", top)...)
	}
	anna.brings(supplier, client("newmedia", "NewMedia"))
	join := func(l *computer) {
		l.does(0, "team", "join", endpoint, "--user", l.name, "--password-file", own, "--yes")
	}
	join(anna)
	join(bert)
	root.does(0, "team", "share", "newmedia", "--with", "bert", "--password-file", top)
	bert.does(0, "team", "sync")
	bert.renames("newmedia", "Bert B.V.")
	bert.does(0, "team", "sync")
	anna.does(0, "team", "sync")
	if anna.called("newmedia") != "Bert B.V." {
		t.Error("what bert did did not come to anna")
	}
	root.does(0, "team", "unshare", "newmedia", "--with", "bert", "--password-file", top)
	bert.says(0, []string{"no longer shared"}, "team", "sync")
	root.says(0, []string{"etcd 3.", "anna: clients of their own"}, "team", "status", "--members", "--password-file", top)
}
