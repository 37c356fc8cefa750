package post

import (
	"bufio"
	"context"
	"net"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"kwi/internal/fault"
	"kwi/internal/lang"
	"kwi/internal/post/posttest"
)

// talking is a server that does as it is told with every line to it.
func talking(t *testing.T, do func(net.Conn)) Server {
	t.Helper()
	at, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = at.Close() })
	go func() {
		for {
			c, err := at.Accept()
			if err != nil {
				return
			}
			go func() { defer func() { _ = c.Close() }(); do(c) }()
		}
	}()
	return Server{Host: "127.0.0.1", Port: at.Addr().(*net.TCPAddr).Port, From: Address{"", "joe@x.example"}}
}

// answering says a greeting and then one line to each that it hears, the last
// for all that follow.
func answering(t *testing.T, lines ...string) Server {
	return talking(t, func(c net.Conn) {
		r := bufio.NewReader(c)
		for i := 0; ; i++ {
			if _, err := c.Write([]byte(lines[min(i, len(lines)-1)] + "\r\n")); err != nil {
				return
			}
			if _, err := r.ReadString('\n'); err != nil {
				return
			}
		}
	})
}

// endless never stops talking.
func endless(begin, line string) func(net.Conn) {
	return func(c net.Conn) {
		_, err := c.Write([]byte(begin))
		for text := []byte(strings.Repeat(line, 1000)); err == nil; {
			_, err = c.Write(text)
		}
	}
}

// TestEveryReasonHasItsSentence meets every server that takes nothing. No
// sentence quotes what a library says of it.
func TestEveryReasonHasItsSentence(t *testing.T) {
	closed := answering(t, "220 x")
	gone, _ := net.Listen("tcp", "127.0.0.1:0")
	closed.Port = gone.Addr().(*net.TCPAddr).Port
	_ = gone.Close()
	user := func(s Server) Server { s.User, s.Password = "joe", "geheim"; return s }
	for name, w := range map[string]struct {
		to   Server
		want fault.Kind
		call func(context.Context, string, string) (net.Conn, error)
	}{
		"nobody listens":        {closed, fault.ServerClosed, nil},
		"no such name":          {Server{Host: "mail.example"}, fault.ServerUnknown, failing(&net.DNSError{Err: "no such host", IsNotFound: true})},
		"no names at all":       {Server{Host: "mail.example"}, fault.ServerAway, failing(&net.DNSError{Err: "server misbehaving", IsTemporary: true})},
		"too late":              {Server{Host: "mail.example"}, fault.ServerSilent, failing(context.DeadlineExceeded)},
		"refuses us":            {answering(t, "554 go away"), fault.NoServer, nil},
		"a web server":          {answering(t, "HTTP/1.1 400 Bad Request"), fault.NotMailServer, nil},
		"hangs up":              {talking(t, func(net.Conn) {}), fault.NotMailServer, nil},
		"hangs up later":        {talking(t, func(c net.Conn) { _, _ = c.Write([]byte("220 x\r\n")) }), fault.ServerAway, nil},
		"endless greeting":      {talking(t, endless("", "220-x\r\n")), fault.ServerEndless, nil},
		"endless line":          {talking(t, endless("220 ", "x")), fault.ServerEndless, nil},
		"endless offers":        {talking(t, endless("220 x\r\n", "250-x\r\n")), fault.ServerEndless, nil},
		"no login":              {user(answering(t, "220 x", "250 x")), fault.NoLogin, nil},
		"no login that we know": {user(answering(t, "220 x", "250-x\r\n250 AUTH GSSAPI")), fault.NoLogin, nil},
		"wrong password":        {user(answering(t, "220 x", "250-x\r\n250 AUTH PLAIN", "535 5.7.8 no")), fault.LoginRefused, nil},
		"wants a login":         {answering(t, "220 x", "250 x", "530 5.7.0 log in"), fault.LoginNeeded, nil},
		"closes":                {answering(t, "220 x", "250 x", "421 too many"), fault.NoServer, nil},
		"another sender":        {answering(t, "220 x", "250 x", "550 5.7.1 not you"), fault.SenderRefused, nil},
		"another recipient":     {answering(t, "220 x", "250 x", "250 x", "550 5.1.1 not here"), fault.NotDelivered, nil},
		"no letter":             {answering(t, "220 x", "250 x", "250 x", "250 x", "554 5.6.0 no"), fault.TextRefused, nil},
		"not this letter":       {answering(t, "220 x", "250 x", "250 x", "250 x", "354 x", "554 5.7.1 spam"), fault.TextRefused, nil},
	} {
		l := Open(w.to)
		l.calls = w.call
		err := l.Carry(t.Context(), letter("kk@newmedia.example"))
		_ = l.Close()
		if !fault.Has(err, w.want) {
			t.Errorf("%s: %v", name, err)
		}
		for _, tag := range []string{"nl", "en"} {
			said := lang.For(tag).Fault(err)
			for _, raw := range []string{"tcp", "dial", "lookup", "EOF", "STARTTLS", "tls:", "x509", "SMTP ", "response", "connection"} {
				if strings.Contains(said, raw) && (raw != "connection" || tag == "nl") || strings.Contains(said, "…") {
					t.Errorf("%s: %s", name, said)
				}
			}
		}
	}
}

