package erasing_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/erasing"
	"kwi/internal/hand"
	"kwi/internal/portable"
	"kwi/store/bolt"
)

func nonces() func() string {
	n := 0
	return func() string { n++; return fmt.Sprintf("n%d", n) }
}

func opened(t *testing.T, path string) erasing.File {
	t.Helper()
	s, err := bolt.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	nonce := nonces()
	return erasing.File{Store: s, Desk: desk.New(s, nonce), Nonce: nonce}
}

// twoClients know one person, and a colleague stands with both.
func twoClients() []account.Client {
	q := account.QuestionCode{KWI: 1, Serial: 1}
	one := account.Client{ID: "one", Name: "Client One", Kind: account.External, Approach: account.Extended, Sponsor: "ZQ",
		Respondents: []account.Respondent{{Initials: "ZQ", Name: "Zeno Quaxelfort", Email: "zeno@quaxelfort.example", Remark: "0612345678"}, {Initials: "BB", Name: "Bea Bakker", Remark: "zus van Zeno"}},
		Colleagues:  []account.Colleague{{Initials: "RM", Name: "Rob Maat"}},
		Cycles: []account.Cycle{{Name: "2025H1", Stage: account.Closed, AnswersBy: account.ByName, KWIs: []account.KWI{{Code: 1, Title: "Wat Zeno wil", WishedBy: "ZQ", Questions: []account.Question{{Code: q, Text: "Goed?", Kind: account.Own}}}},
			Assigned: map[account.Initials][]account.QuestionCode{"ZQ": {q}, "BB": {q}}, Answers: map[account.Initials]account.Sheet{"ZQ": {{Question: q, Grade: 7}}, "BB": {{Question: q, Grade: 9}}},
			Answered: map[account.Initials]account.Date{"ZQ": "2025-05-01", "BB": "2025-05-01"}, Remarks: map[account.Initials]string{"ZQ": "Ga zo door"},
			Notes: []account.Note{{Date: "2025-01-01", With: "ZQ", Text: "wat hij zei"}, {Date: "2025-01-02", With: "BB", Text: "Quaxelfort is lastig. Verder niets."}}}},
	}
	two := account.Client{ID: "two", Name: "Client Two", Kind: account.External, Approach: account.Extended,
		Respondents: []account.Respondent{{Initials: "Z", Name: "Quaxelfort, Zeno", Email: "ZENO@quaxelfort.example"}},
		Cycles:      []account.Cycle{{Name: "2026H1", AnswersBy: account.ByName, Notes: []account.Note{{Date: "2026-01-02", Text: "Zeno Quaxelfort komt ook"}}}}}
	return []account.Client{one, two}
}

