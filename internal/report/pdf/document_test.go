package pdf

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"kwi/internal/report"
	"kwi/internal/score"
)

// document is a monitor made by hand with everything in it: all kinds of
// block, eight respondents, five KWIs, and five cycles.
func document() report.Document {
	d := report.Document{
		Language: "nl", Title: "Klantwaardemonitor", Client: "NewMedia", Supplier: "BESTSELLER B.V.", Cycle: "2026H2",
		For: "Voor NewMedia", Made: "donderdag 26 november 2026", Day: "2026-11-26",
	}
	part := func(id, title string, blocks ...report.Block) {
		d.Parts = append(d.Parts, report.Part{ID: id, Title: title, Blocks: blocks})
	}
	bars := report.Bars{Caption: "Score per KWI", About: "De schaal loopt van 6 tot 10.", Bars: []report.Bar{
		{Label: "01 Kennisborging", Score: 760, Average: 750, Target: 800},
		{Label: "02 Inspiratie", Score: 696, Average: 700, Target: 750},
		{Label: "03 Bijdrage aan ons jaarplan", Score: 812, Average: 790, Target: 800},
		{Label: "04 Lagere kosten", Score: score.None, Average: score.None, Target: 775},
		{Label: "05 Partnerschap", Score: 1000, Average: 1000, Target: 1000},
		{Label: "Totaal", Score: 731, Average: 728, Target: score.None},
	}}
	part("summary", "In één bladzijde",
		report.Headline{Label: "Totale score", Figure: report.Cell{Text: "7,31"}, Change: report.Cell{Text: "+0,09"}, About: "ten opzichte van 2026H1"},
		report.Text{Lead: true, Text: "De klantwaarde staat op 7,31; dat is 0,09 meer dan in de vorige cyclus."}, bars,
		report.Heading{Text: "Wat u ons zei"},
		report.Text{Text: "Kennis blijft nu bij ons. Houd de dossiers zo actueel als nu.", Quote: true},
		report.Text{Text: "Kees Klant, algemeen directeur", Quiet: true},
		report.Heading{Text: "Wat wij afspraken"}, actions(4))
	part("respondents", "Respondenten", report.Table{Columns: []report.Column{{Title: "Naam", Share: 3}, {Title: "", Share: 1}, {Title: "E-mail", Share: 3}, {Title: "Functie", Share: 3}, {Title: "Opmerking", Share: 3}},
		Rows: rows("Kees Klant|KK|kk@newmedia.example|Algemeen directeur|Liefst 's ochtends bellen.", "A. Aaaa|AA|a.aaaa-van-de-informatievoorziening@newmedia.example|Manager informatievoorziening|")})
	assigned := report.Table{Columns: []report.Column{{Title: "Vraag", Share: 1}, {Title: "", Share: 8}}}
	people := []string{"AA", "BB", "CC", "DD", "EE", "FF", "GG", "KK"}
	for _, who := range people {
		assigned.Columns = append(assigned.Columns, report.Column{Title: who, Right: true})
	}
	for k := 1; k <= 5; k++ {
		assigned.Rows = append(assigned.Rows, report.Row{Head: true, Cells: cells(fmt.Sprintf("KWI-%02d Kennisborging", k))})
		for q := 1; q <= 6; q++ {
			assigned.Rows = append(assigned.Rows, report.Row{Cells: cells(fmt.Sprintf("%d.%02d|Wat in een opdracht is geleerd, vinden wij zelf terug in het opdrachtdossier.|■|■|·|■|■|·|■|■", k, q))})
		}
	}
	assigned.Rows = append(assigned.Rows, report.Row{Total: true, Cells: cells("|Totaal|30|30|0|30|30|0|30|30")})
	part("assignment", "Wie beoordeelt wat", assigned)
	lines := report.Lines{Caption: "Score per cyclus", Cycles: []string{"2024H2", "2025H1", "2025H2", "2026H1", "2026H2"}}
	for i := range 5 {
		lines.Lines = append(lines.Lines, report.Line{Label: fmt.Sprintf("%02d Kennisborging", i+1), Figures: []score.Figure{650, score.None, 690 + score.Figure(20*i), 742, 760}})
	}
	lines.Lines = append(lines.Lines, report.Line{Label: "Totaal", Total: true, Figures: []score.Figure{650, 660, 690, 722, 731}})
	part("scores", "Scores", bars)
	part("trend", "Verloop", lines)
	part("actions", "Actielijst", actions(60))
	return d
}

func cells(s string) (out []report.Cell) {
	for _, text := range strings.Split(s, "|") {
		out = append(out, report.Cell{Text: text})
	}
	return out
}

func rows(all ...string) (out []report.Row) {
	for _, s := range all {
		out = append(out, report.Row{Cells: cells(s)})
	}
	return out
}

func actions(n int) report.Table {
	t := report.Table{Columns: []report.Column{{Title: "Nummer", Share: 2}, {Title: "Datum", Share: 2}, {Title: "Afspraak", Share: 8}, {Title: "Wie", Share: 2}, {Title: "Uiterlijk", Share: 3}, {Title: "Stand", Share: 2}}}
	for i := range n {
		t.Rows = append(t.Rows, report.Row{Cells: cells(fmt.Sprintf("2026-%02d|6 jul 2026|Een voorstel voor het opdrachtdossier, samen met de mensen die ermee werken.|Joe Bestseller|1 okt 2026 17:00|open", i+1))})
	}
	return t
}

// luminance is how light a colour is, as WCAG computes it.
func luminance(c colour) float64 {
	part := func(v int) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c[0]) + 0.7152*part(c[1]) + 0.0722*part(c[2])
}

// TestColoursCanBeToldApartInGrey: what is read stands out from paper, and marks that
// lie on each other from each other, also on a printer without colour.
func TestColoursCanBeToldApartInGrey(t *testing.T) {
	for _, pair := range []struct {
		name string
		a, b colour
		most float64
	}{
		{"text", inkColour, paperColour, 7}, {"what stands back", quietColour, paperColour, 4.5}, {"a head on its ground", inkColour, ground, 7}, {"a title", accent, paperColour, 7},
		{"a distance", softColour, paperColour, 1.8}, {"a score on a distance", accent, softColour, 3}, {"a target on a distance", inkColour, softColour, 3}, {"a line", accent, ruleColour, 3}, {"progress", softColour, ground, 1.5},
	} {
		a, b := luminance(pair.a), luminance(pair.b)
		if contrast := (max(a, b) + 0.05) / (min(a, b) + 0.05); contrast < pair.most {
			t.Errorf("%s: a contrast of %.2f, less than %.1f", pair.name, contrast, pair.most)
		}
	}
}
