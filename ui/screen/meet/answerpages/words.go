package answerpages

import (
	"kwi/internal/account"
	"kwi/internal/guide"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// fields are what is written on the page in hand; none where nothing is.
func (s Screen) fields(f *kit.Frame) []widget.Field { return s.fieldsOf(f, &account.Sitting{}) }

// fieldsOf are the fields, which note in a sitting what is set.
func (s Screen) fieldsOf(f *kit.Frame, mine *account.Sitting) []widget.Field {
	word := wordsOf[s.at.kind]
	if word == "" {
		return nil
	}
	name, who := f.Y().Name, s.who
	set := func(text string) kit.Outcome {
		return kit.Changes(kit.Label("measure.label.remark", string(who)), func(c *account.Client) error {
			return c.EditRemark(name, who, func(r *account.Remark) { r.Text = text })
		})
	}
	if at := map[account.Word]func(*account.NPS) *string{
		account.WhyWord:     func(n *account.NPS) *string { return &n.Why },
		account.PleasedWord: func(n *account.NPS) *string { return &n.Pleased },
		account.MissedWord:  func(n *account.NPS) *string { return &n.Missed },
	}[word]; at != nil {
		set = func(text string) kit.Outcome { return s.edits(f, func(n *account.NPS) { *at(n) = text }) }
	}
	return []widget.Field{{ID: string(word), Kind: widget.TextField, Lines: 12, Value: s.words(f, word), Why: closed(f), Set: func(text string) kit.Outcome {
		*mine = mine.Said(word, text)
		return set(text)
	}}}
}

// text is what a page says, large.
func (s Screen) text(f *kit.Frame) string {
	g := guide.For(f.Words.Tag())
	switch s.at.kind {
	case promise:
		if f.Y().Promise() == account.ByGroup {
			return g.Message(guide.ListByGroup)
		}
		return g.Message(guide.ListByName)
	case grading:
		if q := f.Y().Question(s.at.q); q != nil {
			return q.Text
		}
	case remark:
		return g.Message(guide.ListRemarks)
	case aloud:
		if !f.Y().Named() {
			return f.T("meet.answer.aloud")
		}
		return f.T("meet.answer.aloud.named")
	case recommendation:
		return f.T("meet.answer.recommend", f.Supplier)
	case why:
		return g.Message(guide.NPSWhy)
	case pleased:
		return g.Message(guide.NPSPleased)
	case missed:
		return g.Message(guide.NPSMissed)
	case named:
		return f.T("meet.answer.named")
	}
	return g.Message(guide.ListThanks, f.Supplier)
}
