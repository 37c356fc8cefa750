package account_test

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
)

// internal are the fields that a client never sees. A field of a struct that
// they see is either copied by Shown or named here: who adds one decides.
var internal = []string{
	"Client.PartOf", "Client.Archived", "Client.Caught", "Client.Library", "Client.FormHeads", "Client.Selection", "Client.Needs", "Client.LastKWI", "Client.Plans",
	"Respondent.Email", "Respondent.Salutation", "Respondent.Level", "Respondent.Willing", "Respondent.Remark", "Respondent.Follows", "Respondent.Formerly", "Respondent.AskEvery", "Respondent.Browser", "Colleague.Left",
	"Cycle.Kickoff", "Cycle.NotExpectedHeard", "Cycle.Tested", "Cycle.Confirmed", "Cycle.PersonalWords", "Cycle.Sent", "Cycle.Sendings", "Cycle.Informed", "Cycle.Answered", "Cycle.AnsweredInTalk", "Cycle.AnsweredByPhone", "Cycle.Excused",
	"Cycle.ExcusedWhy", "Cycle.Reminders", "Cycle.Circumstances", "Cycle.Colouring",
	"Cycle.Analysis", "Cycle.Findings", "Cycle.Visits", "Cycle.Ideas", "Cycle.Reasons", "Cycle.Passages", "Cycle.Corrections", "Amendment.Date", "Amendment.By", "Amendment.To", "Amendment.Who", "Cycle.Calendar",
	"KWI.Why", "KWI.So", "KWI.LastSerial", "KWI.Origin", "KWI.Made", "Question.From",
	"Cycle.Gone", "Turn.Why",
	"NPS.Anonymous", "NPS.NameUnasked", // where it is set, no answer is shown at all
	"Action.Why", "Action.So", "Action.Delay", "Action.Origin", "Action.Tellings", "Action.Internal", // where it is set, the action is not shown at all
	"Note.Heard",
	"Idea.By", "Idea.Date", "Idea.KWI", "Idea.WhyNot", "Idea.Told",
}

// open is a filled client of whom all may be shown that is not internal, where
// only the first respondent looks along.
func open(t testing.TB) (account.Client, account.Room) {
	c := filled(t)
	who := c.Respondents[0].Initials
	for i := range c.Cycles {
		y := &c.Cycles[i]
		y.AnswersBy, y.Stage = account.ByName, account.Closed
		y.NotExpected, y.NotExpectedHeard = map[account.Initials]string{who: "text not expected."}, []account.Initials{who}
		y.Promised = map[account.Initials]account.Concept{who: {Due: "2026-01-01", Done: "2026-01-02", Inspiration: true}}
		for j := range y.KWIs {
			k := &y.KWIs[j]
			for q := range k.Questions {
				k.Questions[q].Code.KWI = k.Code
			}
		}
		code := y.KWIs[0].Code
		y.Assigned = map[account.Initials][]account.QuestionCode{who: {y.KWIs[0].Questions[0].Code, y.KWIs[1].Questions[1].Code}}
		for j := range y.Amendments {
			y.Amendments[j].As, y.Amendments[j].What = account.SameQuestion, y.KWIs[0].Code.String()
		}
		for j := range y.Notes {
			y.Notes[j].Heard, y.Notes[j].KWI, y.Actions[j].KWI = []account.Initials{who}, code, code
			y.Actions[j].Internal, y.Meeting.Ideas[j].Action = false, y.Actions[j].Number
		}
		for j := range y.Turns {
			y.Turns[j].KWI, y.Turns[j].Into = code, []account.KWICode{y.KWIs[0].Code, y.KWIs[1].Code}
		}
		y.Released = slices.Sorted(maps.Keys(y.Remarks))
		for who := range y.NPS {
			if !slices.Contains(y.Released, who) {
				y.Released = append(y.Released, who)
			}
		}
		for who, n := range y.NPS {
			n.Anonymous = false
			y.NPS[who] = n
		}
	}
	return c, account.Room{Known: true, Present: []account.Initials{who}}
}

func TestShownCopiesEveryFieldThatIsNotNamedInternal(t *testing.T) {
	c, room := open(t)
	hidden := map[string]bool{}
	compare(t, reflect.ValueOf(c), reflect.ValueOf(c.Shown(room)), hidden)
	for _, field := range internal {
		if !hidden[field] {
			t.Errorf("%s is named internal, but it is shown or is not there", field)
		}
		delete(hidden, field)
	}
	for field := range hidden {
		t.Errorf("%s is neither copied by Shown nor named internal", field)
	}
}

