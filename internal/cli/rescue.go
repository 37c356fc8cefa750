package cli

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/codec"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/hub"
	"kwi/internal/sound"
	"kwi/store"
	"kwi/store/bolt"
)

// rescuing is the command that brings what can still be read out of a damaged file
// into a new one.
func (r *invocation) rescuing() *cobra.Command {
	var out string
	return r.command("rescue", 1, 1, func(o *pflag.FlagSet) {
		o.StringVar(&out, "out", "", r.words.T("cli.option.rescue.out"))
	}, func(ctx context.Context, args []string) error {
		if out == "" || out == standard {
			return wrongUsage("cli.rescue.out")
		}
		if args[0] == standard {
			return r.spooled(ctx, func(path string) error { return r.rescue(ctx, path, out) })
		}
		return r.rescue(ctx, args[0], out)
	})
}

// rescue only reads the damaged file. What it says of a client is said of them as
// they now stand in the new file.
func (r *invocation) rescue(ctx context.Context, from, out string) error {
	if err := errors.Join(noFolder(from), noFolder(out)); err != nil {
		return err
	}
	if there, err := os.Stat(from); err == nil && !there.Mode().IsRegular() {
		return fault.New(fault.NoFile, cleanPath(from)) // it may never end
	}
	s, err := bolt.Open(from)
	if err != nil {
		return err
	}
	if err := r.unlock(s); err != nil {
		return err
	}
	found, err := s.Rescue(ctx, out)
	switch {
	case errors.Is(err, fs.ErrExist):
		return &fs.PathError{Op: "rescue", Path: out, Err: fs.ErrExist}
	case errors.Is(err, store.ErrForeign), errors.Is(err, store.ErrDamaged):
		return cannot("cli.rescue.nothing", cleanPath(from))
	case err != nil:
		return dataFileFault(err, out, s.Path())
	}
	if found.SealLost() {
		_ = os.Remove(out)
		return fault.New(fault.BrokenLock, from)
	}
	report, remade, team, err := r.rest(ctx, out, found)
	if err != nil {
		_ = os.Remove(out) // it is not what was asked for
		return err
	}
	found.Strays = r.realKeys(s, found.Strays)
	err = r.rescued(from, out, found, report, remade)
	if team != "" {
		r.say(r.words.T("team.rescued", cleanPath(out), team))
	}
	return err
}

// rest makes clients of what was rescued, as far as they are not whole, and tells what
// of them is lost. team is that which the file belongs to, "" where it is none: what is
// noted of its hub is left behind, for what is here may be older than that, or not all.
func (r *invocation) rest(ctx context.Context, out string, found bolt.Rescued) (report sound.Report, remade []desk.Remade, team string, err error) {
	made, err := r.opened(out)
	if err != nil {
		return report, nil, "", err
	}
	d := r.at(made).Desk
	report, err = d.Check(ctx, r.realKeys(made, found.Unread)...)
	if err == nil {
		remade, err = d.Rest(ctx, report)
	}
	if err != nil {
		return report, nil, "", err
	}
	if _, err = d.ForgetHub(ctx); err != nil {
		return report, nil, "", err
	}
	now, err := d.Check(ctx)
	if err == nil {
		_, err = d.Repair(ctx, now)
	}
	if m, is, reading := hub.MembershipOf(ctx, d.Store()); is && reading == nil {
		team = m.Prefix
	}
	return report, remade, team, err
}

// rescued says what is in the new file, what of that is uncertain and what is lost.
func (r *invocation) rescued(from, out string, found bolt.Rescued, report sound.Report, remade []desk.Remade) error {
	r.say(r.words.N("cli.rescued", report.Clients, cleanPath(out)))
	names := map[string]string{}
	for _, f := range report.Findings {
		if names[f.Client] = f.Name; f.Kind < sound.NoWhole && f.Kind != sound.Flawed || f.Kind == sound.Choice || f.Kind == sound.Team {
			r.say(r.finding(f))
		}
	}
	for _, one := range remade {
		r.say(r.words.T("cli.rescue.remade", cleanLine(one.Client), string(one.Cycle)))
	}
	var uncertain []string
	for _, key := range found.Strays {
		if k, ok := codec.Parse(key); ok && k.Kind != codec.StepRecord && k.Kind != codec.SummaryRecord {
			uncertain = append(uncertain, k.Client)
		}
	}
	slices.Sort(uncertain)
	for _, id := range slices.Compact(uncertain) {
		r.say(r.words.T("cli.rescue.uncertain", r.whose(sound.Finding{Client: id, Name: names[id]})))
	}
	switch {
	case found.Pages() > 0:
		return cannot("cli.rescue.perhaps", cleanPath(from), cleanPath(out))
	case len(report.Broken()) > 0 || lost(report):
		return cannot("cli.rescue.partly", cleanPath(from), cleanPath(out))
	}
	return nil
}
