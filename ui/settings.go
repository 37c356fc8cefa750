package ui

import (
	"cmp"
	"maps"
	"slices"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/ui/kit"
	"kwi/ui/theme"
)

// Settings are what this laptop remembers, and how the root reads and keeps it.
type Settings struct {
	Now  kit.Settings                  // as it is when the program begins
	Read func() kit.Settings           // as it stands now; nil: it stays as it is
	Keep func(kit.SettingChange) error // keeps one of them; nil: it lasts as long as the window
	Use  func(kit.Settings)            // tells whoever else works with them, before the next key; may be nil
}

// setting is what this laptop remembers as this window knows it.
type setting struct {
	now         kit.Settings
	reading     bool
	keeping     bool
	waiting     []kit.SettingChange // to be kept, one after the other
	held        map[string]string   // what could not be kept and holds in this window; replaced, never changed
	past, ahead []settingStep       // what was changed on the place since one went there, and taken back
}

// settingStep is one change of a setting.
type settingStep struct{ key, was, is string }

// settingsRead is what this laptop remembers as it stands now, after a change was
// kept or could not be.
type settingsRead struct {
	now  kit.Settings
	kept *kit.SettingChange // nil: it was only looked
	err  error
}

// onSettings reports whether the place on top shows what this laptop remembers.
func (r *Root) onSettings() bool {
	e, ok := r.entry(r.place().Name)
	return ok && e.Settings && !r.watched()
}

// beginSettings reads them anew for the place that shows them.
func (r *Root) beginSettings(cmds *commandBatch) {
	r.setting.past, r.setting.ahead = nil, nil
	r.readSettings(cmds)
}

func (r *Root) readSettings(cmds *commandBatch) {
	s := &r.setting
	if read := r.Settings.Read; read != nil && !s.reading && !s.keeping {
		s.reading = true
		cmds.add(func() tea.Msg { return settingsRead{now: read()} })
	}
}

// changeSetting changes one of them as the user asked for.
func (r *Root) changeSetting(c kit.SettingChange, cmds *commandBatch) {
	was := r.setting.now.Line(c.Key)
	if r.watched() || was.Key == "" || was.Kept == c.Value && was.Odd == "" {
		return
	}
	r.setting.past = append(r.setting.past[:len(r.setting.past):len(r.setting.past)], settingStep{c.Key, was.Kept, c.Value})
	r.setting.ahead = nil
	r.putSetting(c, cmds)
}

// putSetting makes a setting hold at once, and has it kept.
func (r *Root) putSetting(c kit.SettingChange, cmds *commandBatch) {
	s := &r.setting
	s.now.Lines = slices.Clone(s.now.Lines)
	for i := range s.now.Lines {
		l := &s.now.Lines[i]
		if l.Key != c.Key {
			continue
		}
		l.Kept = c.Value
		if l.Source != kit.InEnvironment {
			l.Value, l.Odd, l.By, l.Source = c.Value, "", "", kit.InFile
			if c.Value == "" {
				l.Source = kit.Unset
			}
			r.useSetting(*l, cmds)
		}
	}
	if use := r.Settings.Use; use != nil {
		use(s.now)
	}
	if r.Settings.Keep != nil {
		s.waiting = append(s.waiting[:len(s.waiting):len(s.waiting)], c)
		r.keepSetting(cmds)
	}
}

// keepSetting keeps the next that waits.
func (r *Root) keepSetting(cmds *commandBatch) {
	s := &r.setting
	if s.keeping || len(s.waiting) == 0 {
		return
	}
	c, keep, read := s.waiting[0], r.Settings.Keep, r.Settings.Read
	s.keeping, s.waiting = true, s.waiting[1:]
	cmds.add(func() tea.Msg {
		err := keep(c)
		return settingsRead{read(), &c, err}
	})
}

// settingsRead takes in how they stand. One that could not be kept holds in this
// window all the same.
func (r *Root) settingsRead(m settingsRead, cmds *commandBatch) {
	s := &r.setting
	if m.kept == nil {
		if s.reading = false; s.keeping {
			return // what is being kept is newer
		}
	} else {
		s.keeping = false
	}
	r.keepSetting(cmds)
	if m.kept != nil {
		s.held = maps.Clone(s.held)
		delete(s.held, m.kept.Key)
	}
	if m.err != nil {
		if s.held == nil {
			s.held = map[string]string{}
		}
		s.held[m.kept.Key] = m.kept.Value
		r.sayInternal(r.Words.Fault(m.err), true)
	}
	if s.keeping {
		return // what is on its way is newer than what was read
	}
	s.now = s.holding(m.now)
	if use := r.Settings.Use; use != nil {
		use(s.now)
	}
}

// holding is how they stand, with what could not be kept above them.
func (s *setting) holding(now kit.Settings) kit.Settings {
	now.Lines = slices.Clone(now.Lines)
	for i := range now.Lines {
		l := &now.Lines[i]
		if value, ok := s.held[l.Key]; ok && l.Source != kit.InEnvironment {
			l.Value, l.Kept, l.Source, l.Odd = value, value, kit.InWindow, ""
		}
	}
	return now
}

// settingWay is one of the two ways through what was changed of the settings here.
type settingWay struct{ none, said string }

var (
	settingBack  = settingWay{"settings.undo.none", "root.undone"}
	settingAgain = settingWay{"settings.redo.none", "root.redone"}
)

// goSetting takes back what was last changed of them here, or does again what was
// last taken back.
func (r *Root) goSetting(way settingWay, cmds *commandBatch) {
	s := &r.setting
	from, to := &s.past, &s.ahead
	if way == settingAgain {
		from, to = to, from
	}
	last := len(*from) - 1
	if last < 0 {
		r.say(r.Words.T(way.none), true)
		return
	}
	step := (*from)[last]
	stands, becomes := step.is, step.was
	if way == settingAgain {
		stands, becomes = becomes, stands
	}
	if s.now.Line(step.key).Kept != stands {
		r.say(r.Words.T("settings.undo.other"), true)
		return
	}
	*from, *to = (*from)[:last:last], append((*to)[:len(*to):len(*to)], step)
	r.putSetting(kit.SettingChange{Key: step.key, Value: becomes}, cmds)
	r.say(r.Words.T(way.said, r.Words.T("settings.name."+step.key)), false)
}

// useSetting makes a setting hold in this window, where it is the root's.
func (r *Root) useSetting(l kit.Setting, cmds *commandBatch) {
	holds := cmp.Or(l.Value, l.Default)
	switch l.Key {
	case "language":
		r.Words = lang.For(holds)
		r.prefers.chosen.Language = "" // what was chosen by key is older
	case "theme":
		r.prefers.chosen.Theme = ""
		if r.NoColour != "" {
			break
		}
		if t, ok := theme.Named(holds); ok {
			r.Theme, r.Themed = t, true
		} else {
			r.Theme, r.Themed = theme.Following(true, r.Sixteen), false
			cmds.add(tea.RequestBackgroundColor)
		}
	case "mouse":
		r.NoMouse = holds == "off"
	case "gradesGoOn":
		r.GradesWait, r.prefers.chosen.GradesGoOn = holds == "off", ""
	case "idleLock":
		r.IdleLock = l.Value
	case "wisdoms":
		r.NoWisdoms, r.prefers.chosen.Wisdoms = holds == "off", ""
	case "me.name":
		r.Me.Name = l.Value
	case "me.initials":
		r.Me.Initials = account.Initials(l.Value)
	case "me.email":
		r.Me.Email = l.Value
	case "me.function":
		r.Me.Function = l.Value
	}
}
