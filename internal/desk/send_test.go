package desk_test

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/fault"
	"kwi/internal/letter"
	"kwi/internal/post"
	"kwi/internal/questionnaire"
	"kwi/store"
	"kwi/store/memory"
)

// thursday is when the letters of these tests go.
var thursday = time.Date(2026, 11, 12, 9, 0, 0, 0, time.UTC)

// bringing is how they go.
var bringing = desk.Bringing{Tag: "nl", At: thursday}

// asked is a client in the stage of measuring with four respondents, the last
// without an address.
func asked() account.Client {
	q := account.QuestionCode{KWI: 1, Serial: 1}
	c := account.Client{ID: "newmedia", Name: "NewMedia", Kind: account.External, Approach: account.Extended, Cycles: []account.Cycle{{
		Name: "2026H2", Stage: account.Measure, AnswersBy: account.ByName, Session: "2026-11-26", Assigned: map[account.Initials][]account.QuestionCode{},
		KWIs: []account.KWI{{Code: 1, Title: "Een", Questions: []account.Question{{Code: q, Text: "een", Kind: account.Own}}}},
	}}}
	for _, who := range []account.Initials{"AA", "BB", "CC", "DD"} {
		email := string(who) + "@newmedia.example"
		if who == "DD" {
			email = ""
		}
		c.Respondents = append(c.Respondents, account.Respondent{Initials: who, Name: "Naam " + string(who), Email: email})
		c.Cycles[0].Assigned[who] = []account.QuestionCode{q}
	}
	return c
}

// carrier takes letters away as it is told.
type carrier struct {
	took []string
	do   func(to string) error
}

func (c *carrier) Carry(_ context.Context, l post.Letter) error {
	if err := c.do(l.To.Email); err != nil {
		return err
	}
	c.took = append(c.took, l.To.Email)
	return nil
}

// sendAll prepares and sends, and tells whose letter was not taken.
func sendAll(t *testing.T, d *desk.Desk, round questionnaire.Round, by desk.Carrier) (sent int, failed []account.Initials, err error) {
	t.Helper()
	s := must[desk.Sending](t)(d.Prepare(ctx, "newmedia", round, bringing))
	sent, err = d.Send(ctx, s, by, thursday, func(p desk.Posted, err error) {
		if err != nil {
			failed = append(failed, p.Who)
		}
	})
	return sent, failed, err
}

func sentTo(t *testing.T, d *desk.Desk) (out []account.Initials) {
	t.Helper()
	c := must[account.Client](t)(d.Client(ctx, "newmedia"))
	for _, r := range c.Respondents {
		if len(c.Newest().Sent[r.Initials]) > 0 {
			out = append(out, r.Initials)
		}
	}
	return out
}

func TestASendingIsListedFirst(t *testing.T) {
	d := seeded(t, memory.New(), asked())
	s := must[desk.Sending](t)(d.Prepare(ctx, "newmedia", "", bringing))
	if s.Round != questionnaire.Answering || len(s.Letters) != 3 || len(s.Without) != 1 || s.Without[0].Initials != "DD" || s.Letters[0].To.Email != "AA@newmedia.example" {
		t.Errorf("got %+v", s)
	}
	if f := s.Letters[0].Files; len(f) != 1 || f[0].Name != "newmedia-2026H2-AA.xlsx" || len(f[0].Content) == 0 {
		t.Errorf("got %v", f)
	}
	if got := sentTo(t, d); len(got) > 0 {
		t.Errorf("noted before it went: %v", got)
	}
	if _, err := d.Prepare(ctx, "nobody", "", bringing); !fault.Has(err, fault.NotFound) {
		t.Error(err)
	}
}

func TestOneThatIsRefusedStopsNoOther(t *testing.T) {
	d := seeded(t, memory.New(), asked())
	by := &carrier{do: func(to string) error {
		if to == "BB@newmedia.example" {
			return fault.New(fault.NotDelivered, to)
		}
		return nil
	}}
	sent, failed, err := sendAll(t, d, "", by)
	if err != nil || sent != 2 || !slices.Equal(failed, []account.Initials{"BB"}) || !slices.Equal(sentTo(t, d), []account.Initials{"AA", "CC"}) {
		t.Fatalf("%d %v %v, noted %v", sent, failed, err, sentTo(t, d))
	}
	by = &carrier{do: func(string) error { return nil }}
	if sent, _, err = sendAll(t, d, "", by); err != nil || sent != 1 || !slices.Equal(by.took, []string{"BB@newmedia.example"}) {
		t.Errorf("again: %d %v %v", sent, err, by.took)
	}
}

func TestAServerThatStopsHalfway(t *testing.T) {
	d := seeded(t, memory.New(), asked())
	n := 0
	by := &carrier{do: func(string) error {
		if n++; n > 1 {
			return fault.New(fault.NoServer, "mail.example")
		}
		return nil
	}}
	if sent, _, err := sendAll(t, d, "", by); sent != 1 || !fault.Has(err, fault.NoServer) || !slices.Equal(sentTo(t, d), []account.Initials{"AA"}) {
		t.Fatal(sent, err, sentTo(t, d))
	}
	by = &carrier{do: func(string) error { return nil }}
	if sent, _, err := sendAll(t, d, "", by); err != nil || sent != 2 || !slices.Equal(by.took, []string{"BB@newmedia.example", "CC@newmedia.example"}) {
		t.Error(sent, err, by.took)
	}
}

