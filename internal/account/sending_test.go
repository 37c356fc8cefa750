package account_test

import (
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
)

const (
	oneMark   = account.Mark("7k3m9qtx2hvc8rwn")
	otherMark = account.Mark("0123456789abcdef")
)

// asked is a client with AA, who is asked a question in two cycles, and ZZ,
// who is asked nothing.
func asked(by account.AnswersBy) account.Client {
	q := account.QuestionCode{KWI: 1, Serial: 1}
	cycle := func(name account.CycleName) account.Cycle {
		return account.Cycle{Name: name, AnswersBy: by, KWIs: []account.KWI{{Code: 1, Questions: []account.Question{{Code: q}}}},
			Assigned: map[account.Initials][]account.QuestionCode{"AA": {q}}}
	}
	return account.Client{ID: "x", Respondents: []account.Respondent{{Initials: "AA"}, {Initials: "ZZ"}}, Cycles: []account.Cycle{cycle("2010H1"), cycle("2010H2")}}
}

func TestAMarkIsMadeOfRandomBytes(t *testing.T) {
	random := make([]byte, account.MarkLength)
	for i := range random {
		random[i] = byte(i * 37)
	}
	m := account.MarkOf(random)
	if !m.Valid() || account.MarkOf(make([]byte, account.MarkLength)) == m {
		t.Errorf("%q", m)
	}
	for _, bad := range []account.Mark{"", "7k3m9qtx2hvc8rw", "7k3m9qtx2hvc8rwn0", "7K3M9QTX2HVC8RWN", "7k3m9qtx2hvc8rwo", "7k3m-qtx2hvc8rwn"} {
		if bad.Valid() {
			t.Errorf("%q is a mark", bad)
		}
	}
	if !account.Mark(account.MarkExample).Valid() {
		t.Error("the example is none")
	}
}

func TestAListThatGoesOutIsKeptWithWhatItPromises(t *testing.T) {
	c := asked(account.ByGroup)
	good := account.Sending{Mark: oneMark, Date: "2010-11-20", Promise: account.ByGroup}
	if err := c.Issue("2010H1", "AA", good); err != nil {
		t.Fatal(err)
	}
	for name, w := range map[string]struct {
		who  account.Initials
		s    account.Sending
		kind fault.Kind
	}{
		"the mark of another cycle": {"AA", good, fault.Doubled},
		"no mark":                   {"AA", account.Sending{Date: "2010-11-20", Promise: account.ByGroup}, fault.BadValue},
		"no day":                    {"AA", account.Sending{Mark: otherMark, Promise: account.ByGroup}, fault.BadDate},
		"nobody":                    {"QQ", account.Sending{Mark: otherMark, Date: "2010-11-20", Promise: account.ByGroup}, fault.Removed},
		"nothing asked":             {"ZZ", account.Sending{Mark: otherMark, Date: "2010-11-20", Promise: account.ByGroup}, fault.NoQuestions},
		"another promise":           {"AA", account.Sending{Mark: otherMark, Date: "2010-11-20", Promise: account.ByName}, fault.Conflict},
		"no promise":                {"AA", account.Sending{Mark: otherMark, Date: "2010-11-20"}, fault.Conflict},
	} {
		if err := c.Issue("2010H2", w.who, w.s); !fault.Has(err, w.kind) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if m := c.Marked(oneMark); m.Who != "AA" || m.Cycle.Name != "2010H1" || *m.Sending != good {
		t.Errorf("%+v", m)
	}
	for _, m := range []account.Mark{otherMark, ""} {
		if c.Marked(m).Sending != nil {
			t.Errorf("%q is somebody's", m)
		}
	}
	if err := c.RemoveRespondent("AA"); !fault.Has(err, fault.KeepsAnswers) {
		t.Error(err)
	}
}
