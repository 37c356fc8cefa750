package markdown

import (
	"strings"
	"testing"

	"kwi/internal/report"
)

func TestThePlan(t *testing.T) {
	var b strings.Builder
	err := Plan(&b, report.PlanPage{
		Title: "A3-accountplan 2026", Client: "NewMedia", Internal: "Intern: niet voor de klant", MadeBy: "gemaakt door RM",
		Blocks: []report.PlanBlock{
			{Number: 1, Title: "Visie", Lines: []report.PlanLine{{Text: "1. geen lijst"}, {Text: "- geen streep"}, {Text: "a | b <script> `x` # y"}}},
			{Number: 2, Title: "Missie", Empty: true, Lines: []report.PlanLine{{Note: "Hier komt de missie."}}},
			{Number: 5, Title: "Acties", Lines: []report.PlanLine{
				{Code: "KWI-01", Text: "Kennis *borging*", Note: "7,50, doel 8,0"}, {Code: "2026-01", Text: "nieuw", Note: "RM", Entry: true},
				{Text: "Overige afspraken"}, {Text: "nog een", Entry: true},
			}},
		},
		Numbers: report.PlanNumbers{Title: "In cijfers", LastYear: "uitkomst 2025", Target: "doel 2026", SoFar: "2026 tot nu toe", Notes: []string{"NPS: te weinig."},
			Rows: []report.PlanFigure{{Name: "omzet", LastYear: "450.000", Target: "–", SoFar: "–"}, {Name: "a|b", LastYear: "−8", Target: "+25", SoFar: "0"}}},
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

- *Hier komt de missie.*

## 5 Acties

- **KWI-01** Kennis \*borging\* (7,50, doel 8,0)
  - **2026-01** nieuw (RM)
- **Overige afspraken**
  - nog een

## In cijfers

|  | uitkomst 2025 | doel 2026 | 2026 tot nu toe |
| :--- | ---: | ---: | ---: |
| omzet | 450.000 | – | – |
| a\|b | −8 | +25 | 0 |

NPS: te weinig.
`
	if got := b.String(); got != want {
		t.Errorf("got\n%s", got)
	}
}
