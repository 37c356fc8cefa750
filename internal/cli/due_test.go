package cli

import (
	"strconv"
	"strings"
	"testing"
)

// TestDueAsJSON holds `kwi due --json` to the names that other programs rely
// on. It is the 24th of November.
func TestDueAsJSON(t *testing.T) {
	e, out, said := env(t)
	e.In = strings.NewReader(`{"format": "kwi/1", "supplier": "S", "clients": [{"id": "x", "name": "X", "respondents": [{"initials": "AB", "name": "Anna"}],
		"cycles": [{"name": "2026H2", "stage": "measure", "session": "2026-12-01", "kwis": [{"code": "KWI-01", "questions": [{"code": "1.01", "text": "T"}]}],
		"assigned": {"AB": ["1.01"]}, "sent": {"AB": ["2026-11-17"]}, "promised": {"AB": {"concept": "2026-11-27"}},
		"actions": [{"number": "2026-01", "text": "T", "for": "Joe", "side": "both", "due": "2026-11-22T09:00"}, {"number": "2026-02", "due": "2026-12-02"},
		{"number": "2026-03", "text": "P", "for": "Joe", "side": "supplier", "due": "2026-11-30", "internal": true}]}]}]}`)
	if code := Run(t.Context(), e, []string{"import", "-"}); code != exitDone {
		t.Fatal(said)
	}
	out.Reset()
	if code := Run(t.Context(), e, []string{"due", "--json", "--lang", "en"}); code != exitDone || said.Len() > 0 {
		t.Fatal(code, said)
	}
	const nobody = `"with": null,
      "by": null,`
	item := func(kind, on, late, what, number, side, internal, people, count string) string {
		return `    {
      "client": "x",
      "name": "X",
      "cycle": "2026H2",
      "kind": "` + kind + `",
      "due": "` + on + `",
      "late": ` + late + `,
      "overdue": ` + strconv.FormatBool(late != "0") + `,
      "what": "` + what + `",
      "number": "` + number + `",
      "side": "` + side + `",
      "internal": ` + internal + `,
      ` + people + `
      "count": ` + count + `
    }`
	}
	const joe = `"with": null,
      "by": {
        "initials": "",
        "name": "Joe"
      },`
	const anna = `"with": {
        "initials": "AB",
        "name": "Anna"
      },
      "by": null,`
	want := "{\n  \"today\": \"2026-11-24\",\n  \"days\": 7,\n  \"counts\": {\n    \"overdue\": 2,\n    \"today\": 1,\n    \"week\": 2,\n    \"later\": 3,\n    \"undated\": 0\n  },\n  \"due\": [\n" + strings.Join([]string{
		item("action", "2026-11-22T09:00", "2", "T", "2026-01", "both", "false", joe, "0"),
		item("chase", "2026-11-23", "1", "1 respondent is silent: ask once more", "", "", "false", nobody, "1"),
		item("answers", "2026-11-24", "0", "1 list not back yet", "", "", "false", nobody, "1"),
		item("concept", "2026-11-27", "0", "draft for Anna", "", "", "false", anna, "0"),
		item("analysis", "2026-11-27", "0", "go through the answers with colleagues", "", "", "false", nobody, "0"),
		item("action", "2026-11-30", "0", "P", "2026-03", "supplier", "true", joe, "0"),
		item("session", "2026-12-01", "0", "customer value session", "", "", "false", nobody, "0"),
	}, ",\n") + "\n  ]\n}\n"
	if out.String() != want {
		t.Errorf("got\n%s\nnot\n%s", out, want)
	}
}
