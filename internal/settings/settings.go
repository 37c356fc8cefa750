// Package settings is what the program remembers on this laptop beside the
// data file: who the user is. They stand in a small JSON file in the user's
// folder for settings, which only the user may read. What stands in the
// environment goes above the file, and an option of a command above both.
//
// To add a setting: a field of Settings, a line in known and, where the
// environment may say otherwise, in Over. Keys keep their order in the file,
// and those that a later version wrote are kept.
//
// It knows the domain and the faults, and must not know a screen, a command
// or the store. A file that cannot be read or written is told, and never
// keeps anybody from working.
package settings

import (
	"encoding/json"
	"unicode/utf8"

	"kwi/internal/account"
	"kwi/internal/text"
)

// Settings are all that is remembered. The zero value is nothing yet.
type Settings struct {
	Me account.User

	document document // as it stood in the file
}

// setting is one key of the file and the field that it stands for.
type setting struct {
	key   string
	value *string
}

// userSettings are the keys of the user in the order in which a new file has them.
func userSettings(u *account.User) []setting {
	return []setting{{"name", &u.Name}, {"initials", (*string)(&u.Initials)}, {"email", &u.Email}, {"function", &u.Function}}
}

// userKey is the key under which the user stands.
const userKey = "me"

// parseSettings reads a file of settings.
func parseSettings(data []byte) (Settings, error) {
	var s Settings
	if err := json.Unmarshal(data, &s.document); err != nil {
		return Settings{}, err
	}
	var user document
	if raw, ok := s.document.get(userKey); ok {
		if err := json.Unmarshal(raw, &user); err != nil {
			return Settings{}, err
		}
	}
	for _, k := range userSettings(&s.Me) {
		if raw, ok := user.get(k.key); ok {
			if err := json.Unmarshal(raw, k.value); err != nil {
				return Settings{}, err
			}
		}
	}
	s.Me = Clean(s.Me)
	return s, nil
}

// bytes is the file that holds these settings.
func (s Settings) bytes() ([]byte, error) {
	all := s.document.clone()
	var user document
	if raw, ok := all.get(userKey); ok {
		_ = json.Unmarshal(raw, &user) // it was read before
	}
	u := Clean(s.Me)
	for _, k := range userSettings(&u) {
		if err := user.put(k.key, *k.value); err != nil {
			return nil, err
		}
	}
	if err := all.put(userKey, user); err != nil {
		return nil, err
	}
	data, err := json.MarshalIndent(all, "", "  ")
	return append(data, '\n'), err
}

// The names in the environment that say who the user is.
const (
	nameVariable     = "KWI_ME_NAME"
	initialsVariable = "KWI_ME_INITIALS"
	emailVariable    = "KWI_ME_EMAIL"
	functionVariable = "KWI_ME_FUNCTION"
)

// Over puts what stands in the environment above the settings.
func (s Settings) Over(getenv func(string) string) Settings {
	for _, v := range []struct {
		name string
		to   *string
	}{{nameVariable, &s.Me.Name}, {initialsVariable, (*string)(&s.Me.Initials)}, {emailVariable, &s.Me.Email}, {functionVariable, &s.Me.Function}} {
		if said := getenv(v.name); said != "" {
			*v.to = said
		}
	}
	s.Me = Clean(s.Me)
	return s
}

// mostCharacters is how many characters a setting may have.
const mostCharacters = 200

// Clean is a user as one may stand on a screen and in a letter: each text one
// line that steers nothing. Initials that are none fall away.
func Clean(u account.User) account.User {
	for _, k := range userSettings(&u) {
		*k.value = cleanSetting(*k.value)
	}
	if !account.ValidInitials(string(u.Initials)) {
		u.Initials = ""
	}
	return u
}

func cleanSetting(s string) string {
	s, _ = text.Clean(s)
	if s = text.Line(s); utf8.RuneCountInString(s) > mostCharacters {
		s = text.Line(string([]rune(s)[:mostCharacters]))
	}
	return s
}
