package draft

import (
	"slices"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/keys"
	"kwi/ui/kit"
)

// shareAct releases what is in hand to the respondent, so that it is shown in a
// talk with them, or keeps it internal again.
func (t *talkScreen) shareAct(f *kit.Frame, id string) kit.Act {
	act := kit.Act{ID: "share", Keys: keys.Release, Name: f.T("draft.act.share"), Hidden: true}
	n, isNote := t.note(f, id)
	switch {
	case isNote && len(n.Heard) > 0, id == unwantedField && t.unwantedHeard(f):
		act.Name = f.T("draft.act.unshare")
	case !isNote && (id != unwantedField || f.Y().NotExpected[t.who] == ""):
		act.Why = f.T("draft.why.nonote")
	}
	return act
}

// unwantedField is the field of what the respondent does not expect.
const unwantedField = "not"

// unwantedHeard reports whether the respondent heard what is kept as not
// expected by them.
func (t *talkScreen) unwantedHeard(f *kit.Frame) bool {
	return slices.Contains(f.Y().NotExpectedHeard, t.who)
}

// share is the outcome of the act.
func (t *talkScreen) share(f *kit.Frame, id string) kit.Outcome {
	cycle, who := f.Y().Name, t.who
	label := func(shared bool) string {
		if shared {
			return "draft.label.share"
		}
		return "draft.label.unshare"
	}
	if id == unwantedField {
		shared := !t.unwantedHeard(f)
		return kit.Changes(kit.Label(label(shared), string(who)), func(c *account.Client) error { return c.ShareNotExpected(cycle, who, shared) })
	}
	n, ok := t.note(f, id)
	if !ok {
		return kit.Outcome{}
	}
	var heard []account.Initials
	if len(n.Heard) == 0 {
		heard = []account.Initials{who}
	}
	return kit.Changes(kit.Label(label(heard != nil), string(who)), func(c *account.Client) error { return c.ShareNote(cycle, n, heard) })
}

// heardMark stands before what was heard or released.
func heardMark(f *kit.Frame, heard bool) string {
	if heard {
		return f.Theme.Glyphs.Ok
	}
	return ""
}

// legend says what the mark means, "" where nothing has it.
func (t *talkScreen) legend(f *kit.Frame) string {
	marked := t.unwantedHeard(f) || slices.ContainsFunc(f.Y().Notes, func(n account.Note) bool { return n.With == t.who && len(n.Heard) > 0 })
	if !marked || t.onKWI() {
		return ""
	}
	return f.Theme.Faint.Render(cells.Line(f.Theme.Glyphs.Ok+" "+f.T("draft.heard"), f.W))
}
