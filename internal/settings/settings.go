// Package settings is what the program remembers on this laptop beside the
// data file: who the user is, in which language and theme they read, whether
// the mouse is listened to, whether grades go on by themselves, whether a
// wisdom stands where the work begins, whether it tells and asks in lines, whether the first start was gone through
// and the tour of the example came by itself, where lists were written, where the passphrase of the data file stands and
// after how long it is asked again, the mail server without its password, and the way to the hub of a team without its
// password. They stand in a small JSON
// file in the user's folder for settings, which only the user may read. What
// stands in the environment goes above the file, and an option of a command
// above both.
//
// To add a setting: a field of Settings and a line in table. Keys keep their
// order in the file, and what a later version wrote is kept.
//
// It knows the domain and the faults, and must not know a screen, a command
// or the store. A file that cannot be read or written is told, and never
// keeps anybody from working.
package settings

import (
	"encoding/json"
	"slices"
	"strings"
	"unicode/utf8"

	"kwi/internal/account"
	"kwi/internal/language"
	"kwi/internal/text"
)

// Settings are all that is remembered. The zero value is nothing yet: then the
// system chooses.
type Settings struct {
	Me       account.User
	Language string // the tag of one of the languages
	Theme    string // one of Themes; "" follows the terminal's ground
	Mouse    string // Off, or listened to
	Grades   string // Off where a grade waits for enter; else it goes on by itself
	Wisdoms  string // Off where no wisdom stands where the work begins
	// Accessible is On where the interface tells and asks in lines, for who listens to
	// the screen.
	Accessible string
	Welcomed   string // On where the first start was gone through
	Toured     string // On where the tour of the example came by itself
	Lists      string // the folder that lists were written to last
	Returns    string // the folder in which lists that come back are looked for first
	Mail       Mail
	// PassphraseFile is where the passphrase of the data file stands, IdleLock after how
	// many minutes without a key a locked one is covered; "" is never.
	PassphraseFile, IdleLock string
	Hub                      Hub

	document document // as it stood in the file
}

// Mail is the mail server, each as it is written in the environment. Its
// password stands there only: no file of ours holds it.
type Mail struct{ Host, Port, User, From string }

// Hub is the way to the hub of a team, without the password. Endpoints are divided
// by spaces; the others but Prefix and User are paths of files.
type Hub struct{ Endpoints, Prefix, User, PasswordFile, CA, Certificate, Key string }

// Off is what is not wished for, On what is.
const (
	Off = "off"
	On  = "on"
)

// Themes are those that can be chosen.
func Themes() []string { return []string{"dark", "light", "contrast", "ansi", "mono"} }

// IdleMinutes are the minutes without a key after which a locked file can be covered.
func IdleMinutes() []string { return []string{"2", "5", "10", "30"} }

// setting is one key of the file, the name in the environment that goes above
// it, and the field that it stands for. What fits is nil takes any line.
type setting struct {
	section, key string // section "": at the top of the file
	variable     string
	value        *string
	fits         func(string) bool
}

// The sections of the file.
const (
	userSection = "me"
	mailSection = "mail"
	hubSection  = "hub"
)

// hostVariable names a mail server in the environment: then the file's is left
// out as a whole.
const hostVariable = "KWI_SMTP_HOST"

// table lists the settings in the order in which a new file has them.
func (s *Settings) table() []setting {
	return append(userSettings(&s.Me),
		setting{"", "language", "KWI_LANG", &s.Language, language.Known},
		setting{"", "theme", "KWI_THEME", &s.Theme, func(v string) bool { return slices.Contains(Themes(), v) }},
		setting{"", "mouse", "KWI_MOUSE", &s.Mouse, isSwitch},
		setting{"", "gradesGoOn", "KWI_GRADES_GO_ON", &s.Grades, isSwitch},
		setting{"", "wisdoms", "KWI_WISDOMS", &s.Wisdoms, isSwitch},
		setting{"", "accessible", "KWI_ACCESSIBLE", &s.Accessible, isSwitch},
		setting{"", welcomed, "KWI_WELCOMED", &s.Welcomed, isSwitch},
		setting{"", toured, "KWI_TOURED", &s.Toured, isSwitch},
		setting{"", "lists", "KWI_LISTS", &s.Lists, nil},
		setting{"", "returns", "KWI_RETURNS", &s.Returns, nil},
		setting{"", "passphraseFile", "KWI_PASSPHRASE_FILE", &s.PassphraseFile, nil},
		setting{"", "idleLock", "KWI_IDLE_LOCK", &s.IdleLock, func(v string) bool { return slices.Contains(IdleMinutes(), v) }},
		setting{mailSection, "host", hostVariable, &s.Mail.Host, nil},
		setting{mailSection, "port", "KWI_SMTP_PORT", &s.Mail.Port, nil},
		setting{mailSection, "user", "KWI_SMTP_USER", &s.Mail.User, nil},
		setting{mailSection, "from", "KWI_SMTP_FROM", &s.Mail.From, nil},
		setting{hubSection, "endpoints", "KWI_HUB_ENDPOINTS", &s.Hub.Endpoints, nil},
		setting{hubSection, "prefix", "KWI_HUB_PREFIX", &s.Hub.Prefix, nil},
		setting{hubSection, "user", "KWI_HUB_USER", &s.Hub.User, nil},
		setting{hubSection, "passwordFile", "KWI_HUB_PASSWORD_FILE", &s.Hub.PasswordFile, nil},
		setting{hubSection, "ca", "KWI_HUB_CA", &s.Hub.CA, nil},
		setting{hubSection, "certificate", "KWI_HUB_CERTIFICATE", &s.Hub.Certificate, nil},
		setting{hubSection, "key", "KWI_HUB_KEY", &s.Hub.Key, nil},
	)
}

