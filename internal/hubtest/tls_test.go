package hubtest

import (
	"bytes"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.etcd.io/etcd/server/v3/embed"

	"kwi/store"
	"kwi/store/etcd"
)

// serverOnly is a certificate as many who issue them make it for a server.
func serverOnly(c *x509.Certificate) { c.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth} }

// shows are the options that show a pair to a hub for which an authority vouches.
func (a *authority) shows(p pair, more ...string) []string {
	args := []string{"--ca", a.path}
	if p.key != "" {
		args = append(args, "--certificate", p.certificate, "--key", p.key)
	}
	return append(args, more...)
}

// trusts is the same as a configuration.
func (a *authority) trusts(p pair) *tls.Config {
	a.Helper()
	own, err := tls.LoadX509KeyPair(p.certificate, p.key)
	ok(a.T, err)
	c := &tls.Config{Certificates: []tls.Certificate{own}, RootCAs: x509.NewCertPool()}
	c.RootCAs.AddCert(a.own)
	return c
}

// TestATeamOverTLS: the hub asks for a certificate, who one is it knows by user and
// password; nothing of that is in the data file, and the path of the key alone in the
// settings.
func TestATeamOverTLS(t *testing.T) {
	a := newAuthority(t)
	endpoint := Start(t, a.encrypted(a.issues("hub", called("hub.example")), true))
	root, anna, bert := newComputer(t, "root"), newComputer(t, "anna"), newComputer(t, "bert")
	top, own := root.file("top", "administrator"), root.file("own", "password of both")
	root.does(0, append([]string{"team", "init", endpoint, "--prefix", "bestseller", "--password-file", top}, a.shows(a.issues("root"))...)...)
	for _, user := range []string{"anna", "bert"} {
		root.does(0, "team", "add", user, "--password-file", top, "--new-password-file", own)
	}
	anna.brings(supplier, client("newmedia", "NewMedia"))
	shown := a.issues("anna")
	ok(t, os.Chmod(shown.key, 0o644))
	join := func(l *computer, p pair, words ...string) {
		l.says(0, words, append([]string{"team", "join", endpoint, "--user", l.name, "--password-file", own, "--yes"}, a.shows(p)...)...)
	}
	join(anna, shown, "taken to the hub", "chmod 600 "+shown.key)
	anna.says(0, []string{shown.key}, "team", "status", "--json")
	anna.says(0, []string{"chmod 600 " + shown.key}, "doctor")
	ok(t, os.Chmod(shown.key, 0o600))
	if said := anna.does(0, "team", "status"); strings.Contains(said, "chmod") {
		t.Error(said)
	}
	join(bert, a.issues("bert"))
	root.does(0, "team", "share", "newmedia", "--with", "bert", "--password-file", top)
	bert.does(0, "team", "sync")
	bert.renames("newmedia", "Bert B.V.")
	bert.does(0, "team", "sync")
	anna.does(0, "team", "sync")
	if anna.called("newmedia") != "Bert B.V." {
		t.Error("what bert did did not come to anna")
	}
	secret, err := os.ReadFile(shown.key)
	ok(t, err)
	file, err := os.ReadFile(filepath.Join(anna.folder, "kwi.db"))
	ok(t, err)
	settings, err := os.ReadFile(filepath.Join(anna.folder, "settings.json"))
	ok(t, err)
	for _, hidden := range [][]byte{[]byte(shown.key), []byte("password of both"), bytes.Split(secret, []byte("\n"))[1]} {
		if bytes.Contains(file, hidden) {
			t.Errorf("the data file has %q", hidden)
		}
	}
	if bytes.Contains(settings, bytes.Split(secret, []byte("\n"))[1]) || !bytes.Contains(settings, []byte(shown.key)) {
		t.Errorf("the settings are %s", settings)
	}
}

