package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/codec"
	"kwi/internal/fault"
	"kwi/internal/sound"
	"kwi/store"
	"kwi/store/bolt"
)

// checking is the command that reads the whole data file: the pages and records as
// the store knows them, and then what is in them.
func (r *invocation) checking() *cobra.Command {
	var repair, machine bool
	return r.command("check", 0, 0, func(o *pflag.FlagSet) {
		o.BoolVar(&repair, "repair", false, r.words.T("cli.option.repair"))
		r.forMachines(o, &machine)
	}, func(ctx context.Context, _ []string) error {
		s, err := r.dataFile()
		if err != nil {
			return err
		}
		if _, err := os.Stat(s.Path()); err != nil {
			return err
		}
		if err := r.unlock(s); err != nil {
			return err
		}
		told := checked{r, newCheckJSON(s.Path()), machine}
		if repair {
			return told.repair(ctx, s)
		}
		return told.check(ctx, s)
	})
}

// checked is what a check found so far: told as it comes, or for programs at the end.
type checked struct {
	*invocation
	json    *checkJSON
	machine bool
}

// say is a line of what it tells.
func (r checked) say(line string) {
	if !r.machine {
		r.invocation.say(line)
	}
}

// check tells all that is wrong, by client and cycle, and what to do about it.
func (r checked) check(ctx context.Context, s *bolt.Store) error {
	sum, err := s.Check(ctx)
	damaged := err
	if err != nil && !errors.Is(err, store.ErrDamaged) {
		return dataFileFault(err, s.Path(), s.Path())
	}
	var report sound.Report
	mendable := false
	if damaged != nil {
		some, err := r.readSound(ctx, s)
		r.json.Clients, mendable = len(some.Clients), err == nil && some.mendable
		if report = some.report; err == nil && len(some.Clients) > 0 {
			r.say(r.words.N("cli.check.sound", len(some.Clients)))
		}
		if !mendable { // nobody mends a line of the overview where its client may be lost
			report.Findings = slices.DeleteFunc(report.Findings, func(f sound.Finding) bool { return f.Kind == sound.Overview })
		}
	} else if report, err = r.at(s).Desk.Check(ctx); err != nil {
		return err
	}
	for _, f := range report.Findings {
		says := r.finding(f)
		r.say(says)
		r.json.Findings = append(r.json.Findings, findingJSONOf(&f, says))
	}
	wide := s.Exposed()
	for _, name := range wide {
		r.say(r.words.T("check.exposed", cleanPath(name)))
	}
	open := r.openCopies(ctx, s)
	for _, name := range open {
		r.say(r.words.T("check.open", cleanPath(name)))
	}
	beside := r.openNamesakes(ctx, s)
	for _, name := range beside {
		r.say(r.words.T("lock.beside", cleanPath(name)))
	}
	if r.machine {
		j := r.json
		j.Exposed, j.Open = append(j.Exposed, wide...), append(append(j.Open, open...), beside...)
		j.Damaged = damaged != nil
		j.Sound = damaged == nil && len(report.Findings) == 0 && len(wide) == 0 && len(j.Open) == 0
		if damaged == nil {
			j.Clients, j.Records, j.Size = report.Clients, sum.Records, sum.Size
		}
		if err := writeJSON(r.Out, j); err != nil {
			return err
		}
	}
	switch {
	case damaged != nil && mendable && len(report.Findings) > 0 && len(report.Typed()) == 0:
		return cannot("cli.check.derived", cleanPath(s.Path()))
	case damaged != nil && mendable && len(report.Typed()) == 0:
		return cannot("cli.check.pages", cleanPath(s.Path()))
	case damaged != nil || len(report.Broken()) > 0 || lost(report):
		return cannot("cli.check.broken", cleanPath(s.Path()))
	case len(report.Derived()) > 0:
		return cannot("cli.check.derived", cleanPath(s.Path()))
	case len(report.Findings) > 0:
		return cannot("cli.check.flawed", cleanPath(s.Path()))
	case len(wide) > 0:
		return cannot("cli.check.exposed", cleanPath(s.Path()))
	case len(open) > 0:
		return cannot("cli.check.open", cleanPath(s.Path()))
	case len(beside) > 0:
		return cannot("cli.check.beside", cleanPath(s.Path()))
	}
	if r.machine {
		return nil
	}
	_, err = fmt.Fprintln(r.Out, r.words.N("cli.checked", report.Clients, r.words.Int(sum.Records), r.words.Int(int((sum.Size+1023)/1024)), cleanPath(s.Path())))
	return err
}