func failing(err error) func(context.Context, string, string) (net.Conn, error) {
	return func(context.Context, string, string) (net.Conn, error) { return nil, err }
}

// TestAnEndlessServerCostsNothing reads no more of it than there is to say.
func TestAnEndlessServerCostsNothing(t *testing.T) {
	var before, after runtime.MemStats
	l := Open(talking(t, endless("", "220-"+strings.Repeat("x", 500)+"\r\n")))
	runtime.ReadMemStats(&before)
	if err := l.Carry(t.Context(), letter("kk@newmedia.example")); !fault.Has(err, fault.ServerEndless) {
		t.Error(err)
	}
	if runtime.ReadMemStats(&after); after.TotalAlloc-before.TotalAlloc > 100<<20 {
		t.Errorf("%d MB", (after.TotalAlloc-before.TotalAlloc)>>20)
	}
}

// TestASilentServerIsNotWaitedForWhenStopped ends as soon as the user does.
func TestASilentServerIsNotWaitedForWhenStopped(t *testing.T) {
	l := Open(talking(t, func(c net.Conn) { _, _ = c.Read(make([]byte, 1)) }))
	ctx, stop := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer stop()
	if err := l.Carry(ctx, letter("kk@newmedia.example")); err != context.DeadlineExceeded {
		t.Error(err)
	}
}

func TestEncryptionOnTheWrongPort(t *testing.T) {
	plain := answering(t, "220 x")
	l := Open(Server{Host: "mail.example", Port: implicitPort, From: Address{"", "joe@x.example"}})
	l.calls = func(ctx context.Context, network, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, network, net.JoinHostPort(plain.Host, strconv.Itoa(plain.Port)))
	}
	if err := l.Carry(t.Context(), letter("kk@newmedia.example")); !fault.Has(err, fault.NotMailServer) {
		t.Error(err)
	}
}

func TestAServerThatHadEnoughOfTheLine(t *testing.T) {
	s := (&posttest.Server{Most: 1}).Start(t)
	l := Open(Server{Host: "localhost", Port: s.Port(), From: Address{"", "joe@x.example"}})
	for _, to := range []string{"a@x.example", "b@x.example", "c@x.example"} {
		if err := l.Carry(t.Context(), letter(to)); err != nil {
			t.Fatal(err)
		}
	}
	if s.Lines() != 3 || len(s.Mails()) != 3 {
		t.Errorf("%d lines, %d mails", s.Lines(), len(s.Mails()))
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	if err := l.Carry(stopped, letter("a@x.example")); err != context.Canceled {
		t.Error(err)
	}
}
