package part

import (
	"testing"

	"kwi/internal/hand"
	"kwi/internal/lang"
)

// TestWhoElseIsNamedWhereThatIsKnown: by name, on another computer where it is the user
// themselves, and as somebody where nothing is known.
func TestWhoElseIsNamedWhereThatIsKnown(t *testing.T) {
	mine := hand.Window{Run: "r1", Computer: "LAPTOP", User: "Joe Bestseller"}
	for _, c := range []struct {
		where hand.Window
		nl    string
		en    string
	}{
		{hand.Window{}, "Iemand anders", "Somebody else"},
		{hand.Window{Run: "r2", Computer: "LAPTOP", User: "Joe Bestseller"}, "Iemand anders", "Somebody else"},
		{hand.Window{Run: "hub", Computer: "KANTOOR-3", User: "anna"}, "anna", "anna"},
		{hand.Window{Run: "hub", Computer: "KANTOOR-3", User: "joe"}, "Jij, op KANTOOR-3,", "You, on KANTOOR-3,"},
		{hand.Window{Run: "hub", Computer: "KANTOOR-3"}, "Iemand op KANTOOR-3", "Somebody on KANTOOR-3"},
		{hand.Window{Run: "r3", Computer: "LAPTOP", User: "Bert"}, "Bert", "Bert"},
	} {
		if nl, en := WhoElse(lang.For("nl"), c.where, mine, "joe"), WhoElse(lang.For("en"), c.where, mine, "joe"); nl != c.nl || en != c.en {
			t.Errorf("%+v is %q, %q", c.where, nl, en)
		}
	}
}
