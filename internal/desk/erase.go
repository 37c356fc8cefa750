package desk

import (
	"context"
	"reflect"
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/codec"
	"kwi/internal/fault"
	"kwi/internal/progress"
	"kwi/store"
)

// Erasing is who is to be erased, and what was decided on the words of others.
type Erasing struct {
	Person     account.Person
	Also       []string // what else they are called
	Accounts   []string // what they are called on their computer, under which steps may stand
	Everywhere bool     // at other clients too, by whole name or address
	Today      account.Date
	Instead    map[string]string // what takes the place of texts of others; the same text leaves it as it is
	Unseen     string            // what takes the place of the name in a text that nobody decided on; "" leaves it
	Word       string            // the same, of a text that other laptops of the team have; "" is Unseen
	What, Why  string            // what closed cycles keep of it
	Told       progress.Told     // hears of clients; may be nil
	Arrived    account.Erasure   // of somebody whom another laptop of the team erased at their client; none: it begins here

	known map[string]account.Naming     // by client, by what they are named where they are known
	told  map[string][]*account.Erasure // by client, what the hub of a team is told of it
}

// Erasure is what erasing did, or would do.
type Erasure struct {
	Clients   []ErasedAt
	Elsewhere []LeftAt // where something of them is too, and stays as Everywhere was not said
	Counts    account.Erased
	Writings  []account.Writing // texts of others that name them
	Left      []account.Writing // those of them that stay as they are
	Replaced  int               // places where a text got other words
	Journals  int               // clients of whom what was done before can no longer be taken back
	Drafts    int
	Scans     int
	Letters   int      // lists that went to them
	Apart     int      // what waited for a choice and named them
	AtHub     int      // clients of whom the hub of a team still has them
	Unshared  int      // clients that were shared, and of whom the hub may still have them
	Unread    []string // clients that cannot be read, by ID
}

// ErasedAt is a client that knew them.
type ErasedAt struct {
	ID, Name string
	Who, As  account.Initials
}

// LeftAt is a client where nobody asked to erase them, and what of them is there.
type LeftAt struct {
	ID, Name string
	Who      []account.Initials // by which they are known there
	Texts    int                // of others, that name them
	Journal  bool               // what was done there before names them
	Drafts   int
}

// WouldErase is what Erase would do. It changes nothing.
func (d *Desk) WouldErase(ctx context.Context, e Erasing) (Erasure, error) {
	done, _, err := d.erasing(ctx, e)
	return done, d.fault(err)
}

// Erase takes a person out of everything that is kept: what it was before is kept
// nowhere, and no step leads back to it. The pages of the file that become free
// still hold it, until the file is compacted.
func (d *Desk) Erase(ctx context.Context, e Erasing) (done Erasure, err error) {
	err = d.again(ctx, func() error {
		var writes []store.Write
		if done, writes, err = d.erasing(ctx, e); err != nil || len(writes) == 0 {
			return err
		}
		_, err = d.store.Apply(ctx, writes...)
		return err
	})
	return done, err
}

// erasing is what it does, and the writes that do it.
func (d *Desk) erasing(ctx context.Context, e Erasing) (done Erasure, writes []store.Write, err error) {
	e.Person, e.known, e.told = d.Learn(ctx, e.Person), map[string]account.Naming{}, map[string][]*account.Erasure{}
	ids, inJournals, err := d.whereNamed(ctx, e)
	if err != nil {
		return done, nil, err
	}
	told := 0
	for some := range slices.Chunk(ids, renewedAtOnce) {
		if ctx.Err() != nil {
			return done, nil, ctx.Err()
		}
		read, err := d.snapshots(ctx, some, false)
		if err != nil { // one of them cannot be read
			read = nil
			for _, id := range some {
				if one, reading := d.snapshot(ctx, id, false); reading == nil {
					read = append(read, one)
				} else if e.covers(id) {
					done.Unread = append(done.Unread, id)
				}
			}
		}
		for _, s := range read {
			more, err := d.erasingAt(ctx, e, &done, s, inJournals[s.id])
			if err != nil {
				return done, nil, err
			}
			writes = append(writes, more...)
			told++
			e.Told.Tell(told, len(ids))
		}
	}
	more, err := d.erasingHere(ctx, e, &done)
	if err != nil {
		return done, nil, err
	}
	writes = append(writes, more...)
	if more, err = d.erasingHub(ctx, e, &done); err != nil {
		return done, nil, err
	}
	writes = append(writes, more...)
	more, err = d.erasingDrafts(ctx, e, &done)
	return done, append(writes, more...), err
}

// whereNamed are all clients, and those in whose journal a person is named.
func (d *Desk) whereNamed(ctx context.Context, e Erasing) (ids []string, inJournals map[string]bool, err error) {
	inJournals = map[string]bool{}
	err = d.store.Scan(ctx, codec.ClientKey(""), func(r store.Record) error {
		ids = append(ids, strings.TrimPrefix(r.Key, codec.ClientKey("")))
		return nil
	})
	if err == nil {
		err = d.store.Scan(ctx, codec.StepPrefix, func(r store.Record) error {
			if k, ok := codec.Parse(r.Key); ok && !inJournals[k.Client] && e.inStep(r.Key, r.Value) {
				inJournals[k.Client] = true
			}
			return nil
		})
	}
	return ids, inJournals, err
}

