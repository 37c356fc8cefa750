package interview

import (
	"slices"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/widget"
)

// page is one of the pages of the talk, in their order; the first five are the
// topics.
type page int

const (
	ranking page = iota + 5
	asking
	declining
	reading
	closing
	promising
	pages // how many there are
)

// pageNames are the pages as a place tells them.
func pageNames() []string {
	var out []string
	for _, t := range account.Topics() {
		out = append(out, string(t))
	}
	return append(out, kit.TalkRanking, kit.TalkAsking, kit.TalkUnwanted, kit.TalkReadBack, kit.TalkElse, kit.TalkPromising)
}

// pagesOf are the pages of the talk with a client, in their order: in the simple
// approach no more than their questions, what they do not expect, all of it read
// back, and what else there is.
func pagesOf(f *kit.Frame) []page {
	if f.Client.Approach == account.Simple {
		return []page{asking, declining, reading, closing}
	}
	all := make([]page, pages)
	for i := range all {
		all[i] = page(i)
	}
	return all
}

// place is where a page is among those of the client, -1 where it is none.
func (p page) place(f *kit.Frame) int { return slices.Index(pagesOf(f), p) }

func (p page) name() string { return pageNames()[p] }

func pageNamed(name string) (page, bool) {
	i := slices.Index(pageNames(), name)
	return page(i), i >= 0
}

// topic is what is caught on the page; false where it is no note.
func (p page) topic() (account.Topic, bool) {
	if int(p) < len(account.Topics()) {
		return account.Topics()[p], true
	}
	return "", p == closing
}

// seeks reports whether somebody may still be looking there for what matters
// to them, or for what to be asked.
func (p page) seeks() bool {
	_, notes := p.topic()
	return notes || p == ranking || p == asking
}

// writes reports whether the line to write on is open when one comes there.
func (p page) writes() bool {
	_, notes := p.topic()
	return notes || p == asking || p == declining || p == promising
}

// asked are the questions of the page: its own, and then those about a word in
// the last line on it that everybody means differently, or examples.
func (s *Screen) asked(f *kit.Frame) []string {
	own := s.ownAsked(f)
	topic, notes := s.page.topic()
	switch {
	case notes:
		_, about, _ := guideOf(f).Probe(s.lastLine(f, topic))
		return append(own, about...)
	case s.page == asking:
		return append(own, s.examples(f)...)
	}
	return own
}

// ownAsked are the questions of the page itself.
func (s *Screen) ownAsked(f *kit.Frame) []string {
	g := guideOf(f)
	talk := g.Interview()
	switch s.page {
	case ranking:
		return []string{talk.Rank}
	case asking:
		return []string{talk.Ask}
	case declining:
		return []string{talk.Unwanted}
	case reading:
		return []string{talk.Right}
	case closing:
		return []string{talk.Else}
	case promising:
		return s.promises(f)
	}
	for _, t := range g.Topics() {
		if t.Name == s.page.name() {
			return t.Questions
		}
	}
	return nil
}

// lastLine is what was caught last about a topic, "" where nothing was.
func (s *Screen) lastLine(f *kit.Frame, topic account.Topic) (said string) {
	for _, n := range f.Y().Notes {
		if n.With == s.who && topicOf(n) == topic {
			said = n.Text
		}
	}
	return said
}

// row is which of several things stands large on the page: a question, or one
// of the lines.
func (s *Screen) row(f *kit.Frame) int {
	switch s.page {
	case ranking:
		return s.list.In(len(f.Y().Ranked(s.who)))
	case reading:
		fields := s.fields(f)
		at := s.form.Field(fields).ID
		return max(slices.IndexFunc(fields, func(field widget.Field) bool { return field.ID == at }), 0)
	}
	return s.turn % max(len(s.asked(f)), 1)
}

// onRow is the page with that one.
func (s Screen) onRow(f *kit.Frame, row int) Screen {
	switch s.page {
	case ranking:
		n := len(f.Y().Ranked(s.who))
		s.list = s.list.To(row, n, n)
	case reading:
		if fields := s.fields(f); row < len(fields) {
			s.form = s.form.On(fields[row].ID)
		}
	default:
		s = s.at(f, row)
	}
	return s
}

// at is the page with another of its questions on it. The line below a promise
// is for the day of that one.
func (s Screen) at(f *kit.Frame, turn int) Screen {
	s.turn = turn % max(len(s.asked(f)), 1)
	if s.page == promising {
		s = s.begun(f)
	}
	return s
}

// question is the one that stands on the page.
func (s *Screen) question(f *kit.Frame) string {
	all := s.asked(f)
	if len(all) == 0 {
		return ""
	}
	return all[s.turn%len(all)]
}

// examples are questions to react to, but for those that were taken over.
func (s *Screen) examples(f *kit.Frame) []string {
	k := s.wish(f)
	if k == nil {
		return nil
	}
	return slices.DeleteFunc(guideOf(f).Examples(k.Expectation+"\n"+k.Title, f.Supplier), func(text string) bool {
		return slices.ContainsFunc(k.Questions, func(q account.Question) bool { return q.Text == text })
	})
}

// onExample reports whether an example stands on the page.
func (s *Screen) onExample(f *kit.Frame) bool {
	return s.page == asking && s.wish(f) != nil && s.turn%len(s.asked(f)) > 0
}
