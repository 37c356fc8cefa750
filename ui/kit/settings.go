package kit

import "strings"

// Settings are what this laptop remembers, as it stands.
type Settings struct {
	Lines  []Setting
	File   string      // where they are kept, "" where they are not
	Wrong  error       // why that file cannot be read
	Lasts  bool        // what is changed lasts until the program ends, and no longer
	Locked bool        // the data file has a passphrase
	Secret bool        // there is a password for the mail server in the environment
	Team   TeamSetting // of the data file; empty where that is no question
}

// TeamSetting is to which team the data file belongs, in a few words, and how it stands or how
// one comes into one.
type TeamSetting struct{ Is, Why string }

// Setting is one of them.
type Setting struct {
	Key     string   // as in the file, with its section: me.name
	Choice  []string // what it can be; nil: any line
	Value   string   // what holds now, "" where nobody says it
	Kept    string   // what the file says
	Default string   // what holds where nobody says it, "" is nothing
	Source  SettingSource
	By      string // the name of the variable or the option that goes above the file
	Odd     string // what stands there and is left out, because it can be none of it
}

// SettingSource is where a setting comes from.
type SettingSource byte

// The sources, each above those before it.
const (
	Unset         SettingSource = iota // nobody says it: the program or the system chooses
	InFile                             // the file of settings
	InEnvironment                      // a name in the environment; it cannot be changed here
	InOption                           // an option of the command; it holds in this window
	InWindow                           // this window alone: it could not be kept
)

// Line is a setting by its key, one without key where there is none.
func (s Settings) Line(key string) Setting {
	for _, l := range s.Lines {
		if l.Key == key {
			return l
		}
	}
	return Setting{}
}

// SettingChange is another value of a setting; "" takes it away.
type SettingChange struct{ Key, Value string }

// ChangesSetting is the outcome of a change of what this laptop remembers.
func ChangesSetting(key, value string) Outcome {
	return Outcome{Setting: &SettingChange{key, value}}
}

// Group is the group that a setting stands in: its section in the file, or what
// it is about.
func (s Setting) Group() string {
	section, _, inSection := strings.Cut(s.Key, ".")
	switch {
	case inSection:
		return section
	case s.Key == "passphraseFile", s.Key == "idleLock":
		return "lock"
	case s.Key == "lists", s.Key == "returns":
		return "lists"
	}
	return "looks"
}
