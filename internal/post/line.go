package post

import (
	"context"
	"crypto/tls"
	"errors"
	"strconv"
	"strings"
	"time"

	"github.com/wneessen/go-mail"

	"kwi/internal/fault"
)

// patience is how long a server may take over one step.
const patience = 30 * time.Second

// Line is a connection with a server, made when the first letter goes and
// again when it broke.
type Line struct {
	server Server
	client *mail.Client

	trust *tls.Config          // of a test; nil: what this machine trusts
	calls mail.DialContextFunc // of a test; nil: the network
}

// Open makes a line to a server. It must be closed.
func Open(s Server) *Line { return &Line{server: s} }

// Close ends the line.
func (l *Line) Close() error {
	if l.client == nil {
		return nil
	}
	c := l.client
	l.client = nil
	return c.Close()
}

// Carry hands a letter to the server. NoServer says that no letter can go,
// NotDelivered that this one did not.
func (l *Line) Carry(ctx context.Context, letter Letter) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	letter.From = l.server.From
	m, err := message(letter)
	if err != nil {
		return fault.New(fault.NotDelivered, letter.To.Email).By(err)
	}
	if l.client == nil {
		if err := l.dial(ctx); err != nil {
			return fault.New(fault.NoServer, l.server.Host).By(err)
		}
	}
	err = l.client.Send(m)
	var said *mail.SendError
	switch {
	case err == nil:
		return nil
	case m.IsDelivered(): // it has the letter; only what came after that went wrong
		l.drop()
		return nil
	case errors.As(err, &said) && said.Reason == mail.ErrConnCheck: // it broke after the letter before
		l.drop()
		if err := l.dial(ctx); err != nil {
			return fault.New(fault.NoServer, l.server.Host).By(err)
		}
		if err = l.client.Send(m); err == nil || m.IsDelivered() {
			return nil
		}
	}
	if said == nil || said.ErrorCode() == 0 { // not the server's word, so the line is not to be trusted
		l.drop()
	}
	return fault.New(fault.NotDelivered, letter.To.Email).By(bare(err))
}

// bare is what the server said, without what the library says around it.
func bare(err error) error {
	var said *mail.SendError
	if !errors.As(err, &said) {
		return err
	}
	text, _, _ := strings.Cut(said.Error(), ", affected ")
	text = strings.TrimSpace(strings.TrimPrefix(text, said.Reason.String()+":"))
	if code, quoted, cut := strings.Cut(text, " "); cut {
		if words, err := strconv.Unquote(quoted); err == nil {
			text = code + " " + words
		}
	}
	return errors.New(line(text))
}

// drop gives a broken line up.
func (l *Line) drop() {
	if l.client != nil {
		_ = l.client.Close()
	}
	l.client = nil
}

func (l *Line) dial(ctx context.Context) error {
	s := l.server
	options := []mail.Option{mail.WithPort(s.Port), mail.WithTimeout(patience)}
	if l.trust != nil {
		options = append(options, mail.WithTLSConfig(l.trust))
	}
	auth := mail.SMTPAuthAutoDiscover
	if l.calls != nil {
		options = append(options, mail.WithDialContextFunc(l.calls))
	}
	switch {
	case s.Port == implicitPort:
		options = append(options, mail.WithSSL())
	case s.near():
		options = append(options, mail.WithTLSPolicy(mail.NoTLS))
		auth = mail.SMTPAuthPlainNoEnc
	default:
		options = append(options, mail.WithTLSPolicy(mail.TLSMandatory))
	}
	if s.User != "" {
		options = append(options, mail.WithSMTPAuth(auth), mail.WithUsername(s.User), mail.WithPassword(s.Password))
	}
	c, err := mail.NewClient(s.Host, options...)
	if err != nil {
		return err
	}
	if err := c.DialWithContext(ctx); err != nil {
		return err
	}
	l.client = c
	return nil
}
