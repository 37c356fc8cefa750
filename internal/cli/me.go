package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/account"
	"kwi/internal/post"
	"kwi/internal/settings"
)

// readSettings reads what this laptop remembers, with the environment above it.
func (r *invocation) readSettings() {
	s, err := settings.Read(r.settingsPath())
	r.settings, r.unread = s.Over(r.Getenv), err
}

// me is the user, of a command: what is wrong with the settings is said and
// stops nothing.
func (r *invocation) me() account.User {
	if r.unread != nil {
		fmt.Fprintln(r.Err, r.words.Fault(r.unread))
	}
	return r.settings.Me
}

func (r *invocation) settingsPath() string { return settings.Path(r.Getenv, r.Config) }

// remember changes what is remembered on this laptop.
func (r *invocation) remember(change func(*settings.Settings)) error {
	r.remembering.Lock() // what is remembered at once would each start from the same file
	defer r.remembering.Unlock()
	return settings.Change(r.settingsPath(), change)
}

// meJSON is the shape of `kwi me --json`: what is not known is "".
type meJSON struct {
	Name     string `json:"name"`
	Initials string `json:"initials"`
	Email    string `json:"email"`
	Function string `json:"function"`
	Settings string `json:"settings"` // the file in which it stands
}

func (r *invocation) introducing() *cobra.Command {
	var u account.User
	var machine bool
	var set *pflag.FlagSet
	c := r.command("me", 0, 0, func(o *pflag.FlagSet) {
		set = o
		o.StringVar(&u.Name, "name", "", r.words.T("cli.option.me.name"))
		o.StringVar((*string)(&u.Initials), "initials", "", r.words.T("cli.option.me.initials"))
		o.StringVar(&u.Email, "email", "", r.words.T("cli.option.me.email"))
		o.StringVar(&u.Function, "function", "", r.words.T("cli.option.me.function"))
		r.forMachines(o, &machine)
	}, func(context.Context, []string) error { return r.introduce(u, set.Changed, machine) })
	c.Long = r.words.T("cli.me.long")
	return c
}

// introduce keeps what was given of the user, and tells who that is.
func (r *invocation) introduce(given account.User, changed func(string) bool, machine bool) error {
	switch {
	case changed("initials") && given.Initials != "" && !account.ValidInitials(string(given.Initials)):
		return wrongUsage("cli.wrong.value", cleanLine(string(given.Initials)), "--initials")
	case changed("email") && given.Email != "" && !account.ValidEmail(given.Email):
		return wrongUsage("cli.wrong.value", cleanLine(given.Email), "--email")
	}
	if changed("name") || changed("initials") || changed("email") || changed("function") {
		if err := r.remember(func(s *settings.Settings) {
			for name, field := range map[string][2]*string{
				"name": {&s.Me.Name, &given.Name}, "initials": {(*string)(&s.Me.Initials), (*string)(&given.Initials)},
				"email": {&s.Me.Email, &given.Email}, "function": {&s.Me.Function, &given.Function},
			} {
				if changed(name) {
					*field[0] = *field[1]
				}
			}
		}); err != nil {
			return err
		}
		r.readSettings()
	}
	u := r.me()
	if machine {
		return writeJSON(r.Out, meJSON{u.Name, string(u.Initials), u.Email, u.Function, r.settingsPath()})
	}
	if u == (account.User{}) {
		_, err := fmt.Fprintln(r.Out, r.words.T("cli.me.nobody"))
		return err
	}
	var parts []string
	for _, s := range []string{u.Name, string(u.Initials), u.Email, u.Function} {
		if s != "" {
			parts = append(parts, cleanLine(s))
		}
	}
	_, err := fmt.Fprintln(r.Out, r.words.T("cli.me.is", strings.Join(parts, " · "), cleanLine(r.settingsPath())))
	return err
}

// unsigned says how letters get a name below them, where they have none.
func (r *invocation) unsigned(u account.User, from string) {
	if isUnsigned(u, from) {
		fmt.Fprintln(r.Out, r.words.T("cli.me.unsigned"))
	}
}

// isUnsigned reports whether letters of this user have no name below them.
func isUnsigned(u account.User, from string) bool {
	a, _ := post.ParseAddress(from)
	return u.Name == "" && a.Name == ""
}
