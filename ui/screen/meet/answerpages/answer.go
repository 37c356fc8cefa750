package answerpages

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/internal/text"
	"kwi/ui/keys"
	"kwi/ui/kit"
)

// answer is the answer to a question as far as it may be shown: what was typed
// now, or by name what is kept.
func (s Screen) answer(f *kit.Frame, q account.QuestionCode) account.Answer {
	if a := f.Sitting.Answer(q); a.Grade != 0 {
		return a
	}
	return f.Y().Voice(person(f)).Sheet.Of(q)
}

// recommended is the recommendation as far as it may be shown, "" for none.
func (s Screen) recommended(f *kit.Frame) string { return s.words(f, account.ScoreWord) }

// words are a text of the list as far as it may be shown.
func (s Screen) words(f *kit.Frame, w account.Word) string {
	if typed := f.Sitting.Typed(w); typed != "" {
		return typed
	}
	v := f.Y().Voice(person(f))
	switch n := v.Recommendation; {
	case w == account.RemarkWord:
		return v.Remark
	case w == account.AloudWord && v.Remark != "" && v.Aloud, w == account.NameWord && n != nil:
		return account.YesWord
	case n == nil:
		return ""
	case w == account.ScoreWord:
		return strconv.Itoa(n.Score)
	case w == account.WhyWord:
		return n.Why
	case w == account.PleasedWord:
		return n.Pleased
	case w == account.MissedWord:
		return n.Missed
	}
	return ""
}

// digitOf is the digit that a key is.
func digitOf(msg tea.Msg) (int, bool) {
	k, ok := msg.(tea.KeyPressMsg)
	if name := text.Narrow(k.Text); ok && keys.Has(keys.Digits, name) {
		n, err := strconv.Atoi(name)
		return n, err == nil
	}
	return 0, false
}

// digit gives the page in hand its grade or its number. Of a grade 0 is a ten;
// of the recommendation it is one behind a 1.
func (s Screen) digit(f *kit.Frame, n int, one bool) (kit.Screen, kit.Outcome) {
	if why := closed(f); why != "" {
		return s, kit.Refuses(why)
	}
	if n == 0 && (one || s.at.kind == grading) {
		n = 10
	}
	s.one = n == 1
	s.sheet = len(s.sheets(f)) - 1 // where it is seen
	if s.at.kind == recommendation {
		return s.number(f, n)
	}
	a := s.answer(f, s.at.q)
	a.Grade = account.Grade(n)
	return s.gives(f, a)
}

// gives keeps what is another in an answer than in what may be shown of it, as
// one given in conversation.
func (s Screen) gives(f *kit.Frame, a account.Answer) (kit.Screen, kit.Outcome) {
	name, who, today, inTalk := f.Y().Name, s.who, f.Today, f.T("meet.answer.intalk")
	change := a.ChangeFrom(s.answer(f, a.Question))
	s.mine = s.mine.Graded(a)
	return s, kit.Outcome{Change: &hand.Change{
		Label: kit.Label("measure.label.grade", a.Question.String(), string(who)),
		Group: s.group("grade/" + a.Question.String()),
		Apply: func(c *account.Client) error {
			if err := c.EditAnswer(name, who, a.Question, today, inTalk, change); err != nil || !c.Cycle(name).Gave(who, a.Question) {
				return err
			}
			return c.AnswerInTalk(name, who, today)
		},
	}}
}

// weighs gives the answer in hand its relevance.
func (s Screen) weighs(f *kit.Frame, r account.Relevance) (kit.Screen, kit.Outcome) {
	a := s.answer(f, s.at.q)
	a.Relevance = r
	return s.gives(f, a)
}

// clears takes away the answer or the number in hand.
func (s Screen) clears(f *kit.Frame) (kit.Screen, kit.Outcome) {
	name, who := f.Y().Name, s.who
	if s.at.kind == recommendation {
		s.mine = s.mine.Said(account.ScoreWord, "")
		return s, kit.Changes(kit.Label("measure.label.nps", string(who)), func(c *account.Client) error { return c.AnswerNPS(name, who, nil) })
	}
	return s.gives(f, account.Answer{Question: s.at.q})
}

// number keeps how likely a recommendation is.
func (s Screen) number(f *kit.Frame, n int) (kit.Screen, kit.Outcome) {
	name, who := f.Y().Name, s.who
	s.mine = s.mine.Said(account.ScoreWord, strconv.Itoa(n))
	return s, kit.Outcome{Change: &hand.Change{
		Label: kit.Label("measure.label.nps", string(who)), Group: s.group("nps"),
		Apply: func(c *account.Client) error { return c.EditNPS(name, who, func(r *account.NPS) { r.Score = n }) },
	}}
}

// group names the stay on a page.
func (s Screen) group(what string) string { return what + "#" + strconv.Itoa(s.visit) }

// says keeps a yes or a no, and goes on.
func (s Screen) says(f *kit.Frame, yes bool) (kit.Screen, kit.Outcome) {
	name, who := f.Y().Name, s.who
	reply := account.NoWord
	if yes {
		reply = account.YesWord
	}
	out := kit.Changes(kit.Label("measure.label.remark", string(who)), func(c *account.Client) error {
		return c.EditRemark(name, who, func(r *account.Remark) { r.Released = yes })
	})
	word := account.AloudWord
	if s.at.kind == named {
		word, out = account.NameWord, s.edits(f, func(n *account.NPS) { n.Anonymous, n.NameUnasked = !yes, false })
	}
	s.mine = s.mine.Said(word, reply)
	i, all := s.in(f)
	return s.to(f, all[i+1]), out
}

// edits changes a part of a recommendation that is there: without its number
// there is none.
func (s Screen) edits(f *kit.Frame, change func(*account.NPS)) kit.Outcome {
	name, who := f.Y().Name, s.who
	return kit.Changes(kit.Label("measure.label.nps", string(who)), func(c *account.Client) error {
		if y := c.Cycle(name); y == nil || !y.Recommends(who) {
			return fault.New(fault.Missing)
		}
		return c.EditNPS(name, who, change)
	})
}

// closed is why nothing can be answered any more, "" while it can.
func closed(f *kit.Frame) string {
	if f.Y().Stage == account.Closed {
		return f.T("meet.closed")
	}
	return ""
}
