package initialise

import (
	"strconv"
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/fault"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// somebodyNew stands among the choices of who takes over for a respondent who is
// not on the list yet; no initials are written like that.
const somebodyNew = "+"

// removeRespondent takes a respondent off the list. Where something hangs on them
// it asks what becomes of that, and who has left comes back.
func removeRespondent(f *kit.Frame, r account.Respondent) kit.Outcome {
	who := r.Initials
	if r.Left != "" {
		return kit.Changes(kit.Label("initialise.label.back", string(who)), func(c *account.Client) error { return c.Leave(who, "") })
	}
	c := f.Client.Clone()
	if fault.Has(c.RemoveRespondent(who), fault.KeepsAnswers) || f.Client.HandoverOf(who, f.Today).Moves() {
		return kit.Outcome{Ask: newLeaving(f, r)}
	}
	out := kit.Changes(kit.Label("initialise.label.away", string(who)), func(c *account.Client) error { return c.RemoveRespondent(who) })
	out.Notice = f.T("initialise.removed", string(who))
	return out
}

// linesOfLeaving is how many lines of the dialog are not what stays, what moves and
// what is to be done.
const linesOfLeaving = 9

// newLeaving asks since when somebody has gone and who takes over, and shows
// beforehand what stays theirs and what moves.
func newLeaving(f *kit.Frame, r account.Respondent) kit.Screen {
	frame, who := *f, r.Initials
	h := f.Client.HandoverOf(who, f.Today)
	since := r.Left
	if since == "" {
		since = f.Today
	}
	fields := []widget.Field{
		{ID: "to", Label: f.T("initialise.leave.to"), Kind: widget.ChoiceField, Choices: successors(f, who)},
		{ID: "since", Label: f.T("initialise.leave.since"), Kind: widget.DateField, Value: string(since),
			Set: func(v string) kit.Outcome {
				return pastDayOutcome(&frame, v, func(account.Date) kit.Outcome { return kit.Outcome{} })
			}},
	}
	if r.Left != "" {
		fields = fields[:1]
	}
	stays, moves, after := part.StaysWith(f, h), part.MovesOn(f, h), part.AfterLeaving(f, r, h)
	roomy := len(stays)+len(moves)+2*len(after)+linesOfLeaving <= f.H // all of it is to be seen before it happens
	for i, part := range []struct {
		head  string
		lines []string
	}{{f.T("initialise.leave.stays", called(r)), stays}, {f.T("initialise.leave.moves"), moves}, {"", after}} {
		if len(part.lines) == 0 {
			continue
		}
		if !roomy && part.head != "" {
			part.lines, part.head = []string{part.head + ": " + strings.Join(part.lines, " "+f.Theme.Glyphs.Dot+" ")}, ""
		}
		if id := "part/" + strconv.Itoa(i); part.head != "" {
			fields = append(fields, widget.Field{ID: id, Label: part.head, Kind: widget.HeadingField})
		}
		for j, l := range part.lines {
			fields = append(fields, widget.Field{ID: "part/" + strconv.Itoa(i) + "/" + strconv.Itoa(j), Kind: widget.NoteField, Value: l})
		}
	}
	return widget.NewFormDialog(widget.FormDialog{
		Name: "leave/" + string(who), Title: f.T("initialise.leave.title", called(r)), Verb: f.T("initialise.leave.verb"), Fields: fields,
		Check: func(v map[string]string) string {
			if r.Left != "" && v["to"] == "" {
				return frame.T("initialise.leave.nobody")
			}
			return ""
		},
		Then: func(e widget.Edits) kit.Outcome {
			on := since
			if v := account.Date(e.Get("since")); r.Left == "" && v != "" {
				on = lately(string(v), frame.Today)
			}
			switch to := e.Get("to"); to {
			case somebodyNew:
				return kit.Outcome{Ask: newSuccessor(&frame, r, on)}
			case "":
				out := kit.Changes(kit.Label("initialise.label.left", string(who)), func(c *account.Client) error { return c.Leave(who, on) })
				out.Notice = frame.T("initialise.marked", string(who))
				return out
			default:
				return takesOver(&frame, who, account.Initials(to), on, nil)
			}
		},
	})
}

// successors are the choices of who takes over.
func successors(f *kit.Frame, who account.Initials) []widget.Choice {
	all := []widget.Choice{{Value: "", Label: f.T("initialise.leave.nobodyyet")}, {Value: somebodyNew, Label: f.T("initialise.leave.new")}}
	for _, r := range f.Client.Staying() {
		if r.Initials != who {
			all = append(all, widget.Choice{Value: string(r.Initials), Label: called(r)})
		}
	}
	return all
}

// newSuccessor asks who somebody new is, who takes over.
func newSuccessor(f *kit.Frame, was account.Respondent, on account.Date) kit.Screen {
	frame := *f
	d := respondentDialog(&frame, "successor/"+string(was.Initials), f.T("initialise.leave.successor", called(was)))
	fields := d.Fields
	d.Then = func(e widget.Edits) kit.Outcome {
		r := newFrom(&frame, fields, e)
		return pointAtTwins(&frame, r, takesOver(&frame, was.Initials, r.Initials, on, &r))
	}
	return widget.NewFormDialog(d)
}

// takesOver is the outcome of one who takes over from another, who is added first
// where they are new: one step.
func takesOver(f *kit.Frame, who, to account.Initials, on account.Date, added *account.Respondent) kit.Outcome {
	out := kit.Changes(kit.Label("initialise.label.takeover", string(to), string(who)), part.TakesOver(who, to, on, added))
	out.Notice, out.Tell = f.T("initialise.leave.done", string(to), string(who)), arrived{to}
	return out
}

// called is the name of a respondent with the initials.
func called(r account.Respondent) string {
	if r.Name == "" {
		return string(r.Initials)
	}
	return cells.Line(r.Name, 40) + " (" + string(r.Initials) + ")"
}
