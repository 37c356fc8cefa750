package etcd

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"kwi/store"
)

// Team is the users of a cluster and what each may see of a store. Each user of
// the team has one role of etcd, which opens spans of keys; whoever manages it is
// etcd's root. Keys are those of the store, without its prefix.
type Team struct{ store *Store }

// Team is who may see what of this store. Its methods need a user who is root.
func (s *Store) Team() Team { return Team{s} }

// ErrKnown means that there is such a user already, and ErrUnknown that there is
// none.
var (
	ErrKnown   = errors.New("there already")
	ErrUnknown = errors.New("not there")
)

// roleOf is the role of a user in the store of a prefix.
func roleOf(prefix, user string) string { return "kwi " + prefix + " " + user }

func (t Team) do(ctx context.Context, path string, question any) error {
	inner, done, err := t.store.using(ctx)
	if err != nil {
		return err
	}
	defer done()
	var answer struct{}
	err = t.store.cluster.call(inner, "auth/"+path, question, &answer)
	t.store.cluster.unsure()
	return told(ctx, inner, err)
}

// Found makes a cluster without users one that has: root with a password. Where
// it has users already that is no error, as long as this store signs in as one
// who may manage them. Broken off, it is done anew, with the password that is given then.
func (t Team) Found(ctx context.Context, password string) error {
	err := t.do(ctx, "user/add", map[string]string{"name": "root", "password": password})
	if errors.Is(err, ErrKnown) {
		if err = nil; t.store.config.User == "" { // it was broken off: nobody has signed in as them
			err = t.Password(ctx, "root", password)
		}
	}
	if err != nil {
		return err
	}
	if err := t.do(ctx, "role/add", map[string]string{"name": "root"}); err != nil && !errors.Is(err, ErrKnown) {
		return err
	}
	if err := t.do(ctx, "user/grant", map[string]string{"user": "root", "role": "root"}); err != nil && !errors.Is(err, ErrKnown) {
		return err
	}
	return t.do(ctx, "enable", struct{}{})
}

// Add adds a user with a password, who may see nothing yet. Where that was broken off
// before, or what came behind it was, it is done anew: such a user has no other role.
func (t Team) Add(ctx context.Context, user, password string) error {
	role := roleOf(t.store.config.Prefix, user)
	err := t.do(ctx, "user/add", map[string]string{"name": user, "password": password})
	if errors.Is(err, ErrKnown) && t.mayBegin(ctx, user) {
		err = t.Password(ctx, user, password)
	}
	if err != nil {
		return err
	}
	// What another of that name could see, whose Remove was broken off, they do not.
	if err := t.do(ctx, "role/delete", map[string]string{"role": role}); err != nil && !errors.Is(err, ErrUnknown) {
		return err
	}
	if err := t.do(ctx, "role/add", map[string]string{"name": role}); err != nil {
		return err
	}
	return t.do(ctx, "user/grant", map[string]string{"user": user, "role": role})
}

// mayBegin reports whether a user has no part in anything but this store.
func (t Team) mayBegin(ctx context.Context, user string) bool {
	inner, done, err := t.store.using(ctx)
	if err != nil {
		return false
	}
	defer done()
	roles, err := t.store.cluster.rolesOf(inner, user)
	role := roleOf(t.store.config.Prefix, user)
	return err == nil && !slices.ContainsFunc(roles, func(r string) bool { return r != role })
}

// Remove takes a user away with all they may see.
func (t Team) Remove(ctx context.Context, user string) error {
	if err := t.do(ctx, "user/delete", map[string]string{"name": user}); err != nil {
		return err
	}
	err := t.do(ctx, "role/delete", map[string]string{"role": roleOf(t.store.config.Prefix, user)})
	if errors.Is(err, ErrUnknown) {
		return nil
	}
	return err
}

// Password gives a user another password.
func (t Team) Password(ctx context.Context, user, password string) error {
	return t.do(ctx, "user/changepw", map[string]string{"name": user, "password": password})
}

// Open lets a user see everything under a prefix of keys, and with change also
// change it. Close ends that.
func (t Team) Open(ctx context.Context, user, prefix string, change bool) error {
	kind := "READ"
	if change {
		kind = "READWRITE"
	}
	s := under(t.store.config.Prefix + prefix)
	return t.do(ctx, "role/grant", map[string]any{"name": roleOf(t.store.config.Prefix, user), "perm": map[string]any{"permType": kind, "key": s.from, "range_end": s.until}})
}

// Close ends what Open began.
func (t Team) Close(ctx context.Context, user, prefix string) error {
	s := under(t.store.config.Prefix + prefix)
	return t.do(ctx, "role/revoke", map[string]any{"role": roleOf(t.store.config.Prefix, user), "key": s.from, "range_end": s.until})
}

// Member is a user of the team and what they may see, by prefix of keys.
type Member struct {
	User     string
	Changes  []string
	LooksAt  []string
	Managing bool // etcd's root
}