// compare notes which fields are hidden and complains where one is neither
// hidden nor copied as it was.
func compare(t *testing.T, whole, shown reflect.Value, hidden map[string]bool) {
	switch whole.Kind() {
	case reflect.Struct:
		for i := range whole.NumField() {
			name := whole.Type().Name() + "." + whole.Type().Field(i).Name
			if shown.Field(i).IsZero() {
				hidden[name] = true
				continue
			}
			compare(t, whole.Field(i), shown.Field(i), hidden)
		}
	case reflect.Slice:
		if whole.Len() != shown.Len() {
			t.Errorf("%d of %d of %s are shown", shown.Len(), whole.Len(), whole.Type())
			return
		}
		for i := range whole.Len() {
			compare(t, whole.Index(i), shown.Index(i), hidden)
		}
	case reflect.Map:
		if whole.Len() != shown.Len() {
			t.Errorf("%d of %d of %s are shown", shown.Len(), whole.Len(), whole.Type())
			return
		}
		for it := whole.MapRange(); it.Next(); {
			compare(t, it.Value(), shown.MapIndex(it.Key()), hidden)
		}
	default:
		if !reflect.DeepEqual(whole.Interface(), shown.Interface()) {
			t.Errorf("%v is shown as %v", whole, shown)
		}
	}
}

func TestShownHoldsNoWordOfWhatIsInternal(t *testing.T) {
	c, _ := open(t)
	y := &c.Cycles[0]
	y.Actions[1].EvidenceShared = false
	released := slices.Sorted(maps.Keys(y.Remarks))[0]
	y.Released = []account.Initials{released}
	anonymous := slices.Sorted(maps.Keys(y.NPS))[0]
	n := y.NPS[anonymous]
	n.Anonymous = true
	y.NPS[anonymous] = n

	text := everything(t, c.Told())
	if !strings.Contains(text, y.Remarks[released]) || !strings.Contains(text, c.Cycles[1].Remarks[c.Cycles[1].Released[0]]) {
		t.Error("a released remark is missing")
	}
	secret := map[string]any{
		"plans": c.Plans, "kick-off": y.Kickoff, "notes": []string{y.Notes[0].Text, y.Notes[1].Text}, "not expected": slices.Collect(maps.Values(y.NotExpected)), "analysis": y.Analysis, "reasons": y.Reasons,
		"corrections": y.Corrections, "visits": y.Visits, "nps": y.NPS, "why of an action": y.Actions[0].Why, "evidence": y.Actions[1].Evidence,
		"why of a KWI": y.KWIs[0].Why, "why of what became of one": y.Turns[0].Why, "a KWI that is gone": y.Gone[0].KWI.Title, "remark on a respondent": c.Respondents[0].Remark, "e-mail": c.Respondents[0].Email,
	}
	for who, remark := range y.Remarks {
		if who != released {
			secret["unreleased remark"] = remark
		}
	}
	for what, value := range secret {
		words := strings.Split(everything(t, value), `"`)
		found := 0
		for _, word := range words {
			if strings.HasPrefix(word, "text ") {
				found++
				if strings.Contains(text, `"`+word+`"`) {
					t.Errorf("%s: %q is shown", what, word)
				}
			}
		}
		if found == 0 {
			t.Errorf("%s holds nothing to look for", what)
		}
	}
}

func everything(t *testing.T, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestNPSStandsBesideANameOnlyWhereNobodyIsAnonymous(t *testing.T) {
	for _, d := range []struct {
		by        account.AnswersBy
		anonymous bool
		named     bool
	}{{account.ByName, false, true}, {account.ByName, true, false}, {account.ByGroup, false, false}, {account.ByGroup, true, false}} {
		y := account.Cycle{AnswersBy: d.by, NPS: map[account.Initials]account.NPS{"AA": {Score: 9}, "BB": {Score: 3, Anonymous: d.anonymous}}}
		shown := account.Client{Cycles: []account.Cycle{y}}.Told().Cycles[0]
		if y.NPSNamed() != d.named || (len(shown.NPS) == 2) != d.named || !d.named && shown.NPS != nil {
			t.Errorf("%s, anonymous %t: NPSNamed %t, shown %v", d.by, d.anonymous, y.NPSNamed(), shown.NPS)
		}
	}
}

func TestByGroupNoGradeOfARespondentIsShown(t *testing.T) {
	sheet := account.Sheet{{Question: account.QuestionCode{KWI: 1, Serial: 1}, Grade: 8}}
	for by, want := range map[account.AnswersBy]int{account.ByName: 1, account.ByGroup: 0} {
		c := account.Client{Cycles: []account.Cycle{{AnswersBy: by, Answers: map[account.Initials]account.Sheet{"AA": sheet}}}}
		if got := c.Told().Cycles[0].Answers; len(got) != want {
			t.Errorf("%s: %v", by, got)
		}
	}
}

func TestShownSharesNothingThatCanChange(t *testing.T) {
	c, room := open(t)
	for _, shown := range []account.Client{c.Shown(room), c.Told()} {
		for _, at := range sharing(reflect.ValueOf(c), reflect.ValueOf(shown), "Client") {
			t.Errorf("%s is shared", at)
		}
	}
}
