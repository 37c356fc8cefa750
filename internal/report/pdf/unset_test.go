package pdf

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/lang"
	"kwi/internal/questionnaire"
	"kwi/internal/report"
)

// No box stands on paper that nobody is told of, and nothing is told that stands
// there well.
func TestEveryBoxIsTold(t *testing.T) {
	some := rapid.StringOf(rapid.SampledFrom([]rune("aé 8שمب山田👍ગு\u200b\ufe0f\u200e")))
	rapid.Check(t, func(t *rapid.T) {
		text := some.Draw(t, "text")
		d := report.Document{Parts: []report.Part{{Title: "Deel", Blocks: []report.Block{report.Text{Text: text}}}}}
		boxes := strings.ContainsRune(cleanForSetting(text), lacking)
		if u := Unset(d); boxes != (len(u.Characters) > 0) || u.Any() && !slices.Equal(u.Places, []string{"Deel"}) {
			t.Fatalf("boxes: %v, told: %+v", boxes, u)
		}
	})
	d := hostile() // of what is put on paper, every text is one that is looked at
	told := Unset(d)
	for _, m := range onPaper(t, d) {
		if strings.ContainsRune(m.text, lacking) && !told.Any() {
			t.Errorf("%q is not told", m.text)
		}
	}
}

func TestWhatIsToldOfALackingCharacter(t *testing.T) {
	d := document()
	d.Parts[1].Blocks = append(d.Parts[1].Blocks, report.Text{Text: "山田太郎 en 山本"})
	d.Parts[2].Title = "Wie 山"
	u := Unset(d)
	if want := "De tekens 山 田 太 郎 本 kan de pdf niet tonen; er staat een leeg vakje (bij Respondenten, Wie 山). In een andere vorm dan pdf kan het wel."; u.Sentence(lang.For("nl")) != want {
		t.Errorf("got %s", u.Sentence(lang.For("nl")))
	}
	if u := Unset(document()); u.Any() || u.Sentence(lang.For("en")) != "" {
		t.Errorf("nothing lacks, told is %+v", u)
	}
	p := wallPaper(1, 0, 0)
	p.Blocks[0].Lines[0].Text = "ݣول 👍" // a letter that joins, of which there is no form
	u = PlanUnset(p)
	if len(u.Apart) == 0 && !slices.Contains(u.Characters, "ݣ") || !slices.Contains(u.Characters, "👍") || !slices.Equal(u.Places, []string{"Visie"}) {
		t.Errorf("of the plan is told %+v", u)
	}
	if u := ListUnset(questionnaire.List{Name: "山田", Message: "Beste 山田"}); !slices.Equal(u.Characters, []string{"山", "田"}) || !slices.Equal(u.Places, []string{"山田"}) {
		t.Errorf("of a list is told %+v", u)
	}
	var many report.Unset
	for r := 'あ'; r < 'あ'+40; r++ {
		many.Add("Deel", []rune{r}, nil)
	}
	if said := many.Sentence(lang.For("en")); strings.Count(said, " あ") != 0 && !strings.Contains(said, "…") || len(many.Characters) != 40 {
		t.Errorf("got %s", said)
	}
}
