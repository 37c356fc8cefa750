// Package hub is the way from a data file to the hub of a team: where the hub is,
// as whom one signs in there, which team the file belongs to, and who is in it.
// What is kept is split so that nothing of it gives anything away: the settings of
// the laptop have the way there, the data file has to which team it belongs and
// under whose name, and the password is in neither.
//
//	settings  hub.endpoints, hub.prefix, hub.user, hub.passwordFile, hub.ca, hub.certificate, hub.key
//	data file file/hub: prefix, user, and the team by the name that no other has
//	hub       PREFIX team/about: the form of what is there, the team, the supplier
//	          PREFIX team/rights: written whenever somebody may see others than before
//	          PREFIX team/laptops/USER/COMPUTER: up to where a laptop has all
//
// So a data file that joined no team, or another, is never kept the same with the
// hub of the settings by accident.
//
// It knows the store behind the port, the settings, the desk and the pair of both.
// It must not know a command or a screen, and has no sentences.
package hub

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"os"
	"runtime"
	"strings"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/settings"
	"kwi/internal/sync"
	"kwi/store"
	"kwi/store/etcd"
)

// Root is the administrator of a hub, as etcd calls them.
const Root = "root"

// Hub is a hub with somebody who signs in there.
type Hub struct {
	*etcd.Store
	Way settings.Hub
}

// Open makes a hub of the way to it. It asks nothing there yet.
func Open(way settings.Hub, password string) (*Hub, error) {
	if way.Endpoints == "" {
		return nil, fault.New(fault.NoHub)
	}
	secure, err := encryption(way)
	if err != nil {
		return nil, err
	}
	s, err := etcd.Open(etcd.Config{Endpoints: strings.Fields(way.Endpoints), Prefix: Prefix(way.Prefix), User: way.User, Password: password, TLS: secure})
	if err != nil {
		return nil, Fault(err, way)
	}
	return &Hub{s, way}, nil
}

// Prefix is what the keys of a team begin with in etcd.
func Prefix(name string) string { return "kwi/" + name + "/" }

// ValidPrefix reports whether a team can be called so at its hub.
func ValidPrefix(name string) bool { return account.ValidID(name) }

// ValidUser reports whether somebody can be called so at a hub. The administrator's
// name is taken.
func ValidUser(name string) bool { return name != Root && sync.ValidOwner(name) }

// encryption is who is trusted, and with what this computer shows who it is; nil
// where the settings say nothing of it: then it is whom the system trusts.
func encryption(way settings.Hub) (*tls.Config, error) {
	if way.CA == "" && way.Certificate == "" && way.Key == "" {
		return nil, nil
	}
	c := &tls.Config{MinVersion: tls.VersionTLS12}
	if way.CA != "" {
		text, err := os.ReadFile(way.CA)
		if err != nil {
			return nil, fault.New(fault.BadKeys, way.CA).By(err)
		}
		c.RootCAs = x509.NewCertPool()
		if !c.RootCAs.AppendCertsFromPEM(text) {
			return nil, fault.New(fault.BadKeys, way.CA)
		}
	}
	if way.Certificate == "" && way.Key == "" {
		return c, nil
	}
	own, err := tls.LoadX509KeyPair(way.Certificate, way.Key)
	if err != nil {
		named := way.Certificate
		if named == "" {
			named = way.Key
		}
		return nil, fault.New(fault.BadKeys, named).By(err)
	}
	c.Certificates = []tls.Certificate{own}
	return c, nil
}

// Exposed are the files of the way to a hub that hold what opens it, the key and the
// password, as far as others on this computer can get at them. Where the system has
// no such rights it is none.
func Exposed(way settings.Hub) (names []string) {
	for _, name := range []string{way.Key, way.PasswordFile} {
		if info, err := os.Stat(name); name != "" && err == nil && info.Mode().IsRegular() && info.Mode().Perm()&0o077 != 0 && runtime.GOOS != "windows" {
			names = append(names, name)
		}
	}
	return names
}

// Fault is what an error of a hub means to its user. What is a fault already, or
// none of the hub's, stays as it is.
func Fault(err error, way settings.Hub) error {
	if err == nil || errors.Is(err, context.Canceled) {
		return err
	}
	if _, is := fault.Of(err); is {
		return err
	}
	for _, k := range []struct {
		is    error
		kind  fault.Kind
		value string
	}{
		{etcd.ErrPlain, fault.PlainHub, way.Endpoints}, {etcd.ErrEndpoint, fault.BadEndpoint, way.Endpoints},
		{etcd.ErrPassword, fault.WrongPassword, way.User}, {etcd.ErrNoUsers, fault.NoUsers, way.Endpoints},
		{etcd.ErrUntrusted, fault.HubUntrusted, way.Endpoints}, {etcd.ErrExpired, fault.HubExpired, way.Endpoints},
		{etcd.ErrOtherName, fault.HubOtherName, way.Endpoints}, {etcd.ErrImpostor, fault.HubImpostor, way.Endpoints},
		{etcd.ErrItself, fault.HubItself, way.Endpoints}, {etcd.ErrNoCertificate, fault.NoKeys, way.Endpoints},
		{etcd.ErrCertificate, fault.KeysRefused, way.Certificate}, {etcd.ErrNamed, fault.KeysNamed, way.Certificate},
		{etcd.ErrKnown, fault.KnownUser, ""}, {etcd.ErrUnknown, fault.NoUser, ""},
		{store.ErrForbidden, fault.Forbidden, way.User}, {store.ErrFull, fault.HubFull, way.Endpoints},
		{etcd.ErrEndless, fault.HubEndless, way.Endpoints}, {store.ErrDamaged, fault.HubDamaged, way.Endpoints}, {store.ErrGone, fault.HubForgets, way.Endpoints},
		{store.ErrForeign, fault.NotHub, way.Endpoints}, {store.ErrUnreachable, fault.Unreachable, way.Endpoints},
	} {
		if errors.Is(err, k.is) {
			return fault.New(k.kind, k.value).By(err)
		}
	}
	return err
}
