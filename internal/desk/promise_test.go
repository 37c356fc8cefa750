package desk_test

import (
	"errors"
	"os"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/lang"
	"kwi/internal/questionnaire"
	"kwi/store"
	"kwi/store/memory"
	"kwi/store/storetest"
)

// collected is what is in one of the files that were found, for a client that
// keeps answers so.
func collected(t *testing.T, file string, by account.AnswersBy) (*desk.Desk, desk.Collected) {
	t.Helper()
	d := fresh()
	f := emptied(t, "testdata/found/noord.json")
	f.Clients[0].Newest().AnswersBy = by
	must[desk.Imported](t)(d.Import(ctx, false, f))
	data := must[[]byte](t)(os.ReadFile("testdata/found/" + file))
	return d, must[desk.Collected](t)(d.Collect(ctx, []desk.Incoming{{Name: file, Data: data}}, false))
}

// TestAListByGroupIsNotReadIntoACycleByName, not even one from before lists
// had marks: it says so in words.
func TestAListByGroupIsNotReadIntoACycleByName(t *testing.T) {
	d, all := collected(t, "g-AB.xlsx", account.ByName)
	if len(all.Lists) != 1 || all.Lists[0].No == nil || all.Lists[0].No.Ground != questionnaire.ByGroup {
		t.Fatalf("%+v", all.Lists)
	}
	if _, err := d.Take(ctx, all, desk.Taking{Replace: true, Today: "2026-11-20"}); !fault.Has(err, fault.BadList) {
		t.Error(err)
	}
	if _, err := d.Take(ctx, all, desk.Taking{Partial: true, Replace: true, Today: "2026-11-20"}); err != nil {
		t.Error(err)
	}
	if c := must[account.Client](t)(d.Client(ctx, "noord")); len(c.Newest().Answers) > 0 {
		t.Errorf("kept by name: %v", c.Newest().Answers)
	}
	d, all = collected(t, "g-AB.xlsx", account.ByGroup)
	if taken := must[[]questionnaire.Found](t)(d.Take(ctx, all, desk.Taking{Today: "2026-11-20"})); len(taken) != 1 {
		t.Errorf("by group it is as good as any: %+v", all.Lists)
	}
}

func TestAMailFromAnotherRespondentSaysSo(t *testing.T) {
	_, all := collected(t, "b13-othersender.eml", account.ByName)
	if len(all.Lists) != 1 || all.Lists[0].No != nil {
		t.Fatalf("%+v", all.Lists)
	}
	said := ""
	for _, n := range all.Lists[0].Notices {
		said += n.Say(lang.For("nl")) + "\n"
	}
	if !strings.Contains(said, "de mail komt van Çelik Demir (CD), celik@noord.example, niet van Anna Bos") {
		t.Error(said)
	}
}

// TestListsAreKeptBeforeTheyAreThere: what goes out is known when it comes
// back, and nothing is known of what could not be written.
func TestListsAreKeptBeforeTheyAreThere(t *testing.T) {
	below := memory.New()
	full := &filling{Store: below}
	d := seeded(t, full, asked())
	lists := must[[]desk.Outgoing](t)(d.Questionnaires(ctx, "newmedia", "", bringing))
	sent := func() (n int) {
		c := must[account.Client](t)(d.Client(ctx, "newmedia"))
		for who, list := range c.Newest().Sendings {
			for _, s := range list {
				if c.Marked(s.Mark).Who != who || s.Promise != c.Newest().Promise() {
					t.Errorf("%s: %+v", who, s)
				}
				n++
			}
		}
		return n
	}
	wrote := 0
	full.err = store.ErrReadOnly
	if err := d.HandOut(ctx, "newmedia", "", lists, func() error { wrote++; return nil }); !fault.Has(err, fault.ReadOnly) || wrote > 0 {
		t.Fatalf("%v, written %d times", err, wrote)
	}
	full.err = nil
	if err := d.HandOut(ctx, "newmedia", "", lists, func() error { return store.ErrFull }); err == nil || sent() != 0 {
		t.Fatalf("%v, %d kept of what is nowhere", err, sent())
	}
	cut := &storetest.Cut{Store: full, Left: 1, Behind: false}
	err := desk.New(cut, nonce()).HandOut(ctx, "newmedia", "", lists, func() error { return fault.New(fault.Full) })
	if !fault.Has(err, fault.Full) || !errors.Is(err, fault.New(fault.NotRecalled)) || sent() != len(lists) {
		t.Fatalf("%v, %d kept of what is nowhere and could not be taken back", err, sent())
	}
	for range 2 { // written once more that day they are the same
		lists = must[[]desk.Outgoing](t)(d.Questionnaires(ctx, "newmedia", "", bringing))
		if err := d.HandOut(ctx, "newmedia", "", lists, func() error { return nil }); err != nil || sent() != len(lists) {
			t.Fatalf("%v, %d kept", err, sent())
		}
	}
	for _, l := range lists {
		all := must[desk.Collected](t)(d.Collect(ctx, []desk.Incoming{{Name: "x.xlsx", Data: l.Book}, {Name: "x.eml", Data: l.Letter}}, false))
		for _, f := range all.Lists {
			if f.Who != l.Who || f.Doubt != nil || f.No == nil || f.No.Ground != questionnaire.Unfilled {
				t.Errorf("%s came back as %+v", l.Who, f)
			}
		}
	}
	later := bringing
	later.At = later.At.AddDate(0, 0, 1)
	for i, l := range must[[]desk.Outgoing](t)(d.Questionnaires(ctx, "newmedia", "", later)) {
		if l.Sent.Mark == lists[i].Sent.Mark {
			t.Errorf("%s gets the mark of another day", l.Who)
		}
	}
}
