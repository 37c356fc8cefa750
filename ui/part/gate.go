package part

import (
	"slices"
	"strings"

	"kwi/internal/account"
	"kwi/internal/cells"
	"kwi/internal/due"
	"kwi/internal/text"
	"kwi/ui/kit"
)

// Need is one thing that a condition of a gate has or lacks: a respondent, a KWI,
// a question, an agreement, or the condition itself.
type Need struct {
	Check account.CheckName
	Of    string    // by its initials, code or number; "" of the condition itself
	Due   string    // of no condition, but of something that is due first: which
	Met   bool      //
	Text  string    // in words
	Place kit.Place // where it is filled in
	Why   string    // why one cannot go there, "" where one can
}

// Needs are the lines of a condition: one for it, or for each thing that it
// misses.
func Needs(f *kit.Frame, s *account.Settled) (out []Need) {
	label := f.T("gate.check." + string(s.Name))
	if s.Met || len(s.Missing) == 0 {
		n := Need{Check: s.Name, Met: s.Met, Text: label, Place: needPlace(f, s.Name, "")}
		if s.Met && holdsOfNothing(f, s.Name) {
			n.Text = f.T("gate.nothing." + string(s.Name))
			n.Why = n.Text
		}
		return []Need{n}
	}
	for _, of := range s.Missing {
		out = append(out, Need{Check: s.Name, Of: of, Text: missedText(f, s.Name, of), Place: needPlace(f, s.Name, of)})
	}
	return out
}

// DueFirst is what is due before anything that the stage needs, where that is so:
// the list of clients says the same.
func DueFirst(f *kit.Frame) (Need, bool) {
	d := due.Of(&f.Client)
	_, item := d.Next(f.Moment())
	if item == nil {
		return Need{}, false
	}
	key := "gate.first"
	if item.At.Date() > f.Today {
		key = "gate.later"
	}
	text := f.T(key, strings.TrimSuffix(f.Words.Due(item, f.Client.Approach), "."), f.Words.DueWhen(item, f.Moment()))
	return Need{Due: item.ID(), Text: text, Place: DuePlace(f.Client.ID, item)}, true
}

// longThing is how many signs of a question or an agreement a line tells.
const longThing = 120

// missedText is what a condition misses in words, with the initials of a person
// behind their name.
func missedText(f *kit.Frame, name account.CheckName, of string) string {
	said := f.Words.Missed(&f.Client, f.Y(), name, of, longThing)
	if name.Misses() == account.MissesPeople && said != of {
		said += " (" + of + ")"
	}
	return said
}

