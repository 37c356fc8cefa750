package post

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"net"
	"net/textproto"
	"os"
	"strconv"
	"strings"
	"syscall"

	"kwi/internal/fault"
)

// What we find missing in a server ourselves.
var (
	errUnencrypted = errors.New("no encryption is offered")
	errNoLogin     = errors.New("no way to log in is offered that we know")
)

// notLoggedIn is a login that failed.
type notLoggedIn struct{ error }

// Unwrap gives the cause.
func (n notLoggedIn) Unwrap() error { return n.error }

// stopping are the faults that hold for every letter.
var stopping = []fault.Kind{
	fault.NoServer, fault.ServerUnknown, fault.ServerClosed, fault.ServerAway, fault.ServerSilent, fault.ServerEndless, fault.NotMailServer,
	fault.NoEncryption, fault.BadCertificate, fault.OtherCertificate, fault.OldCertificate,
	fault.NoLogin, fault.LoginRefused, fault.LoginNeeded, fault.SenderRefused,
}

// StopsAll reports whether a fault of a letter holds for all others too.
func StopsAll(err error) bool { return fault.Has(err, stopping...) }

// saidByServer reports whether the server refused something in so many words,
// so that the line itself still holds.
func saidByServer(err error) bool {
	var said *textproto.Error
	return errors.As(err, &said)
}

// noLine says why there is no line to the server. What a library says of it
// is in no language of the user's and stays the cause.
func (l *Line) noLine(err error) error {
	host, port := l.server.Host, strconv.Itoa(l.server.Port)
	var (
		said    *textproto.Error
		odd     textproto.ProtocolError
		name    *net.DNSError
		plain   tls.RecordHeaderError
		over    *net.OpError
		other   x509.HostnameError
		invalid x509.CertificateInvalidError
		unknown *tls.CertificateVerificationError
		login   notLoggedIn
		network net.Error
	)
	kind := fault.ServerAway
	switch {
	case errors.Is(err, errEndless):
		kind = fault.ServerEndless
	case errors.Is(err, errUnencrypted):
		kind = fault.NoEncryption
	case errors.Is(err, errNoLogin):
		return fault.New(fault.NoLogin, host, l.server.User).By(err)
	case errors.As(err, &login) && errors.As(err, &said):
		return fault.New(fault.LoginRefused, host, l.server.User).By(inWords(said))
	case errors.As(err, &said):
		return fault.New(fault.NoServer, host).By(inWords(said))
	case errors.As(err, &name) && name.IsNotFound:
		kind = fault.ServerUnknown
	case errors.As(err, &other):
		kind = fault.OtherCertificate
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		kind = fault.OldCertificate
	case errors.As(err, &unknown):
		kind = fault.BadCertificate
	case errors.As(err, &plain), errors.As(err, &odd):
		kind = fault.NotMailServer
	case errors.Is(err, syscall.ECONNREFUSED):
		kind = fault.ServerClosed
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, os.ErrDeadlineExceeded), errors.As(err, &network) && network.Timeout():
		kind = fault.ServerSilent
	case errors.As(err, &over) && (over.Op == "remote error" || over.Op == "local error"), strings.HasPrefix(err.Error(), "tls:"):
		kind = fault.NoEncryption // they agree on none
	case errors.As(err, &login) && !hungUp(err):
		return fault.New(fault.NoLogin, host, l.server.User).By(err)
	case l.client == nil && l.conn != nil && hungUp(err):
		kind = fault.NotMailServer // it hung up without a word
	}
	return fault.New(kind, host, port).By(err)
}

// hungUp reports whether the other side ended the line.
func hungUp(err error) bool {
	return errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, syscall.ECONNRESET) || errors.Is(err, syscall.EPIPE)
}

// before says why a letter did not go, when the server cannot have it: of
// what the server refused with the kind given, and of what broke off.
func (l *Line) before(err error, kind fault.Kind, about string) error {
	var said *textproto.Error
	switch {
	case !errors.As(err, &said):
		return l.noLine(err)
	case said.Code == 421: // it closes
		return fault.New(fault.NoServer, l.server.Host).By(inWords(said))
	case said.Code == 530:
		return fault.New(fault.LoginNeeded, l.server.Host).By(inWords(said))
	}
	return fault.New(kind, about).By(inWords(said))
}

// answer is what the server said.
type answer struct{ said *textproto.Error }

// inWords is what the server said, to be read by the user.
func inWords(said *textproto.Error) error { return answer{said} }

// Error is its number and its words on one line, without anything that steers.
func (a answer) Error() string {
	return strings.TrimSpace(strconv.Itoa(a.said.Code) + " " + cleanHeader(a.said.Msg))
}

// Unwrap gives the answer as it came.
func (a answer) Unwrap() error { return a.said }
