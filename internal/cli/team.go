package cli

import (
	"context"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/fault"
	"kwi/internal/hub"
	"kwi/internal/settings"
	"kwi/internal/watchword"
)

// teaming are the commands of a team, which keeps its clients at a hub.
func (r *invocation) teaming() *cobra.Command {
	c := &cobra.Command{Use: "team", Short: r.words.T("cli.team.short"), Long: r.words.T("cli.team.long"), DisableFlagsInUseLine: true}
	c.AddCommand(r.teamInit(), r.teamJoin(), r.teamSync(), r.teamStatus(), r.teamChoose(), r.teamLeave(), r.teamAdd(), r.teamRemove(), r.teamShare(), r.teamUnshare(), r.teamPassword(), r.teamCompact())
	var names []string
	for _, one := range c.Commands() {
		names = append(names, one.Name())
	}
	c.RunE = func(_ *cobra.Command, args []string) error {
		if len(args) > 0 {
			return wrongUsage("cli.team.unknown", cleanLine(args[0]), r.oneOf(names))
		}
		return wrongUsage("cli.team.count", r.oneOf(names))
	}
	return c
}

// teamAsked is what is asked of a command of a team.
type teamAsked struct {
	prefix, user         string
	from                 secret // where the password stands of whoever signs in
	new                  string // and a file with that which is chosen
	ca, certificate, key string
}

const newPasswordFile = "new-password-file"

// signs are the options of a command that signs in at the hub.
func (r *invocation) signs(o *pflag.FlagSet, a *teamAsked) {
	o.StringVar(&a.from.file, "password-file", "", r.words.T("cli.option.team.password.file"))
	o.IntVar(&a.from.fd, "password-fd", -1, r.words.T("cli.option.team.password.fd"))
}

// takesNew is the option of a command that takes a new password.
func (r *invocation) takesNew(o *pflag.FlagSet, a *teamAsked) {
	o.StringVar(&a.new, newPasswordFile, "", r.words.T("cli.option.team.new"))
}

// goes are the options of a command that is told the way to the hub.
func (r *invocation) goes(o *pflag.FlagSet, a *teamAsked) {
	o.StringVar(&a.prefix, "prefix", "", r.words.T("cli.option.team.prefix"))
	o.StringVar(&a.ca, "ca", "", r.words.T("cli.option.team.ca"))
	o.StringVar(&a.certificate, "certificate", "", r.words.T("cli.option.team.certificate"))
	o.StringVar(&a.key, "key", "", r.words.T("cli.option.team.key"))
}

// way is the way to the hub that somebody gives.
func (r *invocation) way(endpoints []string, a teamAsked) (settings.Hub, error) {
	way := settings.Hub{Endpoints: strings.Join(endpoints, " "), Prefix: a.prefix, User: a.user}
	for _, path := range []struct {
		to   *string
		from string
	}{{&way.CA, a.ca}, {&way.Certificate, a.certificate}, {&way.Key, a.key}, {&way.PasswordFile, a.from.file}} {
		if path.from == "" {
			continue
		}
		whole, err := filepath.Abs(path.from)
		if err != nil {
			return way, err
		}
		*path.to = whole
	}
	for _, value := range []string{way.Endpoints, way.CA, way.Certificate, way.Key, way.PasswordFile} {
		if !settings.Fits(value) {
			return way, wrongUsage("cli.team.long.value", cleanLine(value))
		}
	}
	for _, one := range endpoints {
		if len(strings.Fields(one)) != 1 {
			return way, fault.New(fault.BadEndpoint, cleanLine(one))
		}
	}
	if a.prefix != "" && !hub.ValidPrefix(a.prefix) {
		return way, fault.New(fault.BadPrefix, cleanLine(a.prefix))
	}
	if a.user != "" && a.user != hub.Root && !hub.ValidUser(a.user) {
		return way, fault.New(fault.BadUser, cleanLine(a.user))
	}
	return way, nil
}

// remembersWay keeps the way to the hub on this laptop.
func (r *invocation) remembersWay(way settings.Hub) error {
	if err := r.remember(func(s *settings.Settings) { s.Hub = way }); err != nil {
		return err
	}
	r.readSettings()
	r.tellsExposed()
	return nil
}

// tellsExposed tells which files others on this computer can get at that open the hub.
func (r *invocation) tellsExposed() {
	for _, name := range hub.Exposed(r.settings.Hub) {
		r.say(r.words.T("team.exposed", cleanPath(name)))
	}
}

// hubPassword is the password of a user: from where the options say, or where the
// settings say it of this user, else somebody is asked.
func (r *invocation) hubPassword(ctx context.Context, from secret, user string) (string, error) {
	if now := r.settings.Hub; !from.given() && user == now.User && now.PasswordFile != "" {
		from.file = now.PasswordFile
	}
	read, err := r.readSecret(ctx, from, r.words.T("team.password.ask", user))
	return read, passwordProblem(err, from)
}

// newPassword is one that is chosen for a user, typed twice where it is typed.
func (r *invocation) newPassword(ctx context.Context, from secret, user string) (string, error) {
	chosen, err := r.readSecret(ctx, from, r.words.T("team.password.choose", user, watchword.Shortest))
	if err != nil {
		return "", passwordProblem(err, from)
	}
	if err := watchword.Fits(chosen); err != nil {
		return "", err
	}
	if from.given() {
		return chosen, nil
	}
	again, err := r.askSecret(ctx, r.words.T("cli.passphrase.again"))
	if err == nil && again != chosen {
		err = cannot("team.password.differs")
	}
	return chosen, passwordProblem(err, from)
}

// passwordProblem says of a password what is said of a passphrase.
func passwordProblem(err error, from secret) error {
	switch {
	case isProblem(err, "cli.passphrase.terminal"):
		return cannot("team.password.terminal")
	case isProblem(err, "cli.passphrase.nothing"):
		return cannot("team.password.nothing")
	case isProblem(err, "cli.passphrase.none") && from.file != "":
		return cannot("team.password.none", cleanPath(from.file))
	case isProblem(err, "cli.passphrase.none"):
		return cannot("team.password.none", "--password-fd")
	case isProblem(err, "cli.passphrase.both"):
		return wrongUsage("team.password.both")
	}
	return err
}

// fromFile is a password that stands in a file, where one is named.
func fromFile(name string) secret { return secret{file: name, fd: -1} }

// administering does something at the hub of the settings as its administrator.
func (r *invocation) administering(ctx context.Context, a teamAsked, do func(*hub.Hub) error) error {
	way := r.settings.Hub
	if way.Endpoints == "" || way.Prefix == "" {
		return fault.New(fault.NoHub)
	}
	password, err := r.hubPassword(ctx, a.from, hub.Root)
	if err != nil {
		return err
	}
	way.User = hub.Root
	h, err := hub.Open(way, password)
	if err != nil {
		return err
	}
	defer func() { _ = h.Close() }()
	if _, err := h.About(ctx); err != nil {
		return notRoot(err)
	}
	return hub.Fault(do(h), way)
}

// notRoot tells whoever is not the administrator that this is the administrator's to do.
func notRoot(err error) error {
	if fault.Has(err, fault.WrongPassword) {
		return cannot("team.password.root")
	}
	return err
}

// validUser refuses what nobody can be called at a hub.
func validUser(name string) error {
	if !hub.ValidUser(name) {
		return fault.New(fault.BadUser, cleanLine(name))
	}
	return nil
}
