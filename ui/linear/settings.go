package linear

import (
	"kwi/internal/lang"
	"kwi/ui/kit"
)

// settings are what this laptop remembers: each with what holds, and another value.
func (t *teller) settings() error {
	if t.Settings == nil || t.Prefer == nil {
		t.say(t.T("linear.settings.none"))
		return errRefused
	}
	return t.edit(func() string { return t.T("linear.settings") }, func() (all []choice) {
		for _, s := range t.Settings().Lines {
			value := s.Value
			if value == "" {
				value = s.Default
			}
			label := t.T("settings.name." + s.Key)
			all = append(all, t.field(label, t.settingSaid(s.Key, value), func() error { return t.setSetting(s, label) }))
		}
		return all
	})
}

// settingSaid is a value as one reads it.
func (t *teller) settingSaid(key, value string) string {
	switch {
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
	if s.By != "" {
		t.say(t.T("linear.settings.by", s.By))
		return errRefused
	}
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
		to, err := t.line(label, s.Kept, "")
		if err != nil || to == s.Kept {
			return err
		}
		value = to
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
