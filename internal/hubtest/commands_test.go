package hubtest

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"go.etcd.io/etcd/server/v3/embed"

	"kwi/internal/account"
	"kwi/internal/cli"
	"kwi/internal/portable"
	"kwi/store"
	"kwi/store/etcd"
)

// computer is the program on a computer of its own: a data file, settings, and whoever
// types.
type computer struct {
	*testing.T
	name, folder string
	now          time.Time
	types        string   // what they answer
	secrets      []string // what they type where nobody sees it
	calls        *int
	interactive  func(context.Context, cli.Session) error
}

func newComputer(t *testing.T, name string) *computer {
	return &computer{T: t, name: name, folder: t.TempDir(), now: time.Date(2026, 11, 24, 10, 0, 0, 0, time.UTC), calls: new(int)}
}

// does gives a command, and is all that it says.
func (l *computer) does(want int, args ...string) string {
	l.Helper()
	said, got := l.tries(args...)
	if got != want {
		l.Fatalf("%s: kwi %v: exit status %d\n%s", l.name, args, got, said)
	}
	return said
}

// tries is does where one does not know how it ends.
func (l *computer) tries(args ...string) (said string, code int) {
	var out bytes.Buffer
	e := cli.Env{
		In: strings.NewReader(l.types), Out: &out, Err: &out, Now: func() time.Time { return l.now },
		Getenv: func(name string) string {
			return map[string]string{"KWI_FILE": filepath.Join(l.folder, "kwi.db"), "KWI_SETTINGS": filepath.Join(l.folder, "settings.json")}[name]
		},
		Nonce:       func() string { *l.calls++; return l.name + strconv.Itoa(*l.calls) },
		Interactive: l.interactive,
		Computer:    func() (string, error) { return "computer of " + l.name, nil },
		Secret: func(context.Context, string) (string, error) {
			if len(l.secrets) == 0 {
				return "", cli.ErrNoTerminal
			}
			next := l.secrets[0]
			l.secrets = l.secrets[1:]
			return next, nil
		},
	}
	code = cli.Run(context.Background(), e, append([]string{"--lang", "en"}, args...))
	return out.String(), code
}

// says gives a command and looks for words in what it says.
func (l *computer) says(want int, words []string, args ...string) string {
	l.Helper()
	said := l.does(want, args...)
	for _, w := range words {
		if !strings.Contains(said, w) {
			l.Errorf("%s: kwi %v does not say %q:\n%s", l.name, args, w, said)
		}
	}
	if want != 0 && strings.Count(strings.TrimSpace(said), "\n") > 0 {
		l.Errorf("%s: kwi %v fails in more than one line:\n%s", l.name, args, said)
	}
	return said
}

// file is a file of the laptop with a text in it.
func (l *computer) file(name, text string) string {
	l.Helper()
	path := filepath.Join(l.folder, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		l.Fatal(err)
	}
	return path
}

// brings imports clients of a supplier.
func (l *computer) brings(supplier string, clients ...account.Client) {
	l.Helper()
	var b bytes.Buffer
	if err := portable.Write(&b, portable.File{Supplier: supplier, Clients: clients}); err != nil {
		l.Fatal(err)
	}
	l.does(0, "import", "--replace", l.file("in.json", b.String()))
}

func client(id, name string) account.Client {
	return account.Client{ID: id, Name: name, Kind: account.External, Approach: account.Extended,
		Respondents: []account.Respondent{{Initials: "KK", Name: "Kees Klant"}}}
}

// renames gives a client of the laptop another name, as an import does.
func (l *computer) renames(id, name string) {
	l.Helper()
	said := l.does(0, "export", "--client", id)
	f, err := portable.Read(strings.NewReader(said))
	if err != nil {
		l.Fatal(err)
	}
	f.Clients[0].Name = name
	l.brings(f.Supplier, f.Clients...)
}

// called is what a client is called on the laptop.
func (l *computer) called(id string) string {
	l.Helper()
	var listed struct{ Clients []struct{ ID, Name string } }
	said := l.does(0, "list", "--json")
	if err := json.Unmarshal([]byte(said), &listed); err != nil {
		l.Fatal(err, said)
	}
	for _, c := range listed.Clients {
		if c.ID == id {
			return c.Name
		}
	}
	return ""
}

const supplier = "BESTSELLER B.V."