// needPlace is where what a condition misses is filled in.
func needPlace(f *kit.Frame, name account.CheckName, of string) kit.Place {
	if of == "" && name.Misses() == account.MissesPeople && len(f.Client.Awaited(f.Y())) == 0 {
		return kit.Place{Name: account.Initialise.String(), Client: f.Client.ID, Cycle: f.Cycle, At: kit.AtPeople} // they come first
	}
	stage, at := account.Initialise, of
	switch name {
	case account.HasSponsor, account.HasRespondents, account.HasContact:
		at = orElse(of, kit.AtPeople)
	case account.HasGo:
		at = kit.AtGo
	case account.ValueQuestion:
		at = kit.AtValueQuestion
	case account.SpokenWithAll, account.QuestionsNoted:
		stage, at = account.Draft, of
	case account.OneKWIEach:
		stage = account.Draft
		if k := secondWish(f.Y(), account.Initials(of)); k != nil {
			at = k.Code.String()
		}
	case account.KWIsComplete:
		stage = account.Draft
	case account.QuestionsJudged:
		stage = account.Test
	case account.RespondentsJudge:
		stage = account.Test
	case account.TestedWithAll:
		if stage = account.Test; of != "" {
			at = kit.AtTested + of
		}
	case account.SentToAll, account.ConfirmedByAll:
		stage, at = account.Communicate, of
	case account.ColleaguesKnow:
		stage = account.Communicate
		if len(f.Client.Colleagues) == 0 {
			stage, at = account.Initialise, kit.AtPeople
		}
	case account.QuestionsMailed:
		stage, at = account.Draft, kit.AtOverview
	case account.VisitedAll, account.TalkedBetween:
		stage, at = account.Realise, of
	case account.KWIsActed, account.NoticedWork, account.NothingOverdue:
		stage, at = account.Realise, orElse(of, kit.AtAgreements)
	case account.SessionPlanned:
		stage, at = account.Measure, due.Session.String()
	case account.ListsBack, account.SameAnswered:
		stage, at = account.Measure, of
	case account.AnalysisDone, account.AnswersStudied:
		stage, at = account.Measure, kit.AtAnalysis
	case account.MeasuresReady:
		stage, at = account.Measure, kit.AtProposals
	case account.ActionsAgreed:
		stage, at = account.Session, orElse(of, kit.AtAgreements)
	case account.PresentNoted, account.TalkHeld:
		stage, at = account.Session, kit.AtPresent
	}
	return kit.Place{Name: stage.String(), Client: f.Client.ID, Cycle: f.Cycle, At: at}
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// secondWish is the second KWI that a respondent wished, or nil.
func secondWish(y *account.Cycle, who account.Initials) *account.KWI {
	n := 0
	for i := range y.KWIs {
		if y.KWIs[i].WishedBy == who {
			if n++; n == 2 {
				return &y.KWIs[i]
			}
		}
	}
	return nil
}

// holdsOfNothing reports whether a condition is met only because there is
// nobody or nothing of which it could fail.
func holdsOfNothing(f *kit.Frame, name account.CheckName) bool {
	switch y := f.Y(); {
	case y == nil:
	case name == account.ColleaguesKnow:
		return len(f.Client.Colleagues) == 0
	case name == account.ActionsAgreed:
		return len(y.Actions) == 0
	}
	return false
}

// LacksIn says what conditions that are not met still need, in at most w cells:
// all of them with all names where that fits, and else fewer of each.
func LacksIn(f *kit.Frame, unmet []account.Check, w int) string {
	if len(unmet) == 0 {
		return ""
	}
	said, more, named := "", "", 1
	for _, k := range unmet {
		named = max(named, min(len(k.Missing), account.MostRespondents))
	}
	for n := len(unmet); n > 0; n-- {
		for most := named; most > 0; most-- {
			var parts []string
			for _, k := range unmet[:n] {
				parts = append(parts, f.Words.Lack(&f.Client, f.Y(), k, most))
			}
			said = strings.Join(parts, "; ")
			if n < len(unmet) {
				more = "; " + f.N("gate.points", len(unmet)-n)
			}
			if cells.Width(said+more) <= w {
				return said + more
			}
		}
	}
	first := due.Need{Check: unmet[0].Name, Count: len(unmet[0].Missing)}
	if short := f.Words.NeedShort(&first) + more; more != "" && cells.Width(short) <= w { // no name, but whole, and that there is more
		return short
	}
	return cells.Line(said, w)
}

// gateState is how far a stage is towards its gate: how many conditions there
// are, and which are not met.
func gateState(f *kit.Frame, stage account.Stage) (unmet []account.Check, all int) {
	y := f.Y()
	if y == nil {
		return nil, 0
	}
	today := f.Today
	if p, left := y.Left(stage, f.Client.Approach); left {
		today = p.Date
	}
	gate := f.Client.Gate(y, stage, today)
	return account.Unmet(gate), len(gate)
}

// StillNeeded reports whether what a checklist led somewhere for is not there yet.
func StillNeeded(f *kit.Frame, stage account.Stage, n Need) bool {
	if n.Due != "" {
		d := due.Of(&f.Client)
		return slices.ContainsFunc(d.Items, func(i due.Item) bool { return i.ID() == n.Due })
	}
	for _, k := range f.Client.Gate(f.Y(), stage, f.Today) {
		if k.Name == n.Check && !k.Met {
			return n.Of == "" || slices.Contains(k.Missing, n.Of)
		}
	}
	return false
}

// StageState is where the cycle is with a stage, in one line.
func StageState(f *kit.Frame, stage account.Stage) string {
	if IsFinished(f, stage) {
		return finishedHead(f, stage)
	}
	unmet, all := gateState(f, stage)
	return f.T("gate.done.count", all-len(unmet), all)
}

// reasonIn is the last reason for which one went on from a stage, in quotes and
// in at most w cells.
func reasonIn(f *kit.Frame, reasons []account.Reason, w int) string {
	if len(reasons) == 0 || w < leastReason {
		return ""
	}
	return cells.Line(f.T("gate.done.reason", text.Line(reasons[len(reasons)-1].Text)), w)
}

// leastReason is in how many cells a reason still tells anything.
const leastReason = 20