// filled is a data file with two clients, journals and drafts that name somebody,
// free pages, and copies.
func filled(t *testing.T) (erasing.File, string) {
	t.Helper()
	ctx, path := context.Background(), filepath.Join(t.TempDir(), "kwi.db")
	f := opened(t, path)
	if _, err := f.Desk.Import(ctx, false, portable.File{Supplier: "Supplier", Clients: twoClients()}); err != nil {
		t.Fatal(err)
	}
	for i, name := range []string{"Zeno Quaxelfort", "iemand", "ZENO QUAXELFORT", "Zeno"} {
		h, err := f.Desk.Open(ctx, "one")
		if err == nil {
			h, err = h.Do(hand.Change{Label: hand.Label{Key: "x", Args: []string{name}}, Apply: func(c *account.Client) error {
				c.Respondent("BB").Function = fmt.Sprintf("naast %s %d", name, i)
				return nil
			}})
		}
		if err != nil {
			t.Fatal(err)
		}
		_, save, _ := h.Send()
		if _, _, err := f.Desk.Keep(ctx, save); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Desk.KeepDrafts(ctx, "one", []hand.Draft{{Place: "p", Field: "f", Text: "Bel Zeno"}}, nil); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{path + ".bak", path + ".bak2"} {
		if err := os.WriteFile(name, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(path+".bak3", []byte("no data file of any kind"), 0o600); err != nil {
		t.Fatal(err)
	}
	return f, path
}

// holds reports what of somebody stands anywhere in a file: in any case, in UTF-8
// and in UTF-16 of either order.
func holds(t *testing.T, path string) (found []string) {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lower := bytes.ToLower(content)
	for _, s := range []string{"zeno", "quaxelfort", "12345678", "wat hij zei", "ga zo door", "/zq"} {
		if bytes.Contains(lower, []byte(s)) {
			found = append(found, s)
		}
		for _, case_ := range []string{s, strings.ToUpper(s), strings.ToUpper(s[:1]) + s[1:]} {
			var little, big []byte
			for _, u := range utf16.Encode([]rune(case_)) {
				little, big = append(little, byte(u), byte(u>>8)), append(big, byte(u>>8), byte(u))
			}
			if bytes.Contains(content, little) || bytes.Contains(content, big) {
				found = append(found, s+" in UTF-16")
			}
		}
	}
	return found
}

func asked(t *testing.T, f erasing.File) desk.Erasing {
	t.Helper()
	c, err := f.Desk.Client(context.Background(), "one")
	if err != nil {
		t.Fatal(err)
	}
	p, ok := c.Person("ZQ")
	if !ok {
		t.Fatal("nobody to erase")
	}
	return desk.Erasing{Person: p, Everywhere: true, Today: "2026-11-27", Unseen: "[naam verwijderd]", What: "iemand", Why: "gevraagd"}
}

func TestNoByteOfAnyFileNamesWhoWasErased(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	f, path := filled(t)
	if len(holds(t, path)) < 5 {
		t.Fatal("there is nothing to erase", holds(t, path))
	}
	kept, err := f.Store.KeepCopy(ctx, bolt.BeforeImport)
	if err != nil || len(holds(t, kept.Path)) == 0 {
		t.Fatal("no copy of itself holds anything", err)
	}
	e := asked(t, f)
	would, err := f.Would(ctx, e)
	if err != nil || len(would.Clients) != 2 || len(would.Copies) != 4 || would.Drafts != 1 {
		t.Fatalf("%+v %v", would, err)
	}
	e.Instead = map[string]string{}
	for _, w := range would.Writings {
		e.Instead[w.Text] = "iets anders"
	}
	before, _ := os.Stat(path + ".bak")
	done, err := f.Do(ctx, e)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{path, path + ".bak", path + ".bak2", kept.Path} {
		if found := holds(t, name); len(found) > 0 {
			t.Errorf("%s still holds %v", filepath.Base(name), found)
		}
	}
	if now, _ := os.Stat(path + ".bak"); !now.ModTime().Equal(before.ModTime()) {
		t.Error("a copy is of another day than it was made")
	}
	if len(done.Copies) != 4 || done.Copies[0].Err != nil || done.Copies[2].Err == nil || done.Copies[3].Err != nil || len(done.Left) != 0 {
		t.Errorf("%+v", done)
	}
	if left, _ := filepath.Glob(path + "*"); len(left) != 5 {
		t.Errorf("%v", left)
	}
	c, err := f.Desk.Client(ctx, "one")
	if err != nil {
		t.Fatal(err)
	}
	y := c.Cycle("2025H1")
	if y.Answers["X1"][0].Grade != 7 || len(y.Corrections) != 1 || y.Corrections[0].What != "iemand" || c.Respondent("X1").Name != "" {
		t.Errorf("%+v", c)
	}
	h, err := f.Desk.Open(ctx, "one")
	if err != nil {
		t.Fatal(err)
	}
	deeds := h.History()
	if _, _, err := h.Undo(); err == nil || len(deeds) != 1 || deeds[0].Last.Label.Key != "history.erased" {
		t.Errorf("the history holds %+v", deeds)
	}
	copied := opened(t, path+".bak")
	if c, err := copied.Desk.Client(ctx, "one"); err != nil || c.Respondent("ZQ") != nil || c.Cycle("2025H1").Answers["X1"][0].Grade != 7 {
		t.Errorf("the copy is none any more: %+v %v", c, err)
	}
}

func TestWhatNobodyDecidedOnStaysAndIsTold(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	f, path := filled(t)
	h, err := f.Desk.Open(ctx, "one")
	if err == nil {
		h, err = h.Do(hand.Change{Apply: func(c *account.Client) error { c.Respondent("BB").Function = "inkoop"; return nil }})
	}
	if err != nil {
		t.Fatal(err)
	}
	_, save, _ := h.Send()
	if _, _, err := f.Desk.Keep(ctx, save); err != nil {
		t.Fatal(err)
	}
	e := asked(t, f)
	e.Everywhere = false
	const kept = "Quaxelfort is lastig. Verder niets."
	e.Instead = map[string]string{kept: kept}
	done, err := f.Do(ctx, e)
	if err != nil {
		t.Fatal(err)
	}
	var left []string
	for _, w := range done.Left {
		left = append(left, w.Text)
	}
	if got := strings.Join(left, "|"); got != "zus van Zeno|"+kept+"|Wat Zeno wil" || len(done.Elsewhere) != 1 || done.Elsewhere[0].Texts != 1 || done.Elsewhere[0].Who[0] != "Z" {
		t.Errorf("%s; %+v", got, done.Elsewhere)
	}
	if c, err := f.Desk.Client(ctx, "two"); err != nil || c.Respondent("Z").Name == "" {
		t.Errorf("%+v %v", c, err)
	}
	c, err := opened(t, path+".bak").Desk.Client(ctx, "one")
	if err != nil || c.Respondent("BB").Remark != "zus van Zeno" || c.Cycle("2025H1").Notes[0].Text != kept {
		t.Errorf("what stays in the data file goes in a copy of it: %+v %v", c, err)
	}
	if got := c.Respondent("BB").Function; got != "naast [naam verwijderd] 3" {
		t.Error("a text that is in a copy alone names them", got)
	}
}
