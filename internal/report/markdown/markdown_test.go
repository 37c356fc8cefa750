package markdown_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/portable"
	"kwi/internal/report"
	"kwi/internal/report/markdown"
)

var update = flag.Bool("update", false, "write the goldens anew")

// newmedia is the example client of the source.
func newmedia(t *testing.T) account.Client {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "portable", "testdata", "newmedia.json"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := portable.Read(f)
	if err != nil {
		t.Fatal(err)
	}
	return all.Clients[0]
}

// answered gives everybody who judges a question an answer to it.
func answered(c *account.Client, people ...account.Initials) {
	y := c.Newest()
	y.Answers, y.Answered = map[account.Initials]account.Sheet{}, map[account.Initials]account.Date{}
	for i, who := range people {
		for j, q := range y.Assigned[who] {
			a := account.Answer{Question: q, Grade: account.Grade(6 + (i*2+j)%4), Relevance: account.Relevance((i + j) % 3)}
			y.Answers[who] = y.Answers[who].With(a)
		}
		y.Answered[who] = "2011-06-12"
	}
}

func made(t *testing.T, c *account.Client, language string, a report.Audience) string {
	t.Helper()
	var b bytes.Buffer
	d := report.Monitor(c, "", report.Options{Language: language, Audience: a, Supplier: "BESTSELLER B.V.", Today: "2011-06-14"})
	if err := markdown.Monitor(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestGoldens(t *testing.T) {
	for name, make := range map[string]func(*account.Client){
		"typical": func(*account.Client) {},
		"group": func(c *account.Client) {
			c.Newest().AnswersBy = account.ByGroup
			c.Newest().Released = append(c.Newest().Released, "KK")
			answered(c, "AA", "BB", "CC", "DD", "KK")
		},
		"waiting": func(c *account.Client) {
			c.Newest().AnswersBy = account.ByGroup
			c.Newest().Released = append(c.Newest().Released, "KK")
			answered(c, "AA", "BB", "CC", "DD")
		},
		"totalonly": func(c *account.Client) {
			c.Newest().AnswersBy, c.Newest().Stage = account.ByGroup, account.Session
			answered(c, "AA", "BB", "CC", "DD")
		},
		"withheld": func(c *account.Client) {
			c.Newest().Stage = account.Session
			c.Newest().AnswersBy = account.ByGroup
			c.Newest().NPS = map[account.Initials]account.NPS{"KK": {Score: 9, Why: "Wij weten wat we krijgen."}, "AA": {Score: 7, Anonymous: true}}
			answered(c, "AA", "BB", "DD")
		},
		"noanswers": func(c *account.Client) {
			y := c.Newest()
			y.Stage, y.Answers, y.Answered, y.NPS, y.Remarks, y.Released = account.Realise, nil, nil, nil, nil, nil
		},
		"years": func(c *account.Client) { // a lower target, lower grades and one KWI fewer before
			before := c.Clone().Cycles[len(c.Cycles)-1]
			before.Name, before.KWIs = "2010H2", before.KWIs[:4]
			before.KWIs[0].Target = 700
			for who, sheet := range before.Answers {
				sheet = slices.Clone(sheet)
				for i := range sheet {
					sheet[i].Grade = max(sheet[i].Grade-1, 1)
				}
				before.Answers[who] = sheet
			}
			c.Cycles = append([]account.Cycle{before}, c.Cycles...)
		},
		"internal": func(c *account.Client) {
			y := c.Newest()
			y.Analysis = account.Analysis{Outliers: "KK is strenger dan vorig jaar.", Noticed: "Het portaal."}
			y.Findings = []account.Finding{{Part: account.Outliers, By: "Jan", Text: "KK kreeg een nieuwe chef."}, {Part: account.Proposals, By: "Jan", Text: "Een vaste monteur", Action: "2011-01"}}
			y.Reasons = []account.Reason{{Date: "2011-02-01", Stage: account.Draft, Text: "CC was op reis."}}
			c.Respondent("KK").Remark = "Liefst 's ochtends bellen."
		},
	} {
		for _, language := range []string{"nl", "en"} {
			t.Run(name+"-"+language, func(t *testing.T) {
				c := newmedia(t)
				make(&c)
				audience := report.ForClient
				if name == "internal" {
					audience = report.Internal
				}
				got := made(t, &c, language, audience)
				path := filepath.Join("testdata", name+"-"+language+".md")
				if *update {
					if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
						t.Fatal(err)
					}
				}
				want, err := os.ReadFile(path)
				if err != nil {
					t.Fatal(err)
				}
				if got != string(want) {
					t.Errorf("%s differs; look at it and run with -update", path)
				}
			})
		}
	}
}

// TestForeignTextStaysText puts what means something to Markdown in every
// place that others fill.
func TestForeignTextStaysText(t *testing.T) {
	for _, text := range []string{
		"a | b", "# head", "- point", "+ point", "1. first", "<script>alert(1)</script>", "<!-- x", "[a](http://x.example)", "![a](http://x.example/a.png)",
		"`code`", "```", "*bold* _it_ ~~no~~", "> quote", "| --- |", "line\nbreak | it\n\n# new", "&lt;", "https://x.example", "www.x.example", "a@x.example", "\\", "===", "---", "$x$",
	} {
		c := newmedia(t)
		y := c.Newest()
		c.Name, c.Respondents[0].Name, c.Respondents[0].Function = text, text, text
		y.KWIs[0].Title, y.KWIs[0].Expectation, y.KWIs[0].Questions[0].Text = text, text, text
		y.Remarks, y.Released = map[account.Initials]string{"KK": text}, []account.Initials{"KK"}
		y.Actions = append(y.Actions, account.Action{Number: "2011-99", Text: text, For: text, Status: account.Open})
		columns, fenced := 0, false
		for line := range strings.Lines(made(t, &c, "nl", report.ForClient)) {
			if strings.HasPrefix(line, "```") {
				fenced = !fenced
				if line != "```\n" && line != "```text\n" {
					t.Errorf("%q opens a fence: %s", text, line)
				}
				continue
			}
			if fenced {
				continue
			}
			bare := strings.NewReplacer(`\\`, "", `\|`, "", `\<`, "", `\[`, "", "\\`", "", `\*`, "", "<br>", "").Replace(line)
			if strings.ContainsAny(bare, "<[`") {
				t.Errorf("%q makes %s", text, line)
			}
			n := strings.Count(bare, "|")
			switch {
			case n == 0:
				columns = 0
			case columns > 0 && n != columns:
				t.Errorf("%q: %d bars, not %d: %s", text, n, columns, line)
			default:
				columns = n
			}
		}
		if fenced {
			t.Errorf("%q leaves a fence open", text)
		}
	}
}