func isSwitch(v string) bool { return v == On || v == Off }

func userSettings(u *account.User) []setting {
	return []setting{
		{userSection, "name", "KWI_ME_NAME", &u.Name, nil},
		{userSection, "initials", "KWI_ME_INITIALS", (*string)(&u.Initials), account.ValidInitials},
		{userSection, "email", "KWI_ME_EMAIL", &u.Email, nil},
		{userSection, "function", "KWI_ME_FUNCTION", &u.Function, nil},
	}
}

// clean is a value as it may stand on a screen and in a letter: one line that
// steers nothing. What does not fit falls away.
func (k setting) clean() string {
	v := cleanSetting(*k.value)
	if k.fits != nil && !k.fits(v) {
		return ""
	}
	return v
}

func cleanAll(all []setting) {
	for _, k := range all {
		*k.value = k.clean()
	}
}

// parseSettings reads a file of settings.
func parseSettings(data []byte) (Settings, error) {
	var s Settings
	if err := json.Unmarshal(data, &s.document); err != nil {
		return Settings{}, err
	}
	for _, k := range s.table() {
		in, err := s.document.section(k.section)
		if err != nil {
			return Settings{}, err
		}
		if raw, ok := in.get(k.key); ok {
			if err := json.Unmarshal(raw, k.value); err != nil {
				return Settings{}, err
			}
		}
	}
	cleanAll(s.table())
	return s, nil
}

// bytes is the file that holds these settings. What did not change is written
// as it stood.
func (s Settings) bytes() ([]byte, error) {
	var was Settings
	if s.document != nil {
		stood, err := s.document.MarshalJSON()
		if err != nil {
			return nil, err
		}
		if was, err = parseSettings(stood); err != nil {
			return nil, err
		}
	}
	all, before := s.document.clone(), was.table()
	for i, k := range s.table() {
		now := k.clean()
		if now == *before[i].value {
			continue
		}
		in, err := all.section(k.section)
		if err != nil {
			return nil, err
		}
		if err := in.put(k.key, now); err != nil {
			return nil, err
		}
		if k.section == "" {
			all = in
		} else if err := all.put(k.section, in); err != nil {
			return nil, err
		}
	}
	data, err := json.MarshalIndent(all, "", "  ")
	return append(data, '\n'), err
}

// Over puts what stands in the environment above the settings.
func (s Settings) Over(getenv func(string) string) Settings {
	if strings.TrimSpace(getenv(hostVariable)) != "" {
		s.Mail = Mail{}
	}
	for _, k := range s.table() {
		if said := getenv(k.variable); said != "" {
			*k.value = said
		}
		*k.value = k.clean()
	}
	return s
}

// Getenv is the environment with the settings below it: what a setting has
// stands under its name, and all else as it is.
func (s Settings) Getenv(getenv func(string) string) func(string) string {
	over, values := s.Over(getenv), map[string]string{}
	for _, k := range over.table() {
		values[k.variable] = *k.value
	}
	return func(name string) string {
		if v := getenv(name); v != "" {
			return v
		}
		return values[name]
	}
}

// mostCharacters is how many characters a setting may have.
const mostCharacters = 200

// Fits reports whether a value can be remembered as it is.
func Fits(value string) bool { return cleanSetting(value) == value }

// Clean is a user as one may stand on a screen and in a letter.
func Clean(u account.User) account.User {
	cleanAll(userSettings(&u))
	return u
}

func cleanSetting(s string) string {
	s, _ = text.Clean(s)
	if s = text.Line(s); utf8.RuneCountInString(s) > mostCharacters {
		s = text.Line(string([]rune(s)[:mostCharacters]))
	}
	return s
}
