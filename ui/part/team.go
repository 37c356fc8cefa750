package part

import (
	"slices"
	"strings"

	"kwi/internal/lang"
	"kwi/ui/kit"
)

// TeamState is how the data file stands to the hub of a team, with a client in front or "";
// quiet where nobody need know. In full it says how many wait beside that there is no way.
func TeamState(w *lang.Words, n *kit.TeamNews, client string, full bool) (text string, quiet bool) {
	switch {
	case n.State == kit.TeamPaused:
		return w.T("team.paused"), false
	case n.State == kit.TeamRefused:
		return w.T("team.refused"), false
	case n.State == kit.TeamOffline:
		text := w.T("team.offline", n.Since.Format("15:04"))
		if n.Waiting > 0 && full {
			text += ", " + w.N("team.waits", n.Waiting)
		}
		return text, false
	case n.All > 0:
		return w.T("team.finding", w.Int(n.Done), w.Int(n.All)), false
	case client != "" && slices.Contains(n.Gone, client):
		return w.T("team.alone"), false
	case len(n.Apart) > 0:
		return w.N("team.choose", len(n.Apart)), false
	case n.State == kit.TeamWaits:
		return w.N("team.waits", n.Waiting), false
	case n.State == kit.TeamSame:
		return w.T("team.same"), true
	}
	return "", true
}

// TeamChange says what a colleague did, "" where that is nothing to tell.
func TeamChange(w *lang.Words, c *kit.TeamChange) string {
	by, what := c.By, w.Touched(c.Differences)
	if by == "" {
		by = w.T("team.colleague")
	}
	switch {
	case c.Count > 0:
		return w.N("team.came", c.Count)
	case c.Erased && c.Left > 0:
		return w.N("team.erased.left", c.Left, c.Name)
	case c.Erased:
		return w.T("team.erased.here", c.Name)
	case c.Held:
		return w.T("team.held", c.Name)
	case c.Gone:
		return w.T("team.gone", c.Name)
	case c.Back:
		return w.T("team.back", c.Name)
	case c.New:
		return w.T("team.new", by, c.Name)
	case len(c.Differences) == 0:
		return ""
	case c.On != "" && what == "":
		return w.T("team.changed.self.things", c.On, c.Name)
	case c.On != "":
		return w.T("team.changed.self", c.On, what, c.Name)
	case what == "":
		return w.T("team.changed.things", by, c.Name)
	}
	return w.T("team.changed", by, what, c.Name)
}

// TeamOpens says who has the client open since it was told before, "" for nobody new.
func TeamOpens(w *lang.Words, was, is *kit.TeamNews) string {
	came := slices.DeleteFunc(slices.Clone(is.Others), func(name string) bool {
		return was.Open == is.Open && slices.Contains(was.Others, name)
	})
	if len(came) == 0 {
		return ""
	}
	return w.N("team.opens", len(came), w.And(came))
}

// TeamWhole is all that is told of the team of a data file: which it is and how it stands, or
// how one comes into one.
func TeamWhole(w *lang.Words, t *kit.Team, n *kit.TeamNews) (said []string) {
	if t.Name == "" {
		return []string{w.T("team.whole.none"), w.T("team.whole.how")}
	}
	said = append(said, w.T("team.whole.is", t.Name, t.User, t.Where))
	state, _ := TeamState(w, n, "", true)
	switch {
	case t.Fresh == nil && t.Why != "":
		return append(said, w.T("team.whole.not"), t.Why)
	case t.Fresh == nil:
		return append(said, w.T("team.whole.not"))
	case state == "":
		return append(said, w.T("team.whole.finding"))
	}
	said = append(said, w.T("team.whole.state", state))
	if n.All > 0 {
		said = append(said, w.T("team.whole.first", w.T("team.act.stop")))
	}
	if n.Why != nil {
		said = append(said, w.Fault(n.Why))
	}
	if len(n.Gone) > 0 {
		said = append(said, w.N("team.whole.gone", len(n.Gone)))
	}
	return said
}

// TeamSetting is the same in a row of the settings, and what is said below it.
func TeamSetting(w *lang.Words, t *kit.Team, n *kit.TeamNews) (s kit.TeamSetting) {
	if t.Name == "" {
		return kit.TeamSetting{Is: w.T("settings.team.none"), Why: w.T("settings.team.how")}
	}
	s.Is = w.T("settings.team.is", t.Name, t.User)
	state, _ := TeamState(w, n, "", true)
	switch {
	case t.Fresh == nil:
		s.Why = w.T("team.whole.not")
	case state == "":
		s.Why = w.T("team.whole.finding")
	case n.State == kit.TeamPaused:
		s.Why = w.T("settings.team.paused", w.T("team.act.go"))
	case n.All > 0:
		s.Why = w.T("settings.team.first", state, w.T("team.act.stop"))
	default:
		s.Why = w.T("team.whole.state", state)
	}
	return s
}

// ApartName is where what was done otherwise in two places stands, and what it is.
func ApartName(f *kit.Frame, a *kit.Apart) string {
	if len(a.Differences) == 0 {
		return a.Client.Name
	}
	d := &a.Differences[0]
	parts := []string{f.Words.Spots(&a.Client, d.At)}
	if d.Field != "" {
		parts = append(parts, f.Words.Field(d.Field))
	}
	parts = slices.DeleteFunc(parts, func(s string) bool { return s == "" })
	return strings.Join(parts, " "+f.Theme.Glyphs.Dot+" ")
}
