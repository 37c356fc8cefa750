package account_test

import (
	"reflect"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/fault"
)

func ofAnna(day account.Date) account.ScanKey {
	return account.ScanKey{Who: "Anna", Team: "Service", Date: day}
}

func TestAScanIsBegunOnceADay(t *testing.T) {
	var f account.Firm
	for _, k := range []account.ScanKey{
		ofAnna("2026-11-20"), {Who: " ANNA", Team: "Sales", Date: "2026-11-20"}, // the same person
		ofAnna("2026-05-01"), {Team: "Service", Date: "2026-11-20"}, {Team: "service", Date: "2026-11-20"},
	} {
		if err := f.BeginScan(k); err != nil {
			t.Fatal(err)
		}
	}
	if len(f.Scans) != 3 || f.Scans[0].Date != "2026-05-01" {
		t.Errorf("%+v", f.Scans)
	}
	for want, k := range map[fault.Kind]account.ScanKey{fault.Missing: {Date: "2026-11-20"}, fault.BadDate: {Who: "Anna"}} {
		if err := f.BeginScan(k); !fault.Has(err, want) {
			t.Errorf("%+v: %v", k, err)
		}
	}
}

func TestAnswersOfAScan(t *testing.T) {
	var f account.Firm
	k := ofAnna("2026-11-20")
	if err := f.BeginScan(k); err != nil {
		t.Fatal(err)
	}
	for question, letter := range map[int]byte{3: 'c', 10: 'b', 1: 'a'} {
		if err := f.AnswerScan(k, question, letter); err != nil {
			t.Fatal(err)
		}
	}
	s := f.Scan(k)
	if s.Answers != "a.c......b" || s.Given() != 3 || s.Answer(3) != 'c' || s.Answer(2) != 0 || s.Answer(11) != 0 {
		t.Errorf("%+v", s)
	}
	if err := f.AnswerScan(k, 10, 0); err != nil || f.Scan(k).Answers != "a.c" {
		t.Error(err, f.Scan(k).Answers)
	}
	for _, bad := range []struct {
		question int
		letter   byte
	}{{0, 'a'}, {11, 'a'}, {1, 'd'}} {
		if err := f.AnswerScan(k, bad.question, bad.letter); !fault.Has(err, fault.BadValue) {
			t.Error(bad, err)
		}
	}
	if err := f.AnswerScan(ofAnna("2026-11-21"), 1, 'a'); !fault.Has(err, fault.Removed) {
		t.Error(err)
	}
}

func TestAScanOfSomebodyElse(t *testing.T) {
	var f account.Firm
	k, other := ofAnna("2026-11-20"), account.ScanKey{Who: "Bob", Date: "2026-11-20"}
	_, _, _ = f.BeginScan(k), f.BeginScan(other), f.AnswerScan(k, 1, 'b')
	if err := f.RekeyScan(k, account.ScanKey{Who: "bob", Date: "2026-11-20"}); !fault.Has(err, fault.Doubled) {
		t.Error(err)
	}
	is := account.ScanKey{Who: "Anne", Team: "Service", Date: "2026-11-19"}
	if err := f.RekeyScan(k, is); err != nil || f.Scan(k) != nil || f.Scan(is).Answers != "b" || f.Scans[0].Who != "Anne" {
		t.Error(err, f)
	}
}

// TestTwoWindowsOnOneScan: what a step back takes is what that step did, and
// not what another window did beside it.
func TestTwoWindowsOnOneScan(t *testing.T) {
	var before account.Firm
	_ = before.BeginScan(ofAnna("2026-11-20"))
	after := before.Clone()
	_ = after.WriteScan(ofAnna("2026-11-20"), account.ScanGoal, "ours")
	now := after.Clone()
	_ = now.AnswerScan(ofAnna("2026-11-20"), 1, 'a')
	if err := account.TakeFirmBack(&now, before, after); err != nil || now.Scans[0].Goal != "" || now.Scans[0].Answers != "a" {
		t.Error(err, now)
	}
	_ = now.WriteScan(ofAnna("2026-11-20"), account.ScanGoal, "theirs")
	if err := account.TakeFirmBack(&now, before, after); !fault.Has(err, fault.UndoRefused) {
		t.Error(err)
	}
}

