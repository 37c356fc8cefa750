package account

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
)

// Erasure is that somebody was erased at a client, told in such a way that only whoever
// still has them finds out who it was: at other places the client may be as they were
// before, and they are to be erased there too.
type Erasure struct {
	Mark  string       `json:"mark"`          // no other erasure has it
	Who   []string     `json:"who,omitempty"` // sums of their initials, now and formerly; none where only texts named them
	As    Initials     `json:"as,omitempty"`  // under which goes on what had to stay
	On    Date         `json:"on"`
	Word  string       `json:"word,omitempty"`  // what takes the place of the name in a text that nobody decided on
	All   bool         `json:"all,omitempty"`   // they are erased at all clients
	Texts DecidedTexts `json:"texts,omitempty"` // what became of the texts of others, as far as somebody decided
}

// DecidedTexts are texts by the sum of what they were.
type DecidedTexts map[string]string

// sum is a text as it is told of in an erasure.
func (e *Erasure) sum(s string) string {
	sum := sha256.Sum256([]byte(e.Mark + "\x00" + s))
	return hex.EncodeToString(sum[:12])
}

// OfPerson has it be of somebody who had these initials.
func (e *Erasure) OfPerson(initials ...Initials) {
	for _, who := range initials {
		e.Who = append(e.Who, e.sum(string(who)))
	}
}

// Decide adds what became of texts.
func (e *Erasure) Decide(texts map[string]string) {
	for was, is := range texts {
		if e.Texts == nil {
			e.Texts = DecidedTexts{}
		}
		e.Texts[e.sum(was)] = is
	}
}

// Among are the initials by which a client still knows them.
func (e *Erasure) Among(c *Client) (out []Initials) {
	is := func(who Initials) bool { return slices.Contains(e.Who, e.sum(string(who))) }
	for _, r := range c.Respondents {
		if is(r.Initials) || slices.ContainsFunc(r.Formerly, is) {
			out = append(out, r.Initials)
		}
	}
	for _, m := range c.Colleagues {
		if is(m.Initials) {
			out = append(out, m.Initials)
		}
	}
	return out
}

// Erase erases them in a client as they are at another place, with what was decided on
// texts, and reports whether there was anything of them; also is what else they are called.
func (e *Erasure) Erase(c *Client, also ...string) (done bool) {
	instead := map[string]string{}
	c.readFree(func(_ Whereabouts, s *string) {
		if is, decided := e.Texts[e.sum(*s)]; decided {
			instead[*s] = is
		}
	})
	for _, who := range e.Among(c) {
		naming := c.NamingOf(who, also...)
		for _, w := range naming.Writings(c) {
			if _, decided := instead[w.Text]; !decided && e.Word != "" {
				instead[w.Text] = naming.Strike(w.Text, e.Word)
			}
		}
		if _, err := c.EraseAs(who, e.As, e.On); err == nil {
			done = true
		}
	}
	for was, is := range instead {
		if was == is {
			delete(instead, was)
		}
	}
	if len(instead) > 0 {
		done = c.ReplaceWords(instead) > 0 || done
	}
	*c = c.Tidy()
	return done
}

// Public is it without what only whoever erased may know: what they decided on texts.
func (e Erasure) Public() Erasure {
	e.Texts = nil
	return e
}
