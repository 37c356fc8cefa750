package testkwis

import (
	"slices"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/ui/keys"
	"kwi/ui/kit"
	"kwi/ui/part/became"
)

// Acts are what can be done with the cell in hand, its row, its column and
// its KWI.
func (s Screen) Acts(f kit.Frame) []kit.Act {
	acts := []kit.Act{
		{ID: "toggle", Keys: keys.Toggle, Name: f.T("test.act.give")},
		{ID: "tested", Keys: keys.Tested, Name: f.T("test.act.tested")},
		{ID: "shared", Keys: keys.Share, Name: f.T("test.act.shared")},
		{ID: "excuse", Keys: keys.Remove, Name: f.T("test.act.excuse")},
		{ID: "reword", Keys: keys.Open, Name: f.T("test.act.reword")},
		{ID: "row", Keys: keys.WholeRow, Name: f.T("test.act.row"), Hidden: true},
		{ID: "column", Keys: keys.WholeColumn, Name: f.T("test.act.column"), Hidden: true},
		{ID: "whole", Keys: keys.WholeMatrix, Name: f.T("test.act.whole"), Hidden: true},
	}
	c, ok := s.in(&f)
	acts = append(acts, became.Act(&f, c.kwi), kit.Act{ID: "paste", Keys: keys.PasteTable, Name: f.T("bring.matrix.act"), Hidden: true})
	if !ok {
		for i := range acts {
			acts[i].Why = f.T("test.why.nothing")
		}
		return acts
	}
	for i := range acts {
		switch acts[i].ID {
		case "toggle":
			if allAssigned(f.Y(), c.questions(f.Y()), c.who) {
				acts[i].Name = f.T("test.act.take")
			}
			if why := absent(&f, c.who); why != "" {
				acts[i].Why = why
			}
		case "column":
			acts[i].Why = absent(&f, c.who)
		case "tested":
			acts[i].Why = absent(&f, c.who)
			if f.Y().Tested[c.who] != "" {
				acts[i].Name = f.T("test.act.retested")
			}
		case "reword":
			acts[i].Why = whyFixed(&f, c)
			if c.whole() { // there enter says to whom the KWI matters
				acts[i].Keys = keys.Unbound
			}
		case "shared":
			if c.whole() {
				acts[i].Keys = keys.ShareOrOpen
			}
			if k := f.Y().KWI(c.kwi); k.IsWishOf(c.who) {
				acts[i].Why = f.T("test.why.own", c.kwi.String(), string(c.who))
			} else if slices.Contains(k.SharedBy, c.who) {
				acts[i].Name = f.T("test.act.unshared")
			}
		case "excuse":
			acts[i] = excuseAct(&f, acts[i], c.who)
		}
	}
	return acts
}

// absent is why nothing is given to somebody whose list is not waited for.
func absent(f *kit.Frame, who account.Initials) string {
	switch r := f.Client.Respondent(who); {
	case f.Y().Excused[who] != "":
		return f.T("test.why.excused", string(who))
	case r != nil && r.Left != "":
		return f.T("test.why.left", string(who))
	}
	return ""
}

func excuseAct(f *kit.Frame, a kit.Act, who account.Initials) kit.Act {
	switch r := f.Client.Respondent(who); {
	case f.Y().Excused[who] != "":
		if a.Name = f.T("test.act.await"); len(f.Client.Awaited(f.Y())) >= account.MostRespondents {
			a.Why = f.T("initialise.why.eight")
		}
	case r != nil && r.Left != "":
		a.Why = f.T("test.why.left", string(who))
	}
	return a
}

// whyFixed is why the words in hand cannot be changed here.
func whyFixed(f *kit.Frame, c matrixCell) string {
	if c.whole() {
		return f.T("test.why.kwiwords")
	}
	if q := f.Y().Question(c.q); q != nil && (q.Kind == account.Noticed || q.Kind == account.Kept) {
		return f.T("draft.why." + string(q.Kind))
	}
	if q := f.Y().Question(c.q); q != nil && q.Ended != "" {
		return f.Words.Fault(fault.New(fault.Ended, c.q.String()))
	}
	return ""
}
