package portfolio_test

import (
	"fmt"
	"testing"

	"kwi/internal/account"
	"kwi/internal/due"
	"kwi/internal/example"
	lines "kwi/internal/portfolio"
	"kwi/internal/score"
	"kwi/ui/kit/kittest"
	"kwi/ui/screen/portfolio"
)

func toFigure(n int) score.Figure { return score.Figure(n) }

// many makes a large portfolio: every tenth client has two units.
func many(n int) []lines.Line {
	out := make([]lines.Line, n)
	for i := range out {
		l := lines.Line{
			ID: fmt.Sprintf("klant-%05d", i), Name: fmt.Sprintf("Fabriek %d voor Coöperatie", (i*7919)%n), Kind: account.External,
			Approach: account.Extended, Cycle: "2026H2", Stage: account.Stage(i % 7), Score: score.Figure(600 + i%300),
			Change: score.Change{By: i%80 - 40, OK: i%3 > 0}, Trend: []score.Figure{650, 700, 690, 720, 740}, HasNPS: i%4 > 0, NPS: i%150 - 50,
			Due: []due.Day{
				{Kind: due.Action, Ours: true, On: account.Date(kittest.Today).Add(i%60 - 3)}, {Kind: due.Session, Ours: true, On: account.Date(kittest.Today).Add(i % 90)}},
		}
		if i%10 == 1 || i%10 == 2 {
			l.PartOf = out[i-i%10].ID
		}
		if i%50 == 9 {
			l.Archived = "2026-01-01"
		}
		out[i] = l
	}
	return out
}

// BenchmarkKey is what one key costs with ten thousand clients and one in
// hand: update and view.
func BenchmarkKey(b *testing.B) {
	all := many(10_000)
	client := example.Portfolio("nl", kittest.Today).Clients[0]
	for _, bench := range []struct {
		name string
		keys []string
	}{
		{"down", []string{"down", "up"}}, {"pgdown", []string{"pgdown", "pgup"}}, {"order", []string{"o"}},
		{"archive", []string{"v"}}, {"filter", []string{"/", "fa", "backspace", "backspace"}}, {"found", []string{"/", "k9", "backspace", "backspace"}},
	} {
		b.Run(bench.name, func(b *testing.B) {
			p := opened(kittest.Frame(117, 36, "nl", client), all, nil)
			n := 0
			for b.Loop() {
				p.Outs, p.Changes = nil, nil
				p.Press(bench.keys[n%len(bench.keys)])
				p.Top().View(p.Frame)
				n++
			}
		})
	}
	b.Run("fetched", func(b *testing.B) {
		p := opened(kittest.Frame(117, 36, "nl", client), all, nil)
		s := portfolio.New(func() ([]lines.Line, error) { return all, nil })
		for b.Loop() {
			p.Send(s.Init()())
		}
	})
}
