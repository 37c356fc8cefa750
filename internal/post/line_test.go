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
	l := Open(Server{Host: "mail.example", Port: Submission, User: "joe", Password: "geheim", From: Address{"Joe", "joe@bestseller.example"}})
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
	if !fault.Has(err, fault.NoEncryption) || len(s.Mails())+len(s.Passwords()) > 0 {
		t.Errorf("%v, %v, %v", err, s.Mails(), s.Passwords())
	}
}

func TestACertificateOfAnotherIsNotTrusted(t *testing.T) {
	server, _ := certified(t, "mail.example")
	s := (&posttest.Server{TLS: server}).Start(t)
	err := far(s, nil).Carry(t.Context(), letter("kk@newmedia.example"))
	if !fault.Has(err, fault.BadCertificate) || len(s.Mails())+len(s.Passwords()) > 0 {
		t.Errorf("%v, %v, %v", err, s.Mails(), s.Passwords())
	}
	server, trust := certified(t, "evil.example")
	s = (&posttest.Server{TLS: server}).Start(t)
	if err := far(s, trust).Carry(t.Context(), letter("kk@newmedia.example")); !fault.Has(err, fault.OtherCertificate) {
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
// which the line breaks twice: none goes twice, and the others all go. Where
// the line broke before an answer, nobody can tell.
func TestALetterMoreOrLess(t *testing.T) {
	s := (&posttest.Server{
		Refuses: map[string]bool{"bb@x.example": true},
		Breaks:  map[string]posttest.When{"cc@x.example": posttest.Halfway, "dd@x.example": posttest.Taken, "ee@x.example": posttest.Unanswered},
	}).Start(t)
	l := Open(Server{Host: "127.0.0.1", Port: s.Port(), From: Address{"", "joe@x.example"}})
	became := map[fault.Kind]string{}
	for _, who := range []string{"aa", "bb", "cc", "dd", "ee", "ff"} {
		err := l.Carry(t.Context(), letter(who+"@x.example"))
		f, _ := fault.Of(err)
		if err == nil {
			f = &fault.Fault{}
		}
		became[f.Kind] += who
		if who == "bb" && f.Cause.Error() != "550 5.1.1 no such user[31m here" {
			t.Errorf("it says %q", f.Cause)
		}
	}
	_ = l.Close()
	if became[""] != "aaddff" || became[fault.NotDelivered] != "bb" || became[fault.MaybeDelivered] != "ccee" || len(s.Mails()) != 4 {
		t.Errorf("%v, taken %v", became, s.Mails())
	}
}

func TestWhoeverWroteGetsTheAnswers(t *testing.T) {
	s := (&posttest.Server{}).Start(t)
	l := Open(Server{Host: "127.0.0.1", Port: s.Port(), From: Address{"", "post@x.example"}})
	x := letter("kk@newmedia.example")
	x.From = Address{"Joe", "joe@x.example"}
	if err := l.Carry(t.Context(), x); err != nil {
		t.Fatal(err)
	}
	x.From.Email = "Post@x.example"
	if err := l.Carry(t.Context(), x); err != nil {
		t.Fatal(err)
	}
	mails := s.Mails()
	if text := mails[0].Text; !strings.Contains(text, "From: \"Joe\" <post@x.example>") || !strings.Contains(text, "Reply-To: \"Joe\" <joe@x.example>") {
		t.Errorf("got\n%s", text)
	}
	if strings.Contains(mails[1].Text, "Reply-To") {
		t.Errorf("got\n%s", mails[1].Text)
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
	if _, set, err := ServerFrom(from("KWI_SMTP_PASSWORD", "x"), Address{}); set || err != nil {
		t.Error(set, err)
	}
	s, set, err := ServerFrom(from("KWI_SMTP_HOST", "mail.example", "KWI_SMTP_PORT", "465", "KWI_SMTP_USER", "joe", "KWI_SMTP_FROM", "Joé <joe@x.example>", "KWI_SMTP_PASSWORD", "geheim"), Address{"Joe", "me@x.example"})
	if want := (Server{"mail.example", 465, "joe", "geheim", Address{"Joé", "joe@x.example"}}); s != want || !set || err != nil {
		t.Errorf("%+v %v %v", s, set, err)
	}
	if s, _, err = ServerFrom(from("KWI_SMTP_HOST", "mail.example", "KWI_SMTP_USER", "joe@x.example"), Address{"Joe", "me@x.example"}); s.From.Email != "joe@x.example" || s.Port != 587 || err != nil {
		t.Errorf("%+v %v", s, err)
	}
	if s, _, err = ServerFrom(from("KWI_SMTP_HOST", "mail.example", "KWI_SMTP_USER", "joe"), Address{"Joe", "me@x.example"}); s.From != (Address{"Joe", "me@x.example"}) || err != nil {
		t.Errorf("%+v %v", s, err)
	}
	for _, bad := range [][]string{
		{"KWI_SMTP_HOST", "mail.example"}, {"KWI_SMTP_HOST", "mail.example", "KWI_SMTP_FROM", "joe"},
		{"KWI_SMTP_HOST", "unix:///run/x", "KWI_SMTP_FROM", "joe@x.example"}, {"KWI_SMTP_HOST", "a\r\nb", "KWI_SMTP_FROM", "joe@x.example"},
		{"KWI_SMTP_HOST", "mail.example", "KWI_SMTP_FROM", "joe@x.example", "KWI_SMTP_PORT", "smtp"}, {"KWI_SMTP_HOST", "mail.example", "KWI_SMTP_FROM", "joe@x.example", "KWI_SMTP_PORT", "70000"},
	} {
		if _, _, err := ServerFrom(from(bad...), Address{}); !fault.Has(err, fault.BadServer) {
			t.Errorf("%v: %v", bad, err)
		}
	}
	for text, want := range map[string]Server{
		"::1": {Host: "::1", Port: 587}, "[::1]": {Host: "::1", Port: 587}, "[::1]:25": {Host: "::1", Port: 25}, "mail.example:465": {Host: "mail.example", Port: 465},
		"127.0.0.1:2525": {Host: "127.0.0.1", Port: 2525}, " mail.example ": {Host: "mail.example", Port: 587}, "2001:db8::25": {Host: "2001:db8::25", Port: 587},
	} {
		s, set, err := ServerFrom(from("KWI_SMTP_HOST", text, "KWI_SMTP_FROM", "joe@x.example"), Address{})
		if want.From = (Address{"", "joe@x.example"}); s != want || !set || err != nil {
			t.Errorf("%q: %+v %v %v", text, s, set, err)
		}
	}
	for _, text := range []string{"mail.example:", ":25", "[mail.example]:25", "::1:x:", "mail.example:0", "mail.example:70000", "smtp://mail.example", "[::1", "a:b:c"} {
		if _, _, err := ServerFrom(from("KWI_SMTP_HOST", text, "KWI_SMTP_FROM", "joe@x.example"), Address{}); !fault.Has(err, fault.BadServer) {
			t.Errorf("%q: %v", text, err)
		}
	}
	if _, _, err := ServerFrom(from("KWI_SMTP_HOST", "mail.example:25", "KWI_SMTP_PORT", "587", "KWI_SMTP_FROM", "joe@x.example"), Address{}); !fault.Has(err, fault.TwoPorts) {
		t.Error(err)
	}
	for host, near := range map[string]bool{"localhost": true, "LOCALHOST": true, "127.0.0.1": true, "::1": true, "::ffff:127.0.0.1": true, "localhost.evil.example": false, "127.0.0.1.evil.example": false, "192.168.1.1": false, "0.0.0.0": false} {
		if (Server{Host: host}).near() != near {
			t.Errorf("%s is near: %v", host, !near)
		}
	}
}
