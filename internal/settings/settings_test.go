package settings

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/fault"
)

var joe = account.User{Name: "Joe Bestseller", Initials: "JB", Email: "joe@bestseller.example", Function: "relatiemanager"}

func named(u account.User) func(*Settings) { return func(s *Settings) { s.Me = u } }

func TestWhoTheUserIsIsRemembered(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a", "b", "settings.json")
	if s, err := Read(path); err != nil || s.Me != (account.User{}) {
		t.Fatalf("%+v %v", s, err)
	}
	if err := Change(path, named(joe)); err != nil {
		t.Fatal(err)
	}
	if s, err := Read(path); err != nil || s.Me != joe {
		t.Errorf("%+v %v", s, err)
	}
	if about, err := os.Stat(path); err != nil || about.Mode().Perm() != 0o600 {
		t.Errorf("%v %v", about.Mode(), err)
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 1 {
		t.Errorf("%v", left)
	}
}

func TestUnknownKeysStayInTheirPlace(t *testing.T) {
	path := filepath.Join(t.TempDir(), "settings.json")
	before := "{\n  \"theme\": \"dark\",\n  \"me\": {\n    \"phone\": [1, 2],\n    \"email\": \"old@x.example\"\n  },\n  \"mail\": {\n    \"host\": \"mail.example\"\n  }\n}\n"
	if err := os.WriteFile(path, []byte(before), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Change(path, named(joe)); err != nil {
		t.Fatal(err)
	}
	after, _ := os.ReadFile(path)
	want := `{"theme":"dark","me":{"phone":[1,2],"email":"joe@bestseller.example","name":"JoeBestseller","initials":"JB","function":"relatiemanager"},"mail":{"host":"mail.example"}}`
	if got := strings.Join(strings.Fields(string(after)), ""); got != want {
		t.Errorf("got %s", got)
	}
}

func TestABrokenFileIsToldAndLeft(t *testing.T) {
	for _, broken := range []string{"", "x", "[]", "{", `{"me": 1}`, `{"me": {"name": 1}}`, `{"a": 1, "a": 2}`, "{} {}", `{"a":"` + strings.Repeat("x", mostBytes) + `"}`} {
		path := filepath.Join(t.TempDir(), "settings.json")
		if err := os.WriteFile(path, []byte(broken), 0o600); err != nil {
			t.Fatal(err)
		}
		if s, err := Read(path); !fault.Has(err, fault.BadSettings) || s.Me != (account.User{}) {
			t.Errorf("%.20q: %+v %v", broken, s, err)
		}
		if err := Change(path, named(joe)); !fault.Has(err, fault.BadSettings) {
			t.Errorf("%.20q: %v", broken, err)
		}
		if now, _ := os.ReadFile(path); string(now) != broken {
			t.Errorf("%.20q was changed", broken)
		}
	}
	if _, err := Read(t.TempDir()); !fault.Has(err, fault.BadSettings) {
		t.Errorf("a folder: %v", err)
	}
}

func TestAFileThatCannotBeWrittenIsTold(t *testing.T) {
	folder := t.TempDir()
	blocked := filepath.Join(folder, "file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"", filepath.Join(blocked, "settings.json")} {
		if err := Change(path, named(joe)); !fault.Has(err, fault.SettingsNotKept, fault.BadSettings) {
			t.Errorf("%q: %v", path, err)
		}
	}
}

func TestALinkedFileStaysLinked(t *testing.T) {
	folder := t.TempDir()
	real, link := filepath.Join(folder, "real.json"), filepath.Join(folder, "settings.json")
	if err := os.WriteFile(real, []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(real, link); err != nil {
		t.Skip(err)
	}
	if err := Change(link, named(joe)); err != nil {
		t.Fatal(err)
	}
	if to, err := os.Readlink(link); err != nil || to != real {
		t.Errorf("%q %v", to, err)
	}
	if s, err := Read(real); err != nil || s.Me != joe {
		t.Errorf("%+v %v", s, err)
	}
}

func TestTheEnvironmentGoesAbove(t *testing.T) {
	s := Settings{Me: joe}.Over(func(name string) string {
		return map[string]string{"KWI_ME_NAME": "Anna\x1b[31m  Bos\r\nBcc: x", "KWI_ME_INITIALS": "no initials"}[name]
	})
	if s.Me != (account.User{Name: "Anna[31m Bos Bcc: x", Email: joe.Email, Function: joe.Function}) {
		t.Errorf("%+v", s.Me)
	}
}

func TestPath(t *testing.T) {
	folder := func() (string, error) { return "/home/joe/.config", nil }
	none := func(string) string { return "" }
	if got := Path(none, folder); got != filepath.Join("/home/joe/.config", "kwi", "settings.json") {
		t.Error(got)
	}
	if got := Path(func(string) string { return "/tmp/x.json" }, folder); got != "/tmp/x.json" {
		t.Error(got)
	}
	if got := Path(none, nil); got != "" {
		t.Error(got)
	}
}

// TestWhatWasWrittenIsRead holds for whatever somebody is called.
func TestWhatWasWrittenIsRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		u := account.User{Name: rapid.String().Draw(t, "name"), Initials: account.Initials(rapid.StringN(0, 5, 20).Draw(t, "initials")),
			Email: rapid.String().Draw(t, "email"), Function: rapid.String().Draw(t, "function")}
		data, err := Settings{Me: u}.bytes()
		if err != nil {
			t.Fatal(err)
		}
		s, err := parseSettings(data)
		if err != nil || s.Me != Clean(u) || Clean(s.Me) != s.Me {
			t.Fatalf("%+v became %+v: %v", u, s.Me, err)
		}
	})
}