// TestATeamFromNothingToTwoLaptops goes the way of the readme.
func TestATeamFromNothingToTwoLaptops(t *testing.T) {
	endpoint := Start(t)
	root, anna, bert, dora := newComputer(t, "root"), newComputer(t, "anna"), newComputer(t, "bert"), newComputer(t, "dora")

	root.secrets = []string{"administrator", "administratos"}
	root.says(1, []string{"differs"}, "team", "init", endpoint, "--prefix", "bestseller")
	root.does(0, "supplier", "--name", supplier)
	root.secrets = []string{"administrator", "administrator"}
	root.says(0, []string{"bestseller", "root", "kwi team add"}, "team", "init", endpoint, "--prefix", "bestseller")
	admin := []string{"--password-file", root.file("admin", "administrator\n")}
	manages := func(args ...string) []string { return append(append([]string{"team"}, args...), admin...) }
	root.says(0, []string{"already"}, append([]string{"team", "init", endpoint, "--prefix", "bestseller"}, admin...)...)
	for user, more := range map[string][]string{"anna": nil, "bert": nil, "dora": {"--director"}} {
		more = append(more, "--new-password-file", root.file(user, "password of "+user))
		root.says(0, []string{"kwi team join " + endpoint + " --user " + user}, manages(append([]string{"add", user}, more...)...)...)
	}
	root.says(1, []string{"already"}, manages("add", "anna")...)
	root.says(1, []string{"small letters"}, manages("add", "an/na")...)

	anna.brings(supplier, client("newmedia", "NewMedia"), client("new", "New"))
	anna.secrets = []string{"password of bert"}
	anna.says(1, []string{"anna", "password"}, "team", "join", endpoint, "--user", "anna")
	joins := func(l *computer) []string {
		return []string{"team", "join", endpoint, "--user", l.name, "--password-file", l.file("password", "password of "+l.name+"\n"), "--yes"}
	}
	anna.types = "n\n"
	if said := anna.does(1, joins(anna)[:7]...); !strings.Contains(said, "2 clients go to the hub") || !strings.Contains(said, "Nothing was done") {
		t.Error(said)
	}
	anna.says(0, nil, "team", "status")
	anna.types = ""
	anna.says(0, []string{"2 clients go to the hub: New, NewMedia", "2 clients taken to the hub"}, joins(anna)...)
	anna.says(0, []string{"same already"}, "team", "sync")
	bert.brings(supplier, client("vonk", "Vonk"))
	bert.says(0, []string{"1 client goes to the hub: Vonk"}, joins(bert)...)
	dora.says(0, []string{"3 clients come from the hub"}, joins(dora)...)
	if said := bert.does(0, "list"); strings.Contains(said, "New") {
		t.Errorf("bert sees what is anna's: %s", said)
	}

	root.says(0, []string{"bert", "newmedia"}, manages("share", "newmedia", "--with", "bert")...)
	bert.says(0, []string{"1 client"}, "team", "sync")
	if said := bert.does(0, "list"); !strings.Contains(said, "NewMedia") || bert.called("new") != "" {
		t.Errorf("bert sees %s", said)
	}
	bert.renames("newmedia", "Bert B.V.")
	bert.says(0, []string{"taken to the hub: Bert B.V."}, "team", "sync")
	anna.says(0, []string{"came from the hub"}, "team", "sync")
	if anna.called("newmedia") != "Bert B.V." {
		t.Error("what bert did did not come to anna")
	}

	anna.renames("newmedia", "Anna B.V.")
	bert.renames("newmedia", "Bert Groep")
	bert.does(0, "team", "sync")
	anna.says(0, []string{"waits for your choice"}, "team", "sync")
	anna.says(0, []string{"1.", "what bert did counts", "Bert Groep", "Anna B.V."}, "team", "choose")
	anna.says(1, []string{"There is no 2"}, "team", "choose", "--here", "2")
	anna.says(1, []string{"--yes"}, "team", "leave")
	anna.does(0, "team", "choose", "--here", "1")
	anna.says(0, []string{"Nothing waits"}, "team", "choose")
	anna.does(0, "team", "sync")
	bert.does(0, "team", "sync")
	if a, b := anna.called("newmedia"), bert.called("newmedia"); a != "Anna B.V." || b != a {
		t.Errorf("chosen was %q, bert has %q", a, b)
	}

	dora.does(0, "team", "sync")
	dora.renames("vonk", "Dora B.V.")
	dora.says(0, []string{"stays here", "administrator"}, "team", "sync")
	bert.does(0, "team", "sync")
	if bert.called("vonk") != "Vonk" {
		t.Error("a director changed a client")
	}

	var standing struct {
		State   string
		Members []struct {
			User    string
			Changes []string
		}
		Gone, Waiting []string
		Version       string
	}
	tells := func(l *computer, more ...string) {
		t.Helper()
		standing.Gone, standing.Waiting, standing.Members = nil, nil, nil
		if err := json.Unmarshal([]byte(l.does(0, append([]string{"team", "status", "--json"}, more...)...)), &standing); err != nil {
			t.Fatal(err)
		}
	}
	if tells(root, append(admin, "--members")...); len(standing.Members) != 4 || standing.Members[1].Changes[0] != "anna/newmedia" || standing.Version == "" {
		t.Errorf("the team is %+v", standing)
	}
	root.says(1, []string{"is not shared with bert"}, manages("unshare", "new", "--with", "bert")...)
	root.says(0, nil, manages("unshare", "newmedia", "--with", "bert")...)
	bert.says(0, []string{"no longer shared", "Anna B.V."}, "team", "sync")
	if tells(bert); standing.State != "same" || len(standing.Gone) != 1 || bert.called("newmedia") != "Anna B.V." {
		t.Errorf("bert stands %+v", standing)
	}
	bert.renames("newmedia", "Bert alone")
	bert.says(0, []string{"same already"}, "team", "sync")
	root.does(0, manages("share", "newmedia", "--with", "bert", "--look")...)
	bert.says(0, []string{"stays here"}, "team", "sync")

	root.says(0, []string{"1 client of bert stays"}, manages("remove", "bert")...)
	bert.says(1, []string{"bert", "administrator"}, "team", "sync")
	if tells(bert); standing.State != "refused" {
		t.Errorf("who was removed stands %+v", standing)
	}
	root.does(0, manages("share", "--of", "bert", "--with", "anna")...)
	anna.does(0, "team", "sync")
	if anna.called("vonk") != "Vonk" {
		t.Error("nobody took over")
	}
	root.does(0, manages("password", "anna", "--new-password-file", root.file("anna", "another of anna"))...)
	anna.says(1, []string{"kwi team password"}, "team", "sync")
	anna.file("password", "another of anna")
	anna.does(0, "team", "sync")
	anna.says(1, []string{"another file"}, "team", "join", endpoint, "--user", "dora", "--password-file", root.file("dora", "password of dora"), "--yes")
	anna.says(0, []string{"no longer belongs"}, "team", "leave")
	anna.says(1, []string{"belongs to no team"}, "team", "sync")
	if anna.called("newmedia") != "Anna B.V." {
		t.Error("leaving took a client away")
	}
	anna.says(0, []string{"at both"}, "team", "join", endpoint, "--user", "anna", "--password-file", anna.file("password", "another of anna"), "--yes")
	anna.says(0, []string{"Nothing waits"}, "team", "choose")
}

