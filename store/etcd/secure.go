package etcd

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/url"
	"strings"
	"time"

	"kwi/store"
)

// What may be wrong with the certificates on the way to a hub. All but the last are store.ErrForeign too: nothing
// was read or written, it does not get better by waiting, and nothing follows of what this user may see.
var (
	// ErrUntrusted means that nobody vouches for the hub who is trusted here.
	ErrUntrusted = fmt.Errorf("its certificate is not trusted: %w", store.ErrForeign)
	// ErrExpired means that the certificate of the hub is not valid now, by the clock of this computer.
	ErrExpired = fmt.Errorf("its certificate is not valid now: %w", store.ErrForeign)
	// ErrOtherName means that the certificate of the hub is that of another host.
	ErrOtherName = fmt.Errorf("its certificate is of another name: %w", store.ErrForeign)
	// ErrImpostor means that the certificate of the hub has the name of a user: etcd takes whoever asks
	// it without signing in for that user, where it asks for certificates.
	ErrImpostor = fmt.Errorf("its certificate is called as a user: %w", store.ErrForeign)
	// ErrNoCertificate means that the hub asks for a certificate, and none is shown.
	ErrNoCertificate = fmt.Errorf("it asks for a certificate: %w", store.ErrForeign)
	// ErrCertificate means that the hub does not take the one that is shown.
	ErrCertificate = fmt.Errorf("it does not take the certificate: %w", store.ErrForeign)
	// ErrNamed means that the certificate that is shown has a Common Name. etcd takes no such one at its JSON
	// interface where it knows users, so that nobody thinks that it goes by that name.
	ErrNamed = fmt.Errorf("the certificate has a common name: %w", store.ErrForeign)
	// ErrItself means that a hub that asks for certificates does not take its own: its JSON interface asks the rest
	// of it over the network, as a client.
	ErrItself = fmt.Errorf("it does not take its own certificate: %w", store.ErrUnreachable)
)

// secured is a configuration that refuses a hub with the name of a user.
func secured(config *tls.Config, user string) *tls.Config {
	if config == nil {
		config = &tls.Config{MinVersion: tls.VersionTLS12}
	}
	config = config.Clone()
	config.VerifyConnection = func(is tls.ConnectionState) error {
		for _, c := range is.PeerCertificates[:min(1, len(is.PeerCertificates))] {
			if name := c.Subject.CommonName; name != "" && (name == "root" || name == user) {
				return ErrImpostor
			}
		}
		return nil
	}
	return config
}

// failed is what an error on the way to a member means.
func (c *cluster) failed(ctx context.Context, address string, err error) error {
	kind := certificates(err)
	if kind == nil && ctx.Err() == nil && strings.HasPrefix(address, "https:") && !errors.As(err, new(*tls.RecordHeaderError)) {
		if dial := (*net.OpError)(nil); !errors.As(err, &dial) || dial.Op != "dial" {
			kind = certificates(c.greet(ctx, address)) // it broke off, and why came behind that
		}
	}
	if errors.Is(kind, ErrCertificate) && c.secure != nil && len(c.secure.Certificates) == 0 {
		kind = ErrNoCertificate
	}
	if kind == nil {
		return unreachable(err)
	}
	return fmt.Errorf("%w: %w", kind, err)
}

// certificates is which of the errors of certificates an error is, nil where it is none.
func certificates(err error) error {
	var invalid x509.CertificateInvalidError
	var alert *net.OpError
	switch {
	case err == nil:
		return nil
	case errors.Is(err, ErrImpostor):
		return ErrImpostor
	case errors.As(err, new(x509.HostnameError)):
		return ErrOtherName
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		return ErrExpired
	case errors.As(err, new(*tls.CertificateVerificationError)):
		return ErrUntrusted
	case !errors.As(err, &alert) || alert.Op != "remote error":
		return nil
	case strings.Contains(alert.Err.Error(), "certificate required"):
		return ErrNoCertificate
	case strings.Contains(alert.Err.Error(), "certificate"), strings.Contains(alert.Err.Error(), "access denied"):
		return ErrCertificate
	}
	return nil
}

// greeting is how long one waits for the first word of a member that said nothing.
const greeting = 3 * time.Second

// greet shakes hands with a member and waits for its first word, which tells what it thinks of the certificate: in TLS 1.3
// that comes when one has begun to ask, and may be lost in that.
func (c *cluster) greet(ctx context.Context, address string) error {
	ctx, cancel := context.WithTimeout(ctx, greeting)
	defer cancel()
	u, err := url.Parse(address)
	if err != nil {
		return err
	}
	config := c.secure.Clone()
	config.NextProtos, config.ServerName = []string{"h2"}, u.Hostname()
	conn, err := (&tls.Dialer{Config: config}).DialContext(ctx, "tcp", u.Host)
	if err != nil {
		return err
	}
	defer func() { _ = conn.Close() }()
	if until, has := ctx.Deadline(); has {
		_ = conn.SetReadDeadline(until)
	}
	_, err = conn.Read(make([]byte, 1))
	return err
}
