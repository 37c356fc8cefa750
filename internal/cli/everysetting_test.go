package cli

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kwi/internal/settings"
)

// TestEverySettingReachesEveryWayIn: what this laptop remembers holds wherever the program
// begins, and the names in the environment go above it there too. In the example the user is who works in it.
func TestEverySettingReachesEveryWayIn(t *testing.T) {
	b := brokenAt(t)
	own := filepath.Join(t.TempDir(), "settings.json")
	value := func(key, usual, other string) string {
		switch key {
		case "language":
			return other
		case "theme":
			return "contrast"
		case "me.initials":
			return "JB"
		case "mail.port":
			return "2525"
		case "idleLock":
			return settings.IdleMinutes()[len(settings.IdleMinutes())-1]
		}
		for _, l := range (settings.Settings{}).Lines(func(string) string { return "" }) {
			if l.Key == key && l.Choice != nil {
				return settings.On
			}
		}
		return usual
	}
	if err := settings.Change(own, func(s *settings.Settings) {
		for _, key := range settings.Keys() {
			if !s.Put(key, value(key, "kept@host.example", "en")) {
				t.Errorf("%s cannot be that", key)
			}
		}
	}); err != nil {
		t.Fatal(err)
	}
	said := map[string]string{"KWI_FILE": b.path, "KWI_SETTINGS": own}
	b.env.Getenv = func(name string) string { return said[name] }
	var met Session
	b.env.Interactive = func(_ context.Context, s Session) error { met = s; return nil }
	b.env.Show = func(_ context.Context, s Session, _ View) (string, error) { met = s; return "", nil }
	for _, args := range [][]string{nil, {"--client", "newmedia"}, {"demo"}, {"show", "portfolio"}} {
		met = Session{}
		if code := Run(t.Context(), b.env, args); code != 0 {
			t.Fatalf("kwi %v: exit status %d, %s", args, code, b.said)
		}
		for _, l := range met.Settings.Lines(func(string) string { return "" }) {
			if want := value(l.Key, "kept@host.example", "en"); l.Value != want && !(met.IsExample && strings.HasPrefix(l.Key, "me.")) {
				t.Errorf("kwi %v: %s is %q, not %q", args, l.Key, l.Value, want)
			}
		}
		if met.Words.Tag() != "en" || !met.InLines || met.Getenv("KWI_SMTP_HOST") != "kept@host.example" {
			t.Errorf("kwi %v: language %s, in lines %t, server %q", args, met.Words.Tag(), met.InLines, met.Getenv("KWI_SMTP_HOST"))
		}
	}
	for i, name := range settings.Variables() {
		said[name] = value(settings.Keys()[i], "said@host.example", "nl")
	}
	for _, args := range [][]string{nil, {"demo"}, {"show", "portfolio"}} {
		if code := Run(t.Context(), b.env, args); code != 0 {
			t.Fatalf("kwi %v: exit status %d, %s", args, code, b.said)
		}
		for _, l := range met.Settings.Lines(func(string) string { return "" }) {
			if want := value(l.Key, "said@host.example", "nl"); l.Value != want && !(met.IsExample && strings.HasPrefix(l.Key, "me.")) {
				t.Errorf("kwi %v: %s is %q above the file, not %q", args, l.Key, l.Value, want)
			}
		}
	}
	if _, err := os.Stat(own); err != nil {
		t.Error(err)
	}
}