// TestWhatATeamRefuses: each in one sentence that says what to do.
func TestWhatATeamRefuses(t *testing.T) {
	endpoint, founded := Start(t), Start(t, func(c *embed.Config) { c.QuotaBackendBytes = 1 << 20 })
	root, anna := newComputer(t, "root"), newComputer(t, "anna")
	top, own := root.file("top", "administrator"), anna.file("own", "password of anna")
	anna.brings(supplier, client("newmedia", "NewMedia"))
	join := func(at string, more ...string) []string {
		return append([]string{"team", "join", at, "--user", "anna", "--password-file", own, "--yes"}, more...)
	}
	anna.says(1, []string{"no way to the hub", "http://127.0.0.1:1", "work on"}, join("http://127.0.0.1:1")...)
	anna.says(1, []string{"without encryption", "https://"}, join("http://hub.company.example:2379")...)
	anna.says(1, []string{"no address"}, join("ftp://hub.company.example")...)
	anna.says(1, []string{"lets everybody in", "kwi team init"}, join(endpoint)...)
	anna.says(1, []string{"certificate"}, join("https://127.0.0.1:1", "--ca", own)...)
	anna.says(1, []string{"small letters"}, join(endpoint, "--prefix", "best/seller")...)
	anna.says(1, []string{"belongs to no team", "kwi team join"}, "team", "sync")
	anna.says(1, []string{"where the hub is", "kwi team init"}, "team", "add", "bert", "--password-file", top)
	anna.says(2, []string{"init, join"}, "team")
	anna.says(2, []string{"frobnicate"}, "team", "frobnicate")
	anna.says(1, []string{"--readonly"}, "--readonly", "team", "sync")

	root.does(0, "team", "init", founded, "--prefix", "bestseller", "--password-file", top)
	root.does(0, "team", "add", "anna", "--password-file", top, "--new-password-file", own)
	anna.says(1, []string{"not in this team", "anna"}, join(founded, "--prefix", "another")...)
	root.says(1, []string{"no team another"}, "team", "join", founded, "--user", "root", "--prefix", "another", "--password-file", top, "--yes")
	root.says(1, []string{"no client nobody", "kwi team sync"}, "team", "share", "nobody", "--with", "anna", "--password-file", top)
	root.says(1, []string{"called bert"}, "team", "remove", "bert", "--password-file", top)
	anna.does(0, join(founded)...)
	root.says(1, []string{"called bert", "--members"}, "team", "share", "newmedia", "--with", "bert", "--password-file", top)

	etc, err := etcd.Open(etcd.Config{Endpoints: []string{founded}, Prefix: "kwi/bestseller/", User: "root", Password: "administrator"})
	ok(t, err)
	for i := 0; err == nil; i++ {
		if _, err = etc.Apply(ctx, store.Write{Op: store.Put, Key: "x" + strconv.Itoa(i), Value: make([]byte, store.MaxBytes-10)}); i > 8 {
			t.Fatal("never full")
		}
	}
	anna.renames("newmedia", "NewMedia 2")
	anna.says(1, []string{"full", "goes later"}, "team", "sync")
	anna.says(0, []string{"takes nothing any more"}, "team", "status")
}

