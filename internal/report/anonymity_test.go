package report_test

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/account/accounttest"
	"kwi/internal/report"
	"kwi/internal/score"
)

// Nothing withheld can be computed from a document when the document is the
// same whatever the withheld is. So these tests change it, and look.

// cases draws a client: any, or one of the example with many answers, of whom
// some cycles are by group and some answers nameless.
func cases(r *rapid.T, examples []account.Client) account.Client {
	if rapid.Bool().Draw(r, "any") {
		return accounttest.Client(r, "x")
	}
	c := rapid.SampledFrom(examples).Draw(r, "example").Clone()
	for i := range c.Cycles {
		y := &c.Cycles[i]
		if rapid.Bool().Draw(r, "group") {
			y.AnswersBy = account.ByGroup
		}
		for _, who := range slices.Sorted(maps.Keys(y.Answers)) {
			if rapid.IntRange(0, 3).Draw(r, "gone") == 0 {
				delete(y.Answers, who)
			}
		}
		for _, who := range slices.Sorted(maps.Keys(y.NPS)) {
			n := y.NPS[who]
			n.Anonymous = rapid.IntRange(0, 4).Draw(r, "nameless") == 0
			n.NameUnasked = n.Anonymous && rapid.Bool().Draw(r, "unasked")
			y.NPS[who] = n
			if rapid.IntRange(0, 2).Draw(r, "silent") == 0 {
				delete(y.NPS, who)
			}
		}
	}
	return c
}

// same holds two clients to the same documents.
func same(r *rapid.T, before, after *account.Client, audiences ...report.Audience) {
	for i := range before.Cycles {
		name := before.Cycles[i].Name
		for _, a := range audiences {
			if x, y := made(before, name, a), made(after, name, a); !reflect.DeepEqual(x, y) {
				r.Fatalf("%s, audience %d: the document tells them apart:\n%s", name, a, difference(x, y))
			}
		}
		o := report.Options{Language: "nl", Today: today}
		if x, y := report.YouSaid(before, name, o), report.YouSaid(after, name, o); !reflect.DeepEqual(x, y) {
			r.Fatalf("%s: what became of what they said tells them apart:\n%s", name, difference(x, y))
		}
	}
}

func difference(a, b report.Document) string {
	var x, y []string
	told(a, func(s string) { x = append(x, s) })
	told(b, func(s string) { y = append(y, s) })
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return x[i] + "\n" + y[i]
		}
	}
	return "the shape"
}

// rotated gives everybody what the one before them had.
func rotated[V any](m map[account.Initials]V) map[account.Initials]V {
	who := slices.Sorted(maps.Keys(m))
	out := maps.Clone(m)
	for i := range who {
		out[who[i]] = m[who[(i+1)%len(who)]]
	}
	return out
}

// withheld is what is not shown of each cycle, and how many lists are awaited.
func withheld(c *account.Client) (out []string) {
	for _, t := range score.HistoryOf(c) {
		out = append(out, fmt.Sprint(t.Cycle, t.Withheld, len(t.KWIs), t.Total.Respondents, t.Awaited))
	}
	return out
}

// By group it cannot be told who gave which answers, also within the house.
func TestByGroupItIsTheSameWhoeverGaveIt(t *testing.T) {
	examples := known(t)
	rapid.Check(t, func(r *rapid.T) {
		c := cases(r, examples)
		after := c.Clone()
		for i := range after.Cycles {
			if y := &after.Cycles[i]; y.AnswersBy == account.ByGroup {
				y.Answers = rotated(y.Answers)
			}
		}
		// Whether a figure would tell an answer depends on who gave it, and so
		// does whether it is shown (docs/decisions/0009).
		if !slices.Equal(withheld(&c), withheld(&after)) {
			r.Skip("what is withheld differs")
		}
		same(r, &c, &after, both...)
	})
}

// Where a KWI is withheld the total alone tells of the grades, and where that
// is withheld nothing does.
func TestWithheldGradesLeaveNoTrace(t *testing.T) {
	examples := known(t)
	rapid.Check(t, func(r *rapid.T) {
		c := cases(r, examples)
		after := c.Clone()
		for i := range after.Cycles {
			y := &after.Cycles[i]
			table := score.Of(&c, &c.Cycles[i])
			if !table.Withheld {
				continue
			}
			var up, down *account.Answer
			for _, who := range slices.Sorted(maps.Keys(y.Answers)) {
				for j := range y.Answers[who] {
					a := &y.Answers[who][j]
					switch {
					case y.KWI(a.Question.KWI) == nil:
					case table.Total.Sums.Answers == 0: // any other grade and relevance will do
						a.Grade, a.Relevance = a.Grade%10+1, (a.Relevance+1)%3
					case up == nil && a.Grade < 10:
						up = a
					case up != nil && down == nil && a.Grade > 1 && a.Relevance == up.Relevance:
						down = a
					}
				}
			}
			if up != nil && down != nil {
				up.Grade++
				down.Grade--
			}
		}
		same(r, &c, &after, both...)
	})
}

