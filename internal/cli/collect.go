package cli

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kwi/internal/account"
	"kwi/internal/desk"
)

func (r *run) collecting() *cobra.Command {
	var check, partial, replace bool
	return r.command("collect", 1, -1, func(o *pflag.FlagSet) {
		o.BoolVar(&check, "check", false, r.words.T("cli.option.check"))
		o.BoolVar(&partial, "partial", false, r.words.T("cli.option.partial"))
		o.BoolVar(&replace, "replace", false, r.words.T("cli.option.second"))
	}, func(ctx context.Context, names []string) error {
		return r.collect(ctx, names, check, desk.Taking{Partial: partial, Replace: replace, Today: account.Date(r.Now().Format("2006-01-02"))})
	})
}

// collect tells what is in all files before it keeps anything of them.
func (r *run) collect(ctx context.Context, names []string, check bool, how desk.Taking) error {
	var files []desk.Incoming
	for _, name := range names {
		some, err := r.incoming(ctx, name)
		if err != nil {
			return err
		}
		files = append(files, some...)
	}
	s, err := r.session()
	if err != nil {
		return err
	}
	all, err := s.Desk.Collect(ctx, files)
	if err != nil {
		return err
	}
	for _, f := range all.Lists {
		if _, err := io.WriteString(r.Out, r.foundText(f, how)); err != nil {
			return err
		}
	}
	if err := r.refusal(all, how); err != nil {
		return err
	}
	said := "cli.collect.would"
	taken := all.Lists
	if !check {
		said = "cli.collect.kept"
		if taken, err = s.Desk.Take(ctx, all, how); err != nil {
			return err
		}
	}
	lists, grades := 0, 0
	for _, f := range taken {
		if f.Takes(how.Partial, how.Replace) && !f.Same() {
			lists, grades = lists+1, grades+f.Graded()
		}
	}
	_, err = fmt.Fprintln(r.Out, r.words.N(said, lists, r.words.N("cli.collect.grades", grades)))
	return err
}

// refusal is why nothing is kept, nil where something can be. The details
// were told already.
func (r *run) refusal(all desk.Collected, how desk.Taking) error {
	takes, bad, second := 0, 0, 0
	for _, f := range all.Lists {
		switch {
		case f.Takes(how.Partial, how.Replace):
			takes++
		case f.No == nil && (how.Partial || f.Bad() == 0):
			second++
		default:
			bad++
		}
	}
	switch {
	case takes > 0 && (how.Partial || bad+second == 0):
		return nil
	case bad > 0 && how.Partial:
		return cannot("cli.collect.none")
	case bad > 0:
		return cannot("cli.collect.refused")
	}
	return cannot("cli.collect.second")
}

// incoming reads a file, or all workbooks and mails in a folder.
func (r *run) incoming(ctx context.Context, name string) ([]desk.Incoming, error) {
	there, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if !there.IsDir() {
		f, err := readIncoming(ctx, name)
		return []desk.Incoming{f}, err
	}
	entries, err := os.ReadDir(name)
	if err != nil {
		return nil, err
	}
	var files []desk.Incoming
	for _, e := range entries {
		kind := strings.ToLower(filepath.Ext(e.Name()))
		if e.IsDir() || kind != ".xlsx" && kind != ".eml" || strings.HasPrefix(e.Name(), "~$") || strings.HasPrefix(e.Name(), ".") {
			continue // what a spreadsheet leaves beside an open file, and what is no list
		}
		f, err := readIncoming(ctx, filepath.Join(name, e.Name()))
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	if len(files) == 0 {
		return nil, cannot("cli.collect.empty", shown(name))
	}
	return files, nil
}

// readIncoming reads a file no further than it can be of use.
func readIncoming(ctx context.Context, name string) (desk.Incoming, error) {
	f, err := os.Open(name)
	if err != nil {
		return desk.Incoming{}, err
	}
	defer func() { _ = f.Close() }()
	var from io.Reader = impatient{ctx, f}
	var data bytes.Buffer
	if there, err := f.Stat(); err == nil && there.Mode().IsRegular() {
		from = f // it does not wait for anybody
		data.Grow(int(min(there.Size(), desk.MostIncoming)) + bytes.MinRead + 1)
	}
	_, err = data.ReadFrom(io.LimitReader(from, desk.MostIncoming+1))
	return desk.Incoming{Name: filepath.Base(name), Data: data.Bytes()}, err
}
