package guide

import (
	"testing"

	"kwi/internal/account"
)

func TestStandardQuestionsAreRecognised(t *testing.T) {
	std := StandardQuestions(account.Extended, "nl", "BESTSELLER B.V.")
	for text, want := range map[string]account.QuestionKind{
		"BESTSELLER B.V. heeft zichtbaar aan deze KWI gewerkt":                account.Noticed,
		"  bestseller bv heeft zichtbaar gewerkt aan deze KWI. ":              account.Noticed,
		"Bestseller heeft zichtbaar aan deze kwi gewerkt!":                    account.Noticed,
		"BESTSELLER B.V. visibly worked on this KWI":                          account.Noticed,
		"De leverancier heeft zichtbaar aan deze KWI gewerkt":                 account.Noticed,
		"ＢＥＳＴＳＥＬＬＥＲ visibly worked on this KWI":                               account.Noticed,
		"BESTSELLER B.V. kwam de afspraken over deze KWI na (zie actielijst)": account.Kept,
		"Bestseller kwam de afspraken over deze KWI na":                       account.Kept,
		"The supplier kept the agreements on this KWI (see action list).":     account.Kept,
		"Our supplier kept the\nagreements on this KWI":                       account.Kept,
		"":                 account.Own,
		"(zie actielijst)": account.Own,
		"BESTSELLER B.V.":  account.Own,
		"NewMedia heeft zichtbaar aan deze KWI gewerkt":             account.Own,
		"BESTSELLER B.V. heeft niet zichtbaar aan deze KWI gewerkt": account.Own,
		"Zichtbaar gewerkt": account.Own,
	} {
		if got := std.Recognise(text); got != want {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
}

// TestStandardQuestionsOfAnySupplier: the wording of either language and
// approach is known in the other, whoever the supplier is.
func TestStandardQuestionsOfAnySupplier(t *testing.T) {
	for _, supplier := range []string{"", "BESTSELLER B.V.", "Café Één", "Cafe\u0301 E\u0301e\u0301n", "Noord (Zuid) NV", "Jansen, De Vries & Zn.", "kwi"} {
		for i, tag := range []string{"nl", "nl", "en", "en"} {
			approach := []account.Approach{account.Simple, account.Extended}[i%2]
			said := StandardQuestions(approach, tag, supplier)
			for j, other := range []string{"nl", "en", "nl", "en"} {
				std := StandardQuestions([]account.Approach{account.Simple, account.Extended}[j/2], other, supplier)
				if got := std.Recognise(said.Noticed); got != account.Noticed {
					t.Errorf("%q in %s is %q", said.Noticed, other, got)
				}
				if got := std.Recognise(said.Kept); got != account.Kept {
					t.Errorf("%q in %s is %q", said.Kept, other, got)
				}
			}
		}
	}
}