// Once one answer to the recommendation question is nameless, or answers are
// by group, nobody's number can be told; below three no number at all.
func TestNoNumberBesideAName(t *testing.T) {
	examples := known(t)
	rapid.Check(t, func(r *rapid.T) {
		c := cases(r, examples)
		after := c.Clone()
		for i := range after.Cycles {
			y := &after.Cycles[i]
			if y.NPSNamed() {
				continue
			}
			y.NPS = rotated(y.NPS)
			for who, n := range y.NPS { // whom to ask is told: it is no number
				n.NameUnasked = c.Cycles[i].NPS[who].NameUnasked
				n.Anonymous = n.Anonymous || n.NameUnasked
				y.NPS[who] = n
			}
			if score.Of(&c, &c.Cycles[i]).NPS.Withheld {
				for who, n := range y.NPS {
					n.Score = 10 - n.Score
					y.NPS[who] = n
				}
			}
		}
		same(r, &c, &after, both...)
	})
}

// What is internal makes no difference to what the client gets.
func TestNothingInternalReachesTheClient(t *testing.T) {
	const ours = "ONLY FOR US"
	examples := known(t)
	rapid.Check(t, func(r *rapid.T) {
		c := cases(r, examples)
		after := c.Clone()
		after.Plans, after.PartOf, after.Selection, after.Needs = nil, ours, account.Selection{}, account.Needs{}
		for i := range after.Respondents {
			p := &after.Respondents[i]
			p.Email, p.Level, p.Willing, p.Remark = ours, account.Strategic, "2026-01-01", ours
		}
		for i := range after.Cycles {
			hide(&after.Cycles[i], ours)
		}
		same(r, &c, &after, report.ForClient)
		for i := range after.Cycles {
			told(made(&after, after.Cycles[i].Name, report.ForClient), func(s string) {
				if strings.Contains(s, ours) {
					r.Fatalf("the client reads: %s", s)
				}
			})
		}
	})
}

// hide puts other words wherever only we may read.
func hide(y *account.Cycle, ours string) {
	y.Kickoff, y.Notes, y.NotExpected = account.Kickoff{Strategy: ours}, nil, map[account.Initials]string{"KK": ours}
	y.Analysis = account.Analysis{Remarks: ours, Outliers: ours, Proposals: ours, Misunderstanding: ours, Surprise: ours, Disappointment: ours, Noticed: ours}
	y.Findings, y.Ideas = []account.Finding{{Part: account.Surprise, By: ours, Text: ours}}, []account.Idea{{Text: ours, By: ours, WhyNot: ours}}
	for i := range y.Meeting.Ideas {
		y.Meeting.Ideas[i].By, y.Meeting.Ideas[i].WhyNot = ours, ours
	}
	y.Reasons, y.Corrections = []account.Reason{{Text: ours}}, []account.Correction{{What: ours, Why: ours}}
	for i := range y.Visits {
		y.Visits[i].Note = ours
	}
	for i := range y.KWIs {
		y.KWIs[i].Why = ours
	}
	for i := range y.Actions {
		if y.Actions[i].Why = ours; !y.Actions[i].EvidenceShared {
			y.Actions[i].Evidence = ours
		}
	}
	for who := range y.Remarks {
		if !y.IsReleased(who) {
			y.Remarks[who] = ours
		}
	}
	for who, n := range y.NPS {
		if !y.IsReleased(who) || !y.NPSNamed() {
			n.Why, n.Pleased, n.Missed = ours, ours, ours
			y.NPS[who] = n
		}
	}
}

// By group there is no list, no column of a respondent, and no formula: its
// cells would have to stand somewhere.
func TestByGroupNothingIsPerRespondent(t *testing.T) {
	examples := known(t)
	rapid.Check(t, func(r *rapid.T) {
		c := cases(r, examples)
		for i := range c.Cycles {
			y := &c.Cycles[i]
			y.AnswersBy = account.ByGroup
			for _, a := range both {
				tables(made(&c, y.Name, a), func(x report.Table) {
					if strings.HasPrefix(x.Name, "list-") {
						r.Fatalf("a list: %s", x.Name)
					}
					for _, column := range x.Columns {
						if x.Name != "assignment" && c.Respondent(account.Initials(column.Title)) != nil {
							r.Fatalf("%s has a column %s", x.Name, column.Title)
						}
					}
					for _, row := range x.Rows {
						for _, cell := range row.Cells {
							if cell.Formula != nil {
								r.Fatalf("%s computes %s", x.Name, cell.Text)
							}
						}
					}
				})
			}
		}
	})
}
