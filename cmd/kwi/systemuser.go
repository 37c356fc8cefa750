package main

import (
	"os/user"
	"strings"

	"kwi/internal/account"
	"kwi/internal/settings"
)

// systemUser is who the user is according to their computer, nobody where that
// has no more than the name of an account.
func systemUser() account.User {
	u, err := user.Current()
	if err != nil {
		return account.User{}
	}
	name, _, _ := strings.Cut(u.Name, ",") // after which there may be a room and telephones
	if name = strings.TrimSpace(name); !strings.Contains(name, " ") {
		return account.User{}
	}
	return settings.Clean(account.User{Name: name, Initials: account.ProposeInitials(name, func(account.Initials) bool { return false })})
}
