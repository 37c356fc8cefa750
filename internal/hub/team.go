package hub

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"unicode"

	"kwi/internal/fault"
	"kwi/internal/settings"
	"kwi/internal/sync"
	"kwi/internal/text"
	"kwi/store"
	"kwi/store/etcd"
)

// form is the form of what this program keeps at a hub. It reads no later one.
const form = 1

// teams is what everybody in a team may read of it, and about the record there that
// says what it is.
const (
	teams = "team/"
	about = teams + "about"
)

// About is what a hub says of a team.
type About struct {
	Form     int    `json:"form"`
	Team     string `json:"team"` // a name that no other team has
	Supplier string `json:"supplier,omitempty"`
}

// About asks the hub for the team, and so whether one may sign in there.
func (h *Hub) About(ctx context.Context) (a About, err error) {
	found, err := h.Get(ctx, about)
	if err != nil {
		return a, Fault(err, h.Way)
	}
	if found[0].Rev == 0 {
		return a, fault.New(fault.NoTeam, h.Way.Prefix)
	}
	if json.Unmarshal(found[0].Value, &a) != nil || a.Form == 0 || !plain(a.Team) {
		return a, fault.New(fault.NoTeam, h.Way.Prefix)
	}
	a.Supplier, _ = text.Clean(a.Supplier)
	a.Supplier = text.Line(a.Supplier)
	if a.Form > form {
		return a, fault.New(fault.NewerTeam, h.Way.Prefix)
	}
	return a, nil
}

// plain reports whether a text is of letters and digits alone, as what the program names
// by itself is.
func plain(s string) bool {
	return s != "" && len(s) <= 100 && strings.IndexFunc(s, func(r rune) bool { return r > 'z' || !unicode.IsLetter(r) && !unicode.IsDigit(r) }) < 0
}

// Teams are the teams at a hub that this user is in, by name.
func (h *Hub) Teams(ctx context.Context) (names []string, err error) {
	prefixes, err := h.Prefixes(ctx)
	for _, p := range prefixes {
		if name := strings.TrimSuffix(strings.TrimPrefix(p, "kwi/"), "/"); Prefix(name) == p && ValidPrefix(name) {
			names = append(names, name)
		}
	}
	return names, Fault(err, h.Way)
}

// Founded reports whether a hub has users already, so that one has to sign in.
func Founded(ctx context.Context, way settings.Hub) (bool, error) {
	way.User = ""
	h, err := Open(way, "")
	if err != nil {
		return false, err
	}
	defer func() { _ = h.Close() }()
	_, err = h.Apply(ctx)
	if errors.Is(err, store.ErrForbidden) {
		return true, nil
	}
	return false, Fault(err, way)
}

// Found makes a team at a hub, whose administrator has that password; founded says
// that it is theirs already. What was there already stays, which it reports, save that a
// team without the name of its supplier gets it.
func Found(ctx context.Context, way settings.Hub, password string, founded bool, team, supplier string) (was bool, err error) {
	way.User = ""
	if founded {
		way.User = Root
	}
	h, err := Open(way, password)
	if err != nil {
		return false, err
	}
	defer func() { _ = h.Close() }()
	if err := h.Team().Found(ctx, password); err != nil {
		return false, Fault(err, way)
	}
	way.User = Root
	root, err := Open(way, password)
	if err != nil {
		return false, err
	}
	defer func() { _ = root.Close() }()
	value, err := json.Marshal(About{form, team, supplier})
	if err != nil {
		return false, err
	}
	_, err = root.Apply(ctx, store.Write{Op: store.Put, Key: about, Value: value})
	if errors.Is(err, store.ErrConflict) {
		return true, root.names(ctx, supplier)
	}
	return false, Fault(err, way)
}

// names gives a team the name of its supplier, where it has none.
func (h *Hub) names(ctx context.Context, supplier string) error {
	a, err := h.About(ctx)
	if err != nil || a.Supplier != "" || supplier == "" {
		return err
	}
	found, err := h.Get(ctx, about)
	if err != nil {
		return Fault(err, h.Way)
	}
	a.Supplier = supplier
	value, err := json.Marshal(a)
	if err != nil {
		return err
	}
	_, err = h.Apply(ctx, store.Write{Op: store.Put, Key: about, Rev: found[0].Rev, Value: value})
	return Fault(err, h.Way)
}

// Add adds a user: somebody who has clients of their own, or a director, who may
// look at all and change none. What was broken off before is brought to its end.
func (h *Hub) Add(ctx context.Context, user, password string, director bool) error {
	t := h.Team()
	if err := t.Add(ctx, user, password); err != nil {
		return h.about(err, user)
	}
	owner := user
	if director {
		owner = ""
	}
	if err := t.Open(ctx, user, teams, false); err != nil {
		return h.about(err, user)
	}
	if err := t.Open(ctx, user, sync.LaptopRange(user), true); err != nil {
		return h.about(err, user)
	}
	return h.open(ctx, user, owner, "", !director)
}

