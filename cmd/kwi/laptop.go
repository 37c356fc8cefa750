package main

import (
	"cmp"
	"os"
	"strconv"
	"sync"

	"kwi/internal/account"
	"kwi/internal/cli"
	"kwi/internal/post"
	"kwi/internal/settings"
	"kwi/ui"
	"kwi/ui/kit"
)

// laptop is what this laptop remembers, for one window: read and changed by its
// commands, one at a time, and asked for a mail server by whoever sends.
type laptop struct {
	session cli.Session
	lock    sync.Mutex
	file    settings.Settings // as they were read or changed last
	wrong   error             // why they cannot be read
	spoke   bool              // a language was chosen, and the option of the command holds no longer
}

func remembering(s cli.Session) *laptop {
	l := &laptop{session: s, file: s.Settings}
	if s.Reread != nil {
		l.file, l.wrong = s.Reread()
	}
	return l
}

// room is how a window reads and keeps them.
func (l *laptop) room() ui.Settings { return ui.Settings{Now: l.now(), Read: l.now, Keep: l.put} }

// keep changes them in the file, or where there is none for as long as the
// program runs.
func (l *laptop) keep(change func(*settings.Settings)) error {
	l.lock.Lock()
	defer l.lock.Unlock()
	if l.session.Remember == nil {
		change(&l.file)
		return nil
	}
	return l.session.Remember(change)
}

// put changes one of them.
func (l *laptop) put(c kit.SettingChange) error {
	err := l.keep(func(s *settings.Settings) { s.Put(c.Key, c.Value) })
	l.lock.Lock()
	defer l.lock.Unlock()
	l.spoke = l.spoke || c.Key == "language"
	return err
}

// getenv is the environment with the settings below it as they are now.
func (l *laptop) getenv(name string) string {
	l.lock.Lock()
	file := l.file
	l.lock.Unlock()
	return file.Getenv(l.environ)(name)
}

func (l *laptop) environ(name string) string {
	if l.session.Environ == nil {
		return ""
	}
	return l.session.Environ(name)
}

// now reads them as they stand, with what goes above the file.
func (l *laptop) now() kit.Settings {
	l.lock.Lock()
	defer l.lock.Unlock()
	if l.session.Reread != nil {
		l.file, l.wrong = l.session.Reread()
	}
	k := kit.Settings{File: l.session.Kept, Lasts: l.session.Remember == nil && l.session.Reread == nil, Secret: l.environ("KWI_SMTP_PASSWORD") != "", Wrong: l.wrong}
	for _, line := range l.file.Lines(l.environ) {
		one := kit.Setting{
			Key: line.Key, Choice: line.Choice, Value: line.Value, Kept: line.Kept, Default: l.unset(line.Key),
			Source: settingSources[line.Source], By: line.By, Odd: line.Odd,
		}
		switch {
		case line.Key == "language" && l.session.Speaks != "" && !l.spoke:
			one.Value, one.Source, one.By = l.session.Speaks, kit.InOption, "--lang"
		case line.Key == "accessible" && l.session.Lined != "" && line.Value == "":
			one.Value, one.Source, one.By = settings.On, kit.InEnvironment, l.session.Lined
		case line.Key == "theme" && uncoloured(l.environ) != "":
			one.Value, one.Source, one.By = "mono", kit.InEnvironment, uncoloured(l.environ)
		}
		k.Lines = append(k.Lines, one)
	}
	return k
}

// settingSources are the sources of a setting, as a screen knows them.
var settingSources = map[settings.Source]kit.SettingSource{
	settings.Unset: kit.Unset, settings.InFile: kit.InFile, settings.InEnvironment: kit.InEnvironment, settings.InOption: kit.InOption,
}

// unset is what holds where nobody says what a setting is.
func (l *laptop) unset(key string) string {
	switch key {
	case "language":
		return cli.OfSystem(l.environ).Tag()
	case "mouse", "gradesGoOn", "wisdoms":
		return settings.On
	case "accessible":
		return settings.Off
	case "lists":
		return documents(userHome())
	case "mail.port":
		return strconv.Itoa(post.Submission)
	}
	return ""
}

// userHome is the folder of the user, "" where there is none.
func userHome() string {
	home, _ := os.UserHomeDir()
	return home
}

// fits reports whether a setting can have a value: what letters and the server
// would refuse later is refused at once.
func fits(key, value string) bool {
	var s settings.Settings
	if !s.Put(key, value) || s.Value(key) != value {
		return false
	}
	if key == "me.email" {
		return account.ValidEmail(value)
	}
	s.Mail.Host = cmp.Or(s.Mail.Host, "mail.example")
	_, _, err := post.ServerFrom(s.Getenv(func(string) string { return "" }), post.Address{Email: "me@example.com"})
	return err == nil
}
