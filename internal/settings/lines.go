package settings

import (
	"encoding/json"
	"slices"
	"strings"

	"kwi/internal/language"
)

// Source is where a setting comes from.
type Source byte

// The sources, each above those before it.
const (
	Unset         Source = iota // nobody says it: the program or the system chooses
	InFile                      // the file of settings
	InEnvironment               // a name in the environment
	InOption                    // an option of the command
)

// Line is one setting as it stands.
type Line struct {
	Key    string   // as in the file, with its section: me.name
	Choice []string // what it can be; nil: any line
	Value  string   // what holds now, "" where nobody says it
	Kept   string   // what the file says
	Source Source
	By     string // the name that goes above the file, of a variable or an option
	Odd    string // what stands there and is none of the choices, so that it is left out
}

// These are the keys of what is no wish of anybody and stands in no list: that the
// first start was gone through, and that the tour of the example came by itself. The
// way to the hub stands in none either: a team is joined, and not wished for.
const (
	welcomed = "welcomed"
	toured   = "toured"
)

// isWish reports whether a setting is something that somebody wishes for.
func (k setting) isWish() bool {
	return k.key != welcomed && k.key != toured && k.section != hubSection
}

// Keys are the settings by their keys, in the order of the file.
func Keys() (keys []string) {
	for _, k := range new(Settings).table() {
		if k.isWish() {
			keys = append(keys, k.name())
		}
	}
	return keys
}

// Variables are the names in the environment that go above the settings of Keys,
// in that order.
func Variables() (names []string) {
	for _, k := range new(Settings).table() {
		if k.isWish() {
			names = append(names, k.variable)
		}
	}
	return names
}

// HubVariables are the names in the environment that go above the way to the hub.
func HubVariables() (names []string) {
	for _, k := range new(Settings).table() {
		if k.section == hubSection {
			names = append(names, k.variable)
		}
	}
	return names
}

// name is the key with its section.
func (k setting) name() string {
	if k.section == "" {
		return k.key
	}
	return k.section + "." + k.key
}

// choice is what a setting can be, nil where it takes any line.
func (k setting) choice() []string {
	switch {
	case k.fits == nil:
		return nil
	case k.key == "language":
		return language.Tags()
	case k.key == "theme":
		return Themes()
	case k.key == "idleLock":
		return IdleMinutes()
	case k.section == "":
		return []string{On, Off}
	}
	return nil
}

// Put gives a setting another value by its key; false where there is none of
// that key, or the value is none that it can have. "" takes it away.
func (s *Settings) Put(key, value string) bool {
	for _, k := range s.table() {
		if k.name() != key {
			continue
		}
		value = cleanSetting(value)
		if value != "" && k.fits != nil && !k.fits(value) {
			return false
		}
		*k.value = value
		return true
	}
	return false
}

// Value is a setting by its key.
func (s Settings) Value(key string) string {
	for _, k := range s.table() {
		if k.name() == key {
			return *k.value
		}
	}
	return ""
}

// Lines are all settings as they stand: those of the file, and what the
// environment has above them.
func (s Settings) Lines(getenv func(string) string) (lines []Line) {
	over := s.Over(getenv)
	now := over.table()
	server := strings.TrimSpace(getenv(hostVariable)) != ""
	for i, k := range s.table() {
		if !k.isWish() {
			continue
		}
		l := Line{Key: k.name(), Choice: slices.Clone(k.choice()), Value: *now[i].value, Kept: *k.value}
		said := getenv(k.variable)
		switch {
		case said != "":
			l.Source, l.By, l.Odd = InEnvironment, k.variable, oddIn(said, l.Value)
		case server && k.section == mailSection:
			l.Source, l.By = InEnvironment, hostVariable
		case l.Kept != "":
			l.Source = InFile
		default:
			l.Odd = oddIn(s.stood(k), l.Value)
		}
		lines = append(lines, l)
	}
	return lines
}

// oddIn is what was said, where it was left out.
func oddIn(said, value string) string {
	if value != "" {
		return ""
	}
	return cleanSetting(said)
}

// stood is what the file says of a setting, as it stands there.
func (s Settings) stood(k setting) (said string) {
	in, err := s.document.section(k.section)
	if err != nil {
		return ""
	}
	raw, _ := in.get(k.key)
	if json.Unmarshal(raw, &said) != nil {
		return ""
	}
	return said
}
