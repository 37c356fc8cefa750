package observed_test

import (
	"bytes"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/account/accounttest"
	"kwi/internal/observed"
	"kwi/internal/score"
)

// rotated gives everybody what the one before them had.
func rotated[V any](m map[account.Initials]V) map[account.Initials]V {
	who := slices.Sorted(maps.Keys(m))
	out := maps.Clone(m)
	for i := range who {
		out[who[i]] = m[who[(i+1)%len(who)]]
	}
	return out
}

// tables are the figures of a client as they may be shown.
func tables(c *account.Client) string { return fmt.Sprintf("%+v", score.HistoryOf(c)) }

// grouped draws a client, of whom many cycles are by group.
func grouped(r *rapid.T) account.Client {
	c := accounttest.Client(r, "x")
	for i := range c.Cycles {
		if rapid.IntRange(0, 3).Draw(r, "name") > 0 {
			c.Cycles[i].AnswersBy = account.ByGroup
		}
	}
	return c
}

// TestByGroupRowsHoldTheTableAndNothingElse: a row of a cycle by group has no
// respondent, no answer, no sum and no date of anybody, and its figures are those
// of score's table, so that there is nothing to compute with that score does not
// show.
func TestByGroupRowsHoldTheTableAndNothingElse(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		c := grouped(r)
		for _, row := range observed.Of(&c, "") {
			y := c.Cycle(account.CycleName(row.Cycle))
			if y.Named() {
				continue
			}
			table := score.Of(&c, y)
			if row.Respondent != "" || row.Grade != nil || row.Relevance != "" || row.Recommendation != nil || row.Question != "" || row.Why+row.Pleased+row.Missed != "" ||
				row.Weight != nil || row.Points != nil || row.Average != nil {
				r.Fatalf("by group: %+v", row)
			}
			switch row.Kind {
			case observed.ScoreRow:
				line := table.Total
				if row.KWI != "" {
					line = table.Line(y.KWIs[slices.IndexFunc(y.KWIs, func(k account.KWI) bool { return k.Code.String() == row.KWI })].Code)
				}
				want := strings.TrimSuffix(line.Sums.Score().String(), "0")
				if got := row.Score; want == "" != (got == nil) || got != nil && *got != want || *row.By != line.Respondents || row.Answers != nil {
					r.Fatalf("%+v is not %+v", row, line)
				}
			case observed.NPSRow:
				if table.NPS.OK() != (row.NPS != nil) || !table.NPS.OK() && (row.Promoters != nil || row.Passives != nil || row.Detractors != nil || !row.Withheld) {
					r.Fatalf("%+v is not %+v", row, table.NPS)
				}
			case observed.RemarkRow:
				if table.Awaited > 0 || !slices.Contains(y.NamelessRemarks(), account.Remark{Text: row.Text, Released: true}) {
					r.Fatalf("a remark that may not be told: %+v", row)
				}
			default:
				r.Fatalf("by group: %+v", row)
			}
		}
	})
}

// TestRowsByGroup are these and no others; while a list is awaited they are fewer.
func TestRowsByGroup(t *testing.T) {
	c := asked()
	y := &c.Cycles[0]
	y.AnswersBy, y.Stage, y.Assigned, y.KWIs[0].Title, c.Name = account.ByGroup, account.Measure, map[account.Initials][]account.QuestionCode{}, "Een", "X"
	for i, who := range []account.Initials{"AA", "BB", "CC", "DD"} {
		if i > 1 {
			c.Respondents = append(c.Respondents, account.Respondent{Initials: who})
		}
		y.Answers[who] = account.Sheet{{Question: y.KWIs[0].Questions[0].Code, Grade: account.Grade(5 + i)}, {Question: y.KWIs[0].Questions[1].Code, Grade: 8}}
		y.Assigned[who] = []account.QuestionCode{y.KWIs[0].Questions[0].Code, y.KWIs[0].Questions[1].Code}
		y.NPS[who] = account.NPS{Score: 5 + i, Why: "GEHEIM"}
	}
	text := func() string {
		var b bytes.Buffer
		if err := observed.WriteCSV(&b, observed.Of(&c, ""), false); err != nil {
			t.Fatal(err)
		}
		_, rows, _ := strings.Cut(strings.ReplaceAll(b.String(), `"x","X","2026H1","2026-06-10","group",`, ""), "\r\n")
		return strings.ReplaceAll(rows, "\r\n", "\n")
	}
	want := `"remark",,,,,,,"'- een - twee",,,,,,,,,,,,,,,,,,false
"score",,"KWI-01","Een",8.00,,,,,,,,,7.3,,4,,,,,,,,,,false
"score",,,,,,,,,,,,,7.3,,4,,,,,,,,,0,false
"nps",,,,,,,,,,,,4,,,,,,,,-50,0,2,2,,false
`
	if got := text(); got != want {
		t.Errorf("the rows are\n%s\nnot\n%s", got, want)
	}
	delete(y.Answers, "DD")
	if got, want := text(), "\"score\",,,,,,,,,,,,,,,0,,,,,,,,,1,true\n\"nps\",,,,,,,,,,,,4,,,,,,,,,,,,,true\n"; got != want {
		t.Errorf("while a list is awaited the rows are\n%s\nnot\n%s", got, want)
	}
}

// TestRowsAreTheSameWhoeverGaveIt: by group the rows do not tell who gave what, and
// where a recommendation is anonymous nobody's number.
func TestRowsAreTheSameWhoeverGaveIt(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		c := grouped(r)
		after := c.Clone()
		for i := range after.Cycles {
			y := &after.Cycles[i]
			if !y.NPSNamed() {
				y.NPS = rotated(y.NPS)
			}
			if !y.Named() {
				y.Answers = rotated(y.Answers)
			}
		}
		if tables(&c) != tables(&after) {
			return // whether a figure is shown depends on who gave what: decision 9
		}
		if x, y := observed.Of(&c, ""), observed.Of(&after, ""); !reflect.DeepEqual(x, y) {
			r.Fatalf("the rows tell them apart:\n%+v\n%+v", x, y)
		}
	})
}

// TestOnlyWhatIsReleasedIsARow: whatever is for ourselves makes no difference.
func TestOnlyWhatIsReleasedIsARow(t *testing.T) {
	const ours = "ONLY FOR US"
	rapid.Check(t, func(r *rapid.T) {
		c := accounttest.Client(r, "x")
		after := c.Clone()
		for i := range after.Respondents {
			after.Respondents[i].Email, after.Respondents[i].Remark = ours, ours
		}
		for i := range after.Cycles {
			y := &after.Cycles[i]
			y.Notes, y.Analysis.Remarks = []account.Note{{Text: ours}}, ours
			for k := range y.KWIs {
				y.KWIs[k].Why = ours
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
		if x, y := observed.Of(&c, ""), observed.Of(&after, ""); !reflect.DeepEqual(x, y) {
			r.Fatalf("the rows tell what is ours:\n%+v\n%+v", x, y)
		}
	})
}
