package post

import (
	"net"
	"strconv"
	"strings"

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

// The ports: one that is encrypted from the first byte, and one on which
// encryption is asked for.
const (
	implicitPort = 465
	submission   = 587
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
// none.
func ServerFrom(getenv func(string) string) (Server, bool, error) {
	s := Server{Host: strings.TrimSpace(getenv(hostName)), Port: submission, User: getenv(userName), Password: getenv(passwordName)}
	if s.Host == "" {
		return Server{}, false, nil
	}
	if s.Host != line(s.Host) || strings.ContainsAny(s.Host, " /@") {
		return Server{}, true, fault.New(fault.BadServer, hostName, line(s.Host))
	}
	if text := strings.TrimSpace(getenv(portName)); text != "" {
		n, err := strconv.ParseUint(text, 10, 16)
		if err != nil || n == 0 {
			return Server{}, true, fault.New(fault.BadServer, portName, line(text))
		}
		s.Port = int(n)
	}
	from := strings.TrimSpace(getenv(fromName))
	if from == "" && Usable(s.User) {
		from = s.User
	}
	var ok bool
	if s.From, ok = ParseAddress(from); !ok {
		return Server{}, true, fault.New(fault.BadServer, fromName, line(from))
	}
	return s, true, nil
}

// near tells whether the server is this machine itself, the only one to which
// letters and a password go without encryption.
func (s Server) near() bool {
	if strings.EqualFold(s.Host, "localhost") {
		return true
	}
	ip := net.ParseIP(s.Host)
	return ip != nil && ip.IsLoopback()
}