// inStep reports whether a step names them, or was done by them under what they
// are called on their computer.
func (e *Erasing) inStep(key string, value []byte) bool {
	if e.Person.Bytes(value) {
		return true
	}
	if len(e.Accounts) == 0 {
		return false
	}
	step, err := codec.DecodeStep(key, value)
	return err == nil && slices.Contains(e.Accounts, step.Where.User)
}

// erasingAt does it at one client, and is the writes of that.
func (d *Desk) erasingAt(ctx context.Context, e Erasing, done *Erasure, s snapshot, inJournal bool) ([]store.Write, error) {
	c, err := codec.Decode(s.records)
	if err != nil {
		if e.covers(s.id) {
			done.Unread = append(done.Unread, s.id)
		}
		return nil, nil
	}
	if !e.covers(c.ID) {
		done.leaves(e, &c, inJournal)
		return nil, nil
	}
	was, naming, also := c.Clone(), e.Person.Naming(e.Also...).Elsewhere(), slices.Concat(e.Also, []string{e.Person.Name}, e.Person.Before)
	for _, who := range e.Person.Among(&was) {
		at := ErasedAt{ID: c.ID, Name: c.Name, Who: who}
		naming = was.NamingOf(who, also...).With(naming)
		for i := range was.Cycles {
			done.Letters += len(was.Cycles[i].Sent[who])
		}
		tells := d.tells(e, &was, who)
		erased, err := c.EraseAs(who, tells.As, e.Today)
		if err != nil {
			return nil, err
		}
		at.As = erased.As
		tells.As = erased.As
		done.Counts.Add(erased)
		done.Clients = append(done.Clients, at)
	}
	e.known[c.ID] = naming
	instead := done.reword(e, naming.Writings(&c), naming, c.ReplaceWords)
	c = c.Tidy()
	changed := !reflect.DeepEqual(c, was)
	if !changed && !inJournal {
		return nil, nil
	}
	if more := c.Flaws(); len(more) > len(was.Flaws()) {
		return nil, fault.New(fault.Doubled, strings.Join(more[len(more)-1].Values, " "))
	}
	d.tellsTexts(e, c.ID, instead)
	done.Journals++
	if e.What == "" {
		return d.erasedClient(ctx, s, c) // what closed cycles keep of it comes from whoever erased them
	}
	c.WasErased(was, e.Today, e.What, e.Why)
	return d.erasedClient(ctx, s, c)
}

// covers reports whether a client is one where they are to be erased: of any other
// nothing is touched.
func (e *Erasing) covers(id string) bool { return e.Everywhere || id == e.Person.Client }

// leaves notes what of them is at a client where nobody asked to erase them.
func (done *Erasure) leaves(e Erasing, c *account.Client, inJournal bool) {
	at := LeftAt{ID: c.ID, Name: c.Name, Who: e.Person.Among(c), Journal: inJournal}
	naming := e.Person.Naming(e.Also...).Elsewhere()
	rest := c.Clone()
	for _, who := range at.Who {
		naming = c.NamingOf(who, e.Person.Before...).With(naming)
		if _, err := rest.Erase(who, e.Today); err != nil { // what is theirs is no text of others
			rest = c.Clone()
		}
	}
	at.Texts = len(naming.Writings(&rest))
	e.known[c.ID] = naming
	if len(at.Who) > 0 || at.Texts > 0 || at.Journal {
		done.Elsewhere = append(done.Elsewhere, at)
	}
}

// leavesDraft notes that a half-typed text of such a client names them.
func (done *Erasure) leavesDraft(id string) {
	i := slices.IndexFunc(done.Elsewhere, func(at LeftAt) bool { return at.ID == id })
	if i < 0 {
		i, done.Elsewhere = len(done.Elsewhere), append(done.Elsewhere, LeftAt{ID: id, Name: id})
	}
	done.Elsewhere[i].Drafts++
}

// reword decides on the texts that name them.
func (done *Erasure) reword(e Erasing, found []account.Writing, n account.Naming, replace func(map[string]string) int) (decided map[string]string) {
	instead := map[string]string{}
	decided = map[string]string{}
	for _, w := range found {
		now, is := e.Instead[w.Text]
		if !is && e.Unseen != "" {
			now, is = n.Strike(w.Text, e.Unseen), true
		}
		if !is {
			now = w.Text
		}
		if decided[w.Text] = now; now != w.Text {
			instead[w.Text] = now
		} else {
			done.Left = account.MergeWritings(done.Left, []account.Writing{w})
		}
	}
	done.Writings = account.MergeWritings(done.Writings, found)
	done.Replaced += replace(instead)
	return decided
}
