package account

import (
	"slices"

	"kwi/internal/fault"
)

// TakeExample takes a sentence that somebody reacted to over as a question of a
// KWI. One that is there already is not taken twice.
func (c *Client) TakeExample(cycle CycleName, code KWICode, text string, std Standard) error {
	y, err := c.running(cycle)
	if err != nil {
		return err
	}
	k := y.KWI(code)
	if k == nil {
		return fault.New(fault.Removed, code.String())
	}
	if i := slices.IndexFunc(k.Questions, func(q Question) bool { return q.Text == text }); i >= 0 {
		return fault.New(fault.Doubled, k.Questions[i].Code.String())
	}
	_, err = c.AddQuestion(cycle, code, Question{Kind: std.Recognise(text), Text: text})
	return err
}

// BeginWithExample makes a KWI of which an example of a question is known first,
// and takes that over.
func (c *Client) BeginWithExample(cycle CycleName, k KWI, text string, std Standard) (KWICode, error) {
	code, err := c.AddKWI(cycle, k, std)
	if err != nil {
		return 0, err
	}
	return code, c.TakeExample(cycle, code, text, std)
}
