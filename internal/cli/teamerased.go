package cli

import (
	"context"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/erasing"
	"kwi/internal/hub"
	"kwi/internal/report"
	"kwi/internal/sync"
	"kwi/store"
)

type laptopJSON struct {
	User     string `json:"user"`
	Computer string `json:"computer"`
	Seen     string `json:"seen"`
}

type erasedJSON struct {
	Client  string       `json:"client"`
	On      string       `json:"on"`
	Landed  bool         `json:"landed"`  // the hub has them no longer
	Cleared bool         `json:"cleared"` // nor in its history
	Missing []laptopJSON `json:"missing"` // that have not been back since

	is sync.Erased
}

func (t *teamJSON) erased(all []sync.Erased) {
	t.Erased = []erasedJSON{}
	for _, e := range all {
		t.Erased = append(t.Erased, erasedJSON{e.Client, string(e.On), e.Landed, e.Cleared, laptopsJSON(e.Missing), e})
	}
}

func laptopsJSON(all []sync.Laptop) []laptopJSON {
	out := []laptopJSON{}
	for _, l := range all {
		out = append(out, laptopJSON{l.User, l.Computer, string(l.Seen)})
	}
	return out
}

// erasedHere is what became of the copies of the data file where others erased somebody.
type erasedHere struct{ told report.Erased }

// erasesWhere has a pair erase in the data file and all its copies whom others erased.
func (r *invocation) erasesWhere(s Session, p *sync.Pair) *erasedHere {
	here := &erasedHere{}
	p.Clock = r.now
	if s.Erases.Store == nil {
		return here
	}
	p.Erases = func(ctx context.Context, e desk.Erasing) error {
		done, err := s.Erases.Do(ctx, e)
		here.add(done)
		return err
	}
	return here
}

func (h *erasedHere) add(done erasing.Done) {
	told := done.Report(report.Erased{})
	h.told.Copies, h.told.Unread, h.told.Locked = told.Copies, told.Unread, told.Locked
	h.told.Beside, h.told.Rescued = told.Beside, told.Rescued
}

// tellsErasures tells how the erasures stand that began here, and of those that came
// which copies still have them.
func (r *invocation) tellsErasures(did made, names map[string]string) {
	here := did.here
	for _, line := range here.told.Unopened(r.words) {
		r.say(cleanLine(line))
	}
	for _, of := range []struct {
		key   string
		paths []string
	}{{"erase.outside.beside", here.told.Beside}, {"erase.outside.rescued", here.told.Rescued}} {
		for _, path := range of.paths {
			r.say(r.words.T(of.key, cleanPath(path)))
		}
	}
	for _, e := range did.erasures {
		for _, line := range r.erasureLines(e, names) {
			r.say(line)
		}
	}
}

// afterwards tells the hub up to where this laptop has all, throws away what its history
// has of those who were erased from here, and finds out how that stands.
func (r *invocation) afterwards(ctx context.Context, p *sync.Pair, did *made, reached store.Rev) (err error) {
	if len(did.unread) == 0 {
		if err := p.Been(ctx, reached, r.now()); err != nil {
			return err
		}
	}
	if err := p.Clear(ctx); err != nil {
		return err
	}
	if did.erasures, err = p.Erasures(ctx); err != nil {
		return err
	}
	return p.Finish(ctx)
}

// erasureLines say how an erasure stands.
func (r *invocation) erasureLines(e sync.Erased, names map[string]string) []string {
	t := r.words.T
	at := namedShort([]string{e.Client}, names)
	day := r.words.ShortDate(e.On, r.today())
	switch {
	case !e.Landed:
		return []string{t("team.erased.waits", day, at)}
	case !e.Cleared:
		return append([]string{t("team.erased.uncleared", day, at)}, r.missing(e)...)
	}
	return append([]string{t("team.erased.cleared", day, at)}, r.missing(e)...)
}

// missing names the laptops that have not been back.
func (r *invocation) missing(e sync.Erased) []string {
	if len(e.Missing) == 0 {
		return []string{r.words.T("team.erased.all")}
	}
	var some []string
	for _, l := range e.Missing {
		some = append(some, r.laptop(l))
	}
	return []string{r.words.T("team.erased.missing", r.words.And(some))}
}

// laptop names a laptop, and when it was there last.
func (r *invocation) laptop(l sync.Laptop) string {
	name := cleanLine(l.User)
	if l.Computer != "" {
		name = r.words.T("team.laptop", name, cleanLine(l.Computer))
	}
	if l.Seen.Valid() {
		return r.words.T("team.laptop.seen", name, r.words.ShortMoment(account.Moment(l.Seen), r.today()))
	}
	return name
}

// forgetsLaptop has nobody wait any longer for a laptop that will not come back, or with ""
// for those of somebody who left.
func (r *invocation) forgetsLaptop(ctx context.Context, h *hub.Hub, user, computer string) error {
	all, err := sync.ForgetLaptops(ctx, h.Store, user, computer)
	if err != nil {
		return err
	}
	if len(all) == 0 && computer != "" {
		return cannot("team.laptop.none", cleanLine(user), cleanLine(computer))
	}
	for _, l := range all {
		r.say(r.words.T("team.laptop.forgotten", r.laptop(l)))
	}
	return nil
}

// teamCompact throws away the history of the hub, with all who were erased since.
func (r *invocation) teamCompact() *cobra.Command {
	var a teamAsked
	return r.command("team.compact", 0, 0, func(o *pflag.FlagSet) { r.signs(o, &a) }, func(ctx context.Context, _ []string) error {
		return r.administering(ctx, a, func(h *hub.Hub) error {
			at, err := h.Apply(ctx)
			if err == nil {
				err = h.Compact(ctx, at)
			}
			if err != nil {
				return err
			}
			done, all, err := h.Defragment(ctx)
			if err != nil {
				return err
			}
			r.say(r.words.N("team.compact.done", done, h.Way.Prefix))
			if more := all - done; more > 0 {
				r.say(r.words.N("team.compact.more", more))
			}
			return nil
		})
	})
}
