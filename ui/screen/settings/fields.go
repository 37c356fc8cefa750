package settings

import (
	"cmp"
	"strings"

	"kwi/internal/cells"
	"kwi/internal/language"
	"kwi/internal/text"
	"kwi/ui/kit"
	"kwi/ui/part/locking"
	"kwi/ui/widget"
)

// wide is the width from which a row has what its setting does.
const wide = 100

// sourceWidth is the width of where a setting comes from, beside which stands
// what it does.
const sourceWidth = 11

// fields are all settings below the heads of their groups.
func (s Screen) fields(f *kit.Frame) []widget.Field {
	note := func(text string) widget.Field { return widget.Field{Kind: widget.NoteField, Value: text} }
	var fields []widget.Field
	switch {
	case f.Settings.Wrong != nil:
		fields = append(fields, note(f.Words.Fault(f.Settings.Wrong)))
	case f.Settings.Lasts:
		fields = append(fields, note(f.T("settings.lasts")))
	case f.Settings.File != "":
		fields = append(fields, note(f.T("settings.file", f.Settings.File)))
	}
	group := ""
	for _, l := range f.Settings.Lines {
		if g := l.Group(); g != group {
			group = g
			fields = append(fields, widget.Field{ID: "group/" + g, Kind: widget.HeadingField, Label: f.T("settings.group." + g)})
			if g == "mail" {
				said := "settings.secret.none"
				if f.Settings.Secret {
					said = "settings.secret.set"
				}
				fields = append(fields, note(f.T(said)))
			}
			if g == "lock" && s.lock != nil {
				fields = append(fields, s.passphrase(f))
			}
		}
		fields = append(fields, s.field(f, l))
	}
	if team := f.Settings.Team; team.Is != "" {
		fields = append(fields, widget.Field{ID: "group/team", Kind: widget.HeadingField, Label: f.T("settings.group.team")},
			widget.Field{ID: "team", Label: f.T("settings.name.team"), Shown: team.Is, Why: team.Why})
	}
	return fields
}

// passphrase is whether the data file has one, and what can become of it.
func (s Screen) passphrase(f *kit.Frame) widget.Field {
	state := "none"
	if f.Settings.Locked {
		state = "there"
	}
	field := widget.Field{ID: "passphrase", Label: f.T("settings.name.passphrase"), Kind: widget.ChoiceField, Picked: true, Value: state, Help: f.T("settings.does.passphrase"),
		Choices: []widget.Choice{{Value: state, Label: f.T("settings.passphrase." + state)}}}
	for _, what := range locking.Can(f.Settings.Locked) {
		field.Choices = append(field.Choices, widget.Choice{Value: what, Label: f.T("settings.passphrase." + what)})
	}
	field.Set = func(what string) kit.Outcome { return s.lock.Ask(f, what) }
	return field
}

// field is one setting.
func (s Screen) field(f *kit.Frame, l kit.Setting) widget.Field {
	key, words, does := l.Key, f.Words, f.T("settings.does."+l.Key)
	field := widget.Field{ID: key, Label: f.T("settings.name." + key), Value: l.Value, Hint: l.Default, Help: does, Beside: sourceOf(f, l)}
	if f.W >= wide {
		field.Beside = cells.Pad(field.Beside, sourceWidth) + "  " + does
	}
	field.Help = strings.TrimSpace(field.Help + " " + from(f, l))
	if l.Choice != nil {
		field.Kind, field.Choices, field.Hint = widget.ChoiceField, choices(f, l), ""
		if field.Choices[0].Value != "" {
			field.Value = cmp.Or(l.Value, l.Default)
		}
	}
	switch {
	case f.Settings.Wrong != nil:
		field.Why = f.T("settings.why.file")
	case l.Source == kit.InEnvironment:
		if l.Choice == nil {
			field.Shown = cmp.Or(l.Value, l.Default, f.Theme.Glyphs.None)
		}
		field.Why = f.T("settings.why.environment", l.By)
		if l.Kept != "" && l.Kept != l.Value {
			field.Why += " " + f.T("settings.why.kept", shown(f, l, l.Kept))
		}
		if l.Odd != "" {
			field.Why += " " + f.T("settings.odd", l.Odd)
		}
	}
	field.Set = func(value string) kit.Outcome {
		if key == "me.initials" {
			value = strings.ToUpper(text.Narrow(value))
		}
		if s.check != nil && value != "" && !s.check(key, value) {
			if words.Has("settings.wrong." + key) {
				return kit.Refuses(words.T("settings.wrong." + key))
			}
			return kit.Refuses(words.T("settings.wrong", text.Shorten(value, 20)))
		}
		return kit.ChangesSetting(key, value)
	}
	return field
}

// sourceOf is in a word where a setting comes from.
func sourceOf(f *kit.Frame, l kit.Setting) string {
	if l.Source == kit.Unset && l.Default == "" && l.Choice == nil {
		return f.T("settings.source.none")
	}
	return f.T("settings.source." + [...]string{kit.Unset: "unset", kit.InFile: "file", kit.InEnvironment: "environment", kit.InOption: "option", kit.InWindow: "window"}[l.Source])
}

// from says of the setting in hand what goes above the file, and what was left
// out of it.
func from(f *kit.Frame, l kit.Setting) string {
	switch {
	case l.Odd != "":
		return f.T("settings.odd", l.Odd)
	case l.Source == kit.InWindow:
		return f.T("settings.window")
	case l.Source == kit.InOption:
		return f.T("settings.option", l.By)
	}
	return ""
}

// choices are what a setting can be; of a language and a theme also that the
// system or the terminal chooses.
func choices(f *kit.Frame, l kit.Setting) (all []widget.Choice) {
	if l.Key == "language" || l.Key == "theme" || l.Key == "idleLock" {
		all = append(all, widget.Choice{Label: shown(f, l, "")})
	}
	for _, value := range l.Choice {
		all = append(all, widget.Choice{Value: value, Label: shown(f, l, value)})
	}
	return all
}

// shown is what a value is called.
func shown(f *kit.Frame, l kit.Setting, value string) string {
	switch {
	case l.Key == "language" && value == "":
		return f.T("settings.language.system", languageName(l.Default))
	case l.Key == "language":
		return languageName(value)
	case l.Key == "theme" && value == "":
		return f.T("settings.theme.terminal")
	case l.Key == "idleLock" && value == "":
		return f.T("settings.idleLock.never")
	case l.Key == "idleLock":
		return f.T("settings.idleLock.after", value)
	case l.Choice == nil:
		return value
	}
	return f.T("settings.value." + value)
}

// languageName is what a language calls itself.
func languageName(tag string) string { return language.All()[language.Index(tag)].Name }