// TestCertificatesThatDoNotFit: each is one sentence that says what to do, in both
// languages, and nothing is done.
func TestCertificatesThatDoNotFit(t *testing.T) {
	a, other := newAuthority(t), newAuthority(t)
	good := a.issues("good")
	clientToo := func(c *embed.Config) {
		c.ClientTLSInfo.ClientCertFile, c.ClientTLSInfo.ClientKeyFile = good.certificate, good.key
	}
	endpoint := Start(t, a.encrypted(a.issues("hub"), true))
	quiet := Start(t, a.encrypted(a.issues("quiet"), false)) // asks nobody for a certificate
	root := newComputer(t, "root")
	top := root.file("top", "administrator")
	split := Start(t, a.encrypted(a.issues("split", serverOnly), true), clientToo)
	for _, at := range []string{endpoint, quiet, split} {
		root.does(0, append([]string{"team", "init", at, "--prefix", "bestseller", "--password-file", top}, a.shows(good)...)...)
	}
	for name, w := range map[string]struct {
		endpoint string
		shows    []string
		en, nl   string
	}{
		"wrong authority":          {endpoint, other.shows(good), "Nobody whom this laptop trusts", "staat niemand in"},
		"authority of the system":  {endpoint, nil, "--ca", "--ca"},
		"no certificate":           {endpoint, a.shows(pair{}), "--certificate and --key", "--certificate en --key"},
		"of another authority":     {endpoint, a.shows(other.issues("other")), "does not take the certificate", "neemt het certificaat"},
		"expired":                  {endpoint, a.shows(a.issues("old", expired)), "expired", "verlopen"},
		"with a name":              {endpoint, a.shows(a.issues("named", called("anna"))), "Common Name", "Common Name"},
		"key of another":           {endpoint, a.shows(pair{good.certificate, other.issues("key").key}), "do not belong together", "horen niet bij elkaar"},
		"certificate without key":  {endpoint, append(a.shows(pair{}), "--certificate", good.certificate), "cannot be read", "niet te lezen"},
		"hub expired":              {Start(t, a.encrypted(a.issues("hubold", expired), true)), a.shows(good), "not valid today", "vandaag niet geldig"},
		"hub elsewhere":            {Start(t, a.encrypted(a.issues("elsewhere", elsewhere), false)), a.shows(good), "another name", "andere naam"},
		"hub called root":          {Start(t, a.encrypted(a.issues("impostor", called("root")), true)), a.shows(good), "called as one of its users", "heet zoals een gebruiker"},
		"hub is no client":         {Start(t, a.encrypted(a.issues("serveronly", serverOnly), true)), a.shows(good), "clientAuth", "clientAuth"},
		"hub has another for that": {split, a.shows(good), "", ""},
		"in plain at TLS":          {"http" + strings.TrimPrefix(endpoint, "https"), a.shows(good), "no way to the hub", "geen weg naar de hub"},
		"TLS at plain":             {"https" + strings.TrimPrefix(Start(t), "http"), a.shows(good), "no way to the hub", "geen weg naar de hub"},
		"in plain over a network":  {"http://192.0.2.1:2379", a.shows(good), "without encryption", "zonder versleuteling"},
		"not asked, wrong root":    {quiet, other.shows(pair{}), "Nobody whom this laptop trusts", "staat niemand in"},
		"not asked, none is shown": {quiet, a.shows(pair{}), "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			l := newComputer(t, "root")
			join := append([]string{"team", "join", w.endpoint, "--user", "root", "--prefix", "bestseller", "--password-file", top, "--yes"}, w.shows...)
			if w.en == "" {
				l.does(0, join...)
				return
			}
			l.says(1, []string{w.en}, join...)
			l.says(1, []string{w.nl}, append(join, "--lang", "nl")...)
			l.says(0, []string{"is alone"}, "team", "status")
		})
	}
}

// TestATeamIsFoundedWithACertificateThatIsNamed: etcd refuses it only once there are users, and
// with another one it goes on.
func TestATeamIsFoundedWithACertificateThatIsNamed(t *testing.T) {
	a := newAuthority(t)
	endpoint, root := Start(t, a.encrypted(a.issues("hub"), true)), newComputer(t, "root")
	top := root.file("top", "administrator")
	found := func(p pair) []string {
		return append([]string{"team", "init", endpoint, "--prefix", "bestseller", "--password-file", top}, a.shows(p)...)
	}
	root.says(1, []string{"Common Name"}, found(a.issues("named", called("laptop")))...)
	root.says(0, []string{"bestseller"}, found(a.issues("plain"))...)
	root.does(0, "team", "add", "anna", "--password-file", top, "--new-password-file", top)
}

// TestTheNameOfTheHubIsNobody: etcd takes a question of whoever has not signed in for one of
// whom the hub's own certificate names, where it is asked without saying which answer is
// wanted; kwi says it.
func TestTheNameOfTheHubIsNobody(t *testing.T) {
	a := newAuthority(t)
	endpoint := Start(t, a.encrypted(a.issues("hub", called("anna")), true))
	root, anna := newComputer(t, "root"), newComputer(t, "anna")
	top := root.file("top", "administrator")
	root.does(0, append([]string{"team", "init", endpoint, "--prefix", "bestseller", "--password-file", top}, a.shows(a.issues("root"))...)...)
	root.does(0, "team", "add", "anna", "--password-file", top, "--new-password-file", top)
	root.says(0, []string{"already"}, append([]string{"team", "init", endpoint, "--prefix", "bestseller", "--password-file", top}, a.shows(a.issues("again"))...)...)
	found, err := etcd.Open(etcd.Config{Endpoints: []string{endpoint}, Prefix: "kwi/bestseller/", TLS: a.trusts(a.issues("nobody"))})
	ok(t, err)
	if _, err := found.Get(ctx, "team/about"); !errors.Is(err, store.ErrForbidden) {
		t.Errorf("who has not signed in reads what anna may: %v", err)
	}
	anna.says(1, []string{"called as one of its users"}, append([]string{"team", "join", endpoint, "--user", "anna", "--password-file", top, "--yes"}, a.shows(a.issues("anna"))...)...)
}