// Remove takes a user away. What they brought stays.
func (h *Hub) Remove(ctx context.Context, user string) error {
	if err := h.Team().Remove(ctx, user); err != nil {
		return h.about(err, user)
	}
	h.tellRights(ctx)
	return nil
}

// tellRights tells whoever works with the hub now that some may see others than before.
// Who does not hear it does so with their next change of such a client, or their next start.
func (h *Hub) tellRights(ctx context.Context) {
	for range triesToTell {
		found, err := h.Get(ctx, sync.Rights)
		if err == nil {
			_, err = h.Apply(ctx, store.Write{Op: store.Put, Key: sync.Rights, Rev: found[0].Rev, Value: []byte{form}})
		}
		if !errors.Is(err, store.ErrConflict) {
			return
		}
	}
}

// triesToTell is how often that is tried while another administrator tells it too.
const triesToTell = 5

// Password gives a user another password.
func (h *Hub) Password(ctx context.Context, user, password string) error {
	return h.about(h.Team().Password(ctx, user, password), user)
}

// Share lets a user change a client whom another brought, or look only.
func (h *Hub) Share(ctx context.Context, at sync.Place, user string, look bool) error {
	if err := h.open(ctx, user, at.Owner, at.ID, !look); err != nil {
		return err
	}
	h.tellRights(ctx)
	return nil
}

// Unshare ends that.
func (h *Hub) Unshare(ctx context.Context, at sync.Place, user string) error {
	for _, prefix := range sync.Ranges(at.Owner, at.ID) {
		if err := h.Team().Close(ctx, user, prefix); err != nil {
			return h.about(err, user)
		}
	}
	err := h.Team().Close(ctx, user, sync.OpenRange(at.Owner, at.ID))
	if err != nil && !errors.Is(err, etcd.ErrUnknown) { // what was shared before had none
		return h.about(err, user)
	}
	h.tellRights(ctx)
	return nil
}

func (h *Hub) open(ctx context.Context, user, owner, id string, change bool) error {
	if err := h.Team().Open(ctx, user, sync.OpenRange(owner, id), true); err != nil { // whoever may look is seen looking
		return h.about(err, user)
	}
	for _, prefix := range sync.Ranges(owner, id) { // the last of these is what a Member is known by
		if err := h.Team().Open(ctx, user, prefix, change); err != nil {
			return h.about(err, user)
		}
	}
	return nil
}

// about is what an error means that is of something done to a user.
func (h *Hub) about(err error, user string) error {
	err = Fault(err, h.Way)
	if f, is := fault.Of(err); is && (f.Kind == fault.NoUser || f.Kind == fault.KnownUser) {
		return fault.New(f.Kind, user).By(f.Cause)
	}
	return err
}

// Member is somebody of a team.
type Member struct {
	User     string
	Manages  bool
	Director bool         // looks at all
	Own      bool         // brings clients of their own
	Changes  []sync.Place // of others, no ID is all whom somebody brought
	LooksAt  []sync.Place
}

// Whole reports whether adding somebody came to its end.
func (m *Member) Whole() bool { return m.Manages || m.Director || m.Own }

// Members are all in a team, as far as this user may know.
func (h *Hub) Members(ctx context.Context) (all []Member, err error) {
	found, err := h.Team().Members(ctx)
	if err != nil {
		return nil, Fault(err, h.Way)
	}
	for _, f := range found {
		m := Member{User: f.User, Manages: f.Managing}
		for _, prefix := range f.LooksAt {
			if at, every, is := sync.PlaceOfRange(prefix); every {
				m.Director = true
			} else if is {
				m.LooksAt = append(m.LooksAt, at)
			}
		}
		for _, prefix := range f.Changes {
			if at, _, is := sync.PlaceOfRange(prefix); is && at.ID == "" && at.Owner == f.User {
				m.Own = true
			} else if is {
				m.Changes = append(m.Changes, at)
			}
		}
		all = append(all, m)
	}
	return all, nil
}

// Find is where a client is at the hub, by their ID: below the one who brought them,
// as far as that is said or there is only one.
func (h *Hub) Find(ctx context.Context, id, owner string) (sync.Place, error) {
	found, err := sync.Places(ctx, h.Store)
	if err != nil {
		return sync.Place{}, Fault(err, h.Way)
	}
	found = slices.DeleteFunc(found, func(p sync.Place) bool { return p.ID != id && p.Second() != id || owner != "" && p.Owner != owner })
	switch len(found) {
	case 0:
		return sync.Place{}, fault.New(fault.NotAtHub, id)
	case 1:
		return found[0], nil
	}
	var owners []string
	for _, p := range found {
		owners = append(owners, p.Owner)
	}
	return sync.Place{}, fault.New(fault.TwiceAtHub, id, strings.Join(owners, ", "))
}

// Owner is the name under which new clients come to the hub of a user.
func Owner(user string) string { return user }
