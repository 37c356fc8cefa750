package desk_test

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/hand"
	"kwi/internal/portable"
	"kwi/internal/post"
	"kwi/internal/questionnaire"
	"kwi/internal/sheet"
	"kwi/store"
	"kwi/store/memory"
)

// twoClients is the example client twice, under two names, without answers.
func twoClients(t *testing.T, s store.Store) (*desk.Desk, portable.File) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "portable", "testdata", "newmedia.json"))
	if err != nil {
		t.Fatal(err)
	}
	f := must[portable.File](t)(portable.Read(bytes.NewReader(b)))
	y := f.Clients[0].Newest()
	y.Answers, y.NPS, y.Remarks = nil, nil, nil
	other := f.Clients[0].Clone()
	other.ID = "other"
	f.Clients = append(f.Clients, other)
	d := desk.New(s, nonces())
	must[desk.Imported](t)(d.Import(ctx, false, f))
	return d, f
}

// replied is a mail in which somebody answered: KK.1.02 [8].
func replied(f portable.File, client int, who account.Initials, answers ...string) desk.Incoming {
	c := &f.Clients[client]
	text := questionnaire.Plain(questionnaire.For(c, c.Newest(), who, questionnaire.Sender{Supplier: f.Supplier}, questionnaire.Measure, "nl"))
	for i := 0; i < len(answers); i += 2 {
		text = regexp.MustCompile(`(?m)^`+regexp.QuoteMeta(answers[i])+` \[[^\]]*\]`).ReplaceAllLiteralString(text, answers[i]+" ["+answers[i+1]+"]")
	}
	return desk.Incoming{Name: c.ID + "-" + string(who) + ".eml", Data: []byte("From: a@b.nl\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n> " + strings.ReplaceAll(text, "\n", "\r\n> "))}
}

func contents(t *testing.T, d *desk.Desk) portable.File {
	t.Helper()
	return must[portable.File](t)(d.Export(ctx))
}

const day = account.Date("2011-06-12")

func TestWhatIsCollectedIsKeptTogether(t *testing.T) {
	d, f := twoClients(t, memory.New())
	files := []desk.Incoming{replied(f, 0, "KK", "1.02", "8<", "C", "9", "G", "ja"), replied(f, 1, "BB", "1.01", "7"), replied(f, 0, "BB", "1.01", "6")}
	all := must[desk.Collected](t)(d.Collect(ctx, files, false))
	before := contents(t, d)
	if len(all.Lists) != 3 || all.Lists[1].Client != "NewMedia" || all.Lists[0].Graded() != 1 {
		t.Errorf("%+v", all.Lists)
	}
	taken := must[[]questionnaire.Found](t)(d.Take(ctx, all, desk.Taking{Today: day}))
	if len(taken) != 3 {
		t.Errorf("%d taken", len(taken))
	}
	after := contents(t, d)
	y := after.Clients[0].Newest()
	if y.Answers["KK"].Of(account.QuestionCode{KWI: 1, Serial: 2}).String() != "8<" || y.Answered["BB"] != day || y.NPS["KK"].Score != 9 || len(after.Clients[1].Newest().Answers["BB"]) != 1 {
		t.Errorf("%+v", y)
	}
	h := must[hand.Hand](t)(d.Open(ctx, "newmedia"))
	undone, label, err := h.Undo()
	if c := undone.Now(); err != nil || label.Key != "collect.taken" || len(c.Newest().Answers) != 0 {
		t.Error(label, err)
	}
	if _, err := d.Take(ctx, all, desk.Taking{Today: day}); err != nil {
		t.Error("the same once more:", err)
	}
	if reflect.DeepEqual(before, after) || !reflect.DeepEqual(after, contents(t, d)) {
		t.Error("nothing changed, or the second time did")
	}
}

func TestOneBadFileKeepsNothing(t *testing.T) {
	d, f := twoClients(t, memory.New())
	before := contents(t, d)
	good := replied(f, 0, "KK", "1.02", "8<")
	for _, bad := range []desk.Incoming{{Name: "x.xlsx", Data: []byte("PK\x03\x04")}, {Name: "x.eml", Data: []byte("From: a\r\n\r\nhallo")}, {Name: "x", Data: []byte("niets")}, {Name: "x", Data: make([]byte, desk.MostIncoming+1)}} {
		all := must[desk.Collected](t)(d.Collect(ctx, []desk.Incoming{good, bad}, false))
		if len(all.Lists) != 1 || len(all.Unread) != 1 || !strings.Contains(all.Unread[0].Error(), bad.Name) {
			t.Errorf("%s: %v", bad.Name, all.Unread)
		}
		if _, err := d.Take(ctx, all, desk.Taking{Today: day}); err == nil || !reflect.DeepEqual(before, contents(t, d)) {
			t.Errorf("%s: %v", bad.Name, err)
		}
	}
	for _, bad := range []desk.Incoming{replied(f, 1, "KK", "1.02", "11"), {Name: "ref", Data: []byte("nobody · 2011H1 · KK\n1.02 [7]\n")}, {Name: "ref", Data: []byte("other · 2010H2 · KK\n1.02 [7]\n")}} {
		all := must[desk.Collected](t)(d.Collect(ctx, []desk.Incoming{good, bad}, false))
		if _, err := d.Take(ctx, all, desk.Taking{Replace: true, Today: day}); !fault.Has(err, fault.BadList) {
			t.Error(err)
		}
		if !reflect.DeepEqual(before, contents(t, d)) {
			t.Fatal("something was kept")
		}
	}
	all := must[desk.Collected](t)(d.Collect(ctx, []desk.Incoming{good, replied(f, 1, "KK", "1.02", "11", "1.03", "7")}, false))
	if taken := must[[]questionnaire.Found](t)(d.Take(ctx, all, desk.Taking{Partial: true, Today: day})); len(taken) != 2 {
		t.Error(taken)
	}
	if y := contents(t, d).Clients[1].Newest(); len(y.Answers["KK"]) != 1 {
		t.Errorf("%+v", y.Answers)
	}
}

