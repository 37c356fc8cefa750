package questionnaire

import (
	"regexp"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/growthtest"
)

// filled puts answers between the brackets of a mail.
func filled(text string, answers map[string]string) string {
	for code, a := range answers {
		text = regexp.MustCompile(`(?m)^(`+regexp.QuoteMeta(code)+` \[)[^\]]*\]`).ReplaceAllLiteralString(text, code+" ["+a+"]")
	}
	return text
}

var given = map[string]string{"1.01": " 8< ", "1.03": "7,0", "A": "Ga zo door (ja [echt]).\nTweede regel.", "B": "ja", "C": " 9", "D": "- altijd op tijd", "G": "Nee"}

func TestAFilledReply(t *testing.T) {
	c := ours()
	text := filled(Plain(listOf(&c, "KK")), given)
	quote := func(sign string) string {
		return "Hierbij.\n\nOp vr 20 nov schreef iemand:\n" + sign + strings.ReplaceAll(text, "\n", "\n"+sign)
	}
	for name, s := range map[string]string{
		"plain": text, "windows": strings.ReplaceAll(text, "\n", "\r\n"), "quoted": quote("> "), "twice": quote(">> "), "spaced": quote("> > "), "tight": quote(">"),
		"above": text + "\n\n" + "> " + strings.ReplaceAll(Plain(listOf(&c, "KK")), "\n", "\n> "),
	} {
		r, ok := ReadText(s, "antwoord.eml")
		if !ok {
			t.Errorf("%s: no reference", name)
			continue
		}
		f := Check(&c, "", r)
		next := c.Clone()
		if err := f.Apply(&next, false, false, today); err != nil {
			t.Errorf("%s: %v %+v", name, err, f.Items)
			continue
		}
		y := next.Newest()
		if y.Answers["KK"].Of(account.QuestionCode{KWI: 1, Serial: 1}).String() != "8<" || len(y.Answers["KK"]) != 2 {
			t.Errorf("%s: %+v", name, y.Answers["KK"])
		}
		if y.Remarks["KK"] != "Ga zo door (ja [echt]).\nTweede regel." || len(y.Released) != 1 {
			t.Errorf("%s: %q", name, y.Remarks["KK"])
		}
		if n := y.NPS["KK"]; n.Score != 9 || n.Why != "- altijd op tijd" || !n.Anonymous {
			t.Errorf("%s: %+v", name, n)
		}
	}
}

func TestAReplyOfBefore(t *testing.T) {
	c := ours()
	text := filled(Plain(listOf(&c, "KK")), given)
	c.Newest().KWIs[0].Questions[2].Text = "drie, maar dan anders"
	r, _ := ReadText(text, "a.eml")
	f := Check(&c, "", r)
	if f.Bad() != 1 || f.Items[1].Reason.Ground != Reworded || f.Items[1].Reason.Values[0] != "drie" {
		t.Errorf("%+v", f.Items)
	}
}

func TestAMailWithoutAList(t *testing.T) {
	for _, s := range []string{"", "Beste Joe, bedankt.", "1.02 [8]", strings.Repeat("[", 100_000), strings.Repeat("1.02 [\n", 50_000)} {
		if r, ok := ReadText(s, "x"); ok {
			t.Errorf("%+v", r)
		}
	}
}

// TestALongReplyTakesItsLength: no mail, however it is made, takes longer.
func TestALongReplyTakesItsLength(t *testing.T) {
	c := ours()
	head := listOf(&c, "KK").Reference().String() + "\n"
	for _, line := range []string{"A [\n", "A [ ]\nx\n", "1.01 [8]\n", "> > > >\n", "x ] [\n", "1.01 [8\n\n"} {
		growthtest.Linear(t, line, 5_000, func(lines int) {
			r, ok := ReadText(head+"A [ "+strings.Repeat(line, lines), "x")
			Check(&c, "", r)
			if !ok {
				t.Errorf("%q: no list", line)
			}
		})
	}
}

func FuzzReadText(f *testing.F) {
	c := ours()
	f.Add(filled(Plain(listOf(&c, "KK")), given))
	f.Add("newmedia · 2026H2 · KK\n1.01 [")
	f.Fuzz(func(t *testing.T, s string) {
		r, ok := ReadText(s, "x.eml")
		if !ok {
			return
		}
		next := ours()
		_ = Check(&next, "", r).Apply(&next, true, true, today)
	})
}

func TestTheLettersStay(t *testing.T) {
	for letter, key := range map[string]Key{"A": Remark, "B": MayRead, "C": Score, "D": Why, "E": Pleased, "F": Missed, "G": Named} {
		if got, ok := KeyOf(strings.ToLower(letter)); !ok || got != key || key.Letter() != letter {
			t.Errorf("%s: %s", letter, got)
		}
	}
	for _, s := range []string{"", "H", "AA", "1", "é"} {
		if _, ok := KeyOf(s); ok {
			t.Error(s)
		}
	}
}