// Members are all users who have a part in this store.
func (t Team) Members(ctx context.Context) (all []Member, err error) {
	inner, done, err := t.store.using(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	all, err = t.members(inner)
	return all, told(ctx, inner, err)
}

func (t Team) members(ctx context.Context) (all []Member, err error) {
	var users struct {
		Users []string `json:"users"`
	}
	c := t.store.cluster
	if err := c.call(ctx, "auth/user/list", struct{}{}, &users); err != nil {
		return nil, err
	}
	role := func(user string) string { return roleOf(t.store.config.Prefix, user) }
	for _, user := range users.Users {
		roles, err := c.rolesOf(ctx, user)
		if err != nil {
			return nil, err
		}
		m := Member{User: user, Managing: slices.Contains(roles, "root")}
		if !m.Managing && !slices.Contains(roles, role(user)) {
			continue
		}
		if slices.Contains(roles, role(user)) {
			permissions, err := c.permissions(ctx, role(user))
			if err != nil {
				return nil, err
			}
			for _, p := range permissions {
				prefix, ours := strings.CutPrefix(string(p.Key), t.store.config.Prefix)
				switch {
				case !ours:
				case p.Type == "READWRITE":
					m.Changes = append(m.Changes, prefix)
				case p.Type != "WRITE": // READ is left out of the answer
					m.LooksAt = append(m.LooksAt, prefix)
				}
			}
		}
		all = append(all, m)
	}
	return all, nil
}

// Prefixes are the prefixes of the stores of this cluster that this user has a part
// in.
func (s *Store) Prefixes(ctx context.Context) (all []string, err error) {
	inner, done, err := s.using(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	roles, err := s.cluster.rolesOf(inner, s.config.User)
	for _, role := range roles {
		prefix, ours := strings.CutPrefix(role, "kwi ")
		if prefix, its := strings.CutSuffix(prefix, " "+s.config.User); ours && its {
			all = append(all, prefix)
		}
	}
	return all, told(ctx, inner, err)
}

// Health is how a cluster is doing, as far as a user may know.
type Health struct {
	Version string
	Size    int64 // of its data in bytes
	Full    bool  // it takes nothing any more
}

// Health asks a member how it is doing.
func (s *Store) Health(ctx context.Context) (h Health, err error) {
	inner, done, err := s.using(ctx)
	if err != nil {
		return h, err
	}
	defer done()
	var answer struct {
		Version string   `json:"version"`
		Size    int64    `json:"dbSize,string"`
		Errors  []string `json:"errors"`
	}
	if err := s.cluster.call(inner, "maintenance/status", struct{}{}, &answer); err != nil {
		return h, told(ctx, inner, err)
	}
	full := slices.ContainsFunc(answer.Errors, func(e string) bool { return strings.Contains(e, "NOSPACE") })
	return Health{Version: answer.Version, Size: answer.Size, Full: full}, nil
}

// Compact throws away what all records were before a revision, so that what was
// erased is nowhere in the history. It is of the whole cluster. Later releases of etcd let
// root alone do it (3.7 does), earlier ones every user (3.4 does). The room in the files of the members is free then, and not yet overwritten.
func (s *Store) Compact(ctx context.Context, at store.Rev) error {
	inner, done, err := s.using(ctx)
	if err != nil {
		return err
	}
	defer done()
	var answer struct{}
	err = s.cluster.call(inner, "kv/compaction", map[string]any{"revision": fmt.Sprint(at), "physical": true}, &answer)
	if errors.Is(err, store.ErrGone) { // it was already
		err = nil
	}
	return told(ctx, inner, err)
}

// Compacted reports whether what was before a revision was thrown away, by whomever.
func (s *Store) Compacted(ctx context.Context, at store.Rev) (bool, error) {
	inner, done, err := s.using(ctx)
	if err != nil || at < 2 {
		return err == nil, err
	}
	defer done()
	q, err := s.mine(inner)
	if err == nil {
		q.Revision = at - 1
		var answer rangeResponse
		err = s.cluster.call(inner, "kv/range", q, &answer)
	}
	if errors.Is(err, store.ErrGone) {
		return true, nil
	}
	return false, told(ctx, inner, err)
}

// Defragment has every member that this store knows write its file anew, without what is
// free, and is how many that are, and how many the cluster has. A member takes nothing
// meanwhile. It needs a user who is root.
func (s *Store) Defragment(ctx context.Context) (done, all int, err error) {
	inner, end, err := s.using(ctx)
	if err != nil {
		return 0, 0, err
	}
	defer end()
	if err := s.cluster.everywhere(inner, "maintenance/defragment", struct{}{}); err != nil {
		return 0, 0, told(ctx, inner, err)
	}
	var answer struct {
		Members []struct{} `json:"members"`
	}
	err = s.cluster.call(inner, "cluster/member/list", struct{}{}, &answer)
	return len(s.cluster.addresses), len(answer.Members), told(ctx, inner, err)
}
