package draft

import (
	"strconv"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/ui/kit"
	"kwi/ui/part"
	"kwi/ui/widget"
)

// splitKWI asks what of a KWI becomes another one: whose wish, which questions,
// notes and agreements, and why.
func splitKWI(f *kit.Frame, code account.KWICode) kit.Outcome {
	y, k := f.Y(), f.Y().KWI(code)
	if k == nil {
		return kit.Outcome{}
	}
	fields := []widget.Field{{ID: "title", Label: f.T("draft.split.title.label"), Kind: widget.LineField}}
	for _, who := range k.Wishers() {
		fields = append(fields, alongField(f, "who/"+string(who), string(who), f.T("draft.split.who", part.NameOf(f, who)), staysHere))
	}
	fields = append(fields, widget.Field{ID: "h.questions", Kind: widget.HeadingField, Label: f.T("draft.split.questions")})
	for _, q := range k.InOrder() {
		if q.Kind == account.Own && q.Ended == "" {
			fields = append(fields, alongField(f, "q/"+q.Code.String(), q.Code.String(), q.Text, staysHere))
		}
	}
	var hung []widget.Field
	for i, n := range y.Notes {
		if n.KWI == code {
			hung = append(hung, alongField(f, "note/"+strconv.Itoa(i), string(n.With), n.Text, staysHere))
		}
	}
	for _, number := range f.Client.Hanging(y.Name, code).Actions {
		if _, a := f.Client.Action(number); a != nil {
			hung = append(hung, alongField(f, "action/"+number, number, a.Text, staysHere))
		}
	}
	if len(hung) > 0 {
		fields = append(append(fields, widget.Field{ID: "h.hung", Kind: widget.HeadingField, Label: f.T("draft.turn.hung")}), hung...)
	}
	frame, std, name, was, notes := *f, part.Standard(f), y.Name, k, len(y.Notes)
	var form widget.FormDialog
	form = widget.FormDialog{
		Name: "kwi/split/" + code.String(), Title: f.T("draft.split.title", code.Short()+" "+cells.Line(k.Title, 40)), Text: f.T("draft.split.text"), Verb: f.T("draft.turn.on"),
		Fields: append(fields, whyField(f)), There: hasKWIs(name, code), Check: needsTitle(f.T("draft.turn.title.missing")),
		Then: func(e widget.Edits) kit.Outcome {
			s := account.Splitting{From: code, Title: e.Get("title"), Why: e.Get("why"), On: frame.Today, Standard: std}
			for _, who := range was.Wishers() {
				if e.Get("who/"+string(who)) == goesAlong {
					s.WishedBy = append(s.WishedBy, who)
				}
			}
			for _, q := range was.Questions {
				if e.Get("q/"+q.Code.String()) == goesAlong {
					s.Questions = append(s.Questions, q.Code)
				}
			}
			for i := range notes {
				if e.Get("note/"+strconv.Itoa(i)) == goesAlong {
					s.Notes = append(s.Notes, i)
				}
			}
			for _, number := range frame.Client.Hanging(name, code).Actions {
				if e.Get("action/"+number) == goesAlong {
					s.Actions = append(s.Actions, number)
				}
			}
			do := func(c *account.Client) (account.KWICode, error) { return c.SplitKWI(name, s) }
			out := kit.Changes(kit.Label("draft.label.split", code.String()), func(c *account.Client) error {
				_, err := do(c)
				return err
			})
			return before(&frame, frame.T("draft.split.sure"), frame.T("draft.split.yes"), refilled(form, e), out, do)
		}}
	return kit.Outcome{Ask: form}
}
