package main

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"kwi/internal/account"
	"kwi/internal/cli"
	"kwi/internal/desk"
	"kwi/internal/lang"
	"kwi/internal/language"
	"kwi/internal/settings"
	"kwi/store"
	"kwi/ui"
	"kwi/ui/drive"
	"kwi/ui/theme"
)

// atLaptop is a window on a file of settings, as the program begins it.
func atLaptop(t *testing.T, s store.Store, path string, env map[string]string, change func(*cli.Session)) *drive.Driver {
	t.Helper()
	getenv := func(name string) string { return env[name] }
	file, _ := settings.Read(path)
	session := cli.Session{
		Desk: desk.New(s, nonce), Words: lang.For("en"), Settings: file.Over(getenv), Environ: getenv, Kept: path,
		Reread:   func() (settings.Settings, error) { return settings.Read(path) },
		Remember: func(change func(*settings.Settings)) error { return settings.Change(path, change) },
	}
	session.Getenv = session.Settings.Getenv(getenv)
	if change != nil {
		change(&session)
	}
	c, err := config(context.Background(), session)
	if err != nil {
		t.Fatal(err)
	}
	c.Now = func() time.Time { return day }
	if !c.Themed {
		c.Theme = theme.Dark()
	}
	return drive.New(t, c, 120, 40)
}

func fileOf(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "settings.json")
	if text != "" {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return path
}

