package post

import (
	"slices"
	"strings"

	"github.com/wneessen/go-mail/smtp"
)

// logIn tells the server who we are, where a user is set. Without encryption,
// which is to this machine alone, it goes in plain words or not at all.
func (l *Line) logIn() error {
	s := l.server
	if s.User == "" {
		return nil
	}
	offered, how := l.client.Extension("AUTH")
	if !offered {
		return errNoLogin
	}
	words := strings.Fields(strings.ToUpper(how))
	for _, way := range []struct {
		name string
		auth smtp.Auth
	}{
		{"SCRAM-SHA-256", smtp.ScramSHA256Auth(s.User, s.Password)},
		{"SCRAM-SHA-1", smtp.ScramSHA1Auth(s.User, s.Password)},
		{"PLAIN", smtp.PlainAuth("", s.User, s.Password, s.Host, s.near())},
		{"LOGIN", smtp.LoginAuth(s.User, s.Password, s.Host, s.near())},
		{"CRAM-MD5", smtp.CRAMMD5Auth(s.User, s.Password)},
		{"NTLM", smtp.NTLMAuth(s.User, s.Password, "")},
	} {
		if slices.Contains(words, way.name) {
			if err := l.client.Auth(way.auth); err != nil {
				return notLoggedIn{err}
			}
			return nil
		}
	}
	return errNoLogin
}
