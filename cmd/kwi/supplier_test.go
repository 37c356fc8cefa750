package main

import (
	"context"
	"testing"

	"kwi/internal/desk"
)

// TestTheSupplierGetsAnotherName: from the palette, which says where it stands; it
// heads the clients at once and is kept.
func TestTheSupplierGetsAnotherName(t *testing.T) {
	for language, says := range map[string][3]string{
		"nl": {"naam van je eigen", "dezelfde vraag, dezelfde code", "Je organisatie heet nu Noorderlicht."},
		"en": {"name of your own", "the same question, the same code", "Your organisation is now called Noorderlicht."},
	} {
		s := stocked(t)
		d := sit(t, s, language, 80, 24)
		d.Press(":")
		d.Type(says[0])
		d.Press("enter")
		d.See(says[1], "BESTSELLER B.V.")
		d.Press("ctrl+u")
		d.Type("Noorderlicht")
		d.Press("enter")
		d.See(says[2], " Noorderlicht ")
		if name, err := desk.New(s, nonce).Supplier(context.Background()); err != nil || name != "Noorderlicht" {
			t.Errorf("kept %q, %v", name, err)
		}
		d.Press("enter", "3") // a client of before, whose questions keep their words
		d.Press(":")
		d.Type("1.03 BESTSELLER")
		d.Miss("Noorderlicht hield")
	}
}
