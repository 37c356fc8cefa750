package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/observed"
)

// TestRowsAreTheScores: of every client and cycle, by name and by group, the rows
// of kwi data tell the figures of kwi score --json, and add none.
func TestRowsAreTheScores(t *testing.T) {
	e, _, _ := env(t)
	f := newMedia(t)
	answered(&f)
	group := f.Clients[0].Clone()
	group.ID, group.Name = "groep", "Groep"
	for i := range group.Cycles {
		group.Cycles[i].AnswersBy = account.ByGroup
	}
	f.Clients = append(f.Clients, group)
	imported(t, e, f)
	var all struct{ Rows []observed.Row }
	if err := json.Unmarshal([]byte(kwi(t, e, 0, "data", "--all", "--json")), &all); err != nil {
		t.Fatal(err)
	}
	compared := 0
	for _, c := range f.Clients {
		for _, y := range c.Cycles {
			var want scoreJSON
			if err := json.Unmarshal([]byte(kwi(t, e, 0, "score", "--client", c.ID, "--cycle", string(y.Name), "--json")), &want); err != nil {
				t.Fatal(err)
			}
			got := scoreJSON{Client: c.ID, Cycle: string(y.Name), KWIs: []kwiJSON{}, Respondents: map[string]figuresJSON{}}
			for _, r := range all.Rows {
				if r.Client == c.ID && r.Cycle == string(y.Name) {
					putRow(&got, r)
				}
			}
			for i := range want.KWIs {
				want.KWIs[i].Like = nil
			}
			want.Like, want.NPS.CouldBe = nil, nil
			if want.Total.Score == nil && !want.Withheld {
				continue // nobody answered
			}
			compared++
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%s %s: the rows are\n%+v\nthe scores\n%+v", c.ID, y.Name, got, want)
			}
		}
	}
	if compared < 2 {
		t.Errorf("%d cycles were compared", compared)
	}
}

// putRow puts a figure of a row where kwi score has it.
func putRow(into *scoreJSON, r observed.Row) {
	whole := func(n *int) int {
		if n == nil {
			return 0
		}
		return *n
	}
	figures := figuresJSON{Score: r.Score, Average: r.Average, Weight: whole(r.Weight), Points: whole(r.Points), Answers: whole(r.Answers), By: r.By}
	last := len(into.KWIs) - 1
	switch {
	case r.Kind == observed.NPSRow:
		into.NPS = npsJSON{r.NPS, whole(r.Promoters), whole(r.Passives), whole(r.Detractors), whole(r.Answers), r.Withheld, nil}
	case r.Kind != observed.ScoreRow:
	case r.KWI != "" && r.Respondent == "":
		into.KWIs = append(into.KWIs, kwiJSON{Code: r.KWI, figuresJSON: figures, Target: r.Target, Respondents: map[string]figuresJSON{}})
	case r.KWI != "":
		into.KWIs[last].Respondents[r.Respondent] = figures
	case r.Respondent != "":
		into.Respondents[r.Respondent] = figures
	default:
		into.Total, into.Withheld = figures, r.Withheld
	}
}

// TestRowsAreWritten to the output without a mark and to a file with one; a file of
// more clients, or one that somebody saved anew, is not written over.
func TestRowsAreWritten(t *testing.T) {
	e, _, _ := env(t)
	f := newMedia(t)
	other := f.Clients[0].Clone()
	other.ID, other.Name = "ander", "Ander"
	f.Clients = append(f.Clients, other)
	imported(t, e, f)
	path := filepath.Join(t.TempDir(), "all.csv")
	if said := kwi(t, e, 0, "data", "--all", "--out", path); !strings.Contains(said, "rows are in ") {
		t.Error(said)
	}
	content, err := os.ReadFile(path)
	if err != nil || string(content) != "\ufeff"+kwi(t, e, 0, "data", "--all") {
		t.Errorf("%v: %s", err, content)
	}
	kwi(t, e, 0, "data", "--all", "--out", path)
	kwi(t, e, 1, "data", "--client", "newmedia", "--out", path)
	if err := os.WriteFile(path, append(content, "eigen,regel\r\n"...), 0o600); err != nil {
		t.Fatal(err)
	}
	kwi(t, e, 1, "data", "--all", "--out", path)
	for _, wrong := range [][]string{{"--all", "--client", "ander"}, {"--client", "ander", "--out", "x.xlsx"}, {"--client", "ander", "--json", "--out", "x.csv"}, {}} {
		kwi(t, e, 2, append([]string{"data"}, wrong...)...)
	}
	for _, none := range [][]string{{"--all", "--cycle", "1999H1"}, {"--client", "ander", "--cycle", "1999H1"}, {"--client", "niemand"}} {
		kwi(t, e, 1, append([]string{"data"}, none...)...)
	}
}