// TestANameOfWhichNothingIsLeftIsNoTeam: whoever writes … for somebody does not
// open the scan of a team of that day, nor the other way round.
func TestANameOfWhichNothingIsLeftIsNoTeam(t *testing.T) {
	f := account.Firm{}
	somebody, team := account.ScanKey{Who: "…", Date: "2026-05-01"}, account.ScanKey{Team: "A", Date: "2026-05-01"}
	succeeds(t, f.BeginScan(somebody))
	succeeds(t, f.BeginScan(team))
	succeeds(t, f.AnswerScan(team, 1, 'a'))
	if len(f.Scans) != 2 || len(f.Flaws()) > 0 || f.Scan(somebody).Given() != 0 {
		t.Errorf("got %+v, %v", f.Scans, f.Flaws())
	}
}

func TestFlawsOfScans(t *testing.T) {
	good := account.Scan{ScanKey: ofAnna("2026-11-20"), Answers: "ab.c"}
	for name, d := range map[string]struct {
		scans []account.Scan
		place string
	}{
		"none":     {[]account.Scan{good}, ""},
		"nobody":   {[]account.Scan{{ScanKey: account.ScanKey{Date: "2026-11-20"}}}, "who"},
		"twice":    {[]account.Scan{good, good}, "date"},
		"a letter": {[]account.Scan{{ScanKey: good.ScanKey, Answers: "abd"}}, "answers"},
		"a point":  {[]account.Scan{{ScanKey: good.ScanKey, Answers: "ab."}}, "answers"},
		"too many": {[]account.Scan{{ScanKey: good.ScanKey, Answers: account.ScanAnswers(strings.Repeat("a", 11))}}, "answers"},
	} {
		flaws := (&account.Firm{Scans: d.scans}).Flaws()
		if len(flaws) > 1 || (len(flaws) == 1) != (d.place != "") || d.place != "" && flaws[0].Place[2] != d.place {
			t.Errorf("%s: %+v", name, flaws)
		}
	}
}

func TestScansOfAnotherFile(t *testing.T) {
	mine := account.Firm{Scans: []account.Scan{{ScanKey: ofAnna("2026-11-20"), Answers: "a"}}}
	theirs := account.Firm{Scans: []account.Scan{{ScanKey: ofAnna("2026-05-20"), Answers: "b"}, {ScanKey: ofAnna("2026-11-20"), Answers: "c"}}}
	kept := mine.Clone()
	if err := kept.Take(theirs, false); !fault.Has(err, fault.KeptAlready) {
		t.Error(err)
	}
	kept = mine.Clone()
	if err := kept.Take(theirs, true); err != nil || !reflect.DeepEqual(kept, theirs) {
		t.Error(err, kept)
	}
	if err := kept.Take(theirs, false); err != nil || !reflect.DeepEqual(kept, theirs) {
		t.Error("the same twice is refused", err)
	}
}

// TestOfATeamTheNewestCompleteScanOfEachCounts: also while somebody is doing it
// again, and not of whoever is in another team since.
func TestOfATeamTheNewestCompleteScanOfEachCounts(t *testing.T) {
	whole := func(who, team string, day account.Date, letter string) account.Scan {
		return account.Scan{ScanKey: account.ScanKey{Who: who, Team: team, Date: day}, Answers: account.ScanAnswers(strings.Repeat(letter, account.ScanLength))}
	}
	f := account.Firm{Scans: []account.Scan{
		whole("Anna", "Service", "2026-05-01", "a"), whole("Anna", "service", "2026-06-01", "b"),
		whole("Bob", "Service", "2026-05-01", "a"), {ScanKey: account.ScanKey{Who: "Bob", Team: "Service", Date: "2026-07-01"}, Answers: "c"},
		whole("Cem", "Service", "2026-05-01", "a"), {ScanKey: account.ScanKey{Who: "Cem", Team: "Sales", Date: "2026-07-01"}, Answers: "c"},
		whole("", "Service", "2026-06-01", "c"), whole("Dirk", "", "2026-06-01", "c"),
	}}.Tidy()
	var got []string
	for _, s := range f.TeamScans("SERVICE") {
		got = append(got, s.Who+" "+string(s.Answers[:1]))
	}
	if strings.Join(got, ", ") != "Bob a, Anna b" {
		t.Error(got)
	}
	if teams := f.ScanTeams(); len(teams) != 2 || teams[0] != "Sales" {
		t.Error(teams)
	}
	if all := f.ScansOf(account.ScanKey{Who: "ANNA"}); len(all) != 2 || all[0].Date != "2026-05-01" {
		t.Error(all)
	}
	if all := f.ScansOf(account.ScanKey{Team: "service"}); len(all) != 1 {
		t.Error(all)
	}
}
