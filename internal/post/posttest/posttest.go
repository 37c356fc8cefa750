// Package posttest is a mail server on this machine for tests: it keeps what
// it is handed, refuses the addresses it is told to, and breaks the line where
// it is told to. It is no server for anything else.
package posttest

import (
	"bufio"
	"crypto/tls"
	"encoding/base64"
	"fmt"
	"net"
	"net/textproto"
	"strings"
	"sync"
	"testing"
)

// Mail is what was handed over.
type Mail struct {
	To        []string
	Text      string
	Encrypted bool
}

// Server is the mail server. What it is to do is set before it is used.
type Server struct {
	Refuses map[string]bool // addresses
	Breaks  map[string]When // of whose letter the line is broken, once each
	TLS     *tls.Config     // nil: it offers no encryption
	Mutter  bool            // refuses everybody at the greeting
	Most    int             // letters that it takes on one line, 0: as many as come
	Holds   func(to string) // is waited for once it has a letter, before it says so; nil: for nothing

	mu        sync.Mutex
	mails     []Mail
	passwords []string
	lines     int
	listener  net.Listener
}

// When is where in a letter the line is broken.
type When byte

// The places: in the middle of a letter, when the server has taken it, and
// when it has taken it and did not say so. Silent does not break it, but says
// nothing any more once the letter is taken.
const (
	Halfway When = iota + 1
	Taken
	Unanswered
	Silent
)

// Start opens the server until the test ends.
func (s *Server) Start(t testing.TB) *Server {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s.listener = l
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go s.serve(c)
		}
	}()
	return s
}

// Addr is where it listens.
func (s *Server) Addr() string { return s.listener.Addr().String() }

// Port is where it listens on this machine.
func (s *Server) Port() int { return s.listener.Addr().(*net.TCPAddr).Port }

// Mails are the letters that it took, in their order.
func (s *Server) Mails() []Mail {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Mail(nil), s.mails...)
}

// Arrived is how many letters it took for each address, by the first that a
// letter is for.
func (s *Server) Arrived() map[string]int {
	out := map[string]int{}
	for _, m := range s.Mails() {
		out[m.To[0]]++
	}
	return out
}

// Passwords are those it heard, each with whether that was encrypted.
func (s *Server) Passwords() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]string(nil), s.passwords...)
}

// Lines is how often somebody called.
func (s *Server) Lines() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.lines
}

func (s *Server) serve(c net.Conn) {
	s.mu.Lock()
	s.lines++
	s.mu.Unlock()
	defer func() { _ = c.Close() }()
	r, encrypted := textproto.NewReader(bufio.NewReader(c)), false
	say := func(text string) { fmt.Fprint(c, text+"\r\n") }
	if s.Mutter {
		say("554 go away")
		return
	}
	say("220 posttest")
	var m Mail
	letters := 0
	for {
		text, err := r.ReadLine()
		if err != nil {
			return
		}
		verb, rest, _ := strings.Cut(text, " ")
		switch strings.ToUpper(verb) {
		case "EHLO":
			offers := "250-posttest\r\n"
			if s.TLS != nil && !encrypted {
				offers += "250-STARTTLS\r\n"
			}
			say(offers + "250 AUTH PLAIN")
		case "STARTTLS":
			say("220 go on")
			over := tls.Server(c, s.TLS)
			if over.Handshake() != nil {
				return
			}
			c, r, encrypted = over, textproto.NewReader(bufio.NewReader(over)), true
		case "AUTH":
			word, _ := base64.StdEncoding.DecodeString(rest[strings.LastIndex(rest, " ")+1:])
			parts := strings.Split(string(word), "\x00")
			s.mu.Lock()
			s.passwords = append(s.passwords, fmt.Sprintf("%s %t", parts[len(parts)-1], encrypted))
			s.mu.Unlock()
			say("235 welcome")
		case "MAIL":
			if letters++; s.Most > 0 && letters > s.Most {
				say("421 too many")
				return
			}
			m = Mail{Encrypted: encrypted}
			say("250 ok")
		case "RCPT":
			to := rest[strings.Index(rest, "<")+1 : strings.Index(rest, ">")]
			if s.Refuses[to] {
				say("550 5.1.1 no such user\x1b[31m here")
				continue
			}
			m.To = append(m.To, to)
			say("250 ok")
		case "DATA":
			if !s.data(&m, r, say) {
				return
			}
		case "QUIT":
			say("221 bye")
			return
		default:
			say("250 ok")
		}
	}
}

// data takes a letter; false where the line is to be broken.
func (s *Server) data(m *Mail, r *textproto.Reader, say func(string)) bool {
	say("354 go on")
	when := When(0)
	s.mu.Lock()
	if len(m.To) > 0 {
		when = s.Breaks[m.To[0]]
		delete(s.Breaks, m.To[0])
	}
	s.mu.Unlock()
	if when == Halfway {
		_, _ = r.ReadLine()
		return false
	}
	b, err := r.ReadDotBytes()
	if err != nil {
		return false
	}
	m.Text = string(b)
	s.mu.Lock()
	s.mails = append(s.mails, *m)
	s.mu.Unlock()
	if s.Holds != nil && len(m.To) > 0 {
		s.Holds(m.To[0])
	}
	if when == Silent {
		_, _ = r.ReadLine() // until the other side is gone
	}
	if when == Unanswered || when == Silent {
		return false
	}
	say("250 taken")
	return when != Taken
}
