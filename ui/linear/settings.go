package linear

import (
	"cmp"
	"strings"

	"kwi/internal/lang"
	"kwi/internal/text"
	"kwi/ui/kit"
)

// settings are what this laptop remembers: each with what holds, and another value.
func (t *teller) settings() error {
	if t.Settings == nil || t.Prefer == nil {
		t.say(t.T("linear.settings.none"))
		return errRefused
	}
	return t.stay(place{name: func() string { return t.T("linear.settings") }, what: t.tellSettings, acts: func() (all []choice) {
		group := ""
		for _, s := range t.Settings().Lines {
			if g := s.Group(); g != group {
				group = g
				all = append(all, choice{name: t.T("settings.group." + g), do: func() error { return t.settingsOf(g) }})
			}
		}
		if t.Only == "" {
			all = append(all, choice{name: t.T("root.act.supplier"), changes: true, do: t.renameSupplier})
			if len(t.Exposed.Names) > 0 && t.Exposed.Conceal != nil {
				all = append(all, choice{name: t.T("root.act.conceal"), changes: true, do: t.conceal})
			}
			why := ""
			if t.Examine == nil {
				why = t.T("doctor.example")
			}
			all = append(all, choice{name: t.T("linear.copies"), changes: true, do: t.copies})
			all = append(all, choice{name: t.T("root.act.doctor"), why: why, do: t.examine})
			all = append(all, choice{name: t.T("settings.group.team"), do: t.teamPlace})
		}
		return all
	}})
}

// tellSettings tells where they are kept.
func (t *teller) tellSettings() {
	switch now := t.Settings(); {
	case now.Wrong != nil:
		t.say(t.Words.Fault(now.Wrong))
	case now.Lasts:
		t.say(t.T("settings.lasts"))
	case now.File != "":
		t.say(t.T("settings.file", now.File))
	}
}

// settingsOf are the settings of one group, each with what holds and what it does.
func (t *teller) settingsOf(group string) error {
	return t.stay(place{name: func() string { return t.T("settings.group." + group) }, what: func() {
		if group == "lock" {
			t.tellLock()
		}
		if group == "mail" {
			t.say(t.T(map[bool]string{false: "settings.secret.none", true: "settings.secret.set"}[t.Settings().Secret]))
		}
	}, acts: func() (all []choice) {
		for _, s := range t.Settings().Lines {
			if s.Group() != group {
				continue
			}
			label := t.T("settings.name." + s.Key)
			c := t.field(label, t.settingSaid(s.Key, cmp.Or(s.Value, s.Default)), func() error { return t.setSetting(s, label) })
			c.fact = false // settings are not in the data file
			all = append(all, c)
		}
		if group == "lock" {
			all = append(all, t.lockChoices()...)
		}
		return all
	}})
}

// settingSaid is a value as one reads it.
func (t *teller) settingSaid(key, value string) string {
	switch {
	case key == "idleLock" && value == "":
		return t.T("settings.idleLock.never")
	case key == "idleLock":
		return t.T("settings.idleLock.after", value)
	case value == "":
		return ""
	case key == "language":
		return lang.For(value).Language()
	case t.Words.Has("settings.value." + value):
		return t.T("settings.value." + value)
	}
	return value
}

// setSetting asks for another value. One that the environment says cannot be changed
// here.
func (t *teller) setSetting(s kit.Setting, label string) error {
	if s.Source == kit.InEnvironment {
		t.say(t.T("linear.settings.by", s.By))
		return errRefused
	}
	t.say(t.T("settings.does." + s.Key))
	value := ""
	if len(s.Choice) > 0 {
		var all []option[string]
		for _, c := range s.Choice {
			all = append(all, option[string]{c, t.settingSaid(s.Key, c)})
		}
		to, err := ofOptions(t, label+"?", all)
		if err != nil {
			return err
		}
		value = to
	} else {
		to, err := t.line(label, s.Kept, t.T("settings.does."+s.Key))
		if err != nil || to == s.Kept {
			return err
		}
		if s.Key == "me.initials" {
			to = strings.ToUpper(text.Narrow(to))
		}
		value = to
	}
	if t.Fits != nil && value != "" && !t.Fits(s.Key, value) {
		said := t.T("settings.wrong", text.Shorten(value, 20))
		if t.Words.Has("settings.wrong." + s.Key) {
			said = t.T("settings.wrong." + s.Key)
		}
		t.say(said)
		return errRefused
	}
	if err := t.Prefer(kit.SettingChange{Key: s.Key, Value: value}); err != nil {
		return t.refuse(err)
	}
	if s.Key == "language" {
		t.Words = lang.For(value)
	}
	t.kept()
	return nil
}
