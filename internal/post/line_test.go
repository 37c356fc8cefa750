package post

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"math/big"
	"net"
	"slices"
	"strings"
	"testing"
	"time"

	"kwi/internal/fault"
	"kwi/internal/post/posttest"
)

func letter(to string) Letter {
	return Letter{ID: to, To: Address{"Kees", to}, Subject: "Vragen", Text: "Beste Kees,\n.\n.punt\n", At: time.Date(2026, 11, 13, 9, 0, 0, 0, time.UTC)}
}

// far is a line to a server that seems to be on another machine.
func far(s *posttest.Server, trust *tls.Config) *Line {
	l := Open(Server{Host: "mail.example", Port: submission, User: "joe", Password: "geheim", From: Address{"Joe", "joe@bestseller.example"}})
	l.trust = trust
	l.calls = func(ctx context.Context, network, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, network, s.Addr())
	}
	return l
}

// certified is a server's certificate for a name, and who trusts it.
func certified(t *testing.T, name string) (server, client *tls.Config) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	c := &x509.Certificate{SerialNumber: big.NewInt(1), DNSNames: []string{name}, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour), IsCA: true, BasicConstraintsValid: true}
	der, err := x509.CreateCertificate(rand.Reader, c, c, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	parsed, _ := x509.ParseCertificate(der)
	pool := x509.NewCertPool()
	pool.AddCert(parsed)
	return &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{der}, PrivateKey: key}}, MinVersion: tls.VersionTLS12},
		&tls.Config{RootCAs: pool, ServerName: "mail.example", MinVersion: tls.VersionTLS12}
}

func TestElsewhereNothingGoesUnencrypted(t *testing.T) {
	s := (&posttest.Server{}).Start(t)
	err := far(s, nil).Carry(t.Context(), letter("kk@newmedia.example"))
	if !fault.Has(err, fault.NoServer) || len(s.Mails())+len(s.Passwords()) > 0 {
		t.Errorf("%v, %v, %v", err, s.Mails(), s.Passwords())
	}
}

func TestACertificateOfAnotherIsNotTrusted(t *testing.T) {
	server, _ := certified(t, "mail.example")
	s := (&posttest.Server{TLS: server}).Start(t)
	err := far(s, nil).Carry(t.Context(), letter("kk@newmedia.example"))
	if !fault.Has(err, fault.NoServer) || len(s.Mails())+len(s.Passwords()) > 0 {
		t.Errorf("%v, %v, %v", err, s.Mails(), s.Passwords())
	}
	server, trust := certified(t, "evil.example")
	s = (&posttest.Server{TLS: server}).Start(t)
	if err := far(s, trust).Carry(t.Context(), letter("kk@newmedia.example")); !fault.Has(err, fault.NoServer) {
		t.Error(err)
	}
}

