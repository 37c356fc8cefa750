package main

import (
	"reflect"
	"testing"

	"kwi/internal/account"
)

// A matrix is pasted where the KWIs are tested: what it changes is shown first, an
// answer that goes by it is asked about, and one ctrl+z takes all of it back.
func TestJourneyOfAMatrixThatIsPasted(t *testing.T) {
	s := stocked(t)
	elsewhere(t, s, wentOut)
	was := kept(t, s, "newmedia")
	q := account.QuestionCode{KWI: 1, Serial: 2}
	if was.Newest().IsAssigned("DD", q) || !was.Newest().IsAssigned("KK", q) || grade(t, s, "1.02") == "" {
		t.Fatal("the example is another one")
	}
	d := sit(t, s, "nl", 80, 24)
	d.Press("enter", "3", "t")
	d.See("Plak wie wat kan beoordelen", "aan de code of de woorden")
	const matrix = "Vraag\tDD\tKees Klant\tZZ\r1.02\tx\t\tx\r1.99 Onbekend\tx\tx\t\r1.03\tja\tmisschien\t\r"
	d.Paste(matrix)
	d.See("wie wat kan beoordelen, in 2011H1:", "DD: erbij 1.02, 1.03", "KK: eraf 1.02", "op 1 vraag die eraf gaat is al geantwoord", "“ZZ” is geen respondent", "“misschien” is geen kruisje", "“1.99” is geen vraag van 2011H1", "Dit geldt voor de vragen en de mensen in de tabel")
	d.Press("esc")
	if c := kept(t, s, "newmedia"); !reflect.DeepEqual(c, was) {
		t.Fatal("a no changed the client")
	}
	d.Press("t")
	d.Paste(matrix)
	d.Press("enter")
	d.See("Hierop is 1 antwoord gegeven", "Tabel overgenomen")
	if c := kept(t, s, "newmedia"); !reflect.DeepEqual(c, was) {
		t.Fatal("half of it was done")
	}
	d.Press("enter")
	c := kept(t, s, "newmedia")
	if y := c.Newest(); !y.IsAssigned("DD", q) || y.IsAssigned("KK", q) || grade(t, s, "1.02") != "" || len(y.Amendments) != 1 || y.Amendments[0].As != account.PutAside {
		t.Errorf("%v %+v", y.Assigned, y.Amendments)
	}
	d.See("Wie kan wat beoordelen?")
	d.Press("ctrl+z")
	if c := kept(t, s, "newmedia"); !reflect.DeepEqual(c.Tidy(), was.Tidy()) {
		t.Error("one undo did not take all of it back")
	}
}
