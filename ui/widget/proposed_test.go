package widget_test

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"kwi/internal/account"
	"kwi/ui/kit"
	"kwi/ui/kit/kittest"
	"kwi/ui/widget"
)

// What is typed over a day, a moment or a number that stands there takes its place,
// and an hour alone over a moment keeps its day.
func TestWhatIsTypedOverADayOrANumberTakesItsPlace(t *testing.T) {
	for _, test := range []struct {
		kind         widget.FieldKind
		stood, typed string
		want         string
	}{
		{widget.NumberField, "8.0", "7", "7"},
		{widget.NumberField, "8.0", "7,5", "7.5"},
		{widget.DateField, "2026-12-03", "5-12", "2026-12-05"},
		{widget.MomentField, "2026-12-03T16:00", "5-12 9:00", "2026-12-05T09:00"},
		{widget.MomentField, "2026-12-03T16:00", "10:30", "2026-12-03T10:30"},
		{widget.MomentField, "2026-12-03", " 16:00", "2026-12-03T16:00"},
		{widget.MomentField, "", "16:00", string(kittest.Today) + "T16:00"},
		{widget.LineField, "aan Joe", "!", "aan Joe!"},
	} {
		kept := ""
		fields := []widget.Field{{ID: "one", Kind: test.kind, Value: test.stood, Set: func(v string) kit.Outcome {
			kept = v
			return kit.Outcome{}
		}}}
		fr := kittest.Frame(77, 20, "nl", account.Client{})
		form := widget.Form{}.Begin(fr, fields)
		for _, sign := range test.typed {
			k := tea.KeyPressMsg{Code: sign, Text: string(sign)}
			if sign == ' ' {
				k.Code = tea.KeySpace
			}
			form, _, _ = form.Update(fr, fields, k)
		}
		if form.Update(fr, fields, widget.DoDone); kept != test.want {
			t.Errorf("%q typed over %q keeps %q, not %q", test.typed, test.stood, kept, test.want)
		}
	}
}