func readFile(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// rowOf is the row of the screen that begins with a label.
func rowOf(t *testing.T, d *drive.Driver, label string) string {
	t.Helper()
	for _, line := range strings.Split(d.Screen(), "\n") {
		if strings.HasPrefix(strings.TrimLeft(line, " ▸"), label) {
			return line
		}
	}
	t.Fatalf("no row %s:\n%s", label, d.Screen())
	return ""
}

// TestEverySettingHasARow on the screen, with a name and what it does, in each
// language; and a line in the README.
func TestEverySettingHasARow(t *testing.T) {
	readme := readFile(t, "../../README.md")
	for _, tag := range language.Tags() {
		d := atLaptop(t, stocked(t), fileOf(t, ""), nil, func(s *cli.Session) { s.Words = lang.For(tag) })
		d.Press(",")
		for _, key := range settings.Keys() {
			w := lang.For(tag)
			if !w.Has("settings.name."+key) || !w.Has("settings.does."+key) {
				t.Errorf("%s has no name, or nothing tells what it does", key)
				continue
			}
			row := rowOf(t, d, w.T("settings.name."+key)+" ")
			if !strings.Contains(row, w.T("settings.does."+key)) {
				t.Errorf("%s: what %s does is not read whole:\n%s", tag, key, row)
			}
		}
	}
	for _, key := range settings.Keys() {
		section, name, in := strings.Cut(key, ".")
		if !in {
			name = section
		}
		if !strings.Contains(readme, "`"+name+"`") {
			t.Errorf("README does not tell of %s", key)
		}
	}
}

// TestASettingIsChangedWhereItStands: it holds at once, stands in the file, and is
// taken back; nothing else in the file changes.
func TestASettingIsChangedWhereItStands(t *testing.T) {
	path := fileOf(t, `{"later":1,"me":{"name":"Joe"},"language":"en"}`)
	d := atLaptop(t, stocked(t), path, nil, nil)
	d.Press(",")
	d.See("Settings", "remembers them in "+path)
	if row := rowOf(t, d, "Name "); !strings.Contains(row, "Joe") || !strings.Contains(row, "file") {
		t.Error(row)
	}
	d.Press("enter", "ctrl+u")
	d.Type("Jo Best")
	d.Press("enter")
	d.Type("jb")
	d.Press("enter", "esc")
	if now := readFile(t, path); !strings.Contains(now, `"Jo Best"`) || !strings.Contains(now, `"JB"`) || !strings.Contains(now, `"later": 1`) {
		t.Error(now)
	}
	d.Press("down", "down", "enter") // the language: from English to that of the system
	d.See("Instellingen")
	if now := readFile(t, path); !strings.Contains(now, `"language": ""`) {
		t.Error(now)
	}
	d.Press("ctrl+z")
	d.See("Settings")
	if now := readFile(t, path); !strings.Contains(now, `"language": "en"`) {
		t.Error(now)
	}
	d.Press("ctrl+y")
	d.See("Instellingen")
	d.Press("ctrl+z", "ctrl+z", "ctrl+z")
	if now := readFile(t, path); !strings.Contains(now, `"Joe"`) || strings.Contains(now, `"JB"`) {
		t.Error(now)
	}
	d.Press("ctrl+z")
	d.See("Nothing was changed here since you came in")
	d.Press("esc")
	d.See("1 client")
}

// TestEscLeadsBackFromTheSettings to where one was, with the client in hand.
func TestEscLeadsBackFromTheSettings(t *testing.T) {
	d := atLaptop(t, stocked(t), fileOf(t, ""), nil, nil)
	d.Press("enter", "8")
	before := d.Screen()
	d.Press(",")
	d.See("Settings")
	d.Press("esc")
	if d.Screen() != before {
		t.Errorf("not where one was:\n%s", d.Screen())
	}
}

// TestASettingHoldsAtOnce in the window in which it was chosen.
func TestASettingHoldsAtOnce(t *testing.T) {
	path := fileOf(t, `{"me":{"name":"Joe","email":"joe@bestseller.example"}}`)
	s := stocked(t)
	d := atLaptop(t, s, path, nil, nil)
	choose := func(label string, times int) {
		d.Press(",", "home")
		for !strings.HasPrefix(strings.TrimLeft(rowOf(t, d, label), " "), "▸") {
			d.Press("down")
		}
		for range times {
			d.Press("right")
		}
	}
	dark := d.Styled()
	choose("Colours", 2) // as the terminal, dark, light
	d.Press("esc")
	if d.Styled() == dark {
		t.Error("the colours are what they were")
	}
	choose("Lists go to", 0)
	d.Press("enter", "ctrl+u")
	d.Type("/tmp/elsewhere")
	d.Press("enter", "esc", "esc", "enter", "6", "w")
	d.See("/tmp/elsewhere")
	d.Press("esc", "m")
	d.Miss("elsewhere", "mail.example")
	choose("Server", 0)
	d.Press("enter")
	d.Type("mail.example")
	d.Press("enter", "esc", "esc", "m")
	d.See("mail.example")
	if now, err := settings.Read(path); err != nil || now.Theme != "light" || now.Lists != "/tmp/elsewhere" || now.Mail.Host != "mail.example" {
		t.Errorf("%+v %v", now, err)
	}
}

// TestWhatTheEnvironmentSaysIsNotChangedHere, and what an option of the command
// says holds until it is.
func TestWhatTheEnvironmentSaysIsNotChangedHere(t *testing.T) {
	path := fileOf(t, `{"theme":"sepia","mouse":"on","language":"nl"}`)
	env := map[string]string{"KWI_MOUSE": "off", "KWI_SMTP_HOST": "mail.example", "KWI_SMTP_PASSWORD": "geheim", "NO_COLOR": "yes"}
	d := atLaptop(t, stocked(t), path, env, func(s *cli.Session) { s.Speaks = "en" })
	d.Press(",")
	for label, want := range map[string][]string{
		"Mouse ": {"off", "environment"}, "Server ": {"mail.example", "environment"}, "Port ": {"587", "environment"}, "Colours ": {"without colour", "environment"},
		"Language ": {"English", "option"}, "Wisdom ": {"on", "by itself"}, "Sender ": {"–", "environment"},
	} {
		for _, word := range want {
			if row := rowOf(t, d, label); !strings.Contains(row, word) {
				t.Errorf("%q is not in %s", word, row)
			}
		}
	}
	d.See("comes from KWI_SMTP_PASSWORD")
	d.Miss("geheim")
	before := readFile(t, path)
	for _, label := range []string{"Mouse ", "Colours ", "Server ", "Sender "} {
		d.Press("home")
		for !strings.HasPrefix(strings.TrimLeft(rowOf(t, d, label), " "), "▸") {
			d.Press("down")
		}
		d.Press("enter")
		d.See("in the environment, which goes above the file")
		d.Type("x")
		d.Press("right", "enter")
	}
	if now := readFile(t, path); now != before {
		t.Errorf("the file changed: %s", now)
	}
	d.Press("home", "down", "down", "down", "down")
	d.See("the option --lang holds")
	d.Press("right", "right") // of the system, nl
	d.See("Instellingen")
	if row := rowOf(t, d, "Taal "); !strings.Contains(row, "bestand") {
		t.Error(row)
	}
	if now := readFile(t, path); strings.Contains(now, "geheim") || !strings.Contains(now, `"theme": "sepia"`) {
		t.Error(now)
	}
}

// TestBadSettingsAreSaidInPlainWords: a value that cannot be, a file that cannot be
// read, and one that cannot be written.
func TestBadSettingsAreSaidInPlainWords(t *testing.T) {
	path := fileOf(t, "")
	d := atLaptop(t, stocked(t), path, nil, nil)
	for _, bad := range [][3]string{
		{"Initials", "a b c", "Initials are at most four letters"}, {"E-mail address", "joe", "This is not a mail address"},
		{"Server", "a b", "This is not a server"}, {"Port", "smtp", "A port is a number"}, {"Port", "70000", "A port is a number"}, {"Sender", "joe", "This is not a mail address"},
	} {
		d.Press(",", "home")
		for range 40 { // what is further down comes into view on the way
			if strings.Contains(d.Screen(), "▸ "+bad[0]) {
				break
			}
			d.Press("down")
		}
		d.Press("enter", "ctrl+u")
		d.Type(bad[1])
		d.Press("enter")
		d.See(bad[2])
		d.Press("ctrl+u", "esc", "esc", "esc")
	}
	if _, err := os.Stat(path); err == nil && strings.TrimSpace(readFile(t, path)) != "{}" {
		t.Errorf("kept: %s", readFile(t, path))
	}

	broken := fileOf(t, `{"theme": `)
	d = atLaptop(t, stocked(t), broken, nil, nil)
	d.Press(",")
	d.See("cannot be read", broken)
	d.Press("enter")
	d.See("Mend or remove it")
	if readFile(t, broken) != `{"theme": ` {
		t.Error("the file that cannot be read was written over")
	}
	if err := os.WriteFile(broken, []byte(`{"me":{"name":"Mended"}}`), 0o600); err != nil {
		t.Fatal(err)
	}
	d.Beat(1)
	d.See("Mended")

	full := fileOf(t, `{}`)
	d = atLaptop(t, stocked(t), full, nil, func(s *cli.Session) {
		s.Remember = func(func(*settings.Settings)) error { return settings.Change("", func(*settings.Settings) {}) }
	})
	d.Press(",", "down", "down", "down", "down", "down", "down", "right") // the mouse
	d.See("it holds until you quit kwi")
	d.Beat(2)
	if row := rowOf(t, d, "Mouse "); !strings.Contains(row, "off") || !strings.Contains(row, "this window") {
		t.Error(row)
	}
}

// TestTwoWindowsOnTheSettings: each sees what the other wrote, and neither undoes
// it.
func TestTwoWindowsOnTheSettings(t *testing.T) {
	path := fileOf(t, `{"me":{"name":"Joe"}}`)
	s := stocked(t)
	one, other := atLaptop(t, s, path, nil, nil), atLaptop(t, s, path, nil, nil)
	one.Press(",", "enter", "ctrl+u")
	one.Type("One")
	one.Press("enter", "esc")
	other.Press(",")
	other.See("One")
	other.Press("down", "down", "enter")
	other.Type("joe@bestseller.example")
	other.Press("enter", "esc")
	one.Beat(1)
	one.See("joe@bestseller.example")
	other.Press("home", "enter", "ctrl+u")
	other.Type("Other")
	other.Press("enter", "esc")
	one.Beat(1)
	one.Press("ctrl+z")
	one.See("Another window changed this meanwhile")
	if now, _ := settings.Read(path); now.Me.Name != "Other" || now.Me.Email != "joe@bestseller.example" {
		t.Errorf("%+v", now.Me)
	}
}

// TestSettingsAreNotForTheClient: no key, name or place leads to them while the
// client watches.
func TestSettingsAreNotForTheClient(t *testing.T) {
	path := fileOf(t, `{"me":{"name":"Joe Secret"},"mail":{"host":"mail.hidden.example"}}`)
	d := atLaptop(t, stocked(t), path, nil, nil)
	d.Press("enter", "M", "enter")
	for _, keys := range [][]string{{","}, {"alt+,"}, {":"}} {
		d.Press(keys...)
		d.Miss("Settings", "Secret", "hidden")
	}
	d.Type("sett")
	d.Miss("Settings", "hidden")
	d.Press("enter")
	d.Miss("hidden")
}

// TestSettingsOfTheExampleLast until it is closed, and change no file.
func TestSettingsOfTheExampleLast(t *testing.T) {
	d := atLaptop(t, stocked(t), "", nil, func(s *cli.Session) {
		s.Remember, s.Reread, s.Settings.Me = nil, nil, account.User{Name: "Example"}
	})
	d.Press(",")
	d.See("until you close it", "Example")
	d.Press("enter", "ctrl+u")
	d.Type("Somebody")
	d.Press("enter", "esc")
	d.Beat(2)
	d.See("Somebody")
}

// TestSettingsBehindThePalette are still there too, and whoever turns one with a
// key sees that on the screen.
func TestSettingsBehindThePalette(t *testing.T) {
	path := fileOf(t, "")
	d := atLaptop(t, stocked(t), path, nil, nil)
	for _, names := range [][]string{{"grades wait for enter", "Grades go on"}, {"no more sayings", "Wisdom"}} {
		d.Press(":")
		d.Type(names[0])
		d.Press("enter", ",")
		d.Beat(1)
		if row := rowOf(t, d, names[1]+" "); !strings.Contains(row, "off") || !strings.Contains(row, "file") {
			t.Error(row)
		}
		d.Press("esc")
	}
	d.Press(",", "L")
	d.Beat(1)
	if row := rowOf(t, d, "Taal "); !strings.Contains(row, "Nederlands") || !strings.Contains(row, "bestand") {
		t.Error(row)
	}
	entries := places(sources{})
	if !slices.ContainsFunc(entries, func(e ui.Entry) bool { return e.Settings && !e.Together }) {
		t.Error("there is no such place")
	}
}
