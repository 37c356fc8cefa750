package hubtest

import (
	"net"
	"net/url"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// TestWithTheServerOfDebian does the first steps with the etcd that Debian has, which
// is of an earlier release than the one that is embedded: in plain, and over TLS where it
// asks for a certificate.
func TestWithTheServerOfDebian(t *testing.T) {
	program, err := exec.LookPath("etcd")
	if err != nil {
		t.Skip("there is no etcd here; Debian has it in etcd-server")
	}
	t.Run("plain", func(t *testing.T) {
		at := free(t)
		debian(t, program, at)
		firstSteps(t, at.String())
	})
	t.Run("TLS", func(t *testing.T) {
		a, at := newAuthority(t), free(t)
		at.Scheme = "https"
		own := a.issues("hub", called("hub.example"))
		debian(t, program, at, "--cert-file", own.certificate, "--key-file", own.key, "--client-cert-auth", "--trusted-ca-file", a.path)
		firstSteps(t, at.String(), a.shows(a.issues("laptop"))...)
		newComputer(t, "anna").says(1, []string{"Common Name"}, append([]string{"team", "join", at.String(), "--user", "anna", "--password-file", own.key}, a.shows(a.issues("named", called("anna")))...)...)
	})
}

// debian starts that server there, which ends with the test.
func debian(t *testing.T, program string, at url.URL, more ...string) {
	t.Helper()
	peer := free(t)
	endpoint := at.String()
	server := exec.Command(program, append([]string{"--data-dir", filepath.Join(t.TempDir(), "member"), "--listen-client-urls", endpoint, "--advertise-client-urls", endpoint,
		"--listen-peer-urls", peer.String(), "--initial-advertise-peer-urls", peer.String(), "--initial-cluster", "default=" + peer.String(), "--log-level", "error"}, more...)...)
	ok(t, server.Start())
	t.Cleanup(func() { _ = server.Process.Kill(); _ = server.Wait() })
	for {
		if c, err := net.Dial("tcp", at.Host); err == nil {
			_ = c.Close()
			return
		}
		if t.Context().Err() != nil {
			t.Fatal("it does not start")
		}
		time.Sleep(50 * time.Millisecond)
	}
}

func firstSteps(t *testing.T, endpoint string, shows ...string) {
	t.Helper()
	root, anna, bert := newComputer(t, "root"), newComputer(t, "anna"), newComputer(t, "bert")
	top, own := root.file("top", "administrator"), root.file("own", "password of both")
	for _, args := range [][]string{
		append([]string{"init", endpoint, "--prefix", "bestseller"}, shows...), {"add", "anna", "--new-password-file", own}, {"add", "bert", "--new-password-file", own},
	} {
		root.does(0, append(append([]string{"team"}, args...), "--password-file", top)...)
	}
	anna.brings(supplier, client("newmedia", "NewMedia"))
	join := func(l *computer) {
		l.does(0, append([]string{"team", "join", endpoint, "--user", l.name, "--password-file", own, "--yes"}, shows...)...)
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
	anna.says(0, []string{"The hub of the team still has them"}, "erase", "newmedia", "KK", "--yes")
	anna.says(0, []string{"gone from the hub and from its history", "Not been back since: computer of bert of bert"}, "team", "sync") // this release lets her
	bert.says(0, []string{"a colleague erased somebody"}, "team", "sync")
	root.does(0, "team", "unshare", "newmedia", "--with", "bert", "--password-file", top)
	bert.says(0, []string{"no longer shared"}, "team", "sync")
	root.says(0, []string{"etcd 3.", "anna: clients of their own"}, "team", "status", "--members", "--password-file", top)
}
