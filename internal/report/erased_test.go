package report_test

import (
	"slices"
	"testing"

	"kwi/internal/account"
	"kwi/internal/lang"
	"kwi/internal/report"
)

// TestTheReportOfAnErasureSaysNothingTwice: texts that stay at one place are one line,
// and what stays at another client is said of each part.
func TestTheReportOfAnErasureSaysNothingTwice(t *testing.T) {
	t.Parallel()
	at := []account.Whereabouts{{Client: "x", Cycle: "2026H1", In: "notes"}}
	e := report.Erased{
		Left:      []account.Writing{{Text: "a", Places: at}, {Text: "b", Places: at}, {Text: "c", Places: []account.Whereabouts{{Client: "x", In: "caught"}}}},
		Elsewhere: []report.LeftAt{{Client: "Y", Known: true, Texts: 2, Drafts: 1, Journal: true}, {Client: "Z", Texts: 1}},
		Self:      true,
	}
	for tag, want := range map[string][]string{
		"en": {
			"2 texts of others that still name them: a note of a talk, 2026H1.", "A text of another that still names them: caught in passing.",
			"What stays at Y: their details, 2 texts of others, 1 half-typed text and the history of what was done. Nobody asked to erase it.",
			"What stays at Z: 1 text of others. Nobody asked to erase it.",
			"This is you: your name and address in the settings of this laptop stay. With kwi erase --me these go too, and you are erased at all clients.",
		},
		"nl": {
			"2 teksten van anderen die de naam nog noemen: een notitie van een gesprek, 2026H1.", "Een tekst van een ander die de naam nog noemt: tussendoor opgevangen.",
			"Wat bij Y blijft staan: hun gegevens, 2 teksten van anderen, 1 half getypte tekst en de geschiedenis van wat er is gedaan. Daar is niet om gevraagd.",
			"Wat bij Z blijft staan: 1 tekst van anderen. Daar is niet om gevraagd.",
			"Dit ben je zelf: je naam en adres in de instellingen van deze laptop blijven. Met kwi erase --me gaan ook die weg, en ben je bij alle klanten gewist.",
		},
	} {
		if got := e.Stays(lang.For(tag)); !slices.Equal(got, want) {
			t.Errorf("%q", got)
		}
	}
}
