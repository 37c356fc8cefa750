package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"kwi/internal/account"
	"kwi/internal/post"
	"kwi/store"
	"kwi/store/bolt"
)

// examineFile tells of the data file what can be known without looking at a client.
func (r examiner) examineFile(ctx context.Context, f *findings) error {
	s := r.of
	var size int
	var rights string
	var changed, copied account.Moment
	info, there := os.Stat(s.Path())
	if there == nil {
		size, rights, changed = int(info.Size()), fmt.Sprintf("%04o", info.Mode().Perm()), account.MomentOf(info.ModTime())
	}
	copies := s.Copies()
	if len(copies) > 0 {
		copied = account.MomentOf(copies[0].At)
	}
	format, state := 0, "none"
	var sum bolt.Summary
	locked := false
	if there == nil {
		format, state, sum, locked = r.examineRecords(ctx, s, f)
	}
	f.add("file",
		fact{name: "path", value: r.withoutHome(s.Path())}, fact{name: "state", value: state, says: r.words.T("doctor.state." + state)},
		fact{name: "size", value: size, says: r.words.Int((size+1023)/1024) + " kB"}, fact{name: "permissions", value: rights},
		fact{name: "format", value: format}, fact{name: "knows", value: bolt.Version}, fact{name: "records", value: sum.Records, counts: true},
		fact{name: "passphrase", value: locked}, r.momentFact("changed", changed),
		fact{name: "copies", value: len(copies), counts: true}, fact{name: "copyFolder", value: r.withoutHome(s.CopyFolder())}, r.momentFact("lastCopy", copied))
	switch {
	case errors.Is(there, fs.ErrNotExist):
		r.odd(f, "nofile")
	case there != nil:
		f.odd = append(f.odd, oddity{"unreadable", r.words.Fault(there)})
	case len(copies) == 0:
		r.odd(f, "nocopy")
	}
	if open := r.openCopies(ctx, s); locked && len(open) > 0 {
		r.odd(f, "open", r.words.Int(len(open)))
	}
	if beside := r.openNamesakes(ctx, s); len(beside) > 0 {
		r.odd(f, "beside", r.words.Int(len(beside)))
	}
	if wide := s.Exposed(); len(wide) > 0 {
		r.odd(f, "exposed", cleanLine(r.withoutHome(wide[0])))
	}
	return ctx.Err()
}

// examineRecords reads the file as it is: an older one is not migrated.
func (r examiner) examineRecords(ctx context.Context, s *bolt.Store, f *findings) (format int, state string, sum bolt.Summary, locked bool) {
	format, err := s.Format(ctx)
	if err == nil && format == bolt.Version {
		var seal []byte
		if seal, err = s.Seal(ctx); err == nil {
			locked = len(seal) > 0
			sum, err = s.Check(ctx)
		}
	}
	for _, k := range []struct {
		is    error
		state string
	}{{store.ErrForeign, "foreign"}, {store.ErrDamaged, "damaged"}, {store.ErrNewer, "newer"}, {store.ErrLocked, "busy"}} {
		if errors.Is(err, k.is) {
			r.odd(f, k.state)
			return format, k.state, sum, locked
		}
	}
	switch {
	case err != nil:
		f.odd = append(f.odd, oddity{"unreadable", r.sentence(dataFileFault(err, r.withoutHome(s.Path()), s.Path()))})
		return format, "unreadable", sum, locked
	case format < bolt.Version:
		return format, "older", sum, locked
	}
	return format, "sound", sum, locked
}

// examineMail tells of the mail server; where that was asked it is called, and nothing
// is sent. Its password is never told, only whether there is one.
func (r examiner) examineMail(ctx context.Context, f *findings, call bool) error {
	server, set, err := post.ServerFrom(r.settings.Getenv(r.Getenv), post.Address{Email: r.settings.Me.Email})
	if err != nil {
		f.odd = append(f.odd, oddity{"mail", r.words.Fault(err)})
	}
	port := 0
	if server.Host != "" {
		port = server.Port
	}
	reached := "untried"
	switch {
	case call && !set:
		r.odd(f, "nomail")
	case call && err == nil:
		line := post.Open(server)
		reached = "yes"
		if err := line.Reach(ctx); err != nil {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			reached = "no"
			f.odd = append(f.odd, oddity{"mail", r.words.Fault(err)})
		}
		_ = line.Close()
	}
	if set && server.User != "" && server.Password == "" {
		r.odd(f, "nopassword")
	}
	f.add("mail",
		fact{name: "set", value: set}, fact{name: "host", value: server.Host}, fact{name: "port", value: port}, fact{name: "from", value: server.From.Email},
		fact{name: "user", value: server.User != ""}, fact{name: "password", value: server.Password != ""},
		fact{name: "reached", value: reached, says: r.words.T("doctor.reached." + reached)})
	return nil
}