// TestANewerTeamIsLeftAlone: what a later version wrote at the hub is not read.
func TestANewerTeamIsLeftAlone(t *testing.T) {
	endpoint, anna := Start(t), newComputer(t, "anna")
	top := anna.file("top", "administrator")
	anna.does(0, "team", "init", endpoint, "--prefix", "bestseller", "--password-file", top)
	root, err := etcd.Open(etcd.Config{Endpoints: []string{endpoint}, Prefix: "kwi/bestseller/", User: "root", Password: "administrator"})
	ok(t, err)
	found, err := root.Get(ctx, "team/about")
	ok(t, err)
	rev(t, root, store.Write{Op: store.Put, Key: "team/about", Rev: found[0].Rev, Value: []byte(`{"form":2,"team":"x"}`)})
	anna.says(1, []string{"newer kwi"}, "team", "add", "bert", "--password-file", top, "--new-password-file", top)
}

// TestAnotherFileStaysAlone: a data file that did not join, and the example, are never
// brought to the hub that the settings have.
func TestAnotherFileStaysAlone(t *testing.T) {
	endpoint, anna := Start(t), newComputer(t, "anna")
	top := anna.file("top", "administrator")
	anna.does(0, "team", "init", endpoint, "--prefix", "bestseller", "--password-file", top)
	anna.does(0, "team", "add", "anna", "--password-file", top, "--new-password-file", top)
	anna.does(0, "team", "join", endpoint, "--user", "anna", "--password-file", top, "--yes")
	anna.says(1, []string{"belongs to no team"}, "--file", filepath.Join(anna.folder, "other.db"), "team", "sync")
	anna.says(0, []string{"is alone"}, "--file", filepath.Join(anna.folder, "other.db"), "team", "status")
	settings, err := os.ReadFile(filepath.Join(anna.folder, "settings.json"))
	ok(t, err)
	file, err := os.ReadFile(filepath.Join(anna.folder, "kwi.db"))
	ok(t, err)
	for _, kept := range [][]byte{settings, file} {
		if bytes.Contains(kept, []byte("administrator")) {
			t.Error("the password is kept")
		}
	}
}

// TestTheInterfaceIsGivenTheHub of the team of its data file, and none of another file.
func TestTheInterfaceIsGivenTheHub(t *testing.T) {
	endpoint, anna := Start(t), newComputer(t, "anna")
	top := anna.file("top", "administrator")
	anna.does(0, "team", "init", endpoint, "--prefix", "bestseller", "--password-file", top)
	anna.does(0, "team", "add", "anna", "--password-file", top, "--new-password-file", top)
	anna.does(0, "team", "join", endpoint, "--user", "anna", "--password-file", top, "--yes")
	var met cli.Session
	anna.interactive = func(_ context.Context, s cli.Session) error { met = s; return nil }
	anna.does(0)
	if met.Hub == nil || met.Hub.User != "anna" || met.Hub.Computer != "computer of anna" {
		t.Fatalf("the hub is %+v, told is %q", met.Hub, met.Told)
	}
	ok(t, met.Hub.Is(ctx))
	if _, err := met.Hub.Store.Apply(ctx); err != nil {
		t.Error(err)
	}
	ok(t, met.Hub.Seen(ctx, "2026-11-25T09:30"))
	anna.says(0, []string{`"seen": "2026-11-25T09:30"`}, "team", "status", "--json")
	for _, args := range [][]string{{"--readonly"}, {"--file", filepath.Join(anna.folder, "other.db")}, {"demo"}} {
		if anna.does(0, args...); met.Hub != nil {
			t.Errorf("kwi %v is given a hub", args)
		}
	}
	ok(t, os.Remove(top))
	if anna.does(0); met.Hub != nil || met.Told == "" {
		t.Errorf("without the file of the password the hub is %+v, told is %q", met.Hub, met.Told)
	}
	anna.does(0, "team", "leave")
	if anna.does(0); met.Hub != nil || met.Told != "" {
		t.Errorf("after leaving the hub is %+v, told is %q", met.Hub, met.Told)
	}
}
