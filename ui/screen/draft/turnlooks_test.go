package draft

import (
	"fmt"
	"testing"

	"kwi/internal/account"
	"kwi/ui/kit/kittest"
)

// two is a client of whom KK and AV wish a KWI each, with notes and an agreement
// that hang on the one of KK.
func two(t testing.TB, tag string) account.Client {
	c := typical(t, tag)
	std := account.Standard{Noticed: say(tag, "Wij merkten dat Leverancier zichtbaar aan deze KWI werkte.", "We noticed that Leverancier visibly worked on this KWI.")}
	code, err := c.AddKWI(cycle, account.KWI{Title: say(tag, "Niets begint van voren af aan", "Nothing begins all over again"), WishedBy: "AV",
		Expectation: say(tag, "Wie bij ons binnenkomt moet weten wat er al is gedaan.", "Whoever comes in must know what has been done already.")}, std)
	do(t, err)
	for _, text := range []string{say(tag, "Wij hoeven niets twee keer uit te leggen.", "We need not explain anything twice."), say(tag, "Wat we leren staat in het dossier.", "What we learn is in the file.")} {
		_, err := c.AddQuestion(cycle, code, account.Question{Kind: account.Own, Text: text})
		do(t, err)
	}
	do(t, c.NoteKWI(cycle, c.Newest().Notes[0], 1))
	return c
}

// over is two after one of what can become of a KWI.
func over(t testing.TB, tag string, change func(*account.Client) error) account.Client {
	c := two(t, tag)
	do(t, change(&c))
	return c
}

// What can become of a KWI asks, and says beforehand what will be so; after it the
// list and the story tell.
func TestLooksOfWhatBecomesOfAKWI(t *testing.T) {
	q := func(k account.KWICode, n uint16) account.QuestionCode { return account.QuestionCode{KWI: k, Serial: n} }
	noticed := account.Standard{Noticed: "Wij merkten dat Leverancier zichtbaar aan deze KWI werkte."}
	merge := func(c *account.Client) error {
		_, err := c.MergeKWIs(cycle, account.Merging{From: []account.KWICode{1, 2}, Title: "Kennis en dossier", Along: []account.QuestionCode{q(1, 1), q(2, 1), q(2, 2)}, Notes: true, Actions: true, Why: "KK en AV bedoelen hetzelfde.", On: kittest.Today, Standard: noticed})
		return err
	}
	split := func(c *account.Client) error {
		_, err := c.SplitKWI(cycle, account.Splitting{From: 2, Title: "Wat we leren", Questions: []account.QuestionCode{q(2, 2)}, Why: "Het zijn twee dingen.", On: kittest.Today, Standard: noticed})
		return err
	}
	drop := func(c *account.Client) error {
		return c.DropKWI(cycle, 2, "AV is er niet meer mee bezig.", kittest.Today)
	}
	for size, s := range map[string][2]int{"60x20": {57, 16}, "80x24": {77, 20}, "120x40": {117, 36}} {
		for _, tag := range []string{"nl", "en"} {
			for _, g := range []struct {
				name   string
				change func(*account.Client) error
				keys   []string
			}{
				{"merge", nil, []string{"m"}},
				{"merge-sure", nil, []string{"m", "ctrl+s"}},
				{"merge-new", nil, []string{"m", "right", "right", "down", "'Kennis en dossier", "ctrl+s"}},
				{"merge-unnamed", nil, []string{"m", "down", "'Kennis", "ctrl+s"}},
				{"split-empty", nil, []string{"d", "'Dossier", "down", "down", "right", "down", "right", "ctrl+s"}},
				{"split", nil, []string{"d"}},
				{"split-sure", nil, []string{"d", "'Dossier", "down", "down", "down", "right", "ctrl+s"}},
				{"together", nil, []string{"w"}},
				{"together-words", nil, []string{"w", "end", "enter"}},
				{"renew", nil, []string{"r"}},
				{"gone", drop, []string{"end"}},
				{"takeup", drop, []string{"end", "ctrl+x"}},
				{"merged", merge, nil},
				{"story-merged", merge, []string{"b"}},
				{"story-gone", merge, []string{"end", "b"}},
				{"story-split", split, []string{"down", "b"}},
			} {
				c := two(t, tag)
				if g.change != nil {
					c = over(t, tag, g.change)
				}
				kittest.Golden(t, fmt.Sprintf("turn-%s-%s-%s", g.name, size, tag), at(t, s[0], s[1], tag, c, g.keys...).View())
			}
		}
	}
}
