package desk_test

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/desk"
	"kwi/internal/portable"
	"kwi/internal/questionnaire"
)

// foundIn is a file that people sent back, with all that is right of it.
type foundIn struct {
	file   string
	data   string            // the clients
	grades map[string]string // by respondent, in the order of the questions; . is none
	words  string            // the remark
	odd    int               // what is told beside what is taken
}

func foundFiles() []foundIn {
	const noord, media = "testdata/found/noord.json", "../portable/testdata/newmedia.json"
	const oneOpen, said = "6 7< 8 9 6 7 8> 9 6 7 8 . 6 7 8 9> 6 7 8 9 6 7 8", "Prima samenwerking – maar ‘soms’ traag.\nTweede regel."
	grades := func(all string) map[string]string { return map[string]string{"AB": all} }
	return []foundIn{
		{file: "d03-lineend-blank.eml", data: noord, grades: grades("8< 7 9> 6"), words: "Zie [bijlage 2]\n\nDe planner mag sneller bellen"},
		{file: "d04-smileend.eml", data: noord, grades: grades("8< 7 9> 6"), words: "Dank voor alles :]\n\nWel één punt: de planner belt te laat."},
		{file: "d06-html.eml", data: noord, grades: grades("8< 7 9> 6"), words: "Dank voor alles :]\n\n\n\nWel een punt: de planner belt te laat."},
		{file: "a04-outside.eml", data: noord, grades: grades("8< 7 9> 6")},
		{file: "b01-nobrackets.eml", data: noord, grades: grades("8< 7 9> 6")},
		{file: "b02-halfbrackets.eml", data: noord, grades: grades("8< 7 9> 6"), words: "Goed bezig, café"},
		{file: "b05-mixed.eml", data: noord, grades: grades("8< 7 9> 6"), words: "Goed bezig, café"},
		{file: "newmedia-beside.eml", data: media, grades: map[string]string{"AA": "6 7< 8 9 6 7 8> 9 6 7 8 9 6 7 8 9> 6 7 8 9 6 7 8"}, words: "x"},
		{file: "a07-fullwidth.eml", data: noord, grades: grades("8< 7 9> 10")},
		{file: "a07b-fullbracket.eml", data: noord, grades: grades("8< 7 9> 6"), words: "Goed bezig, café"},
		{file: "a03-full.xlsx", data: noord, grades: grades("8< 7 9> 6"), words: "Goed bezig"},
		{file: "fw2.eml", data: media, grades: map[string]string{"AA": strings.Repeat("7 ", 15) + strings.Repeat(". ", 8), "BB": strings.Repeat(". ", 15) + strings.Repeat("2 ", 8)}},
		{file: "fw3.eml", data: media, grades: map[string]string{"AA": strings.Repeat("7 ", 4) + strings.Repeat(". ", 19), "BB": strings.Repeat(". ", 15) + strings.Repeat("2 ", 8)}, words: "Ik ben BB en boos"},
		{file: "sjs.xlsx", data: media, grades: map[string]string{"AA": "6 7< 8 9 6 7 8> 9 6 7 8 9 6 7 8 9> 6 7 8 9 6 7 8"}, words: said},
		{file: "addsh.xlsx", data: media, grades: map[string]string{"AA": "6 7< 8 9 6 7 8> 9 6 7 8 9 6 7 8 9> 6 7 8 9 6 7 8"}, words: said},
		{file: "dash.xlsx", data: media, grades: map[string]string{"AA": oneOpen}, words: said, odd: 1},
		{file: "nvt.xlsx", data: media, grades: map[string]string{"AA": oneOpen}, words: said, odd: 1},
		{file: "wn.xlsx", data: media, grades: map[string]string{"AA": "6 7< 8 9 6 7 8> 9 6 7 8 . . 7 8 9> 6 7 8 9 6 7 8"}, words: said, odd: 2},
	}
}

// emptied is the data of a file without any answer.
func emptied(t *testing.T, name string) portable.File {
	t.Helper()
	b := must[*os.File](t)(os.Open(name))
	defer func() { _ = b.Close() }()
	f := must[portable.File](t)(portable.Read(b))
	y := f.Clients[0].Newest()
	y.Answers, y.Answered, y.NPS, y.Remarks, y.Released = nil, nil, nil, nil, nil
	return f
}

// TestFilesThatWereFound: what people sent back in ways of their own is read
// exactly, each under its own name.
func TestFilesThatWereFound(t *testing.T) {
	for _, w := range foundFiles() {
		t.Run(w.file, func(t *testing.T) {
			d := fresh()
			must[desk.Imported](t)(d.Import(ctx, false, emptied(t, w.data)))
			data := must[[]byte](t)(os.ReadFile(filepath.Join("testdata", "found", w.file)))
			all := must[desk.Collected](t)(d.Collect(ctx, []desk.Incoming{{Name: w.file, Data: data}}, false))
			odd := 0
			for _, l := range all.Lists {
				for _, i := range l.Items {
					if i.Verdict == questionnaire.Refused {
						t.Errorf("%s: %s%s %s", l.Who, i.Code, i.Key, i.Reason)
					}
					if i.Verdict == questionnaire.Odd {
						odd++
					}
				}
			}
			if _, err := d.Take(ctx, all, desk.Taking{Today: day}); err != nil {
				t.Fatalf("%v: %+v", err, all.Lists)
			}
			y := contents(t, d).Clients[0].Newest()
			got := map[string]string{}
			for who := range y.Answers {
				got[string(who)] = gradesOf(y, who)
			}
			for who, want := range w.grades {
				w.grades[who] = strings.TrimSpace(want)
			}
			if !maps.Equal(got, w.grades) || odd != w.odd {
				t.Errorf("%d odd, got %v, not %v", odd, got, w.grades)
			}
			if remarks := slices.Collect(maps.Values(y.Remarks)); strings.Join(remarks, "") != w.words {
				t.Errorf("got the words %q, not %q", remarks, w.words)
			}
		})
	}
}

// gradesOf are the answers of a respondent in the order of their questions.
func gradesOf(y *account.Cycle, who account.Initials) string {
	var all []string
	for _, q := range y.Assigned[who] {
		s := y.Answers[who].Of(q).String()
		if s == "" {
			s = "."
		}
		all = append(all, s)
	}
	return strings.Join(all, " ")
}