func TestEncryptedItGoes(t *testing.T) {
	server, trust := certified(t, "mail.example")
	s := (&posttest.Server{TLS: server}).Start(t)
	l := far(s, trust)
	for _, to := range []string{"kk@newmedia.example", "bb@newmedia.example"} {
		if err := l.Carry(t.Context(), letter(to)); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.Close(); err != nil {
		t.Error(err)
	}
	mails := s.Mails()
	if len(mails) != 2 || !mails[0].Encrypted || !slices.Equal(s.Passwords(), []string{"geheim true"}) || s.Lines() != 1 {
		t.Fatalf("%v %v %d", mails, s.Passwords(), s.Lines())
	}
	if text := mails[0].Text; strings.Contains(text, unsent) || !strings.Contains(text, "\n.\n.punt") || !strings.Contains(text, "From: \"Joe\" <joe@bestseller.example>") {
		t.Errorf("got\n%s", text)
	}
}

// TestALetterMoreOrLess sends five letters, of which one is refused and of
// which the line breaks twice: none goes twice, and the others all go.
func TestALetterMoreOrLess(t *testing.T) {
	s := (&posttest.Server{
		Refuses: map[string]bool{"bb@x.example": true},
		Breaks:  map[string]posttest.When{"cc@x.example": posttest.Halfway, "dd@x.example": posttest.Taken},
	}).Start(t)
	l := Open(Server{Host: "127.0.0.1", Port: s.Port(), From: Address{"", "joe@x.example"}})
	var went, not []string
	for _, who := range []string{"aa", "bb", "cc", "dd", "ee"} {
		to := who + "@x.example"
		err := l.Carry(t.Context(), letter(to))
		switch {
		case err == nil:
			went = append(went, who)
		case fault.Has(err, fault.NotDelivered):
			not = append(not, who)
			if f, _ := fault.Of(err); who == "bb" && f.Cause.Error() != "550 5.1.1 no such user[31m here" {
				t.Errorf("it says %q", f.Cause)
			}
		default:
			t.Fatal(err)
		}
	}
	_ = l.Close()
	if !slices.Equal(went, []string{"aa", "dd", "ee"}) || !slices.Equal(not, []string{"bb", "cc"}) || len(s.Mails()) != 3 {
		t.Errorf("went %v, not %v, taken %v", went, not, s.Mails())
	}
}

func TestAServerThatIsNotThere(t *testing.T) {
	s := (&posttest.Server{Mutter: true}).Start(t)
	l := Open(Server{Host: "localhost", Port: s.Port(), From: Address{"", "joe@x.example"}})
	if err := l.Carry(t.Context(), letter("a@x.example")); !fault.Has(err, fault.NoServer) {
		t.Error(err)
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	if err := l.Carry(stopped, letter("a@x.example")); err != context.Canceled {
		t.Error(err)
	}
}

func TestTheServerStandsInTheEnvironment(t *testing.T) {
	from := func(pairs ...string) func(string) string {
		return func(name string) string {
			for i := 0; i < len(pairs); i += 2 {
				if pairs[i] == name {
					return pairs[i+1]
				}
			}
			return ""
		}
	}
	if _, set, err := ServerFrom(from("KWI_SMTP_PASSWORD", "x")); set || err != nil {
		t.Error(set, err)
	}
	s, set, err := ServerFrom(from("KWI_SMTP_HOST", "mail.example", "KWI_SMTP_PORT", "465", "KWI_SMTP_USER", "joe", "KWI_SMTP_FROM", "Joé <joe@x.example>", "KWI_SMTP_PASSWORD", "geheim"))
	if want := (Server{"mail.example", 465, "joe", "geheim", Address{"Joé", "joe@x.example"}}); s != want || !set || err != nil {
		t.Errorf("%+v %v %v", s, set, err)
	}
	if s, _, err = ServerFrom(from("KWI_SMTP_HOST", "mail.example", "KWI_SMTP_USER", "joe@x.example")); s.From.Email != "joe@x.example" || s.Port != 587 || err != nil {
		t.Errorf("%+v %v", s, err)
	}
	for _, bad := range [][]string{
		{"KWI_SMTP_HOST", "mail.example"}, {"KWI_SMTP_HOST", "mail.example", "KWI_SMTP_FROM", "joe"},
		{"KWI_SMTP_HOST", "unix:///run/x", "KWI_SMTP_FROM", "joe@x.example"}, {"KWI_SMTP_HOST", "a\r\nb", "KWI_SMTP_FROM", "joe@x.example"},
		{"KWI_SMTP_HOST", "mail.example", "KWI_SMTP_FROM", "joe@x.example", "KWI_SMTP_PORT", "smtp"}, {"KWI_SMTP_HOST", "mail.example", "KWI_SMTP_FROM", "joe@x.example", "KWI_SMTP_PORT", "70000"},
	} {
		if _, _, err := ServerFrom(from(bad...)); !fault.Has(err, fault.BadServer) {
			t.Errorf("%v: %v", bad, err)
		}
	}
	for host, near := range map[string]bool{"localhost": true, "LOCALHOST": true, "127.0.0.1": true, "::1": true, "localhost.evil.example": false, "127.0.0.1.evil.example": false, "192.168.1.1": false, "0.0.0.0": false} {
		if (Server{Host: host}).near() != near {
			t.Errorf("%s is near: %v", host, !near)
		}
	}
}