// openCopies are the copies of a locked file that are not locked.
func (r *invocation) openCopies(ctx context.Context, s *bolt.Store) (paths []string) {
	apart, err := s.Apart(ctx)
	if err != nil {
		return nil // which is told of the file itself
	}
	for _, c := range apart.Open {
		paths = append(paths, c.Path)
	}
	return paths
}

// openNamesakes are the data files that are called after a locked one, that kwi did not
// make, and that are not locked.
func (r *invocation) openNamesakes(ctx context.Context, s *bolt.Store) []string {
	if seal, err := s.Seal(ctx); err != nil || seal == nil {
		return nil
	}
	_, open := s.Namesakes(ctx)
	return open
}

// lost reports whether what the supplier keeps cannot be read.
func lost(r sound.Report) bool {
	for _, f := range r.Findings {
		if f.Kind == sound.Unreadable && f.Client == "" {
			return true
		}
	}
	return false
}

// say is a line of what a command tells.
func (r *invocation) say(line string) { _, _ = fmt.Fprintln(r.Out, line) }

// errNothingMended ends a repair that found nothing to do.
var errNothingMended = errors.New("nothing to mend")

// repair makes anew what is made of other records, on a copy that then takes the place
// of the data file, which is kept beside it. What was typed stays as it is: where that
// itself is damaged nothing is done, for what can still be read of it stands there.
func (r checked) repair(ctx context.Context, s *bolt.Store) error {
	if r.readonly {
		return cannot("cli.readonly.command", "check --repair")
	}
	_, damaged := s.Check(ctx)
	if damaged != nil && !errors.Is(damaged, store.ErrDamaged) {
		return dataFileFault(damaged, s.Path(), s.Path())
	}
	for _, name := range s.Exposed() {
		if err := bolt.Conceal(name); err != nil {
			return err
		}
		r.say(r.words.T("check.closed", cleanPath(name)))
		r.json.Closed = append(r.json.Closed, name)
	}
	var done []sound.Finding
	sealMended := false
	kept, err := s.Mend(ctx, func(path string, found bolt.Rescued) error {
		if found.SealLost() {
			return fault.New(fault.BrokenLock, s.Path())
		}
		copied, err := r.opened(path)
		if err != nil {
			return err
		}
		sealMended = found.SealMended
		found.Unread = r.realKeys(copied, found.Unread)
		d := r.at(copied).Desk
		report, err := d.Check(ctx, found.Unread...)
		if err != nil {
			return err
		}
		if !mendable(found) {
			return store.ErrDamaged
		}
		if damaged == nil && len(report.Derived()) == 0 {
			return errNothingMended
		}
		done, err = d.Repair(ctx, report)
		if err == nil && damaged == nil && len(done) == 0 {
			err = errNothingMended
		}
		return err
	})
	if errors.Is(err, store.ErrDamaged) {
		if err := r.check(ctx, s); err != nil {
			return err // which says what is damaged, and what can be done
		}
	}
	if err != nil && !errors.Is(err, errNothingMended) {
		return dataFileFault(err, s.Path(), s.Path())
	}
	for _, f := range done {
		says := r.mended(f)
		r.say(says)
		r.json.Mended = append(r.json.Mended, findingJSONOf(&f, says))
	}
	r.json.Kept = kept
	if kept != "" && sealMended {
		r.say(r.words.T("lock.mended"))
	}
	if kept != "" {
		r.say(r.words.T("cli.restored.kept", cleanPath(kept)))
	}
	return r.check(ctx, s)
}

// mendable reports whether all that was typed came out of a damaged file, so that a repair loses nothing.
func mendable(found bolt.Rescued) bool { return found.Pages() == 0 && !typed(found.Unread) }

// typed reports whether one of these records is of what was typed.
func typed(keys []string) bool {
	for _, key := range keys {
		k, ok := codec.Parse(key)
		if ok && k.Kind != codec.SummaryRecord && k.Kind != codec.StepRecord || key == codec.Supplier || key == codec.Firm {
			return true
		}
	}
	return false
}
