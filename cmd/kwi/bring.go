package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"time"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/lang"
	"kwi/internal/office"
	"kwi/internal/post"
	"kwi/internal/progress"
	"kwi/internal/questionnaire"
	"kwi/internal/table"
	"kwi/ui/part"
	"kwi/ui/part/bring"
)

// bringing is how lists leave the program from a screen: by the desk, into a
// folder or to the mail server that the environment sets.
func bringing(ctx context.Context, d *desk.Desk, getenv func(string) string, now func() time.Time) *bring.Post {
	home, _ := os.UserHomeDir()
	p := &bring.Post{Folder: documents(home), Say: (*lang.Words).Fault, Path: func(typed string) string { return inHome(typed, home) }}
	p.Write = func(ctx context.Context, c account.Client, cycle account.CycleName, way bring.Way, told progress.Told) (bring.Written, error) {
		folder := inHome(way.Folder, home)
		w := bring.Written{Folder: folder}
		by := bringingBy(getenv, way, now())
		by.Told = told.Part(0, 2)
		all, err := d.Lists(ctx, c, cycle, by)
		if err != nil {
			return w, err
		}
		for _, o := range all {
			if !o.Email {
				w.Without = append(w.Without, o.Who)
			}
		}
		w.Lists = len(all)
		var placed []office.Placed
		err = d.HandOut(ctx, c.ID, cycle, all, func() (err error) {
			placed, err = office.WriteLists(ctx, folder, all, "", told.Part(1, 2))
			return err
		})
		for _, p := range placed {
			if len(p.Beside) > 0 {
				w.Beside = append(w.Beside, filepath.Base(p.Path))
			}
		}
		return w, err
	}
	p.WriteTalk = func(ctx context.Context, c account.Client, cycle account.CycleName, who account.Initials, way bring.Way) (bring.Written, error) {
		w := bring.Written{Folder: inHome(way.Folder, home)}
		out, err := d.ReadBack(ctx, c, cycle, who, bringingBy(getenv, way, now()))
		if err != nil {
			return w, err
		}
		if !out.Email {
			w.Without = []account.Initials{who}
		}
		placed, err := office.WriteLists(ctx, w.Folder, []desk.Outgoing{out}, "", nil)
		for _, p := range placed {
			w.Path = p.Path
		}
		return w, err
	}
	p.Read = func(ctx context.Context, paths []string, told progress.Told) (bring.Came, error) {
		names := make([]string, len(paths))
		for i, path := range paths {
			names[i] = inHome(path, home)
		}
		arrived, err := office.ReadIncoming(ctx, names, told)
		if err != nil {
			return bring.Came{}, err
		}
		if len(arrived.Unread) == 1 && len(names) == 1 && len(arrived.Files) == 0 {
			return bring.Came{}, arrived.Unread[0]
		}
		back := desk.Returned(arrived.Files)
		return bring.Came{
			Folder: folderOf(names[0]), Returns: back.Returns, Unread: append(back.Unread, arrived.Unread...),
			Unfilled: back.Unfilled + arrived.Untouched, Drafts: arrived.Drafts,
		}, nil
	}
	p.ReadTable = func(ctx context.Context, path string) (table.Table, error) {
		path = inHome(path, home)
		if about, err := os.Stat(path); err == nil && about.IsDir() {
			return table.Table{}, fault.New(fault.IsFolder, filepath.Base(path))
		}
		file, err := office.ReadFile(ctx, path)
		if err != nil {
			return table.Table{}, err
		}
		return desk.ReadTable(file)
	}
	p.Mails = hasServer(getenv)
	p.Prepare = func(ctx context.Context, client string, round questionnaire.Round, only account.Initials, tag string, me account.User, told progress.Told) (bring.Round, error) {
		server, _, wrong := serverOf(getenv, me)
		if wrong != nil {
			return bring.Round{}, wrong
		}
		by := desk.Bringing{Tag: tag, Me: me, At: now(), Told: told}
		if only != "" {
			by.Only = []account.Initials{only}
		}
		s, err := d.Prepare(ctx, client, round, by)
		if err != nil {
			return bring.Round{}, err
		}
		r := bring.Round{Server: server.Host, Go: sendingLetters(d, s, server, now)}
		for _, l := range s.Letters {
			r.Letters = append(r.Letters, bring.Letter{Who: l.Who, Email: l.To.Email, Subject: l.Subject, Text: l.Text})
		}
		again := s
		again.Letters, again.Doubtful = s.Doubtful, nil
		r.Again = sendingLetters(d, again, server, now)
		for _, l := range s.Doubtful {
			r.Doubtful = append(r.Doubtful, bring.Letter{Who: l.Who, Email: l.To.Email, Subject: l.Subject, Text: l.Text})
		}
		for _, w := range s.Without {
			r.Without = append(r.Without, w.Initials)
		}
		return r, nil
	}
	return p
}

