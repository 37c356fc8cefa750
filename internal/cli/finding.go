package cli

import (
	"cmp"
	"strconv"
	"strings"

	"kwi/internal/cells"
	"kwi/internal/codec"
	"kwi/internal/fault"
	"kwi/internal/sound"
)

// findingKeys is what each kind of finding is called in the catalogue.
var findingKeys = map[sound.Kind]string{
	sound.Unreadable: "unreadable", sound.Missing: "missing", sound.Ownerless: "ownerless", sound.Leftover: "leftover", sound.Unfit: "unfit",
	sound.NoWhole: "nowhole", sound.Figures: "figures", sound.Overview: "overview", sound.Draft: "draft", sound.Past: "past",
	sound.Notes: "hubnotes", sound.Stray: "hubstray", sound.Choice: "hubchoice", sound.Team: "hubteam",
}

// finding is what is wrong, in a line that names the client and the cycle.
func (r *invocation) finding(f sound.Finding) string {
	who := r.whose(f)
	switch f.Kind {
	case sound.Flawed:
		if f.Flaw.Cycle != "" {
			who += " · " + r.words.T("check.part.cycle", string(f.Flaw.Cycle))
		}
		return who + ": " + r.words.Fault(fault.New(f.Flaw.Kind, f.Flaw.Values...))
	case sound.Journal:
		return r.words.N("check.journal", len(f.Drop), who)
	case sound.NoWhole:
		return r.words.T("check.nowhole", who, cleanLine(f.Record))
	case sound.Unreadable, sound.Missing, sound.Leftover:
		part := r.part(f)
		if who != "" {
			part = who + " · " + part
		}
		return r.words.T("check."+findingKeys[f.Kind], part)
	}
	return r.words.T("check."+findingKeys[f.Kind], who)
}

// mended is what became of it.
func (r *invocation) mended(f sound.Finding) string {
	who := r.whose(f)
	switch f.Kind {
	case sound.Journal:
		return r.words.N("check.mended.journal", len(f.Drop), who)
	case sound.Draft:
		if len(f.Text) == 0 {
			return r.words.T("check.mended.draft.unreadable", who)
		}
		return r.words.T("check.mended.draft", who, cells.Line(strings.Join(f.Text, " · "), 2000))
	case sound.Past:
		return r.words.T("check.mended.past")
	case sound.Notes, sound.Stray, sound.Choice, sound.Team:
		return r.words.T("check.mended."+findingKeys[f.Kind], who)
	}
	return r.words.T("check.mended.overview", who)
}

// whose is the client whom a finding is about, "" where that is nobody.
func (r *invocation) whose(f sound.Finding) string {
	if f.Kind == sound.Draft && f.Client == "" {
		return r.words.T("check.part.nobody")
	}
	return cleanLine(cmp.Or(f.Name, f.Client))
}

// part is the part of a client, or of the data file, that a finding is about.
func (r *invocation) part(f sound.Finding) string {
	switch f.Key.Kind {
	case codec.ClientRecord:
		return r.words.T("check.part.client")
	case codec.CycleRecord:
		return r.words.T("check.part.cycle", string(f.Key.Cycle))
	case codec.AnswersRecord:
		if f.Key.Who == "" {
			return r.words.T("check.part.answers", string(f.Key.Cycle))
		}
		return r.words.T("check.part.answersof", cleanLine(string(f.Key.Who)), string(f.Key.Cycle))
	case codec.PlanRecord:
		return r.words.T("check.part.plan", strconv.Itoa(f.Key.Year))
	}
	switch f.Record {
	case codec.Supplier:
		return r.words.T("check.part.supplier")
	case codec.Firm:
		return r.words.T("cli.partly.firm")
	}
	return r.words.T("check.part.other")
}
