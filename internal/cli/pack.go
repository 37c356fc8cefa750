package cli

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/desk"
	"kwi/internal/language"
	"kwi/internal/office"
	"kwi/internal/report"
)

func (r *invocation) packing() *cobra.Command {
	var client, cycle, out, tongue string
	var machine bool
	return r.command("pack", 0, 0, func(o *pflag.FlagSet) {
		o.StringVar(&client, "client", "", r.words.T("cli.option.client"))
		o.StringVar(&cycle, "cycle", "", r.words.T("cli.option.cycle"))
		o.StringVar(&out, "out", "", r.words.T("cli.option.pack"))
		o.StringVar(&tongue, "report-lang", "", r.words.T("cli.option.packlang", strings.Join(language.Tags(), "|")))
		r.forMachines(o, &machine)
	}, func(ctx context.Context, _ []string) error {
		o := report.Options{Today: r.today(), Now: r.now(), Unset: r.tellUnset}
		if err := r.reportLanguage(tongue, &o); err != nil {
			return err
		}
		return r.pack(ctx, client, cycle, out, o, machine)
	})
}

// pack writes all papers for a session, and says which are for whom.
func (r *invocation) pack(ctx context.Context, id, cycle, out string, o report.Options, machine bool) error {
	switch {
	case out == "":
		return wrongUsage("cli.wrong.pack")
	case out == standard && machine:
		return wrongUsage("cli.wrong.twovalues")
	}
	data, err := r.data()
	if err != nil {
		return err
	}
	s := r.at(data)
	c, err := r.client(ctx, s, id)
	if err != nil {
		return err
	}
	pack, err := s.Desk.Pack(ctx, c, account.CycleName(cycle), o, desk.Sender{Me: r.me(), Other: r.words.Tag(), At: r.Now()}, r.half(0))
	if err != nil {
		return err
	}
	client, ours := r.words.T("pack.client"), r.words.T("pack.ours")
	if out == standard {
		content, err := office.ZipPack(pack, client, ours, r.Now())
		if err != nil {
			return err
		}
		return r.toStandard(".zip", content)
	}
	where, err := office.WritePack(ctx, out, pack, client, ours, data.Path(), r.Now())
	if err != nil {
		return err
	}
	if machine {
		return writeJSON(r.Out, packOf(c.ID, where, &pack))
	}
	lines := []string{r.words.T("cli.pack.made", where)}
	for _, shelf := range []struct {
		head, folder string
		ours         bool
	}{{"cli.pack.client", client, false}, {"cli.pack.ours", ours, true}} {
		lines = append(lines, r.words.T(shelf.head, shelf.folder+string(filepath.Separator), c.Name))
		for _, p := range pack.Papers {
			if p.Ours == shelf.ours {
				lines = append(lines, "  "+p.File)
			}
		}
	}
	for _, paper := range pack.Without {
		lines = append(lines, r.words.T("pack.without."+paper))
	}
	for _, line := range lines {
		if _, err := fmt.Fprintln(r.Out, cells.Clean(line)); err != nil {
			return err
		}
	}
	return nil
}

// The shape of `kwi pack --json`.
type packJSON struct {
	Client    string   `json:"client"`
	Path      string   `json:"path"`
	ForClient []string `json:"forClient"` // the files that are for the client
	Ours      []string `json:"ours"`
	Without   []string `json:"without"` // papers that could not be made
}

func packOf(client, where string, p *desk.Pack) packJSON {
	out := packJSON{Client: client, Path: where, ForClient: []string{}, Ours: []string{}, Without: append([]string{}, p.Without...)}
	for i := range p.Papers {
		shelf := &out.ForClient
		if p.Papers[i].Ours {
			shelf = &out.Ours
		}
		*shelf = append(*shelf, p.Papers[i].File)
	}
	return out
}
