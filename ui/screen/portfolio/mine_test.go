package portfolio_test

import (
	"strings"
	"testing"

	"kwi/internal/account"
	"kwi/internal/due"
	lines "kwi/internal/portfolio"
	"kwi/ui/kit/kittest"
)

// Only the clients that the user answers for are left, until esc or the same key;
// the line below names who does, and the filter finds them by that name.
func TestOnlyThoseTheUserAnswersFor(t *testing.T) {
	joe, anna := due.Person{Initials: "JB", Name: "Joe Bestseller"}, due.Person{Initials: "AB", Name: "Anna Bos"}
	all := []lines.Line{{ID: "a", Name: "Alfa", Responsible: joe}, {ID: "b", Name: "Beta", Responsible: anna}, {ID: "c", Name: "Gamma"}, {ID: "d", Name: "Delta", PartOf: "a", Responsible: anna}}
	f := frame(77, 20, "nl")
	f.Me = account.User{Name: "Joe Bestseller", Initials: "JB"}
	p := opened(f, all, nil)
	if v := p.View(); !strings.Contains(v, "Alfa · 1 onderdeel · Joe Bestseller") {
		t.Errorf("it does not say who answers for Alfa:\n%s", v)
	}
	p.Press("m")
	if v := p.View(); !strings.Contains(v, "Alfa") || strings.Contains(v, "Beta") || strings.Contains(v, "Gamma") || !strings.Contains(v, "alleen van jou") {
		t.Errorf("it shows:\n%s", v)
	}
	kittest.Fits(t, p.Frame, p.Top().View(p.Frame))
	if p.Press("esc"); p.Left || !strings.Contains(p.View(), "Beta") {
		t.Error("esc does not show all again")
	}
	if p.Press("/", "'anna", "enter"); strings.Contains(p.View(), "Gamma") {
		t.Errorf("the filter does not know who answers:\n%s", p.View())
	}
	f.Me = account.User{Name: "Nobody"}
	if v := opened(f, all, nil).Press("m").View(); !strings.Contains(v, "Voor geen van deze klanten") {
		t.Errorf("it says nothing:\n%s", v)
	}
	f.Me, f.AskedMe = account.User{}, false
	if p := opened(f, all, nil); len(p.Press("m").Stack) != 2 {
		t.Error("it does not ask who the user is")
	}
}
