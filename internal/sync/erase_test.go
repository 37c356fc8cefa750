package sync_test

import (
	"bytes"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/codec"
	"kwi/internal/desk"
	"kwi/store"
)

// namedIn are the keys of a laptop's file whose records name somebody.
func (l *laptop) namedIn(name string) (keys []string) {
	l.Helper()
	if err := l.desk.Store().Scan(ctx, "", func(r store.Record) error {
		if bytes.Contains(r.Value, []byte(name)) {
			keys = append(keys, r.Key)
		}
		return nil
	}); err != nil {
		l.Fatal(err)
	}
	return keys
}

// TestAnErasureGoesToTheHub: until then the file knows that the hub has them, and says
// so; what collided goes at once. A copy keeps nothing.
func TestAnErasureGoesToTheHub(t *testing.T) {
	hub, one, other := together(t)
	one.does(func(c *account.Client) error {
		c.Respondents[0].Name, c.Respondents[0].Email = "Zus Zeeman", "zus@client.example"
		return nil
	})
	one.syncs()
	other.syncs()
	one.does(renamed("Here B.V."))
	other.does(renamed("There B.V."))
	other.syncs()
	one.syncs()
	if len(one.apart()) != 1 {
		t.Fatal("nothing collided")
	}
	c := one.client()
	who := c.Respondents[0]
	p, _ := c.Person(who.Initials)
	e := desk.Erasing{Person: p, Unseen: "[name removed]", Today: "2011-07-01"}
	inCopy := copyOf(one, hub)
	in := e
	in.Copy = true
	if _, err := inCopy.desk.Erase(ctx, in); err != nil {
		t.Fatal(err)
	}
	if keys := inCopy.namedIn(who.Name); len(keys) > 0 {
		t.Errorf("the copy names them in %v", keys)
	}
	done, err := one.desk.Erase(ctx, e)
	if err != nil || done.Apart != 1 || done.AtHub != 1 {
		t.Errorf("erased was %+v, %v", done, err)
	}
	for _, key := range one.namedIn(who.Name) {
		if !strings.HasPrefix(key, codec.BasePrefix) {
			t.Errorf("%s names them", key)
		}
	}
	one.syncs()
	other.syncs()
	for _, l := range []*laptop{one, other} {
		now := l.client()
		for _, r := range now.Respondents {
			if r.Name == who.Name {
				t.Errorf("%s has them still", l.name)
			}
		}
	}
	if keys := one.namedIn(who.Name); len(keys) > 0 {
		t.Errorf("after the round %v name them", keys)
	}
	if done, err := one.desk.WouldErase(ctx, e); err != nil || done.AtHub != 0 {
		t.Errorf("then it would erase %+v, %v", done, err)
	}
}
