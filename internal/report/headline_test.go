package report_test

import (
	"regexp"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/internal/report"
	"kwi/internal/score"
)

// Before any table the first part holds the total, its change, and what
// matters: three sentences, or fewer where a figure may not be told.
func TestTheFirstPageSaysTheTotalAndWhatMatters(t *testing.T) {
	for _, c := range known(t) {
		for _, table := range score.HistoryOf(&c) {
			d := made(&c, table.Cycle, report.ForClient)
			var headline report.Headline
			var lead []string
		blocks:
			for _, b := range d.Parts[0].Blocks {
				switch b := b.(type) {
				case report.Headline:
					headline = b
				case report.Text:
					if b.Lead {
						lead = append(lead, b.Text)
					}
				case report.Table:
					break blocks
				}
			}
			y, total := c.Cycle(table.Cycle), table.Total.Sums.Score()
			if want := lang.For("nl").ScoreBy(y.AnswersBy, int(total), total.OK()); headline.Figure.Text != want {
				t.Errorf("%s %s: the total is told as %q, not %q", c.ID, y.Name, headline.Figure.Text, want)
			}
			if change := score.HistoryOf(&c).Change(0, y.Name); headline.Change.Missing == change.OK || change.OK && headline.Change.Number != change.By {
				t.Errorf("%s %s: the change is told as %+v, not %+v", c.ID, y.Name, headline.Change, change)
			}
			if y.Named() && total.OK() && len(y.KWIs) > 1 && len(lead) != 3 {
				t.Errorf("%s %s: %d sentences: %q", c.ID, y.Name, len(lead), lead)
			}
			if len(lead) == 0 {
				t.Errorf("%s %s: nothing is said", c.ID, y.Name)
			}
		}
	}
}

func TestWhatIsAgreedNext(t *testing.T) {
	c := file(t, "newmedia.json")[0]
	y := c.Newest()
	said := func(all ...account.Action) string {
		y.Actions = all
		for _, b := range made(&c, "", report.ForClient).Parts[0].Blocks {
			if x, ok := b.(report.Text); ok && x.Lead && regexp.MustCompile("Er sta").MatchString(x.Text) {
				return x.Text
			}
		}
		return ""
	}
	action := func(number, text string, due account.Moment) account.Action {
		return account.Action{Number: number, Text: text, For: "RM", Side: account.SupplierSide, Status: account.Open, Due: due}
	}
	for _, one := range []struct {
		want string
		all  []account.Action
	}{
		{"Er staan geen afspraken open.", nil},
		{"Er staat één afspraak open. De afgesproken dag is voorbij.", []account.Action{action("2011-01", "Te laat.", "2011-01-01")}},
		{"Er staan 2 afspraken open. Van alle 2 is de afgesproken dag voorbij.", []account.Action{action("2011-01", "Te laat.", "2011-01-01"), action("2011-02", "Ook.", "2011-01-02")}},
		{"Er staan 4 afspraken open. Als eerste komt 2011-04: Eerder (RM, 1 jul 2027).", []account.Action{action("2011-01", "Te laat.", "2011-01-01"), action("2011-02", "Ooit", ""), action("2011-03", "Later", "2027-07-02"), action("2011-04", "Eerder.", "2027-07-01")}},
		{"Er staat één afspraak open. Als eerste komt 2011-02: Ooit (RM).", []account.Action{action("2011-02", "Ooit", "")}},
	} {
		if got := said(one.all...); got != one.want {
			t.Errorf("%q, not %q", got, one.want)
		}
	}
}

// What a client gets says of nobody what they are to us: who carries the process
// and who recommends us how warmly stays within the house. How many there are of
// each, it may say.
func TestTheClientReadsNoRankBesideAName(t *testing.T) {
	rank := regexp.MustCompile(`(?i)sponsor|promotor|promoter|passie|passive|criticaster|detractor`)
	counted := regexp.MustCompile(`(?i)(\d+|geen|no) (promotors?|promoters?|passief|passieven|passives?|criticasters?|detractors?)`)
	for _, c := range known(t) {
		if c.Sponsor == "" && len(c.Respondents) > 0 {
			c.Sponsor = c.Respondents[0].Initials
		}
		for _, y := range c.Cycles {
			for _, tag := range []string{"nl", "en"} {
				o := report.Options{Language: tag, Supplier: "BESTSELLER B.V.", Today: today}
				for _, d := range []report.Document{report.Monitor(&c, y.Name, o), report.Minutes(&c, y.Name, o)} {
					told(d, func(s string) {
						if own := rank.FindString(counted.ReplaceAllString(s, "")); own != "" {
							t.Errorf("%s %s: %s", c.ID, y.Name, s)
						}
					})
				}
			}
		}
	}
	c := file(t, "newmedia.json")[0]
	inside := ""
	told(made(&c, "", report.Internal), func(s string) { inside += s + "\n" })
	if !strings.Contains(inside, "sponsor") || !strings.Contains(inside, "(promotor)") {
		t.Error("our own people are not told either")
	}
}
