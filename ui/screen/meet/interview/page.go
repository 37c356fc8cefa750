package interview

import (
	"slices"

	"kwi/internal/account"
	"kwi/ui/kit"
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

// writes reports whether the line to write on is open when one comes there.
func (p page) writes() bool {
	_, notes := p.topic()
	return notes || p == asking || p == declining || p == promising
}

// asked are the questions of the page. Of what was caught last, a word that
// everybody means differently raises those about that word.
func (s *Screen) asked(f *kit.Frame) []string {
	g := guideOf(f)
	talk := g.Interview()
	topic, notes := s.page.topic()
	if notes {
		if _, questions, found := g.Probe(s.last); found {
			return questions
		}
	}
	switch s.page {
	case ranking:
		return []string{talk.Rank}
	case asking:
		return append([]string{talk.Ask}, s.examples(f)...)
	case declining:
		return []string{talk.Unwanted}
	case reading:
		return []string{talk.Right}
	case closing:
		return []string{talk.Else}
	case promising:
		return []string{g.Promise(f.Words.SaidDate(s.day(f), f.Today))}
	}
	for _, t := range g.Topics() {
		if t.Name == string(topic) {
			return t.Questions
		}
	}
	return nil
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
