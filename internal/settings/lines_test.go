package settings

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestALineTellsWhereASettingComesFrom: from the file, or from what goes above it;
// what is left out is told too, and the password is no setting.
func TestALineTellsWhereASettingComesFrom(t *testing.T) {
	path := filepath.Join(t.TempDir(), "settings.json")
	if err := os.WriteFile(path, []byte(`{"me":{"name":"Joe"},"theme":"sepia","language":"en","mail":{"host":"a.example","user":"joe"}}`), 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := Read(path)
	if err != nil {
		t.Fatal(err)
	}
	env := map[string]string{"KWI_LANG": "nl", "KWI_MOUSE": "perhaps", "KWI_SMTP_HOST": "b.example", "KWI_SMTP_PASSWORD": "secret"}
	got := map[string]Line{}
	for _, l := range s.Lines(func(name string) string { return env[name] }) {
		got[l.Key] = l
		if l.Value == "secret" || l.Kept == "secret" {
			t.Errorf("the password is told: %+v", l)
		}
	}
	for _, want := range []Line{
		{Key: "me.name", Value: "Joe", Kept: "Joe", Source: InFile},
		{Key: "me.email"},
		{Key: "language", Choice: []string{"nl", "en"}, Value: "nl", Kept: "en", Source: InEnvironment, By: "KWI_LANG"},
		{Key: "theme", Choice: Themes(), Odd: "sepia"},
		{Key: "mouse", Choice: []string{On, Off}, Source: InEnvironment, By: "KWI_MOUSE", Odd: "perhaps"},
		{Key: "mail.host", Value: "b.example", Kept: "a.example", Source: InEnvironment, By: "KWI_SMTP_HOST"},
		{Key: "mail.user", Kept: "joe", Source: InEnvironment, By: "KWI_SMTP_HOST"},
	} {
		l := got[want.Key]
		if !slices.Equal(l.Choice, want.Choice) {
			t.Errorf("%s: choices %v", want.Key, l.Choice)
		}
		l.Choice, want.Choice = nil, nil
		if l.Key != want.Key || l.Value != want.Value || l.Kept != want.Kept || l.Source != want.Source || l.By != want.By || l.Odd != want.Odd {
			t.Errorf("%+v\nwant %+v", l, want)
		}
	}
}

// TestPutChangesOneSetting and no other, and refuses what it cannot be.
func TestPutChangesOneSetting(t *testing.T) {
	for _, key := range Keys() {
		var s Settings
		value := "x"
		for _, l := range s.Lines(func(string) string { return "" }) {
			if l.Key == key && l.Choice != nil {
				value = l.Choice[0]
			}
		}
		if key == "me.initials" {
			value = "JB"
		}
		if !s.Put(key, value) || s.Value(key) != value {
			t.Errorf("%s is %q", key, s.Value(key))
		}
		for _, other := range Keys() {
			if other != key && s.Value(other) != "" {
				t.Errorf("%s changed %s", key, other)
			}
		}
		if !s.Put(key, "") || s.Value(key) != "" {
			t.Errorf("%s is not taken away", key)
		}
	}
	var s Settings
	for _, no := range [][2]string{{"theme", "sepia"}, {"language", "xx"}, {"mouse", "yes"}, {"me.initials", "a b"}, {"mail.password", "x"}, {"", "x"}} {
		if s.Put(no[0], no[1]) {
			t.Errorf("%v is taken", no)
		}
	}
}