// bringingBy is how lists and letters of the user are made at a moment.
func bringingBy(getenv func(string) string, way bring.Way, at time.Time) desk.Bringing {
	by := desk.Bringing{Tag: way.Tag, Me: way.Me, Sponsor: way.Sponsor, Paper: way.Paper, At: at}
	if server, set, wrong := serverOf(getenv, way.Me); way.Me.Email == "" && set && wrong == nil {
		by.From = server.From.Email
	}
	return by
}

// hasServer reports whether a mail server is set now.
func hasServer(getenv func(string) string) func() bool {
	return func() bool {
		_, set, _ := serverOf(getenv, account.User{})
		return set
	}
}

// serverOf is the mail server that the environment sets, for letters of the
// user.
func serverOf(getenv func(string) string, me account.User) (post.Server, bool, error) {
	return post.ServerFrom(getenv, post.Address{Name: me.Name, Email: me.Email})
}

// sendingLetters lets the letters of a round go, told one by one.
func sendingLetters(d *desk.Desk, s desk.Sending, server post.Server, now func() time.Time) part.SendMails {
	return sendingBy(server, len(s.Letters), func(ctx context.Context, line *post.Line, told func(account.Initials, error)) error {
		_, err := d.Send(ctx, s, line, now(), func(p desk.Posted, err error) { told(p.Who, err) })
		return err
	})
}

// sendingBy sends so many mails by a server, and sorts what became of them.
func sendingBy(server post.Server, all int, send func(context.Context, *post.Line, func(account.Initials, error)) error) part.SendMails {
	return func(ctx context.Context, told progress.Told) (g part.MailsGone, err error) {
		line := post.Open(server)
		defer func() { _ = line.Close() }()
		done := 0
		err = send(ctx, line, func(who account.Initials, err error) {
			done++
			told.Tell(done, all)
			switch {
			case err == nil:
				g.Sent = append(g.Sent, who)
			case fault.Has(err, fault.MaybeDelivered):
				g.Maybe = append(g.Maybe, who)
			case fault.Has(err, fault.Elsewhere):
				g.Elsewhere = append(g.Elsewhere, who)
			default:
				g.Failed = append(g.Failed, part.MailFailure{Who: who, Why: err})
			}
		})
		return g, err
	}
}

// documents is where lists are written unless the user says otherwise: a
// folder of our own among their documents, or else in their home.
func documents(home string) string {
	for _, name := range []string{"Documents", "Documenten"} {
		if there, err := os.Stat(filepath.Join(home, name)); err == nil && there.IsDir() {
			return filepath.Join(home, name, "kwi")
		}
	}
	return filepath.Join(home, "kwi")
}

// folderOf is the folder that a file is in, or that it is.
func folderOf(name string) string {
	if there, err := os.Stat(name); err == nil && there.IsDir() {
		return name
	}
	return filepath.Dir(name)
}

// inHome is the folder that the user named; ~ is their home.
func inHome(folder, home string) string {
	if rest, ok := strings.CutPrefix(folder, "~"); ok && (rest == "" || os.IsPathSeparator(rest[0])) {
		return filepath.Join(home, rest)
	}
	return folder
}