func TestWhatCannotBeNotedStopsTheRest(t *testing.T) {
	full := &filling{Store: memory.New()}
	d := seeded(t, full, asked())
	full.err = store.ErrFull
	by := &carrier{do: func(string) error { return nil }}
	if sent, _, err := sendAll(t, d, "", by); sent != 0 || !errors.Is(err, store.ErrFull) || len(by.took) > 0 {
		t.Fatalf("without a claim: %d %v, %v went", sent, err, by.took)
	}
	full.err = nil
	by.do = func(string) error { full.err = store.ErrFull; return nil } // behind the claim
	sent, _, err := sendAll(t, d, "", by)
	f, ok := fault.Of(err)
	if sent != 1 || !ok || f.Kind != fault.NotNoted || !errors.Is(err, store.ErrFull) || len(by.took) != 1 {
		t.Errorf("%d %v, %v went", sent, err, by.took)
	}
	full.err = nil
	by = &carrier{do: func(string) error { return nil }}
	if sent, _, err := sendAll(t, d, "", by); sent != 2 || err != nil || slices.Contains(by.took, "AA@newmedia.example") {
		t.Errorf("later: %d %v, %v went", sent, err, by.took)
	}
}

// filling is a store that takes no more once err is set.
type filling struct {
	store.Store
	err error
}

func (f *filling) Apply(ctx context.Context, writes ...store.Write) (store.Rev, error) {
	if f.err != nil {
		return 0, f.err
	}
	return f.Store.Apply(ctx, writes...)
}

func TestWhoGotItMeanwhileGetsNoOther(t *testing.T) {
	d := seeded(t, memory.New(), asked())
	first := &carrier{do: func(string) error { return nil }}
	second := &carrier{do: func(to string) error {
		if to == "AA@newmedia.example" {
			_, _, err := sendAll(t, d, "", first) // another window sends to all
			return err
		}
		return nil
	}}
	if _, _, err := sendAll(t, d, "", second); err != nil || len(second.took) != 1 || len(first.took) != 2 {
		t.Errorf("%v, %v, %v", err, first.took, second.took)
	}
}

func TestWhoseTurnItIs(t *testing.T) {
	today := account.Date("2026-11-20")
	for name, w := range map[string]struct {
		sent                   []account.Date
		confirmed              account.Date
		answered, excused      bool
		preview, ask, reminded bool
	}{
		"never":                     {preview: true, ask: true},
		"for a look":                {sent: []account.Date{"2026-06-20"}, confirmed: "2026-06-25", ask: true},
		"for a look, late":          {sent: []account.Date{"2026-11-02"}, confirmed: "2026-11-04", ask: true},
		"to answer":                 {sent: []account.Date{"2026-06-20", "2026-11-12"}, confirmed: "2026-06-25", reminded: true},
		"to answer, at once":        {sent: []account.Date{"2026-11-12"}, reminded: true},
		"today":                     {sent: []account.Date{"2026-11-12", "2026-11-20"}, confirmed: "2026-06-25"},
		"answered":                  {sent: []account.Date{"2026-11-12"}, answered: true},
		"answered without a letter": {answered: true, preview: true},
		"excused":                   {sent: []account.Date{"2026-11-12"}, excused: true},
	} {
		c := asked()
		y := c.Newest()
		y.Sent = map[account.Initials][]account.Date{"AA": w.sent}
		y.Confirmed = map[account.Initials]account.Date{"AA": w.confirmed}
		if w.answered {
			y.Answers = map[account.Initials]account.Sheet{"AA": account.Sheet{}.With(account.Answer{Question: y.KWIs[0].Questions[0].Code, Grade: 7})}
		}
		if w.excused {
			y.Excused = map[account.Initials]account.Date{"AA": "2026-11-15"}
		}
		for round, want := range map[questionnaire.Round]bool{questionnaire.Preview: w.preview, questionnaire.Answering: w.ask, questionnaire.Reminding: w.reminded} {
			if got := slices.Contains(round.Recipients(&c, y, today), "AA"); got != want {
				t.Errorf("%s, %s: %v", name, round, got)
			}
		}
	}
}

// TestAPageForTheBrowserIsMailed: whoever has no spreadsheet gets the page with what is
// sent, and with the reminder, and nobody else does.
func TestAPageForTheBrowserIsMailed(t *testing.T) {
	c := asked()
	c.Respondents[1].Browser = true
	d := seeded(t, memory.New(), c)
	files := map[account.Initials]string{"AA": ".xlsx", "BB": ".html", "CC": ".xlsx"}
	s := must[desk.Sending](t)(d.Prepare(ctx, "newmedia", "", bringing))
	for _, p := range s.Letters {
		if len(p.Letter.Files) != 1 || filepath.Ext(p.Letter.Files[0].Name) != files[p.Who] {
			t.Errorf("%s gets %+v", p.Who, p.Letter.Files)
		}
	}
	if _, _, err := sendAll(t, d, "", &carrier{do: func(string) error { return nil }}); err != nil {
		t.Fatal(err)
	}
	later := bringing
	later.At = thursday.AddDate(0, 0, 8)
	out, err := d.Letters(ctx, must[account.Client](t)(d.Client(ctx, "newmedia")), "", letter.Reminder, later)
	if err != nil || len(out) < 3 {
		t.Fatalf("%d, %v", len(out), err)
	}
	for _, o := range out {
		if brings := files[o.Who]; brings != "" && ((o.Page != nil) != (brings == ".html") || (o.Book != nil) == (brings == ".html") || !bytes.Contains(o.Letter, []byte(o.File+brings))) {
			t.Errorf("%s is reminded with page %v, book %v", o.Who, o.Page != nil, o.Book != nil)
		}
	}
}
