package post

import (
	"cmp"
	"context"
	"crypto/tls"
	"errors"
	"net"
	"net/textproto"
	"strconv"
	"strings"
	"time"

	"github.com/wneessen/go-mail/smtp"

	"kwi/internal/fault"
)

// How long a server may take in all to let us in, to take one letter, and to
// say goodbye, and how many bytes it may say meanwhile. Some look a letter
// through before they say that they have it.
const (
	greetingPatience = 30 * time.Second
	letterPatience   = 2 * time.Minute
	goodbyePatience  = 5 * time.Second
	stopPatience     = 3 * time.Second // for the letter in hand, once somebody stops it
	greetingBytes    = 128 << 10       // certificates included
	letterBytes      = 64 << 10
)

// Line is a connection with a server, made when the first letter goes and
// again when it broke.
type Line struct {
	server Server
	conn   *bounded     // nil: there is none
	client *smtp.Client // that speaks on it

	trust *tls.Config                                              // of a test; nil: what this machine trusts
	hurry time.Duration                                            // of a test; 0: stopPatience
	calls func(ctx context.Context, _, _ string) (net.Conn, error) // of a test; nil: the network
}

// Open makes a line to a server. It must be closed.
func Open(s Server) *Line { return &Line{server: s} }

// Close ends the line.
func (l *Line) Close() error {
	if l.conn != nil && l.conn.allow(letterBytes, goodbyePatience) == nil {
		_ = l.client.Quit()
	}
	l.drop()
	return nil
}

// drop gives a line up.
func (l *Line) drop() {
	if l.conn != nil {
		_ = l.conn.Close()
	}
	l.conn, l.client = nil, nil
}

// Carry hands a letter to the server. A fault that StopsAll says that no
// other letter can go either; MaybeDelivered says that the server may have
// this one; any other that it certainly has not. Where ctx ends meanwhile, the
// server gets a moment yet to finish the letter in hand; a letter that it has not
// got is ctx's error then.
func (l *Line) Carry(ctx context.Context, letter Letter) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	content, err := written(l.signed(letter))
	if err != nil {
		return fault.New(fault.Internal).By(err)
	}
	fresh, err := l.connect(ctx)
	if err == nil {
		err = l.handInTime(ctx, letter.To.Email, content)
	}
	if !fresh && fault.Has(err, fault.NoServer, fault.ServerAway) { // it has had enough of this line
		l.drop()
		if _, err = l.connect(ctx); err == nil {
			err = l.handInTime(ctx, letter.To.Email, content)
		}
	}
	if err != nil && ctx.Err() != nil && !fault.Has(err, fault.MaybeDelivered) && !saidByServer(err) {
		err = ctx.Err()
	}
	if err != nil && l.client != nil && (!saidByServer(err) || StopsAll(err) || l.client.Reset() != nil) {
		l.drop()
	}
	return err
}

// signed is a letter as it goes by this server: in the name of the address
// that the server knows. Whoever wrote it gets the answers.
func (l *Line) signed(letter Letter) Letter {
	wrote := letter.From
	letter.From = l.server.From
	if letter.From.Name == "" {
		letter.From.Name = wrote.Name
	}
	if letter.ReplyTo.Email == "" && !strings.EqualFold(wrote.Email, letter.From.Email) {
		letter.ReplyTo = wrote
	}
	return letter
}

// Reach makes the line and lets us in, and hands nothing over.
func (l *Line) Reach(ctx context.Context) error {
	_, err := l.connect(ctx)
	return err
}

// connect makes the line, unless it still stands since the letter before.
func (l *Line) connect(ctx context.Context) (fresh bool, err error) {
	if l.conn != nil {
		if l.conn.allow(letterBytes, letterPatience) == nil && l.client.Noop() == nil {
			return false, nil
		}
		l.drop()
	}
	if err := l.dial(ctx); err != nil {
		err = l.noLine(err)
		l.drop()
		if ctx.Err() != nil {
			err = ctx.Err()
		}
		return true, err
	}
	return true, l.conn.allow(letterBytes, letterPatience)
}

// handInTime is hand, for which there is not much time left once ctx ends.
func (l *Line) handInTime(ctx context.Context, to string, content []byte) error {
	conn := l.conn
	defer context.AfterFunc(ctx, func() { _ = conn.SetDeadline(time.Now().Add(cmp.Or(l.hurry, stopPatience))) })()
	return l.hand(to, content)
}

// hand gives a letter to a server that listens. Until the point that ends the
// letter the server cannot have it; once it was sent only its answer tells.
func (l *Line) hand(to string, content []byte) error {
	if err := l.client.Mail("<" + l.server.From.Email + ">"); err != nil {
		return l.before(err, fault.SenderRefused, l.server.From.Email)
	}
	if err := l.client.Rcpt("<" + to + ">"); err != nil {
		return l.before(err, fault.NotDelivered, to)
	}
	w, err := l.client.Data()
	if err != nil {
		return l.before(err, fault.TextRefused, to)
	}
	if _, err := w.Write(content); err != nil {
		return l.before(err, fault.TextRefused, to)
	}
	if err := w.Close(); err != nil {
		if said := new(textproto.Error); errors.As(err, &said) {
			return l.before(err, fault.TextRefused, to)
		}
		return fault.New(fault.MaybeDelivered, to).By(err)
	}
	return nil
}

// dial makes the line and lets us in. ctx ends it at once.
func (l *Line) dial(ctx context.Context) error {
	s := l.server
	dialing, stop := context.WithTimeout(ctx, greetingPatience)
	defer stop()
	calls := l.calls
	if calls == nil {
		calls = (&net.Dialer{}).DialContext
	}
	conn, err := calls(dialing, "tcp", net.JoinHostPort(s.Host, strconv.Itoa(s.Port)))
	if err != nil {
		return err
	}
	l.conn = &bounded{Conn: conn}
	if err := l.conn.allow(greetingBytes, greetingPatience); err != nil {
		return err
	}
	defer context.AfterFunc(dialing, func() { _ = conn.Close() })()
	over, trust := net.Conn(l.conn), l.trusted()
	if s.Port == implicitPort {
		over = tls.Client(over, trust)
		if err := over.(*tls.Conn).Handshake(); err != nil {
			return err
		}
	}
	if l.client, err = smtp.NewClient(over, s.Host); err != nil {
		return err
	}
	if err := l.client.Hello(ourName(conn)); err != nil {
		return err
	}
	if s.Port != implicitPort && !s.near() {
		if offered, _ := l.client.Extension("STARTTLS"); !offered {
			return errUnencrypted
		}
		if err := l.client.StartTLS(trust); err != nil {
			return err
		}
	}
	return l.logIn()
}

// trusted is how an encrypted line is made.
func (l *Line) trusted() *tls.Config {
	if l.trust != nil {
		return l.trust
	}
	return &tls.Config{ServerName: l.server.Host, MinVersion: tls.VersionTLS12}
}

// ourName is how we call ourselves to a server: the address that it sees, for
// the name of this machine is nobody's business.
func ourName(conn net.Conn) string {
	a, ok := conn.LocalAddr().(*net.TCPAddr)
	switch {
	case !ok:
		return "[127.0.0.1]"
	case a.IP.To4() != nil:
		return "[" + a.IP.To4().String() + "]"
	}
	return "[IPv6:" + a.IP.String() + "]"
}
