package main

import (
	"context"
	"time"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/lang"
	"kwi/internal/office"
	"kwi/internal/progress"
	"kwi/internal/report"
	"kwi/ui/part/papers"
)

// writePack makes all papers for a session and puts them where somebody wants them,
// all of them or none.
func writePack(ctx context.Context, d *desk.Desk, o papers.Order, path string, at time.Time, told progress.Told) (papers.Pack, error) {
	w := papers.Pack{Path: path}
	how := report.Options{Today: o.Today, Now: account.MomentOf(at), Unset: func(u report.Unset) { w.Unset = append(w.Unset, u) }}
	pack, err := d.Pack(ctx, o.Client, o.Cycle, how, desk.Sender{Me: o.Me, Other: o.Tag, At: at}, told)
	if err != nil {
		return w, err
	}
	words := lang.For(o.Tag)
	w.Client, w.Ours = pack.For()
	w.Without = pack.Without
	w.Path, err = office.WritePack(ctx, path, pack, words.T("pack.client"), words.T("pack.ours"), "", at)
	return w, err
}
