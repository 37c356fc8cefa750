package post

import (
	"net"
	"net/netip"
	"strconv"
	"strings"

	"kwi/internal/account"
	"kwi/internal/fault"
)

// The names in the environment by which a mail server is set. Its password
// stands there only: no file of ours ever holds it.
const (
	hostName     = "KWI_SMTP_HOST"
	portName     = "KWI_SMTP_PORT"
	userName     = "KWI_SMTP_USER"
	fromName     = "KWI_SMTP_FROM"
	passwordName = "KWI_SMTP_PASSWORD"
)

// The ports: one that is encrypted from the first byte, and Submission, on which
// encryption is asked for and which holds where none is set.
const (
	implicitPort = 465
	Submission   = 587
)

// Server takes letters to send.
type Server struct {
	Host     string
	Port     int
	User     string
	Password string
	From     Address
}

// ServerFrom is the server that the environment sets; false where it sets
// none. Where it names no sender that is me.
func ServerFrom(getenv func(string) string, me Address) (Server, bool, error) {
	s := Server{Port: Submission, User: getenv(userName), Password: getenv(passwordName)}
	text := strings.TrimSpace(getenv(hostName))
	if text == "" {
		return Server{}, false, nil
	}
	host, port, ok := hostAndPort(text)
	if !ok {
		return Server{}, true, fault.New(fault.BadServer, hostName, cleanHeader(text))
	}
	s.Host = host
	own := strings.TrimSpace(getenv(portName))
	for _, t := range []string{port, own} {
		if t == "" {
			continue
		}
		n, err := strconv.ParseUint(t, 10, 16)
		if err != nil || n == 0 {
			name := portName
			if t == port {
				name, t = hostName, text
			}
			return Server{}, true, fault.New(fault.BadServer, name, cleanHeader(t))
		}
		s.Port = int(n)
	}
	if port != "" && own != "" && port != own {
		return Server{}, true, fault.New(fault.TwoPorts, port, own)
	}
	from := strings.TrimSpace(getenv(fromName))
	if from == "" && account.ValidEmail(s.User) {
		from = s.User
	}
	if from == "" && me.Email != "" {
		s.From = me
		return s, true, nil
	}
	var valid bool
	if s.From, valid = ParseAddress(from); !valid {
		return Server{}, true, fault.New(fault.BadServer, fromName, cleanHeader(from))
	}
	return s, true, nil
}

// hostAndPort takes a server as people write it apart: a name or an address,
// the latter also in brackets, with or without a port behind it.
func hostAndPort(text string) (host, port string, ok bool) {
	if _, err := netip.ParseAddr(text); err == nil {
		return text, "", true
	}
	host = text
	if bare, isBare := strings.CutPrefix(text, "["); isBare && strings.HasSuffix(text, "]") {
		host = strings.TrimSuffix(bare, "]")
	} else if h, p, err := net.SplitHostPort(text); err == nil {
		if host, port = h, p; port == "" {
			return "", "", false
		}
	}
	_, err := netip.ParseAddr(host)
	if strings.HasPrefix(text, "[") || strings.Contains(host, ":") {
		return host, port, err == nil
	}
	return host, port, host != "" && host == cleanHeader(host) && !strings.ContainsAny(host, " /@[]%\\?#")
}

// near reports whether the server is this machine itself, the only one to
// which letters and a password go without encryption.
func (s Server) near() bool {
	if strings.EqualFold(s.Host, "localhost") {
		return true
	}
	ip, err := netip.ParseAddr(s.Host)
	return err == nil && ip.Unmap().IsLoopback()
}
