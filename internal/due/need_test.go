package due_test

import (
	"testing"

	"kwi/internal/account"
	"kwi/internal/due"
)

// First what is late or due today, then what the stage needs, then what comes.
func TestWhatIsNext(t *testing.T) {
	needs := []due.Need{{Check: account.VisitedAll, Name: "Bo", Count: 1}, {From: "2026-03-10"}, {From: "2026-03-20", Check: account.NothingOverdue, Count: 1}}
	action := due.Day{Kind: due.Action, Ours: true, On: "2026-03-12"}
	session := due.Day{Kind: due.Session, Ours: true, On: "2026-03-11"}
	for _, test := range []struct {
		now  account.Moment
		days []due.Day
		want due.Next
	}{
		{"2026-03-01", []due.Day{action}, due.Next{Need: needs[0]}},
		{"2026-03-10", []due.Day{action}, due.Next{Day: action}},
		{"2026-03-10", nil, due.Next{}},
		{"2026-03-12", []due.Day{action}, due.Next{Day: action}},
		{"2026-03-21", []due.Day{action}, due.Next{Day: action}},
		{"2026-03-21", []due.Day{session}, due.Next{Need: needs[2]}},
		{"2026-03-11", []due.Day{session, action}, due.Next{Day: session}},
	} {
		if got := due.NextOf(test.days, needs, test.now); got != test.want {
			t.Errorf("on %s of %v: %+v, not %+v", test.now, test.days, got, test.want)
		}
	}
}
