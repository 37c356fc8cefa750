package desk_test

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"
	"time"

	"kwi/internal/desk"
	"kwi/internal/post"
	"kwi/store/memory"
)

// asText is the sheet of a list as text, in which 1.02 has a grade.
func asText(t *testing.T, heading string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma = ';'
	_ = w.WriteAll([][]string{{heading}, {"", "vraag", "cijfer", "relevantie"}, {"1.02", "BESTSELLER legt opgedane kennis vast in het opdrachtdossier en deelt dat met ons.", "8", "<"}, {"newmedia · 2011H1 · KK"}})
	return b.Bytes()
}

// TestASheetSavedAsTextComesBack: by its name, by its heads, and with a mail.
func TestASheetSavedAsTextComesBack(t *testing.T) {
	d, _ := twoClients(t, memory.New())
	text := asText(t, "Let op: zo begint een mail ook")
	var mail bytes.Buffer
	letter := post.Letter{At: time.Unix(1e9, 0), Subject: "Re", Text: "Zie bijlage.", Files: []post.File{{Name: "kk.csv", Content: text}}}
	if err := post.Draft(&mail, letter); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"kk.csv": text, "kk.txt": asText(t, "Lijst"), "kk.eml": mail.Bytes()} {
		got := must[desk.Collected](t)(d.Collect(ctx, []desk.Incoming{{Name: name, Data: data}}, true))
		if len(got.Lists) != 1 || got.Lists[0].Graded() != 1 || got.Lists[0].Bad() != 0 || !strings.HasPrefix(got.Lists[0].File, "kk.") {
			t.Errorf("%s: %+v", name, got)
		}
	}
}
