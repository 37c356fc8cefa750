package lang_test

import (
	"reflect"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/lang"
)

// TestEveryFieldHasAName: whatever field a step changes, what it changed can be
// said in both languages.
func TestEveryFieldHasAName(t *testing.T) {
	unseen := map[string]bool{"ID": true, "LastKWI": true, "LastSerial": true, "LastItem": true, "Calendar": true, "Mark": true, "Message": true,
		"KWI.Code": true, "Question.Code": true, "Answer.Question": true, "Action.Number": true, "Respondent.Initials": true, "Colleague.Initials": true,
		"Plan.Year": true, "KPI.Code": true, "Scan.ScanKey": true, "Cycle.Name": true, "OwnItem.Number": true, "NPS.Score": true, "Sending.Asked": true}
	seen := map[reflect.Type]bool{}
	var walk func(reflect.Type)
	walk = func(of reflect.Type) {
		for of.Kind() == reflect.Slice || of.Kind() == reflect.Map || of.Kind() == reflect.Pointer {
			of = of.Elem()
		}
		if of.Kind() != reflect.Struct || seen[of] {
			return
		}
		seen[of] = true
		switch of.Name() {
		case "Answer", "QuestionCode", "PlannedItem", "ScanKey":
			return
		}
		for i := range of.NumField() {
			f := of.Field(i)
			inner := f.Type
			for inner.Kind() == reflect.Slice || inner.Kind() == reflect.Pointer {
				inner = inner.Elem()
			}
			parts := inner.Kind() == reflect.Struct && inner.Name() != "QuestionCode" && inner.Name() != "PlannedItem"
			years := f.Name == "Numbers" || f.Name == "Sendings" || f.Name == "Promised" || f.Name == "Reminders"
			walk(f.Type)
			if unseen[f.Name] || unseen[of.Name()+"."+f.Name] || parts || years {
				continue
			}
			for _, tag := range []string{"nl", "en"} {
				if name := lang.For(tag).Field(of.Name() + "." + f.Name); strings.HasPrefix(name, "‹") {
					t.Errorf("%s.%s has no name", of.Name(), f.Name)
				}
			}
		}
	}
	walk(reflect.TypeFor[account.Client]())
	walk(reflect.TypeFor[account.Firm]())
}
