package hubtest

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"kwi/internal/codec"
	"kwi/store"
	"kwi/store/etcd"
)

// TestSyncTellsPrograms what people are told, also of what could not be read.
func TestSyncTellsPrograms(t *testing.T) {
	endpoint, anna, dora := Start(t), newComputer(t, "anna"), newComputer(t, "dora")
	top := anna.file("top", "administrator")
	anna.does(0, "team", "init", endpoint, "--prefix", "bestseller", "--password-file", top)
	anna.does(0, "team", "add", "anna", "--password-file", top, "--new-password-file", top)
	anna.does(0, "team", "add", "dora", "--director", "--password-file", top, "--new-password-file", top)
	for _, l := range []*computer{anna, dora} {
		l.does(0, "team", "join", endpoint, "--user", l.name, "--password-file", top, "--yes")
	}
	tells := func(l *computer, code int, want map[string]any) {
		t.Helper()
		var told map[string]any
		if err := json.NewDecoder(strings.NewReader(l.does(code, "team", "sync", "--json"))).Decode(&told); err != nil {
			t.Fatal(err)
		}
		all := map[string]any{"prefix": "bestseller", "user": l.name, "gave": []any{}, "took": []any{}, "gone": []any{}, "held": []any{}, "erased": []any{}, "unread": []any{}, "second": []any{}, "apart": 0., "done": 0., "all": 0.}
		for k, v := range want {
			all[k] = v
		}
		if !reflect.DeepEqual(told, all) {
			t.Errorf("%s is told %v, want %v", l.name, told, all)
		}
	}
	tells(anna, 0, nil)
	anna.brings(supplier, client("newmedia", "NewMedia"), client("vonk", "Vonk"))
	tells(anna, 0, map[string]any{"gave": []any{"newmedia", "vonk"}, "done": 2., "all": 2.})
	tells(dora, 0, map[string]any{"took": []any{"newmedia", "vonk"}, "done": 2., "all": 2.})
	dora.renames("vonk", "Dora B.V.")
	tells(dora, 0, map[string]any{"held": []any{"vonk"}, "done": 1., "all": 1.})
	root, err := etcd.Open(etcd.Config{Endpoints: []string{endpoint}, Prefix: "kwi/bestseller/", User: "root", Password: "administrator"})
	ok(t, err)
	defer func() { _ = root.Close() }()
	found, err := root.Get(ctx, "c/anna/newmedia/"+codec.ClientKey("newmedia"), "h/anna/newmedia/")
	ok(t, err)
	rev(t, root, store.Write{Op: store.Put, Key: found[0].Key, Rev: found[0].Rev, Value: []byte("damaged")}, store.Write{Op: store.Put, Key: found[1].Key, Rev: found[1].Rev})
	tells(anna, 1, map[string]any{"unread": []any{"newmedia"}, "done": 1., "all": 1.})
}