func TestASecondReturnIsToldAndReplaced(t *testing.T) {
	d, f := twoClients(t, memory.New())
	take := func(how desk.Taking, files ...desk.Incoming) (desk.Collected, error) {
		all := must[desk.Collected](t)(d.Collect(ctx, files, false))
		_, err := d.Take(ctx, all, how)
		return all, err
	}
	one, two := replied(f, 0, "KK", "1.02", "8<"), replied(f, 0, "KK", "1.02", "8", "1.03", "6")
	if all, err := take(desk.Taking{Today: day}, one, two); !fault.Has(err, fault.SecondReturn) || len(all.Lists[1].Changes) != 2 {
		t.Error(err, all.Lists)
	}
	if _, err := take(desk.Taking{Today: day}, one, one); err != nil {
		t.Error("the same twice:", err)
	}
	if _, err := take(desk.Taking{Today: day, Replace: true}, two); err != nil {
		t.Error(err)
	}
	if y := contents(t, d).Clients[0].Newest(); y.Answers["KK"].Of(account.QuestionCode{KWI: 1, Serial: 2}).String() != "8" || len(y.Answers["KK"]) != 2 {
		t.Errorf("%+v", y.Answers)
	}
}

// TestTheListInHisMail: the letter goes out, comes back with the workbook
// attached, and an empty workbook does not hide what the text says.
func TestTheListInHisMail(t *testing.T) {
	d, f := twoClients(t, memory.New())
	all := must[[]desk.Outgoing](t)(d.Questionnaires(ctx, "newmedia", "", desk.Bringing{Tag: "nl", At: time.Unix(1e9, 0)}))
	if len(all) != 5 || !all[4].Email || all[4].File != "newmedia-2011H1-KK" || !bytes.Contains(all[4].Letter, []byte("X-Unsent: 1")) {
		t.Fatalf("%d", len(all))
	}
	m, err := post.Read(all[4].Letter, "kk.eml")
	if err != nil || len(m.Files) != 1 || !bytes.Equal(m.Files[0].Content, all[4].Book) {
		t.Error(err, len(m.Files))
	}
	if r, err := sheet.Read(all[4].Book, "x.xlsx"); err != nil || r[0].Who != "KK" {
		t.Error(err)
	}
	got := must[desk.Collected](t)(d.Collect(ctx, []desk.Incoming{{Name: "kk.eml", Data: all[4].Letter}}, false))
	if len(got.Lists) != 1 || got.Lists[0].No == nil || got.Lists[0].No.Ground != questionnaire.Unfilled {
		t.Errorf("%+v", got.Lists)
	}
	var b bytes.Buffer
	if err := post.Draft(&b, post.Letter{Subject: "Re", Text: textOf(replied(f, 0, "KK", "1.02", "8<")), Files: []post.File{{Name: "kk.xlsx", Content: all[4].Book}}}); err != nil {
		t.Fatal(err)
	}
	got = must[desk.Collected](t)(d.Collect(ctx, []desk.Incoming{{Name: "kk.eml", Data: b.Bytes()}}, false))
	if len(got.Lists) != 1 || got.Lists[0].Graded() != 1 || got.Lists[0].Bad() != 0 {
		t.Errorf("%+v", got.Lists)
	}
	if _, err := d.Questionnaires(ctx, "newmedia", "1999H1", desk.Bringing{}); !fault.Has(err, fault.NoCycle) {
		t.Error(err)
	}
	if _, err := d.Questionnaires(ctx, "newmedia", "", desk.Bringing{From: "not an address"}); !fault.Has(err, fault.BadValue) {
		t.Error(err)
	}
}

func textOf(f desk.Incoming) string {
	_, text, _ := strings.Cut(string(f.Data), "\r\n\r\n")
	return strings.ReplaceAll(text, "\r\n", "\n")
}
