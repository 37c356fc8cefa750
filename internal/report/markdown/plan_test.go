package markdown

import (
	"strings"
	"testing"

	"kwi/internal/report"
)

func TestThePlan(t *testing.T) {
	var b strings.Builder
	text := func(s string) report.PlanNumber { return report.PlanNumber{Text: s} }
	err := Plan(&b, report.PlanPage{
		Title: "A3-accountplan 2026", Client: "NewMedia", Internal: "Intern: niet voor de klant", MadeBy: "gemaakt door RM",
		Blocks: []report.PlanBlock{
			{Number: 1, Title: "Visie", Lines: []report.PlanLine{{Text: "1. geen lijst"}, {Text: "- geen streep"}, {Text: "a | b <script> `x` # y"}}},
			{Number: 2, Title: "Missie", Empty: true, Question: "Waarom doen wij ertoe?"},
			{Number: 4, Title: "KWI's", Live: "live", Changed: "anders dan 2025", Empty: true, Why: "Er zijn er nog geen.", Question: "Wat is belangrijk?"},
			{Number: 5, Title: "Acties", Lines: []report.PlanLine{
				{Code: "KWI-01", Text: "Kennis *borging*", Note: "7,50, doel 8,0"}, {Code: "2026-01", Text: "nieuw", Note: "RM", Entry: true},
				{Text: "Overige afspraken"}, {Text: "nog een", Entry: true}, {Text: "en *nog* een", Entry: true},
			}},
			{Number: 9, Title: "In cijfers", Figures: &report.PlanFigures{LastYear: "uitkomst 2025", Wanted: "wens 2026", SoFar: "2026 tot nu toe", Difference: "verschil", Notes: []string{"NPS: te weinig."},
				Rows: []report.PlanFigure{{Name: "omzet", LastYear: text("450.000"), Wanted: text("–"), SoFar: text("–")}, {Name: "a|b", LastYear: text("−8"), Wanted: text("+25"), SoFar: text("0"), Difference: "−25"}}}},
		},
		Lacking: "nog leeg: 2",
	})
	if err != nil {
		t.Fatal(err)
	}
	const want = `# A3-accountplan 2026 · NewMedia

gemaakt door RM

**Intern: niet voor de klant**

## 1 Visie

- 1\. geen lijst
- \- geen streep
- a \| b \<script\> \` + "`x\\`" + ` \# y

## 2 Missie

*Waarom doen wij ertoe?*

## 4 KWI's *(live · anders dan 2025)*

*Er zijn er nog geen.*

## 5 Acties

- **KWI-01** Kennis \*borging\* (7,50, doel 8,0)
  - **2026-01** nieuw (RM)
- **Overige afspraken**
  - nog een
  - en \*nog\* een

## In cijfers

|  | uitkomst 2025 | wens 2026 | 2026 tot nu toe | verschil |
| :--- | ---: | ---: | ---: | ---: |
| omzet | 450.000 | – | – |  |
| a\|b | −8 | +25 | 0 | −25 |

NPS: te weinig.

*nog leeg: 2*
`
	if got := b.String(); got != want {
		t.Errorf("got\n%s", got)
	}
}
