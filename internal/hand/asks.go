package hand

import "kwi/internal/account"

// Unsaid are the words that a change gives to what had gone out, of which it was
// not told what they mean.
func (h Hand) Unsaid(c Change) []account.Rewording {
	was := h.Now()
	now := was.Clone()
	if c.Told.telling(c.Apply)(&now) != nil {
		return nil
	}
	return was.Unsaid(&now)
}

// Aside is how many answers a change takes away that it was not told to; 0 where
// it takes none, or cannot be done even so.
func (h Hand) Aside(c Change) int {
	was := h.Now()
	now := was.Clone()
	c.Told.Aside = account.AllAnswers
	if c.Told.telling(c.Apply)(&now) != nil {
		return 0
	}
	return max(was.GivenInAll()-now.GivenInAll(), 0)
}

// With is the client after a change, or as it is where that cannot be done.
func (h Hand) With(c Change) account.Client {
	now := h.Now().Clone()
	if c.Told.Do(&now, c.Apply) != nil {
		return h.Now()
	}
	return now
}
