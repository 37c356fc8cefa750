package widget

import (
	"kwi/internal/account"
	"kwi/internal/hand"
	"kwi/ui/kit"
)

// draftPlace is where a draft of a field is found again.
func (f Form) draftPlace(field Field) string {
	place := field.ID
	if field.Same != "" {
		place = field.Same
	}
	if f.Of != "" {
		place = f.Of + "/" + place
	}
	return place
}

// Renamed is the form with people and cycles by other names, wherever a field or
// a draft of it is known by them.
func (f Form) Renamed(n account.Renames) Form {
	f.Of, f.at, f.same, f.visit.place, f.ended.place = n.Place(f.Of), n.Place(f.at), n.Place(f.same), n.Place(f.visit.place), n.Place(f.ended.place)
	return f
}

// resumed is the field just opened, with what an earlier visit left half
// typed in it. What says the same as what is kept was kept after all.
func (f Form) resumed(fr kit.Frame, field Field) Form {
	if f.ended == (endedLine{f.visit.place, fr.Beat}) {
		return f // the frame still has the draft of the line before, which is kept
	}
	if d, ok := fr.Drafts[f.visit.place]; ok && d.Text != f.visit.text {
		f.visit.editor, f.visit.from = f.visit.editor.Replaced(d.Text), d.At
	}
	return f
}

// endedLine is where a text was kept, and in which message: lines that are
// typed below each other have one place for what is half typed.
type endedLine struct {
	place string
	beat  int
}

// draft is what is half typed, false where nothing is.
func (f Form) draft() (hand.Draft, bool) {
	text := f.visit.editor.Text()
	return hand.Draft{Place: f.visit.place, Text: text}, f.open && text != f.visit.text
}

// drafted is an outcome that tells what is half typed after it, and what no
// longer is.
func (f Form) drafted(was Form, out kit.Outcome) kit.Outcome {
	before, had := was.draft()
	now, has := f.draft()
	if had && (!has || now.Place != before.Place) && !f.visit.later {
		out.Settled = append(out.Settled, before.Place)
	}
	if has && (!had || now.Place != before.Place || now.Text != before.Text) {
		out.Drafts = append(out.Drafts, now)
	}
	return out
}

// draftNote is what a field says of a draft: that there is one, or that this
// is it.
func (f Form) draftNote(fr kit.Frame, field Field, inHand bool) string {
	if inHand && f.open {
		if f.visit.from != "" && f.visit.editor.Text() != f.visit.text {
			return fr.T("kit.draft.resumed", typedAt(fr, f.visit.from))
		}
		return ""
	}
	d, ok := fr.Drafts[f.draftPlace(field)]
	if !ok || !field.typed() || !field.free() || d.Text == field.words(fr) {
		return ""
	}
	return fr.T("kit.draft.here", typedAt(fr, d.At))
}

// typedAt is when a draft was typed, of today the hour alone.
func typedAt(fr kit.Frame, at account.Moment) string {
	if at.Date() == fr.Today && len(at) > len(fr.Today) {
		return string(at[len(fr.Today)+1:])
	}
	return fr.Words.ShortMoment(at, fr.Today)
}

// withoutDrafts is a frame with the drafts of something within the screen left
// out: a dialog has its fields' drafts as one of its own.
func withoutDrafts(fr kit.Frame) kit.Frame {
	fr.Drafts = nil
	return fr
}

// HalfTyped is what is being typed in the open field and not kept yet; "" where nothing
// is.
func (f Form) HalfTyped() string {
	if text := f.visit.editor.Text(); f.open && text != f.visit.text {
		return text
	}
	return ""
}
