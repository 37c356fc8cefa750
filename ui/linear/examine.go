package linear

import "kwi/internal/lang"

// Examined is what was found out about one thing of how kwi stands on this machine. Nothing
// of it is about a client.
type Examined struct {
	Head  string
	Lines []string
}

// examine tells all of that, where somebody helps who has to know.
func (t *teller) examine() error {
	found, err := t.Examine(lang.For(t.Words.Tag()))
	if err != nil {
		return t.refuse(err)
	}
	for _, one := range found {
		t.say(sentence(one.Head))
		for _, line := range one.Lines {
			t.say(line)
		}
	}
	return nil
}
