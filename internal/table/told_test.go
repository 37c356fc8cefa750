package table_test

import (
	"encoding/csv"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kwi/internal/account"
	"kwi/internal/table"
)

// TestNoCellIsDroppedInSilence: whatever stands in a cell, other words there
// make another proposal, or its row or column is told of as left out.
func TestNoCellIsDroppedInSilence(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := aTable(t)
		c := running()
		if rapid.Bool().Draw(t, "known") {
			c.Respondents = []account.Respondent{{Initials: "KK", Name: "Kees Klant", Email: "kk@x.example"}}
		}
		p, ok := planned(&c, rows)
		if !ok {
			return // it is refused whole, and that is said
		}
		row, column := rapid.IntRange(0, len(rows)-1).Draw(t, "row"), rapid.IntRange(0, len(rows[0])-1).Draw(t, "column")
		if strings.TrimSpace(rows[row][column]) == "" || told(p, row+1, column+1) {
			return
		}
		rows[row][column] = "Anders 17"
		if other, ok := planned(&c, rows); ok && reflect.DeepEqual(said(c, p), said(c, other)) {
			t.Fatalf("row %d, column %d: nobody looks at it and nobody says so\n%q\n%s", row+1, column+1, rows, odd(p))
		}
	})
}

// aTable draws a table with heads that are known and heads that are not.
func aTable(t *rapid.T) [][]string {
	one := func(of ...string) string { return rapid.SampledFrom(of).Draw(t, "of") }
	kinds := map[string][]string{
		"initialen": {"", "KK", "BB", "kk", "!"}, "naam": {"", "Kees Klant", "Bea Bee"}, "voornaam": {"", "Kees"}, "achternaam": {"Klant", "Bee"},
		"e-mail": {"", "kk@x.example", "bb@x.example", "geen adres"}, "functie": {"", "CFO"}, "niveau": {"", "strategisch", "hoog"}, "taal": {"", "nl", "fries"},
		"vertrokken": {"", "2026-01-01", "ooit"}, "opmerking": {"", "Belt graag"},
		"cyclus": {"2024H1", "2024H2", "2025-1", "ooit", "2030H1"}, "kwi": {"", "1", "KWI-02", "Kennis"}, "titel": {"", "Kennis"}, "verwachting": {"", "Zij weten het"},
		"gewenst door": {"", "KK", "Piet"}, "doel": {"", "8,0", "11"}, "vraagcode": {"", "1.01", "1.1", "1.10", "2.01", "V3"}, "vraag": {"", "Kent ons", "Wij merkten het."},
		"cijfer": {"", "8", "7<", "11", "n.v.t."}, "belang": {"", ">", "meer"}, "KK": {"", "8", "zes"}, "BB": {"", "9"}, "KK belang": {"", "<"}, "score": {"", "7,5"},
		"kleur": {"", "rood"}, "": {"", "los"}, "rol": {"", "CFO"}, "gem": {"8"}, "contactpersoon": {"", "Kees"},
	}
	heads := rapid.SliceOfNDistinct(rapid.SampledFrom(slices.Sorted(maps.Keys(kinds))), 2, 9, rapid.ID[string]).Draw(t, "heads")
	var rows [][]string
	if rapid.Bool().Draw(t, "title") {
		title := make([]string, len(heads))
		title[0] = "Onze monitor"
		rows = append(rows, title)
	}
	rows = append(rows, heads)
	for range rapid.IntRange(0, 4).Draw(t, "rows") {
		var r []string
		for _, h := range heads {
			r = append(r, one(kinds[h]...))
		}
		rows = append(rows, r)
	}
	return rows
}

func planned(c *account.Client, rows [][]string) (table.Proposal, bool) {
	var b strings.Builder
	w := csv.NewWriter(&b)
	w.Comma = ';'
	if err := w.WriteAll(rows); err != nil {
		return table.Proposal{}, false
	}
	split, err := table.Split([]byte(b.String()))
	if err != nil {
		return table.Proposal{}, false
	}
	tab, err := table.Read(split)
	if err != nil {
		return table.Proposal{}, false
	}
	return settled(c, tab), true
}

// told reports whether a proposal tells of the column, the row or the whole in
// which a cell stands.
func told(p table.Proposal, row, column int) bool {
	for _, o := range p.Odd {
		switch {
		case o.At.Row == 0, o.At.Row == row:
			return true
		case o.At.Column == column:
			switch o.Ground {
			case table.Unknown, table.Beside, table.Idle, table.Headless:
				return true
			}
		}
		switch o.Ground {
		case table.NoCycle, table.NoQuestion, table.NoRunning, table.Later, table.Unanswered: // of more rows than one
			return true
		case table.Above:
			n, _ := strconv.Atoi(o.Values[0])
			if row >= o.At.Row && row < o.At.Row+n {
				return true
			}
		}
	}
	return false
}

// said is what the user is told, and what the client would be.
func said(c account.Client, p table.Proposal) []any {
	c = c.Clone()
	if err := p.Apply(&c); err != nil {
		return []any{err}
	}
	return []any{c, p.People, p.Filled, p.KWIs, p.Cycles, p.Asked, p.Same, p.Known, p.Odd, p.Carried}
}
