package settings

import (
	"os"
	"path/filepath"
	"testing"
)

// TestEverySettingIsRememberedAndOverruled walks the table, so that a new
// setting is tried too.
func TestEverySettingIsRememberedAndOverruled(t *testing.T) {
	values := map[string][2]string{"language": {"en", "nl"}, "theme": {"light", "mono"}, "mouse": {"off", "on"}, "gradesGoOn": {"off", "on"}, "wisdoms": {"off", "on"}, "accessible": {"on", "off"}, "welcomed": {"on", "off"}, "toured": {"on", "off"}, "initials": {"JB", "AB"}, "idleLock": {"5", "10"}}
	for i, k := range new(Settings).table() {
		v, ok := values[k.key]
		if !ok {
			v = [2]string{"one " + k.key, "other " + k.key}
		}
		path := filepath.Join(t.TempDir(), "settings.json")
		if err := Change(path, func(s *Settings) { *s.table()[i].value = v[0] }); err != nil {
			t.Fatal(err)
		}
		s, err := Read(path)
		if err != nil || *s.table()[i].value != v[0] {
			t.Errorf("%s: %q %v", k.key, *s.table()[i].value, err)
		}
		for j, other := range s.table() {
			if j != i && *other.value != "" {
				t.Errorf("%s wrote %s too", k.key, other.key)
			}
		}
		none := func(string) string { return "" }
		env := func(name string) string {
			if name == k.variable {
				return v[1]
			}
			return ""
		}
		if got := s.Getenv(none)(k.variable); got != v[0] {
			t.Errorf("%s: %q below an empty environment", k.variable, got)
		}
		over := s.Over(env)
		if got := s.Getenv(env)(k.variable); got != v[1] || *over.table()[i].value != v[1] {
			t.Errorf("%s: %q, %q", k.variable, got, *over.table()[i].value)
		}
	}
}

func TestAServerInTheEnvironmentIsAllOfIt(t *testing.T) {
	s := Settings{Mail: Mail{Host: "mail.example", Port: "465", User: "joe", From: "joe@x.example"}}
	get := s.Getenv(func(name string) string { return map[string]string{"KWI_SMTP_HOST": "other.example"}[name] })
	if get("KWI_SMTP_HOST") != "other.example" || get("KWI_SMTP_PORT")+get("KWI_SMTP_USER")+get("KWI_SMTP_FROM") != "" {
		t.Error("two servers were mixed")
	}
	if get = s.Getenv(func(string) string { return "" }); get("KWI_SMTP_USER") != "joe" || get("KWI_SMTP_PASSWORD") != "" || get("HOME") != "" {
		t.Error("the file's server is not there, or something else is")
	}
}

// TestWhatIsNotUnderstoodStaysInTheFile: a theme of a later version falls away
// here and is still there for it.
func TestWhatIsNotUnderstoodStaysInTheFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "settings.json")
	if err := os.WriteFile(path, []byte(`{"theme": "sepia", "language": "xx"}`), 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := Read(path)
	if err != nil || s.Theme != "" || s.Language != "" {
		t.Errorf("%+v %v", s, err)
	}
	if err := Change(path, func(s *Settings) { s.Language = "en" }); err != nil {
		t.Fatal(err)
	}
	want := "{\n  \"theme\": \"sepia\",\n  \"language\": \"en\"\n}\n"
	if now, _ := os.ReadFile(path); string(now) != want {
		t.Errorf("%s", now)
	}
}
