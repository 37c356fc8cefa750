package desk_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/report"
	"kwi/store"
	"kwi/store/memory"
)

// packed is a client with two respondents whose initials differ in their capitals.
func packed(stage account.Stage) account.Client {
	c := account.Client{ID: "x", Name: "Klant", Sponsor: "KK", Respondents: []account.Respondent{{Initials: "KK", Name: "Kees", Language: "en", Willing: "2026-01-01"}, {Initials: "kk", Name: "Klaas", Willing: "2026-01-01"}}}
	q := account.QuestionCode{KWI: 1, Serial: 1}
	c.Cycles = []account.Cycle{{Name: "2026H2", Stage: stage, AnswersBy: account.ByName, Session: "2026-11-30", KWIs: []account.KWI{{Code: 1, Title: "Een", Questions: []account.Question{{Code: q, Text: "Ging het?", Kind: account.Own}}}},
		Assigned: map[account.Initials][]account.QuestionCode{"KK": {q}, "kk": {q}}}}
	return c
}

// packOf is the names of the papers in a pack, ours behind a sign.
func packOf(p desk.Pack) (names []string) {
	for _, one := range p.Papers {
		name := one.File
		if one.Ours {
			name = "! " + name
		}
		names = append(names, name)
	}
	return names
}

// TestPack: what is for the client is in their language and apart from ours, no two
// have one name on any disk, and what there is not yet is named.
func TestPack(t *testing.T) {
	d := desk.New(memory.New(), func() string { return "1" })
	by, o := desk.Sender{Other: "nl"}, report.Options{Today: "2026-11-26"}
	for _, at := range []struct {
		stage   account.Stage
		plans   []account.Plan
		names   []string
		without []string
	}{
		{account.Measure, nil, []string{"x-2026H2-session-agenda.pdf", "x-2026H2-customer-value-monitor.pdf", "x-2026H2-you-said-we-did.pdf", "x-2026H2-action-list.pdf", "! x-2026H2-KK-bezoek.pdf", "! x-2026H2-kk-2-bezoek.pdf", "! x-2026H2-agenda.ics"}, []string{"plan"}},
		{account.Session, []account.Plan{{Year: 2026}}, []string{"x-2026H2-minutes.pdf", "x-2026H2-customer-value-monitor.pdf", "x-2026H2-you-said-we-did.pdf", "x-2026H2-action-list.pdf", "! x-2026H2-KK-bezoek.pdf", "! x-2026H2-kk-2-bezoek.pdf", "! x-2026H2-accountplan.pdf", "! x-2026H2-agenda.ics"}, nil},
	} {
		c := packed(at.stage)
		c.Plans = at.plans
		heard := 0
		p, err := d.Pack(t.Context(), c, "", o, by, func(done, all int) { heard = done })
		if err != nil || !slices.Equal(packOf(p), at.names) || !slices.Equal(p.Without, at.without) || p.Name != "x-2026H2-sessie" || heard == 0 {
			t.Errorf("%v: %q %q, without %q, heard %d", err, p.Name, packOf(p), p.Without, heard)
		}
		seen := map[string]bool{}
		for _, one := range p.Papers {
			if low := strings.ToLower(one.File); seen[low] || len(one.Content) == 0 {
				t.Errorf("%s is there twice, or empty", one.File)
			} else {
				seen[low] = true
			}
			if strings.HasSuffix(one.File, ".pdf") && !bytes.HasPrefix(one.Content, []byte("%PDF")) {
				t.Errorf("%s is no PDF", one.File)
			}
		}
	}
	if _, err := d.Pack(t.Context(), account.Client{ID: "x"}, "", o, by, nil); !fault.Has(err, fault.NoCycle) {
		t.Errorf("without a cycle: %v", err)
	}
}

// readsSome is a store that reads so many times, and then no more.
type readsSome struct {
	store.Store
	left int
}

var errBroken = errors.New("broken")

func (s *readsSome) Get(ctx context.Context, keys ...string) ([]store.Record, error) {
	if s.left--; s.left < 0 {
		return nil, errBroken
	}
	return s.Store.Get(ctx, keys...)
}

// TestAPaperThatCannotBeMadeIsNamed, whichever it is, and there is no pack then.
func TestAPaperThatCannotBeMadeIsNamed(t *testing.T) {
	named := map[string]bool{}
	for reads := range 40 {
		d := desk.New(&readsSome{memory.New(), reads}, func() string { return "1" })
		p, err := d.Pack(t.Context(), packed(account.Session), "", report.Options{}, desk.Sender{Other: "nl"}, nil)
		if err == nil {
			break
		}
		var why *fault.Fault
		if len(p.Papers) > 0 || !fault.Has(err, fault.NotPacked) || !errors.Is(err, errBroken) || !errors.As(err, &why) {
			t.Fatalf("%d reads: %v, %d papers", reads, err, len(p.Papers))
		}
		named[fmt.Sprint(why.Values)] = true
	}
	if len(named) < 6 {
		t.Errorf("named are %v", named)
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	if p, err := desk.New(memory.New(), func() string { return "1" }).Pack(stopped, packed(account.Session), "", report.Options{}, desk.Sender{Other: "nl"}, nil); !errors.Is(err, context.Canceled) || len(p.Papers) > 0 {
		t.Errorf("stopped: %v", err)
	}
}
